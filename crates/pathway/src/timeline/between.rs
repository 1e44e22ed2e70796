//! What is known to lie between two samples, and how they belong together.

use super::state::is_spread;
use super::{DayOf, LineOf, Sample, Timeline};
use her2_case::{BetweenSamples, Course, CoursePoint, Key, Laterality, Record, SampleRelation};
use jiff::civil::Date;

/// What the comparison of samples needs from the records.
pub(super) struct Context<'a> {
    records: &'a [Record],
    /// The first days of systemic therapies, in order.
    starts: Vec<Date>,
}

impl<'a> Context<'a> {
    pub(super) fn new(records: &'a [Record], courses: &[&Course]) -> Self {
        let therapies = courses.iter().flat_map(|course| &course.therapies);
        let mut starts: Vec<Date> = therapies.filter_map(|of| of.value.started).collect();
        starts.sort_unstable();
        Self { records, starts }
    }

    /// Whether systemic therapy is known to have begun in these days, the first one not among them.
    fn treated(&self, from: Date, to: Date) -> bool {
        let next = self.starts.partition_point(|start| *start <= from);
        self.starts.get(next).is_some_and(|start| *start <= to)
    }

    fn key<'b>(&'b self, timeline: &Timeline, sample: &Sample) -> Option<&'b Key> {
        let found = timeline.found(sample).specimen;
        self.records[sample.record].specimens[found].tumor.as_ref()
    }

    /// What lies between two samples, whichever is earlier.
    pub(super) fn between(&self, timeline: &Timeline, one: usize, other: usize) -> BetweenSamples {
        let (a, b) = (&timeline.samples[one], &timeline.samples[other]);
        if self.relation(timeline, one, other) == SampleRelation::TwoTumours {
            return BetweenSamples::OtherTumour;
        }
        let residual = |sample: &Sample| sample.point == Some(CoursePoint::AfterNeoadjuvant);
        if residual(a) != residual(b) && !is_spread(a) && !is_spread(b) {
            let (left, biopsy) = if residual(a) { (a, b) } else { (b, a) };
            // A sample after the residual disease is no biopsy before it.
            if biopsy
                .date
                .zip(left.date)
                .is_none_or(|(before, after)| before <= after)
            {
                return BetweenSamples::Neoadjuvant;
            }
        }
        if a.point == Some(CoursePoint::Primary) && b.point == Some(CoursePoint::Primary) {
            return BetweenSamples::NoTreatment;
        }
        let Some((from, to)) = a.date.zip(b.date).map(|(a, b)| (a.min(b), a.max(b))) else {
            return BetweenSamples::OrderNotKnown;
        };
        let taken = |sample: &Sample| sample.day_of == Some(DayOf::Taken);
        match () {
            () if from == to && taken(a) && taken(b) => BetweenSamples::NoTreatment,
            () if from == to => BetweenSamples::OrderNotKnown,
            () if self.treated(from, to) => BetweenSamples::Treatment,
            () => BetweenSamples::NotKnown,
        }
    }

    /// How two samples belong together.
    pub(super) fn relation(&self, timeline: &Timeline, one: usize, other: usize) -> SampleRelation {
        let (a, b) = (&timeline.samples[one], &timeline.samples[other]);
        let metastasis = |sample: &Sample| sample.point == Some(CoursePoint::Metastasis);
        let recurrence = |sample: &Sample| sample.point == Some(CoursePoint::Recurrence);
        match (metastasis(a), metastasis(b)) {
            (true, true) => return SampleRelation::TwoMetastases,
            (false, false) => {}
            _ => return SampleRelation::Metastasis,
        }
        let one_line = a.tumor == b.tumor;
        let tumor = |sample: &Sample| timeline.tumors[sample.tumor].of == LineOf::Tumor;
        let sides = matches!((side(a), side(b)), (Some(a), Some(b)) if a != b);
        let named = a.record == b.record && {
            let name = |sample: &Sample| timeline.found(sample).tumor;
            matches!((name(a), name(b)), (Some(a), Some(b)) if a != b)
        };
        let keys = (self.key(timeline, a), self.key(timeline, b));
        let keyed = matches!(keys, (Some(a), Some(b)) if a != b);
        match () {
            () if sides || named || keyed => SampleRelation::TwoTumours,
            () if recurrence(a) != recurrence(b) => SampleRelation::Recurrence,
            () if one_line && tumor(a) => SampleRelation::OneTumour,
            () => SampleRelation::PerhapsOneTumour,
        }
    }
}

/// The side, where it is one.
pub(super) fn side(sample: &Sample) -> Option<Laterality> {
    sample.side.filter(|side| *side != Laterality::Bilateral)
}
