//! A few plans, kept as they were read and compared with the sources.
#![allow(clippy::unwrap_used)]

use her2::{CareInput, PlanWith};
use jiff::civil::date;

fn shown(json: &str) -> String {
    let input = CareInput::read(json.as_bytes()).unwrap();
    let planned = input.plan(None, date(2026, 11, 22), None);
    let page = planned.page(PlanWith::default(), "en").unwrap();
    page.text(80, false)
        .replace(her2::knowledge_version(), "VERSION")
}

#[test]
fn residual_disease_after_therapy_before_surgery() {
    insta::assert_snapshot!(
        "residual-disease",
        shown(
            r#"{"her2-category":"HER2_POSITIVE","setting":"early","timing":"after-neoadjuvant","response":"residual-invasive",
                "t-category":"T2","n-category":"N1","hr-status":"positive","neoadjuvant-taxane":"yes","neoadjuvant-her2-antibody":"yes",
                "companion-test":"yes","pregnant":"no","lung-inflammation":"none","lvef":60,"nodes-positive-after":"yes"}"#
        )
    );
}

#[test]
fn first_line_with_an_inflamed_lung() {
    insta::assert_snapshot!(
        "first-line-lung",
        shown(
            r#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"first","hr-status":"negative","companion-test":"yes",
                "pregnant":"no","lung-inflammation":"grade-2-or-more","lvef":61,"had-early-her2":"no","visceral-crisis":"no"}"#
        )
    );
}

#[test]
fn the_her2_result_is_awaited() {
    insta::assert_snapshot!(
        "awaited",
        shown(
            r#"{"her2":{"ihc":{"score":"2+"}},"setting":"early","timing":"before-surgery","t-category":"T2","n-category":"N1"}"#
        )
    );
}
