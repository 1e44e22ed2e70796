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
mod page;
mod problem;
mod state;

pub use config::{Config, ServeError};
pub use state::Shared;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;

/// Everything the server answers.
pub fn router(config: Config) -> Router {
    let limit = usize::try_from(config.max_body).unwrap_or(usize::MAX);
    let shared = Shared::new(config);
    Router::new()
        .merge(page::routes())
        .merge(api::routes())
        .merge(cds::routes())
        .merge(fhir::routes())
        .merge(health::routes())
        .fallback(problem::not_found)
        .layer(DefaultBodyLimit::max(limit))
        .layer(middleware::from_fn(headers::set))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .with_state(shared)
}

/// Listens until it is told to stop; what is being answered then is finished first.
///
/// Errors: the address cannot be listened on.
pub async fn serve(config: Config) -> Result<(), ServeError> {
    let address = config.bind;
    let listener = TcpListener::bind(address).await.map_err(ServeError::Bind)?;
    let app = router(config);
    axum::serve(listener, app)
        .with_graceful_shutdown(async {
            // Without a signal handler the process ends as the system ends it.
            let _ = tokio::signal::ctrl_c().await;
        })
        .await
        .map_err(ServeError::Serve)
}
