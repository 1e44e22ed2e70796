//! What is told: a record and the findings about it, in the form in which documents need them.

mod kinds;
mod over_time;

use crate::sentence::{About, RowRef};
use crate::source::{Source, Sources};
use her2_case::{
    Action, Awaited, Comment, Context, Decimal, Edition, Evidence, Flag, Her2Category, Her2Status,
    IshGroup, Record, RecordStatus, Span, TermSet,
};
use jiff::civil::Date;

pub(crate) use kinds::{Group, KindTold};
pub(crate) use over_time::{
    AdviceTold, ConflictTold, CurrentTold, LineTold, OverTime, Ruled, SampleTold,
};

/// Everything a document is written from.
pub(crate) struct Story<'a> {
    pub record: &'a Record,
    pub source: Source<'a>,
    /// The texts of all records of the patient.
    pub sources: Option<Sources<'a>>,
    /// The patient over time, if there is more than one sample.
    pub over: Option<OverTime<'a>>,
    pub tested: Vec<Tested>,
    /// Which of `tested` decides for the patient.
    pub deciding: Option<usize>,
    pub flags: TermSet<Flag>,
    pub actions: TermSet<Action>,
    pub comments: TermSet<Comment>,
    pub edition: EditionTold,
    /// The edition the record itself follows.
    pub own: Option<OwnTold>,
    /// The deciding specimen by other editions.
    pub by_edition: Vec<(EditionTold, Decided)>,
    /// What histology and specimen ask for, by row.
    pub retest: Vec<RetestTold>,
    /// Whether the tissue was handled within the limits, if that is settled.
    pub handling: Option<HandlingTold>,
    /// The category of the patient, if the status is settled or stated.
    pub category: Option<Her2Category>,
    /// The day for which it is asked.
    pub as_of: Date,
    pub cuts: Cuts,
    pub version: &'static str,
    pub checked: Option<Date>,
    /// Pages compared with their source more than twelve months ago.
    pub stale: Vec<&'static str>,
}

/// One specimen or tumour with its decision.
pub(crate) struct Tested {
    pub evidence: Evidence,
    pub tumor: Option<Span>,
    pub label: Option<Span>,
    pub context: Context,
    pub implied: bool,
    pub signed: RecordStatus,
    pub decided: Decided,
}

/// A decision, with what each part of it is about.
pub(crate) struct Decided {
    pub status: Option<Her2Status>,
    pub possible: TermSet<Her2Status>,
    pub category: Option<Her2Category>,
    pub group: Option<IshGroup>,
    pub awaited: TermSet<Awaited>,
    pub actions: TermSet<Action>,
    pub comments: TermSet<Comment>,
    pub flags: TermSet<Flag>,
    pub recount_change: Option<(IshGroup, IshGroup)>,
    pub status_about: About,
    pub category_about: About,
    pub group_about: About,
    pub steps: Vec<Step>,
}

/// One question of a decision with its answer.
pub(crate) struct Step {
    /// The title of its page.
    pub title: &'static str,
    pub question: &'static str,
    pub answer: String,
    pub row: Option<RowRef>,
    pub about: About,
}

/// An edition of the guideline.
#[derive(Clone)]
pub(crate) struct EditionTold {
    pub id: Edition,
    pub body: &'static str,
    pub title: &'static str,
    pub year: String,
    pub affirmed: Option<String>,
}

/// The edition a record follows, and how that is known.
pub(crate) struct OwnTold {
    pub edition: EditionTold,
    pub stated: bool,
    pub about: About,
}

/// Whether the tissue was handled within the limits.
pub(crate) struct HandlingTold {
    pub answer: &'static str,
    pub rows: Vec<RowRef>,
    pub about: About,
}

/// What a retest table says.
pub(crate) struct RetestTold {
    /// Whether a new test may, should or must be done.
    pub asks: bool,
    pub answer: &'static str,
    pub rows: Vec<RowRef>,
    pub about: About,
}

/// The cut-offs drawn in pictures, from the pages of the edition.
#[derive(Clone, Default)]
pub(crate) struct Cuts {
    pub ratio: Vec<Decimal>,
    pub copies: Vec<Decimal>,
}

impl Story<'_> {
    /// The specimen that decides, if one does.
    pub fn main(&self) -> Option<&Tested> {
        self.deciding.and_then(|index| self.tested.get(index))
    }

    /// Every flag, of the case and of its specimens.
    pub fn all_flags(&self) -> TermSet<Flag> {
        self.tested
            .iter()
            .fold(self.flags, |all, tested| all.union(tested.decided.flags))
    }

    /// Whether the record has a problem of this name.
    pub fn has_problem(&self, codes: &[&str]) -> bool {
        self.record
            .problems
            .iter()
            .any(|problem| codes.contains(&problem.code))
    }

    /// What a sentence about the patient's status is about.
    pub fn status_about(&self) -> About {
        if let Some(tested) = self.main() {
            return tested.decided.status_about.clone();
        }
        let rows: Vec<About> = self
            .tested
            .iter()
            .map(|tested| tested.decided.status_about.clone())
            .collect();
        match (self.record.her2_status.1, joined(&rows)) {
            (_, Some(about)) => about,
            (Some(origin), None) => About::fact(origin),
            (None, None) => About::NotSaid("her2-status"),
        }
    }
}

/// One subject for several findings.
pub(crate) fn joined(abouts: &[About]) -> Option<About> {
    let mut rows = Vec::new();
    let mut because = Vec::new();
    for about in abouts {
        if let About::Finding { rows: more, .. } = about {
            rows.extend(more.iter().copied());
        }
        because.extend(about.places());
    }
    (!abouts.is_empty()).then_some(About::Finding { rows, because })
}
