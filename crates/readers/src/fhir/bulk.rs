//! Resources one a line. Bundles are read as they come; bare resources are gathered by patient first.
//!
//! Bundles one a line take the memory of a few pieces, however many there are. Bare resources of one patient may stand anywhere in the
//! input, so everything that may matter is held until its end: the lines about breast cancer as they are, and of every
//! patient a short line with identifier, sex and day of birth. Nothing else is kept.

use super::cut::{self, Found};
use super::held::Passed;
use super::shape::{Head, Patient};
use super::sieve::{Kind, Sieve, kind};
use super::token::Text;
use crate::format::Format;
use crate::piece::{Input, InputError, Piece, Pieces};
use her2_case::PassedOver;
use memchr::memmem;
use rustc_hash::FxHashMap;
use std::io::{BufRead, Read as _};
use std::sync::Arc;

/// A piece is about this large, unless one line is larger.
const PIECE: usize = 1 << 20;

/// Divides lines into pieces of whole patients.
pub(super) fn pieces(input: Input) -> Pieces {
    let mut lines = Lines {
        input,
        number: 0,
        held: None,
        done: false,
    };
    let first = loop {
        match lines.next() {
            Some(Ok(line)) if line.trim_ascii().is_empty() => {}
            other => break other,
        }
    };
    match first {
        None => Box::new(std::iter::empty()),
        Some(Err(error)) => Box::new(std::iter::once(Err(error))),
        Some(Ok(line)) => {
            let bundles = is_bundle(&line);
            lines.held = Some(line);
            if bundles {
                Box::new(std::iter::from_fn(move || lines.piece()))
            } else {
                let mut by_patient = None;
                Box::new(std::iter::from_fn(move || {
                    let all = by_patient.get_or_insert_with(|| gather(&mut lines));
                    all.next()
                }))
            }
        }
    }
}

/// Whether a line is a bundle, told by the first type in it.
pub(super) fn is_bundle(line: &[u8]) -> bool {
    let name = b"\"resourceType\"";
    let mut places = memmem::find_iter(line, name).take(2);
    let is = |at: usize| {
        let rest = line[at + name.len()..].trim_ascii_start();
        let rest = rest.strip_prefix(b":").unwrap_or(rest).trim_ascii_start();
        rest.starts_with(b"\"Bundle\"")
    };
    let first = places.next();
    first.is_some_and(is)
        || memmem::find(line, b"\"entry\"").is_some()
            && places.next().is_some()
            && memmem::find(line, b"\"Bundle\"").is_some()
}

/// The lines of an input, each within the limit.
struct Lines {
    input: Input,
    number: u64,
    held: Option<Vec<u8>>,
    done: bool,
}

impl Iterator for Lines {
    type Item = Result<Vec<u8>, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(line) = self.held.take() {
            return Some(Ok(line));
        }
        if self.done {
            return None;
        }
        let limit = self.input.options.max_record;
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(2);
        let mut line = Vec::new();
        match self
            .input
            .bytes
            .by_ref()
            .take(most)
            .read_until(b'\n', &mut line)
        {
            Ok(0) => None,
            Ok(_) if line.len() > limit + 1 => {
                self.done = true;
                Some(Err(self.input.options.too_large()))
            }
            Ok(_) => Some(Ok(line)),
            Err(error) => {
                self.done = true;
                Some(Err(error.into()))
            }
        }
    }
}

impl Lines {
    fn make(&self, bytes: Vec<u8>, first: u64, head: &str) -> Piece {
        Piece {
            name: Arc::clone(&self.input.name),
            format: Format::FhirNdjson,
            head: head.as_bytes().into(),
            bytes,
            first: Some(first),
            options: Arc::clone(&self.input.options),
        }
    }

    /// The next bundles together.
    fn piece(&mut self) -> Option<Result<Piece, InputError>> {
        let mut bytes = Vec::new();
        let first = self.number + 1;
        while bytes.len() < PIECE {
            match self.next() {
                Some(Ok(line)) => {
                    let next = bytes.len() + line.len() > PIECE && !bytes.is_empty();
                    if next {
                        self.held = Some(line);
                        break;
                    }
                    if !line.trim_ascii().is_empty() {
                        self.number += 1;
                        bytes.extend_from_slice(&line);
                        if !line.ends_with(b"\n") {
                            bytes.push(b'\n');
                        }
                    }
                }
                // What was read before the fault is still given.
                Some(Err(error)) if bytes.is_empty() => return Some(Err(error)),
                Some(Err(_)) => {
                    self.done = false;
                    break;
                }
                None => break,
            }
        }
        (!bytes.is_empty()).then(|| Ok(self.make(bytes, first, "")))
    }
}

/// What is held of bare resources until the end of the input.
#[derive(Default)]
struct Bulk {
    groups: FxHashMap<String, usize>,
    lines: Vec<(Option<String>, Vec<u8>)>,
    /// Medicines and files, which are of no patient.
    common: FxHashMap<String, Vec<u8>>,
    passed: Passed,
}

/// Reads every line and gives the patients.
fn gather(lines: &mut Lines) -> std::vec::IntoIter<Result<Piece, InputError>> {
    let mut bulk = Bulk::default();
    let mut failed = None;
    for line in lines.by_ref() {
        match line {
            Ok(line) => bulk.line(&line),
            Err(error) => {
                failed = Some(Err(error));
                break;
            }
        }
    }
    let mut pieces = Vec::new();
    let (head, patients) = bulk.finish();
    for bytes in patients {
        let number = u64::try_from(pieces.len())
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        let head = if pieces.is_empty() { head.as_str() } else { "" };
        pieces.push(Ok(lines.make(bytes, number, head)));
    }
    pieces.extend(failed);
    pieces.into_iter()
}

impl Bulk {
    fn line(&mut self, line: &[u8]) {
        if line.trim_ascii().is_empty() {
            return;
        }
        let text = String::from_utf8_lossy(line);
        let text = text.trim();
        if is_bundle(text.as_bytes()) {
            self.lines.push((None, with_end(text.as_bytes())));
            return;
        }
        let found = cut::resources(text).unwrap_or_default();
        let [of] = &found[..] else {
            // Told when the line is read.
            self.lines.push((None, with_end(text.as_bytes())));
            return;
        };
        self.resource(text, of);
    }

    fn resource(&mut self, text: &str, of: &Found<'_>) {
        let Some(kind) = kind(of.kind) else {
            self.passed.add(of.kind, "");
            return;
        };
        // A report may name a result that stands on another line.
        let linked = kind == Kind::Report && memmem::find(text.as_bytes(), b"\"result\"").is_some();
        if !linked && !Sieve::default().matters(kind, of, text) {
            self.passed.add(of.kind, "not about breast cancer");
            return;
        }
        if kind == Kind::Patient {
            if let Some((key, line)) = short(text) {
                self.group(key).0.get_or_insert(line);
            }
            return;
        }
        let Ok(head) = serde_json::from_str::<Head<'_>>(text) else {
            self.lines.push((None, with_end(text.as_bytes())));
            return;
        };
        if matches!(kind, Kind::Substance | Kind::Binary) {
            if let Some(id) = head.id.and_then(Text::plain) {
                let key = format!("{}/{id}", of.kind);
                self.common.insert(key, with_end(text.as_bytes()));
            }
            return;
        }
        let subject = head.subject.as_ref().or(head.patient.as_ref());
        let reference = subject.and_then(|of| of.reference).and_then(Text::plain);
        match reference {
            Some(reference) => {
                let line = with_end(text.as_bytes());
                self.group(last_two(reference)).1.extend_from_slice(&line);
            }
            None => self.passed.add(of.kind, "of no patient"),
        }
    }

    fn group(&mut self, key: String) -> &mut (Option<String>, Vec<u8>) {
        let next = self.lines.len();
        let at = *self.groups.entry(key).or_insert(next);
        if at == next {
            self.lines.push((None, Vec::new()));
        }
        &mut self.lines[at]
    }

    /// The counts of what was passed over, and the lines of each patient.
    fn finish(mut self) -> (String, Vec<Vec<u8>>) {
        let mut patients = Vec::new();
        for (patient, lines) in self.lines {
            if lines.is_empty() {
                self.passed.add("Patient", "nothing of breast cancer");
                continue;
            }
            let mut bytes = patient.unwrap_or_default().into_bytes();
            bytes.extend_from_slice(&lines);
            let mut named: Vec<&str> = Vec::new();
            let text = std::str::from_utf8(&lines).unwrap_or_default();
            for kind in ["\"Medication/", "\"Binary/"] {
                for at in memmem::find_iter(lines.as_slice(), kind) {
                    let rest = text.get(at + 1..).unwrap_or_default();
                    let end = rest.find('"').unwrap_or(0);
                    named.push(&rest[..end]);
                }
            }
            named.sort_unstable();
            named.dedup();
            for line in named.into_iter().filter_map(|key| self.common.get(key)) {
                bytes.extend_from_slice(line);
            }
            patients.push(bytes);
        }
        let mut head = String::new();
        for PassedOver { what, count } in self.passed.list() {
            head.push_str(&format!("{what}\t{count}\n"));
        }
        (head, patients)
    }
}

fn with_end(line: &[u8]) -> Vec<u8> {
    let mut line = line.to_vec();
    // A line that was laid out over several would be several here.
    line.iter_mut()
        .filter(|byte| matches!(byte, b'\n' | b'\r'))
        .for_each(|byte| *byte = b' ');
    line.push(b'\n');
    line
}

/// A reference without the address of its server.
fn last_two(reference: &str) -> String {
    let plain = reference.split("/_history/").next().unwrap_or(reference);
    let mut parts = plain.rsplitn(3, '/');
    let (id, kind) = (parts.next(), parts.next());
    match kind {
        Some(kind) => format!("{kind}/{}", id.unwrap_or_default()),
        None => plain.to_owned(),
    }
}

/// The short line that is held of a patient, and how they are called.
fn short(text: &str) -> Option<(String, String)> {
    let patient: Patient<'_> = serde_json::from_str(text).ok()?;
    let id = patient.id.and_then(Text::plain)?;
    let text = |value: &str| serde_json::Value::from(value).to_string();
    let mut line = format!("{{\"resourceType\":\"Patient\",\"id\":{}", text(id));
    for (name, value) in [
        ("gender", patient.gender),
        ("birthDate", patient.birth_date),
    ] {
        if let Some(value) = value.and_then(Text::plain) {
            line.push_str(&format!(",\"{name}\":{}", text(value)));
        }
    }
    let identifiers = patient.identifier.iter().filter_map(|of| {
        let kind = of
            .r#type
            .as_ref()
            .and_then(|kind| kind.coding.first()?.code?.plain());
        let value = text(of.value.and_then(Text::plain)?);
        Some(match kind {
            Some(kind) => format!(
                "{{\"type\":{{\"coding\":[{{\"code\":{}}}]}},\"value\":{value}}}",
                text(kind)
            ),
            None => format!("{{\"value\":{value}}}"),
        })
    });
    let identifiers: Vec<String> = identifiers.collect();
    line.push_str(&format!(",\"identifier\":[{}]}}\n", identifiers.join(",")));
    Some((format!("Patient/{id}"), line))
}

/// The counts that stand at the head of a piece.
pub(super) fn passed(head: &[u8]) -> Vec<PassedOver> {
    let text = std::str::from_utf8(head).unwrap_or_default();
    let lines = text.lines().filter_map(|line| {
        let (what, count) = line.split_once('\t')?;
        let what = what.to_owned();
        Some(PassedOver {
            what,
            count: count.parse().ok()?,
        })
    });
    lines.collect()
}
