//! Several medicines together: the strictest of what they ask for.

use her2_case::{LvefAction, LvefResume, Term, TermSet};

/// Answers that are listed from the mildest to the strictest.
pub trait Strictness: Term + Ord {}
impl Strictness for LvefAction {}
impl Strictness for LvefResume {}

/// What several medicines ask for together: the strictest of each combination of their answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Combined<A: Term> {
    /// The answers that are left.
    pub answers: TermSet<A>,
}

impl<A: Strictness> Combined<A> {
    /// Of all of them; nothing if there is none.
    pub fn of(each: impl IntoIterator<Item = TermSet<A>>) -> Option<Self> {
        let mut each = each.into_iter().filter(|answers| !answers.is_empty());
        let first = each.next()?;
        let answers = each.fold(first, stricter);
        Some(Self { answers })
    }

    /// The answer, if one is left.
    pub fn one(&self) -> Option<A> {
        self.answers.single()
    }
}

/// The stricter of each pair.
pub(super) fn stricter<A: Strictness>(one: TermSet<A>, other: TermSet<A>) -> TermSet<A> {
    one.iter()
        .flat_map(|one| other.iter().map(move |other| one.max(other)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use LvefAction::{Continue, Discontinue, Hold};

    fn set(terms: &[LvefAction]) -> TermSet<LvefAction> {
        terms.iter().copied().collect()
    }

    #[test]
    fn the_strictest_counts_and_what_is_open_stays_open_only_where_it_matters() {
        let of = |each: &[&[LvefAction]]| {
            Combined::of(each.iter().map(|terms| set(terms))).map(|of| of.answers)
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[&[Continue], &[Hold]]), Some(set(&[Hold])));
        assert_eq!(of(&[&[Continue, Hold], &[Hold]]), Some(set(&[Hold])));
        assert_eq!(
            of(&[&[Continue, Hold], &[Continue]]),
            Some(set(&[Continue, Hold]))
        );
        assert_eq!(
            of(&[&[Continue, Hold], &[Discontinue]]),
            Some(set(&[Discontinue]))
        );
    }
}
