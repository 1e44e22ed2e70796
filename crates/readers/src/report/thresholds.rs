//! What a percentage or a score means for a hormone receptor.

use her2_case::{Amount, Decimal, ReceptorStatus};

const ONE: Decimal = Decimal::whole(1);
const TEN: Decimal = Decimal::whole(10);

/// The status that a percentage of stained nuclei states.
pub fn receptor_status(amount: Amount) -> ReceptorStatus {
    let of = |value: Decimal| {
        if value < ONE {
            ReceptorStatus::Negative
        } else if value <= TEN {
            ReceptorStatus::LowPositive
        } else {
            ReceptorStatus::Positive
        }
    };
    match amount {
        Amount::Exactly(value) | Amount::AtLeast(value) => of(value),
        Amount::Below(value) | Amount::AtMost(value) => {
            if value <= ONE {
                ReceptorStatus::Negative
            } else if value <= TEN {
                ReceptorStatus::LowPositive
            } else {
                ReceptorStatus::Positive
            }
        }
        Amount::Above(value) => {
            if value < TEN {
                of(value)
            } else {
                ReceptorStatus::Positive
            }
        }
        Amount::Between(_, high) => of(high),
    }
}

/// The status that an Allred total states.
pub fn allred_status(total: u32) -> ReceptorStatus {
    if total >= 3 {
        ReceptorStatus::Positive
    } else {
        ReceptorStatus::Negative
    }
}

/// The grade of a total of three partial scores of 1 to 3.
pub fn grade_of_total(total: u32) -> Option<her2_case::Grade> {
    match total {
        3..=5 => Some(her2_case::Grade::One),
        6..=7 => Some(her2_case::Grade::Two),
        8..=9 => Some(her2_case::Grade::Three),
        _ => None,
    }
}
