//! What was read comes out as the documented JSON, every value with its place.

#![allow(clippy::unwrap_used)]

use her2_case::*;
use her2_documents::{Source, read_json, read_text};
use serde_json::Value;

const TEXT: &str = "A. LEFT BREAST, CORE BIOPSY\nHER2 IHC: positive (3+) in 90%\nFISH ratio 2.30, ordered\nER positive 95%\nGrade 2\n";

fn origin(words: &str) -> Origin {
    let start = TEXT.find(words).unwrap();
    Origin::span(Span::new(start, start + words.len()))
}

fn fact<T>(value: T, words: &str) -> Fact<T> {
    Fact::new(value, origin(words))
}

fn record() -> Record {
    let mut ihc = Her2Result::empty(Assay::Ihc, origin("HER2 IHC: positive (3+) in 90%"));
    ihc.score = Some(fact(ScoreReading::single(IhcScore::Three), "3+"));
    ihc.percent = Some(fact(Amount::Exactly(Decimal::whole(90)), "90%"));
    ihc.word = Some(fact(Her2Word::Positive, "positive"));
    let mut ish = Her2Result::empty(Assay::Ish, origin("FISH ratio 2.30"));
    ish.ratio = Some(fact(Amount::Exactly("2.30".parse().unwrap()), "2.30"));
    ish.context = Context::Prior;
    Record {
        site: Some(fact(Site::Breast, "BREAST")),
        specimens: vec![Specimen {
            label: Some(origin("LEFT BREAST, CORE BIOPSY")),
            side: Some(Laterality::Left),
            procedure: Some(Procedure::CoreBiopsy),
            date: None,
            her2: vec![ihc, ish],
            receptors: vec![],
            ki67: None,
            ..Specimen::default()
        }],
        tumor: Tumor {
            grade: Some(fact(Grade::Two, "Grade 2")),
            ..Tumor::default()
        },
        er: Some(ReceptorResult {
            receptor: Receptor::Er,
            status: ReceptorStatus::Positive,
            percent: Some(fact(Amount::Exactly(Decimal::whole(95)), "95%")),
            allred: None,
            h_score: None,
            context: Context::Current,
            superseded: false,
            origin: origin("ER positive 95%"),
        }),
        her2_status: (RecordStatus::Positive, Some(origin("positive (3+)"))),
        problems: vec![Problem {
            code: "no-date",
            severity: Severity::Note,
            message: "no date of signature was found".into(),
            origin: None,
        }],
        ..Record::empty("a.txt", RecordKind::Report)
    }
}

#[test]
fn the_json_has_the_documented_keys_and_values() {
    let line = read_json(&record(), Source::from(TEXT));
    assert!(!line.contains('\n'));
    let json: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(json["record"], "a.txt");
    assert_eq!(json["kind"], "report");
    let specimen = &json["specimens"][0];
    assert_eq!(specimen["id"], "s1");
    assert_eq!(specimen["label"], "LEFT BREAST, CORE BIOPSY");
    assert_eq!(specimen["side"], "left");
    assert_eq!(specimen["date"], Value::Null);
    let ihc = &specimen["her2"][0];
    assert_eq!(ihc["assay"], "ihc");
    assert_eq!(ihc["score"], "3+");
    assert_eq!(ihc["percent"], "90");
    assert_eq!(ihc["ratio"], Value::Null);
    assert_eq!(ihc["word"], "positive");
    assert_eq!(ihc["context"], "current");
    assert_eq!(ihc["superseded"], false);
    assert_eq!(ihc["quote"], "HER2 IHC: positive (3+) in 90%");
    let ish = &specimen["her2"][1];
    assert_eq!(ish["ratio"], "2.30");
    assert_eq!(ish["context"], "prior");
    assert_eq!(json["er"]["status"], "positive");
    assert_eq!(json["er"]["percent"], "95");
    assert_eq!(json["pr"]["status"], "not_reported");
    assert_eq!(json["tumor"]["grade"], 2);
    assert_eq!(json["tumor"]["pT"], Value::Null);
    assert_eq!(json["her2_status"], "positive");
    assert_eq!(json["problems"][0]["code"], "no-date");
    assert_eq!(json["problems"][0]["span"], Value::Null);
}

#[test]
fn every_span_in_the_json_holds_its_quote() {
    let json: Value = serde_json::from_str(&read_json(&record(), Source::from(TEXT))).unwrap();
    let words = |range: &Value| {
        let at = |i: usize| range[i].as_u64().unwrap() as usize;
        &TEXT[at(0)..at(1)]
    };
    for result in json["specimens"][0]["her2"].as_array().unwrap() {
        assert_eq!(words(&result["span"]), result["quote"]);
    }
    assert_eq!(words(&json["er"]["span"]), json["er"]["quote"]);
    for place in [&json, &json["tumor"]] {
        let spans = place["spans"].as_object().unwrap();
        assert!(!spans.is_empty());
        for (field, range) in spans {
            assert_eq!(words(range), place["quotes"][field], "{field}");
        }
    }
    assert_eq!(json["tumor"]["quotes"]["grade"], "Grade 2");
}

#[test]
fn the_lines_for_people_name_value_line_and_words() {
    let text = read_text(&record(), Source::from(TEXT));
    for words in [
        "HER2, as stated    positive",
        "Specimen 1, LEFT BREAST, CORE BIOPSY, left, core biopsy",
        "positive, score 3+, 90 %",
        "line 2: \"HER2 IHC: positive (3+) in 90%\"",
        "ratio 2.30, (earlier specimen)",
        "note [no-date]",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn control_characters_of_a_record_do_not_reach_the_terminal() {
    let mut record = record();
    record.name = "a\u{1b}[2J.txt".into();
    assert!(!read_text(&record, Source::from(TEXT)).contains('\u{1b}'));
}
