//! `her2 plan`.

use crate::program::{Run, her2, her2_with, report, reports};
use serde_json::Value;

const DAY: [&str; 2] = ["--as-of", "2026-11-22"];
const FIRST_LINE: &[u8] =
    br#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"first"}"#;

fn plan(args: &[&str], stdin: &[u8]) -> Run {
    let mut all = vec!["plan"];
    all.extend(DAY);
    all.extend(args);
    her2_with(&all, stdin)
}

fn json(args: &[&str], stdin: &[u8]) -> Value {
    let mut all = vec!["--format", "json"];
    all.extend(args);
    let done = plan(&all, stdin);
    serde_json::from_str(&done.out).unwrap_or_else(|_| panic!("{} {}", done.out, done.err))
}

fn met(plan: &Value) -> Vec<&str> {
    let options = plan["met"].as_array().unwrap().iter();
    options
        .map(|option| option["regimen"].as_str().unwrap())
        .collect()
}

#[test]
fn a_packet_is_asked_for_by_flag_and_an_unknown_medicine_is_refused() {
    let every = plan(&["--packet", "-"], FIRST_LINE);
    assert_eq!(every.status, 0, "{}", every.err);
    assert!(every.out.contains("WHAT TO ATTACH"));
    let one = plan(&["--packet=T-DM1", "-"], FIRST_LINE);
    assert!(one.out.contains("Laid out below: one option."));
    let none = plan(&["--packet=nothing of this name", "-"], FIRST_LINE);
    assert_eq!(none.status, 2);
    assert!(none.err.contains("there is no medicine of this name here"));
    let awaited = plan(&["--packet=T-DM1", "-"], b"{}");
    assert!(awaited.out.contains("No packet can be laid out"));
}

#[test]
fn a_case_on_stdin_and_the_same_answers_as_flags_give_one_plan() {
    let case = json(&["-"], FIRST_LINE);
    let answers = [
        "--answer",
        "her2-category=HER2_POSITIVE",
        "--answer",
        "setting=metastatic",
        "--answer",
        "line=first",
        "-",
    ];
    assert_eq!(case, json(&answers, b"{}"));
    assert!(met(&case).contains(&"thp"), "{:?}", met(&case));
}

#[test]
fn a_report_without_a_positive_result_shows_no_option_against_her2() {
    let path = reports().join("group-2-open.txt");
    let open = json(&[path.to_str().unwrap()], b"");
    assert_eq!(open["waiting_for_her2"], true);
    for group in ["met", "open", "closed"] {
        for option in open[group].as_array().unwrap() {
            assert_eq!(option["her2_directed"], false, "{}", option["regimen"]);
        }
    }
}

#[test]
fn piped_input_is_never_asked_and_asking_reads_line_by_line() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), FIRST_LINE).unwrap();
    let path = file.path().to_str().unwrap();
    let silent = plan(&[path], b"1\n1\n1\n");
    assert_eq!((silent.status, silent.err.as_str()), (0, ""));
    let asked = plan(&["--ask", "always", path], b"?\nnonsense\n\nq\n");
    assert_eq!(asked.status, 0, "{}", asked.err);
    assert!(asked.err.contains("Questions open:"), "{}", asked.err);
    assert!(asked.err.contains("Please type"), "{}", asked.err);
    assert_eq!(asked.out, silent.out, "nothing was answered");
    let never = plan(&["--ask", "never", path], b"1\n");
    assert_eq!(never.err, "");
}

#[test]
fn an_answer_that_was_asked_for_counts_as_one_that_was_given() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), br#"{"setting":"metastatic","line":"first"}"#).unwrap();
    let path = file.path().to_str().unwrap();
    let asked = plan(
        &["--ask", "always", "--format", "json", path],
        b"HER2-positive\nq\n",
    );
    let value: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(
        value["her2"]["categories"][0], "HER2_POSITIVE",
        "{}",
        asked.err
    );
    assert_eq!(met(&value), met(&json(&["-"], FIRST_LINE)));
}

#[test]
fn what_cannot_be_read_is_told_without_its_value() {
    let wrong = plan(&["-"], br#"{"seting":"metastatic"}"#);
    assert_eq!(wrong.status, 1);
    assert!(wrong.err.contains("is `setting` meant?"), "{}", wrong.err);
    let secret = plan(&["-"], br#"{"setting":"Mrs Secret"}"#);
    assert!(!secret.err.contains("Secret"), "{}", secret.err);
    for answer in ["setting", "seting=early", "setting=often"] {
        assert_eq!(
            plan(&["--answer", answer, "-"], b"{}").status,
            2,
            "{answer}"
        );
    }
    assert_eq!(plan(&["--weight", "7", "-"], b"{}").status, 2);
    assert_eq!(plan(&["--case", "nowhere.json", "-"], b"{}").status, 2);
}

#[test]
fn the_template_is_a_case_of_which_nothing_is_known() {
    let template = her2(&["plan", "--template"]).out;
    let empty = json(&["-"], template.as_bytes());
    assert_eq!(empty["situation"].as_array().unwrap().len(), 0);
    assert_eq!(empty["waiting_for_her2"], true);
}

#[test]
fn a_page_is_written_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("plan.html");
    let record = folder.path().join("record.txt");
    std::fs::write(&record, report("narrative-2plus-fish.txt")).unwrap();
    let (page, record) = (page.to_str().unwrap(), record.to_str().unwrap());
    let done = plan(&["--html", page, record], b"");
    assert_eq!((done.status, done.out.as_str()), (0, ""), "{}", done.err);
    let html = std::fs::read_to_string(page).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && !html.contains("<script"));
    assert!(html.contains("It informs and is no advice"));
}

#[test]
fn the_day_decides_which_label_counts() {
    let on = |day: &str| {
        let args = ["plan", "--as-of", day, "--format", "json", "-"];
        let case = br#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"first","companion-test":"yes","pregnant":"no","lung-inflammation":"none"}"#;
        let done = her2_with(&args, case);
        serde_json::from_str::<Value>(&done.out).unwrap()
    };
    let (before, after) = (on("2025-12-01"), on("2026-01-01"));
    assert!(
        !met(&before).contains(&"tdxd-pertuzumab"),
        "{:?}",
        met(&before)
    );
    assert!(
        met(&after).contains(&"tdxd-pertuzumab"),
        "{:?}",
        met(&after)
    );
}
