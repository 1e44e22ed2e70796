//! One patient's records on their way into another format.
//!
//! A writer writes facts and conclusions, never the record's own words: what stands around a value may name a person.

mod category;
mod current;
mod left_out;
mod local;
mod merged;

pub(crate) use category::is_category;
pub use current::only_current;
pub(crate) use left_out::LeftOut;
pub(crate) use local::Locals;
pub(crate) use merged::{Tested, tested};

use crate::{case_json, csv_out, fhir, hl7v2, naaccr, report_text};
use her2_case::{Course, Key, Record};
use her2_pathway::timeline::Timeline;
use jiff::civil::Date;
use std::fmt;

/// A format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A FHIR R4 bundle a patient.
    Fhir,
    /// The input of `her2 decide`: one object a specimen.
    Json,
    /// A row a specimen.
    Csv,
    /// A message a record.
    Hl7v2,
    /// An abstract of a cancer registry.
    Naaccr,
    /// A synoptic report in plain English.
    Text,
}

impl Target {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Fhir,
        Self::Json,
        Self::Csv,
        Self::Hl7v2,
        Self::Naaccr,
        Self::Text,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fhir => "fhir",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Hl7v2 => "hl7v2",
            Self::Naaccr => "naaccr",
            Self::Text => "text",
        }
    }

    /// What stands before the first patient.
    pub fn head(self) -> String {
        match self {
            Self::Csv => csv_out::header(),
            Self::Naaccr => naaccr::HEAD.to_owned(),
            Self::Fhir | Self::Json | Self::Hl7v2 | Self::Text => String::new(),
        }
    }

    /// What stands after the last patient.
    pub fn tail(self) -> &'static str {
        match self {
            Self::Naaccr => naaccr::TAIL,
            Self::Fhir | Self::Json | Self::Csv | Self::Hl7v2 | Self::Text => "",
        }
    }

    /// Whether an output can hold several patients.
    pub fn holds_several(self) -> bool {
        self != Self::Text
    }
}

/// Everything a writer writes from.
pub struct Export<'a> {
    /// What the patient is called among those of the input.
    pub name: &'a str,
    /// The records, in the order of the timeline.
    pub records: &'a [Record],
    /// What is known of the course, source by source.
    pub courses: Vec<&'a Course>,
    /// What follows.
    pub timeline: &'a Timeline,
    /// The patient's identifier, where a source has one.
    pub patient: Option<&'a Key>,
    /// How the sender refers to the patient, where the answer goes back to the sender.
    pub subject: Option<&'a str>,
    /// The day for which it is decided. Stands in for the time of writing: there is no clock here.
    pub as_of: Date,
    /// Whether identifiers of the patient and of specimens are written. If not, local names stand for them.
    pub identifiers: bool,
}

impl fmt::Debug for Export<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Export({} records)", self.records.len())
    }
}

/// A patient in another format.
pub struct Converted {
    /// The patient as the format has it.
    pub out: String,
    /// What the format has no place for, each with how often: names of facts, never values.
    pub left_out: Vec<(&'static str, u32)>,
}

impl fmt::Debug for Converted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Converted({} bytes)", self.out.len())
    }
}

/// Writes one patient in this format.
pub fn convert(export: &Export<'_>, target: Target) -> Converted {
    let mut left_out = LeftOut::default();
    let out = match target {
        Target::Fhir => fhir::bundle(export, &mut left_out),
        Target::Json => case_json::lines(export, &mut left_out),
        Target::Csv => csv_out::rows(export, &mut left_out),
        Target::Hl7v2 => hl7v2::messages(export, &mut left_out),
        Target::Naaccr => naaccr::patient(export, &mut left_out),
        Target::Text => report_text::report(export, &mut left_out),
    };
    Converted {
        out,
        left_out: left_out.into_list(),
    }
}
