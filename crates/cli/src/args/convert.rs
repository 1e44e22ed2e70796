//! Arguments of `her2 convert`.

use super::{By, Inputs};
use clap::{Args, ValueEnum};
use her2::Target;
use std::path::PathBuf;

#[derive(Args)]
pub struct ConvertArgs {
    #[command(flatten)]
    pub inputs: Inputs,
    /// The format to write
    #[arg(long, value_enum)]
    pub to: ConvertTo,
    /// Write to this file instead of stdout; for `text` of several patients, to this folder, one report each
    #[arg(long, value_name = "FILE|DIR")]
    pub out: Option<PathBuf>,
    /// Write the identifiers of patients and specimens as the records have them, too [default: names that stand for them]
    #[arg(long)]
    pub identifiers: bool,
    #[command(flatten)]
    pub by: By,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConvertTo {
    /// FHIR R4, a bundle a patient on one line (several: NDJSON)
    Fhir,
    /// The input of `her2 decide`, an object a specimen on one line
    Json,
    /// A table with a row a specimen
    Csv,
    /// HL7 version 2.5.1, an ORU^R01 message a record
    Hl7v2,
    /// NAACCR XML version 25, an abstract a patient
    Naaccr,
    /// A synoptic report in plain English
    Text,
}

impl ConvertTo {
    /// What is written.
    pub fn target(self) -> Target {
        match self {
            Self::Fhir => Target::Fhir,
            Self::Json => Target::Json,
            Self::Csv => Target::Csv,
            Self::Hl7v2 => Target::Hl7v2,
            Self::Naaccr => Target::Naaccr,
            Self::Text => Target::Text,
        }
    }
}
