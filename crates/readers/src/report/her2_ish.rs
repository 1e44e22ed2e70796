//! The numbers of in situ hybridisation: ratio, copies, cells, totals, observers, group.

use super::document::Document;
use super::her2_ratio::{bare_ratio, is_other_probe, past_reference, quotient};
use super::her2_terms::TORN;
use super::her2_total::{copies, is_count, is_of_row, total_before};
use super::legend;
use super::markers::Mention;
use super::number::Torn;
use super::origin;
use super::token::{Gap, Kind};
use her2_case::{Amount, Assay, Decimal, Fact, Her2Result, Her2Word, IshGroup};
use her2_knowledge::lexicon::Concept;

/// A number of an ISH result.
pub struct Read {
    value: Value,
    /// One past its last item.
    pub next: usize,
    /// It is said of results in general.
    pub general: bool,
}

pub enum Value {
    Ratio(Fact<Amount>),
    Her2Copies(Fact<Amount>),
    Cep17Copies(Fact<Amount>),
    Her2Total(Fact<Decimal>),
    Cep17Total(Fact<Decimal>),
    Cells(Fact<u32>),
    Observers(Fact<u32>),
    /// `4.26/3.13 = 1.36`
    Quotient([Fact<Amount>; 3]),
    Nothing,
}

impl Read {
    /// Stores the number in a result; the first of its kind stays, but an exact one replaces a bound.
    pub fn store(self, result: &mut Her2Result) {
        fn put(slot: &mut Option<Fact<Amount>>, fact: Fact<Amount>) {
            if slot.is_none_or(|known| {
                !matches!(known.value, Amount::Exactly(_))
                    && matches!(fact.value, Amount::Exactly(_))
            }) {
                *slot = Some(fact);
            }
        }
        match self.value {
            Value::Ratio(fact) => put(&mut result.ratio, fact),
            Value::Her2Copies(fact) => put(&mut result.her2_copies, fact),
            Value::Cep17Copies(fact) => put(&mut result.cep17_copies, fact),
            Value::Her2Total(fact) => _ = result.her2_total.get_or_insert(fact),
            Value::Cep17Total(fact) => _ = result.cep17_total.get_or_insert(fact),
            Value::Cells(fact) => _ = result.cells.get_or_insert(fact),
            Value::Observers(fact) => _ = result.observers.get_or_insert(fact),
            Value::Quotient([her2, cep17, ratio]) => {
                put(&mut result.her2_copies, her2);
                put(&mut result.cep17_copies, cep17);
                put(&mut result.ratio, ratio);
            }
            Value::Nothing => {}
        }
    }
}

/// Marks and words that may stand between a label and its number.
fn is_glue(document: &Document<'_>, at: usize) -> bool {
    matches!(
        document.items[at].kind,
        Kind::Mark(
            b':' | b'=' | b'(' | b')' | b'-' | b'.' | b'/' | b'[' | b'"' | b'*' | b',' | b'#'
        )
    ) || document.is_any(
        at,
        &[
            Concept::IsWord,
            Concept::ResultSection,
            Concept::OfWord,
            Concept::TheWord,
            Concept::Signals,
            Concept::PerCell,
            Concept::Average,
            Concept::ScoreWord,
            Concept::Cells,
            Concept::CellsCounted,
            Concept::Her2,
            Concept::ForWord,
        ],
    ) || matches!(
        document.lower(at),
        "to" | "per" | "gene" | "probe" | "counted" | "scored" | "from" | "total"
    )
}

/// Whether an amount can be a mean: a bound on a whole number, or a number of cells, is none.
fn is_mean(document: &Document<'_>, fact: Fact<Amount>, next: usize) -> bool {
    let cells = document.is_any(next, &[Concept::Cells, Concept::CellsCounted])
        && document.items[next].gap < Gap::Wide;
    match fact.value {
        Amount::Exactly(value) => !cells || value.scale() > 0,
        Amount::Below(value)
        | Amount::AtMost(value)
        | Amount::Above(value)
        | Amount::AtLeast(value) => value.scale() > 0,
        Amount::Between(low, high) => low.scale() + high.scale() > 0,
    }
}

/// The amount that a label at `at` introduces: the first number after it, with only glue between.
fn labelled(document: &Document<'_>, at: usize, reach: usize) -> Option<(Fact<Amount>, usize)> {
    let mut end = document.items.len().min(at + reach);
    let mut value = at;
    while value < end {
        // Dots that lead to the number of a table do not count.
        if document.is_mark(value, b'.') && value > at && document.is_mark(value - 1, b'.') {
            end = document.items.len().min(end + 1);
        }
        if let Some(quantity) = document.quantity(value, TORN) {
            if document.is_mark(quantity.next, b'%') {
                return None;
            }
            let place = origin(document.span(quantity.first, quantity.next - 1));
            return Some((Fact::new(quantity.amount, place), quantity.next));
        }
        if !is_glue(document, value) || document.items[value].gap == Gap::Paragraph {
            return None;
        }
        value += 1;
    }
    None
}

/// Reads an ISH number at an item.
pub fn number(
    document: &Document<'_>,
    mention: &Mention,
    at: usize,
    assay: Assay,
    word: Option<Her2Word>,
) -> Option<Read> {
    let item = &document.items[at];
    let general = legend::is_defined(document, at);
    let read = |value: Value, next: usize| {
        Some(Read {
            value,
            next,
            general,
        })
    };
    match item.concept {
        // `CEP17/HER2 ratio`: the other way round.
        Some(Concept::Ratio)
            if at == mention.last + 1
                && mention.first > 1
                && document.is_mark(mention.first - 1, b'/')
                && document.is(mention.first - 2, Concept::Cep17) =>
        {
            let (_, next) = labelled(document, at + 1, 9)?;
            read(Value::Nothing, next)
        }
        // `HER2/RAI1 ratio`: of another probe.
        Some(Concept::Ratio) if is_other_probe(document, mention, at) => {
            let (_, next) = labelled(document, at + 1, 9)?;
            read(Value::Nothing, next)
        }
        Some(Concept::Ratio) => {
            let (fact, next) = labelled(document, at + 1, 9)?;
            if let Some(quotient) = quotient(document, next, fact) {
                return read(Value::Quotient(quotient.0), quotient.1);
            }
            if let Some(next) = past_reference(document, at, fact) {
                return Some(Read {
                    value: Value::Nothing,
                    next,
                    general: true,
                });
            }
            plausible(fact, 50)
                .then(|| read(Value::Ratio(fact), next))
                .flatten()
        }
        Some(Concept::Signals)
            if at <= mention.last + 10 && !has(document, mention.last + 1, at, Concept::Cep17) =>
        {
            let (fact, next) = labelled(document, at + 1, 8)?;
            if document.is(next, Concept::Cep17) {
                return None;
            }
            if !is_mean(document, fact, next) {
                return None;
            }
            copies(document, mention, (at, next), fact).and_then(|value| read(value, next))
        }
        Some(Concept::Average) if at <= mention.last + 4 => {
            let (fact, next) = labelled(document, at + 1, 8)?;
            read(Value::Her2Copies(fact), next)
        }
        // `Total CEP17 signals 120, average 2.0`: of the probe that was named last.
        Some(Concept::Average) => {
            let (fact, next) = labelled(document, at + 1, 3)?;
            if has(document, at + 1, next, Concept::Her2) {
                return None;
            }
            let probe = (mention.first..at)
                .rev()
                .find(|item| document.is_any(*item, &[Concept::Cep17, Concept::Her2]))?;
            if document.is(probe, Concept::Cep17) {
                read(Value::Cep17Copies(fact), next)
            } else {
                read(Value::Her2Copies(fact), next)
            }
        }
        // `5.2 HER2 signals/2.1 CEP17 signals = 2.5`
        Some(Concept::Cep17)
            if document.is(at + 1, Concept::Signals)
                && document.is_mark(at + 2, b'=')
                && document.items[at - 1].kind == Kind::Digits =>
        {
            let (fact, next) = labelled(document, at + 3, 2)?;
            read(Value::Ratio(fact), next)
        }
        // `HER2/CEP17 1.05`, `HER2:CEP17 = 2.1`
        Some(Concept::Cep17)
            if at == mention.last + 2
                && (document.is_mark(at - 1, b'/') || document.is_mark(at - 1, b':'))
                && bare_ratio(document, at).is_some() =>
        {
            let (fact, next) = bare_ratio(document, at)?;
            read(Value::Ratio(fact), next)
        }
        Some(Concept::Cep17) => {
            // `HER2/CEP17 ratio` names the ratio, not the centromere's own count.
            let ratio = (at + 1..(at + 5).min(document.items.len()))
                .find(|next| document.is(*next, Concept::Ratio));
            if ratio.is_some() {
                return None;
            }
            let (fact, next) = labelled(document, at + 1, 9)?;
            if let Some(quotient) = quotient(document, next, fact) {
                return read(Value::Quotient(quotient.0), quotient.1);
            }
            // `HER2/CEP17 = 6.2`
            let over = document.is_mark(at - 1, b'/') || document.is_mark(at - 1, b':');
            let joined = document.items[at].gap == Gap::None
                && document.items[at - 1].gap == Gap::None
                && mention.last + 2 == at;
            if over && joined && plausible(fact, 50) {
                return read(Value::Ratio(fact), next);
            }
            if !is_mean(document, fact, next) {
                return None;
            }
            /// No cell holds so many on the average.
            const MANY: u32 = 10;
            let counted = fact
                .value
                .exact()
                .is_some_and(|value| is_count(document, value, MANY, at, next));
            let total =
                counted || total_before(document, at) || has(document, at, next, Concept::Total);
            match (total, fact.value) {
                (true, Amount::Exactly(value)) => read(Value::Cep17Total(fact.with(value)), next),
                _ => read(Value::Cep17Copies(fact), next),
            }
        }
        Some(Concept::CellsCounted) => {
            let (fact, next) = labelled(document, at + 1, 5)?;
            let Amount::Exactly(value) = fact.value else {
                return read(Value::Nothing, next);
            };
            read(Value::Cells(fact.with(value.to_whole()?)), next)
        }
        // `Cells: 20`, `cells = 60`
        Some(Concept::Cells)
            if assay == Assay::Ish
                && (document.is_mark(at + 1, b':') || document.is_mark(at + 1, b'=')) =>
        {
            let (fact, next) = labelled(document, at + 1, 3)?;
            let whole = fact.value.exact()?.to_whole()?;
            read(Value::Cells(fact.with(whole)), next)
        }
        Some(Concept::Observers) => {
            let (fact, next) = labelled(document, at + 1, 5)?;
            let Amount::Exactly(value) = fact.value else {
                return None;
            };
            read(Value::Observers(fact.with(value.to_whole()?)), next)
        }
        Some(Concept::NumberWord) => {
            let (value, next) = spelled(document, at)?;
            read(value, next)
        }
        _ => counted(document, mention, at, assay, word, general),
    }
}

/// Whether `<`, `>`, `<=` or `>=` stands directly before the item.
fn is_bound(document: &Document<'_>, at: usize) -> bool {
    let sign = at - 1 - usize::from(at > 1 && document.is_mark(at - 1, b'='));
    document.is_mark(sign, b'<') || document.is_mark(sign, b'>')
}

/// A number before its label or without one: `60 nuclei`, `amplified (5.0)`, `FISH 1.4`.
fn counted(
    document: &Document<'_>,
    mention: &Mention,
    at: usize,
    assay: Assay,
    word: Option<Her2Word>,
    general: bool,
) -> Option<Read> {
    // `<4.0`, `>=6.0`: a bound of the table or of the rule, no mean.
    if at > 0 && is_bound(document, at) {
        return None;
    }
    let quantity = document.quantity(at, TORN)?;
    let place = origin(document.span(quantity.first, quantity.next - 1));
    let exact = match quantity.amount {
        Amount::Exactly(value) => value,
        _ => return None,
    };
    let next = quantity.next;
    let ahead = |concept: Concept, reach: usize| {
        (next..(next + reach).min(document.items.len()))
            .any(|item| document.is(item, concept) && document.same_sentence(item, at))
    };
    if exact.scale() == 0 {
        let whole = exact.to_whole()?;
        if document.is(next, Concept::Observers) {
            return Some(Read {
                value: Value::Observers(Fact::new(whole, place)),
                next: next + 1,
                general,
            });
        }
        if whole >= 10
            && (document.is(next, Concept::CellsCounted)
                || document.is_any(next, &[Concept::Cells, Concept::Total])
                    && (assay == Assay::Ish || ahead(Concept::Ish, 12))
                    && !document.is_mark(next, b'%'))
            && !document.is_any(
                at.saturating_sub(1),
                &[Concept::GreaterThan, Concept::AtLeast],
            )
        {
            return Some(Read {
                value: Value::Cells(Fact::new(whole, place)),
                next: next + 1,
                general,
            });
        }
        return None;
    }
    // `2.1 CEP17 signals`, `3.2 HER2 copies per cell`: the mean before its probe.
    if document.is(next, Concept::Cep17) && document.is(next + 1, Concept::Signals) {
        let fact = Fact::new(quantity.amount, place);
        return Some(Read {
            value: Value::Cep17Copies(fact),
            next,
            general,
        });
    }
    if document.is(next, Concept::Her2) && document.is(next + 1, Concept::Signals) {
        let fact = Fact::new(quantity.amount, place);
        return Some(Read {
            value: Value::Her2Copies(fact),
            next,
            general,
        });
    }
    // `HER2 5.1, CEP17 2.6`: the mean beside its probe.
    let directly =
        (mention.last + 1..at).all(|item| is_glue(document, item)) && at <= mention.last + 6;
    let paired = (next..(next + 8).min(document.items.len()))
        .find(|item| document.is(*item, Concept::Cep17));
    let averaged = document.is(mention.first.saturating_sub(1), Concept::Average)
        || document.is(mention.first.saturating_sub(2), Concept::Average)
        || has(document, mention.last + 1, at, Concept::Average);
    if directly && (paired.is_some() || averaged) {
        return Some(Read {
            value: Value::Her2Copies(Fact::new(quantity.amount, place)),
            next,
            general,
        });
    }
    if document.is(next, Concept::Signals)
        && (ahead(Concept::PerCell, 4) || document.lower(next).starts_with("cop"))
    {
        let centromere = (next..next + 5).any(|item| document.is(item, Concept::Cep17));
        let fact = Fact::new(quantity.amount, place);
        return Some(Read {
            value: if centromere {
                Value::Cep17Copies(fact)
            } else {
                Value::Her2Copies(fact)
            },
            next: next + 1,
            general,
        });
    }
    // A decimal after an ISH word or method is the ratio.
    let gene_word = matches!(word, Some(Her2Word::Amplified | Her2Word::NotAmplified));
    let fact = Fact::new(quantity.amount, place);
    if is_of_row(document, mention, at) {
        return None;
    }
    let no_unit = !matches!(document.lower(next), "cm" | "mm" | "x" | "cell" | "%")
        && !document.is_mark(next, b'%');
    ((assay == Assay::Ish || gene_word) && no_unit && plausible(fact, 30) && !general).then_some(
        Read {
            value: Value::Ratio(fact),
            next,
            general,
        },
    )
}

/// `Cells counted: 30` in the lines above the first marker.
pub fn cells_before(document: &Document<'_>, first: usize) -> Option<Fact<u32>> {
    (first.saturating_sub(24)..first).rev().find_map(|at| {
        let label = document
            .is(at, Concept::CellsCounted)
            .then(|| labelled(document, at + 1, 5));
        let (fact, _) = label.flatten()?;
        let whole = fact.value.exact()?.to_whole()?;
        (document.zones[at] == document.zones[first]).then(|| fact.with(whole))
    })
}

/// A number written as a word before what it counts: `fifty nuclei were counted`, `by two observers`.
fn spelled(document: &Document<'_>, at: usize) -> Option<(Value, usize)> {
    let value = document.number_word(at)?;
    let fact = Fact::new(value, origin(document.span(at, at)));
    (at + 1..at + 6).find_map(|next| match document.items.get(next)?.concept? {
        Concept::CellsCounted if value > 9 => Some((Value::Cells(fact), next + 1)),
        Concept::Observers => Some((Value::Observers(fact), next + 1)),
        _ => None,
    })
}

pub fn has(document: &Document<'_>, from: usize, to: usize, concept: Concept) -> bool {
    (from..to.min(document.items.len())).any(|item| document.is(item, concept))
}

/// Whether a number can be what it is read as at all; the pathway judges it by the knowledge's own ranges.
fn plausible(fact: Fact<Amount>, most: u32) -> bool {
    match fact.value {
        Amount::Exactly(value) => value <= Decimal::whole(most),
        _ => true,
    }
}

/// `Group 4`, in what is said of ISH.
pub fn group(document: &Document<'_>, at: usize, assay: Assay) -> Option<(Fact<IshGroup>, usize)> {
    if !document.is(at, Concept::Group) || assay == Assay::Ihc && !document.word(at).contains(' ') {
        return None;
    }
    let value = if document.is_mark(at + 1, b':') || document.is_mark(at + 1, b'#') {
        at + 2
    } else {
        at + 1
    };
    let number = document.number(value, Torn::No)?;
    let group = *[
        IshGroup::One,
        IshGroup::Two,
        IshGroup::Three,
        IshGroup::Four,
        IshGroup::Five,
    ]
    .get(number.value.to_whole()?.checked_sub(1)? as usize)?;
    (!legend::is_general(document, at)).then(|| {
        (
            Fact::new(group, origin(document.span(at, value))),
            number.next,
        )
    })
}
