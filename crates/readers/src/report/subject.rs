//! What a text is about: a pathology report or not, breast or another organ, English or another language.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Site, Tumor};
use her2_knowledge::lexicon::Concept;

/// Whether the words are those of a pathology report.
pub fn is_pathology(document: &Document<'_>) -> bool {
    let words = [
        Concept::PathologyWord,
        Concept::Carcinoma,
        Concept::Mastectomy,
        Concept::Excision,
        Concept::CoreBiopsy,
        Concept::DiagnosisSection,
        Concept::GrossSection,
        Concept::MicroscopicSection,
        Concept::SpecimenWord,
        Concept::Ihc,
        Concept::Her2Kit,
        Concept::Ish,
        Concept::Her2,
        Concept::Er,
        Concept::Pr,
        Concept::Node,
        Concept::Margin,
        Concept::Grade,
    ];
    let mut seen: Vec<Concept> = document
        .items
        .iter()
        .filter_map(|item| item.concept)
        .filter(|concept| words.contains(concept))
        .collect();
    seen.sort();
    seen.dedup();
    // One marker with its result is enough of a report to be read.
    seen.len() >= 3
        || document.items.iter().any(|item| {
            item.is_any(&[
                Concept::Her2,
                Concept::Low,
                Concept::Ultralow,
                Concept::Null,
                Concept::TripleNegative,
                Concept::TriplePositive,
            ])
        })
}

/// Whether the text is written in another language.
pub fn is_foreign(document: &Document<'_>) -> bool {
    let count = |concept: Concept| {
        document
            .items
            .iter()
            .filter(|item| item.is(concept))
            .count()
    };
    let english = [
        Concept::TheWord,
        Concept::OfWord,
        Concept::IsWord,
        Concept::AndWord,
    ]
    .into_iter()
    .map(count)
    .sum::<usize>();
    let foreign = count(Concept::Foreign);
    foreign >= 4 && foreign > english
}

/// The organ of the primary: breast where breast words outweigh those of other organs in what the report diagnoses.
pub fn site(document: &Document<'_>) -> Option<Fact<Site>> {
    let weight = |at: usize| match document.zones[at] {
        Zone::Diagnosis | Zone::Synoptic | Zone::Front | Zone::Specimens | Zone::Addendum => 3,
        Zone::Gross | Zone::Microscopic => 2,
        _ => 1,
    };
    let (mut breast, mut other) = ((0, None), (0, None));
    for at in 0..document.items.len() {
        let item = &document.items[at];
        if item.concept.is_none() {
            continue;
        }
        let text = document.lower(at);
        let of_breast = item.is_any(&[
            Concept::Breast,
            Concept::ConsistentBreast,
            Concept::Dcis,
            Concept::Lcis,
        ]) && !text.ends_with("in situ")
            || text.len() >= "breast".len() && text.contains("breast")
            || item.is_any(&[
                Concept::Mastectomy,
                Concept::Lobular,
                Concept::TripleNegative,
            ]);
        let own = if item.is(Concept::ConsistentBreast) {
            20
        } else if of_breast {
            weight(at)
        } else {
            0
        };
        if own > 0 && !text.is_empty() {
            breast.0 += own;
            breast.1 = breast.1.or(Some(at));
        } else if item.is(Concept::OtherOrgan) {
            other.0 += weight(at);
            other.1 = other.1.or(Some(at));
        }
    }
    let place = |at: usize| origin(document.span(at, at));
    if breast.0 > 0 && breast.0 * 2 >= other.0 {
        return breast.1.map(|at| Fact::new(Site::Breast, place(at)));
    }
    other.1.map(|at| Fact::new(Site::Other, place(at)))
}

/// Whether an invasive carcinoma is described, or only one in situ.
///
/// Invasion that is named once, or that a stage or a grade of it speaks for, is invasion; it is denied only where nothing speaks for it.
pub fn invasive(document: &Document<'_>, tumor: &Tumor) -> Option<Fact<bool>> {
    let mut denied = None;
    let mut in_situ = None;
    for at in 0..document.items.len() {
        if matches!(
            document.zones[at],
            Zone::Method | Zone::Blocks | Zone::Other | Zone::History
        ) {
            continue;
        }
        let place = origin(document.span(at, at));
        if is_invasive_word(document, at) {
            if !is_denied(document, at) {
                return Some(Fact::new(true, place));
            }
            denied = denied.or(Some(Fact::new(false, place)));
        }
        if document.is(at, Concept::Dcis) && in_situ.is_none() {
            in_situ = Some(Fact::new(false, place));
        }
    }
    let staged = tumor
        .t
        .as_ref()
        .filter(|t| !matches!(t.value.as_str(), "T0" | "Tis" | "TX"));
    if let Some(t) = staged {
        return Some(t.with(true));
    }
    if let Some(nodes) = tumor.nodes_positive.filter(|nodes| nodes.value > 0) {
        return Some(nodes.with(true));
    }
    denied.or(in_situ)
}

/// `invasive`, `infiltrating`, and what scanning makes of them.
fn is_invasive_word(document: &Document<'_>, at: usize) -> bool {
    let text = document.lower(at);
    document.is(at, Concept::Invasive)
        || (text.starts_with("invasive") || text.starts_with("infilt")) && text.len() > 7
}

/// Whether the invasion named at an item is denied: `no invasive carcinoma`, not `margins uninvolved by invasive carcinoma`.
fn is_denied(document: &Document<'_>, at: usize) -> bool {
    let (first, last) = document.sentence(at);
    let margin = (first.max(at.saturating_sub(8))..at)
        .any(|before| document.is_any(before, &[Concept::Margin, Concept::Lvi]));
    if margin {
        // The margins of an invasive cancer speak for one.
        return false;
    }
    let denial = [
        Concept::NotWord,
        Concept::NotFound,
        Concept::NoTumor,
        Concept::Absent,
    ];
    let before = (first.max(at.saturating_sub(4))..at).any(|before| {
        document.is_any(before, &denial)
            || document.is(before, Concept::Negative) && document.is(before + 1, Concept::ForWord)
    });
    let after = (at + 1..last.min(at + 6))
        .any(|next| document.is_any(next, &[Concept::NotFound, Concept::Absent]));
    before || after
}
