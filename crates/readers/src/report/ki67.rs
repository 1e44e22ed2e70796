//! Ki-67, the share of dividing cells.

use super::context::voiced;
use super::document::{Document, Zone};
use super::markers::Mention;
use super::number::{Quantity, Torn};
use super::token::{Gap, Kind};
use super::{legend, origin};
use her2_case::{Amount, Context, Decimal, Fact};
use her2_knowledge::lexicon::Concept;

/// Ki-67 in percent, of the current specimen first.
pub fn ki67(document: &Document<'_>, mentions: &[Mention]) -> Option<Fact<Amount>> {
    let mut found: Vec<(bool, Fact<Amount>)> = Vec::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.markers.contains(&Concept::Ki67))
    {
        if matches!(document.zones[mention.first], Zone::Method | Zone::Blocks)
            && !(mention.last + 1..mention.last + 4).any(|at| document.is_mark(at, b':'))
        {
            continue;
        }
        let mut at = mention.from;
        let reach = if mention.cell {
            mention.end
        } else {
            mention.last + 28
        };
        while at < mention.end.min(reach) {
            if document.is(at, Concept::ReferenceRange) {
                break;
            }
            let labelled = document.is(at.wrapping_sub(2), Concept::Nuclear)
                && document.is_mark(at.wrapping_sub(1), b':');
            let quantity = document
                .percentage(at)
                .or_else(|| labelled.then(|| document.quantity(at, Torn::No)).flatten())
                .or_else(|| bare(document, mention, at));
            // `High (>35%)` names the band, not the value.
            let band = at > 1
                && document.is_mark(at - 1, b'(')
                && document.is_any(at - 2, &[Concept::HighWord, Concept::LowWord]);
            match quantity {
                Some(quantity) if !band && !legend::is_general(document, at) => {
                    let place = origin(document.span(quantity.first, quantity.next - 1));
                    found.push((
                        voiced(document, mention.first, at) == Context::Current,
                        Fact::new(quantity.amount, place),
                    ));
                    break;
                }
                Some(quantity) => at = quantity.next,
                None => at += 1,
            }
        }
    }
    let last_current = found.iter().rev().find(|(current, _)| *current);
    last_current.or(found.first()).map(|(_, fact)| *fact)
}

/// A number directly behind the name, without its sign: `Ki-67: 12`, `Ki-67 (%) 22`.
fn bare(document: &Document<'_>, mention: &Mention, at: usize) -> Option<Quantity> {
    let glue = |item: usize| {
        matches!(
            document.items[item].kind,
            Kind::Mark(b':' | b'=' | b'(' | b')' | b'%' | b'.' | b'|' | b'-')
        ) || document.is_any(item, &[Concept::IsWord, Concept::Clone])
    };
    let near = mention.cell && at == mention.from
        || at <= mention.last + 6 && (mention.last + 1..at).all(glue);
    let quantity = document.quantity(at, Torn::No).filter(|_| near)?;
    let percent = |value: Decimal| value <= Decimal::whole(100);
    let fits = matches!(quantity.amount, Amount::Exactly(value) if percent(value));
    let other = matches!(
        document
            .items
            .get(quantity.next)
            .map(|item| (item.kind, item.gap)),
        Some((Kind::Mark(b'+' | b'/' | b'-'), _) | (Kind::Word, Gap::None))
    );
    (fits && !other).then_some(quantity)
}
