//! Months from the end of therapy for early disease to the recurrence.

use super::prior::origin;
use super::situation::Situation;
use her2_case::{
    Amount, CareCase, Decimal, Known, MedicineClass, Origin, PriorOutcome, PriorTherapy, Question,
    Setting,
};
use jiff::civil::Date;
use jiff::{Unit, civil::DateDifference};

/// Adds the months since therapy against HER2 and since chemotherapy.
pub(super) fn derive(known: &mut Situation, case: &CareCase) {
    let metastatic = known.term::<Setting>() == Some(Setting::Metastatic);
    let questions: [(Question, Class); 2] = [
        (
            Question::MonthsSinceEarlyHer2,
            MedicineClass::is_her2_directed,
        ),
        (
            Question::MonthsSinceEarlyChemotherapy,
            MedicineClass::is_chemotherapy,
        ),
    ];
    for (question, class) in questions {
        if let Some((months, origin)) = since(case, class, metastatic) {
            known.derive(question, Known::Amount(months), Some(origin));
        }
    }
}

type Class = fn(MedicineClass) -> bool;

fn since(case: &CareCase, class: Class, metastatic: bool) -> Option<(Amount, Origin)> {
    let early = |therapy: &PriorTherapy| therapy.setting == Some(Setting::Early);
    let of_class = |therapy: &&PriorTherapy| therapy.has(class);
    let (last, therapy) = last_of(
        case.prior
            .iter()
            .enumerate()
            .filter(|(_, therapy)| early(therapy) && of_class(therapy)),
    )?;
    let here = origin(last);
    let (months, from) = match (therapy.ended, case.recurrence) {
        (Some(ended), Some(back)) if back.value > ended => {
            (months_between(ended, back.value)?, back.origin)
        }
        (Some(_), Some(back)) => (Decimal::ZERO, back.origin),
        _ if came_back_during(therapy, metastatic) => (Decimal::ZERO, here),
        _ => return None,
    };
    let every_setting = case
        .prior
        .iter()
        .filter(of_class)
        .all(|of| of.setting.is_some());
    let exact = months == Decimal::ZERO || (case.prior_complete == Some(true) && every_setting);
    let amount = if exact {
        Amount::Exactly(months)
    } else {
        Amount::AtMost(months)
    };
    Some((amount, from))
}

/// The therapy that ended last, or that has not ended. Without its end, which of several was the last is not known.
fn last_of<'a>(
    therapies: impl Iterator<Item = (usize, &'a PriorTherapy)>,
) -> Option<(usize, &'a PriorTherapy)> {
    let therapies: Vec<_> = therapies.collect();
    if let Some(still) = therapies
        .iter()
        .find(|(_, of)| of.outcome == PriorOutcome::Ongoing)
    {
        return Some(*still);
    }
    match therapies[..] {
        [only] => Some(only),
        _ if therapies.iter().any(|(_, of)| of.ended.is_none()) => None,
        _ => therapies.into_iter().max_by_key(|(_, of)| of.ended),
    }
}

fn came_back_during(therapy: &PriorTherapy, metastatic: bool) -> bool {
    match therapy.outcome {
        PriorOutcome::Progressed => true,
        PriorOutcome::Ongoing => metastatic,
        PriorOutcome::Completed | PriorOutcome::Toxicity | PriorOutcome::Unknown => false,
    }
}

/// Whole months, and the days beyond them as a part of the longest month: a whole number only if no day is left.
pub(crate) fn months_between(from: Date, to: Date) -> Option<Decimal> {
    let span = from
        .until(DateDifference::new(to).largest(Unit::Month))
        .ok()?;
    let (months, days) = (
        u64::try_from(span.get_months()).ok()?,
        u64::try_from(span.get_days()).ok()?,
    );
    Some(match days {
        0 => Decimal::new(months, 0),
        _ => Decimal::new(months * HUNDRED + days * HUNDRED / LONGEST_MONTH, 2),
    })
}

const HUNDRED: u64 = 100;
const LONGEST_MONTH: u64 = 31;
