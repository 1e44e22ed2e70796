//! Which column of a table holds what: a map put onto a header.

use super::named;
use super::rows::{Cell, Shape, Wrap, cells, row_end, without_end};
use crate::value;
use her2_case::CoursePoint;
use her2_knowledge::{
    Columns, DateOrder, Dictionary, PatientRows, TableItem, TableMap, TableMapFault, table_maps,
};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Which columns of a table hold what, as a person or the project wrote it.
#[derive(Clone, Debug)]
pub struct ColumnMap {
    map: Arc<TableMap>,
}

impl ColumnMap {
    /// Reads a map in TOML.
    ///
    /// # Errors
    ///
    /// A sentence on what is wrong, with the nearest item where one is not known.
    pub fn parse(text: &str) -> Result<Self, TableMapFault> {
        let map = Arc::new(TableMap::parse(text)?);
        Ok(Self { map })
    }
}

/// The maps that are compiled in.
fn known() -> &'static [Arc<TableMap>] {
    static KNOWN: OnceLock<Vec<Arc<TableMap>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let maps = table_maps().iter();
        // Each is checked when the project is built.
        maps.filter_map(|(_, text)| TableMap::parse(text).ok().map(Arc::new))
            .collect()
    })
}

const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// More columns than this are not looked at.
const MOST_COLUMNS: usize = 20_000;

/// A column that is read.
#[derive(Debug)]
pub struct Slot {
    /// What it holds.
    pub item: TableItem,
    /// The position of its cell among those that are wanted.
    pub cell: usize,
    /// The sample it is of.
    pub sample: usize,
    /// Its name.
    pub name: Arc<str>,
    /// What its texts stand for.
    pub values: Option<Dictionary>,
}

/// A sample of a row.
#[derive(Debug)]
pub struct SampleOf {
    /// Where on the course it was taken, if always at the same point.
    pub point: Option<CoursePoint>,
    /// Whether it is told once a patient.
    pub once: bool,
}

/// A map on a header.
#[derive(Debug)]
pub struct Layout {
    /// How rows are written.
    pub shape: Shape,
    /// The columns that are read, ascending.
    pub wanted: Vec<usize>,
    /// What they hold.
    pub slots: Vec<Slot>,
    /// The samples of a row, at least one.
    pub samples: Vec<SampleOf>,
    /// How many columns the header has; nothing for rows that name their cells.
    pub width: Option<usize>,
    /// The position among the wanted cells of the patient's identifier, if rows of one patient stand together.
    pub patient: Option<usize>,
    /// How days are written.
    pub dates: Option<DateOrder>,
    /// Columns of the map that the header does not have, where it should.
    pub missing: Vec<String>,
    /// Columns of the map that the header has twice; they are not read.
    pub twice: Vec<String>,
    /// Rows of the header.
    pub header_rows: usize,
    /// Whether no map was given or known, and columns are read by their names.
    pub by_names: bool,
}

/// A map that fits a header, and how its rows are written.
struct Fit {
    map: Arc<TableMap>,
    shape: Shape,
    names: Vec<String>,
}

/// The rows at the start of a table, without the mark of its encoding.
fn header(bytes: &[u8], shape: Shape, rows: usize) -> Vec<&[u8]> {
    let mut at = mark(bytes);
    let mut found = Vec::new();
    while found.len() < rows && at < bytes.len() {
        let end = row_end(bytes, at, shape, true).unwrap_or(bytes.len());
        found.push(without_end(&bytes[at..end]));
        at = end;
    }
    found
}

/// Bytes of the mark of an encoding at the start.
pub fn mark(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    }
}

/// One past the header of a table, if it is all there.
pub fn header_end(bytes: &[u8], shape: Shape, rows: usize, is_all: bool) -> Option<usize> {
    let mut at = mark(bytes);
    for _ in 0..rows {
        at = match row_end(bytes, at, shape, is_all) {
            Some(end) => end,
            None if is_all => bytes.len(),
            None => return None,
        };
    }
    Some(at)
}

fn names(row: &[u8], shape: Shape) -> Vec<String> {
    let mut found: Vec<Cell> = Vec::new();
    let every: Vec<usize> = (0..MOST_COLUMNS).collect();
    cells(row, shape, &every, &mut found);
    let text = |range: Range<usize>| String::from_utf8_lossy(&row[range]).into_owned();
    let name = |cell: Cell| {
        let name = text(cell.range);
        if cell.wrap == Wrap::Doubled {
            name.replace("\"\"", "\"")
        } else {
            name
        }
    };
    found.into_iter().map(name).collect()
}

/// How well a map knows a header.
fn knows(map: &TableMap, names: &[String]) -> bool {
    let has = |column: &String| names.contains(column);
    let all = !map.known_by.is_empty() && map.known_by.iter().all(has);
    all || map.known_by_any.iter().any(has)
}

/// The compiled map that knows the header of these bytes.
fn known_fit(bytes: &[u8]) -> Option<Fit> {
    let hinted = |map: &TableMap| {
        let mut first = map.known_by.iter().take(1).chain(&map.known_by_any);
        first.any(|name| memchr::memmem::find(bytes, name.as_bytes()).is_some())
    };
    let maps = known().iter().filter(|map| hinted(map));
    maps.flat_map(|map| {
        let delimiters = DELIMITERS.iter().copied();
        let fitting = delimiters.filter(|one| map.delimiter.is_none_or(|given| given == *one));
        fitting.map(move |delimiter| (map, delimiter))
    })
    .find_map(|(map, delimiter)| {
        let fit = fit(map, delimiter, bytes)?;
        (fit.names.len() > 1 && knows(map, &fit.names)).then_some(fit)
    })
}

fn fit(map: &Arc<TableMap>, delimiter: u8, bytes: &[u8]) -> Option<Fit> {
    let shape = Shape {
        delimiter,
        quoting: map.quoting,
    };
    let rows = header(bytes, shape, map.header_rows);
    let names = names(rows.get(map.names_row)?, shape);
    Some(Fit {
        map: Arc::clone(map),
        shape,
        names,
    })
}

/// The byte between cells, if these are the first lines of a table: one that a compiled map knows, or one whose columns name what is read.
pub fn delimiter(head: &[u8]) -> Option<u8> {
    let known = known_fit(head).map(|fit| fit.shape.delimiter);
    known.or_else(|| named::delimiter_of(head, &DELIMITERS))
}

/// The names of the columns of a table that no map knows, with the map that they make.
fn named_fit(head: &[u8], delimiter: u8) -> Option<Fit> {
    let shape = Shape {
        delimiter,
        quoting: true,
    };
    let rows = header(head, shape, 1);
    let names = names(rows.first()?, shape);
    let map = Arc::new(named::map_of(&names, Some(delimiter))?);
    Some(Fit { map, shape, names })
}

/// The byte that stands most often between the cells of the first line.
pub fn likeliest_delimiter(head: &[u8]) -> u8 {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |of: u8| line.iter().filter(|byte| **byte == of).count();
    // Of several that stand equally often the first.
    let mut best = DELIMITERS[0];
    for other in &DELIMITERS[1..] {
        if count(*other) > count(best) {
            best = *other;
        }
    }
    best
}

impl Layout {
    /// The layout of a table by the map that was given, or by a compiled one that knows its header.
    pub fn of_table(head: &[u8], given: Option<&ColumnMap>, delimiter: u8) -> Option<Self> {
        let fit = match given {
            Some(given) => {
                let delimiter = given.map.delimiter.unwrap_or(delimiter);
                fit(&given.map, delimiter, head)?
            }
            None => match known_fit(head) {
                Some(fit) => fit,
                None => {
                    let fit = named_fit(head, delimiter)?;
                    let mut layout = Self::new(&fit.map, fit.shape, Some(&fit.names));
                    layout.by_names = true;
                    return Some(layout);
                }
            },
        };
        Some(Self::new(&fit.map, fit.shape, Some(&fit.names)))
    }

    /// The layout of objects that name their cells.
    pub fn of_objects(keys: &[String], given: Option<&ColumnMap>) -> Option<Self> {
        let map = match given {
            Some(given) => &given.map,
            None => known().iter().find(|map| knows(map, keys))?,
        };
        let shape = Shape {
            delimiter: b',',
            quoting: true,
        };
        Some(Self::new(map, shape, None))
    }

    fn new(map: &TableMap, shape: Shape, names: Option<&[String]>) -> Self {
        let mut layout = Self {
            shape,
            wanted: Vec::new(),
            slots: Vec::new(),
            samples: Vec::new(),
            width: names.map(<[String]>::len),
            patient: None,
            dates: map.dates,
            missing: Vec::new(),
            twice: Vec::new(),
            header_rows: map.header_rows,
            by_names: false,
        };
        let mut found: Vec<(usize, Slot)> = Vec::new();
        layout.find(&map.columns, 0, names, &mut found);
        for (sample, of) in map.samples.iter().enumerate() {
            layout.find(&of.columns, sample, names, &mut found);
            let point = of.point.as_deref().and_then(value::point);
            layout.samples.push(SampleOf {
                point: point.map(|read| read.value),
                once: of.once,
            });
        }
        if map.samples.is_empty() {
            layout.samples.push(SampleOf {
                point: None,
                once: false,
            });
        }
        found.sort_by_key(|(column, _)| *column);
        for (column, mut slot) in found {
            if layout.wanted.last() != Some(&column) {
                layout.wanted.push(column);
            }
            slot.cell = layout.wanted.len() - 1;
            if slot.item == TableItem::Patient && map.patient_rows == PatientRows::Consecutive {
                layout.patient = Some(slot.cell);
            }
            layout.slots.push(slot);
        }
        if map.known_by.is_empty() && !map.known_by_any.is_empty() {
            // A table of which every column may be left out.
            layout.missing.clear();
        }
        layout
    }

    /// Finds the columns of a sample. Objects name their cells: their columns are numbered in the order of the map.
    fn find(
        &mut self,
        columns: &Columns,
        sample: usize,
        names: Option<&[String]>,
        found: &mut Vec<(usize, Slot)>,
    ) {
        for (item, column) in &columns.columns {
            let at = match names {
                None => Some(found.len()),
                Some(names) => {
                    let mut places = names.iter().enumerate().filter(|(_, name)| *name == column);
                    let at = places.next().map(|(at, _)| at);
                    if places.next().is_some() {
                        self.twice.push(column.clone());
                        continue;
                    }
                    at
                }
            };
            let Some(at) = at else {
                self.missing.push(column.clone());
                continue;
            };
            let slot = Slot {
                item: *item,
                cell: 0,
                sample,
                name: column.as_str().into(),
                values: columns.values.get(item).cloned(),
            };
            found.push((at, slot));
        }
    }

    /// Whether any column says something.
    pub fn reads_something(&self) -> bool {
        let of_patient = |slot: &Slot| slot.item == TableItem::Patient;
        self.slots.iter().any(|slot| !of_patient(slot))
    }
}
