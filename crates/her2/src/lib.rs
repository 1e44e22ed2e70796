//! The front door: read a record, decide its HER2 status, write what follows.
//!
//! ```
//! let report = b"SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma. HER2 by IHC: positive (score 3+).";
//! let reading = her2::read("report.txt", report);
//! let case = reading.decide(jiff::civil::date(2026, 11, 22), None);
//! assert_eq!(case.finding().status(), Some(her2::Her2Status::Positive));
//! ```
//!
//! Nothing is decided here; each step is a crate of its own.

mod checked;
mod decide_lines;
mod decided;
mod reading;

pub use checked::{Checked, SarifRun, explain_diagnostic, list_diagnostics};
pub use decide_lines::LineDecider;
pub use decided::{Decided, Document};
pub use her2_case::{Edition, Her2Status, Record, RecordStatus, Severity};
pub use her2_pathway::testing::CaseFinding;
pub use reading::{Reading, read};

use her2_knowledge::EditionStatus;

/// The version of the knowledge compiled in: a hash over all of its pages.
pub fn knowledge_version() -> &'static str {
    her2_knowledge::version()
}

/// The edition of that name, if there is one by which a status can be decided.
pub fn edition(name: &str) -> Option<Edition> {
    her2_knowledge::edition(name)
        .filter(|edition| edition.status == EditionStatus::Guideline)
        .map(her2_knowledge::EditionInfo::term)
}

/// The names of the editions of the testing guideline.
pub fn editions() -> Vec<&'static str> {
    her2_knowledge::editions()
        .iter()
        .filter(|edition| edition.status == EditionStatus::Guideline)
        .map(|edition| edition.id)
        .collect()
}

/// The languages documents can be written in.
pub fn languages() -> Vec<&'static str> {
    her2_knowledge::languages().collect()
}
