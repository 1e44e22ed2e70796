//! Every combination of a table's bands, one example each.

use crate::band::members;
use crate::{Asked, MOST_COLUMNS, Masks, TableData};

/// Walks through every combination of bands; the last column turns fastest.
#[derive(Clone, Debug)]
pub struct Grid {
    table: &'static TableData,
    next: Option<[u8; MOST_COLUMNS]>,
}

/// One combination of bands.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The bands, one in each column.
    pub masks: Masks,
    /// A value of each band, in the order of the columns: the first term of it, or its least number.
    pub example: Vec<Asked<'static>>,
}

impl Grid {
    pub(crate) fn new(table: &'static TableData) -> Self {
        Self {
            table,
            next: Some([0; MOST_COLUMNS]),
        }
    }

    /// How many combinations there are.
    pub fn combinations(&self) -> usize {
        let bands = self.table.columns.iter().map(|column| column.rows.len());
        bands.product()
    }

    fn after(&self, mut at: [u8; MOST_COLUMNS]) -> Option<[u8; MOST_COLUMNS]> {
        for (column, band) in self.table.columns.iter().zip(&mut at).rev() {
            *band += 1;
            if usize::from(*band) < column.rows.len() {
                return Some(at);
            }
            *band = 0;
        }
        None
    }
}

impl Iterator for Grid {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        let at = self.next?;
        self.next = self.after(at);
        let mut masks = self.table.unknown();
        let mut example = Vec::with_capacity(self.table.columns.len());
        for (column, of) in self.table.columns.iter().enumerate() {
            let band = usize::from(at[column]);
            masks = masks.with(column, 1 << band);
            example.push(Asked::new(of.question, of.example(band), None));
        }
        Some(Cell { masks, example })
    }
}

impl Cell {
    /// The combination as a person would write it, for example `her2-cep17-ratio 2.0, her2-copies 4.0`.
    pub fn describe(&self) -> String {
        let parts = self.example.iter().map(|asked| {
            let value = match asked.input() {
                crate::Input::Number(value) => value.to_string(),
                crate::Input::Terms(terms) => term_names(asked.question(), terms),
                _ => "-".to_owned(),
            };
            format!("{} {value}", asked.question().name())
        });
        parts.collect::<Vec<_>>().join(", ")
    }
}

fn term_names(question: her2_case::Question, terms: u64) -> String {
    let her2_case::Kind::Terms(names) = question.kind() else {
        return "-".to_owned();
    };
    let names = members(terms).filter_map(|term| names.get(term).copied());
    names.collect::<Vec<_>>().join(" or ")
}
