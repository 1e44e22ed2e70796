//! Patients in other formats: what is written is valid, complete or told, and nobody's words.

use her2::{LineDecider, Reading, Target};
use jiff::civil::{Date, date};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const DAY: Date = date(2026, 11, 22);

/// The invented reports of the tree: name and bytes.
fn reports() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/reports");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is part of the tree")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() > 5);
    paths
        .iter()
        .map(|path| {
            let bytes = fs::read(path).expect("it can be read");
            (path.display().to_string(), bytes)
        })
        .collect()
}

fn written(reading: &Reading<'_>, target: Target) -> String {
    reading.decide(DAY, None).convert(target, false).out
}

/// Every resource with its address.
fn resources(bundle: &Value) -> Vec<(&str, &Value)> {
    let entries = bundle["entry"].as_array().expect("a bundle has entries");
    entries
        .iter()
        .map(|entry| {
            (
                entry["fullUrl"].as_str().expect("every entry has one"),
                &entry["resource"],
            )
        })
        .collect()
}

/// Every reference anywhere in a resource.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value.as_str()) {
                    ("reference", Some(to)) => found.push(to),
                    _ => references(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// Nothing in FHIR may be empty: no string, list, object or null.
fn empty_places(value: &Value, path: &str, found: &mut Vec<String>) {
    let here = match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                empty_places(item, &format!("{path}[{at}]"), found);
            }
            items.is_empty()
        }
        Value::Object(object) => {
            for (key, value) in object {
                empty_places(value, &format!("{path}.{key}"), found);
            }
            object.is_empty()
        }
        Value::Bool(_) | Value::Number(_) => false,
    };
    if here {
        found.push(path.to_owned());
    }
}

/// Elements that R4 asks for, and the codes that it allows.
fn check_resource(resource: &Value) {
    let kind = resource["resourceType"].as_str().expect("it has a type");
    let is_in = |key: &str, allowed: &[&str]| {
        let value = resource[key].as_str().unwrap_or_default();
        assert!(allowed.contains(&value), "{kind}.{key} is {value:?}");
    };
    let has = |key: &str| assert!(!resource[key].is_null(), "{kind} without {key}");
    match kind {
        "Patient" => is_in("gender", &["male", "female", "other", "unknown"]),
        "Observation" => {
            is_in("status", &["registered", "preliminary", "final"]);
            has("code");
            has("subject");
            has("category");
            check_observation(resource);
        }
        "DiagnosticReport" => {
            is_in("status", &["registered", "partial", "preliminary", "final"]);
            has("code");
            has("subject");
        }
        "Specimen" => has("subject"),
        "BodyStructure" => has("patient"),
        "Provenance" => {
            has("target");
            has("recorded");
            for agent in resource["agent"].as_array().expect("somebody made it") {
                assert!(!agent["who"].is_null());
            }
            for entity in resource["entity"]
                .as_array()
                .expect("it was made from something")
            {
                let role = entity["role"].as_str();
                assert!(matches!(role, Some("source" | "derivation")), "{role:?}");
                assert!(!entity["what"].is_null());
            }
        }
        "OperationOutcome" => {
            for issue in resource["issue"].as_array().expect("at least one") {
                let severity = issue["severity"].as_str();
                assert!(matches!(
                    severity,
                    Some("error" | "warning" | "information")
                ));
                assert!(issue["code"].is_string());
            }
        }
        "Condition" | "MedicationStatement" => has("subject"),
        other => panic!("{other} is not among what is written"),
    }
}

fn check_observation(resource: &Value) {
    let object = resource.as_object().expect("a resource is an object");
    let values: Vec<&String> = object
        .keys()
        .filter(|key| key.starts_with("value"))
        .collect();
    assert!(values.len() <= 1, "one value at most");
    // obs-6: a reason for absence only without a value.
    assert!(values.is_empty() || resource["dataAbsentReason"].is_null());
    let says = !values.is_empty()
        || ["dataAbsentReason", "hasMember", "component"]
            .iter()
            .any(|key| !resource[*key].is_null());
    assert!(says, "an observation says something");
    let profiles = resource["meta"]["profile"].as_array();
    let marker = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test";
    if profiles.is_some_and(|profiles| profiles.iter().any(|profile| profile == marker)) {
        let allowed = [
            "valueQuantity",
            "valueRatio",
            "valueString",
            "valueCodeableConcept",
        ];
        assert!(
            values.iter().all(|key| allowed.contains(&key.as_str())),
            "{values:?}"
        );
        assert_eq!(values.len(), 1, "the profile asks for a value");
        assert_ne!(resource["status"], "registered");
    }
    for component in resource["component"].as_array().into_iter().flatten() {
        assert!(!component["code"].is_null(), "every part has a code");
    }
    if let Some(quantity) = object.get("valueQuantity") {
        assert!(quantity["value"].is_number());
        assert_eq!(quantity["system"], "http://unitsofmeasure.org");
        assert!(quantity["code"].is_string());
        if let Some(comparator) = quantity["comparator"].as_str() {
            assert!(["<", "<=", ">", ">="].contains(&comparator));
        }
    }
}

#[test]
fn a_bundle_is_valid_as_far_as_its_structure_tells() {
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        let out = written(&reading, Target::Fhir);
        assert_eq!(out.lines().count(), 1, "{name}: a bundle is one line");
        let bundle: Value = serde_json::from_str(&out).expect("it is JSON");
        assert_eq!(bundle["resourceType"], "Bundle");
        assert_eq!(bundle["type"], "collection");
        let resources = resources(&bundle);
        let addresses: BTreeSet<&str> = resources.iter().map(|(address, _)| *address).collect();
        assert_eq!(
            addresses.len(),
            resources.len(),
            "{name}: addresses are unique"
        );
        let mut found = Vec::new();
        empty_places(&bundle, "Bundle", &mut found);
        assert!(found.is_empty(), "{name}: {found:?}");
        let mut to = Vec::new();
        references(&bundle, &mut to);
        assert!(!to.is_empty());
        for reference in to {
            assert!(
                addresses.contains(reference),
                "{name}: {reference} is nowhere"
            );
        }
        for (address, resource) in resources {
            let id = resource["id"].as_str().expect("it has an id");
            assert_eq!(address, format!("urn:uuid:{id}"));
            check_resource(resource);
        }
    }
}

#[test]
fn every_conclusion_is_tagged_and_names_its_rows_and_its_places() {
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        let decided = reading.decide(DAY, None);
        let bundle: Value = serde_json::from_str(&written(&reading, Target::Fhir)).expect("JSON");
        let tagged: Vec<&Value> = resources(&bundle)
            .into_iter()
            .map(|(_, resource)| resource)
            .filter(|resource| resource["meta"]["tag"][0]["code"] == "derived")
            .collect();
        let of = |kind: &str| {
            tagged
                .iter()
                .filter(|one| one["resourceType"] == kind)
                .count()
        };
        assert_eq!(
            of("Observation"),
            decided.finding().specimens.len(),
            "{name}"
        );
        assert_eq!(
            of("DiagnosticReport"),
            usize::from(decided.finding().patient.is_some())
        );
        let rows: Vec<&str> = tagged
            .iter()
            .filter_map(|one| one["entity"].as_array())
            .flatten()
            .filter(|entity| entity["role"] == "derivation")
            .filter_map(|entity| entity["what"]["identifier"]["value"].as_str())
            .collect();
        for specimen in &decided.finding().specimens {
            for row in specimen.decision.rows() {
                let row = format!("{}#{}", row.page(), row.anchor());
                assert!(rows.contains(&row.as_str()), "{name}: {row}");
            }
        }
        for provenance in tagged
            .iter()
            .filter(|one| one["resourceType"] == "Provenance")
        {
            for entity in provenance["entity"].as_array().into_iter().flatten() {
                if entity["role"] == "source" {
                    let range = &entity["extension"][0]["extension"];
                    let at = |n: usize| range[n]["valueUnsignedInt"].as_u64();
                    let (start, end) = (at(0).expect("a start"), at(1).expect("an end"));
                    assert!(start < end && end <= bytes.len() as u64, "{name}");
                }
            }
        }
    }
}

#[test]
fn a_decimal_is_written_as_it_was_printed() {
    let report = b"SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma. \
        HER2 by FISH: amplified, HER2/CEP17 ratio 2.30, average HER2 signals per cell 5.10.";
    let reading = her2::read("report.txt", report);
    // A registry's rule is to cut after the first decimal.
    for target in Target::ALL
        .into_iter()
        .filter(|target| *target != Target::Naaccr)
    {
        let out = written(&reading, target);
        assert!(
            out.contains("2.30") && out.contains("5.10"),
            "{target:?}: {out}"
        );
    }
}

#[test]
fn cases_are_decided_as_their_reports_are() {
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        let decided = reading.decide(DAY, None);
        let lines = written(&reading, Target::Json);
        let mut out = Vec::new();
        let failed = LineDecider::new(DAY, None).block(lines.as_bytes(), 1, &mut out);
        assert_eq!(
            failed,
            0,
            "{name}: {lines}{}",
            String::from_utf8_lossy(&out)
        );
        let out = String::from_utf8(out).expect("JSON is UTF-8");
        let statuses: Vec<String> = out
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["status"].to_string())
            .collect();
        let expected: Vec<String> = decided
            .finding()
            .specimens
            .iter()
            .map(|one| format!("\"{}\"", her2_case::Term::name(one.decision.her2_status())))
            .collect();
        assert_eq!(statuses, expected, "{name}");
    }
}

#[test]
fn a_table_has_one_header_and_every_row_its_columns() {
    let mut table = Target::Csv.head();
    let mut specimens = 0;
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        table.push_str(&written(&reading, Target::Csv));
        specimens += 1;
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(table.as_bytes());
    let columns = reader.headers().expect("a header").len();
    let rows: Vec<_> = reader
        .records()
        .collect::<Result<_, _>>()
        .expect("equal rows");
    assert!(rows.len() >= specimens);
    assert!(rows.iter().all(|row| row.len() == columns));
}

#[test]
fn no_name_identifier_or_phrase_of_a_report_is_written() {
    // People, places and accession numbers as the invented reports have them.
    const PRIVATE: [&str; 14] = [
        "Dummy",
        "Wilhelmina",
        "IRL-26-555",
        "PLACEHOLDER",
        "EDITH",
        "IM-14-0042",
        "Rosalind",
        "XX-24-1234",
        "Nobody",
        "ZZ-26-777",
        "Mock",
        "EX-26-0007",
        "Pretend",
        "Theo",
    ];
    let mut seen = 0;
    for (name, bytes) in reports() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        seen += PRIVATE.iter().filter(|word| text.contains(**word)).count();
        let reading = her2::read(&name, &bytes);
        for target in Target::ALL {
            let out = written(&reading, target);
            for word in PRIVATE {
                assert!(!out.contains(word), "{name}: {word} in {target:?}");
            }
            assert!(
                !out.contains("cases/reports"),
                "{name}: its path in {target:?}"
            );
        }
    }
    assert!(seen >= PRIVATE.len());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (name, bytes) = reports().remove(2);
    for target in Target::ALL {
        let once = written(&her2::read(&name, &bytes), target);
        let again = written(&her2::read(&name, &bytes), target);
        assert_eq!(once, again);
        assert!(!once.is_empty());
    }
}
