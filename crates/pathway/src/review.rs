//! The report checker: what a reviewer of the report would underline.
//!
//! Each diagnostic is a page with a table. Here the questions of its columns are answered from the record and the findings about it;
//! a diagnostic fires only where its table answers nothing but `yes`. What is not known keeps it silent.

mod arithmetic;
mod known;
mod over_time;
mod place;
mod receptor;
mod report;
mod result;
mod scope;
mod specimen;

pub use over_time::review_over_time;

use crate::testing::CaseFinding;
use her2_case::{Fires, Origin, Record, RecordKind, Severity};
use her2_knowledge::{Diagnostic, diagnostics};
use her2_pages::Finding;
use known::{Known, Subject};
use scope::Scope;
use specimen::Specimens;
use std::fmt;

/// A diagnostic that fired.
#[derive(Clone)]
pub struct Fired {
    diagnostic: &'static Diagnostic,
    finding: Finding<Fires>,
    at: Vec<Origin>,
}

impl Fired {
    /// The diagnostic, with the words of its page.
    pub fn diagnostic(&self) -> &'static Diagnostic {
        self.diagnostic
    }

    /// Its stable name.
    pub fn code(&self) -> &'static str {
        self.diagnostic.code
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.diagnostic.severity
    }

    /// The answer of its table, with the row that fired.
    pub fn finding(&self) -> &Finding<Fires> {
        &self.finding
    }

    /// Where: first the place to look at, then the others that the finding rests on. Empty if something is missing from the whole record.
    pub fn at(&self) -> &[Origin] {
        &self.at
    }
}

impl fmt::Debug for Fired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fired({})", self.diagnostic.code)
    }
}

/// Every diagnostic that fires on a record, in the order of the places. A record that could not be read as a report of the breast is not reviewed.
pub fn review(record: &Record, finding: &CaseFinding) -> Vec<Fired> {
    if record
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
        || report::is_of_another_organ(record)
    {
        return Vec::new();
    }
    // A result in a field says no more than the field; how tissue was handled and counted stands in the report behind it.
    let is_written = matches!(record.kind, RecordKind::Report | RecordKind::Pdf);
    let report = report::known(record, finding);
    let specimens = Specimens::of(record, finding);
    let mut fired = Vec::new();
    for scope in [
        Scope::Report,
        Scope::Specimen,
        Scope::Result,
        Scope::Receptor,
    ] {
        let of_scope = |diagnostic: &&Diagnostic| {
            Scope::of(diagnostic) == scope && (is_written || !diagnostic.of_reports_only)
        };
        let diagnostics: Vec<_> = diagnostics().iter().filter(of_scope).collect();
        for subject in subjects(scope, record, &report, &specimens) {
            fired.extend(ask(&diagnostics, &subject));
        }
    }
    in_order(fired)
}

/// What the diagnostics of this scope are asked about, one after the other.
fn subjects<'a>(
    scope: Scope,
    record: &'a Record,
    report: &Known,
    specimens: &Specimens,
) -> Vec<Subject<'a>> {
    match scope {
        Scope::Report => vec![Subject {
            results: record
                .her2_results()
                .filter(|of| result::is_answered_for(of))
                .collect(),
            ..Subject::new(record, report.clone())
        }],
        Scope::Specimen => specimen::subjects(record, report, specimens),
        Scope::Result => result::subjects(record, report, specimens),
        Scope::Receptor => receptor::subjects(record, report),
        Scope::OverTime => Vec::new(),
    }
}

/// Which of the diagnostics fire.
fn ask(diagnostics: &[&'static Diagnostic], subject: &Subject<'_>) -> Vec<Fired> {
    let asked = subject.known.asked();
    let fired = diagnostics.iter().filter_map(|diagnostic| {
        let finding = diagnostic.table.decide(&asked);
        finding.is(Fires::Yes).then(|| Fired {
            diagnostic,
            finding,
            at: place::places(diagnostic.points_at, subject, finding.because()),
        })
    });
    fired.collect()
}

/// By place, what has none last; of one diagnostic at one place only the first.
fn in_order(mut fired: Vec<Fired>) -> Vec<Fired> {
    let key = |fired: &Fired| {
        let first = fired.at.first().copied();
        (
            first.is_none(),
            first,
            std::cmp::Reverse(fired.severity()),
            fired.code(),
        )
    };
    fired.sort_by_key(key);
    fired.dedup_by_key(|fired| (fired.code(), fired.at.first().copied()));
    fired
}
