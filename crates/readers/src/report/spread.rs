//! Vessels, margins, in situ cancer, effect of earlier treatment, site of a metastasis.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Margin, MetastaticSite, Presence};
use her2_knowledge::lexicon::Concept;

fn is_reported(zone: Zone) -> bool {
    !matches!(
        zone,
        Zone::History
            | Zone::Gross
            | Zone::Method
            | Zone::Blocks
            | Zone::Other
            | Zone::Specimens
            | Zone::Intraoperative
    )
}

/// What is said of a thing: present, absent or uncertain, by the nearest word after it or the one before it.
fn presence(document: &Document<'_>, at: usize) -> Option<Presence> {
    let before =
        (at.saturating_sub(3)..at)
            .rev()
            .find_map(|item| match document.items[item].concept? {
                Concept::NotWord | Concept::NotFound | Concept::Absent | Concept::Negative => {
                    Some(Presence::Absent)
                }
                _ => None,
            });
    let same_clause = before.filter(|_| document.same_sentence(at.saturating_sub(1), at));
    let (_, end) = document.sentence(at);
    let reach = end.max(at + 5).min(at + 12).min(document.items.len());
    let after = (at + 1..reach).find_map(|item| match document.items[item].concept? {
        Concept::NotFound
        | Concept::Absent
        | Concept::NotWord
        | Concept::Negative
        | Concept::NoTumor => Some(Presence::Absent),
        Concept::Present | Concept::Positive | Concept::Features => Some(Presence::Present),
        Concept::Indeterminate | Concept::Equivocal => Some(Presence::Uncertain),
        _ => None,
    });
    after
        .filter(|_| document.is_mark(at + 1, b':'))
        .or(same_clause)
        .or(after)
}

/// Lymphovascular invasion; present in one place is present.
pub fn lvi(document: &Document<'_>) -> Option<Fact<Presence>> {
    let mut found: Option<Fact<Presence>> = None;
    for at in 0..document.items.len() {
        if document.is(at, Concept::Lvi)
            && is_reported(document.zones[at])
            && let Some(value) = presence(document, at)
            && (found.is_none() || value == Presence::Present)
        {
            found = Some(Fact::new(value, origin(document.span(at, at))));
        }
    }
    found
}

/// Margins of the excision; cancer at one is cancer at the margin.
pub fn margins(document: &Document<'_>) -> Option<Fact<Margin>> {
    let mut found: Option<Fact<Margin>> = None;
    for at in 0..document.items.len() {
        if !document.is(at, Concept::Margin)
            || !is_reported(document.zones[at])
            || document.word(at).eq_ignore_ascii_case("distance")
        {
            continue;
        }
        let in_situ = (at.saturating_sub(6)..at + 6).any(|near| {
            document.is_any(near, &[Concept::Dcis, Concept::Lcis])
                && document.same_sentence(near, at)
        });
        let (first, end) = document.sentence(at);
        let (from, to) = (first.max(at.saturating_sub(7)), end.min(at + 9));
        let value =
            (at + 1..to)
                .chain(from..at)
                .find_map(|item| match document.items[item].concept? {
                    Concept::Negative | Concept::NoTumor | Concept::Absent | Concept::NotFound => {
                        Some(Margin::Negative)
                    }
                    Concept::Positive => Some(Margin::Positive),
                    Concept::Involved
                        if !document.is_any(item.wrapping_sub(1), &[Concept::NotWord]) =>
                    {
                        Some(Margin::Positive)
                    }
                    _ => None,
                });
        if let Some(value) = value
            && !in_situ
            && (found.is_none() || value == Margin::Positive)
        {
            found = Some(Fact::new(value, origin(document.span(at, at))));
        }
    }
    found
}

/// Ductal carcinoma in situ beside the invasive cancer.
pub fn dcis(document: &Document<'_>) -> Option<Fact<Presence>> {
    (0..document.items.len()).find_map(|at| {
        let text = document.lower(at);
        let ductal = text.contains("duct") || text == "dcis";
        if !document.is(at, Concept::Dcis) || !ductal || !is_reported(document.zones[at]) {
            return None;
        }
        let negated = presence(document, at) == Some(Presence::Absent)
            && (document.is_mark(at + 1, b':')
                || (at.saturating_sub(3)..at)
                    .any(|item| document.is_any(item, &[Concept::NotWord, Concept::NotFound]))
                || document.is_any(at + 1, &[Concept::NotFound, Concept::Absent]));
        let value = if negated {
            Presence::Absent
        } else {
            Presence::Present
        };
        Some(Fact::new(value, origin(document.span(at, at))))
    })
}

/// The effect of treatment before the operation.
pub fn treatment_effect(document: &Document<'_>) -> Option<Fact<Presence>> {
    (0..document.items.len()).find_map(|at| {
        let text = document.lower(at);
        if !document.is(at, Concept::TreatmentEffect)
            || !is_reported(document.zones[at])
            || !(text.contains("effect") || text.contains("response"))
        {
            return None;
        }
        let known = (at + 1..at + 8).all(|item| !document.is(item, Concept::NotPerformed));
        let value = presence(document, at).filter(|_| known)?;
        Some(Fact::new(value, origin(document.span(at, at))))
    })
}

/// Where a metastasis of the breast cancer was sampled: an organ in the title of the diagnosis beside `metastatic`.
pub fn metastatic_site(document: &Document<'_>) -> Option<Fact<MetastaticSite>> {
    let metastatic = (0..document.items.len()).any(|at| {
        document.is_any(
            at,
            &[
                Concept::MetastasisWord,
                Concept::ConsistentBreast,
                Concept::Recurrence,
            ],
        ) && is_reported(document.zones[at])
    });
    if !metastatic {
        return None;
    }
    (0..document.items.len()).find_map(|at| {
        let site = match document.items[at].concept? {
            Concept::Bone => MetastaticSite::Bone,
            Concept::Liver => MetastaticSite::Liver,
            Concept::Lung => MetastaticSite::Lung,
            Concept::Brain => MetastaticSite::Brain,
            Concept::ChestWall => MetastaticSite::Skin,
            _ => return None,
        };
        let title = is_reported(document.zones[at])
            && (at + 1..at + 8).any(|next| {
                document.is_any(
                    next,
                    &[Concept::CoreBiopsy, Concept::Excision, Concept::Fna],
                ) || document.word(next).eq_ignore_ascii_case("biopsy")
            });
        let cancer = (at..at + 24).any(|next| {
            document.is_any(next, &[Concept::MetastasisWord, Concept::ConsistentBreast])
        });
        (title && cancer).then(|| Fact::new(site, origin(document.span(at, at))))
    })
}
