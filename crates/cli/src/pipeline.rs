//! Work on many records with every core, written in the order of the input, with bounded memory.

use crate::failure::Failure;
use crate::input::{self, Given, Item, Skipped};
use crate::progress::Progress;
use crate::screen;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
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
}

impl<'a> Records<'a> {
    /// The records of these arguments.
    pub fn of(inputs: &'a crate::args::Inputs) -> Self {
        Self {
            paths: &inputs.paths,
            max_size: inputs.max_size,
            threads: inputs.threads,
        }
    }

    /// Works on each record and hands what it gave to `write`, in the order of the input.
    pub fn each<O: Send>(
        &self,
        work: impl Fn(&Given) -> O + Sync,
        failed: impl Fn(String) -> O + Sync,
        mut write: impl FnMut(O, &mut Progress) -> io::Result<Seen>,
    ) -> Result<Tally, Failure> {
        let skipped = Skipped::default();
        let items = input::items(self.paths, &skipped)?;
        let mut tally = Tally::default();
        let mut progress = Progress::new("records");
        let one = |item: Item| match item.load(self.max_size) {
            Ok(source) => Ok(guarded(&source, &work, &failed)),
            Err(refused) => Err(refused),
        };
        in_order(items, self.threads(), one, |done| {
            progress.step(1);
            match done {
                Ok(outcome) => {
                    tally.read += 1;
                    tally.found += u64::from(write(outcome, &mut progress)? == Seen::Found);
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
    pub fn print(&self, work: impl Fn(&Given) -> Outcome + Sync) -> Result<Tally, Failure> {
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

    fn threads(&self) -> usize {
        match self.paths {
            [path] if !path.is_dir() => 1,
            _ => threads(self.threads),
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

/// A fault of the program on one record is told on that record; the others go on.
fn guarded<O>(source: &Given, work: impl Fn(&Given) -> O, failed: impl Fn(String) -> O) -> O {
    catch_unwind(AssertUnwindSafe(|| work(source))).unwrap_or_else(|_| {
        failed(format!(
            "{}: not finished because of the internal error above",
            source.name
        ))
    })
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
