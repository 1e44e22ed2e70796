//! T5: what `Debug` shows of a record and of what follows from it holds none of the record's words and values.

use jiff::civil::date;

const REPORT: &str = "SURGICAL PATHOLOGY REPORT (invented)
Patient: Zyxwilda Quonkmarker
Left breast, quonk upper quadrant, core biopsy: invasive ductal carcinoma, Nottingham grade 3, 47 mm.
ER: positive (83%). PR: negative.
HER2 IHC: equivocal (2+), 37% of cells.
HER2 FISH: not amplified. HER2/CEP17 ratio 1.37; average HER2 signals per cell 3.71; 53 cells.
pT2 pN1a. Ki-67 61%. Fixation 29 hours.
";

#[test]
fn t5_debug_shows_places_and_no_words_or_values() {
    let reading = her2::read("quiet.txt", REPORT.as_bytes());
    let case = reading.decide(date(2026, 11, 22), None);
    let record = reading.record();
    assert!(record.her2_results().count() >= 2, "the report is read");
    let shown = format!(
        "{reading:?} {case:?} {record:?} {:?} {:?} {:?} {:?} {:?}",
        record.specimens,
        record.tumor,
        record.preanalytics,
        record.remarks,
        case.finding()
    );
    let patient = case.patient("en").expect("there are words of English");
    assert!(
        patient.text(80, false).contains("1.37"),
        "the values are there to be shown"
    );
    for word in [
        "Zyxwilda",
        "Quonk",
        "quonk",
        "1.37",
        "3.71",
        "N1a",
        "invasive ductal",
    ] {
        assert!(!shown.contains(word), "Debug shows {word:?}:\n{shown}");
    }
}
