//! One patient over time: every sample with its finding, the result of each tumour, the patient's current result, and what contradicts what.
//!
//! Nothing is averaged and nothing is pooled: each sample keeps its own finding, and the current result is one of them, chosen by a rule that is told.

use crate::testing::{CaseFinding, SpecimenFinding, of_record};
use her2_case::{CoursePoint, Edition, Flag, Her2Status, Laterality, Procedure, Record, TermSet};
use jiff::civil::Date;
use std::fmt;

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
    /// Where on the course of the disease it was taken.
    pub point: Option<CoursePoint>,
    /// Which side.
    pub side: Option<Laterality>,
    /// How it was taken.
    pub procedure: Option<Procedure>,
    /// The position of its tumour among those of the timeline.
    pub tumor: usize,
    /// Whether a later record about the same specimen replaces it.
    pub superseded: bool,
}

/// What two samples contradict each other about.
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    /// Of one tumour, or of the primary and a metastasis.
    pub flag: Flag,
    /// The position of the earlier sample.
    pub earlier: usize,
    /// The position of the later sample.
    pub later: usize,
}

/// A tumour with its samples.
#[derive(Clone, Debug)]
pub struct TumorLine {
    /// Side, where it is known.
    pub side: Option<Laterality>,
    /// The positions of its samples, oldest first.
    pub samples: Vec<usize>,
    /// The sample whose result is the tumour's current one.
    pub current: Option<usize>,
}

/// One patient over time.
///
/// `Debug` shows counts only: everything else is patient data.
#[derive(Clone)]
pub struct Timeline {
    /// What each record gives, in the order they were given.
    pub records: Vec<CaseFinding>,
    /// Every sample with a statement about HER2, oldest first; undated ones in the order of the records.
    pub samples: Vec<Sample>,
    /// The tumours, in the order of their first samples.
    pub tumors: Vec<TumorLine>,
    /// The sample whose result is the patient's current one.
    pub current: Option<usize>,
    /// The record that documents are about: the one of the current sample, or else the last.
    pub main: usize,
    /// What contradicts what.
    pub conflicts: Vec<Conflict>,
}

impl Timeline {
    /// What follows from the record that documents are about.
    pub fn finding(&self) -> &CaseFinding {
        &self.records[self.main]
    }

    /// What was found on a sample.
    pub fn found(&self, sample: &Sample) -> &SpecimenFinding {
        &self.records[sample.record].specimens[sample.finding]
    }

    /// The patient's current status; nothing if no record says anything of HER2.
    pub fn status(&self) -> Option<Her2Status> {
        let current = self.current.and_then(|at| self.samples.get(at))?;
        Some(self.found(current).decision.her2_status())
    }

    /// The flags of the conflicts.
    pub fn flags(&self) -> TermSet<Flag> {
        self.conflicts
            .iter()
            .map(|conflict| conflict.flag)
            .collect()
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

/// What follows from all records of one patient, by an edition or by the newest one in force on the day.
///
/// There is at least one record.
pub fn of_records(records: &[Record], as_of: Date, edition: Option<Edition>) -> Timeline {
    let findings: Vec<CaseFinding> = records
        .iter()
        .map(|record| of_record(record, as_of, edition))
        .collect();
    let says_something = |found: &CaseFinding| found.patient.is_some();
    let main = findings.iter().rposition(says_something);
    Timeline {
        main: main.unwrap_or(findings.len().saturating_sub(1)),
        records: findings,
        samples: Vec::new(),
        tumors: Vec::new(),
        current: None,
        conflicts: Vec::new(),
    }
}
