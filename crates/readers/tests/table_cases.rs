//! The invented tables of `cases/records/table`, fact by fact.
#![allow(clippy::unwrap_used)]

use her2_case::{Record, Span, Term};
use her2_readers::table::ColumnMap;
use her2_readers::{Options, pieces};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

fn quote(text: &[u8], record: &Record, span: Option<Span>) -> String {
    let Some(span) = span else {
        return String::new();
    };
    let words = String::from_utf8_lossy(&text[span.range()]).into_owned();
    let place = record.paths.of(span).unwrap_or("nowhere");
    format!("{words:?} {place}")
}

/// Every fact on a line, with the words it was read from and their place.
fn told(file: &str, map: Option<&str>) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/records/table");
    let columns = map.map(|map| {
        let text = std::fs::read_to_string(folder.join(map)).unwrap();
        Arc::new(ColumnMap::parse(&text).unwrap())
    });
    let options = Arc::new(Options {
        columns,
        ..Options::default()
    });
    let bytes = std::fs::read(folder.join(file)).unwrap();
    let mut all = String::new();
    for piece in pieces(file, std::io::Cursor::new(bytes), &options).unwrap() {
        piece.unwrap().each(&mut |read| {
            let _ = writeln!(all, "{}", read.history.name);
            for record in &read.history.records {
                one(&mut all, record, &read.text);
            }
            for passed in &read.history.passed_over {
                let _ = writeln!(all, "  passed over {} {}", passed.count, passed.what);
            }
        });
    }
    all
}

fn one(all: &mut String, record: &Record, text: &[u8]) {
    let Some(specimen) = record.specimens.first() else {
        let _ = writeln!(all, "  nothing");
        return problems(all, record, text);
    };
    let name = specimen.identifier.as_ref().map_or("-", |key| key.as_str());
    let day = specimen
        .date
        .map_or_else(|| "-".to_owned(), |day| day.to_string());
    let _ = writeln!(all, "  {name} {day} status {}", record.her2_status.0.name());
    for result in record.her2_results() {
        let assay = result.assay.name();
        let context = format!("{:?}", result.context).to_lowercase();
        let mut say = |what: &str, value: Option<String>, span: Option<Span>| {
            if let Some(value) = value {
                let _ = writeln!(
                    all,
                    "    {assay} {context} {what} {value} from {}",
                    quote(text, record, span)
                );
            }
        };
        say(
            "score",
            result.score.map(|f| f.value.to_string()),
            result.score.and_then(|f| f.origin.as_span()),
        );
        say(
            "word",
            result.word.map(|f| f.value.name().to_owned()),
            result.word.and_then(|f| f.origin.as_span()),
        );
        say(
            "ratio",
            result.ratio.map(|f| f.value.to_string()),
            result.ratio.and_then(|f| f.origin.as_span()),
        );
        say(
            "copies",
            result.her2_copies.map(|f| f.value.to_string()),
            result.her2_copies.and_then(|f| f.origin.as_span()),
        );
        say(
            "total",
            result.her2_total.map(|f| f.value.to_string()),
            result.her2_total.and_then(|f| f.origin.as_span()),
        );
        say(
            "category",
            result.claimed_category.map(|f| f.value.name().to_owned()),
            result.claimed_category.and_then(|f| f.origin.as_span()),
        );
    }
    for receptor in &specimen.receptors {
        let which = format!("{:?}", receptor.receptor).to_lowercase();
        let percent = receptor
            .percent
            .map_or_else(|| "-".to_owned(), |f| f.value.to_string());
        let _ = writeln!(all, "    {which} {} {percent}", receptor.status.name());
    }
    let tumor = &record.tumor;
    let grade = tumor.grade.map_or("-", |f| f.value.name());
    let histology = tumor.histology.map_or("-", |f| f.value.name());
    let size = tumor
        .size_mm
        .map_or_else(|| "-".to_owned(), |f| f.value.to_string());
    let _ = writeln!(all, "    grade {grade}, type {histology}, {size} mm");
    problems(all, record, text);
}

fn problems(all: &mut String, record: &Record, text: &[u8]) {
    for problem in &record.problems {
        let _ = writeln!(
            all,
            "    problem {} {}",
            problem.code,
            quote(text, record, problem.origin.and_then(|o| o.as_span()))
        );
    }
}

fn expected(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/records/table");
    std::fs::read_to_string(folder.join(file)).unwrap()
}

#[test]
fn a_table_of_a_laboratory_is_read_by_its_map() {
    assert_eq!(
        told("laboratory.csv", Some("columns.toml")),
        expected("laboratory.expected.txt")
    );
}

#[test]
fn our_own_table_is_read_without_a_map() {
    assert_eq!(told("her2.csv", None), expected("her2.expected.txt"));
}

#[test]
fn objects_in_lines_are_read_without_a_map() {
    assert_eq!(told("rows.jsonl", None), expected("rows.expected.txt"));
}
