//! Cuts a stream between patients, without looking at what they hold.

use super::root::Root;
use crate::piece::{Input, InputError, Piece};
use memchr::{memchr, memmem};
use std::io::Read as _;
use std::sync::Arc;

/// A piece is at least this large, unless it is the last.
const PIECE: usize = 256 * 1024;
/// The root begins within this many bytes.
const HEAD: usize = 1024 * 1024;
/// Between the name of a closing tag and its end there is no more space than this.
const CLOSING: usize = 64;

/// The pieces of an input.
pub(super) struct Cutter {
    input: Input,
    buffer: Vec<u8>,
    ended: bool,
    failed: bool,
    /// Set once the root was seen.
    patients: Option<Patients>,
    head: Arc<[u8]>,
    /// The number of the next patient.
    next: u64,
}

impl Cutter {
    pub(super) fn new(input: Input) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            ended: false,
            failed: false,
            patients: None,
            head: Arc::default(),
            next: 1,
        }
    }

    /// Reads on until the buffer holds so many bytes or the input ends.
    fn fill(&mut self, bytes: usize) -> Result<(), InputError> {
        let missing = bytes.saturating_sub(self.buffer.len());
        let most = u64::try_from(missing).unwrap_or(u64::MAX);
        let got = self
            .input
            .bytes
            .by_ref()
            .take(most)
            .read_to_end(&mut self.buffer)?;
        self.ended = got < missing;
        Ok(())
    }

    fn piece(&mut self, bytes: Vec<u8>, first: Option<u64>) -> Piece {
        Piece {
            name: Arc::clone(&self.input.name),
            format: self.input.format,
            head: Arc::clone(&self.head),
            bytes,
            first,
            options: Arc::clone(&self.input.options),
        }
    }

    fn next_piece(&mut self) -> Result<Option<Piece>, InputError> {
        let mut wanted = PIECE;
        loop {
            self.fill(wanted)?;
            if self.patients.is_none() && self.ended {
                // All of it fits: it is one piece as it stands.
                let bytes = std::mem::take(&mut self.buffer);
                return Ok((!bytes.is_empty()).then(|| self.piece(bytes, None)));
            }
            if self.patients.is_none() {
                self.take_head();
            }
            let cut = match &mut self.patients {
                Some(patients) => patients.last_end(&self.buffer),
                None => 0,
            };
            if self.ended || cut >= PIECE / 2 {
                let end = if self.ended { self.buffer.len() } else { cut };
                return Ok(self.take(end));
            }
            if self.buffer.len() >= self.input.options.max_record {
                return Err(self.input.options.too_large());
            }
            let limit = self.input.options.max_record;
            wanted = (self.buffer.len() * 2).clamp(PIECE, limit.max(PIECE));
        }
    }

    /// Takes what stands before the first patient off the buffer, once all of it is there.
    fn take_head(&mut self) {
        let seen = &self.buffer[..self.buffer.len().min(HEAD)];
        let text = String::from_utf8_lossy(seen);
        // Without a byte that is no UTF-8, places in the text are places in the buffer.
        let root = Root::of(&text).filter(|_| matches!(text, std::borrow::Cow::Borrowed(_)));
        let root = root.or_else(|| Root::of(&super::ascii(seen)));
        if let Some(root) = root {
            let rest = self.buffer.split_off(root.inside);
            self.head = std::mem::replace(&mut self.buffer, rest).into();
            self.patients = Some(Patients::new(&root.prefix));
        }
    }

    /// Takes so many bytes off the buffer as a piece; nothing if they hold no patient.
    fn take(&mut self, end: usize) -> Option<Piece> {
        let mut rest = Vec::with_capacity(PIECE + PIECE / 4);
        rest.extend_from_slice(&self.buffer[end..]);
        let mut bytes = std::mem::replace(&mut self.buffer, rest);
        bytes.truncate(end);
        let Some(patients) = &mut self.patients else {
            return (!bytes.is_empty()).then(|| self.piece(bytes, None));
        };
        patients.moved(end);
        let held = patients.count(&bytes);
        let is_first = self.next == 1;
        let first = self.next;
        self.next += held;
        // The end of the root is no piece, unless there is nothing else.
        (held > 0 || is_first).then(|| self.piece(bytes, Some(first)))
    }
}

impl Iterator for Cutter {
    type Item = Result<Piece, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.failed || (self.ended && self.buffer.is_empty()) {
                return None;
            }
            match self.next_piece() {
                Ok(Some(piece)) => return Some(Ok(piece)),
                Ok(None) if self.ended && self.buffer.is_empty() => return None,
                Ok(None) => {}
                Err(error) => {
                    self.failed = true;
                    return Some(Err(error));
                }
            }
        }
    }
}

/// Where patients end. Comments, sections of characters and instructions are stepped over; each byte is searched once.
struct Patients {
    end: Next,
    bang: Next,
    instruction: Next,
    begin: memmem::Finder<'static>,
    /// Everything before this was looked at.
    seen: usize,
    /// The end of the last patient that was seen.
    last: usize,
}

impl Patients {
    fn new(prefix: &str) -> Self {
        Self {
            end: Next::new(format!("</{prefix}Patient").as_bytes()),
            bang: Next::new(b"<!"),
            instruction: Next::new(b"<?"),
            begin: memmem::Finder::new(format!("<{prefix}Patient").as_bytes()).into_owned(),
            seen: 0,
            last: 0,
        }
    }

    /// One past the end of the last complete patient in the buffer; 0 if there is none yet.
    fn last_end(&mut self, buffer: &[u8]) -> usize {
        loop {
            let Some(end) = self.end.from(self.seen, buffer) else {
                return self.last;
            };
            let bang = self.bang.from(self.seen, buffer);
            let instruction = self.instruction.from(self.seen, buffer);
            let other = bang.into_iter().chain(instruction).min();
            if let Some(other) = other.filter(|other| *other < end) {
                match after(&buffer[other..]) {
                    Some(length) => self.seen = other + length,
                    // What it is ends later.
                    None => return self.last,
                }
                continue;
            }
            let name = end + self.end.finder.needle().len();
            let after_name = &buffer[name.min(buffer.len())..];
            let closing = &after_name[..after_name.len().min(CLOSING)];
            let spaces = closing.iter().take_while(|byte| byte.is_ascii_whitespace());
            match closing.get(spaces.count()) {
                Some(b'>') => {
                    let close = memchr(b'>', closing).unwrap_or(0);
                    self.seen = name + close + 1;
                    self.last = self.seen;
                }
                None if closing.len() < CLOSING => return self.last,
                _ => self.seen = name,
            }
        }
    }

    /// The buffer begins so many bytes later from now on.
    fn moved(&mut self, by: usize) {
        for next in [&mut self.end, &mut self.bang, &mut self.instruction] {
            next.moved(by);
        }
        self.seen = self.seen.saturating_sub(by);
        self.last = self.last.saturating_sub(by);
    }

    fn count(&self, bytes: &[u8]) -> u64 {
        u64::try_from(self.begin.find_iter(bytes).count()).unwrap_or(u64::MAX)
    }
}

/// How many bytes a comment, a section of characters, a document type or an instruction takes; nothing if its end is not there.
fn after(bytes: &[u8]) -> Option<usize> {
    let (skip, close): (usize, &[u8]) = if bytes.starts_with(b"<!--") {
        (4, b"-->")
    } else if bytes.starts_with(b"<![CDATA[") {
        (9, b"]]>")
    } else if bytes.starts_with(b"<?") {
        (2, b"?>")
    } else if bytes.len() < 9 {
        return None;
    } else {
        (2, b">")
    };
    let rest = bytes.get(skip..)?;
    Some(skip + memmem::find(rest, close)? + close.len())
}

/// The next place of some bytes, remembered until it is passed.
struct Next {
    finder: memmem::Finder<'static>,
    found: Option<usize>,
    /// There is none before this.
    searched: usize,
}

impl Next {
    fn new(needle: &[u8]) -> Self {
        Self {
            finder: memmem::Finder::new(needle).into_owned(),
            found: None,
            searched: 0,
        }
    }

    fn from(&mut self, from: usize, buffer: &[u8]) -> Option<usize> {
        if let Some(found) = self.found.filter(|found| *found >= from) {
            return Some(found);
        }
        let start = self.searched.max(from).min(buffer.len());
        self.found = self.finder.find(&buffer[start..]).map(|at| start + at);
        let overlap = self.finder.needle().len() - 1;
        self.searched = match self.found {
            Some(found) => found + 1,
            None => buffer.len().saturating_sub(overlap).max(start),
        };
        self.found
    }

    fn moved(&mut self, by: usize) {
        self.found = self.found.and_then(|found| found.checked_sub(by));
        self.searched = self.searched.saturating_sub(by);
    }
}
