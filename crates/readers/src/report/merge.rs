//! One result a test: repetitions merged, parts of one result brought together, and what an addendum replaces.

use super::document::Document;
use crate::value::direction;
use her2_case::{Amount, Assay, Context, Fact, Her2Result, Her2Word, IhcScore, Span};
use her2_knowledge::lexicon::Concept;

/// Parts of one result may stand this many bytes apart.
const NEAR: u32 = 700;

/// Merges results that say the same or complete each other, and marks those that a later one replaces.
pub fn merge(document: &Document<'_>, results: Vec<Her2Result>) -> Vec<Her2Result> {
    let mut merged: Vec<Her2Result> = Vec::new();
    for result in results {
        match merged
            .iter_mut()
            .rev()
            .find(|known| is_same(known, &result))
        {
            Some(known) => complete(known, result),
            None => merged.push(result),
        }
    }
    supersede(document, &mut merged);
    merged
}

/// Whether two results are one: same test, nothing contradicts, and either they repeat each other or stand near.
fn is_same(known: &Her2Result, other: &Her2Result) -> bool {
    if known.superseded != other.superseded {
        return false;
    }
    if known.assay != other.assay
        && !(known.assay == Assay::Unspecified || other.assay == Assay::Unspecified)
        || known.implied != other.implied
    {
        return false;
    }
    if known.tumor != other.tumor && known.tumor.is_some() && other.tumor.is_some() {
        return false;
    }
    if waits(known) != waits(other) || conflicts(known, other) {
        return false;
    }
    // A score of today and the word of an earlier specimen that says the opposite are two results.
    if known.context != other.context && (is_denied_by(known, other) || is_denied_by(other, known))
    {
        return false;
    }
    let distance = span(other).start.saturating_sub(span(known).end);
    let repeats = known.score.is_some()
        && known.score.map(|score| score.value) == other.score.map(|score| score.value)
        || known.ratio.is_some()
            && known.ratio.map(|ratio| ratio.value) == other.ratio.map(|ratio| ratio.value);
    if known.context != other.context && !repeats && distance > NEAR {
        return false;
    }
    // A word alone and a test with a score stay two statements unless the test is the same.
    known.assay == other.assay || distance <= NEAR || repeats
}

/// Whether the score of a result says the opposite of the word of another.
fn is_denied_by(scored: &Her2Result, worded: &Her2Result) -> bool {
    let (Some(score), Some(word)) = (scored.score, worded.word) else {
        return false;
    };
    let word = match word.value {
        Her2Word::Positive | Her2Word::Overexpressed => true,
        Her2Word::Negative | Her2Word::NotOverexpressed => false,
        _ => return false,
    };
    match score.value.exact() {
        Some(IhcScore::Three) => !word,
        Some(IhcScore::Zero | IhcScore::One) => word,
        _ => false,
    }
}

fn span(result: &Her2Result) -> Span {
    result.origin.as_span().unwrap_or(Span { start: 0, end: 0 })
}

/// Whether a result only says that there is none yet.
pub fn waits(result: &Her2Result) -> bool {
    result.score.is_none()
        && result.ratio.is_none()
        && matches!(
            result.word.map(|word| word.value),
            Some(Her2Word::Pending | Her2Word::NotPerformed)
        )
}

/// Whether two results contradict each other.
fn conflicts(one: &Her2Result, other: &Her2Result) -> bool {
    differ(one.score, other.score)
        || amounts_differ(one.ratio, other.ratio)
        || amounts_differ(one.her2_copies, other.her2_copies)
        || amounts_differ(one.percent, other.percent)
        || differ(one.group, other.group)
        || matches!((one.word, other.word), (Some(one), Some(other)) if !agree(one.value, other.value))
}

fn differ<T: PartialEq + Copy>(one: Option<Fact<T>>, other: Option<Fact<T>>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one.value != other.value)
}

/// Whether two amounts cannot be the same number.
fn amounts_differ(one: Option<Fact<Amount>>, other: Option<Fact<Amount>>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return false;
    };
    match (one.value, other.value) {
        (Amount::Exactly(one), Amount::Exactly(other)) => one != other,
        (Amount::Exactly(value), bound) | (bound, Amount::Exactly(value)) => match bound {
            Amount::Below(most) => value >= most,
            Amount::AtMost(most) => value > most,
            Amount::Above(least) => value <= least,
            Amount::AtLeast(least) => value < least,
            Amount::Between(low, high) => value < low || value > high,
            Amount::Exactly(_) => false,
        },
        (one, other) => one != other,
    }
}

/// Whether two words say the same of one test.
pub fn agree(one: Her2Word, other: Her2Word) -> bool {
    direction(one) == direction(other)
}

/// Adds what a result lacks from another statement of it.
fn complete(known: &mut Her2Result, other: Her2Result) {
    fn put<T>(slot: &mut Option<T>, value: Option<T>) {
        if slot.is_none() {
            *slot = value;
        }
    }
    if known.assay == Assay::Unspecified {
        known.assay = other.assay;
    }
    let gains = known.score.is_none() && other.score.is_some()
        || known.ratio.is_none() && other.ratio.is_some()
        || known.word.is_none() && other.word.is_some();
    if gains
        && span(&other).start.saturating_sub(span(known).end) <= NEAR
        && span(&other).start >= span(known).start
    {
        known.origin = super::origin(span(known).join(span(&other)));
    } else if gains && known.word.is_none() && known.score.is_none() {
        known.origin = other.origin;
    }
    put(&mut known.probe, other.probe);
    put(&mut known.score, other.score);
    put(&mut known.percent, other.percent);
    put(&mut known.stain, other.stain);
    if known
        .ratio
        .is_none_or(|ratio| !matches!(ratio.value, Amount::Exactly(_)))
        && other.ratio.is_some()
    {
        known.ratio = other.ratio;
    }
    put(&mut known.her2_copies, other.her2_copies);
    put(&mut known.cep17_copies, other.cep17_copies);
    put(&mut known.her2_total, other.her2_total);
    put(&mut known.cep17_total, other.cep17_total);
    put(&mut known.cells, other.cells);
    put(&mut known.observers, other.observers);
    put(&mut known.group, other.group);
    put(&mut known.word, other.word);
    put(&mut known.claimed_category, other.claimed_category);
    put(&mut known.tumor, other.tumor);
    if other.context == Context::Current && known.context == Context::Prior && other.score.is_some()
    {
        known.context = Context::Current;
    }
}

/// Marks what a later part of the report replaces: a pending test by its result, and a result by its amendment.
fn supersede(document: &Document<'_>, results: &mut [Her2Result]) {
    for index in 0..results.len() {
        let replaced = (0..results.len())
            .filter(|other| *other != index)
            .any(|other| {
                let (one, two) = (&results[index], &results[other]);
                let comparable = one.assay == two.assay
                    || one.assay == Assay::Unspecified
                    || two.assay == Assay::Unspecified;
                if two.assay == Assay::Rtpcr || two.implied || two.superseded || waits(two) {
                    return false;
                }
                if waits(one) {
                    // `IHC 2+, FISH pending`: the IHC does not resolve the FISH.
                    // An earlier result resolves only a wait that names no test of its own.
                    let later = span(two).start > span(one).start
                        && (two.context == Context::Current || one.context == Context::Prior);
                    let general = one.assay != Assay::Ish && two.context == Context::Current;
                    return comparable && (later || general);
                }
                one.assay == two.assay
                    && one.context == two.context
                    && one.tumor == two.tumor
                    && span(two).start > span(one).start
                    && conflicts(one, two)
                    && amends(document, span(two))
                    || one.assay == two.assay
                        && span(two).start > span(one).start
                        && matches!(
                            one.word.map(|word| word.value),
                            Some(Her2Word::Indeterminate)
                        )
                        && one.score.is_none()
            });
        results[index].superseded |= replaced;
    }
}

/// Whether a place stands in a part of the report that amends what came before.
fn amends(document: &Document<'_>, place: Span) -> bool {
    let at = document
        .items
        .partition_point(|item| item.end <= place.start);
    (0..at)
        .rev()
        .take(120)
        .any(|item| document.is(item, Concept::Amendment))
        && document.addenda.get(at).is_some_and(|count| *count > 0)
}
