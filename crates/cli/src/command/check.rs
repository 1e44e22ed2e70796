//! `her2 check`: a checker for pathology reports.

use super::{by, lang, no_record, problems};
use crate::args::{CheckArgs, CheckFormat};
use crate::failure::Failure;
use crate::pipeline::{Outcome, Patient, Records, Seen, Tally};
use crate::screen;
use her2::{Edition, SarifRun, Severity};
use jiff::civil::Date;
use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};

/// Checks every record, or tells about the diagnostics.
pub fn run(args: &CheckArgs) -> Result<Tally, Failure> {
    if args.list {
        return print(&her2::list_diagnostics());
    }
    if let Some(code) = &args.explain {
        let page = her2::explain_diagnostic(code, screen::width()).ok_or_else(|| {
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
        ocr: args.ocr,
        one: args.one,
        columns: args.tables.columns.as_deref(),
    };
    let show = Show {
        lang: lang(&args.language)?,
        format: args.format,
        width: screen::width(),
        color: screen::stdout_takes_color(),
    };
    match args.format {
        CheckFormat::Sarif => sarif(&records, show.lang, as_of, edition),
        _ => {
            let counts = Counts::default();
            let tally = records.print(|patient| one(patient, show, as_of, edition, &counts))?;
            if args.format == CheckFormat::Text {
                screen::complain(&counts.sentence(tally.read));
            }
            Ok(tally)
        }
    }
}

fn print(page: &str) -> Result<Tally, Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(page.as_bytes())?;
    stdout.flush()?;
    Ok(Tally::default())
}

/// What was found in all records, by severity.
#[derive(Default)]
struct Counts([AtomicU64; 3]);

impl Counts {
    fn add(&self, severity: Severity) {
        self.0[severity as usize].fetch_add(1, Ordering::Relaxed);
    }

    fn sentence(&self, records: u64) -> String {
        let [notes, warnings, errors] = [0, 1, 2].map(|at| self.0[at].load(Ordering::Relaxed));
        format!(
            "records checked: {records}; errors: {errors}, warnings: {warnings}, notes: {notes}"
        )
    }
}

/// How findings are printed.
#[derive(Clone, Copy)]
struct Show<'a> {
    lang: &'a str,
    format: CheckFormat,
    width: usize,
    color: bool,
}

fn one(
    patient: Patient<'_>,
    show: Show<'_>,
    as_of: Date,
    edition: Option<Edition>,
    counts: &Counts,
) -> Outcome {
    let reading = match no_record(patient) {
        Ok(reading) => reading,
        Err(outcome) => return outcome,
    };
    let mut outcome = Outcome::default();
    problems(&reading, Severity::Note, &mut outcome);
    let case = reading.decide(as_of, edition);
    let each = case.check_each();
    for checked in each.filter_map(|of| of.in_language(show.lang)) {
        outcome.found |= checked.found();
        checked
            .shown()
            .iter()
            .for_each(|shown| counts.add(shown.severity));
        let mut out = match show.format {
            CheckFormat::Text => checked.text(show.width, show.color),
            CheckFormat::Github => checked.github(),
            CheckFormat::Json | CheckFormat::Sarif => checked.json(),
        };
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        outcome.out.extend_from_slice(out.as_bytes());
    }
    outcome
}

/// SARIF is one document for all records. Only what is written of each is kept.
fn sarif(
    records: &Records,
    lang: &str,
    as_of: Date,
    edition: Option<Edition>,
) -> Result<Tally, Failure> {
    let mut run = SarifRun::default();
    let work = |patient: Patient<'_>| {
        let reading = match no_record(patient) {
            Ok(reading) => reading,
            Err(outcome) => return (outcome, None),
        };
        let mut outcome = Outcome::default();
        problems(&reading, Severity::Note, &mut outcome);
        let case = reading.decide(as_of, edition);
        let mut part = SarifRun::default();
        let each = case.check_each();
        for checked in each.filter_map(|of| of.in_language(lang)) {
            outcome.found |= checked.found();
            part.join(checked.sarif());
        }
        (outcome, Some(part))
    };
    let failed = |note| (Outcome::failed(note), None);
    let tally = records.each(work, failed, |(outcome, part), progress| {
        progress.around(|| outcome.notes.iter().for_each(|note| screen::complain(note)));
        part.into_iter().for_each(|part| run.join(part));
        Ok(if outcome.found {
            Seen::Found
        } else {
            Seen::Nothing
        })
    })?;
    print(&run.finish(env!("CARGO_PKG_VERSION")))?;
    Ok(tally)
}
