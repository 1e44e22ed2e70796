//! The terms of watching somebody under treatment: what is watched, by which test, when, and who is called.

use crate::term::terms;

terms! {
    /// The organ or the matter that is watched.
    MonitoringTopic answers MonitoringTopic {
        /// Pumping of the heart.
        Heart = "heart",
        /// Liver.
        Liver = "liver",
        /// Inflammation of the lung.
        Lung = "lung",
        /// Blood cells.
        Blood = "blood",
        /// Diarrhoea.
        Bowel = "bowel",
        /// Reactions while a medicine runs into a vein.
        Infusion = "infusion",
        /// Reactions where a medicine is injected under the skin.
        Injection = "injection",
        /// Skin, nails, hands and feet.
        Skin = "skin",
        /// Nerves of hands and feet.
        Nerves = "nerves",
        /// Nausea and vomiting.
        Nausea = "nausea",
        /// Fatigue.
        Fatigue = "fatigue",
        /// Bone.
        Bone = "bone",
        /// Pregnancy and contraception.
        Pregnancy = "pregnancy",
    }
}

terms! {
    /// What is done to watch it.
    MonitoredTest answers MonitoredTest {
        /// Left ventricular ejection fraction, by ultrasound or scan.
        Lvef = "lvef",
        /// Troponin and natriuretic peptide.
        HeartMarkers = "heart-markers",
        /// Review of the risk for heart and vessels.
        HeartReview = "heart-review",
        /// Electrocardiogram.
        Ecg = "ecg",
        /// Potassium and magnesium.
        Electrolytes = "electrolytes",
        /// Transaminases and bilirubin.
        LiverTests = "liver-tests",
        /// Blood count with platelets and neutrophils.
        BloodCount = "blood-count",
        /// Asking for cough, breathlessness and fever.
        LungSymptoms = "lung-symptoms",
        /// Computed tomography of the chest.
        ChestCt = "chest-ct",
        /// Asking for diarrhoea.
        BowelReview = "bowel-review",
        /// Watching during and after an infusion.
        InfusionWatch = "infusion-watch",
        /// Watching after an injection under the skin.
        InjectionWatch = "injection-watch",
        /// Looking at the skin, nails, hands and feet.
        SkinReview = "skin-review",
        /// Asking for numbness and tingling.
        NerveReview = "nerve-review",
        /// Medicine against nausea before the dose.
        NauseaPrevention = "nausea-prevention",
        /// Asking for tiredness.
        FatigueReview = "fatigue-review",
        /// Measuring the density of bone.
        BoneDensity = "bone-density",
        /// Pregnancy test.
        PregnancyTest = "pregnancy-test",
    }
}

terms! {
    /// When it is done.
    MonitoringPhase answers MonitoringPhase {
        /// Before the first dose.
        Before = "before",
        /// From the first dose to the last.
        During = "during",
        /// While the medicine is held for this reason.
        Held = "held",
        /// When treatment ends.
        Completion = "completion",
        /// After the last dose.
        After = "after",
    }
}

terms! {
    /// Who is called.
    Contact answers Contact {
        /// The oncology team, at any hour by its own number.
        OncologyTeam = "oncology-team",
        /// The emergency number.
        Emergency = "emergency",
        /// Heart specialist, by way of the oncology team.
        Cardiology = "cardiology",
        /// Primary care.
        PrimaryCare = "primary-care",
    }
}

terms! {
    /// How soon, the most pressing first.
    Urgency answers Urgency {
        /// At once.
        Now = "now",
        /// On the same day.
        SameDay = "same-day",
        /// At the next visit.
        NextVisit = "next-visit",
    }
}
