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
                    .and_then(|time| Some(time.fact.with(times(time.amount, time.unit.hours()?))));
            }
            Some(Concept::Ischaemia) if found.ischaemia_minutes.is_none() => {
                found.ischaemia_minutes =
                    duration(document, at, 12).map(|time| minutes(document, &time));
            }
            Some(Concept::Formalin) if found.formalin.is_none() => {
                let formalin = !is_denied(document, at);
                found.formalin = Some(Fact::new(formalin, origin(document.span(at, at))));
            }
            Some(Concept::OtherFixative) if found.formalin.is_none() => {
                found.formalin = Some(Fact::new(false, origin(document.span(at, at))));
            }
            // `Fixative: alcohol`; the bare word is about habits more often than about tissue.
            Some(Concept::Alcohol)
                if found.formalin.is_none()
                    && (at.saturating_sub(3)..at)
                        .any(|before| document.is(before, Concept::FixativeLabel)) =>
            {
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

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    Days,
}

impl Unit {
    fn of(concept: Option<Concept>) -> Option<Self> {
        match concept? {
            Concept::Minutes => Some(Self::Minutes),
            Concept::Hours => Some(Self::Hours),
            Concept::Days => Some(Self::Days),
            _ => None,
        }
    }

    /// Hours in one of it, if it is at least one.
    fn hours(self) -> Option<u64> {
        match self {
            Self::Minutes => None,
            Self::Hours => Some(1),
            Self::Days => Some(24),
        }
    }

    /// Minutes in one of it.
    fn minutes(self) -> u64 {
        self.hours().map_or(1, |hours| hours * 60)
    }
}

/// A duration as printed.
struct Duration {
    amount: Amount,
    unit: Unit,
    fact: Fact<()>,
    /// The item after it.
    next: usize,
}

/// A duration after a label: `Fixation time: 28.5 hours`, `fixed for at least 6 hours … and no more than 72 hours`.
fn duration(document: &Document<'_>, label: usize, reach: usize) -> Option<Duration> {
    let end = (label + reach).min(document.items.len());
    for at in label + 1..end {
        let Some(quantity) = document.quantity(at, Torn::No) else {
            continue;
        };
        let unit = document.items.get(quantity.next);
        let Some(unit) = unit.and_then(|item| Unit::of(item.concept)) else {
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
        return Some(Duration {
            amount: quantity.amount,
            unit,
            fact: Fact::new((), origin(document.span(first, quantity.next))),
            next: quantity.next + 1,
        });
    }
    None
}

/// A duration in minutes, with the minutes that follow whole hours: `1 hour 30 minutes`.
fn minutes(document: &Document<'_>, time: &Duration) -> Fact<Amount> {
    let amount = times(time.amount, time.unit.minutes());
    let fact = time.fact.with(amount);
    let rest = time.next + usize::from(document.is(time.next, Concept::AndWord));
    let rest = document
        .quantity(rest, Torn::No)
        .filter(|rest| time.unit == Unit::Hours && document.is(rest.next, Concept::Minutes));
    let whole = rest.as_ref().and_then(|rest| rest.amount.exact());
    match (amount.exact(), whole, rest) {
        (Some(hours), Some(more), Some(rest)) if hours.scale() == 0 && more.scale() == 0 => {
            let sum = Decimal::new(hours.mantissa() + more.mantissa(), 0);
            let end = origin(document.span(rest.next, rest.next));
            let place = fact.origin.as_span().zip(end.as_span());
            let place = place.map_or(fact.origin, |(from, to)| origin(from.join(to)));
            Fact::new(Amount::Exactly(sum), place)
        }
        _ => fact,
    }
}

/// An amount so many times over.
fn times(amount: Amount, factor: u64) -> Amount {
    let times =
        |value: Decimal| Decimal::new(value.mantissa().saturating_mul(factor), value.scale());
    match amount {
        Amount::Exactly(value) => Amount::Exactly(times(value)),
        Amount::Below(value) => Amount::Below(times(value)),
        Amount::AtMost(value) => Amount::AtMost(times(value)),
        Amount::Above(value) => Amount::Above(times(value)),
        Amount::AtLeast(value) => Amount::AtLeast(times(value)),
        Amount::Between(low, high) => Amount::Between(times(low), times(high)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::vocabulary::Vocabulary;

    fn read(text: &str) -> (Option<String>, Option<String>, Option<bool>) {
        let found = handling(&Document::new(text, Vocabulary::english()));
        let shown = |fact: Option<Fact<Amount>>| fact.map(|fact| fact.value.to_string());
        let formalin = found.formalin.map(|fact| fact.value);
        (
            shown(found.fixation_hours),
            shown(found.ischaemia_minutes),
            formalin,
        )
    }

    #[test]
    fn times_are_read_in_every_unit() {
        let times = |text| {
            let (fixation, ischaemia, _) = read(text);
            (fixation.unwrap_or_default(), ischaemia.unwrap_or_default())
        };
        let of = |fixation: &str, ischaemia: &str| (fixation.to_owned(), ischaemia.to_owned());
        assert_eq!(times("Fixation time: 28.5 hours."), of("28.5", ""));
        assert_eq!(times("Fixation duration: 4 days."), of("96", ""));
        assert_eq!(times("Cold ischemia time: 2 hours."), of("", "120"));
        assert_eq!(
            times("Cold ischemia time: 1 hour 30 minutes."),
            of("", "90")
        );
        assert_eq!(
            times("Cold ischemia time: 1 hour and 5 minutes."),
            of("", "65")
        );
        assert_eq!(
            times("Cold ischemia time: less than 60 minutes."),
            of("", "<60")
        );
    }

    #[test]
    fn a_fixative_that_is_denied_or_another_one_is_not_formalin() {
        assert_eq!(
            read("Fixative: 10% neutral buffered formalin.").2,
            Some(true)
        );
        assert_eq!(
            read("The specimen was not fixed in formalin.").2,
            Some(false)
        );
        assert_eq!(read("Alcohol-fixed cell block.").2, Some(false));
        assert_eq!(read("Fixative: alcohol").2, Some(false));
        assert_eq!(read("Alcohol: social.").2, None);
    }
}
