//! The terms in which a situation of care is described: where somebody stands, and what came before.

use crate::term::terms;

terms! {
    /// Whether cure by surgery is the plan.
    Setting answers Setting {
        /// Stage I to III, operable or expected to become so.
        Early = "early",
        /// Stage IV, or recurrence or local disease that cannot be removed.
        Metastatic = "metastatic",
    }
}

terms! {
    /// Where somebody stands on the way through early disease.
    Timing answers Timing {
        /// Before any surgery; systemic therapy first is possible.
        BeforeSurgery = "before-surgery",
        /// After surgery that came first.
        AfterSurgery = "after-surgery",
        /// After surgery that followed systemic therapy.
        AfterNeoadjuvant = "after-neoadjuvant",
        /// After adjuvant therapy against HER2 was finished.
        AfterAdjuvantHer2 = "after-adjuvant-her2",
    }
}

terms! {
    /// The line of therapy for metastatic disease that is being chosen.
    Line answers Line {
        /// No therapy for metastatic disease yet.
        First = "first",
        /// After induction of the first line, without progression.
        Maintenance = "maintenance",
        /// After one line.
        Second = "second",
        /// After two lines.
        Third = "third",
        /// After three lines or more.
        Later = "later",
    }
}

terms! {
    /// Size and extent of the primary tumour.
    TCategory answers TCategory {
        /// No primary tumour found.
        T0 = "T0",
        /// In situ only.
        Tis = "Tis",
        /// Up to 1 mm.
        T1mi = "T1mi",
        /// More than 1 mm, up to 5 mm.
        T1a = "T1a",
        /// More than 5 mm, up to 10 mm.
        T1b = "T1b",
        /// More than 10 mm, up to 20 mm.
        T1c = "T1c",
        /// More than 20 mm, up to 50 mm.
        T2 = "T2",
        /// More than 50 mm.
        T3 = "T3",
        /// Chest wall or skin, not inflammatory.
        T4 = "T4",
        /// Inflammatory.
        T4d = "T4d",
    }
}

terms! {
    /// Regional lymph nodes.
    NCategory answers NCategory {
        /// None.
        N0 = "N0",
        /// Micrometastasis only.
        N1mi = "N1mi",
        /// One to three nodes.
        N1 = "N1",
        /// Four to nine nodes, or fixed.
        N2 = "N2",
        /// Ten or more, or beyond the axilla.
        N3 = "N3",
    }
}

terms! {
    /// Distant metastasis.
    MCategory answers MCategory {
        /// None.
        M0 = "M0",
        /// Present.
        M1 = "M1",
    }
}

terms! {
    /// The anatomic stage group.
    StageGroup answers StageGroup {
        /// Stage 0.
        Zero = "0",
        /// Stage IA.
        Ia = "IA",
        /// Stage IB.
        Ib = "IB",
        /// Stage IIA.
        Iia = "IIA",
        /// Stage IIB.
        Iib = "IIB",
        /// Stage IIIA.
        Iiia = "IIIA",
        /// Stage IIIB.
        Iiib = "IIIB",
        /// Stage IIIC.
        Iiic = "IIIC",
        /// Stage IV.
        Iv = "IV",
        /// The grouping has no place for it.
        NoGroup = "no-group",
    }
}

terms! {
    /// Hormone receptors together: positive if either is.
    HrStatus answers HrStatus {
        /// Oestrogen or progesterone receptor positive.
        Positive = "positive",
        /// Both negative.
        Negative = "negative",
    }
}

terms! {
    /// What surgery after systemic therapy found.
    Response answers Response {
        /// No invasive cancer and none in situ, nodes free.
        Complete = "complete",
        /// In situ only, nodes free.
        DcisOnly = "dcis-only",
        /// Invasive cancer left in breast or nodes.
        ResidualInvasive = "residual-invasive",
    }
}

terms! {
    /// Menopause.
    Menopause answers Menopause {
        /// Before it.
        Pre = "pre",
        /// After it.
        Post = "post",
    }
}

terms! {
    /// Sex, as the labels use it.
    Sex answers Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

terms! {
    /// How a cancer was found.
    Detection answers Detection {
        /// By somebody who noticed a change.
        Symptoms = "symptoms",
        /// By screening.
        Screening = "screening",
    }
}

terms! {
    /// Metastases in the brain.
    BrainMetastases answers BrainMetastases {
        /// None known.
        None = "none",
        /// Treated and stable.
        Stable = "treated-stable",
        /// Untreated or growing.
        Active = "active",
        /// Of the meninges.
        Leptomeningeal = "leptomeningeal",
    }
}

terms! {
    /// Inflammation of the lung, past or present.
    LungInflammation answers LungInflammation {
        /// None.
        None = "none",
        /// Earlier, now gone.
        Past = "past",
        /// Present, seen on imaging only.
        GradeOne = "grade-1",
        /// Present, with symptoms.
        GradeTwoOrMore = "grade-2-or-more",
    }
}

terms! {
    /// The class of a medicine, by what it does.
    MedicineClass answers MedicineClass {
        /// Antibody against HER2, its outer domain IV.
        Her2Antibody = "her2-antibody",
        /// Antibody that keeps HER2 from pairing.
        DimerisationAntibody = "her2-dimerisation-antibody",
        /// Both of them in one injection.
        CombinedAntibodies = "her2-combined-antibodies",
        /// Antibody against HER2 with a changed tail for immune cells.
        FcAntibody = "her2-fc-antibody",
        /// Antibody against two places of HER2.
        BispecificAntibody = "her2-bispecific-antibody",
        /// Antibody against HER2 that carries a poison of microtubules.
        AdcMicrotubule = "her2-adc-microtubule",
        /// Antibody against HER2 that carries a poison of topoisomerase I.
        AdcTopoisomerase = "her2-adc-topoisomerase",
        /// Tablet that blocks the HER2 kinase.
        Her2KinaseInhibitor = "her2-kinase-inhibitor",
        /// Taxane.
        Taxane = "taxane",
        /// Anthracycline.
        Anthracycline = "anthracycline",
        /// Platinum.
        Platinum = "platinum",
        /// Any other chemotherapy.
        OtherChemotherapy = "other-chemotherapy",
        /// Endocrine therapy.
        Endocrine = "endocrine",
        /// Inhibitor of CDK4 and CDK6.
        Cdk46Inhibitor = "cdk4-6-inhibitor",
        /// Any other medicine.
        Other = "other",
    }
}

impl MedicineClass {
    /// Whether it acts through HER2.
    pub fn is_her2_directed(self) -> bool {
        matches!(
            self,
            Self::Her2Antibody
                | Self::DimerisationAntibody
                | Self::CombinedAntibodies
                | Self::FcAntibody
                | Self::BispecificAntibody
                | Self::AdcMicrotubule
                | Self::AdcTopoisomerase
                | Self::Her2KinaseInhibitor
        )
    }

    /// Whether it is, or carries, chemotherapy given as such: conjugates do not count.
    pub fn is_chemotherapy(self) -> bool {
        matches!(
            self,
            Self::Taxane | Self::Anthracycline | Self::Platinum | Self::OtherChemotherapy
        )
    }
}

terms! {
    /// How a source lists an option for a situation.
    Listing answers Listing {
        /// The label in force names this indication.
        Indicated = "indicated",
        /// The same, by accelerated approval.
        IndicatedAccelerated = "indicated-accelerated",
        /// Listed, and preferred to others.
        Preferred = "preferred",
        /// Listed.
        Listed = "listed",
        /// Listed as something that may be considered.
        MayBeConsidered = "may-be-considered",
        /// The source speaks against it.
        AdvisedAgainst = "advised-against",
    }
}

terms! {
    /// How strongly a body recommends, in its own grading.
    Strength answers Strength {
        /// Strong.
        Strong = "strong",
        /// Moderate.
        Moderate = "moderate",
        /// Weak or conditional.
        Weak = "weak",
        /// Agreed without formal grading.
        Consensus = "consensus",
        /// A label: an indication, not a recommendation.
        Label = "label",
        /// No grade is known.
        NotGraded = "not-graded",
    }
}

terms! {
    /// What is done about left ventricular function on a label's terms, the mildest first.
    LvefAction answers LvefAction {
        /// No rule of its own.
        NoRule = "no-rule",
        /// Go on.
        Continue = "continue",
        /// Go on, and measure again soon.
        ContinueRepeat = "continue-and-repeat",
        /// Hold, and measure again.
        Hold = "hold",
        /// Stop for good.
        Discontinue = "discontinue",
    }
}

terms! {
    /// Whether left ventricular function meets what a label wants before the first dose.
    LvefStart answers LvefStart {
        /// It does, or the label names no bound.
        Meets = "meets",
        /// It is below what was studied or is asked for.
        Below = "below",
    }
}

terms! {
    /// What may be done while a medicine is held for the heart.
    LvefResume answers LvefResume {
        /// Resume at the same dose.
        Resume = "resume",
        /// Resume at a lower dose.
        ResumeLower = "resume-lower",
        /// Stay on hold and measure again.
        StayOnHold = "stay-on-hold",
        /// The source does not say.
        NotStated = "not-stated",
        /// Stop for good.
        Discontinue = "discontinue",
    }
}

terms! {
    /// What is done about a side effect or a laboratory value, the mildest first.
    DoseAction answers DoseAction {
        /// The source names none.
        NoRule = "no-rule",
        /// Go on with the same dose.
        Continue = "continue",
        /// Treat the side effect and go on.
        TreatContinue = "treat-and-continue",
        /// Hold until it is better, then the same dose.
        HoldSame = "hold-then-same-dose",
        /// Hold until it is better, then one dose level lower.
        HoldLower = "hold-then-lower-dose",
        /// Stop for good.
        Discontinue = "discontinue",
    }
}

terms! {
    /// The grade of a side effect by CTCAE.
    CtcaeGrade answers CtcaeGrade {
        /// None.
        Zero = "0",
        /// Mild.
        One = "1",
        /// Moderate.
        Two = "2",
        /// Severe.
        Three = "3",
        /// Life-threatening.
        Four = "4",
    }
}

terms! {
    /// How sure this project is of a statement.
    Mark answers Mark {
        /// Read in the source that is cited.
        Checked = "checked",
        /// Generally accepted; to be confirmed in the primary source.
        ToVerify = "to-verify",
        /// The same with less confidence.
        LessSure = "less-sure",
    }
}
