//! What a text is about: a pathology report or not, breast or another organ, English or another language.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Site};
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
    seen.len() >= 3 || seen.contains(&Concept::Her2)
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
        let of_breast = item.is_any(&[
            Concept::Breast,
            Concept::ConsistentBreast,
            Concept::Dcis,
            Concept::Lcis,
        ]) && !document.word(at).to_ascii_lowercase().ends_with("in situ")
            || document.word(at).to_ascii_lowercase().contains("breast")
            || item.is_any(&[
                Concept::Mastectomy,
                Concept::Lobular,
                Concept::TripleNegative,
            ]);
        let text = document.word(at).to_ascii_lowercase();
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
pub fn invasive(document: &Document<'_>) -> Option<Fact<bool>> {
    let mut absent = None;
    let mut in_situ = None;
    for at in 0..document.items.len() {
        if matches!(
            document.zones[at],
            Zone::Method | Zone::Blocks | Zone::Other | Zone::History
        ) {
            continue;
        }
        let text = document.word(at).to_ascii_lowercase();
        let named = document.is(at, Concept::Invasive)
            || text.contains("invasive ")
            || text.starts_with("infiltrating ");
        let place = origin(document.span(at, at));
        if named && !text.starts_with("non") {
            let negated = (at.saturating_sub(4)..at).any(|before| {
                document.is_any(
                    before,
                    &[
                        Concept::NotWord,
                        Concept::NotFound,
                        Concept::Negative,
                        Concept::NoTumor,
                    ],
                ) && document.same_sentence(before, at)
            }) || (at + 1..at + 5).any(|next| {
                document.is_any(next, &[Concept::NotFound]) && document.same_sentence(next, at)
            });
            if negated {
                absent = absent.or(Some(Fact::new(false, place)));
            } else if (at..at + 7).any(|next| document.is(next, Concept::Carcinoma))
                || text.contains("carcinoma")
                || document.is(at + 1, Concept::Ductal)
                || document.is(at + 1, Concept::Lobular)
            {
                return Some(Fact::new(true, place));
            }
        }
        if document.is_any(at, &[Concept::Dcis]) && in_situ.is_none() {
            in_situ = Some(Fact::new(false, place));
        }
    }
    // Cancer without the word in situ is read as invasive only where a test or a stage of it is given elsewhere.
    absent.or(in_situ)
}
