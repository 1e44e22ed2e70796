//! Which tumour a HER2 result is of, where a report tells several apart.

use super::document::Document;
use her2_case::{Fact, Her2Result, Laterality, Span};
use her2_knowledge::lexicon::Concept;

/// How many items before a result its tumour may be named.
const REACH: usize = 60;

/// The name of a tumour at an item: `mass #3`, `Satellite #1`, `TUMOR 2`.
pub fn name(document: &Document<'_>, at: usize) -> Option<usize> {
    if document.is(at, Concept::TumorLabel) {
        return Some(at);
    }
    if !document.is_any(at, &[Concept::MassWord, Concept::Carcinoma])
        || !document.is_mark(at + 1, b'#')
    {
        return None;
    }
    document
        .items
        .get(at + 2)
        .is_some_and(|item| item.kind == super::token::Kind::Digits)
        .then_some(at + 2)
}

/// Gives each result the tumour that was named last before it; a side counts as a name where both breasts have cancer.
pub fn assign(
    document: &Document<'_>,
    laterality: Option<Fact<Laterality>>,
    results: &mut [Her2Result],
) {
    let bilateral = laterality.is_some_and(|side| side.value == Laterality::Bilateral);
    for result in results.iter_mut().filter(|result| result.tumor.is_none()) {
        let Some(place) = result.origin.as_span() else {
            continue;
        };
        let at = document
            .items
            .partition_point(|item| item.end <= place.start);
        result.tumor = before(document, at, bilateral);
    }
    let mut names: Vec<(String, Span)> = Vec::new();
    for result in results.iter_mut() {
        let Some(span) = result.tumor else { continue };
        let text: String = document.text[span.range()]
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let known = names
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, span)| *span);
        match known {
            Some(known) => result.tumor = Some(known),
            None => names.push((text, span)),
        }
    }
    // One name for all results tells nothing apart.
    if names.len() == 1 && results.iter().all(|result| result.tumor.is_some()) {
        results.iter_mut().for_each(|result| result.tumor = None);
    }
}

/// The tumour named last before an item.
fn before(document: &Document<'_>, at: usize, bilateral: bool) -> Option<Span> {
    for before in (at.saturating_sub(REACH)..at).rev() {
        if document.heading(before).is_some() {
            return None;
        }
        if let Some(last) = name(document, before) {
            return Some(document.span(before, last));
        }
        if bilateral && document.is_any(before, &[Concept::Left, Concept::Right]) {
            return Some(document.span(before, before));
        }
    }
    None
}
