//! Pages that must be refused, each named by its fault and holding the complaint it must draw, and pages that must be accepted.

#![allow(clippy::unwrap_used)]

use her2_pages::compile::{
    CheckedPage, Document, EditionPage, Fault, Faults, Sources, check_page, check_periods,
};
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

fn pages(name: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder(name)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

fn edition() -> EditionPage {
    let text = fs::read_to_string(folder("sources/example-2020/edition.md")).unwrap();
    EditionPage::read("edition.md", "example-2020", &text).unwrap()
}

fn check(name: &str, text: &str) -> Result<CheckedPage, Vec<Fault>> {
    let mut sources = Sources::default();
    sources.add(&edition());
    check_page(name, "example-2020/page", text, &sources)
}

#[test]
fn every_refused_page_draws_exactly_the_complaints_it_holds() {
    for (name, text) in pages("refused") {
        let document = Document::read(&text, &mut Faults::of(&name));
        let expected = document.section("Refused").expect("a section `Refused`");
        let (_, expected) = expected
            .fences("text")
            .next()
            .expect("a block of complaints");
        let faults = if name.starts_with("edition-") {
            EditionPage::read(&name, "example-2020", &text)
                .map(drop)
                .unwrap_err()
        } else {
            check(&name, &text).map(drop).unwrap_err()
        };
        let found: Vec<_> = faults.iter().map(Fault::to_string).collect();
        let expected: Vec<_> = expected
            .lines()
            .map(|line| format!("{name}:{line}"))
            .collect();
        assert_eq!(found, expected, "\nin {name}");
    }
}

#[test]
fn every_accepted_page_is_accepted() {
    for (name, text) in pages("accepted") {
        if let Err(faults) = check(&name, &text) {
            panic!("{faults:#?}");
        }
    }
}

#[test]
fn a_page_without_a_head_or_a_title_is_refused() {
    let complaints = |text| -> Vec<String> {
        let faults = check("page.md", text).unwrap_err();
        faults.iter().map(Fault::to_string).collect()
    };
    assert_eq!(
        complaints("# Only prose\n")[0],
        "page.md:1: a page starts with a head between two lines of `+++`"
    );
    let unclosed = complaints("+++\nquestion = \"ish-group\"\n");
    for expected in ["no title", "the head is not closed"] {
        assert!(
            unclosed
                .iter()
                .any(|complaint| complaint.contains(expected)),
            "{expected}"
        );
    }
    assert!(!complaints("").is_empty());
}

#[test]
fn editions_of_one_body_may_not_be_in_force_together() {
    let older = edition();
    let mut newer = older.clone();
    newer.id = "example-2024".to_owned();
    newer.supersedes = Some((3, "example-2020".to_owned()));
    newer.in_force_from = "2024-01-01".parse().unwrap();
    let complaints = |older: &EditionPage, newer: &EditionPage| -> Vec<String> {
        let faults = check_periods(&[older.clone(), newer.clone()]);
        faults.into_iter().map(|fault| fault.message).collect()
    };
    assert_eq!(
        complaints(&older, &newer),
        [
            "in force at the same time as example-2024, also of Example body; `in-force-to` is the last day in force",
            "supersedes `example-2020`, which has no `in-force-to`",
        ]
    );
    let ended = |day: &str| EditionPage {
        in_force_to: Some(day.parse().unwrap()),
        ..older.clone()
    };
    assert_eq!(complaints(&ended("2024-01-01"), &newer).len(), 1);
    assert!(complaints(&ended("2023-12-31"), &newer).is_empty());
    let other_body = EditionPage {
        body: "Another body".to_owned(),
        supersedes: None,
        ..newer.clone()
    };
    assert!(complaints(&older, &other_body).is_empty());
    let other_topic = EditionPage {
        topic: Some("care".to_owned()),
        supersedes: None,
        ..newer.clone()
    };
    assert!(complaints(&older, &other_topic).is_empty());
    newer.supersedes = Some((3, "example-2010".to_owned()));
    assert_eq!(
        complaints(&ended("2023-12-31"), &newer),
        ["supersedes `example-2010`, which is no edition"]
    );
}
