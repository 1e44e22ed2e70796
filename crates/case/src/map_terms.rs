//! The terms of the map of the way through care: its steps, where somebody stands, and which parts belong to a result.

use crate::term::terms;

terms! {
    /// A step on the way from the diagnosis to treatment and follow-up.
    PathwayStep answers PathwayStep {
        /// Cancer has been found.
        Diagnosis = "diagnosis",
        /// The HER2 test is done, or waited for.
        Her2Test = "her2-test",
        /// The result is positive.
        ResultPositive = "result-positive",
        /// The result is low or ultralow.
        ResultLow = "result-low",
        /// The result is negative without either.
        ResultNull = "result-null",
        /// Early disease: before surgery.
        BeforeSurgery = "before-surgery",
        /// Early disease: surgery.
        Surgery = "surgery",
        /// Surgery after systemic therapy left no invasive cancer.
        CompleteResponse = "complete-response",
        /// Surgery after systemic therapy found invasive cancer.
        ResidualDisease = "residual-disease",
        /// Early disease: after surgery.
        AfterSurgery = "after-surgery",
        /// After therapy for early disease was finished.
        FollowUp = "follow-up",
        /// Metastatic disease: the first line.
        FirstLine = "first-line",
        /// The first line goes on without progression.
        Maintenance = "maintenance",
        /// Metastatic disease: the second line.
        SecondLine = "second-line",
        /// Metastatic disease: the third line and later ones.
        LaterLine = "later-line",
        /// Metastases in the brain, beside any line.
        Brain = "brain",
        /// The map does not apply.
        NotOnTheMap = "not-on-the-map",
    }
}

terms! {
    /// What stands beside the step somebody has reached.
    PathwayBeside answers PathwayBeside {
        /// Nothing.
        Nothing = "nothing",
        /// Metastases in the brain.
        Brain = "brain",
    }
}

terms! {
    /// How a step of the map stands to a HER2 result and a setting.
    StepStanding answers StepStanding {
        /// It may lie on the way.
        Open = "open",
        /// It belongs to another result.
        OtherResult = "other-result",
        /// It belongs to the other setting.
        OtherSetting = "other-setting",
        /// It may lie on the way, and no medicine against HER2 is listed there for the result.
        WithoutHer2Medicines = "without-her2-medicines",
    }
}
