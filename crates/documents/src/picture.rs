//! The two pictures: the scale of scores, and counted numbers on their lines. Drawn as text and as SVG elsewhere.

use crate::sentence::Sentence;
use her2_case::Decimal;

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
