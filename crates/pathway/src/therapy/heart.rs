//! What follows from the measured ejection fractions.

use super::situation::Situation;
use her2_case::{Answered, CareCase, Decimal, Known, LvefReading, Origin, PriorOutcome, Question};
use jiff::civil::Date;

/// Adds the newest ejection fraction and how far it lies below the one before treatment.
pub(super) fn derive(known: &mut Situation, case: &CareCase) {
    let Some(newest) = case.lvef_on(known.as_of()) else {
        return;
    };
    let origin = origin_of(case, newest);
    known.derive(Question::Lvef, Known::number(newest.percent), origin);
    let Some(before) = case.lvef_baseline(first_start(case)) else {
        return;
    };
    if before.date <= newest.date {
        let drop = drop_below(before.percent, newest.percent);
        known.derive(Question::LvefDrop, Known::number(drop), origin);
    }
}

/// Whether values with a day answer the question. An answer without a day may be older than they are and does not count beside them.
pub(super) fn has_dated(question: Question, case: &CareCase, as_of: Date) -> bool {
    // The value marked as the one before treatment is no newest value.
    let newest = case.lvef_on(as_of).filter(|newest| !newest.baseline);
    match question {
        Question::Lvef => newest.is_some(),
        Question::LvefDrop => {
            let before = case.lvef_baseline(first_start(case));
            let both = before.zip(newest);
            both.is_some_and(|(before, newest)| before.date < newest.date)
        }
        _ => false,
    }
}

/// Percent points below the value before treatment; none if it is not lower.
pub fn drop_below(before: Decimal, now: Decimal) -> Decimal {
    let difference = before.held_micros().saturating_sub(now.held_micros());
    Decimal::new(difference, 6).shortened()
}

/// The first day of what is given now.
fn first_start(case: &CareCase) -> Option<Date> {
    let started = case.started.iter().map(|(_, day)| *day);
    let ongoing = case.prior.iter().filter(|therapy| {
        therapy.outcome == PriorOutcome::Ongoing
            && therapy.has(her2_case::MedicineClass::is_her2_directed)
    });
    let ongoing = ongoing.filter_map(|therapy| therapy.started);
    started.chain(ongoing).min()
}

fn origin_of(case: &CareCase, reading: &LvefReading) -> Option<Origin> {
    let at = case.lvef.iter().position(|of| std::ptr::eq(of, reading))?;
    Some(Answered::Lvef(u16::try_from(at).ok()?).origin())
}
