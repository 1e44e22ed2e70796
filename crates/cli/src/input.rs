//! Which records to read: named files, folders walked in order of names, stdin.

use crate::failure::Failure;
use her2::{InputError, Options, Piece};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use walkdir::WalkDir;

/// Endings of files that are read from a folder; a file without one is read too.
const READ_ENDINGS: [&str; 16] = [
    "txt", "text", "rpt", "report", "asc", "pdf", "json", "ndjson", "jsonl", "hl7", "oru", "xml",
    "csv", "tsv", "tab", "gz",
];
const DEEPEST: usize = 64;

/// One thing to read.
pub enum Item {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A place that could not be looked into: its name, and why.
    Closed(String, String),
}

/// A record's bytes and the name it goes by in the output.
pub struct Given {
    /// The path as given, or `-`.
    pub name: String,
    /// The record as it is.
    pub bytes: Vec<u8>,
}

/// Files of a folder that were left out, by ending.
#[derive(Clone, Default)]
pub struct Skipped(Arc<Mutex<BTreeMap<String, u64>>>);

impl Skipped {
    fn add(&self, path: &Path) {
        let ending = path.extension().map_or_else(String::new, |ending| {
            ending.to_string_lossy().to_lowercase()
        });
        let mut endings = self.0.lock().unwrap_or_else(|held| held.into_inner());
        *endings.entry(ending).or_default() += 1;
    }

    /// A sentence about them, if there are any.
    pub fn sentence(&self) -> Option<String> {
        let endings = self.0.lock().unwrap_or_else(|held| held.into_inner());
        let total: u64 = endings.values().sum();
        let mut by_count: Vec<_> = endings.iter().collect();
        by_count.sort_by_key(|(ending, count)| (u64::MAX - **count, (*ending).clone()));
        let shown: Vec<String> = by_count
            .iter()
            .take(5)
            .map(|(ending, count)| format!("{count} .{ending}"))
            .collect();
        (total > 0).then(|| {
            format!(
                "left out {total} file{} of the folders that {} not of a kind that is read ({}); name a file to read it all the same",
                if total == 1 { "" } else { "s" },
                if total == 1 { "is" } else { "are" },
                shown.join(", ")
            )
        })
    }
}

/// Every item that the paths name, in order, found while it goes.
pub fn items(
    paths: &[PathBuf],
    skipped: &Skipped,
) -> Result<impl Iterator<Item = Item> + Send, Failure> {
    let stdin = |path: &&PathBuf| path.as_os_str() == "-";
    if paths.iter().filter(stdin).count() > 1 {
        return Err(Failure::Usage(
            "`-` stands for stdin and can be read once only; name it once".to_owned(),
        ));
    }
    let skipped = skipped.clone();
    Ok(paths.iter().cloned().flat_map(move |path| {
        let found: Box<dyn Iterator<Item = Item> + Send> = if path.as_os_str() == "-" {
            Box::new(std::iter::once(Item::Stdin))
        } else if path.is_dir() {
            Box::new(walk(path, skipped.clone()))
        } else {
            Box::new(std::iter::once(Item::File(path)))
        };
        found
    }))
}

fn walk(folder: PathBuf, skipped: Skipped) -> impl Iterator<Item = Item> + Send {
    let hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    WalkDir::new(folder)
        .max_depth(DEEPEST)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |entry| !hidden(entry))
        .filter_map(move |entry| match entry {
            Ok(entry) if entry.path().is_dir() => None,
            Ok(entry) if is_read(entry.path()) => Some(Item::File(entry.into_path())),
            Ok(entry) => {
                skipped.add(entry.path());
                None
            }
            Err(error) => {
                let name = error
                    .path()
                    .map_or_else(String::new, |path| path.display().to_string());
                let why = match error.io_error() {
                    Some(error) => cannot_open(error, "folder"),
                    None => "the folder holds itself through a link".to_owned(),
                };
                Some(Item::Closed(name, why))
            }
        })
}

fn is_read(path: &Path) -> bool {
    path.extension().is_none_or(|ending| {
        READ_ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

impl Item {
    /// Its pieces; where it cannot be read its name, and a sentence on what to do.
    pub fn pieces(self, options: &Arc<Options>) -> GivenPieces {
        let opened = match self {
            Self::Closed(name, why) => Err((name, why)),
            Self::Stdin => of_pieces("-".to_owned(), io::stdin(), options),
            Self::File(path) => {
                let name = path.display().to_string();
                match File::open(&path).map_err(|error| cannot_open(&error, "file")) {
                    Ok(file) => of_pieces(name, file, options),
                    Err(why) => Err((name, why)),
                }
            }
        };
        match opened {
            Ok(pieces) => pieces,
            Err(refused) => Box::new(std::iter::once(Err(refused))),
        }
    }

    /// Reads it; on failure its name, and a sentence on what to do.
    pub fn load(self, megabytes: u64) -> Result<Given, (String, String)> {
        match self {
            Self::Closed(name, why) => Err((name, why)),
            Self::Stdin => bounded(io::stdin().lock(), 0, megabytes)
                .map(|bytes| Given {
                    name: "-".to_owned(),
                    bytes,
                })
                .map_err(|why| ("-".to_owned(), why)),
            Self::File(path) => {
                let name = path.display().to_string();
                match open(&path, megabytes) {
                    Ok(bytes) => Ok(Given { name, bytes }),
                    Err(why) => Err((name, why)),
                }
            }
        }
    }
}

type GivenPieces = Box<dyn Iterator<Item = Result<Piece, (String, String)>> + Send>;

fn of_pieces(
    name: String,
    bytes: impl Read + Send + 'static,
    options: &Arc<Options>,
) -> Result<GivenPieces, (String, String)> {
    let pieces = match her2::pieces(&name, bytes, options) {
        Ok(pieces) => pieces,
        Err(error) => return Err((name, cannot_read(&error))),
    };
    Ok(Box::new(pieces.map(move |piece| {
        piece.map_err(|error| (name.clone(), cannot_read(&error)))
    })))
}

fn cannot_read(error: &InputError) -> String {
    match error {
        InputError::TooLarge { megabytes } => too_large(*megabytes),
        InputError::Io(error) => cannot_open(error, "file"),
    }
}

fn open(path: &Path, megabytes: u64) -> Result<Vec<u8>, String> {
    let length = fs::metadata(path)
        .map_err(|error| cannot_open(&error, "file"))?
        .len();
    if length > megabytes * 1_000_000 {
        return Err(too_large(megabytes));
    }
    let file = File::open(path).map_err(|error| cannot_open(&error, "file"))?;
    bounded(file, length, megabytes)
}

fn bounded(source: impl Read, expected: u64, megabytes: u64) -> Result<Vec<u8>, String> {
    let limit = megabytes * 1_000_000;
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(limit)).unwrap_or(0));
    source
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| cannot_open(&error, "file"))?;
    if bytes.len() as u64 > limit {
        return Err(too_large(megabytes));
    }
    Ok(bytes)
}

fn too_large(megabytes: u64) -> String {
    format!(
        "larger than {megabytes} MB and not read: this is not one pathology report. Give one file a report, or raise --max-size"
    )
}

fn cannot_open(error: &io::Error, what: &str) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => {
            format!("no such {what}. Look at the spelling and at the folder you are in")
        }
        io::ErrorKind::PermissionDenied => {
            format!(
                "you have no permission to read this {what}. Ask its owner, or copy it to a place of yours"
            )
        }
        _ => format!("the {what} cannot be read: {error}"),
    }
}
