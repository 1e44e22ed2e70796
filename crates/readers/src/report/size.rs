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
    // `2. x 1.5 cm`: the first side is torn, the others alone are not the size.
    let by = at > 1 && document.lower(at - 1) == "x";
    if by && matches!(document.items[at - 2].kind, Kind::Mark(b'.')) {
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
        // `2.6 x 2.2 X. 2 cm`
        let dot = usize::from(document.is_mark(next + 1, b'.'));
        let Some(side) = document.number(next + 1 + dot, torn) else {
            break;
        };
        largest = largest.max(side.value);
        next = side.next;
    }
    // `4.5 and 1.0 cm`: one unit for both.
    if unit(next).is_none()
        && (document.is(next, Concept::AndWord) || document.is_mark(next, b','))
        && let Some(other) = document.number(next + 1, torn)
        && unit(other.next).is_some()
    {
        largest = largest.max(other.value);
        next = other.next;
    }
    let labelled = || {
        // `Tumour size (cm): 3.5`
        let label = (at.saturating_sub(4)..at)
            .rev()
            .find(|item| document.is(*item, Concept::TumorSize))?;
        let text = document.lower(label);
        let named = |unit: Concept| (label..at).any(|item| document.is(item, unit));
        let centimetres = text.ends_with("cm") || named(Concept::Centimetre);
        let millimetres = text.ends_with("mm") || named(Concept::Millimetre);
        (centimetres || millimetres).then_some((centimetres, next))
    };
    let (centimetres, next) = unit(next).or_else(labelled)?;
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
    let floor = measure.first.saturating_sub(if reported { 26 } else { 14 });
    if is_distance_after(document, measure) {
        return None;
    }
    // `TUMOR 2 (CENTRAL MASS): 2.5 CM`
    let named = (measure.first.saturating_sub(7)..measure.first)
        .any(|at| document.is(at, Concept::TumorLabel));
    if reported && named && document.is_mark(measure.first.wrapping_sub(1), b':') {
        return Some((reported, Of::TumorField));
    }
    let mut invasive = false;
    for at in (floor..measure.first).rev() {
        // `tubular carcinoma, 0.9 cm`: a type named with its carcinoma.
        let concept = match document.items[at].concept {
            Some(kind) if is_type(kind) && document.lower(at).contains("carcinoma") => {
                Some(Concept::Carcinoma)
            }
            other => other,
        };
        if document.is_mark(at, b';') || document.items[at + 1].gap == Gap::Paragraph {
            break;
        }
        match concept {
            Some(Concept::TumorSize) => {
                let text = document.lower(at);
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
            // The area a microscope sees.
            Some(Concept::Mitoses) if is_field_of_view(document, at, measure) => return None,
            // `left breast sized 19.5 x 17 x 4.6 cm`
            Some(Concept::SizeWord) if at > 0 && document.is(at - 1, Concept::Breast) => {
                return None;
            }
            Some(Concept::SizeWord) if reported && is_size_field(document, at, measure) => {
                let own =
                    (at.saturating_sub(6)..at).any(|item| document.is(item, Concept::Invasive));
                let rank = if own {
                    Of::InvasiveField
                } else {
                    Of::TumorField
                };
                return Some((reported, rank));
            }
            Some(Concept::Multifocal | Concept::Unifocal) if reported => {
                return Some((reported, Of::Tumor));
            }
            // `the largest metastatic focus measures 2.5 cm`
            Some(Concept::MassWord)
                if (at.saturating_sub(3)..at).any(|before| {
                    document.is_any(
                        before,
                        &[Concept::MetastasisWord, Concept::Node, Concept::NotWord],
                    )
                }) =>
            {
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
                let word = document.lower(at);
                let is_invasive = (at.saturating_sub(7)..at).any(|before| {
                    document.is(before, Concept::Invasive)
                        || document.lower(before).contains("invasive")
                }) || invasive;
                let measured = (at..measure.first)
                    .any(|item| document.is_any(item, &[Concept::SizeWord, Concept::Features]))
                    || is_invasive
                    || word.starts_with("tum")
                    || document.same_sentence(at, measure.first)
                    || (measure.next..measure.next + 4)
                        .any(|item| document.is(item, Concept::SizeWord));
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
    // `a 4.5 cm grade III lobular carcinoma`
    let cancer = after
        .clone()
        .any(|at| document.is(at, Concept::Carcinoma) && document.same_sentence(at, measure.first));
    if reported && cancer && !after.clone().any(|at| is_other(document, at)) {
        return Some((reported, Of::Tumor));
    }
    // `sectioning reveals a 3.2 x 3.0 x 2.0 cm tumor`
    let mass = after.clone().any(|at| document.is(at, Concept::MassWord))
        || document.is(measure.next, Concept::Carcinoma);
    if mass
        && !after
            .clone()
            .any(|at| document.is(at, Concept::SpecimenWord))
    {
        return Some((reported, if reported { Of::Tumor } else { Of::Mass }));
    }
    // `the tumor is 22 mm in maximum dimension`, its noun misread
    if reported
        && after.clone().any(|at| document.is(at, Concept::SizeWord))
        && !(floor..measure.first)
            .rev()
            .take(10)
            .any(|at| is_other(document, at))
    {
        return Some((reported, Of::Tumor));
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

/// Whether a concept is a histologic type of invasive carcinoma.
fn is_type(concept: Concept) -> bool {
    matches!(
        concept,
        Concept::Tubular
            | Concept::CribriformCarcinoma
            | Concept::Papillary
            | Concept::Micropapillary
            | Concept::Medullary
            | Concept::Metaplastic
            | Concept::AdenoidCystic
            | Concept::Apocrine
    )
}

/// `visual area diameter 0.55 mm` behind a count of mitoses.
fn is_field_of_view(document: &Document<'_>, at: usize, measure: &Measure) -> bool {
    (at..measure.first).any(|item| {
        let word = document.lower(item);
        word.contains("area") || word.contains("field")
    })
}

/// `SIZE: 5.2 CM`, `(GREATEST DIMENSION): 2.0 CM`, of nothing else than the tumour.
fn is_size_field(document: &Document<'_>, at: usize, measure: &Measure) -> bool {
    let near = measure.first - at <= 6;
    let colon = (at + 1..measure.first).any(|item| document.is_mark(item, b':'));
    let other = (at.saturating_sub(4)..at)
        .any(|item| is_other(document, item) && document.same_sentence(item, at))
        // `SIZE OF BIOPSY: 6.8 CM`
        || (at + 1..measure.first)
            .any(|item| is_other(document, item) || document.lower(item).contains("biopsy"));
    near && colon && !other
}

/// Whether an item names something else than the tumour.
fn is_other(document: &Document<'_>, at: usize) -> bool {
    document.is_any(
        at,
        &[
            Concept::SpecimenWord,
            Concept::Node,
            Concept::Dcis,
            Concept::Lcis,
            Concept::MetastasisWord,
            Concept::Margin,
            Concept::Excision,
            Concept::Mastectomy,
            Concept::Extranodal,
        ],
    ) || document.word(at).eq_ignore_ascii_case("additional")
}

/// `0.7 cm from the superficial margin`, `within 1 mm of the margin`.
fn is_distance_after(document: &Document<'_>, measure: &Measure) -> bool {
    let after = measure.next..(measure.next + 9).min(document.items.len());
    let word = measure.next + usize::from(document.is_mark(measure.next, b'.'));
    if document.is(word, Concept::Apart) {
        return true;
    }
    let from = document.is_any(word, &[Concept::Closest, Concept::OfWord, Concept::AtLeast]);
    from && after.clone().any(|at| document.is(at, Concept::Margin))
}

/// Whether a margin word before a measurement makes it a distance.
fn is_distance(document: &Document<'_>, at: usize, measure: &Measure) -> bool {
    // `ranging in size from 1.0 cm up to 3.7 cm` is no distance.
    let range = document.word(at).eq_ignore_ascii_case("from")
        && (at.saturating_sub(3)..at).any(|item| document.is(item, Concept::SizeWord));
    !range && measure.first - at <= 6 && document.same_sentence(at, measure.first)
        || (measure.next..measure.next + 3)
            .any(|after| document.is_any(after, &[Concept::Closest, Concept::Margin]))
}
