//! Weighing options: of every row of a table whether it holds, may hold or does not, and requirement by requirement why.

use crate::band::members;
use crate::finding::Conclusion;
use crate::table::{Packed, Packing};
use crate::{Asked, Bands, Bound, Choices, Column, Cut, Finding, Row, TableData};
use her2_case::{Question, Term};
use std::fmt;
use std::marker::PhantomData;

/// How something that is required stands to what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is met whatever is still unknown.
    Met,
    /// It depends on something unknown.
    Open,
    /// It is not met, whatever is still unknown.
    Closed,
}

/// What is known, with the place of each question, so that many tables can be asked without looking for it each time.
pub struct Known<'a> {
    asked: &'a [Asked<'a>],
    /// One more than the position of each question's answer; 0 for what is unknown.
    at: [u8; Question::ALL.len()],
}

impl<'a> Known<'a> {
    /// What is known. If a question stands twice, the first counts. At most 255 answers are looked at.
    pub fn of(asked: &'a [Asked<'a>]) -> Self {
        let mut at = [0; Question::ALL.len()];
        for (position, asked) in (1..=u8::MAX).zip(asked) {
            let place = &mut at[asked.question as usize];
            if *place == 0 {
                *place = position;
            }
        }
        Self { asked, at }
    }

    /// What is known of a question, if it was asked at all.
    #[inline]
    pub fn get(&self, question: Question) -> Option<&'a Asked<'a>> {
        let at = usize::from(self.at[question as usize]);
        self.asked.get(at.wrapping_sub(1))
    }
}

impl fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Known({} answers)", self.asked.len())
    }
}

/// Every row of a table of options, weighed against what is known. Small, and made without allocation.
pub struct Weighed<A> {
    table: &'static TableData,
    /// The rows that hold whatever is unknown.
    met: u128,
    /// The rows that may hold.
    possible: u128,
    /// The bands left in each column.
    left: Packed,
    answers: PhantomData<A>,
}

impl<A> Clone for Weighed<A> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<A> Copy for Weighed<A> {}

impl<A: Term> Choices<A> {
    /// Weighs every row. What is not known leaves a row open only if the row looks at it. Days are not looked at.
    ///
    /// ```
    /// # use her2_case::Listing;
    /// # use her2_pages::{Asked, Choices, Known};
    /// fn met(options: &'static Choices<Listing>, asked: &[Asked]) -> u32 {
    ///     options.weigh(&Known::of(asked)).met().count_ones()
    /// }
    /// ```
    pub fn weigh(&'static self, known: &Known<'_>) -> Weighed<A> {
        let table = self.data();
        let (mut met, mut possible) = (table.every_row(), table.every_row());
        let mut left = Packing::default();
        for column in table.columns {
            let every = column.every_band();
            let bands = match known.get(column.question) {
                Some(asked) => column.bands_of(&asked.input),
                None => every,
            };
            left.push(bands, column);
            if bands == every {
                met &= column.every;
                possible &= column.some;
            } else if bands.is_power_of_two() {
                let rows = column.rows[bands.trailing_zeros() as usize];
                met &= rows;
                possible &= rows;
            } else {
                met &= column.rows_throughout(bands);
                possible &= column.rows_in(bands);
            }
        }
        Weighed {
            table,
            met,
            possible,
            left: left.packed(),
            answers: PhantomData,
        }
    }
}

impl<A: Term> Weighed<A> {
    /// The table.
    pub fn table(&self) -> &'static TableData {
        self.table
    }

    /// The rows that hold whatever is unknown, one bit each by position.
    pub fn met(&self) -> u128 {
        self.met
    }

    /// The rows that hold for some of what is unknown and not for all of it.
    pub fn open(&self) -> u128 {
        self.possible & !self.met
    }

    /// The rows that do not hold, whatever is unknown.
    pub fn closed(&self) -> u128 {
        self.table.every_row() & !self.possible
    }

    /// How the row at that position stands.
    pub fn standing(&self, row: usize) -> Standing {
        if self.met & 1 << row != 0 {
            Standing::Met
        } else if self.possible & 1 << row != 0 {
            Standing::Open
        } else {
            Standing::Closed
        }
    }

    /// Every row with its position, in the order of the page.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &'static Row)> + use<A> {
        self.table.rows.iter().enumerate()
    }

    /// What the row at that position says, resting on the facts that it looks at. The same facts must be given as were weighed.
    pub fn finding(&self, row: usize, known: &Known<'_>) -> Finding<A> {
        Finding::of(Conclusion::of(self.table, 1 << row, known.asked))
    }

    /// What the row at that position requires, in the order of the columns, and how each requirement stands.
    pub fn requirements(&self, row: usize) -> impl Iterator<Item = Requirement> + use<A> {
        let masks = self.left.unpacked(self.table);
        let columns = self.table.columns.iter().enumerate();
        columns
            .filter(move |(_, column)| column.looking & 1 << row != 0)
            .map(move |(at, column)| Requirement::of(column, row, masks.column(at)))
    }

    /// The questions that hold open rows open, each with those rows, in the order of the columns.
    pub fn asks(&self) -> impl Iterator<Item = (Question, u128)> + use<A> {
        let (masks, open) = (self.left.unpacked(self.table), self.open());
        let columns = self.table.columns.iter().enumerate();
        columns.filter_map(move |(at, column)| {
            let left = masks.column(at);
            let rows = open & column.rows_in(left) & !column.rows_throughout(left);
            (rows != 0).then_some((column.question, rows))
        })
    }
}

impl<A> fmt::Debug for Weighed<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Weighed({})", self.table.page)
    }
}

/// What a row requires of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The question.
    pub question: Question,
    /// What it must be.
    pub needs: Needs,
    /// How that stands to what is known.
    pub standing: Standing,
}

/// What a row needs a question to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// One of these terms, one bit each by index.
    Terms(u64),
    /// A number between the bounds.
    Number {
        /// From here; from zero if there is none.
        low: Option<Bound>,
        /// To here.
        high: Option<Bound>,
    },
}

impl Requirement {
    fn of(column: &Column, row: usize, left: u64) -> Self {
        let held = column.bands_of_row(row);
        let standing = match (left & held, left & !held) {
            (0, _) => Standing::Closed,
            (_, 0) => Standing::Met,
            _ => Standing::Open,
        };
        Self {
            question: column.question,
            needs: Needs::of(column.bands, held),
            standing,
        }
    }
}

impl Needs {
    /// What these bands stand for. The bands of a row's numbers are neighbours, since a cell has one lower and one upper bound.
    fn of(bands: Bands, held: u64) -> Self {
        match bands {
            Bands::Terms(of) => {
                let within = of.iter().enumerate();
                let within = within.filter(|(_, band)| held & 1 << **band != 0);
                Self::Terms(within.fold(0, |terms, (term, _)| terms | 1 << term))
            }
            Bands::Number(cuts) => {
                let first = members(held).next().unwrap_or(0);
                let last = members(held).last().unwrap_or(cuts.len());
                let low = |cut: &Cut| Bound {
                    at: cut.at,
                    inclusive: !cut.after,
                };
                let high = |cut: &Cut| Bound {
                    at: cut.at,
                    inclusive: cut.after,
                };
                Self::Number {
                    low: first.checked_sub(1).map(|cut| low(&cuts[cut])),
                    high: cuts.get(last).map(high),
                }
            }
        }
    }
}
