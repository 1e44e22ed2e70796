//! All records as those of one person, and files that hold several.

use crate::program::her2;
use std::fs;
use std::path::Path;

const EARLIER: &str = "Date of report: 2019-03-04\nLeft breast, core biopsy: Invasive ductal carcinoma.\nHER2 by immunohistochemistry: negative (score 1+).\n";
const LATER: &str = "Date of report: 2023-05-11\nLiver, biopsy: Metastatic carcinoma consistent with breast primary.\nHER2 by immunohistochemistry: Positive (Score 3+).\n";

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A message of one HER2 result of a patient with this number and this day of birth.
fn message(number: &str, born: &str, day: &str, score: &str) -> String {
    [
        "MSH|^~\\&|LAB|A|B|C|20240101||ORU^R01|1|P|2.5.1".to_owned(),
        format!("PID|1||{number}^^^A^MR||DOE^JANE||{born}|F"),
        format!("OBR|1||1|22637-3^Pathology report^LN|||{day}|||||||||||||||{day}||SP|F"),
        format!("OBX|1|ST|85319-2^HER2 IHC^LN|1|{score}||||||F"),
    ]
    .join("\r")
        + "\r"
}

#[test]
fn files_of_one_patient_are_one_document_with_a_timeline() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (
        write(folder.path(), "one.txt", EARLIER),
        write(folder.path(), "two.txt", LATER),
    );
    let as_of = ["--as-of", "2026-11-22"];
    for command in [
        vec!["explain"],
        vec!["explain", "--for", "clinician"],
        vec!["plan", "--ask", "never"],
    ] {
        let several = her2(&[&command[..], &as_of, &[&one, &two]].concat());
        assert!(several.out.contains("==> "), "{}", several.out);
        let apart = several.out.to_uppercase();
        assert!(!apart.contains("OVER TIME\n"), "{}", several.out);
        let together = her2(&[&command[..], &as_of, &["--one-patient", &one, &two]].concat());
        assert_eq!(together.status, 0, "{}", together.err);
        assert!(!together.out.contains("==> "), "{}", together.out);
        assert!(
            together.out.to_uppercase().contains("OVER TIME\n"),
            "{}",
            together.out
        );
        let swapped = her2(&[&command[..], &as_of, &["--one-patient", &two, &one]].concat());
        assert!(
            together.out == swapped.out,
            "the order of the files says nothing"
        );
    }
    let json = her2(&["read", "--format", "json", "--one-patient", &one, &two]);
    let read: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(read["records"], 2);
    assert_eq!(read["her2_status"], "positive");
    assert_eq!(read["specimens"][0]["date"], "2019-03-04");
    assert_eq!(read["specimens"][1]["id"], "s2");
    assert_eq!(read["problems"][0]["code"], "her2-differs-over-time");
    let folder = folder.path().to_str().unwrap();
    let page = format!("{folder}/page.html");
    let html = her2(&["explain", "--one-patient", folder, "--html", &page]);
    assert_eq!((html.status, html.out.as_str()), (0, ""), "{}", html.err);
    assert!(fs::read_to_string(&page).unwrap().contains("lane-mark"));
}

#[test]
fn records_of_different_persons_are_refused_without_naming_them() {
    let folder = tempfile::tempdir().unwrap();
    let jane = message("12345678", "19600101", "20190304", "1+");
    for other in [
        message("87654321", "19600101", "20230511", "3+"),
        message("12345678", "19610101", "20230511", "3+"),
    ] {
        let one = write(folder.path(), "one.hl7", &jane);
        let two = write(folder.path(), "two.hl7", &other);
        let refused = her2(&["read", "--one-patient", &one, &two]);
        assert_eq!(
            (refused.status, refused.out.as_str()),
            (2, ""),
            "{}",
            refused.err
        );
        assert!(refused.err.contains("--even-so"), "{}", refused.err);
        for secret in ["12345678", "87654321", "1960", "1961", "DOE"] {
            assert!(!refused.err.contains(secret), "{}", refused.err);
        }
        let even_so = her2(&["read", "--one-patient", "--even-so", &one, &two]);
        assert!(
            even_so.out.contains("1+") && even_so.out.contains("3+"),
            "{}",
            even_so.err
        );
    }
}

#[test]
fn a_file_with_several_patients_never_overwrites_its_own_page() {
    let folder = tempfile::tempdir().unwrap();
    let both = message("12345678", "19600101", "20190304", "1+")
        + &message("87654321", "19600101", "20230511", "3+");
    let batch = write(folder.path(), "batch.hl7", &both);
    let text = her2(&["explain", &batch]);
    assert!(
        text.out.contains("batch.hl7#1 <==") && text.out.contains("batch.hl7#2 <=="),
        "{}",
        text.out
    );
    let page = format!("{}/page.html", folder.path().display());
    let one = her2(&["explain", &batch, "--html", &page]);
    assert_eq!(one.status, 1);
    assert!(one.err.contains("several patients"), "{}", one.err);
    let first = fs::read_to_string(&page).unwrap();
    assert!(first.contains("1+") && !first.contains("Score 3+"));
    let pages = format!("{}/pages/", folder.path().display());
    let many = her2(&["explain", &batch, "--html", &pages]);
    assert_eq!(many.status, 0, "{}", many.err);
    assert_eq!(fs::read_dir(&pages).unwrap().count(), 2);
    let stdout = her2(&["explain", &batch, "--format", "html"]);
    assert_eq!(stdout.status, 1);
    assert_eq!(stdout.out.matches("<!DOCTYPE html>").count(), 1);
}
