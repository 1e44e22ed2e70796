//! Tissue handling: fixation, cold ischaemia, fixative, decalcification, and the edition a report says it follows.

use super::document::Document;
use super::number::Torn;
use super::origin;
use super::token::Kind;
use her2_case::{Amount, Decimal, Fact, Preanalytics};
use her2_knowledge::lexicon::Concept;

/// Reads what the report says of the handling.
pub fn handling(document: &Document<'_>) -> Preanalytics {
    let mut found = Preanalytics::default();
    for at in 0..document.items.len() {
        match document.items[at].concept {
            Some(Concept::Fixation) if found.fixation_hours.is_none() => {
                found.fixation_hours = duration(document, at, 14)
                    .filter(|(_, hours)| *hours)
                    .map(|(fact, _)| fact);
            }
            Some(Concept::Ischaemia) if found.ischaemia_minutes.is_none() => {
                found.ischaemia_minutes = duration(document, at, 12).map(|(fact, hours)| {
                    if hours {
                        Fact {
                            value: sixtyfold(fact.value),
                            ..fact
                        }
                    } else {
                        fact
                    }
                });
            }
            Some(Concept::Formalin) if found.formalin.is_none() => {
                let formalin = !is_denied(document, at);
                found.formalin = Some(Fact::new(formalin, origin(document.span(at, at))));
            }
            Some(Concept::OtherFixative) if found.formalin.is_none() => {
                found.formalin = Some(Fact::new(false, origin(document.span(at, at))));
            }
            Some(Concept::Decalcified)
                if found.decalcified.is_none()
                    && !(at > 0 && document.is(at - 1, Concept::NotWord)) =>
            {
                found.decalcified = Some(Fact::new(true, origin(document.span(at, at))));
            }
            Some(Concept::NotDecalcified) if found.decalcified.is_none() => {
                found.decalcified = Some(Fact::new(false, origin(document.span(at, at))))
            }
            _ => {}
        }
    }
    found
}

/// Whether the fixative is denied: `was not fixed in formalin`.
fn is_denied(document: &Document<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at)
        .any(|before| document.is(before, Concept::NotWord) && document.same_sentence(before, at))
}

/// A duration after a label: `Fixation time: 28.5 hours`, `fixed for at least 6 hours … and no more than 72 hours`.
fn duration(document: &Document<'_>, label: usize, reach: usize) -> Option<(Fact<Amount>, bool)> {
    let end = (label + reach).min(document.items.len());
    for at in label + 1..end {
        let Some(quantity) = document.quantity(at, Torn::No) else {
            continue;
        };
        let unit = |item: usize| match document.items.get(item)?.concept {
            Some(Concept::Hours) => Some(true),
            Some(Concept::Minutes) => Some(false),
            _ => None,
        };
        let Some(hours) = unit(quantity.next) else {
            // `between 6 and 48 hours` in the terms of a method is no time of this specimen.
            if document.is(quantity.next, Concept::AndWord) {
                return None;
            }
            continue;
        };
        // A limit of the method, not this specimen's time.
        if (label..at).any(|item| document.is_any(item, &[Concept::Definition, Concept::NotWord]))
            || document.is(label, Concept::Definition)
        {
            return None;
        }
        let first = if at > 0 && matches!(document.items[at - 1].kind, Kind::Mark(b'<' | b'>')) {
            at - 1
        } else {
            at
        };
        return Some((
            Fact::new(quantity.amount, origin(document.span(first, quantity.next))),
            hours,
        ));
    }
    None
}

/// Hours as minutes.
fn sixtyfold(amount: Amount) -> Amount {
    let minutes = |value: Decimal| Decimal::new(value.mantissa() * 60, value.scale());
    match amount {
        Amount::Exactly(value) => Amount::Exactly(minutes(value)),
        Amount::Below(value) => Amount::Below(minutes(value)),
        Amount::AtMost(value) => Amount::AtMost(minutes(value)),
        Amount::Above(value) => Amount::Above(minutes(value)),
        Amount::AtLeast(value) => Amount::AtLeast(minutes(value)),
        Amount::Between(low, high) => Amount::Between(minutes(low), minutes(high)),
    }
}

/// The year of the guideline's edition that the report names: the nearest one in the sentence that names the guideline.
pub fn stated_edition(document: &Document<'_>) -> Option<Fact<u16>> {
    let year = |at: usize| {
        let year: u16 = document.word(at).parse().ok()?;
        let plausible = (2007..=2030).contains(&year) && document.items[at].kind == Kind::Digits;
        plausible.then(|| Fact::new(year, origin(document.span(at, at))))
    };
    (0..document.items.len())
        .filter(|at| document.is(*at, Concept::StatedEdition))
        .find_map(|at| {
            let (first, last) = document.sentence(at);
            let near = first.max(at.saturating_sub(8))..last.min(at + 24);
            let years = near.filter_map(|near| Some((near.abs_diff(at), year(near)?)));
            years.min_by_key(|(distance, _)| *distance)
        })
        .map(|(_, year)| year)
}
