//! Of what a value is said, where the words around it or the column it stands in say so.

use super::document::Document;
use super::markers::{MARKERS, VALUES};
use super::token::Kind;
use super::{times, withdrawn};
use her2_knowledge::lexicon::Concept;

/// Items around a word that its clause may take.
const REACH: usize = 60;

/// Of what a value is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Nothing but the sentence says it.
    Plain,
    /// The report takes it back.
    TakenBack,
    /// In the column of an earlier specimen.
    Earlier,
    /// In the column of this specimen.
    Present,
    /// Of the part in situ alone.
    InSitu,
    /// The report says that it is not final.
    NotFinal,
}

/// The voice of each item.
pub fn voices(document: &Document<'_>) -> Vec<Voice> {
    let mut voices = vec![Voice::Plain; document.items.len()];
    for (first, end) in (0..document.items.len()).filter_map(|at| in_situ(document, at)) {
        voices[first..end].fill(Voice::InSitu);
    }
    for (first, end) in (0..document.items.len()).filter_map(|at| earlier(document, at)) {
        voices[first..end].fill(Voice::Earlier);
    }
    for (first, end, earlier) in times::columns_of_time(document) {
        let voice = if earlier {
            Voice::Earlier
        } else {
            Voice::Present
        };
        voices[first..end].fill(voice);
    }
    for (first, end) in (0..document.items.len()).filter_map(|at| not_final(document, at)) {
        voices[first..end].fill(Voice::NotFinal);
    }
    for (first, end) in withdrawn::taken_back(document) {
        voices[first..end].fill(Voice::TakenBack);
    }
    voices
}

/// A bracket or a sentence that begins with an earlier specimen and tells a value: `HER2 (previously 3+): 1+`, `Prior FISH: 1.1`.
fn earlier(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    let named = document.is(at, Concept::Prior)
        && ["prior", "previous", "earlier"]
            .iter()
            .any(|word| document.lower(at).starts_with(word));
    if !named || at == 0 {
        return None;
    }
    let (first, end) = document.sentence(at);
    let end = end.min(at + REACH);
    let opened = document.is_mark(at - 1, b'(') || document.is_mark(at - 1, b'[');
    let end = if opened {
        let close = |item: &usize| document.is_mark(*item, b')') || document.is_mark(*item, b']');
        (at..end).find(close)?
    } else if first == at {
        (at..end)
            .find(|item| document.is_mark(*item, b';'))
            .unwrap_or(end)
    } else {
        return None;
    };
    let present = (at..end).any(|item| {
        document.is_any(
            item,
            &[Concept::Current, Concept::Withdrawn, Concept::TurnWord],
        ) || document.is_any(item, &[Concept::Amendment, Concept::Changed])
    });
    ((at..end).any(|item| is_value(document, item)) && !present).then_some((at, end))
}

/// A value that the report tells before it is final: `FISH: preliminary negative`, `3+ (preliminary)`.
fn not_final(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    const BEHIND: usize = 6;
    const BEFORE: usize = 5;
    if !document.is(at, Concept::NotFinal) {
        return None;
    }
    let (first, end) = clause(document, at);
    let comma = |item: &usize| document.is_mark(*item, b',');
    if let Some(value) = (at + 1..end.min(at + BEHIND)).find(|item| is_value(document, *item)) {
        let stop = (value..end).find(comma).unwrap_or(end);
        return Some((at, stop));
    }
    let value = (first.max(at.saturating_sub(BEFORE))..at)
        .rev()
        .find(|item| is_value(document, *item))?;
    let from = (first..value)
        .rev()
        .find(|item| document.is_any(*item, MARKERS) || comma(item))
        .map_or(first, |item| item + 1);
    Some((from, at + 1))
}

/// What is said of the part in situ alone: `the DCIS component is amplified`, `3+ in the in situ component only`.
fn in_situ(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    const NOUN: usize = 3;
    if !document.is(at, Concept::Dcis) {
        return None;
    }
    let (first, end) = clause(document, at);
    let noun = |item: usize| {
        matches!(
            document.lower(item),
            "component"
                | "components"
                | "cells"
                | "areas"
                | "area"
                | "portion"
                | "foci"
                | "focus"
                | "part"
                | "only"
        )
    };
    let mut next = at + 1;
    while next < end && next <= at + NOUN && noun(next) {
        next += 1;
    }
    let small = |item: usize| {
        document.is(item, Concept::TheWord)
            || matches!(
                document.lower(item),
                "associated"
                    | "adjacent"
                    | "accompanying"
                    | "extensive"
                    | "high"
                    | "grade"
                    | "low"
                    | "intermediate"
                    | "surrounding"
                    | "background"
                    | "-"
                    | "only"
                    | "component"
                    | "components"
                    | "focal"
            )
    };
    let before = (first..at).rev().find(|item| !small(*item));
    let invasive = |from: usize, to: usize| {
        (from..to)
            .any(|item| document.is(item, Concept::Invasive) && !document.is(item, Concept::Dcis))
    };
    let with_invasive = before.is_some_and(|item| {
        document.is(item, Concept::AndWord)
            || matches!(document.lower(item), "with" | "&" | "/" | "," | "both")
    }) && invasive(first, at);
    // `is amplified` is one phrase.
    let verb = document.is_any(next, VALUES)
        || matches!(
            document.lower(next),
            "is" | "was"
                | "are"
                | "shows"
                | "showed"
                | "stains"
                | "has"
                | "had"
                | "demonstrates"
                | "demonstrated"
        )
        || document.is_mark(next, b':')
        || document.is_mark(next, b'=');
    if verb && !with_invasive {
        let stop = (next..end)
            .find(|item| document.is(*item, Concept::Invasive) || is_other_marker(document, *item))
            .unwrap_or(end);
        return (next..stop)
            .any(|item| is_value(document, item))
            .then_some((at, stop));
    }
    let inside = before.is_some_and(|item| {
        matches!(
            document.lower(item),
            "in" | "within" | "of" | "to" | "by" | "on"
        )
    }) || document.is(at - usize::from(at > 0), Concept::TheWord)
        && (first..at)
            .rev()
            .take(NOUN)
            .any(|item| matches!(document.lower(item), "in" | "within" | "of" | "on"));
    // `HER2 (in situ component): 3+`
    if at > first
        && document.is_mark(at - 1, b'(')
        && document.is_mark(next, b')')
        && document.is_mark(next + 1, b':')
    {
        let stop = (next..end)
            .find(|item| document.is(*item, Concept::Invasive) || is_other_marker(document, *item))
            .unwrap_or(end);
        return Some((at - 1, stop));
    }
    // `3+ (DCIS), 1+ (invasive)`
    if at > first && document.is_mark(at - 1, b'(') && document.is_mark(next, b')') {
        let value = (first..at)
            .rev()
            .take(NOUN + 2)
            .find(|item| is_value(document, *item))?;
        let from = (first..value)
            .rev()
            .find(|item| {
                document.is_mark(*item, b',')
                    || document.is_mark(*item, b':')
                    || document.is_any(*item, MARKERS)
            })
            .map_or(first, |item| item + 1);
        return Some((from, next + 1));
    }
    // `in the DCIS HER2 is amplified`
    let named = next + usize::from(document.is_mark(next, b','));
    if inside && !with_invasive && document.is(named, Concept::Her2) {
        let stop = (named..end)
            .find(|item| document.is(*item, Concept::Invasive) || is_other_marker(document, *item))
            .unwrap_or(end);
        return Some((at, stop));
    }
    let value = (first..at).rev().find(|item| is_value(document, *item))?;
    let near = at - value <= 8 && !invasive(value, end);
    if !(inside && near) || with_invasive {
        return None;
    }
    let from = (first..value)
        .rev()
        .find(|item| document.is_any(*item, MARKERS))
        .unwrap_or(first);
    Some((from, at + 1))
}

fn is_other_marker(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, MARKERS) && !document.is(at, Concept::Her2)
}

/// The clause of an item: up to a semicolon, a turn or the end of its sentence.
fn clause(document: &Document<'_>, at: usize) -> (usize, usize) {
    let (first, end) = document.sentence(at);
    let (first, end) = (first.max(at.saturating_sub(REACH)), end.min(at + REACH));
    let stop = |item: &usize| {
        document.is_mark(*item, b';')
            || matches!(
                document.lower(*item),
                "while" | "whereas" | "but" | "however" | "although"
            )
    };
    (
        (first..at).rev().find(stop).map_or(first, |item| item + 1),
        (at..end).find(stop).unwrap_or(end),
    )
}

fn is_value(document: &Document<'_>, at: usize) -> bool {
    document.is_any(at, VALUES)
        || document.items[at].kind == Kind::Digits && document.is_mark(at + 1, b'+')
        || document.is(at, Concept::Ratio)
}

/// Whether an invasive cancer is told of, which a result of the part in situ must not speak for.
pub fn has_invasive(document: &Document<'_>) -> bool {
    (0..document.items.len()).any(|at| {
        let denied = (at.saturating_sub(4)..at).any(|item| {
            document.is_any(
                item,
                &[Concept::NotWord, Concept::NotFound, Concept::NoTumor],
            ) && document.same_sentence(item, at)
        });
        document.is(at, Concept::Invasive) && !denied
    })
}
