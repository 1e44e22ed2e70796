//! Words of pages that people read in their own language. Whatever field holds them, they are kept here once in English; a language says
//! each of them in its own way, and is looked up by the English words.

use serde::{Deserialize, Deserializer};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

thread_local! {
    static SPOKEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// A field of such words. Names of companies, titles of sources, codes and citations are no such words: they stay as they are.
#[derive(Clone, Default)]
pub struct Spoken(pub String);

impl<'de> Deserialize<'de> for Spoken {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let words = String::deserialize(from)?;
        add(&words);
        Ok(Self(words))
    }
}

impl fmt::Debug for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Words outside a head, such as a title. Without a small letter they are numbers or abbreviations, the same in every language.
pub fn add(words: &str) {
    if words.chars().any(char::is_lowercase) {
        SPOKEN.with_borrow_mut(|all| all.insert(words.to_owned()));
    }
}

/// A name, unless words stand in it: `DESTINY-Breast05` is the same in every language, `B-31 and N9831` is not.
pub fn add_name(name: &str) {
    let plain = |word: &str| {
        word.chars()
            .all(|c| c.is_lowercase() || c.is_ascii_punctuation())
    };
    if name.split_whitespace().any(plain) {
        add(name);
    }
}

/// Prose: each paragraph by itself, on one line.
pub fn add_prose(text: &str) {
    for paragraph in text.split("\n\n") {
        let words: Vec<_> = paragraph.split_whitespace().collect();
        add(&words.join(" "));
    }
}

/// Everything that was read, in order.
pub fn all() -> Vec<String> {
    SPOKEN.with_borrow(|all| all.iter().cloned().collect())
}

/// Why these words cannot stand for those: a number, a link, a name in code or a placeholder is another one.
pub fn unlike(english: &str, own: &str) -> Option<String> {
    let (these, those) = (numbers(english), numbers(own));
    if these != those {
        return Some(format!("its numbers are {these:?}, not {those:?}"));
    }
    for sign in ["http", "](", "`", "{", "$", "\n"] {
        if english.matches(sign).count() != own.matches(sign).count() {
            return Some(format!("`{sign}` does not stand there equally often"));
        }
    }
    (own.trim() != own).then(|| "a space stands at an end".to_owned())
}

/// The numbers of some words and how often each stands there.
fn numbers(words: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for part in words.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))) {
        let number = part.trim_matches(['.', ',']);
        if !number.is_empty() {
            *found.entry(number.to_owned()).or_default() += 1;
        }
    }
    found
}
