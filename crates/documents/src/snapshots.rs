//! A handful of documents, kept as they were read aloud and found right.

use crate::samples::samples;
use crate::{Case, Source, TextStyle, clinician_page, patient_page, text};
use her2_pathway::testing::of_record;
use jiff::civil::date;

fn written(name: &str, clinician: bool, style: TextStyle) -> String {
    let sample = samples()
        .into_iter()
        .find(|sample| sample.name == name)
        .unwrap();
    let as_of = date(2026, 11, 22);
    let finding = of_record(&sample.record, as_of, None);
    let case = Case {
        record: &sample.record,
        source: Source::from(sample.text),
        finding: &finding,
        as_of,
        over: None,
    };
    let write = if clinician {
        clinician_page
    } else {
        patient_page
    };
    text(&write(&case, "en").unwrap(), style).replace(her2_knowledge::version(), "VERSION")
}

#[test]
fn patient_pages() {
    for name in [
        "positive-ihc",
        "negative-two",
        "negative-zero",
        "equivocal",
        "pending-recount",
        "older-edition",
        "not-invasive",
    ] {
        insta::assert_snapshot!(
            format!("patient-{name}"),
            written(name, false, TextStyle::default())
        );
    }
}

#[test]
fn a_patient_page_in_ascii_on_a_narrow_screen() {
    let style = TextStyle {
        width: 40,
        ascii: true,
        ..TextStyle::default()
    };
    let page = written("negative-two", false, style);
    assert!(page.is_ascii(), "only ASCII");
    for line in page.lines() {
        let address = line.split_whitespace().count() == 1;
        assert!(line.chars().count() <= 40 || address, "too long: {line}");
    }
    insta::assert_snapshot!("patient-narrow", page);
}

#[test]
fn clinician_summaries() {
    for name in ["group-4", "pending-numbers", "older-edition", "conflict"] {
        insta::assert_snapshot!(
            format!("clinician-{name}"),
            written(name, true, TextStyle::default())
        );
    }
}
