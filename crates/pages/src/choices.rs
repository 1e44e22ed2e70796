//! Tables of options: every row that holds, the first rank first.

use crate::finding::Conclusion;
use crate::{Asked, Asks, Finding, Table, TableData};
use her2_case::Term;
use std::fmt;

/// A compiled table in which every row that holds is an option.
pub struct Choices<A> {
    table: Table<A>,
}

/// An option of a table.
#[derive(Clone, Copy)]
pub struct Choice<A> {
    /// The option, with its row.
    pub finding: Finding<A>,
    /// Whether it holds whatever the unknown inputs are; otherwise it may hold.
    pub certain: bool,
}

impl<A: Term> Choices<A> {
    /// The table of a checked page. Only code made from a page calls this: nothing is checked here.
    #[doc(hidden)]
    pub const fn of_page(data: TableData) -> Self {
        Self {
            table: Table::of_page(data),
        }
    }

    /// The table, whatever it answers.
    pub const fn data(&'static self) -> &'static TableData {
        self.table.data()
    }

    /// Every row that holds or may hold, the first rank first.
    pub fn decide(&'static self, asked: &[Asked<'_>]) -> Vec<Choice<A>> {
        let data = self.data();
        let masks = data.masks(asked);
        let held = data.bits_for(&masks);
        let mut choices: Vec<_> = (0..data.rows.len())
            .filter(|row| held & 1 << row != 0)
            .map(|row| {
                let certain = data
                    .columns
                    .iter()
                    .enumerate()
                    .all(|(at, column)| column.holds_throughout(masks.column(at), row));
                let choice = Choice {
                    finding: Finding::of(Conclusion::of(data, 1 << row, asked)),
                    certain,
                };
                (data.rows[row].rank, choice)
            })
            .collect();
        choices.sort_by_key(|(rank, _)| *rank);
        choices.into_iter().map(|(_, choice)| choice).collect()
    }

    /// The questions whose answer could rule an option out.
    pub fn asks(&'static self, asked: &[Asked<'_>]) -> Asks {
        let data = self.data();
        Asks::of(data, data.asks_of_rows(&data.masks(asked)))
    }
}

impl<A> fmt::Debug for Choices<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Choices of {:?}", self.table)
    }
}

impl<A> fmt::Debug for Choice<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.finding.fmt(f)
    }
}
