//! What messages of HL7 version 2 are read as. All invented.

#![allow(clippy::unwrap_used, reason = "a test may")]

use her2_case::{Her2Result, History, RecordStatus};
use her2_readers::read_all;
use std::fs;
use std::path::Path;

fn histories(text: &str) -> Vec<History> {
    let mut all = Vec::new();
    read_all("x.hl7", text.as_bytes(), &mut |read| all.push(read.history));
    all
}

fn case() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/records/hl7v2");
    fs::read_to_string(folder.join("prose-and-codes.hl7")).unwrap()
}

fn told(history: &History) -> Vec<String> {
    let of = |result: &Her2Result| {
        let score = result.score.map(|score| score.value.to_string());
        let ratio = result.ratio.map(|ratio| ratio.value.to_string());
        format!(
            "{} {}",
            score.unwrap_or_default(),
            ratio.unwrap_or_default()
        )
    };
    history.records[0].her2_results().map(of).collect()
}

fn has(history: &History, code: &str) -> bool {
    history.records[0]
        .problems
        .iter()
        .any(|problem| problem.code == code)
}

#[test]
fn what_prose_and_codes_both_say_counts_once() {
    let all = histories(&case());
    assert_eq!(told(&all[0]), ["2+ ", " 1.4"]);
    assert!(!has(&all[0], "prose-and-value-differ"));
    let specimen = &all[0].records[0].specimens[0];
    assert_eq!(specimen.identifier.as_ref().unwrap().as_str(), "SP1");
    assert_eq!(specimen.date.unwrap().to_string(), "2026-01-05");
    assert_eq!(
        all[0].records[0].date.unwrap().value.to_string(),
        "2026-01-10"
    );
}

#[test]
fn what_they_contradict_is_told() {
    let all = histories(&case().replace("LA11842-4^2+", "LA11843-2^3+"));
    assert!(has(&all[0], "prose-and-value-differ"));
    assert_eq!(all[0].records[0].her2_results().count(), 3);
}

#[test]
fn what_is_wrong_deleted_or_cancelled_is_not_evidence() {
    for status in ["D", "W", "X"] {
        let text = case().replace("^1.4^:^1||||||F", &format!("^1.4^:^1||||||{status}"));
        let all = histories(&text);
        assert!(
            told(&all[0]).iter().all(|result| !result.contains("1.4")),
            "{status}"
        );
        assert!(
            all[0]
                .passed_over
                .iter()
                .any(|passed| passed.what.starts_with("OBX (")),
            "{status}"
        );
    }
    let cancelled = histories(&case().replace("SP|F", "SP|X"));
    assert_eq!(
        cancelled[0].records[0].her2_status.0,
        RecordStatus::NotReported
    );
}

#[test]
fn a_later_message_corrects_an_earlier_one_of_the_same_number() {
    let later = case().replace("^1.4^:^1||||||F", "^2.4^:^1||||||C");
    let all = histories(&format!("{}{later}", case()));
    assert_eq!((all.len(), all[0].records.len()), (1, 1));
    assert_eq!(told(&all[0]), ["2+ ", " 2.4"]);
}

#[test]
fn other_messages_and_other_results_give_no_her2() {
    for text in [
        "MSH|^~\\&|A|B|||2026||ADT^A04|1|P|2.3\rPID|1||5^^^H\r".to_owned(),
        case()
            .replace("49683-6", "2345-7")
            .replace("Left breast", "Stomach")
            .replace("ductal", "gastric adeno"),
    ] {
        assert_eq!(
            histories(&text)[0].records[0].her2_status.0,
            RecordStatus::NotReported,
            "{text}"
        );
    }
}
