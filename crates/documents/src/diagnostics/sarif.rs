//! Diagnostics as SARIF 2.1.0, the exchange format of static analysis.

use super::{Checked, Page, Place, Shown, first_sentence, joined};
use crate::Source;
use her2_case::{Severity, Span};
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run of the checker over any number of records, collected for one SARIF log.
#[derive(Debug)]
pub struct Sarif {
    pages: Vec<Page>,
    results: Vec<Value>,
    artifacts: Vec<Value>,
}

impl Sarif {
    /// A run in which these diagnostics are looked for.
    pub fn new(pages: Vec<Page>) -> Self {
        Self {
            pages,
            results: Vec::new(),
            artifacts: Vec::new(),
        }
    }

    /// One record more.
    pub fn add(&mut self, checked: &Checked<'_>) {
        let artifact = self.artifacts.len();
        let uri = uri(checked.name);
        for shown in checked.shown {
            let result = self.result(checked, shown, &uri, artifact);
            self.results.push(result);
        }
        self.artifacts.push(json!({
            "location": { "uri": uri, "index": artifact },
            "length": checked.source.bytes().len(),
            "roles": ["analysisTarget"],
        }));
    }

    /// The log.
    pub fn finish(self, version: &str) -> Value {
        let rules: Vec<_> = self.pages.iter().map(rule).collect();
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
                "artifacts": self.artifacts,
                "results": self.results,
            }],
        })
    }

    fn result(&self, checked: &Checked<'_>, shown: &Shown, uri: &str, artifact: usize) -> Value {
        let rule = self.pages.iter().position(|page| page.code == shown.code);
        let text = format!(
            "{}. {}",
            shown.title.trim_end_matches('.'),
            first_sentence(shown.what_to_do)
        );
        let file = json!({ "uri": uri, "index": artifact });
        let location = |span: &Span| {
            json!({ "physicalLocation": {
                "artifactLocation": file,
                "region": region(checked.source, *span),
            } })
        };
        let primary = match shown.at.first() {
            Some(span) => location(span),
            None => json!({ "physicalLocation": { "artifactLocation": file } }),
        };
        let others = shown.at.iter().skip(1).zip(1..).map(|(span, id)| {
            let mut other = location(span);
            other["id"] = json!(id);
            other
        });
        let mut result = json!({
            "ruleId": shown.code,
            "level": shown.severity.name(),
            "message": { "text": text },
            "locations": [primary],
            "properties": {
                "row": shown.row,
                "cite": shown.cite,
                "source": shown.source,
                "projectRule": shown.project_rule,
            },
        });
        if let Some(rule) = rule {
            result["ruleIndex"] = json!(rule);
        }
        let others: Vec<_> = others.collect();
        if !others.is_empty() {
            result["relatedLocations"] = Value::Array(others);
        }
        result
    }
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

fn region(source: Source<'_>, span: Span) -> Value {
    let place = Place::of(source, span);
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
