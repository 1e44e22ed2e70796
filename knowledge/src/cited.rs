//! Citations: what each stands for.

use crate::{EditionInfo, Evidence, Source, edition, evidence, source};
use her2_case::Mark;
use her2_pages::Citation;

/// What a citation stands for, whatever kind of page it leads to.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The title of the source; for a trial its name.
    pub title: &'static str,
    /// Who published it; nobody is named for a trial.
    pub publisher: Option<&'static str>,
    /// The place in it, in a few words.
    pub place: &'static str,
    /// When it appeared or came into force: a day, a year or nothing.
    pub date: Option<String>,
    /// Its DOIs.
    pub doi: Vec<&'static str>,
    /// Its PubMed numbers.
    pub pmid: Vec<&'static str>,
    /// Other places where it stands.
    pub links: Vec<&'static str>,
    /// How sure this project is that the source says it; nothing for an edition, whose page says it in prose.
    pub mark: Option<Mark>,
}

/// What a citation stands for; nothing if it leads nowhere, which no citation of a page does.
pub fn cited(cite: Citation) -> Option<Cited> {
    if let Some(edition) = edition(cite.edition) {
        return of_edition(edition, cite.anchor);
    }
    if let Some(source) = source(cite.edition) {
        return of_source(source, cite.anchor);
    }
    of_trial(evidence(cite.edition)?, cite.anchor)
}

fn of_edition(edition: &'static EditionInfo, anchor: &str) -> Option<Cited> {
    Some(Cited {
        title: edition.title,
        publisher: Some(edition.body),
        place: edition.anchor(anchor)?,
        date: Some(edition.in_force_from.to_string()),
        doi: edition.doi.to_vec(),
        pmid: edition.pmid.to_vec(),
        links: edition.links.to_vec(),
        mark: None,
    })
}

fn of_source(source: &'static Source, anchor: &str) -> Option<Cited> {
    let place = source.anchors.iter().find(|(name, _)| *name == anchor)?.1;
    Some(Cited {
        title: source.title,
        publisher: Some(source.publisher),
        place,
        date: source.date.map(|date| date.to_string()),
        doi: source.doi.to_vec(),
        pmid: source.pmid.to_vec(),
        links: source.links.to_vec(),
        mark: Some(source.mark),
    })
}

fn of_trial(trial: &'static Evidence, anchor: &str) -> Option<Cited> {
    let result = trial.result(anchor);
    if let Some(elsewhere) = result.and_then(|result| result.cite) {
        return cited(elsewhere).filter(|_| elsewhere.edition != trial.id);
    }
    if result.is_none() && anchor != "publication" {
        return None;
    }
    let publications = trial.publications.iter();
    Some(Cited {
        title: trial.trial,
        publisher: None,
        place: result.map_or("publications of the trial", |result| result.endpoint),
        date: publications
            .clone()
            .find_map(|of| of.date)
            .map(ToOwned::to_owned),
        doi: publications.clone().filter_map(|of| of.doi).collect(),
        pmid: publications.clone().filter_map(|of| of.pmid).collect(),
        links: Vec::new(),
        mark: publications.map(|of| of.mark).max(),
    })
}
