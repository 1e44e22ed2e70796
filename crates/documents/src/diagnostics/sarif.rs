//! Diagnostics as SARIF 2.1.0, the exchange format of static analysis.

use super::place::Lines;
use super::{Checked, Page, Shown, first_sentence, joined};
use crate::Source;
use her2_case::{Severity, Span};
use serde_json::{Value, json};
use std::collections::HashMap;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run of the checker over any number of records, collected for one SARIF log.
#[derive(Debug, Default)]
pub struct Sarif {
    records: Vec<Checks>,
}

/// What was found in one record.
#[derive(Debug)]
struct Checks {
    uri: String,
    length: usize,
    /// Results whose places do not say yet which record of the run they are in.
    results: Vec<Value>,
}

impl Sarif {
    /// One record more.
    pub fn add(&mut self, checked: &Checked<'_>) {
        let lines = Lines::counted(checked);
        self.records.push(Checks {
            uri: uri(file_of(checked.name)),
            length: checked.source.bytes().len(),
            results: checked
                .shown
                .iter()
                .map(|shown| result(checked.source, &lines, shown))
                .collect(),
        });
    }

    /// The records of another run, after those of this one.
    pub fn join(&mut self, other: Self) {
        self.records.extend(other.records);
    }

    /// The log of a run in which these diagnostics were looked for.
    pub fn finish(self, pages: &[Page], version: &str) -> Value {
        let rules: Vec<_> = pages.iter().map(rule).collect();
        let mut artifacts = Vec::new();
        let mut results = Vec::new();
        let mut known = HashMap::new();
        for record in self.records {
            // Several records of one file are one artifact.
            let index = *known.entry(record.uri.clone()).or_insert(artifacts.len());
            let file = json!({ "uri": record.uri, "index": index });
            if index == artifacts.len() {
                artifacts.push(json!({
                    "location": file,
                    "length": record.length,
                    "roles": ["analysisTarget"],
                }));
            }
            for mut result in record.results {
                let rule = pages.iter().position(|page| result["ruleId"] == page.code);
                result["ruleIndex"] = json!(rule);
                for places in ["locations", "relatedLocations"] {
                    let places = result.get_mut(places).and_then(Value::as_array_mut);
                    for place in places.into_iter().flatten() {
                        place["physicalLocation"]["artifactLocation"] = file.clone();
                    }
                }
                results.push(result);
            }
        }
        json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "her2",
                    "semanticVersion": version,
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "artifacts": artifacts,
                "results": results,
            }],
        })
    }
}

fn result(source: Source<'_>, lines: &Lines<'_>, shown: &Shown) -> Value {
    let location = |span: &Span| {
        if !source.is_named() {
            return json!({ "physicalLocation": { "region": region(lines, *span) } });
        }
        let bytes = json!({ "byteOffset": span.start, "byteLength": span.end - span.start });
        let mut location = json!({ "physicalLocation": { "region": bytes } });
        if let Some(path) = source.path(*span) {
            location["logicalLocations"] =
                json!([{ "fullyQualifiedName": path, "kind": "member" }]);
        }
        location
    };
    let first = shown.at.first().map(location);
    let first = first.unwrap_or_else(|| json!({ "physicalLocation": {} }));
    let others = shown.at.iter().skip(1).zip(1..).map(|(span, id)| {
        let mut other = location(span);
        other["id"] = json!(id);
        other
    });
    let others: Vec<_> = others.collect();
    let text = format!(
        "{}. {}",
        shown.title.trim_end_matches('.'),
        first_sentence(&shown.what_to_do)
    );
    let mut result = json!({
        "ruleId": shown.code,
        "level": shown.severity.name(),
        "message": { "text": text },
        "locations": [first],
        "properties": {
            "row": shown.row,
            "cite": shown.cite,
            "source": shown.source,
            "projectRule": shown.project_rule,
        },
    });
    if !others.is_empty() {
        result["relatedLocations"] = Value::Array(others);
    }
    result
}

fn rule(page: &Page) -> Value {
    let (why, what_to_do) = (joined(page.why), joined(page.what_to_do));
    json!({
        "id": page.code,
        "name": pascal_case(page.code),
        "shortDescription": { "text": page.title },
        "fullDescription": { "text": why },
        "help": {
            "text": format!("{why}\n\n{what_to_do}\n\nSource: {}", page.source),
            "markdown": format!("{why}\n\n**What to do.** {what_to_do}\n\n*Source: {}*", page.source),
        },
        "defaultConfiguration": { "level": page.severity.name() },
        "properties": {
            "cite": page.cite,
            "precision": "high",
            "problem.severity": match page.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "recommendation",
            },
        },
    })
}

fn region(lines: &Lines<'_>, span: Span) -> Value {
    let place = lines.place(span);
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "byteOffset": span.start,
        "byteLength": span.end - span.start,
    })
}

/// The code as the name of a rule: `score-missing` becomes `ScoreMissing`.
fn pascal_case(code: &str) -> String {
    code.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect()
}

/// The file of a record: without the number of the patient in it.
fn file_of(name: &str) -> &str {
    let numbered = name.rsplit_once('#');
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numbered.map_or(name, |(file, of)| if number(of) { file } else { name })
}

/// A path as a relative or file URI. What is no plain path character is written in percent form.
fn uri(path: &str) -> String {
    let mut out = String::new();
    let path = path.replace('\\', "/");
    if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("reports/a b.txt"), "reports/a%20b.txt");
        assert_eq!(uri("/tmp/é.txt"), "file:///tmp/%C3%A9.txt");
        assert_eq!(uri("C:\\a.txt"), "C%3A/a.txt");
    }

    #[test]
    fn a_code_becomes_a_name() {
        assert_eq!(pascal_case("ihc-2-without-ish"), "Ihc2WithoutIsh");
    }
}
