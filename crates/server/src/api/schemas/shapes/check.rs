//! `check`: what a reviewer would underline.

use super::cited::Span;
use super::shape;

shape! {
    /// One finding of the checker.
    Diagnostic = "check" {
        record: String,
        code: String,
        severity: String,
        title: String,
        why: String,
        what_to_do: String,
        row: Option<String>,
        cite: Option<String>,
        source: Option<String>,
        project_rule: bool,
        at: Vec<Place>,
    }
}

shape! {
    /// A place: by lines in a text, by a path in a structured record.
    Place = "place" {
        span: Span,
        quote: String,
        #[schemars(skip_serializing_if = "Option::is_none")]
        path: Option<String>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        line: Option<u32>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        column: Option<u32>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        end_line: Option<u32>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        end_column: Option<u32>,
    }
}
