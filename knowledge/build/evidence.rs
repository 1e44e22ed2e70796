//! The pages under `evidence/`: one trial each, with what it found and where that was published.

use super::fact::{Cited, Day, List, Name, Number, TermOf, When, check_cites, check_id, text};
use super::spoken::{self, Spoken};
use super::walk::{self, File};
use her2_case::Mark;
use her2_pages::compile::{Document, Fault, Faults, Sources, read_head};
use serde::Deserialize;
use std::path::Path;

/// A trial.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Evidence {
    pub id: Name,
    pub trial: String,
    nct: Option<String>,
    phase: Option<Number>,
    population: Spoken,
    n: Option<Number>,
    pub checked: Day,
    #[serde(default, rename = "arm")]
    arms: List<Arm>,
    #[serde(default, rename = "result")]
    pub results: List<TrialResult>,
    #[serde(default, rename = "publication")]
    publications: List<Publication>,
    #[serde(skip)]
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Arm {
    name: String,
    n: Option<Number>,
}

/// Something a trial found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TrialResult {
    pub id: Name,
    endpoint: Spoken,
    value: Option<Spoken>,
    hr: Option<Number>,
    interval: Option<String>,
    p: Option<Number>,
    mark: TermOf<Mark>,
    note: Option<Spoken>,
    cite: Option<Cited>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Publication {
    title: Option<String>,
    doi: Option<String>,
    pmid: Option<Number>,
    date: Option<When>,
    mark: TermOf<Mark>,
}

/// The word under which the publications of a trial are cited.
pub const PUBLICATION: &str = "publication";

/// Every trial, and what is wrong with them.
#[derive(Default)]
pub struct EvidencePages {
    /// The trials, by id.
    pub pages: Vec<Evidence>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all. What they cite themselves is looked at when all sources are known.
pub fn read(root: &Path) -> EvidencePages {
    let mut all = EvidencePages::default();
    // What `cited` says of the place of a trial that is cited as a whole.
    spoken::add("publications of the trial");
    for file in walk::files(root, "evidence", "md") {
        let mut faults = Faults::of(&file.path);
        let page = trial(&file, &mut faults);
        // What is named elsewhere is there, even if something else is wrong with it.
        all.pages.extend(page);
        all.faults.extend(faults.into_vec());
        all.texts.push((file.path, file.text));
    }
    all
}

/// What the trials cite and is nowhere.
pub fn unresolved(all: &EvidencePages, sources: &Sources) -> Vec<Fault> {
    let mut found = Vec::new();
    for (path, text) in &all.texts {
        let mut faults = Faults::of(path);
        let document = Document::read(text, &mut Faults::of(path));
        check_cites(&document, sources, &mut faults);
        found.extend(faults.into_vec());
    }
    found
}

fn trial(file: &File, faults: &mut Faults) -> Option<Evidence> {
    let document = Document::read(&file.text, faults);
    let mut trial: Evidence = read_head(&document, faults)?;
    check_id(&document, &trial.id, &file.stem, faults);
    trial.text = text(&document);
    spoken::add_name(&trial.trial);
    if let Some(Number(n)) = &trial.n {
        spoken::add(n);
    }
    let mut seen = vec![PUBLICATION];
    for result in &trial.results.0 {
        let (id, line) = (result.id.as_str(), document.line_of(&result.id.0));
        if seen.contains(&id) {
            faults.add(
                line,
                format!("the result `{id}` stands twice, or is called as the publications are"),
            );
        }
        seen.push(id);
        if result.value.is_none() && result.hr.is_none() {
            faults.add(
                line,
                format!("the result `{id}` has neither `value` nor `hr`"),
            );
        }
        let nowhere = result.cite.is_none() && trial.publications.0.is_empty();
        if nowhere && result.mark.0 == Mark::Checked {
            let message = format!(
                "the result `{id}` is marked as checked, but has no `cite`, and the page has no `[[publication]]`"
            );
            faults.add(line, message);
        }
    }
    let found = |of: &Publication| of.doi.is_some() || of.pmid.is_some();
    if !trial.publications.0.iter().all(found) {
        faults.add(1, "a `[[publication]]` has a `doi` or a `pmid`");
    }
    Some(trial)
}
