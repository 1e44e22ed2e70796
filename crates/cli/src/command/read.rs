//! `her2 read`: what a report says.

use super::problems;
use crate::args::{ReadArgs, ReadFormat};
use crate::failure::Failure;
use crate::input::Given;
use crate::pipeline::{Outcome, Records, Tally};
use her2::Severity;

/// Reads every record and prints its facts.
pub fn run(args: &ReadArgs) -> Result<Tally, Failure> {
    Records::of(&args.inputs).print(|given| one(given, args.format))
}

fn one(given: &Given, format: ReadFormat) -> Outcome {
    let reading = her2::read(&given.name, &given.bytes);
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
    problems(reading.record(), Severity::Error, &mut outcome);
    outcome
}
