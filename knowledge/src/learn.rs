//! Topics: what a newcomer may want to learn, in plain words.

use her2_pages::Citation;
use jiff::civil::Date;

/// A topic, as its page has it.
#[derive(Debug)]
pub struct Topic {
    /// Its id, the name of its file.
    pub id: &'static str,
    /// Its page, as sentences name it.
    pub page: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its place in the reading order.
    pub order: u8,
    /// What it tells, in a line.
    pub summary: &'static str,
    /// The source to read on in first.
    pub cite: Citation,
    /// More to read on in.
    pub more: &'static [Citation],
    /// Other topics, by id.
    pub related: &'static [&'static str],
    /// What it shows beside its own words.
    pub shows: Option<TopicShows>,
    /// Whether it holds numbers on survival. No other topic does.
    pub survival: bool,
    /// When somebody last compared it with its sources.
    pub checked: Date,
    /// What it says; the first section stands under the title.
    pub sections: &'static [TopicSection],
}

impl Topic {
    /// Everything it says, in reading order.
    pub fn said(&self) -> Vec<&'static Said> {
        let blocks = self.sections.iter().flat_map(|section| section.blocks);
        let said = blocks.flat_map(|block| -> Vec<&'static Said> {
            match block {
                TopicBlock::Paragraph(said) | TopicBlock::Note(said) | TopicBlock::Ask(said) => {
                    said.iter().collect()
                }
                TopicBlock::List(items) => items.iter().copied().flatten().collect(),
                TopicBlock::Facts(facts) => facts.iter().flat_map(|fact| fact.1).collect(),
            }
        });
        said.collect()
    }
}

/// What a topic shows beside its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicShows {
    /// The names of the medicines against HER2, by kind.
    MedicineNames,
    /// Every word of the glossary.
    Glossary,
}

/// A section of a topic.
#[derive(Debug)]
pub struct TopicSection {
    /// The name of its anchor.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What stands in it.
    pub blocks: &'static [TopicBlock],
}

/// A part of a section.
#[derive(Debug)]
pub enum TopicBlock {
    /// Running sentences.
    Paragraph(&'static [Said]),
    /// Sentences set apart.
    Note(&'static [Said]),
    /// A list.
    List(&'static [&'static [Said]]),
    /// Names and what is said of them.
    Facts(&'static [(&'static str, &'static [Said])]),
    /// A list to tick off.
    Ask(&'static [Said]),
}

/// Words and what they rest on.
#[derive(Debug)]
pub struct Said {
    /// The words.
    pub words: &'static str,
    /// Their source; none if they need no fact that has to be looked up.
    pub cite: Option<Citation>,
}

mod compiled {
    use super::TopicBlock::{Ask, Facts, List, Note, Paragraph};
    use super::{Said, Topic, TopicSection};

    include!(concat!(env!("OUT_DIR"), "/learn.rs"));
}

/// Every topic, in reading order.
pub fn topics() -> &'static [Topic] {
    compiled::TOPICS
}

/// The topics of a language that is not the source, in reading order.
pub(crate) fn translated(tag: &str) -> &'static [Topic] {
    let mut languages = compiled::TRANSLATED.iter();
    let found = languages.find(|(language, _)| *language == tag);
    found.map_or(&[], |(_, topics)| topics)
}

/// The topic whose id is most like the name, if one is like it at all.
pub fn nearest_topic(name: &str) -> Option<&'static Topic> {
    topic(her2_pages::nearest(
        name,
        topics().iter().map(|topic| topic.id),
    )?)
}

/// The topic of that id.
pub fn topic(id: &str) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.id == id)
}
