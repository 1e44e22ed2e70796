//! An input divided into pieces of whole messages of whole patients, while it is read.
//!
//! A window of messages is held, and those of one patient in it are brought together, as a correction may come long after other patients. What
//! comes even later is read by itself, and that is told.

use super::message::{Message, segment_name};
use crate::piece::{Input, InputError, Piece, Pieces};
use her2_case::Key;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::collections::VecDeque;
use std::hash::{Hash, Hasher};
use std::io::BufRead;
use std::sync::Arc;

/// A piece ends with the first patient after this many bytes.
const PIECE: usize = 256 * 1024;
/// Messages of so many bytes are held to bring those of one patient together.
const WINDOW: usize = 8 * 1024 * 1024;
/// So many patients are remembered.
const MOST: usize = 2_000_000;

/// All messages of one patient in a window.
struct Person {
    key: Option<Vec<u8>>,
    bytes: Vec<u8>,
}

struct Split {
    input: Input,
    /// The first line of the message that was met and is not taken yet.
    waiting: Vec<u8>,
    window: VecDeque<Person>,
    /// Patients of windows before this one, as numbers.
    seen: FxHashSet<u64>,
    /// Patients of this window.
    here: FxHashSet<u64>,
    patients: u64,
    /// Whether the input was read to its end.
    read: bool,
    ended: bool,
}

/// Divides an input into pieces.
pub(super) fn pieces(input: Input) -> Pieces {
    Box::new(Split {
        input,
        waiting: Vec::new(),
        window: VecDeque::new(),
        seen: FxHashSet::default(),
        here: FxHashSet::default(),
        patients: 0,
        read: false,
        ended: false,
    })
}

/// Whether messages of a patient stood far before those of a piece: the head of a piece lists such patients.
pub(super) fn stood_apart(head: &[u8], patient: Option<&Key>) -> bool {
    let Some(patient) = patient.filter(|_| !head.is_empty()) else {
        return false;
    };
    let number = number(patient.as_str().as_bytes()).to_le_bytes();
    head.chunks_exact(8).any(|listed| listed == number)
}

fn number(patient: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    patient.hash(&mut hasher);
    hasher.finish()
}

impl Iterator for Split {
    type Item = Result<Piece, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if self.window.is_empty()
            && let Err(error) = self.fill()
        {
            self.ended = true;
            return Some(Err(error));
        }
        let first = self.patients + 1;
        let mut bytes = Vec::new();
        let mut head: Vec<u8> = Vec::new();
        while let Some(person) = self.window.pop_front() {
            let limit = self.input.options.max_record;
            if person.bytes.len() > limit {
                self.ended = true;
                return Some(Err(self.input.options.too_large()));
            }
            let fits = bytes.len() < PIECE && bytes.len() + person.bytes.len() <= limit;
            if !(bytes.is_empty() || fits) {
                self.window.push_front(person);
                break;
            }
            self.patients += 1;
            let known = person.key.as_deref().map(number);
            if let Some(number) = known.filter(|number| self.seen.contains(number)) {
                head.extend(number.to_le_bytes());
            }
            bytes.extend_from_slice(&person.bytes);
        }
        self.ended = self.read && self.window.is_empty();
        if bytes.is_empty() && first > 1 {
            return None;
        }
        let alone = self.ended && first == 1 && self.patients <= 1;
        Some(Ok(Piece {
            name: Arc::clone(&self.input.name),
            format: self.input.format,
            head: head.into(),
            bytes,
            first: (!alone).then_some(first),
            options: Arc::clone(&self.input.options),
        }))
    }
}

impl Split {
    /// Reads messages into the window, those of one patient together.
    fn fill(&mut self) -> Result<(), InputError> {
        let before = std::mem::take(&mut self.here);
        if self.seen.len() < MOST {
            self.seen.extend(before);
        }
        let mut at_patient: FxHashMap<Vec<u8>, usize> = FxHashMap::default();
        let mut held = 0;
        let mut last: Option<Vec<u8>> = None;
        while !self.read {
            let mut bytes = Vec::new();
            self.message(&mut bytes)?;
            if bytes.is_empty() {
                self.read = true;
                break;
            }
            let key = patient(&bytes);
            let follows = key.is_some() && key == last;
            if held >= WINDOW && !follows {
                // It goes into the next window.
                bytes.append(&mut self.waiting);
                self.waiting = bytes;
                break;
            }
            held += bytes.len();
            last.clone_from(&key);
            let known = key.as_ref().and_then(|key| at_patient.get(key).copied());
            match known {
                Some(at) => {
                    // Two messages never share a line.
                    let of = &mut self.window[at].bytes;
                    if !of.ends_with(b"\n") && !of.ends_with(b"\r") {
                        of.push(b'\r');
                    }
                    of.append(&mut bytes);
                    if of.len() > self.input.options.max_record {
                        return Err(self.input.options.too_large());
                    }
                }
                None => {
                    if let Some(key) = &key {
                        at_patient.insert(key.clone(), self.window.len());
                        self.here.insert(number(key));
                    }
                    self.window.push_back(Person { key, bytes });
                }
            }
        }
        Ok(())
    }

    /// Adds the next message, with what stands before the one after it.
    fn message(&mut self, bytes: &mut Vec<u8>) -> Result<(), InputError> {
        let start = bytes.len();
        bytes.append(&mut self.waiting);
        // What was held back may hold the beginning of the message after it.
        if let Some(next) = second_message(&bytes[start..]) {
            self.waiting = bytes.split_off(start + next);
            return Ok(());
        }
        let mut within = segment_name(&bytes[start..]) == Some(*b"MSH");
        let limit = self.input.options.max_record;
        loop {
            let from = bytes.len();
            if !line(&mut self.input.bytes, bytes, start + limit + 1)? {
                return Ok(());
            }
            if bytes.len() - start > limit {
                return Err(self.input.options.too_large());
            }
            if begins_message(&bytes[from..]) {
                if within {
                    self.waiting = bytes.split_off(from);
                    return Ok(());
                }
                within = true;
            }
        }
    }
}

/// Reads on to the end of a segment, or until there are this many bytes. Nothing is added at the end of the input.
fn line(from: &mut impl BufRead, bytes: &mut Vec<u8>, most: usize) -> Result<bool, InputError> {
    let start = bytes.len();
    loop {
        let buffer = from.fill_buf()?;
        if buffer.is_empty() {
            return Ok(bytes.len() > start);
        }
        let room = most.saturating_sub(bytes.len()).max(1);
        let end = memchr::memchr2(b'\r', b'\n', buffer).map(|at| at + 1);
        let taken = end.unwrap_or(buffer.len()).min(room);
        bytes.extend_from_slice(&buffer[..taken]);
        from.consume(taken);
        if end == Some(taken) || bytes.len() >= most {
            return Ok(true);
        }
    }
}

/// Whether a line begins a message.
fn begins_message(line: &[u8]) -> bool {
    segment_name(line) == Some(*b"MSH")
}

/// Where a second message begins.
fn second_message(bytes: &[u8]) -> Option<usize> {
    let mut seen = begins_message(bytes);
    memchr::memchr2_iter(b'\r', b'\n', bytes)
        .map(|end| end + 1)
        .find(|start| {
            let begins = begins_message(&bytes[*start..]);
            let second = begins && seen;
            seen |= begins;
            second
        })
}

/// The identifier of the last patient of a message, as it stands.
fn patient(message: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(message);
    let message = Message::parse(&text)?;
    let segment = message
        .segments
        .iter()
        .rev()
        .find(|segment| segment.name == "PID")?;
    let (_, key) = message.patient(segment)?;
    Some(key.as_str().as_bytes().to_vec())
}
