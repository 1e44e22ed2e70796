//! The patient over time, in the form in which documents need it.

use super::{Decided, EditionTold, Tested};
use crate::sentence::About;
use her2_case::{CoursePoint, Fact, Her2Status, Laterality, PriorTherapy, Procedure};
use her2_pathway::timeline::{DayOf, LineOf};
use jiff::civil::Date;

/// Every sample of a patient, the oldest first, and what they give together.
pub(crate) struct OverTime<'a> {
    pub samples: Vec<SampleTold>,
    pub lines: Vec<LineTold>,
    pub current: Option<CurrentTold>,
    pub conflicts: Vec<ConflictTold>,
    /// Advice to test, or to test again, that stands.
    pub advice: Vec<AdviceTold>,
    pub low: Option<Ruled>,
    pub therapies: Vec<&'a Fact<PriorTherapy>>,
    /// How many records tell of the samples.
    pub records: usize,
    /// Whether they come from several sources.
    pub several_sources: bool,
}

/// An answer of a page, by its name, and what it rests on.
pub(crate) struct Ruled {
    pub name: &'static str,
    pub about: About,
}

/// A sample of tissue.
pub(crate) struct SampleTold {
    pub date: Option<Date>,
    pub day_of: Option<DayOf>,
    pub point: Option<CoursePoint>,
    pub side: Option<Laterality>,
    pub procedure: Option<Procedure>,
    pub quoted: bool,
    pub superseded_by: Option<usize>,
    pub tested: Tested,
    /// By the edition its own record follows.
    pub own: Option<(EditionTold, Decided)>,
    /// The name of the record.
    pub record: String,
}

impl OverTime<'_> {
    /// The samples beside the one that counts now; those that a later report replaced are none of them.
    fn others(&self) -> impl Iterator<Item = &SampleTold> {
        let each = self.samples.iter().enumerate();
        let others =
            each.filter(|(at, sample)| !self.is_current(*at) && sample.superseded_by.is_none());
        others.map(|(_, sample)| sample)
    }

    /// Whether another sample has no final result.
    pub fn is_open(&self) -> bool {
        self.others().any(SampleTold::is_open)
    }

    /// Whether another sample has another result than the one that counts now.
    pub fn differs(&self) -> bool {
        let current = self.current_sample().and_then(SampleTold::status);
        current.is_some()
            && self
                .others()
                .any(|sample| !sample.is_open() && sample.status() != current)
    }

    /// What the results of the other samples rest on.
    pub fn others_about(&self) -> About {
        let places = self.others().flat_map(|sample| {
            let about = &sample.tested.decided.status_about;
            match about {
                About::Finding { because, .. } => because.clone(),
                About::Facts(places) => places.clone(),
                _ => Vec::new(),
            }
        });
        let places: Vec<_> = places.collect();
        match places.is_empty() {
            true => About::NotSaid("her2-result"),
            false => About::Facts(places),
        }
    }
}

impl SampleTold {
    /// Whether it has no final result.
    pub fn is_open(&self) -> bool {
        matches!(
            self.status(),
            None | Some(Her2Status::Pending | Her2Status::Equivocal)
        )
    }

    pub fn status(&self) -> Option<Her2Status> {
        self.tested.decided.status
    }
}

/// A tumour with the positions of its samples.
pub(crate) struct LineTold {
    pub of: LineOf,
    pub side: Option<Laterality>,
    pub samples: Vec<usize>,
}

/// The sample that gives the current result.
pub(crate) struct CurrentTold {
    pub sample: usize,
    pub rule: Ruled,
    pub awaited: Option<usize>,
    pub last_settled: Option<usize>,
}

/// Two samples whose results contradict each other.
pub(crate) struct ConflictTold {
    pub found: Ruled,
    pub flag: Option<&'static str>,
    pub earlier: usize,
    pub later: usize,
}

/// An advice that stands.
pub(crate) struct AdviceTold {
    pub retest: Ruled,
    pub sample: Option<usize>,
}

impl OverTime<'_> {
    /// The current sample.
    pub fn current_sample(&self) -> Option<&SampleTold> {
        self.current
            .as_ref()
            .and_then(|current| self.samples.get(current.sample))
    }

    pub fn is_current(&self, at: usize) -> bool {
        self.current
            .as_ref()
            .is_some_and(|current| current.sample == at)
    }
}
