//! What must be refused in topics for newcomers: a page without fault, one change, and the complaint that the change must draw.

#![allow(clippy::unwrap_used)]

#[path = "../build/written.rs"]
mod written;

use her2_pages::compile::Sources;
use std::fs;
use std::path::Path;
use written::{learn, sources};

const PAGE: &str = r#"+++
id = "one"
title = "A topic"
order = 1
summary = "What it tells"
cite = "label-mab#dose"
related = ["two"]
checked = 2026-01-31
+++

# A topic

It has a sentence.
About 1 in 10 things has a number. [label-mab#dose] And words after it.

## A list

- an item
- **name**: what is said of it

> Set apart.

- [ ] A question?
"#;

/// The topics of a folder that holds this page and one beside it.
fn topics(name: &str, page: &str) -> learn::Topics {
    let root = std::env::temp_dir().join(format!("her2-topics-{}-{name}", std::process::id()));
    fs::create_dir_all(root.join("learn")).unwrap();
    let two = PAGE
        .replace("\"one\"", "\"2\"")
        .replace("\"two\"", "\"one\"");
    let two = two
        .replace("\"2\"", "\"two\"")
        .replace("order = 1", "order = 2");
    fs::write(root.join("learn/one.md"), page).unwrap();
    fs::write(root.join("learn/two.md"), two).unwrap();
    let small = sources::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small"));
    let mut citable = Sources::default();
    citable.add_page("label-mab", "sources/label-mab.md", vec!["dose".to_owned()]);
    let topics = learn::read(&root, &citable, &small.pages);
    fs::remove_dir_all(&root).unwrap();
    topics
}

#[test]
fn a_topic_is_its_head_and_its_lines_each_with_what_it_rests_on() {
    let topics = topics("whole", PAGE);
    assert_eq!(topics.faults.len(), 0, "{:?}", topics.faults);
    let source = topics.source();
    let citation = r#"Some(::her2_pages::Citation { edition: "label-mab", anchor: "dose" })"#;
    let said = [
        r#"page: "learn/one""#,
        r#"words: "It has a sentence.","#,
        r#"words: "About 1 in 10 things has a number.","#,
        r#"words: "And words after it.","#,
        r#"id: "a-list","#,
        r#"words: "Set apart.","#,
        r#"words: "A question?","#,
        citation,
    ];
    for said in said {
        assert!(source.contains(said), "{said} is not in {source}");
    }
}

#[test]
fn every_change_that_must_be_refused_draws_its_complaint_at_its_line() {
    for (name, from, to, expected) in [
        (
            "number",
            " [label-mab#dose] And",
            " And",
            ":14: words with a number end with what they rest on",
        ),
        (
            "source",
            "[label-mab#dose] And",
            "[label-nab#dose] And",
            ":14: ",
        ),
        (
            "anchor",
            "[label-mab#dose] And",
            "[label-mab#doses] And",
            ":14: ",
        ),
        (
            "open",
            "[label-mab#dose] And",
            "[label-mab#dose And",
            ":14: a citation is not closed",
        ),
        (
            "named",
            "- **name**: what",
            "- **name** what",
            ":19: a named item is written",
        ),
        (
            "title",
            "title = \"A topic\"",
            "title = \"Topic\"",
            ":1: `title` and the first heading differ",
        ),
        (
            "order",
            "order = 1",
            "order = 2",
            ":1: another topic has `order = 2` too",
        ),
        (
            "id",
            "id = \"one\"",
            "id = \"ones\"",
            ":2: `id` is `ones`, but the file is `one`",
        ),
        (
            "itself",
            "[\"two\"]",
            "[\"one\"]",
            ":7: no other topic `one`",
        ),
        ("key", "order = 1", "order = 1\nrank = 1", ":5: "),
        (
            "empty",
            "It has a sentence.\nAbout 1 in 10 things has a number. [label-mab#dose] And words after it.",
            "",
            ":11: nothing is said under `A topic`",
        ),
        (
            "table",
            "- an item",
            "| a |\n|---|\n| b |\n",
            ":18: a topic has no tables",
        ),
    ] {
        assert!(PAGE.contains(from), "{name}");
        let topics = topics(name, &PAGE.replacen(from, to, 1));
        let faults: Vec<String> = topics.faults.iter().map(ToString::to_string).collect();
        let page = if name == "order" { "two" } else { "one" };
        let expected = format!("knowledge/learn/{page}.md{expected}");
        assert!(
            faults.iter().any(|fault| fault.starts_with(&expected)),
            "{name}: {faults:#?}"
        );
    }
}

#[test]
fn nothing_rests_on_a_source_that_was_not_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = sources::read(root);
    for topic in her2_knowledge::topics() {
        for said in topic.said() {
            let source = said
                .cite
                .and_then(|cite| her2_knowledge::source(cite.edition));
            let read = source.is_none_or(|source| source.mark == her2_case::Mark::Checked);
            assert!(read, "{}: {}", topic.id, said.words);
        }
    }
    assert!(sources.faults.is_empty());
}
