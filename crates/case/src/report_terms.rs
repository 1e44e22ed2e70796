//! Terms about how a report is written, for the diagnostics of the report checker.

use crate::term::terms;

terms! {
    /// How an immunohistochemical score is printed.
    ScoreForm answers ScoreForm {
        /// No score.
        None = "none",
        /// One score.
        Single = "single",
        /// A zero printed as `0+`.
        ZeroPlus = "zero-plus",
        /// Two scores, such as `0-1+`.
        Range = "range",
    }
}

terms! {
    /// Which kind of probe a report names for its in situ hybridisation.
    ProbeForm answers ProbeForm {
        /// It names none and prints nothing from which it follows.
        None = "none",
        /// Two probes, by name or because a ratio or CEP17 is printed.
        Dual = "dual",
        /// One probe.
        Single = "single",
    }
}

terms! {
    /// How a printed ratio stands to the printed means, as far as their decimals allow.
    RatioArithmetic answers RatioArithmetic {
        /// It is their quotient.
        Agrees = "agrees",
        /// It is the quotient the other way round, CEP17 over HER2.
        Inverted = "inverted",
        /// It is neither.
        Differs = "differs",
    }
}

terms! {
    /// On what a report's statement about HER2 rests.
    Her2Source answers Her2Source {
        /// Nothing is stated.
        Nothing = "nothing",
        /// Only words that imply it, such as `triple negative`.
        Implied = "implied",
        /// Only a score from RT-PCR.
        Rtpcr = "rtpcr",
        /// Only a result of an earlier or outside specimen.
        Prior = "prior",
        /// A test of this specimen that is still to come, or was not done.
        Awaited = "awaited",
        /// A test of this specimen.
        Current = "current",
    }
}

terms! {
    /// How the edition a report says it follows stands to the one in force when it was signed.
    EditionStanding answers EditionStanding {
        /// The same, or its affirmation.
        InForce = "in-force",
        /// An earlier one.
        Superseded = "superseded",
    }
}

terms! {
    /// Whether the specimens of one report tell the same about HER2.
    SpecimensAgree answers SpecimensAgree {
        /// Only one was tested.
        One = "one",
        /// They do.
        Agree = "agree",
        /// They do not.
        Differ = "differ",
    }
}

terms! {
    /// A hormone receptor.
    ReceptorName answers ReceptorName {
        /// Oestrogen receptor.
        Er = "er",
        /// Progesterone receptor.
        Pr = "pr",
    }
}

terms! {
    /// The word with which a receptor result is signed.
    ReceptorWord answers ReceptorWord {
        /// Positive.
        Positive = "positive",
        /// Negative.
        Negative = "negative",
        /// Low positive.
        LowPositive = "low-positive",
        /// Anything else, or nothing.
        Other = "other",
    }
}

terms! {
    /// A statement about the testing that is no result itself.
    Remark answers Remark {
        /// A second observer counted the signals again.
        Recount = "recount",
        /// Two results or specimens that differ are discussed: discordance, heterogeneity, a repeat.
        Difference = "difference",
        /// A low oestrogen receptor percentage is discussed.
        LowReceptor = "low-receptor",
        /// Fixation and ischaemia are said to meet the requirements.
        HandlingMet = "handling-met",
        /// Fixation or ischaemia are said not to meet the requirements, or not to be known.
        HandlingNotMet = "handling-not-met",
        /// A new HER2 test is advised, planned or discussed.
        Retest = "retest",
    }
}

terms! {
    /// Whether a diagnostic fires.
    Fires answers Fires {
        /// It does not.
        No = "no",
        /// It does.
        Yes = "yes",
    }
}
