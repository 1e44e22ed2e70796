//! Results that are told with the year of an earlier specimen: `HER2- (2019)`, `in 2019 the tumor was positive`.

use super::date;
use super::document::Document;
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// Items between a year and the result it dates.
const BEFORE: usize = 14;
/// Items behind a result in which its year may stand.
const AFTER: usize = 8;

/// The newest year of any day or month of a report; of years alone, where several are told.
pub fn newest(document: &Document<'_>) -> Option<u32> {
    let items = 0..document.items.len();
    let days = items
        .clone()
        .filter_map(|at| date::date(document, at))
        .filter_map(|(date, _)| u32::try_from(date.year()).ok());
    let dated = days
        .chain(items.clone().filter_map(|at| month(document, at)))
        .filter(|year| (1950..2100).contains(year))
        .max();
    dated.or_else(|| {
        let mut years: Vec<u32> = items
            .filter_map(|at| year(document, at).filter(|_| !is_of_guideline(document, at)))
            .collect();
        years.sort_unstable();
        years.dedup();
        years.pop().filter(|_| !years.is_empty())
    })
}

/// The year of a month: `03/2025`.
fn month(document: &Document<'_>, at: usize) -> Option<u32> {
    let before = at.checked_sub(2)?;
    let joined = document.is_mark(at - 1, b'/')
        && document.items[at].gap == Gap::None
        && document.items[before].kind == Kind::Digits
        && document.word(before).len() <= 2;
    let item = &document.items[at];
    (joined && item.kind == Kind::Digits && item.end - item.start == 4)
        .then(|| document.word(at).parse().ok())
        .flatten()
}

/// Whether a result is dated by the year of an earlier specimen.
pub fn is_earlier(document: &Document<'_>, first: usize, last: usize) -> bool {
    let (start, end) = clause(document, first, last);
    (start..end).any(|at| {
        year(document, at).is_some_and(|year| {
            document.newest_year().is_none_or(|newest| year < newest)
                && is_bound(document, at, first, last)
                && !is_of_guideline(document, at)
        })
    })
}

/// A year that is no part of a day: four digits alone.
fn year(document: &Document<'_>, at: usize) -> Option<u32> {
    let item = document.items.get(at)?;
    if item.kind != Kind::Digits || item.end - item.start != 4 {
        return None;
    }
    let year: u32 = document.word(at).parse().ok()?;
    let joined = |other: usize| {
        document.is_mark(other, b'/')
            || document.is_mark(other, b'-')
            || document.is_mark(other, b'.')
    };
    let tight = |item: usize| {
        document
            .items
            .get(item)
            .is_some_and(|found| found.gap == Gap::None)
    };
    let before = at > 0 && joined(at - 1) && tight(at);
    let after = joined(at + 1)
        && tight(at + 1)
        && tight(at + 2)
        && document
            .items
            .get(at + 2)
            .is_some_and(|next| next.kind == Kind::Digits);
    let code =
        at > 0 && tight(at) && matches!(document.items[at - 1].kind, Kind::Word | Kind::Mark(b'#'));
    ((1970..2100).contains(&year) && !before && !after && !code).then_some(year)
}

/// Whether a year is bound to the result: in a bracket beside it, or by `in`, `of`, `from`, or before what was taken.
fn is_bound(document: &Document<'_>, at: usize, first: usize, last: usize) -> bool {
    let bracket = at > 0
        && document.is_mark(at - 1, b'(')
        && (document.is_mark(at + 1, b')')
            || document.is_mark(at + 1, b':')
            || document.is_mark(at + 1, b','));
    let beside = bracket && (at < first && first - at <= 6 || at >= first && at <= last + 3);
    let word = at > 0
        && matches!(
            document.lower(at - 1),
            "dx" | "diagnosed"
                | "diagnosis"
                | "in"
                | "of"
                | "from"
                | "since"
                | "circa"
                | "dated"
                | "the"
        );
    let taken = document.is_any(
        at + 1,
        &[
            Concept::CoreBiopsy,
            Concept::Excision,
            Concept::Mastectomy,
            Concept::SpecimenWord,
            Concept::Carcinoma,
            Concept::Her2,
            Concept::Ihc,
            Concept::Ish,
            Concept::Breast,
            Concept::Left,
            Concept::Right,
        ],
    ) || matches!(
        document.lower(at + 1),
        "specimen" | "biopsy" | "result" | "results" | "tumor" | "lesion" | "primary" | "sample"
    );
    beside || word || taken
}

/// Whether a year is that of a guideline or of a paper.
fn is_of_guideline(document: &Document<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    (at.saturating_sub(NEAR)..document.items.len().min(at + NEAR)).any(|item| {
        matches!(
            document.lower(item),
            "asco"
                | "cap"
                | "guideline"
                | "guidelines"
                | "criteria"
                | "edition"
                | "update"
                | "updated"
                | "version"
                | "recommendations"
                | "recommendation"
                | "who"
                | "ajcc"
                | "nccn"
                | "uicc"
                | "protocol"
                | "al"
                | "et"
                | "doi"
                | "journal"
                | "focused"
        ) && document.same_sentence(item, at)
    })
}

/// The clause around a result: between semicolons, within its sentence.
fn clause(document: &Document<'_>, first: usize, last: usize) -> (usize, usize) {
    let start = document.sentence(first).0.max(first.saturating_sub(BEFORE));
    let end = document.sentence(last).1.min(last + AFTER);
    let stop = |item: &usize| document.is_mark(*item, b';') || document.is(*item, Concept::Current);
    (
        (start..first)
            .rev()
            .find(stop)
            .map_or(start, |item| item + 1),
        (last..end).find(stop).unwrap_or(end),
    )
}
