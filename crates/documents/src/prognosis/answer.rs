//! Answers and lists of questions in words.

use crate::words::Words;
use her2_case::{Decimal, Kind, Known, Question};

/// What is known of a question: terms in words, or the number with its unit.
pub(super) fn shown(words: &Words, question: Question, known: Known) -> String {
    match (known, question.kind()) {
        (Known::Terms(bits), Kind::Terms(names)) => {
            let named = names
                .iter()
                .enumerate()
                .filter(|(at, _)| bits & 1 << at != 0);
            let named = named.map(|(_, name)| words.term(question, name));
            named.collect::<Vec<_>>().join(", ")
        }
        (Known::Amount(amount), Kind::Number { .. }) => {
            let one = amount.exact() == Some(Decimal::whole(1));
            words.amount(&amount.to_string(), question, one)
        }
        _ => String::new(),
    }
}

/// The names of questions.
pub(super) fn names(words: &Words, questions: &[Question]) -> String {
    let names = questions.iter().map(|question| words.question(*question));
    names.collect::<Vec<_>>().join(", ")
}
