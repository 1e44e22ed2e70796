//! Regional lymph nodes: totals where the report gives them, sums over its parts where it does not.

use super::document::{Document, Zone};
use super::number::Torn;
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

/// One statement about some nodes.
#[derive(Clone, Copy)]
struct Count {
    positive: Option<u32>,
    examined: Option<u32>,
    span: Span,
    /// The part of the report it stands in.
    part: u32,
    synoptic: bool,
}

/// Reads the counts.
pub fn nodes(document: &Document<'_>) -> Nodes {
    let parts = parts(document);
    let labelled = labelled(document);
    let mut counts = fractions(document, &parts);
    spelled(document, &parts, &mut counts);
    let summed = sum(&counts);
    let fact =
        |value: Option<(u32, Span)>| value.map(|(value, span)| Fact::new(value, origin(span)));
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

fn is_reported(zone: Zone) -> bool {
    matches!(
        zone,
        Zone::Front | Zone::Diagnosis | Zone::Synoptic | Zone::Addendum | Zone::Microscopic
    )
}

/// The number of the part (`A.`, `PART 2:`, `3).`) each item stands in.
fn parts(document: &Document<'_>) -> Vec<u32> {
    let mut part = 0;
    (0..document.items.len())
        .map(|at| {
            let item = &document.items[at];
            let starts = at == 0
                || item.gap >= Gap::Line
                || document.is_mark(at - 1, b'.')
                || document.is_mark(at - 1, b':')
                || document.is_mark(at - 1, b'-');
            let text = document.word(at);
            let letter = text.len() == 1
                && text.as_bytes()[0].is_ascii_uppercase()
                && item.kind == Kind::Word
                || item.kind == Kind::Digits && text.len() == 1;
            let listed = letter
                && starts
                && (document.is_mark(at + 1, b'.')
                    || document.is_mark(at + 1, b':')
                    || document.is_mark(at + 1, b')'))
                && document
                    .items
                    .get(at + 2)
                    .is_some_and(|next| next.gap > Gap::None || next.is_mark(b'.'));
            let bracketed = text.len() == 1
                && item.kind == Kind::Word
                && at > 0
                && document.is_mark(at - 1, b'(')
                && document.is_mark(at + 1, b')')
                && text.as_bytes()[0].is_ascii_uppercase();
            if listed
                || bracketed
                || document.is(at, Concept::Part) && document.heading(at).is_some()
                || text == "PART"
                || document.heading(at).is_some()
            {
                part += 1;
            }
            part
        })
        .collect()
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
            return (!unit && number < 100).then_some((number, next - 1));
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

/// `(1/4)`, `6/10 axillary lymph nodes`, `14 of 18 nodes`, `four (out of fourteen)`.
fn fractions(document: &Document<'_>, parts: &[u32]) -> Vec<Count> {
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if !is_reported(document.zones[at]) {
            continue;
        }
        let Some((positive, next)) = document.count(at).or_else(|| roman_count(document, at))
        else {
            continue;
        };
        let mut over = next;
        while document.is_mark(over, b'(')
            || document.is_mark(over, b'.') && document.is(over + 1, Concept::OfWord)
        {
            over += 1;
        }
        if !(document.is_mark(over, b'/')
            || document.is(over, Concept::OfWord)
            || document.is_mark(over, b'/') && document.is_mark(over + 1, b'/'))
        {
            continue;
        }
        let over = if document.is_mark(over + 1, b'/') {
            over + 1
        } else {
            over
        };
        let Some((examined, end)) = document
            .count(over + 1)
            .or_else(|| roman_count(document, over + 1))
        else {
            continue;
        };
        let spoken = document.is(over, Concept::OfWord);
        if positive > examined
            || examined > 99
            || document.is_mark(end, b'/')
            || at > 0 && document.is_mark(at - 1, b'/')
            || !about_nodes(document, at, end, spoken)
        {
            continue;
        }
        let examined_only_tumor_cells = (at.saturating_sub(14)
            ..(end + 6).min(document.items.len()))
            .any(|item| document.is(item, Concept::Itc) && document.same_sentence(item, at));
        let positive = if examined_only_tumor_cells
            && !(at.saturating_sub(14)..end + 6).any(|item| {
                document.is_any(item, &[Concept::MetastasisWord, Concept::Micrometastasis])
            }) {
            0
        } else {
            positive
        };
        found.push(Count {
            positive: Some(positive),
            examined: Some(examined),
            span: document.span(at, end - 1),
            part: *part,
            synoptic: document.zones[at] == Zone::Synoptic,
        });
    }
    found
}

/// `III/XV` counts nodes in some laboratories.
fn roman_count(document: &Document<'_>, at: usize) -> Option<(u32, usize)> {
    let text = document.word(at);
    if text.is_empty()
        || !text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
        || !(document.is_mark(at + 1, b'/') || at > 0 && document.is_mark(at - 1, b'/'))
    {
        return None;
    }
    let value = |byte: u8| match byte {
        b'I' => 1,
        b'V' => 5,
        _ => 10,
    };
    let bytes = text.as_bytes();
    let mut total = 0i32;
    for (position, byte) in bytes.iter().enumerate() {
        let this = value(*byte);
        total += if bytes
            .get(position + 1)
            .is_some_and(|next| value(*next) > this)
        {
            -this
        } else {
            this
        };
    }
    u32::try_from(total).ok().map(|total| (total, at + 1))
}

/// Whether a fraction speaks of lymph nodes: a node word close by, and no word of a score or a block.
fn about_nodes(document: &Document<'_>, first: usize, next: usize, spoken: bool) -> bool {
    let reach = if spoken { 7 } else { 22 };
    let before = (first.saturating_sub(reach)..first).rev();
    let after = next..(next + 7).min(document.items.len());
    let other = [
        Concept::Grade,
        Concept::GradeScore,
        Concept::NuclearGrade,
        Concept::Mitoses,
        Concept::Tubules,
        Concept::Cells,
        Concept::Margin,
        Concept::Allred,
        Concept::HScore,
    ];
    for at in before {
        if document.is_any(at, &other) || document.is(at, Concept::StageWord) {
            return false;
        }
        if document.is_any(
            at,
            &[
                Concept::Node,
                Concept::NodesPositive,
                Concept::NodesExamined,
            ],
        ) {
            return true;
        }
    }
    after.clone().any(|at| document.is(at, Concept::Node))
        && !after.clone().any(|at| document.is_any(at, &other))
}

/// `ONE LYMPH NODE, NEGATIVE`, `11 lymph nodes are negative`, `LYMPH NODE, SENTINEL #1: NEGATIVE FOR MALIGNANCY`.
fn spelled(document: &Document<'_>, parts: &[u32], counts: &mut Vec<Count>) {
    let mut at = 0;
    while at < document.items.len() {
        let node = at;
        at += 1;
        if !document.is(node, Concept::Node)
            || !is_reported(document.zones[node])
            || document.zones[node] == Zone::Synoptic
            || document.zones[node] == Zone::Microscopic
        {
            continue;
        }
        if counts.iter().any(|count| {
            count.part == parts[node]
                && count.examined.is_some()
                && !count.synoptic
                && is_fraction(count)
        }) {
            continue;
        }
        let Some(finding) = finding(document, node) else {
            continue;
        };
        let number = (1..=4)
            .find_map(|back| {
                let start = node.checked_sub(back)?;
                let (value, next) = document.count(start)?;
                let joined = (next..node).all(|item| {
                    matches!(document.items[item].kind, Kind::Mark(b'(' | b')'))
                        || document.is_any(
                            item,
                            &[
                                Concept::Axilla,
                                Concept::Left,
                                Concept::Right,
                                Concept::OfWord,
                            ],
                        )
                        || document.items[item].concept.is_none()
                            && document.items[item].kind == Kind::Word
                });
                (joined && !document.is_mark(start.wrapping_sub(1), b'#') && value < 80)
                    .then_some((value, start))
            })
            .or_else(|| {
                // `LYMPH NODE (1), NEGATIVE`
                (document.is_mark(node + 1, b'('))
                    .then(|| document.number(node + 2, Torn::No))
                    .flatten()
                    .filter(|number| document.is_mark(number.next, b')'))
                    .and_then(|number| Some((number.value.to_whole()?, node)))
            });
        let title =
            !document.word(node).to_ascii_lowercase().ends_with('s') && is_title(document, node);
        let (examined, first) = match number {
            Some(found) => found,
            // The title of a part names one node.
            None if title && !counts.iter().any(|count| count.part == parts[node]) => (1, node),
            None => continue,
        };
        if title && number.is_some() {
            counts.retain(|count| {
                count.part != parts[node] || count.span.start != document.items[node].start
            });
        }
        let positive = if finding { examined } else { 0 };
        counts.push(Count {
            positive: Some(positive),
            examined: Some(examined),
            span: document.span(first, node),
            part: parts[node],
            synoptic: false,
        });
    }
}

fn is_fraction(count: &Count) -> bool {
    count.positive.is_some()
        && count.span.end - count.span.start < 40
        && count.positive != count.examined
        || count.positive.is_some() && count.examined.is_some()
}

/// Whether a node word is the title of a part: at its start, with a number or a colon after it.
fn is_title(document: &Document<'_>, node: usize) -> bool {
    (node.saturating_sub(4)..node).rev().any(|at| {
        document.is_mark(at, b'.') || document.is_mark(at, b':') || document.is_mark(at, b')')
    }) || document.items[node].gap >= Gap::Line
}

/// What is found in the nodes: cancer or none; nothing if it is not said.
fn finding(document: &Document<'_>, node: usize) -> Option<bool> {
    let end = (node + 26).min(document.items.len());
    for at in node + 1..end {
        if document.is(at, Concept::Node) && at > node + 12 || document.heading(at).is_some() {
            return None;
        }
        if document.is_any(at, &[Concept::NoTumor, Concept::Itc]) {
            return Some(false);
        }
        if document.is(at, Concept::Negative) {
            return Some(false);
        }
        if document.is(at, Concept::Positive)
            || document.is_any(
                at,
                &[
                    Concept::MetastasisWord,
                    Concept::Micrometastasis,
                    Concept::Involved,
                ],
            )
        {
            let negated = (at.saturating_sub(3)..at)
                .any(|before| document.is_any(before, &[Concept::NotWord, Concept::NotFound]));
            return Some(!negated);
        }
    }
    // `NO METASTASIS IN TWO LYMPH NODES`, `no tumor in one lymph node`
    (node.saturating_sub(7)..node).rev().find_map(|at| {
        if document.is_any(at, &[Concept::NoTumor]) {
            return Some(false);
        }
        document
            .is_any(at, &[Concept::MetastasisWord, Concept::Micrometastasis])
            .then(|| {
                !(at.saturating_sub(3)..at)
                    .any(|before| document.is_any(before, &[Concept::NotWord, Concept::NotFound]))
            })
    })
}

/// The sum over parts; a statement that equals the sum of the others is the report's own total.
fn sum(counts: &[Count]) -> (Stated, Stated) {
    let Some(first) = counts.first() else {
        return (None, None);
    };
    // One statement a part: a fraction repeated in its part is the same nodes.
    let mut own: Vec<Count> = Vec::new();
    for count in counts {
        let repeated = own.iter().any(|known| {
            known.part == count.part
                && known.examined == count.examined
                && known.positive == count.positive
        });
        if !repeated {
            own.push(*count);
        }
    }
    let total: u32 = own.iter().filter_map(|count| count.examined).sum();
    let stated = own.iter().rev().find(|count| {
        own.len() > 2
            && count
                .examined
                .is_some_and(|examined| examined * 2 == total && examined > 1)
            || count.synoptic
                && own.len() > 1
                && count.examined.is_some_and(|examined| examined * 2 >= total)
    });
    if let Some(stated) = stated {
        return (
            stated.positive.map(|positive| (positive, stated.span)),
            stated.examined.map(|examined| (examined, stated.span)),
        );
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
