//! Closed vocabularies: every answer to a question is one of a fixed list of terms.

use crate::Question;
use std::fmt;
use std::marker::PhantomData;

/// One of a closed list of terms, each with the name that pages, JSON and documents use for it.
///
/// At most 64 terms answer one question, so that a set of them fits one machine word.
pub trait Term: Copy + Eq + fmt::Debug + Send + Sync + 'static {
    /// The question these terms answer; its name is the column header in a page.
    const QUESTION: Question;
    /// Every term, in the order of its index.
    const ALL: &'static [Self];
    /// The position of the term in [`Term::ALL`].
    fn index(self) -> usize;
    /// The term as pages write it.
    fn name(self) -> &'static str;
    /// The term of that name, if there is one.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|term| term.name() == name)
    }
}

/// A set of terms of one question.
pub struct TermSet<T> {
    bits: u64,
    terms: PhantomData<T>,
}

impl<T: Term> TermSet<T> {
    /// The set without terms.
    pub const EMPTY: Self = Self::from_bits(0);

    /// The set whose member `i` is bit `i`. Bits beyond the last term must not be set.
    pub const fn from_bits(bits: u64) -> Self {
        Self {
            bits,
            terms: PhantomData,
        }
    }

    /// One bit a term, by index.
    pub const fn bits(self) -> u64 {
        self.bits
    }

    /// The set of this one term.
    pub fn only(term: T) -> Self {
        Self::from_bits(1 << term.index())
    }

    /// This set and the term.
    #[must_use]
    pub fn with(self, term: T) -> Self {
        Self::from_bits(self.bits | 1 << term.index())
    }

    /// Every term of either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::from_bits(self.bits | other.bits)
    }

    /// Whether the term is a member.
    pub fn contains(self, term: T) -> bool {
        self.bits & (1 << term.index()) != 0
    }

    /// Whether there is no member.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many members there are.
    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// The only member, if there is exactly one.
    pub fn single(self) -> Option<T> {
        (self.bits.count_ones() == 1)
            .then(|| T::ALL.get(self.bits.trailing_zeros() as usize).copied())
            .flatten()
    }

    /// The members, in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL
            .iter()
            .copied()
            .filter(move |term| self.contains(*term))
    }
}

impl<T> Clone for TermSet<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for TermSet<T> {}
impl<T> PartialEq for TermSet<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}
impl<T> Eq for TermSet<T> {}
impl<T: Term> Default for TermSet<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<T: Term> fmt::Debug for TermSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Term::name)).finish()
    }
}
impl<T: Term> FromIterator<T> for TermSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(terms: I) -> Self {
        terms.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// Declares a closed vocabulary: the enum, its names, and the question it answers.
macro_rules! terms {
    ($(#[$meta:meta])* $name:ident answers $question:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $crate::Term for $name {
            const QUESTION: $crate::Question = $crate::Question::$question;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            fn index(self) -> usize { self as usize }
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
        impl $name {
            /// The names of all terms, by index.
            pub(crate) const NAMES: &'static [&'static str] = &[$($text,)+];
        }
    };
}
pub(crate) use terms;
