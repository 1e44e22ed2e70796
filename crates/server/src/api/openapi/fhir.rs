//! FHIR in the OpenAPI document.

use super::{OF_LAYERS, Told};
use crate::fhir::{Asks, KIND};
use her2::fhir::Operation;
use serde_json::{Map, Value, json};

/// Everything there is.
pub(super) fn told() -> impl Iterator<Item = Told> {
    Asks::all().into_iter().map(|asks| match asks {
        Asks::Metadata => Told {
            parameters: vec![format()],
            responses: answer("What this server can do", "CapabilityStatement"),
            refusals: refused([(406, NO_FORM)]),
            ..Told::get(asks.path(), "fhirMetadata", "The CapabilityStatement")
        },
        Asks::Definition => Told {
            parameters: vec![super::in_path("name")],
            responses: answer("It", "OperationDefinition"),
            refusals: refused([(404, "There is no such operation")]),
            ..Told::get(
                asks.path(),
                "fhirDefinition",
                "The definition of an operation",
            )
        },
        Asks::Perform(operation) => Told {
            parameters: vec![format()],
            body: Some(body()),
            responses: match operation {
                Operation::Status | Operation::Plan => answer("What follows from it", "Bundle"),
                Operation::Check => answer("What a reviewer would underline", "OperationOutcome"),
            },
            refusals: refused([
                (
                    400,
                    "What was sent is no Bundle, nor Parameters with one in them",
                ),
                (406, NO_FORM),
                (
                    415,
                    "The body is not said to be JSON, or compressed in transit",
                ),
                (
                    422,
                    "The records cannot be used, or are of more than one patient",
                ),
            ]),
            ..Told::kept(asks.path(), operation.name(), operation.said())
        },
    })
}

const NO_FORM: &str = "Answers are written in JSON";

fn format() -> Value {
    json!({
        "name": "_format",
        "in": "query",
        "description": "The form of the answer, before what Accept says: `json`, or a media type of JSON with or without parameters; 406 for any other. An empty one is none.",
        "schema": {"type": "string", "examples": ["json", "application/json", KIND]},
    })
}

fn resource(kind: &str) -> Value {
    json!({
        "type": "object",
        "required": ["resourceType"],
        "properties": {"resourceType": {"const": kind}},
    })
}

fn body() -> Value {
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "id": "example"}},
        {"resource": {"resourceType": "Observation", "id": "ihc", "status": "final", "subject": {"reference": "Patient/example"},
            "code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]}, "effectiveDateTime": "2026-01-12", "valueString": "3+"}},
    ]});
    let mut parameters = resource("Parameters");
    parameters["required"] = json!(["resourceType", "parameter"]);
    parameters["properties"]["parameter"] = json!({
        "type": "array",
        "items": {"type": "object", "properties": {
            "name": {"type": ["string", "null"]},
            "valueDate": {"type": ["string", "null"]},
        }},
        "contains": {"type": "object", "required": ["resource"], "properties": {"resource": resource("Bundle")}},
    });
    let schema = json!({"anyOf": [resource("Bundle"), parameters]});
    let sent = json!({"schema": schema, "example": bundle});
    json!({
        "description": "The records of one patient as a Bundle; or Parameters with one Bundle in them, and perhaps the day to answer for as `as-of`.",
        "required": true,
        "content": {KIND: sent, "application/json": sent},
    })
}

fn answer(what: &str, kind: &str) -> Value {
    json!({"200": {"description": what, "content": {KIND: {"schema": resource(kind)}}}})
}

/// Refusals, as an OperationOutcome each.
fn refused<const N: usize>(own: [(u16, &'static str); N]) -> Value {
    let mut outcome = resource("OperationOutcome");
    outcome["required"] = json!(["resourceType", "issue"]);
    outcome["properties"]["issue"] = json!({"type": "array", "minItems": 1});
    let said = |(status, what): (u16, &str)| {
        let content = json!({KIND: {"schema": outcome}});
        (
            status.to_string(),
            json!({"description": what, "content": content}),
        )
    };
    Value::Object(
        OF_LAYERS
            .into_iter()
            .chain(own)
            .map(said)
            .collect::<Map<_, _>>(),
    )
}
