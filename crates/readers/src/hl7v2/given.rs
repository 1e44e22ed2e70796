//! The value of an observation: its words, where they stand, and what its code answers.

use super::message::Message;
use super::narrative::plain;
use super::observation::{Coded, Observation};
use her2_case::{Fact, Origin, Span};
use her2_knowledge::codes::CodedAnswer;
use std::ops::Range;

/// One repetition of a value.
#[derive(Debug)]
pub(super) struct Given {
    /// The words.
    pub(super) text: String,
    /// What its code answers, where it has one that is known.
    pub(super) answer: Option<CodedAnswer>,
    /// Where the words stand in the text.
    range: Range<usize>,
    /// Whether they stand there letter by letter.
    exact: bool,
}

impl Given {
    /// Reads a repetition of an observation's value.
    pub(super) fn read(
        message: &Message<'_>,
        observation: &Observation,
        value: Range<usize>,
    ) -> Self {
        match observation.kind.as_str() {
            "CE" | "CWE" | "CNE" | "CF" => Self::coded(message, value),
            "SN" => {
                let text = structured(message, value.clone());
                let number = message.component_range(value.clone(), 2);
                let is_number = message.text[number.clone()].trim() == text;
                Self::of(message, if is_number { number } else { value }, text)
            }
            _ => {
                let text = plain(message, value.clone());
                Self::of(message, value, text)
            }
        }
    }

    fn coded(message: &Message<'_>, value: Range<usize>) -> Self {
        let coded = Coded::read(message, value.clone());
        // What was meant, the name, the name in the other system, and a code that is a word itself.
        let places = [9, 2, 5, 1, 4].map(|number| message.component_range(value.clone(), number));
        let filled = places
            .into_iter()
            .find(|range| !matches!(message.text[range.clone()].trim(), "" | "\"\""));
        let range = filled.unwrap_or(value);
        let text = plain(message, range.clone());
        Self {
            answer: coded.answer(),
            ..Self::of(message, range, text)
        }
    }

    fn of(message: &Message<'_>, range: Range<usize>, text: String) -> Self {
        let raw = &message.text[range.clone()];
        let start = range.start + raw.len() - raw.trim_start().len();
        let end = start + raw.trim().len();
        let text = text.trim().to_owned();
        Self {
            exact: raw.trim() == text,
            answer: None,
            range: start..end,
            text,
        }
    }

    /// The place of a part of the words.
    pub(super) fn span(&self, part: &Range<usize>) -> Span {
        if self.exact {
            Span::new(self.range.start + part.start, self.range.start + part.end)
        } else {
            self.whole()
        }
    }

    /// The place of the words.
    pub(super) fn whole(&self) -> Span {
        Span::new(self.range.start, self.range.end)
    }

    /// A fact read from a part of the words.
    pub(super) fn fact<T>(&self, value: T, part: &Range<usize>) -> Fact<T> {
        Fact::new(value, Origin::span(self.span(part)))
    }

    /// A fact read from all of it.
    pub(super) fn fact_of_all<T>(&self, value: T) -> Fact<T> {
        Fact::new(value, Origin::span(self.whole()))
    }
}

/// A structured number as people write it: `<1.8`, `10-20`, `2+`. A ratio to one is its first number.
pub(super) fn structured(message: &Message<'_>, value: Range<usize>) -> String {
    let at = |number| message.text[message.component_range(value.clone(), number)].trim();
    let (comparator, first, between, second) = (at(1), at(2), at(3), at(4));
    let is_one = second.trim_end_matches('0').trim_end_matches('.') == "1";
    match between {
        ":" | "/" if is_one => format!("{comparator}{first}"),
        "+" if second.is_empty() => format!("{comparator}{first}+"),
        "" if second.is_empty() => format!("{comparator}{first}"),
        "." => format!("{comparator}{first}.{second}"),
        _ => format!("{comparator}{first}{between}{second}"),
    }
}
