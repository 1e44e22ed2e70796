//! What was sent: the bytes of one record, or several files of one patient with fields beside them.

use super::asked::wrong;
use crate::problem::HttpProblem;
use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use http_body_util::BodyExt;

/// More parts than this are no records of one person.
const PARTS: usize = 1_000;

/// One source.
pub(super) struct Sent {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Fields of a form, and sources.
type Read = (Vec<(String, String)>, Vec<Sent>);

/// Reads the body. Whatever is not a form of several parts is a record.
pub(super) async fn read(request: Request) -> Result<Read, HttpProblem> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let is_form = kind.is_some_and(|kind| {
        let kind = kind.as_bytes().to_ascii_lowercase();
        kind.starts_with(b"multipart/form-data")
    });
    if is_form {
        return form(request).await;
    }
    let bytes = whole(request.into_body()).await?;
    let sent = (!bytes.is_empty()).then(|| Sent {
        name: "record".to_owned(),
        bytes,
    });
    Ok((Vec::new(), sent.into_iter().collect()))
}

async fn whole(body: Body) -> Result<Vec<u8>, HttpProblem> {
    let collected = body.collect().await.map_err(|_| broken())?;
    Ok(collected.to_bytes().into())
}

async fn form(request: Request) -> Result<Read, HttpProblem> {
    let unreadable = || {
        HttpProblem::new(
            StatusCode::BAD_REQUEST,
            "the form cannot be read",
            "multipart/form-data as RFC 7578 has it: files as parts with a file name, fields as parts without",
        )
    };
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| unreadable())?;
    let (mut fields, mut sent) = (Vec::new(), Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
        if fields.len() + sent.len() == PARTS {
            return Err(wrong(format!("a form has at most {PARTS} parts")));
        }
        let field = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|_| unreadable())?;
        match file {
            Some(name) => sent.push(Sent {
                name,
                bytes: bytes.into(),
            }),
            None => {
                let value = String::from_utf8(bytes.into())
                    .map_err(|_| wrong("the value of a field is not UTF-8"))?;
                fields.push((field, value));
            }
        }
    }
    Ok((fields, sent))
}

fn broken() -> HttpProblem {
    HttpProblem::new(
        StatusCode::BAD_REQUEST,
        "the body broke off",
        "nothing of it was kept",
    )
}
