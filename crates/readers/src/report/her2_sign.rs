//! A sign for a word: `HER2+`, `HER2 (-)`.

use super::her2::Reader;
use super::token::Gap;
use super::{legend, receptors};
use her2_case::Her2Word;

impl Reader<'_, '_> {
    /// A sign behind the name: `HER2+`, `ER+, PR-, HER2-.`
    pub(super) fn sign(&mut self, at: usize) -> Option<usize> {
        let document = self.document;
        let positive = document.is_mark(at, b'+');
        if (positive || document.is_mark(at, b'-')) && !self.has_value && self.is_cell(at) {
            let word = if positive {
                Her2Word::Positive
            } else {
                Her2Word::Negative
            };
            self.word(word, at, at + 1);
            return Some(at + 1);
        }
        let listed = self.mention.from > self.mention.last + 1 && at == self.mention.from;
        // `HER2(-)`
        let bracketed = at == self.mention.last + 2
            && document.is_mark(at - 1, b'(')
            && document.is_mark(at + 1, b')');
        let directly = listed
            || bracketed
            || at == self.mention.last + 1 && document.items[at].gap == Gap::None;
        if !directly || !(positive || document.is_mark(at, b'-')) || self.has_value {
            return None;
        }
        let listed = listed
            || self.before.is_some_and(|before| {
                before.last + 6 > self.mention.first
                    && (document.is_mark(before.last + 1, b'+')
                        || document.is_mark(before.last + 1, b'-'))
            });
        if !(listed || receptors::is_sign(document, at)) || legend::is_general(document, at) {
            return None;
        }
        let word = if positive {
            Her2Word::Positive
        } else {
            Her2Word::Negative
        };
        self.word(word, at, at + 1);
        Some(at + 1)
    }
}
