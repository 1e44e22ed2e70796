//! The OpenAPI 3.1 document, made from the tables of interfaces and the schemas of the documents.

mod cds;
mod fhir;

use super::answer::{Form, NOT_EXPRESSED};
use super::schemas;
use super::table::{Field, INTERFACES, Interface, Kind, Takes, Verb};
use crate::Shared;
use axum::Json;
use axum::extract::State;
use serde_json::{Map, Value, json};

/// `GET /api/openapi.json`
pub(super) async fn document(State(shared): State<Shared>) -> Json<Value> {
    let config = shared.config();
    Json(of(&config.url(), !config.cds_keys.is_empty()))
}

/// Something to ask, as the document tells it.
struct Told {
    method: &'static str,
    path: String,
    id: String,
    summary: String,
    parameters: Vec<Value>,
    body: Option<Value>,
    responses: Value,
    refusals: Value,
    /// Whether a token is asked for where keys are configured.
    is_kept: bool,
}

impl Told {
    fn get(path: String, id: impl Into<String>, summary: impl Into<String>) -> Self {
        Self {
            method: "get",
            path,
            id: id.into(),
            summary: summary.into(),
            parameters: Vec::new(),
            body: None,
            responses: json!({}),
            refusals: problems([]),
            is_kept: false,
        }
    }

    /// What takes records.
    fn kept(path: String, id: impl Into<String>, summary: impl Into<String>) -> Self {
        Self {
            method: "post",
            is_kept: true,
            ..Self::get(path, id, summary)
        }
    }

    fn operation(mut self, keys: bool) -> Value {
        let responses = &mut self.responses;
        for (status, refusal) in self.refusals.as_object().into_iter().flatten() {
            responses[status] = refusal.clone();
        }
        if keys && self.is_kept {
            responses["401"] = json!({"description": "No token, or none that can be used"});
        }
        let mut operation = json!({
            "operationId": self.id,
            "summary": self.summary,
            "parameters": self.parameters,
            "responses": self.responses,
        });
        if let Some(body) = self.body {
            operation["requestBody"] = body;
        }
        if keys && self.is_kept {
            operation["security"] = json!([{"token": []}]);
        }
        operation
    }
}

/// What every interface may be refused with by the layers around it.
const OF_LAYERS: [(u16, &str); 7] = [
    (408, "The body came too slowly"),
    (413, "The body is too large"),
    (414, "The address is too long"),
    (415, "The body is compressed in transit"),
    (429, "Too many requests from this address"),
    (500, "A fault of the program"),
    (503, "Everything is busy, or the work takes too long"),
];

/// Refusals, with those of the layers.
fn problems(own: impl IntoIterator<Item = (u16, &'static str)>) -> Value {
    let said = |(status, what): (u16, &str)| {
        let content =
            json!({"application/problem+json": {"schema": schemas::reference("problem")}});
        (
            status.to_string(),
            json!({"description": what, "content": content}),
        )
    };
    let all = OF_LAYERS.into_iter().chain(own).map(said);
    Value::Object(all.collect::<Map<_, _>>())
}

fn of(url: &str, keys: bool) -> Value {
    let interfaces = INTERFACES.iter().map(told);
    let all = interfaces.chain(cds::told()).chain(fhir::told());
    let mut paths = Map::new();
    for told in all {
        let (path, method) = (told.path.clone(), told.method);
        paths.insert(path, json!({method: told.operation(keys)}));
    }
    paths.insert("/healthz".to_owned(), json!({"get": health()}));
    let mut components = json!({"schemas": schemas::components()});
    if keys {
        components["securitySchemes"] =
            json!({"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}});
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "HER2 in Focus",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Reads breast pathology reports, decides their HER2 status by the guideline, explains them.",
            "description": "It informs and is no advice. What is not said is not known, and nothing follows from it. Nothing that is sent is kept.",
            "license": {"name": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": url}],
        "paths": paths,
        "components": components,
    })
}

fn told(interface: &Interface) -> Told {
    let mut parameters: Vec<Value> = interface.fields.iter().map(parameter).collect();
    let named = interface
        .path
        .split_once('{')
        .and_then(|(_, rest)| rest.split_once('}'));
    parameters.extend(named.map(|(name, _)| in_path(name)));
    Told {
        method: match interface.method {
            Verb::Get => "get",
            Verb::Post => "post",
        },
        parameters,
        body: body(interface),
        responses: done(interface),
        refusals: refusals(interface),
        is_kept: true,
        ..Told::get(interface.path.to_owned(), interface.id, interface.summary)
    }
}

fn in_path(name: &str) -> Value {
    json!({
        "name": name,
        "in": "path",
        "required": true,
        "schema": {"type": "string", "minLength": 1},
    })
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
            "The bytes of one record in any format that is read (text, PDF, FHIR, HL7 v2, NAACCR XML, CSV), and JSON if the type says so; or several files of one patient as a form, whose other parts are fields.",
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

fn done(interface: &Interface) -> Value {
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
    json!({"200": done})
}

fn refusals(interface: &Interface) -> Value {
    let named = interface.path.contains('{');
    let taken = interface.takes != Takes::Nothing;
    let own = [
        (400, "A field or the form cannot be used", true),
        (404, "There is nothing of this name", named),
        (406, "There is no answer in this form", true),
        (422, "What was sent cannot be used", taken),
    ];
    let own = own.into_iter().filter(|(_, _, may_be)| *may_be);
    problems(own.map(|(status, what, _)| (status, what)))
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
