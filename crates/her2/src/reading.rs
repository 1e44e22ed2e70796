//! A record as it was read.

use crate::Decided;
use her2_case::{Edition, Record};
use her2_documents::Source;
use her2_pathway::testing::of_record;
use jiff::civil::Date;
use std::fmt;

/// Problems after which there is nothing to explain.
const UNREADABLE: [&str; 5] = [
    "empty",
    "binary",
    "too-large",
    "not-a-pathology-report",
    "not-english",
];

/// A record as it was read, with its bytes, so that every quote is the record's own words.
pub struct Reading<'a> {
    record: Record,
    source: Source<'a>,
}

/// Reads a record. Never fails: what is odd is among the record's problems.
pub fn read<'a>(name: &str, bytes: &'a [u8]) -> Reading<'a> {
    Reading {
        record: her2_readers::read(name, bytes),
        source: Source::new(bytes),
    }
}

impl<'a> Reading<'a> {
    /// What was read.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The bytes it was read from.
    pub fn source(&self) -> Source<'a> {
        self.source
    }

    /// Whether there is anything to explain: not so if it is empty, no text, no report, or in a language that is not read.
    pub fn is_readable(&self) -> bool {
        let mut problems = self.record.problems.iter();
        !problems.any(|problem| UNREADABLE.contains(&problem.code))
    }

    /// The facts for people, a line each.
    pub fn text(&self) -> String {
        her2_documents::read_text(&self.record, self.source)
    }

    /// The facts as one JSON object on one line.
    pub fn json(&self) -> String {
        her2_documents::read_json(&self.record, self.source)
    }

    /// The findings of this record on that day, by that edition or the newest in force.
    pub fn decide(&self, as_of: Date, edition: Option<Edition>) -> Decided<'_> {
        Decided::new(self, of_record(&self.record, as_of, edition), as_of)
    }
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reading({:?})", self.record)
    }
}
