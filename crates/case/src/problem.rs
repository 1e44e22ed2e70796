//! Problems: what is odd about a record. Carried beside the result, never instead of it.

use crate::Origin;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be looked at.
    Warning,
    /// Must be resolved before the result can be used.
    Error,
}

impl Severity {
    /// The name in JSON and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Something odd about a record, with its place. The message never holds the record's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable name, for example `not-a-pathology-report`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is odd, and what to do.
    pub message: String,
    /// Where, if it has a place.
    pub origin: Option<Origin>,
}
