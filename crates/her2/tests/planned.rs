//! Plans from records and from what is given beside them.

use her2::{CareInput, Planned, Reading};
use her2_case::{Her2Category, Her2Status, Question, Setting};
use her2_pathway::therapy::Her2Given;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

fn given(json: &str) -> CareInput {
    CareInput::read(json.as_bytes()).expect("a case")
}

fn planned<'a>(reading: &'a Reading<'a>, json: &str) -> Planned<'a> {
    given(json).plan(Some(reading), TODAY, None)
}

fn names_medicine_against_her2(planned: &Planned<'_>) -> bool {
    let mut options = planned.plan().options();
    options.any(|item| item.regimen().is_her2_directed())
}

const POSITIVE: [&str; 4] = [
    "HER2 by IHC: positive (score 3+).",
    "HER2: positive.",
    "HER2 by FISH: amplified.",
    "HER2 IHC 2+ (equivocal). HER2 FISH: HER2/CEP17 ratio 2.4, HER2 copies per cell 5.1, 20 cells counted: amplified.",
];

fn report(her2: &str) -> String {
    format!(
        "SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma, grade 2. ER: positive (90%). PR: negative (0%). {her2}"
    )
}

#[test]
fn whatever_is_positive_has_the_positive_category_also_when_it_is_signed_without_numbers() {
    for her2 in POSITIVE {
        let text = report(her2);
        let reading = her2::read("report.txt", text.as_bytes());
        for edition in her2::editions() {
            let edition = her2::edition(edition);
            let planned = CareInput::default().plan(Some(&reading), TODAY, edition);
            let finding = planned.finding().expect("there is a record");
            if finding.status() != Some(Her2Status::Positive) {
                assert!(edition != her2::edition("asco-cap-2018"), "{her2}");
                continue;
            }
            let categories = planned.plan().her2().categories();
            assert_eq!(categories.single(), Some(Her2Category::Positive), "{her2}");
            assert!(names_medicine_against_her2(&planned), "{her2}");
        }
    }
}

#[test]
fn what_is_pending_or_negative_without_a_score_waits() {
    for her2 in [
        "HER2 IHC 2+ (equivocal); FISH is pending.",
        "HER2: negative.",
        "HER2 IHC 0 or 1+ (negative).",
        "",
    ] {
        let text = report(her2);
        let reading = her2::read("report.txt", text.as_bytes());
        let planned = planned(&reading, r#"{"setting":"metastatic","line":"first"}"#);
        assert!(planned.plan().waiting_for_her2(), "{her2}");
        assert!(!names_medicine_against_her2(&planned), "{her2}");
        assert_eq!(planned.plan().asks()[0].question, Question::Her2Category);
    }
}

#[test]
fn a_score_of_nothing_at_all_rules_them_out_and_a_stated_category_counts_before_the_record() {
    let text = report("HER2 IHC 0 (negative), no staining observed.");
    let reading = her2::read("report.txt", text.as_bytes());
    let null = planned(&reading, "{}");
    assert!(!names_medicine_against_her2(&null));
    if null.plan().her2().categories().single() == Some(Her2Category::Null) {
        assert!(!null.plan().waiting_for_her2());
    }
    let stated = planned(&reading, r#"{"her2-category":"HER2_POSITIVE"}"#);
    assert!(matches!(stated.plan().her2(), Her2Given::Stated(_)));
    assert!(names_medicine_against_her2(&stated));
    let evidence = planned(&reading, r#"{"her2":{"ihc":{"score":"3+"}}}"#);
    assert!(matches!(evidence.plan().her2(), Her2Given::Found { .. }));
    assert!(names_medicine_against_her2(&evidence));
}

#[test]
fn what_a_record_says_is_known_with_its_place() {
    let text = report(POSITIVE[0]);
    let reading = her2::read("report.txt", text.as_bytes());
    let planned = planned(&reading, r#"{"weight":"70"}"#);
    let known = planned.plan().situation();
    let of_record = known
        .known(Question::HrStatus)
        .expect("it is in the record");
    let place = of_record.origin.and_then(|origin| origin.as_span());
    assert!(place.is_some_and(|span| text[span.range()].contains("positive")));
    assert_eq!(
        planned.weight().map(|weight| weight.to_string()).as_deref(),
        Some("70")
    );
    let typed = known.known(Question::Weight).expect("it was given");
    assert!(
        typed
            .origin
            .is_some_and(|origin| origin.as_span().is_none())
    );
}

#[test]
fn the_line_that_is_typed_counts_before_the_stage_of_an_older_report() {
    let text = format!(
        "{} Stage: pT2 pN1a.",
        report(POSITIVE[0]).replace("core biopsy", "mastectomy")
    );
    let reading = her2::read("report.txt", text.as_bytes());
    let setting = |json: &str| {
        let planned = planned(&reading, json);
        planned.plan().situation().term::<Setting>()
    };
    assert_eq!(setting("{}"), Some(Setting::Early));
    assert_eq!(setting(r#"{"line":"second"}"#), Some(Setting::Metastatic));
}
