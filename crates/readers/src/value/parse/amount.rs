//! Numbers of a value: bounds, ranges, scores with their plus, and of what they are by the label before or the unit after.

use super::super::lex::Kind;
use super::{Parser, Said};
use her2_case::{Amount, Assay, Decimal, IhcScore, IshGroup, ScoreReading};
use her2_knowledge::Word;

/// How a bound's number becomes an amount.
type Bound = fn(Decimal) -> Amount;

impl Parser<'_> {
    /// A number with what stands around it; gives the token after it.
    pub(super) fn amount(&mut self, at: usize) -> Option<usize> {
        let (bound, first_number) = self.bound(at)?;
        let low = self.number(first_number)?;
        let (low_plus, after) = self.eat_plus(first_number + 1);
        let (low_percent, after) = self.eat_percent(after);
        let mut amount = bound.map_or(Amount::Exactly(low), |make| make(low));
        let (mut plus, mut percent, mut next) = (low_plus, low_percent, after);
        let over = self.is_mark(after, '/');
        let between = over || self.is_mark(after, '-') || self.is_word(after, Word::To);
        if bound.is_none()
            && between
            && let Some(high) = self.number(after + 1)
        {
            let (high_plus, end) = self.eat_plus(after + 2);
            let (high_percent, end) = self.eat_percent(end);
            plus = low_plus || high_plus;
            percent |= high_percent;
            if over && self.is_mark(end, '=') && !plus {
                // `4.26/3.13 = 1.36`
                self.say(Said::Copies(amount), at, after);
                self.say(Said::Cep17(Amount::Exactly(high)), after + 1, end);
                self.clause.label = Some(Word::Ratio);
                return Some(end + 1);
            }
            let single = |value: Decimal| value.to_whole().is_some_and(|whole| whole <= 3);
            let scores = plus
                || matches!(self.clause.label, Some(Word::Score))
                || self.clause.assay == Some(Assay::Ihc);
            if over && !(scores && single(low) && single(high)) || high < low {
                return None;
            }
            amount = if low == high {
                Amount::Exactly(low)
            } else {
                Amount::Between(low, high)
            };
            next = end;
        } else if bound.is_none()
            && self.is_mark(next, ':')
            && self.number(next + 1) == Some(Decimal::whole(1))
        {
            // `2.1:1`
            self.say(Said::Ratio(amount), at, next + 2);
            self.clause.label = None;
            return Some(next + 2);
        }
        if plus {
            let mut score = score_of(amount).filter(|_| bound.is_none() && !percent)?;
            score.zero_plus = score.exact() == Some(IhcScore::Zero);
            self.clause.label = None;
            self.say(Said::Score(score), at, next);
            return Some(next);
        }
        self.classify(amount, percent, at, next)
    }

    /// Says what a number is of, by the label before it or the unit after it.
    pub(super) fn classify(
        &mut self,
        amount: Amount,
        percent: bool,
        first: usize,
        next: usize,
    ) -> Option<usize> {
        if percent {
            if self.clause.label == Some(Word::Percent) {
                self.clause.label = None;
            }
            self.say(Said::Percent(amount), first, next);
            return Some(next);
        }
        let unit = match self.kind(next) {
            Some(Kind::Word(
                word @ (Word::Cells
                | Word::Copies
                | Word::Cep17
                | Word::Ratio
                | Word::Millimetre
                | Word::Centimetre
                | Word::Percent),
            )) => Some(word),
            _ => None,
        };
        let label = self.clause.label.take();
        let is_unit = |label: Word| match label {
            Word::Cep17 | Word::Copies => Some(Word::Copies),
            _ => None,
        };
        let (what, after) = match (label, unit) {
            (Some(label), Some(unit)) if is_unit(label) == Some(unit) => (Some(label), next + 1),
            (Some(label), _) => (Some(label), next),
            (None, Some(unit)) => (Some(unit), next + 1),
            (None, None) => (None, next),
        };
        let exact = amount.exact();
        let whole = || exact.and_then(Decimal::to_whole);
        let fraction = exact.is_none_or(|value| value.to_whole().is_none() || value.scale() > 0);
        let said = match what {
            Some(Word::Ratio) => Said::Ratio(amount),
            Some(Word::Copies) => Said::Copies(amount),
            Some(Word::Cep17) => Said::Cep17(amount),
            Some(Word::TotalHer2) => Said::TotalHer2(exact?),
            Some(Word::TotalCep17) => Said::TotalCep17(exact?),
            Some(Word::Cells) => Said::Cells(whole()?),
            Some(Word::Percent) => Said::Percent(amount),
            Some(Word::Allred) => Said::Allred(whole().filter(|total| *total <= 8)?),
            Some(Word::HScore) => Said::HScore(whole().filter(|total| *total <= 300)?),
            Some(Word::Score) => Said::Score(score_of(amount)?),
            Some(Word::Millimetre) => Said::Millimetres(amount),
            Some(Word::Centimetre) => Said::Millimetres(shifted(amount)),
            Some(Word::Group) => Said::Group(match whole()? {
                1 => IshGroup::One,
                2 => IshGroup::Two,
                3 => IshGroup::Three,
                4 => IshGroup::Four,
                5 => IshGroup::Five,
                _ => return None,
            }),
            _ if self.clause.assay == Some(Assay::Ish) && fraction => Said::Ratio(amount),
            _ if self.clause.assay == Some(Assay::Ihc) && score_of(amount).is_some() => {
                Said::Score(score_of(amount)?)
            }
            _ => Said::Number(amount),
        };
        self.say(said, first, next);
        Some(after)
    }

    /// A bound before a number, and the token of the number.
    pub(super) fn bound(&self, at: usize) -> Option<(Option<Bound>, usize)> {
        let two = self.is_mark(at + 1, '=');
        let three = self.is_mark(at + 1, '/') && self.is_mark(at + 2, '=');
        let make: Bound;
        let next;
        match self.kind(at)? {
            Kind::Number(_) => return Some((None, at)),
            Kind::Mark('\u{2264}') | Kind::Word(Word::AtMost) => {
                (make, next) = (Amount::AtMost, at + 1)
            }
            Kind::Mark('\u{2265}') | Kind::Word(Word::AtLeast) => {
                (make, next) = (Amount::AtLeast, at + 1);
            }
            Kind::Mark('<') if three => (make, next) = (Amount::AtMost, at + 3),
            Kind::Mark('>') if three => (make, next) = (Amount::AtLeast, at + 3),
            Kind::Mark('<') if two => (make, next) = (Amount::AtMost, at + 2),
            Kind::Mark('>') if two => (make, next) = (Amount::AtLeast, at + 2),
            Kind::Mark('=') if self.is_mark(at + 1, '<') => (make, next) = (Amount::AtMost, at + 2),
            Kind::Mark('=') => (make, next) = (Amount::AtLeast, at + 2),
            Kind::Mark('<') | Kind::Word(Word::Below) => (make, next) = (Amount::Below, at + 1),
            Kind::Mark('>') | Kind::Word(Word::Above) => (make, next) = (Amount::Above, at + 1),
            Kind::Mark('~') | Kind::Word(Word::About) => return Some((None, at + 1)),
            _ => return None,
        }
        Some((Some(make), next))
    }

    /// One sign of plus just after a number.
    pub(super) fn eat_plus(&self, at: usize) -> (bool, usize) {
        let plus = self.is_mark(at, '+') && !self.is_mark(at + 1, '+');
        (plus, at + usize::from(plus))
    }

    pub(super) fn eat_percent(&self, at: usize) -> (bool, usize) {
        let percent = self.is_mark(at, '%') || self.is_word(at, Word::Percent);
        (percent, at + usize::from(percent))
    }
}

/// The score or range of scores that a number is.
pub fn score_of(amount: Amount) -> Option<ScoreReading> {
    let one = |value: Decimal| match value.to_whole()? {
        0 => Some(IhcScore::Zero),
        1 => Some(IhcScore::One),
        2 => Some(IhcScore::Two),
        3 => Some(IhcScore::Three),
        _ => None,
    };
    match amount {
        Amount::Exactly(value) => one(value).map(ScoreReading::single),
        Amount::Between(low, high) => Some(ScoreReading {
            low: one(low)?,
            high: one(high)?,
            zero_plus: false,
        }),
        _ => None,
    }
}

fn shifted(amount: Amount) -> Amount {
    let ten = |value: Decimal| value.shifted(1);
    match amount {
        Amount::Exactly(value) => Amount::Exactly(ten(value)),
        Amount::Below(value) => Amount::Below(ten(value)),
        Amount::AtMost(value) => Amount::AtMost(ten(value)),
        Amount::Above(value) => Amount::Above(ten(value)),
        Amount::AtLeast(value) => Amount::AtLeast(ten(value)),
        Amount::Between(low, high) => Amount::Between(ten(low), ten(high)),
    }
}
