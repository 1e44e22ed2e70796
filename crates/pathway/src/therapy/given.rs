//! The HER2 result that a plan starts from.

use crate::testing::{CaseFinding, Her2Decision};
use crate::timeline::Timeline;
use her2_case::{Action, Awaited, CareCase, Fact, Her2Category, Origin, TermSet};
use her2_pages::Finding;
use std::fmt;

/// The HER2 result that a plan starts from: none, as somebody states it, or found by the testing guideline.
///
/// `Debug` shows the kind alone: a result is patient data.
#[expect(
    clippy::large_enum_variant,
    reason = "there is one for each plan, and it is copied"
)]
#[derive(Clone, Copy)]
pub enum Her2Given {
    /// Nothing is known of HER2.
    Nothing,
    /// Somebody states it; one of these.
    Stated(Fact<TermSet<Her2Category>>),
    /// Found by an edition of the testing guideline.
    Found {
        /// The category, with its row.
        category: Finding<Her2Category>,
        /// What the decision waits for.
        awaited: TermSet<Awaited>,
        /// What the guideline asks for next.
        actions: TermSet<Action>,
    },
}

impl Her2Given {
    /// The result of the specimen that decides a record.
    pub fn of_record(finding: &CaseFinding) -> Self {
        match finding.deciding() {
            Some(found) => Self::Found {
                actions: finding.actions,
                category: *found.decision.category(),
                awaited: found.decision.awaited(),
            },
            None => Self::Nothing,
        }
    }

    /// The result of the current sample of a patient.
    pub fn of_timeline(timeline: &Timeline) -> Self {
        let Some(sample) = timeline.current_sample() else {
            return Self::Nothing;
        };
        let case = timeline.finding();
        let decision = &timeline.found(sample).decision;
        let of_main = timeline.main == sample.record && case.patient == Some(sample.finding);
        let actions = if of_main {
            case.actions
        } else {
            decision.actions()
        };
        Self::Found {
            category: *decision.category(),
            awaited: decision.awaited(),
            actions,
        }
    }

    /// The result of a decision.
    pub fn of_decision(decision: &Her2Decision) -> Self {
        Self::Found {
            category: *decision.category(),
            awaited: decision.awaited(),
            actions: decision.actions(),
        }
    }

    /// The category that the person who asks states.
    pub fn of_answers(case: &CareCase) -> Self {
        case.her2_category().map_or(Self::Nothing, Self::Stated)
    }

    /// The categories that are still possible; none if nothing is known.
    pub fn categories(&self) -> TermSet<Her2Category> {
        match self {
            Self::Nothing => TermSet::EMPTY,
            Self::Stated(fact) => fact.value,
            Self::Found { category, .. } => category.answers(),
        }
    }

    /// Whether the result is one for which medicines against HER2 are labelled or listed at all, whatever is left open.
    pub fn opens_medicines(&self) -> bool {
        let opening: TermSet<_> = OPENING.into_iter().collect();
        let known = self.categories();
        !known.is_empty() && known.union(opening) == opening
    }

    /// Whether the result is final and none for which such medicines are listed.
    pub fn rules_out_medicines(&self) -> bool {
        let ruling: TermSet<_> = RULING_OUT.into_iter().collect();
        let known = self.categories();
        !known.is_empty() && known.union(ruling) == ruling
    }

    /// What the decision waits for.
    pub fn awaited(&self) -> TermSet<Awaited> {
        match self {
            Self::Found { awaited, .. } => *awaited,
            _ => TermSet::EMPTY,
        }
    }

    /// What the guideline asks for next.
    pub fn actions(&self) -> TermSet<Action> {
        match self {
            Self::Found { actions, .. } => *actions,
            _ => TermSet::EMPTY,
        }
    }

    /// Where it was read, the first place if it rests on several.
    pub fn origin(&self) -> Option<Origin> {
        match self {
            Self::Nothing => None,
            Self::Stated(fact) => Some(fact.origin),
            Self::Found { category, .. } => category.because().first().copied(),
        }
    }
}

const OPENING: [Her2Category; 3] = [
    Her2Category::Positive,
    Her2Category::Low,
    Her2Category::Ultralow,
];
const RULING_OUT: [Her2Category; 2] = [Her2Category::Null, Her2Category::NotApplicable];

impl fmt::Debug for Her2Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "Nothing",
            Self::Stated(_) => "Stated",
            Self::Found { .. } => "Found",
        })
    }
}
