//! The subcommands.

pub mod check;
pub mod convert;
pub mod decide;
pub mod drugs;
pub mod explain;
pub mod learn;
pub mod monitor;
pub mod plan;
pub mod read;
pub mod serve;
pub mod shell;

use crate::args::{By, Language};
use crate::failure::Failure;
use crate::pipeline::{Outcome, Patient};
use her2::{Edition, Reading, Severity};
use jiff::civil::Date;

/// The day that is asked for, or today. The only place where the clock is read.
pub fn on(as_of: Option<Date>) -> Date {
    as_of.unwrap_or_else(|| {
        jiff::Timestamp::now()
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date()
    })
}

/// The day and the edition to decide by.
pub fn by(args: &By) -> Result<(Date, Option<Edition>), Failure> {
    let as_of = on(args.as_of);
    let edition = args.edition.as_deref().map(edition).transpose()?;
    Ok((as_of, edition))
}

/// The language of the words, if there are words of it.
pub fn lang(args: &Language) -> Result<&str, Failure> {
    let lang = args.lang.as_str();
    if her2::languages().contains(&lang) {
        return Ok(lang);
    }
    Err(Failure::Usage(format!(
        "there is no language `{lang}`. There are: {}",
        her2::languages().join(", ")
    )))
}

fn edition(name: &str) -> Result<Edition, Failure> {
    her2::edition(name).ok_or_else(|| {
        Failure::Usage(format!(
            "there is no edition `{name}`. There are: {}",
            her2::editions().join(", ")
        ))
    })
}

/// What was read, or for JSON that is no record what to do instead.
pub fn no_record(patient: Patient<'_>) -> Result<Reading<'_>, Outcome> {
    match patient {
        Patient::Read(reading) => Ok(reading),
        Patient::Json(piece) => Err(Outcome::failed(format!(
            "{}: this JSON is no record: it has no `resourceType`. `her2 plan` reads a case of care, `her2 decide` structured HER2 results",
            piece.name()
        ))),
    }
}

/// The problems of the records that weigh at least this much, as messages on stderr; errors count for the exit status.
///
/// What is less is told in the output itself.
pub fn problems(reading: &Reading<'_>, least: Severity, outcome: &mut Outcome) {
    for (record, problem) in reading.problems() {
        outcome.found |= problem.severity == Severity::Error;
        if problem.severity >= least {
            outcome.notes.push(format!(
                "{}: {}[{}]: {}",
                record.name,
                problem.severity.name(),
                problem.code,
                problem.message
            ));
        }
    }
}
