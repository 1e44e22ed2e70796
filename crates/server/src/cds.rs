//! CDS Hooks 2.0: discovery, cards, and what became of them.

mod ask;
pub(crate) mod feedback;
mod orders;
mod prefetch;
mod respond;
mod table;
mod whose;

pub(crate) use respond::respond;
pub(crate) use table::Asks;

use crate::language;
use crate::problem::HttpProblem;
use crate::{Shared, headers, jwt};
use ask::Refusal;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use her2::cards::{Service, services};
use serde_json::{Map, Value, json};

pub(crate) fn routes(shared: &Shared) -> Router<Shared> {
    let (mut open, mut kept) = (Router::new(), Router::new());
    for asks in Asks::all() {
        let path = asks.path();
        match asks {
            Asks::Discovery => open = open.route(&path, get(discovery)),
            Asks::Cards(service) => {
                let of = move |shared, headers, body| asked(service, shared, headers, body);
                kept = kept.route(&path, post(of));
            }
            Asks::Feedback(service) => {
                let of = move |shared, body| told(service, shared, body);
                kept = kept.route(&path, post(of));
            }
        }
    }
    let kept = kept
        .route("/cds-services/{id}", post(nothing))
        .route("/cds-services/{id}/feedback", post(nothing))
        .route_layer(from_fn_with_state(shared.clone(), jwt::keep));
    open.merge(kept)
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
    service: &'static Service,
    State(shared): State<Shared>,
    headers: HeaderMap,
    Sent(body): Sent,
) -> Response {
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
    service: &'static Service,
    State(shared): State<Shared>,
    Sent(body): Sent,
) -> Response {
    match feedback::read(&body) {
        Ok(told) => {
            shared.feedback().count(service.id, &told);
            StatusCode::OK.into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// There is no such service.
async fn nothing() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "there is no such service",
        "`GET /cds-services` lists those there are",
    )
}

/// A body that says that it is JSON and is not too large.
struct Sent(Bytes);

impl FromRequest<Shared> for Sent {
    type Rejection = Refusal;

    async fn from_request(request: Request, shared: &Shared) -> Result<Self, Refusal> {
        if headers::kind(request.headers()) != "application/json" {
            return Err(Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "the body is not said to be JSON",
                "send `Content-Type: application/json`",
            ));
        }
        let body = Bytes::from_request(request, shared).await;
        // A mark of the order of bytes says nothing in UTF-8.
        let bare = |body: Bytes| match body.starts_with(b"\xef\xbb\xbf") {
            true => body.slice(3..),
            false => body,
        };
        body.map(|body| Self(bare(body))).map_err(|rejection| {
            Refusal::new(
                rejection.status(),
                "the body could not be read",
                "send the whole body, and fewer records at a time if it is too large",
            )
        })
    }
}

impl From<HttpProblem> for Refusal {
    fn from(problem: HttpProblem) -> Self {
        Self::new(problem.status, problem.title, problem.detail)
    }
}
