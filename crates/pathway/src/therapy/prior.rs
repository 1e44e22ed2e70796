//! What follows from the list of therapies: counts, and whether something was ever given.

use super::situation::Situation;
use her2_case::{
    Amount, Answered, CareCase, Decimal, Known, MedicineClass, Origin, PriorOutcome, PriorTherapy,
    Question, Setting, Timing,
};

/// Whether a therapy is one of those that are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fits {
    Yes,
    Perhaps,
    No,
}

impl Fits {
    fn when(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Perhaps,
        }
    }

    fn known<T: PartialEq>(known: Option<T>, wanted: T) -> Self {
        known.map_or(Self::Perhaps, |known| Self::when(known == wanted))
    }
}

/// The origin of the therapy at that position.
pub(super) fn origin(at: usize) -> Origin {
    Answered::Prior(u16::try_from(at).unwrap_or(u16::MAX)).origin()
}

/// Whether it holds an antibody against the outer domain of HER2, in any form.
pub(super) fn has_antibody(class: MedicineClass) -> bool {
    matches!(
        class,
        MedicineClass::Her2Antibody | MedicineClass::CombinedAntibodies
    )
}

fn keeps_from_pairing(class: MedicineClass) -> bool {
    matches!(
        class,
        MedicineClass::DimerisationAntibody | MedicineClass::CombinedAntibodies
    )
}

fn progressed(therapy: &PriorTherapy) -> Fits {
    match therapy.outcome {
        PriorOutcome::Progressed => Fits::Yes,
        PriorOutcome::Unknown => Fits::Perhaps,
        PriorOutcome::Completed | PriorOutcome::Toxicity | PriorOutcome::Ongoing => Fits::No,
    }
}

fn stopped_for_toxicity(therapy: &PriorTherapy) -> Fits {
    match therapy.outcome {
        PriorOutcome::Toxicity => Fits::Yes,
        PriorOutcome::Unknown => Fits::Perhaps,
        PriorOutcome::Completed | PriorOutcome::Progressed | PriorOutcome::Ongoing => Fits::No,
    }
}

fn of_setting(therapy: &PriorTherapy, setting: Setting) -> Fits {
    Fits::known(therapy.setting, setting)
}

fn has(therapy: &PriorTherapy, class: impl Fn(MedicineClass) -> bool) -> Fits {
    Fits::when(therapy.has(class))
}

fn before_surgery(therapy: &PriorTherapy) -> Fits {
    let timing = Fits::known(therapy.timing, Timing::BeforeSurgery);
    of_setting(therapy, Setting::Early).and(timing)
}

type Wanted = fn(&PriorTherapy) -> Fits;

/// Questions of how many therapies were given.
const COUNTS: &[(Question, Wanted)] = &[
    (Question::Her2RegimensMetastatic, |therapy| {
        of_setting(therapy, Setting::Metastatic).and(has(therapy, MedicineClass::is_her2_directed))
    }),
    (Question::Her2Regimens, |therapy| {
        has(therapy, MedicineClass::is_her2_directed)
    }),
    (Question::ChemotherapyMetastatic, |therapy| {
        of_setting(therapy, Setting::Metastatic).and(has(therapy, MedicineClass::is_chemotherapy))
    }),
    (Question::EndocrineMetastatic, |therapy| {
        let endocrine = has(therapy, |class| class == MedicineClass::Endocrine);
        of_setting(therapy, Setting::Metastatic)
            .and(endocrine)
            .and(progressed(therapy))
    }),
];

/// Questions of whether something was ever given.
const EVER: &[(Question, Wanted)] = &[
    (Question::HadEarlyHer2, |therapy| {
        of_setting(therapy, Setting::Early).and(has(therapy, MedicineClass::is_her2_directed))
    }),
    (Question::HadEarlyChemotherapy, |therapy| {
        of_setting(therapy, Setting::Early).and(has(therapy, MedicineClass::is_chemotherapy))
    }),
    (Question::StoppedForToxicity, |therapy| {
        of_setting(therapy, Setting::Early)
            .and(has(therapy, MedicineClass::is_her2_directed))
            .and(stopped_for_toxicity(therapy))
    }),
    (Question::PriorTaxane, |therapy| {
        has(therapy, |class| class == MedicineClass::Taxane)
    }),
    (Question::PriorAnthracycline, |therapy| {
        has(therapy, |class| class == MedicineClass::Anthracycline)
    }),
    (Question::PriorHer2Antibody, |therapy| {
        has(therapy, has_antibody)
    }),
    (Question::ProgressionOnHer2Antibody, |therapy| {
        has(therapy, has_antibody).and(progressed(therapy))
    }),
    (Question::PriorDimerisationAntibody, |therapy| {
        has(therapy, keeps_from_pairing)
    }),
    (Question::PriorAdcMicrotubule, |therapy| {
        has(therapy, |class| class == MedicineClass::AdcMicrotubule)
    }),
    (Question::PriorAdcTopoisomerase, |therapy| {
        has(therapy, |class| class == MedicineClass::AdcTopoisomerase)
    }),
    (Question::PriorHer2KinaseInhibitor, |therapy| {
        has(therapy, |class| class == MedicineClass::Her2KinaseInhibitor)
    }),
    (Question::NeoadjuvantTaxane, |therapy| {
        before_surgery(therapy).and(has(therapy, |class| class == MedicineClass::Taxane))
    }),
    (Question::NeoadjuvantHer2Antibody, |therapy| {
        before_surgery(therapy).and(has(therapy, has_antibody))
    }),
];

/// Adds what follows from the list. Of a list that is not said to be complete, a count is a lower bound and nothing is denied.
pub(super) fn derive(known: &mut Situation, case: &CareCase) {
    let complete = case.prior_complete == Some(true);
    if case.prior.is_empty() && !complete {
        return;
    }
    let of_list = Answered::PriorComplete.origin();
    for (question, wanted) in COUNTS {
        let (certain, possible, first) = count(&case.prior, *wanted);
        let amount = match (complete, certain == possible) {
            (true, true) => Amount::Exactly(Decimal::whole(certain)),
            (true, false) => Amount::Between(Decimal::whole(certain), Decimal::whole(possible)),
            (false, _) => Amount::AtLeast(Decimal::whole(certain)),
        };
        if complete || certain > 0 {
            let origin = first.map_or(of_list, origin);
            known.derive(*question, Known::Amount(amount), Some(origin));
        }
    }
    for (question, wanted) in EVER {
        let (certain, possible, first) = count(&case.prior, *wanted);
        if certain > 0 {
            let origin = first.map_or(of_list, origin);
            known.derive(*question, Known::yes_no(true), Some(origin));
        } else if complete && possible == 0 {
            known.derive(*question, Known::yes_no(false), Some(of_list));
        }
    }
}

/// How many therapies certainly fit, how many may, and the position of the first that certainly does.
fn count(prior: &[PriorTherapy], wanted: Wanted) -> (u32, u32, Option<usize>) {
    let mut found = (0, 0, None);
    for (at, therapy) in prior.iter().enumerate() {
        match wanted(therapy) {
            Fits::Yes => {
                found.0 += 1;
                found.1 += 1;
                found.2 = found.2.or(Some(at));
            }
            Fits::Perhaps => found.1 += 1,
            Fits::No => {}
        }
    }
    found
}
