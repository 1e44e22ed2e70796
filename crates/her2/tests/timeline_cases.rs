//! The worked cases of `cases/timeline`: each gives the samples, tumours, current result, contradictions and advice it names, in whatever order
//! its records are given; and together they meet every row of the pages that compare samples.

#[path = "timeline/given.rs"]
mod given;
#[path = "worked/pages.rs"]
mod worked;

use her2_case::{Course, Record, Term};
use her2_knowledge::over_time;
use her2_pages::Row;
use her2_pathway::timeline::{Current, LineOf, Timeline, of_history};
use jiff::civil::{Date, date};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use worked::worked;

const TODAY: Date = date(2026, 11, 22);

struct Case {
    name: String,
    records: Vec<Record>,
    course: Course,
    expected: Map<String, Value>,
}

impl Case {
    fn timeline(&self, order: &[usize]) -> Timeline {
        let records: Vec<Record> = order.iter().map(|at| self.records[*at].clone()).collect();
        of_history(&records, &[&self.course], TODAY, None)
    }

    fn as_given(&self) -> Timeline {
        self.timeline(&(0..self.records.len()).collect::<Vec<_>>())
    }
}

fn cases() -> Vec<Case> {
    let cases = worked("timeline").into_iter().map(|case| {
        assert_eq!(case.about, "", "{}: the days stand in the input", case.name);
        let (records, course) = given::given(&case.input);
        Case {
            name: case.name,
            records,
            course,
            expected: case.expected,
        }
    });
    cases.collect()
}

fn day(date: Option<Date>) -> String {
    date.map_or("undated".to_owned(), |day| day.to_string())
}

/// A sample in a line of words, so that it is the same whatever its position.
fn sample(timeline: &Timeline, at: usize) -> String {
    let of = &timeline.samples[at];
    let decision = &timeline.found(of).decision;
    let mut words = vec![day(of.date), decision.her2_status().name().to_owned()];
    words.extend(of.side.map(|side| side.name().to_owned()));
    words.extend(of.point.map(|point| point.name().to_owned()));
    if of.quoted {
        words.push("quoted".to_owned());
    }
    if of.superseded_by.is_some() {
        words.push("replaced".to_owned());
    }
    words.join(" ")
}

fn row(row: Option<&'static Row>) -> &'static str {
    row.map_or("several rows", Row::anchor)
}

fn current(timeline: &Timeline, current: Option<Current>) -> Value {
    current.map_or(Value::Null, |current| {
        sample(timeline, current.sample).into()
    })
}

/// What a timeline gives, by the names of the cases.
fn told(timeline: &Timeline) -> Map<String, Value> {
    let one = |at: Option<usize>| at.map_or(Value::Null, |at| sample(timeline, at).into());
    let samples: Vec<_> = (0..timeline.samples.len())
        .map(|at| sample(timeline, at))
        .collect();
    let tumors: Vec<String> = timeline
        .tumors
        .iter()
        .map(|line| {
            let of = match line.of {
                LineOf::Tumor => "tumour",
                LineOf::Unassigned => "unassigned",
                LineOf::Metastasis => "metastasis",
            };
            let side = line.side.map_or("?", |side| side.name());
            let current = line
                .current
                .map_or("-".to_owned(), |of| sample(timeline, of.sample));
            format!("{of} {side} {}: {current}", line.samples.len())
        })
        .collect();
    let conflicts: Vec<String> = timeline
        .conflicts
        .iter()
        .map(|conflict| {
            let pair = [conflict.earlier, conflict.later].map(|at| sample(timeline, at));
            format!("{}: {} / {}", row(conflict.found.row()), pair[0], pair[1])
        })
        .collect();
    let advice: Vec<String> = timeline
        .advice
        .iter()
        .map(|advice| {
            let what = advice.retest.one().map_or("?", Term::name);
            let about = advice
                .sample
                .map_or("a metastasis".to_owned(), |at| sample(timeline, at));
            let done = if advice.stands() { "stands" } else { "done" };
            format!("{what} {done}: {about}")
        })
        .collect();
    let flags: Vec<_> = timeline.flags().iter().map(Term::name).collect();
    let category = timeline
        .current_sample()
        .map(|of| timeline.found(of).decision.her2_category().name());
    let told = json!({
        "samples": samples,
        "tumours": tumors,
        "current": current(timeline, timeline.current),
        "status": timeline.status().map(Term::name),
        "category": category,
        "rule": timeline.current.map(|current| row(current.rule.row())),
        "awaited": one(timeline.current.and_then(|current| current.awaited)),
        "last": one(timeline.current.and_then(|current| current.last_settled)),
        "conflicts": conflicts,
        "advice": advice,
        "flags": flags,
        "low": timeline.low.and_then(|low| low.one()).map(Term::name),
    });
    match told {
        Value::Object(told) => told,
        _ => Map::new(),
    }
}

fn differences(expected: &Map<String, Value>, told: &Map<String, Value>) -> Vec<String> {
    let differs = expected
        .iter()
        .filter(|(key, value)| told.get(*key) != Some(value));
    differs
        .map(|(key, value)| {
            let found = told
                .get(key)
                .map_or("no such key".to_owned(), Value::to_string);
            format!("{key}\n    expected {value}\n    found    {found}")
        })
        .collect()
}

#[test]
fn every_worked_case_gives_what_it_says() {
    let cases = cases();
    assert!(cases.len() >= 30, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        for key in ["samples", "current", "rule", "conflicts"] {
            assert!(case.expected.contains_key(key), "{}: no `{key}`", case.name);
        }
        let told = told(&case.as_given());
        for difference in differences(&case.expected, &told) {
            wrong.push(format!("{}: {difference}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_order_in_which_records_are_given_changes_nothing() {
    for case in cases() {
        let all: Vec<usize> = (0..case.records.len()).collect();
        let mut order = all.clone();
        for turn in 0..all.len() {
            order.rotate_left(1);
            if turn % 2 == 1 {
                order.reverse();
            }
            let wrong = differences(&case.expected, &told(&case.timeline(&order)));
            assert!(
                wrong.is_empty(),
                "{} in the order {order:?}: {}",
                case.name,
                wrong.join("\n")
            );
        }
    }
}

#[test]
fn every_row_of_the_pages_is_met_by_a_case() {
    let mut met: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut meet = |row: Option<&'static Row>| {
        if let Some(row) = row {
            met.insert((row.page(), row.anchor()));
        }
    };
    for case in cases() {
        let timeline = case.as_given();
        let lines = timeline.tumors.iter().filter_map(|line| line.current);
        lines
            .chain(timeline.current)
            .for_each(|current| meet(current.rule.row()));
        timeline
            .conflicts
            .iter()
            .for_each(|conflict| meet(conflict.found.row()));
        timeline.advice.iter().for_each(|advice| {
            meet(advice.retest.row());
            meet(advice.standing.and_then(|standing| standing.row()));
        });
        meet(timeline.low.and_then(|low| low.row()));
    }
    let pages = over_time();
    let mut missing = Vec::new();
    for row in pages
        .current
        .rows()
        .iter()
        .chain(pages.discordance.rows())
        .chain(pages.low.rows())
    {
        // Not asked: where there is no sample, and of two tumours.
        let silent = ["no sample", "two tumors"].contains(&row.anchor());
        if !silent && !met.contains(&(row.page(), row.anchor())) {
            missing.push(format!("{}: {}", row.page(), row.anchor()));
        }
    }
    assert!(missing.is_empty(), "no case meets {missing:#?}");
}
