//! What a report says of the controls of a test, which is no result of the patient's.

use super::document::Document;
use super::her2_score;
use super::her2_terms::{assay_of, word_of};
use super::markers::Mention;
use super::token::Gap;
use her2_case::Assay;
use her2_knowledge::lexicon::Concept;

/// Items that what is said of a control may take.
const REACH: usize = 10;

/// Whether a mention of HER2 is one of a control: `HER2 positive control`, `HER2 3+ control tissue`, `Control: HER2 3+`.
pub fn is_mention(document: &Document<'_>, mention: &Mention) -> bool {
    let next = mention.last + 1;
    let word = document.items.get(next).and_then(|item| item.concept);
    let before = mention.first.checked_sub(2).is_some_and(|at| {
        is_one(document, at)
            && document.is_mark(at + 1, b':')
            && document.items[mention.first].gap < Gap::Wide
    });
    let labelled = document.is_mark(next, b':') || document.is_mark(next, b'=');
    before
        || document.is(next, Concept::Control)
        || word_of(word).is_some() && document.is(next + 1, Concept::Control)
        || !labelled && behind_score(document, next).is_some()
}

/// One past what is said of a control at the item: a score with its control behind it, or a control with what it shows.
pub fn skip(document: &Document<'_>, at: usize, end: usize, has_value: bool) -> Option<usize> {
    if let Some(control) = behind_score(document, at) {
        return Some(clause(document, control + 1, end));
    }
    // `Positive control (3+)`
    let worded = word_of(document.items[at].concept).is_some();
    let control = at + usize::from(worded && document.is(at + 1, Concept::Control));
    // `HER2 with appropriate controls: 3+` tells the patient's score.
    let own =
        has_value || is_one(document, control) && !document.same_sentence(at.saturating_sub(2), at);
    (document.is(control, Concept::Control) && own).then(|| clause(document, control + 1, end))
}

/// Whether the item names one control and not the controls of the run.
fn is_one(document: &Document<'_>, at: usize) -> bool {
    document.is(at, Concept::Control) && !document.lower(at).contains("controls")
}

/// The control that a score at the item is of: `3+ control`, `(3+) positive control tissue`, `3+ cell line control`.
fn behind_score(document: &Document<'_>, at: usize) -> Option<usize> {
    const NEAR: usize = 5;
    let score = at + usize::from(document.is_mark(at, b'('));
    (score + 1..score + 2 * NEAR).find(|item| document.is(*item, Concept::Control))?;
    let (_, next) = her2_score::score(document, score, true, Assay::Ihc)?;
    let next = next + usize::from(document.is_mark(next, b')') && score > at);
    let kind = |item: usize| {
        word_of(document.items[item].concept).is_some()
            || document.is_any(
                item,
                &[Concept::ScoreWord, Concept::Staining, Concept::Cells],
            )
            || matches!(
                document.lower(item),
                "external" | "known" | "tissue" | "cell" | "line" | "batch"
            )
    };
    let control = (next..document.items.len().min(next + NEAR)).find(|item| !kind(*item))?;
    let close = (next..=control).all(|item| document.items[item].gap < Gap::Wide);
    // `3+ Control: adequate` begins a field of its own, and the controls of the run are no `3+ control`.
    let field = document.is_mark(control + 1, b':') && !document.is_mark(score - 1, b'.');
    let internal = document.lower(control).starts_with("internal");
    (is_one(document, control) && close && !field && !internal).then_some(control)
}

/// One past the clause of a control: up to a mark that ends it, another line or another test.
fn clause(document: &Document<'_>, from: usize, end: usize) -> usize {
    (from..end.min(from + REACH))
        .find(|at| {
            let mark = [b'.', b';', b','];
            mark.iter().any(|mark| document.is_mark(*at, *mark))
                || document.items[*at].gap >= Gap::Wide
                || assay_of(document, *at).is_some()
                || document.is(*at, Concept::Ratio)
        })
        .unwrap_or(end.min(from + REACH))
}
