//! What is told and counted of each answer, when it was sent or given up.

use super::TARGET;
use crate::Shared;
use crate::metrics::Answered;
use crate::passing::{Passing, Watch};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// What stands for the route where none is met.
const NO_ROUTE: &str = "none";

/// Counts the request and tells of it.
pub(crate) async fn tell(
    State(shared): State<Shared>,
    route: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    shared.metrics().begun();
    let mut told = Told {
        shared,
        id: next_id(),
        method: method(request.method()),
        route: route.map_or_else(|| NO_ROUTE.to_owned(), |path| path.as_str().to_owned()),
        begun: Instant::now(),
        status: None,
        bytes: 0,
        whole: false,
    };
    let mut response = next.run(request).await;
    told.status = Some(response.status().as_u16());
    if let Ok(id) = HeaderValue::from_str(&told.id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response.map(|body| Passing::watched(body, told))
}

/// A number of the request, made here: one that the client sent could be anything.
fn next_id() -> String {
    static RUN: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one("run"));
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("{:08x}-{number}", *RUN >> 32)
}

/// A method by its name, if it is one of those that are known.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// What is told of an answer, at its end.
struct Told {
    shared: Shared,
    id: String,
    method: &'static str,
    route: String,
    begun: Instant,
    /// None as long as there is no answer.
    status: Option<u16>,
    bytes: u64,
    whole: bool,
}

impl Drop for Told {
    fn drop(&mut self) {
        // The client went away before there was an answer; nginx's number for it.
        const GONE: u16 = 499;
        let took = self.begun.elapsed();
        let status = self.status.unwrap_or(GONE);
        self.shared.metrics().answered(&Answered {
            method: self.method,
            route: &self.route,
            status,
            took,
            bytes: self.bytes,
        });
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        tracing::info!(
            target: TARGET,
            id = self.id,
            method = self.method,
            route = self.route,
            status,
            micros,
            bytes = self.bytes,
            whole = self.whole,
            "request"
        );
    }
}

impl Watch for Told {
    fn passed(&mut self, length: u64, last: bool) -> Result<(), axum::Error> {
        self.bytes += length;
        self.whole = last;
        Ok(())
    }

    fn ended(&mut self) {
        self.whole = true;
    }
}
