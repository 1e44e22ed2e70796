//! Requests to the server, without a network.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use her2_server::Config;
use jiff::civil::date;
use serde_json::Value;
use tower::ServiceExt;

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the answer is JSON")
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the answer is UTF-8")
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("headers are text"))
    }

    pub fn cards(&self) -> Vec<Value> {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        self.json()["cards"]
            .as_array()
            .expect("a list of cards")
            .clone()
    }
}

/// A server that answers for one day.
pub fn config() -> Config {
    Config {
        as_of: Some(date(2026, 11, 22)),
        ..Config::default()
    }
}

pub fn server() -> Router {
    her2_server::router(config())
}

pub async fn send(app: &Router, request: Request<Body>) -> Answer {
    let response = app.clone().oneshot(request).await.expect("it never fails");
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.expect("a body").to_vec(),
    }
}

pub async fn get(app: &Router, path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = headers
        .iter()
        .fold(Request::get(path), |request, (name, value)| {
            request.header(*name, *value)
        });
    send(app, request.body(Body::empty()).expect("a request")).await
}

pub async fn post(
    app: &Router,
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Vec<u8>>,
) -> Answer {
    let request = headers
        .iter()
        .fold(Request::post(path), |request, (name, value)| {
            request.header(*name, *value)
        });
    let request = request.body(Body::from(body.into()));
    send(app, request.expect("a request")).await
}

pub const JSON: (&str, &str) = ("content-type", "application/json");
pub const FHIR: (&str, &str) = ("content-type", "application/fhir+json");

/// Asks a service.
pub async fn ask(app: &Router, service: &str, body: &Value) -> Answer {
    post(
        app,
        &format!("/cds-services/{service}"),
        &[JSON],
        body.to_string(),
    )
    .await
}
