//! Random situations of care, over every question.

use her2_case::{
    Amount, CareCase, Decimal, Her2Category, Kind, Known, MedicineClass, PriorOutcome,
    PriorTherapy, Question, Setting, Term, Timing,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

pub const TODAY: Date = date(2026, 11, 22);

/// One full answer to a question.
pub fn fully(question: Question, seed: u64) -> Known {
    match question.kind() {
        Kind::Terms(names) => Known::Terms(1 << (seed % names.len() as u64)),
        Kind::Number { .. } => Known::number(Decimal::whole((seed % 100) as u32)),
    }
}

/// An answer that may leave several terms, or be a bound.
fn some(question: Question, seed: u64) -> Known {
    let value = Decimal::whole((seed % 13) as u32);
    match question.kind() {
        Kind::Terms(names) => {
            let every = u64::MAX >> (64 - names.len());
            match seed & every {
                0 => Known::Terms(every),
                bits => Known::Terms(bits),
            }
        }
        Kind::Number { .. } => Known::Amount(match seed % 5 {
            0 => Amount::AtLeast(value),
            1 => Amount::AtMost(value),
            _ => Amount::Exactly(value),
        }),
    }
}

fn one<T: Term>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|at| T::ALL[at])
}

fn therapy() -> impl Strategy<Value = PriorTherapy> {
    let medicines = prop::collection::vec(one::<MedicineClass>(), 1..4);
    let setting = prop::option::of(one::<Setting>());
    let timing = prop::option::of(one::<Timing>());
    let days = prop::option::of((0i64..2_000, 1i64..400));
    let outcome = 0..PriorOutcome::ALL.len();
    (medicines, setting, timing, days, outcome).prop_map(
        |(medicines, setting, timing, days, outcome)| {
            let day = |days: i64| TODAY.saturating_sub(days.days());
            let named = |class: MedicineClass| (class.name().to_owned(), class);
            PriorTherapy {
                medicines: medicines.into_iter().map(named).collect(),
                setting,
                timing,
                started: days.map(|(ago, long)| day(ago + long)),
                ended: days.map(|(ago, _)| day(ago)),
                outcome: PriorOutcome::ALL[outcome],
            }
        },
    )
}

/// Any situation: each question full, in part or not answered, with or without a list of therapies.
pub fn any_case() -> impl Strategy<Value = CareCase> {
    let questions = CareCase::QUESTIONS.len();
    let answers = prop::collection::vec(prop::option::of(any::<(bool, u64)>()), questions);
    let her2 = prop::option::of(any::<(bool, u64)>());
    let prior = prop::collection::vec(therapy(), 0..4);
    let complete = prop::option::of(any::<bool>());
    (answers, her2, prior, complete).prop_map(|(answers, her2, prior, complete)| {
        let questions = CareCase::QUESTIONS.iter().zip(answers);
        let mut case = CareCase::default();
        for (question, answer) in questions {
            if let Some((full, seed)) = answer {
                let known = if full {
                    fully(*question, seed)
                } else {
                    some(*question, seed)
                };
                case = case.with(*question, known);
            }
        }
        if let Some((full, seed)) = her2 {
            let question = Her2Category::QUESTION;
            // Half of the cases have a result for which medicines are listed.
            let opening = seed % 3;
            let known = match (full, seed % 2) {
                (true, 0) => Known::Terms(1 << opening),
                (true, _) => fully(question, seed),
                (false, _) => some(question, seed),
            };
            case = case.with(question, known);
        }
        case.prior = prior;
        case.prior_complete = complete;
        case
    })
}
