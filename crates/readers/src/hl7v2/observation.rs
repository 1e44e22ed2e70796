//! One observation: what it asks, what it answers, and whether it stands.

use super::escape::unescaped;
use super::message::{Message, Segment};
use crate::asked::{Asked, asked};
use crate::value::{self, ReadValue};
use her2_case::{Amount, Her2Word};
use her2_knowledge::codes::{self, CodeSystem, CodedAnswer, Item};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How far a result has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Final, or said to be nothing else.
    Final,
    /// It replaces an earlier one.
    Corrected,
    /// It may still change.
    Preliminary,
    /// Still to come.
    Pending,
    /// Deleted, wrong, cancelled, not asked or not obtainable; with a word for the list of what was passed over.
    Not(&'static str),
}

impl Standing {
    /// By OBX-11.
    pub(super) fn of_result(status: &str) -> Self {
        match status {
            "C" | "A" => Self::Corrected,
            "P" | "R" | "S" => Self::Preliminary,
            "I" => Self::Pending,
            "D" => Self::Not("deleted"),
            "W" => Self::Not("wrong"),
            "X" => Self::Not("no result"),
            "O" => Self::Not("order only"),
            "N" => Self::Not("not asked"),
            _ => Self::Final,
        }
    }

    /// By OBR-25.
    pub(super) fn of_order(status: &str) -> Self {
        match status {
            "C" | "A" => Self::Corrected,
            "P" | "R" => Self::Preliminary,
            "I" | "O" | "S" => Self::Pending,
            "X" => Self::Not("cancelled"),
            "Y" | "Z" => Self::Not("no result"),
            _ => Self::Final,
        }
    }
}

/// A coded element: a code with its name and system, and the same in another system.
#[derive(Clone, Debug, Default)]
pub(super) struct Coded {
    /// Code, name, and system of each.
    pub(super) triplets: [(String, String, String); 2],
    /// What was meant in the sender's own words.
    pub(super) original: String,
}

impl Coded {
    /// The element in a range of one repetition.
    pub(super) fn read(message: &Message<'_>, repetition: Range<usize>) -> Self {
        let parts: Vec<Range<usize>> = message
            .parts(repetition, message.delimiters.component)
            .take(9)
            .collect();
        let at = |at: usize| {
            let text = parts
                .get(at)
                .map_or("", |range| &message.text[range.clone()]);
            let text = unescaped(text.trim(), message.delimiters);
            if text == "\"\"" { String::new() } else { text }
        };
        Self {
            triplets: [(at(0), at(1), at(2)), (at(3), at(4), at(5))],
            original: at(8),
        }
    }

    /// Its codes of systems that are known. A system that is not named is none.
    fn codes(&self) -> impl Iterator<Item = (CodeSystem, &str)> {
        self.triplets.iter().filter_map(|(code, _, system)| {
            // `L` is what a system calls its own codes.
            let system = system.trim();
            let is_ours = system == CodeSystem::Own.hl7_name();
            let is_own = matches!(system, "" | "L") || system.starts_with("99");
            let system = if is_own && !is_ours {
                loinc_like(code)?
            } else {
                CodeSystem::from_hl7_name(system)?
            };
            Some((system, code.split('&').next().unwrap_or(code)))
        })
    }

    /// Whether its codes, or its codes and its names, ask different things.
    pub(super) fn disagrees(&self) -> bool {
        let rows = self
            .codes()
            .filter_map(|(system, code)| codes::code(system, code));
        let coded: Vec<(Item, Option<&'static str>)> = rows
            .filter_map(|row| match row.meaning {
                codes::Meaning::Item(item) => Some((item, row.display)),
                codes::Meaning::Answer(_) => None,
            })
            .collect();
        let names = self.words().map(std::borrow::Cow::Borrowed);
        !coded.is_empty() && asked(coded, names) == Asked::Disagree
    }

    /// What an observation of this code asks.
    pub(super) fn item(&self) -> Option<Item> {
        self.codes()
            .find_map(|(system, code)| codes::item(system, code))
    }

    /// What this code answers. This project's own code beside a public one says what that one has no word for.
    pub(super) fn answer(&self) -> Option<CodedAnswer> {
        let ours = self
            .codes()
            .filter(|(system, _)| *system == CodeSystem::Own);
        ours.chain(self.codes())
            .find_map(|(system, code)| codes::answer(system, code))
    }

    /// Its words: what was meant first, then the names.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let names = self.triplets.iter().map(|(_, name, _)| name.as_str());
        std::iter::once(self.original.as_str())
            .chain(names)
            .filter(|words| !words.is_empty())
    }

    /// A name for people: the first name, else the first code that is one.
    pub(super) fn label(&self) -> &str {
        let names = self.triplets.iter().map(|(_, name, _)| name.as_str());
        let codes = self.triplets.iter().map(|(code, _, _)| code.as_str());
        let is_word = |text: &&str| text.chars().any(char::is_alphabetic);
        names.chain(codes).find(is_word).unwrap_or_default()
    }

    /// What tells it apart from others.
    pub(super) fn key(&self) -> String {
        let (code, name, _) = &self.triplets[0];
        if code.is_empty() {
            name.clone()
        } else {
            code.clone()
        }
    }
}

/// A code without a system is one of LOINC only if it looks like one and is known.
fn loinc_like(code: &str) -> Option<CodeSystem> {
    let (number, check) = code.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_known = digits(number)
        && digits(check)
        && check.len() == 1
        && codes::code(CodeSystem::Loinc, code).is_some();
    is_known.then_some(CodeSystem::Loinc)
}

/// One observation.
#[derive(Clone, Debug)]
pub(super) struct Observation {
    /// Where it stands: `OBX 12`.
    pub(super) path: String,
    /// The type of its value.
    pub(super) kind: String,
    pub(super) asks: Coded,
    pub(super) sub: String,
    /// By which its specimen is told apart, where the numbers of an order group its results.
    pub(super) group: Option<String>,
    /// The range of each repetition of its value in the text.
    pub(super) values: Vec<Range<usize>>,
    pub(super) units: String,
    /// Flags beside the value.
    pub(super) flags: Vec<String>,
    pub(super) standing: Standing,
    pub(super) date: Option<Date>,
    /// Notes behind it.
    pub(super) notes: Vec<Range<usize>>,
}

impl Observation {
    /// The observation of a segment.
    pub(super) fn read(message: &Message<'_>, segment: &Segment<'_>, path: String) -> Self {
        let repetition = message.delimiters.repetition;
        let field = message.field(segment, 5);
        let kind = message.component(segment, 2, 1).trim().to_ascii_uppercase();
        let empty = field.is_empty() || &message.text[field.clone()] == "\"\"";
        Self {
            path,
            asks: Coded::read(message, message.first(segment, 3)),
            sub: message.component(segment, 4, 1).trim().to_owned(),
            group: None,
            values: if empty {
                Vec::new()
            } else {
                message.parts(field, repetition).collect()
            },
            units: Coded::read(message, message.first(segment, 6)).triplets[0]
                .0
                .clone(),
            flags: message
                .parts(message.field(segment, 8), repetition)
                .map(|flag| {
                    message.text[message.component_range(flag, 1)]
                        .trim()
                        .to_owned()
                })
                .filter(|flag| !flag.is_empty())
                .collect(),
            standing: Standing::of_result(message.component(segment, 11, 1).trim()),
            date: date(message.component(segment, 14, 1)),
            notes: Vec::new(),
            kind,
        }
    }

    /// What a line of the same message replaces it by: the same question about the same part.
    pub(super) fn key(&self) -> (String, String) {
        (self.asks.key(), self.sub.clone())
    }

    /// What a later message replaces it by. Prose is sent anew as a whole, however many lines it has then.
    pub(super) fn question(&self) -> (String, String) {
        let is_text = super::narrative::coded_item(self).is_none();
        if is_text && (self.is_prose() || self.asks.item().is_some()) {
            return (self.asks.key(), String::new());
        }
        self.key()
    }

    /// Whether its value is prose.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self.kind.as_str(), "TX" | "FT" | "CF")
    }
}

/// Gives each result of an order its group, where OBX-4 groups them: some question is answered under several numbers, and some number has
/// several questions. Numbers that only count the lines group nothing.
pub(super) fn group(observations: &mut [Observation]) {
    let whole = |sub: &str| sub.to_owned();
    let first = |sub: &str| sub.split('.').next().unwrap_or(sub).to_owned();
    let of: [&dyn Fn(&str) -> String; 2] = [&whole, &first];
    for key in of {
        let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut under: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for observation in observations.iter() {
            if observation.sub.is_empty() || super::narrative::coded_item(observation).is_none() {
                continue;
            }
            let (question, number) = (observation.asks.key(), key(&observation.sub));
            asked
                .entry(number.clone())
                .or_default()
                .insert(question.clone());
            under.entry(question).or_default().insert(number);
        }
        let several =
            |sets: &BTreeMap<String, BTreeSet<String>>| sets.values().any(|set| set.len() > 1);
        if several(&asked) && several(&under) {
            for observation in observations {
                observation.group = Some(key(&observation.sub));
            }
            return;
        }
    }
}

/// The day of a time stamp that names one.
pub(super) fn date(stamp: &str) -> Option<Date> {
    let digits = stamp.trim().get(..8)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year = digits[..4].parse().ok()?;
    let month = digits[4..6].parse().ok()?;
    let day = digits[6..].parse().ok()?;
    Date::new(year, month, day).ok()
}

/// Units of a mean of signals.
pub(super) const PER_CELL: &[&str] = &["cell", "nucle", "signal", "copies", "copy"];

/// Whether a number without a dimension has units that fit.
pub(super) fn of_number(observation: &Observation, named: &[&str]) -> bool {
    let units = observation.units.to_lowercase();
    units.is_empty() || units == "1" || named.iter().any(|name| units.contains(name))
}

/// A percentage by its units: as it is, or a fraction of one. A bare number below one is neither.
pub(super) fn percent(observation: &Observation, text: &str) -> Option<ReadValue<Amount>> {
    let units = observation.units.trim().to_lowercase();
    match units.as_str() {
        "" => value::percent(text),
        "1" | "fraction" => {
            let read = value::in_percent(text)?;
            let value = value::hundredfold(read.value)?;
            Some(ReadValue { value, ..read })
        }
        units if units.contains('%') || units.contains("percent") => value::in_percent(text),
        _ => None,
    }
}

impl Observation {
    /// What the flag beside the value says.
    pub(super) fn flag(&self) -> Option<Her2Word> {
        self.flags.iter().find_map(
            |flag| match codes::answer(CodeSystem::Interpretation, flag)? {
                CodedAnswer::Word(word) => Some(word),
                _ => None,
            },
        )
    }

    /// Whether it says that its value is still to come.
    pub(super) fn is_awaited(&self) -> bool {
        self.standing == Standing::Pending
    }
}
