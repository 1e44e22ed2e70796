//! A record as a reader gives it: specimens with their results, the tumour, and what is odd.

use crate::fact::RecordIndex;
use crate::{
    Amount, Fact, Her2Result, Key, Laterality, Origin, Paths, Problem, Procedure, ReceptorResult,
    ReceptorStatus, RecordStatus, Remark, Site, Tumor,
};
use jiff::civil::Date;
use std::fmt;

/// The format a record came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// Free text of a pathology report.
    Report,
    /// Text laid out in a PDF.
    Pdf,
    /// FHIR R4 resources in JSON.
    Fhir,
    /// Messages of HL7 version 2.
    Hl7v2,
    /// Cancer registry abstracts in XML.
    Naaccr,
    /// A row of a table.
    Table,
}

impl RecordKind {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Pdf => "pdf",
            Self::Fhir => "fhir",
            Self::Hl7v2 => "hl7v2",
            Self::Naaccr => "naaccr",
            Self::Table => "table",
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

/// Where on the course of the disease a specimen was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoursePoint {
    /// Of the primary, before any systemic therapy or without any.
    Primary,
    /// At surgery after systemic therapy.
    AfterNeoadjuvant,
    /// Of a recurrence in the breast, the chest wall or regional nodes.
    Recurrence,
    /// Of a distant metastasis.
    Metastasis,
}

impl CoursePoint {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::AfterNeoadjuvant => "after_neoadjuvant",
            Self::Recurrence => "recurrence",
            Self::Metastasis => "metastasis",
        }
    }
}

/// One specimen and what was tested on it.
#[derive(Clone, Debug, Default)]
pub struct Specimen {
    /// Its accession number or identifier, where the format has one. Two records with the same one speak of the same specimen.
    pub identifier: Option<Key>,
    /// The tumour it is of, where the format tells tumours apart by an identifier. Absent is not known, and not "the same".
    pub tumor: Option<Key>,
    /// Where on the course it was taken, where the record says so.
    pub point: Option<CoursePoint>,
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
    /// The position of the source it was read from, among those given for one patient. Spans are ranges of that source's text.
    pub source: RecordIndex,
    /// Where ranges of the text stand in the terms of the format; empty for a text, whose lines can be counted.
    pub paths: Paths,
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
    /// A record that says nothing yet.
    pub fn empty(name: impl Into<String>, kind: RecordKind) -> Self {
        Self {
            name: name.into(),
            kind,
            source: 0,
            paths: Paths::default(),
            site: None,
            date: None,
            stated_edition: None,
            specimens: Vec::new(),
            tumor: Tumor::default(),
            preanalytics: Preanalytics::default(),
            er: None,
            pr: None,
            her2_status: (RecordStatus::NotReported, None),
            remarks: Vec::new(),
            problems: Vec::new(),
        }
    }

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
