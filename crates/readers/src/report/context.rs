//! Whose result it is: of the specimen reported on, or of an earlier or outside one.

use super::document::{Document, Zone};
use super::token::{Gap, Kind};
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
    let prior = |at: usize| document.is(at, Concept::Prior) && struck_out(at);
    // A semicolon parts what was from what is.
    let clause = (from..first)
        .rev()
        .find(|at| document.is_mark(*at, b';'))
        .unwrap_or(from);
    let to = (last..to)
        .find(|at| document.is_mark(*at, b';'))
        .unwrap_or(to);
    if (clause..to).any(|at| document.is(at, Concept::Current)) {
        return Context::Current;
    }
    let history = matches!(document.zones[first], Zone::History | Zone::Other);
    if history || (clause..to).any(prior) {
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
            return if speaks && continues {
                Context::Prior
            } else {
                Context::Current
            };
        }
    }
    Context::Current
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
