//! A question of care put to a person, with its choices, and the answer read back.

use crate::words::{Value, Words};
use her2_case::{Decimal, Kind, Question};

/// A question with everything that is shown when it is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// Its name in cases and flags.
    pub name: &'static str,
    /// Its short name in words.
    pub title: String,
    /// The question.
    pub ask: String,
    /// What counts for the answer.
    pub help: String,
    /// The terms to choose from, each with its words; none where a number is asked for.
    pub choices: Vec<(&'static str, String)>,
    /// The unit of the number, where one is asked for.
    pub unit: Option<&'static str>,
    /// The same unit in words of the language.
    pub unit_words: Option<String>,
    /// The question with the number of options it touches, as it is put at a terminal.
    pub put: String,
    /// How many options the answer would settle.
    pub options: usize,
    not_read: String,
}

/// What somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// An answer, as cases write it.
    Answer(String),
    /// Not known.
    NotKnown,
    /// What does the question mean?
    Help,
    /// No more questions.
    Enough,
    /// Something else, and what to type instead.
    NotRead(String),
}

/// What is typed for what a question means.
const HELP: &str = "?";
/// What is typed for no more questions.
const ENOUGH: &str = "q";

/// How answers are typed, told once before the first of this many questions; nothing if there are no words of this language.
pub fn asking_begins(lang: &str, open: usize) -> Option<String> {
    let number = u32::try_from(open).unwrap_or(u32::MAX);
    let values = [
        ("count", Value::Count(number)),
        ("help", Value::Text(HELP)),
        ("enough", Value::Text(ENOUGH)),
    ];
    Words::of(lang)?.get("asking-begin", &values)
}

/// The terms that somebody can be asked to choose from: of the HER2 result those that are one.
pub(crate) fn choices(question: Question) -> &'static [&'static str] {
    const RESULTS: usize = 5;
    match question.kind() {
        Kind::Terms(terms) if question == Question::Her2Category => &terms[..RESULTS],
        Kind::Terms(terms) => terms,
        Kind::Number { .. } => &[],
    }
}

impl AskedQuestion {
    /// The question in the words of a language.
    pub fn new(words: &Words, question: Question, options: usize) -> Self {
        let (choices, unit) = match question.kind() {
            Kind::Terms(_) => {
                let choices = choices(question)
                    .iter()
                    .map(|term| (*term, words.term(question, term)));
                (choices.collect(), None)
            }
            Kind::Number { unit } => (Vec::new(), Some(unit)),
        };
        let unit_words = unit.map(|_| words.unit(question, false));
        let wanted = match &unit_words {
            Some(unit) => words.get("asking-number", &[("unit", Value::Text(unit))]),
            None => words.get("asking-choice", &[]),
        };
        let ask = words.ask(question).unwrap_or_default();
        let number = u32::try_from(options).unwrap_or(u32::MAX);
        let values = [("ask", Value::Text(&ask)), ("count", Value::Count(number))];
        Self {
            name: question.name(),
            title: words.question(question),
            put: words.get("asking-put", &values).unwrap_or_default(),
            ask,
            help: words.help(question).unwrap_or_default(),
            choices,
            unit,
            unit_words,
            options,
            not_read: wanted.unwrap_or_default(),
        }
    }

    /// What was typed: the number of a choice, several with commas between them, a term, its words, or a decimal.
    pub fn read(&self, typed: &str) -> Typed {
        let typed = typed.trim();
        match typed {
            "" => return Typed::NotKnown,
            HELP => return Typed::Help,
            "." | ENOUGH | "quit" => return Typed::Enough,
            _ => {}
        }
        if self.unit.is_some() {
            return match typed.parse::<Decimal>() {
                Ok(_) => Typed::Answer(typed.to_owned()),
                Err(_) => Typed::NotRead(self.not_read.clone()),
            };
        }
        let terms: Option<Vec<&str>> = typed
            .split(',')
            .map(|part| self.term(part.trim()))
            .collect();
        match terms {
            Some(terms) => Typed::Answer(terms.join(",")),
            None => Typed::NotRead(self.not_read.clone()),
        }
    }

    fn term(&self, typed: &str) -> Option<&'static str> {
        let by_name = |(term, words): &&(&'static str, String)| {
            term.eq_ignore_ascii_case(typed) || words.eq_ignore_ascii_case(typed)
        };
        let by_number = || {
            let number: usize = typed.parse().ok()?;
            self.choices.get(number.checked_sub(1)?)
        };
        let found = self.choices.iter().find(by_name).or_else(by_number);
        let begins = || {
            let lower = typed.to_ascii_lowercase();
            let mut starts = self
                .choices
                .iter()
                .filter(|(term, _)| term.to_ascii_lowercase().starts_with(&lower));
            starts.next().filter(|_| starts.next().is_none())
        };
        found.or_else(begins).map(|(term, _)| *term)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(question: Question) -> AskedQuestion {
        AskedQuestion::new(Words::of("en").unwrap(), question, 3)
    }

    fn answer(text: &str) -> Typed {
        Typed::Answer(text.to_owned())
    }

    #[test]
    fn a_choice_is_read_by_number_name_words_or_beginning() {
        let line = asked(Question::Line);
        for typed in ["3", "second", " Second ", "second line", "sec"] {
            assert_eq!(line.read(typed), answer("second"), "{typed}");
        }
        assert_eq!(line.read("1, third"), answer("first,third"));
        for typed in ["0", "6", "fourth", "1,,2", "-1"] {
            assert!(matches!(line.read(typed), Typed::NotRead(_)), "{typed}");
        }
    }

    #[test]
    fn a_term_that_is_a_number_is_the_term_and_not_the_place_in_the_list() {
        let grade = asked(Question::CtcaeGrade);
        assert_eq!(grade.read("0"), answer("0"));
        assert_eq!(grade.read("3"), answer("3"));
    }

    #[test]
    fn a_number_is_read_exactly_as_typed() {
        let weight = asked(Question::Weight);
        assert_eq!(weight.read("70.50"), answer("70.50"));
        for typed in ["70,5", "1,000", "seventy", "-3", "1e3"] {
            assert!(matches!(weight.read(typed), Typed::NotRead(_)), "{typed}");
        }
    }

    #[test]
    fn nothing_help_and_enough_are_answers_too() {
        let line = asked(Question::Line);
        assert_eq!(line.read(""), Typed::NotKnown);
        assert_eq!(line.read("?"), Typed::Help);
        assert_eq!(line.read("q"), Typed::Enough);
    }
}
