//! An input divided into pieces of whole messages of whole patients, while it is read.

use super::message::{Message, segment_name};
use crate::piece::{Input, InputError, Piece, Pieces};
use std::io::BufRead;
use std::sync::Arc;

/// A piece ends with the first patient after this many bytes.
const PIECE: usize = 256 * 1024;

struct Split {
    input: Input,
    /// The first line of the message that was met and is not taken yet.
    waiting: Vec<u8>,
    patients: u64,
    ended: bool,
}

/// Divides an input into pieces.
pub(super) fn pieces(input: Input) -> Pieces {
    Box::new(Split {
        input,
        waiting: Vec::new(),
        patients: 0,
        ended: false,
    })
}

impl Iterator for Split {
    type Item = Result<Piece, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let mut bytes = Vec::new();
        let first = self.patients + 1;
        let mut last: Option<Option<Vec<u8>>> = None;
        loop {
            let start = bytes.len();
            if let Err(error) = self.message(&mut bytes) {
                self.ended = true;
                return Some(Err(error));
            }
            if bytes.len() == start {
                self.ended = true;
                break;
            }
            let patient = patient(&bytes[start..]);
            let same = patient.is_some() && last.as_ref() == Some(&patient);
            if !same {
                if start > 0 && (start >= PIECE || bytes.len() > self.input.options.max_record) {
                    // It is of the next patient: it goes into the next piece.
                    let mut next = bytes.split_off(start);
                    next.append(&mut self.waiting);
                    self.waiting = next;
                    break;
                }
                self.patients += 1;
                last = Some(patient);
            }
            if bytes.len() > self.input.options.max_record {
                self.ended = true;
                return Some(Err(self.input.options.too_large()));
            }
        }
        if bytes.is_empty() && first > 1 {
            return None;
        }
        let alone = self.ended && first == 1 && self.patients <= 1;
        Some(Ok(Piece {
            name: Arc::clone(&self.input.name),
            format: self.input.format,
            head: Arc::default(),
            bytes,
            first: (!alone).then_some(first),
            options: Arc::clone(&self.input.options),
        }))
    }
}

impl Split {
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
