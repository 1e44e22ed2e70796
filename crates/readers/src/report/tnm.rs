//! TNM categories, read letter by letter: `pT1c N0(i-) MX`, `ypT2pN1a`, `T STAGE: pT2`, `pT2NOMX` where a nought was read as a letter.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Span, TnmPrefix};
use her2_knowledge::lexicon::Concept;

/// The stage a report states.
#[derive(Default)]
pub struct Stage {
    /// T category without prefix.
    pub t: Option<Fact<String>>,
    /// N category without prefix.
    pub n: Option<Fact<String>>,
    /// M category without prefix.
    pub m: Option<Fact<String>>,
    /// The prefix.
    pub prefix: Option<Fact<TnmPrefix>>,
}

/// A category and one past its last byte.
struct Category {
    text: String,
    start: usize,
    end: usize,
    prefix: Prefix,
}

/// The letters before a category.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    None,
    Clinical,
    Pathological,
    AfterTreatment,
}

/// The category of a letter that a whole text is, its prefix, and how many bytes it has; a distant `(i+)` and further brackets may follow.
pub fn whole(text: &str, letter: u8) -> Option<(String, Option<TnmPrefix>, usize)> {
    let bytes = text.as_bytes();
    let found = category(bytes, 0, letter, true)?;
    let rest = after_gap(bytes, found.end, 24);
    let prefix = prefix(&found).map(|prefix| prefix.value);
    (rest == bytes.len()).then_some((found.text, prefix, found.end))
}

/// Reads the stage: the first full row of categories in the diagnosis, or its single fields.
pub fn stage(document: &Document<'_>) -> Stage {
    let bytes = document.text.as_bytes();
    let mut best = Stage::default();
    let mut rank = 0;
    for (at, item) in document.items.iter().enumerate() {
        if !matches!(
            bytes[item.start as usize],
            b'T' | b't' | b'p' | b'P' | b'y' | b'Y' | b'c' | b'r'
        ) {
            continue;
        }
        let start = item.start as usize;
        if start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
            continue;
        }
        let Some(strict) = category(bytes, start, b'T', true) else {
            continue;
        };
        let labelled = is_labelled(document, at, Concept::TLabel)
            || is_labelled(document, at, Concept::StageWord);
        let Some(t) = (if labelled {
            Some(strict)
        } else {
            category(bytes, start, b'T', false)
        }) else {
            continue;
        };
        let rest = after_gap(bytes, t.end, 14);
        let n = category(bytes, rest, b'N', true);
        let m = n
            .as_ref()
            .and_then(|n| category(bytes, after_gap(bytes, n.end, 12), b'M', true));
        if t.prefix == Prefix::None && n.is_none() && !labelled {
            continue;
        }
        let reported = !matches!(
            document.zones[at],
            Zone::History | Zone::Gross | Zone::Other | Zone::Method
        );
        let now = usize::from(reported) * 8
            + usize::from(t.prefix != Prefix::None && t.prefix != Prefix::Clinical) * 4
            + usize::from(n.is_some()) * 2
            + 1;
        if now <= rank {
            continue;
        }
        rank = now;
        best = Stage {
            prefix: prefix(&t),
            t: Some(fact(&t)),
            n: n.as_ref().map(fact),
            m: m.as_ref().map(fact),
        };
    }
    single_fields(document, &mut best);
    best
}

/// Fields of their own: `N STAGE, PATHOLOGIC: pN1a`, `T Stage: 1`, `pN0: No regional …`.
fn single_fields(document: &Document<'_>, stage: &mut Stage) {
    let bytes = document.text.as_bytes();
    for (at, item) in document.items.iter().enumerate() {
        let start = item.start as usize;
        let begins = matches!(
            bytes[start],
            b'T' | b't' | b'N' | b'n' | b'M' | b'm' | b'p' | b'P' | b'y' | b'Y' | b'c' | b'r' | b'0'
                ..=b'4'
        );
        if !begins || item.end - item.start > 6 {
            continue;
        }
        for (letter, label, slot) in [
            (b'T', Concept::TLabel, &mut stage.t),
            (b'N', Concept::NLabel, &mut stage.n),
            (b'M', Concept::MLabel, &mut stage.m),
        ] {
            if slot.is_some() || start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
                continue;
            }
            let digit = matches!(bytes[start], b'0'..=b'4') && item.end - item.start == 1;
            if !digit && category(bytes, start, letter, true).is_none() {
                continue;
            }
            let labelled = is_labelled(document, at, label);
            let found = category(bytes, start, letter, labelled)
                .filter(|found| labelled || found.prefix != Prefix::None && letter != b'T');
            if let Some(found) = found {
                *slot = Some(fact(&found));
            } else if labelled
                && matches!(bytes[start], b'0'..=b'4')
                && item.end - item.start == 1
                && document.is_mark(at - 1, b':')
            {
                let text = format!("{}{}", letter as char, bytes[start] as char);
                *slot = Some(Fact::new(text, origin(Span::new(start, item.end as usize))));
            }
        }
    }
}

/// Whether a label stands just before an item, with only marks between.
fn is_labelled(document: &Document<'_>, at: usize, label: Concept) -> bool {
    let mut before = at;
    while before > 0 && at - before < 5 {
        before -= 1;
        if document.is(before, label) {
            return true;
        }
        if !matches!(document.items[before].kind, super::token::Kind::Mark(_))
            && !document.is(before, Concept::PathologyWord)
            && !document.lower(before).starts_with("pat")
        {
            return false;
        }
    }
    false
}

fn fact(category: &Category) -> Fact<String> {
    Fact::new(
        category.text.clone(),
        origin(Span::new(category.start, category.end)),
    )
}

fn prefix(category: &Category) -> Option<Fact<TnmPrefix>> {
    let prefix = match category.prefix {
        Prefix::None => return None,
        Prefix::Clinical => TnmPrefix::Clinical,
        Prefix::Pathological => TnmPrefix::Pathological,
        Prefix::AfterTreatment => TnmPrefix::AfterTreatment,
    };
    Some(Fact::new(
        prefix,
        origin(Span::new(category.start, category.end)),
    ))
}

/// The place after spaces, commas and short brackets such as `(m)` or `(mult)`.
fn after_gap(bytes: &[u8], from: usize, most: usize) -> usize {
    let mut at = from;
    while at < bytes.len() && at - from < most {
        match bytes[at] {
            b' ' | b',' | b';' | b'.' | b'\n' | b'\r' | b'-' | b'/' => at += 1,
            b'(' => match bytes[at..bytes.len().min(at + 10)]
                .iter()
                .position(|byte| *byte == b')')
            {
                Some(close) => at += close + 1,
                None => break,
            },
            _ => break,
        }
    }
    at
}

/// A category of the letter that starts at a byte.
fn category(bytes: &[u8], start: usize, letter: u8, lenient: bool) -> Option<Category> {
    let mut at = start;
    let mut prefix = Prefix::None;
    while at < bytes.len() && at - start < 3 {
        prefix = match bytes[at] {
            b'y' | b'Y' => Prefix::AfterTreatment,
            b'p' | b'P' if prefix == Prefix::AfterTreatment => Prefix::AfterTreatment,
            b'p' | b'P' => Prefix::Pathological,
            b'c' if prefix == Prefix::None => Prefix::Clinical,
            b'c' => prefix,
            b'r' => prefix,
            _ => break,
        };
        at += 1;
    }
    let small = bytes.get(at) == Some(&letter.to_ascii_lowercase()) && prefix != Prefix::None;
    if bytes.get(at) != Some(&letter) && !small {
        return None;
    }
    at += 1;
    let known = prefix != Prefix::None || lenient;
    while known && bytes.get(at) == Some(&b' ') && at - start < 6 {
        at += 1;
    }
    let value = *bytes.get(at)?;
    let digit = match value {
        b'0'..=b'4' => value,
        b'O' | b'o' if letter != b'T' && known => b'0',
        b'l' | b'i' | b'I'
            if known
                && (letter != b'T'
                    || bytes
                        .get(at + 1)
                        .is_some_and(|next| matches!(next, b'a'..=b'c')))
                && !bytes[at..].starts_with(b"is") =>
        {
            b'1'
        }
        b'X' | b'x' => b'X',
        b'i' | b'I'
            if bytes
                .get(at + 1)
                .is_some_and(|next| matches!(next, b's' | b'S'))
                && letter == b'T' =>
        {
            b'i'
        }
        _ => return None,
    };
    let mut text = String::from(letter as char);
    at += 1;
    match digit {
        b'i' => {
            text.push_str("is");
            at += 1;
        }
        digit => text.push(digit as char),
    }
    // The letter of the subcategory, also after a space: `T1 c`.
    let next = bytes.get(at).copied().unwrap_or(b' ');
    let follows = bytes.get(at + 1).copied().unwrap_or(b' ');
    if digit.is_ascii_digit() && bytes[at..].starts_with(b"mi") {
        text.push_str("mi");
        at += 2;
    } else if digit.is_ascii_digit() && matches!(next, b'a'..=b'd') && !follows.is_ascii_lowercase()
    {
        text.push(next as char);
        at += 1;
    }
    // A category is followed by another category or by no letter at all.
    let next = bytes.get(at).copied().unwrap_or(b' ');
    if next.is_ascii_digit()
        || next.is_ascii_lowercase() && !matches!(next, b'p' | b'c')
        || next.is_ascii_uppercase() && !matches!(next, b'N' | b'M' | b'L' | b'V' | b'R' | b'G')
    {
        return None;
    }
    if letter == b'N' {
        at = suffixes(bytes, at, &mut text);
    }
    Some(Category {
        text,
        start,
        end: at,
        prefix,
    })
}

/// `(sn)`, `(i+)`, `(i-)`, `(mi)`, `(mol+)` after an N category.
fn suffixes(bytes: &[u8], from: usize, text: &mut String) -> usize {
    let mut end = from;
    loop {
        let mut at = end;
        while at < bytes.len() && bytes[at] == b' ' && at - end < 2 {
            at += 1;
        }
        let Some(close) = bytes[at..bytes.len().min(at + 8)]
            .iter()
            .position(|byte| *byte == b')')
        else {
            return end;
        };
        if bytes[at] != b'(' {
            return end;
        }
        let inner: String = bytes[at + 1..at + close]
            .iter()
            .filter(|byte| **byte != b' ')
            .map(|byte| byte.to_ascii_lowercase() as char)
            .collect();
        if !matches!(
            inner.as_str(),
            "sn" | "i+" | "i-" | "mi" | "mol+" | "mol-" | "f"
        ) {
            return end;
        }
        text.push('(');
        text.push_str(&inner);
        text.push(')');
        end = at + close + 1;
    }
}
