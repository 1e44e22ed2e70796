//! `her2 serve`: one program with no set-up that shows the web page and answers the interfaces that health records speak.
//!
//! Nothing is kept: a record lives in memory for the request. This crate is an edge: it reads HTTP, asks the front door, and writes HTTP.
//! It decides nothing and holds no clinical line.

mod api;
mod cds;
mod config;
mod fhir;
mod headers;
mod health;
mod jwt;
mod language;
mod limits;
mod listen;
pub mod log;
mod metrics;
mod network;
mod page;
mod passing;
mod problem;
mod running;
mod state;
mod tls;

pub use config::{Config, IssuerKeys, LogFormat, LogLevel, LogSettings, ServeError, TlsFiles};
pub use limits::Stop;
pub use network::Network;
pub use problem::HttpProblem;
pub use running::{Server, run};
pub use state::Shared;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{from_fn, from_fn_with_state};
use limits::Limits;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::CorsLayer;

/// The cards of a request to a service, without HTTP around it; nothing if it is refused.
pub fn cards(service: &str, request: &[u8], as_of: jiff::civil::Date) -> Option<String> {
    let service = her2::cards::service(service)?;
    cds::respond(service, request, as_of, "en", None).ok()
}

/// Everything the server answers.
pub fn router(config: Config) -> Router {
    whole(&Shared::new(config), Router::new())
}

/// Everything the server answers, and further routes within the same limits, headers and logs.
fn whole(shared: &Shared, further: Router<Shared>) -> Router {
    // The innermost layer comes first.
    services(shared)
        .merge(page::routes())
        .merge(further)
        .fallback(problem::not_found)
        .layer(from_fn_with_state(Limits::of(shared), limits::keep))
        .merge(health::routes())
        .merge(metrics::routes())
        // The limit is kept by `limits`, for every way in which a body is read.
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(shared.clone(), problem::instead))
        .layer(from_fn(page::for_people))
        .layer(from_fn(fhir::outcomes))
        // Refusals too: a page that may ask must be able to read why it got no answer.
        .layer(cors(shared))
        .layer(from_fn(headers::set))
        .layer(from_fn_with_state(shared.clone(), log::tell))
        .with_state(shared.clone())
}

/// What programs ask.
fn services(shared: &Shared) -> Router<Shared> {
    Router::new()
        .merge(api::routes(shared))
        .merge(cds::routes(shared))
        .merge(fhir::routes(shared))
}

/// Pages of origins that are known may ask from a browser. An origin has no slash at its end.
fn cors(shared: &Shared) -> CorsLayer {
    let known = shared.config().allow_origin.iter();
    let origins = known.filter_map(|of| HeaderValue::from_str(of.trim_end_matches('/')).ok());
    CorsLayer::new()
        .allow_origin(origins.collect::<Vec<_>>())
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::ACCEPT, header::AUTHORIZATION, header::CONTENT_TYPE])
        .expose_headers([
            header::RETRY_AFTER,
            header::CONTENT_LANGUAGE,
            HeaderName::from_static("x-request-id"),
        ])
        .max_age(std::time::Duration::from_secs(600))
}
