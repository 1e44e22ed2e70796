//! What is asked: fields that are checked against the table, and what was sent with them.

use super::answer::Form;
use super::body::{self, Sent};
use super::table::{Field, Interface, Kind, Takes};
use super::unusable;
use crate::Shared;
use crate::problem::HttpProblem;
use axum::extract::{Query, Request};
use axum::http::{HeaderMap, StatusCode};
use her2::{Decimal, Edition};
use jiff::civil::Date;

/// A longer value of a field is none, but for a case in JSON.
const LONGEST: usize = 2_000;
const LONGEST_CASE: usize = 1 << 20;

/// What is asked. Patient data; no `Debug`.
pub(super) struct Asked {
    fields: Vec<(String, String)>,
    /// What was sent, by its names.
    pub(super) sent: Vec<Sent>,
    /// Whether the body is said to be JSON.
    pub(super) as_json: bool,
    /// The last part of the path, where it names something.
    pub(super) name: Option<String>,
    /// The form of the answer.
    pub(super) form: Form,
    today: Date,
}

impl Asked {
    /// Reads a request and refuses what is not in the table.
    pub(super) async fn read(
        interface: &'static Interface,
        shared: &Shared,
        name: Option<String>,
        request: Request,
    ) -> Result<Self, HttpProblem> {
        let form = Form::wanted(request.headers(), interface.forms)?;
        let query = Query::<Vec<(String, String)>>::try_from_uri(request.uri());
        let Query(mut fields) = query.map_err(|_| wrong("the query cannot be read"))?;
        let as_json = says_json(request.headers());
        let mut sent = Vec::new();
        if interface.takes != Takes::Nothing {
            let (of_form, given) = body::read(request).await?;
            fields.extend(of_form);
            sent = given;
        }
        let perhaps = matches!(interface.takes, Takes::Nothing | Takes::PerhapsRecordOrCase);
        if sent.is_empty() && !perhaps {
            return Err(unusable(
                "nothing was sent",
                "send a record as the body, or files of one patient as multipart/form-data",
            ));
        }
        check(interface.fields, &fields)?;
        if as_json && !sent.iter().all(|of| is_json(&of.bytes)) {
            return Err(unusable(
                "what was sent is no JSON",
                "it is said to be; send a record of another format as application/octet-stream",
            ));
        }
        Ok(Self {
            fields,
            sent,
            as_json,
            name,
            form,
            today: shared.today(),
        })
    }

    /// Counts what was sent, by its format.
    pub(super) fn count(&self, shared: &Shared) {
        for sent in &self.sent {
            shared.count(her2::format_of(&sent.bytes));
        }
    }

    /// The value of a field.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Every value of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of_it = self.fields.iter().filter(move |(of, _)| of == name);
        of_it.map(|(_, value)| value.as_str())
    }

    /// Whether a field says yes.
    pub(super) fn says_yes(&self, name: &str) -> bool {
        self.field(name) == Some("yes")
    }

    /// A day that was given.
    pub(super) fn day(&self, name: &str) -> Option<Date> {
        // It was checked when it was read.
        self.field(name).and_then(|day| day.parse().ok())
    }

    /// The day to answer for, if one was given.
    pub(super) fn given_day(&self) -> Option<Date> {
        self.day("as-of")
    }

    /// The day to answer for.
    pub(super) fn as_of(&self) -> Date {
        self.given_day().unwrap_or(self.today)
    }

    /// The day that counts where neither the request nor a case names one.
    pub(super) fn today(&self) -> Date {
        self.today
    }

    /// The edition to decide by, if one was given.
    pub(super) fn edition(&self) -> Option<Edition> {
        self.field("edition").and_then(her2::edition)
    }

    /// The language of the words.
    pub(super) fn lang(&self) -> &str {
        self.field("lang").unwrap_or("en")
    }

    /// A body weight that was given.
    pub(super) fn weight(&self) -> Option<Decimal> {
        self.field("weight").and_then(weight)
    }
}

/// Whether the body is said to be JSON, of whatever kind.
fn says_json(headers: &HeaderMap) -> bool {
    let kind = crate::headers::kind(headers);
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// Whether something begins as JSON does, packed or not; the reader of each format tells the rest.
fn is_json(bytes: &[u8]) -> bool {
    use her2::Format::{FhirJson, FhirNdjson, Json, JsonLines};
    const GZIP: &[u8] = &[0x1f, 0x8b];
    let format = her2::format_of(bytes);
    bytes.starts_with(GZIP) || matches!(format, Json | JsonLines | FhirJson | FhirNdjson)
}

/// Refuses fields that are not there, twice, or wrong. No refusal repeats a value: it may be of a patient.
fn check(known: &'static [Field], fields: &[(String, String)]) -> Result<(), HttpProblem> {
    for (at, (name, value)) in fields.iter().enumerate() {
        let Some(field) = known.iter().find(|field| field.name == name) else {
            let names: Vec<&str> = known.iter().map(|field| field.name).collect();
            let names = match names.is_empty() {
                true => "nothing can be asked besides".to_owned(),
                false => format!("there are: {}", names.join(", ")),
            };
            return Err(wrong(format!("a field is not known; {names}")));
        };
        let again = fields[..at].iter().any(|(before, _)| before == name);
        if again && !matches!(field.kind, Kind::Texts) {
            return Err(wrong(format!("`{name}` is given twice")));
        }
        if let Some(expected) = field.expects(value) {
            return Err(wrong(format!("`{}`: {expected}", field.name)));
        }
    }
    Ok(())
}

impl Field {
    /// What would be right, if this value is not.
    fn expects(&self, value: &str) -> Option<String> {
        let one_of = |names: &[&str]| {
            let known = names.contains(&value);
            (!known).then(|| format!("one of {}", names.join(", ")))
        };
        match self.kind {
            Kind::Day => {
                let day = value.parse::<Date>();
                let wrong = day.is_err() || value.len() != "2026-11-22".len();
                wrong.then(|| "a day is written YYYY-MM-DD".to_owned())
            }
            Kind::OneOf(names) => one_of(names),
            Kind::Language => one_of(&her2::languages()),
            Kind::Edition => one_of(&her2::editions()),
            Kind::Weight => weight(value).is_none().then(|| {
                "a weight is given in kg, from 20 to 400, with at most three decimals".to_owned()
            }),
            Kind::Text | Kind::Texts => {
                let most = if self.name == "case" {
                    LONGEST_CASE
                } else {
                    LONGEST
                };
                (value.len() > most).then(|| "it is too long".to_owned())
            }
        }
    }
}

fn weight(text: &str) -> Option<Decimal> {
    let weight: Decimal = text.parse().ok()?;
    let likely = (Decimal::whole(20)..=Decimal::whole(400)).contains(&weight);
    (likely && weight.scale() <= 3).then_some(weight)
}

/// A field that cannot be used.
pub(super) fn wrong(detail: impl Into<String>) -> HttpProblem {
    HttpProblem::new(StatusCode::BAD_REQUEST, "a field cannot be used", detail)
}
