//! Oestrogen and progesterone receptors, and Ki-67.

mod panel;
mod patient;

pub use patient::of_patient;

use super::context::voiced;
use super::document::{Document, Zone};
use super::markers::{MARKERS, Mention};
use super::number::{Quantity, Torn};
use super::token::{Gap, Kind};
use super::{her2_lead, legend, origin, withdrawn};
use her2_case::{Amount, Decimal, Fact, Receptor, ReceptorResult, ReceptorStatus};
use her2_knowledge::lexicon::Concept;

/// What a mention says of receptors.
#[derive(Clone, Copy, Default)]
struct Said {
    word: Option<(ReceptorStatus, usize)>,
    percent: Option<(Amount, usize, usize)>,
    allred: Option<(u32, usize)>,
    h_score: Option<(u32, usize)>,
    /// A score such as `2+`, and whether it is above zero.
    plus: Option<(bool, usize)>,
    last: usize,
}

impl Said {
    fn anything(&self) -> bool {
        self.word.is_some()
            || self.percent.is_some()
            || self.allred.is_some()
            || self.h_score.is_some()
            || self.plus.is_some()
    }
}

/// Every oestrogen and progesterone receptor result, in text order.
pub fn results(document: &Document<'_>, mentions: &[Mention]) -> Vec<ReceptorResult> {
    let mut found = Vec::new();
    for mention in mentions {
        let receptors: Vec<Receptor> = mention
            .markers
            .iter()
            .filter_map(|marker| match marker {
                Concept::Er => Some(Receptor::Er),
                Concept::Pr => Some(Receptor::Pr),
                _ => None,
            })
            .collect();
        let both = mention.markers.iter().any(|marker| {
            matches!(
                marker,
                Concept::HormoneReceptors | Concept::TripleNegative | Concept::TriplePositive
            )
        });
        let mut receptors = if receptors.is_empty() && both {
            vec![Receptor::Er, Receptor::Pr]
        } else {
            receptors
        };
        receptors.dedup();
        if receptors.is_empty() || is_not_a_result(document, mention) {
            continue;
        }
        let said = if both && !mention.markers.contains(&Concept::HormoneReceptors) {
            implied(document, mention)
        } else {
            said(document, mention)
        };
        if !said.anything() {
            continue;
        }
        for receptor in receptors {
            if let Some(result) = result(document, mention, receptor, said) {
                found.push(result);
            }
        }
    }
    patient::supersede(&mut found);
    withdrawn::take_back_receptors(document, &mut found);
    found
}

/// Methods, stain lists and the scores of RNA panels are not receptor results.
fn is_not_a_result(document: &Document<'_>, mention: &Mention) -> bool {
    let zone = document.zones[mention.first];
    let field = (mention.last + 1..mention.last + 4).any(|at| document.is_mark(at, b':'));
    if matches!(zone, Zone::Method | Zone::Blocks | Zone::Specimens) && !field
        || zone == Zone::Blocks
    {
        return true;
    }
    let asked = before_is_request(document, mention.first);
    panel::is_of_panel(document, mention) || asked
}

/// Whether a test is only asked for: `please obtain ER, PR`.
pub fn before_is_request(document: &Document<'_>, first: usize) -> bool {
    (first.saturating_sub(4)..first)
        .any(|at| document.is(at, Concept::RuleOut) && document.same_sentence(at, first))
}

/// What stands behind and before a mention.
fn said(document: &Document<'_>, mention: &Mention) -> Said {
    let mut said = Said {
        last: mention.last,
        ..Said::default()
    };
    let (first, last) = document.sentence(mention.first);
    let of_control = (first..last).any(|at| document.is(at, Concept::Control));
    if mention.lead < mention.first && !of_control && !legend::is_general(document, mention.lead) {
        if let Some(word) = word(document, mention.lead) {
            said.word = Some((word, mention.lead));
        }
        // `no estrogen receptors found`
        if document.is_any(mention.lead, &[Concept::NotWord])
            && (mention.last + 1..mention.last + 3).any(|at| document.is(at, Concept::Found))
        {
            said.word = Some((ReceptorStatus::Negative, mention.lead));
        }
    }
    let end = mention.end;
    let mut at = mention.from;
    let mut silent = 0;
    while at < end {
        let patience = if said.anything() { 14 } else { 26 };
        let item = &document.items[at];
        if silent > patience || item.gap == Gap::Paragraph && said.anything() {
            break;
        }
        if document.is(at, Concept::Methodology) && document.is_mark(at + 1, b':') {
            break;
        }
        if let Some(next) = legend::skip(document, at, mention.end)
            .or_else(|| legend::skip_bounds(document, at, mention.end))
        {
            if said.anything() {
                break;
            }
            at = next;
            continue;
        }
        if document.is_any(at, &[Concept::TheWord])
            && document.word(at).eq_ignore_ascii_case("block")
        {
            break;
        }
        if let Some(next) = value(document, mention, at, &mut said) {
            said.last = said.last.max(next - 1);
            at = next.max(at + 1);
            silent = 0;
        } else {
            silent += usize::from(matches!(item.kind, Kind::Word | Kind::Digits));
            at += 1;
        }
    }
    said
}

/// Reads one value of a receptor.
fn value(document: &Document<'_>, mention: &Mention, at: usize, said: &mut Said) -> Option<usize> {
    if document.is(at, Concept::Allred) {
        let score = labelled(document, at)?;
        said.allred = said.allred.or(Some((score.0, at)));
        return Some(score.1);
    }
    if document.is(at, Concept::HScore) {
        let score = labelled(document, at)?;
        said.h_score = said.h_score.or(Some((score.0, at)));
        return Some(score.1);
    }
    if legend::is_general(document, at) || legend::is_scale_key(document, at) {
        return document.percentage(at).map(|quantity| quantity.next);
    }
    // `Nuclei stained: 100`, `Nuclei Stained: o`
    if document.is(at, Concept::Nuclear) && document.is_mark(at + 1, b':') && said.percent.is_none()
    {
        if let Some(quantity) = document.quantity(at + 2, Torn::No)
            && !document.is_mark(quantity.next, b'+')
        {
            said.percent = Some((quantity.amount, at + 2, quantity.next));
            return Some(quantity.next);
        }
        if document.word(at + 2).eq_ignore_ascii_case("o") {
            said.percent = Some((Amount::Exactly(Decimal::ZERO), at + 2, at + 3));
            return Some(at + 3);
        }
    }
    // `ER 8/8`
    if at == mention.last + 1 + usize::from(document.is_mark(mention.last + 1, b':'))
        && let Some(total) = out_of_eight(document, at)
    {
        said.allred = said.allred.or(Some((total, at)));
        return Some(at + 3);
    }
    // A column headed `%`: `ER  POSITIVE  40  2+`
    if said.percent.is_none()
        && (at <= mention.last + 5 || mention.cell)
        && let Some(quantity) = percent_cell(document, mention, at)
    {
        said.percent = Some((quantity.amount, quantity.first, quantity.next));
        return Some(quantity.next);
    }
    // `ER % 75`
    if document.is_mark(at, b'%')
        && at == mention.last + 1
        && said.percent.is_none()
        && let Some(quantity) = document.quantity(at + 1, Torn::No)
    {
        said.percent = Some((quantity.amount, at + 1, quantity.next));
        return Some(quantity.next);
    }
    if let Some(quantity) = document.percentage(at) {
        // The parts of an H-score (`1+ 30%; 2+ 30%`) are not the percentage.
        let part = at >= 2 && document.is_mark(at - 1, b'+')
            || document.is_mark(quantity.next, b';') && document.is_mark(quantity.next + 2, b'+');
        // `Low Positive (1-9%). 5 %`: the bracket names the band.
        let band = !matches!(quantity.amount, Amount::Exactly(_))
            && document.is_mark(quantity.next, b')')
            && (quantity.next + 1..quantity.next + 4)
                .any(|next| document.percentage(next).is_some());
        // `(0-100 %)`: the whole scale.
        let scale = quantity.amount == Amount::Between(Decimal::ZERO, Decimal::whole(100));
        // `Positive (greater than or equal to 10% of cells)`: the bracket tells what the word means, the percentage follows.
        let explained = said.percent.is_some_and(|(amount, first, next)| {
            !matches!(amount, Amount::Exactly(_))
                && document.is_mark(first - usize::from(first > 0), b'(')
                && !document.is_mark(next, b')')
                && matches!(quantity.amount, Amount::Exactly(_))
        });
        if !(part || band || scale) && (said.percent.is_none() || explained) {
            said.percent = Some((quantity.amount, quantity.first, quantity.next));
        }
        return Some(quantity.next);
    }
    if document.is_mark(at + 1, b'+')
        && document.items[at].kind == Kind::Digits
        && document.word(at).len() == 1
    {
        said.plus = said.plus.or(Some((document.word(at) != "0", at)));
        return Some(at + 2);
    }
    // A sign behind the name: `ER+`, `PR-`, `ER (+)`.
    let sign = document.is_mark(at, b'+') || document.is_mark(at, b'-');
    if sign && said.word.is_none() && her2_lead::is_cell(document, mention.last, at) {
        let status = if document.is_mark(at, b'+') {
            ReceptorStatus::Positive
        } else {
            ReceptorStatus::Negative
        };
        said.word = Some((status, at));
        return Some(at + 1);
    }
    // `ER zero.`, `PR 0`: none on every scale.
    let first = mention.last + 1 + usize::from(document.is_mark(mention.last + 1, b':'));
    if at == first && is_zero(document, at) {
        said.word = said.word.or(Some((ReceptorStatus::Negative, at)));
        return Some(at + 1);
    }
    if let Some(status) = yes_or_no(document, mention.last, at) {
        said.word = said.word.or(Some((status, at)));
        return Some(at + 1);
    }
    if at > 1
        && document.is_mark(at - 1, b'%')
        && !matches!(document.items[at - 2].kind, Kind::Digits)
    {
        return None;
    }
    if sign
        && said.word.is_none()
        && (at == mention.from && mention.from > mention.last + 1
            || at == mention.last + 1
                && document.items[at].gap == Gap::None
                && is_sign(document, at)
            || document.is_mark(at - 1, b'(') && document.is_mark(at + 1, b')'))
    {
        let status = if document.is_mark(at, b'+') {
            ReceptorStatus::Positive
        } else {
            ReceptorStatus::Negative
        };
        said.word = Some((status, at));
        return Some(at + 1);
    }
    let word = word(document, at)?;
    let next = at + 1;
    if document.is(next, Concept::Control) {
        return Some(next + 1);
    }
    if at > 0 && document.is_any(at - 1, &[Concept::Control])
        || document.is_any(at.saturating_sub(2), &[Concept::Control])
            && document.is(at - 1, Concept::IsWord)
    {
        return Some(next);
    }
    if document.is(next, Concept::ForWord) && !document.is_any(next + 1, MARKERS) {
        return None;
    }
    if said.word.is_some() {
        // The first word stands, but a wait gives way to a result.
        if said.word.map(|(word, _)| word) == Some(ReceptorStatus::Pending)
            && word != ReceptorStatus::Pending
            && document.same_sentence(at, said.last)
        {
            said.word = Some((word, at));
        }
        return None;
    }
    let negated = at > 0 && document.is(at - 1, Concept::NotWord);
    let word = match word {
        ReceptorStatus::Positive if negated => ReceptorStatus::Negative,
        word => word,
    };
    said.word = Some((word, at));
    Some(next)
}

/// `ER: Yes`, `PR: No`.
pub fn yes_or_no(document: &Document<'_>, last: usize, at: usize) -> Option<ReceptorStatus> {
    if at != last + 2 || !document.is_mark(last + 1, b':') {
        return None;
    }
    match document.lower(at) {
        "yes" => Some(ReceptorStatus::Positive),
        "no" if !document.is_any(at + 1, &[Concept::Staining, Concept::Found]) => {
            Some(ReceptorStatus::Negative)
        }
        _ => None,
    }
}

/// Whether nothing but zero stands at the item: no bound, range, fraction or decimal.
fn is_zero(document: &Document<'_>, at: usize) -> bool {
    let zero = document.word(at) == "0" || document.lower(at) == "zero";
    let ends = document.items.get(at + 1).is_none_or(|next| {
        next.gap >= Gap::Line
            || matches!(next.kind, Kind::Mark(b'.' | b',' | b';' | b')'))
                && document
                    .items
                    .get(at + 2)
                    .is_none_or(|after| after.gap > Gap::None)
    });
    zero && ends
}

/// `8/8`: an Allred total without its name.
fn out_of_eight(document: &Document<'_>, at: usize) -> Option<u32> {
    let total = document.number(at, Torn::No)?.value.to_whole()?;
    let scale = document.number(at + 2, Torn::No)?.value.to_whole()?;
    (document.is_mark(at + 1, b'/') && scale == 8 && total <= 8).then_some(total)
}

/// A whole number in a table one of whose columns is headed by a percent sign.
fn percent_cell(document: &Document<'_>, mention: &Mention, at: usize) -> Option<Quantity> {
    let headed = (mention.first.saturating_sub(60)..mention.first).any(|head| {
        head > 0
            && document.is_mark(head, b'%')
            && !matches!(document.items[head - 1].kind, Kind::Digits)
    });
    let quantity = document.quantity(at, Torn::No)?;
    let whole = matches!(quantity.amount, Amount::Exactly(value) if value.scale() == 0 && value <= Decimal::whole(100));
    let marked = document.is_mark(quantity.next, b'+')
        || document.is_mark(quantity.next, b'%')
        || document.is_mark(quantity.next, b'/');
    (headed && whole && !marked).then_some(quantity)
}

/// Whether a plus or minus directly behind a name is its sign and not a dash.
pub fn is_sign(document: &Document<'_>, at: usize) -> bool {
    document.items.get(at + 1).is_none_or(|next| {
        next.gap > Gap::None || matches!(next.kind, Kind::Mark(b',' | b'/' | b')' | b';' | b'.'))
    }) && (document.is_mark(at, b'+')
        || document.items.get(at + 1).is_some_and(|next| {
            next.kind == Kind::Word
                || next.is_mark(b'(') && next.gap > Gap::None
                || next.is_mark(b',')
                || next.is_mark(b'/')
                || next.is_mark(b')')
        }))
}

fn labelled(document: &Document<'_>, at: usize) -> Option<(u32, usize)> {
    for value in at + 1..at + 6 {
        if let Some(number) = document.number(value, Torn::No) {
            return number
                .value
                .to_whole()
                .filter(|score| *score <= 300)
                .map(|score| (score, number.next));
        }
        let glue = matches!(
            document.items.get(value)?.kind,
            Kind::Mark(b':' | b'=' | b'(')
        ) || document.is_any(
            value,
            &[Concept::IsWord, Concept::OfWord, Concept::ScoreWord],
        );
        if !glue {
            return None;
        }
    }
    None
}

fn word(document: &Document<'_>, at: usize) -> Option<ReceptorStatus> {
    match document.items.get(at)?.concept? {
        Concept::LowPositive => Some(ReceptorStatus::LowPositive),
        Concept::Positive
        | Concept::WeaklyPositive
        | Concept::StronglyPositive
        | Concept::Overexpressed => Some(ReceptorStatus::Positive),
        Concept::Negative | Concept::NotOverexpressed | Concept::NoStaining => {
            Some(ReceptorStatus::Negative)
        }
        Concept::NotFound if document.lower(at).starts_with("not") => {
            Some(ReceptorStatus::Negative)
        }
        Concept::Pending => Some(ReceptorStatus::Pending),
        _ => None,
    }
}

/// `triple negative`.
fn implied(document: &Document<'_>, mention: &Mention) -> Said {
    if legend::is_general(document, mention.first)
        || matches!(document.zones[mention.first], Zone::Method | Zone::Blocks)
    {
        return Said::default();
    }
    let status = if document.is(mention.first, Concept::TripleNegative) {
        ReceptorStatus::Negative
    } else {
        ReceptorStatus::Positive
    };
    Said {
        word: Some((status, mention.first)),
        last: mention.last,
        ..Said::default()
    }
}

/// Makes the result, with its status from the word, the percentage and the score.
fn result(
    document: &Document<'_>,
    mention: &Mention,
    receptor: Receptor,
    said: Said,
) -> Option<ReceptorResult> {
    let by_percent = said
        .percent
        .map(|(amount, _, _)| super::thresholds::receptor_status(amount));
    let word = said.word.map(|(word, _)| word);
    let status = match (word, by_percent) {
        (Some(ReceptorStatus::Positive), Some(ReceptorStatus::LowPositive)) => {
            ReceptorStatus::LowPositive
        }
        (Some(word), _) => word,
        (None, Some(status)) => status,
        (None, None) => match (said.plus, said.allred, said.h_score) {
            (Some((above, _)), _, _) => {
                if above {
                    ReceptorStatus::Positive
                } else {
                    ReceptorStatus::Negative
                }
            }
            (None, Some((score, _)), _) => super::thresholds::allred_status(score),
            _ => return None,
        },
    };
    let first = mention
        .lead
        .min(said.word.map_or(mention.first, |(_, at)| at))
        .min(mention.first);
    let place = |from: usize, to: usize| origin(document.span(from, to));
    Some(ReceptorResult {
        receptor,
        status,
        percent: said
            .percent
            .map(|(amount, first, next)| Fact::new(amount, place(first, next - 1))),
        allred: said
            .allred
            .map(|(score, at)| Fact::new(score, place(at, at))),
        h_score: said
            .h_score
            .map(|(score, at)| Fact::new(score, place(at, at))),
        context: voiced(document, mention.first, said.last),
        superseded: false,
        origin: place(first, said.last.max(mention.last)),
    })
}
