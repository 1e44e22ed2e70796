//! Days of a test: a first day, an interval, and how many times.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// How far one day is from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// There is one day only.
    Once,
    /// So many weeks.
    Weeks(u16),
    /// So many months; a day that a month does not have is its last day.
    Months(u16),
}

impl Every {
    fn times(self, times: u32) -> Span {
        let times = i64::from(times);
        match self {
            Self::Once => Span::new(),
            Self::Weeks(weeks) => (i64::from(weeks) * times).weeks(),
            Self::Months(months) => (i64::from(months) * times).months(),
        }
    }

    /// Days from one to the next, roughly: for telling which of two comes more often.
    pub fn rough_days(self) -> u32 {
        const WEEK: u32 = 7;
        const MONTH: u32 = 30;
        match self {
            Self::Once => u32::MAX,
            Self::Weeks(weeks) => u32::from(weeks) * WEEK,
            Self::Months(months) => u32::from(months) * MONTH,
        }
    }
}

/// Days of a test. Every day is counted from one anchor, so that a short month does not move the later ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// The day from which the others are counted; it need not be one of them.
    pub anchor: Date,
    /// How many intervals after it the first day is.
    pub after: u32,
    /// How far apart.
    pub every: Every,
    /// How many days; at least one.
    pub times: u32,
    /// Whether it goes on beyond the last of them, for as long as treatment does.
    pub goes_on: bool,
}

impl Series {
    /// One day.
    pub fn once(day: Date) -> Self {
        Self {
            anchor: day,
            after: 0,
            every: Every::Once,
            times: 1,
            goes_on: false,
        }
    }

    /// The days from so many intervals after the anchor up to and with the last day, at most so many; nothing if the first is after it.
    pub fn until(
        (anchor, after): (Date, u32),
        every: Every,
        last: Date,
        most: Option<u32>,
        goes_on: bool,
    ) -> Option<Self> {
        if every == Every::Once {
            return (anchor <= last).then(|| Self::once(anchor));
        }
        let most = most.unwrap_or(MOST).min(MOST);
        let days = (0..most).take_while(|at| day(anchor, every, after + at) <= last);
        let times = u32::try_from(days.count()).unwrap_or(MOST);
        (times > 0).then_some(Self {
            anchor,
            after,
            every,
            times,
            goes_on: goes_on && times < most,
        })
    }

    /// The first day.
    pub fn first(self) -> Date {
        day(self.anchor, self.every, self.after)
    }

    /// Every day of it.
    pub fn days(self) -> impl Iterator<Item = Date> {
        (self.after..self.after + self.times).map(move |at| day(self.anchor, self.every, at))
    }

    /// The first day that is not before this one.
    pub fn next(self, today: Date) -> Option<Date> {
        self.days().find(|day| *day >= today)
    }
}

/// More days than anybody needs of one test.
const MOST: u32 = 1000;

fn day(anchor: Date, every: Every, at: u32) -> Date {
    anchor.saturating_add(every.times(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_short_month_does_not_move_the_later_days() {
        let anchor = (date(2026, 8, 31), 1);
        let series = Series::until(anchor, Every::Months(3), date(2027, 8, 31), None, false);
        let days: Vec<_> = series.unwrap().days().collect();
        let expected = [
            date(2026, 11, 30),
            date(2027, 2, 28),
            date(2027, 5, 31),
            date(2027, 8, 31),
        ];
        assert_eq!(days, expected);
        assert_eq!(series.unwrap().first(), expected[0]);
    }

    #[test]
    fn the_last_day_belongs_to_it_and_a_first_day_after_it_leaves_nothing() {
        let anchor = (date(2026, 1, 1), 0);
        let until = |last| Series::until(anchor, Every::Weeks(3), last, None, true);
        assert_eq!(until(date(2026, 1, 22)).unwrap().times, 2);
        assert_eq!(until(date(2026, 1, 21)).unwrap().times, 1);
        assert_eq!(until(date(2025, 12, 31)), None);
        let three = Series::until(anchor, Every::Weeks(1), date(2027, 1, 1), Some(3), true);
        let three = three.unwrap();
        assert_eq!((three.times, three.goes_on), (3, false));
        assert_eq!(three.next(date(2026, 1, 9)), Some(date(2026, 1, 15)));
        assert_eq!(three.next(date(2026, 1, 16)), None);
    }
}
