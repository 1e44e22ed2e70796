//! Signals counted over all cells, which are no means.

use super::document::Document;
use super::her2_ish::{Value, has};
use super::markers::Mention;
use super::token::{Gap, Kind};
use her2_case::{Amount, Decimal, Fact};
use her2_knowledge::lexicon::Concept;

/// HER2 copies or, where a total is named, the total.
pub fn copies(
    document: &Document<'_>,
    mention: &Mention,
    (at, next): (usize, usize),
    fact: Fact<Amount>,
) -> Option<Value> {
    /// No cell holds so many on the average, unless it is said that it does.
    const MANY: u32 = 20;
    let Amount::Exactly(value) = fact.value else {
        return Some(Value::Her2Copies(fact));
    };
    if total_before(document, mention.first)
        || has(document, mention.last + 1, at + 1, Concept::Total)
        || is_count(document, value, MANY, mention.first, next)
    {
        return Some(Value::Her2Total(fact.with(value)));
    }
    Some(Value::Her2Copies(fact))
}

/// Whether a number counts the signals of all cells: a whole number, too large for one cell, and not said to be of one.
pub fn is_count(
    document: &Document<'_>,
    value: Decimal,
    many: u32,
    first: usize,
    next: usize,
) -> bool {
    let from = first.saturating_sub(3);
    let mean = has(document, from, next, Concept::Average)
        || has(document, from, next + 2, Concept::PerCell)
        || document.is_mark(next, b'/');
    value.scale() == 0 && value >= Decimal::whole(many) && !mean
}

/// Whether `total` stands just before an item.
pub fn total_before(document: &Document<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|item| document.is(item, Concept::Total) && document.same_sentence(item, at))
}

/// Whether a number stands in a row of a table that is named by its probe, behind other numbers: `D17Z1   63   30   2.10`.
pub fn is_of_row(document: &Document<'_>, mention: &Mention, at: usize) -> bool {
    const ROW: usize = 16;
    let line = (at.saturating_sub(ROW)..=at)
        .rev()
        .find(|item| document.items[*item].gap >= Gap::Line)
        .unwrap_or(at);
    let label = (line..at).find(|item| {
        document.is(*item, Concept::Cep17) || (mention.first..=mention.last).contains(item)
    });
    label.is_some_and(|label| {
        let ratio = has(document, line, at, Concept::Ratio);
        let numbers = (label + 1..at)
            .filter(|item| {
                document.items[*item].kind == Kind::Digits && document.items[*item].gap == Gap::Wide
            })
            .count();
        document.items[at].gap == Gap::Wide && numbers > 0 && !ratio
    })
}
