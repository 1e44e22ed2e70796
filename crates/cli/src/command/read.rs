//! `her2 read`: what a report says.

use super::{no_record, problems};
use crate::args::{ReadArgs, ReadFormat};
use crate::failure::Failure;
use crate::pipeline::{Outcome, Patient, Records, Tally};
use her2::Severity;

/// Reads every record and prints its facts.
pub fn run(args: &ReadArgs) -> Result<Tally, Failure> {
    Records::of(&args.inputs).print(|patient| one(patient, args.format))
}

fn one(patient: Patient<'_>, format: ReadFormat) -> Outcome {
    let reading = match no_record(patient) {
        Ok(reading) => reading,
        Err(outcome) => return outcome,
    };
    let mut out = match format {
        ReadFormat::Text => reading.text(),
        ReadFormat::Json => reading.json(),
    };
    if !out.ends_with('\n') {
        out.push('\n');
    }
    let mut outcome = Outcome {
        out: out.into_bytes(),
        ..Outcome::default()
    };
    problems(&reading, Severity::Error, &mut outcome);
    outcome
}
