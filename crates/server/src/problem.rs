//! What went wrong, as `application/problem+json` (RFC 9457). Never with words of a record.

use axum::http::{StatusCode, header};
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

/// The answer where a handler panicked. What it panicked with may hold words of a record and is not told.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    HttpProblem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "this is a fault of the program",
        "nothing of the record was kept or written to the log",
    )
    .into_response()
}
