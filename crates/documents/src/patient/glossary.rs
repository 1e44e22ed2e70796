//! The words that occur on the page, explained.

use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::writer::Writer;

/// The section with every entry one of whose forms has been said; the list of entries is the message `glossary`.
pub(super) fn section(writer: &mut Writer<'_>) -> Option<Section> {
    let entries = writer.message("glossary", &[]);
    let said = writer.said().join("\n").to_lowercase();
    let mut facts: Vec<(Sentence, Vec<Sentence>)> = Vec::new();
    for entry in entries.split_whitespace() {
        let name = format!("gloss-{entry}");
        let forms = writer.message(&format!("{name}.forms"), &[]);
        let occurs = forms
            .split('|')
            .any(|form| said.contains(&form.to_lowercase()));
        if occurs {
            let about = About::Frame("glossary");
            let word = writer.line(&name, &[], &about);
            let meaning = writer.say(&format!("{name}.said"), &[], &about);
            facts.push((word, meaning));
        }
    }
    let heading = writer.label("heading-words");
    (!facts.is_empty()).then_some(Section {
        id: "words",
        heading,
        blocks: vec![Block::Facts(facts)],
    })
}
