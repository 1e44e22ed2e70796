//! Which breast, and whether there is more than one invasive tumour.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Laterality};
use her2_knowledge::lexicon::Concept;

/// The side of the invasive cancer.
pub fn laterality(document: &Document<'_>) -> Option<Fact<Laterality>> {
    if let Some(stated) = field(document) {
        return Some(stated);
    }
    let (mut left, mut right) = (None, None);
    let mut counts = [0usize; 2];
    for at in 0..document.items.len() {
        let side = match document.items[at].concept {
            Some(Concept::Left) => 0,
            Some(Concept::Right) => 1,
            _ => continue,
        };
        counts[side] += 1;
        let slot = if side == 0 { &mut left } else { &mut right };
        let weight = weight(document, at);
        if weight > slot.as_ref().map_or(0, |(known, _)| *known) {
            *slot = Some((weight, at));
        }
    }
    let place = |at: usize| origin(document.span(at, at));
    match (left, right) {
        (Some((one, at)), Some((other, _))) if one >= 4 && other >= 4 => {
            Some(Fact::new(Laterality::Bilateral, place(at)))
        }
        (Some((one, at)), Some((other, _)))
            if one > other || one == other && counts[0] > counts[1] * 2 =>
        {
            Some(Fact::new(Laterality::Left, place(at)))
        }
        (Some((one, _)), Some((other, at)))
            if other > one || one == other && counts[1] > counts[0] * 2 =>
        {
            Some(Fact::new(Laterality::Right, place(at)))
        }
        (Some((_, at)), None) => Some(Fact::new(Laterality::Left, place(at))),
        (None, Some((_, at))) => Some(Fact::new(Laterality::Right, place(at))),
        _ => None,
    }
}

/// `Laterality: Left`. Two fields that differ are two cancers.
fn field(document: &Document<'_>) -> Option<Fact<Laterality>> {
    let mut found: Option<Fact<Laterality>> = None;
    for at in 0..document.items.len() {
        if !document.is(at, Concept::LateralityLabel) {
            continue;
        }
        let value = (at + 1..at + 4).find_map(|next| {
            let side = match document.items.get(next)?.concept? {
                Concept::Left => Laterality::Left,
                Concept::Right => Laterality::Right,
                Concept::Bilateral => Laterality::Bilateral,
                _ => return None,
            };
            Some(Fact::new(side, origin(document.span(at, next))))
        });
        match (found, value) {
            (Some(known), Some(value)) if known.value != value.value => {
                return Some(Fact::new(Laterality::Bilateral, value.origin));
            }
            (None, value) => found = value,
            _ => {}
        }
    }
    found
}

/// How strongly a side is the side of the invasive cancer: its part of the diagnosis names one.
fn weight(document: &Document<'_>, at: usize) -> u32 {
    let zone = document.zones[at];
    let reported = matches!(
        zone,
        Zone::Diagnosis | Zone::Synoptic | Zone::Addendum | Zone::Front
    );
    let breast = (at.saturating_sub(3)..at + 4).any(|near| {
        document.is_any(
            near,
            &[Concept::Breast, Concept::Mastectomy, Concept::Excision],
        )
    }) || document.lower(at).contains("breast");
    let base = match zone {
        Zone::Diagnosis | Zone::Synoptic | Zone::Addendum => 2,
        Zone::Front | Zone::Specimens | Zone::History => 1,
        _ => 1,
    };
    if !reported || !breast {
        return base;
    }
    // The diagnosis that follows the side up to the next breast side.
    for next in at + 1..(at + 60).min(document.items.len()) {
        if document.is_any(next, &[Concept::Left, Concept::Right])
            && next > at + 6
            && document.items[next].concept != document.items[at].concept
        {
            break;
        }
        if document.is(next, Concept::Invasive)
            || document.lower(next).contains("invasive")
            || document.lower(next).contains("infiltrating")
        {
            let negated = (next.saturating_sub(4)..next).any(|before| {
                document.is_any(
                    before,
                    &[
                        Concept::NotWord,
                        Concept::NotFound,
                        Concept::NoTumor,
                        Concept::Negative,
                    ],
                )
            }) || document.lower(next).starts_with("non");
            let cancer = (next..next + 6).any(|item| document.is(item, Concept::Carcinoma))
                || document.lower(next).contains("carcinoma");
            if !negated && cancer {
                return 4;
            }
        }
    }
    base
}

/// More than one invasive tumour.
pub fn multiple(document: &Document<'_>) -> Option<Fact<bool>> {
    let mut single = None;
    for at in 0..document.items.len() {
        let place = origin(document.span(at, at));
        if matches!(
            document.zones[at],
            Zone::History | Zone::Method | Zone::Blocks | Zone::Other
        ) {
            continue;
        }
        if document.is(at, Concept::Unifocal) {
            single = single.or(Some(Fact::new(false, place)));
        }
        if !document.is(at, Concept::Multifocal) || document.zones[at] == Zone::Gross {
            continue;
        }
        let in_situ = (at.saturating_sub(6)..at + 5).any(|near| {
            document.is_any(near, &[Concept::Dcis, Concept::Lcis])
                && document.same_sentence(near, at)
        }) && !(at..at + 6).any(|near| document.is(near, Concept::Invasive));
        let label = (at + 1..at + 7).find(|next| document.is_mark(*next, b':'));
        let answer =
            label.and_then(|colon| (colon + 1..colon + 4).find_map(|next| answer(document, next)));
        let negated = (at.saturating_sub(3)..at).any(|before| {
            document.is_any(
                before,
                &[Concept::NotWord, Concept::NotFound, Concept::Absent],
            )
        }) || (at + 1..at + 4)
            .any(|next| document.is_any(next, &[Concept::NotFound, Concept::Absent]));
        let value = match (label, answer) {
            (Some(_), Some(value)) => value,
            (Some(_), None) if document.lower(at).ends_with("ity") => continue,
            _ => !negated && !document.lower(at).ends_with("ity") || answer == Some(true),
        };
        let follows = (at + 1..at + 7).any(|near| {
            document.is_any(
                near,
                &[Concept::Carcinoma, Concept::Invasive, Concept::MassWord],
            )
        }) || label.is_some()
            || document.word(at).contains(' ')
            || (at.saturating_sub(5)..at)
                .any(|near| document.is_any(near, &[Concept::Carcinoma, Concept::TumorSize]));
        if in_situ || !follows {
            continue;
        }
        if value {
            return Some(Fact::new(true, place));
        }
        single = single.or(Some(Fact::new(false, place)));
    }
    single
}

/// `Yes`, `Present`, `Absent`, `No` after a field's colon.
fn answer(document: &Document<'_>, at: usize) -> Option<bool> {
    match document.items.get(at)?.concept? {
        Concept::Present | Concept::Multifocal => Some(true),
        Concept::Absent | Concept::NotFound | Concept::NotWord | Concept::Unifocal => Some(false),
        _ => None,
    }
}
