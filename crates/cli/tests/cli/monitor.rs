//! `her2 monitor`: the plan, the calendar, and what it refuses.

use crate::program::{her2, her2_with, reports};
use serde_json::Value;

/// A medicine against HER2 whose label has a rule for the heart, by the name the program itself gives.
fn medicine() -> String {
    let listed = her2(&["drugs", "--format", "json"]).out;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let names = listed["medicines"].as_array().unwrap().iter();
    let mut names = names.filter_map(|one| one["id"].as_str().or(one["name"].as_str()));
    let rules = |name: &&str| {
        let plan = her2(&["monitor", "--drugs", name, "--format", "json"]).out;
        let plan: Value = serde_json::from_str(&plan).unwrap_or_default();
        plan["medicines"][0]["rules"][0]["kind"] == "table"
    };
    names.find(rules).unwrap().to_owned()
}

#[test]
fn a_plan_needs_no_file_and_a_calendar_is_written_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tests.ics");
    let (name, calendar) = (medicine(), file.to_str().unwrap());
    let plan = her2(&[
        "monitor",
        "--drugs",
        &name,
        "--setting",
        "metastatic",
        "--start",
        "2026-01-31",
        "--as-of",
        "2026-02-01",
        "--ics",
        calendar,
    ]);
    assert_eq!((plan.status, plan.err.as_str()), (0, ""));
    assert!(plan.out.contains("the label") || plan.out.contains("The label"));
    assert!(!plan.out.to_lowercase().contains("you must"));
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(written.contains("RRULE:"));
}

#[test]
fn lost_follow_up_leads_the_plan_and_the_page_of_the_patient() {
    let listed = her2(&["drugs", "--format", "json"]).out;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let names = listed["medicines"].as_array().unwrap().iter();
    let names = names.filter_map(|one| one["id"].as_str().or(one["name"].as_str()));
    let given = |name: &str, more: &[&str]| {
        let fixed = [
            "monitor",
            "--drugs",
            name,
            "--setting",
            "early",
            "--start",
            "2026-01-10",
            "--lvef",
            "2026-01-02=60",
            "--as-of",
            "2026-11-22",
        ];
        her2(&[&fixed, more].concat()).out
    };
    let missed = |name: &&str| {
        let plan: Value = serde_json::from_str(&given(name, &["--format", "json"])).unwrap();
        plan["overdue"][0]["mark"] == "checked" && plan["lvef"]["on_file"] == "2026-01-02"
    };
    let name = names.into_iter().find(missed).unwrap();
    let words = |shown: String| shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in ["text", "html"] {
        let plan = words(given(name, &["--format", format]));
        let said = plan.find("No LVEF is on file since 2026-01-02.").unwrap();
        let next = plan.find("Nothing is said about today").unwrap();
        assert!(said < next, "{plan}");
        let patient = words(given(name, &["--format", format, "--for", "patient"]));
        let said = patient
            .find("this page knows of was on 2026-01-02")
            .unwrap();
        let next = patient.find("These tests help your team").unwrap();
        assert!(said < next, "{patient}");
    }
}

#[test]
fn a_report_says_nothing_of_medicines_so_they_are_asked_for() {
    let report = reports().join("narrative-2plus-fish.txt");
    let report = report.to_str().unwrap();
    let run = her2(&["monitor", report]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("--drugs"), "{}", run.err);
    assert_eq!(her2(&["monitor", report, "--drugs", &medicine()]).status, 0);
}

#[test]
fn a_case_comes_from_stdin_and_flags_count_before_it() {
    let case = format!(
        r#"{{"drugs":["{}"],"start":"2026-01-10","as_of":"2026-04-02"}}"#,
        medicine()
    );
    let plan = |args: &[&str]| -> Value {
        let run = her2_with(
            &[&["monitor", "-", "--format", "json"], args].concat(),
            case.as_bytes(),
        );
        assert_eq!(run.status, 0, "{}", run.err);
        serde_json::from_str(&run.out).unwrap()
    };
    let today = |plan: &Value| plan["as_of"].as_str().unwrap().to_owned();
    assert_eq!(today(&plan(&[])), "2026-04-02");
    assert_eq!(today(&plan(&["--as-of", "2026-05-01"])), "2026-05-01");
    assert_eq!(plan(&["--start", "2026-02-01"])["start"], "2026-02-01");
    let measured = plan(&["--lvef", "2026-01-02=62", "--lvef", "2026-04-01=46.5%"]);
    assert_eq!(measured["lvef"]["drop"], "15.5");
}

#[test]
fn what_cannot_be_is_refused_with_what_to_do() {
    let name = medicine();
    for (args, says) in [
        (vec!["monitor"], "FILE"),
        (vec!["monitor", "--drugs", "zzzz-secret"], "not known"),
        (
            vec!["monitor", "--drugs", &name, "--lvef", "secret"],
            "DATE=PERCENT",
        ),
        (
            vec!["monitor", "--drugs", &name, "--lvef", "2026-01-01=140"],
            "100",
        ),
        (vec!["monitor", "--drugs", &name, "--lln", "high"], "none"),
        (
            vec!["monitor", "--drugs", &name, "--setting", "late"],
            "metastatic",
        ),
        (
            vec![
                "monitor",
                "--drugs",
                &name,
                "--start",
                "2026-02-01",
                "--end",
                "2026-01-01",
            ],
            "last dose",
        ),
    ] {
        let run = her2(&args);
        assert_eq!(run.status, 2, "{args:?}");
        assert!(run.err.contains(says), "{args:?}: {}", run.err);
        assert!(run.out.is_empty());
    }
}

#[test]
fn the_patient_sees_no_mark_and_no_rule() {
    let run = her2(&[
        "monitor",
        "--for",
        "patient",
        "--drugs",
        &medicine(),
        "--start",
        "2026-01-10",
    ]);
    assert_eq!(run.status, 0);
    for word in ["to verify", "less sure", "monitoring/"] {
        assert!(!run.out.contains(word), "{word}");
    }
}
