//! Histological type of the invasive cancer.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Histology};
use her2_knowledge::lexicon::Concept;

/// The type a concept names.
fn kind(concept: Option<Concept>) -> Option<Histology> {
    Some(match concept? {
        Concept::Ductal => Histology::Ductal,
        Concept::Lobular => Histology::Lobular,
        Concept::MixedType => Histology::Mixed,
        Concept::Mucinous => Histology::Mucinous,
        Concept::Tubular => Histology::Tubular,
        Concept::CribriformCarcinoma => Histology::Cribriform,
        Concept::Papillary => Histology::Papillary,
        Concept::Micropapillary => Histology::Micropapillary,
        Concept::Medullary => Histology::Medullary,
        Concept::Metaplastic => Histology::Metaplastic,
        Concept::AdenoidCystic => Histology::AdenoidCystic,
        Concept::Apocrine => Histology::Apocrine,
        _ => return None,
    })
}

/// The type, from the first statement of the highest rank: a named field or the diagnosis before history and gross description.
pub fn histology(document: &Document<'_>) -> Option<Fact<Histology>> {
    let mut best: Option<(u32, Fact<Histology>)> = None;
    for at in 0..document.items.len() {
        let Some(found) = kind(document.items[at].concept) else {
            continue;
        };
        let Some(rank) = rank(document, at) else {
            continue;
        };
        let (value, last) = blended(document, at, found);
        let fact = Fact::new(value, origin(document.span(at, last)));
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, fact));
        }
    }
    best.map(|(_, fact)| fact)
}

/// How much a mention of a type weighs; nothing if it is not the invasive cancer's type.
fn rank(document: &Document<'_>, at: usize) -> Option<u32> {
    let zone = match document.zones[at] {
        Zone::Synoptic | Zone::Diagnosis => 30,
        Zone::Addendum | Zone::Front => 20,
        Zone::Microscopic => 15,
        Zone::Intraoperative | Zone::Specimens => 5,
        Zone::History | Zone::Gross => 3,
        Zone::Method | Zone::Blocks | Zone::Other => return None,
    };
    // `ductal carcinoma in situ`, `lobular hyperplasia`, `duct ectasia`
    let in_situ = (at..at + 5).any(|next| {
        document.is_any(next, &[Concept::Dcis, Concept::Lcis]) && document.same_sentence(next, at)
    }) && !document.is(at + 1, Concept::AndWord);
    let cancer = (at..at + 5)
        .find(|next| document.is(*next, Concept::Carcinoma))
        .or_else(|| {
            // `invasive carcinoma, ductal`, `carcinoma with both ductal and lobular features`
            (at.saturating_sub(5)..at).rev().find(|before| {
                document.is(*before, Concept::Carcinoma) && document.same_sentence(*before, at)
            })
        });
    let abbreviated = matches!(document.word(at), "IDC" | "ILC" | "IDCA");
    let invasive_before = (at.saturating_sub(6)..=at).any(|before| {
        document.is(before, Concept::Invasive)
            || document.lower(before).contains("invasive")
            || document.lower(before).contains("infiltrating")
    });
    let field = (at.saturating_sub(6)..at).any(|before| document.is_mark(before, b':'))
        && (at.saturating_sub(9)..at).any(|before| {
            document.is_any(before, &[Concept::Features, Concept::PathologyWord])
                || document.lower(before).contains("histolog")
        });
    let invasive_after = (at + 1..at + 4).any(|next| document.is(next, Concept::Invasive));
    let named =
        document.lower(at).contains("carcinoma") || document.lower(at).starts_with("invasive");
    let feature_only = document.is(at + 1, Concept::Features)
        && document.lower(at + 1).starts_with("feature")
        && !invasive_before;
    let negated = at > 0 && document.is_any(at - 1, &[Concept::NotWord, Concept::NotFound]);
    if in_situ && !invasive_before || feature_only || negated {
        return None;
    }
    if in_situ
        && (at + 1..at + 3).any(|next| document.is(next, Concept::Dcis))
        && !(at.saturating_sub(2)..at).any(|before| document.is(before, Concept::Invasive))
    {
        return None;
    }
    let directly = at > 0 && document.is(at - 1, Concept::Invasive);
    let certain = if abbreviated || invasive_before && cancer.is_some() {
        9
    } else if directly {
        8
    } else if field || invasive_after && cancer.is_some() {
        7
    } else if named || cancer.is_some_and(|cancer| cancer <= at + 2) {
        4
    } else {
        return None;
    };
    Some(zone + certain)
}

/// Ductal and lobular together are mixed; `with … features` of another type leaves the first.
fn blended(document: &Document<'_>, at: usize, found: Histology) -> (Histology, usize) {
    let (_, end) = document.sentence(at);
    let mut last = at;
    let mut value = found;
    for next in at + 1..end.min(at + 8) {
        match kind(document.items[next].concept) {
            // `with focal lobular features` leaves it ductal.
            Some(Histology::Lobular)
                if found == Histology::Ductal
                    && !document.word(next - 1).eq_ignore_ascii_case("focal") =>
            {
                let in_situ = (next..next + 4)
                    .any(|item| document.is_any(item, &[Concept::Dcis, Concept::Lcis]));
                if !in_situ {
                    value = Histology::Mixed;
                    last = next;
                }
            }
            Some(Histology::Ductal)
                if found == Histology::Lobular
                    && document.is_any(next - 1, &[Concept::AndWord]) =>
            {
                let in_situ = (next..next + 4)
                    .any(|item| document.is_any(item, &[Concept::Dcis, Concept::Lcis]));
                if !in_situ {
                    value = Histology::Mixed;
                    last = next;
                }
            }
            _ => {}
        }
        if document.is_any(
            next,
            &[
                Concept::Dcis,
                Concept::Lcis,
                Concept::Grade,
                Concept::NuclearGrade,
            ],
        ) {
            break;
        }
    }
    (value, last)
}
