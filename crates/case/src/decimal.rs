//! Exact decimals. No float is ever made: 1.99 is not 2.0, and nothing is rounded before it is compared.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A non-negative decimal as printed: `2.30` keeps its two decimals and equals `2.3` in value.
///
/// At most 12 digits before and 6 after the point, so that every comparison and cross-product is exact in 128 bits.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: u64,
    scale: u8,
}

/// Why a text is not a decimal of the accepted range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal of at most 12 digits before and 6 after the point")]
pub struct DecimalError;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self::new(0, 0);
    const MOST_DECIMALS: usize = 6;
    const UNITS: [u64; 7] = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
    const MOST_DIGITS: usize = 12;

    /// `mantissa` divided by ten to the power of `scale`; `scale` is at most 6.
    pub const fn new(mantissa: u64, scale: u8) -> Self {
        Self { mantissa, scale }
    }

    /// A whole number.
    pub const fn whole(value: u32) -> Self {
        Self::new(value as u64, 0)
    }

    /// The digits without the point.
    pub const fn mantissa(self) -> u64 {
        self.mantissa
    }

    /// How many decimals are printed.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The value in units of the sixth decimal.
    pub const fn micros(self) -> u128 {
        self.mantissa as u128 * Self::UNITS[self.scale as usize] as u128
    }

    /// The same in one machine word, at most its largest: every decimal of the accepted range fits.
    pub const fn held_micros(self) -> u64 {
        self.mantissa
            .saturating_mul(Self::UNITS[self.scale as usize])
    }

    /// The whole number this is, if it has no fraction.
    pub fn to_whole(self) -> Option<u32> {
        let unit = 10u64.pow(u32::from(self.scale));
        self.mantissa
            .is_multiple_of(unit)
            .then(|| u32::try_from(self.mantissa / unit).ok())
            .flatten()
    }

    /// The same value without zeros at its end.
    #[must_use]
    pub fn shortened(self) -> Self {
        let (mut mantissa, mut scale) = (self.mantissa, self.scale);
        while scale > 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            scale -= 1;
        }
        Self::new(mantissa, scale)
    }

    /// The same value with a point moved `places` to the right: centimetres to millimetres with 1.
    pub fn shifted(self, places: u8) -> Self {
        if self.scale >= places {
            Self::new(self.mantissa, self.scale - places)
        } else {
            Self::new(self.mantissa * 10u64.pow(u32::from(places - self.scale)), 0)
        }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(DecimalError),
            None => (text, ""),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole)
            || !digits(fraction)
            || whole.len() > Self::MOST_DIGITS
            || fraction.len() > Self::MOST_DECIMALS
            || whole.is_empty()
        {
            return Err(DecimalError);
        }
        let mantissa = whole
            .bytes()
            .chain(fraction.bytes())
            .fold(0u64, |sum, byte| sum * 10 + u64::from(byte - b'0'));
        Ok(Self::new(mantissa, fraction.len() as u8))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10u64.pow(u32::from(self.scale));
        write!(f, "{}", self.mantissa / unit)?;
        if self.scale > 0 {
            write!(
                f,
                ".{:0width$}",
                self.mantissa % unit,
                width = self.scale as usize
            )?;
        }
        Ok(())
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Decimal {}
impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.micros().hash(state);
    }
}
impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.micros().cmp(&other.micros())
    }
}

/// An exact quotient of two decimals, such as HER2 signals over CEP17 signals. Compared by cross-product, never divided.
#[derive(Clone, Copy, Debug)]
pub struct Quotient {
    numerator: u128,
    denominator: u128,
}

impl Quotient {
    /// `numerator / denominator`; nothing if the denominator is zero.
    pub fn new(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        (denominator.mantissa > 0).then(|| Self {
            numerator: numerator.micros(),
            denominator: denominator.micros(),
        })
    }

    /// The quotient as a decimal, cut (not rounded) after `decimals` decimals, for showing only.
    pub fn truncated(self, decimals: u8) -> Decimal {
        let unit = 10u128.pow(u32::from(decimals));
        Decimal::new(
            u64::try_from(self.numerator.saturating_mul(unit) / self.denominator)
                .unwrap_or(u64::MAX),
            decimals,
        )
    }

    /// The ratio of two means that were counted in different numbers of cells, `(a / in_a) / (b / in_b)`;
    /// nothing if it cannot be formed.
    pub fn of_means(a: Decimal, in_a: u32, b: Decimal, in_b: u32) -> Option<Self> {
        (b.mantissa > 0 && in_a > 0 && in_b > 0).then(|| Self {
            numerator: a.micros() * u128::from(in_b),
            denominator: b.micros() * u128::from(in_a),
        })
    }

    /// How it compares with a decimal, exactly.
    pub fn cmp_decimal(self, other: Decimal) -> Ordering {
        self.cmp_micros(other.micros())
    }

    /// How it compares with a number of millionths. Whole parts first, so that no product can overflow.
    fn cmp_micros(self, micros: u128) -> Ordering {
        let (whole, rest) = (
            self.numerator / self.denominator,
            self.numerator % self.denominator,
        );
        let (other_whole, other_rest) = (micros / 1_000_000, micros % 1_000_000);
        whole
            .cmp(&other_whole)
            .then((rest * 1_000_000).cmp(&(self.denominator * other_rest)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_decimal_keeps_its_printed_form_and_compares_by_value() {
        assert_eq!(decimal("2.30").to_string(), "2.30");
        assert_eq!(decimal("2.30"), decimal("2.3"));
        assert!(decimal("1.99") < decimal("2.0"));
        assert!(decimal("1.999999") < decimal("2"));
        assert_eq!(decimal("0.05").to_string(), "0.05");
        assert_eq!(decimal("12.500").shortened().to_string(), "12.5");
        assert_eq!(decimal("10.0").shortened().to_string(), "10");
    }

    #[test]
    fn what_is_not_a_decimal_is_refused() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "1e3",
            "1.1234567",
            "1234567890123",
            "２",
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalError), "{text:?}");
        }
    }

    #[test]
    fn a_quotient_is_exact_at_the_bound() {
        let two = decimal("2.0");
        let quotient = |a: &str, b: &str| Quotient::new(decimal(a), decimal(b)).unwrap();
        assert_eq!(quotient("80", "40").cmp_decimal(two), Ordering::Equal);
        assert_eq!(quotient("79", "40").cmp_decimal(two), Ordering::Less);
        assert_eq!(
            quotient("199999999", "100000000").cmp_decimal(two),
            Ordering::Less
        );
        assert_eq!(quotient("79", "40").truncated(2).to_string(), "1.97");
        assert!(Quotient::new(two, Decimal::ZERO).is_none());
    }

    #[test]
    fn means_of_different_cells_are_not_a_ratio_of_totals() {
        let of = |cells: u32| Quotient::of_means(decimal("511"), 120, decimal("188"), cells);
        assert_eq!(of(60).unwrap().truncated(2).to_string(), "1.35");
        assert_eq!(of(120).unwrap().truncated(2).to_string(), "2.71");
        assert!(of(0).is_none());
        let huge = decimal("999999999999.999999");
        let quotient = Quotient::of_means(huge, u32::MAX, huge, u32::MAX).unwrap();
        assert_eq!(quotient.cmp_decimal(decimal("1")), Ordering::Equal);
        assert_eq!(quotient.cmp_decimal(huge), Ordering::Less);
    }

    proptest::proptest! {
        #[test]
        fn what_is_printed_reads_back(mantissa in 0u64..1_000_000_000, scale in 0u8..=6) {
            let value = Decimal::new(mantissa, scale);
            proptest::prop_assert_eq!(decimal(&value.to_string()), value);
        }
    }
}
