//! Whether a printed ratio is the quotient of the printed means, as far as their decimals tell.

use her2_case::{Amount, Decimal, Fact, Her2Result, Origin, RatioArithmetic};

/// Every value, in millionths, that is printed as this number once it is rounded: half a unit of its last place on both sides.
fn printed_as(value: Decimal) -> (u128, u128) {
    let unit = 10u128.pow(6 - u32::from(value.scale()));
    let middle = value.micros();
    (middle.saturating_sub(unit / 2), middle + unit / 2)
}

/// Whether some quotient of the first two is printed as the third.
fn is_quotient(of: Decimal, by: Decimal, printed: Decimal) -> bool {
    const ONE: u128 = 1_000_000;
    let ((of_low, of_high), (by_low, by_high)) = (printed_as(of), printed_as(by));
    let (low, high) = printed_as(printed);
    low * by_low <= of_high * ONE && high * by_high >= of_low * ONE
}

/// How the printed ratio of a result stands to its printed means; nothing if one of the three is not printed as a number.
pub(super) fn of(result: &Her2Result) -> Option<(RatioArithmetic, [Origin; 3])> {
    let facts = [
        result.ratio.as_ref()?,
        result.her2_copies.as_ref()?,
        result.cep17_copies.as_ref()?,
    ];
    let exact = |fact: &Fact<Amount>| fact.value.exact();
    let (ratio, her2, cep17) = (exact(facts[0])?, exact(facts[1])?, exact(facts[2])?);
    let stands = if is_quotient(her2, cep17, ratio) {
        RatioArithmetic::Agrees
    } else if is_quotient(cep17, her2, ratio) {
        RatioArithmetic::Inverted
    } else {
        RatioArithmetic::Differs
    };
    Some((stands, facts.map(|fact| fact.origin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(her2: &str, cep17: &str, ratio: &str) -> bool {
        let decimal = |text: &str| text.parse().expect("a decimal");
        is_quotient(decimal(her2), decimal(cep17), decimal(ratio))
    }

    #[test]
    fn rounding_of_each_number_is_allowed_for_and_no_more() {
        assert!(fits("4.26", "3.13", "1.36"));
        assert!(fits("5.1", "2.6", "2.0"));
        assert!(fits("14.9", "1.9", "7.8"));
        assert!(!fits("4.2", "3.0", "2.4"));
        assert!(!fits("5.10", "2.60", "2.00"));
        assert!(!fits("2.0", "8.0", "4.0"));
        assert!(fits("2.0", "8.0", "0.25"));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let most = "999999999999.999999";
        assert!(fits(most, most, "1"));
        assert!(!fits(most, "0.000001", most));
    }
}
