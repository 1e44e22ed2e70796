//! What a record sends, read once: every answer to a prefetch query stays the text it came as.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use her2::Object;
use her2::cards::{Hook, Service};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// Why a request is refused, in words that repeat nothing of it.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    title: &'static str,
    detail: String,
    /// Names of prefetch queries without which nothing can be told.
    missing: Vec<&'static str>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            title,
            detail: detail.into(),
            missing: Vec::new(),
        }
    }

    /// The request is not what it should be.
    pub(crate) fn wrong(title: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, title, detail)
    }

    /// Answers without which nothing can be told are not there.
    pub(crate) fn missing(missing: Vec<&'static str>) -> Self {
        let names = missing.join("`, `");
        Self {
            missing,
            ..Self::new(
                StatusCode::PRECONDITION_FAILED,
                "data are missing without which nothing can be told",
                format!(
                    "send the answers to these prefetch queries, as `GET /cds-services` lists them: `{names}`"
                ),
            )
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": "about:blank",
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        if !self.missing.is_empty() {
            body["missing"] = json!(self.missing);
        }
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (self.status, kind, body.to_string()).into_response()
    }
}

/// A request, as the specification has it. What is not used is not read.
#[derive(Deserialize)]
struct Sent<'a> {
    #[serde(borrow)]
    hook: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "hookInstance")]
    hook_instance: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "fhirServer")]
    server: Option<Cow<'a, str>>,
    #[serde(borrow)]
    context: Option<Object<Context<'a>>>,
    #[serde(borrow)]
    prefetch: Option<HashMap<Cow<'a, str>, &'a RawValue>>,
}

#[derive(Deserialize)]
struct Context<'a> {
    #[serde(borrow, rename = "userId")]
    user_id: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "patientId")]
    patient_id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    selections: Option<Vec<Cow<'a, str>>>,
    #[serde(borrow, rename = "draftOrders")]
    draft_orders: Option<&'a RawValue>,
}

/// A request that can be answered.
pub(super) struct Asked<'a> {
    pub(super) hook: Hook,
    pub(super) patient: Cow<'a, str>,
    /// The address of the server that the record lies on, if it is named.
    pub(super) server: Option<Cow<'a, str>>,
    /// The orders that are chosen, if the hook tells them apart.
    pub(super) selections: Option<Vec<Cow<'a, str>>>,
    /// The bundle of orders.
    pub(super) orders: Option<&'a str>,
    pub(super) prefetch: HashMap<Cow<'a, str>, &'a RawValue>,
}

impl<'a> Asked<'a> {
    /// Reads a request to a service.
    pub(super) fn read(service: &Service, body: &'a [u8]) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(body)
            .map_err(|_| Refusal::wrong("the body is not UTF-8", "send JSON in UTF-8"))?;
        let Object(sent): Object<Sent<'a>> = serde_json::from_str(text).map_err(|error| {
            let detail = format!(
                "line {}, column {}: send one JSON object with `hook`, `hookInstance`, `context` and `prefetch`, as CDS Hooks 2.0 has them",
                error.line(),
                error.column()
            );
            Refusal::wrong("the body is no request of CDS Hooks", detail)
        })?;
        let hook = hook(service, sent.hook.as_deref())?;
        let instance = sent.hook_instance.as_deref();
        let instance = instance.map(|of| of.strip_prefix("urn:uuid:").unwrap_or(of));
        let is_instance = instance.is_some_and(is_uuid);
        if !is_instance {
            return Err(Refusal::wrong(
                "`hookInstance` is no UUID",
                "send a UUID as `hookInstance`, another one for each call",
            ));
        }
        let Object(context) = sent
            .context
            .ok_or_else(|| lacking("context", "an object with `userId` and `patientId`"))?;
        if is_empty(context.user_id.as_deref()) {
            return Err(lacking("context.userId", "who is looking at the record"));
        }
        let patient = context.patient_id.filter(|of| is_id(of));
        let patient = patient.ok_or_else(|| lacking("context.patientId", "a FHIR id"))?;
        let orders = context.draft_orders.map(RawValue::get);
        let orders = orders.filter(|text| text.starts_with('{') && hook.has_orders());
        if hook.has_orders() && orders.is_none() {
            return Err(lacking("context.draftOrders", "a FHIR bundle"));
        }
        let selections = match hook {
            Hook::OrderSelect => Some(context.selections.ok_or_else(|| {
                lacking(
                    "context.selections",
                    "a list such as [\"MedicationRequest/1\"]",
                )
            })?),
            Hook::PatientView | Hook::OrderSign => None,
        };
        Ok(Self {
            hook,
            patient,
            server: sent.server,
            selections,
            orders,
            prefetch: sent.prefetch.unwrap_or_default(),
        })
    }
}

fn lacking(what: &str, is: &str) -> Refusal {
    Refusal::wrong(
        "something is missing in the request",
        format!("`{what}` must be {is}"),
    )
}

fn is_empty(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// Whether it is an id as FHIR has them.
fn is_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    (1..=64).contains(&text.len()) && text.bytes().all(fits)
}

/// Whether it is written like a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    const DASHES: [usize; 4] = [8, 13, 18, 23];
    let bytes = text.bytes().enumerate();
    text.len() == 36
        && bytes
            .into_iter()
            .all(|(at, byte)| match DASHES.contains(&at) {
                true => byte == b'-',
                false => byte.is_ascii_hexdigit(),
            })
}

fn hook(service: &Service, named: Option<&str>) -> Result<Hook, Refusal> {
    let mut answers = service.answers.iter().copied();
    answers
        .find(|hook| Some(hook.name()) == named)
        .ok_or_else(|| {
            let names = service.answers.iter().map(|hook| hook.name());
            let names = names.collect::<Vec<_>>().join("`, `");
            Refusal::wrong(
                "this service does not answer this hook",
                format!("`hook` must be one of `{names}`"),
            )
        })
}
