//! One answer: a question by its name, and a value.

use super::CareInputError;
use her2_case::{
    Amount, Answered, CareCase, Decimal, Fact, Kind, Known, NCategory, Question, TCategory, Term,
};
use her2_pages::nearest;
use her2_pathway::staging;

/// Keys of a case that are no question.
pub(super) const OTHER_KEYS: [&str; 9] = [
    "id",
    "as_of",
    "her2",
    "prior",
    "prior-complete",
    "lvef-baseline",
    "recurrence",
    "started",
    "prognostic-stage",
];

/// The question of that name, if a case may answer it.
pub(super) fn question(name: &str) -> Result<Question, CareInputError> {
    let mut questions = questions();
    let found = questions.find(|question| question.name() == name);
    found.ok_or_else(|| unknown_key(name))
}

fn questions() -> impl Iterator<Item = Question> {
    let category = std::iter::once(Question::Her2Category);
    CareCase::QUESTIONS.iter().copied().chain(category)
}

/// A key that is not known; it is named only if it looks like one.
pub(super) fn unknown_key(name: &str) -> CareInputError {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if name.len() > 40 || !name.bytes().all(plain) {
        return CareInputError::because("unknown key; `her2 plan --template` lists them");
    }
    let names = questions().map(Question::name).chain(OTHER_KEYS);
    CareInputError::because(match nearest(name, names) {
        Some(near) => format!("unknown key `{name}`; is `{near}` meant?"),
        None => format!("unknown key `{name}`; `her2 plan --template` lists them"),
    })
}

/// Answers with a value as it is typed; several terms are parted by commas.
pub(super) fn typed(case: &mut CareCase, name: &str, value: &str) -> Result<(), CareInputError> {
    let question = question(name)?;
    let known = match question.kind() {
        Kind::Terms(_) => terms(question, value.split(',').map(str::trim))?,
        Kind::Number { .. } => number(question, value.trim())?,
    };
    put(case, question, known);
    Ok(())
}

/// Puts an answer of the person who asks into the case.
pub(super) fn put(case: &mut CareCase, question: Question, known: Known) {
    let origin = Answered::Question(question).origin();
    case.answer(question, Fact::new(known, origin));
}

/// One of these terms.
pub(super) fn terms<'a>(
    question: Question,
    values: impl Iterator<Item = &'a str>,
) -> Result<Known, CareInputError> {
    let mut bits = 0;
    for value in values {
        bits |= term(question, value).ok_or_else(|| none_of(question))?;
    }
    match bits {
        0 => Err(none_of(question)),
        bits => Ok(Known::Terms(bits)),
    }
}

fn none_of(question: Question) -> CareInputError {
    let Kind::Terms(names) = question.kind() else {
        return CareInputError::because(format!("`{}` is no number", question.name()));
    };
    let name = question.name();
    CareInputError::because(format!("`{name}` must be one of: {}", names.join(", ")))
}

/// One bit a term. Categories may be written as a record writes them, but not those after treatment: these are a response.
fn term(question: Question, value: &str) -> Option<u64> {
    let Kind::Terms(names) = question.kind() else {
        return None;
    };
    if let Some(at) = names.iter().position(|name| *name == value) {
        return Some(1 << at);
    }
    let category = value.strip_prefix(['c', 'p']).unwrap_or(value);
    let bits = match question {
        TCategory::QUESTION => staging::t_category(category).bits(),
        NCategory::QUESTION => staging::n_category(category).bits(),
        Question::MCategory => staging::m_category(category).bits(),
        _ => 0,
    };
    (bits != 0).then_some(bits)
}

/// A number, with a bound before it if only that is known.
pub(super) fn number(question: Question, text: &str) -> Result<Known, CareInputError> {
    type Bound = fn(Decimal) -> Amount;
    let bounds: [(&str, Bound); 5] = [
        (">=", Amount::AtLeast),
        ("<=", Amount::AtMost),
        (">", Amount::Above),
        ("<", Amount::Below),
        ("", Amount::Exactly),
    ];
    let read = bounds.iter().find_map(|(sign, bound)| {
        let value: Decimal = text.strip_prefix(sign)?.trim().parse().ok()?;
        Some((bound(value), value))
    });
    let (amount, value) = read.ok_or_else(|| none_of_number(question))?;
    if question.is_count() && value.to_whole().is_none() {
        let name = question.name();
        return Err(CareInputError::because(format!(
            "`{name}` counts: it must be a whole number, like 2 or >=2"
        )));
    }
    Ok(Known::Amount(amount))
}

fn none_of_number(question: Question) -> CareInputError {
    let name = question.name();
    CareInputError::because(format!(
        "`{name}` must be a number without a unit, like 70, 70.5 or >=50 (at most 12 digits before the point, 6 after it)"
    ))
}
