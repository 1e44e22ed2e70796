//! The web pages over HTTP: every path, every format, every refusal, and what must never be in an answer.
#![allow(clippy::unwrap_used)]

#[path = "page/formats.rs"]
mod formats;
#[path = "page/paths.rs"]
mod paths;
#[path = "page/refused.rs"]
mod refused;
#[path = "page/safe.rs"]
mod safe;
#[path = "page/views.rs"]
mod views;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use her2_server::{Config, router};
use std::path::Path;
use tower::ServiceExt;

const BOUNDARY: &str = "a-boundary-that-is-in-no-record";

/// An answer.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    /// The words of the page without its marks.
    fn words(&self) -> String {
        let mut words = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => words.push(c),
                _ => {}
            }
        }
        words
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&amp;", "&")
    }

    fn has(&self, words: &str) -> bool {
        self.words().contains(words)
    }
}

/// A field of a form: its name, the name of its file if it is one, and what is in it.
type Field<'a> = (&'a str, Option<&'a str>, &'a [u8]);

fn config() -> Config {
    Config {
        as_of: Some(jiff::civil::date(2026, 11, 22)),
        ..Config::default()
    }
}

async fn send(request: Request<Body>) -> Answer {
    send_to(config(), request).await
}

async fn send_to(config: Config, request: Request<Body>) -> Answer {
    let response = router(config).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

async fn get(path: &str) -> Answer {
    let request = Request::get(path).header("accept", "text/html,*/*");
    send(request.body(Body::empty()).unwrap()).await
}

fn form(path: &str, fields: &[Field<'_>]) -> Request<Body> {
    let mut body = Vec::new();
    for (name, file, bytes) in fields {
        let name = name.replace('"', "%22");
        let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = Request::post(path).header("content-type", kind);
    let request = request.header("accept", "text/html,*/*");
    request.body(Body::from(body)).unwrap()
}

async fn post(path: &str, fields: &[Field<'_>]) -> Answer {
    send(form(path, fields)).await
}

/// What is invented under `cases/`.
fn case(path: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    std::fs::read(root.join(path)).unwrap()
}

/// The hidden fields of a page.
fn hidden(page: &str) -> Vec<(String, String)> {
    let parts = page.split("<input type=\"hidden\" name=\"").skip(1);
    let field = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"").unwrap();
        let (value, _) = rest.split_once('"').unwrap();
        (name.to_owned(), value.to_owned())
    };
    parts.map(field).collect()
}

/// Sends what a page carries on to another page, with these fields besides.
async fn carry(page: &Answer, path: &str, more: &[(&str, &str)]) -> Answer {
    let kept = hidden(&page.body);
    let kept = kept.iter();
    let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
    let fields: Vec<Field<'_>> = kept
        .chain(more.iter().copied())
        .map(|(name, value)| (name, None, value.as_bytes()))
        .collect();
    post(path, &fields).await
}
