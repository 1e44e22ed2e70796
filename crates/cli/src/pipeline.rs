//! Work on many records with every core, written in the order of the input, with bounded memory.

mod one_patient;

use crate::args::OnePatient;
use crate::failure::Failure;
use crate::input::{self, Skipped};
use crate::progress::Progress;
use crate::recognise;
use crate::screen;
use her2::{ColumnMap, Options, Piece, Reading};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// How many records may be under way or waiting to be written, for each thread.
const AHEAD: usize = 8;

/// What one record gave.
#[derive(Default)]
pub struct Outcome {
    /// For stdout.
    pub out: Vec<u8>,
    /// For stderr, each after the record's name. Never text of the record.
    pub notes: Vec<String>,
    /// Whether something was found, or the record could not be used.
    pub found: bool,
}

impl Outcome {
    /// A record that could not be finished.
    pub fn failed(note: String) -> Self {
        Self {
            notes: vec![note],
            found: true,
            ..Self::default()
        }
    }
}

/// What all records together gave.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    /// Records that were worked on.
    pub read: u64,
    /// Of these, the ones with a finding or a failure.
    pub found: u64,
    /// Records that could not be opened.
    pub unread: u64,
}

impl From<Tally> for ExitCode {
    fn from(tally: Tally) -> Self {
        if tally.read == 0 && tally.unread > 0 {
            Self::from(2)
        } else if tally.found + tally.unread > 0 {
            Self::from(1)
        } else {
            Self::SUCCESS
        }
    }
}

/// Which records, how large at most, and with how many threads.
pub struct Records<'a> {
    /// Files, folders, `-`.
    pub paths: &'a [PathBuf],
    /// Largest record in MB.
    pub max_size: u64,
    /// Threads; 0 for one a core.
    pub threads: usize,
    /// Whether the text of scans is recognised by another program.
    pub ocr: bool,
    /// Whether all of them are of one patient.
    pub one: OnePatient,
    /// The map of tables, if one is given.
    pub columns: Option<&'a Path>,
}

impl<'a> Records<'a> {
    /// The records of these arguments.
    pub fn of(inputs: &'a crate::args::Inputs) -> Self {
        Self {
            paths: &inputs.paths,
            max_size: inputs.max_size,
            threads: inputs.threads,
            ocr: inputs.ocr,
            one: inputs.one,
            columns: inputs.tables.columns.as_deref(),
        }
    }

    /// Works on each record and hands what it gave to `write`, in the order of the input.
    pub fn each<O: Send>(
        &self,
        work: impl Fn(Patient<'_>) -> O + Sync,
        failed: impl Fn(String) -> O + Sync,
        mut write: impl FnMut(O, &mut Progress) -> io::Result<Seen>,
    ) -> Result<Tally, Failure> {
        let skipped = Skipped::default();
        let options = Arc::new(self.options()?);
        let pieces =
            input::items(self.paths, &skipped)?.flat_map(move |item| item.pieces(&options));
        let mut tally = Tally::default();
        let mut progress = Progress::new("records");
        if self.one.one_patient {
            let together = one_patient::together(pieces, self.one.even_so, self.ocr, &mut tally)?;
            if let Some(sentence) = skipped.sentence() {
                screen::complain(&sentence);
            }
            tally.read += 1;
            let name = together.name().to_owned();
            let done = catch_unwind(AssertUnwindSafe(|| work(Patient::Read(together))));
            let done = done.unwrap_or_else(|_| failed(unfinished(&name)));
            tally.found += u64::from(write(done, &mut progress)? == Seen::Found);
            return Ok(tally);
        }
        let one = |piece: Result<Piece, (String, String)>| {
            piece.map(|piece| of_piece(&piece, self.ocr, &work, &failed))
        };
        in_order(pieces, self.threads(), one, |done| {
            match done {
                Ok(outcomes) => {
                    for outcome in outcomes {
                        progress.step(1);
                        tally.read += 1;
                        tally.found += u64::from(write(outcome, &mut progress)? == Seen::Found);
                    }
                }
                Err((name, why)) => {
                    tally.unread += 1;
                    progress.around(|| screen::complain(&format!("{name}: {why}")));
                }
            }
            Ok(())
        })?;
        drop(progress);
        if let Some(sentence) = skipped.sentence() {
            screen::complain(&sentence);
        }
        if tally.read + tally.unread == 0 {
            return Err(Failure::Usage(
                "there is no text file in what was given; name the files, or a folder that holds them".to_owned(),
            ));
        }
        Ok(tally)
    }

    /// Works on each record and prints what it gave.
    pub fn print(&self, work: impl Fn(Patient<'_>) -> Outcome + Sync) -> Result<Tally, Failure> {
        let mut stdout = io::BufWriter::new(io::stdout().lock());
        let tally = self.each(work, Outcome::failed, |outcome, progress| {
            if !outcome.notes.is_empty() {
                // What was printed before a message stands before it on a terminal, too.
                stdout.flush()?;
                progress.around(|| outcome.notes.iter().for_each(|note| screen::complain(note)));
            }
            stdout.write_all(&outcome.out)?;
            Ok(if outcome.found {
                Seen::Found
            } else {
                Seen::Nothing
            })
        })?;
        stdout.flush()?;
        Ok(tally)
    }

    fn options(&self) -> Result<Options, Failure> {
        let columns = self.columns.map(map_of_columns).transpose()?;
        Ok(Options {
            max_record: usize::try_from(self.max_size.saturating_mul(1_000_000))
                .unwrap_or(usize::MAX),
            columns: columns.map(Arc::new),
        })
    }

    fn threads(&self) -> usize {
        match self.paths {
            // A small file is done before a thread is started.
            [path]
                if std::fs::metadata(path).is_ok_and(|of| of.is_file() && of.len() < 1 << 20) =>
            {
                1
            }
            _ => threads(self.threads),
        }
    }
}

/// The map in this file.
fn map_of_columns(path: &Path) -> Result<ColumnMap, Failure> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| {
        Failure::Usage(format!("--columns {name}: the map cannot be read: {error}"))
    })?;
    ColumnMap::parse(&text).map_err(|why| Failure::Usage(format!("--columns {name}: {why}")))
}

/// One patient of an input, on the way through a command.
pub enum Patient<'a> {
    /// What was read.
    Read(Reading<'a>),
    /// JSON that is no record, such as a case of care.
    Json(&'a Piece),
}

impl Patient<'_> {
    /// The name it goes by in the output.
    pub fn name(&self) -> &str {
        match self {
            Self::Read(reading) => reading.name(),
            Self::Json(piece) => piece.name(),
        }
    }
}

/// Whether a record counts for the exit status.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It does not.
    Nothing,
    /// It does.
    Found,
}

/// The number asked for, or one a core.
pub fn threads(asked: usize) -> usize {
    match asked {
        0 => thread::available_parallelism().map_or(1, usize::from),
        asked => asked.min(1024),
    }
}

fn unfinished(name: &str) -> String {
    format!("{name}: not finished because of the internal error above")
}

/// What every patient of a piece gave.
///
/// A fault of the program on one patient is told on that patient; the others go on. A fault of a reader ends its piece.
fn of_piece<O>(
    piece: &Piece,
    ocr: bool,
    work: impl Fn(Patient<'_>) -> O,
    failed: impl Fn(String) -> O,
) -> Vec<O> {
    let mut outcomes = Vec::new();
    let guarded = |patient: Patient<'_>| {
        let name = patient.name().to_owned();
        catch_unwind(AssertUnwindSafe(|| work(patient)))
            .unwrap_or_else(|_| failed(unfinished(&name)))
    };
    if piece.format() == her2::Format::Json {
        return vec![guarded(Patient::Json(piece))];
    }
    match recognise::reading(piece, ocr) {
        Ok(Some(reading)) => return vec![guarded(Patient::Read(reading))],
        Ok(None) => {}
        Err(why) => return vec![failed(format!("{}: {why}", piece.name()))],
    }
    let read = catch_unwind(AssertUnwindSafe(|| {
        her2::read_piece(piece, &mut |reading| {
            outcomes.push(guarded(Patient::Read(reading)))
        });
    }));
    if read.is_err() {
        outcomes.push(failed(unfinished(piece.name())));
    }
    outcomes
}

/// Maps every item on `threads` threads and writes the results in the order of the items.
///
/// At most `AHEAD` results a thread wait to be written: a slow record holds the others back, never the memory up.
pub fn in_order<I: Send, O: Send>(
    items: impl Iterator<Item = I> + Send,
    threads: usize,
    work: impl Fn(I) -> O + Sync,
    mut write: impl FnMut(O) -> io::Result<()>,
) -> io::Result<()> {
    if threads <= 1 {
        return items.map(work).try_for_each(write);
    }
    let (results, in_turn) = sync_channel(threads * AHEAD);
    let (jobs, next) = sync_channel::<(I, SyncSender<O>)>(threads);
    let next = Mutex::new(next);
    let (work, next) = (&work, &next);
    thread::scope(|scope| {
        scope.spawn(move || {
            for item in items {
                let (result, waiting) = sync_channel(1);
                // Either end is gone only when writing has failed: there is nothing left to do.
                if results.send(waiting).is_err() || jobs.send((item, result)).is_err() {
                    return;
                }
            }
        });
        for _ in 0..threads {
            scope.spawn(move || {
                loop {
                    let job = next.lock().map(|next| next.recv());
                    let Ok(Ok((item, result))) = job else { return };
                    // Nobody waits for it when writing has failed; the queue is emptied all the same.
                    let _ = result.send(work(item));
                }
            });
        }
        let written = in_turn
            .iter()
            .try_for_each(|waiting| waiting.recv().map_or(Ok(()), &mut write));
        drop(in_turn);
        written
    })
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use std::io;
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_items_whatever_the_threads() {
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            let slow_first = |item: u64| {
                std::thread::sleep(Duration::from_millis(if item.is_multiple_of(50) {
                    5
                } else {
                    0
                }));
                item * 2
            };
            in_order(0..500, threads, slow_first, |result| {
                seen.push(result);
                Ok(())
            })
            .unwrap();
            assert_eq!(seen, (0..500).map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_failed_write_ends_the_work() {
        let mut left = 3;
        let done = in_order(
            0..1_000_000_u64,
            3,
            |item| item,
            |_| {
                left -= 1;
                if left == 0 {
                    return Err(io::Error::from(io::ErrorKind::BrokenPipe));
                }
                Ok(())
            },
        );
        assert_eq!(done.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}
