//! Kinds of medicine against HER2, as a patient hears them named.

use crate::sentence::About;
use her2_case::MedicineClass;

/// A kind of medicine that labels name for the category of the patient, in general.
pub(crate) struct KindTold {
    pub group: Group,
    /// The oldest claim for early disease.
    pub early: Option<About>,
    /// The oldest claim for metastatic disease.
    pub metastatic: Option<About>,
}

/// Classes of medicine that a patient hears named together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    Antibodies,
    Conjugates,
    Tablets,
}

impl Group {
    /// Every group, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Antibodies, Self::Conjugates, Self::Tablets];

    /// The group of a class; none if it does not act through HER2.
    pub fn of(class: MedicineClass) -> Option<Self> {
        match class {
            MedicineClass::Her2Antibody
            | MedicineClass::DimerisationAntibody
            | MedicineClass::CombinedAntibodies
            | MedicineClass::FcAntibody
            | MedicineClass::BispecificAntibody => Some(Self::Antibodies),
            MedicineClass::AdcMicrotubule | MedicineClass::AdcTopoisomerase => {
                Some(Self::Conjugates)
            }
            MedicineClass::Her2KinaseInhibitor => Some(Self::Tablets),
            MedicineClass::Taxane
            | MedicineClass::Anthracycline
            | MedicineClass::Platinum
            | MedicineClass::OtherChemotherapy
            | MedicineClass::Endocrine
            | MedicineClass::Cdk46Inhibitor
            | MedicineClass::Other => None,
        }
    }

    /// The end of the names of its messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Antibodies => "antibodies",
            Self::Conjugates => "conjugates",
            Self::Tablets => "tablets",
        }
    }
}
