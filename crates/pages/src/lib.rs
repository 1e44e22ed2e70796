//! The page format: a TOML head, prose, tables, cases. A page is read, checked and compiled to bit masks when the project is built;
//! at run time only the masks are left, and [`Table::decide`] is the one place where a [`Finding`] is made.
//!
//! This crate knows no medicine. With the feature `compile` it also holds the build-time side: page text in, a checked page and the
//! Rust source of its table out.

mod band;
mod choices;
#[cfg(feature = "compile")]
pub mod compile;
mod finding;
mod grid;
mod input;
mod row;
mod table;

pub use band::{Bands, Column, Cut};
pub use choices::{Choice, Choices};
pub use finding::{Answer, Asks, Finding};
pub use grid::{Cell, Grid};
pub use input::{Asked, Input};
pub use row::{Citation, Row, Rows};
pub use table::{Masks, Table, TableData};

/// A page asks at most this many questions.
pub const MOST_COLUMNS: usize = 12;
/// The columns of a page are cut into at most this many bands together, and each into at most half as many.
pub const MOST_BANDS: usize = 128;
/// A page has at most this many rows.
pub const MOST_ROWS: usize = 128;
