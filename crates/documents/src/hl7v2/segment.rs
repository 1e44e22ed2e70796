//! Segments, fields, and values with their types.

use her2_case::{Amount, Decimal};
use her2_knowledge::codes::{self, CodeSystem, CodedAnswer, Item, codes_for, codes_of};
use jiff::civil::Date;

/// A day as the format writes it.
pub(super) fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Text that is no separator, and stays on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\E\\"),
            '|' => out.push_str("\\F\\"),
            '^' => out.push_str("\\S\\"),
            '&' => out.push_str("\\T\\"),
            '~' => out.push_str("\\R\\"),
            control if control.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// A segment in the making: its name, and its fields by number.
pub(super) struct Segment {
    name: &'static str,
    fields: Vec<String>,
    /// In the header the separator itself is the first field.
    first: usize,
}

impl Segment {
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            fields: Vec::new(),
            first: 1,
        }
    }

    /// The header of a message.
    pub fn header() -> Self {
        let header = Self {
            name: "MSH",
            fields: Vec::new(),
            first: 2,
        };
        header.raw(2, "^~\\&")
    }

    /// Sets a field to a text.
    #[must_use]
    pub fn set(self, field: usize, text: &str) -> Self {
        self.raw(field, &escaped(text))
    }

    /// Sets a field to components.
    #[must_use]
    pub fn parts(self, field: usize, parts: &[&str]) -> Self {
        let parts: Vec<_> = parts.iter().map(|part| escaped(part)).collect();
        self.raw(field, parts.join("^").trim_end_matches('^'))
    }

    /// Sets a field to a code.
    #[must_use]
    pub fn coded(self, field: usize, code: &Coded) -> Self {
        self.raw(field, &code.components())
    }

    /// Sets a field to what is written already.
    #[must_use]
    pub fn raw(mut self, field: usize, written: &str) -> Self {
        let at = field - self.first;
        if self.fields.len() <= at {
            self.fields.resize(at + 1, String::new());
        }
        written.clone_into(&mut self.fields[at]);
        self
    }

    /// Appends it with its end.
    pub fn write(&self, out: &mut String) {
        out.push_str(self.name);
        let last = self.fields.iter().rposition(|field| !field.is_empty());
        for field in self.fields.iter().take(last.map_or(0, |at| at + 1)) {
            out.push('|');
            out.push_str(field);
        }
        out.push('\r');
    }
}

/// A code with words: of a public system, of this project, or of both.
pub(super) struct Coded {
    public: Option<(String, String, &'static str)>,
    own: String,
    printed: String,
    /// Whether the words of the own code are what was meant, and the public code only comes near.
    original: bool,
}

impl Coded {
    /// A code of this project.
    pub fn own(code: &str) -> Self {
        Self {
            public: None,
            own: code.to_owned(),
            printed: String::new(),
            original: false,
        }
    }

    /// Words without a public code, and beside them a code of this project.
    pub fn printed(words: &str, own: &str) -> Self {
        Self {
            public: None,
            own: own.to_owned(),
            printed: words.to_owned(),
            original: false,
        }
    }

    /// A code of a public system.
    pub fn public(system: CodeSystem, code: &str, words: &str) -> Self {
        Self {
            public: Some((code.to_owned(), words.to_owned(), system.hl7_name())),
            own: String::new(),
            printed: String::new(),
            original: false,
        }
    }

    /// The code of an answer in a public system, and beside it one of this project.
    pub fn answer(system: CodeSystem, answer: CodedAnswer, own: &str) -> Self {
        let row = codes_for(system, answer).next();
        let public = row.map(|row| {
            let words = row.display.unwrap_or("");
            (row.code.to_owned(), words.to_owned(), system.hl7_name())
        });
        Self {
            public,
            own: own.to_owned(),
            printed: String::new(),
            original: false,
        }
    }

    /// The code of a word in a public system, beside the project's own that says it exactly.
    pub fn word(system: CodeSystem, answer: CodedAnswer, own: &str) -> Self {
        Self {
            original: true,
            ..Self::answer(system, answer, own)
        }
    }

    /// Identifier, text, system; then the same of the other system.
    fn components(&self) -> String {
        let named = |code: &str| {
            let row = codes::code(CodeSystem::Own, code);
            let named = row.and_then(|row| row.display).map(str::to_owned);
            named.unwrap_or_else(|| code.replace(['_', '-'], " "))
        };
        let own = |code: &str| {
            let words = named(code);
            let system = CodeSystem::Own.hl7_name();
            format!("{}^{}^{system}", escaped(code), escaped(&words))
        };
        let first = match &self.public {
            Some((code, words, system)) => {
                format!("{}^{}^{system}", escaped(code), escaped(words))
            }
            None if !self.printed.is_empty() => format!("^{}^", escaped(&self.printed)),
            None => return own(&self.own),
        };
        if self.own.is_empty() {
            return first.trim_end_matches('^').to_owned();
        }
        let both = format!("{first}^{}", own(&self.own));
        if self.original {
            // The ninth component is what was meant, in the sender's words.
            format!("{both}^^^{}", escaped(&named(&self.own)))
        } else {
            both
        }
    }
}

/// The code by which an item is asked; without a public one the project's own.
pub(super) fn observed_code(item: Item, own: &str) -> Coded {
    match codes_of(item).find(|row| row.system == CodeSystem::Loinc) {
        Some(row) => Coded::public(CodeSystem::Loinc, row.code, row.display.unwrap_or("")),
        None => Coded::own(own),
    }
}

/// What was observed.
pub(super) enum Answer {
    /// A code.
    Coded(Coded),
    /// A number as printed, with its unit.
    Number(String, &'static str),
    /// A bound or a range: comparator, number, separator, number.
    Structured(String, &'static str),
    /// Nothing yet.
    Awaited,
}

impl Answer {
    pub fn percent(amount: Amount) -> Self {
        Self::amount(amount, "%")
    }

    pub fn amount(amount: Amount, unit: &'static str) -> Self {
        let bound =
            |sign: &str, number: Decimal| Self::Structured(format!("{sign}^{number}"), unit);
        match amount {
            Amount::Exactly(number) => Self::number(number, unit),
            Amount::Below(number) => bound("<", number),
            Amount::AtMost(number) => bound("<=", number),
            Amount::Above(number) => bound(">", number),
            Amount::AtLeast(number) => bound(">=", number),
            Amount::Between(low, high) => Self::Structured(format!("^{low}^-^{high}"), unit),
        }
    }

    pub fn number(number: Decimal, unit: &'static str) -> Self {
        Self::Number(number.to_string(), unit)
    }

    pub fn count(count: u32) -> Self {
        Self::Number(count.to_string(), "1")
    }
}

/// One observation.
pub(super) struct Observed {
    pub code: Coded,
    pub answer: Answer,
    /// The test it is of: observations with the same number are one result.
    pub test: u32,
}

impl Observed {
    pub fn segment(&self, number: usize, date: Option<Date>) -> Segment {
        let (kind, value, unit, status) = match &self.answer {
            Answer::Coded(code) => ("CWE", code.components(), "", "F"),
            Answer::Number(number, unit) => ("NM", number.clone(), *unit, "F"),
            Answer::Structured(value, unit) => ("SN", value.clone(), *unit, "F"),
            Answer::Awaited => ("CWE", String::new(), "", "I"),
        };
        let unit = if unit.is_empty() {
            String::new()
        } else {
            format!("{}^^UCUM", escaped(unit))
        };
        Segment::new("OBX")
            .set(1, &number.to_string())
            .raw(2, kind)
            .coded(3, &self.code)
            .set(4, &self.test.to_string())
            .raw(5, &value)
            .raw(6, &unit)
            .raw(11, status)
            .set(14, &date.map_or_else(String::new, day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_become_a_field_a_component_or_a_segment() {
        assert_eq!(
            escaped("a|b^c&d~e\\f\rg\n"),
            "a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f g "
        );
    }

    #[test]
    fn fields_stand_at_their_numbers_and_empty_ones_at_the_end_are_left_out() {
        let mut out = String::new();
        Segment::header().set(7, "20261122").write(&mut out);
        Segment::new("OBX")
            .set(1, "1")
            .set(3, "x")
            .set(5, "")
            .write(&mut out);
        assert_eq!(out, "MSH|^~\\&|||||20261122\rOBX|1||x\r");
    }
}
