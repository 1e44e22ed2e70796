//! The build-time side: page text in; a checked page, or every fault of it, out.
//!
//! A fault names the page, the line and, where there is one, the combination of inputs.

mod cases;
mod cell;
mod columns;
mod document;
mod edition;
mod emit;
mod fault;
mod head;
mod load;
mod page;
mod region;
mod sources;
mod totality;

pub use crate::{Bound, hint, nearest};
pub use cases::{Case, Given};
pub use cell::Holds;
pub use columns::PageBands;
pub use document::{Block, Document, Section, TableText};
pub use edition::{Affirmation, EditionPage, EditionStatus, check_periods};
pub use emit::{cite_source, constant_name, table_source};
pub use fault::{Fault, Faults};
pub use head::{Decide, TableHead, date, read_head};
pub use load::load;
pub use page::{CheckedPage, InputColumn, PageRow, check_page, check_table};
pub use sources::{Cite, Sources};
