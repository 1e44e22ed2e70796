//! Turning from one test of a mention to the next.

use super::her2::Reader;
use super::her2_terms::assay_of;
use super::token::Gap;
use super::{origin, receptors};
use her2_case::{Assay, Fact, Her2Result, Her2Word, Probe};
use her2_knowledge::lexicon::Concept;

impl Reader<'_, '_> {
    /// Ends a result where another begins to be spoken of: `reported as 3+ in error; the score is 1+`, the column of another day.
    pub(super) fn turn_back(&mut self, at: usize, found: &mut Vec<Her2Result>) {
        let document = self.document;
        if self.has_value && document.voice(at) != document.voice(self.last) {
            let (assay, named) = (self.current.assay, self.named);
            self.finish(found);
            self.current.assay = assay;
            self.named = named;
        }
    }

    /// Whether the test that is being read is named again behind a semicolon or another sentence, before an item.
    pub(super) fn is_named_again(&self, at: usize) -> bool {
        let document = self.document;
        let named = (self.last + 1..at)
            .any(|item| assay_of(document, item).is_some_and(|assay| assay == self.current.assay));
        let parted = (self.last + 1..at).any(|item| document.is_mark(item, b';'))
            || !document.same_sentence(self.last, at);
        named && parted
    }

    /// Turns to a test that is named.
    pub(super) fn assay(&mut self, assay: Assay, at: usize, found: &mut Vec<Her2Result>) -> usize {
        let document = self.document;
        if document.is(at, Concept::SingleProbe) || document.is(at, Concept::DualProbe) {
            let probe = if document.is(at, Concept::SingleProbe) {
                Probe::Single
            } else {
                Probe::Dual
            };
            self.current
                .probe
                .get_or_insert(Fact::new(probe, origin(document.span(at, at))).value);
            return at + 1;
        }
        let other = self.current.assay != Assay::Unspecified && self.current.assay != assay;
        // `Equivocal, FISH to be performed`: the word is not of the test that is still to come.
        let to_come = self.current.assay == Assay::Unspecified
            && (at + 1..at + 5).any(|next| document.is(next, Concept::Pending))
            && !document.is(at - 1, Concept::IsWord);
        if (other || to_come) && self.has_value {
            self.finish(found);
            self.current.assay = assay;
        } else if !other || !self.has_value {
            self.current.assay = assay;
        }
        self.named = true;
        // `FISH+`
        let sign = at + 1;
        let directly = document
            .items
            .get(sign)
            .is_some_and(|next| next.gap == Gap::None);
        let positive = document.is_mark(sign, b'+');
        if directly
            && (positive || document.is_mark(sign, b'-'))
            && receptors::is_sign(document, sign)
            && self.current.word.is_none()
        {
            let word = if positive {
                Her2Word::Positive
            } else {
                Her2Word::Negative
            };
            self.word(word, sign, sign + 1);
            return sign + 1;
        }
        at + 1
    }

    /// Turns to a test that is only implied by a value, ending the other test's result if there is one.
    pub(super) fn imply(&mut self, assay: Assay, at: usize, found: &mut Vec<Her2Result>) {
        if self.current.assay == assay {
            return;
        }
        if self.current.assay != Assay::Unspecified && self.has_value {
            self.finish(found);
            self.first = at;
        }
        if self.current.assay == Assay::Unspecified || !self.named || self.first == at {
            self.current.assay = assay;
        }
    }

    /// Turns to the test that a word belongs to: amplification is of the gene, overexpression of the protein.
    pub(super) fn settle(&mut self, word: Her2Word, at: usize, found: &mut Vec<Her2Result>) {
        let assay = match word {
            Her2Word::Amplified | Her2Word::NotAmplified => Some(Assay::Ish),
            Her2Word::Overexpressed | Her2Word::NotOverexpressed => Some(Assay::Ihc),
            _ => None,
        };
        if let Some(assay) = assay
            && self.current.assay != assay
            && (self.has_value || !self.named)
        {
            if self.has_value
                && self.current.assay != Assay::Unspecified
                && !(self.current.word.is_none() && self.named)
            {
                self.finish(found);
                self.first = at;
            }
            if !self.has_value && !self.named || self.current.assay == Assay::Unspecified {
                self.current.assay = assay;
            }
        }
    }
}
