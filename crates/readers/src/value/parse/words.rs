//! Words of a value: results with their negation, labels, tests.

use super::{Beside, Parser, Said};
use her2_case::{Assay, Her2Category, Her2Word};
use her2_knowledge::Word;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Her2Noun {
    Amplification,
    Overexpression,
}

impl Her2Noun {
    pub fn word(self, there: bool) -> Her2Word {
        match (self, there) {
            (Self::Amplification, true) => Her2Word::Amplified,
            (Self::Amplification, false) => Her2Word::NotAmplified,
            (Self::Overexpression, true) => Her2Word::Overexpressed,
            (Self::Overexpression, false) => Her2Word::NotOverexpressed,
        }
    }
}

impl Parser<'_> {
    pub(super) fn word(&mut self, at: usize, word: Word) -> Option<usize> {
        match word {
            Word::Positive => self.polar(Her2Word::Positive, at)?,
            Word::Negative => self.polar(Her2Word::Negative, at)?,
            Word::Equivocal => self.polar(Her2Word::Equivocal, at)?,
            Word::Indeterminate => self.polar(Her2Word::Indeterminate, at)?,
            Word::WeaklyPositive => self.polar(Her2Word::WeaklyPositive, at)?,
            Word::Pending => self.polar(Her2Word::Pending, at)?,
            Word::NotDone => self.polar(Her2Word::NotPerformed, at)?,
            Word::NotAmplified => self.polar(Her2Word::NotAmplified, at)?,
            Word::NotOverexpressed => self.polar(Her2Word::NotOverexpressed, at)?,
            Word::Amplified => self.found(Her2Noun::Amplification, at),
            Word::Overexpressed => self.found(Her2Noun::Overexpression, at),
            Word::Amplification => self.noun(Her2Noun::Amplification, at),
            Word::Overexpression => self.noun(Her2Noun::Overexpression, at),
            Word::LowPositive => self.say(Said::LowPositive, at, at + 1),
            Word::Low => self.say(Said::Category(Her2Category::Low), at, at + 1),
            Word::Ultralow => self.say(Said::Category(Her2Category::Ultralow), at, at + 1),
            Word::Null => self.say(Said::Category(Her2Category::Null), at, at + 1),
            Word::Not if self.clause.negation.is_some() => return None,
            Word::Not => self.clause.negation = Some(at),
            Word::Detected => self.detected(at)?,
            Word::Below | Word::Above | Word::AtMost | Word::AtLeast | Word::About => {
                return self.amount(at);
            }
            Word::Ihc => self.test(Assay::Ihc),
            Word::Ish => self.test(Assay::Ish),
            Word::InvertedRatio => return None,
            Word::Ratio
            | Word::Copies
            | Word::Cep17
            | Word::TotalHer2
            | Word::TotalCep17
            | Word::Cells
            | Word::Percent
            | Word::Score
            | Word::Group
            | Word::Allred
            | Word::HScore => self.clause.label = Some(word),
            Word::Ki67 => self.clause.label = Some(Word::Percent),
            Word::Her2 => self.last_her2 = Some(at),
            Word::Weak => self.say(Said::Intensity(1), at, at + 1),
            Word::Moderate => self.say(Said::Intensity(2), at, at + 1),
            Word::Strong => self.say(Said::Intensity(3), at, at + 1),
            Word::Outside => self.clause.beside = Some(Beside::Outside),
            Word::Focal => self.clause.beside = Some(Beside::Focal),
            Word::InSitu => self.clause.beside = Some(Beside::InSitu),
            Word::NotKnown
            | Word::NotApplicable
            | Word::Er
            | Word::Pr
            | Word::Left
            | Word::Right
            | Word::Primary
            | Word::Recurrence
            | Word::Metastasis
            | Word::CoreBiopsy
            | Word::Excision
            | Word::Mastectomy
            | Word::Nodes
            | Word::By
            | Word::Filler => {}
            _ => return None,
        }
        Some(at + 1)
    }

    pub(super) fn test(&mut self, assay: Assay) {
        // `positive by FISH`: a word just said in a clause that names no test before it is of this one.
        if !self.clause.named
            && let Some(part) = self.parts[self.clause.first..].last_mut()
            && matches!(part.said, Said::Word(_) | Said::Number(_))
            && part.assay == self.clause.assay
        {
            part.assay = Some(assay);
        }
        self.clause.assay = Some(assay);
        self.clause.named = true;
    }

    /// A word that stands by itself. Negated it has no meaning: `not positive` may be equivocal.
    pub(super) fn polar(&mut self, word: Her2Word, at: usize) -> Option<()> {
        if self.clause.negation.is_some() {
            return None;
        }
        let noun = self.clause.noun.take();
        let (word, first) = match (noun, word) {
            (Some((noun, first, _)), Her2Word::Positive) => (noun.word(true), first),
            (Some((noun, first, _)), Her2Word::Negative) => (noun.word(false), first),
            _ => (word, at),
        };
        self.say(Said::Word(word), first, at + 1);
        if let Some((noun, ..)) = noun {
            self.of_noun(noun);
        }
        Some(())
    }

    /// The last part is of the test that this noun is of.
    pub(super) fn of_noun(&mut self, noun: Her2Noun) {
        let assay = match noun {
            Her2Noun::Amplification => Assay::Ish,
            Her2Noun::Overexpression => Assay::Ihc,
        };
        if let Some(part) = self.parts.last_mut() {
            part.assay = Some(assay);
        }
    }

    /// `amplified`, `not … amplified`.
    pub(super) fn found(&mut self, noun: Her2Noun, at: usize) {
        let negation = self.clause.negation.take();
        let word = noun.word(negation.is_none());
        self.say(Said::Word(word), negation.unwrap_or(at), at + 1);
    }

    /// `amplification`: `no amplification`, `negative for amplification`, or what follows says it.
    pub(super) fn noun(&mut self, noun: Her2Noun, at: usize) {
        if let Some(negation) = self.clause.negation.take() {
            self.say(Said::Word(noun.word(false)), negation, at + 1);
            return;
        }
        let end = self.tokens[at].range.end;
        if let Some(part) = self.parts[self.clause.first..].last_mut() {
            let there = match part.said {
                Said::Word(Her2Word::Positive) => Some(true),
                Said::Word(Her2Word::Negative) => Some(false),
                Said::Word(_) => None,
                _ => {
                    self.clause.noun = Some((noun, at, at + 1));
                    return;
                }
            };
            if let Some(there) = there {
                part.said = Said::Word(noun.word(there));
                part.range.end = end;
            }
            self.of_noun(noun);
            return;
        }
        self.clause.noun = Some((noun, at, at + 1));
    }

    /// `detected`, `not detected`.
    pub(super) fn detected(&mut self, at: usize) -> Option<()> {
        let negation = self.clause.negation.take();
        let there = negation.is_none();
        let said_before = self.parts[self.clause.first..]
            .iter()
            .any(|part| matches!(part.said, Said::Word(_)));
        match self.clause.noun.take() {
            Some((noun, first, _)) => self.say(Said::Word(noun.word(there)), first, at + 1),
            None if said_before && there => {}
            None if said_before => return None,
            None if there => self.say(Said::Word(Her2Word::Positive), at, at + 1),
            None => {
                let first = negation.unwrap_or(at);
                self.say(Said::Word(Her2Word::Negative), first, at + 1);
            }
        }
        Some(())
    }
}
