//! A record as a reader gives it: specimens with their results, the tumour, and what is odd.

use crate::{
    Amount, Fact, Her2Result, Laterality, Origin, Problem, Procedure, ReceptorResult,
    ReceptorStatus, RecordStatus, Remark, Site, Tumor,
};
use jiff::civil::Date;
use std::fmt;

/// The format a record came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// Free text of a pathology report.
    Report,
}

impl RecordKind {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
        }
    }
}

/// How the tissue was handled before the test.
#[derive(Clone, Debug, Default)]
pub struct Preanalytics {
    /// Hours in fixative, as printed.
    pub fixation_hours: Option<Fact<Amount>>,
    /// Minutes from removal to fixative, as printed.
    pub ischaemia_minutes: Option<Fact<Amount>>,
    /// Whether neutral buffered formalin is named as the fixative.
    pub formalin: Option<Fact<bool>>,
    /// Whether the tissue was decalcified.
    pub decalcified: Option<Fact<bool>>,
}

/// One specimen and what was tested on it.
#[derive(Clone, Debug)]
pub struct Specimen {
    /// The words the report uses for it, if any.
    pub label: Option<Origin>,
    /// Side.
    pub side: Option<Laterality>,
    /// How it was taken.
    pub procedure: Option<Procedure>,
    /// When it was taken.
    pub date: Option<Date>,
    /// HER2 results, in text order.
    pub her2: Vec<Her2Result>,
    /// Oestrogen and progesterone receptor results, in text order.
    pub receptors: Vec<ReceptorResult>,
    /// Ki-67.
    pub ki67: Option<Fact<Amount>>,
}

/// What a reader found in one record.
///
/// `Debug` shows counts only: everything else is patient data.
#[derive(Clone)]
pub struct Record {
    /// The name as given, for example a path.
    pub name: String,
    /// The format.
    pub kind: RecordKind,
    /// The organ the report is about; absent if it cannot be told.
    pub site: Option<Fact<Site>>,
    /// When it was signed.
    pub date: Option<Fact<Date>>,
    /// The edition of the guideline the report says it follows, as a year.
    pub stated_edition: Option<Fact<u16>>,
    /// Specimens, in text order; the first is the one reported on.
    pub specimens: Vec<Specimen>,
    /// The tumour.
    pub tumor: Tumor,
    /// Tissue handling.
    pub preanalytics: Preanalytics,
    /// The patient's oestrogen receptor status.
    pub er: Option<ReceptorResult>,
    /// The patient's progesterone receptor status.
    pub pr: Option<ReceptorResult>,
    /// The patient's HER2 status as the record states it, and the words that decide it.
    pub her2_status: (RecordStatus, Option<Origin>),
    /// Statements about the testing that are no results themselves, such as a described recount.
    pub remarks: Vec<Fact<Remark>>,
    /// What is odd.
    pub problems: Vec<Problem>,
}

impl Record {
    /// Every HER2 result of every specimen, in order.
    pub fn her2_results(&self) -> impl Iterator<Item = &Her2Result> {
        self.specimens.iter().flat_map(|specimen| &specimen.her2)
    }

    /// The status of a receptor, `NotReported` if nothing was read.
    pub fn receptor_status(result: Option<&ReceptorResult>) -> ReceptorStatus {
        result.map_or(ReceptorStatus::NotReported, |result| result.status)
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("kind", &self.kind)
            .field("specimens", &self.specimens.len())
            .field("her2_results", &self.her2_results().count())
            .field("problems", &self.problems.len())
            .finish_non_exhaustive()
    }
}
