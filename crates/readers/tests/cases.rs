//! The worked cases of reading: each way of writing a result, and what is read from it.

use her2_case::{Assay, Context, Her2Result, ReceptorResult, Record, Term};
use std::fs;
use std::path::Path;

/// What was read, in the words of the cases.
fn told(record: &Record) -> Vec<String> {
    let mut lines = Vec::new();
    for result in record.her2_results() {
        lines.push(format!("her2: {}", her2(result)));
    }
    for result in record.her2_results() {
        let amount = |name: &str, fact: Option<her2_case::Fact<her2_case::Amount>>| {
            fact.map(|fact| format!("{name}: {}", fact.value))
        };
        lines.extend(amount("copies", result.her2_copies));
        lines.extend(amount("cep17", result.cep17_copies));
        lines.extend(result.cells.map(|fact| format!("cells: {}", fact.value)));
        lines.extend(
            result
                .group
                .map(|fact| format!("group: {}", fact.value.name())),
        );
    }
    let told = |named: &str| lines.iter().any(|line| line.starts_with(named));
    if !told("copies: ") && !told("cep17: ") {
        lines.push("no copies".to_owned());
    }
    lines.push(format!("status: {}", record.her2_status.0.name()));
    let receptor = |name: &str, result: Option<&ReceptorResult>| {
        let percent = result
            .and_then(|result| result.percent)
            .map_or(String::new(), |fact| format!(" {}", fact.value));
        format!(
            "{name}: {}{percent}",
            Record::receptor_status(result).name()
        )
    };
    lines.push(receptor("er", record.er.as_ref()));
    lines.push(receptor("pr", record.pr.as_ref()));
    lines.extend(
        record
            .tumor
            .ki67
            .map(|fact| format!("ki67: {}", fact.value)),
    );
    let count = |fact: Option<her2_case::Fact<u32>>| {
        fact.map_or_else(|| "?".to_owned(), |fact| fact.value.to_string())
    };
    let tumor = &record.tumor;
    lines.push(format!(
        "nodes: {}/{}",
        count(tumor.nodes_positive),
        count(tumor.nodes_examined)
    ));
    lines
}

fn her2(result: &Her2Result) -> String {
    let assay = if result.assay == Assay::Rtpcr {
        "rtpcr"
    } else {
        result.assay.name()
    };
    let mut words = vec![assay.to_owned()];
    words.extend(result.score.map(|fact| fact.value.to_string()));
    words.extend(result.ratio.map(|fact| fact.value.to_string()));
    words.extend(result.word.map(|fact| fact.value.name().to_owned()));
    words.extend(result.implied.then(|| "implied".to_owned()));
    words.extend((result.context == Context::Prior).then(|| "prior".to_owned()));
    words.extend(result.superseded.then(|| "superseded".to_owned()));
    words.join(" ")
}

#[test]
fn every_way_of_writing_is_read_as_its_case_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/reading");
    let mut failures = Vec::new();
    let mut count = 0;
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for case in text.split("\n## ").skip(1) {
            count += 1;
            let title = case.lines().next().unwrap();
            let report = case
                .split("```report\n")
                .nth(1)
                .unwrap()
                .split("```")
                .next()
                .unwrap();
            let expected: Vec<&str> = case
                .rsplit("```")
                .next()
                .unwrap()
                .lines()
                .filter_map(|line| line.strip_prefix("- "))
                .collect();
            let record = her2_readers::read(title, report.as_bytes());
            let told = told(&record);
            // A case tells every HER2 result; of the other fields it tells those it is about.
            let her2_expected: Vec<&str> = expected
                .iter()
                .copied()
                .filter(|line| line.starts_with("her2: "))
                .collect();
            let her2_told: Vec<&str> = told
                .iter()
                .map(String::as_str)
                .filter(|line| line.starts_with("her2: "))
                .collect();
            let mut sorted = (her2_expected.clone(), her2_told.clone());
            sorted.0.sort_unstable();
            sorted.1.sort_unstable();
            let missing: Vec<&&str> = expected
                .iter()
                .filter(|line| {
                    !line.starts_with("her2: ") && !told.iter().any(|other| other == *line)
                })
                .collect();
            if sorted.0 != sorted.1 || !missing.is_empty() {
                failures.push(format!(
                    "{}: {title}\n   expected {expected:?}\n   told     {told:?}\n",
                    file.file_name().unwrap().to_string_lossy()
                ));
            }
        }
    }
    assert!(count >= 60, "only {count} cases were found");
    assert!(
        failures.is_empty(),
        "{} of {count} cases fail\n{}",
        failures.len(),
        failures.join("\n")
    );
}
