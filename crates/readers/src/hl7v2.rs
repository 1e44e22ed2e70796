//! HL7 version 2: result messages (ORU) and documents (MDM), framed or in a file, alone or in batches.
//!
//! The text that places are ranges of is the messages of one patient, and behind them the prose of each report, put together and unescaped.
//! Messages of one patient are one history, wherever they stand in a batch: a correction comes when it comes.

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
use rustc_hash::FxHashMap;
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
    /// The day of birth and the sex, as they are written.
    born: Option<String>,
    sex: Option<String>,
    text: Rc<Cow<'a, str>>,
    /// The range of it that is about the patient.
    range: Range<usize>,
    delimiters: Delimiters,
    lost: bool,
}

impl Unit<'_> {
    /// Whether two parts with one identifier may be of one person: days of birth and sexes do not contradict each other.
    fn may_be_of(&self, other: &Self) -> bool {
        let fit = |one: &Option<String>, other: &Option<String>| {
            one.as_ref().zip(other.as_ref()).is_none_or(|(one, other)| {
                one.starts_with(other.as_str()) || other.starts_with(one.as_str())
            })
        };
        fit(&self.born, &other.born) && fit(&self.sex, &other.sex)
    }
}

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    let mut people: Vec<Vec<Unit<'_>>> = Vec::new();
    let mut known: FxHashMap<(Key, Key), Vec<usize>> = FxHashMap::default();
    for message in messages(&piece.bytes) {
        for unit in units(message) {
            let Some(patient) = unit.patient.clone() else {
                people.push(vec![unit]);
                continue;
            };
            // A correction comes when it comes: what a batch says of one patient is read together, wherever it stands.
            let of_it = known.entry(patient).or_default();
            let fits = |at: &&usize| {
                let held = &people[**at];
                held.len() < TOGETHER && held.iter().all(|other| other.may_be_of(&unit))
            };
            match of_it.iter().find(fits).copied() {
                Some(at) => people[at].push(unit),
                None => {
                    of_it.push(people.len());
                    people.push(vec![unit]);
                }
            }
        }
    }
    if people.is_empty() {
        people.push(vec![Unit {
            patient: None,
            born: None,
            sex: None,
            text: Rc::new(charset::text(&piece.bytes).0),
            range: 0..0,
            delimiters: Delimiters::default(),
            lost: false,
        }]);
    }
    for (number, units) in people.iter().enumerate() {
        let name = piece.name_of(u64::try_from(number).unwrap_or(u64::MAX));
        let mut read = history(name, units);
        if split::stood_apart(
            &piece.head,
            units[0].patient.as_ref().map(|(_, whole)| whole),
        ) {
            read.history.records[0].problems.push(Problem {
                code: "messages-apart",
                severity: Severity::Warning,
                message: "messages of this patient stand far before these in the file and were read by themselves: these may correct what they say".to_owned(),
                origin: None,
            });
        }
        each(read);
    }
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
    let said = |person: &message::Segment<'_>, field: usize, most: usize| {
        let text = message.component(person, field, 1).trim();
        let text = text.get(..text.len().min(most)).unwrap_or(text);
        let known = !matches!(text, "" | "\"\"" | "U" | "O" | "A" | "N" | "UNK");
        known.then(|| text.to_ascii_uppercase())
    };
    type Person = (Option<(Key, Key)>, Option<String>, Option<String>);
    let mut patients: Vec<Person> = people()
        .map(|person| {
            let patient = message.patient(person);
            (patient, said(person, 7, 8), said(person, 8, 1))
        })
        .collect();
    patients.resize(ranges.len(), (None, None, None));
    let text = Rc::new(text.clone());
    let units = patients.into_iter().zip(ranges);
    units
        .map(|((patient, born, sex), range)| Unit {
            patient,
            born,
            sex,
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
