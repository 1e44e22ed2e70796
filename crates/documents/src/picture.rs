//! The pictures: the scale of scores, counted numbers on their lines, a number over time, samples over time, and the map of the way through care. Drawn as text and as SVG elsewhere.

mod lanes;
mod map;

pub(crate) use lanes::apart;
pub use lanes::{Lane, LaneBar, LaneMark, LaneSample, Lanes};
pub(crate) use map::{COLUMNS, Cell, HEADINGS, ROWS, follows, place};
pub use map::{Map, MapPart, MapState, MapStep};

use crate::sentence::Sentence;
use her2_case::Decimal;
use jiff::Unit;
use jiff::civil::{Date, DateDifference};

/// What a step of the scale comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Negative.
    Negative,
    /// A second test decides.
    SecondTest,
    /// Positive.
    Positive,
}

/// One step of the scale.
#[derive(Clone)]
pub struct Stop {
    /// Its short name.
    pub label: String,
    /// What it comes to.
    pub zone: Zone,
    /// Whether this result stands, or may stand, here.
    pub here: bool,
}

/// The scale of the protein test with the place of this result.
#[derive(Clone)]
pub struct Scale {
    /// The name of the picture.
    pub title: Sentence,
    /// The same in words, for who does not see it.
    pub description: Sentence,
    /// The steps from none to most.
    pub stops: Vec<Stop>,
    /// Over the marked step: `your result`.
    pub here: String,
    /// Names of the zones that occur, in order.
    pub zones: Vec<(Zone, String)>,
}

impl Scale {
    /// Runs of steps of one zone: the zone's name, its first step, and how many.
    pub(crate) fn runs(&self) -> Vec<(Zone, &str, usize, usize)> {
        let mut runs: Vec<(Zone, &str, usize, usize)> = Vec::new();
        for (index, stop) in self.stops.iter().enumerate() {
            match runs.last_mut() {
                Some((zone, _, _, length)) if *zone == stop.zone => *length += 1,
                _ => {
                    let name = self
                        .zones
                        .iter()
                        .find(|(zone, _)| *zone == stop.zone)
                        .map_or("", |(_, name)| name);
                    runs.push((stop.zone, name, index, 1));
                }
            }
        }
        runs
    }
}

/// One counted number on its line.
#[derive(Clone)]
pub struct Gauge {
    /// What was counted.
    pub label: String,
    /// The number as printed.
    pub shown: String,
    /// The number, or the bound that is printed.
    pub value: Decimal,
    /// Where the rules draw a line.
    pub cuts: Vec<Decimal>,
}

impl Gauge {
    /// Where a number stands on a line of `width` steps; twice the highest cut is the right end, and what lies beyond
    /// is held there.
    pub(crate) fn position(&self, number: Decimal, width: u32) -> u32 {
        let highest = self.cuts.iter().max().map_or(1, |cut| cut.micros().max(1));
        let end = 2 * highest;
        let position = number.micros().min(end) * u128::from(width) / end;
        u32::try_from(position).unwrap_or(width)
    }
}

/// The numbers of the gene test.
#[derive(Clone)]
pub struct Gauges {
    /// The name of the picture.
    pub title: Sentence,
    /// The same in words, for who does not see it.
    pub description: Sentence,
    /// The lines.
    pub gauges: Vec<Gauge>,
    /// How to read them.
    pub caption: Vec<Sentence>,
}

/// A number over time with the bounds that rules draw.
#[derive(Clone)]
pub struct Trend {
    /// The name of the picture.
    pub title: Sentence,
    /// The same in words, for who does not see it.
    pub description: Sentence,
    /// The measured numbers, the oldest first.
    pub points: Vec<TrendPoint>,
    /// The bounds.
    pub bounds: Vec<TrendBound>,
}

/// A measured number.
#[derive(Clone)]
pub struct TrendPoint {
    /// The day.
    pub day: Date,
    /// The day as shown.
    pub label: String,
    /// The number as shown.
    pub shown: String,
    /// The number.
    pub value: Decimal,
}

/// A bound.
#[derive(Clone)]
pub struct TrendBound {
    /// The number.
    pub value: Decimal,
    /// What it is.
    pub label: String,
}

impl Trend {
    /// Where a number stands between the lowest and the highest of the picture, on a line of so many steps.
    pub(crate) fn position(&self, value: Decimal, steps: u32) -> u32 {
        let points = self.points.iter().map(|point| point.value.micros());
        let all = points.chain(self.bounds.iter().map(|bound| bound.value.micros()));
        let (low, high) = (all.clone().min().unwrap_or(0), all.max().unwrap_or(0));
        let margin = (high - low) / 8 + 1;
        let low = low.saturating_sub(margin);
        let range = high + margin - low;
        let place = value.micros().saturating_sub(low) * u128::from(steps) / range;
        u32::try_from(place).unwrap_or(steps).min(steps)
    }

    /// Days from the first number to this one.
    pub(crate) fn day_of(&self, point: &TrendPoint) -> u32 {
        self.points
            .first()
            .map_or(0, |first| between(first.day, point.day))
    }

    /// Days from the first number to the last.
    pub(crate) fn days(&self) -> u32 {
        self.points.last().map_or(0, |last| self.day_of(last))
    }
}

fn between(one: Date, other: Date) -> u32 {
    let span = one.until(DateDifference::new(other).largest(Unit::Day));
    span.map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}
