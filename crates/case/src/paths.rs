//! Where ranges of a structured record stand in the terms of its format, and identifiers that are never shown.

use crate::Span;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// Names of ranges of a record's text in the terms of its format: `Observation/a.valueQuantity`, `OBX 12`, `row 7, column "HER2"`.
///
/// Kept for the ranges that facts were read from, not for everything in the record. `Debug` shows the count only.
#[derive(Clone, Default)]
pub struct Paths(Vec<(Span, Name)>);

/// The name of a range. Most are never asked for: one of a cell is written when it is.
#[derive(Clone)]
enum Name {
    Whole(Arc<str>),
    Cell {
        row: u64,
        column: Arc<str>,
        text: OnceLock<Box<str>>,
    },
}

impl Name {
    fn text(&self) -> &str {
        match self {
            Self::Whole(name) => name,
            Self::Cell { row, column, text } => {
                text.get_or_init(|| format!("row {row}, column {column:?}").into())
            }
        }
    }
}

impl Paths {
    /// Names a range. A name holds element, segment and column names and positions, never a value of the record.
    pub fn add(&mut self, span: Span, path: impl Into<Arc<str>>) {
        self.0.push((span, Name::Whole(path.into())));
    }

    /// Names the cells of a row of a table, each by its column.
    pub fn add_cells<'a>(
        &mut self,
        row: u64,
        cells: impl ExactSizeIterator<Item = (Span, &'a Arc<str>)>,
    ) {
        let cell = |(span, column): (Span, &Arc<str>)| {
            let column = Arc::clone(column);
            let text = OnceLock::new();
            (span, Name::Cell { row, column, text })
        };
        self.0.extend(cells.map(cell));
    }

    /// The name of the smallest range that holds this one.
    pub fn of(&self, span: Span) -> Option<&str> {
        self.find(span).map(|(_, path)| path)
    }

    /// The smallest range that holds this one, with its name.
    pub fn find(&self, span: Span) -> Option<(Span, &str)> {
        let holds = |of: &Span| of.start <= span.start && span.end <= of.end;
        let around = self.0.iter().filter(|(of, _)| holds(of));
        let smallest = around.min_by_key(|(of, _)| of.end - of.start)?;
        Some((smallest.0, smallest.1.text()))
    }

    /// Every named range, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (Span, &str)> {
        self.0.iter().map(|(span, name)| (*span, name.text()))
    }

    /// Moves every range.
    pub fn relocate(&mut self, to: impl Fn(Span) -> Span) {
        for (span, _) in &mut self.0 {
            *span = to(*span);
        }
    }

    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the names of another record of the same text.
    pub fn join(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }
}

impl fmt::Debug for Paths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Paths({})", self.0.len())
    }
}

/// An identifier of a record: compared, written where a format asks for one, and never shown by `Debug`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Arc<str>);

impl Key {
    /// This identifier. Space around it does not count.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.into()))
    }

    /// The identifier as it was given. It is patient data.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_range_around_a_place_names_it() {
        let mut paths = Paths::default();
        paths.add(Span::new(0, 100), "Observation/a");
        paths.add(Span::new(10, 20), "Observation/a.valueQuantity");
        assert_eq!(
            paths.of(Span::new(12, 14)),
            Some("Observation/a.valueQuantity")
        );
        assert_eq!(paths.of(Span::new(12, 24)), Some("Observation/a"));
        assert_eq!(paths.of(Span::new(99, 101)), None);
    }

    #[test]
    fn a_cell_is_named_by_its_row_and_column() {
        let mut paths = Paths::default();
        let column: Arc<str> = "HER2 \"IHC\"".into();
        paths.add_cells(7, [(Span::new(3, 5), &column)].into_iter());
        let name = paths.of(Span::new(3, 5));
        assert_eq!(name, Some(r#"row 7, column "HER2 \"IHC\"""#));
    }

    #[test]
    fn an_identifier_stays_out_of_debug() {
        let key = Key::new(" S-17 ").expect("it is not empty");
        assert_eq!((key.as_str(), format!("{key:?}").as_str()), ("S-17", "Key"));
        assert!(Key::new("  ").is_none());
    }
}
