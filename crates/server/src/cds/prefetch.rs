//! The answers to the prefetch queries: which are missing, and whose they are.

use super::ask::{Asked, Refusal};
use super::whose::Whose;
use her2::Object;
use her2::cards::Service;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// How the beginning of a resource is read.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
}

/// The texts of what was found, in the order of the queries, and the names of searches that had further pages.
///
/// A query that failed is not answered: it does not say that there is nothing. A search whose answer is `null` found nothing.
pub(super) fn parts<'a>(
    service: &Service,
    asked: &Asked<'a>,
) -> Result<(Vec<&'a str>, Vec<&'static str>), Refusal> {
    let mut parts = Vec::with_capacity(service.prefetch.len());
    let (mut missing, mut cut) = (Vec::new(), Vec::new());
    for query in service.prefetch {
        let of_patient = query.key == "patient";
        match answer(asked.prefetch.get(query.key).copied(), of_patient)? {
            Answer::Found(text) => {
                parts.push(text);
                if her2::fhir::is_cut(text) {
                    cut.push(query.key);
                }
            }
            Answer::Nothing if !of_patient => {}
            Answer::Nothing | Answer::Missing => {
                if query.required {
                    missing.push(query.key);
                }
            }
        }
    }
    if !missing.is_empty() {
        return Err(Refusal::missing(missing));
    }
    let patient = parts.first().copied().unwrap_or_default();
    let head: Option<Object<Head<'_>>> = serde_json::from_str(patient).ok();
    let id = head.and_then(|head| head.0.id);
    if id.is_none_or(|id| id != asked.patient) {
        return Err(Refusal::wrong(
            "the records are of another patient",
            "`prefetch.patient` must be the Patient whose id is `context.patientId`",
        ));
    }
    let whose = Whose::of(asked, patient);
    if !parts.iter().skip(1).all(|part| whose.is_of(part)) {
        return Err(Refusal::wrong(
            "the records are of another patient",
            "whom a resource of `prefetch` names must be the patient of `context.patientId`: by a reference on `fhirServer`, or by an identifier of `prefetch.patient`",
        ));
    }
    Ok((parts, cut))
}

/// What stands for a query.
enum Answer<'a> {
    Found(&'a str),
    /// The search found nothing.
    Nothing,
    /// It was not asked, or it failed.
    Missing,
}

fn answer(sent: Option<&RawValue>, of_patient: bool) -> Result<Answer<'_>, Refusal> {
    let Some(sent) = sent else {
        return Ok(Answer::Missing);
    };
    let text = sent.get();
    if text == "null" {
        return Ok(Answer::Nothing);
    }
    let wrong = || {
        Refusal::wrong(
            "an answer to a prefetch query is no FHIR resource",
            "each of `prefetch` must be a resource, a bundle, an OperationOutcome or null",
        )
    };
    let kind = kind(text).ok_or_else(wrong)?;
    match (&*kind, of_patient) {
        ("OperationOutcome", _) => Ok(Answer::Missing),
        ("Patient", true) => Ok(Answer::Found(text)),
        (_, true) => Err(wrong()),
        _ => Ok(Answer::Found(text)),
    }
}

/// The type of a resource. It mostly stands first; then nothing else has to be read.
fn kind(text: &str) -> Option<Cow<'_, str>> {
    let quick = || {
        let rest = text.strip_prefix('{')?.trim_ascii_start();
        let rest = rest.strip_prefix("\"resourceType\"")?.trim_ascii_start();
        let rest = rest.strip_prefix(':')?.trim_ascii_start();
        let (kind, _) = rest.strip_prefix('"')?.split_once('"')?;
        let plain = kind.bytes().all(|byte| byte.is_ascii_alphabetic());
        plain.then_some(Cow::Borrowed(kind))
    };
    quick().or_else(|| serde_json::from_str::<Object<Head<'_>>>(text).ok()?.0.kind)
}
