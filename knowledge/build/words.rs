//! Compiles the words of values, `codes/values/words.md`, into a list of phrases in order.

use her2_pages::compile::{Document, Fault, Faults, Section};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

const PAGE: &str = "knowledge/codes/values/words.md";
const HEADER: [&str; 3] = ["means", "language", "phrases"];

/// Reads and checks the page; gives the source of the list.
///
/// A phrase stands for one thing in every language: a cell does not say in which language it is written.
pub fn build(root: &Path, found: &mut Vec<Fault>) -> String {
    let file = root.join("codes/values/words.md");
    println!("cargo::rerun-if-changed={}", file.display());
    let mut faults = Faults::of(PAGE);
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let document = Document::read(&text, &mut faults);
    let mut phrases: BTreeMap<String, String> = BTreeMap::new();
    for table in document.sections.iter().flat_map(Section::tables) {
        if table.header != HEADER {
            faults.add(
                table.line,
                format!("the columns are `{}`", HEADER.join(" | ")),
            );
            continue;
        }
        for (line, cells) in &table.rows {
            for phrase in cells[2].split(';').map(str::trim) {
                let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
                let words = || phrase.split(' ');
                if words().any(|word| word.is_empty() || !word.chars().all(plain)) {
                    let why =
                        "is not in small letters without accents, with one space between words";
                    faults.add(*line, format!("`{phrase}` {why}"));
                } else if words().count() > 7 {
                    faults.add(*line, format!("`{phrase}` has more than seven words"));
                }
                match phrases.get(phrase) {
                    Some(other) if *other != cells[0] => {
                        faults.add(*line, format!("`{phrase}` stands for `{other}` too"));
                    }
                    _ => {
                        phrases.insert(phrase.to_owned(), cells[0].clone());
                    }
                }
            }
        }
    }
    if phrases.is_empty() {
        faults.add(1, "no phrase is given");
    }
    found.extend(faults.into_vec());
    let mut source = String::from("&[\n");
    for (phrase, means) in &phrases {
        let _ = writeln!(source, "    ({phrase:?}, Word::{}),", variant(means));
    }
    source.push_str("]\n");
    source
}

/// `not-amplified` as `NotAmplified`.
fn variant(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    parts.collect()
}
