//! A table divided into pieces of whole patients while it is read.

use super::layout::{Layout, header_end};
use super::objects;
use super::rows::{Cell, Shape, cells, row_end, without_end};
use crate::format::Format;
use crate::options::Options;
use crate::piece::{Input, InputError, Piece, Pieces};
use std::io::{BufRead, Read as _};
use std::sync::Arc;

/// About how many bytes a piece has.
const PIECE: usize = 1 << 20;

/// The pieces of a table or of objects in lines.
pub fn pieces(input: Input) -> Pieces {
    let Input {
        name,
        format,
        bytes,
        options,
    } = input;
    Box::new(Divider {
        name,
        format,
        bytes,
        options,
        held: Vec::new(),
        head: Arc::default(),
        layout: None,
        began: false,
        ended: false,
        row: 1,
    })
}

struct Divider {
    name: Arc<str>,
    format: Format,
    bytes: Box<dyn BufRead + Send>,
    options: Arc<Options>,
    /// Bytes that are read and not yet given.
    held: Vec<u8>,
    head: Arc<[u8]>,
    layout: Option<Layout>,
    began: bool,
    ended: bool,
    /// The number of the first row of `held`, from 1.
    row: u64,
}

impl Iterator for Divider {
    type Item = Result<Piece, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.piece().transpose()
    }
}

impl Divider {
    fn piece(&mut self) -> Result<Option<Piece>, InputError> {
        let mut wanted = PIECE;
        loop {
            self.fill(wanted)?;
            if !self.began && !self.begin() {
                if self.held.len() > self.options.max_record {
                    return Err(self.options.too_large());
                }
                wanted = self.held.len() * 2;
                continue;
            }
            if self.held.is_empty() {
                // A header without rows is one piece, so that it can be told.
                let alone = self.row > 0 && !self.head.is_empty();
                self.row = 0;
                return Ok(alone.then(|| self.give(0, 0)));
            }
            if self.ended {
                let all = self.held.len();
                let rows = self.rows(all);
                let piece = self.give(all, rows);
                self.row = 0;
                return Ok(Some(piece));
            }
            if let Some(cut) = self.cut() {
                let rows = self.rows(cut);
                let piece = self.give(cut, rows);
                return Ok(Some(piece));
            }
            if self.held.len() > self.options.max_record.max(PIECE) {
                return Err(self.options.too_large());
            }
            wanted = self.held.len() * 2;
        }
    }

    /// Takes the header off. Nothing is given before it is all there.
    fn begin(&mut self) -> bool {
        if let Format::Table { delimiter } = self.format {
            let given = self.options.columns.as_deref();
            if let Some(layout) = Layout::of_table(&self.held, given, delimiter) {
                let (shape, rows) = (layout.shape, layout.header_rows);
                let Some(end) = header_end(&self.held, shape, rows, self.ended) else {
                    return false;
                };
                let rest = self.held.split_off(end);
                self.head = std::mem::replace(&mut self.held, rest).into();
                self.row += u64::try_from(rows).unwrap_or(u64::MAX);
                self.layout = Some(layout);
            }
        }
        if self.format == Format::JsonLines {
            self.layout = objects::layout(&self.held, self.options.columns.as_deref());
        }
        self.began = true;
        true
    }

    /// Reads until there are so many bytes, or no more.
    fn fill(&mut self, wanted: usize) -> Result<(), InputError> {
        if self.held.len() < wanted && !self.ended {
            let more = u64::try_from(wanted - self.held.len()).unwrap_or(u64::MAX);
            let read = self.bytes.by_ref().take(more).read_to_end(&mut self.held)?;
            self.ended = u64::try_from(read).unwrap_or(u64::MAX) < more;
        }
        Ok(())
    }

    fn shape(&self) -> Shape {
        let plain = Shape {
            delimiter: b',',
            quoting: false,
        };
        let layout = self.layout.as_ref();
        let of_table = layout.filter(|_| self.format != Format::JsonLines);
        of_table.map_or(plain, |layout| layout.shape)
    }

    /// The last place between two patients, at least one patient after the start.
    fn cut(&self) -> Option<usize> {
        let shape = self.shape();
        let ends = RowEnds::new(&self.held, shape);
        let Some(patient) = self.layout.as_ref().and_then(|layout| layout.patient) else {
            return ends.last();
        };
        let layout = self.layout.as_ref()?;
        let column = [layout.wanted[patient]];
        let mut found: Vec<Cell> = Vec::new();
        let mut key = |from: usize, to: usize| {
            let row = without_end(&self.held[from..to]);
            if self.format == Format::JsonLines {
                return objects::patient(row, layout).map(<[u8]>::to_vec);
            }
            cells(row, shape, &column, &mut found);
            found.first().map(|cell| row[cell.range.clone()].to_vec())
        };
        // From the back: the row whose patient differs from the one after it ends a patient.
        let mut after: Option<(usize, Option<Vec<u8>>)> = None;
        for (from, to) in ends.rows_from_the_back() {
            let this = key(from, to);
            if let Some((start, next)) = &after
                && (*next != this || this.as_deref().is_none_or(<[u8]>::is_empty))
            {
                return Some(*start);
            }
            after = Some((from, this));
        }
        None
    }

    fn rows(&self, cut: usize) -> u64 {
        let bytes = &self.held[..cut];
        let shape = self.shape();
        let count = if shape.quoting && memchr::memchr(b'"', bytes).is_some() {
            RowEnds::new(bytes, shape).count()
        } else {
            memchr::memchr_iter(b'\n', bytes).count()
        };
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    fn give(&mut self, cut: usize, rows: u64) -> Piece {
        let rest = self.held.split_off(cut);
        let bytes = std::mem::replace(&mut self.held, rest);
        let first = self.row;
        self.row += rows;
        Piece {
            name: Arc::clone(&self.name),
            format: self.format,
            head: Arc::clone(&self.head),
            bytes,
            first: Some(first),
            options: Arc::clone(&self.options),
        }
    }
}

/// Where rows end.
enum RowEnds<'a> {
    /// At every end of line.
    Lines(&'a [u8]),
    /// At these places, because cells are quoted.
    Places(Vec<usize>),
}

impl<'a> RowEnds<'a> {
    fn new(bytes: &'a [u8], shape: Shape) -> Self {
        if !shape.quoting || memchr::memchr(b'"', bytes).is_none() {
            return Self::Lines(bytes);
        }
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(end) = row_end(bytes, at, shape, false) {
            places.push(end);
            at = end;
        }
        Self::Places(places)
    }

    fn last(&self) -> Option<usize> {
        match self {
            Self::Lines(bytes) => memchr::memrchr(b'\n', bytes).map(|at| at + 1),
            Self::Places(places) => places.last().copied(),
        }
    }

    fn count(&self) -> usize {
        match self {
            Self::Lines(bytes) => memchr::memchr_iter(b'\n', bytes).count(),
            Self::Places(places) => places.len(),
        }
    }

    /// Whole rows, the last one first.
    fn rows_from_the_back(&self) -> Box<dyn Iterator<Item = (usize, usize)> + '_> {
        match self {
            Self::Lines(bytes) => {
                let mut ends = memchr::memrchr_iter(b'\n', bytes).map(|at| at + 1);
                let mut to = ends.next();
                Box::new(std::iter::from_fn(move || {
                    let this = to?;
                    let from = ends.next();
                    to = from;
                    Some((from.unwrap_or(0), this))
                }))
            }
            Self::Places(places) => {
                let from = |at: usize| at.checked_sub(1).map_or(0, |before| places[before]);
                Box::new(
                    (0..places.len())
                        .rev()
                        .map(move |at| (from(at), places[at])),
                )
            }
        }
    }
}
