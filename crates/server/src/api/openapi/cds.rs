//! CDS Hooks in the OpenAPI document.

use super::{Told, problems};
use crate::api::schemas;
use crate::cds::Asks;
use her2::cards::{Hook, Service};
use serde_json::{Map, Value, json};

const UUID: &str = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";

/// Everything there is.
pub(super) fn told() -> impl Iterator<Item = Told> {
    Asks::all().into_iter().map(|asks| match asks {
        Asks::Discovery => Told {
            responses: answer("The services", "cds-services"),
            ..Told::get(asks.path(), "cdsServices", "The services of CDS Hooks 2.0")
        },
        Asks::Cards(service) => Told {
            body: Some(json!({"required": true, "content": {"application/json": {
                "schema": request(service),
                "example": example(service),
            }}})),
            responses: answer("The cards, or none", "cds-cards"),
            refusals: refused("What is asked ahead is missing, without which nothing can be told"),
            ..Told::kept(asks.path(), format!("cds-{}", service.id), title(service))
        },
        Asks::Feedback(service) => Told {
            body: Some(json!({"required": true, "content": {"application/json": {
                "schema": schemas::reference("cds-feedback"),
                "example": {"feedback": [{
                    "card": "00000000-0000-4000-8000-000000000000",
                    "outcome": "accepted",
                    "outcomeTimestamp": "2026-01-31T12:00:00Z",
                }]},
            }}})),
            responses: json!({"200": {"description": "It is counted, and nothing of it is kept"}}),
            refusals: refused(""),
            ..Told::kept(
                asks.path(),
                format!("cds-{}-feedback", service.id),
                format!("What became of the cards of {}", service.id),
            )
        },
    })
}

fn title(service: &Service) -> String {
    service.title("en").unwrap_or_else(|| service.id.to_owned())
}

fn answer(what: &str, schema: &str) -> Value {
    json!({"200": {
        "description": what,
        "content": {"application/json": {"schema": schemas::reference(schema)}},
    }})
}

fn refused(missing: &'static str) -> Value {
    let missing = (!missing.is_empty()).then_some((412, missing));
    let own = [
        (400, "The request is not what CDS Hooks 2.0 has"),
        (
            415,
            "The body is not said to be JSON, or compressed in transit",
        ),
    ];
    problems(own.into_iter().chain(missing))
}

/// A request as the specification has it: what is read of it.
fn request(service: &Service) -> Value {
    let resource = json!({
        "type": ["object", "null"],
        "required": ["resourceType"],
        "properties": {"resourceType": {"type": "string"}},
    });
    let queries = service.prefetch.iter();
    let prefetch: Map<String, Value> = queries
        .map(|query| (query.key.to_owned(), resource.clone()))
        .collect();
    let hooks: Vec<Value> = (service.answers.iter())
        .map(|hook| {
            json!({"properties": {"hook": {"const": hook.name()}, "context": context(*hook)}})
        })
        .collect();
    json!({
        "type": "object",
        "required": ["hook", "hookInstance", "context"],
        "properties": {
            "hook": {"type": "string"},
            "hookInstance": {"type": "string", "pattern": UUID},
            "context": {"type": "object"},
            "prefetch": {"type": ["object", "null"], "properties": prefetch},
        },
        "anyOf": hooks,
    })
}

fn context(hook: Hook) -> Value {
    let mut required = vec!["userId", "patientId"];
    if hook.has_orders() {
        required.push("draftOrders");
    }
    if hook == Hook::OrderSelect {
        required.push("selections");
    }
    let mut properties = json!({
        "userId": {"type": "string", "pattern": "\\S"},
        "patientId": {"type": "string", "pattern": "^[A-Za-z0-9.-]{1,64}$"},
    });
    if hook.has_orders() {
        properties["draftOrders"] = json!({"type": "object"});
        properties["selections"] = json!({"type": "array", "items": {"type": "string"}});
    }
    json!({"type": "object", "required": required, "properties": properties})
}

/// A request that is answered.
fn example(service: &Service) -> Value {
    let found = json!({"resourceType": "Bundle", "type": "searchset"});
    let queries = service.prefetch.iter();
    let mut prefetch: Map<String, Value> = queries
        .map(|query| (query.key.to_owned(), found.clone()))
        .collect();
    prefetch.insert(
        "patient".to_owned(),
        json!({"resourceType": "Patient", "id": "example"}),
    );
    let mut context = json!({"userId": "Practitioner/example", "patientId": "example"});
    if service.hook.has_orders() {
        context["draftOrders"] = json!({"resourceType": "Bundle", "type": "collection"});
        context["selections"] = json!([]);
    }
    json!({
        "hook": service.hook.name(),
        "hookInstance": "00000000-0000-4000-8000-000000000000",
        "context": context,
        "prefetch": prefetch,
    })
}
