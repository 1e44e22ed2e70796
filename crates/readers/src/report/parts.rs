//! The parts of a report, by the letters or numbers of its specimens.

use super::document::Document;
use super::token::{Gap, Kind};
use her2_knowledge::lexicon::Concept;

/// The number of the part (`A.`, `PART 2:`, `3).`) each item stands in.
pub fn parts(document: &Document<'_>) -> Vec<u32> {
    let mut part = 0;
    (0..document.items.len())
        .map(|at| {
            let item = &document.items[at];
            let starts = at == 0
                || item.gap >= Gap::Line
                || document.is_mark(at - 1, b'.')
                || document.is_mark(at - 1, b':')
                || document.is_mark(at - 1, b'-');
            let text = document.word(at);
            let letter = text.len() == 1
                && text.as_bytes()[0].is_ascii_uppercase()
                && item.kind == Kind::Word
                || item.kind == Kind::Digits && text.len() == 1;
            let listed = letter
                && starts
                && (document.is_mark(at + 1, b'.')
                    || document.is_mark(at + 1, b':')
                    || document.is_mark(at + 1, b')'))
                && document
                    .items
                    .get(at + 2)
                    .is_some_and(|next| next.gap > Gap::None || next.is_mark(b'.'));
            let bracketed = text.len() == 1
                && item.kind == Kind::Word
                && at > 0
                && document.is_mark(at - 1, b'(')
                && document.is_mark(at + 1, b')')
                && text.as_bytes()[0].is_ascii_uppercase();
            if listed
                || bracketed
                || document.is(at, Concept::Part) && document.heading(at).is_some()
                || text == "PART"
                || document.heading(at).is_some()
            {
                part += 1;
            }
            part
        })
        .collect()
}

/// Whether the part in which an item stands is titled with another organ than the breast.
pub fn of_other_organ(document: &Document<'_>, at: usize) -> bool {
    let part = document.parts[at];
    let first = document.parts[..at].partition_point(|other| *other < part);
    let title = first..at.min(first + 10);
    let organ = title
        .clone()
        .find(|item| document.is(*item, Concept::OtherOrgan));
    let breast = |item: usize| {
        document.is_any(
            item,
            &[
                Concept::Breast,
                Concept::Mastectomy,
                Concept::ConsistentBreast,
            ],
        ) || document.lower(item).contains("breast")
    };
    organ.is_some() && !(first..at).any(breast)
}
