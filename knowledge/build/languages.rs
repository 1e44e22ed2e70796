//! The words of every language: its Fluent files as they are, and what it says for the words of the pages.
//!
//! A language is a folder with a `language.toml`. English is the source: a language says its sentences under `pages/`, and its topics
//! under `learn/`. What is missing there is told by a test; what fits nothing is refused here.

use super::written::learn::Topics;
use super::written::learn::language::in_language;
use super::written::spoken;
use super::written::{Written, walk};
use her2_pages::compile::{Fault, Faults};
use serde::Deserialize;
use std::fmt::Write;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// What a language says of itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct About {
    /// Its name in its own words.
    name: String,
    /// Whether the pages are written in it.
    #[serde(default)]
    source: bool,
    /// Whether a clinician has read what it says.
    #[serde(default)]
    reviewed: bool,
    /// How a day stands in a sentence.
    days: Days,
}

/// How a day stands in a sentence.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Days {
    /// `2026-05-24`.
    Digits,
    /// `24 de mayo de 2026`.
    Words,
}

/// The Rust source of the languages, and of their topics.
#[derive(Default)]
pub struct Languages {
    /// The list of languages, and the English words that they say in their own way.
    pub source: String,
    /// The topics of each language.
    pub topics: String,
}

/// Reads and checks every language.
pub fn read(root: &Path, written: &Written, found: &mut Vec<Fault>) -> Languages {
    println!("cargo::rerun-if-changed=languages");
    let english = spoken::all();
    let mut all = Languages {
        source: format!(
            "static SPOKEN: &[&str] = &{english:#?};\n\nstatic LANGUAGES: &[Language] = &[\n"
        ),
        topics: "pub(super) static TRANSLATED: &[(&str, &[Topic])] = &[\n".to_owned(),
    };
    for folder in walk::folders(root, "languages") {
        let tag = folder.trim_start_matches("languages/");
        let heads = walk::files(root, &folder, "toml");
        let Some(head) = heads.into_iter().find(|file| file.stem == "language") else {
            continue;
        };
        let mut faults = Faults::of(&head.path);
        let about = match toml::from_str::<About>(&head.text) {
            Ok(about) => about,
            Err(error) => {
                faults.add(1, error.message().to_owned());
                found.extend(faults.into_vec());
                continue;
            }
        };
        let topics = match about.source {
            true => Topics::default(),
            false => in_language(root, &folder, written),
        };
        let said = match about.source {
            true => Vec::new(),
            false => said(root, &folder, &english, found),
        };
        found.extend(topics.faults.iter().cloned());
        let About {
            name,
            source,
            reviewed,
            days,
        } = about;
        let reviewed = source || reviewed;
        let files = files(root, &folder);
        writeln!(
            all.source,
            "    Language {{ tag: {tag:?}, name: {name:?}, is_source: {source}, reviewed: {reviewed}, days: Days::{days:?}, \
             files: &[{files}], said: &{said:#?} }},"
        )
        .expect("a string can be written to");
        writeln!(all.topics, "    ({tag:?}, &{:#?}),", topics.pages)
            .expect("a string can be written to");
    }
    all.source.push_str("];\n");
    all.topics.push_str("];\n");
    all
}

/// The Fluent files of a language, included as they are.
fn files(root: &Path, folder: &str) -> String {
    let files = walk::files(root, folder, "ftl").into_iter().map(|file| {
        let path = root.join(folder).join(format!("{}.ftl", file.stem));
        format!(
            "({:?}, include_str!({:?}))",
            file.stem,
            path.display().to_string()
        )
    });
    files.collect::<Vec<_>>().join(", ")
}

/// What the language says for each of the English words, in their order; nothing for what is missing.
fn said(root: &Path, folder: &str, english: &[String], found: &mut Vec<Fault>) -> Vec<String> {
    let mut said = vec![String::new(); english.len()];
    for file in walk::files(root, &format!("{folder}/pages"), "toml") {
        let mut faults = Faults::of(&file.path);
        for (line, words, own) in entries(&file.text, &mut faults) {
            let Ok(at) = english.binary_search(&words) else {
                let near = her2_pages::compile::nearest(&words, english.iter().map(String::as_str));
                let hint = near.map(|near| format!("; did you mean `{near}`?"));
                let hint = hint.unwrap_or_default();
                faults.add(line, format!("no page says `{words}`{hint}"));
                continue;
            };
            if !said[at].is_empty() {
                faults.add(line, format!("`{words}` stands twice"));
            }
            if let Some(why) = spoken::unlike(&words, &own) {
                faults.add(line, format!("`{words}`: {why}"));
            }
            said[at] = own;
        }
        found.extend(faults.into_vec());
    }
    said
}

/// The entries of a file, with their lines.
fn entries(text: &str, faults: &mut Faults) -> Vec<(u32, String, String)> {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            faults.add(line(text, at), error.message().to_owned());
            return Vec::new();
        }
    };
    let mut all = Vec::new();
    for (key, value) in table.get_ref().iter() {
        let line = line(text, key.span().start);
        match value.get_ref() {
            DeValue::String(own) if !own.trim().is_empty() => {
                all.push((line, key.get_ref().to_string(), own.to_string()));
            }
            _ => faults.add(line, "an entry is English words and what is said for them"),
        }
    }
    all
}

fn line(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or_default();
    u32::try_from(before.matches('\n').count()).map_or(u32::MAX, |count| count + 1)
}
