//! The terms in which findings about HER2 are given.

use crate::term::terms;

terms! {
    /// What IHC contributes to a decision.
    IhcResult answers IhcResult {
        /// No IHC on file.
        NotDone = "not-done",
        /// Done, but not to be used.
        Rejected = "rejected",
        /// Score 0 (also printed 0+).
        Zero = "0",
        /// Signed as 0 or 1+ without telling which.
        ZeroOrOne = "0/1+",
        /// Score 1+.
        One = "1+",
        /// Score 2+.
        Two = "2+",
        /// Score 3+.
        Three = "3+",
        /// Signed as negative, score not given.
        SignedNegative = "signed-negative",
        /// Signed as equivocal, score not given.
        SignedEquivocal = "signed-equivocal",
        /// Signed as positive, score not given.
        SignedPositive = "signed-positive",
    }
}

terms! {
    /// What ISH contributes to a decision.
    IshResult answers IshResult {
        /// No ISH on file.
        NotDone = "not-done",
        /// Done, but not to be used.
        Rejected = "rejected",
        /// Dual-probe group 1.
        Group1 = "group-1",
        /// Dual-probe group 2.
        Group2 = "group-2",
        /// Dual-probe group 3.
        Group3 = "group-3",
        /// Dual-probe group 4.
        Group4 = "group-4",
        /// Dual-probe group 5.
        Group5 = "group-5",
        /// Single probe, in the highest band.
        SingleHigh = "single-high",
        /// Single probe, in the middle band.
        SingleMiddle = "single-middle",
        /// Single probe, in the lowest band.
        SingleLow = "single-low",
        /// Signed as amplified, numbers not given.
        SignedAmplified = "signed-amplified",
        /// Signed as not amplified, numbers not given.
        SignedNotAmplified = "signed-not-amplified",
        /// Signed as equivocal, numbers not given.
        SignedEquivocal = "signed-equivocal",
    }
}

terms! {
    /// What a blinded recount says of the first count.
    RecountResult answers RecountResult {
        /// No recount on file.
        NotDone = "not-done",
        /// Too few cells, not blinded, or the same observer.
        Invalid = "invalid",
        /// The same group again.
        SameGroup = "same-group",
        /// Another group.
        OtherGroup = "other-group",
    }
}

terms! {
    /// The HER2 status by the guideline.
    Her2Status answers Her2Status {
        /// Positive.
        Positive = "POSITIVE",
        /// Negative.
        Negative = "NEGATIVE",
        /// Equivocal.
        Equivocal = "EQUIVOCAL",
        /// A step of the work-up is missing.
        Pending = "PENDING",
        /// No usable test.
        Indeterminate = "INDETERMINATE",
        /// The guideline does not apply.
        NotApplicable = "NOT_APPLICABLE",
    }
}

terms! {
    /// The therapy-oriented category, kept apart from the status.
    Her2Category answers Her2Category {
        /// Positive.
        Positive = "HER2_POSITIVE",
        /// 1+, or 2+ without amplification.
        Low = "HER2_LOW",
        /// 0 with faint staining in some cells.
        Ultralow = "HER2_ULTRALOW",
        /// 0 without any staining.
        Null = "HER2_NULL",
        /// 0, staining detail not given.
        ZeroUnspecified = "HER2_ZERO_UNSPECIFIED",
        /// 0 or 1+, not told apart.
        UnresolvedZeroOrOne = "UNRESOLVED_0_VS_1PLUS",
        /// Not decided.
        Undetermined = "UNDETERMINED",
        /// Negative, but without an IHC score.
        UndeterminedNoIhc = "UNDETERMINED_NO_IHC",
        /// The guideline does not apply.
        NotApplicable = "NOT_APPLICABLE",
    }
}

terms! {
    /// What a decision waits for.
    Awaited answers Awaited {
        /// In situ hybridisation.
        Ish = "ISH",
        /// Immunohistochemistry.
        Ihc = "IHC",
        /// A second observer's blinded count.
        Recount = "RECOUNT",
        /// The laboratory's own settlement of two counts.
        Adjudication = "ADJUDICATION",
        /// A dual-probe test.
        DualProbeIsh = "DUAL_PROBE_ISH",
        /// IHC, a dual-probe test, or both.
        IhcOrDualProbe = "IHC_OR_DUAL_PROBE",
        /// Numbers that agree with each other.
        NumericClarification = "NUMERIC_CLARIFICATION",
    }
}

terms! {
    /// What the guideline asks for next.
    Action answers Action {
        /// ISH on the same specimen, or a new test.
        ReflexIsh = "REFLEX_ISH_SAME_SPECIMEN_OR_NEW_TEST",
        /// IHC on sections of the tissue used for ISH.
        IhcSameTissue = "PERFORM_IHC_SAME_TISSUE",
        /// A blinded second observer counts again.
        Recount = "SECOND_OBSERVER_RECOUNT_GE20",
        /// The laboratory settles the category by its own procedure.
        Adjudicate = "ADJUDICATE_INTERNAL",
        /// A dual-probe test.
        DualProbeIsh = "DUAL_PROBE_ISH",
        /// IHC on the same tissue, a dual-probe test, or both.
        IhcSameTissueOrDualProbe = "PERFORM_IHC_SAME_TISSUE_AND_OR_DUAL_PROBE",
        /// Repeat the ISH, or test another specimen.
        RepeatIsh = "REPEAT_ISH_OR_NEW_SPECIMEN",
        /// Repeat the test, or test another specimen.
        RepeatTest = "REPEAT_TEST_OR_NEW_SPECIMEN",
        /// The ISH may be repeated; the status does not need it.
        IshRepeatOptional = "ISH_REPEAT_OPTIONAL",
        /// Review why the two tests differ.
        ReviewDiscordance = "REVIEW_DISCORDANCE",
        /// Low and ultralow can only be told by IHC.
        IhcForLow = "IHC_NEEDED_FOR_LOW_ULTRALOW",
        /// Look at the slide again to tell 0 from 1+.
        SlideReview = "SLIDE_REVIEW_TO_SEPARATE_0_1PLUS",
        /// Ask the laboratory to correct or complete its numbers.
        AskLab = "ASK_LAB_TO_CORRECT_NUMBERS",
        /// Confirm a negative result on other tissue or by ISH.
        ConfirmNegative = "CONFIRM_NEGATIVE_ISH_OR_OTHER_SPECIMEN",
    }
}

terms! {
    /// A comment that the report should carry.
    Comment answers Comment {
        /// On ISH group 2.
        Group2 = "C_G2",
        /// On ISH group 3.
        Group3 = "C_G3",
        /// On ISH group 4.
        Group4 = "C_G4",
        /// The 2023 footnote on low expression.
        Footnote2023 = "C_2023_FOOTNOTE",
        /// Why the result is indeterminate.
        IndeterminateReason = "C_INDETERMINATE_REASON",
        /// On heterogeneity.
        Heterogeneity = "C_HETEROGENEITY",
        /// On tissue handling outside the limits.
        Preanalytic = "C_PREANALYTIC",
    }
}

terms! {
    /// Something about the evidence that a reader of the finding should see.
    Flag answers Flag {
        /// The ISH is not to be used.
        IshRejected = "ISH_REJECTED",
        /// The IHC is not to be used.
        IhcRejected = "IHC_REJECTED",
        /// The recount is not to be used.
        RecountInvalid = "RECOUNT_INVALID",
        /// The recount fell in another group.
        RecountChangedGroup = "RECOUNT_CHANGED_GROUP",
        /// The two tests point in different directions.
        IhcIshDiscordant = "IHC_ISH_DISCORDANT",
        /// No invasive cancer was tested.
        NoInvasiveComponent = "NO_INVASIVE_COMPONENT",
        /// Another organ.
        SiteNotBreast = "SITE_NOT_BREAST",
        /// The printed numbers contradict each other.
        NumericInconsistency = "NUMERIC_INCONSISTENCY",
        /// Exact totals and printed means fall in different groups.
        RoundingCrossesCutoff = "ROUNDING_CROSSES_CUTOFF",
        /// No HER2 copy number.
        CopyNumberMissing = "COPY_NUMBER_MISSING",
        /// The signed word contradicts the numbers.
        InterpretationConflict = "INTERPRETATION_CONFLICT",
        /// The described staining does not give the signed score.
        ScorePatternMismatch = "SCORE_PATTERN_MISMATCH",
        /// The result changes when it is read by another edition.
        EditionChange = "EDITION_CHANGE",
        /// Two specimens of one tumour differ.
        DiscordantSameTumour = "DISCORDANT_SAME_TUMOUR",
        /// Primary and metastasis differ.
        DiscordantPrimaryMetastasis = "DISCORDANT_PRIMARY_METASTASIS",
    }
}

/// An edition of the testing guideline, by the name of its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition(pub &'static str);

/// The patient's HER2 status as one record states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordStatus {
    /// Positive.
    Positive,
    /// Negative.
    Negative,
    /// 2+ or equivocal, without a test that settles it.
    Equivocal,
    /// Ordered, no result.
    Pending,
    /// Tested without a usable result.
    Indeterminate,
    /// Invasive tumours that differ.
    Conflict,
    /// Nothing stated.
    NotReported,
}

impl RecordStatus {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
            Self::Equivocal => "equivocal",
            Self::Pending => "pending",
            Self::Indeterminate => "indeterminate",
            Self::Conflict => "conflict",
            Self::NotReported => "not_reported",
        }
    }
}
