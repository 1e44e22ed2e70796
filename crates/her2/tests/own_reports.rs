//! The project's own invented reports, read as the person who wrote them meant them.
#![allow(clippy::unwrap_used)]

use her2_case::{Her2Category, Her2Status, IshGroup, RecordStatus, Term};
use jiff::civil::date;
use serde_json::Value;
use std::path::Path;

fn report(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/reports");
    std::fs::read(folder.join(name)).unwrap()
}

/// The report's own status, the decided status and category, and the group.
type Meant = (
    RecordStatus,
    Option<Her2Status>,
    Option<Her2Category>,
    Option<IshGroup>,
);

fn meant(name: &str) -> Meant {
    let bytes = report(name);
    let reading = her2::read(name, &bytes);
    let case = reading.decide(date(2026, 11, 22), None);
    let deciding = case.finding().deciding();
    (
        reading.record().her2_status.0,
        deciding.map(|specimen| specimen.decision.her2_status()),
        deciding.map(|specimen| specimen.decision.her2_category()),
        deciding.and_then(|specimen| specimen.decision.ish_group()),
    )
}

#[test]
fn a_score_of_3_is_positive_and_the_legend_is_no_result() {
    let (status, decided, category, _) = meant("positive-3plus.txt");
    assert_eq!(status, RecordStatus::Positive);
    assert_eq!(
        (decided, category),
        (Some(Her2Status::Positive), Some(Her2Category::Positive))
    );
    assert_eq!(facts("positive-3plus.txt").results.len(), 1);
}

#[test]
fn a_score_of_2_is_settled_by_the_addendum() {
    let (status, decided, category, group) = meant("narrative-2plus-fish.txt");
    assert_eq!(status, RecordStatus::Negative);
    assert_eq!(
        (decided, category),
        (Some(Her2Status::Negative), Some(Her2Category::Low))
    );
    assert_eq!(group, Some(IshGroup::Five));
}

#[test]
fn a_score_of_0_with_faint_staining_is_ultralow() {
    let (status, decided, category, _) = meant("synoptic-2025-ultralow.txt");
    assert_eq!(status, RecordStatus::Negative);
    assert_eq!(
        (decided, category),
        (Some(Her2Status::Negative), Some(Her2Category::Ultralow))
    );
    assert_eq!(facts("synoptic-2025-ultralow.txt").results.len(), 1);
}

#[test]
fn an_equivocal_count_of_2013_is_group_4_and_waits_for_a_recount() {
    let (status, decided, _, group) = meant("ish-equivocal-2013.txt");
    assert_eq!(status, RecordStatus::Equivocal);
    assert_eq!(
        (decided, group),
        (Some(Her2Status::Pending), Some(IshGroup::Four))
    );
}

#[test]
fn a_result_to_come_is_pending() {
    assert_eq!(meant("pending.txt").0, RecordStatus::Pending);
}

#[test]
fn two_tumours_that_differ_are_a_conflict_and_stay_apart() {
    let (status, ..) = meant("two-tumours.txt");
    assert_eq!(status, RecordStatus::Conflict);
    let bytes = report("two-tumours.txt");
    let reading = her2::read("two-tumours.txt", &bytes);
    let case = reading.decide(date(2026, 11, 22), None);
    let statuses: Vec<&str> = case
        .finding()
        .specimens
        .iter()
        .map(|specimen| specimen.decision.her2_status().name())
        .collect();
    assert_eq!(statuses, ["POSITIVE", "NEGATIVE"]);
}

#[test]
fn an_amendment_replaces_and_an_earlier_biopsy_stays_apart() {
    let (status, decided, _, group) = meant("prior-and-amended.txt");
    assert_eq!(status, RecordStatus::Positive);
    assert_eq!(
        (decided, group),
        (Some(Her2Status::Positive), Some(IshGroup::One))
    );
}

#[test]
fn group_2_without_a_stain_is_open_although_signed_as_positive() {
    let (status, decided, _, group) = meant("group-2-open.txt");
    assert_eq!(status, RecordStatus::Positive);
    assert_eq!(
        (decided, group),
        (Some(Her2Status::Pending), Some(IshGroup::Two))
    );
}

/// What is read of a report, as its JSON tells it.
struct Facts {
    record: Value,
    results: Vec<Value>,
}

fn facts(name: &str) -> Facts {
    let bytes = report(name);
    let record: Value = serde_json::from_str(&her2::read(name, &bytes).json()).unwrap();
    let specimens = record["specimens"].as_array().unwrap().iter();
    let results = specimens.flat_map(|specimen| specimen["her2"].as_array().unwrap());
    let results = results.cloned().collect();
    Facts { record, results }
}

#[test]
fn numbers_are_read_as_printed() {
    let one = |name: &str, assay: &str| -> Value {
        let results = facts(name).results.into_iter();
        let mut of_assay = results.filter(|result| {
            result["assay"] == assay
                && result["context"] == "current"
                && result["superseded"] == false
        });
        of_assay.next().unwrap()
    };
    let ish = one("prior-and-amended.txt", "ish");
    let printed = [
        &ish["ratio"],
        &ish["her2_copies"],
        &ish["cep17_copies"],
        &ish["cells"],
    ];
    assert_eq!(
        printed,
        [
            &Value::from("2.8"),
            &"7.3".into(),
            &"2.6".into(),
            &60.into()
        ]
    );
    let ish = one("ish-equivocal-2013.txt", "ish");
    let printed = [
        &ish["ratio"],
        &ish["her2_copies"],
        &ish["cep17_copies"],
        &ish["cells"],
    ];
    assert_eq!(
        printed,
        [
            &Value::from("1.7"),
            &"4.6".into(),
            &"2.7".into(),
            &40.into()
        ]
    );
    let ish = one("group-2-open.txt", "ish");
    let printed = [
        &ish["ratio"],
        &ish["her2_copies"],
        &ish["cep17_copies"],
        &ish["cells"],
    ];
    assert_eq!(
        printed,
        [
            &Value::from("2.25"),
            &"3.6".into(),
            &"1.6".into(),
            &30.into()
        ]
    );
    let ihc = one("narrative-2plus-fish.txt", "ihc");
    assert_eq!(
        (&ihc["score"], &ihc["percent"]),
        (&"2+".into(), &"30".into())
    );
}

#[test]
fn the_tumour_is_read_as_printed() {
    let tumor = facts("prior-and-amended.txt").record["tumor"].clone();
    let printed = [
        &tumor["grade"],
        &tumor["histology"],
        &tumor["nodes_positive"],
        &tumor["nodes_examined"],
        &tumor["pT"],
        &tumor["pN"],
        &tumor["laterality"],
    ];
    let meant: [Value; 7] = [
        3.into(),
        "ductal".into(),
        2.into(),
        4.into(),
        "T2".into(),
        "N1a".into(),
        "left".into(),
    ];
    assert_eq!(printed, meant.each_ref());
    let tumor = facts("two-tumours.txt").record["tumor"].clone();
    assert_eq!(
        (&tumor["size_mm"], &tumor["multiple_tumors"]),
        (&"24".into(), &true.into())
    );
    let receptors = facts("positive-3plus.txt").record;
    assert_eq!(
        (&receptors["er"]["status"], &receptors["ki67"]),
        (&"negative".into(), &"45".into())
    );
}

#[test]
fn every_quote_stands_at_its_span() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/reports");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let bytes = report(&name);
        for result in facts(&name).results {
            let at = |end: usize| usize::try_from(result["span"][end].as_u64().unwrap()).unwrap();
            let quote = result["quote"].as_str().unwrap();
            assert_eq!(
                std::str::from_utf8(&bytes[at(0)..at(1)]).unwrap(),
                quote,
                "{name}"
            );
        }
    }
}
