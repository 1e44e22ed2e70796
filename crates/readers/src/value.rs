//! One value given as text: what stands in a field of a message, a cell of a table, a coded answer spelt out.
//!
//! What the value is of is known from outside. A text that is not understood gives nothing, and the caller says so: better none than a wrong one.
//! The vocabulary of every language is in `knowledge/codes/values/words.md`.

mod choice;
mod lex;
mod parse;
mod part;
mod receptor;
mod stage;

pub(crate) use choice::{
    Menopausal, grade, histology, laterality, menopause, missing, point, procedure, sex,
};
pub(crate) use part::{Beside, Part, Said};
pub(crate) use receptor::{ReceptorReading, receptor};
pub(crate) use stage::{Category, category};

use her2_case::{Amount, Assay, Decimal, Her2Word, ScoreReading};
use std::ops::Range;

/// A value, where it stands in the text, and what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadValue<T> {
    /// The value.
    pub(crate) value: T,
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// Whether it is of this specimen: `Negative (outside)` is not.
    pub(crate) beside: Beside,
    /// What else the text says: `2+ (3+ outside)`, `1.8 (CN 7.5)`.
    pub(crate) also: Vec<Part>,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// The test was not done.
    NotDone,
    /// The result is to come.
    Pending,
    /// Nobody knows, or nothing is written.
    NotKnown,
    /// The question does not apply.
    NotApplicable,
}

/// Everything that a text about HER2 says, such as `IHC 2+, FISH ratio 1.4 (not amplified)`; nothing if any of it is not understood.
pub(crate) fn her2(text: &str) -> Option<Vec<Part>> {
    parse::parts(text).filter(|parts| !parts.is_empty())
}

/// A score of immunohistochemistry: `2+`, `Score 2+`, `1+ (negative)`, `0-1+`, `weakly positive (2+)`, `++`.
pub(crate) fn score(text: &str) -> Option<ReadValue<ScoreReading>> {
    let parts = her2(text)?;
    let named = |said: &Said| match said {
        Said::Score(score) => Some(*score),
        _ => None,
    };
    if parts.iter().any(|part| named(&part.said).is_some()) {
        return one(parts, named);
    }
    one(parts, |said| match said {
        Said::Number(amount) => parse::score_of(*amount),
        Said::Plus(count @ 2..=3) => {
            parse::score_of(Amount::Exactly(Decimal::whole(u32::from(*count))))
        }
        _ => None,
    })
}

/// A word about the gene: amplified, not amplified, positive, negative, equivocal, indeterminate, pending, not performed.
pub(crate) fn ish_word(text: &str) -> Option<ReadValue<Her2Word>> {
    let parts = her2(text)?;
    if parts.iter().any(|part| part.assay == Some(Assay::Ihc)) {
        return None;
    }
    word(parts)
}

/// A word about HER2, of whichever test.
pub(crate) fn her2_word(text: &str) -> Option<ReadValue<Her2Word>> {
    word(her2(text)?)
}

/// The ratio of HER2 to CEP17.
pub(crate) fn ratio(text: &str) -> Option<ReadValue<Amount>> {
    of(text, |said| match said {
        Said::Ratio(amount) => Some(*amount),
        _ => None,
    })
}

/// Mean HER2 signals per cell.
pub(crate) fn copies(text: &str) -> Option<ReadValue<Amount>> {
    of(text, |said| match said {
        Said::Copies(amount) => Some(*amount),
        _ => None,
    })
}

/// Mean CEP17 signals per cell.
pub(crate) fn cep17(text: &str) -> Option<ReadValue<Amount>> {
    of(text, |said| match said {
        Said::Cep17(amount) => Some(*amount),
        Said::Copies(amount) => Some(*amount),
        _ => None,
    })
}

/// A percentage, with its sign or without.
pub(crate) fn percent(text: &str) -> Option<ReadValue<Amount>> {
    let is_named = || {
        her2(text).is_some_and(|parts| {
            parts
                .iter()
                .any(|part| matches!(part.said, Said::Percent(_)))
        })
    };
    in_percent(text).filter(|read| !is_open_fraction(read.value) || is_named())
}

/// A percentage where the unit is said elsewhere.
pub(crate) fn in_percent(text: &str) -> Option<ReadValue<Amount>> {
    let hundred = Decimal::whole(100);
    of(text, |said| match said {
        Said::Percent(amount) => Some(*amount),
        _ => None,
    })
    .filter(|read| highest(read.value) <= hundred)
}

/// Whether a number without a unit may be a fraction as well as a percentage: `0.2` is one of cells in five, or one in five hundred.
pub(crate) fn is_open_fraction(amount: Amount) -> bool {
    let highest = highest(amount);
    highest > Decimal::ZERO && highest < Decimal::whole(1)
}

/// A hundred times a fraction; nothing where it is more than the whole.
pub(crate) fn hundredfold(amount: Amount) -> Option<Amount> {
    if highest(amount) > Decimal::whole(1) {
        return None;
    }
    let times = |value: Decimal| value.shifted(2).shortened();
    Some(match amount {
        Amount::Exactly(value) => Amount::Exactly(times(value)),
        Amount::Below(value) => Amount::Below(times(value)),
        Amount::AtMost(value) => Amount::AtMost(times(value)),
        Amount::Above(value) => Amount::Above(times(value)),
        Amount::AtLeast(value) => Amount::AtLeast(times(value)),
        Amount::Between(low, high) => Amount::Between(times(low), times(high)),
    })
}

/// A number, a bound or a range: `1.8`, `<1.8`, `less than 1.8`, `>10%`, `50-75`, `1,8`.
pub(crate) fn amount(text: &str) -> Option<ReadValue<Amount>> {
    of(text, |said| match said {
        Said::Percent(amount) | Said::Ratio(amount) | Said::Copies(amount) => Some(*amount),
        _ => None,
    })
}

/// A whole number: cells, nodes, signals.
pub(crate) fn count(text: &str) -> Option<ReadValue<u32>> {
    let read = of(text, |said| match said {
        Said::Cells(count) => Some(Amount::Exactly(Decimal::whole(*count))),
        Said::TotalHer2(total) | Said::TotalCep17(total) => Some(Amount::Exactly(*total)),
        _ => None,
    })?;
    Some(ReadValue {
        value: read.value.exact()?.to_whole()?,
        range: read.range,
        beside: read.beside,
        also: read.also,
    })
}

/// A length in millimetres; a number without a unit is in millimetres, or in centimetres where `centimetres` says so.
pub(crate) fn millimetres(text: &str, centimetres: bool) -> Option<ReadValue<Decimal>> {
    let parts = her2(text)?;
    one(parts, |said| match said {
        Said::Millimetres(amount) => amount.exact(),
        Said::Number(amount) if centimetres => amount.exact().map(|value| value.shifted(1)),
        Said::Number(amount) => amount.exact(),
        _ => None,
    })
}

/// The highest value that an amount names.
pub(crate) fn highest(amount: Amount) -> Decimal {
    match amount {
        Amount::Exactly(value)
        | Amount::Below(value)
        | Amount::AtMost(value)
        | Amount::Above(value)
        | Amount::AtLeast(value)
        | Amount::Between(_, value) => value,
    }
}

/// An amount of a kind that is named, or a number that says nothing else of itself.
fn of(text: &str, kind: fn(&Said) -> Option<Amount>) -> Option<ReadValue<Amount>> {
    let parts = her2(text)?;
    if parts.iter().any(|part| kind(&part.said).is_some()) {
        return one(parts, kind);
    }
    one(parts, |said| match said {
        Said::Number(amount) => Some(*amount),
        _ => None,
    })
}

/// The one value of this kind that a text holds; nothing if it holds two that differ.
///
/// What is said of this specimen comes first; only if there is nothing, what is said of an outside one.
fn one<T: PartialEq + Copy>(
    parts: Vec<Part>,
    kind: impl Fn(&Said) -> Option<T>,
) -> Option<ReadValue<T>> {
    for beside in [Beside::Here, Beside::Outside] {
        let mut found = parts.iter().enumerate().filter_map(|(at, part)| {
            let value = kind(&part.said).filter(|_| part.beside == beside)?;
            Some((at, value))
        });
        let Some((at, value)) = found.next() else {
            continue;
        };
        if found.any(|(_, other)| other != value) {
            return None;
        }
        let mut also = parts;
        let part = also.remove(at);
        return Some(ReadValue {
            value,
            range: part.range,
            beside,
            also,
        });
    }
    None
}

/// What a word comes to: two words of one test agree in it.
pub(crate) fn direction(word: Her2Word) -> u8 {
    match word {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => 0,
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => 1,
        Her2Word::Equivocal | Her2Word::WeaklyPositive => 2,
        Her2Word::Indeterminate => 3,
        Her2Word::Pending => 4,
        Her2Word::NotPerformed => 5,
    }
}

/// The word of a text; the more exact of two that agree, `not amplified` before `negative`.
fn word(parts: Vec<Part>) -> Option<ReadValue<Her2Word>> {
    for beside in [Beside::Here, Beside::Outside] {
        let words: Vec<(usize, Her2Word)> = parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.beside == beside)
            .filter_map(|(at, part)| match part.said {
                Said::Word(word) => Some((at, word)),
                _ => None,
            })
            .collect();
        let Some((_, first)) = words.first() else {
            continue;
        };
        if words
            .iter()
            .any(|(_, word)| direction(*word) != direction(*first))
        {
            return None;
        }
        let plain = |word: Her2Word| matches!(word, Her2Word::Positive | Her2Word::Negative);
        let exact = words.iter().find(|(_, word)| !plain(*word));
        let (at, value) = *exact.unwrap_or(&words[0]);
        let mut also = parts;
        let part = also.remove(at);
        return Some(ReadValue {
            value,
            range: part.range,
            beside,
            also,
        });
    }
    None
}

#[cfg(test)]
mod tests;
