//! The first sentence of a page: never flat where the record speaks against it.

use crate::samples::samples;
use crate::{Case, Page, Source, clinician_page, patient_page};
use her2_pathway::testing::of_record;
use jiff::civil::date;

/// The first sentences of the page for the patient and of the summary for the clinician.
fn leads(name: &str) -> (String, String) {
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
    let first = |page: Page| page.lead[0].words().to_owned();
    (
        first(patient_page(&case, "en").unwrap()),
        first(clinician_page(&case, "en").unwrap()),
    )
}

#[test]
fn no_page_is_flat_where_the_record_speaks_against_it() {
    for (name, says) in [
        ("contradicts", "do not agree"),
        ("contradicts-ratio", "do not agree"),
        ("discordant", "do not agree"),
        ("conflict", "not the same"),
        ("differs-step", "does not show every step"),
        ("differs-numbers", "do not fit together"),
        ("differs-number-missing", "does not give all the numbers"),
        ("differs-invasive", "found none"),
        ("older-edition", "by the rules of 2018"),
    ] {
        let (patient, _) = leads(name);
        assert!(patient.contains(says), "{name}: {patient}");
        assert!(!patient.contains("Your report shows"), "{name}: {patient}");
    }
}

#[test]
fn a_clinician_reads_that_a_result_is_disputed_before_the_result() {
    for (name, says) in [
        ("contradicts", "contradicts itself"),
        ("conflict", "differ"),
    ] {
        let (_, clinician) = leads(name);
        assert!(clinician.contains(says), "{name}: {clinician}");
    }
}
