//! P5 and T5 for cases of care: any bytes are read or refused, what is read gives a plan, and no value shows where it should not.

use her2::CareInput;
use jiff::civil::date;
use proptest::prelude::*;

/// Everything that can be made of a case.
fn everything(json: &[u8]) -> bool {
    let Ok(input) = CareInput::read(json) else {
        return false;
    };
    let planned = input.plan(None, date(2026, 11, 22), None);
    let plan = planned.plan();
    let rows = plan
        .options()
        .map(|item| item.rows().count() + item.checks().count());
    assert!(rows.sum::<usize>() > 0);
    assert!(plan.asks().len() < 200);
    true
}

const WHOLE: &str = r#"{"id":"x","as_of":"2026-11-22","setting":"metastatic","line":["second","third"],"t-category":"T2","weight":"70.5","pregnant":false,"her2":{"ihc":{"score":"2+"},"ish":{"assay":"dual","ratio":"2.4","her2":"5.1","cells":20}},"prior":[{"medicines":["taxane","her2-antibody"],"setting":"early","timing":"before-surgery","start":"2024-01-05","end":"2025-01-10","outcome":"completed"}],"prior-complete":true,"lvef":[{"date":"2026-01-02","percent":"62","method":"echo"}],"recurrence":"2026-05-01","started":{"her2-antibody":"2026-01-10"}}"#;

/// Pieces that a reader may stumble over.
const PIECES: [&str; 16] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e9",
    "9999999999999",
    "-009999-01-01",
    "9999-12-31",
    "\\u0000",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p5_any_bytes_are_a_case_of_care_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        everything(&bytes);
    }

    #[test]
    fn p5_changed_cases_of_care_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), 0..PIECES.len(), 0usize..12), 1..5)) {
        let mut text = WHOLE.to_owned();
        for (at, piece, cut) in changes {
            let at = at.index(text.len());
            let end = (at + cut).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, PIECES[piece]);
            }
        }
        everything(text.as_bytes());
    }
}

#[test]
fn p5_the_whole_case_is_read_and_so_are_days_at_the_ends_of_time() {
    assert!(everything(WHOLE.as_bytes()));
    for (from, to) in [
        ("2025-01-10", "-009999-01-01"),
        ("2025-01-10", "9999-12-31"),
        ("2026-05-01", "-009999-01-01"),
        ("2026-05-01", "9999-12-31"),
        ("2026-01-02", "9999-12-31"),
    ] {
        everything(WHOLE.replace(from, to).as_bytes());
    }
    assert!(!everything(WHOLE.repeat(2).as_bytes()));
    assert!(!everything("[".repeat(100_000).as_bytes()));
}

#[test]
fn t5_debug_of_a_case_of_care_and_its_plan_shows_no_value() {
    let json = WHOLE
        .replace("70.5", "70.37")
        .replace("\"62\"", "\"61.73\"");
    let input = CareInput::read(json.as_bytes()).expect("a case");
    let planned = input.clone().plan(None, date(2026, 11, 22), None);
    let plan = planned.plan();
    let known = plan.situation();
    let weight = known.known(her2_case::Question::Weight);
    let case = input.case();
    let shown = format!(
        "{input:?} {planned:?} {plan:?} {known:?} {weight:?} {case:?} {:?} {:?} {:?} {:?}",
        case.prior,
        case.lvef,
        plan.her2(),
        plan.options().collect::<Vec<_>>(),
    );
    for word in [
        "70.37",
        "61.73",
        "2024-01-05",
        "2026-05-01",
        "POSITIVE",
        "T2",
    ] {
        assert!(!shown.contains(word), "Debug shows {word:?}:\n{shown}");
    }
}
