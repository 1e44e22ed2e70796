//! FHIR R4: what this server can do, and its operations. Every refusal is an OperationOutcome.

mod ask;
mod capability;
mod table;

pub(crate) use table::Asks;

use crate::{Shared, jwt};
use ask::{Asked, Refusal};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use her2::fhir::Operation;
use her2::{CareInput, PlanWith};

pub(crate) const KIND: &str = "application/fhir+json";

pub(crate) fn routes(shared: &Shared) -> Router<Shared> {
    let (mut open, mut kept) = (Router::new(), Router::new());
    for asks in Asks::all() {
        let path = asks.path();
        match asks {
            Asks::Metadata => open = open.route(&path, get(metadata)),
            Asks::Definition => open = open.route(&path, get(definition)),
            Asks::Perform(operation) => {
                let of = move |shared, uri, headers, body| {
                    perform(operation, shared, uri, headers, body)
                };
                // The sign may stand as it is or as it is encoded.
                kept = kept
                    .route(&path, post(of))
                    .route(&path.replace('$', "%24"), post(of));
            }
        }
    }
    let kept = kept.route_layer(from_fn_with_state(shared.clone(), jwt::keep));
    open.route("/fhir", any(nothing))
        .route("/fhir/", any(nothing))
        .route("/fhir/{*rest}", any(nothing))
        .merge(kept)
        .method_not_allowed_fallback(not_allowed)
}

/// What this server can do.
async fn metadata(State(shared): State<Shared>, uri: Uri, headers: HeaderMap) -> Response {
    match ask::accepts(&headers, uri.query()) {
        Ok(()) => resource(capability::statement(&shared)),
        Err(refusal) => refusal.into_response(),
    }
}

/// The definition of an operation.
async fn definition(Path(name): Path<String>, uri: Uri, headers: HeaderMap) -> Response {
    if let Err(refusal) = ask::accepts(&headers, uri.query()) {
        return refusal.into_response();
    }
    let mut all = Operation::ALL.into_iter();
    match all.find(|operation| operation.name() == name) {
        Some(operation) => resource(operation.definition()),
        None => nothing().await,
    }
}

/// There is nothing at this address.
async fn nothing() -> Response {
    let said = "`GET /fhir/metadata` lists what there is; nothing is stored here";
    Refusal::new(StatusCode::NOT_FOUND, "not-found", said).into_response()
}

async fn not_allowed() -> Response {
    let said = "operations are asked with POST, `/fhir/metadata` and definitions with GET";
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "not-supported", said).into_response()
}

async fn perform(
    operation: Operation,
    State(shared): State<Shared>,
    uri: Uri,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    if let Err(refusal) = ask::accepts(&headers, uri.query()).and_then(|()| ask::sends(&headers)) {
        return refusal.into_response();
    }
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return Refusal::of_layer(rejection.status()).into_response(),
    };
    let lang = crate::language::of(&headers);
    let today = shared.today();
    let done = shared
        .compute(move |_| answer(operation, &body, today, lang))
        .await;
    match done {
        Ok(Ok(answer)) => crate::language::said(lang, resource(answer)),
        Ok(Err(refusal)) => refusal.into_response(),
        Err(problem) => Refusal::of_layer(problem.status).into_response(),
    }
}

/// The answer to an operation.
fn answer(
    operation: Operation,
    body: &[u8],
    today: jiff::civil::Date,
    lang: &str,
) -> Result<String, Refusal> {
    let asked = Asked::read(body)?;
    let as_of = asked.as_of.unwrap_or(today);
    let is_cut = her2::fhir::is_cut(asked.records);
    let subject = her2::fhir::subject(asked.records);
    let subject = subject.as_deref();
    let mut patients = 0;
    let mut answer = None;
    her2::cards::read_resources(&[asked.records], &mut |reading| {
        patients += 1;
        if patients > 1 || reading.is_nothing() {
            return;
        }
        answer = match operation {
            Operation::Status => Some(reading.decide(as_of, None).fhir(subject, is_cut)),
            Operation::Check => Some(reading.decide(as_of, None).fhir_check(is_cut)),
            Operation::Plan => {
                let planned = CareInput::default().plan(Some(&reading), as_of, None);
                planned.fhir(PlanWith::default(), subject, is_cut, lang)
            }
        };
    });
    if patients > 1 {
        let said = "the bundle holds the records of more than one patient: send those of one";
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "multiple-matches",
            said,
        ));
    }
    answer.ok_or_else(|| {
        let said = "nothing could be read from the bundle";
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "processing", said)
    })
}

/// A refusal by a layer around this one, as an OperationOutcome too.
pub(crate) async fn outcomes(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let ours = path == "/fhir" || path.starts_with("/fhir/");
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    let problem = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/problem+json"));
    if !ours || !problem {
        return response;
    }
    let status = response.status();
    let mut refusal = Refusal::of_layer(status).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            refusal.headers_mut().insert(name, value.clone());
        }
    }
    refusal
}

/// A resource as an answer.
fn resource(json: String) -> Response {
    let kind = HeaderValue::from_static("application/fhir+json; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], json).into_response()
}
