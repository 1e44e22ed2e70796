//! What a row requires of a question, in words.

use crate::words::{Value, Words};
use her2_case::{Decimal, Kind, Question};
use her2_pages::{Bound, Needs};

/// What an answer must be: `first line or second line`, `2 or more regimens`.
pub(crate) fn needed(words: &Words, question: Question, needs: Needs) -> String {
    match needs {
        Needs::Terms(bits) => terms(words, question, bits),
        Needs::Number { low, high } => number(words, question, low, high),
    }
}

/// These terms in words, with `or` before the last.
pub(crate) fn terms(words: &Words, question: Question, bits: u64) -> String {
    let Kind::Terms(names) = question.kind() else {
        return String::new();
    };
    let held = |bits: u64| {
        let named = names.iter().enumerate();
        let held = named.filter(move |(index, _)| bits & 1 << index != 0);
        held.map(|(_, name)| words.term(question, name))
            .collect::<Vec<_>>()
    };
    let every = match names.len() {
        64.. => u64::MAX,
        count => (1 << count) - 1,
    };
    let (these, others) = (held(bits), held(every & !bits));
    if others.len() == 1 && these.len() > 2 {
        return words
            .get("needs-not", &[("term", Value::Text(&others[0]))])
            .unwrap_or_default();
    }
    or(words, &these)
}

fn or(words: &Words, terms: &[String]) -> String {
    match terms {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let first = first.join(", ");
            let values = [("first", Value::Text(&first)), ("last", Value::Text(last))];
            words.get("needs-or", &values).unwrap_or_default()
        }
    }
}

fn number(words: &Words, question: Question, low: Option<Bound>, high: Option<Bound>) -> String {
    let say = |name: &str, bound: Bound| {
        let one = bound.at == Decimal::whole(1);
        let amount = words.amount(&bound.at.to_string(), question, one);
        words
            .get(name, &[("amount", Value::Text(&amount))])
            .unwrap_or_default()
    };
    let low = low.map(|bound| {
        let name = if bound.inclusive {
            "needs-at-least"
        } else {
            "needs-above"
        };
        say(name, bound)
    });
    let high = high.map(|bound| {
        let none = !bound.inclusive && bound.at == Decimal::whole(1) && counts(question);
        let name = match (none, bound.inclusive) {
            (true, _) => "needs-none",
            (_, true) => "needs-at-most",
            _ => "needs-below",
        };
        say(name, bound)
    });
    match (low, high) {
        (Some(low), Some(high)) => {
            let values = [("low", Value::Text(&low)), ("high", Value::Text(&high))];
            words.get("needs-between", &values).unwrap_or_default()
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

/// Whether the number counts whole things, so that less than one is none.
fn counts(question: Question) -> bool {
    matches!(
        question,
        Question::Her2RegimensMetastatic
            | Question::Her2Regimens
            | Question::ChemotherapyMetastatic
            | Question::EndocrineMetastatic
            | Question::TimesHeld
            | Question::PositiveNodes
            | Question::ResidualNodes
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use her2_case::{Line, Term, TermSet};

    fn words() -> &'static Words {
        Words::of("en").unwrap()
    }

    fn bound(at: u32, inclusive: bool) -> Option<Bound> {
        Some(Bound {
            at: Decimal::whole(at),
            inclusive,
        })
    }

    fn of(question: Question, low: Option<Bound>, high: Option<Bound>) -> String {
        needed(words(), question, Needs::Number { low, high })
    }

    #[test]
    fn terms_are_joined_and_a_single_exception_is_named() {
        let lines = |lines: &[Line]| {
            let bits = lines.iter().copied().collect::<TermSet<Line>>().bits();
            needed(words(), Line::QUESTION, Needs::Terms(bits))
        };
        assert_eq!(lines(&[Line::First]), "first line");
        assert_eq!(
            lines(&[Line::Second, Line::Third, Line::Later]),
            "second line, third line or later line"
        );
        assert_eq!(
            lines(&[Line::First, Line::Second, Line::Third, Line::Later]),
            "not first-line maintenance"
        );
    }

    #[test]
    fn numbers_keep_the_side_of_their_bounds() {
        let months = Question::MonthsSinceEarlyHer2;
        assert_eq!(of(months, bound(6, true), None), "6 months or more");
        assert_eq!(of(months, bound(6, false), None), "more than 6 months");
        assert_eq!(of(months, None, bound(12, true)), "12 months or less");
        assert_eq!(of(months, None, bound(12, false)), "less than 12 months");
        assert_eq!(
            of(months, bound(6, true), bound(12, false)),
            "6 months or more and less than 12 months"
        );
    }

    #[test]
    fn less_than_one_of_what_is_counted_is_none() {
        let regimens = Question::Her2RegimensMetastatic;
        assert_eq!(of(regimens, None, bound(1, false)), "none");
        assert_eq!(of(regimens, bound(2, true), None), "2 regimens or more");
        assert_eq!(of(regimens, bound(1, true), None), "1 regimen or more");
        let months = Question::MonthsSinceEarlyHer2;
        assert_eq!(of(months, None, bound(1, false)), "less than 1 month");
    }
}
