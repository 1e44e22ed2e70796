//! P3: the same patient through every reader is the same case, and the same page.
//!
//! A report is written by hand; the project writes it in every other format, and each is read back.

#[path = "six_formats/facts.rs"]
mod facts;
#[path = "six_formats/paper.rs"]
mod paper;

use facts::{differences, facts};
use her2::{Reading, Target};
use jiff::civil::{Date, date};
use serde_json::Value;

const DAY: Date = date(2026, 11, 22);

/// Patients that every format can tell of: no more than a registry has items for.
const PATIENTS: [(&str, &str); 6] = [
    (
        "positive by protein",
        "SPECIMEN: Left breast\n\
         Histologic type: invasive ductal carcinoma\n\
         Histologic grade (Nottingham): grade 3\n\
         Tumor size: 24 mm\n\
         Regional lymph nodes: 1 of 3 lymph nodes positive for carcinoma\n\
         Pathologic stage: pT2 pN1a\n\
         Estrogen receptor (ER): negative\n\
         Progesterone receptor (PR): negative\n\
         HER2 by immunohistochemistry: score 3+\n\
         Ki-67: 45.0%\n",
    ),
    (
        "equivocal by protein, amplified",
        "SPECIMEN: Right breast\n\
         Histologic type: invasive ductal carcinoma\n\
         Histologic grade (Nottingham): grade 2\n\
         Tumor size: 18 mm\n\
         Estrogen receptor (ER): positive, 90%\n\
         Progesterone receptor (PR): positive, 60%\n\
         HER2 by immunohistochemistry: score 2+\n\
         HER2 by dual-probe in situ hybridization (ISH): amplified\n\
         \x20 HER2/CEP17 ratio: 2.8\n\
         \x20 Average number of HER2 signals per cell: 7.3\n",
    ),
    (
        "equivocal by protein, not amplified",
        "SPECIMEN: Left breast\n\
         Histologic type: invasive lobular carcinoma\n\
         Histologic grade (Nottingham): grade 2\n\
         Tumor size: 31 mm\n\
         Regional lymph nodes: 0 of 2 lymph nodes positive for carcinoma\n\
         Pathologic stage: pT2 pN0\n\
         Estrogen receptor (ER): positive, 100%\n\
         Progesterone receptor (PR): negative\n\
         HER2 by immunohistochemistry: score 2+\n\
         HER2 by dual-probe in situ hybridization (ISH): not amplified\n\
         \x20 HER2/CEP17 ratio: 1.4\n\
         \x20 Average number of HER2 signals per cell: 3.1\n",
    ),
    (
        "nothing but a score of 0",
        "SPECIMEN: Left breast\n\
         Diagnosis: invasive ductal carcinoma\n\
         HER2 by immunohistochemistry: score 0\n",
    ),
    (
        "low",
        "SPECIMEN: Right breast\n\
         Histologic type: invasive ductal carcinoma\n\
         Histologic grade (Nottingham): grade 1\n\
         Tumor size: 9 mm\n\
         Pathologic stage: pT1b pN0\n\
         Estrogen receptor (ER): positive, 95%\n\
         HER2 by immunohistochemistry: score 1+\n",
    ),
    (
        "numbers just below the cuts",
        "SPECIMEN: Right breast\n\
         Histologic type: invasive mucinous carcinoma\n\
         Estrogen receptor (ER): positive, 80%\n\
         Progesterone receptor (PR): positive, 15%\n\
         HER2 by immunohistochemistry: score 2+\n\
         HER2 by dual-probe in situ hybridization (ISH): not amplified\n\
         \x20 HER2/CEP17 ratio: 1.9\n\
         \x20 Average number of HER2 signals per cell: 3.9\n",
    ),
];

/// Patients with what a registry has no item for.
const RICHER: [(&str, &str); 4] = [
    (
        "counted cells, words and dates",
        "Date of report: 2024-05-13\n\
         SPECIMEN: Left breast, core biopsy\n\
         Collected: 2024-05-02\n\
         Histologic type: invasive ductal carcinoma\n\
         Histologic grade (Nottingham): grade 3\n\
         Tumor size: 13.5 mm\n\
         Clinical stage: cT1c cN0\n\
         Estrogen receptor (ER): positive, 80%\n\
         Progesterone receptor (PR): negative, <1%\n\
         HER2 by immunohistochemistry: equivocal (score 2+), 30% of invasive tumor cells stained\n\
         HER2 by dual-probe in situ hybridization (ISH): not amplified\n\
         \x20 HER2/CEP17 ratio: 1.40\n\
         \x20 Average number of HER2 signals per cell: 3.10\n\
         \x20 Average number of CEP17 signals per cell: 2.21\n\
         \x20 Number of cells counted: 50\n\
         \x20 Number of observers: 2\n\
         Ki-67: 35%\n",
    ),
    (
        "one probe",
        "Date of report: 2025-01-20\n\
         SPECIMEN: Right breast, mastectomy\n\
         Histologic type: invasive lobular carcinoma\n\
         Histologic grade (Nottingham): grade 2\n\
         Tumor size: 42 mm\n\
         Regional lymph nodes: 5 of 14 lymph nodes positive for carcinoma\n\
         Pathologic stage: pT2 pN2a\n\
         Estrogen receptor (ER): low positive, 5%\n\
         Progesterone receptor (PR): negative, 0%\n\
         HER2 by immunohistochemistry: score 2+\n\
         HER2 by single-probe in situ hybridization (ISH): amplified\n\
         \x20 Average number of HER2 signals per cell: 8.4\n",
    ),
    (
        "a test that is still to come",
        "Date of report: 2026-09-01\n\
         SPECIMEN: Left breast, core biopsy\n\
         Histologic type: invasive lobular carcinoma\n\
         Estrogen receptor (ER): positive, 100%\n\
         Progesterone receptor (PR): positive, 70%\n\
         HER2 by immunohistochemistry: pending\n",
    ),
    (
        "strong staining with its percentage",
        "Date of report: 2026-04-17\n\
         SPECIMEN: Right breast, core biopsy\n\
         Histologic type: invasive ductal carcinoma\n\
         Histologic grade (Nottingham): grade 3\n\
         Estrogen receptor (ER): negative, 0%\n\
         Progesterone receptor (PR): negative, 0%\n\
         HER2 by immunohistochemistry: positive (score 3+), 95% of invasive tumor cells stained\n\
         Ki-67: 45%\n",
    ),
];

/// How a patient comes through a format: its name and the bytes.
fn doors(reading: &Reading<'_>, text: &str, registry: bool) -> Vec<(&'static str, Vec<u8>)> {
    let decided = reading.decide(DAY, None);
    let written = |target: Target| {
        let mut out = target.head().into_bytes();
        out.extend_from_slice(decided.convert(target, false).out.as_bytes());
        out.extend_from_slice(target.tail().as_bytes());
        out
    };
    let report = written(Target::Text);
    let pdf = paper::pdf(&String::from_utf8(report.clone()).expect("a report is text"));
    let mut doors = vec![
        ("as it was written", text.as_bytes().to_vec()),
        ("text", report),
        ("PDF", pdf),
        ("FHIR", written(Target::Fhir)),
        ("HL7 v2", written(Target::Hl7v2)),
        ("table", written(Target::Csv)),
    ];
    if registry {
        doors.push(("registry", written(Target::Naaccr)));
    }
    doors
}

/// Reads what is said of one patient: there must be one.
fn only(name: &str, bytes: &[u8]) -> Reading<'static> {
    let mut all = Vec::new();
    her2::read_each(name, bytes, &mut |reading| all.push(reading.into_owned()));
    assert_eq!(all.len(), 1, "{name}: patients");
    all.remove(0)
}

fn pages(reading: &Reading<'static>) -> [String; 2] {
    let decided = reading.decide(DAY, None);
    let text = |document: Option<her2::Document>| {
        let document = document.expect("there are words of English");
        document.text(80, false)
    };
    [text(decided.patient("en")), text(decided.clinician("en"))]
}

/// A registry has an item for HER2 as a whole, which says again what the tests beside it say.
fn without_summary(case: &mut Value) {
    let specimens = case[0]["specimens"].as_array_mut();
    for specimen in specimens.into_iter().flatten() {
        if let Some(results) = specimen["her2"].as_array_mut() {
            results.retain(|result| result["assay"] != "unspecified");
        }
    }
}

/// The first line in which two pages differ.
fn other_lines(page: &str, expected: &str) -> impl Iterator<Item = String> {
    let mut pairs = page.lines().zip(expected.lines());
    let other = pairs.find(|(line, expected)| line != expected);
    let told = other.map(|(line, expected)| format!("{line:?}, not {expected:?}"));
    let length = (page != expected).then(|| "the pages differ".to_owned());
    told.or(length).into_iter()
}

fn the_same_through(patients: &[(&str, &str)], registry: bool) {
    let mut wrong: Vec<String> = Vec::new();
    for (patient, lines) in patients {
        let text = format!("BREAST PATHOLOGY: SYNOPTIC REPORT\n\n{lines}");
        let reading = her2::read("written.txt", text.as_bytes());
        let mut first: Option<(Value, [String; 2])> = None;
        for (door, bytes) in doors(&reading, &text, registry) {
            let bare = only(door, &bytes).without_places();
            let mut case = facts(&bare);
            if door == "registry" {
                without_summary(&mut case);
            }
            let pages = pages(&bare);
            let Some((expected, expected_pages)) = &first else {
                first = Some((case, pages));
                continue;
            };
            for difference in differences(&case, expected) {
                wrong.push(format!("{patient} through {door}: {difference}"));
            }
            for (page, expected) in pages.iter().zip(expected_pages) {
                wrong.extend(
                    other_lines(page, expected)
                        .map(|line| format!("{patient} through {door}: {line}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn p3_the_same_patient_through_every_reader_is_the_same_case_and_the_same_page() {
    the_same_through(&PATIENTS, true);
}

#[test]
fn p3_what_a_registry_has_no_item_for_is_the_same_through_every_other_reader() {
    the_same_through(&RICHER, false);
}
