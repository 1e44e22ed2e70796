//! The terms in which one patient's samples are compared over time.

use crate::term::terms;

terms! {
    /// Whether one report tells of every sample, or several do.
    SampleReports answers SampleReports {
        /// One report.
        One = "one",
        /// Several reports.
        Several = "several",
    }
}

terms! {
    /// What a group of samples gives together. Of results that are not settled those count that are not older than the last settled one.
    SampleState answers SpreadSamples {
        /// There is no sample.
        None = "none",
        /// No sample has a result that can be used.
        Unusable = "unusable",
        /// Nothing is settled yet.
        Open = "open",
        /// Every settled result is negative.
        Negative = "negative",
        /// Every settled result is positive.
        Positive = "positive",
        /// Negative, and another one is not settled.
        NegativeThenOpen = "negative-then-open",
        /// Positive, and another one is not settled.
        PositiveThenOpen = "positive-then-open",
        /// Settled results differ.
        Differ = "differ",
        /// Settled results differ, and another one is not settled.
        DifferThenOpen = "differ-then-open",
    }
}

terms! {
    /// What is known to lie between two samples.
    BetweenSamples answers BetweenSamples {
        /// No systemic treatment: both are stated to be of the primary before any.
        NoTreatment = "no-treatment",
        /// Systemic treatment before surgery; the later one is what was left.
        Neoadjuvant = "neoadjuvant",
        /// Other treatment.
        Treatment = "treatment",
        /// They are of different tumours.
        OtherTumour = "other-tumour",
        /// The records do not say.
        NotKnown = "not-known",
        /// It cannot be told which one is later.
        OrderNotKnown = "order-not-known",
    }
}

terms! {
    /// Which sample gives the current result.
    CurrentRule answers CurrentRule {
        /// None.
        Nothing = "nothing",
        /// The one that the only report's own rule chose.
        OfTheReport = "of-the-report",
        /// The latest settled one.
        LatestFinal = "latest-final",
        /// The latest positive one.
        LatestPositive = "latest-positive",
        /// The latest one, which is not settled.
        LatestOpen = "latest-open",
        /// The latest settled one of a metastasis or recurrence.
        SpreadFinal = "latest-final-of-spread",
        /// The latest positive one of a metastasis or recurrence.
        SpreadPositive = "latest-positive-of-spread",
        /// The latest one of a metastasis or recurrence, which is not settled.
        SpreadOpen = "latest-open-of-spread",
        /// The latest one, though it cannot be used.
        LatestUnusable = "latest-unusable",
    }
}

terms! {
    /// How two results that contradict each other belong together.
    SampleRelation answers SampleRelation {
        /// A later report quotes the earlier one's result.
        Quote = "quote",
        /// Two reports of one specimen.
        SameSpecimen = "same-specimen",
        /// Two samples of one tumour.
        OneTumour = "one-tumour",
        /// Two samples that may be of one tumour.
        PerhapsOneTumour = "perhaps-one-tumour",
        /// The tumour, and its recurrence in the breast or the region.
        Recurrence = "recurrence",
        /// The primary and a metastasis.
        Metastasis = "metastasis",
        /// Two metastases.
        TwoMetastases = "two-metastases",
        /// Two tumours.
        TwoTumours = "two-tumours",
    }
}

terms! {
    /// What two results that contradict each other are.
    Discordance answers Discordance {
        /// No contradiction: tumours may differ.
        Independent = "independent",
        /// Samples of one tumour differ.
        SameTumour = "same-tumour",
        /// Residual disease differs from what was found before treatment.
        AfterTreatment = "after-treatment",
        /// The recurrence differs.
        Recurrence = "recurrence",
        /// Primary and metastasis differ.
        PrimaryMetastasis = "primary-metastasis",
        /// Metastases differ.
        Metastases = "metastases",
        /// A report quotes another result than the one on file.
        QuotedDifferently = "quoted-differently",
        /// A later report of the specimen says something else.
        Amended = "amended",
    }
}

terms! {
    /// What has become of an advice to test again.
    RetestStanding answers RetestStanding {
        /// It stands.
        Stands = "stands",
        /// It has been done.
        Satisfied = "satisfied",
        /// There was none.
        NoAdvice = "no-advice",
    }
}

terms! {
    /// How low and ultralow expression behaved from sample to sample.
    LowOverTime answers LowOverTime {
        /// Low or ultralow now, and in no earlier sample otherwise.
        Steady = "steady",
        /// Low or ultralow now, but not in an earlier sample.
        Appeared = "appeared",
        /// Low or ultralow in an earlier sample, but not now.
        Vanished = "vanished",
        /// In no sample.
        Never = "never",
        /// The current sample does not say.
        NotKnown = "not-known",
    }
}
