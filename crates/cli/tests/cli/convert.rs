//! `her2 convert`.

use crate::program::{her2, her2_with, report, reports};
use std::fs;

const DAY: [&str; 2] = ["--as-of", "2026-11-22"];

fn convert(to: &str, more: &[&str]) -> crate::program::Run {
    her2(&[&["convert", "--to", to], &DAY[..], more].concat())
}

fn path(name: &str) -> String {
    reports().join(name).display().to_string()
}

#[test]
fn many_patients_are_a_bundle_a_line_and_a_table_with_one_header() {
    let folder = reports().display().to_string();
    let fhir = convert("fhir", &[&folder]);
    assert_eq!(fhir.status, 0, "{}", fhir.err);
    let bundles: Vec<serde_json::Value> = fhir
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(bundles.len(), 8);
    assert!(
        bundles
            .iter()
            .all(|bundle| bundle["resourceType"] == "Bundle")
    );
    let csv = convert("csv", &[&folder]);
    assert_eq!(csv.status, 0, "{}", csv.err);
    let headers = csv.out.lines().filter(|line| line.starts_with("patient,"));
    assert_eq!(headers.count(), 1);
    assert!(csv.out.lines().count() > 8);
}

#[test]
fn what_is_converted_to_cases_can_be_decided() {
    let cases = convert("json", &[&path("positive-3plus.txt")]);
    assert_eq!(cases.status, 0, "{}", cases.err);
    let found = her2_with(&["decide", "--as-of", "2026-11-22"], cases.out.as_bytes());
    assert_eq!(found.status, 0, "{}{}", found.out, found.err);
    assert!(
        found.out.contains("\"status\":\"POSITIVE\""),
        "{}",
        found.out
    );
}

#[test]
fn what_has_no_place_is_said_and_is_no_failure() {
    let run = convert("json", &[&path("positive-3plus.txt")]);
    assert_eq!(run.status, 0);
    let said = "note: not expressed in json: estrogen and progesterone receptor";
    assert!(run.err.contains(said), "{}", run.err);
    let patient = report("positive-3plus.txt");
    assert!(patient.contains("Hedwig") && !run.err.contains("Hedwig"));
}

#[test]
fn the_output_goes_to_a_file_and_reports_of_several_to_a_folder() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("bundle.json");
    let to = file.display().to_string();
    let run = convert("fhir", &["--out", &to, &path("pending.txt")]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
    assert!(fs::read_to_string(&file).unwrap().ends_with("}\n"));

    let folder = reports().display().to_string();
    let refused = convert("text", &[&folder]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.out.is_empty() && refused.err.contains("--out FOLDER"),
        "{}",
        refused.err
    );
    let to = place.path().display().to_string();
    let run = convert("text", &["--out", &to, &folder]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 9);
    let refused = convert("csv", &["--out", &to, &folder]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("is a folder"), "{}", refused.err);
}

#[test]
fn what_is_no_report_is_not_converted() {
    let run = her2_with(&["convert", "--to", "csv", "-"], b"");
    assert_eq!(run.status, 1);
    assert!(run.err.contains("error[empty]"), "{}", run.err);
    assert_eq!(run.out.lines().count(), 1, "only the header: {}", run.out);
    let wrong = her2_with(&["convert", "--to", "word", "-"], b"");
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("fhir"), "{}", wrong.err);
}
