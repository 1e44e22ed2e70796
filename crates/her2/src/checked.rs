//! A record that was checked, and the diagnostics there are.

use her2_case::{Record, Severity};
use her2_documents::diagnostics::{self, Page, Sarif, Shown};
use her2_documents::{Source, Words};
use her2_pathway::review::{Fired, review};
use her2_pathway::testing::CaseFinding;

/// A record that was checked.
pub struct Checked<'a> {
    record: &'a Record,
    source: Source<'a>,
    shown: Vec<Shown>,
    words: &'static Words,
}

impl<'a> Checked<'a> {
    pub(crate) fn new(record: &'a Record, source: Source<'a>, finding: &CaseFinding) -> Self {
        let fired = review(record, finding);
        Self {
            record,
            source,
            shown: fired.iter().map(Shown::of).collect(),
            words: Words::of("en").expect("English is compiled in"),
        }
    }

    /// The same in words of a language; nothing if there are none.
    pub fn in_language(self, lang: &str) -> Option<Self> {
        let words = Words::of(lang)?;
        let shown = self.shown.into_iter();
        Some(Self {
            shown: shown.map(|of| of.said_in(words)).collect(),
            words,
            ..self
        })
    }

    /// With what else was found in this record, such as that it contradicts another one.
    pub(crate) fn and<'b>(mut self, more: impl Iterator<Item = &'b Fired>) -> Self {
        self.shown.extend(more.map(Shown::of));
        self
    }

    fn view(&self) -> diagnostics::Checked<'_> {
        diagnostics::Checked {
            name: &self.record.name,
            source: self.source,
            shown: &self.shown,
        }
    }

    /// What fired, with the words of its page.
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// Whether a warning or an error was found; notes alone do not count.
    pub fn found(&self) -> bool {
        let worst = self.view().worst();
        worst.is_some_and(|worst| worst > Severity::Note)
    }

    /// For people, with the place underlined, for a terminal of this width.
    pub fn text(&self, width: usize, color: bool) -> String {
        diagnostics::text(&self.view(), self.words, width, color)
    }

    /// One JSON object a diagnostic, one a line.
    pub fn json(&self) -> String {
        diagnostics::json(&self.view())
    }

    /// Workflow commands, one a line.
    pub fn github(&self) -> String {
        diagnostics::github(&self.view())
    }

    /// A SARIF log of this record alone.
    pub fn sarif(&self) -> SarifRun {
        let mut run = SarifRun::default();
        run.0.add(&self.view());
        run
    }
}

/// One SARIF log for any number of records.
#[derive(Default)]
pub struct SarifRun(Sarif);

impl SarifRun {
    /// The records of another log, after those of this one.
    pub fn join(&mut self, other: Self) {
        self.0.join(other.0);
    }

    /// The log, as a JSON document of the program in this version.
    pub fn finish(self, version: &str) -> String {
        format!("{:#}\n", self.0.finish(&Page::all(), version))
    }
}

/// Every diagnostic, a line each: its severity, its code and what it says.
pub fn list_diagnostics() -> String {
    diagnostics::list(&Page::all())
}

/// The page of a diagnostic, for a terminal of this width; nothing if there is none of this code.
pub fn explain_diagnostic(code: &str, width: usize) -> Option<String> {
    Page::find(code).map(|page| diagnostics::explain(&page, width))
}
