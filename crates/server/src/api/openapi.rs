//! The OpenAPI 3.1 document, made from the table of interfaces and the schemas of the documents.

use super::answer::{Form, NOT_EXPRESSED};
use super::schemas;
use super::table::{Field, INTERFACES, Interface, Kind, Takes, Verb};
use crate::Shared;
use axum::Json;
use axum::extract::State;
use serde_json::{Map, Value, json};

/// `GET /api/openapi.json`
pub(super) async fn document(State(shared): State<Shared>) -> Json<Value> {
    Json(of(&shared.config().url()))
}

fn of(url: &str) -> Value {
    let mut paths = Map::new();
    for interface in INTERFACES {
        let method = match interface.method {
            Verb::Get => "get",
            Verb::Post => "post",
        };
        paths.insert(
            interface.path.to_owned(),
            json!({method: operation(interface)}),
        );
    }
    paths.insert("/healthz".to_owned(), json!({"get": health()}));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "HER2 in Focus",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Reads breast pathology reports, decides their HER2 status by the guideline, explains them.",
            "description": "It informs and is no advice. What is not said is not known, and nothing follows from it. Nothing that is sent is kept. The CDS Hooks services are listed at /cds-services, the FHIR operations at /fhir/metadata.",
            "license": {"name": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": url}],
        "paths": paths,
        "components": {"schemas": schemas::components()},
    })
}

fn operation(interface: &Interface) -> Value {
    let mut parameters: Vec<Value> = interface.fields.iter().map(parameter).collect();
    let named = interface
        .path
        .split_once('{')
        .and_then(|(_, rest)| rest.split_once('}'));
    if let Some((name, _)) = named {
        parameters.push(json!({
            "name": name,
            "in": "path",
            "required": true,
            "schema": {"type": "string", "minLength": 1},
        }));
    }
    let mut operation = json!({
        "operationId": interface.id,
        "summary": interface.summary,
        "parameters": parameters,
        "responses": responses(interface),
    });
    if let Some(body) = body(interface) {
        operation["requestBody"] = body;
    }
    operation
}

fn parameter(field: &Field) -> Value {
    let one_of = |names: &[&str]| json!({"type": "string", "enum": names});
    let schema = match field.kind {
        Kind::Day => json!({"type": "string", "format": "date"}),
        Kind::OneOf(names) => one_of(names),
        Kind::Language => one_of(&her2::languages()),
        Kind::Edition => one_of(&her2::editions()),
        Kind::Weight => json!({"type": "string", "pattern": "^[0-9]{2,3}(\\.[0-9]{1,3})?$"}),
        Kind::Text => json!({"type": "string"}),
        Kind::Texts => json!({"type": "array", "items": {"type": "string"}}),
    };
    json!({
        "name": field.name,
        "in": "query",
        "required": field.name == "to",
        "description": field.help,
        "schema": schema,
    })
}

fn body(interface: &Interface) -> Option<Value> {
    let raw = json!({"schema": {"type": "string"}});
    let files = json!({"schema": {
        "type": "object",
        "properties": {"file": {"type": "array", "items": {"type": "string", "format": "binary"}}},
    }});
    let (about, content) = match interface.takes {
        Takes::Nothing => return None,
        Takes::Cases => (
            "Structured HER2 results, one JSON object a line.",
            json!({"application/x-ndjson": {"schema": schemas::reference("decide-input")}, "application/json": {"schema": schemas::reference("decide-input")}}),
        ),
        Takes::Records => (
            "The bytes of one record in any format that is read (text, PDF, FHIR, HL7 v2, NAACCR XML, CSV), whatever the type says; or several files of one patient as a form, whose other parts are fields.",
            json!({"application/octet-stream": raw, "multipart/form-data": files}),
        ),
        Takes::RecordOrCase | Takes::PerhapsRecordOrCase => (
            "A record, or a case in JSON whose keys are names of questions; or several files of one patient as a form, whose other parts are fields.",
            json!({"application/octet-stream": raw, "application/json": {"schema": {"type": "object"}}, "multipart/form-data": files}),
        ),
    };
    let required = interface.takes != Takes::PerhapsRecordOrCase;
    Some(json!({"description": about, "required": required, "content": content}))
}

fn responses(interface: &Interface) -> Value {
    let forms = match interface.forms {
        [] => Form::CONVERTED,
        forms => forms,
    };
    let content: Map<String, Value> = (forms.iter())
        .map(|form| {
            let schema = match (form, interface.schema) {
                (Form::Json | Form::Lines, Some(name)) => schemas::reference(name),
                (Form::Json | Form::Fhir | Form::Sarif, _) => json!({"type": "object"}),
                _ => json!({"type": "string"}),
            };
            (form.media().to_owned(), json!({"schema": schema}))
        })
        .collect();
    let mut done = json!({"description": "Done", "content": content});
    if interface.forms.is_empty() {
        done["headers"] = json!({NOT_EXPRESSED: {
            "description": "Names of facts that the format has no place for, with how often",
            "schema": {"type": "string"},
        }});
    }
    let problem = |what: &str| {
        json!({
            "description": what,
            "content": {"application/problem+json": {"schema": schemas::reference("problem")}},
        })
    };
    let mut responses = json!({
        "200": done,
        "400": problem("A field or the form cannot be used"),
        "406": problem("There is no answer in this form"),
        "408": problem("The body came too slowly"),
        "413": problem("The body is too large"),
        "414": problem("The address is too long"),
        "415": problem("The body is compressed in transit"),
        "429": problem("Too many requests from this address"),
        "500": problem("A fault of the program"),
        "503": problem("Everything is busy, or the work takes too long"),
    });
    if interface.path.contains('{') {
        responses["404"] = problem("There is nothing of this name");
    }
    if interface.takes != Takes::Nothing {
        responses["422"] = problem("What was sent cannot be used");
    }
    responses
}

fn health() -> Value {
    json!({
        "operationId": "health",
        "summary": "Whether the program answers",
        "responses": {"200": {
            "description": "It does",
            "content": {"application/json": {"schema": schemas::reference("health")}},
        }},
    })
}
