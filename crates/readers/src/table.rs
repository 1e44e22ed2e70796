//! Tables: a row a patient or a sample, in cells between separators or as flat JSON objects in lines.
//!
//! Which column holds what is said by a map: a compiled one that knows the header, or one that the person gives. Columns are found once, only
//! the ones that are mapped are looked at, and the same text in the same column is read once.

mod cell;
mod day;
mod divide;
mod layout;
mod named;
mod objects;
mod patient;
mod rows;
mod sample;
mod sentinel;
mod totals;

pub(crate) use divide::pieces;
pub use layout::ColumnMap;
pub(crate) use layout::{delimiter, likeliest_delimiter};

use crate::Read;
use crate::format::Format;
use crate::piece::Piece;
use cell::Cells;
use her2_case::{History, Problem, Record, RecordKind, Severity};
use layout::{Layout, header_end};
use patient::{MOST_ROWS, Patient, Row};
use rows::{cells, row_end, without_end};
use std::borrow::Cow;

/// Reads every patient of a piece.
pub(crate) fn read(piece: &Piece, each: &mut dyn FnMut(Read<'_>)) {
    match piece.format {
        Format::Table { delimiter } => table(piece, delimiter, each),
        _ => objects::read(piece, each),
    }
}

fn table(piece: &Piece, delimiter: u8, each: &mut dyn FnMut(Read<'_>)) {
    let given = piece.options.columns.as_deref();
    // A whole table in memory has its header before its rows.
    let is_whole = piece.head.is_empty();
    let head: &[u8] = if is_whole { &piece.bytes } else { &piece.head };
    let layout = Layout::of_table(head, given, delimiter);
    let Some(layout) = layout.filter(Layout::reads_something) else {
        return each(unknown(piece));
    };
    let bytes = &piece.bytes;
    let rows = u64::try_from(layout.header_rows).unwrap_or(u64::MAX);
    let begin = if is_whole {
        header_end(bytes, layout.shape, layout.header_rows, true).unwrap_or(bytes.len())
    } else {
        0
    };
    let number = match (piece.first, is_whole) {
        (Some(first), false) => first,
        _ => rows + 1,
    };
    let is_first = number == rows + 1;
    let of_table = if is_first {
        of_columns(&layout)
    } else {
        Vec::new()
    };
    let mut reader = Reader {
        piece,
        layout: &layout,
        read: Cells::default(),
        of_table,
        found: Vec::new(),
        given: false,
    };
    reader.rows(bytes, begin, number, each);
    if !reader.given && is_first {
        let mut record = Record::empty(piece.name.to_string(), RecordKind::Table);
        record.problems = std::mem::take(&mut reader.of_table);
        record.problems.push(Problem {
            code: "empty",
            severity: Severity::Error,
            message: "the table has a header and no rows".to_owned(),
            origin: None,
        });
        each(Read {
            history: History::of(record),
            text: Cow::Borrowed(bytes),
        });
    }
}

struct Reader<'a> {
    piece: &'a Piece,
    layout: &'a Layout,
    read: Cells,
    /// Problems of the table as a whole, told with its first patient.
    of_table: Vec<Problem>,
    found: Vec<rows::Cell>,
    given: bool,
}

impl Reader<'_> {
    fn rows(&mut self, bytes: &[u8], begin: usize, first: u64, each: &mut dyn FnMut(Read<'_>)) {
        let shape = self.layout.shape;
        let (mut at, mut number) = (begin, first);
        // The patient under way: the identifier, and where the rows begin.
        let mut open: Option<(Patient, &[u8], usize, usize)> = None;
        while at < bytes.len() {
            let end = row_end(bytes, at, shape, true).unwrap_or(bytes.len());
            let row = without_end(&bytes[at..end]);
            if row.trim_ascii().is_empty() {
                (at, number) = (end, number + 1);
                continue;
            }
            let width = cells(row, shape, &self.layout.wanted, &mut self.found);
            let cell = self.layout.patient.and_then(|at| self.found.get(at));
            let key = cell.map_or(&[][..], |cell| &row[cell.range.clone()]);
            let same = open
                .as_ref()
                .is_some_and(|(_, of, _, rows)| !key.is_empty() && *of == key && *rows < MOST_ROWS);
            if !same {
                self.close(open.take(), bytes, at, each);
                let name = format!("{}#{number}", self.piece.name);
                open = Some((Patient::new(name), key, at, 0));
            }
            if let Some((patient, _, start, rows)) = &mut open {
                *rows += 1;
                let row = Row {
                    number,
                    start: at - *start,
                    bytes: row,
                    cells: &self.found,
                    width,
                };
                patient.add(&row, self.layout, &mut self.read);
            }
            (at, number) = (end, number + 1);
        }
        self.close(open, bytes, at, each);
    }

    fn close(
        &mut self,
        open: Option<(Patient, &[u8], usize, usize)>,
        bytes: &[u8],
        end: usize,
        each: &mut dyn FnMut(Read<'_>),
    ) {
        let Some((patient, _, start, _)) = open else {
            return;
        };
        self.given = true;
        let history = patient.into_history(&std::mem::take(&mut self.of_table));
        each(Read {
            history,
            text: Cow::Borrowed(&bytes[start..end]),
        });
    }
}

/// What is odd about the columns.
fn of_columns(layout: &Layout) -> Vec<Problem> {
    let quoted = |names: &[String]| {
        let shown = names.iter().take(8).map(|name| format!("{name:?}"));
        let more = if names.len() > 8 { " and others" } else { "" };
        format!("{}{more}", shown.collect::<Vec<_>>().join(", "))
    };
    let mut problems = Vec::new();
    if !layout.missing.is_empty() {
        problems.push(Problem {
            code: "table-column-missing",
            severity: Severity::Warning,
            message: format!(
                "the column map names columns that the header does not have: {}; look at their spelling",
                quoted(&layout.missing)
            ),
            origin: None,
        });
    }
    if !layout.twice.is_empty() {
        problems.push(Problem {
            code: "table-column-twice",
            severity: Severity::Warning,
            message: format!(
                "the header has these columns twice, and they are not read: {}; rename one of each",
                quoted(&layout.twice)
            ),
            origin: None,
        });
    }
    if layout.by_names {
        let read: Vec<String> = layout
            .slots
            .iter()
            .map(|slot| slot.name.to_string())
            .collect();
        problems.push(Problem {
            code: "table-columns-by-name",
            severity: Severity::Warning,
            message: format!(
                "no column map knows this table; these columns are read by their names, and no other: {}; look whether they hold what they say, or give `--columns map.toml`",
                quoted(&read)
            ),
            origin: None,
        });
    }
    problems
}

/// A table of which no column is known.
fn unknown(piece: &Piece) -> Read<'_> {
    let mut record = Record::empty(piece.name.to_string(), RecordKind::Table);
    record.problems.push(Problem {
        code: "table-columns-unknown",
        severity: Severity::Error,
        message: "no column of the table is known: say which column holds what, with `--columns map.toml`".to_owned(),
        origin: None,
    });
    Read {
        history: History::of(record),
        text: Cow::Borrowed(&piece.bytes),
    }
}
