//! The topics in another language: the same page with other words. Sections, kinds of blocks, items, sources and numbers are those of the
//! English page.

use super::super::Written;
use super::super::spoken::unlike;
use super::super::walk::{self, File};
use super::{Known, Said, Topic, TopicBlock, TopicSection, Topics, section};
use her2_pages::compile::{Document, Faults, read_head};
use serde::Deserialize;
use std::path::Path;

/// What is another in another language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    title: String,
    summary: String,
}

/// Every topic that the language tells, in reading order, and what is wrong with them.
pub fn in_language(root: &Path, folder: &str, written: &Written) -> Topics {
    let known = Known {
        citable: &written.guidelines.sources,
        sources: &written.sources.pages,
    };
    let mut all = Topics::default();
    for file in walk::files(root, &format!("{folder}/learn"), "md") {
        let mut faults = Faults::of(&file.path);
        let page = topic(&file, &written.topics.pages, &known, &mut faults);
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
    }
    all.pages.sort_by_key(|topic| topic.order);
    all
}

fn topic(file: &File, english: &[Topic], known: &Known<'_>, faults: &mut Faults) -> Option<Topic> {
    let document = Document::read(&file.text, faults);
    let head: Head = read_head(&document, faults)?;
    let Some(english) = english.iter().find(|topic| topic.id.as_str() == file.stem) else {
        faults.add(1, format!("there is no topic `{}`", file.stem));
        return None;
    };
    if head.id != file.stem {
        faults.add(1, "`id` is not the name of the file");
    }
    if head.title != document.title() {
        faults.add(1, "`title` and the first heading differ");
    }
    let mut own = english.clone();
    (own.title, own.summary) = (head.title, head.summary);
    let sections = document
        .sections
        .iter()
        .map(|part| section(part, known, faults));
    own.sections.0 = sections.collect();
    let (there, here) = (english.sections.0.len(), own.sections.0.len());
    if there != here {
        faults.add(
            1,
            format!("{here} sections, of which the English page has {there}"),
        );
        return None;
    }
    let pairs = english.sections.0.iter().zip(&mut own.sections.0);
    for ((english, own), part) in pairs.zip(&document.sections) {
        // An anchor is the same in every language.
        own.id.clone_from(&english.id);
        same(english, own, part.line, faults);
    }
    Some(own)
}

/// Whether a section has the blocks of the English one, each with as many items that rest on the same sources and name the same numbers.
fn same(english: &TopicSection, own: &TopicSection, line: u32, faults: &mut Faults) {
    let heading = &own.heading;
    let kinds =
        |section: &TopicSection| -> Vec<&str> { section.blocks.0.iter().map(kind).collect() };
    let (these, those) = (kinds(english), kinds(own));
    if these != those {
        let why = format!("`{heading}` has the blocks {those:?}, the English section {these:?}");
        faults.add(line, why);
        return;
    }
    for (at, (these, those)) in english.blocks.0.iter().zip(&own.blocks.0).enumerate() {
        let (these, those) = (items(these), items(those));
        let number = at + 1;
        if these.len() != those.len() {
            let (there, here) = (these.len(), those.len());
            let why =
                format!("block {number} of `{heading}` has {here} items, the English one {there}");
            faults.add(line, why);
            continue;
        }
        for (these, those) in these.iter().zip(&those) {
            let cites = |said: &[&Said]| -> Vec<Option<String>> {
                let cites = said
                    .iter()
                    .map(|said| said.cite.as_ref().map(|cite| cite.0.clone()));
                cites.collect()
            };
            let (words, english) = (joined(those), joined(these));
            if cites(these) != cites(those) {
                faults.add(
                    line,
                    format!("`{words}` rests on other sources than `{english}`"),
                );
            }
            if let Some(why) = unlike(&english, &words) {
                faults.add(line, format!("`{words}`: {why}"));
            }
        }
    }
}

fn joined(said: &[&Said]) -> String {
    let words = said.iter().map(|said| said.words.as_str());
    words.collect::<Vec<_>>().join(" ")
}

fn kind(block: &TopicBlock) -> &'static str {
    match block {
        TopicBlock::Paragraph(_) => "paragraph",
        TopicBlock::Note(_) => "note",
        TopicBlock::List(_) => "list",
        TopicBlock::Facts(_) => "facts",
        TopicBlock::Ask(_) => "ask",
    }
}

/// The items of a block; running sentences are one item.
fn items(block: &TopicBlock) -> Vec<Vec<&Said>> {
    match block {
        TopicBlock::Paragraph(said) | TopicBlock::Note(said) => vec![said.0.iter().collect()],
        TopicBlock::Ask(said) => said.0.iter().map(|said| vec![said]).collect(),
        TopicBlock::List(items) => items.0.iter().map(|said| said.0.iter().collect()).collect(),
        TopicBlock::Facts(facts) => facts
            .0
            .iter()
            .map(|fact| fact.1.0.iter().collect())
            .collect(),
    }
}
