//! Every language says every sentence of the pages that people read.

use her2_knowledge::{every_language, language_of, spoken, topic, topics};

#[test]
fn k8_every_language_says_every_sentence_of_the_pages() {
    for language in every_language() {
        let missing = language.missing();
        let count = missing.len();
        assert!(
            missing.is_empty(),
            "{}: {count} are missing:\n{}",
            language.tag,
            missing.join("\n")
        );
    }
}

#[test]
fn the_source_says_what_the_pages_say() {
    let english = language_of("en").expect("the pages are written in it");
    assert!(english.is_source && english.reviewed);
    assert!(spoken().len() > 1000 && spoken().is_sorted());
    for words in spoken() {
        assert_eq!(english.said(words), *words);
    }
    let sources = every_language()
        .iter()
        .filter(|language| language.is_source);
    assert_eq!(sources.count(), 1);
}

#[test]
fn a_topic_of_another_language_has_the_sources_and_numbers_of_the_english_one() {
    for language in every_language().iter().filter(|of| !of.is_source) {
        for english in topics() {
            let own = language.topic(english);
            assert_eq!(own.id, english.id, "{}", language.tag);
            assert_eq!(own.sections.len(), english.sections.len(), "{}", own.page);
            for (own, english) in own.said().iter().zip(english.said()) {
                assert_eq!(own.cite, english.cite, "{}", own.words);
            }
        }
        assert!(topic("heart").is_some());
    }
}

#[test]
fn names_and_codes_stay_as_they_are() {
    for language in every_language() {
        for name in ["Herceptin", "J9355", "HER2DX", "a sentence of no page"] {
            assert_eq!(language.said(name), name);
        }
    }
}
