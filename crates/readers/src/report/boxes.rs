//! Forms with boxes, of which only the ticked one is said.
//!
//! What stands beside an empty box is struck out before anything is read, so that no reader takes it for a result. Boxes are drawn
//! (`☐`), bracketed (`[ ]`, `(x)`) or lines to write on (`___`, `_X_`), and stand before their words or behind them.

use super::document::Document;
use super::markers::{MARKERS, VALUES};
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// A box, and the items around it.
#[derive(Clone, Copy)]
struct Tick {
    first: usize,
    next: usize,
    ticked: bool,
    /// A round bracket or a line, which alone may be something else.
    doubtful: bool,
}

/// Items that the words of a box may take.
const OPTION: usize = 18;

/// The items that stand beside an empty box, and the boxes behind their words.
pub fn struck(document: &Document<'_>) -> Vec<usize> {
    let mut struck = Vec::new();
    let boxes = boxes(document);
    let mut rest = &boxes[..];
    while !rest.is_empty() {
        let joined = rest
            .windows(2)
            .position(|pair| !is_one_form(document, pair[0], pair[1]));
        let (group, after) = rest.split_at(joined.map_or(rest.len(), |last| last + 1));
        strike(document, group, &mut struck);
        rest = after;
    }
    struck
}

/// Every box, in text order.
fn boxes(document: &Document<'_>) -> Vec<Tick> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.items.len() {
        match tick_box(document, at) {
            Some((ticked, next)) => {
                let open = document.items[at].kind;
                found.push(Tick {
                    first: at,
                    next,
                    ticked,
                    doubtful: matches!(open, Kind::Word | Kind::Mark(b'(' | b'_')),
                });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether two boxes belong to one question.
fn is_one_form(document: &Document<'_>, one: Tick, other: Tick) -> bool {
    other.first - one.next <= OPTION
        && (one.next..=other.first).all(|item| {
            document.items[item].gap < Gap::Paragraph
                && (!document.is_any(item, MARKERS) || item == one.next)
        })
}

/// Strikes out the words of the empty boxes of one question.
fn strike(document: &Document<'_>, group: &[Tick], struck: &mut Vec<usize>) {
    let (first, last) = (group[0], group[group.len() - 1]);
    if group.len() == 1 && first.doubtful && document.is_mark(first.first, b'(') {
        return;
    }
    let letter = |tick: &Tick| document.items[tick.first].kind == Kind::Word;
    if group.iter().all(letter) && !group.iter().any(|tick| tick.ticked) {
        // Bullets.
        return;
    }
    let behind = group.len() > 1 && is_behind(document, first);
    let options: Vec<(usize, usize)> = group
        .iter()
        .enumerate()
        .map(|(index, tick)| {
            if behind {
                let floor = index.checked_sub(1).map_or(0, |before| group[before].next);
                (option_before(document, tick.first, floor), tick.first)
            } else {
                let limit = group
                    .get(index + 1)
                    .map_or(document.items.len(), |next| next.first);
                (tick.next, option_behind(document, tick.next, limit))
            }
        })
        .collect();
    let says = |(from, end): (usize, usize)| (from..end).any(|item| is_said(document, item));
    let one_test =
        (first.next..last.first).all(|item| !document.is_any(item, &[Concept::Ihc, Concept::Ish]));
    let contradicts = one_test && {
        let signs: Vec<bool> = group
            .iter()
            .zip(&options)
            .filter(|(tick, _)| tick.ticked)
            .filter_map(|(_, option)| sign(document, *option))
            .collect();
        signs.contains(&true) && signs.contains(&false)
    };
    let answered = group.len() > 1 && group.iter().any(|tick| tick.ticked);
    for (tick, option) in group.iter().zip(&options) {
        let empty = !tick.ticked && (says(*option) || answered && !tick.doubtful);
        if empty || tick.ticked && contradicts {
            struck.extend(option.0..option.1);
        }
        if behind {
            struck.extend(tick.first..tick.next);
        }
    }
}

/// Whether the boxes stand behind their words: `Positive ( )  Negative (x)`.
fn is_behind(document: &Document<'_>, first: Tick) -> bool {
    let Some(before) = first.first.checked_sub(1) else {
        return false;
    };
    document.items[first.first].gap < Gap::Line
        && (is_said(document, before)
            || document.is_mark(before, b'+')
            || document.is_mark(before, b')')
                && (before.saturating_sub(6)..before).any(|item| is_said(document, item)))
}

/// The first item of the words before a box.
fn option_before(document: &Document<'_>, end: usize, floor: usize) -> usize {
    let mut from = end;
    while from > floor.max(end.saturating_sub(OPTION)) {
        let before = from - 1;
        if document.is_mark(before, b':')
            || document.is_any(before, MARKERS)
            || document.is_any(before, &[Concept::Ihc, Concept::Ish, Concept::Her2Kit])
        {
            break;
        }
        from = before;
        if document.items[before].gap >= Gap::Line {
            break;
        }
    }
    from
}

/// One past the words behind a box.
fn option_behind(document: &Document<'_>, from: usize, limit: usize) -> usize {
    let mut depth = 0_usize;
    let limit = limit.min(from + OPTION);
    for item in from..limit {
        let gap = document.items[item].gap;
        if document.is_mark(item, b'(') {
            depth += 1;
        } else if document.is_mark(item, b')') {
            depth = depth.saturating_sub(1);
        }
        let ends = gap >= Gap::Line && depth == 0
            || gap == Gap::Wide && item > from && depth == 0
            || gap == Gap::Paragraph
            || document.is_mark(item, b';')
            || document.is_mark(item, b'.')
                && document
                    .items
                    .get(item + 1)
                    .is_none_or(|next| next.gap > Gap::None)
            || document.is_any(item, MARKERS) && item > from
            || document.is(item, Concept::Ratio);
        if ends {
            return item;
        }
    }
    limit
}

/// Whether an item tells a result of some kind.
fn is_said(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, VALUES)
        || document.is_any(
            at,
            &[
                Concept::Pending,
                Concept::NotPerformed,
                Concept::Overexpression,
                Concept::Amplification,
                Concept::Low,
                Concept::Ultralow,
                Concept::ScoreWord,
                Concept::NoStaining,
            ],
        )
        || document.items[at].kind == Kind::Digits
            && (document.is_mark(at + 1, b'+') || document.word(at) == "0")
}

/// Whether the words of a box say that something is there, or that it is not.
fn sign(document: &Document<'_>, (from, end): (usize, usize)) -> Option<bool> {
    (from..end).find_map(|item| match document.items[item].concept? {
        Concept::Positive | Concept::Amplified | Concept::Overexpressed => Some(true),
        Concept::Negative | Concept::NotAmplified | Concept::NotOverexpressed => Some(false),
        _ => None,
    })
}

/// A box at an item: whether it is ticked, and the item after it.
fn tick_box(document: &Document<'_>, at: usize) -> Option<(bool, usize)> {
    match document.word(at) {
        "\u{2612}" | "\u{2611}" | "\u{2714}" | "\u{2713}" | "\u{25A0}" => {
            return Some((true, at + 1));
        }
        "\u{2610}" | "\u{25A1}" => return Some((false, at + 1)),
        _ => {}
    }
    if document.is_mark(at, b'_') {
        return line(document, at);
    }
    // What the drawn boxes of a form become in plain text: `o Negative  x Positive`.
    if matches!(document.word(at), "o" | "x" | "X") {
        let apart = |item: usize| {
            document
                .items
                .get(item)
                .is_some_and(|found| found.gap > Gap::None)
        };
        let beside = document.is_any(at + 1, VALUES) && apart(at + 1) && apart(at);
        return beside.then_some((document.word(at) != "o", at + 1));
    }
    let close = if document.is_mark(at, b'[') {
        b']'
    } else if document.is_mark(at, b'(') {
        b')'
    } else {
        return None;
    };
    let underlined = usize::from(document.is_mark(at + 1, b'_'));
    if document.is_mark(at + 1 + underlined, close) {
        return Some((false, at + 2 + underlined));
    }
    (is_tick(document, at + 1) && document.is_mark(at + 2, close)).then_some((true, at + 3))
}

/// A line to write on: `___` empty, `_X_` ticked; nothing if other words are written on it.
fn line(document: &Document<'_>, at: usize) -> Option<(bool, usize)> {
    if at > 0 && document.is_mark(at - 1, b'_') && document.items[at].gap == Gap::None {
        return None;
    }
    let run = |from: usize| {
        (from..document.items.len())
            .take_while(|item| {
                document.is_mark(*item, b'_')
                    && (*item == from || document.items[*item].gap == Gap::None)
            })
            .count()
    };
    let length = run(at);
    let next = at + length;
    let follows = |item: usize| {
        document
            .items
            .get(item)
            .is_some_and(|found| found.gap == Gap::None)
    };
    if follows(next) && is_tick(document, next) {
        let after = next + 1;
        let closing = if follows(after) { run(after) } else { 0 };
        return (closing > 0 || !follows(after)).then_some((true, after + closing));
    }
    // `__Positive__`: what is written on the line is the answer.
    let written = (next..next + 6)
        .take_while(|item| follows(*item))
        .any(|item| document.is_mark(item, b'_'));
    (length > 1 && !written).then_some((false, next))
}

/// Whether a cross or a hook stands at an item.
fn is_tick(document: &Document<'_>, at: usize) -> bool {
    matches!(
        document.word(at),
        "x" | "X" | "\u{2713}" | "\u{2714}" | "\u{221A}" | "\u{D7}" | "*"
    )
}
