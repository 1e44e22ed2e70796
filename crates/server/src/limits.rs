//! How much may be asked, how fast, and how long it may take.
//!
//! A header that comes slowly, too many headers and a broken request line are refused where connections are (`listen`); here is what is
//! refused of a request that could be read.

mod body;
mod compute;
mod forwarded;
mod rate;
mod steady;

pub(crate) use compute::Compute;
pub use compute::Stop;
pub(crate) use rate::Rate;
pub(crate) use steady::Steady;

use crate::Shared;
use crate::metrics::Refused;
use crate::problem::HttpProblem;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use body::{Arriving, Holding};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// A longer path with its query is no address of ours.
const LONGEST_URI: usize = 8 * 1024;

/// The limits of one server.
#[derive(Clone)]
pub(crate) struct Limits(Arc<Inner>);

struct Inner {
    shared: Shared,
    at_work: Arc<Semaphore>,
    rate: Option<Rate>,
}

impl Limits {
    /// As the configuration says.
    pub(crate) fn of(shared: &Shared) -> Self {
        let config = shared.config();
        Self(Arc::new(Inner {
            shared: shared.clone(),
            at_work: Arc::new(Semaphore::new(config.concurrency)),
            rate: config.rate.map(Rate::a_second),
        }))
    }

    fn refuse(&self, why: Refused, problem: HttpProblem) -> Response {
        self.0.shared.metrics().refused(why);
        tracing::warn!(target: "her2_server", reason = why.name(), "refused");
        let mut response = problem.into_response();
        if matches!(why, Refused::Busy | Refused::Rate) {
            let soon = HeaderValue::from_static("1");
            response.headers_mut().insert(header::RETRY_AFTER, soon);
        }
        response
    }
}

/// Whether a path tells how the server is; it answers even when nothing else does.
fn is_about_the_server(path: &str) -> bool {
    matches!(path, "/healthz" | "/metrics")
}

/// Refuses what is too long, too large, too often, too much at once, or too slow.
pub(crate) async fn keep(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    if is_about_the_server(request.uri().path()) {
        return next.run(request).await;
    }
    match refusal(&limits, &request) {
        Some((why, problem)) => limits.refuse(why, problem),
        None => answer(&limits, request, next).await,
    }
}

/// What can be refused by the head of a request alone.
fn refusal(limits: &Limits, request: &Request) -> Option<(Refused, HttpProblem)> {
    let config = limits.0.shared.config();
    let uri = request.uri();
    let length = uri.path().len() + uri.query().map_or(0, str::len);
    if length > LONGEST_URI {
        return Some((
            Refused::Uri,
            HttpProblem::new(
                StatusCode::URI_TOO_LONG,
                "the address is too long",
                "records go into the body of the request, never into its address",
            ),
        ));
    }
    if announced(request).is_some_and(|length| length > config.max_body) {
        return Some((Refused::Size, too_large(config.max_body)));
    }
    let encodings = request.headers().get_all(header::CONTENT_ENCODING);
    let mut encodings = encodings.iter();
    if encodings.any(|of| !of.as_bytes().trim_ascii().eq_ignore_ascii_case(b"identity")) {
        return Some((
            Refused::Encoding,
            HttpProblem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "the body is compressed in transit",
                "send it without Content-Encoding; a file that is packed with gzip may be sent as it is",
            ),
        ));
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let asker = |peer: &ConnectInfo<SocketAddr>| {
        forwarded::asker(peer.0.ip(), request.headers(), &config.trusted_proxies)
    };
    let allowed = |rate: &Rate| peer.is_none_or(|peer| rate.allows(asker(peer)));
    if !limits.0.rate.as_ref().is_none_or(allowed) {
        return Some((
            Refused::Rate,
            HttpProblem::new(
                StatusCode::TOO_MANY_REQUESTS,
                "too many requests from this address",
                "wait a second",
            ),
        ));
    }
    None
}

/// The length a request says its body has.
fn announced(request: &Request) -> Option<u64> {
    let length = request.headers().get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

fn too_large(most: u64) -> HttpProblem {
    HttpProblem::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "the body is too large",
        format!("at most {most} bytes are read; send fewer records at a time"),
    )
}

async fn answer(limits: &Limits, request: Request, next: Next) -> Response {
    let Ok(place) = limits.0.at_work.clone().try_acquire_owned() else {
        return limits.refuse(
            Refused::Busy,
            HttpProblem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "everything is busy",
                "ask again in a second",
            ),
        );
    };
    let config = limits.0.shared.config();
    let (request, arrival) = Arriving::watch(request, config.max_body);
    let answered = tokio::time::timeout(config.timeout, next.run(request)).await;
    // What a handler makes of a body that broke off is not always the right status.
    if arrival.was_too_large() {
        return limits.refuse(Refused::Size, too_large(config.max_body));
    }
    match answered {
        Ok(response) => response.map(|body| Holding::place(body, place)),
        Err(_) if arrival.is_over() => limits.refuse(
            Refused::Work,
            HttpProblem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "the work takes too long",
                "send fewer records at a time",
            ),
        ),
        Err(_) => limits.refuse(
            Refused::Slow,
            HttpProblem::new(
                StatusCode::REQUEST_TIMEOUT,
                "the body came too slowly",
                "nothing of it was kept",
            ),
        ),
    }
}
