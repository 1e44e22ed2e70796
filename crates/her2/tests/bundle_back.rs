//! A report that is written as a bundle says the same when the bundle is read.
#![allow(clippy::unwrap_used)]

#[path = "six_formats/facts.rs"]
mod facts;

use facts::{differences, facts};
use her2::{Reading, Target};
use jiff::civil::date;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn only(name: &str, bytes: &[u8]) -> Reading<'static> {
    let mut all = Vec::new();
    her2::read_each(name, bytes, &mut |reading| all.push(reading.into_owned()));
    assert_eq!(all.len(), 1, "{name}");
    all.remove(0)
}

/// What a bundle of a report says otherwise than the report. What a later part of a report replaces, what is of an earlier specimen and tests of RNA
/// are not written, and are told to be left out.
fn lost(name: &str, report: &[u8]) -> Vec<String> {
    let reading = only(name, report);
    let case = reading.decide(date(2026, 11, 22), None);
    let out = Target::Fhir.head() + &case.convert(Target::Fhir, false).out + Target::Fhir.tail();
    let back = only(name, out.as_bytes());
    let mut expected = facts(&reading.without_places());
    let mut found = facts(&back.without_places());
    let results = [&mut expected, &mut found].map(results);
    if results[0] != results[1] {
        return vec![format!("{:?}, not {:?}", results[1], results[0])];
    }
    let told = differences(&found, &expected);
    told.into_iter()
        .filter(|one| !is_told_otherwise(one))
        .collect()
}

/// Every result of HER2 in order, taken out of the tree. Tumours of one specimen come back as a specimen each.
fn results(of: &mut Value) -> Vec<String> {
    let mut all = Vec::new();
    for record in of.as_array_mut().unwrap() {
        for specimen in record["specimens"].as_array_mut().unwrap() {
            for mut result in specimen["her2"].take().as_array().unwrap().clone() {
                let left_out = result["superseded"] == true
                    || result["context"] == "prior"
                    || result["assay"] == "rtpcr";
                if left_out {
                    continue;
                }
                result["tumor"] = Value::Null;
                all.push(result.to_string());
            }
        }
    }
    all.sort();
    all
}

/// A category that is neither clinical nor pathological has no code, and several tumours of one specimen have no status in common.
fn is_told_otherwise(difference: &str) -> bool {
    [".pT is null", ".pN is null", ".pM is null"]
        .iter()
        .any(|category| difference.contains(category))
        || difference.contains("her2_status is")
        || difference.contains("status is \"conflict\"")
}

#[test]
fn every_invented_report_comes_back_from_its_bundle() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/reports");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() > 5);
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // Two tumours with two results of one receptor: which of them is the patient's, only the words tell.
        let several = name == "two-tumours.txt";
        for one in lost(&name, &fs::read(&path).unwrap()) {
            if !(several && (one.contains(".pr.") || one.contains(".specimens is"))) {
                wrong.push(format!("{name}: {one}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn staining_handling_and_scores_come_back() {
    let report = "SURGICAL PATHOLOGY REPORT\n\nFINAL DIAGNOSIS:\nLeft breast, core biopsy: invasive ductal carcinoma, Nottingham grade 2.\n\nLymphovascular invasion: not identified.\nDCIS: present.\n\n\
BREAST BIOMARKERS\nHER2 (IHC): Equivocal (Score 2+). Weak to moderate complete membrane staining in 40% of tumor cells.\nEstrogen receptor: Positive, 95%, H-score 270\nProgesterone receptor: Negative (0%)\nKi-67: 18%\n\n\
Cold ischemia time: 25 minutes\nFixation time: 14 hours\nFixative: 10% neutral buffered formalin\nDecalcification: not performed\n";
    let reading = only("report", report.as_bytes());
    let told = facts(&reading.without_places()).to_string();
    for word in ["weak_moderate_complete", "270", "25", "14"] {
        assert!(told.contains(word), "{word} in {told}");
    }
    let wrong = lost("report", report.as_bytes());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_published_report_comes_back_from_its_bundle() {
    let folder = match std::env::var("HER2_SHARED") {
        Ok(shared) => Path::new(&shared).join("data/reports"),
        Err(_) => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/reports"),
    };
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let mut wrong = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "txt") {
                let all = lost("report", &fs::read(&path).unwrap());
                // A specimen of which nothing is written stays away, and a bundle may say more of the patient than the words of a part.
                let all = all
                    .into_iter()
                    .filter(|one| !one.contains("specimens is [") && !one.ends_with(", not null"));
                wrong.extend(all.map(|one| format!("{}: {one}", path.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
