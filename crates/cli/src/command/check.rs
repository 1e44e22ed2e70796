//! `her2 check`: a checker for pathology reports.

use super::{by, problems};
use crate::args::{CheckArgs, CheckFormat};
use crate::failure::Failure;
use crate::input::Given;
use crate::pipeline::{Outcome, Records, Seen, Tally};
use crate::screen;
use her2::{Edition, SarifRun};
use jiff::civil::Date;
use std::io::{self, Write};

/// Checks every record, or tells about the diagnostics.
pub fn run(args: &CheckArgs) -> Result<Tally, Failure> {
    let (width, color) = (screen::width(), screen::stdout_takes_color());
    if args.list {
        return print(&her2::list_diagnostics(width, color));
    }
    if let Some(code) = &args.explain {
        let page = her2::explain_diagnostic(code, width, color).ok_or_else(|| {
            Failure::Usage(format!(
                "there is no diagnostic `{code}`. `her2 check --list` shows them all"
            ))
        })?;
        return print(&page);
    }
    let (as_of, edition) = by(&args.by)?;
    let records = Records {
        paths: &args.paths,
        max_size: args.max_size,
        threads: args.threads,
    };
    if args.format == CheckFormat::Sarif {
        return sarif(&records, as_of, edition);
    }
    records.print(|given| one(given, args.format, as_of, edition, width, color))
}

fn print(page: &str) -> Result<Tally, Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(page.as_bytes())?;
    stdout.flush()?;
    Ok(Tally::default())
}

fn one(
    given: &Given,
    format: CheckFormat,
    as_of: Date,
    edition: Option<Edition>,
    width: usize,
    color: bool,
) -> Outcome {
    let reading = her2::read(&given.name, &given.bytes);
    let mut outcome = Outcome::default();
    problems(reading.record(), &mut outcome);
    let case = reading.decide(as_of, edition);
    let checked = case.check();
    outcome.found |= checked.found();
    outcome.out = match format {
        CheckFormat::Text => checked.text(width, color),
        CheckFormat::Json => checked.json(),
        CheckFormat::Github => checked.github(),
        CheckFormat::Sarif => String::new(),
    }
    .into_bytes();
    if !outcome.out.is_empty() && outcome.out.last() != Some(&b'\n') {
        outcome.out.push(b'\n');
    }
    outcome
}

/// SARIF is one document for all records: the findings are kept, the records are not.
fn sarif(records: &Records, as_of: Date, edition: Option<Edition>) -> Result<Tally, Failure> {
    let mut run = SarifRun::default();
    let work = |given: &Given| {
        let reading = her2::read(&given.name, &given.bytes);
        let mut outcome = Outcome::default();
        problems(reading.record(), &mut outcome);
        let mut part = SarifRun::default();
        outcome.found |= reading.decide(as_of, edition).check().add_to(&mut part);
        (outcome, part)
    };
    let failed = |note| (Outcome::failed(note), SarifRun::default());
    let tally = records.each(work, failed, |(outcome, part), progress| {
        progress.around(|| outcome.notes.iter().for_each(|note| screen::complain(note)));
        run.join(part);
        Ok(if outcome.found {
            Seen::Found
        } else {
            Seen::Nothing
        })
    })?;
    print(&run.document())?;
    Ok(tally)
}
