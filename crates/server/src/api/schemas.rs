//! The JSON Schemas (2020-12) of every document.

mod shapes;

use crate::Shared;
use crate::problem::{self, HttpProblem};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

/// The schema of a document, with its name.
struct Named {
    name: &'static str,
    /// Adds it to the definitions of a generator.
    define: fn(&mut SchemaGenerator) -> Schema,
    /// Alone, with what it needs.
    alone: fn(SchemaGenerator) -> Schema,
}

fn named<T: JsonSchema>(name: &'static str) -> Named {
    Named {
        name,
        define: |generator| generator.subschema_for::<T>(),
        alone: |generator| generator.into_root_schema_for::<T>(),
    }
}

/// Every document.
fn all() -> Vec<Named> {
    use shapes::{
        CdsCards, CdsFeedback, CdsServices, Clinician, Decide, DecideInput, Diagnostic, Drugs,
        Editions, Explain, Health, Monitor, Monitored, Page, Plan, Problem, Read, Timeline,
    };
    vec![
        named::<Read>("read"),
        named::<DecideInput>("decide-input"),
        named::<Decide>("decide"),
        named::<Explain>("explain"),
        named::<Page>("page"),
        named::<Clinician>("clinician"),
        named::<Timeline>("timeline"),
        named::<Diagnostic>("check"),
        named::<Plan>("plan"),
        named::<Monitored>("monitored"),
        named::<Monitor>("monitor"),
        named::<Drugs>("drugs"),
        named::<Editions>("editions"),
        named::<Health>("health"),
        named::<Problem>("problem"),
        named::<CdsServices>("cds-services"),
        named::<CdsCards>("cds-cards"),
        named::<CdsFeedback>("cds-feedback"),
    ]
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize()
}

/// A reference to a schema from within the OpenAPI document.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// All of them, as components of the OpenAPI document.
pub(super) fn components() -> Value {
    let settings = settings().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
    });
    let mut generator = settings.into_generator();
    for schema in all() {
        (schema.define)(&mut generator);
    }
    Value::Object(generator.take_definitions(true))
}

/// `GET /api/schemas`
pub(super) async fn list() -> Json<Value> {
    let names = all()
        .into_iter()
        .map(|schema| format!("/api/schemas/{}.json", schema.name));
    Json(json!({"schemas": names.collect::<Vec<_>>()}))
}

/// `GET /api/schemas/{name}.json`
pub(super) async fn one(
    State(shared): State<Shared>,
    Path(name): Path<String>,
) -> Result<Response, HttpProblem> {
    let name = name.strip_suffix(".json").unwrap_or(&name);
    let found = all().into_iter().find(|schema| schema.name == name);
    let Some(found) = found else {
        return Err(problem::not_found().await);
    };
    let mut schema = (found.alone)(settings().into_generator());
    let id = format!("{}/api/schemas/{name}.json", shared.config().url());
    schema.insert("$id".to_owned(), id.into());
    let kind = [(axum::http::header::CONTENT_TYPE, "application/schema+json")];
    Ok((kind, schema.to_value().to_string()).into_response())
}
