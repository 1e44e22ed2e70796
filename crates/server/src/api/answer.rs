//! What an interface answers, and in which form it was asked for.

use crate::problem::HttpProblem;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A form in which something can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// One JSON object.
    Json,
    /// JSON objects, one a line.
    Lines,
    /// A self-contained page.
    Html,
    /// Text for a terminal.
    Text,
    /// A table.
    Csv,
    /// A log of a checker.
    Sarif,
    /// A calendar (RFC 5545).
    Calendar,
    /// A bundle of FHIR.
    Fhir,
    /// Messages of HL7 version 2.
    Hl7v2,
    /// XML of a registry.
    Xml,
}

impl Form {
    /// Those of `convert`, where a field says which.
    pub(super) const CONVERTED: &'static [Self] = &[
        Self::Fhir,
        Self::Lines,
        Self::Csv,
        Self::Hl7v2,
        Self::Xml,
        Self::Text,
    ];

    /// The media type, without parameters.
    pub(super) fn media(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Lines => "application/x-ndjson",
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Csv => "text/csv",
            Self::Sarif => "application/sarif+json",
            Self::Calendar => "text/calendar",
            Self::Fhir => "application/fhir+json",
            Self::Hl7v2 => "x-application/hl7-v2+er7",
            Self::Xml => "application/xml",
        }
    }

    fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
            other => other.media(),
        })
    }

    /// The first form of those there are that the client takes; the first of all where it does not say, or where a field says it.
    pub(super) fn wanted(
        headers: &HeaderMap,
        there_are: &'static [Self],
    ) -> Result<Self, HttpProblem> {
        let first = there_are.first().copied().unwrap_or(Self::Json);
        let named: Vec<&str> = (headers.get_all(header::ACCEPT).iter())
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(|part| part.split(';').next().unwrap_or_default().trim())
            .filter(|part| !part.is_empty())
            .collect();
        if named.is_empty() || there_are.is_empty() {
            return Ok(first);
        }
        let takes = |range: &str, form: Self| {
            let media = form.media();
            let of_kind = |kind: &str| media.split('/').next() == Some(kind);
            range == "*/*"
                || range.eq_ignore_ascii_case(media)
                || range.strip_suffix("/*").is_some_and(of_kind)
        };
        let found = named.iter().find_map(|range| {
            let mut forms = there_are.iter();
            forms.find(|form| takes(range, **form)).copied()
        });
        found.ok_or_else(|| {
            let media: Vec<&str> = there_are.iter().map(|form| form.media()).collect();
            HttpProblem::new(
                StatusCode::NOT_ACCEPTABLE,
                "there is no answer in this form",
                format!("there are: {}", media.join(", ")),
            )
        })
    }
}

/// What an interface answers.
pub(super) struct Answer {
    form: Form,
    body: Vec<u8>,
    left_out: Vec<(&'static str, u32)>,
}

impl Answer {
    pub(super) fn new(form: Form, body: impl Into<Vec<u8>>) -> Self {
        let mut body = body.into();
        if body.last().is_some_and(|last| *last != b'\n') {
            body.push(b'\n');
        }
        Self {
            form,
            body,
            left_out: Vec::new(),
        }
    }

    /// With what this form has no place for.
    pub(super) fn without(mut self, left_out: Vec<(&'static str, u32)>) -> Self {
        self.left_out = left_out;
        self
    }
}

/// Names of facts that the form has no place for, with how often.
pub(super) const NOT_EXPRESSED: &str = "her2-not-expressed";

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, self.form.header())];
        let mut response = (kind, self.body).into_response();
        if !self.left_out.is_empty() {
            let named = self.left_out.iter();
            let named: Vec<String> = named.map(|(what, n)| format!("{what} ({n})")).collect();
            if let Ok(named) = HeaderValue::from_str(&named.join(", ")) {
                let name = HeaderName::from_static(NOT_EXPRESSED);
                response.headers_mut().insert(name, named);
            }
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::Form;
    use axum::http::{HeaderMap, header};

    const FORMS: &[Form] = &[Form::Json, Form::Html, Form::Text];

    fn wanted(accept: &str) -> Option<Form> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        Form::wanted(&headers, FORMS).ok()
    }

    #[test]
    fn the_first_form_that_is_taken_is_answered() {
        assert_eq!(
            Form::wanted(&HeaderMap::new(), FORMS).ok(),
            Some(Form::Json)
        );
        assert_eq!(wanted("*/*"), Some(Form::Json));
        assert_eq!(
            wanted("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"),
            Some(Form::Html)
        );
        assert_eq!(wanted("text/*"), Some(Form::Html));
        assert_eq!(wanted("image/png, text/plain;q=0.5"), Some(Form::Text));
        assert_eq!(wanted("image/png"), None);
    }
}
