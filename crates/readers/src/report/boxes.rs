//! Forms with boxes, of which only the ticked one is said.

use super::document::Document;

/// The items behind the ticked box, up to the next box; nothing if there are no boxes.
pub fn checked(document: &Document<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let mut ticked = None;
    let mut boxes = 0;
    let mut at = from;
    while at < end {
        let Some((is_ticked, next)) = tick_box(document, at) else {
            at += 1;
            continue;
        };
        boxes += 1;
        if let Some((start, None)) = ticked {
            ticked = Some((start, Some(at)));
        }
        if is_ticked && ticked.is_none() {
            ticked = Some((next, None));
        }
        at = next;
    }
    let (start, stop) = ticked?;
    (boxes >= 2).then_some((start, stop.unwrap_or(end)))
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
    let (open, close) = if document.is_mark(at, b'[') {
        (b'[', b']')
    } else if document.is_mark(at, b'(') {
        (b'(', b')')
    } else {
        return None;
    };
    if document.is_mark(at + 1, close) {
        return (open == b'[').then_some((false, at + 2));
    }
    let cross = document.word(at + 1).eq_ignore_ascii_case("x");
    (cross && document.is_mark(at + 2, close)).then_some((true, at + 3))
}

/// The item behind the last box and its word, if boxes follow an item; nothing if none does.
pub fn after_last(document: &Document<'_>, from: usize, end: usize) -> Option<usize> {
    let mut last = None;
    let mut at = from;
    while at < end {
        match tick_box(document, at) {
            Some((_, next)) => {
                last = Some(next + 1);
                at = next;
            }
            None => at += 1,
        }
    }
    last.filter(|next| *next < end)
}
