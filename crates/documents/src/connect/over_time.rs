//! From a patient's timeline to what documents tell of it.

use super::{about, decided, edition, tested};
use crate::source::Sources;
use crate::told::{AdviceTold, ConflictTold, CurrentTold, LineTold, OverTime, Ruled, SampleTold};
use her2_case::Term;
use her2_pages::Finding;
use her2_pathway::timeline::{Sample, Timeline};

/// All samples of a patient, with the texts of all records.
#[derive(Clone, Copy, Debug)]
pub struct Over<'a> {
    /// What the records give together.
    pub timeline: &'a Timeline,
    /// The texts, the records read from them, and what stands around those.
    pub sources: Sources<'a>,
}

impl<'a> Over<'a> {
    /// What is told of it; nothing if there is one sample only.
    pub(crate) fn told(self) -> Option<OverTime<'a>> {
        let Self { timeline, sources } = self;
        if !timeline.is_worth_showing() {
            return None;
        }
        let samples = timeline.samples.iter();
        let lines = timeline.tumors.iter();
        let conflicts = timeline.conflicts.iter();
        let advice = timeline.advice.iter().filter(|advice| advice.stands());
        let histories = sources.histories().iter();
        let mut therapies: Vec<_> = histories
            .flat_map(|history| &history.course.therapies)
            .collect();
        therapies.sort_by_key(|therapy| therapy.value.started);
        Some(OverTime {
            samples: samples.map(|sample| self.sample(sample)).collect(),
            lines: lines
                .map(|line| LineTold {
                    of: line.of,
                    side: line.side,
                    samples: line.samples.clone(),
                })
                .collect(),
            current: timeline.current.as_ref().and_then(|current| {
                Some(CurrentTold {
                    sample: current.sample,
                    rule: ruled(&current.rule)?,
                    awaited: current.awaited,
                    last_settled: current.last_settled,
                })
            }),
            conflicts: conflicts
                .filter_map(|conflict| {
                    Some(ConflictTold {
                        found: ruled(&conflict.found)?,
                        flag: conflict.flag().map(Term::name),
                        earlier: conflict.earlier,
                        later: conflict.later,
                    })
                })
                .collect(),
            advice: advice
                .filter_map(|advice| {
                    Some(AdviceTold {
                        retest: ruled(&advice.retest)?,
                        sample: advice.sample,
                    })
                })
                .collect(),
            low: timeline.low.as_ref().and_then(ruled),
            therapies,
            records: sources.records().len(),
            several_sources: sources.are_several(),
        })
    }

    fn sample(self, sample: &Sample) -> SampleTold {
        let record = &self.sources.records()[sample.record];
        let found = self.timeline.found(sample);
        let own = self.timeline.own_reading(sample);
        let own = own
            .map(|(own, decision)| (edition(own.edition()), decided(&decision, &found.evidence)));
        SampleTold {
            date: sample.date,
            day_of: sample.day_of,
            point: sample.point,
            side: sample.side,
            procedure: sample.procedure,
            quoted: sample.quoted,
            superseded_by: sample.superseded_by,
            tested: tested(record, found),
            own,
            record: record.name.clone(),
        }
    }
}

/// The one answer of a finding.
fn ruled<A: Term>(finding: &Finding<A>) -> Option<Ruled> {
    Some(Ruled {
        name: finding.one()?.name(),
        about: about(finding),
    })
}
