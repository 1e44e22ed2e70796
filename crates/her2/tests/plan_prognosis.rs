//! Prognostic scores and a loaded stage beside a plan: told when asked for, and without effect on it.
#![allow(clippy::unwrap_used)]

use her2::{CareInput, PlanWith, Planned, stage_table};
use jiff::civil::date;
use serde_json::Value;

const CASE: &str = r#"{"setting":"early","timing":"after-surgery","sex":"female","menopause":"post",
    "her2-category":"HER2_POSITIVE","grade":"2","detection":"symptoms","age":"50","tumour-size":"20",
    "positive-nodes":"2","er-positive":true,"pr-positive":false,"ki67":"10","smoker":true,"heart-dose":"4",
    "t-category":"T1c","n-category":"N1","m-category":"M0","hr-status":"positive"}"#;
const ROWS: &str = "t,n,m,grade,her2,er,pr,stage\n-,-,-,\"1,2\",-,-,-,IB\n-,-,-,3,-,-,-,IIA\n";

fn planned() -> Planned<'static> {
    let input = CareInput::read(CASE.as_bytes()).unwrap();
    input.plan(None, date(2026, 11, 22), None)
}

fn json(with: PlanWith<'_>) -> Value {
    let document = planned().document(with, "en").unwrap();
    serde_json::from_str(&document.json()).unwrap()
}

#[test]
fn scores_are_told_only_when_asked_for_and_change_nothing_else() {
    let plain = json(PlanWith::default());
    assert!(plain.get("prognosis").is_none());
    let asked = PlanWith {
        prognosis: true,
        ..PlanWith::default()
    };
    let mut with = json(asked);
    let newest = &with["prognosis"]["scores"][0];
    assert_eq!(newest["id"], "predict-v3-2");
    assert_eq!(newest["result"]["stacks"][1][0]["alive"][9], 78.3973);
    with.as_object_mut().unwrap().remove("prognosis");
    assert_eq!(with, plain);

    let document = planned().document(asked, "en").unwrap();
    let said = "Research use only, not for treatment decisions.";
    let text = document.text(200, false);
    for shown in [&text, &document.html()] {
        assert!(shown.contains(said) && shown.contains("78.4"), "{shown}");
    }
    let without = planned().document(PlanWith::default(), "en").unwrap();
    assert!(!without.text(200, false).contains("PREDICT"));
}

#[test]
fn a_loaded_stage_is_named_by_its_table_and_changes_no_option() {
    let table = stage_table("mine.csv", ROWS.as_bytes()).unwrap();
    let with = PlanWith {
        stage_table: Some(&table),
        ..PlanWith::default()
    };
    let (plain, loaded) = (json(PlanWith::default()), json(with));
    let stage = &loaded["stage"]["licensed"];
    assert_eq!(stage["groups"][0], "IB");
    assert_eq!(stage["table"], "mine.csv");
    assert_eq!(stage["sha256"], table.hash());
    assert_eq!(stage["lines"][0], 2);
    assert_eq!(stage["asks"].as_array().unwrap().len(), 0);
    for group in ["met", "open", "closed", "cautions", "asks"] {
        assert_eq!(plain[group], loaded[group], "{group}");
    }
    let document = planned().document(with, "en").unwrap();
    let said = format!("mine.csv, line 2 (SHA-256 {})", table.hash());
    let text = document.text(200, false);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(&said), "{text}");
}
