//! The words of a topic. A line is one sentence or one item of a list.
//!
//! ` [source#anchor]` says what the words before it rest on; words with a number have to say so. `- item`, `- **name**: words` and
//! `- [ ] item` make lists, `> ` sets sentences apart.

use super::super::fact::{Cited, List};
use super::Known;
use her2_pages::compile::Faults;

/// A part of a section: lines of one kind that follow each other.
#[derive(Clone, Debug)]
pub enum TopicBlock {
    Paragraph(List<Said>),
    Note(List<Said>),
    List(List<List<Said>>),
    Facts(List<(String, List<Said>)>),
    Ask(List<Said>),
}

/// Words and what they rest on.
#[derive(Clone, Debug)]
pub struct Said {
    pub words: String,
    pub cite: Option<Cited>,
}

/// The blocks of some lines of which the first is this one.
pub fn blocks(line: u32, text: &str, known: &Known<'_>, faults: &mut Faults) -> Vec<TopicBlock> {
    let mut all: Vec<TopicBlock> = Vec::new();
    for (line, text) in (line..).zip(text.lines()) {
        let next = block(line, text, known, faults);
        let next = match all.last_mut() {
            Some(last) => last.join(next),
            None => Some(next),
        };
        all.extend(next);
    }
    all
}

fn block(line: u32, text: &str, known: &Known<'_>, faults: &mut Faults) -> TopicBlock {
    if let Some(text) = text.strip_prefix("- [ ] ") {
        return TopicBlock::Ask(said(line, text, known, faults));
    }
    if let Some(text) = text.strip_prefix("- **") {
        let Some((name, text)) = text.split_once("**: ") else {
            faults.add(line, "a named item is written `- **name**: words`");
            return TopicBlock::Facts(List(Vec::new()));
        };
        let fact = (name.to_owned(), said(line, text, known, faults));
        return TopicBlock::Facts(List(vec![fact]));
    }
    if let Some(text) = text.strip_prefix("- ") {
        return TopicBlock::List(List(vec![said(line, text, known, faults)]));
    }
    match text.strip_prefix("> ") {
        Some(text) => TopicBlock::Note(said(line, text, known, faults)),
        None => TopicBlock::Paragraph(said(line, text, known, faults)),
    }
}

impl TopicBlock {
    /// Takes in what follows, if it is of the same kind; else it is given back.
    fn join(&mut self, next: Self) -> Option<Self> {
        match (self, next) {
            (Self::Paragraph(own), Self::Paragraph(more))
            | (Self::Note(own), Self::Note(more))
            | (Self::Ask(own), Self::Ask(more)) => own.0.extend(more.0),
            (Self::List(own), Self::List(more)) => own.0.extend(more.0),
            (Self::Facts(own), Self::Facts(more)) => own.0.extend(more.0),
            (_, next) => return Some(next),
        }
        None
    }
}

/// Words up to a citation rest on it; words after the last one rest on none.
fn said(line: u32, text: &str, known: &Known<'_>, faults: &mut Faults) -> List<Said> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while let Some((words, after)) = rest.split_once(" [") {
        let Some((cite, after)) = after.split_once(']') else {
            faults.add(line, "a citation is not closed");
            break;
        };
        if let Err(why) = known.read(cite) {
            faults.add(line, why);
        }
        let (words, cite) = (words.to_owned(), Some(Cited(cite.to_owned())));
        parts.push(Said { words, cite });
        rest = after.trim();
    }
    if rest.split_whitespace().any(is_number) {
        let message = "words with a number end with what they rest on: ` [source#anchor]`";
        faults.add(line, message);
    }
    if !rest.is_empty() {
        let (words, cite) = (rest.to_owned(), None);
        parts.push(Said { words, cite });
    }
    List(parts)
}

/// Whether a word is a number and not a name with a number in it, a score, or the number to call for help.
fn is_number(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+');
    let named = word.starts_with(|c: char| c.is_ascii_alphabetic());
    let score = matches!(word, "0" | "1+" | "2+" | "3+" | "911");
    word.contains(|c: char| c.is_ascii_digit()) && !named && !score
}
