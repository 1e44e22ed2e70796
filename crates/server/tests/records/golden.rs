//! The cards of the patients in `cases/`, as they were read and found right.

use crate::cds::fits;
use crate::patients::{draft, patient, report, select, view};
use crate::send::{ask, server};
use serde_json::{Value, json};
use std::path::PathBuf;

fn cases(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../cases")
        .join(path)
}

/// The reports and the bundles of one patient, by name.
fn patients() -> Vec<(String, Vec<Value>)> {
    let mut all = Vec::new();
    let mut reports: Vec<PathBuf> = std::fs::read_dir(cases("reports"))
        .expect("there are reports")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|of| of == "txt"))
        .collect();
    reports.sort();
    for path in reports {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read(&path).expect("a report");
        all.push((name, vec![patient(), report(&text, "2026-01-12")]));
    }
    for name in ["contradictions", "course", "narrative", "panel", "strings"] {
        let text = std::fs::read(cases(&format!("records/fhir/{name}.json"))).expect("a bundle");
        let bundle: Value = serde_json::from_slice(&text).expect("JSON");
        let entries = bundle["entry"].as_array().expect("entries");
        let resources = entries.iter().map(|entry| entry["resource"].clone());
        all.push((format!("fhir-{name}"), resources.collect()));
    }
    all
}

/// The request with every kind of resource somewhere: what has no query of its own stands with the reports.
fn whole(mut body: Value, resources: &[Value]) -> Value {
    let others = ["DocumentReference", "BodyStructure"];
    let others = resources
        .iter()
        .filter(|of| others.iter().any(|kind| of["resourceType"] == *kind));
    let entries = others.map(|of| json!({"resource": of}));
    body["prefetch"]["reports"]["entry"]
        .as_array_mut()
        .expect("entries")
        .extend(entries);
    body
}

/// The cards by their summaries.
fn listed(cards: &[Value]) -> String {
    let lines = cards.iter().map(|card| {
        let of = |name: &str| card[name].as_str().unwrap_or_default();
        let topic = card["source"]["topic"]["code"].as_str();
        let topic = topic.unwrap_or_default();
        format!("- [{}] {} ({topic})\n", of("indicator"), of("summary"))
    });
    let lines: String = lines.collect();
    match lines.as_str() {
        "" => "(no card)\n\n".to_owned(),
        _ => format!("{lines}\n"),
    }
}

fn written(cards: &[Value]) -> String {
    let mut out = String::new();
    for card in cards {
        let of = |name: &str| card[name].as_str().unwrap_or_default().to_owned();
        let topic = card["source"]["topic"]["code"].as_str().unwrap_or_default();
        out.push_str(&format!(
            "## [{}] {} ({topic})\n\n",
            of("indicator"),
            of("summary")
        ));
        let detail = of("detail");
        // The version changes with every page of the knowledge.
        let detail = detail.replace(her2::knowledge_version(), "VERSION");
        out.push_str(&format!(
            "{detail}\nsource: {}\n\n",
            card["source"]["label"].as_str().unwrap_or_default()
        ));
    }
    if out.is_empty() {
        out.push_str("(no card)\n");
    }
    out
}

#[tokio::test]
async fn cards_of_the_cases() {
    let app = server();
    let patients = patients();
    assert!(patients.len() >= 12, "{}", patients.len());
    let mut out = String::new();
    for (name, resources) in &patients {
        let body = whole(view(resources), resources);
        let answer = ask(&app, "her2-testing", &body).await;
        out.push_str(&format!("# {name}, a patient is opened\n\n"));
        fits(&answer);
        out.push_str(&written(&answer.cards()));
        let order = [draft("order-1", "trastuzumab"), draft("order-2", "Enhertu")];
        let body = whole(select(&order, resources), resources);
        let answer = ask(&app, "her2-monitoring", &body).await;
        out.push_str(&format!("# {name}, orders are chosen\n\n"));
        fits(&answer);
        out.push_str(&match name.as_str() {
            "synoptic-2025-ultralow" => written(&answer.cards()),
            _ => listed(&answer.cards()),
        });
    }
    insta::assert_snapshot!("cards", out);
}
