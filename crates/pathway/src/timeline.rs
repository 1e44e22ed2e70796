//! One patient over time: every sample with its finding, the result of each tumour, the patient's current result, and what contradicts what.
//!
//! Nothing is averaged and nothing is pooled: each sample keeps its own finding, and the current result is one of them, chosen by a row of
//! a page. The order in which records are given says nothing about time.

mod advice;
mod between;
mod conflict;
mod current;
mod entry;
mod point;
mod same;
mod state;
mod tumors;

use crate::testing::{
    CaseFinding, Her2Decision, OwnEdition, SpecimenFinding, completed, of_record, own_reading,
};
use her2_case::{
    Course, CoursePoint, CurrentRule, Discordance, Edition, Flag, Her2Category, Her2Status,
    Laterality, LowOverTime, Procedure, Record, Retest, RetestStanding, TermSet,
};
use her2_pages::Finding;
use jiff::civil::Date;
use std::fmt;

/// Which day a sample is dated by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayOf {
    /// The day it was taken.
    Taken,
    /// The day its result is dated.
    Result,
    /// The day the record is dated.
    Report,
}

/// A sample of tissue with what was found on it.
///
/// `Debug` shows positions only.
#[derive(Clone)]
pub struct Sample {
    /// The position of its record among those given.
    pub record: usize,
    /// The position of its finding among those of the record.
    pub finding: usize,
    /// When it was taken, or else when it was reported.
    pub date: Option<Date>,
    /// Which of these days that is.
    pub day_of: Option<DayOf>,
    /// Where on the course of the disease it was taken: as stated, or as the record lets it be told.
    pub point: Option<CoursePoint>,
    /// Which side.
    pub side: Option<Laterality>,
    /// How it was taken.
    pub procedure: Option<Procedure>,
    /// The position of its tumour among those of the timeline.
    pub tumor: usize,
    /// Whether it is known only because a report of another sample quotes or implies it.
    pub quoted: bool,
    /// The later sample entry about the same specimen that replaces it.
    pub superseded_by: Option<usize>,
    /// Further findings that tell of the same sample: copies, quotes, and parts of its testing, as positions of record and finding.
    pub also: Vec<(usize, usize)>,
    /// What follows from all parts of its testing together, where they stand in several records.
    joint: Option<Box<SpecimenFinding>>,
}

/// What two samples contradict each other about.
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    /// What it is, with the row that says so.
    pub found: Finding<Discordance>,
    /// The position of the earlier sample.
    pub earlier: usize,
    /// The position of the later sample.
    pub later: usize,
    /// Whether it is known which one is earlier.
    pub in_order: bool,
}

impl Conflict {
    /// The flag it raises, if it raises one.
    pub fn flag(&self) -> Option<Flag> {
        self.found.common().single()
    }
}

/// The sample whose result is the current one, with the row that chose it.
#[derive(Clone, Copy, Debug)]
pub struct Current {
    /// The position of the sample.
    pub sample: usize,
    /// Why this one.
    pub rule: Finding<CurrentRule>,
    /// The position of the sample whose result is awaited, which may be the same one.
    pub awaited: Option<usize>,
    /// The position of the last settled sample, where the current one is not settled.
    pub last_settled: Option<usize>,
}

/// What a line of samples is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineOf {
    /// One tumour of the breast.
    Tumor,
    /// Samples of which it cannot be told which of several tumours they are of.
    Unassigned,
    /// Metastases that cannot be given to one of several tumours, or to none.
    Metastasis,
}

/// A tumour with its samples.
#[derive(Clone, Debug)]
pub struct TumorLine {
    /// What it is a line of.
    pub of: LineOf,
    /// Side, where it is known.
    pub side: Option<Laterality>,
    /// The positions of its samples, oldest first.
    pub samples: Vec<usize>,
    /// The tumour's current result.
    pub current: Option<Current>,
}

/// An advice to test, or to test again.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// What is advised.
    pub retest: Finding<Retest>,
    /// The position of the sample it is about; none if it is about a metastasis that was not tested.
    pub sample: Option<usize>,
    /// What became of it; nothing if it is about a metastasis that was not tested.
    pub standing: Option<Finding<RetestStanding>>,
}

impl Advice {
    /// Whether something is still to be done or considered.
    pub fn stands(&self) -> bool {
        self.standing
            .is_none_or(|standing| standing.is(RetestStanding::Stands))
    }
}

/// One patient over time.
///
/// `Debug` shows counts only: everything else is patient data.
#[derive(Clone)]
pub struct Timeline {
    /// What each record gives, in the order they were given.
    pub records: Vec<CaseFinding>,
    /// Every sample with a statement about HER2, oldest first, undated ones last; those replaced by a later report among them.
    pub samples: Vec<Sample>,
    /// The tumours, in the order of their first samples.
    pub tumors: Vec<TumorLine>,
    /// The patient's current result.
    pub current: Option<Current>,
    /// The record that documents are about: the one of the current sample, or else the last.
    pub main: usize,
    /// What contradicts what, oldest first.
    pub conflicts: Vec<Conflict>,
    /// What to test, or to test again.
    pub advice: Vec<Advice>,
    /// How low and ultralow expression behaved; nothing if there is no current sample.
    pub low: Option<Finding<LowOverTime>>,
}

impl Timeline {
    /// What follows from the record that documents are about.
    pub fn finding(&self) -> &CaseFinding {
        &self.records[self.main]
    }

    /// What was found on a sample, with every part of its testing.
    pub fn found<'a>(&'a self, sample: &'a Sample) -> &'a SpecimenFinding {
        let of_record = || &self.records[sample.record].specimens[sample.finding];
        sample.joint.as_deref().unwrap_or_else(of_record)
    }

    /// The current sample.
    pub fn current_sample(&self) -> Option<&Sample> {
        self.samples.get(self.current?.sample)
    }

    /// The patient's current status; nothing if no record says anything of HER2.
    pub fn status(&self) -> Option<Her2Status> {
        Some(self.found(self.current_sample()?).decision.her2_status())
    }

    /// The sample whose result is awaited, if one is.
    pub fn awaited(&self) -> Option<&Sample> {
        self.samples.get(self.current?.awaited?)
    }

    /// What a sample gives by the edition its record follows, where that is another one than it was decided by.
    pub fn own_reading(&self, sample: &Sample) -> Option<(OwnEdition, Her2Decision)> {
        own_reading(&self.records[sample.record], self.found(sample))
    }

    /// Whether a sample's status is another one by the edition its record follows.
    pub fn edition_changes(&self, sample: &Sample) -> bool {
        let now = self.found(sample).decision.her2_status();
        let own = self.own_reading(sample);
        own.is_some_and(|(_, then)| then.her2_status() != now)
    }

    /// The first sample of this category, among those that no later report replaced.
    pub fn first_of(&self, category: Her2Category) -> Option<&Sample> {
        let mut standing = self.standing();
        standing.find(|sample| self.found(sample).decision.her2_category() == category)
    }

    /// The samples that no later report replaced.
    pub fn standing(&self) -> impl Iterator<Item = &Sample> {
        let all = self.samples.iter();
        all.filter(|sample| sample.superseded_by.is_none())
    }

    /// The flags of the conflicts, and of samples that another edition reads differently.
    pub fn flags(&self) -> TermSet<Flag> {
        let conflicts = self.conflicts.iter().filter_map(Conflict::flag);
        let mut flags: TermSet<Flag> = conflicts.collect();
        if self.standing().any(|sample| self.edition_changes(sample)) {
            flags = flags.with(Flag::EditionChange);
        }
        flags
    }

    /// Whether there is more than one sample to tell about.
    pub fn is_worth_showing(&self) -> bool {
        self.samples.len() > 1
    }
}

impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sample({}, {})", self.record, self.finding)
    }
}

impl fmt::Debug for Timeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (samples, tumors) = (self.samples.len(), self.tumors.len());
        write!(f, "Timeline({samples} samples, {tumors} tumours)")
    }
}

/// What follows from all records of one patient and what is known of the course of the disease around them, by an edition or by the newest one in
/// force on the day.
///
/// There is at least one record.
pub fn of_history(
    records: &[Record],
    courses: &[&Course],
    as_of: Date,
    edition: Option<Edition>,
) -> Timeline {
    let findings: Vec<CaseFinding> = records
        .iter()
        .map(|record| of_record(record, as_of, edition))
        .collect();
    let mut timeline = Timeline {
        main: last_with_a_finding(records, &findings),
        records: findings,
        samples: Vec::new(),
        tumors: Vec::new(),
        current: None,
        conflicts: Vec::new(),
        advice: Vec::new(),
        low: None,
    };
    let entries = entry::entries(records, &timeline.records);
    let same::Matched {
        samples,
        told_twice,
    } = same::samples(records, &timeline.records, &entries);
    timeline.samples = samples;
    complete(&mut timeline, records);
    point::after_neoadjuvant(&mut timeline.samples, courses);
    timeline.tumors = tumors::assign(&mut timeline.samples, records, &timeline.records);
    let context = between::Context::new(records, courses);
    current::choose(&mut timeline, &context);
    timeline.conflicts = conflict::find(&timeline, &context, &told_twice);
    advice::give(&mut timeline, records, courses);
    if let Some(sample) = timeline.current_sample() {
        timeline.main = sample.record;
    }
    timeline
}

/// The latest record that says anything of HER2, else the latest. Of undated ones the last that was given.
fn last_with_a_finding(records: &[Record], findings: &[CaseFinding]) -> usize {
    let day = |at: usize| records[at].date.map(|date| date.value);
    let says = |at: usize| findings[at].patient.is_some();
    let all = 0..records.len();
    all.max_by_key(|at| (says(*at), day(*at))).unwrap_or(0)
}

/// Where all parts of a sample's testing stand in one source, the finding of its record has them all.
fn complete(timeline: &mut Timeline, records: &[Record]) {
    for sample in &mut timeline.samples {
        let source = records[sample.record].source;
        let together = sample
            .also
            .iter()
            .all(|(record, _)| records[*record].source == source);
        if let (Some(joint), true) = (&sample.joint, together) {
            let case = &timeline.records[sample.record];
            timeline.records[sample.record] =
                completed(&records[sample.record], case, (sample.finding, joint));
            sample.joint = None;
        }
    }
}
