//! Which test and which signed word an item stands for.

use super::document::Document;
use super::legend;
use super::markers::{Mention, VALUES};
use super::number::Torn;
use her2_case::{Amount, Assay, Her2Word};
use her2_knowledge::lexicon::Concept;

/// The test an item names.
pub fn assay_of(document: &Document<'_>, at: usize) -> Option<Assay> {
    match document.items.get(at)?.concept? {
        Concept::Ihc | Concept::Her2Kit => Some(Assay::Ihc),
        Concept::Ish | Concept::SingleProbe | Concept::DualProbe => Some(Assay::Ish),
        Concept::Rtpcr => Some(Assay::Rtpcr),
        _ => None,
    }
}

/// The signed word a concept is.
pub fn word_of(concept: Option<Concept>) -> Option<Her2Word> {
    Some(match concept? {
        Concept::Positive | Concept::StronglyPositive | Concept::LowPositive => Her2Word::Positive,
        Concept::Negative => Her2Word::Negative,
        Concept::WeaklyPositive => Her2Word::WeaklyPositive,
        Concept::Equivocal => Her2Word::Equivocal,
        Concept::Indeterminate => Her2Word::Indeterminate,
        Concept::Amplified => Her2Word::Amplified,
        Concept::NotAmplified => Her2Word::NotAmplified,
        Concept::Overexpressed => Her2Word::Overexpressed,
        Concept::NotOverexpressed => Her2Word::NotOverexpressed,
        Concept::Pending => Her2Word::Pending,
        Concept::NotPerformed => Her2Word::NotPerformed,
        _ => return None,
    })
}

/// Whether an amount is exact.
pub fn is_exact(amount: Amount) -> bool {
    matches!(amount, Amount::Exactly(_))
}

/// Kept here so that the torn decimals of ISH and the whole numbers of IHC are told apart in one place.
pub const TORN: Torn = Torn::Maybe;

/// Whether an item is a value word.
pub fn is_value(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, VALUES)
}

/// Whether two words say the opposite of each other.
pub fn is_opposite(one: Her2Word, other: Her2Word) -> bool {
    let sign = |word: Her2Word| match word {
        Her2Word::Positive | Her2Word::Amplified | Her2Word::Overexpressed => Some(true),
        Her2Word::Negative | Her2Word::NotAmplified | Her2Word::NotOverexpressed => Some(false),
        _ => None,
    };
    matches!((sign(one), sign(other)), (Some(one), Some(other)) if one != other)
}

/// The method that a word of result names behind itself: `by FISH`, `(IHC)`.
pub fn method_of_word(document: &Document<'_>, next: usize) -> Option<Assay> {
    let mut at = next;
    while at < next + 4
        && (document.is_any(at, &[Concept::IsWord, Concept::TheWord])
            || document.is_mark(at, b'(')
            || at > next && document.is_mark(at, b'.'))
    {
        at += 1;
    }
    if at == next {
        return None;
    }
    assay_of(document, at)
}

/// Whether what stands at `at` is said to be there, and of this specimen: `gene amplification is present by FISH`.
fn is_stated(document: &Document<'_>, at: usize, present: usize) -> bool {
    let denied = (at.saturating_sub(8)..at).any(|item| {
        document.is_any(item, &[Concept::NotWord, Concept::NotFound])
            && document.same_sentence(item, at)
    });
    document.is(present - 1, Concept::IsWord) && !denied && document.lower(present + 1) != "in"
}

/// `Amplification of the HER2 gene was not detected`: the word, and the item after it.
pub fn answered_around(
    document: &Document<'_>,
    first: usize,
    last: usize,
) -> Option<(Her2Word, usize)> {
    const NEAR: usize = 4;
    let small = |at: usize| document.is_any(at, &[Concept::OfWord, Concept::TheWord]);
    let at = (first.saturating_sub(NEAR)..first)
        .rev()
        .find(|at| !small(*at))?;
    let (yes, no) = match document.items[at].concept? {
        Concept::Amplification => (Her2Word::Amplified, Her2Word::NotAmplified),
        Concept::Overexpression => (Her2Word::Overexpressed, Her2Word::NotOverexpressed),
        _ => return None,
    };
    let is = (last + 1..last + NEAR).find(|at| !small(*at))?;
    if !document.is(is, Concept::IsWord) || legend::is_general(document, at) {
        return None;
    }
    match document.items.get(is + 1)?.concept? {
        Concept::NotFound | Concept::Absent => Some((no, is + 2)),
        Concept::Present if is_stated(document, at, is + 1) => Some((yes, is + 2)),
        _ => None,
    }
}

/// `amplification: NOT detected`, `overexpression - absent`.
pub fn answered(document: &Document<'_>, at: usize) -> Option<(Her2Word, usize)> {
    let (yes, no) = match document.items[at].concept? {
        Concept::Amplification => (Her2Word::Amplified, Her2Word::NotAmplified),
        Concept::Overexpression => (Her2Word::Overexpressed, Her2Word::NotOverexpressed),
        _ => return None,
    };
    let mut next = at + 1;
    while next < at + 4
        && (document.is_mark(next, b':')
            || document.is_mark(next, b'-')
            || document.is(next, Concept::IsWord))
    {
        next += 1;
    }
    // `amplification (FISH): yes`
    if document.is_mark(at + 1, b'(')
        && document.is_mark(at + 3, b')')
        && document.is_mark(at + 4, b':')
    {
        next = at + 5;
    }
    let colon = document.is_mark(next - 1, b':');
    match document.lower(next) {
        "yes" if colon => return Some((yes, next + 1)),
        "no" if colon && !document.is_any(next + 1, &[Concept::Present, Concept::Found]) => {
            return Some((no, next + 1));
        }
        _ => {}
    }
    let word = match document.items.get(next)?.concept? {
        Concept::NotFound | Concept::Absent | Concept::Negative => no,
        Concept::NotWord if document.is_any(next + 1, &[Concept::Present, Concept::Found]) => {
            return Some((no, next + 2));
        }
        Concept::Present | Concept::Positive if colon => yes,
        Concept::Present if is_stated(document, at, next) => yes,
        _ => return None,
    };
    (!legend::is_general(document, at)).then_some((word, next + 1))
}

/// The method that the head of a column names: `HER2 IHC`, over its cells.
pub fn headed(document: &Document<'_>, mention: &Mention) -> Assay {
    if !mention.cell {
        return Assay::Unspecified;
    }
    (mention.last + 1..mention.last + 3)
        .find_map(|at| assay_of(document, at))
        .unwrap_or(Assay::Unspecified)
}
