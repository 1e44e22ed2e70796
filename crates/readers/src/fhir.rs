//! FHIR R4: resources and bundles in JSON, one or many patients, whole or one a line.
//!
//! Of a text only the resources that may matter are parsed: [`cut`] finds where each stands, [`sieve`] tells by type, codes and words which may matter, and
//! [`held`] parses those and divides them by patient. Observations become results of specimens ([`measure`], [`sample`]) in records by
//! report, specimen or day ([`history`]); diagnoses, procedures and medicines become the course.

mod about;
mod attached;
mod bulk;
mod compact;
mod course;
mod cut;
mod day;
mod heard;
mod held;
mod history;
mod measure;
mod merge;
mod narrative;
mod orders;
mod own;
mod sample;
mod shape;
mod sieve;
mod therapy;
mod token;
mod tumor;

use crate::Read;
use crate::decode::decode;
use crate::format::Format;
use crate::piece::{Input, Piece, Pieces};
use her2_case::{History, PassedOver, Problem, Severity};
use memchr::memchr;
pub use orders::{OrderedMedicine, ordered_medicines};
use std::borrow::Cow;
use std::ops::Range;

/// Divides an input into pieces.
pub(crate) fn pieces(input: Input) -> Pieces {
    bulk::pieces(input)
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    let mut passed = bulk::passed(&piece.head);
    let mut each = |mut read: Read<'_>| {
        if !passed.is_empty() {
            read.history.passed_over = joined(
                std::mem::take(&mut read.history.passed_over),
                std::mem::take(&mut passed),
            );
        }
        each(read);
    };
    if piece.format == Format::FhirJson {
        let name = |patient: usize| match (piece.first, patient) {
            (None, 0) => piece.name.to_string(),
            (None, patient) => format!("{}#{}", piece.name, patient + 1),
            (Some(_), patient) => piece.name_of(u64::try_from(patient).unwrap_or(u64::MAX)),
        };
        let whole = std::iter::once(0..piece.bytes.len()).collect::<Vec<_>>();
        patients(&piece.bytes, &whole, &name, &mut each);
        return;
    }
    let mut number = 0;
    for group in groups(&piece.bytes) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let whole = first.start..last.end;
        let lines: Vec<_> = group
            .iter()
            .map(|line| line.start - whole.start..line.end - whole.start)
            .collect();
        let name = |patient: usize| {
            let of_line = match piece.first {
                Some(_) => piece.name_of(number),
                None => format!("{}#{}", piece.name, number + 1),
            };
            match patient {
                0 => of_line,
                patient => format!("{of_line}.{}", patient + 1),
            }
        };
        patients(&piece.bytes[whole], &lines, &name, &mut each);
        number += 1;
    }
}

/// The lines of a text, those of bare resources that follow each other together.
fn groups(bytes: &[u8]) -> Vec<Vec<Range<usize>>> {
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    let mut open = false;
    let mut start = 0;
    while start < bytes.len() {
        let end = memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
        let line = &bytes[start..end];
        if !line.trim_ascii().is_empty() {
            let bundle = bulk::is_bundle(line);
            match groups.last_mut() {
                Some(last) if open && !bundle => last.push(start..end),
                _ => groups.push(std::iter::once(start..end).collect()),
            }
            open = !bundle;
        }
        start = end + 1;
    }
    groups
}

/// Reads every patient of a text.
fn patients(
    bytes: &[u8],
    lines: &[Range<usize>],
    name: &dyn Fn(usize) -> String,
    each: &mut dyn FnMut(Read<'_>),
) {
    match std::str::from_utf8(bytes) {
        Ok(text) => of_text(text, lines, name, None, &mut |history, text| {
            each(Read { history, text });
        }),
        Err(_) => {
            // The places are then ranges of what was made of the bytes.
            let decoded = decode(bytes);
            let whole = 0..decoded.text.len();
            let odd = Problem {
                code: "not-utf-8",
                severity: Severity::Warning,
                message: "the text is not in UTF-8, as FHIR is: it was read by another encoding, and letters may be wrong".to_owned(),
                origin: None,
            };
            of_text(
                &decoded.text,
                &[whole],
                name,
                Some(odd),
                &mut |history, text| {
                    let text = Cow::Owned(text.into_owned());
                    each(Read { history, text });
                },
            );
        }
    }
}

fn of_text<'a>(
    text: &'a str,
    lines: &[Range<usize>],
    name: &dyn Fn(usize) -> String,
    odd: Option<Problem>,
    each: &mut dyn FnMut(History, Cow<'a, [u8]>),
) {
    let mut found = Vec::new();
    let mut problems: Vec<Problem> = odd.into_iter().collect();
    let mut broken = 0_u32;
    for line in lines {
        let Some(of_line) = text.get(line.clone()) else {
            continue;
        };
        match cut::resources(of_line) {
            Ok(resources) => found.extend(resources.into_iter().map(|of| of.moved(line.start))),
            Err(_) => broken += 1,
        }
        if !of_line.trim_end().ends_with('}') {
            problems.push(Problem {
                code: "truncated",
                severity: Severity::Error,
                message: "the text breaks off before its end: what follows is missing".to_owned(),
                origin: None,
            });
        }
    }
    if broken > 0 {
        let all = broken as usize == lines.len();
        problems.push(Problem {
            code: if all {
                "unreadable"
            } else {
                "resource-not-understood"
            },
            severity: Severity::Error,
            message: "this is no FHIR resource or bundle in JSON that can be read".to_owned(),
            origin: None,
        });
    }
    let (patients, common) = held::gather(text, &found);
    let several = patients.len() > 1;
    for (at, patient) in patients.into_iter().enumerate() {
        let name = name(at);
        let mut made = history::history(patient, &common, text, &name);
        if at == 0 {
            let first = &mut made.history.records[0];
            problems.append(&mut first.problems);
            first.problems = std::mem::take(&mut problems);
        }
        let (history, text) = if several {
            compact::compact(made, text)
        } else if made.words.is_empty() {
            (made.history, Cow::Borrowed(text.as_bytes()))
        } else {
            let whole = [text.as_bytes(), made.words.as_bytes()].concat();
            (made.history, Cow::Owned(whole))
        };
        each(history, text);
    }
}

/// The counts of two lists.
fn joined(one: Vec<PassedOver>, other: Vec<PassedOver>) -> Vec<PassedOver> {
    let mut counts = std::collections::BTreeMap::new();
    for PassedOver { what, count } in one.into_iter().chain(other) {
        let held: &mut u32 = counts.entry(what).or_default();
        *held = held.saturating_add(count);
    }
    let all = counts.into_iter();
    all.map(|(what, count)| PassedOver { what, count })
        .collect()
}
