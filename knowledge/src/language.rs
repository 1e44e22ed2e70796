//! Languages: their messages, and what they say for the words of the pages.

use crate::learn::{Topic, translated};

/// A language in which documents are written.
#[derive(Debug)]
pub struct Language {
    /// Its tag, as in `lang="en"`.
    pub tag: &'static str,
    /// Its name in its own words.
    pub name: &'static str,
    /// Whether the pages are written in it.
    pub is_source: bool,
    /// Whether a clinician has read what it says; of the language of the pages this is not asked.
    pub reviewed: bool,
    /// How a day stands in a sentence.
    pub days: Days,
    /// The Fluent files, name and text.
    pub files: &'static [(&'static str, &'static str)],
    /// What is said for each of [`SPOKEN`]; empty where it is missing. The source has none.
    said: &'static [&'static str],
}

/// How a day stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// `2026-05-24`.
    Digits,
    /// `24 de mayo de 2026`.
    Words,
}

// Every English sentence of a page that has to be said in each language, in order; and the languages.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// What this language says for words of a page. Words that it has none for, such as names and codes, stay as they are.
    pub fn said<'a>(&self, words: &'a str) -> &'a str {
        if self.said.is_empty() {
            return words;
        }
        let at = SPOKEN.binary_search(&words).ok();
        let own = at.and_then(|at| self.said.get(at));
        own.copied().filter(|own| !own.is_empty()).unwrap_or(words)
    }

    /// The same for prose of several paragraphs; lines that belong together become one.
    pub fn prose(&self, text: &str) -> String {
        let paragraphs = text.split("\n\n").map(|paragraph| {
            let words = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
            self.said(&words).to_owned()
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    /// The topic as this language tells it; in English where it does not.
    pub fn topic(&self, topic: &'static Topic) -> &'static Topic {
        let own = translated(self.tag).iter();
        own.clone().find(|own| own.id == topic.id).unwrap_or(topic)
    }

    /// What this language does not say: sentences, and names of topics.
    pub fn missing(&self) -> Vec<&'static str> {
        if self.is_source {
            return Vec::new();
        }
        let own = |at: usize| self.said.get(at).is_some_and(|own| !own.is_empty());
        let sentences = SPOKEN.iter().enumerate();
        let sentences = sentences
            .filter(|(at, _)| !own(*at))
            .map(|(_, words)| *words);
        let told = |topic: &&Topic| translated(self.tag).iter().any(|own| own.id == topic.id);
        let topics = crate::topics().iter().filter(|topic| !told(topic));
        sentences.chain(topics.map(|topic| topic.page)).collect()
    }
}

/// Every language.
pub fn every_language() -> &'static [Language] {
    LANGUAGES
}

/// The language of that tag.
pub fn language_of(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

/// The Fluent files of a language, name and text; none if the language is not there.
pub fn language(tag: &str) -> &'static [(&'static str, &'static str)] {
    language_of(tag).map_or(&[], |language| language.files)
}

/// The tags of the languages there are.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag)
}

/// Every English sentence of a page that each language has to say, in order.
pub fn spoken() -> &'static [&'static str] {
    SPOKEN
}
