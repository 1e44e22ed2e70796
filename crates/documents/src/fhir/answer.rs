//! The answer to an operation: one bundle with the results, what follows from them, where each was read, and how it went.

use super::bundle::Bundle;
use super::coded::{ours, ours_concept};
use super::json::{Json, Object};
use super::observation::{reference, tag};
use super::{conclusion, course, outcome, provenance, resource};
use crate::convert::{Export, LeftOut};
use crate::page::Page;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use her2_case::{Origin, Span};

/// A plan as it is told: its page, and the same for programs.
#[derive(Clone, Copy)]
pub struct ToldPlan<'a> {
    /// The page for the clinician.
    pub page: &'a Page,
    /// The plan as one JSON object.
    pub json: &'a str,
}

/// The bundle of a patient, with a plan if there is one, and always with how it went. Nothing in it is an order.
pub fn fhir_answer(export: &Export<'_>, plan: Option<ToldPlan<'_>>, cut: bool) -> String {
    let mut left_out = LeftOut::default();
    let mut bundle = Bundle::of(export);
    bundle.answers = true;
    bundle.add_patient(export);
    course::write(export, &mut bundle, &mut left_out);
    for (number, record) in export.records.iter().enumerate() {
        let inputs = bundle.add_record(record, number, &mut left_out);
        if let Some(found) = export.timeline.records.get(number) {
            conclusion::write(export, found, number, &inputs, &mut bundle);
        }
        bundle.add_problems(record, number);
    }
    if let Some(plan) = plan {
        add_plan(export, plan, &mut bundle);
    }
    let went = outcome::went(export, &left_out.into_list(), cut);
    bundle.add("OperationOutcome", "outcome", went);
    let mut out = String::new();
    Json::from(bundle.finish()).write(&mut out);
    out.push('\n');
    out
}

/// The plan as a report, and what it follows from.
fn add_plan(export: &Export<'_>, plan: ToldPlan<'_>, bundle: &mut Bundle<'_>) {
    let page = plan.page;
    let said = page.lead.iter().chain(&page.frame);
    let said: Vec<&str> = said.map(crate::Sentence::words).collect();
    let form = |kind: &str, content: &str| {
        Object::default()
            .with("contentType", kind)
            .with("language", page.lang)
            .with("data", STANDARD.encode(content))
            .with("title", page.title.words())
    };
    let forms = vec![
        form("text/html; charset=utf-8", &crate::html(page)),
        form("application/json", plan.json),
    ];
    let report = Object::default()
        .with("meta", Object::default().with("tag", tag(true)))
        .with("status", "final")
        .with("code", ours_concept("her2-plan"))
        .with("subject", reference(&bundle.patient))
        .with("conclusion", said.join(" "))
        .with("presentedForm", forms);
    let report = bundle.add("DiagnosticReport", "plan", report);
    let (places, rows) = basis(page);
    let rest = provenance::of_conclusion(
        &[report],
        &bundle.source(export.timeline.main + 1),
        &bundle.sent(&export.records[export.timeline.main], &places),
        &rows,
        export.as_of,
    );
    bundle.add("Provenance", "plan/made", rest);
}

/// The places and the rows that the sentences of a page rest on, each once.
fn basis(page: &Page) -> (Vec<Span>, Vec<(String, String)>) {
    let (mut places, mut rows) = (Vec::new(), Vec::new());
    for sentence in page.sentences() {
        let about = sentence.about();
        places.extend(about.places().into_iter().filter_map(Origin::as_span));
        rows.extend(about.rows().iter().map(|row| {
            (
                format!("{}#{}", row.page, row.anchor),
                format!("{}#{}", row.edition, row.place),
            )
        }));
    }
    places.sort_unstable();
    places.dedup();
    rows.sort_unstable();
    rows.dedup();
    (places, rows)
}

/// An operation of this program, as a resource that defines it, on one line.
pub fn fhir_operation(name: &str, title: &str, description: &str, url: &str) -> String {
    let parameter = |name: &str, way: &str, min: u8, kind: &str, said: &str| {
        Object::default()
            .with("name", name)
            .with("use", way)
            .with("min", Json::Literal(min.to_string()))
            .with("max", "1")
            .with("documentation", said)
            .with("type", kind)
    };
    let returned = match name {
        "her2-check" => "OperationOutcome",
        _ => "Bundle",
    };
    let rest = Object::default()
        .with("url", url)
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("name", title)
        .with("title", title)
        .with("status", "active")
        .with("kind", "operation")
        .with("affectsState", Json::Literal("false".to_owned()))
        .with("code", name)
        .with("description", description)
        .with("system", Json::Literal("true".to_owned()))
        .with("type", Json::Literal("false".to_owned()))
        .with("instance", Json::Literal("false".to_owned()))
        .with(
            "parameter",
            vec![
                parameter("records", "in", 1, "Bundle", "The records of one patient."),
                parameter(
                    "as-of",
                    "in",
                    0,
                    "date",
                    "The day to answer for; today if it is not named.",
                ),
                parameter("return", "out", 1, returned, "What follows from them."),
            ],
        );
    let mut out = String::new();
    Json::from(resource("OperationDefinition", name, rest)).write(&mut out);
    out
}

/// The address by which an operation is known, wherever it runs.
pub fn fhir_operation_url(name: &str) -> String {
    ours(&format!("OperationDefinition/{name}"))
}
