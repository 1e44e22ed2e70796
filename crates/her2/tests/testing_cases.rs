//! The worked cases of `cases/testing`: each gives the fields it names, and a case that names its edition gives them on any day.

use her2::LineDecider;
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

struct Case {
    name: String,
    day: Option<Date>,
    input: String,
    expected: Map<String, Value>,
}

/// Every `json input` block with the `json expected` block after it.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/testing");
    let mut pages: Vec<_> = fs::read_dir(folder)
        .expect("the folder of worked cases is there")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    pages.sort();
    let mut cases = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).expect("a page is text");
        let stem = page.file_stem().unwrap_or_default().to_string_lossy();
        let mut heading = String::new();
        let mut given: Option<(Option<Date>, String)> = None;
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(words) = line.strip_prefix("## ") {
                heading = format!("{stem}: {words}");
            }
            let Some(kind) = line.strip_prefix("```json ") else {
                continue;
            };
            let block = lines.by_ref().take_while(|line| *line != "```");
            let block = block.collect::<Vec<_>>().join("\n");
            if let Some(about) = kind.strip_prefix("input") {
                let day = about.trim().strip_prefix("as-of=");
                let day = day.map(|day| day.parse().expect("a day"));
                assert!(given.is_none(), "{heading}: two inputs");
                given = Some((day, block.replace('\n', " ")));
            } else {
                assert_eq!(kind, "expected", "{heading}");
                let (day, input) = given.take().expect("an input stands before");
                cases.push(Case {
                    name: heading.clone(),
                    day,
                    input,
                    expected: serde_json::from_str(&block).expect("an object"),
                });
            }
        }
        assert!(given.is_none(), "{heading}: nothing expected");
    }
    cases
}

fn decide(input: &str, day: Date) -> Map<String, Value> {
    let mut out = Vec::new();
    LineDecider::new(day, None).block(input.as_bytes(), 1, &mut out);
    serde_json::from_slice(&out).expect("a line is an object")
}

const TODAY: Date = Date::constant(2026, 11, 22);

#[test]
fn every_worked_case_gives_what_it_says() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in cases {
        let found = decide(&case.input, case.day.unwrap_or(TODAY));
        for (key, value) in &case.expected {
            assert_eq!(
                found.get(key),
                Some(value),
                "{}: {key}\n{found:?}",
                case.name
            );
        }
        assert!(
            found["because"]
                .as_array()
                .is_some_and(|rows| rows.len() >= 2),
            "{}",
            case.name
        );
    }
}

#[test]
fn a_case_that_names_its_edition_does_not_change_with_the_day() {
    let named: Vec<_> = cases()
        .into_iter()
        .filter(|case| case.input.contains("\"edition\""))
        .collect();
    assert!(named.len() >= 10);
    for case in named {
        let on = |year| decide(&case.input, Date::constant(year, 7, 1));
        assert_eq!(on(2008), on(2026), "{}", case.name);
        assert_eq!(on(2026), on(2040), "{}", case.name);
    }
}
