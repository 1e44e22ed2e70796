//! The one outcome a page is about. Its name chooses the fixed sentences.

use crate::told::{Decided, Story, Tested};
use her2_case::{Awaited, Flag, Her2Category, Her2Status, Her2Word, RecordStatus};

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
    Differs,
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
            Self::Conflict => "conflict",
            Self::NotReported => "not-reported",
            Self::NotBreast => "not-breast",
            Self::NotInvasive => "not-invasive",
            Self::Unreadable => "unreadable",
        }
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
            Some(tested) if differs(story, tested) => Self::Differs,
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
