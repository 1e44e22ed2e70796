//! The JSON API: the commands of the command line over HTTP, with the same documents.
//!
//! One table tells what there is. The routes, the checks of what is asked and the OpenAPI document are made from it.

mod answer;
mod asked;
mod body;
mod care;
mod known;
mod openapi;
mod records;
mod schemas;
mod table;

use crate::problem::HttpProblem;
use crate::{Shared, jwt};
use answer::Answer;
use asked::Asked;
use axum::Router;
use axum::extract::{RawPathParams, Request, State};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, on};
use std::sync::Arc;
use table::{INTERFACES, Interface};

pub(crate) fn routes(shared: &Shared) -> Router<Shared> {
    let mut kept = Router::new();
    for interface in INTERFACES {
        let handler = move |State(shared): State<Shared>, path: RawPathParams, request: Request| {
            answered(interface, shared, path, request)
        };
        kept = kept.route(interface.path, on(interface.method.filter(), handler));
    }
    Router::new()
        .route("/api/openapi.json", get(openapi::document))
        .route("/api/schemas", get(schemas::list))
        .route("/api/schemas/{name}", get(schemas::one))
        .merge(kept.route_layer(from_fn_with_state(shared.clone(), jwt::keep)))
}

/// Reads what is asked, works on a thread of its own, and writes what came of it.
async fn answered(
    interface: &'static Interface,
    shared: Shared,
    path: RawPathParams,
    request: Request,
) -> Response {
    let name = path.iter().next().map(|(_, name)| name.to_owned());
    let asked = match Asked::read(interface, &shared, name, request).await {
        Ok(asked) => Arc::new(asked),
        Err(problem) => return problem.into_response(),
    };
    let work = {
        let asked = asked.clone();
        move |stop: &crate::Stop| (interface.work)(&asked, stop)
    };
    let done: Result<Answer, HttpProblem> = shared.compute(work).await.and_then(|done| done);
    asked.count(&shared);
    done.map_or_else(IntoResponse::into_response, IntoResponse::into_response)
}

/// A refusal because of what was sent.
fn unusable(title: &'static str, detail: impl Into<String>) -> HttpProblem {
    HttpProblem::new(StatusCode::UNPROCESSABLE_ENTITY, title, detail)
}
