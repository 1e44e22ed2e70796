//! Statements about some lymph nodes: fractions, counts in words, titles of parts.

use super::document::{Document, Zone};
use super::node_negative::{MOST, counts_negative, counts_on};
use super::number::Torn;
use super::token::{Gap, Kind};
use her2_case::Span;
use her2_knowledge::lexicon::Concept;

/// One statement about some nodes.
#[derive(Clone, Copy)]
pub struct Count {
    /// Nodes with cancer.
    pub positive: Option<u32>,
    /// Nodes examined.
    pub examined: Option<u32>,
    /// Where.
    pub span: Span,
    /// The part of the report it stands in.
    pub part: u32,
    /// In a table of named fields.
    pub synoptic: bool,
    /// Stated as a fraction.
    pub fraction: bool,
    /// Only the title of a part, which names one node.
    pub implicit: bool,
    /// In an addendum.
    pub addendum: bool,
    /// In a part whose title names nodes: it counts that part's own.
    pub titled: bool,
}

/// Whether an item names lymph nodes: `lymph nodes`, and `lymph nodes positive` in running text.
pub fn is_node(document: &Document<'_>, at: usize) -> bool {
    document.is(at, Concept::Node)
        || document.is_any(at, &[Concept::NodesPositive, Concept::NodesExamined])
            && document.lower(at).starts_with("lymph n")
}

fn is_reported(zone: Zone) -> bool {
    matches!(
        zone,
        Zone::Front | Zone::Diagnosis | Zone::Synoptic | Zone::Addendum | Zone::Microscopic
    )
}

/// `(1/4)`, `6/10 axillary lymph nodes`, `14 of 18 nodes`, `four (out of fourteen)`.
pub fn fractions(document: &Document<'_>, parts: &[u32]) -> Vec<Count> {
    let mut found = Vec::new();
    let mut until = 0;
    for (at, part) in parts.iter().enumerate() {
        let field = at > 1 && document.is_mark(at - 1, b':') && is_node(document, at - 2);
        if at < until || !(is_reported(document.zones[at]) || field) {
            continue;
        }
        let Some((positive, next)) = document.count(at).or_else(|| roman_count(document, at))
        else {
            continue;
        };
        // `cytokeratin AE1/3`
        let joined = at > 0
            && document.items[at].gap == Gap::None
            && document.items[at - 1].kind == Kind::Word;
        if joined {
            continue;
        }
        let mut over = next;
        if document.is(over, Concept::Positive) && document.is(over + 1, Concept::OfWord) {
            over += 1;
        }
        // `3 lymph nodes out of 10`
        if is_node(document, over) && document.lower(over + 1) == "out of" {
            over += 1;
        }
        while document.is_mark(over, b'(')
            || document.is_mark(over, b')')
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
        // `FOUR OF TWENTY-TWO (4/22)`: the figures in the bracket are the same nodes.
        let figures = spoken
            && (end..end + 4).any(|item| {
                document.is_mark(item, b'(')
                    && document
                        .number(item + 1, Torn::No)
                        .is_some_and(|number| document.is_mark(number.next, b'/'))
            });
        if figures {
            continue;
        }
        // `(2/4) (previously reported as 2/3)`
        let before = (at.saturating_sub(4)..at)
            .any(|item| document.is(item, Concept::Prior) && document.same_sentence(item, at));
        if positive > examined
            || before
            || examined > MOST
            || document.is_mark(end, b'/')
            || at > 0 && document.is_mark(at - 1, b'/')
            || !about_nodes(document, at, end, spoken)
        {
            continue;
        }
        let positive = if counts_negative(document, (at, end), (positive, examined)) {
            examined - positive
        } else {
            positive
        };
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
            fraction: true,
            implicit: false,
            addendum: document.zones[at] == Zone::Addendum,
            titled: titled(document, parts, at),
        });
        until = end;
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
    // `4 of 18 lymph nodes`: what is counted follows.
    if (next..next + 3).any(|at| is_node(document, at)) {
        return true;
    }
    for at in before {
        let same = document.same_sentence(at, first);
        if same && (document.is_any(at, &other) || document.is(at, Concept::StageWord)) {
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
        if !same && document.is_any(at, &other) {
            break;
        }
    }
    let Some(node) = after.clone().find(|at| is_node(document, *at)) else {
        return false;
    };
    !(next..node).any(|at| document.is_any(at, &other))
}

/// `ONE LYMPH NODE, NEGATIVE`, `11 lymph nodes are negative`, `LYMPH NODE, SENTINEL #1: NEGATIVE FOR MALIGNANCY`.
pub fn spelled(document: &Document<'_>, parts: &[u32], counts: &mut Vec<Count>) {
    let mut at = 0;
    while at < document.items.len() {
        let node = at;
        at += 1;
        if !is_node(document, node)
            || !is_reported(document.zones[node])
            || document.zones[node] == Zone::Synoptic
            || document.zones[node] == Zone::Microscopic
        {
            continue;
        }
        // A fraction beside the node counts it already.
        let place = document.items[node];
        if counts.iter().any(|count| {
            count.fraction && count.span.start < place.end + 90 && place.start < count.span.end + 90
        }) {
            continue;
        }
        let Some(finding) = finding(document, node) else {
            continue;
        };
        let number = (1..=5)
            .find_map(|back| {
                let start = node.checked_sub(back)?;
                let (value, next) = document.count(start)?;
                let joined = (next..node).all(|item| {
                    matches!(document.items[item].kind, Kind::Mark(b'(' | b')'))
                        // `ONE. LYMPH NODE`, and not the third entry of a list: `3. Lymph nodes`
                        || item == next
                            && document.is_mark(item, b'.')
                            && counts_on(document, start)
                        || document.is_any(
                            item,
                            &[
                                Concept::Axilla,
                                Concept::NoTumor,
                                Concept::Negative,
                                Concept::Positive,
                                Concept::Left,
                                Concept::Right,
                                Concept::OfWord,
                            ],
                        )
                        || document.items[item].concept.is_none()
                            && document.items[item].kind == Kind::Word
                            && document.word(item).len() > 2
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
            })
            .or_else(|| {
                // `LYMPH NODES, TWO REACTIVE`, `LYMPH NODES, TOTAL OF FIFTEEN REACTIVE`
                let at = (node + 1..node + 5).find(|at| document.is(*at, Concept::NumberWord))?;
                let glue = (node + 1..at).all(|item| {
                    matches!(document.items[item].kind, Kind::Mark(b',' | b':' | b'-'))
                        || document.is_any(item, &[Concept::Total, Concept::OfWord])
                });
                let (value, next) = document.count(at)?;
                let said = document.is_any(
                    next,
                    &[Concept::NoTumor, Concept::Negative, Concept::Positive],
                );
                (glue && said).then_some((value, node))
            });
        let title = !document.lower(node).ends_with('s') && is_title(document, parts, node);
        let (examined, first) = match number {
            Some(found) => found,
            // The title of a part names one node.
            None if title => (1, node),
            None => continue,
        };
        let positive = match (finding, involved(document, node)) {
            (true, Some(count)) if count <= examined => count,
            (true, _) => examined,
            (false, _) => 0,
        };
        counts.push(Count {
            positive: Some(positive),
            examined: Some(examined),
            span: document.span(first, node),
            part: parts[node],
            synoptic: false,
            fraction: false,
            implicit: number.is_none(),
            addendum: document.zones[node] == Zone::Addendum,
            titled: titled(document, parts, node),
        });
    }
}

/// How many of the nodes hold cancer, where it is said apart: `lymph nodes (22): metastatic carcinoma in eleven`, `14 nodes: four positive`.
fn involved(document: &Document<'_>, node: usize) -> Option<u32> {
    let after = node + 1..(node + 16).min(document.items.len());
    let metastasis = after
        .clone()
        .find(|at| document.is(*at, Concept::MetastasisWord));
    if let Some(metastasis) = metastasis {
        return (metastasis + 1..metastasis + 6)
            .find(|at| document.word(*at).eq_ignore_ascii_case("in"))
            .and_then(|at| document.count(at + 1))
            .map(|(count, _)| count);
    }
    after
        .clone()
        .find(|at| document.is_mark(*at, b':'))
        .and_then(|colon| document.count(colon + 1))
        .filter(|(_, next)| document.is(*next, Concept::Positive))
        .map(|(count, _)| count)
}

/// A title counts only where its part says nothing else.
pub fn without_titles(counts: Vec<Count>) -> Vec<Count> {
    let said = |count: &Count| {
        counts
            .iter()
            .any(|other| !other.implicit && other.part == count.part)
            || counts
                .iter()
                .any(|other| other.part == count.part && other.span.start < count.span.start)
    };
    counts
        .iter()
        .filter(|count| !count.implicit || !said(count))
        // `found 12 nodes … 4/12`: the fraction tells of the same nodes.
        .filter(|count| {
            let same = |other: &&Count| other.fraction && other.examined == count.examined;
            count.fraction || count.examined < Some(2) || !counts.iter().any(|other| same(&other))
        })
        .map(|count| {
            // An addendum tells more of a node that is counted already.
            let again = count.implicit
                && count.addendum
                && counts
                    .iter()
                    .any(|other| !other.addendum && other.examined.is_some());
            Count {
                examined: count.examined.filter(|_| !again),
                ..*count
            }
        })
        .collect()
}

/// Whether the title of the part around an item names nodes: `C. LYMPH NODE, NON-SENTINEL`.
fn titled(document: &Document<'_>, parts: &[u32], at: usize) -> bool {
    const TITLE: usize = 6;
    let first = (0..at)
        .rev()
        .find(|item| parts[*item] != parts[at])
        .map_or(0, |item| item + 1);
    (first..at.min(first + TITLE)).any(|item| is_node(document, item))
}

/// Whether a node word is the title of a part: among its first words, with a mark, a number or a side after it.
fn is_title(document: &Document<'_>, parts: &[u32], node: usize) -> bool {
    let begins = (node.saturating_sub(6)..node).any(|at| parts[at] != parts[node])
        || node.saturating_sub(6) == 0;
    begins
        && (matches!(
            document.items.get(node + 1).map(|next| next.kind),
            Some(Kind::Mark(b',' | b':' | b'#' | b'(' | b'-') | Kind::Digits)
        ) || document.is_any(node + 1, &[Concept::Left, Concept::Right, Concept::Axilla]))
}

/// What is found in the nodes: cancer or none; nothing if it is not said.
fn finding(document: &Document<'_>, node: usize) -> Option<bool> {
    if document.is(node, Concept::NodesPositive) {
        return (!document.is_mark(node + 1, b':')).then_some(true);
    }
    let end = (node + 26).min(document.items.len());
    for at in node + 1..end {
        if document.is(at, Concept::Node) && at > node + 12 || document.heading(at).is_some() {
            return None;
        }
        // What grows beyond a node says nothing of how many there are.
        if document.is(at, Concept::Extranodal) {
            break;
        }
        if document.is(at, Concept::NoNode) {
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
            let few = (at + 1..at + 4).any(|next| document.is(next, Concept::Itc));
            return Some(!negated && !few);
        }
    }
    // `NO METASTASIS IN TWO LYMPH NODES`, `no tumor in one lymph node`, `metastatic carcinoma is seen on step sections in 1 lymph node`
    let within = (node.saturating_sub(4)..node).any(|at| document.lower(at) == "in");
    let reach = if within { 20 } else { 7 };
    (node.saturating_sub(reach)..node).rev().find_map(|at| {
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
