//! `her2 explain`: what a report means, for the patient or for a clinician.

use super::{by, lang, no_record, problems};
use crate::args::{ExplainArgs, PageFormat, Reader};
use crate::failure::Failure;
use crate::pipeline::{Outcome, Patient, Records, Tally};
use crate::written::{Places, Style};
use her2::{Edition, Severity};
use jiff::civil::Date;

/// Everything that is the same for all records.
struct Manner<'a> {
    args: &'a ExplainArgs,
    lang: &'a str,
    as_of: Date,
    edition: Option<Edition>,
    style: Style,
    places: Places<'a>,
}

/// Explains every record.
pub fn run(args: &ExplainArgs) -> Result<Tally, Failure> {
    let (as_of, edition) = by(&args.by)?;
    let lang = lang(&args.language)?;
    let inputs = &args.inputs;
    let places = Places::of(&inputs.paths, args.html.as_deref(), args.format, inputs.one)?;
    let manner = Manner {
        args,
        lang,
        as_of,
        edition,
        style: Style::of_stdout(),
        places,
    };
    Records::of(&args.inputs).print(|patient| one(patient, &manner))
}

fn one(patient: Patient<'_>, manner: &Manner) -> Outcome {
    let reading = match no_record(patient) {
        Ok(reading) => reading,
        Err(outcome) => return outcome,
    };
    let mut outcome = Outcome::default();
    problems(&reading, Severity::Error, &mut outcome);
    if !reading.is_readable() {
        outcome.found = true;
        if manner.args.format != PageFormat::Json {
            return outcome;
        }
    }
    let case = reading.decide(manner.as_of, manner.edition);
    let lang = manner.lang;
    let document = match manner.args.reader {
        Reader::Patient => case.patient(lang),
        Reader::Clinician => case.clinician(lang),
    };
    let Some(document) = document else {
        return Outcome::failed(format!(
            "{}: there are no words of this language",
            reading.name()
        ));
    };
    let page = manner.style.write(&document, manner.places.format());
    manner.places.write(reading.name(), page, &mut outcome);
    outcome
}
