//! Evidence: one trial each, with what it found.

use crate::registry;
use her2_case::Mark;
use her2_pages::Citation;
use jiff::civil::Date;

/// A trial.
#[derive(Debug)]
pub struct Evidence {
    /// Its name.
    pub id: &'static str,
    /// What the trial is called.
    pub trial: &'static str,
    /// Its number at ClinicalTrials.gov.
    pub nct: Option<&'static str>,
    /// Its phase.
    pub phase: Option<&'static str>,
    /// Who took part.
    pub population: &'static str,
    /// How many took part.
    pub n: Option<&'static str>,
    /// When somebody last compared the page with its sources.
    pub checked: Date,
    /// What was compared.
    pub arms: &'static [Arm],
    /// What was found.
    pub results: &'static [TrialResult],
    /// Where it was published.
    pub publications: &'static [Publication],
    /// What the page says in prose.
    pub text: &'static str,
}

/// An arm of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    /// What was given.
    pub name: &'static str,
    /// To how many.
    pub n: Option<&'static str>,
}

/// Something a trial found.
#[derive(Clone, Copy, Debug)]
pub struct TrialResult {
    /// The name by which it is cited, unique in its page.
    pub id: &'static str,
    /// What was measured.
    pub endpoint: &'static str,
    /// The values, for example `18.5 vs 12.4 months`.
    pub value: Option<&'static str>,
    /// The hazard ratio, as printed.
    pub hr: Option<&'static str>,
    /// Its interval, as printed.
    pub interval: Option<&'static str>,
    /// Its p value, as printed.
    pub p: Option<&'static str>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// What should be known with it.
    pub note: Option<&'static str>,
    /// Where it was read, if not in the publications of the trial.
    pub cite: Option<Citation>,
}

/// A publication of a trial.
#[derive(Clone, Copy, Debug)]
pub struct Publication {
    /// Its title.
    pub title: Option<&'static str>,
    /// Its DOI.
    pub doi: Option<&'static str>,
    /// Its PubMed number.
    pub pmid: Option<&'static str>,
    /// When it appeared: a year or a day.
    pub date: Option<&'static str>,
    /// How sure this project is of these numbers.
    pub mark: Mark,
}

/// Every trial, by name.
pub fn all_evidence() -> &'static [Evidence] {
    registry::EVIDENCE
}

/// The trial of that name.
pub fn evidence(id: &str) -> Option<&'static Evidence> {
    let at = all_evidence().binary_search_by(|trial| trial.id.cmp(id));
    at.ok().map(|at| &all_evidence()[at])
}

impl Evidence {
    /// The result of that name.
    pub fn result(&self, id: &str) -> Option<&'static TrialResult> {
        self.results.iter().find(|result| result.id == id)
    }
}
