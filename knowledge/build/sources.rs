//! The pages under `sources/`: what may be cited besides the editions of guidelines.

use super::fact::{Anchors, Day, List, Name, Number, TermOf, check_id, words};
use super::walk::{self, File};
use her2_case::Mark;
use her2_pages::compile::{Document, Fault, Faults, read_head};
use serde::Deserialize;
use std::path::Path;

words! {
    /// What kind of source it is.
    SourceKind { Label, Notice, Publication, Registry, PriceFile, Secondary, Guideline }
}

/// A source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    pub id: Name,
    kind: SourceKind,
    publisher: String,
    pub title: String,
    date: Option<Day>,
    #[serde(default)]
    doi: List<String>,
    #[serde(default)]
    pmid: List<Number>,
    #[serde(default)]
    links: List<String>,
    pub mark: TermOf<Mark>,
    pub checked: Day,
    #[serde(default)]
    pub anchors: Anchors,
}

/// Every source, and what is wrong with them.
#[derive(Default)]
pub struct SourcePages {
    /// The sources, by id.
    pub pages: Vec<Source>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all.
pub fn read(root: &Path) -> SourcePages {
    let mut all = SourcePages::default();
    for file in walk::files(root, "sources", "md") {
        let mut faults = Faults::of(&file.path);
        let page = source(&file, &mut faults);
        // What is named elsewhere is there, even if something else is wrong with it.
        all.pages.extend(page);
        all.faults.extend(faults.into_vec());
        all.texts.push((file.path, file.text));
    }
    all
}

fn source(file: &File, faults: &mut Faults) -> Option<Source> {
    let document = Document::read(&file.text, faults);
    let source: Source = read_head(&document, faults)?;
    check_id(&document, &source.id, &file.stem, faults);
    if source.doi.0.is_empty() && source.pmid.0.is_empty() && source.links.0.is_empty() {
        faults.add(
            1,
            "nothing to look it up by: a source has a `doi`, a `pmid` or `links`",
        );
    }
    if source.anchors.0.is_empty() {
        faults.add(
            1,
            "no `[anchors]`: the places of the source that may be cited",
        );
    }
    Some(source)
}
