//! The values of which heads are made, and how each is written as Rust source.
//!
//! A head is read into a struct of these types whose name and fields are those of the type in `src/`. Its `Debug` is then the source of
//! that value: what is read, what is written and what the library has cannot differ, since the compiler compares them.

use super::spoken::Spoken;
use her2_case::{Decimal, Term};
use her2_pages::compile::{Document, Faults, Sources, hint};
use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// A list.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "&{:?}", self.0)
    }
}

/// A term of a closed vocabulary.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TermOf<T>(pub T);

impl<'de, T: Term> Deserialize<'de> for TermOf<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        let named = T::ALL.iter().find(|term| term.name() == name);
        named.copied().map(Self).ok_or_else(|| {
            let hint = hint(&name, T::ALL.iter().map(|term| term.name()));
            D::Error::custom(format!(
                "`{name}` is no term of {}{hint}",
                T::QUESTION.name()
            ))
        })
    }
}

impl<T: Term> fmt::Debug for TermOf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "::her2_case::{}::{:?}", T::QUESTION.variant(), self.0)
    }
}

/// A plain day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Datetime::deserialize(from)?.to_string();
        let day = text
            .parse::<Date>()
            .ok()
            .filter(|day| day.to_string() == text);
        let wrong = || D::Error::custom(format!("`{text}` is no plain day such as 2026-11-22"));
        day.map(Self).ok_or_else(wrong)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.0.year(), self.0.month(), self.0.day());
        write!(f, "::jiff::civil::date({year}, {month}, {day})")
    }
}

/// A day, a year or words for a time, kept as text.
#[derive(Clone)]
pub struct When(pub String);

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match toml::Value::deserialize(from)? {
            toml::Value::String(words) => Ok(Self(words)),
            toml::Value::Integer(year) => Ok(Self(year.to_string())),
            toml::Value::Datetime(day) => Ok(Self(day.to_string())),
            _ => Err(D::Error::custom("a time is a day, a year or words")),
        }
    }
}

impl fmt::Debug for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A number of somebody's catalogue, kept as text.
#[derive(Clone)]
pub struct Number(pub String);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match toml::Value::deserialize(from)? {
            toml::Value::String(number) => Ok(Self(number)),
            toml::Value::Integer(number) => Ok(Self(number.to_string())),
            _ => Err(D::Error::custom(
                "a number is written in digits or in quotes",
            )),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An exact amount: a decimal number, as digits or in quotes. It is not read as a float.
#[derive(Clone, Copy)]
pub struct Exact(pub Decimal);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Number(text) = Number::deserialize(from)?;
        let wrong = |_| D::Error::custom(format!("`{text}` is no decimal number"));
        text.parse().map(Self).map_err(wrong)
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mantissa, scale) = (self.0.mantissa(), self.0.scale());
        write!(f, "::her2_case::Decimal::new({mantissa}, {scale})")
    }
}

/// A citation, `source#anchor`. Whether it resolves is looked at for the whole head at once.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Cited(pub String);

impl fmt::Debug for Cited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (edition, anchor) = self.0.split_once('#').unwrap_or((&self.0, ""));
        write!(
            f,
            "::her2_pages::Citation {{ edition: {edition:?}, anchor: {anchor:?} }}"
        )
    }
}

/// A name that must be known, with its place in the head.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Name(pub Spanned<String>);

impl Name {
    /// The name.
    pub fn as_str(&self) -> &str {
        self.0.get_ref()
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// The places of a source that may be cited, each with what it stands for.
#[derive(Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Anchors(pub BTreeMap<String, Spoken>);

impl fmt::Debug for Anchors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<_> = self.0.iter().collect();
        write!(f, "&{pairs:?}")
    }
}

/// Declares a closed list of words of a head, written in source with the name of its type.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs)]
        pub enum $name { $($variant),+ }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Self::$variant => f.write_str(concat!("crate::", stringify!($name), "::", stringify!($variant))),)+ }
            }
        }
    )+};
}
pub(crate) use words;

/// The name of the file is the `id` of its head.
pub fn check_id(document: &Document, id: &Name, stem: &str, faults: &mut Faults) {
    if id.as_str() != stem {
        let (line, id) = (document.line_of(&id.0), id.as_str());
        faults.add(line, format!("`id` is `{id}`, but the file is `{stem}`"));
    }
}

/// Every `cite` and `...-cite` of a head resolves, however deep it stands.
pub fn check_cites(document: &Document, sources: &Sources, faults: &mut Faults) {
    if let Ok(head) = DeTable::parse(&document.head) {
        for (cite, at) in cites_of(head.get_ref()) {
            if let Err(why) = sources.resolve(&cite) {
                faults.add(document.head_line(at), why);
            }
        }
    }
}

fn cites_of(table: &DeTable<'_>) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (key, value) in table.iter() {
        let cites = key.get_ref() == "cite" || key.get_ref().ends_with("-cite");
        match value.get_ref() {
            DeValue::String(cite) if cites => found.push((cite.to_string(), value.span().start)),
            DeValue::Table(inner) => found.extend(cites_of(inner)),
            DeValue::Array(items) => {
                for item in items.iter() {
                    if let DeValue::Table(inner) = item.get_ref() {
                        found.extend(cites_of(inner));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// The known name's position; a fault with the nearest name if it is unknown.
pub fn resolve<'a>(
    what: &str,
    name: &Name,
    known: impl Iterator<Item = &'a str> + Clone,
    document: &Document,
    faults: &mut Faults,
) -> Option<usize> {
    let found = known.clone().position(|known| known == name.as_str());
    if found.is_none() {
        let name_text = name.as_str();
        let hint = hint(name_text, known);
        let line = document.line_of(&name.0);
        faults.add(line, format!("no {what} `{name_text}`{hint}"));
    }
    found
}

/// The prose under the title.
pub fn text(document: &Document) -> String {
    let first = document.sections.first();
    first.map(|section| section.prose()).unwrap_or_default()
}
