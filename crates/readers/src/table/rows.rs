//! Rows and cells, as ranges of the bytes: nothing is copied, and columns that nobody asks for are only counted.

use memchr::{memchr, memchr_iter, memchr2};
use std::ops::Range;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The byte between cells.
    pub delimiter: u8,
    /// Whether a cell may stand in double quotes.
    pub quoting: bool,
}

/// A quote that is not closed within as many bytes is a letter like any other.
pub const LONGEST_QUOTED: usize = 1 << 20;

/// One past the end of the line of a row; nothing if the row does not end here and more may follow.
pub fn row_end(bytes: &[u8], start: usize, shape: Shape, is_all: bool) -> Option<usize> {
    if !shape.quoting {
        return memchr(b'\n', &bytes[start..]).map(|end| start + end + 1);
    }
    let mut at = start;
    loop {
        let found = at + memchr2(b'"', b'\n', &bytes[at..])?;
        if bytes[found] == b'\n' {
            return Some(found + 1);
        }
        if found != start && bytes[found - 1] != shape.delimiter {
            at = found + 1;
            continue;
        }
        at = match closing(&bytes[found..]) {
            Some(closed) => found + closed,
            None if !is_all && bytes.len() - found <= LONGEST_QUOTED => return None,
            None => found + 1,
        };
    }
}

/// One past the quote that closes the one at the start.
fn closing(bytes: &[u8]) -> Option<usize> {
    let bytes = &bytes[..bytes.len().min(LONGEST_QUOTED)];
    let mut at = 1;
    loop {
        at += memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its bytes without quotes and space around it.
    pub range: Range<usize>,
    /// How its text is wrapped.
    pub wrap: Wrap,
}

/// What has to be undone to get from the bytes of a cell to its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wrap {
    /// Nothing.
    #[default]
    Plain,
    /// Quotes are doubled.
    Doubled,
    /// Letters are escaped as in a string of JSON.
    Escaped,
}

/// A row without its end of line.
pub fn without_end(row: &[u8]) -> &[u8] {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row)
}

/// The cells of the wanted columns, in the order of `wanted`, which ascends; gives how many cells the row has.
pub fn cells(row: &[u8], shape: Shape, wanted: &[usize], out: &mut Vec<Cell>) -> usize {
    out.clear();
    if shape.quoting && memchr(b'"', row).is_some() {
        return quoted(row, shape, wanted, out);
    }
    let (mut column, mut start, mut next) = (0, 0, 0);
    let mut ends = memchr_iter(shape.delimiter, row);
    while next < wanted.len() {
        let end = ends.next();
        if column == wanted[next] {
            out.push(Cell {
                range: trimmed(row, start..end.unwrap_or(row.len())),
                wrap: Wrap::Plain,
            });
            next += 1;
        }
        column += 1;
        match end {
            Some(end) => start = end + 1,
            None => return column,
        }
    }
    column + 1 + memchr_iter(shape.delimiter, &row[start..]).count()
}

fn quoted(row: &[u8], shape: Shape, wanted: &[usize], out: &mut Vec<Cell>) -> usize {
    let (mut column, mut start, mut next) = (0, 0, 0);
    loop {
        let closed = (row.get(start) == Some(&b'"'))
            .then(|| closing(&row[start..]).map(|end| start + end))
            .flatten();
        let from = closed.unwrap_or(start);
        let end = memchr(shape.delimiter, &row[from..]).map_or(row.len(), |end| from + end);
        if wanted.get(next) == Some(&column) {
            let cell = match closed {
                Some(closed) => {
                    let range = trimmed(row, start + 1..closed - 1);
                    let wrap = match memchr(b'"', &row[range.clone()]) {
                        Some(_) => Wrap::Doubled,
                        None => Wrap::Plain,
                    };
                    Cell { range, wrap }
                }
                None => Cell {
                    range: trimmed(row, start..end),
                    wrap: Wrap::Plain,
                },
            };
            out.push(cell);
            next += 1;
        }
        column += 1;
        if end == row.len() {
            return column;
        }
        start = end + 1;
    }
}

/// A range of a row without the space around what is in it.
pub fn trimmed(row: &[u8], range: Range<usize>) -> Range<usize> {
    let cell = &row[range.clone()];
    let start = range.start + (cell.len() - cell.trim_ascii_start().len());
    start..start + cell.trim_ascii().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: Shape = Shape {
        delimiter: b',',
        quoting: true,
    };

    fn all(row: &str) -> Vec<String> {
        let mut out = Vec::new();
        let wanted: Vec<usize> = (0..100).collect();
        let count = cells(row.as_bytes(), CSV, &wanted, &mut out);
        assert_eq!(count, out.len());
        out.iter()
            .map(|cell| row[cell.range.clone()].to_owned())
            .collect()
    }

    #[test]
    fn a_cell_is_a_range_with_or_without_quotes() {
        assert_eq!(all("a,b,c"), ["a", "b", "c"]);
        assert_eq!(all("a,,"), ["a", "", ""]);
        assert_eq!(all(""), [""]);
        assert_eq!(all(" a , \"b\" "), ["a", "\"b\""]);
        assert_eq!(all("\"a,b\",c"), ["a,b", "c"]);
        assert_eq!(all("\"a\"\"b\",c"), ["a\"\"b", "c"]);
        assert_eq!(all("\"a,b"), ["\"a", "b"]);
        assert_eq!(all("5\",c"), ["5\"", "c"]);
    }

    #[test]
    fn only_wanted_columns_are_given_and_all_are_counted() {
        let mut out = Vec::new();
        assert_eq!(cells(b"a,b,c,d", CSV, &[1, 2], &mut out), 4);
        assert_eq!(out.len(), 2);
        assert_eq!(cells(b"\"a\",b,c,d", CSV, &[1], &mut out), 4);
        assert_eq!(out[0].range, 4..5);
        assert_eq!(cells(b"a,b", CSV, &[1, 5], &mut out), 2);
        assert_eq!(out.len(), 1);
    }

    #[test]
    fn a_row_ends_at_a_line_end_outside_quotes() {
        let bytes = b"a,\"b\nc\",d\ne\n";
        assert_eq!(row_end(bytes, 0, CSV, false), Some(10));
        assert_eq!(row_end(bytes, 10, CSV, false), Some(12));
        assert_eq!(row_end(b"a,\"b\nc", 0, CSV, false), None);
        assert_eq!(row_end(b"a,\"b\nc", 0, CSV, true), Some(5));
        assert_eq!(row_end(b"5\" a\nc", 0, CSV, false), Some(5));
    }
}
