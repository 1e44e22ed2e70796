//! What a group of samples gives together.

use super::{LineOf, Sample, Timeline};
use her2_case::{CoursePoint, Her2Status, SampleState};
use jiff::civil::Date;
use std::collections::BTreeMap;

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
    /// Those that are not settled, and not older than the last settled one of their tumour.
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
        // What is awaited of one tumour is not answered by another one.
        let line = |at: usize| timeline.samples[at].tumor;
        let of_metastases = |at: &usize| timeline.tumors[line(*at)].of == LineOf::Metastasis;
        let is_mixed = all.iter().any(of_metastases);
        let tumor = |at: usize| (!is_mixed).then(|| line(at));
        // The last day of those that are settled, of each tumour; nothing if one of them is undated.
        let mut last: BTreeMap<Option<usize>, Option<Date>> = BTreeMap::new();
        for at in &settled {
            let day = timeline.samples[*at].date;
            let held = last.entry(tumor(*at)).or_insert(day);
            *held = held.zip(day).map(|(held, day)| held.max(day));
        }
        open.retain(|at| {
            let last = last.get(&tumor(*at)).copied().flatten();
            let both = timeline.samples[*at].date.zip(last);
            both.is_none_or(|(day, last)| day >= last)
        });
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
