//! Samples over time: a lane for each tumour, a mark for each sample, a bar for each therapy.

use crate::sentence::Sentence;
use jiff::Unit;
use jiff::civil::{Date, DateDifference, date};

/// What a sample gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneMark {
    /// Negative.
    Negative,
    /// Positive.
    Positive,
    /// Nothing settled.
    Open,
}

impl LaneMark {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Negative, Self::Positive, Self::Open];

    /// The sign in the mark, so that nothing is told by shape or colour alone.
    pub fn sign(self) -> char {
        match self {
            Self::Negative => '\u{2212}',
            Self::Positive => '+',
            Self::Open => '?',
        }
    }
}

/// A sample of tissue.
#[derive(Clone)]
pub struct LaneSample {
    /// Its number in the list beside the picture.
    pub number: usize,
    /// The day.
    pub day: Option<Date>,
    /// What it gave.
    pub mark: LaneMark,
    /// Whether its result is the current one.
    pub current: bool,
}

/// A tumour with its samples, the oldest first.
#[derive(Clone)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Its samples.
    pub samples: Vec<LaneSample>,
}

/// A therapy.
#[derive(Clone)]
pub struct LaneBar {
    /// Its name.
    pub name: String,
    /// The first day.
    pub from: Date,
    /// The last day, if it is known.
    pub until: Option<Date>,
}

/// Samples over time.
#[derive(Clone)]
pub struct Lanes {
    /// The name of the picture.
    pub title: Sentence,
    /// The same in words, for who does not see it.
    pub description: Sentence,
    /// The tumours.
    pub lanes: Vec<Lane>,
    /// The therapies.
    pub bars: Vec<LaneBar>,
    /// What each mark means, for those that occur.
    pub legend: Vec<(LaneMark, String)>,
    /// What the sign of the current sample means, if there is one.
    pub current: Option<String>,
    /// Before the samples of a lane without a day.
    pub undated: String,
}

impl Lanes {
    /// The first and the last day that is known.
    pub(crate) fn range(&self) -> Option<(Date, Date)> {
        let samples = self.lanes.iter().flat_map(|lane| &lane.samples);
        let days = samples.filter_map(|sample| sample.day);
        let bars = self.bars.iter();
        let ends = bars.flat_map(|bar| [Some(bar.from), bar.until]).flatten();
        let all: Vec<Date> = days.chain(ends).collect();
        all.iter().min().copied().zip(all.iter().max().copied())
    }

    /// Where a day stands on a line of so many steps.
    pub(crate) fn position(&self, day: Date, steps: usize) -> usize {
        let Some((from, to)) = self.range() else {
            return 0;
        };
        let whole = between(from, to).max(1);
        between(from, day).min(whole) * steps / whole
    }

    /// Days that are named under the lanes: the first of some years, at most so many of them; else the first and the last day.
    pub(crate) fn ticks(&self, most: i16) -> Vec<(Date, String)> {
        let Some((from, to)) = self.range() else {
            return Vec::new();
        };
        let first = from.year() + i16::from(from.day_of_year() > 1);
        let years = to.year() - first + 1;
        if years < 2 {
            let days = if from == to {
                vec![from]
            } else {
                vec![from, to]
            };
            return days.iter().map(|day| (*day, day.to_string())).collect();
        }
        let step = (years + most - 1) / most.max(1);
        (first..=to.year())
            .step_by(usize::try_from(step.max(1)).unwrap_or(1))
            .map(|year| (date(year, 1, 1), year.to_string()))
            .collect()
    }
}

fn between(one: Date, other: Date) -> usize {
    let span = one.until(DateDifference::new(other).largest(Unit::Day));
    span.map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0))
}

/// Places for marks of these widths, in their order: each where it belongs, moved on where it would stand on the one before, and
/// back where it would stand beyond the end. Nothing if there is no room for all.
pub(crate) fn apart(wanted: &[(usize, usize)], room: usize) -> Option<Vec<usize>> {
    let mut free = 0;
    let mut places: Vec<usize> = wanted
        .iter()
        .map(|(at, width)| {
            let place = (*at).max(free);
            free = place + width;
            place
        })
        .collect();
    let mut end = room;
    for (place, (_, width)) in places.iter_mut().zip(wanted).rev() {
        *place = (*place).min(end.checked_sub(*width)?);
        end = *place;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn marks_never_stand_on_each_other_nor_beyond_the_end() {
        assert_eq!(apart(&[(0, 2), (1, 2), (9, 2)], 10), Some(vec![0, 2, 8]));
        assert_eq!(apart(&[(9, 2), (9, 2), (9, 2)], 10), Some(vec![4, 6, 8]));
        assert_eq!(apart(&[(0, 6), (0, 6)], 10), None);
    }
}
