//! Parts of the topics for newcomers that stand on a patient's page as they are, with their sources.

use crate::learn;
use crate::page::Block;
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};

/// The parts that are shown, by topic and section.
pub(crate) const HEART_ANTIBODIES: (&str, &str) = ("heart", "how-often-with-antibodies");
pub(crate) const HEART_OTHERS: (&str, &str) = ("heart", "how-often-with-other-kinds");
pub(crate) const ALSO_WATCHED: (&str, &str) = ("heart", "what-else-is-watched");
pub(crate) const CALL_NOW: (&str, &str) = ("side-effects", "call-911-now");
pub(crate) const CALL_AT_ONCE: (&str, &str) =
    ("side-effects", "call-your-team-at-once-day-or-night");
pub(crate) const CALL_SOON: (&str, &str) = ("side-effects", "call-within-a-day-or-two");

/// What to do when an insurance says no.
pub(crate) const COSTS_APPEAL: (&str, &str) = ("costs", "if-the-insurance-says-no");

/// All of them.
#[cfg(test)]
pub(crate) const ALL: [(&str, &str); 7] = [
    COSTS_APPEAL,
    HEART_ANTIBODIES,
    HEART_OTHERS,
    ALSO_WATCHED,
    CALL_NOW,
    CALL_AT_ONCE,
    CALL_SOON,
];

/// The blocks of a section of a topic.
pub(crate) fn blocks(writer: &mut Writer<'_>, (topic, section): (&str, &str)) -> Vec<Block> {
    let language = writer.words.language();
    let topic = her2_knowledge::topic(topic).map(|topic| language.topic(topic));
    let found = topic.and_then(|topic| {
        let mut sections = topic.sections.iter();
        Some((topic, sections.find(|found| found.id == section)?))
    });
    found.map_or_else(Vec::new, |(topic, section)| {
        learn::blocks(writer, topic, section)
    })
}

/// Where to read on.
pub(super) fn more(writer: &mut Writer<'_>, topic: &'static str) -> Vec<Sentence> {
    writer.say(
        "more-topic",
        &[text("topic", topic)],
        &About::Frame("more-topic"),
    )
}
