//! Records that are read together are of one person, as far as they say.
#![allow(clippy::unwrap_used)]

use her2::{Identity, Reading};

fn identity(sources: &[&str]) -> Identity {
    let mut readings = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        her2::read_each(&format!("source {at}"), source.as_bytes(), &mut |reading| {
            readings.push(reading.into_owned());
        });
    }
    assert_eq!(readings.len(), sources.len());
    Reading::together("all", readings).identity()
}

fn report(head: &str, score: &str) -> String {
    format!(
        "{head}\nSURGICAL PATHOLOGY REPORT\n\nFINAL DIAGNOSIS:\nLeft breast, core biopsy: invasive ductal carcinoma.\nHER2 by IHC: {score}\n"
    )
}

#[test]
fn reports_that_name_two_patients_are_not_of_one() {
    let of = |head: &str| report(head, "Negative (1+)");
    let jane = of("Patient Name: DOE, JANE A    MRN: 00123456    DOB: 04/02/1961");
    for (head, expected) in [
        (
            "Patient: Jane Doe\nDate of Birth: April 2, 1961",
            Identity::One,
        ),
        ("", Identity::One),
        ("Patient: [REDACTED]\nMRN: [REMOVED]", Identity::One),
        (
            "Name: Jane Miller  MRN: 777888  DOB: 1961-04-02",
            Identity::OtherNumbers,
        ),
        ("Patient: Mary Smith", Identity::Differs),
        ("Patient: Jane Doe  DOB: 9/9/1970", Identity::Differs),
    ] {
        assert_eq!(identity(&[&jane, &of(head)]), expected, "{head}");
    }
}

#[test]
fn a_report_and_coded_data_of_two_patients_are_not_of_one() {
    let report = report(
        "Patient: Jane Doe\nDOB: 04/02/1961\nMRN: 123456",
        "Positive (3+)",
    );
    let message = |number: &str, born: &str| {
        format!(
            "MSH|^~\\&|LAB|H|EHR|H|20260110||ORU^R01|1|P|2.5.1\rPID|1||{number}^^^H^MR||||{born}|F\rOBR|1||S26-1^LAB|11529-5^Surgical pathology study^LN|||20260105|||||||||||||||20260110||SP|F\rOBX|1|ST|85319-2^HER2^LN||3+||||||F\r"
        )
    };
    assert_eq!(
        identity(&[&report, &message("123456", "19610402")]),
        Identity::One
    );
    assert_eq!(
        identity(&[&report, &message("999999", "19610402")]),
        Identity::OtherNumbers
    );
    assert_eq!(
        identity(&[&report, &message("123456", "19700909")]),
        Identity::Differs
    );
}
