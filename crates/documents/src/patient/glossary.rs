//! The words that occur on the page, explained.

use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::writer::Writer;

/// The section with every entry one of whose forms has been said; the list of entries is the message `glossary`.
pub(super) fn section(writer: &mut Writer<'_>) -> Option<Section> {
    let said = writer.said().join("\n").to_lowercase();
    let facts = entries(writer, |forms| {
        forms
            .split('|')
            .any(|form| said.contains(&form.to_lowercase()))
    });
    let heading = writer.label("heading-words");
    (!facts.is_empty()).then_some(Section {
        id: "words",
        heading,
        blocks: vec![Block::Facts(facts)],
    })
}

/// Every entry.
pub(crate) fn every_word(writer: &mut Writer<'_>) -> Block {
    Block::Facts(entries(writer, |_| true))
}

/// The entries whose forms are wanted: each word with its meaning.
fn entries(
    writer: &mut Writer<'_>,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(Sentence, Vec<Sentence>)> {
    let about = About::Frame("glossary");
    let entries = writer.message("glossary", &[]);
    let mut facts = Vec::new();
    for entry in entries.split_whitespace() {
        let name = format!("gloss-{entry}");
        if wanted(&writer.message(&format!("{name}.forms"), &[])) {
            let word = writer.line(&name, &[], &about);
            let meaning = writer.say(&format!("{name}.said"), &[], &about);
            facts.push((word, meaning));
        }
    }
    facts
}
