//! Invented FHIR records and what they say, written by hand beside each.

#![allow(clippy::unwrap_used)]

use her2_case::{Fact, Her2Result, History, Record, RecordStatus, Specimen};
use her2_readers::{Options, pieces};
use std::fmt::{Display, Write as _};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

fn told(name: &str, bytes: &[u8]) -> String {
    let options = Arc::new(Options::default());
    let mut text = String::new();
    for piece in pieces(name, Cursor::new(bytes.to_vec()), &options).unwrap() {
        piece.unwrap().each(&mut |read| {
            check_places(&read.history, read.text.len());
            history(&read.history, &mut text);
        });
    }
    text
}

/// Every place is within the text.
fn check_places(history: &History, length: usize) {
    for record in &history.records {
        record.clone().each_origin(&mut |origin| {
            let span = origin.as_span().unwrap();
            assert!(span.start <= span.end && span.end as usize <= length);
        });
    }
}

fn history(of: &History, text: &mut String) {
    let course = &of.course;
    let patient = of.patient.as_ref().map_or("-", |key| key.as_str());
    let mut parts = Vec::new();
    parts.extend(
        course
            .sex
            .map(|of| her2_case::Term::name(of.value).to_owned()),
    );
    parts.extend(course.born.map(|of| format!("born {}", of.value)));
    let setting = course.setting.map(|of| her2_case::Term::name(of.value));
    parts.extend(setting.map(|of| format!("setting {of}")));
    parts.extend(course.diagnosed.map(|of| format!("diagnosed {}", of.value)));
    parts.extend(
        course
            .recurrence
            .map(|of| format!("recurrence {}", of.value)),
    );
    writeln!(text, "patient {patient}: {}", parts.join(", ")).unwrap();
    for reading in &course.lvef {
        let reading = reading.value;
        let method = reading.method.map_or("-", |method| method.name());
        writeln!(text, "lvef {} {} {method}", reading.date, reading.percent).unwrap();
    }
    for therapy in &course.therapies {
        let therapy = &therapy.value;
        let day =
            |day: Option<_>| day.map_or("-".to_owned(), |day: jiff::civil::Date| day.to_string());
        let mut parts: Vec<String> = therapy
            .medicines
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        parts.push(therapy.outcome.name().to_owned());
        parts.extend(
            therapy
                .setting
                .map(|of| her2_case::Term::name(of).to_owned()),
        );
        parts.extend(
            therapy
                .timing
                .map(|of| her2_case::Term::name(of).to_owned()),
        );
        let (from, to) = (day(therapy.started), day(therapy.ended));
        writeln!(text, "therapy {from} to {to}: {}", parts.join(", ")).unwrap();
    }
    let mut problems = Vec::new();
    for of in &of.records {
        record(of, text);
        problems.extend(of.problems.iter().map(|problem| problem.code));
    }
    problems.sort_unstable();
    if !problems.is_empty() {
        writeln!(text, "problems: {}", problems.join(", ")).unwrap();
    }
    let passed: Vec<_> = of
        .passed_over
        .iter()
        .map(|of| format!("{} {}", of.what, of.count))
        .collect();
    if !passed.is_empty() {
        writeln!(text, "passed over: {}", passed.join(", ")).unwrap();
    }
}

fn record(of: &Record, text: &mut String) {
    let date = of
        .date
        .map_or("-".to_owned(), |date| date.value.to_string());
    let mut parts = vec![format!("her2 {}", of.her2_status.0.name())];
    assert!(of.her2_status.0 != RecordStatus::Conflict || of.specimens.len() > 1);
    parts.extend(of.er.as_ref().map(|of| format!("er {}", of.status.name())));
    parts.extend(of.pr.as_ref().map(|of| format!("pr {}", of.status.name())));
    writeln!(text, "record {date}: {}", parts.join(", ")).unwrap();
    let tumor = &of.tumor;
    let mut parts = Vec::new();
    let category = |name: &str, of: &Option<Fact<String>>| {
        of.as_ref().map(|of| format!("{name} {}", of.value))
    };
    parts.extend(category("T", &tumor.t));
    parts.extend(category("N", &tumor.n));
    parts.extend(category("M", &tumor.m));
    parts.extend(
        tumor
            .tnm_prefix
            .map(|of| format!("prefix {}", of.value.name())),
    );
    parts.extend(tumor.size_mm.map(|of| format!("size {}", of.value)));
    parts.extend(
        tumor
            .laterality
            .map(|of| format!("side {}", of.value.name())),
    );
    parts.extend(
        tumor
            .grade
            .map(|of| format!("grade {}", her2_case::Term::name(of.value))),
    );
    parts.extend(
        tumor
            .histology
            .map(|of| format!("histology {}", of.value.reported())),
    );
    parts.extend(
        tumor
            .metastatic_site
            .map(|of| format!("metastatic site {}", of.value.name())),
    );
    if !parts.is_empty() {
        writeln!(text, "  tumor: {}", parts.join(", ")).unwrap();
    }
    for of in &of.specimens {
        specimen(of, text);
    }
}

fn specimen(of: &Specimen, text: &mut String) {
    let mut parts = Vec::new();
    parts.extend(of.tumor.as_ref().map(|of| format!("tumor {}", of.as_str())));
    parts.extend(of.side.map(|of| of.name().to_owned()));
    parts.extend(of.procedure.map(|of| of.name().to_owned()));
    parts.extend(of.date.map(|of| of.to_string()));
    parts.extend(of.point.map(|of| of.name().to_owned()));
    let name = of
        .identifier
        .as_ref()
        .map_or(String::new(), |of| format!(" {}", of.as_str()));
    let colon = if parts.is_empty() { "" } else { ": " };
    writeln!(text, "  specimen{name}{colon}{}", parts.join(", ")).unwrap();
    for of in &of.her2 {
        result(of, text);
    }
    for of in &of.receptors {
        let mut parts = vec![of.status.name().to_owned()];
        parts.extend(of.percent.map(|of| format!("percent {}", of.value)));
        let name = match of.receptor {
            her2_case::Receptor::Er => "er",
            her2_case::Receptor::Pr => "pr",
        };
        writeln!(text, "    {name}: {}", parts.join(", ")).unwrap();
    }
    if let Some(of) = of.ki67 {
        writeln!(text, "    ki67: {}", of.value).unwrap();
    }
}

fn result(of: &Her2Result, text: &mut String) {
    fn part<T: Display>(name: &str, of: Option<Fact<T>>) -> Option<String> {
        of.map(|of| format!("{name} {}", of.value))
    }
    let mut parts = Vec::new();
    parts.extend(
        of.probe
            .map(|of| format!("{} probe", her2_case::Term::name(of))),
    );
    parts.extend(part("score", of.score));
    parts.extend(part("percent", of.percent));
    parts.extend(part("ratio", of.ratio));
    parts.extend(part("copies", of.her2_copies));
    parts.extend(part("cep17", of.cep17_copies));
    parts.extend(part("cells", of.cells));
    parts.extend(
        of.word
            .map(|of| format!("word {}", her2_case::Term::name(of.value))),
    );
    let mut line = parts.join(", ");
    if of.superseded {
        line.push_str(" (superseded)");
    }
    if of.implied {
        line.push_str(" (implied)");
    }
    writeln!(text, "    {}: {line}", her2_case::Term::name(of.assay)).unwrap();
}

#[test]
fn every_record_says_what_stands_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/records/fhir");
    let mut seen = 0;
    let mut wrong = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_none_or(|ending| ending != "expected"))
    {
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap();
        let told = told("record", &fs::read(path).unwrap());
        seen += 1;
        if told != expected {
            wrong.push(format!(
                "{}\n--- expected\n{expected}--- told\n{told}",
                path.display()
            ));
        }
    }
    assert!(seen >= 7);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
