//! Rows as flat JSON objects, one a line.

use super::cell::Cells;
use super::layout::Layout;
use super::patient::{MOST_ROWS, Patient, Row};
use super::rows::{Cell, Wrap, trimmed};
use super::unknown;
use crate::Read;
use crate::piece::Piece;
use her2_case::{Origin, PassedOver, Problem, Severity, Span};
use std::borrow::Cow;
use std::ops::Range;

/// More members of an object are not looked at.
const MOST_MEMBERS: usize = 20_000;

/// A member of an object: its name and the bytes of its value, without the quotes of a string.
struct Member {
    name: Range<usize>,
    value: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A string without escapes, a number, or true or false.
    Plain,
    /// A string with escapes.
    Escaped,
    /// `null`.
    Null,
    /// An array or an object: passed over.
    Nested,
}

/// The members of the object that a line is; nothing if it is none.
fn members(line: &[u8]) -> Option<Vec<Member>> {
    let mut found = Vec::new();
    let mut at = skip(line, 0);
    if line.get(at) != Some(&b'{') {
        return None;
    }
    at = skip(line, at + 1);
    if line.get(at) == Some(&b'}') {
        return (skip(line, at + 1) == line.len()).then_some(found);
    }
    loop {
        let (name, _, next) = string(line, at)?;
        at = skip(line, next);
        if line.get(at) != Some(&b':') {
            return None;
        }
        at = skip(line, at + 1);
        let (value, kind, next) = value(line, at)?;
        if found.len() < MOST_MEMBERS {
            found.push(Member { name, value, kind });
        }
        at = skip(line, next);
        match line.get(at)? {
            b',' => at = skip(line, at + 1),
            b'}' => return (skip(line, at + 1) == line.len()).then_some(found),
            _ => return None,
        }
    }
}

fn skip(line: &[u8], from: usize) -> usize {
    let rest = line.get(from..).unwrap_or_default();
    from + rest
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace())
        .count()
}

/// A string: its bytes within the quotes, whether it has escapes, and the byte after it.
fn string(line: &[u8], at: usize) -> Option<(Range<usize>, bool, usize)> {
    if line.get(at) != Some(&b'"') {
        return None;
    }
    let (start, mut end, mut escaped) = (at + 1, at + 1, false);
    loop {
        match line.get(end)? {
            b'"' => return Some((start..end, escaped, end + 1)),
            b'\\' => {
                escaped = true;
                end += 2;
            }
            _ => end += 1,
        }
    }
}

fn value(line: &[u8], at: usize) -> Option<(Range<usize>, Kind, usize)> {
    match line.get(at)? {
        b'"' => {
            let (range, escaped, next) = string(line, at)?;
            let kind = if escaped { Kind::Escaped } else { Kind::Plain };
            Some((range, kind, next))
        }
        b'{' | b'[' => {
            let mut depth = 0usize;
            let mut end = at;
            loop {
                match line.get(end)? {
                    b'"' => end = string(line, end)?.2,
                    b'{' | b'[' => {
                        depth += 1;
                        end += 1;
                    }
                    b'}' | b']' => {
                        depth -= 1;
                        end += 1;
                        if depth == 0 {
                            return Some((at..end, Kind::Nested, end));
                        }
                    }
                    _ => end += 1,
                }
            }
        }
        _ => {
            let rest = line[at..].iter();
            let letters =
                |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
            let end = at + rest.take_while(letters).count();
            let kind = if &line[at..end] == b"null" {
                Kind::Null
            } else {
                Kind::Plain
            };
            (end > at).then_some((at..end, kind, end))
        }
    }
}

/// A line without its end.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = if bytes.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    std::iter::from_fn(move || {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let start = at;
        at += length;
        Some((start, &rest[..length]))
    })
}

/// The columns of a piece's map on the names of its objects.
pub fn layout(bytes: &[u8], given: Option<&super::ColumnMap>) -> Option<Layout> {
    let (_, line) = lines(bytes).find(|(_, line)| !line.trim_ascii().is_empty())?;
    let line = line.trim_ascii();
    let names: Vec<String> = members(line)?
        .into_iter()
        .map(|member| String::from_utf8_lossy(&line[member.name]).into_owned())
        .collect();
    Layout::of_objects(&names, given)
}

/// The bytes of the patient's identifier in a line.
pub fn patient<'a>(line: &'a [u8], layout: &Layout) -> Option<&'a [u8]> {
    let cell = layout.patient?;
    let slot = layout.slots.iter().find(|slot| slot.cell == cell)?;
    let line = line.trim_ascii();
    let member = members(line)?
        .into_iter()
        .find(|member| &line[member.name.clone()] == slot.name.as_bytes())?;
    Some(&line[member.value])
}

/// Reads every patient of a piece of objects.
pub fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    let bytes = &piece.bytes;
    let Some(layout) = layout(bytes, piece.options.columns.as_deref()) else {
        return each(unknown(piece));
    };
    let mut read = Cells::default();
    let mut number = piece.first.unwrap_or(1);
    let mut open: Option<(Patient, &[u8], usize, usize)> = None;
    let mut nested = 0u32;
    let mut close = |open: Option<(Patient, &[u8], usize, usize)>, end: usize, nested: &mut u32| {
        let Some((patient, _, start, _)) = open else {
            return;
        };
        let mut history = patient.into_history(&[]);
        if *nested > 0 {
            history.passed_over.push(PassedOver {
                what: "nested member".to_owned(),
                count: std::mem::take(nested),
            });
        }
        each(Read {
            history,
            text: Cow::Borrowed(&bytes[start..end]),
        });
    };
    for (start, line) in lines(bytes) {
        let row = line.trim_ascii_end();
        if row.is_empty() {
            number += 1;
            continue;
        }
        let found = members(row);
        let mut cells = vec![Cell::default(); layout.wanted.len()];
        for member in found.iter().flatten() {
            let name = &row[member.name.clone()];
            let mut slots = layout.slots.iter();
            let Some(slot) = slots.find(|slot| slot.name.as_bytes() == name) else {
                continue;
            };
            match member.kind {
                Kind::Plain => cells[slot.cell].range = trimmed(row, member.value.clone()),
                Kind::Escaped => {
                    cells[slot.cell] = Cell {
                        range: trimmed(row, member.value.clone()),
                        wrap: Wrap::Escaped,
                    };
                }
                Kind::Null => {}
                Kind::Nested => nested += 1,
            }
        }
        let key = layout
            .patient
            .map_or(&[][..], |at| &row[cells[at].range.clone()]);
        let same = open
            .as_ref()
            .is_some_and(|(_, of, _, rows)| !key.is_empty() && *of == key && *rows < MOST_ROWS);
        if !same {
            close(open.take(), start, &mut nested);
            let name = format!("{}#{number}", piece.name);
            open = Some((Patient::new(name), key, start, 0));
        }
        if let Some((patient, _, begin, rows)) = &mut open {
            *rows += 1;
            let row = Row {
                number,
                start: start - *begin,
                bytes: row,
                cells: &cells,
                width: cells.len(),
            };
            if found.is_none() {
                patient.complain(no_object(&row));
            }
            patient.add(&row, &layout, &mut read);
        }
        number += 1;
    }
    close(open, bytes.len(), &mut nested);
}

fn no_object(row: &Row<'_>) -> Problem {
    Problem {
        code: "table-row-ragged",
        severity: Severity::Error,
        message: format!(
            "line {} is no JSON object: nothing is read from it",
            row.number
        ),
        origin: Some(Origin::span(Span::new(
            row.start,
            row.start + row.bytes.len(),
        ))),
    }
}
