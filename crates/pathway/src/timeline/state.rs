//! What a group of samples gives together.

use super::{Sample, Timeline};
use her2_case::{CoursePoint, Her2Status, SampleState};
use jiff::civil::Date;

/// How far a result has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Positive,
    Negative,
    Open,
    Unusable,
}

impl Standing {
    pub(super) fn is_settled(self) -> bool {
        matches!(self, Self::Positive | Self::Negative)
    }
}

impl Timeline {
    /// How far the result of a sample has come.
    pub(super) fn standing_of(&self, at: usize) -> Standing {
        match self.found(&self.samples[at]).decision.her2_status() {
            Her2Status::Positive => Standing::Positive,
            Her2Status::Negative => Standing::Negative,
            Her2Status::Equivocal | Her2Status::Pending => Standing::Open,
            Her2Status::Indeterminate | Her2Status::NotApplicable => Standing::Unusable,
        }
    }
}

/// Whether the sample is of a recurrence or a metastasis.
pub(super) fn is_spread(sample: &Sample) -> bool {
    matches!(
        sample.point,
        Some(CoursePoint::Recurrence | CoursePoint::Metastasis)
    )
}

/// Some samples of a timeline, taken together.
pub(super) struct Group {
    pub(super) state: SampleState,
    /// Settled ones.
    pub(super) settled: Vec<usize>,
    /// Those that are not settled, and not older than the last settled one.
    pub(super) open: Vec<usize>,
    pub(super) all: Vec<usize>,
}

impl Group {
    pub(super) fn of(timeline: &Timeline, all: Vec<usize>) -> Self {
        let with = |wanted: fn(Standing) -> bool| -> Vec<usize> {
            let members = all.iter().copied();
            members
                .filter(|at| wanted(timeline.standing_of(*at)))
                .collect()
        };
        let settled = with(Standing::is_settled);
        let mut open = with(|standing| standing == Standing::Open);
        let day = |at: &usize| timeline.samples[*at].date;
        let days: Option<Vec<Date>> = settled.iter().map(day).collect();
        if let Some(last) = days.and_then(|days| days.into_iter().max()) {
            open.retain(|at| day(at).is_none_or(|of| of >= last));
        }
        let has = |wanted| settled.iter().any(|at| timeline.standing_of(*at) == wanted);
        let state = match (
            has(Standing::Positive),
            has(Standing::Negative),
            open.is_empty(),
        ) {
            (false, false, true) if all.is_empty() => SampleState::None,
            (false, false, true) => SampleState::Unusable,
            (false, false, false) => SampleState::Open,
            (false, true, true) => SampleState::Negative,
            (false, true, false) => SampleState::NegativeThenOpen,
            (true, false, true) => SampleState::Positive,
            (true, false, false) => SampleState::PositiveThenOpen,
            (true, true, true) => SampleState::Differ,
            (true, true, false) => SampleState::DifferThenOpen,
        };
        Self {
            state,
            settled,
            open,
            all,
        }
    }
}
