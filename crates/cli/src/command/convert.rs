//! `her2 convert`: the same patients in another format.

use super::{by, no_record, problems};
use crate::args::ConvertArgs;
use crate::failure::Failure;
use crate::pipeline::{Outcome, Patient, Records, Seen, Tally};
use crate::screen;
use her2::{Edition, Severity, Target};
use jiff::civil::Date;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Everything that is the same for all patients.
struct Manner {
    target: Target,
    identifiers: bool,
    as_of: Date,
    edition: Option<Edition>,
}

/// Converts every patient, in the order of the input.
pub fn run(args: &ConvertArgs) -> Result<Tally, Failure> {
    let (as_of, edition) = by(&args.by)?;
    let manner = Manner {
        target: args.to.target(),
        identifiers: args.identifiers,
        as_of,
        edition,
    };
    let mut sink = Sink::open(args.out.as_deref(), manner.target)?;
    let mut refused = None;
    let failed = |note: String| (String::new(), Outcome::failed(note));
    let tally = Records::of(&args.inputs).each(
        |patient| one(patient, &manner),
        failed,
        |(name, outcome), progress| {
            if refused.is_none() {
                refused = sink.write(&name, &outcome.out)?;
            }
            if !outcome.notes.is_empty() {
                sink.flush()?;
                progress.around(|| outcome.notes.iter().for_each(|note| screen::complain(note)));
            }
            Ok(if outcome.found {
                Seen::Found
            } else {
                Seen::Nothing
            })
        },
    )?;
    if let Some(refused) = refused {
        return Err(Failure::Usage(refused));
    }
    sink.finish()?;
    Ok(tally)
}

fn one(patient: Patient<'_>, manner: &Manner) -> (String, Outcome) {
    let reading = match no_record(patient) {
        Ok(reading) => reading,
        Err(outcome) => return (String::new(), outcome),
    };
    let name = reading.name().to_owned();
    let mut outcome = Outcome::default();
    problems(&reading, Severity::Error, &mut outcome);
    if !reading.is_readable() {
        outcome.found = true;
        return (name, outcome);
    }
    let decided = reading.decide(manner.as_of, manner.edition);
    let converted = decided.convert(manner.target, manner.identifiers);
    for (what, times) in &converted.left_out {
        let times = match times {
            1 => String::new(),
            times => format!(" ({times} times)"),
        };
        let target = manner.target.name();
        outcome.notes.push(format!(
            "{name}: note: not expressed in {target}: {what}{times}"
        ));
    }
    outcome.out = converted.out.into_bytes();
    (name, outcome)
}

/// Where the output goes.
struct Sink {
    target: Target,
    place: Place,
    /// The only patient of a format that holds one, until it is known that no other comes.
    held: Option<Vec<u8>>,
    begun: bool,
}

enum Place {
    Stream(Box<dyn Write>),
    Folder(PathBuf, u64),
}

impl Sink {
    fn open(out: Option<&Path>, target: Target) -> Result<Self, Failure> {
        let place = match out {
            None => Place::Stream(Box::new(BufWriter::new(io::stdout().lock()))),
            Some(path) if path.is_dir() => {
                if target.holds_several() {
                    return Err(Failure::Usage(format!(
                        "{}: is a folder; give the name of a file, which holds all patients",
                        path.display()
                    )));
                }
                Place::Folder(path.to_owned(), 0)
            }
            Some(path) => Place::Stream(Box::new(BufWriter::new(create(path)?))),
        };
        Ok(Self {
            target,
            place,
            held: None,
            begun: false,
        })
    }

    /// Writes a patient. If there can be no further one, what to do instead.
    fn write(&mut self, name: &str, patient: &[u8]) -> io::Result<Option<String>> {
        if patient.is_empty() {
            return Ok(None);
        }
        if let Place::Folder(folder, number) = &mut self.place {
            *number += 1;
            let file = folder.join(format!("{number:04}.txt"));
            fs::write(file, patient)?;
            return Ok(None);
        }
        if !self.target.holds_several() {
            if self.held.is_some() {
                return Ok(Some(format!(
                    "{name}: is a further patient, and a report in text is of one. Give --out FOLDER, which has to be there, to write one report each"
                )));
            }
            self.held = Some(patient.to_vec());
            return Ok(None);
        }
        self.begin()?;
        self.stream(patient)?;
        Ok(None)
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        self.stream(self.target.head().as_bytes())
    }

    fn stream(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.place {
            Place::Stream(stream) => stream.write_all(bytes),
            Place::Folder(..) => Ok(()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.place {
            Place::Stream(stream) => stream.flush(),
            Place::Folder(..) => Ok(()),
        }
    }

    fn finish(mut self) -> io::Result<()> {
        if let Some(held) = self.held.take() {
            self.stream(&held)?;
        }
        if self.target.holds_several() {
            self.begin()?;
            self.stream(self.target.tail().as_bytes())?;
        }
        self.flush()
    }
}

fn create(path: &Path) -> Result<File, Failure> {
    File::create(path).map_err(|error| {
        Failure::Usage(format!(
            "{}: the file cannot be written: {error}. Look at the folder and its permissions",
            path.display()
        ))
    })
}
