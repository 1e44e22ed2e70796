//! What is said before a marker, and whether a mention of it can be a result at all.

use super::document::Document;
use super::her2::Reader;
use super::her2_terms::{TORN, assay_of, is_exact, word_of};
use super::legend;
use super::token::Gap;
use her2_case::Her2Word;
use her2_knowledge::lexicon::Concept;

impl Reader<'_, '_> {
    /// `HER2:` at the start of a line or after a bullet: a field, wherever it stands.
    pub(super) fn is_field(&self) -> bool {
        let after = self.mention.last + 1;
        (after..after + 6).any(|at| self.document.is_mark(at, b':'))
    }

    /// `The HER2 to D17Z1 ratio is 2.28` among methods is a result all the same.
    pub(super) fn is_exact_ratio(&self) -> bool {
        let after = self.mention.last + 1;
        (after..after + 5).any(|at| {
            self.document.is(at, Concept::Ratio)
                && self.document.is_any(at + 1, &[Concept::IsWord])
                && matches!(self.document.quantity(at + 2, TORN), Some(quantity) if is_exact(quantity.amount))
                && !legend::is_defined(self.document, at)
        })
    }

    /// After a paragraph on methods: the next named field, if one follows soon.
    pub(super) fn after_method(&self, at: usize) -> Option<usize> {
        (at + 1..self.mention.end).find(|next| {
            self.document
                .is_any(*next, &[Concept::Ratio, Concept::ResultSection])
        })
    }

    /// The method named just before the marker: `FISH for HER2`, `IHC: HER2`.
    pub(super) fn assay_before(&mut self) {
        let floor = self
            .mention
            .first
            .saturating_sub(4)
            .max(self.before.map_or(0, |before| before.last + 1));
        for at in (floor..self.mention.first).rev() {
            if let Some(assay) = assay_of(self.document, at)
                && self.document.same_sentence(at, self.mention.first)
            {
                self.current.assay = assay;
                self.named = true;
                self.first = self.first.min(at);
                return;
            }
        }
    }

    /// A panel of genes, the criteria of another organ, or a list of boxes: no test of this kind.
    pub(super) fn is_of_another_test(&self) -> bool {
        let document = self.document;
        let first = self.mention.first;
        // `NGS: ERBB2 not amplified. HER2 IHC: 3+`: the test behind the name is its own.
        const OWN: usize = 4;
        let last = self.mention.last;
        let own = (last + 1..last + OWN).any(|at| {
            document.is_any(at, &[Concept::Ihc, Concept::Her2Kit, Concept::Ish])
                && document.same_sentence(at, last)
        });
        let panel = !own
            && (first.saturating_sub(30)..first)
                .rev()
                .find(|at| {
                    document.is_any(
                        *at,
                        &[Concept::Ngs, Concept::Ihc, Concept::Her2Kit, Concept::Ish],
                    )
                })
                .is_some_and(|at| document.is(at, Concept::Ngs));
        // A medicine named as one for HER2 positive tumors.
        let treatment = first > 0
            && document.is(first - 1, Concept::ForWord)
            && (first.saturating_sub(8)..first)
                .any(|at| document.is(at, Concept::Drug) && document.same_sentence(at, first));
        panel
            || treatment
            || is_in_situ(document, first) && self.has_invasive()
            || document
                .word(self.mention.last + 1)
                .eq_ignore_ascii_case("criteria")
    }

    /// Whether another mention, with a result, is not of the part in situ.
    fn has_invasive(&self) -> bool {
        const RESULT: usize = 12;
        let own = self.mention.first..=self.mention.last;
        let untested = |at: usize| {
            (at + 1..(at + RESULT).min(self.document.items.len())).any(|item| {
                let word = word_of(self.document.items[item].concept);
                self.document.same_sentence(at, item)
                    && matches!(word, Some(Her2Word::NotPerformed | Her2Word::Pending))
            })
        };
        (0..self.document.items.len()).any(|at| {
            self.document.is(at, Concept::Her2)
                && !own.contains(&at)
                && !is_in_situ(self.document, at)
                && !untested(at)
        })
    }

    /// Whether an item stands alone in the cell behind the name: `HER2/neu. -. 2007.`, `HER2 | - |`.
    pub(super) fn is_cell(&self, at: usize) -> bool {
        is_cell(self.document, self.mention.last, at)
    }

    /// Whether the table has a column of reference values.
    pub(super) fn has_reference_column(&self) -> bool {
        let first = self.mention.first;
        (first.saturating_sub(80)..first).any(|at| self.document.is(at, Concept::ReferenceRange))
    }

    /// What is said before the marker: `negative for HER2`, `no HER2 amplification`.
    pub(super) fn lead(&mut self) {
        let document = self.document;
        let (lead, first) = (self.mention.lead, self.mention.first);
        if lead == first || legend::is_general(document, lead) {
            return;
        }
        if document.is_any(lead, &[Concept::NotWord, Concept::NotFound]) {
            let negated = (self.mention.last + 1..(self.mention.last + 4).min(self.mention.end))
                .find_map(|at| match document.items[at].concept {
                    Some(Concept::Amplification | Concept::Amplified) => {
                        Some((Her2Word::NotAmplified, at))
                    }
                    Some(Concept::Overexpression | Concept::Overexpressed) => {
                        Some((Her2Word::NotOverexpressed, at))
                    }
                    _ => None,
                });
            if let Some((word, at)) = negated {
                self.settle(word, lead, &mut Vec::new());
                self.word(word, lead, at + 1);
            }
            return;
        }
        if document.is(lead, Concept::Awaiting) {
            self.word(Her2Word::Pending, lead, self.mention.last + 1);
            return;
        }
        if let Some(word) = word_of(document.items[lead].concept) {
            let amplification = (lead..(self.mention.last + 4).min(self.mention.end))
                .any(|at| document.is(at, Concept::Amplification));
            let word = match word {
                Her2Word::Positive if amplification => Her2Word::Amplified,
                Her2Word::Negative if amplification => Her2Word::NotAmplified,
                word => word,
            };
            self.settle(word, lead, &mut Vec::new());
            self.word(word, lead, self.mention.last + 1);
        }
    }
}

/// Whether a marker is told of the part in situ: `DCIS: HER2 3+`, `HER2 (DCIS): 3+`.
fn is_in_situ(document: &Document<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let before = (at.saturating_sub(NEAR)..at)
        .rev()
        .find(|item| document.is_mark(*item, b':'))
        .is_some_and(|colon| colon > 0 && document.is(colon - 1, Concept::Dcis));
    let after = document.is_mark(at + 1, b'(')
        && document.is(at + 2, Concept::Dcis)
        && document.is_mark(at + 3, b')')
        || document.is(at + 2, Concept::Dcis) && document.lower(at + 1) == "on";
    before || after
}

/// Whether an item stands alone in the cell of a table behind the name that ends at `last`.
pub fn is_cell(document: &Document<'_>, last: usize, at: usize) -> bool {
    let edge = |item: usize| {
        document.is_mark(item, b'.') || document.is_mark(item, b'|') || document.is_mark(item, b':')
    };
    let before = at > last + 1 && (last + 1..at).all(edge)
        || at == last + 1 && document.items[at].gap >= Gap::Wide;
    let after = document
        .items
        .get(at + 1)
        .is_none_or(|next| next.gap >= Gap::Wide || edge(at + 1));
    before && after
}
