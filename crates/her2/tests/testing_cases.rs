//! The worked cases of `cases/testing`: each gives the fields it names, and a case that names its edition gives them on any day.

#[path = "worked/pages.rs"]
mod worked;

use her2::LineDecider;
use jiff::civil::Date;
use serde_json::{Map, Value};
use worked::{Worked, worked};

/// The day that a case names behind `input`.
fn day(case: &Worked) -> Option<Date> {
    let day = case.about.strip_prefix("as-of=")?;
    Some(day.parse().expect("a day"))
}

fn decide(input: &str, day: Date) -> Map<String, Value> {
    let mut out = Vec::new();
    let line = input.replace('\n', " ");
    LineDecider::new(day, None).block(line.as_bytes(), 1, &mut out);
    serde_json::from_slice(&out).expect("a line is an object")
}

const TODAY: Date = Date::constant(2026, 11, 22);

#[test]
fn every_worked_case_gives_what_it_says() {
    let cases = worked("testing");
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in cases {
        let found = decide(&case.input, day(&case).unwrap_or(TODAY));
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
    let named: Vec<_> = worked("testing")
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
