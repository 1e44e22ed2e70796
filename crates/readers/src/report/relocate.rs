//! From places in the decoded text to places in the bytes as they were given.

use crate::Decoded;
use her2_case::Record;

/// Moves every place of a record, where text and bytes are not the same.
pub fn to_bytes(mut record: Record, decoded: &Decoded<'_>) -> Record {
    if !decoded.is_direct() {
        record.relocate(|span| decoded.to_bytes(span));
    }
    record
}
