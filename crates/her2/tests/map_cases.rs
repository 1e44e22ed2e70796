//! The worked cases of `cases/map`: each gives the step it names, in every rendering of the map.
#![allow(clippy::unwrap_used)]

#[path = "worked/pages.rs"]
mod worked;

use her2::{CareInput, PlanWith, Planned};
use her2_case::{PathwayStep, StepStanding, Term};
use her2_pathway::way::Way;
use jiff::civil::date;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use worked::worked;

struct Case {
    name: String,
    planned: Planned<'static>,
    expected: Map<String, Value>,
}

fn cases() -> Vec<Case> {
    let cases = worked("map").into_iter().map(|case| {
        let input = CareInput::read(case.input.as_bytes());
        let input = input.unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let day = input.as_of().unwrap();
        assert!(case.about.is_empty(), "the day stands in the input");
        Case {
            planned: input.plan(None, day, None),
            name: case.name,
            expected: case.expected,
        }
    });
    let cases: Vec<Case> = cases.collect();
    assert!(cases.len() >= 12);
    cases
}

fn names(value: &Value) -> BTreeSet<&str> {
    let list = value.as_array().unwrap().iter();
    list.map(|name| name.as_str().unwrap()).collect()
}

#[test]
fn every_worked_case_of_the_map_gives_what_it_says() {
    for case in cases() {
        let way = Way::of(case.planned.plan().situation());
        let standing = |of: StepStanding| -> BTreeSet<&str> {
            let steps = PathwayStep::ALL.iter();
            let steps = steps.filter(|step| way.standing(**step).is(of));
            steps.map(|step| step.name()).collect()
        };
        for (key, value) in &case.expected {
            let found: BTreeSet<&str> = match key.as_str() {
                "here" => way.step().answers().iter().map(Term::name).collect(),
                "asks" => way.asks().iter().map(|question| question.name()).collect(),
                "other-result" => standing(StepStanding::OtherResult),
                "other-setting" => standing(StepStanding::OtherSetting),
                "without" => standing(StepStanding::WithoutHer2Medicines),
                "beside" => {
                    let beside = way.beside().one().unwrap();
                    assert_eq!(value, beside.name(), "{}", case.name);
                    continue;
                }
                other => panic!("{}: `{other}` is no key", case.name),
            };
            assert_eq!(found, names(value), "{}: {key}", case.name);
        }
    }
}

#[test]
fn what_is_reached_is_reached_by_some_case() {
    let mut reached = BTreeSet::new();
    for case in cases() {
        let way = Way::of(case.planned.plan().situation());
        reached.extend(way.step().one().map(Term::name));
    }
    // The result itself and surgery are passed, never stood upon; the diagnosis lies behind everybody who asks.
    for step in [
        "her2-test",
        "before-surgery",
        "complete-response",
        "residual-disease",
        "after-surgery",
        "follow-up",
        "first-line",
        "maintenance",
        "second-line",
        "later-line",
        "not-on-the-map",
    ] {
        assert!(reached.contains(step), "{step}");
    }
}

#[test]
fn an_answer_more_never_adds_a_step() {
    let answers = [
        ("her2-category", "HER2_POSITIVE"),
        ("setting", "early"),
        ("timing", "after-neoadjuvant"),
        ("response", "complete"),
    ];
    let mut input = CareInput::default();
    let mut before: Option<BTreeSet<&str>> = None;
    for (question, answer) in answers {
        input.answer(question, answer).unwrap();
        let planned = input.clone().plan(None, date(2026, 11, 22), None);
        let way = Way::of(planned.plan().situation());
        let now: BTreeSet<&str> = way.step().answers().iter().map(Term::name).collect();
        if let Some(before) = &before {
            assert!(now.is_subset(before), "{question}");
        }
        before = Some(now);
    }
    assert_eq!(
        before.unwrap().into_iter().collect::<Vec<_>>(),
        ["complete-response"]
    );
}

#[test]
fn every_rendering_shows_the_step_and_tells_it_without_the_picture() {
    for lang in her2::languages() {
        for case in cases() {
            let name = &case.name;
            let plain = case.planned.map(lang).unwrap();
            let document = case.planned.document(PlanWith::default(), lang).unwrap();
            let way = Way::of(case.planned.plan().situation());
            let one = way.step().one();
            let here = one.is_some_and(|step| step != PathwayStep::NotOnTheMap);
            for (page, place) in [(&plain, "map-0"), (&document, "map-0")] {
                let html = page.html();
                assert!(html.contains(&format!("id=\"{place}-title\"")), "{name}");
                assert!(html.contains(&format!("id=\"{place}-said\"")), "{name}");
                assert!(!html.contains(" style="), "{name}: a style of its own");
                assert_eq!(html.contains("class=\"tag-words\""), here, "{lang}: {name}");
                assert_eq!(page.text(80, false).contains('▶'), here, "{lang}: {name}");
                assert!(
                    !html.contains('\u{27e8}'),
                    "{lang}: {name}: words are missing"
                );
            }
            let json: Value = serde_json::from_str(&document.json()).unwrap();
            let stated = json["map"]["here"].as_str();
            assert_eq!(stated, one.map(Term::name), "{name}");
            let tree: Value = serde_json::from_str(&plain.json()).unwrap();
            let block = &tree["sections"][0]["blocks"][0];
            assert_eq!(block["kind"], "map", "{name}");
            let steps = block["steps"].as_array().unwrap().iter();
            let marked = steps.filter(|step| step["state"] == "here").count();
            let beside = usize::from(way.with_brain());
            assert_eq!(marked, usize::from(here) + beside, "{name}");
        }
    }
}

#[test]
fn the_map_in_plain_words_names_no_medicine() {
    let names: Vec<String> = her2_knowledge::medicine_names()
        .map(str::to_lowercase)
        .filter(|name| name.len() > 3)
        .collect();
    assert!(names.len() > 30);
    for case in cases() {
        let text = case.planned.map("en").unwrap().text(80, false);
        let text = text.to_lowercase();
        for name in &names {
            assert!(!text.contains(name.as_str()), "{}: {name}", case.name);
        }
    }
}

#[test]
fn the_map_as_it_was_read_aloud() {
    let shown = |json: &str| {
        let planned =
            CareInput::read(json.as_bytes())
                .unwrap()
                .plan(None, date(2026, 11, 22), None);
        let page = planned.map("en").unwrap();
        page.text(80, false)
            .replace(her2::knowledge_version(), "VERSION")
    };
    insta::assert_snapshot!(
        "map-second-line",
        shown(
            r#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"second","brain-metastases":"active"}"#
        )
    );
    insta::assert_snapshot!("map-nothing-known", shown("{}"));
}
