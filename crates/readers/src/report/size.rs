//! The largest invasive extent in millimetres.

use super::document::{Document, Zone};
use super::number::Torn;
use super::origin;
use super::token::{Gap, Kind};
use her2_case::{Decimal, Fact};
use her2_knowledge::lexicon::Concept;

/// A measurement: its largest side.
struct Measure {
    millimetres: Decimal,
    first: usize,
    next: usize,
}

/// What a measurement is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Mass,
    Tumor,
    InvasiveText,
    TumorField,
    InvasiveField,
}

/// The size, from the most direct statement; of several equally direct the largest.
pub fn size(document: &Document<'_>) -> Option<Fact<Decimal>> {
    let mut found: Vec<((bool, Of), Fact<Decimal>)> = Vec::new();
    let mut at = 0;
    while at < document.items.len() {
        let Some(measure) = measure(document, at) else {
            at += 1;
            continue;
        };
        if let Some(rank) = rank(document, &measure) {
            found.push((
                rank,
                Fact::new(
                    measure.millimetres,
                    origin(document.span(measure.first, measure.next - 1)),
                ),
            ));
        }
        at = measure.next;
    }
    let best = found.iter().map(|(rank, _)| *rank).max()?;
    found
        .into_iter()
        .filter(|(rank, _)| *rank == best)
        .map(|(_, fact)| fact)
        .reduce(|one, other| if other.value > one.value { other } else { one })
}

/// `2.8 x 3.5 x 3.0 cm`, `35 mm`, `1.5cm`, `2.5 by 2.0 by 3.5. cm`.
fn measure(document: &Document<'_>, at: usize) -> Option<Measure> {
    let torn = if matches!(document.items[at].kind, Kind::Digits) {
        Torn::Maybe
    } else {
        return None;
    };
    if at > 0
        && document.items[at].gap == Gap::None
        && matches!(
            document.items[at - 1].kind,
            Kind::Word | Kind::Mark(b'.' | b'#' | b'/')
        )
    {
        return None;
    }
    let first = document.number(at, torn)?;
    let mut largest = first.value;
    let mut next = first.next;
    let unit = |item: usize| {
        let dot = usize::from(document.is_mark(item, b'.'));
        match document.items.get(item + dot)?.concept {
            Some(Concept::Centimetre) => Some((true, item + dot + 1)),
            Some(Concept::Millimetre) => Some((false, item + dot + 1)),
            _ => None,
        }
    };
    for _ in 0..3 {
        let by = document.word(next);
        if !(by.eq_ignore_ascii_case("x")
            || by.eq_ignore_ascii_case("by")
            || document.is_mark(next, b'x')
            || document.is_mark(next, b'-')
                && document
                    .number(next + 1, torn)
                    .is_some_and(|number| unit(number.next).is_some()))
        {
            break;
        }
        let Some(side) = document.number(next + 1, torn) else {
            break;
        };
        largest = largest.max(side.value);
        next = side.next;
    }
    let (centimetres, next) = unit(next)?;
    let millimetres = if centimetres {
        largest.shifted(1)
    } else {
        largest
    };
    (millimetres > Decimal::ZERO && millimetres <= Decimal::whole(400)).then_some(Measure {
        millimetres,
        first: at,
        next,
    })
}

/// How directly a measurement is one of the invasive cancer; nothing if it is of something else.
fn rank(document: &Document<'_>, measure: &Measure) -> Option<(bool, Of)> {
    let zone = document.zones[measure.first];
    let reported = !matches!(
        zone,
        Zone::History
            | Zone::Gross
            | Zone::Other
            | Zone::Intraoperative
            | Zone::Specimens
            | Zone::Method
            | Zone::Blocks
    );
    if matches!(zone, Zone::Method | Zone::Blocks | Zone::Other) {
        return None;
    }
    let floor = measure.first.saturating_sub(14);
    let mut invasive = false;
    for at in (floor..measure.first).rev() {
        let concept = document.items[at].concept;
        if document.is_mark(at, b';') || document.items[at + 1].gap == Gap::Paragraph {
            break;
        }
        match concept {
            Some(Concept::TumorSize) => {
                let text = document.word(at).to_ascii_lowercase();
                let own = if text.contains("invasive") || text.contains("infiltrating") || invasive
                {
                    Of::InvasiveField
                } else {
                    Of::TumorField
                };
                return Some((reported, own));
            }
            Some(Concept::Closest | Concept::Margin) if is_distance(document, at, measure) => {
                return None;
            }
            Some(
                Concept::Dcis
                | Concept::Lcis
                | Concept::Node
                | Concept::Extranodal
                | Concept::MetastasisWord
                | Concept::Micrometastasis
                | Concept::Itc,
            ) => {
                // `ductal carcinoma in situ and invasive carcinoma`: the invasive word between decides.
                if !invasive {
                    return None;
                }
                break;
            }
            Some(
                Concept::SpecimenWord
                | Concept::Excision
                | Concept::Mastectomy
                | Concept::CoreBiopsy,
            ) if !invasive && !document.is(at, Concept::Excision) => return None,
            Some(Concept::Invasive) => invasive = true,
            Some(Concept::Carcinoma) if reported => {
                let word = document.word(at).to_ascii_lowercase();
                let is_invasive = (at.saturating_sub(7)..at).any(|before| {
                    document.is(before, Concept::Invasive)
                        || document
                            .word(before)
                            .to_ascii_lowercase()
                            .contains("invasive")
                }) || invasive;
                let measured = (at..measure.first)
                    .any(|item| document.is_any(item, &[Concept::SizeWord, Concept::Features]))
                    || is_invasive
                    || word.starts_with("tum");
                if is_invasive {
                    return Some((reported, Of::InvasiveText));
                }
                if measured {
                    return Some((reported, Of::Tumor));
                }
            }
            Some(Concept::MassWord | Concept::Carcinoma) => {
                return Some((reported, if reported { Of::Tumor } else { Of::Mass }));
            }
            _ => {}
        }
    }
    if invasive {
        return Some((reported, Of::InvasiveText));
    }
    // `3.0 CM LARGEST INVASIVE TUMOR DIMENSION`, `3.5 cm mass`
    let after = measure.next..(measure.next + 5).min(document.items.len());
    if after
        .clone()
        .any(|at| document.is_any(at, &[Concept::TumorSize, Concept::Invasive]))
    {
        return Some((reported, Of::InvasiveText));
    }
    if after.clone().any(|at| document.is(at, Concept::MassWord))
        && !after
            .clone()
            .any(|at| document.is(at, Concept::SpecimenWord))
    {
        return Some((reported, if reported { Of::Tumor } else { Of::Mass }));
    }
    let size_field = (floor..measure.first)
        .rev()
        .take(5)
        .any(|at| document.is(at, Concept::SizeWord) && document.is_mark(at + 1, b':'));
    (size_field
        && reported
        && document.same_sentence(measure.first, measure.first.saturating_sub(3)))
    .then_some((reported, Of::Tumor))
}

/// Whether a margin word before a measurement makes it a distance.
fn is_distance(document: &Document<'_>, at: usize, measure: &Measure) -> bool {
    measure.first - at <= 6 && document.same_sentence(at, measure.first)
        || (measure.next..measure.next + 3)
            .any(|after| document.is_any(after, &[Concept::Closest, Concept::Margin]))
}
