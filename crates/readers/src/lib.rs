//! Readers of records: bytes in, facts with their places out.
//!
//! A reader never fails: what it cannot read becomes a [`Problem`](her2_case::Problem) beside what it could.

mod decode;
pub mod report;

pub use decode::{Decoded, decode};
use her2_case::Record;

/// Reads one record. `name` is how the record is called in results, for example its path.
///
/// Never fails and never panics, whatever the bytes. Every place in the result is a range of the given bytes.
pub fn read(name: &str, bytes: &[u8]) -> Record {
    report::read(name, bytes)
}
