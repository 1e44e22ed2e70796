//! Diagnostics: what the report checker looks for.

use crate::registry;
use her2_case::{Fires, Severity};
use her2_pages::{Citation, Table};
use jiff::civil::Date;

/// A diagnostic of the report checker, as its page has it.
#[derive(Debug)]
pub struct Diagnostic {
    /// Its code, the name of its file.
    pub code: &'static str,
    /// What it says in a line.
    pub title: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What it points at, for example `score`.
    pub points_at: &'static str,
    /// Whether it is asked of written reports only, of which more is expected than of a result in a field.
    pub of_reports_only: bool,
    /// Why it matters.
    pub why: &'static str,
    /// What to do about it.
    pub what_to_do: &'static str,
    /// The source it rests on.
    pub cite: Citation,
    /// When somebody last compared its page with the source.
    pub checked: Date,
    /// When it fires.
    pub table: &'static Table<Fires>,
    /// Reports in which it fires.
    pub fires: &'static [&'static str],
    /// Reports in which it does not.
    pub silent: &'static [&'static str],
}

/// Every diagnostic, by code.
pub fn diagnostics() -> &'static [Diagnostic] {
    registry::DIAGNOSTICS
}

/// The diagnostic of that code.
pub fn diagnostic(code: &str) -> Option<&'static Diagnostic> {
    diagnostics()
        .iter()
        .find(|diagnostic| diagnostic.code == code)
}
