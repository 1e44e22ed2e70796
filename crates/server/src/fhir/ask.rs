//! What is sent to an operation, and in which form an answer is wanted.

use super::KIND;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use her2::Object;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Why a request is refused, in words that repeat nothing of it.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    kind: &'static str,
    said: Cow<'static, str>,
}

impl Refusal {
    pub(super) fn new(
        status: StatusCode,
        kind: &'static str,
        said: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            kind,
            said: said.into(),
        }
    }

    /// What a layer around the operations, or the way to them, refuses by this status.
    pub(super) fn of_layer(status: StatusCode) -> Self {
        let (kind, said) = match status {
            StatusCode::PAYLOAD_TOO_LARGE => (
                "too-long",
                "the body is too large: send fewer records at a time",
            ),
            StatusCode::URI_TOO_LONG => (
                "too-long",
                "the address is too long: records go into the body",
            ),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                ("not-supported", "send JSON that is not compressed")
            }
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => {
                ("timeout", "it took too long: send fewer records at a time")
            }
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                ("throttled", "the server is at its limit: try again later")
            }
            status if status.is_server_error() => (
                "exception",
                "this is a fault of the program; nothing of the records was kept",
            ),
            _ => ("processing", "the request could not be read: send it whole"),
        };
        Self::new(status, kind, said)
    }

    fn structure(said: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "structure", said)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = her2::fhir::refusal(self.kind, &self.said);
        let mut response = super::resource(body);
        *response.status_mut() = self.status;
        response
    }
}

/// Whether an answer in JSON is wanted.
pub(super) fn accepts(headers: &HeaderMap, query: Option<&str>) -> Result<(), Refusal> {
    let format = query.into_iter().flat_map(|query| query.split('&'));
    let format = format.filter_map(|pair| pair.strip_prefix("_format="));
    let mut format = format.filter(|format| !format.is_empty());
    let wanted = match format.next() {
        Some(format) => is_json(&decoded(format)),
        None => {
            let mut given = headers.get_all(header::ACCEPT).iter().peekable();
            given.peek().is_none()
                || given
                    .filter_map(|value| value.to_str().ok())
                    .flat_map(|value| value.split(','))
                    .any(is_json)
        }
    };
    if wanted {
        return Ok(());
    }
    Err(Refusal::new(
        StatusCode::NOT_ACCEPTABLE,
        "not-supported",
        "answers are written in JSON: send `Accept: application/fhir+json`",
    ))
}

/// A part of a query as it was before it was encoded; what is no code stays.
fn decoded(part: &str) -> String {
    let bytes = part.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let code = part.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        at += if code.is_some() { 3 } else { 1 };
        out.push(code.unwrap_or(*byte));
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether JSON is sent.
pub(super) fn sends(headers: &HeaderMap) -> Result<(), Refusal> {
    let whole = headers.get(header::CONTENT_TYPE);
    let whole = whole.and_then(|of| of.to_str().ok()).unwrap_or_default();
    let kind = crate::headers::kind(headers);
    if [KIND, "application/json", "text/json"].contains(&kind.as_str()) && is_json(whole) {
        return Ok(());
    }
    Err(Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not-supported",
        "records are read in JSON: send `Content-Type: application/fhir+json`",
    ))
}

fn is_json(kind: &str) -> bool {
    const KINDS: [&str; 7] = [
        KIND,
        "application/json",
        "application/*",
        "*/*",
        "json",
        "text/json",
        "application/json+fhir",
    ];
    let mut parts = kind.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default();
    // R4 has the version 4.0; of another no answer is written here.
    let refused = parts.any(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            "q" => !value.is_empty() && value.bytes().all(|byte| matches!(byte, b'0' | b'.')),
            "fhirversion" => value != "4.0" && value != "4.0.1",
            _ => false,
        }
    });
    !refused && KINDS.iter().any(|of| of.eq_ignore_ascii_case(kind))
}

/// What is asked of an operation.
pub(super) struct Asked<'a> {
    /// The bundle, as the text it came as.
    pub(super) records: &'a str,
    /// The day to answer for, if one is named.
    pub(super) as_of: Option<Date>,
}

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    parameter: Option<Vec<Object<Parameter<'a>>>>,
}

#[derive(Deserialize)]
struct Parameter<'a> {
    #[serde(borrow)]
    name: Option<Cow<'a, str>>,
    #[serde(borrow)]
    resource: Option<&'a RawValue>,
    #[serde(borrow, rename = "valueDate")]
    date: Option<Cow<'a, str>>,
}

impl<'a> Asked<'a> {
    /// A bundle, or parameters with one bundle among them, and perhaps the day to answer for as `as-of`.
    pub(super) fn read(body: &'a [u8]) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(body)
            .map_err(|_| Refusal::structure("the body is not UTF-8, as FHIR is"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let head = head(text)?;
        if is(&head, "Bundle") {
            return Ok(Self {
                records: text.trim(),
                as_of: None,
            });
        }
        if !is(&head, "Parameters") {
            return Err(Refusal::new(
                StatusCode::BAD_REQUEST,
                "invalid",
                "send a Bundle, or Parameters with one Bundle in them",
            ));
        }
        let (mut bundles, mut as_of) = (Vec::new(), None);
        for Object(parameter) in head.parameter.into_iter().flatten() {
            if let Some(resource) = parameter.resource.map(RawValue::get) {
                if is(&self::head(resource)?, "Bundle") {
                    bundles.push(resource);
                }
            } else if parameter.name.as_deref() == Some("as-of") && as_of.is_none() {
                let day = parameter.date.and_then(|day| day.parse().ok());
                let day: Date = day.ok_or_else(|| {
                    Refusal::new(
                        StatusCode::BAD_REQUEST,
                        "value",
                        "`as-of` must have a `valueDate`, as 2026-11-22",
                    )
                })?;
                as_of = Some(day);
            } else {
                return Err(Refusal::new(
                    StatusCode::BAD_REQUEST,
                    "not-supported",
                    "there are two parameters: one with the Bundle as its resource, and `as-of`, at most once",
                ));
            }
        }
        match bundles[..] {
            [records] => Ok(Self { records, as_of }),
            _ => Err(Refusal::new(
                StatusCode::BAD_REQUEST,
                "required",
                "Parameters must hold one Bundle as the resource of a parameter",
            )),
        }
    }
}

fn head(text: &str) -> Result<Head<'_>, Refusal> {
    let head = serde_json::from_str(text).map(|Object(head)| head);
    head.map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Refusal::structure(format!(
            "this is no FHIR resource in JSON: line {line}, column {column}"
        ))
    })
}

fn is(head: &Head<'_>, kind: &str) -> bool {
    head.kind.as_deref() == Some(kind)
}
