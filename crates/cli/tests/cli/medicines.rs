//! `her2 drugs`.

use crate::program::{Run, her2};

const TODAY: [&str; 2] = ["--as-of", "2026-11-22"];

fn drugs(args: &[&str]) -> Run {
    let mut all = vec!["drugs"];
    all.extend(args);
    all.extend(TODAY);
    her2(&all)
}

#[test]
fn a_medicine_goes_by_its_billing_code_and_a_slip_is_told_the_nearest_name() {
    let one = drugs(&["J9358"]);
    assert_eq!(one.status, 0);
    assert!(one.out.contains("5.4 mg/kg every 3 weeks"));
    let slip = drugs(&["J9358x"]);
    assert_eq!((slip.status, slip.out.as_str()), (2, ""));
    assert!(slip.err.contains("her2 drugs"), "{}", slip.err);
}

#[test]
fn the_weight_changes_the_cost_and_only_a_likely_weight_is_taken() {
    assert!(drugs(&["J9355"]).out.contains("420 mg at 70 kg"));
    assert!(
        drugs(&["J9355", "--weight", "82"])
            .out
            .contains("492 mg at 82 kg")
    );
    for weight in ["7", "700", "70,5", "heavy"] {
        assert_eq!(drugs(&["--weight", weight]).status, 2, "{weight}");
    }
}

#[test]
fn json_and_csv_hold_the_same_medicines_and_html_loads_nothing() {
    let json: serde_json::Value = serde_json::from_str(&drugs(&["--format", "json"]).out).unwrap();
    let medicines = json["medicines"].as_array().unwrap();
    assert!(medicines.len() > 15);
    let csv = drugs(&["--format", "csv"]).out;
    assert_eq!(csv.lines().count(), medicines.len() + 1);
    for medicine in medicines {
        let id = medicine["id"].as_str().unwrap();
        assert!(
            csv.lines().any(|line| line.starts_with(&format!("{id},"))),
            "{id}"
        );
    }
    let html = drugs(&["--format", "html"]).out;
    assert!(html.starts_with("<!DOCTYPE html>") && !html.contains("<script"));
}

#[test]
fn before_a_label_there_is_nothing_and_that_is_said() {
    let before = her2(&["drugs", "--her2", "low", "--as-of", "2022-08-04"]);
    assert_eq!(before.status, 0);
    assert!(before.out.contains("No medicine fits"), "{}", before.out);
    let after = her2(&["drugs", "--her2", "low", "--as-of", "2022-08-05"]);
    assert!(after.out.contains("One medicine"), "{}", after.out);
}

#[test]
fn the_view_for_patients_holds_no_unread_statement() {
    let clinician = drugs(&[]).out;
    assert!(clinician.contains("(to verify)"));
    let patient = drugs(&["--for", "patient"]).out;
    assert!(!patient.contains("(to verify"), "{patient}");
}
