//! Connects the questions of the field: evidence goes in, findings come out, each with the rows that decided it.
//!
//! Sequence, dates and the choice among several specimens are functions here; every threshold and every rule of a guideline is a page of
//! `her2-knowledge`. No clinical number and no name of a product or a body stands in this crate.

pub mod cost;
pub mod monitoring;
pub mod prognosis;
pub mod review;
pub mod staging;
pub mod testing;
pub mod therapy;
pub mod timeline;
pub mod way;
