//! The worked cases of `cases/monitoring`: each is planned, and gives what it expects.

#[path = "worked/pages.rs"]
mod worked;

use her2::MonitorInput;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use worked::{Worked, worked};

fn planned(case: &Worked) -> Value {
    assert_eq!(case.about, "", "{}: the day stands in the input", case.name);
    let input = MonitorInput::read(case.input.as_bytes())
        .unwrap_or_else(|why| panic!("{}: {why}", case.name));
    let day = input.as_of().expect("a case names its day");
    serde_json::from_str(&input.json(day)).expect("a plan is an object")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The rows of the findings of a medicine, of those that one row decided.
fn decided(medicine: &Value) -> impl Iterator<Item = &str> {
    let parts = ["rules", "start", "resume", "doses"];
    let findings = parts.into_iter().flat_map(|part| list(medicine, part));
    findings.filter_map(|finding| match list(finding, "rows") {
        [row] => row.as_str(),
        _ => None,
    })
}

/// What the plan says for a key of the expectation.
fn found(plan: &Value, key: &str, expected: &Value) -> Value {
    let medicines = list(plan, "medicines");
    let named = |name: &str| {
        let mut medicines = medicines.iter();
        medicines
            .find(|medicine| medicine["name"] == name)
            .unwrap_or_else(|| panic!("{name}"))
    };
    let each = |key: &str| -> Value {
        let names = expected.as_object().expect("medicines by name");
        names
            .keys()
            .map(|name| (name.clone(), named(name)[key].clone()))
            .collect::<Map<_, _>>()
            .into()
    };
    let days = |by_guideline: bool| -> Value {
        let wanted = expected.as_object().expect("tests by name");
        let of = |name: &String| {
            let items = list(plan, "items").iter().filter(|item| {
                let parts = [&item["medicine"], &item["test"], &item["phase"]];
                let parts = parts.map(|part| part.as_str().unwrap_or_default());
                (item["by"] == "guideline") == by_guideline && parts.join("/") == *name
            });
            let days = items.flat_map(|item| list(&item["series"], "days").to_vec());
            let mut days: Vec<_> = days.collect();
            days.sort_by_key(ToString::to_string);
            let days = (!days.is_empty()).then_some(days);
            (name.clone(), days.map_or(Value::Null, Value::from))
        };
        wanted.keys().map(of).collect::<Map<_, _>>().into()
    };
    match key {
        "together" | "resume" | "held_since" => plan[key].clone(),
        "drop" => plan["lvef"]["drop"].clone(),
        "each" => each("with_partners"),
        "own" => each("asks_for"),
        "rows" => {
            let all: BTreeSet<&str> = medicines.iter().flat_map(decided).collect();
            let rows = expected.as_array().expect("rows").iter();
            rows.filter(|row| all.contains(row.as_str().unwrap_or_default()))
                .cloned()
                .collect()
        }
        "asks" => {
            let asks = list(plan, "asks");
            let wanted = expected.as_array().expect("questions").iter();
            wanted
                .filter(|question| asks.contains(question))
                .cloned()
                .collect()
        }
        "asks-exactly" => plan["asks"].clone(),
        "start" => {
            let names = expected.as_object().expect("medicines by name").keys();
            let of = |name: &String| (name.clone(), named(name)["start"][0]["answers"].clone());
            names.map(of).collect::<Map<_, _>>().into()
        }
        "doses" => {
            let all = medicines
                .iter()
                .flat_map(|medicine| list(medicine, "doses"));
            let page = |finding: &Value| finding["page"].as_str().unwrap_or_default().to_owned();
            all.map(|one| (page(one), one["answers"].clone()))
                .collect::<Map<_, _>>()
                .into()
        }
        "unverified" => {
            let is = |medicine: &&Value| {
                list(medicine, "rules")
                    .iter()
                    .any(|rule| rule["kind"] == "unverified")
            };
            medicines
                .iter()
                .filter(is)
                .map(|medicine| medicine["name"].clone())
                .collect()
        }
        "contraception" => {
            let of = |medicine: &Value| {
                let windows = list(medicine, "contraception").to_vec();
                let name = medicine["name"].as_str().unwrap_or_default().to_owned();
                windows.into_iter().map(move |window| {
                    let who = window["who"].as_str().unwrap_or_default();
                    (format!("{name}/{who}"), window["until"].clone())
                })
            };
            medicines.iter().flat_map(of).collect::<Map<_, _>>().into()
        }
        "overdue" => {
            let all = list(plan, "overdue").iter().map(|one| {
                let parts = [&one["medicine"], &one["test"], &one["phase"]];
                let parts = parts.map(|part| part.as_str().unwrap_or_default());
                (parts.join("/"), one["days"].clone())
            });
            all.collect::<Map<_, _>>().into()
        }
        "overdue-marks" => {
            let all = list(plan, "overdue").iter();
            all.map(|one| one["mark"].clone()).collect()
        }
        "newest-on-file" => plan["lvef"]["on_file"].clone(),
        "after-the-day" => plan["lvef"]["after_the_day"].clone(),
        "next" => plan["next_lvef"]["date"].clone(),
        "depends" => each("depends_on"),
        "days" => days(false),
        "guideline-days" => days(true),
        "next-appointments" => {
            let today = plan["as_of"].as_str().unwrap_or_default();
            let wanted = expected.as_object().expect("tests by name").keys();
            let of = |name: &String| {
                let all = list(plan, "appointments").iter();
                let mine = all.filter(|one| {
                    let parts = [&one["test"], &one["phase"]].map(|part| part.as_str());
                    parts.map(Option::unwrap_or_default).join("/") == *name
                });
                let days = mine.flat_map(|one| list(&one["series"], "days"));
                let days = days.filter_map(Value::as_str).filter(|day| *day >= today);
                (name.clone(), Value::from(days.min()))
            };
            wanted.map(of).collect::<Map<_, _>>().into()
        }
        "appointments" => {
            let wanted = expected.as_object().expect("tests by name").keys();
            let of = |name: &String| {
                let all = list(plan, "appointments").iter();
                let mine = all.filter(|one| {
                    let parts = [&one["test"], &one["phase"]];
                    parts
                        .map(|part| part.as_str().unwrap_or_default())
                        .join("/")
                        == *name
                });
                let days = mine.flat_map(|one| list(&one["series"], "days").to_vec());
                let mut days: Vec<_> = days.collect();
                days.sort_by_key(ToString::to_string);
                (name.clone(), Value::from(days))
            };
            wanted.map(of).collect::<Map<_, _>>().into()
        }
        other => panic!("nobody knows what `{other}` expects"),
    }
}

#[test]
fn every_worked_case_gives_what_it_expects() {
    let cases = worked("monitoring");
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let plan = planned(case);
        for (key, expected) in &case.expected {
            let found = found(&plan, key, expected);
            if found != *expected {
                wrong.push(format!(
                    "{}\n  {key}: expected {expected}, found {found}",
                    case.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_about_the_heart_decides_some_case() {
    let cases = worked("monitoring");
    let plans: Vec<Value> = cases.iter().map(planned).collect();
    let medicines = plans.iter().flat_map(|plan| list(plan, "medicines"));
    let reached: BTreeSet<&str> = medicines.flat_map(decided).collect();
    let tables = her2_knowledge::tables_data().map(|(table, _)| table);
    let of_heart = tables.filter(|table| table.page().starts_with("monitoring/lvef-"));
    let rows = of_heart.flat_map(|table| table.rows());
    let missed: Vec<String> = rows
        .map(|row| format!("{}#{}", row.page(), row.anchor()))
        .filter(|row| !reached.contains(row.as_str()))
        .collect();
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn the_order_of_medicines_readings_and_holds_changes_no_answer() {
    for case in worked("monitoring") {
        let mut value: Value = serde_json::from_str(&case.input).expect("an object");
        for key in ["drugs", "lvef", "held"] {
            if let Some(list) = value.get_mut(key).and_then(Value::as_array_mut) {
                list.reverse();
            }
        }
        let turned = Worked {
            about: String::new(),
            input: value.to_string(),
            name: case.name.clone(),
            expected: Map::new(),
        };
        let (plan, other) = (planned(&case), planned(&turned));
        for key in ["together", "resume", "lvef", "asks", "held_since"] {
            assert_eq!(plan[key], other[key], "{}: {key}", case.name);
        }
    }
}

#[test]
fn what_is_not_known_never_takes_an_answer_away() {
    for case in worked("monitoring") {
        let plan = planned(&case);
        for key in [
            "lln",
            "symptomatic-heart-failure",
            "lvef-grade",
            "prior-anthracycline",
        ] {
            let mut value: Value = serde_json::from_str(&case.input).expect("an object");
            let object = value.as_object_mut().expect("an object");
            if object.remove(key).is_none() {
                continue;
            }
            let less = Worked {
                about: String::new(),
                input: value.to_string(),
                name: case.name.clone(),
                expected: Map::new(),
            };
            let other = planned(&less);
            for part in ["together", "resume"] {
                for answer in list(&plan, part) {
                    let kept = list(&other, part).contains(answer);
                    let by_symptoms = key == "symptomatic-heart-failure";
                    assert!(kept || by_symptoms, "{}: {part} without {key}", case.name);
                }
            }
        }
    }
}

#[test]
fn a_key_or_a_name_that_is_not_known_is_refused_without_its_value() {
    for (json, hint) in [
        (r#"{"drug":["x"]}"#, "drug"),
        (r#"{"drugs":["Herzeptin"]}"#, "herceptin"),
        (r#"{"drugs":[],"lln":"secret"}"#, "lower limit"),
        (r#"{"drugs":[],"held":[{"since":"2026-01-01"}]}"#, "held"),
        (
            r#"{"drugs":[],"start":"2026-02-01","end":"2026-01-01"}"#,
            "last dose",
        ),
        (r#"{"drugs":[],"start":"tomorrow"}"#, "start"),
    ] {
        let why = MonitorInput::read(json.as_bytes())
            .map(|_| ())
            .expect_err(json)
            .to_string();
        assert!(why.contains(hint), "{json}: {why}");
        assert!(
            !why.contains("secret") && !why.contains("Herzeptin"),
            "{why}"
        );
    }
}
