//! Every term that can be an answer has words in every language, with the same placeholders (K8).

use crate::clinician::vocabularies;
use crate::patient::Outcome;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// Messages and their placeholders, as written in the files of a language.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    let mut current = String::new();
    for (_, source) in her2_knowledge::language(lang) {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let named = line.split_once(" =").filter(|(name, _)| {
                name.chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            });
            if let Some((name, _)) = named {
                current = name.to_owned();
                let new = messages.insert(current.clone(), BTreeSet::new()).is_none();
                assert!(new, "{lang}: {current} stands twice");
            }
            for part in line.split("{ $").skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric())
                    .collect();
                messages
                    .get_mut(&current)
                    .expect("a message began")
                    .insert(name);
            }
        }
    }
    messages
}

#[test]
fn k8_every_answer_has_words_in_every_language() {
    for lang in her2_knowledge::languages() {
        let words = Words::of(lang).unwrap();
        for (prefix, names) in vocabularies() {
            for name in names {
                let key = format!("{prefix}-{name}");
                assert!(words.has(&key), "{lang}: {key} is missing");
            }
        }
        for outcome in Outcome::ALL {
            for prefix in ["lead", "meaning", "questions"] {
                let key = format!("{prefix}-{}", outcome.name());
                assert!(words.has(&key), "{lang}: {key} is missing");
            }
        }
    }
}

#[test]
fn k8_every_language_has_the_same_messages_with_equal_placeholders() {
    let english = messages("en");
    assert!(english.len() > 200, "{}", english.len());
    for lang in her2_knowledge::languages() {
        assert_eq!(messages(lang), english, "{lang}");
    }
}
