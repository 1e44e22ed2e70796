//! The front door: read a record, decide its HER2 status, write what follows.
//!
//! ```
//! let reading = her2::read("report.txt", b"Breast, left, core biopsy. HER2 by IHC: positive (score 3+).");
//! println!("{}", reading.json());
//! ```
//!
//! Nothing is decided here; each step is a crate of its own.

mod decide_lines;
mod stub;

pub use decide_lines::LineDecider;
pub use her2_case::{Edition, Record, Severity};
pub use stub::*;

use her2_documents::Source;

/// The version of the knowledge compiled in: a hash over all of its pages.
pub fn knowledge_version() -> &'static str {
    "none"
}

/// A record as it was read, with its bytes, so that every quote is the record's own words.
pub struct Reading<'a> {
    record: Record,
    source: Source<'a>,
}

/// Reads a record. Never fails: what is odd is among the record's problems.
pub fn read<'a>(name: &str, bytes: &'a [u8]) -> Reading<'a> {
    Reading {
        record: stub::read(name, bytes),
        source: Source::new(bytes),
    }
}

impl Reading<'_> {
    /// What was read.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The facts for people, a line each.
    pub fn text(&self) -> String {
        her2_documents::read_text(&self.record, self.source)
    }

    /// The facts as one JSON object on one line.
    pub fn json(&self) -> String {
        her2_documents::read_json(&self.record, self.source)
    }
}
