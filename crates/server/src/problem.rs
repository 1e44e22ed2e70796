//! What went wrong, as `application/problem+json` (RFC 9457). Never with words of a record.

use crate::Shared;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::any::Any;

/// A refusal: a status, what happened, and what to do.
#[derive(Clone, Debug)]
pub struct HttpProblem {
    /// The status.
    pub status: StatusCode,
    /// What happened, a stable short sentence.
    pub title: &'static str,
    /// Where, and what to do about it.
    pub detail: String,
}

impl HttpProblem {
    /// A refusal.
    pub fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            title,
            detail: detail.into(),
        }
    }
}

impl IntoResponse for HttpProblem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": "about:blank",
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (self.status, kind, body.to_string()).into_response()
    }
}

/// The answer where nothing is.
pub async fn not_found() -> HttpProblem {
    HttpProblem::new(
        StatusCode::NOT_FOUND,
        "nothing is here",
        "`/` is the page, `/api/openapi.json` lists the interfaces",
    )
}

/// The answer where the program has a fault. What it panicked with may hold words of a record and is not told.
pub(crate) fn internal() -> HttpProblem {
    HttpProblem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "this is a fault of the program",
        "nothing of the record was kept or written to the log",
    )
}

/// The answer where a handler panicked.
pub(crate) fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    internal().into_response()
}

/// Words that a layer below put into a refusal may repeat what was sent: they are replaced by our own.
pub(crate) async fn instead(
    State(shared): State<Shared>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    if status == StatusCode::INTERNAL_SERVER_ERROR {
        shared.metrics().panicked();
    }
    let refused = status.is_client_error() || status.is_server_error();
    // A refused token gets no words at all.
    let ours = status == StatusCode::UNAUTHORIZED || !is_bare(response.headers());
    if !refused || ours {
        return response;
    }
    let title = status.canonical_reason().unwrap_or("refused");
    let mut said = HttpProblem::new(status, title, advice(status)).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            said.headers_mut().insert(name, value.clone());
        }
    }
    said
}

/// Whether an answer has no words, or those of the framework.
fn is_bare(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn advice(status: StatusCode) -> &'static str {
    match status {
        StatusCode::METHOD_NOT_ALLOWED => "the header Allow names the methods there are",
        StatusCode::PAYLOAD_TOO_LARGE => "send fewer records at a time",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "look at the header Content-Type",
        _ => "`/api/openapi.json` tells what each interface takes",
    }
}
