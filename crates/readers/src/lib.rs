//! Readers of records: bytes in, facts with their places out.
//!
//! A reader never fails: what it cannot read becomes a [`Problem`] beside what it could.

mod asked;
mod decode;
mod fhir;
mod format;
mod hl7v2;
mod naaccr;
mod options;
pub mod pdf;
mod person;
mod piece;
pub mod report;
mod settle;
pub mod table;
mod value;

pub use decode::{Decoded, decode};
pub use fhir::{OrderedMedicine, ordered_medicines};
pub use format::{Format, is_gzip, sniff};
pub use options::Options;
pub use person::{Likeness, Person};
pub use piece::{InputError, Piece, Pieces, pieces};

use her2_case::{History, Problem, Record, RecordKind, Severity};
use std::borrow::Cow;
use std::sync::Arc;

/// One patient as a source tells of them, and the text that every place is a range of.
///
/// The text is the bytes as they are where the format allows it. Text that had to be taken out of its wrapping first (pages of a PDF, an attached
/// report, unescaped segments) stands after them, or instead of them. `Debug` shows counts only.
#[derive(Debug)]
pub struct Read<'a> {
    /// What the source says.
    pub history: History,
    /// The text.
    pub text: Cow<'a, [u8]>,
}

/// Reads one report in text. `name` is how the record is called in results, for example its path.
///
/// Never fails and never panics, whatever the bytes. Every place in the result is a range of the given bytes.
pub fn read(name: &str, bytes: &[u8]) -> Record {
    report::read(name, bytes)
}

/// Reads every patient of an input in memory, of any format, with the default options.
///
/// Never fails and never panics, whatever the bytes: an input that cannot be read is one record with that problem.
pub fn read_all(name: &str, bytes: &[u8], each: &mut dyn FnMut(Read<'_>)) {
    let options = Arc::new(Options::default());
    let owned = std::io::Cursor::new(bytes.to_vec());
    let told = match pieces(name, owned, &options) {
        Ok(pieces) => pieces.into_iter().try_for_each(|piece| {
            piece?.each(each);
            Ok::<(), InputError>(())
        }),
        Err(error) => Err(error),
    };
    if let Err(error) = told {
        let mut record = Record::empty(name, RecordKind::Report);
        record.problems.push(Problem {
            code: "unreadable",
            severity: Severity::Error,
            message: format!("the rest of the input cannot be read: {error}"),
            origin: None,
        });
        each(Read {
            history: History::of(record),
            text: Cow::Borrowed(bytes),
        });
    }
}
