//! Rows: what a page says in one line, where it says it, and by which source.

use her2_case::{Question, Term, TermSet};
use jiff::civil::Date;
use std::fmt;

/// A place in a source: an edition or another source, and the anchor of a figure, a table or a section of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The folder of the edition, or the name of the other source.
    pub edition: &'static str,
    /// The place in it, as declared in the edition's page.
    pub anchor: &'static str,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.edition, self.anchor)
    }
}

/// One row of a page's table.
#[derive(Debug)]
pub struct Row {
    #[doc(hidden)]
    pub page: &'static str,
    #[doc(hidden)]
    pub line: u32,
    #[doc(hidden)]
    pub anchor: &'static str,
    #[doc(hidden)]
    pub cite: Citation,
    #[doc(hidden)]
    pub project: bool,
    #[doc(hidden)]
    pub rank: u16,
    #[doc(hidden)]
    pub answer: u8,
    #[doc(hidden)]
    pub also: &'static [(Question, u64)],
    #[doc(hidden)]
    pub carried: &'static [(&'static str, &'static str)],
    #[doc(hidden)]
    pub from: Option<Date>,
    #[doc(hidden)]
    pub until: Option<Date>,
}

impl Row {
    /// The id of the page, for example `edition/question`.
    pub fn page(&self) -> &'static str {
        self.page
    }

    /// The line of the page on which the row stands.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The row's label, unique in its page; the source's own where it has one.
    pub fn anchor(&self) -> &'static str {
        self.anchor
    }

    /// The source the row follows.
    pub fn cite(&self) -> Citation {
        self.cite
    }

    /// Whether the row is an engineering rule of this project and not the source's own.
    pub fn is_project_rule(&self) -> bool {
        self.project
    }

    /// Its rank among options, smaller first.
    pub fn rank(&self) -> u16 {
        self.rank
    }

    /// The text of a column that the page carries; nothing where the cell is `-`.
    pub fn carried(&self, column: &str) -> Option<&'static str> {
        let carried = self.carried.iter().find(|carried| carried.0 == column);
        carried.map(|carried| carried.1)
    }

    /// The first day on which it is in force, if one is known.
    pub fn from(&self) -> Option<Date> {
        self.from
    }

    /// The last day on which it is in force, if it ends.
    pub fn until(&self) -> Option<Date> {
        self.until
    }

    /// Whether it is in force on that day.
    #[inline]
    pub fn in_force_on(&self, day: Date) -> bool {
        self.from.is_none_or(|first| first <= day) && self.until.is_none_or(|last| day <= last)
    }

    /// The terms that the row gives to a further question.
    pub fn also<B: Term>(&self) -> TermSet<B> {
        TermSet::from_bits(self.also_bits(B::QUESTION))
    }

    /// The same for any question, one bit a term.
    pub fn also_bits(&self, question: Question) -> u64 {
        let given = self.also.iter().find(|given| given.0 == question);
        given.map_or(0, |given| given.1)
    }
}

/// Rows of one table, in the order of the page.
#[derive(Clone, Copy)]
pub struct Rows {
    pub(crate) rows: &'static [Row],
    pub(crate) bits: u128,
}

impl Rows {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.bits == 0
    }

    /// The only row, if there is exactly one.
    pub fn single(&self) -> Option<&'static Row> {
        self.bits
            .is_power_of_two()
            .then(|| &self.rows[self.bits.trailing_zeros() as usize])
    }
}

impl Iterator for Rows {
    type Item = &'static Row;

    fn next(&mut self) -> Option<&'static Row> {
        if self.bits == 0 {
            return None;
        }
        let next = self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(&self.rows[next])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.bits.count_ones() as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Rows {}

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.map(Row::anchor)).finish()
    }
}
