//! The page format: a TOML head, prose, tables, cases. A page is read, checked and compiled to bit masks when the project is built;
//! at run time only the masks are left, and asking a table is the only way to come by a [`Finding`].
//!
//! This crate knows no medicine. With the feature `compile` it also holds the build-time side: page text in, a checked page and the
//! Rust source of its table out.
//!
//! # The table of a page
//!
//! A column is named by the question it asks, or `=> question` if it answers; the first answering column is the question of the page and
//! gives one term, the others none (`-`), one or several. `at` labels the row, `cite` names its source where it is not the page's, and
//! `basis` is `project` where no source says it. An asking cell has one of four forms:
//!
//! | form | holds for |
//! |---|---|
//! | `-` | anything |
//! | `a` or `a, b` | these terms |
//! | `>= 2.0` | one bound, with `>=`, `>`, `<=` or `<` |
//! | `>= 4.0, < 6.0` | what lies between two bounds |
//!
//! There are no expressions, no order of rows and no defaults: with `decide = "one"` every combination must meet exactly one row.
//!
//! With `decide = "all"` every row that holds is an option, ranked by the column that `rank` names, and these are known besides:
//!
//! | in the head | |
//! |---|---|
//! | `carries = ["note"]` | columns kept as text on the row; `-` is none |
//! | `otherwise = "nothing listed"` | what is said where no row holds; without it every combination needs a row |
//!
//! | column | |
//! |---|---|
//! | `from`, `until` | the first and the last day on which the row is in force, `-` for no bound |
//!
//! Days do not decide which rows hold: who asks on a day looks only at the rows in force on it ([`TableData::in_force_on`]).
//!
//! Cases stand under `## Cases` in tables of the same columns. Each gives plain values, several terms, or `-` for unknown, and expects the
//! answers that are left; among options, in the column `at`, the labels of exactly the rows that hold or may hold, `-` for none. Every bound has a case on it and one just across it, both decided by a row that ends there; every row has a case
//! that it alone decides. Just across is within 0.1 for numbers without a unit or per something, and within 1 for all others.
//!
//! # How a table decides
//!
//! The bounds of a column cut its numbers into bands, and terms that no cell tells apart share a band. For each band a column knows which
//! rows hold, one bit a row. What is known of a question leaves some of its bands (what is unknown, all of them), and the rows that every
//! column leaves are the rows that are possible: one of them decides, several leave their answers open. A known and an unknown input are
//! the same thing here, so no row is ever written for what is not known.

mod band;
mod choices;
#[cfg(feature = "compile")]
pub mod compile;
mod finding;
mod grid;
mod input;
mod nearest;
mod row;
mod table;
mod weigh;

pub use band::{Bands, Bound, Column, Cut};
pub use choices::{Choice, Choices};
pub use finding::{Answer, Asks, Finding};
pub use grid::{Cell, Grid};
pub use input::{Asked, Input};
pub use nearest::{hint, nearest};
pub use row::{Citation, Row, Rows};
pub use table::{Masks, Table, TableData};
pub use weigh::{Known, Needs, Requirement, Standing, Weighed};

/// A page asks at most this many questions.
pub const MOST_COLUMNS: usize = 16;
/// A finding rests on at most this many places of the records, and a row looks at no more questions.
pub const MOST_REASONS: usize = 12;
/// The columns of a page are cut into at most this many bands together, and each into at most half as many.
pub const MOST_BANDS: usize = 128;
/// A page has at most this many rows.
pub const MOST_ROWS: usize = 128;
