//! What a report itself takes back: reported in error, withdrawn, replaced, amended from one value to another.

use super::document::Document;
use super::markers::{MARKERS, VALUES};
use super::token::Kind;
use her2_case::{Assay, Context, Fact, Her2Result, ReceptorResult, Span};
use her2_knowledge::lexicon::Concept;

/// Items between a word that takes back and the value it speaks of.
const REACH: usize = 24;
/// Words that take back, of one report.
const MOST: usize = 100;

/// The items of what is taken back by its own clause.
pub fn taken_back(document: &Document<'_>) -> Vec<(usize, usize)> {
    let of = |at: usize| match document.items[at].concept {
        Some(Concept::Withdrawn) => by_word(document, at),
        Some(Concept::Replaces) => by_replacement(document, at),
        Some(Concept::Changed | Concept::Amendment) => by_change(document, at),
        Some(Concept::NotWord) => by_denial(document, at),
        Some(Concept::TurnWord) => by_correction(document, at),
        None => by_arrow(document, at),
        _ => None,
    };
    (0..document.items.len()).filter_map(of).collect()
}

/// `3+, reported in error`, `erroneously reported as 3+`.
fn by_word(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    if is_denied(document, at) {
        return None;
    }
    let (first, end) = clause(document, at);
    let stop = (at + 1..end)
        .find(|item| document.is_any(*item, &[Concept::TurnWord, Concept::Replaces]))
        .unwrap_or(end);
    let behind = (at + 1..stop).find(|item| is_value(document, *item));
    let before = (first..at).rev().find(|item| is_value(document, *item));
    let ahead = document.lower(at).ends_with("ly")
        || (at + 1..at + 3).any(|item| document.lower(item) == "as");
    let mark =
        |mark: u8, from: usize, to: usize| (from..to).any(|item| document.is_mark(item, mark));
    match (before, behind) {
        // `was incorrectly labelled, HER2 3+`: what was wrong was the label.
        (_, Some(value)) if ahead && !mark(b',', at, value) => Some((at, stop)),
        (Some(value), _) => {
            let name = (first..=value)
                .rev()
                .find(|item| document.is_any(*item, MARKERS));
            let alone = |name: &usize| (first..*name).any(|item| is_value(document, item));
            Some((name.filter(alone).unwrap_or(first), at))
        }
        (None, Some(_)) if !ahead => Some((at, stop)),
        _ => None,
    }
}

/// `this replaces the previous result of 3+`.
fn by_replacement(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    let (first, end) = clause(document, at);
    let own = (first..at).any(|item| document.is(item, Concept::Withdrawn));
    let value = (at + 1..end).any(|item| is_value(document, item));
    (!own && value).then_some((at, end))
}

/// `amended from 3+ to 1+`: the first of the two.
fn by_change(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    const FROM: usize = 8;
    let end = document.sentence(at).1.min(at + REACH);
    let Some(from) = (at + 1..end.min(at + FROM)).find(|item| document.lower(*item) == "from")
    else {
        // `previously reported as 2+. On review it is revised to 1+`
        let to = (at + 1..end.min(at + 3)).any(|item| document.lower(item) == "to");
        return to.then(|| before_correction(document, at)).flatten();
    };
    let to = (from + 2..end)
        .find(|item| matches!(document.lower(*item), "to" | "into"))
        .filter(|to| !document.is_any(to + 1, &[Concept::NotPerformed]))?;
    let said = |first: usize, end: usize| (first..end).any(|item| is_value(document, item));
    (said(from + 1, to) && said(to + 1, end)).then_some((from, to))
}

/// `HER2 was reported as positive. It should read negative`.
fn by_correction(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    let corrects = [
        "read",
        "say",
        "state",
        "have been",
        "corrected to",
        "have said",
    ]
    .iter()
    .any(|word| document.lower(at).ends_with(word));
    corrects.then(|| before_correction(document, at)).flatten()
}

/// The value before a word of correction that another value follows.
fn before_correction(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    let (first, end) = clause(document, at);
    if !(at + 1..end).any(|item| is_value(document, item)) {
        return None;
    }
    let floor = at.saturating_sub(REACH);
    let value = (floor..at).rev().find(|item| is_value(document, *item))?;
    let own = if value >= first {
        first
    } else {
        document.sentence(value).0.max(floor)
    };
    let name = (own..=value)
        .rev()
        .find(|item| document.is_any(*item, MARKERS));
    Some((name.unwrap_or(own), at.min(document.sentence(value).1)))
}

/// `3+ -> 1+`: the first of two scores.
fn by_arrow(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    let arrow = document.is_mark(at, b'-') && document.is_mark(at + 1, b'>');
    let next = if arrow {
        at + 2
    } else if document.word(at) == "\u{2192}" {
        at + 1
    } else {
        return None;
    };
    let score = |item: usize| {
        document
            .items
            .get(item)
            .is_some_and(|found| found.kind == Kind::Digits)
            && document.word(item).len() == 1
            && document.is_mark(item + 1, b'+')
    };
    let from = at.checked_sub(2).filter(|item| score(*item))?;
    score(next).then_some((from, at))
}

/// `1+, not 3+ as previously reported`.
fn by_denial(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    const NEAR: usize = 7;
    let end = clause(document, at).1.min(at + NEAR + 1);
    let score = is_value(document, at + 1) && document.items[at + 1].kind == Kind::Digits
        || document.is_any(at + 1, VALUES);
    let told = (at + 2..end).any(|item| {
        document.is(item, Concept::Prior) && matches!(document.lower(item - 1), "as" | "was")
    });
    (score && told).then_some((at, end))
}

/// Marks the results that another sentence takes back, and the earlier tellings of what was taken back.
pub fn take_back(document: &Document<'_>, results: &mut [Her2Result]) {
    let words = (0..document.items.len())
        .filter(|at| document.is(*at, Concept::Withdrawn) && !is_denied(document, *at));
    for at in words.take(MOST) {
        if let Some(reference) = Reference::new(document, at) {
            reference.apply(document, results);
        }
    }
    let taken: Vec<usize> = (0..results.len())
        .filter(|index| results[*index].superseded)
        .take(MOST)
        .collect();
    for index in taken {
        let one = results[index].clone();
        let corrected = results.iter().any(|other| {
            !other.superseded && of_one_test(other, &one) && !says_the_same(other, &one)
        });
        for other in results.iter_mut() {
            let earlier = place(other).start < place(&one).start;
            if other.context == Context::Prior {
                continue;
            }
            if (earlier || corrected) && of_one_test(other, &one) && says_the_same(other, &one) {
                other.superseded = true;
            }
        }
    }
}

/// Marks the receptor results that stand in a clause that takes them back.
pub fn take_back_receptors(document: &Document<'_>, results: &mut [ReceptorResult]) {
    for result in results {
        let span = result.origin.as_span().unwrap_or(Span { start: 0, end: 0 });
        let last = document.items.partition_point(|item| item.start < span.end);
        result.superseded |= last > 0 && document.is_taken_back(last - 1);
    }
}

/// A sentence that takes back results told elsewhere: `the HER2 result above is withdrawn`.
struct Reference {
    at: usize,
    assay: Option<Assay>,
    /// It speaks of what was issued before, and not of what stands above.
    earlier: bool,
    /// It speaks of the report it stands in.
    whole: bool,
}

impl Reference {
    fn new(document: &Document<'_>, at: usize) -> Option<Self> {
        let (first, end) = clause(document, at);
        let says = |concepts: &[Concept]| (first..end).any(|item| document.is_any(item, concepts));
        let word = |words: &[&str]| (first..end).any(|item| words.contains(&document.lower(item)));
        let her2 = says(&[Concept::Her2, Concept::Ihc, Concept::Ish, Concept::Her2Kit]);
        let others = says(&[
            Concept::Er,
            Concept::Pr,
            Concept::Ki67,
            Concept::OtherMarker,
        ]);
        let subject = word(&[
            "result",
            "results",
            "report",
            "score",
            "scores",
            "interpretation",
            "value",
            "values",
        ]) || says(&[Concept::ResultSection, Concept::ScoreWord]);
        let value = (first..end).any(|item| is_value(document, item));
        let side = says(&[Concept::Left, Concept::Right, Concept::LateralityLabel])
            || word(&["side", "laterality", "name", "label", "date"]);
        if value || !subject || others && !her2 || side && !her2 {
            return None;
        }
        let (ihc, ish) = (
            says(&[Concept::Ihc, Concept::Her2Kit]),
            says(&[Concept::Ish]),
        );
        let pointing = says(&[Concept::Prior])
            || word(&[
                "above", "below", "this", "original", "issued", "first", "initial",
            ]);
        if !her2 && !pointing {
            return None;
        }
        let whole = !her2
            && (first..at).any(|item| {
                document.lower(item) == "report"
                    && document.lower(item.saturating_sub(1)).ends_with("this")
            });
        Some(Self {
            at: first,
            assay: match (ihc, ish) {
                (true, false) => Some(Assay::Ihc),
                (false, true) => Some(Assay::Ish),
                _ => None,
            },
            earlier: says(&[Concept::Prior])
                || word(&["original", "initial", "first", "earlier", "former"]),
            whole,
        })
    }

    fn apply(&self, document: &Document<'_>, results: &mut [Her2Result]) {
        let start = document.items[self.at].start;
        let addendum = document.addenda[self.at];
        let any_before = results.iter().any(|result| place(result).start < start);
        for result in results {
            let span = place(result);
            let at = document
                .items
                .partition_point(|item| item.end <= span.start);
            let same_part = document.addenda.get(at).copied().unwrap_or(0) == addendum;
            // A corrected result above the sentence that takes the first one back.
            let corrects = self.earlier && same_part && addendum > 0;
            let before = span.start < start && !corrects;
            let of_report = self.whole && !any_before && same_part;
            let test = self
                .assay
                .is_none_or(|assay| result.assay == assay || result.assay == Assay::Unspecified);
            let waits = super::merge::waits(result);
            if (before || of_report) && test && !waits {
                result.superseded = true;
            }
        }
    }
}

fn place(result: &Her2Result) -> Span {
    result.origin.as_span().unwrap_or(Span { start: 0, end: 0 })
}

fn of_one_test(one: &Her2Result, other: &Her2Result) -> bool {
    one.assay == other.assay || one.assay == Assay::Unspecified || other.assay == Assay::Unspecified
}

/// Whether two results tell one value, and neither tells another beside it.
fn says_the_same(one: &Her2Result, other: &Her2Result) -> bool {
    fn equal<T: PartialEq + Copy>(one: Option<Fact<T>>, other: Option<Fact<T>>) -> Option<bool> {
        Some(one?.value == other?.value)
    }
    let word = match (one.word, other.word) {
        (Some(one), Some(other)) => Some(super::merge::agree(one.value, other.value)),
        _ => None,
    };
    let told = [
        equal(one.score, other.score),
        equal(one.ratio, other.ratio),
        word,
    ];
    told.contains(&Some(true)) && !told.contains(&Some(false))
}

/// The clause of an item: up to a semicolon or the end of its sentence.
fn clause(document: &Document<'_>, at: usize) -> (usize, usize) {
    let (first, end) = document.sentence(at);
    let first = first.max(at.saturating_sub(REACH));
    let end = end.min(at + REACH);
    let stop = |item: &usize| document.is_mark(*item, b';');
    (
        (first..at).rev().find(stop).map_or(first, |item| item + 1),
        (at..end).find(stop).unwrap_or(end),
    )
}

/// Whether an item tells a result: a word of result, a score, a ratio.
fn is_value(document: &Document<'_>, at: usize) -> bool {
    let Some(item) = document.items.get(at) else {
        return false;
    };
    if item.is_any(VALUES) && !item.is(Concept::Indeterminate) || item.is(Concept::Ratio) {
        return true;
    }
    let digit = item.kind == Kind::Digits && document.word(at).len() == 1;
    let plus = document.is_mark(at + 1, b'+');
    let labelled = at > 0
        && (matches!(
            document.lower(at - 1),
            "as" | "score" | "from" | "to" | "of" | "neu"
        ) || document.is_any(at - 1, &[Concept::Her2, Concept::ScoreWord, Concept::Ihc]))
        && !document.is_mark(at + 1, b'/')
        && !document.is_mark(at + 1, b'.');
    let decimal = document.is_mark(at + 1, b'.')
        && document
            .items
            .get(at + 2)
            .is_some_and(|next| next.kind == Kind::Digits)
        && at > 0
        && document.is_any(at - 1, &[Concept::Ratio, Concept::OfWord, Concept::IsWord]);
    digit && (plus || labelled || decimal)
}

/// `is not withdrawn`, `no transcription error`.
fn is_denied(document: &Document<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|item| {
        document.is_any(item, &[Concept::NotWord, Concept::NotFound])
            && document.same_sentence(item, at)
    })
}
