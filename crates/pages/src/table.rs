//! Compiled tables, and the one way to decide by them.

use crate::band::members;
use crate::finding::Conclusion;
use crate::{Asked, Column, Finding, Grid, MOST_COLUMNS, Row, Rows};
use her2_case::{Question, Term, TermSet};
use jiff::civil::Date;
use std::fmt;
use std::marker::PhantomData;

/// For each column of a table, the bands that the input leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Masks([u64; MOST_COLUMNS]);

impl Masks {
    /// The bands left in a column.
    pub fn column(&self, column: usize) -> u64 {
        self.0[column]
    }

    /// The same with other bands left in a column.
    #[must_use]
    pub fn with(mut self, column: usize, bands: u64) -> Self {
        self.0[column] = bands;
        self
    }
}

/// Masks of a table, one column after the other: a page has at most 128 bands.
#[derive(Clone, Copy)]
pub(crate) struct Packed(u128);

impl Packed {
    /// Of what is settled nothing is asked, so nothing is kept.
    pub(crate) const NOTHING: Self = Self(0);

    pub(crate) fn of(table: &TableData, asked: &[Asked<'_>]) -> Self {
        let mut packed = Packing::default();
        for (bands, column) in table.masks(asked).0.into_iter().zip(table.columns) {
            packed.push(bands, column);
        }
        packed.packed()
    }

    pub(crate) fn unpacked(self, table: &TableData) -> Masks {
        let mut masks = table.unknown();
        let mut bits = self.0;
        for (mask, column) in masks.0.iter_mut().zip(table.columns) {
            *mask &= bits as u64;
            bits = bits.checked_shr(column.rows.len() as u32).unwrap_or(0);
        }
        masks
    }
}

/// Masks, packed one column after the other.
#[derive(Default)]
pub(crate) struct Packing {
    packed: u128,
    shift: usize,
}

impl Packing {
    pub(crate) fn push(&mut self, bands: u64, column: &Column) {
        self.packed |= u128::from(bands) << self.shift;
        self.shift += column.rows.len();
    }

    pub(crate) fn packed(self) -> Packed {
        Packed(self.packed)
    }
}

/// A compiled table, whatever it answers.
pub struct TableData {
    #[doc(hidden)]
    pub page: &'static str,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub question: Question,
    #[doc(hidden)]
    pub columns: &'static [Column],
    #[doc(hidden)]
    pub rows: &'static [Row],
    #[doc(hidden)]
    pub otherwise: Option<&'static str>,
}

impl TableData {
    /// The id of the page.
    pub fn page(&self) -> &'static str {
        self.page
    }

    /// The title of the page.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The question it answers.
    pub fn question(&self) -> Question {
        self.question
    }

    /// The questions it asks.
    pub fn questions(&self) -> impl Iterator<Item = Question> + use<> {
        self.columns.iter().map(|column| column.question)
    }

    /// The columns, with their bands.
    pub fn columns(&self) -> &'static [Column] {
        self.columns
    }

    /// Every row, in the order of the page.
    pub fn rows(&self) -> &'static [Row] {
        self.rows
    }

    /// Nothing known.
    pub fn unknown(&self) -> Masks {
        let mut masks = Masks([0; MOST_COLUMNS]);
        for (mask, column) in masks.0.iter_mut().zip(self.columns) {
            *mask = column.every_band();
        }
        masks
    }

    /// The bands that what is known leaves in each column. What does not belong to a column is not used.
    pub fn masks(&self, asked: &[Asked<'_>]) -> Masks {
        let mut masks = Masks([0; MOST_COLUMNS]);
        for (at, column) in self.columns.iter().enumerate() {
            masks.0[at] = match find(asked, at, column.question) {
                Some(asked) => column.bands_of(&asked.input),
                None => column.every_band(),
            };
        }
        masks
    }

    /// The rows in force on that day, one bit each, by position.
    pub fn in_force_on(&self, day: Date) -> u128 {
        let rows = self.rows.iter().enumerate();
        rows.fold(0, |bits, (at, row)| {
            bits | u128::from(row.in_force_on(day)) << at
        })
    }

    /// What is said where no row holds; without it some row always holds.
    pub fn otherwise(&self) -> Option<&'static str> {
        self.otherwise
    }

    /// The rows that hold for some combination of these bands.
    pub fn rows_for(&self, masks: &Masks) -> Rows {
        Rows {
            rows: self.rows,
            bits: self.bits_for(masks),
        }
    }

    pub(crate) fn bits_for(&self, masks: &Masks) -> u128 {
        let columns = self.columns.iter().zip(&masks.0);
        columns.fold(self.every_row(), |rows, (column, &bands)| {
            rows & column.rows_in(bands)
        })
    }

    pub(crate) fn every_row(&self) -> u128 {
        u128::MAX >> (128 - self.rows.len())
    }

    /// The rows that hold for something of what is known, of a table with one row for every combination: once one row is left, it stays.
    #[inline]
    pub(crate) fn read(&self, asked: &[Asked<'_>]) -> u128 {
        let mut rows = self.every_row();
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(asked) = find(asked, at, column.question) {
                rows &= column.rows_for(&asked.input);
                if rows.is_power_of_two() {
                    break;
                }
            }
        }
        rows
    }

    /// The answers these rows give, one bit a term.
    pub fn answers(rows: Rows) -> u64 {
        rows.fold(0, |answers, row| answers | 1 << row.answer)
    }

    pub(crate) fn answers_of(&self, bits: u128) -> u64 {
        if bits.is_power_of_two() {
            return 1 << self.rows[bits.trailing_zeros() as usize].answer;
        }
        Self::answers(Rows {
            rows: self.rows,
            bits,
        })
    }

    /// The columns of which some single band would leave fewer answers, one bit a column.
    pub fn asks(&self, masks: &Masks) -> u16 {
        self.columns_that_change(masks, |rows| self.answers_of(rows))
    }

    /// The columns of which some single band would leave fewer rows, one bit a column.
    pub(crate) fn asks_of_rows(&self, masks: &Masks) -> u16 {
        self.columns_that_change(masks, |rows| rows)
    }

    fn columns_that_change<T: PartialEq>(&self, masks: &Masks, of: impl Fn(u128) -> T) -> u16 {
        let now = of(self.bits_for(masks));
        let changes = |&at: &usize| {
            let (left, column) = (masks.0[at], &self.columns[at]);
            if left.count_ones() < 2 {
                return false;
            }
            let elsewhere = self.bits_for(&masks.with(at, column.every_band()));
            members(left).any(|band| of(elsewhere & column.rows[band]) != now)
        };
        let columns = 0..self.columns.len();
        columns.filter(changes).fold(0, |bits, at| bits | 1 << at)
    }

    /// Every combination of bands, each with one example of it.
    pub fn grid(&'static self) -> Grid {
        Grid::new(self)
    }
}

/// The asked question of a column; most callers ask in the order of the columns.
#[inline]
pub(crate) fn find<'a, 'b>(
    asked: &'b [Asked<'a>],
    at: usize,
    question: Question,
) -> Option<&'b Asked<'a>> {
    match asked.get(at) {
        Some(first) if first.question == question => Some(first),
        _ => asked.iter().find(|asked| asked.question == question),
    }
}

/// A compiled table that answers with terms of `A`, one row for every combination.
pub struct Table<A> {
    data: TableData,
    answers: PhantomData<A>,
}

impl<A: Term> Table<A> {
    /// The table of a checked page. Only code made from a page calls this: nothing is checked here.
    #[doc(hidden)]
    pub const fn of_page(data: TableData) -> Self {
        Self {
            data,
            answers: PhantomData,
        }
    }

    /// The table, whatever it answers.
    pub const fn data(&'static self) -> &'static TableData {
        &self.data
    }

    /// The id of the page.
    pub fn page(&self) -> &'static str {
        self.data.page
    }

    /// The questions it asks.
    pub fn questions(&self) -> impl Iterator<Item = Question> + use<A> {
        self.data.questions()
    }

    /// The columns, with their bands.
    pub fn columns(&self) -> &'static [Column] {
        self.data.columns
    }

    /// Every row, in the order of the page.
    pub fn rows(&self) -> &'static [Row] {
        self.data.rows
    }

    /// Every combination of bands, each with one example of it.
    pub fn grid(&'static self) -> Grid {
        self.data.grid()
    }

    /// What the page answers. A column that is not asked for is unknown; what is asked beside the columns is not used; the order is free.
    ///
    /// ```
    /// # use her2_pages::{Asked, Table};
    /// # use her2_case::IshGroup;
    /// fn group(table: &'static Table<IshGroup>, asked: &[Asked]) -> Option<IshGroup> {
    ///     table.decide(asked).one()
    /// }
    /// ```
    pub fn decide(&'static self, asked: &[Asked<'_>]) -> Finding<A> {
        Finding::of(Conclusion::of(&self.data, self.data.read(asked), asked))
    }

    /// The answers left, without what they rest on: for a check that seldom has anything to say. What it says is a finding of [`Table::decide`].
    pub fn answers(&'static self, asked: &[Asked<'_>]) -> TermSet<A> {
        TermSet::from_bits(self.data.answers_of(self.data.read(asked)))
    }
}

impl<A> fmt::Debug for Table<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Table({})", self.data.page)
    }
}

impl fmt::Debug for TableData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Table({})", self.page)
    }
}
