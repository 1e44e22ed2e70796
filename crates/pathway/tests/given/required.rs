//! A case that gives exactly what a row requires.

use her2_case::{CareCase, Decimal, Known};
use her2_knowledge::CareTable;
use her2_pages::{Needs, Requirement};

/// A number that the bounds leave: the lower one, or just beside the one that does not count itself.
fn number_in(requirement: &Requirement) -> Option<Decimal> {
    let Needs::Number { low, high } = requirement.needs else {
        return None;
    };
    let (tenth, half) = (Decimal::new(1, 1), Decimal::new(5, 1));
    let candidates = [low, high].into_iter().flatten().flat_map(|bound| {
        let micros = bound.at.held_micros();
        let beside = |by: Decimal, up: bool| {
            let by = by.held_micros();
            let value = if up {
                micros.saturating_add(by)
            } else {
                micros.saturating_sub(by)
            };
            Decimal::new(value, 6).shortened()
        };
        [
            bound.at,
            beside(tenth, true),
            beside(tenth, false),
            beside(half, true),
            beside(Decimal::whole(1), true),
            beside(Decimal::whole(1), false),
        ]
    });
    let fits = |value: &Decimal| {
        low.is_none_or(|low| low.at < *value || (low.inclusive && low.at == *value))
            && high.is_none_or(|high| *value < high.at || (high.inclusive && high.at == *value))
    };
    candidates.into_iter().find(fits)
}

/// A case that gives exactly what the row requires.
pub fn case_of(table: &CareTable, row: usize) -> CareCase {
    let known = her2_pages::Known::of(&[]);
    let weighed = table.choices.weigh(&known);
    let mut case = CareCase::default();
    for requirement in weighed.requirements(row) {
        let known = match requirement.needs {
            Needs::Terms(bits) => Known::Terms(bits),
            Needs::Number { .. } => {
                Known::number(number_in(&requirement).expect("some number fits"))
            }
        };
        case = case.with(requirement.question, known);
    }
    case
}
