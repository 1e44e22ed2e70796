//! The pages under `learn/`: one topic each, in plain words.

pub mod language;
mod said;

use super::fact::{Cited, Day, List, Name, check_cites, check_id, resolve, words};
use super::sources::Source;
use super::walk::{self, File};
use her2_case::Mark;
use her2_pages::compile::{Block, Cite, Document, Fault, Faults, Section, Sources, read_head};
use said::{Said, TopicBlock, blocks};
use serde::Deserialize;
use std::path::Path;

words! {
    /// What a page shows beside its own words.
    TopicShows { MedicineNames, Glossary }
}

/// A topic.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Topic {
    pub id: Name,
    #[serde(skip)]
    page: String,
    pub title: String,
    order: u8,
    summary: String,
    cite: Cited,
    #[serde(default)]
    more: List<Cited>,
    #[serde(default)]
    related: List<Name>,
    shows: Option<TopicShows>,
    #[serde(default)]
    survival: bool,
    pub checked: Day,
    #[serde(skip)]
    sections: List<TopicSection>,
}

#[derive(Clone, Debug)]
struct TopicSection {
    id: String,
    heading: String,
    blocks: List<TopicBlock>,
}

/// Every topic, in reading order, and what is wrong with them.
#[derive(Default)]
pub struct Topics {
    /// The topics.
    pub pages: Vec<Topic>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// What may be cited, and whether it was read.
pub struct Known<'a> {
    citable: &'a Sources,
    sources: &'a [Source],
}

impl Known<'_> {
    /// The citation, if a patient may be told what it says: if it is of an edition, or of a source that was read.
    fn read(&self, cite: &str) -> Result<Cite, String> {
        let cite = self.citable.resolve(cite)?;
        let mut sources = self.sources.iter();
        let source = sources.find(|source| source.id.as_str() == cite.edition);
        match source {
            Some(source) if source.mark.0 != Mark::Checked => Err(format!(
                "`{}` was not read, so no sentence of a topic can rest on it",
                cite.edition
            )),
            _ => Ok(cite),
        }
    }
}

/// Reads and checks them all.
pub fn read(root: &Path, citable: &Sources, sources: &[Source]) -> Topics {
    let known = Known { citable, sources };
    let files = walk::files(root, "learn", "md");
    let names: Vec<&str> = files.iter().map(|file| file.stem.as_str()).collect();
    let mut all = Topics::default();
    for file in &files {
        let mut faults = Faults::of(&file.path);
        let page = topic(file, &names, &known, &mut faults);
        if let Some(topic) = &page
            && all.pages.iter().any(|other| other.order == topic.order)
        {
            let order = topic.order;
            faults.add(1, format!("another topic has `order = {order}` too"));
        }
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
    }
    all.pages.sort_by_key(|topic| topic.order);
    let texts = files.into_iter().map(|file| (file.path, file.text));
    all.texts = texts.collect();
    all
}

impl Topics {
    /// The list of topics as Rust source.
    pub fn source(&self) -> String {
        format!("pub(super) static TOPICS: &[Topic] = &{:#?};\n", self.pages)
    }
}

fn topic(file: &File, names: &[&str], known: &Known<'_>, faults: &mut Faults) -> Option<Topic> {
    let document = Document::read(&file.text, faults);
    let mut topic: Topic = read_head(&document, faults)?;
    check_id(&document, &topic.id, &file.stem, faults);
    check_cites(&document, known.citable, faults);
    if topic.title != document.title() {
        faults.add(1, "`title` and the first heading differ");
    }
    for cite in &topic.more.0 {
        if let Err(why) = known.citable.resolve(&cite.0) {
            faults.add(1, format!("`more`: {why}"));
        }
    }
    let others = names.iter().copied().filter(|name| *name != file.stem);
    for related in &topic.related.0 {
        resolve("other topic", related, others.clone(), &document, faults);
    }
    topic.page = format!("learn/{}", file.stem);
    let sections = document.sections.iter();
    topic.sections.0 = sections.map(|part| section(part, known, faults)).collect();
    Some(topic)
}

fn section(section: &Section, known: &Known<'_>, faults: &mut Faults) -> TopicSection {
    let mut all = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Prose { line, text } => all.extend(blocks(*line, text, known, faults)),
            Block::Table(table) => faults.add(table.line, "a topic has no tables: write a list"),
            Block::Fence { line, .. } => faults.add(*line, "a topic has no fenced blocks"),
        }
    }
    let heading = &section.heading;
    if all.is_empty() {
        faults.add(section.line, format!("nothing is said under `{heading}`"));
    }
    TopicSection {
        id: slug(heading),
        heading: heading.clone(),
        blocks: List(all),
    }
}

/// The name of an anchor.
fn slug(heading: &str) -> String {
    let words = heading.to_lowercase();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}
