//! Therapies that were given, and ejection fractions that were measured.

use crate::{Decimal, MedicineClass, Setting, Timing};
use jiff::civil::Date;
use std::fmt;

macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The one of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

names! {
    /// How a therapy ended.
    PriorOutcome {
        /// Given as planned.
        Completed = "completed",
        /// The cancer grew or came back during it.
        Progressed = "progressed",
        /// Stopped for a side effect.
        Toxicity = "toxicity",
        /// Still given.
        Ongoing = "ongoing",
        /// Not known.
        Unknown = "unknown",
    }
}

names! {
    /// How the ejection fraction was measured.
    LvefMethod {
        /// Echocardiography.
        Echo = "echo",
        /// Radionuclide ventriculography.
        Muga = "muga",
        /// Magnetic resonance.
        Mri = "mri",
        /// Otherwise.
        Other = "other",
    }
}

/// A therapy that was given: one regimen, however many medicines.
///
/// `Debug` shows counts only.
#[derive(Clone, PartialEq, Eq)]
pub struct PriorTherapy {
    /// The medicines, each with the name it was given by and its class.
    pub medicines: Vec<(String, MedicineClass)>,
    /// For early or for metastatic disease.
    pub setting: Option<Setting>,
    /// Where on the way through early disease.
    pub timing: Option<Timing>,
    /// The first day.
    pub started: Option<Date>,
    /// The last day.
    pub ended: Option<Date>,
    /// How it ended.
    pub outcome: PriorOutcome,
}

impl PriorTherapy {
    /// Whether some medicine of it is of a class.
    pub fn has(&self, of: impl Fn(MedicineClass) -> bool) -> bool {
        self.medicines.iter().any(|(_, class)| of(*class))
    }
}

impl fmt::Debug for PriorTherapy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PriorTherapy({} medicines)", self.medicines.len())
    }
}

/// A measured ejection fraction.
///
/// `Debug` shows nothing of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LvefReading {
    /// When.
    pub date: Date,
    /// The value in percent.
    pub percent: Decimal,
    /// How.
    pub method: Option<LvefMethod>,
    /// Whether it is stated to be the value before treatment.
    pub baseline: bool,
}

impl fmt::Debug for LvefReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LvefReading")
    }
}
