//! Diagnostics as JSON, one object a line.

use super::place::Lines;
use super::{Checked, Shown, joined};
use her2_case::Span;
use serde_json::{Value, json};

/// The diagnostics of one record, one JSON object a line. Quotes are the record's own words.
pub fn json(checked: &Checked<'_>) -> String {
    let lines = Lines::counted(checked);
    let mut out = String::new();
    for shown in checked.shown {
        out.push_str(&object(checked, &lines, shown).to_string());
        out.push('\n');
    }
    out
}

fn object(checked: &Checked<'_>, lines: &Lines<'_>, shown: &Shown) -> Value {
    let at: Vec<_> = shown
        .at
        .iter()
        .map(|span| place(checked, lines, *span))
        .collect();
    json!({
        "record": checked.name,
        "code": shown.code,
        "severity": shown.severity.name(),
        "title": shown.title,
        "why": joined(&shown.why),
        "what_to_do": joined(&shown.what_to_do),
        "row": shown.row,
        "cite": shown.cite,
        "source": shown.source,
        "project_rule": shown.project_rule,
        "at": at,
    })
}

fn place(checked: &Checked<'_>, lines: &Lines<'_>, span: Span) -> Value {
    if checked.source.is_named() {
        return json!({
            "span": [span.start, span.end],
            "path": checked.source.path(span),
            "quote": checked.source.quote(span),
        });
    }
    let place = lines.place(span);
    json!({
        "span": [span.start, span.end],
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "quote": checked.source.quote(span),
    })
}
