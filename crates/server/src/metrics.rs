//! Counters, as Prometheus reads them. No label comes from a record or from an address: routes are templates, methods and statuses are known.

mod text;

use crate::Shared;
use crate::jwt::Fault;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the buckets of time, in microseconds, with how they are written in seconds.
const BUCKETS: [(u64, &str); 11] = [
    (500, "0.0005"),
    (1_000, "0.001"),
    (2_500, "0.0025"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (100_000, "0.1"),
    (500_000, "0.5"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (30_000_000, "30"),
];

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/metrics", get(metrics))
}

async fn metrics(State(shared): State<Shared>) -> impl IntoResponse {
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
    let mut text = shared.metrics().text();
    shared.feedback().text(&mut text);
    (kind, text)
}

/// What is counted.
#[derive(Default)]
pub(crate) struct Metrics {
    requests: Mutex<BTreeMap<String, Route>>,
    in_flight: AtomicU64,
    connections: AtomicU64,
    refused: [AtomicU64; Refused::ALL.len()],
    tokens: [AtomicU64; Fault::ALL.len()],
    records: Mutex<BTreeMap<&'static str, u64>>,
    panics: AtomicU64,
}

/// What is counted of one route.
#[derive(Default)]
struct Route {
    answers: BTreeMap<(&'static str, u16), u64>,
    buckets: [u64; BUCKETS.len()],
    count: u64,
    micros: u64,
    bytes: u64,
}

/// Why something was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The address is too long.
    Uri,
    /// The body is too large.
    Size,
    /// The body is compressed in transit.
    Encoding,
    /// One address asks too often.
    Rate,
    /// Too much at the same time.
    Busy,
    /// The body came too slowly.
    Slow,
    /// The work took too long.
    Work,
}

impl Refused {
    const ALL: [Self; 7] = [
        Self::Uri,
        Self::Size,
        Self::Encoding,
        Self::Rate,
        Self::Busy,
        Self::Slow,
        Self::Work,
    ];

    /// Its name in counters and in the log.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Uri => "uri",
            Self::Size => "size",
            Self::Encoding => "encoding",
            Self::Rate => "rate",
            Self::Busy => "busy",
            Self::Slow => "slow",
            Self::Work => "work",
        }
    }
}

/// An answer, when it was sent or given up.
pub(crate) struct Answered<'a> {
    pub(crate) method: &'static str,
    pub(crate) route: &'a str,
    pub(crate) status: u16,
    pub(crate) took: Duration,
    pub(crate) bytes: u64,
}

impl Metrics {
    pub(crate) fn begun(&self) {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn answered(&self, answered: &Answered<'_>) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        // A thread that panicked while it counted leaves counts behind that are still counts.
        let mut requests = self.requests.lock().unwrap_or_else(|of| of.into_inner());
        if !requests.contains_key(answered.route) {
            requests.insert(answered.route.to_owned(), Route::default());
        }
        let Some(route) = requests.get_mut(answered.route) else {
            return;
        };
        let key = (answered.method, answered.status);
        *route.answers.entry(key).or_default() += 1;
        let micros = u64::try_from(answered.took.as_micros()).unwrap_or(u64::MAX);
        for ((most, _), count) in BUCKETS.iter().zip(&mut route.buckets) {
            *count += u64::from(micros <= *most);
        }
        route.count += 1;
        route.micros = route.micros.saturating_add(micros);
        route.bytes = route.bytes.saturating_add(answered.bytes);
    }

    pub(crate) fn refused(&self, why: Refused) {
        self.refused[why as usize].fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn refused_token(&self, why: Fault) {
        self.tokens[why as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// A record of this format was read.
    pub(crate) fn record(&self, format: &'static str) {
        let mut records = self.records.lock().unwrap_or_else(|of| of.into_inner());
        *records.entry(format).or_default() += 1;
    }

    pub(crate) fn panicked(&self) {
        self.panics.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn connected(&self) {
        self.connections.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn disconnected(&self) {
        self.connections.fetch_sub(1, Ordering::Relaxed);
    }
}
