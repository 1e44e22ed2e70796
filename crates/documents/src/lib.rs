//! Documents: what was read and found, written for somebody.
//!
//! Nothing is decided here. A document is written from a record and the findings about it; every sentence is about a
//! finding, a fact, or belongs to the frame of the page.

pub mod diagnostics;
mod read;
mod source;

pub use read::{read_json, read_text};
pub use source::Source;
