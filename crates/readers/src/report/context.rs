//! Whose result it is: of the specimen reported on, or of an earlier or outside one.

use super::document::{Document, Zone};
use super::markers::VALUES;
use super::token::{Gap, Kind};
use super::voice::Voice;
use super::years;
use her2_case::Context;
use her2_knowledge::lexicon::Concept;

/// Whether a result is of an earlier or outside specimen, by the words around it.
pub fn context(document: &Document<'_>, first: usize, last: usize) -> Context {
    let from = document.sentence(first).0.max(first.saturating_sub(40));
    let to = document
        .sentence(last.min(document.items.len() - 1))
        .1
        .min(last + 14);
    // `performed on` names another specimen only where its name has been struck out.
    let struck_out = |at: usize| {
        !document.lower(at).ends_with("performed on")
            || matches!(
                document.items.get(at + 1).map(|item| item.kind),
                None | Some(Kind::Mark(_))
            )
    };
    // `1+, not 3+ as previously reported`: the earlier one is what was taken back.
    let prior = |at: usize| {
        document.is(at, Concept::Prior)
            && struck_out(at)
            && !is_of_what_was_wrong(document, at)
            && !is_of_bracket(document, at)
    };
    // A semicolon parts what was from what is.
    let clause = (from..first)
        .rev()
        .find(|at| document.is_mark(*at, b';'))
        .unwrap_or(from);
    let to = (last..to)
        .find(|at| document.is_mark(*at, b';'))
        .unwrap_or(to);
    // A heading behind a result is that of the next.
    let own = |at: &usize| *at < last || !(is_own_line(document, *at) || is_aside(document, *at));
    if (clause..to)
        .filter(own)
        .any(|at| document.is(at, Concept::Current))
    {
        return Context::Current;
    }
    // `REPEAT HER2 ON THE EXCISION: 0`
    let again = (clause.max(first.saturating_sub(4))..first).any(|at| is_repeat(document, at));
    if again && !(clause..to).filter(own).any(prior) {
        return Context::Current;
    }
    if years::is_earlier(document, first, last) {
        return Context::Prior;
    }
    let history = matches!(document.zones[first], Zone::History | Zone::Other);
    if history || (clause..to).filter(own).any(prior) {
        return Context::Prior;
    }
    // A heading sentence that speaks for the list below it: `… performed on the prior biopsy with the following results:`
    let mut at = from;
    let floor = first.saturating_sub(70);
    while at > floor {
        at -= 1;
        if document.heading(at).is_some() && !document.is(at, Concept::CommentSection) {
            break;
        }
        if prior(at) && is_own_line(document, at) {
            return Context::Prior;
        }
        if document.is(at, Concept::Current) && is_own_line(document, at) {
            return Context::Current;
        }
        if prior(at) {
            let (start, end) = document.sentence(at);
            let speaks = (start..end.min(first + 1)).any(|other| {
                document.is_any(
                    other,
                    &[
                        Concept::Er,
                        Concept::Pr,
                        Concept::Her2,
                        Concept::HormoneReceptors,
                    ],
                )
            });
            let continues = (end..first).all(|other| {
                !document.is_any(
                    other,
                    &[
                        Concept::Node,
                        Concept::Margin,
                        Concept::TumorSize,
                        Concept::StageWord,
                    ],
                )
            });
            return if speaks && continues && !begins_specimen(document, end, first) {
                Context::Prior
            } else {
                Context::Current
            };
        }
    }
    Context::Current
}

/// Whether a word of earlier opens a bracket that holds a value of its own: `3+ [prior: 1+ negative]`.
fn is_aside(document: &Document<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    let open = at > 0 && (document.is_mark(at - 1, b'(') || document.is_mark(at - 1, b'['));
    open && (at + 1..at + NEAR)
        .take_while(|item| !document.is_mark(*item, b')') && !document.is_mark(*item, b']'))
        .any(|item| {
            document.is_any(item, VALUES)
                || document.is_mark(item, b'+')
                || document.is_mark(item, b'%')
        })
}

/// Whose result it is, by the column or the row it stands in, or else by the words around it.
pub fn voiced(document: &Document<'_>, first: usize, last: usize) -> Context {
    match document.voice(last) {
        // What is taken back was said of this specimen.
        Voice::TakenBack | Voice::Present => Context::Current,
        Voice::Earlier => Context::Prior,
        Voice::Plain | Voice::InSitu | Voice::NotFinal => context(document, first, last),
    }
}

/// Whether the clause of a further result of a mention says that it is of this specimen: `…; repeat FISH in-house: amplified`.
pub fn is_present(document: &Document<'_>, first: usize, last: usize) -> bool {
    const NEAR: usize = 12;
    let from = document.sentence(last).0.max(first.saturating_sub(NEAR));
    let clause = (from..=last)
        .rev()
        .find(|at| document.is_mark(*at, b';'))
        .unwrap_or(from);
    (clause..last).any(|at| document.is(at, Concept::Current) || is_repeat(document, at))
        && !(clause..last).any(|at| document.is(at, Concept::Prior))
}

/// Whether a test that was done again is named at an item: `repeat HER2`.
fn is_repeat(document: &Document<'_>, at: usize) -> bool {
    document.is(at, Concept::Retest) && document.lower(at).starts_with("repeat")
}

/// Whether an item stands on a line of its own, but for a bracket or a colon behind it: `ORIGINAL DIAGNOSIS (for reference)`.
fn is_own_line(document: &Document<'_>, at: usize) -> bool {
    const BRACKET: usize = 8;
    let mut next = at + 1;
    if document.is_mark(next, b'(') {
        let Some(close) = (next..next + BRACKET).find(|item| document.is_mark(*item, b')')) else {
            return false;
        };
        next = close + 1;
    }
    next += usize::from(document.is_mark(next, b':'));
    let begins = at == 0 || document.items[at].gap >= Gap::Line;
    begins
        && document
            .items
            .get(next)
            .is_some_and(|item| item.gap >= Gap::Line)
}

/// Whether a word of earlier speaks of what the report takes back: `originally reported as 3+ in error`, `not 3+ as previously reported`.
fn is_of_what_was_wrong(document: &Document<'_>, at: usize) -> bool {
    const NEAR: usize = 12;
    let specimen = document.lower(at).contains("biopsy");
    let end = document.items.len().min(at + NEAR);
    !specimen
        && (at.saturating_sub(NEAR)..end).any(|item| {
            document.same_sentence(item, at)
                && (document.is_taken_back(item)
                    || document.is_any(item, &[Concept::Withdrawn, Concept::Replaces]))
        })
}

/// Whether a specimen is named between two places, as the title of what follows: `Right breast, core biopsy: …`.
fn begins_specimen(document: &Document<'_>, from: usize, to: usize) -> bool {
    const TITLE: usize = 8;
    let taken = [
        Concept::CoreBiopsy,
        Concept::Excision,
        Concept::Mastectomy,
        Concept::Fna,
    ];
    (from..to).any(|at| {
        document.is_any(at, &taken)
            && (at.saturating_sub(TITLE)..at).any(|item| {
                item >= from
                    && (document.is(item, Concept::Breast)
                        || document.lower(item).contains("breast"))
            })
            && (at + 1..to.min(at + TITLE)).any(|item| document.is_mark(item, b':'))
    })
}

/// Whether a word of earlier opens a bracket that tells an earlier value: what stands around the bracket is another.
fn is_of_bracket(document: &Document<'_>, at: usize) -> bool {
    let open = at > 0 && (document.is_mark(at - 1, b'(') || document.is_mark(at - 1, b'['));
    open && document.voice(at) == Voice::Earlier
}
