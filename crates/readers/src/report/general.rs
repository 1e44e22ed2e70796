//! Sentences that speak of no specimen of the patient's: of results in general, of what would be if, of relatives, of other organs.
//!
//! Their values are struck out before anything is read.

use super::document::Document;
use super::markers::{MARKERS, VALUES};
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// Items around a word that its clause may take.
const REACH: usize = 60;

/// The items that hold a value and are said of no specimen of the patient's.
pub fn struck(document: &Document<'_>) -> Vec<usize> {
    let mut struck = Vec::new();
    let mut first = 0;
    while first < document.items.len() {
        let end = document.sentence(first).1;
        let mut parts = of_others(document, first, end);
        // Another clause may speak of the specimen: `HER2 is negative; a medicine is approved for positive tumors`.
        let mut from = first;
        for at in first..=end {
            if at == end || document.is_mark(at, b';') {
                parts.extend(general(document, from, at));
                from = at + 1;
            }
        }
        for (from, to) in parts {
            struck.extend((from..to).filter(|item| is_told(document, *item)));
        }
        first = end;
    }
    for (from, to) in keys(document) {
        struck.extend((from..to).filter(|item| is_told(document, *item)));
    }
    struck
}

/// Lines that begin with a score each, three or more of them one below the other: the key of the scores.
fn keys(document: &Document<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut scores: Vec<(&str, usize)> = Vec::new();
    let mut begins = 0;
    for at in 0..=document.items.len() {
        let line = document
            .items
            .get(at)
            .is_none_or(|item| at == 0 || item.gap >= Gap::Line);
        if !line {
            continue;
        }
        let score = at < document.items.len()
            && is_score(document, at)
            && scores.iter().all(|(known, _)| *known != document.word(at));
        if score {
            if scores.is_empty() {
                begins = at;
            }
            scores.push((document.word(at), at));
            continue;
        }
        if scores.len() >= 3 {
            found.push((begins, at));
        }
        scores.clear();
    }
    found
}

/// Whether an item is part of a result.
fn is_told(document: &Document<'_>, at: usize) -> bool {
    let item = &document.items[at];
    item.is_any(VALUES)
        || item.is_any(MARKERS)
        || item.is_any(&[
            Concept::Ratio,
            Concept::Signals,
            Concept::Cep17,
            Concept::Average,
            Concept::Amplification,
            Concept::Overexpression,
            Concept::ScoreWord,
            Concept::Group,
            Concept::Pending,
            Concept::NotPerformed,
            Concept::Her2Kit,
            Concept::Ihc,
            Concept::Ish,
            Concept::NoStaining,
        ])
        || item.kind == Kind::Digits && item.end - item.start < 4
        || item.is_mark(b'+')
        || item.is(Concept::NumberWord)
}

/// The parts of a sentence that speak in general.
fn general(document: &Document<'_>, first: usize, end: usize) -> Vec<(usize, usize)> {
    let any = |concepts: &[Concept]| (first..end).any(|item| document.is_any(item, concepts));
    let mut found = Vec::new();
    let value = |item: usize| document.is_any(item, VALUES) || is_score(document, item);
    found.extend((first..end).filter_map(|at| reference(document, at, end)));
    if !(first..end).any(value) {
        return found;
    }
    found.extend((first..end).filter_map(|at| scale(document, at, end)));
    if let Some(at) = (first..end).find(|at| is_condition(document, *at, first)) {
        found.push((at, end));
    }
    let own = (first..end).any(|item| is_own(document, item));
    if own {
        return found;
    }
    let verb = [
        Concept::GeneralVerb,
        Concept::MayWord,
        Concept::Definition,
        Concept::ToldAs,
        Concept::TurnWord,
    ];
    let rule = any(&verb)
        || (first..end).any(|item| {
            matches!(
                document.lower(item),
                "is" | "are" | "do" | "does" | "have" | "has"
            )
        });
    if any(&[Concept::GeneralStatement])
        || rule && (is_of_many(document, first, end) || is_indefinite(document, first, end))
        || is_of_patients(document, first, end)
        || is_key(document, first, end)
    {
        found.push((first, end));
    }
    found
}

/// `(ref: 0-1+ negative)`, `Normal: not amplified`: one past the last item of the bracket or the line.
fn reference(document: &Document<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let named = document.is_any(at, &[Concept::ReferenceColumn, Concept::ReferenceRange])
        || matches!(document.lower(at), "reference" | "references");
    if !named {
        return None;
    }
    let dotted = usize::from(document.is_mark(at + 1, b'.'));
    let bracketed = at > 0 && document.is_mark(at - 1, b'(');
    let colon = document.is_mark(at + 1 + dotted, b':')
        || document.is_mark(at + 1 + dotted, b'=')
        || document.is(at + 1, Concept::ForWord)
            && (at + 2..at + 5).any(|item| document.is_mark(item, b':'));
    if !(bracketed || colon) {
        return None;
    }
    let end = end.min(at + REACH);
    let stop = (at + 1..end).find(|item| {
        bracketed && document.is_mark(*item, b')')
            || document.is_mark(*item, b';')
            || document.items[*item].gap >= Gap::Line
    });
    Some((at, stop.unwrap_or(end)))
}

/// The scores there are, and not the one that was given: `score (0, 1+, 2+, 3+): 1+`, `score 0-3+: 1+`.
fn scale(document: &Document<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    const SCORES: usize = 16;
    let plus = |item: usize| usize::from(document.is_mark(item, b'+'));
    if document.word(at) == "0" && document.items[at].kind == Kind::Digits {
        let high = at + 2 + plus(at + 1);
        let joined = document.is_mark(high - 1, b'-')
            || matches!(document.lower(high - 1), "to" | "through");
        if joined && document.word(high) == "3" {
            return Some((at, high + 1 + plus(high + 1)));
        }
    }
    if !document.is_mark(at, b'(') {
        return None;
    }
    let close = (at + 1..end.min(at + SCORES)).find(|item| document.is_mark(*item, b')'))?;
    let mut scores: Vec<&str> = (at + 1..close)
        .filter(|item| is_score(document, *item))
        .map(|item| document.word(item))
        .collect();
    scores.sort_unstable();
    scores.dedup();
    let others = (at + 1..close).any(|item| document.is_any(item, VALUES));
    (scores.len() >= 3 && !others).then_some((at, close + 1))
}

/// `If FISH is amplified, …`, `to determine whether …`: what follows is no fact.
fn is_condition(document: &Document<'_>, at: usize, first: usize) -> bool {
    let should = at == first && document.lower(at) == "should";
    should
        || document.lower(at) == "if"
        || document.is(at, Concept::Hypothetical)
        || document.is(at, Concept::Definition) && document.lower(at).starts_with("if")
}

/// Whether an item names the patient's own tumour: `this tumor`, `the patient's`, `her carcinoma`.
pub fn is_own(document: &Document<'_>, at: usize) -> bool {
    let noun = |item: usize| {
        document.is_any(
            item,
            &[
                Concept::Carcinoma,
                Concept::SpecimenWord,
                Concept::Invasive,
                Concept::MassWord,
                Concept::CoreBiopsy,
                Concept::Excision,
                Concept::Mastectomy,
                Concept::Dcis,
                Concept::MetastasisWord,
            ],
        ) || matches!(
            document.lower(at + 1),
            "patient"
                | "case"
                | "biopsy"
                | "lesion"
                | "results"
                | "result"
                | "findings"
                | "cells"
                | "slide"
                | "slides"
        )
    };
    let pointing = matches!(
        document.lower(at),
        "this" | "the" | "these" | "both" | "our" | "her" | "his" | "patient's" | "each"
    );
    document.is_any(
        at,
        &[
            Concept::Current,
            Concept::TumorLabel,
            Concept::Left,
            Concept::Right,
            Concept::Prior,
        ],
    ) || pointing && (noun(at + 1) || document.is(at + 1, Concept::Invasive) && noun(at + 2))
        || document.lower(at) == "patient" && !document.lower(at.saturating_sub(1)).starts_with("a")
}

/// `HER2 positive tumors (IHC 3+) are eligible`, `all 3+ cases should be`: a value said of many.
fn is_of_many(document: &Document<'_>, first: usize, end: usize) -> bool {
    const NEAR: usize = 12;
    (first..end).any(|at| {
        let many = document.is(at, Concept::GeneralSubject)
            || document.is(at, Concept::Carcinoma) && document.lower(at).ends_with('s');
        if !many {
            return false;
        }
        let told = |item: usize| {
            document.is_any(item, VALUES)
                || is_score(document, item)
                || document.is_any(item, &[Concept::Low, Concept::Ultralow, Concept::Null])
        };
        let before = (first..at).rev().take(NEAR).any(told);
        let subject = document.is(at, Concept::GeneralSubject);
        let was = (first..end).any(|item| matches!(document.lower(item), "was" | "were"));
        (before || subject) && !was
    }) || is_kind(document, first, end)
}

/// `patients with a 3+ score`.
fn is_of_patients(document: &Document<'_>, first: usize, end: usize) -> bool {
    const NEAR: usize = 12;
    (first..end).any(|at| {
        matches!(document.lower(at), "patients with" | "patients whose")
            && (at + 1..end.min(at + NEAR))
                .any(|item| document.is_any(item, VALUES) || is_score(document, item))
    })
}

/// `HER2 positive breast cancer tends to`: a kind of cancer, without an article.
fn is_kind(document: &Document<'_>, first: usize, end: usize) -> bool {
    let mut at = first;
    let marker = document.is_any(at, &[Concept::Her2, Concept::Low, Concept::Ultralow]);
    if !marker {
        return false;
    }
    let claim = !document.is(at, Concept::Her2);
    at += 1;
    at += usize::from(document.is_mark(at, b'-'));
    if !claim {
        if !document.is_any(at, VALUES) {
            return false;
        }
        at += 1;
    }
    let noun = (at..(at + 3).min(end)).find(|item| document.is(*item, Concept::Carcinoma));
    noun.is_some_and(|noun| {
        document.is_any(
            noun + 1,
            &[
                Concept::GeneralVerb,
                Concept::MayWord,
                Concept::Definition,
                Concept::ToldAs,
            ],
        )
    })
}

/// `A positive HER2 result (3+) predicts`, `A score of 3+ is`: of any result, not of one that was found.
fn is_indefinite(document: &Document<'_>, first: usize, end: usize) -> bool {
    const NEAR: usize = 6;
    let article = matches!(
        document.lower(first),
        "a" | "an" | "any" | "every" | "each" | "all"
    ) && !document.is_mark(first + 1, b'.')
        && !document.is_mark(first + 1, b')')
        && !document.is_mark(first + 1, b':');
    let noun = (first + 1..end.min(first + NEAR)).any(|item| {
        document.is_any(
            item,
            &[Concept::Ratio, Concept::ScoreWord, Concept::GeneralSubject],
        ) || matches!(
            document.lower(item),
            "result" | "results" | "status" | "tumor" | "cancer" | "carcinoma" | "case" | "test"
        )
    });
    let found = (first..end).any(|item| {
        matches!(
            document.lower(item),
            "was" | "were" | "obtained" | "found" | "seen" | "given" | "present"
        ) || document.is(item, Concept::Found)
    });
    // `All three foci are HER2 positive`: the value is what is found, and not what they are chosen by.
    let chosen = matches!(document.lower(first), "a" | "an" | "any") || {
        let verb = (first..end)
            .find(|item| document.is_any(*item, &[Concept::IsWord, Concept::TurnWord]))
            .unwrap_or(end);
        (first..verb).any(|item| document.is_any(item, VALUES) || is_score(document, item))
    };
    article && noun && !found && chosen
}

/// Three scores, each with its meaning: `IHC 0 and 1+ are negative, IHC 2+ is equivocal and IHC 3+ is positive`.
fn is_key(document: &Document<'_>, first: usize, end: usize) -> bool {
    let mut scores: Vec<&str> = (first..end)
        .filter(|at| is_score(document, *at))
        .map(|at| document.word(at))
        .collect();
    scores.sort_unstable();
    scores.dedup();
    let meanings = [Concept::Positive, Concept::Negative, Concept::Equivocal]
        .into_iter()
        .filter(|meaning| (first..end).any(|at| document.is(at, *meaning)))
        .count();
    // The rows and columns of a table are read one by one.
    let table = (first + 1..end).any(|at| {
        document.items[at].gap >= Gap::Wide && document.items[at].gap != Gap::Paragraph
            || document.is_mark(at, b'|')
    });
    scores.len() >= 3 && meanings >= 2 && !table
}

/// `0`, `1+`, `2+`, `3+`.
fn is_score(document: &Document<'_>, at: usize) -> bool {
    matches!(document.word(at), "0" | "1" | "2" | "3")
        && document.items[at].kind == Kind::Digits
        && (document.is_mark(at + 1, b'+')
            || document.word(at) == "0" && !document.is_mark(at + 1, b'.') && {
                let joined = at > 0 && document.is_mark(at - 1, b'.');
                !joined
            })
}

/// The parts of a sentence that tell of another person or another organ.
fn of_others(document: &Document<'_>, first: usize, end: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in first..end {
        if document.is(at, Concept::FamilyHistory) {
            found.push((first, of_relative(document, at, end)));
            break;
        }
        if is_other_primary(document, at) {
            found.extend(of_organ(document, at));
        }
    }
    found
}

/// One past what is told of a relative: the sentence, and the next one if it goes on with a pronoun.
fn of_relative(document: &Document<'_>, at: usize, end: usize) -> usize {
    let pronoun = |item: usize| {
        matches!(
            document.lower(item),
            "her" | "his" | "she" | "he" | "their" | "they" | "it" | "its"
        )
    };
    let mut end = end;
    // A heading speaks for its line.
    if document.lower(at).starts_with("family") && document.is_mark(at + 1, b':') {
        end = (end..document.items.len())
            .find(|item| document.items[*item].gap >= Gap::Line)
            .unwrap_or(document.items.len());
    }
    let follows = document
        .items
        .get(end)
        .is_some_and(|next| next.gap < Gap::Paragraph);
    if follows && pronoun(end) {
        end = document.sentence(end).1;
    }
    end
}

/// Whether a cancer of another organ is named at an item: `gastric primary`, `lung adenocarcinoma`.
fn is_other_primary(document: &Document<'_>, at: usize) -> bool {
    document.is(at, Concept::OtherPrimary)
        || document.is(at, Concept::OtherOrgan)
            && (at + 1..at + 3).any(|item| {
                document.is(item, Concept::Carcinoma) || document.lower(item) == "primary"
            })
}

/// The clause about a cancer of another organ; nothing if the breast is spoken of, or if that cancer is denied or a metastasis.
fn of_organ(document: &Document<'_>, at: usize) -> Option<(usize, usize)> {
    let (first, end) = document.sentence(at);
    let (first, end) = (first.max(at.saturating_sub(REACH)), end.min(at + REACH));
    let stop = |item: &usize| document.is_mark(*item, b';');
    let first = (first..at).rev().find(stop).map_or(first, |item| item + 1);
    let end = (at..end).find(stop).unwrap_or(end);
    let breast = [
        Concept::Breast,
        Concept::ConsistentBreast,
        Concept::Mastectomy,
        Concept::Ductal,
        Concept::Lobular,
    ];
    let denied = (first..end).any(|item| {
        document.is_any(
            item,
            &[
                Concept::MetastasisWord,
                Concept::RuleOut,
                Concept::ConsistentBreast,
            ],
        ) || matches!(
            document.lower(item),
            "versus" | "vs" | "exclude" | "excludes" | "favor" | "against"
        )
    }) || (first..at)
        .any(|item| document.is_any(item, &[Concept::NotWord, Concept::NotFound]));
    if denied {
        return None;
    }
    let before = (first..at).any(|item| document.is_any(item, &breast));
    let behind = (at..end).any(|item| document.is_any(item, &breast));
    match (before, behind) {
        (_, true) => None,
        (true, false) => Some((at, end)),
        (false, false) => Some((first, end)),
    }
}
