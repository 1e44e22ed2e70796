//! The columns of a table: what each asks, by which terms, and what is known of it.

use crate::therapy::{KnownFact, Situation};
use her2_case::{
    Grade, Her2Category, HrStatus, Known, MCategory, NCategory, Origin, Question, TCategory, Term,
    TermSet, Timing,
};

/// A column that asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    T,
    N,
    M,
    Grade,
    Her2,
    Er,
    Pr,
    Oncotype,
    Prefix,
}

/// Negative stands first, as in questions of yes or no.
const RECEPTOR: [&str; 2] = ["negative", "positive"];
const SCORE: [&str; 2] = ["not-low", "low"];
const PREFIX: [&str; 2] = ["c", "p"];

impl Column {
    pub const ALL: [Self; 9] = [
        Self::T,
        Self::N,
        Self::M,
        Self::Grade,
        Self::Her2,
        Self::Er,
        Self::Pr,
        Self::Oncotype,
        Self::Prefix,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::T => "t",
            Self::N => "n",
            Self::M => "m",
            Self::Grade => "grade",
            Self::Her2 => "her2",
            Self::Er => "er",
            Self::Pr => "pr",
            Self::Oncotype => "oncotype",
            Self::Prefix => "prefix",
        }
    }

    /// Whether every table has it.
    pub fn is_required(self) -> bool {
        !matches!(self, Self::Oncotype | Self::Prefix)
    }

    /// The terms, by index.
    pub fn terms(self) -> Vec<&'static str> {
        fn names<T: Term>() -> Vec<&'static str> {
            T::ALL.iter().map(|term| term.name()).collect()
        }
        match self {
            Self::T => names::<TCategory>(),
            Self::N => names::<NCategory>(),
            Self::M => names::<MCategory>(),
            Self::Grade => names::<Grade>(),
            Self::Her2 | Self::Er | Self::Pr => RECEPTOR.to_vec(),
            Self::Oncotype => SCORE.to_vec(),
            Self::Prefix => PREFIX.to_vec(),
        }
    }

    /// How many terms there are.
    pub fn size(self) -> usize {
        match self {
            Self::T => TCategory::ALL.len(),
            Self::N => NCategory::ALL.len(),
            Self::M => MCategory::ALL.len(),
            Self::Grade => Grade::ALL.len(),
            _ => 2,
        }
    }

    /// What to ask for.
    pub fn question(self) -> Question {
        match self {
            Self::T => Question::TCategory,
            Self::N => Question::NCategory,
            Self::M => Question::MCategory,
            Self::Grade => Question::Grade,
            Self::Her2 => Question::Her2Category,
            Self::Er => Question::ErPositive,
            Self::Pr => Question::PrPositive,
            Self::Oncotype => Question::LowGenomicScore,
            Self::Prefix => Question::Timing,
        }
    }

    /// Every term, one bit each.
    pub fn every(self) -> u64 {
        u64::MAX >> (64 - self.size())
    }

    /// The terms that what is known leaves, and where it was read.
    pub fn known(self, known: &Situation) -> (u64, Option<Origin>) {
        let bits = |fact: &KnownFact| match fact.known {
            Known::Terms(bits) => bits,
            Known::Amount(_) => self.every(),
        };
        let fact = known.known(self.question());
        let found = match self {
            Self::T | Self::N | Self::M | Self::Grade | Self::Oncotype => fact.as_ref().map(bits),
            Self::Her2 => known.terms().map(her2),
            Self::Er | Self::Pr => fact.as_ref().map(bits).or_else(|| {
                let neither = known.term() == Some(HrStatus::Negative);
                neither.then_some(NEGATIVE)
            }),
            Self::Prefix => known.terms().map(prefix),
        };
        let origin = fact.and_then(|fact| fact.origin);
        (found.unwrap_or(self.every()) & self.every(), origin)
    }
}

const NEGATIVE: u64 = 0b01;
const POSITIVE: u64 = 0b10;

/// Whatever is decided and not positive is negative; what is not decided is either.
fn her2(categories: TermSet<Her2Category>) -> u64 {
    let of = |category| match category {
        Her2Category::Positive => POSITIVE,
        Her2Category::Low
        | Her2Category::Ultralow
        | Her2Category::Null
        | Her2Category::ZeroUnspecified
        | Her2Category::UnresolvedZeroOrOne
        | Her2Category::UndeterminedNoIhc => NEGATIVE,
        Her2Category::Undetermined | Her2Category::NotApplicable => NEGATIVE | POSITIVE,
    };
    categories.iter().map(of).fold(0, |all, bits| all | bits)
}

/// The categories of a case are clinical before systemic therapy and pathological if surgery came first.
fn prefix(timings: TermSet<Timing>) -> u64 {
    let of = |timing| match timing {
        Timing::BeforeSurgery | Timing::AfterNeoadjuvant => 0b01,
        Timing::AfterSurgery => 0b10,
        Timing::AfterAdjuvantHer2 => 0b11,
    };
    timings.iter().map(of).fold(0, |all, bits| all | bits)
}
