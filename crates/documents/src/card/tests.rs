//! Every rule and every reason has words, and no summary is too long.

use super::*;
use crate::words::Words;

#[test]
fn every_rule_and_reason_has_words_in_every_language() {
    for lang in her2_knowledge::languages() {
        let words = Words::of(lang).unwrap();
        for rule in CardRule::ALL {
            let name = format!("card-topic-{}", rule.name());
            assert!(words.has(&name), "{lang}: {name}");
        }
        for reason in OverrideReason::ALL {
            let name = format!("card-reason-{}", reason.name());
            assert!(words.has(&name), "{lang}: {name}");
        }
    }
}

#[test]
fn a_summary_has_fewer_than_140_characters() {
    let long = "a medicine with a name, ".repeat(12);
    let kept = short(&long);
    assert!(kept.chars().count() < SUMMARY_LIMIT, "{kept}");
    let bare = kept
        .strip_suffix('\u{2026}')
        .expect("three points say that there is more");
    assert!(
        long.starts_with(&format!("{bare} ")),
        "it ends with a whole word: {kept}"
    );
    assert_eq!(short("short"), "short");
    assert_eq!(short(&"\u{e9}".repeat(139)).chars().count(), 139);
    assert!(short(&"\u{e9}".repeat(140)).chars().count() < SUMMARY_LIMIT);
}
