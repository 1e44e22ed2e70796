//! CDS Hooks 2.0: discovery, cards, and what became of them.

mod ask;
pub(crate) mod feedback;
mod prefetch;
mod respond;

pub(crate) use respond::respond;

use crate::language;
use crate::problem::HttpProblem;
use crate::{Shared, jwt};
use ask::Refusal;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use her2::cards::{Service, service, services};
use serde_json::{Map, Value, json};

pub(crate) fn routes(shared: &Shared) -> Router<Shared> {
    let kept = Router::new()
        .route("/cds-services/{id}", post(asked))
        .route("/cds-services/{id}/feedback", post(told))
        .route_layer(from_fn_with_state(shared.clone(), jwt::keep));
    Router::new()
        .route("/cds-services", get(discovery))
        .merge(kept)
}

/// The services there are.
async fn discovery(headers: HeaderMap) -> Response {
    let lang = language::of(&headers);
    let services: Vec<Value> = services().iter().map(|of| listed(of, lang)).collect();
    let body = Json(json!({ "services": services })).into_response();
    language::said(lang, body)
}

fn listed(of: &Service, lang: &str) -> Value {
    let prefetch = of.prefetch.iter();
    let prefetch: Map<String, Value> = prefetch
        .map(|one| (one.key.to_owned(), json!(one.query)))
        .collect();
    json!({
        "hook": of.hook.name(),
        "title": of.title(lang),
        "description": of.description(lang),
        "id": of.id,
        "prefetch": prefetch,
        "usageRequirements": of.usage(lang),
    })
}

/// The cards for a request.
async fn asked(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (service, body) = match (of_name(&id), json_body(&headers, body)) {
        (Err(refused), _) | (_, Err(refused)) => return refused.into_response(),
        (Ok(service), Ok(body)) => (service, body),
    };
    let lang = language::of(&headers);
    let (today, page) = (shared.today(), shared.config().public_url.clone());
    let cards = shared
        .compute(move |_| respond(service, &body, today, lang, page.as_deref()))
        .await;
    match cards {
        Ok(Ok(cards)) => {
            let kind = HeaderValue::from_static("application/json");
            language::said(
                lang,
                ([(header::CONTENT_TYPE, kind)], cards).into_response(),
            )
        }
        Ok(Err(refusal)) => refusal.into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// What became of cards. It is counted, and nothing of it is kept.
async fn told(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (service, body) = match (of_name(&id), json_body(&headers, body)) {
        (Err(refused), _) | (_, Err(refused)) => return refused.into_response(),
        (Ok(service), Ok(body)) => (service, body),
    };
    match feedback::read(&body) {
        Ok(told) => {
            shared.feedback().count(service.id, &told);
            StatusCode::OK.into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

fn of_name(id: &str) -> Result<&'static Service, Refusal> {
    service(id).ok_or_else(|| {
        Refusal::new(
            StatusCode::NOT_FOUND,
            "there is no such service",
            "`GET /cds-services` lists those there are",
        )
    })
}

/// The body, if it says that it is JSON and is not too large.
fn json_body(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Bytes, Refusal> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "the body is not said to be JSON",
            "send `Content-Type: application/json`",
        ));
    }
    body.map_err(|rejection| {
        Refusal::new(
            rejection.status(),
            "the body could not be read",
            "send the whole body, and fewer records at a time if it is too large",
        )
    })
}

impl From<HttpProblem> for Refusal {
    fn from(problem: HttpProblem) -> Self {
        Self::new(problem.status, problem.title, problem.detail)
    }
}
