//! Topics for newcomers as pages: the words stand in the knowledge, the frame is that of a language.

mod names;

use crate::page::{Block, Page, Section};
use crate::patient::every_word;
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
use her2_case::Mark;
use her2_knowledge::{Said, Topic, TopicBlock, TopicSection, TopicShows, cited, topics};

/// A topic as a page.
pub(crate) fn topic(topic: &'static Topic, words: &'static Words) -> Page {
    let topic = words.language().topic(topic);
    let mut writer = Writer::for_knowledge(words);
    let about = About::Frame(topic.page);
    let title = writer.literal(topic.title.to_owned(), &about);
    let mut lead = Vec::new();
    let mut sections = Vec::new();
    for (at, section) in topic.sections.iter().enumerate() {
        let mut blocks = blocks(&mut writer, topic, section);
        let heading = if at == 0 {
            lead = take_lead(&mut blocks);
            writer.label("heading-learn-short")
        } else {
            writer.literal(section.heading.to_owned(), &about)
        };
        if !blocks.is_empty() {
            let id = section.id;
            sections.push(Section {
                id,
                heading,
                blocks,
            });
        }
    }
    match topic.shows {
        Some(TopicShows::MedicineNames) => sections.push(names::section(&mut writer)),
        Some(TopicShows::Glossary) => {
            let heading = writer.label("heading-learn-words");
            let blocks = vec![every_word(&mut writer)];
            sections.push(Section {
                id: "glossary",
                heading,
                blocks,
            });
        }
        None => {}
    }
    sections.push(read_on(&mut writer, topic));
    let frame = writer.frame("learn-frame");
    let quotes_heading = writer.label("heading-quotes");
    let day = words.day(topic.checked);
    let mut foot = writer.say("learn-checked", &[text("date", &day)], &about);
    foot.extend(version(&mut writer));
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

/// The list of topics as a page.
pub(crate) fn contents(words: &'static Words) -> Page {
    let mut writer = Writer::for_knowledge(words);
    let title = writer.label("learn-title");
    let lead = writer.frame("learn-lead");
    let frame = writer.frame("learn-frame");
    let facts = topics()
        .iter()
        .map(|topic| in_a_line(&mut writer, topic))
        .collect();
    let blocks = vec![
        Block::Facts(facts),
        Block::Paragraph(writer.frame("learn-how")),
    ];
    let heading = writer.label("learn-topics");
    let quotes_heading = writer.label("heading-quotes");
    let foot = version(&mut writer);
    let sections = vec![Section {
        id: "topics",
        heading,
        blocks,
    }];
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

/// A topic in a line: its name, and what it tells.
fn in_a_line(writer: &mut Writer<'_>, topic: &'static Topic) -> (Sentence, Vec<Sentence>) {
    let topic = writer.words.language().topic(topic);
    let about = About::Frame(topic.page);
    let name = writer.literal(topic.id.to_owned(), &about);
    let mut said = vec![writer.literal(format!("{}.", topic.summary), &about)];
    if topic.survival {
        said.extend(writer.say("learn-survival-note", &[], &about));
    }
    (name, said)
}

pub(crate) fn blocks(writer: &mut Writer<'_>, topic: &Topic, section: &TopicSection) -> Vec<Block> {
    let mut blocks = Vec::new();
    for block in section.blocks {
        blocks.push(match block {
            TopicBlock::Paragraph(said) => Block::Paragraph(sentences(writer, topic, said)),
            TopicBlock::Note(said) => Block::Note(sentences(writer, topic, said)),
            TopicBlock::Ask(said) => Block::Ask(sentences(writer, topic, said)),
            TopicBlock::List(items) => Block::List(
                items
                    .iter()
                    .map(|said| sentences(writer, topic, said))
                    .collect(),
            ),
            TopicBlock::Facts(facts) => {
                let fact = |(name, said): &(&str, &[Said])| {
                    let name = writer.literal((*name).to_owned(), &About::Frame(topic.page));
                    (name, sentences(writer, topic, said))
                };
                Block::Facts(facts.iter().map(fact).collect())
            }
        });
    }
    blocks
}

fn sentences(writer: &mut Writer<'_>, topic: &Topic, said: &[Said]) -> Vec<Sentence> {
    let about = |said: &Said| match said.cite {
        Some(cite) => About::Knowledge {
            page: topic.page,
            cite,
            mark: Mark::Checked,
        },
        None => About::Frame(topic.page),
    };
    said.iter()
        .map(|said| writer.literal(said.words.to_owned(), &about(said)))
        .collect()
}

/// The first sentence of a page stands above all others.
fn take_lead(blocks: &mut Vec<Block>) -> Vec<Sentence> {
    let Some(Block::Paragraph(said) | Block::Note(said)) = blocks.first_mut() else {
        return Vec::new();
    };
    let lead = said.drain(..said.len().min(1)).collect();
    if said.is_empty() {
        blocks.remove(0);
    }
    lead
}

/// Other topics, and pages of others to read on in.
fn read_on(writer: &mut Writer<'_>, topic: &Topic) -> Section {
    let heading = writer.label("heading-learn-more");
    let near = topic
        .related
        .iter()
        .filter_map(|id| her2_knowledge::topic(id));
    let near = near.map(|topic| {
        let topic = writer.words.language().topic(topic);
        let about = About::Frame(topic.page);
        let typed = writer.message("learn-topic", &[text("topic", topic.id)]);
        vec![writer.literal(format!("{}: {typed}", topic.title), &about)]
    });
    let near = near.collect();
    let elsewhere = std::iter::once(&topic.cite).chain(topic.more);
    let elsewhere = elsewhere.map(|cite| {
        let about = About::Frame("read-on");
        let Some(source) = cited(*cite) else {
            return vec![writer.literal(cite.to_string(), &about)];
        };
        let publisher = source.publisher.unwrap_or_default();
        let said = writer.english(format!("{publisher}: {}", source.title), &about);
        let link = source.links.first().map(|link| (*link).to_owned());
        vec![link.into_iter().fold(said, Sentence::linked)]
    });
    let elsewhere = elsewhere.collect();
    let blocks = vec![
        Block::Heading(writer.label("learn-related")),
        Block::List(near),
        Block::Heading(writer.label("learn-elsewhere")),
        Block::List(elsewhere),
        Block::Paragraph(writer.frame("learn-basis")),
    ];
    Section {
        id: "read-on",
        heading,
        blocks,
    }
}

fn version(writer: &mut Writer<'_>) -> Vec<Sentence> {
    let values = &[text("version", her2_knowledge::version())];
    let mut foot = writer.say("foot-version", values, &About::Frame("foot-version"));
    foot.extend(writer.frame("foot-device"));
    foot
}
