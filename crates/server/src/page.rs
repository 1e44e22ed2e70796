//! The web pages: a request becomes a visit, and the answer to it a response. Nothing of it is kept.

mod assets;
mod posted;

use crate::Shared;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use her2::site::{self, Given, Reply, Shown, Visit};

pub(crate) fn routes() -> Router<Shared> {
    let (looked_at, posted_to) = site::paths();
    let mut router = assets::routes();
    let others = her2::languages();
    let others = others.iter().filter(|lang| **lang != "en");
    let prefixes: Vec<String> = others.map(|lang| format!("/{lang}")).collect();
    for prefix in std::iter::once("").chain(prefixes.iter().map(String::as_str)) {
        for path in looked_at {
            router = router.route(&format!("{prefix}{path}"), get(look));
        }
        for path in posted_to {
            let path = format!("{prefix}{path}");
            router = match looked_at.contains(&path.trim_start_matches(prefix)) {
                true => router.route(&path, post(record)),
                // A page about a record cannot be looked at again without it.
                false => router.route(&path, post(record).get(start)),
            };
        }
        if !prefix.is_empty() {
            router = router
                .route(prefix, get(look))
                .route(&format!("{prefix}/{{*rest}}"), get(look));
        }
    }
    router
}

/// A page about no record.
async fn look(State(shared): State<Shared>, uri: Uri) -> Response {
    answer(shared, uri.path().to_owned(), Vec::new(), Vec::new()).await
}

/// Where one is sent who asks for a page about a record without it.
async fn start(uri: Uri) -> Redirect {
    let home = match uri.path().split_once("/record") {
        Some((prefix, _)) => format!("{prefix}/"),
        None => "/".to_owned(),
    };
    Redirect::to(&home)
}

/// A page about a record.
async fn record(State(shared): State<Shared>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    match posted::read(request, &shared).await {
        Ok((fields, given)) => {
            for one in &given {
                shared.count(her2::format_of(&one.bytes));
            }
            answer(shared, path, fields, given).await
        }
        Err(status) => respond(site::refusal(&path, status.as_u16(), Shown::Server)),
    }
}

/// Reads and decides, away from the threads that wait for others.
async fn answer(
    shared: Shared,
    path: String,
    fields: Vec<(String, String)>,
    given: Vec<Given>,
) -> Response {
    let today = shared.today();
    let done = shared.compute(move |_| {
        site::visit(&Visit {
            path: &path,
            root: "/",
            fields,
            given,
            today,
            shown: Shown::Server,
        })
    });
    match done.await {
        Ok(reply) => respond(reply),
        Err(problem) => problem.into_response(),
    }
}

/// A refusal that a person sees in a browser is a page, too.
pub(crate) async fn for_people(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let accept = request.headers().get(header::ACCEPT);
    let html = accept.is_some_and(|kinds| kinds.as_bytes().starts_with(b"text/html"));
    // What a program asks is refused as its description says.
    let person = html && !path.starts_with("/api/");
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    let refusal = kind.is_some_and(|kind| kind == "application/problem+json");
    match person && refusal {
        true => respond(site::refusal(
            &path,
            response.status().as_u16(),
            Shown::Server,
        )),
        false => response,
    }
}

fn respond(reply: Reply) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(reply.kind.media_type()),
        ),
        (
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(reply.lang),
        ),
    ];
    let mut response = (status, headers, reply.body).into_response();
    if let Some(file) = reply.file {
        let named = HeaderValue::from_str(&format!("attachment; filename=\"{file}\""));
        response
            .headers_mut()
            .extend(named.ok().map(|named| (header::CONTENT_DISPOSITION, named)));
    }
    response
}
