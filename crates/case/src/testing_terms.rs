//! The terms of the smaller questions on the way to a HER2 status.

use crate::term::terms;

terms! {
    /// Whether the testing guideline speaks of this specimen at all.
    Scope answers Scope {
        /// It does.
        Applies = "applies",
        /// No invasive cancer was tested.
        NoInvasive = "no-invasive",
        /// Another organ.
        OtherOrgan = "other-organ",
    }
}

terms! {
    /// Whether a test may be used.
    TestValidity answers TestValidity {
        /// It may.
        Usable = "usable",
        /// It may not: repeat it.
        Rejected = "rejected",
    }
}

terms! {
    /// The score that a described staining gives by itself.
    PatternScore answers PatternScore {
        /// Score 0.
        Zero = "0",
        /// Score 1+.
        One = "1+",
        /// Score 2+.
        Two = "2+",
        /// Score 3+.
        Three = "3+",
        /// The edition does not define this pattern: the pathologist decides.
        AskPathologist = "ask-pathologist",
    }
}

terms! {
    /// The described staining, or that none is described.
    StainDetail answers StainDetail {
        /// The report does not describe it.
        NotStated = "not-stated",
        /// No staining.
        None = "none",
        /// Faint or barely perceptible, incomplete.
        FaintIncomplete = "faint_incomplete",
        /// Weak to moderate, complete.
        WeakModerateComplete = "weak_moderate_complete",
        /// Moderate to intense, incomplete.
        ModerateIntenseIncomplete = "moderate_intense_incomplete",
        /// Intense, complete.
        IntenseComplete = "intense_complete",
    }
}

terms! {
    /// Whether the printed numbers of an ISH test can be used.
    IshNumbers answers IshNumbers {
        /// They can.
        Usable = "usable",
        /// They contradict each other, or no specimen gives such numbers.
        Unusable = "unusable",
        /// A number that the edition needs is missing.
        Incomplete = "incomplete",
    }
}

terms! {
    /// The result of ISH by the cut-offs of an edition that has three of them.
    IshCall answers IshCall {
        /// No ISH on file.
        NotDone = "not-done",
        /// Done, but not to be used.
        Rejected = "rejected",
        /// Positive.
        Positive = "positive",
        /// Equivocal.
        Equivocal = "equivocal",
        /// Negative.
        Negative = "negative",
    }
}

terms! {
    /// Whether the signed word fits what the numbers give.
    WordFits answers WordFits {
        /// It contradicts them.
        No = "no",
        /// It fits.
        Yes = "yes",
    }
}

terms! {
    /// Why several statuses are still possible although every test is on file.
    Unsettled answers Unsettled {
        /// ISH numbers are missing, or cannot be used.
        IshNumbers = "ish-numbers",
        /// IHC is signed as a range of scores.
        ScoreRange = "score-range",
    }
}

terms! {
    /// Whether the tissue was handled within the limits of the edition.
    Handling answers Handling {
        /// It was.
        Within = "within-limits",
        /// It was not.
        Outside = "outside-limits",
    }
}

terms! {
    /// What to do with a second population of cells that has more HER2 signals.
    SecondPopulation answers SecondPopulation {
        /// Count it separately and report both.
        CountSeparately = "count-separately",
        /// Mention it.
        Mention = "mention",
    }
}

terms! {
    /// Whether the histology makes a positive HER2 result unexpected.
    PositiveUnexpected answers PositiveUnexpected {
        /// It does not.
        No = "no",
        /// It does.
        Yes = "yes",
    }
}

terms! {
    /// Whether another test is asked for although a result is on file.
    Retest answers Retest {
        /// Nothing is said.
        NotStated = "NOT_STATED",
        /// No new test should be ordered.
        NotNeeded = "RETEST_NOT_NEEDED",
        /// A new test may be ordered.
        May = "RETEST_MAY",
        /// A new test should be ordered.
        Should = "RETEST_SHOULD",
        /// A new test must be ordered.
        Must = "RETEST_MUST",
    }
}
