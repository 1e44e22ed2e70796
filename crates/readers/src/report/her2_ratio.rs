//! The ratio of HER2 to the centromere of chromosome 17 as laboratories set it: bare, as a quotient, to another probe.

use super::document::Document;
use super::markers::Mention;
use super::number::{Quantity, Torn};
use super::token::{Gap, Kind};
use super::{legend, origin};
use her2_case::{Amount, Fact};
use her2_knowledge::lexicon::Concept;

/// Whether a ratio is to another gene than the centromere of chromosome 17: `HER2/RAI1 ratio`.
pub fn is_other_probe(document: &Document<'_>, mention: &Mention, at: usize) -> bool {
    document.is_mark(mention.last + 1, b'/')
        && document.items.get(mention.last + 2).is_some_and(|item| {
            matches!(item.concept, None | Some(Concept::OtherProbe)) && item.kind == Kind::Word
        })
        && at <= mention.last + 5
}

/// The decimal directly behind `HER2/CEP17`.
pub fn bare_ratio(document: &Document<'_>, at: usize) -> Option<(Fact<Amount>, usize)> {
    let value =
        at + 1 + usize::from(document.is_mark(at + 1, b'=') || document.is_mark(at + 1, b':'));
    let quantity = document.quantity(value, Torn::No)?;
    let decimal = quantity
        .amount
        .exact()
        .is_some_and(|value| value.scale() > 0);
    let quotient = document.is_mark(quantity.next, b'/');
    let place = origin(document.span(quantity.first, quantity.next - 1));
    (decimal && !quotient).then(|| (Fact::new(quantity.amount, place), quantity.next))
}

/// `A/B = C` after the first number.
pub fn quotient(
    document: &Document<'_>,
    next: usize,
    first: Fact<Amount>,
) -> Option<([Fact<Amount>; 3], usize)> {
    if !document.is_mark(next, b'/') {
        return None;
    }
    let second = document.quantity(next + 1, Torn::No)?;
    if !document.is_mark(second.next, b'=') {
        return None;
    }
    let third = document.quantity(second.next + 1, Torn::No)?;
    let place = |quantity: &Quantity| origin(document.span(quantity.first, quantity.next - 1));
    Some((
        [
            first,
            Fact::new(second.amount, place(&second)),
            Fact::new(third.amount, place(&third)),
        ],
        third.next,
    ))
}

/// One past a ratio that is the range of reference and not of this specimen: `Reference ratio: <2.0 negative, >=2.0 positive`,
/// `Ratio: <2.0 negative, >=2.0 positive`.
pub fn past_reference(document: &Document<'_>, at: usize, fact: Fact<Amount>) -> Option<usize> {
    const NEAR: usize = 6;
    let end = document.sentence(at).1;
    let bound = !matches!(fact.value, Amount::Exactly(_));
    let named = at > 0
        && (matches!(document.lower(at - 1), "reference" | "expected")
            || document.is(at - 1, Concept::ReferenceRange)
            || matches!(
                document.lower(at - 1),
                "cutoff" | "cut-off" | "cut off" | "normal"
            ) && bound);
    if named {
        let stop = (at + 1..end)
            .find(|item| document.is_mark(*item, b';') || document.items[*item].gap >= Gap::Line);
        return Some(stop.unwrap_or(end));
    }
    bound
        .then(|| {
            (at + 1..end.min(at + NEAR)).find_map(|item| legend::skip_bounds(document, item, end))
        })
        .flatten()
}
