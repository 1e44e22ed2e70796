//! The style sheet and the script, which are the same for everybody and may be kept by a browser.

use crate::Shared;
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use her2::site::{SCRIPT, STYLE};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/assets/page.css",
            get(async || asset("text/css; charset=utf-8", STYLE)),
        )
        .route(
            "/assets/page.js",
            get(async || asset("text/javascript; charset=utf-8", SCRIPT)),
        )
}

fn asset(kind: &'static str, words: &'static str) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, words)
}
