//! Statements about a medicine, each with its source, before they become cells, lines or columns.

use crate::sentence::{About, Sentence};
use crate::writer::Writer;
use her2_case::Mark;
use her2_pages::Citation;

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub words: String,
    pub page: &'static str,
    pub cite: Citation,
    pub mark: Mark,
}

impl Said {
    pub fn about(&self) -> About {
        About::Knowledge {
            page: self.page,
            cite: self.cite,
            mark: self.mark,
        }
    }

    pub fn sentence(&self, writer: &mut Writer<'_>) -> Sentence {
        writer.literal(self.words.clone(), &self.about())
    }
}

/// The statements as sentences, each ended so that it can stand before another.
pub(crate) fn sentences(said: &[Said], writer: &mut Writer<'_>) -> Vec<Sentence> {
    let last = said.len().saturating_sub(1);
    said.iter()
        .enumerate()
        .map(|(index, one)| {
            let open = index < last && !one.words.ends_with(['.', '?', '!']);
            one.sentence(writer).ended(if open { ";" } else { "" })
        })
        .collect()
}
