//! Findings: an answer with the row that gave it and the facts it rests on.

use crate::band::members;
use crate::table::{Packed, find};
use crate::{Asked, Column, MOST_REASONS, Row, Rows, TableData};
use her2_case::{Origin, Question, Span, Term, TermSet};
use std::fmt;
use std::marker::PhantomData;

/// What a table answers. Not known is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<T: Term> {
    /// This.
    One(T),
    /// One of these, and what would tell which.
    OneOf(TermSet<T>, Asks),
}

/// Questions whose answer could leave fewer answers.
#[derive(Clone, Copy)]
pub struct Asks {
    columns: &'static [Column],
    bits: u16,
}

impl Asks {
    pub(crate) fn of(table: &'static TableData, bits: u16) -> Self {
        Self {
            columns: table.columns,
            bits,
        }
    }

    /// The questions, in the order of the columns.
    pub fn iter(self) -> impl Iterator<Item = Question> {
        members(u64::from(self.bits)).map(move |at| self.columns[at].question)
    }

    /// Whether this is one of them.
    pub fn contains(self, question: Question) -> bool {
        self.iter().any(|asked| asked == question)
    }

    /// Whether no single answer would help.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }
}

impl PartialEq for Asks {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
impl Eq for Asks {}
impl fmt::Debug for Asks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.iter().map(Question::name))
            .finish()
    }
}

/// An answer with the rows that gave it and the facts it rests on.
///
/// Only a table makes one, so that there is no conclusion without a row and its citation:
///
/// ```compile_fail,E0451
/// # use her2_pages::Finding;
/// fn invent(honest: Finding<her2_case::IshGroup>) -> Finding<her2_case::IshGroup> {
///     Finding { terms: std::marker::PhantomData, ..honest }
/// }
/// ```
///
/// ```compile_fail,E0599
/// let invented = her2_pages::Finding::<her2_case::IshGroup>::new();
/// ```
///
/// ```compile_fail,E0277
/// let invented: her2_pages::Finding<her2_case::IshGroup> = Default::default();
/// ```
///
/// `Debug` shows the page and not the answer: an answer is patient data.
#[derive(Clone, Copy)]
pub struct Finding<A> {
    of: Conclusion,
    terms: PhantomData<A>,
}

/// A finding, whatever it answers.
#[derive(Clone, Copy)]
pub(crate) struct Conclusion {
    table: &'static TableData,
    rows: u128,
    answers: u64,
    /// What was known of each column, while several answers are left.
    left: Packed,
    reasons: u8,
    because: [Origin; MOST_REASONS],
}

const NOWHERE: Origin = Origin {
    record: 0,
    place: her2_case::Place::Span(Span { start: 0, end: 0 }),
};

impl Conclusion {
    /// Of the columns that some of the rows look at, what was asked, without repetition, is what the conclusion rests on.
    pub(crate) fn of(table: &'static TableData, rows: u128, asked: &[Asked<'_>]) -> Self {
        let answers = table.answers_of(rows);
        let settled = answers.is_power_of_two();
        let mut conclusion = Self {
            table,
            rows,
            answers,
            left: if settled {
                Packed::NOTHING
            } else {
                Packed::of(table, asked)
            },
            reasons: 0,
            because: [NOWHERE; MOST_REASONS],
        };
        for (at, column) in table.columns.iter().enumerate() {
            if rows & column.looking == 0 {
                continue;
            }
            if let Some(asked) = find(asked, at, column.question) {
                if let Some(origin) = asked.origin {
                    conclusion.rest_on(origin);
                }
                for &origin in asked.through {
                    conclusion.rest_on(origin);
                }
            }
        }
        conclusion
    }

    fn rest_on(&mut self, origin: Origin) {
        let held = usize::from(self.reasons);
        if held < MOST_REASONS && !self.because[..held].contains(&origin) {
            self.because[held] = origin;
            self.reasons += 1;
        }
    }
}

impl<A: Term> Finding<A> {
    pub(crate) fn of(conclusion: Conclusion) -> Self {
        Self {
            of: conclusion,
            terms: PhantomData,
        }
    }

    /// The answer.
    pub fn answer(&self) -> Answer<A> {
        match self.one() {
            Some(term) => Answer::One(term),
            None => Answer::OneOf(self.answers(), self.asks()),
        }
    }

    /// The answer, if there is only one.
    pub fn one(&self) -> Option<A> {
        self.answers().single()
    }

    /// Every answer left.
    pub fn answers(&self) -> TermSet<A> {
        TermSet::from_bits(self.of.answers)
    }

    /// Whether this is the only answer left.
    pub fn is(&self, term: A) -> bool {
        self.one() == Some(term)
    }

    /// The questions whose answer could leave fewer answers; none if one is left.
    pub fn asks(&self) -> Asks {
        let settled = self.of.answers.count_ones() == 1;
        let unpacked = || self.of.left.unpacked(self.of.table);
        let bits = if settled {
            0
        } else {
            self.of.table.asks(&unpacked())
        };
        Asks::of(self.of.table, bits)
    }

    /// Where the facts it rests on were read: those that some of its rows look at.
    pub fn because(&self) -> &[Origin] {
        &self.of.because[..usize::from(self.of.reasons)]
    }

    /// The row that decided, if only one was left.
    pub fn row(&self) -> Option<&'static Row> {
        self.rows().single()
    }

    /// Every row left.
    pub fn rows(&self) -> Rows {
        Rows {
            rows: self.of.table.rows,
            bits: self.of.rows,
        }
    }

    /// What the rows left give to a further question, together.
    pub fn also<B: Term>(&self) -> TermSet<B> {
        match self.row() {
            Some(row) => row.also(),
            None => (self.rows()).fold(TermSet::EMPTY, |all, row| all.union(row.also())),
        }
    }

    /// What every row left gives to a further question.
    pub fn common<B: Term>(&self) -> TermSet<B> {
        match self.row() {
            Some(row) => row.also(),
            None => {
                let mut rows = self.rows();
                let first = rows.next().map_or(0, |row| row.also_bits(B::QUESTION));
                TermSet::from_bits(rows.fold(first, |bits, row| bits & row.also_bits(B::QUESTION)))
            }
        }
    }

    /// The id of the page.
    pub fn page(&self) -> &'static str {
        self.of.table.page
    }

    /// The title of the page.
    pub fn title(&self) -> &'static str {
        self.of.table.title
    }
}

impl<A> fmt::Debug for Finding<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finding({})", self.of.table.page)
    }
}
