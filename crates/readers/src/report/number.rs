//! Numbers as reports print them: decimals broken by scanning, bounds, ranges, percentages.

use super::document::Document;
use super::token::{GREATER_OR_EQUAL, Gap, Kind, LESS_OR_EQUAL};
use her2_case::{Amount, Decimal};
use her2_knowledge::lexicon::Concept;

/// A number and where it stands among the items.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// Its value.
    pub value: Decimal,
    /// One past its last item.
    pub next: usize,
}

/// An amount and where it stands among the items.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// Its value.
    pub amount: Amount,
    /// Its first item, the bound's sign included.
    pub first: usize,
    /// One past its last item.
    pub next: usize,
}

/// How a bound's number becomes an amount.
type Bound = fn(Decimal) -> Amount;

/// Whether a decimal may have been torn apart by scanning (`1. 1`, `2,5`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Torn {
    /// Only `1.1` is read as one number.
    No,
    /// `1. 1`, `1 .1` and `1,1` are read too.
    Maybe,
}

impl Document<'_> {
    /// The digits at an item, `o` and `l` read as digits where `lenient`.
    fn digits(&self, at: usize) -> Option<&str> {
        let item = self.items.get(at)?;
        (item.kind == Kind::Digits)
            .then(|| item.text(self.text))
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// `l.05`: a one read as a letter.
    fn misread_one(&self, at: usize) -> Option<Number> {
        let item = self.items.get(at)?;
        if item.kind != Kind::Word || item.end - item.start != 1 {
            return None;
        }
        let letter = matches!(self.word(at), "l" | "I");
        let point = self.is_mark(at + 1, b'.') && self.items[at + 1].gap == Gap::None;
        let fraction = self
            .digits(at + 2)
            .filter(|_| self.items[at + 2].gap == Gap::None)?;
        let value = format!("1.{fraction}")
            .parse()
            .ok()
            .filter(|_| letter && point)?;
        Some(Number {
            value,
            next: at + 3,
        })
    }

    /// A number that starts at an item.
    pub fn number(&self, at: usize, torn: Torn) -> Option<Number> {
        if let Some(number) = self.misread_one(at) {
            return Some(number);
        }
        let whole = self.digits(at)?;
        let is_point = |item: usize, mark: u8| {
            self.items
                .get(item)
                .is_some_and(|found| found.is_mark(mark))
        };
        let gap = |item: usize| {
            self.items
                .get(item)
                .map_or(Gap::Paragraph, |found| found.gap)
        };
        let tight = is_point(at + 1, b'.') && gap(at + 1) == Gap::None && gap(at + 2) == Gap::None;
        let loose = torn == Torn::Maybe
            && (is_point(at + 1, b'.')
                && gap(at + 1) <= Gap::Space
                && gap(at + 2) <= Gap::Space
                && whole.len() <= 2
                || is_point(at + 1, b',') && gap(at + 1) == Gap::None && gap(at + 2) <= Gap::Space);
        if (tight || loose)
            && let Some(fraction) = self.digits(at + 2)
            && (tight && fraction.len() <= 4
                || fraction.len() <= 2
                    && (gap(at + 2) == Gap::None || !is_point(at + 1, b',') || fraction.len() == 1))
            && let Some(value) = decimal(whole, fraction)
        {
            return Some(Number {
                value,
                next: at + 3,
            });
        }
        decimal(whole, "").map(|value| Number {
            value,
            next: at + 1,
        })
    }

    /// The number that a word at an item is: `fourteen`, `twenty-three`.
    pub fn number_word(&self, at: usize) -> Option<u32> {
        if !self.is(at, Concept::NumberWord) {
            return None;
        }
        let letters = |text: &str| {
            text.bytes()
                .filter(u8::is_ascii_alphabetic)
                .map(|letter| letter.to_ascii_lowercase())
                .collect::<Vec<u8>>()
        };
        let word = letters(self.word(at));
        let phrases = her2_knowledge::lexicon::phrases("en")?;
        phrases
            .iter()
            .filter(|phrase| phrase.concept == Concept::NumberWord)
            .position(|phrase| letters(phrase.words) == word)
            .map(|position| position as u32)
    }

    /// A whole number written as digits, as a word, or as both: `fourteen`, `14`, `fourteen (14)`.
    pub fn count(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(value) = self.number_word(at) {
            if self.is_mark(at + 1, b'(')
                && let Some(number) = self.number(at + 2, Torn::No)
                && self.is_mark(number.next, b')')
            {
                return Some((number.value.to_whole()?, number.next + 1));
            }
            return Some((value, at + 1));
        }
        let number = self.number(at, Torn::No)?;
        number.value.to_whole().map(|value| (value, number.next))
    }

    /// A bound's sign at an item: how to make the amount, and the item after it.
    fn bound(&self, at: usize) -> Option<(Bound, usize)> {
        let item = self.items.get(at)?;
        let mark = |offset: usize, mark: u8| {
            self.items
                .get(at + offset)
                .is_some_and(|found| found.is_mark(mark))
        };
        match item.kind {
            Kind::Mark(LESS_OR_EQUAL) => Some((Amount::AtMost, at + 1)),
            Kind::Mark(GREATER_OR_EQUAL) => Some((Amount::AtLeast, at + 1)),
            Kind::Mark(b'<') if mark(1, b'=') => Some((Amount::AtMost, at + 2)),
            Kind::Mark(b'<') if mark(1, b'/') && mark(2, b'=') => Some((Amount::AtMost, at + 3)),
            Kind::Mark(b'>') if mark(1, b'=') => Some((Amount::AtLeast, at + 2)),
            Kind::Mark(b'>') if mark(1, b'/') && mark(2, b'=') => Some((Amount::AtLeast, at + 3)),
            Kind::Mark(b'=') if mark(1, b'>') && self.items[at + 1].gap == Gap::None => {
                Some((Amount::AtLeast, at + 2))
            }
            Kind::Mark(b'<') => Some((Amount::Below, at + 1)),
            Kind::Mark(b'>') => Some((Amount::Above, at + 1)),
            _ => match item.concept? {
                Concept::LessThan => Some((Amount::Below, at + 1)),
                Concept::GreaterThan if item.text(self.text).eq_ignore_ascii_case("at least") => {
                    Some((Amount::AtLeast, at + 1))
                }
                Concept::GreaterThan => Some((Amount::Above, at + 1)),
                Concept::UpTo => Some((Amount::AtMost, at + 1)),
                Concept::AtLeast => Some((Amount::AtLeast, at + 1)),
                _ => None,
            },
        }
    }

    /// An amount that starts at an item: a number, a bound and a number, or a range.
    pub fn quantity(&self, at: usize, torn: Torn) -> Option<Quantity> {
        if let Some((make, after)) = self.bound(at) {
            let number = self.number(after, torn)?;
            return Some(Quantity {
                amount: make(number.value),
                first: at,
                next: number.next,
            });
        }
        let low = self.number(at, torn)?;
        let is_range = self.items.get(low.next).is_some_and(|item| {
            item.is_mark(b'-') || item.text(self.text).eq_ignore_ascii_case("to")
        });
        if is_range
            && let Some(high) = self.number(low.next + 1, torn)
            && high.value > low.value
        {
            return Some(Quantity {
                amount: Amount::Between(low.value, high.value),
                first: at,
                next: high.next,
            });
        }
        Some(Quantity {
            amount: Amount::Exactly(low.value),
            first: at,
            next: low.next,
        })
    }

    /// A percentage that starts at an item: an amount with `%` after its number or after both ends of its range.
    pub fn percentage(&self, at: usize) -> Option<Quantity> {
        let percent = |item: usize| {
            self.items
                .get(item)
                .is_some_and(|found| found.is_mark(b'%') || found.is(Concept::PercentWord))
        };
        if let Some(value) = self.number_word(at)
            && self.is(at + 1, Concept::PercentWord)
        {
            let amount = Amount::Exactly(Decimal::whole(value));
            return Some(Quantity {
                amount,
                first: at,
                next: at + 2,
            });
        }
        let mut quantity = self.quantity(at, Torn::No)?;
        let hundred = Decimal::whole(100);
        let fits = |amount: Amount| match amount {
            Amount::Exactly(value)
            | Amount::Below(value)
            | Amount::AtMost(value)
            | Amount::Above(value)
            | Amount::AtLeast(value) => value <= hundred,
            Amount::Between(_, high) => high <= hundred,
        };
        if !percent(quantity.next) || !fits(quantity.amount) {
            return None;
        }
        quantity.next += 1;
        // `50% to 75%`
        if let Amount::Exactly(low) = quantity.amount
            && self.items.get(quantity.next).is_some_and(|item| {
                item.is_mark(b'-') || item.text(self.text).eq_ignore_ascii_case("to")
            })
            && let Some(high) = self.number(quantity.next + 1, Torn::No)
            && percent(high.next)
            && high.value > low
        {
            return Some(Quantity {
                amount: Amount::Between(low, high.value),
                first: at,
                next: high.next + 1,
            });
        }
        Some(quantity)
    }
}

/// The decimal of these digits before and behind the point; nothing if they are too many to be kept exactly.
fn decimal(whole: &str, fraction: &str) -> Option<Decimal> {
    if whole.len() > 12 || fraction.len() > 6 {
        return None;
    }
    let mantissa = whole
        .bytes()
        .chain(fraction.bytes())
        .fold(0u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    Some(Decimal::new(mantissa, fraction.len() as u8))
}
