//! Regional lymph nodes: totals where the report gives them, sums over its parts where it does not.

use super::document::{Document, Zone};
use super::node_counts::{Count, fractions, spelled, without_titles};
use super::node_negative::MOST;
use super::origin;
use super::token::{Gap, Kind};
use her2_case::{Fact, Span};
use her2_knowledge::lexicon::Concept;

/// Counts of nodes with their places.
#[derive(Default)]
pub struct Nodes {
    /// Nodes with cancer.
    pub positive: Option<Fact<u32>>,
    /// Nodes examined.
    pub examined: Option<Fact<u32>>,
}

/// A number and where it is stated.
type Stated = Option<(u32, Span)>;

/// Reads the counts.
pub fn nodes(document: &Document<'_>) -> Nodes {
    let parts = &document.parts;
    let labelled = labelled(document);
    let mut counts = fractions(document, parts);
    spelled(document, parts, &mut counts);
    let counts = without_titles(counts);
    let summed = sum(&counts);
    let fact =
        |value: Option<(u32, Span)>| value.map(|(value, span)| Fact::new(value, origin(span)));
    // A single field beside counts in the text may have lost its own number.
    let lone = labelled.0.is_none() != labelled.1.is_none() && summed.1.is_some();
    let labelled = if lone { (None, None) } else { labelled };
    let positive = labelled.0.or(summed.0);
    let examined = labelled.1.or(summed.1);
    // More nodes with cancer than nodes: one of the two was misread; neither is given.
    if let (Some((positive, _)), Some((examined, _))) = (positive, examined)
        && positive > examined
    {
        return Nodes {
            positive: fact(summed.0),
            examined: fact(summed.1),
        };
    }
    Nodes {
        positive: fact(positive),
        examined: fact(examined),
    }
}

/// Named fields: `LYMPH NODES POSITIVE: 1`, `Total number examined: 14`. Of several the largest is the total.
fn labelled(document: &Document<'_>) -> (Stated, Stated) {
    let mut fields: [Option<(u32, Span)>; 4] = [None; 4];
    let mut sentinel: Option<(u32, Span)> = None;
    for at in 0..document.items.len() {
        let slot = match document.items[at].concept {
            Some(Concept::NodesPositive) => 0,
            Some(Concept::NodesExamined) => 1,
            Some(Concept::NodesMacro) => 2,
            Some(Concept::NodesMicro) => 3,
            Some(Concept::SentinelExamined) => 4,
            _ => continue,
        };
        if matches!(document.zones[at], Zone::Gross | Zone::Method) {
            continue;
        }
        let Some((value, last)) = field(document, at) else {
            continue;
        };
        let found = (value, document.span(at, last));
        if slot == 4 {
            sentinel = sentinel.or(Some(found));
        } else if fields[slot].is_none_or(|(known, _)| value > known) {
            fields[slot] = Some(found);
        }
    }
    let positive = fields[0].or_else(|| {
        let (large, span) = fields[2]?;
        Some((large + fields[3].map_or(0, |(small, _)| small), span))
    });
    (
        positive,
        fields[1].or(if positive.is_some() { sentinel } else { None }),
    )
}

/// The whole number of a field: a colon, or the number directly after the label.
fn field(document: &Document<'_>, at: usize) -> Option<(u32, usize)> {
    let mut value = at + 1;
    let mut colon = false;
    while value < at + 22 && value < document.items.len() {
        if document.is_mark(value, b'(') {
            let close = (value..(value + 16).min(document.items.len()))
                .find(|close| document.is_mark(*close, b')'))?;
            value = close + 1;
            continue;
        }
        if let Some((number, next)) = document.count(value) {
            let unit = document.is_any(next, &[Concept::Millimetre, Concept::Centimetre])
                || document.is_mark(next, b'/')
                || document.is_mark(next, b'.')
                    && document
                        .items
                        .get(next + 1)
                        .is_some_and(|item| item.kind == Kind::Digits && item.gap == Gap::None);
            return (!unit && number <= MOST).then_some((number, next - 1));
        }
        if document.word(value).eq_ignore_ascii_case("o") && colon {
            return Some((0, value));
        }
        colon |= document.is_mark(value, b':');
        let glue = matches!(
            document.items[value].kind,
            Kind::Mark(b':' | b'=' | b'.' | b'-' | b'*')
        ) || document.is_any(
            value,
            &[
                Concept::IsWord,
                Concept::OfWord,
                Concept::ForWord,
                Concept::MetastasisWord,
                Concept::NotFound,
            ],
        );
        if !glue {
            return None;
        }
        value += 1;
    }
    None
}

/// Whether a statement equals the sum of the others: of the nodes examined, or, where it only counts those with cancer, of these.
fn is_total(counts: &[Count], at: usize) -> bool {
    let others = |value: fn(&Count) -> Option<u32>| -> u32 {
        let rest = counts.iter().enumerate().filter(|(other, _)| *other != at);
        rest.filter_map(|(_, count)| value(count)).sum()
    };
    let stated = counts[at];
    let examined = stated.examined.is_some_and(|examined| {
        // One and one are two in a third part of nodes as well.
        examined > if stated.titled { REPEATED } else { 1 }
            && examined == others(|count| count.examined)
    });
    let positive = !stated.fraction
        && stated.positive == stated.examined
        && stated
            .positive
            .is_some_and(|positive| positive > 1 && positive == others(|count| count.positive));
    examined || positive
}

/// The same fraction of more nodes than this is the same nodes, wherever it stands.
const REPEATED: u32 = 3;

/// Bytes between two words of one statement.
const BESIDE: u32 = 40;

/// The sum over parts; a statement that equals the sum of the others is the report's own total.
fn sum(counts: &[Count]) -> (Stated, Stated) {
    let Some(first) = counts.first() else {
        return (None, None);
    };
    // One statement a part: a fraction repeated in its part is the same nodes.
    let mut own: Vec<Count> = Vec::new();
    for count in counts {
        let repeated = own.iter().any(|known| {
            let again = if count.fraction {
                known.part == count.part || count.examined > Some(REPEATED)
            } else {
                // `LYMPH NODES, TOTAL OF FIFTEEN REACTIVE LYMPH NODES`: one statement around two words.
                known.part == count.part && count.span.start < known.span.end + BESIDE
            };
            again && known.examined == count.examined && known.positive == count.positive
        });
        if !repeated {
            own.push(*count);
        }
    }
    // One statement that equals the sum of the others is the report's own total.
    let summary = (0..own.len()).find(|at| own.len() > 2 && is_total(&own, *at));
    if let Some(at) = summary {
        let stated = own[at];
        if stated.fraction {
            return (
                stated.positive.map(|positive| (positive, stated.span)),
                stated.examined.map(|examined| (examined, stated.span)),
            );
        }
        own.remove(at);
    }
    let parts: Vec<&Count> = if own.iter().any(|count| !count.synoptic) {
        own.iter().filter(|count| !count.synoptic).collect()
    } else {
        own.iter().collect()
    };
    let positive: u32 = parts.iter().filter_map(|count| count.positive).sum();
    let examined: u32 = parts.iter().filter_map(|count| count.examined).sum();
    let span = parts
        .iter()
        .map(|count| count.span)
        .reduce(Span::join)
        .unwrap_or(first.span);
    (Some((positive, span)), Some((examined, span)))
}
