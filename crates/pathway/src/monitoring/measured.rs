//! What the measured ejection fractions say: the value before treatment, the newest since, and how far it fell.

use crate::therapy::drop_below;
use her2_case::{Answered, CareCase, Decimal, LvefReading, Origin};
use jiff::civil::Date;
use std::fmt;

/// The laboratory's lower limit of normal.
///
/// `Debug` shows the kind alone.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum LowerLimit {
    /// Nobody said.
    #[default]
    Unknown,
    /// The laboratory has none of its own.
    NotSet,
    /// This many percent.
    At(Decimal),
}

impl fmt::Debug for LowerLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "Unknown",
            Self::NotSet => "NotSet",
            Self::At(_) => "At",
        })
    }
}

/// A measured value and its place in the case.
///
/// `Debug` shows nothing of it.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The reading.
    pub of: LvefReading,
    /// Its origin.
    pub origin: Origin,
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading")
    }
}

/// The readings that count on a day.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Every reading until the day, the oldest first.
    pub series: Vec<Reading>,
    /// The value before treatment: the one marked so, else the newest until the start.
    pub before: Option<Reading>,
    /// The newest after that value; without a start the newest of all but it.
    pub newest: Option<Reading>,
    /// Readings dated after the day, the oldest first: they are not used, and somebody should say so.
    pub later: Vec<Reading>,
}

impl Measured {
    /// The readings of a case until this day.
    pub fn of(case: &CareCase, start: Option<Date>, as_of: Date) -> Self {
        let readings = case.lvef.iter().enumerate();
        let mut all: Vec<_> = readings
            .map(|(at, reading)| Reading {
                of: *reading,
                origin: Answered::Lvef(u16::try_from(at).unwrap_or(u16::MAX)).origin(),
            })
            .collect();
        all.sort_by_key(|reading| reading.of.date);
        let (series, later): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| one.of.date <= as_of);
        let marked = series.iter().rev().find(|reading| reading.of.baseline);
        let by_start =
            || start.and_then(|start| series.iter().rev().find(|one| one.of.date <= start));
        let before = marked.or_else(by_start).copied();
        let after = |reading: &&Reading| match (before, start) {
            (Some(before), _) => {
                reading.origin != before.origin && reading.of.date >= before.of.date
            }
            (None, Some(start)) => reading.of.date > start,
            (None, None) => true,
        };
        let newest = series.iter().rev().find(after).copied();
        Self {
            series,
            before,
            newest,
            later,
        }
    }

    /// How far the newest lies below the value before treatment.
    pub fn drop(&self) -> Option<Decimal> {
        let (before, newest) = self.before.zip(self.newest)?;
        Some(drop_below(before.of.percent, newest.of.percent))
    }

    /// The newest until this day.
    pub fn until(&self, day: Date) -> Option<&Reading> {
        let mut readings = self.series.iter().rev();
        readings.find(|reading| reading.of.date <= day)
    }
}
