//! HL7 version 2: result messages (ORU) and documents (MDM), framed or in a file, alone or in batches.
//!
//! The text that places are ranges of is the messages of one patient, and behind them the prose of each report, put together and unescaped.
//! Messages of one patient that follow each other are one history; those that stand apart are not joined.

mod base64;
mod charset;
mod discrete;
mod escape;
mod given;
mod merge;
mod message;
mod narrative;
mod observation;
mod orders;
mod person;
mod report;
mod split;
mod tumor;

use crate::Read;
use crate::piece::{Input, Piece, Pieces};
use her2_case::{Course, History, Key, Problem, Record, RecordKind, Severity};
use message::{Delimiters, Message};
use orders::Passed;
use person::Diagnosed;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

/// Messages of one patient that are read together; more are a history of their own.
const TOGETHER: usize = 10_000;

/// Divides an input into pieces.
pub(crate) fn pieces(input: Input) -> Pieces {
    split::pieces(input)
}

/// A message, or the part of one that is about one patient.
struct Unit<'a> {
    /// The identifier, and the same with who assigned it.
    patient: Option<(Key, Key)>,
    text: Rc<Cow<'a, str>>,
    /// The range of it that is about the patient.
    range: Range<usize>,
    delimiters: Delimiters,
    lost: bool,
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    let mut number = 0;
    let mut waiting: Vec<Unit<'_>> = Vec::new();
    let mut tell = |units: &mut Vec<Unit<'_>>, number: &mut u64| {
        if !units.is_empty() {
            each(history(piece.name_of(*number), units));
            *number += 1;
            units.clear();
        }
    };
    for message in messages(&piece.bytes) {
        for unit in units(message) {
            let follows = waiting
                .last()
                .is_none_or(|last| last.patient.is_some() && last.patient == unit.patient);
            if !follows || waiting.len() >= TOGETHER {
                tell(&mut waiting, &mut number);
            }
            waiting.push(unit);
        }
    }
    if waiting.is_empty() && number == 0 {
        waiting.push(Unit {
            patient: None,
            text: Rc::new(charset::text(&piece.bytes).0),
            range: 0..0,
            delimiters: Delimiters::default(),
            lost: false,
        });
    }
    tell(&mut waiting, &mut number);
}

/// The bytes of each message: from its header, or what stands before it, to the next.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let begins =
        |at: usize| message::segment_name(&bytes[at..bytes.len().min(at + 16)]) == Some(*b"MSH");
    let ends = memchr::memchr2_iter(b'\r', b'\n', bytes).map(|end| end + 1);
    let mut starts: Vec<usize> = std::iter::once(0)
        .chain(ends)
        .filter(|at| begins(*at))
        .collect();
    // A line end of two characters, or framing, leaves the header at more than one place.
    let mut last = None;
    starts.retain(|start| {
        let header = memchr::memmem::find(&bytes[*start..], b"MSH").map(|at| start + at);
        let is_new = header != last;
        last = header;
        is_new
    });
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts
        .iter()
        .skip(1)
        .copied()
        .chain([bytes.len()])
        .collect::<Vec<_>>();
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &bytes[*start..end])
        .collect()
}

/// The parts of a message by patient; one that names none is a part by itself.
fn units(bytes: &[u8]) -> Vec<Unit<'_>> {
    let (text, lost) = charset::text(bytes);
    let Some(message) = Message::parse(&text) else {
        return Vec::new();
    };
    let delimiters = message.delimiters;
    let people = || {
        message
            .segments
            .iter()
            .filter(|segment| segment.name == "PID")
    };
    let starts: Vec<usize> = std::iter::once(0)
        .chain(people().skip(1).map(|segment| segment.range.start))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let ranges: Vec<Range<usize>> = starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect();
    let mut patients: Vec<Option<(Key, Key)>> =
        people().map(|person| message.patient(person)).collect();
    patients.resize(ranges.len(), None);
    let text = Rc::new(text.clone());
    let units = patients.into_iter().zip(ranges);
    units
        .map(|(patient, range)| Unit {
            patient,
            text: Rc::clone(&text),
            range,
            delimiters,
            lost,
        })
        .collect()
}

/// The history that the messages of one patient tell.
fn history<'a>(name: String, units: &[Unit<'a>]) -> Read<'a> {
    let mut text = String::new();
    let mut starts = Vec::new();
    for unit in units {
        starts.push(text.len());
        text.push_str(&unit.text[unit.range.clone()]);
    }
    let mut passed = Passed::default();
    let mut course = Course::default();
    let mut diagnosed = Diagnosed::default();
    let (mut records, tail) = {
        let messages: Vec<Message<'_>> = units
            .iter()
            .zip(&starts)
            .filter_map(|(unit, start)| within(&text, unit, *start))
            .collect();
        let mut all = Vec::new();
        for (at, message) in messages.iter().enumerate() {
            for _ in 0..message.around {
                passed.add("batch segment");
            }
            person::read(message, &mut course, &mut diagnosed, &mut passed);
            let (kind, event) = message.kind();
            if matches!(kind, "ORU" | "MDM" | "OUL") {
                all.extend(orders::orders(message, at, messages.len() > 1, &mut passed));
            } else {
                let named = |text: &str| {
                    text.len() == 3
                        && text
                            .bytes()
                            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
                };
                passed.add(match (named(kind), named(event)) {
                    (true, true) => format!("message {kind}^{event}"),
                    (true, false) => format!("message {kind}"),
                    _ => "message of an unknown type".to_owned(),
                });
            }
        }
        let reports = orders::reports(all, &mut passed);
        report::records(
            &name,
            &messages,
            reports,
            &diagnosed,
            &mut course,
            &mut passed,
            text.len(),
        )
    };
    text.push_str(&tail);
    if records.is_empty() {
        let mut record = Record::empty(name.as_str(), RecordKind::Hl7v2);
        record.problems.push(Problem {
            code: "not-a-pathology-report",
            severity: Severity::Error,
            message: "these messages hold no result that is read; pathology results come in messages of the types ORU and MDM".to_owned(),
            origin: None,
        });
        records.push(record);
    }
    for record in &mut records {
        record.name.clone_from(&name);
    }
    if units.iter().any(|unit| unit.lost) {
        records[0].problems.push(Problem {
            code: "characters-lost",
            severity: Severity::Warning,
            message: "some characters do not belong to the character set that the message names (MSH-18) and were replaced; have it sent in UTF-8".to_owned(),
            origin: None,
        });
    }
    course.lvef.sort_by_key(|reading| reading.value.date);
    // What is not dated stays behind what stands before it.
    let mut last = jiff::civil::Date::MIN;
    let mut keyed: Vec<_> = records
        .into_iter()
        .map(|record| {
            last = record.date.map_or(last, |date| date.value);
            (last, record)
        })
        .collect();
    keyed.sort_by_key(|(date, _)| *date);
    Read {
        history: History {
            name,
            kind: RecordKind::Hl7v2,
            patient: units[0].patient.as_ref().map(|(key, _)| key.clone()),
            records: keyed.into_iter().map(|(_, record)| record).collect(),
            course,
            passed_over: passed.into_list(),
        },
        text: Cow::Owned(text.into_bytes()),
    }
}

/// A part of a message as it stands in the text of its patient, under the header of the whole.
fn within<'t>(text: &'t str, unit: &Unit<'_>, start: usize) -> Option<Message<'t>> {
    let here = &text[start..start + unit.range.len()];
    let message = if unit.range.start == 0 {
        Message::parse(here)?
    } else {
        Message::part(here, unit.delimiters)?
    };
    Some(message.moved(text, start))
}
