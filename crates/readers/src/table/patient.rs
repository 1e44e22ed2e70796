//! Rows of one patient on their way to a history.

use super::cell::{CellSays, Cells};
use super::layout::Layout;
use super::rows::Cell;
use super::sample::{Place, Sample};
use crate::value::Menopausal;
use her2_case::{
    Course, Fact, History, Key, Menopause, Origin, Problem, Record, RecordKind, Severity, Span,
};
use her2_knowledge::TableItem;

/// More rows of one patient are a mistake in the map or in the table.
pub const MOST_ROWS: usize = 1000;

/// A row of the patient.
pub struct Row<'a> {
    /// Its number in the table, from 1.
    pub number: u64,
    /// Where it begins in the patient's text.
    pub start: usize,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its wanted cells; fewer where it has fewer columns.
    pub cells: &'a [Cell],
    /// How many cells it has.
    pub width: usize,
}

/// A patient as far as the rows are read.
pub struct Patient {
    name: String,
    key: Option<Key>,
    records: Vec<Record>,
    course: Course,
    problems: Vec<Problem>,
    rows: usize,
}

impl Patient {
    /// A patient whose first row is this one.
    pub fn new(name: String) -> Self {
        Self {
            name,
            key: None,
            records: Vec::new(),
            course: Course::default(),
            problems: Vec::new(),
            rows: 0,
        }
    }

    /// Adds a problem of a row.
    pub fn complain(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Adds a row.
    pub fn add(&mut self, row: &Row<'_>, layout: &Layout, read: &mut Cells) {
        self.rows += 1;
        if layout
            .width
            .is_some_and(|width| !fits(row, width, layout.shape.delimiter))
        {
            // With a cell too few or too many it is not known which cell is which.
            let origin = Span::new(row.start, row.start + row.bytes.len());
            self.problems.push(Problem {
                code: "table-row-ragged",
                severity: Severity::Error,
                message: format!(
                    "row {} has {} cells and the header {}: nothing is read from it; quote cells that hold the separator or a line end",
                    row.number,
                    row.width,
                    layout.width.unwrap_or_default()
                ),
                origin: Some(Origin::span(origin)),
            });
            return;
        }
        let mut samples: Vec<Sample> = layout
            .samples
            .iter()
            .map(|sample| Sample::at(sample.point))
            .collect();
        for (at, slot) in layout.slots.iter().enumerate() {
            let Some(cell) = row.cells.get(slot.cell) else {
                continue;
            };
            let text = &row.bytes[cell.range.clone()];
            if text.is_empty() {
                continue;
            }
            let says = read.read(at, slot, text, cell.wrap, layout.dates);
            let place = Place {
                start: row.start + cell.range.start,
                end: row.start + cell.range.end,
                text,
                column: &slot.name,
            };
            if slot.item.is_of_patient() {
                self.of_patient(slot.item, &says, place);
                if matches!(*says, CellSays::NotUnderstood) {
                    samples[0].take(slot.item, at, &says, place);
                }
            } else {
                samples[slot.sample].take(slot.item, at, &says, place);
            }
        }
        for (of, sample) in layout.samples.iter().zip(&mut samples) {
            let told = of.once && self.rows > 1;
            if told || sample.is_empty() && layout.samples.len() > 1 {
                continue;
            }
            let (mut record, used) = sample.take_record(self.name.clone());
            let cells = used.iter();
            let named = cells.map(|(span, slot)| (*span, &layout.slots[*slot].name));
            record.paths.add_cells(row.number, named);
            self.records.push(record);
        }
    }

    fn of_patient(&mut self, item: TableItem, says: &CellSays, place: Place<'_>) {
        let origin = Origin::span(Span::new(place.start, place.end));
        let course = &mut self.course;
        match (item, says) {
            (TableItem::Patient, CellSays::Identifier) => {
                self.key = Key::new(&String::from_utf8_lossy(place.text));
            }
            (TableItem::Sex, CellSays::Sex(read)) => {
                course.sex = course.sex.or(Some(Fact::new(read.value, origin)));
            }
            (TableItem::Menopause, CellSays::Menopause(read)) => {
                let state = match read.value {
                    Menopausal::Pre => Menopause::Pre,
                    Menopausal::Post => Menopause::Post,
                    // Neither before nor after it.
                    Menopausal::Peri => return,
                };
                course.menopause = course.menopause.or(Some(Fact::new(state, origin)));
            }
            (TableItem::Setting, CellSays::Setting(setting)) => {
                course.setting = course.setting.or(Some(Fact::new(*setting, origin)));
            }
            (TableItem::BirthDate, CellSays::Day(day)) => {
                course.born = course.born.or(Some(Fact::new(*day, origin)));
            }
            (TableItem::DiagnosisDate, CellSays::Day(day)) => {
                course.diagnosed = course.diagnosed.or(Some(Fact::new(*day, origin)));
            }
            (TableItem::RecurrenceDate, CellSays::Day(day)) => {
                course.recurrence = course.recurrence.or(Some(Fact::new(*day, origin)));
            }
            _ => {}
        }
    }

    /// The history, with problems of the table as a whole before those of its rows.
    pub fn into_history(mut self, of_table: &[Problem]) -> History {
        if self.records.is_empty() {
            let empty = Record::empty(self.name.clone(), RecordKind::Table);
            self.records.push(empty);
        }
        if self.records.len() > 1 {
            self.records = oldest_first(self.records);
        }
        let before = of_table.iter().cloned().chain(self.problems);
        self.records[0].problems.splice(0..0, before);
        History {
            name: self.name,
            kind: RecordKind::Table,
            patient: self.key,
            records: self.records,
            course: self.course,
            passed_over: Vec::new(),
        }
    }
}

/// Undated ones stay behind the dated one before them.
fn oldest_first(records: Vec<Record>) -> Vec<Record> {
    let mut last = jiff::civil::Date::MIN;
    let mut keyed: Vec<_> = records
        .into_iter()
        .map(|record| {
            let taken = || record.specimens.iter().find_map(|specimen| specimen.date);
            last = record
                .date
                .map(|date| date.value)
                .or_else(taken)
                .unwrap_or(last);
            (last, record)
        })
        .collect();
    keyed.sort_by_key(|(day, _)| *day);
    keyed.into_iter().map(|(_, record)| record).collect()
}

/// A separator at the end of every row is no cell.
fn fits(row: &Row<'_>, width: usize, delimiter: u8) -> bool {
    row.width == width || row.width == width + 1 && row.bytes.last() == Some(&delimiter)
}
