//! The day a report was signed, or the nearest day it names; and the day its specimen was taken.
//!
//! `03/04/2021` is read as reports of the United States write it, month first, unless only the other order is a day; with dots, `03.04.2021`,
//! the day comes first. Years of two digits are of this century up to 49.

use super::document::{Document, Zone};
use super::number::Torn;
use super::origin;
use super::token::Gap;
use her2_case::Fact;
use her2_knowledge::lexicon::Concept;
use jiff::civil::Date;

/// Words that say which day a date is.
const LABELS: &[Concept] = &[
    Concept::SignedLabel,
    Concept::ReportedLabel,
    Concept::ReceivedLabel,
    Concept::CollectedLabel,
    Concept::BirthLabel,
];

/// The signing date: of several labelled dates the latest kind, signed before reported before received before collected.
pub fn signed(document: &Document<'_>) -> Option<Fact<Date>> {
    let mut best: Option<(u8, Fact<Date>)> = None;
    for label in 0..document.items.len() {
        let rank = match document.items[label].concept {
            Some(Concept::SignedLabel) => 4,
            Some(Concept::ReportedLabel) => 3,
            Some(Concept::ReceivedLabel) => 2,
            Some(Concept::CollectedLabel) => 1,
            _ => continue,
        };
        if best.as_ref().is_some_and(|(known, _)| *known >= rank) {
            continue;
        }
        let found = (label + 1..(label + 7).min(document.items.len()))
            .take_while(|at| !document.is_any(*at, LABELS))
            .find_map(|at| date(document, at).map(|(date, last)| (at, date, last)));
        if let Some((at, date, last)) = found {
            best = Some((rank, Fact::new(date, origin(document.span(at, last)))));
        }
    }
    best.map(|(_, fact)| fact)
}

/// The day the specimen was taken, where the report names one day for it. One of an earlier specimen, or after the report, is none.
pub fn taken(document: &Document<'_>, signed: Option<Date>) -> Option<Date> {
    let mut found: Option<Date> = None;
    for label in 0..document.items.len() {
        let earlier = || {
            let before = label.saturating_sub(3)..label;
            before
                .rev()
                .take_while(|at| document.items[at + 1].gap < Gap::Line)
                .any(|at| document.is(at, Concept::Prior))
        };
        if !document.is(label, Concept::CollectedLabel)
            || document.zones[label] == Zone::History
            || earlier()
        {
            continue;
        }
        let day = (label + 1..(label + 5).min(document.items.len()))
            .take_while(|at| !document.is_any(*at, LABELS))
            .find_map(|at| date(document, at).map(|(date, _)| date));
        let Some(day) = day else { continue };
        if found.is_some_and(|known| known != day) {
            return None;
        }
        found = Some(day);
    }
    found.filter(|taken| signed.is_none_or(|signed| *taken <= signed))
}

/// A date at an item: `2024-03-15`, `03/15/2024`, `3/15/24`, `15.03.2024`, `March 15, 2024`, `15 Mar 2024`, `2024-Mar-15`.
pub(super) fn date(document: &Document<'_>, at: usize) -> Option<(Date, usize)> {
    let whole = |item: usize| {
        document
            .number(item, Torn::No)
            .filter(|number| number.next == item + 1)
            .and_then(|number| number.value.to_whole())
    };
    if let Some(dotted) = dotted(document, at) {
        return Some(dotted);
    }
    let mark = |item: usize| document.is_mark(item, b'-') || document.is_mark(item, b'/');
    if let Some(first) = whole(at) {
        if mark(at + 1) && mark(at + 3) {
            let (Some(second), Some(third)) = (whole(at + 2), whole(at + 4)) else {
                let month = month(document.word(at + 2))?;
                let last = whole(at + 4)?;
                let made = match first > 1900 {
                    true => make(first, month, last),
                    false => make(century(last), month, first),
                };
                return made.map(|date| (date, at + 4));
            };
            let made = if first > 1900 {
                make(first, second, third)
            } else {
                let year = century(third);
                let (month_first, day_first) =
                    (make(year, first, second), make(year, second, first));
                month_first.or(day_first)
            };
            return made.map(|date| (date, at + 4));
        }
        let month = month(document.word(at + if mark(at + 1) { 2 } else { 1 }))?;
        let year = (at + 2..at + 5).find_map(|item| {
            whole(item)
                .filter(|year| *year > 1900)
                .map(|year| (year, item))
        })?;
        return make(year.0, month, first).map(|date| (date, year.1));
    }
    let month = month(document.word(at))?;
    let day = whole(at + 1).or_else(|| {
        document
            .is_mark(at + 1, b'.')
            .then(|| whole(at + 2))
            .flatten()
    })?;
    let year = (at + 2..at + 5).find_map(|item| {
        whole(item)
            .filter(|year| *year > 1900)
            .map(|year| (year, item))
    })?;
    make(year.0, month, day).map(|date| (date, year.1))
}

/// A day with dots, `04.03.2021`, which is a row of numbers with decimals to everything else: the day first, unless only the other order is a day.
fn dotted(document: &Document<'_>, at: usize) -> Option<(Date, usize)> {
    let start = document.items.get(at)?.start as usize;
    let rest = &document.text[start..];
    let inner = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let length = rest
        .bytes()
        .position(|byte| !inner(byte))
        .unwrap_or(rest.len());
    let written = rest[..length].trim_end_matches('.');
    let parts: Vec<u32> = (written.split('.').map(str::parse).collect::<Result<_, _>>()).ok()?;
    let [first, second, third] = parts[..] else {
        return None;
    };
    let year = century(third);
    let made = make(year, second, first).or_else(|| make(year, first, second))?;
    let end = start + written.len();
    let last =
        (at..document.items.len()).take_while(|item| (document.items[*item].start as usize) < end);
    last.last().map(|last| (made, last))
}

fn century(year: u32) -> u32 {
    match year {
        0..50 => 2000 + year,
        50..100 => 1900 + year,
        _ => year,
    }
}

fn make(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year)
        .ok()
        .filter(|year| (1950..=2100).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    if word.len() < 3 || !word.is_ascii() {
        return None;
    }
    let first = word.as_bytes()[0].to_ascii_lowercase();
    MONTHS
        .iter()
        .position(|month| month.as_bytes()[0] == first && word[..3].eq_ignore_ascii_case(month))
        .filter(|_| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .map(|position| position as u32 + 1)
}
