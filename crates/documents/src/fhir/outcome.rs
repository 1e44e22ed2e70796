//! How it went, and what is odd about records, as OperationOutcome.

use super::coded::{OURS, coding, concept};
use super::json::{Json, Object};
use super::observation::tag;
use super::resource;
use crate::convert::Export;
use crate::diagnostics::Shown;
use crate::source::Source;
use her2_case::{Record, Severity, Span};

/// How an operation went: what the format has no place for, or that all was well.
pub(super) fn went(export: &Export<'_>, left_out: &[(&'static str, u32)], cut: bool) -> Object {
    let plain = |code: &str, said: String| {
        Object::default()
            .with("severity", "information")
            .with("code", "informational")
            .with("details", concept(vec![coding(OURS, code, None)], None))
            .with("diagnostics", said)
    };
    let records = export.records.len();
    let mut issues = vec![plain("read", format!("Read: {records} records."))];
    issues.extend(
        left_out
            .iter()
            .map(|(what, count)| plain("left-out", format!("Not written: {what} ({count})."))),
    );
    issues.extend(cut.then(incomplete));
    Object::default()
        .with("meta", Object::default().with("tag", tag(true)))
        .with("issue", issues)
}

/// That the records are not the whole answer to a search.
fn incomplete() -> Object {
    Object::default()
        .with("severity", "warning")
        .with("code", "incomplete")
        .with(
            "diagnostics",
            "The bundle names a further page, counts more matches than it holds, or tells of an error in the search: what is missing here is not negative.",
        )
}

/// One record with what a reviewer would underline in it.
#[derive(Clone, Copy)]
pub struct CheckedRecord<'a> {
    /// The record, with what was odd when it was read.
    pub record: &'a Record,
    /// Its text.
    pub source: Source<'a>,
    /// What fired.
    pub shown: &'a [Shown],
}

/// What a reviewer would underline, as one OperationOutcome on one line. Places are expressions; no words of a record stand in it.
pub fn fhir_check(records: &[CheckedRecord<'_>], cut: bool) -> String {
    let mut issues: Vec<Object> = cut.then(incomplete).into_iter().collect();
    for of in records {
        issues.extend(of.record.problems.iter().map(|problem| {
            let at = problem.origin.and_then(her2_case::Origin::as_span);
            let at: Vec<Span> = at.into_iter().collect();
            issue(
                of,
                problem.severity,
                problem.code,
                None,
                &problem.message,
                &at,
            )
        }));
        issues.extend(of.shown.iter().map(|shown| {
            let said = format!(
                "{} [{}, {}]",
                shown.what_to_do.trim(),
                shown.row,
                shown.cite
            );
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let title = Some(shown.title);
            issue(of, shown.severity, shown.code, title, &said, &shown.at)
        }));
    }
    if issues.is_empty() {
        let nothing = Object::default()
            .with("severity", "information")
            .with("code", "informational")
            .with(
                "details",
                concept(Vec::new(), Some("Nothing to underline.")),
            );
        issues.push(nothing);
    }
    written(issues)
}

fn issue(
    of: &CheckedRecord<'_>,
    severity: Severity,
    code: &str,
    title: Option<&str>,
    said: &str,
    at: &[Span],
) -> Object {
    let (severity, kind) = match severity {
        Severity::Error => ("error", "business-rule"),
        Severity::Warning => ("warning", "business-rule"),
        Severity::Note => ("information", "informational"),
    };
    let paths = at.iter().filter_map(|span| of.source.path(*span));
    let mut expressions: Vec<String> = paths.map(expression).collect();
    expressions.dedup();
    Object::default()
        .with("severity", severity)
        .with("code", kind)
        .with("details", concept(vec![coding(OURS, code, None)], title))
        .with("diagnostics", said)
        .with("expression", expressions)
}

/// A path such as `Observation/a.value` as FHIRPath within the bundle.
fn expression(path: &str) -> String {
    let (resource, rest) = path.split_once('.').unwrap_or((path, ""));
    let rest = match rest {
        "" => String::new(),
        rest => format!(".{rest}"),
    };
    match resource.split_once('/') {
        Some((kind, id)) => {
            format!("Bundle.entry.resource.ofType({kind}).where(id = '{id}'){rest}")
        }
        None => {
            let kind = resource.split(' ').next().unwrap_or(resource);
            format!("Bundle.entry.resource.ofType({kind}){rest}")
        }
    }
}

/// A refusal: its kind in the format's own list, and what to do.
pub fn fhir_refusal(kind: &str, said: &str) -> String {
    let issue = Object::default()
        .with("severity", "error")
        .with("code", kind)
        .with("diagnostics", said);
    written(vec![issue])
}

fn written(issues: Vec<Object>) -> String {
    let rest = Object::default().with("issue", issues);
    let mut out = String::new();
    Json::from(resource_without_id(rest)).write(&mut out);
    out.push('\n');
    out
}

fn resource_without_id(rest: Object) -> Object {
    resource("OperationOutcome", "", rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_expression() {
        assert_eq!(
            expression("Observation/a-1.component[0].value"),
            "Bundle.entry.resource.ofType(Observation).where(id = 'a-1').component[0].value"
        );
        assert_eq!(
            expression("Condition 3.code"),
            "Bundle.entry.resource.ofType(Condition).code"
        );
        assert_eq!(
            expression("Condition 3"),
            "Bundle.entry.resource.ofType(Condition)"
        );
    }

    #[test]
    fn a_refusal_is_an_outcome_without_an_id() {
        assert_eq!(
            fhir_refusal("structure", "send a bundle"),
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"structure\",\"diagnostics\":\"send a bundle\"}]}\n"
        );
    }
}
