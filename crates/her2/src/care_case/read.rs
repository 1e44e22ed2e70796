//! The JSON object of a case.

use super::answer::{OTHER_KEYS, number, put, question, terms, unknown_key};
use super::therapies::{readings, started, therapies};
use super::{CareInput, CareInputError};
use crate::decide_lines::evidence;
use her2_case::{Answered, CareCase, Fact, Kind, LvefReading, Question, StageGroup, Term};
use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A longer text is no case.
const LONGEST: usize = 1024 * 1024;

pub(crate) type Entry<'a> = (Cow<'a, str>, &'a RawValue);

/// The keys of an object in their order, each with its value as it was written.
pub(super) struct Entries<'a>(pub(super) Vec<Entry<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Vec<Entry<'de>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry::<Key<'de>, &RawValue>()? {
                    entries.push((entry.0.0, entry.1));
                }
                Ok(entries)
            }
        }
        from.deserialize_map(Object).map(Self)
    }
}

#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// Where the text stops being JSON. The parser's own words are left out: they may hold the value.
fn no_object(key: &str, fault: &serde_json::Error) -> String {
    match fault.classify() {
        serde_json::error::Category::Data => format!("{key} is no JSON object"),
        _ => format!(
            "{key} is no JSON object: it breaks off or is miswritten at line {}, column {}",
            fault.line(),
            fault.column()
        ),
    }
}

/// Reads an object, or says that the value of this key is none. No key may stand twice.
pub(crate) fn entries<'a>(key: &str, text: &'a str) -> Result<Vec<Entry<'a>>, CareInputError> {
    let entries: Entries<'a> = serde_json::from_str(text)
        .map_err(|fault| CareInputError::because(no_object(key, &fault)))?;
    let mut names: Vec<&str> = entries.0.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(CareInputError::because(format!("{key} has a key twice")));
    }
    Ok(entries.0)
}

/// Reads a case.
pub(super) fn read(json: &[u8]) -> Result<CareInput, CareInputError> {
    if json.len() > LONGEST {
        return Err(CareInputError::because("the case is longer than 1 MiB"));
    }
    let text =
        std::str::from_utf8(json).map_err(|_| CareInputError::because("the case is not UTF-8"))?;
    let mut input = CareInput::default();
    for (key, value) in entries("the case", text)? {
        // A key that begins with `_` is a remark; what is null is not known.
        if key.starts_with('_') || value.get() == "null" {
            if !key.starts_with('_') && !OTHER_KEYS.contains(&&*key) {
                question(&key)?;
            }
            continue;
        }
        match &*key {
            "id" => {}
            "as_of" | "as-of" => input.as_of = Some(day(&key, value)?),
            "her2" => {
                input.evidence = Some(
                    evidence(value.get())
                        .map_err(|why| CareInputError::because(format!("`her2`: {why}")))?,
                )
            }
            key => put_key(&mut input.case, key, value)?,
        }
    }
    Ok(input)
}

fn put_key(case: &mut CareCase, key: &str, value: &RawValue) -> Result<(), CareInputError> {
    match key {
        "prior" => case.prior = therapies(value)?,
        "prior-complete" => case.prior_complete = Some(yes_no(key, value)?),
        "lvef" if value.get().starts_with('[') => case.lvef.extend(readings(value)?),
        "lvef-baseline" => {
            let baseline = readings_of_one(value)?;
            case.lvef.push(LvefReading {
                baseline: true,
                ..baseline
            });
        }
        "recurrence" => {
            let day = day(key, value)?;
            case.recurrence = Some(Fact::new(day, Answered::Recurrence.origin()));
        }
        "started" => case.started = started(value)?,
        "prognostic-stage" => {
            let group = StageGroup::from_name(&text(key, value)?)
                .ok_or_else(|| CareInputError::because("`prognostic-stage` is no stage group"))?;
            let origin = Answered::Question(Question::StageGroup).origin();
            case.prognostic_stage = Some(Fact::new(group, origin));
        }
        key if OTHER_KEYS.contains(&key) => return Err(unknown_key(key)),
        key => {
            let question = question(key)?;
            put(case, question, known(question, value)?);
        }
    }
    Ok(())
}

fn readings_of_one(value: &RawValue) -> Result<LvefReading, CareInputError> {
    super::therapies::reading("`lvef-baseline`", value)
}

fn known(question: Question, value: &RawValue) -> Result<her2_case::Known, CareInputError> {
    let raw = value.get();
    let name = question.name();
    let wrong = || CareInputError::because(format!("`{name}` has a value of another kind"));
    if matches!(question.kind(), Kind::Number { .. }) {
        let literal = raw.starts_with('"') || raw.starts_with(|c: char| c.is_ascii_digit());
        return if literal {
            number(question, unquoted(raw))
        } else {
            Err(wrong())
        };
    }
    match raw.as_bytes().first() {
        Some(b'[') => {
            let several: Vec<Cow<'_, str>> = serde_json::from_str(raw).map_err(|_| wrong())?;
            terms(question, several.iter().map(|one| &**one))
        }
        Some(b't') => terms(question, ["yes"].into_iter()),
        Some(b'f') => terms(question, ["no"].into_iter()),
        Some(b'"') => terms(question, [&*text(name, value)?].into_iter()),
        _ => Err(wrong()),
    }
}

/// The literal text of a number, or the text between the quotes.
pub(crate) fn unquoted(raw: &str) -> &str {
    let inner = raw.strip_prefix('"');
    inner.and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw)
}

pub(super) fn text<'a>(key: &str, value: &'a RawValue) -> Result<Cow<'a, str>, CareInputError> {
    serde_json::from_str::<Key<'a>>(value.get())
        .map(|text| text.0)
        .map_err(|_| CareInputError::because(format!("`{key}` is no text")))
}

pub(super) fn day(key: &str, value: &RawValue) -> Result<Date, CareInputError> {
    let wrong = || CareInputError::because(format!("`{key}` is no day like 2026-11-22"));
    let text = text(key, value).map_err(|_| wrong())?;
    text.parse().map_err(|_| wrong())
}

fn yes_no(key: &str, value: &RawValue) -> Result<bool, CareInputError> {
    match value.get() {
        "true" | "\"yes\"" => Ok(true),
        "false" | "\"no\"" => Ok(false),
        _ => Err(CareInputError::because(format!(
            "`{key}` is neither true nor false"
        ))),
    }
}
