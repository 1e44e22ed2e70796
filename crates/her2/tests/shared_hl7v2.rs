//! What is found in the shared messages of HL7 version 2: counts only, and nothing of any patient.

use her2_case::Term;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = env::var_os("HER2_SHARED").map(PathBuf::from);
    shared
        .unwrap_or_else(|| root.join("../shared"))
        .join("data/hl7v2")
}

#[test]
fn the_shared_messages_give_what_they_gave() {
    let Ok(entries) = fs::read_dir(folder()) else {
        println!("skipped: there is no folder {}", folder().display());
        return;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut told = String::new();
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        her2::read_each("shared.hl7", &bytes, &mut |reading| {
            let mut count = |what: String, by: usize| {
                *counts.entry(what).or_default() += u32::try_from(by).unwrap();
            };
            count("patients".to_owned(), 1);
            for record in reading.records() {
                count("records".to_owned(), 1);
                count("specimens".to_owned(), record.specimens.len());
                count(format!("status {}", record.her2_status.0.name()), 1);
                count(
                    "side".to_owned(),
                    usize::from(record.tumor.laterality.is_some()),
                );
                count(
                    "nodes".to_owned(),
                    usize::from(record.tumor.nodes_examined.is_some()),
                );
                for result in record.her2_results() {
                    count(format!("her2 {}", result.assay.name()), 1);
                }
            }
            for (_, problem) in reading.problems() {
                count(format!("problem {}", problem.code), 1);
            }
            for passed in reading.passed_over() {
                count(format!("passed {}", passed.what), passed.count as usize);
            }
        });
        writeln!(told, "{}", path.file_name().unwrap().to_string_lossy()).unwrap();
        for (what, count) in counts.iter().filter(|(_, count)| **count > 0) {
            writeln!(told, "  {what}: {count}").unwrap();
        }
    }
    insta::assert_snapshot!(told);
}
