//! What a dose would cost by a published limit of payment: exact, by billing unit, and never the price a patient pays.
//!
//! A dose becomes an amount of medicine, the amount becomes billing units, rounded up, and units become money. Where the sizes of
//! vials are known the same is told for whole vials, because what is left in an opened vial is mostly discarded.

use her2_case::Decimal;

/// Weeks for which the cost of a schedule is told.
pub const WEEKS_OF_A_YEAR: u32 = 52;

/// A dose of more vials than this is a slip of the pen.
const MOST_VIALS: u128 = 200;

/// How much of a medicine one dose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoseRule {
    /// So many milligrams for each kilogram of body weight.
    PerKilogram(Decimal),
    /// So many milligrams for everybody.
    Fixed(Decimal),
    /// Counted in billing units by the payer's own rule.
    Units(u32),
}

/// What one billing unit is, and the limit of payment for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Milligrams in one billing unit; more than zero.
    pub unit: Decimal,
    /// Dollars for one billing unit.
    pub dollars: Decimal,
}

/// One dose in milligrams, billing units and dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoseCost {
    /// Milligrams; none where the payer counts units by a rule of its own.
    pub milligrams: Option<Decimal>,
    /// Billing units, rounded up.
    pub units: u32,
    /// Dollars, exactly.
    pub dollars: Decimal,
    /// The same for whole vials, where their sizes are known and they hold more than the dose.
    pub vials: Option<VialCost>,
}

/// One dose drawn from whole vials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VialCost {
    /// Milligrams in the vials.
    pub milligrams: Decimal,
    /// Billing units, rounded up.
    pub units: u32,
    /// Dollars, exactly.
    pub dollars: Decimal,
}

/// A schedule: the first dose where it differs, the doses after it, and all of them in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScheduleCost {
    /// The first dose, where it is another one.
    pub loading: Option<DoseCost>,
    /// Every other dose.
    pub maintenance: DoseCost,
    /// How many doses fall in a year of 52 weeks, the first on the first day.
    pub doses: u32,
    /// Dollars for these doses, exactly.
    pub year: Decimal,
}

impl DoseRule {
    /// Milligrams for somebody of this weight; none if the rule counts units, or the weight has too many decimals.
    pub fn milligrams(self, weight: Decimal) -> Option<Decimal> {
        match self {
            Self::PerKilogram(amount) => product(amount, weight),
            Self::Fixed(amount) => Some(amount),
            Self::Units(_) => None,
        }
    }
}

/// The cost of one dose for somebody of this weight, with the sizes of vials in milligrams where they are known.
///
/// Nothing where the weight has more decimals than can be multiplied exactly, or a number is beyond what is sold.
pub fn dose(rule: DoseRule, weight: Decimal, limit: Limit, vials: &[Decimal]) -> Option<DoseCost> {
    let milligrams = rule.milligrams(weight);
    let units = match (rule, milligrams) {
        (DoseRule::Units(units), _) => units,
        (_, milligrams) => units(milligrams?, limit.unit)?,
    };
    let drawn = milligrams
        .and_then(|milligrams| whole_vials(milligrams, vials).filter(|drawn| *drawn > milligrams));
    let vials = match drawn {
        Some(drawn) => {
            let units = self::units(drawn, limit.unit)?;
            Some(VialCost {
                milligrams: drawn,
                units,
                dollars: times(limit.dollars, units)?,
            })
        }
        None => None,
    };
    Some(DoseCost {
        milligrams,
        units,
        dollars: times(limit.dollars, units)?,
        vials,
    })
}

/// The cost of a dose every so many weeks for a year, the first one perhaps another.
pub fn schedule(
    loading: Option<DoseCost>,
    maintenance: DoseCost,
    every_weeks: u32,
) -> Option<ScheduleCost> {
    let doses = WEEKS_OF_A_YEAR.div_ceil(every_weeks.max(1));
    let first = loading.unwrap_or(maintenance).dollars;
    let rest = times(maintenance.dollars, doses - 1)?;
    Some(ScheduleCost {
        loading,
        maintenance,
        doses,
        year: sum(first, rest)?,
    })
}

/// The least amount that is not less than this and that whole vials hold; none without sizes.
pub fn whole_vials(milligrams: Decimal, vials: &[Decimal]) -> Option<Decimal> {
    fn least(left: u128, vials: &[u128]) -> Option<u128> {
        let (size, smaller) = vials.split_first()?;
        let most = left.div_ceil(*size);
        if smaller.is_empty() {
            return Some(most * size);
        }
        (0..=most)
            .filter_map(|count| {
                let held = count * size;
                if held >= left {
                    return Some(held);
                }
                least(left - held, smaller).map(|more| held + more)
            })
            .min()
    }
    let mut sizes: Vec<u128> = vials
        .iter()
        .map(|size| size.micros())
        .filter(|size| *size > 0)
        .collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    let few = sizes
        .last()
        .is_some_and(|size| milligrams.micros() / size <= MOST_VIALS);
    let held = few.then(|| least(milligrams.micros(), &sizes)).flatten()?;
    trimmed(held, 6)
}

/// Billing units for an amount: a part of a unit counts as a whole one.
fn units(milligrams: Decimal, unit: Decimal) -> Option<u32> {
    let unit = unit.micros();
    (unit > 0)
        .then(|| u32::try_from(milligrams.micros().div_ceil(unit)).ok())
        .flatten()
}

fn times(value: Decimal, count: u32) -> Option<Decimal> {
    let mantissa = value.mantissa().checked_mul(u64::from(count))?;
    Some(Decimal::new(mantissa, value.scale()))
}

fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let mantissa = u128::from(one.mantissa()) * u128::from(other.mantissa());
    trimmed(mantissa, one.scale() + other.scale())
}

fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    trimmed(one.micros() + other.micros(), 6)
}

/// The value without zeros at its end; nothing if more decimals are left than a decimal holds.
fn trimmed(mut mantissa: u128, mut scale: u8) -> Option<Decimal> {
    while scale > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        scale -= 1;
    }
    let mantissa = u64::try_from(mantissa).ok()?;
    (scale <= 6).then(|| Decimal::new(mantissa, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thousandths.
    fn milli(thousandths: u64) -> Decimal {
        Decimal::new(thousandths, 3)
    }

    fn whole(value: u32) -> Decimal {
        Decimal::whole(value)
    }

    const WEIGHT: Decimal = Decimal::whole(70);

    fn per_kilogram(amount: Decimal, unit: u32, limit: u64, vials: &[Decimal]) -> DoseCost {
        let limit = Limit {
            unit: whole(unit),
            dollars: milli(limit),
        };
        dose(DoseRule::PerKilogram(amount), WEIGHT, limit, vials).unwrap()
    }

    #[test]
    fn seventy_kilograms_cost_what_the_published_examples_say() {
        let six = whole(6);
        for (amount, unit, limit, milligrams, dollars) in [
            (six, 10, 75_025, 420, 3_151_050),
            (six, 10, 19_001, 420, 798_042),
            (six, 10, 69_368, 420, 2_913_456),
            (six, 10, 40_294, 420, 1_692_348),
            (six, 10, 27_991, 420, 1_175_622),
            (six, 10, 47_547, 420, 1_996_974),
            (six, 10, 40_025, 420, 1_681_050),
            (Decimal::new(36, 1), 1, 42_160, 252, 10_624_320),
            (Decimal::new(54, 1), 1, 29_978, 378, 11_331_684),
            (whole(15), 5, 52_486, 1_050, 11_022_060),
        ] {
            let cost = per_kilogram(amount, unit, limit, &[]);
            assert_eq!(cost.milligrams, Some(whole(milligrams)));
            assert_eq!(cost.dollars, milli(dollars));
        }
    }

    #[test]
    fn fixed_doses_and_counted_units_do_not_ask_for_the_weight() {
        let limit = |unit, limit| Limit {
            unit: whole(unit),
            dollars: milli(limit),
        };
        let fixed = |amount, of| dose(DoseRule::Fixed(whole(amount)), WEIGHT, of, &[]).unwrap();
        assert_eq!(fixed(600, limit(10, 61_436)).dollars, milli(3_686_160));
        assert_eq!(fixed(420, limit(1, 17_017)).dollars, milli(7_147_140));
        assert_eq!(fixed(840, limit(1, 17_017)).dollars, milli(14_294_280));
        let counted = |units| dose(DoseRule::Units(units), WEIGHT, limit(10, 62_098), &[]).unwrap();
        assert_eq!(counted(120).dollars, milli(7_451_760));
        assert_eq!(counted(180).dollars, milli(11_177_640));
        assert_eq!(counted(180).milligrams, None);
    }

    #[test]
    fn a_part_of_a_unit_counts_as_a_whole_one() {
        let limit = Limit {
            unit: whole(10),
            dollars: whole(1),
        };
        let at = |weight| dose(DoseRule::PerKilogram(whole(6)), weight, limit, &[]).unwrap();
        assert_eq!(at(whole(70)).units, 42);
        assert_eq!(at(Decimal::new(701, 1)).units, 43);
        assert_eq!(
            at(Decimal::new(701, 1)).milligrams,
            Some(Decimal::new(4206, 1))
        );
        assert_eq!(at(Decimal::new(717, 1)).units, 44);
    }

    #[test]
    fn whole_vials_hold_the_least_that_is_enough() {
        let hundred = [whole(100)];
        let two_sizes = [whole(100), whole(160)];
        assert_eq!(whole_vials(whole(378), &hundred), Some(whole(400)));
        assert_eq!(whole_vials(whole(400), &hundred), Some(whole(400)));
        assert_eq!(whole_vials(whole(252), &two_sizes), Some(whole(260)));
        assert_eq!(whole_vials(whole(301), &two_sizes), Some(whole(320)));
        assert_eq!(whole_vials(whole(300), &two_sizes), Some(whole(300)));
        assert_eq!(whole_vials(whole(420), &[]), None);
        assert_eq!(whole_vials(whole(4_000_000), &two_sizes), None);
        let cost = per_kilogram(Decimal::new(54, 1), 1, 29_978, &hundred);
        let vials = cost.vials.unwrap();
        assert_eq!((vials.units, vials.dollars), (400, milli(11_991_200)));
        assert!(
            per_kilogram(whole(6), 10, 1_000, &[whole(420)])
                .vials
                .is_none()
        );
    }

    #[test]
    fn a_year_has_one_first_dose_and_as_many_more_as_fall_in_it() {
        let first = per_kilogram(whole(8), 10, 75_025, &[]);
        let next = per_kilogram(whole(6), 10, 75_025, &[]);
        let year = schedule(Some(first), next, 3).unwrap();
        assert_eq!(year.doses, 18);
        assert_eq!(year.year, milli(56 * 75_025 + 17 * 42 * 75_025));
        assert_eq!(schedule(None, next, 1).unwrap().doses, 52);
        assert_eq!(schedule(None, next, 4).unwrap().doses, 13);
        assert_eq!(
            schedule(None, next, 3).unwrap().year,
            milli(18 * 42 * 75_025)
        );
    }

    #[test]
    fn what_cannot_be_multiplied_exactly_has_no_cost() {
        let limit = Limit {
            unit: whole(10),
            dollars: whole(1),
        };
        let rule = DoseRule::PerKilogram(Decimal::new(123_456, 5));
        assert!(dose(rule, Decimal::new(70_123_457, 6), limit, &[]).is_none());
        let nothing = Limit {
            unit: Decimal::ZERO,
            ..limit
        };
        assert!(dose(rule, whole(70), nothing, &[]).is_none());
    }
}
