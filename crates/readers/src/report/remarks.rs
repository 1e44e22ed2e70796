//! Statements about the testing that are no results themselves, such as a described recount.

use super::document::{Document, Zone};
use super::origin;
use her2_case::{Fact, Remark};
use her2_knowledge::lexicon::Concept;

/// Words that make a remark.
const REMARKS: [(Concept, Remark); 6] = [
    (Concept::Recount, Remark::Recount),
    (Concept::Difference, Remark::Difference),
    (Concept::Heterogeneity, Remark::Difference),
    (Concept::LowReceptorComment, Remark::LowReceptor),
    (Concept::MeetsHandling, Remark::HandlingMet),
    (Concept::Retest, Remark::Retest),
];
/// Words that deny what stands beside them.
const DENIALS: [Concept; 2] = [Concept::NotWord, Concept::NotFound];
/// How far a negation may stand before or behind the words it denies.
const NEAR: usize = 3;

/// The remarks of a report, in text order. What explains a method in general is none.
pub fn remarks(document: &Document<'_>) -> Vec<Fact<Remark>> {
    let of = |at: usize| {
        let words = REMARKS
            .iter()
            .find(|(concept, _)| document.is(at, *concept));
        let (_, remark) = words?;
        if document.zones[at] == Zone::Method && *remark != Remark::HandlingMet {
            return None;
        }
        let remark = match (remark, is_denied(document, at)) {
            (Remark::HandlingMet, true) => Remark::HandlingNotMet,
            (_, true) => return None,
            (remark, false) => *remark,
        };
        Some(Fact::new(remark, origin(document.span(at, at))))
    };
    (0..document.items.len()).filter_map(of).collect()
}

/// Whether a negation stands close by, in the same sentence.
fn is_denied(document: &Document<'_>, at: usize) -> bool {
    let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(document.items.len());
    near.into_iter()
        .any(|other| document.is_any(other, &DENIALS) && document.same_sentence(at, other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::vocabulary::Vocabulary;

    fn read(text: &str) -> Vec<(Remark, &str)> {
        let document = Document::new(text, Vocabulary::english());
        let remarks = remarks(&document).into_iter();
        remarks
            .map(|remark| {
                let span = remark.origin.as_span().expect("read from a text");
                (remark.value, &text[span.range()])
            })
            .collect()
    }

    #[test]
    fn a_remark_is_read_where_it_stands() {
        let text = "A second observer counted 20 cells. The discordant results were reviewed.";
        assert_eq!(
            read(text),
            [
                (Remark::Recount, "second observer"),
                (Remark::Difference, "discordant")
            ]
        );
    }

    #[test]
    fn what_is_denied_is_no_remark_and_handling_out_of_order_is_another_one() {
        assert_eq!(read("Clustered heterogeneity: not identified."), []);
        let handling = |text| {
            read(text)
                .into_iter()
                .map(|(remark, _)| remark)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            handling("Fixation times meet requirements."),
            [Remark::HandlingMet]
        );
        assert_eq!(
            handling("Fixation times do not meet requirements."),
            [Remark::HandlingNotMet]
        );
    }
}
