//! What is found in the synthetic and example FHIR records of the data folder, in counts only.

#![allow(clippy::unwrap_used)]

use her2_case::{Assay, Term};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

/// The data folder, if it is there.
fn data() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = env::var_os("HER2_SHARED").map(PathBuf::from);
    let places = shared
        .into_iter()
        .chain([root.join("../shared"), PathBuf::from("../shared")]);
    let mut folders = places.map(|place| place.join("data/fhir"));
    folders.find(|folder| folder.is_dir())
}

#[derive(Default)]
struct Counts(BTreeMap<String, usize>);

impl Counts {
    fn add(&mut self, what: impl Into<String>, count: usize) {
        *self.0.entry(what.into()).or_default() += count;
    }
}

fn count(bytes: &[u8], counts: &mut Counts) {
    her2::read_each("counted", bytes, &mut |reading| {
        counts.add("patients", 1);
        for record in reading.records() {
            counts.add("records", 1);
            counts.add("specimens", record.specimens.len());
            counts.add(format!("status {}", record.her2_status.0.name()), 1);
            for result in record.her2_results() {
                let assay = result.assay.name();
                counts.add(format!("her2 {assay}"), 1);
                counts.add(
                    format!("her2 {assay} word"),
                    usize::from(result.word.is_some()),
                );
                counts.add(
                    format!("her2 {assay} score"),
                    usize::from(result.score.is_some()),
                );
                counts.add(
                    format!("her2 {assay} ratio"),
                    usize::from(result.assay == Assay::Ish && result.ratio.is_some()),
                );
            }
            let receptors = record
                .specimens
                .iter()
                .map(|specimen| specimen.receptors.len())
                .sum();
            counts.add("receptors", receptors);
            counts.add("stage T", usize::from(record.tumor.t.is_some()));
            counts.add("stage N", usize::from(record.tumor.n.is_some()));
            counts.add("stage M", usize::from(record.tumor.m.is_some()));
            counts.add("size", usize::from(record.tumor.size_mm.is_some()));
            for problem in &record.problems {
                counts.add(format!("problem {}", problem.code), 1);
            }
        }
        for course in reading.courses() {
            counts.add("therapies", course.therapies.len());
            counts.add(
                "medicines",
                course
                    .therapies
                    .iter()
                    .map(|of| of.value.medicines.len())
                    .sum(),
            );
            counts.add("diagnosed", usize::from(course.diagnosed.is_some()));
            if let Some(setting) = course.setting {
                counts.add(format!("setting {}", setting.value.name()), 1);
            }
        }
        for passed in reading.passed_over() {
            counts.add(
                format!("passed over: {}", passed.what),
                passed.count as usize,
            );
        }
    });
}

#[test]
fn what_is_found_in_the_records_of_the_data_folder() {
    let Some(data) = data() else {
        println!("skipped: the data folder is not there");
        return;
    };
    let mut text = String::new();
    for folder in ["hl7", "synthea", "synthea-mcode"] {
        let mut paths: Vec<_> = fs::read_dir(data.join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        let mut counts = Counts::default();
        for path in paths {
            count(&fs::read(path).unwrap(), &mut counts);
        }
        writeln!(text, "{folder}").unwrap();
        for (what, count) in counts.0.iter().filter(|(_, count)| **count > 0) {
            writeln!(text, "  {what}: {count}").unwrap();
        }
    }
    insta::assert_snapshot!(text);
}
