//! What a table is asked with: each question with what is known of it and where that was read.

use crate::Finding;
use her2_case::{Amount, Decimal, Fact, Origin, Question, Quotient, Term, TermSet};

/// What is known of a question.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// Nothing.
    Unknown,
    /// One of these terms; one bit a term, by index.
    Terms(u64),
    /// This number.
    Number(Decimal),
    /// This quotient, exactly.
    Quotient(Quotient),
    /// A number as printed, possibly a bound or a range.
    Amount(Amount),
}

impl Input {
    /// This term.
    #[inline]
    pub fn term<T: Term>(term: T) -> Self {
        Self::Terms(1 << term.index())
    }

    /// One of these terms.
    #[inline]
    pub fn terms<T: Term>(terms: TermSet<T>) -> Self {
        Self::Terms(terms.bits())
    }

    /// The answer to a yes-or-no question, whose terms are `no` and `yes`.
    #[inline]
    pub fn yes_no(yes: bool) -> Self {
        Self::Terms(if yes { 0b10 } else { 0b01 })
    }

    /// What is known, or nothing.
    #[inline]
    pub fn maybe(known: Option<impl Into<Self>>) -> Self {
        known.map_or(Self::Unknown, Into::into)
    }
}

impl From<Decimal> for Input {
    fn from(value: Decimal) -> Self {
        Self::Number(value)
    }
}
impl From<u32> for Input {
    fn from(value: u32) -> Self {
        Self::Number(Decimal::whole(value))
    }
}
impl From<Quotient> for Input {
    fn from(value: Quotient) -> Self {
        Self::Quotient(value)
    }
}
impl From<Amount> for Input {
    fn from(value: Amount) -> Self {
        Self::Amount(value)
    }
}
impl From<bool> for Input {
    fn from(yes: bool) -> Self {
        Self::yes_no(yes)
    }
}

/// A question with what is known of it, and what that rests on.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub(crate) question: Question,
    pub(crate) input: Input,
    pub(crate) origin: Option<Origin>,
    pub(crate) through: &'a [Origin],
}

impl<'a> Asked<'a> {
    /// The question, what is known of it, and where that was read.
    #[inline]
    pub fn new(question: Question, input: impl Into<Input>, origin: Option<Origin>) -> Self {
        Self {
            question,
            input: input.into(),
            origin,
            through: &[],
        }
    }

    /// A term, as an answer to its own question.
    #[inline]
    pub fn term<T: Term>(term: T, origin: Option<Origin>) -> Self {
        Self::new(T::QUESTION, Input::term(term), origin)
    }

    /// A fact that answers the question, or nothing.
    #[inline]
    pub fn fact<T: Into<Input> + Copy>(question: Question, fact: Option<&Fact<T>>) -> Self {
        let input = Input::maybe(fact.map(|fact| fact.value));
        Self::new(question, input, fact.map(|fact| fact.origin))
    }

    /// The answers an earlier finding leaves, resting on what that finding rests on.
    #[inline]
    pub fn finding<T: Term>(finding: &'a Finding<T>) -> Self {
        let input = Input::terms(finding.answers());
        Self::new(T::QUESTION, input, None).through(finding.because())
    }

    /// The same, resting on these origins too.
    #[must_use]
    #[inline]
    pub fn through(self, origins: &'a [Origin]) -> Self {
        Self {
            through: origins,
            ..self
        }
    }

    /// The same, as an answer to another question with the same terms.
    #[must_use]
    #[inline]
    pub fn about(self, question: Question) -> Self {
        Self { question, ..self }
    }

    /// The question.
    pub fn question(&self) -> Question {
        self.question
    }

    /// What is known of it.
    pub fn input(&self) -> Input {
        self.input
    }

    /// What that rests on.
    pub fn origins(&self) -> impl Iterator<Item = Origin> + 'a {
        self.origin.into_iter().chain(self.through.iter().copied())
    }
}
