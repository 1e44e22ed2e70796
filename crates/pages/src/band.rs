//! Columns: what a question's values are cut into, and which rows hold for each piece.

use crate::Input;
use her2_case::{Amount, Decimal, Kind, Question};
use std::cmp::Ordering;

/// A bound of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The number.
    pub at: Decimal,
    /// Whether the number itself is within the bound.
    pub inclusive: bool,
}

/// A place at which a number column is cut in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The bound.
    pub at: Decimal,
    /// Whether the bound itself lies below the cut (`>` and `<=`) or above it (`>=` and `<`).
    pub after: bool,
    /// The bound in millionths, so that it is not counted out again for every comparison.
    micros: u64,
}

impl Cut {
    /// A cut beside that bound.
    pub const fn new(at: Decimal, after: bool) -> Self {
        let micros = at.held_micros();
        Self { at, after, micros }
    }

    /// Whether a value that compares so with the bound lies above the cut.
    fn is_below(self, value: Ordering) -> bool {
        match value {
            Ordering::Less => false,
            Ordering::Equal => !self.after,
            Ordering::Greater => true,
        }
    }
}

/// How the values of a question fall into the bands that a page tells apart.
#[derive(Clone, Copy, Debug)]
pub enum Bands {
    /// The band of each term, by the term's index.
    Terms(&'static [u8]),
    /// The cuts, in rising order; the bands are the stretches between them.
    Number(&'static [Cut]),
}

/// A question that a page asks, with the rows that hold for each band of it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The question.
    pub question: Question,
    /// Its bands.
    pub bands: Bands,
    /// For each band one bit a row.
    pub rows: &'static [u128],
    /// The rows that hold for some band.
    pub(crate) some: u128,
    /// The rows that hold for every band.
    pub(crate) every: u128,
    /// The rows that do not hold for every band.
    pub(crate) looking: u128,
}

impl Column {
    /// A column of these bands. Only code made from a page calls this: nothing is checked here.
    #[doc(hidden)]
    pub const fn new(question: Question, bands: Bands, rows: &'static [u128]) -> Self {
        let (mut some, mut every, mut band) = (0, u128::MAX, 0);
        while band < rows.len() {
            some |= rows[band];
            every &= rows[band];
            band += 1;
        }
        Self {
            question,
            bands,
            rows,
            some,
            every,
            looking: some & !every,
        }
    }

    /// One bit for each band there is.
    pub fn every_band(&self) -> u64 {
        u64::MAX >> (64 - self.rows.len())
    }

    /// The bands in which the input can lie, one bit each. What is unknown, or of another kind than the question, can lie in every band.
    #[inline]
    pub fn bands_of(&self, input: &Input) -> u64 {
        let bits = match (self.bands, input) {
            (Bands::Terms(bands), Input::Terms(terms)) if terms.is_power_of_two() => {
                let band = bands.get(terms.trailing_zeros() as usize);
                band.map_or(0, |band| 1 << band)
            }
            (Bands::Terms(bands), Input::Terms(terms)) => members(*terms)
                .filter_map(|term| bands.get(term))
                .fold(0, |bits, band| bits | 1 << band),
            (Bands::Number(cuts), Input::Number(value) | Input::Amount(Amount::Exactly(value))) => {
                1 << band_of(cuts, *value)
            }
            (Bands::Number(cuts), Input::Quotient(value)) => {
                1 << band(cuts, |cut| value.cmp_decimal(cut.at))
            }
            (Bands::Number(cuts), Input::Amount(amount)) => bands_of_amount(cuts, *amount),
            (_, Input::Unknown) => 0,
            _ => {
                debug_assert!(false, "{} is asked with another kind", self.question.name());
                0
            }
        };
        if bits == 0 { self.every_band() } else { bits }
    }

    /// The rows that hold for some band in which the input can lie.
    #[inline]
    pub(crate) fn rows_for(&self, input: &Input) -> u128 {
        match (self.bands, input) {
            (Bands::Terms(bands), Input::Terms(terms)) if terms.is_power_of_two() => {
                let band = bands.get(terms.trailing_zeros() as usize);
                band.map_or(self.some, |&band| self.rows[usize::from(band)])
            }
            (Bands::Number(cuts), Input::Number(value) | Input::Amount(Amount::Exactly(value))) => {
                self.rows[band_of(cuts, *value)]
            }
            (_, Input::Unknown) => self.some,
            _ => self.rows_in(self.bands_of(input)),
        }
    }

    /// The rows that hold for some of these bands.
    pub(crate) fn rows_in(&self, bands: u64) -> u128 {
        if bands.is_power_of_two() {
            return self.rows[bands.trailing_zeros() as usize];
        }
        members(bands).fold(0, |rows, band| rows | self.rows[band])
    }

    /// The rows that hold for each of these bands.
    pub(crate) fn rows_throughout(&self, bands: u64) -> u128 {
        members(bands).fold(u128::MAX, |rows, band| rows & self.rows[band])
    }

    /// The bands for which the row holds.
    pub(crate) fn bands_of_row(&self, row: usize) -> u64 {
        let holding = self.rows.iter().enumerate();
        holding.fold(0, |bands, (band, rows)| {
            bands | u64::from(rows & 1 << row != 0) << band
        })
    }

    /// Whether the row holds for each of these bands.
    pub(crate) fn holds_throughout(&self, bands: u64, row: usize) -> bool {
        members(bands).all(|band| self.rows[band] & 1 << row != 0)
    }

    /// A value of each band, for walking through every combination: a term of it, or its least number as people would write it.
    pub(crate) fn example(&self, band: usize) -> Input {
        match self.bands {
            Bands::Terms(bands) => {
                let term = bands.iter().position(|&of| usize::from(of) == band);
                term.map_or(Input::Unknown, |term| Input::Terms(1 << term))
            }
            Bands::Number(cuts) => Input::Number(match band.checked_sub(1) {
                None => Decimal::ZERO,
                Some(below) if !cuts[below].after => cuts[below].at,
                Some(below) => just_above(self.question, cuts[below].at),
            }),
        }
    }
}

/// The positions of the set bits.
pub(crate) fn members(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (next < 64).then_some(next)
    })
}

fn band(cuts: &[Cut], compare: impl Fn(&Cut) -> Ordering) -> usize {
    let below = |cut: &&Cut| cut.is_below(compare(cut));
    cuts.iter().take_while(below).count()
}

fn band_of(cuts: &[Cut], value: Decimal) -> usize {
    let micros = value.held_micros();
    band(cuts, |cut| micros.cmp(&cut.micros))
}

fn bands_of_amount(cuts: &[Cut], amount: Amount) -> u64 {
    let exactly = |value: Decimal| band_of(cuts, value);
    let just_below = |value: Decimal| cuts.iter().take_while(|cut| cut.at < value).count();
    let just_above = |value: Decimal| cuts.iter().take_while(|cut| cut.at <= value).count();
    let (first, last) = match amount {
        Amount::Exactly(value) => (exactly(value), exactly(value)),
        Amount::Below(value) => (0, just_below(value)),
        Amount::AtMost(value) => (0, exactly(value)),
        Amount::Above(value) => (just_above(value), cuts.len()),
        Amount::AtLeast(value) => (exactly(value), cuts.len()),
        Amount::Between(one, other) => (exactly(one.min(other)), exactly(one.max(other))),
    };
    (u64::MAX << first) & (u64::MAX >> (63 - last))
}

/// Whether only whole numbers answer the question.
pub(crate) fn is_counted(question: Question) -> bool {
    matches!(
        question.kind(),
        Kind::Number {
            unit: "cells" | "areas" | "regimens" | "lines" | "holds"
        }
    )
}

/// The next whole number, or the next decimal with one more place than the bound has.
fn just_above(question: Question, bound: Decimal) -> Decimal {
    let scale = bound.scale();
    match bound.to_whole().filter(|_| is_counted(question)) {
        Some(whole) => Decimal::whole(whole + 1),
        None if scale < 6 => Decimal::new(bound.mantissa() * 10 + 1, scale + 1),
        None => Decimal::new(bound.mantissa() + 1, scale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use her2_case::Quotient;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Bands: below 4, from 4 to below 6, from 6 to 10 inclusive, above 10.
    fn column() -> Column {
        const CUTS: &[Cut] = &[
            Cut::new(Decimal::whole(4), false),
            Cut::new(Decimal::whole(6), false),
            Cut::new(Decimal::whole(10), true),
        ];
        Column::new(Question::Her2Copies, Bands::Number(CUTS), &[1, 2, 4, 8])
    }

    #[test]
    fn a_number_lies_in_one_band_and_a_bound_on_the_side_it_was_given() {
        let band = |text| column().bands_of(&Input::Number(decimal(text)));
        assert_eq!(band("0"), 0b0001);
        assert_eq!(band("3.999999"), 0b0001);
        assert_eq!(band("4"), 0b0010);
        assert_eq!(band("4.00"), 0b0010);
        assert_eq!(band("5.99"), 0b0010);
        assert_eq!(band("6.0"), 0b0100);
        assert_eq!(band("10.0"), 0b0100);
        assert_eq!(band("10.01"), 0b1000);
    }

    #[test]
    fn a_quotient_is_never_divided() {
        let of = |a: &str, b: &str| {
            let quotient = Quotient::new(decimal(a), decimal(b)).unwrap();
            column().bands_of(&Input::Quotient(quotient))
        };
        assert_eq!(of("80", "20"), 0b0010);
        assert_eq!(of("79.999999", "20"), 0b0001);
    }

    #[test]
    fn a_bound_in_a_report_leaves_every_band_it_could_mean() {
        let bands = |amount| column().bands_of(&Input::Amount(amount));
        assert_eq!(bands(Amount::Below(decimal("4"))), 0b0001);
        assert_eq!(bands(Amount::AtMost(decimal("4"))), 0b0011);
        assert_eq!(bands(Amount::Below(decimal("4.1"))), 0b0011);
        assert_eq!(bands(Amount::Above(decimal("10"))), 0b1000);
        assert_eq!(bands(Amount::AtLeast(decimal("10"))), 0b1100);
        assert_eq!(bands(Amount::Above(decimal("5.9"))), 0b1110);
        assert_eq!(bands(Amount::Between(decimal("4"), decimal("6"))), 0b0110);
        assert_eq!(bands(Amount::Below(decimal("0"))), 0b0001);
        assert_eq!(bands(Amount::Exactly(decimal("6"))), 0b0100);
    }

    #[test]
    fn what_is_unknown_lies_in_every_band() {
        assert_eq!(column().bands_of(&Input::Unknown), 0b1111);
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "another kind"))]
    fn what_is_of_another_kind_is_unknown_and_a_mistake_of_the_caller() {
        assert_eq!(column().bands_of(&Input::Terms(1)), 0b1111);
    }

    #[test]
    fn the_example_of_a_band_lies_in_it() {
        for band in 0..4 {
            let example = column().example(band);
            assert_eq!(column().bands_of(&example), 1 << band);
        }
    }
}
