//! The one outcome a page is about. Its name chooses the fixed sentences.

use crate::told::{Decided, Story, Tested};
use her2_case::{Awaited, Flag, Her2Category, Her2Status, Her2Word, IhcScore, RecordStatus};

/// What a report comes to, as far as HER2 is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Positive,
    NegativeLow,
    NegativeUltralow,
    NegativeNull,
    NegativeZero,
    NegativeZeroOrOne,
    NegativeUnscored,
    Equivocal,
    PendingOrdered,
    PendingStep,
    PendingNumbers,
    PendingNumberMissing,
    Indeterminate,
    /// The report reads as one status, the tables find another.
    Differs,
    /// The report reads as a status, but shows no step that the tables ask for.
    DiffersStep,
    /// The same, with numbers that do not fit together.
    DiffersNumbers,
    /// The same, with a number that is not given.
    DiffersNumberMissing,
    /// The report reads as a status, but of cancer that is not invasive.
    DiffersInvasive,
    /// The parts of one result say the opposite of each other.
    Contradicts,
    Conflict,
    NotReported,
    NotBreast,
    NotInvasive,
    Unreadable,
}

/// Problems that mean that nothing can be read.
pub(super) const UNREADABLE: &[&str] = &[
    "empty",
    "binary",
    "too-large",
    "not-a-pathology-report",
    "not-english",
];

impl Outcome {
    /// Every outcome.
    #[cfg(test)]
    pub const ALL: &'static [Self] = &[
        Self::Positive,
        Self::NegativeLow,
        Self::NegativeUltralow,
        Self::NegativeNull,
        Self::NegativeZero,
        Self::NegativeZeroOrOne,
        Self::NegativeUnscored,
        Self::Equivocal,
        Self::PendingOrdered,
        Self::PendingStep,
        Self::PendingNumbers,
        Self::PendingNumberMissing,
        Self::Indeterminate,
        Self::Differs,
        Self::DiffersStep,
        Self::DiffersNumbers,
        Self::DiffersNumberMissing,
        Self::DiffersInvasive,
        Self::Contradicts,
        Self::Conflict,
        Self::NotReported,
        Self::NotBreast,
        Self::NotInvasive,
        Self::Unreadable,
    ];

    /// The end of the names of its messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::NegativeLow => "negative-low",
            Self::NegativeUltralow => "negative-ultralow",
            Self::NegativeNull => "negative-null",
            Self::NegativeZero => "negative-zero",
            Self::NegativeZeroOrOne => "negative-zero-or-one",
            Self::NegativeUnscored => "negative-unscored",
            Self::Equivocal => "equivocal",
            Self::PendingOrdered => "pending-ordered",
            Self::PendingStep => "pending-step",
            Self::PendingNumbers => "pending-numbers",
            Self::PendingNumberMissing => "pending-number-missing",
            Self::Indeterminate => "indeterminate",
            Self::Differs => "differs",
            Self::DiffersStep => "differs-step",
            Self::DiffersNumbers => "differs-numbers",
            Self::DiffersNumberMissing => "differs-number-missing",
            Self::DiffersInvasive => "differs-invasive",
            Self::Contradicts => "contradicts",
            Self::Conflict => "conflict",
            Self::NotReported => "not-reported",
            Self::NotBreast => "not-breast",
            Self::NotInvasive => "not-invasive",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether a result stands that the tables found.
    pub fn is_settled(self) -> bool {
        self == Self::Positive || self.is_negative()
    }

    /// The outcome of a story.
    pub fn of(story: &Story<'_>) -> Self {
        let nothing_tested = story.tested.is_empty();
        if nothing_tested && story.has_problem(UNREADABLE) {
            return Self::Unreadable;
        }
        if story.all_flags().contains(Flag::SiteNotBreast) || story.has_problem(&["other-organ"]) {
            return Self::NotBreast;
        }
        let signed = story.record.her2_status.0;
        match story.main() {
            _ if signed == RecordStatus::Conflict => Self::Conflict,
            Some(tested) if others_differ(story, tested) => Self::Conflict,
            Some(tested) if contradicts(story, tested) => Self::Contradicts,
            Some(tested) if differs(story, tested) => Self::of_difference(&tested.decided),
            Some(tested) => Self::of_decision(&tested.decided, tested.signed),
            None => Self::of_record(signed),
        }
    }

    /// The outcome of one decision.
    pub fn of_decision(decided: &Decided, signed: RecordStatus) -> Self {
        match decided.status {
            Some(Her2Status::Positive) => Self::Positive,
            Some(Her2Status::Negative) => Self::of_category(decided.category),
            Some(Her2Status::Equivocal) => Self::Equivocal,
            Some(Her2Status::Indeterminate) => Self::Indeterminate,
            Some(Her2Status::NotApplicable) => Self::NotInvasive,
            _ if signed == RecordStatus::Pending => Self::PendingOrdered,
            _ if decided.awaited.contains(Awaited::NumericClarification) => {
                if number_missing(decided) {
                    Self::PendingNumberMissing
                } else {
                    Self::PendingNumbers
                }
            }
            Some(Her2Status::Pending) | None => Self::PendingStep,
        }
    }

    /// What a status as the report reads is held against.
    fn of_difference(decided: &Decided) -> Self {
        match decided.status {
            Some(Her2Status::NotApplicable) => Self::DiffersInvasive,
            Some(Her2Status::Pending)
                if decided.awaited.contains(Awaited::NumericClarification) =>
            {
                if number_missing(decided) {
                    Self::DiffersNumberMissing
                } else {
                    Self::DiffersNumbers
                }
            }
            Some(Her2Status::Pending) => Self::DiffersStep,
            _ => Self::Differs,
        }
    }

    /// Whether the report reads as one status and the tables do not find it.
    pub fn is_difference(self) -> bool {
        matches!(
            self,
            Self::Differs
                | Self::DiffersStep
                | Self::DiffersNumbers
                | Self::DiffersNumberMissing
                | Self::DiffersInvasive
        )
    }

    fn of_category(category: Option<Her2Category>) -> Self {
        match category {
            Some(Her2Category::Low) => Self::NegativeLow,
            Some(Her2Category::Ultralow) => Self::NegativeUltralow,
            Some(Her2Category::Null) => Self::NegativeNull,
            Some(Her2Category::ZeroUnspecified) => Self::NegativeZero,
            Some(Her2Category::UnresolvedZeroOrOne) => Self::NegativeZeroOrOne,
            _ => Self::NegativeUnscored,
        }
    }

    fn of_record(signed: RecordStatus) -> Self {
        match signed {
            RecordStatus::Positive => Self::Positive,
            RecordStatus::Negative => Self::NegativeUnscored,
            RecordStatus::Equivocal => Self::Equivocal,
            RecordStatus::Pending => Self::PendingOrdered,
            RecordStatus::Indeterminate => Self::Indeterminate,
            RecordStatus::Conflict => Self::Conflict,
            RecordStatus::NotReported => Self::NotReported,
        }
    }

    /// Whether the result is negative, of whatever kind.
    pub fn is_negative(self) -> bool {
        matches!(
            self,
            Self::NegativeLow
                | Self::NegativeUltralow
                | Self::NegativeNull
                | Self::NegativeZero
                | Self::NegativeZeroOrOne
                | Self::NegativeUnscored
        )
    }
}

/// Whether the numbers wait only because one of them is not given.
pub(super) fn number_missing(decided: &Decided) -> bool {
    decided.flags.contains(Flag::CopyNumberMissing)
        && !decided.flags.contains(Flag::NumericInconsistency)
}

/// Whether another result of the same standing is the opposite of the deciding one.
fn others_differ(story: &Story<'_>, deciding: &Tested) -> bool {
    let same_standing =
        |other: &&Tested| other.context == deciding.context && other.implied == deciding.implied;
    story.tested.iter().filter(same_standing).any(|other| {
        matches!(
            (deciding.decided.status, other.decided.status),
            (Some(Her2Status::Positive), Some(Her2Status::Negative))
                | (Some(Her2Status::Negative), Some(Her2Status::Positive))
        )
    })
}

/// Whether the parts of the deciding result say the opposite of each other: a score and its word, or the word of the gene
/// test and a ratio on the other side of its cut with no count of copies beside it.
fn contradicts(story: &Story<'_>, tested: &Tested) -> bool {
    if story.has_problem(&["contradictory"]) {
        return true;
    }
    let Some(ish) = tested.evidence.ish.filter(|ish| ish.her2_copies.is_none()) else {
        return false;
    };
    let ratio = ish.ratio.and_then(|ratio| ratio.value.exact());
    let (Some(ratio), Some(word), [cut]) = (ratio, ish.word, story.cuts.ratio.as_slice()) else {
        return false;
    };
    match word.value {
        Her2Word::Amplified | Her2Word::Positive => {
            tested.decided.status == Some(Her2Status::Positive)
                && ratio < *cut
                && !has_top_score(tested)
        }
        _ => false,
    }
}

fn has_top_score(tested: &Tested) -> bool {
    let score = tested.evidence.ihc.and_then(|ihc| ihc.score);
    score.and_then(|score| score.value.exact()) == Some(IhcScore::Three)
}

/// Whether the report as it reads and what the tables find are two different statuses. A score or numbers alone are not
/// yet a status: the other test may complete them.
pub(super) fn differs(story: &Story<'_>, tested: &Tested) -> bool {
    let waits = !tested.decided.awaited.is_empty();
    let Some(signed) = reads_as(story, tested) else {
        return false;
    };
    match tested.decided.status {
        Some(Her2Status::Pending) => waits && signed != Her2Status::Equivocal,
        Some(Her2Status::NotApplicable) => signed != Her2Status::Equivocal,
        Some(Her2Status::Indeterminate) | None => false,
        Some(found) => found != signed,
    }
}

/// The status as the report states it: the patient's if it is final, or what the gene test was signed as.
fn reads_as(story: &Story<'_>, tested: &Tested) -> Option<Her2Status> {
    let signed_equivocal = tested
        .evidence
        .ish
        .and_then(|ish| ish.word)
        .is_some_and(|word| word.value == Her2Word::Equivocal);
    match story.record.her2_status.0 {
        RecordStatus::Positive => Some(Her2Status::Positive),
        RecordStatus::Negative => Some(Her2Status::Negative),
        _ if signed_equivocal => Some(Her2Status::Equivocal),
        _ => None,
    }
}
