//! Parts of sentences that several pages of monitoring share.

use super::Monitored;
use crate::words::{Value, Words};
use crate::writer::{Writer, count, text};
use her2_case::{Question, Term, TermSet};
use her2_knowledge::{Rhythm, Schedule};
use her2_pathway::monitoring::{Item, Medicine, Overdue, Series};

/// How a medicine is called: its international name with a brand; only the brand where the name is long.
pub(crate) fn name(words: &Words, medicine: &Medicine) -> String {
    const LONG: usize = 32;
    let Some(drug) = medicine.drug else {
        return words.said(medicine.name()).to_owned();
    };
    let name = words.said(drug.us_name.unwrap_or(drug.inn));
    match drug.brands.first() {
        Some(brand) if name.chars().count() > LONG => (*brand).to_owned(),
        Some(brand) => format!("{name} ({brand})"),
        None => name.to_owned(),
    }
}

/// Names of the medicines at these positions.
pub(super) fn names(words: &Words, of: &Monitored<'_>, positions: &[usize]) -> String {
    let names = positions
        .iter()
        .map(|at| name(words, &of.request.medicines[*at]));
    names.collect::<Vec<_>>().join(", ")
}

/// Terms in the words of the language, one after the other.
pub(super) fn terms<T: Term>(writer: &Writer<'_>, answers: TermSet<T>) -> String {
    let words = answers
        .iter()
        .map(|term| writer.words.term(T::QUESTION, term.name()));
    words.collect::<Vec<_>>().join("; ")
}

/// What an answer depends on, each question with the way to answer it; nothing without a question.
pub(super) fn depends(writer: &Writer<'_>, asks: &[Question]) -> Option<String> {
    let each = asks.iter().map(|asked| {
        let question = match writer.words.ask(*asked) {
            Some(ask) => ask,
            None => writer.words.question(*asked),
        };
        let question = lowered(&within(question));
        let give = format!("monitor-give-{}", asked.name());
        let give = match writer.words.has(&give) {
            true => writer.message(&give, &[]),
            false => writer.message("monitor-give", &[text("question", asked.name())]),
        };
        let values = [text("question", &question), text("give", &give)];
        writer.message("monitor-depends-one", &values)
    });
    let each = each.collect::<Vec<_>>().join("; ");
    (!each.is_empty()).then(|| writer.message("monitor-depends", &[text("asks", &each)]))
}

/// A question within a sentence: without the mark at its end, unless a mark at its start opens it.
fn within(question: String) -> String {
    if question.starts_with(OPENS) {
        return question;
    }
    question.trim_end_matches('?').to_owned()
}

/// The sign that opens a question in languages that have one.
const OPENS: char = '\u{bf}';

/// With a small first letter, unless the word is an abbreviation.
fn lowered(words: &str) -> String {
    if let Some(words) = words.strip_prefix(OPENS) {
        return format!("{OPENS}{}", lowered(words));
    }
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_uppercase() => {
            [first, second].into_iter().chain(letters).collect()
        }
        (Some(first), second) => first.to_lowercase().chain(second).chain(letters).collect(),
        (None, _) => String::new(),
    }
}

/// When a test is done: `during treatment, every 3 months`.
pub(super) fn when(writer: &Writer<'_>, entry: &Schedule, phase: &str) -> String {
    let whole = |number: u16| Value::Count(u32::from(number));
    let mut when = match entry.rhythm {
        Rhythm::Once if entry.from_months > 0 => {
            return writer.message(
                "monitor-when-at",
                &[text("phase", phase), ("months", whole(entry.from_months))],
            );
        }
        Rhythm::Once => phase.to_owned(),
        rhythm => {
            let rhythm = rhythm_words(writer, rhythm);
            writer.message(
                "monitor-when",
                &[text("phase", phase), text("rhythm", &rhythm)],
            )
        }
    };
    if entry.from_months > 0 {
        when = writer.message(
            "monitor-when-from",
            &[text("when", &when), ("months", whole(entry.from_months))],
        );
    }
    if let Some(months) = entry.for_months {
        when = writer.message(
            "monitor-when-for",
            &[text("when", &when), ("months", whole(months))],
        );
    }
    if let Some(times) = entry.times.filter(|_| entry.rhythm != Rhythm::Once) {
        when = writer.message(
            "monitor-when-times",
            &[text("when", &when), ("times", whole(times))],
        );
    }
    if let Some(weeks) = entry.within_weeks {
        when = writer.message(
            "monitor-when-within",
            &[text("when", &when), ("weeks", whole(weeks))],
        );
    }
    when
}

fn rhythm_words(writer: &Writer<'_>, rhythm: Rhythm) -> String {
    let whole = |name, number: u16| count(name, u32::from(number));
    match rhythm {
        Rhythm::Once => writer.message("monitor-rhythm-once", &[]),
        Rhythm::EachDose => writer.message("monitor-rhythm-each-dose", &[]),
        Rhythm::AsNeeded => writer.message("monitor-rhythm-as-needed", &[]),
        Rhythm::Weeks { every, to: None } => {
            writer.message("monitor-rhythm-weeks", &[whole("weeks", every)])
        }
        Rhythm::Weeks {
            every,
            to: Some(to),
        } => writer.message(
            "monitor-rhythm-weeks-range",
            &[whole("weeks", every), whole("to", to)],
        ),
        Rhythm::Months { every } => {
            writer.message("monitor-rhythm-months", &[whole("months", every)])
        }
    }
}

/// The next days of an item, after the day since which it is overdue.
pub(super) fn days(writer: &Writer<'_>, of: &Monitored<'_>, item: &Item) -> String {
    let Some(series) = item.series else {
        return writer.message("monitor-days-none", &[]);
    };
    let days = next_days(writer, of, series);
    let same = |one: &&Overdue| {
        std::ptr::eq(one.item.schedule, item.schedule) && one.item.medicine == item.medicine
    };
    let Some(overdue) = of.plan.overdue.iter().find(same) else {
        return days;
    };
    let since = writer.words.day(overdue.first());
    match series.next(of.plan.as_of) {
        Some(_) => {
            let values = [text("since", &since), text("days", &days)];
            writer.message("monitor-days-overdue-then", &values)
        }
        None => writer.message("monitor-days-overdue", &[text("since", &since)]),
    }
}

/// The next days of a series.
pub(super) fn next_days(writer: &Writer<'_>, of: &Monitored<'_>, series: Series) -> String {
    const SHOWN: usize = 4;
    let mut coming = series.days().filter(|day| *day >= of.plan.as_of);
    let shown: Vec<_> = coming
        .by_ref()
        .take(SHOWN)
        .map(|day| writer.words.day(day))
        .collect();
    if shown.is_empty() {
        return writer.message("monitor-days-over", &[]);
    }
    let days = shown.join(", ");
    if coming.next().is_some() || series.goes_on {
        writer.message("monitor-days-more", &[text("days", &days)])
    } else {
        days
    }
}

#[cfg(test)]
mod unit {
    use super::{lowered, within};

    #[test]
    fn a_question_stands_within_a_sentence_as_its_language_writes_it() {
        for (question, inside) in [
            ("What is it?", "what is it"),
            ("LVEF below?", "LVEF below"),
            ("\u{bf}Cu\u{e1}l es?", "\u{bf}cu\u{e1}l es?"),
            ("", ""),
        ] {
            assert_eq!(lowered(&within(question.to_owned())), inside);
        }
    }
}
