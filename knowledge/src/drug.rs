//! Medicines: the facts of each, and what its label lists.

use crate::registry;
use her2_case::{Decimal, Her2Category, Listing, Mark, MedicineClass, Setting, Sex};
use her2_pages::{Choices, Citation};
use jiff::civil::Date;

/// How a medicine stands to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrugKind {
    /// The first of its kind.
    Originator,
    /// Made to be like another.
    Biosimilar,
    /// A form of another for injection under the skin.
    Subcutaneous,
    /// Not against HER2, or without a place in breast cancer; met beside the others.
    Beside,
}

/// How a medicine is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Into a vein.
    Intravenous,
    /// Under the skin.
    Subcutaneous,
    /// By mouth.
    Oral,
}

/// What a company has to do with a medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakerRole {
    /// It holds the licence.
    Holder,
    /// It sells it.
    Seller,
    /// It did once.
    Former,
}

/// For which setting something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoseSetting {
    /// Early disease.
    Early,
    /// Metastatic disease.
    Metastatic,
    /// Either.
    Any,
}

impl DoseSetting {
    /// Whether it is for that setting.
    pub fn is_for(self, setting: Setting) -> bool {
        match self {
            Self::Early => setting == Setting::Early,
            Self::Metastatic => setting == Setting::Metastatic,
            Self::Any => true,
        }
    }
}

/// A medicine.
#[derive(Debug)]
pub struct Drug {
    /// Its name here.
    pub id: &'static str,
    /// Its international name.
    pub inn: &'static str,
    /// Its name in the United States, if that differs.
    pub us_name: Option<&'static str>,
    /// Its brands.
    pub brands: &'static [&'static str],
    /// How it is called for short.
    pub abbreviation: Option<&'static str>,
    /// Its class.
    pub class: MedicineClass,
    /// What it acts on.
    pub target: &'static str,
    /// How it stands to others.
    pub kind: DrugKind,
    /// The medicine it is like, by name.
    pub reference: Option<&'static str>,
    /// How it is given.
    pub route: Route,
    /// Whether it has an indication for breast cancer in the United States.
    pub breast: bool,
    /// When somebody last compared the page with its sources.
    pub checked: Date,
    /// The key facts in a line.
    pub summary: &'static str,
    /// How sure this project is of that line.
    pub summary_mark: Mark,
    /// Its source.
    pub summary_cite: Citation,
    /// Who makes and sells it, and who did.
    pub makers: &'static [Maker],
    /// Its doses.
    pub doses: &'static [Dose],
    /// Its vials or tablets.
    pub vials: &'static [Vial],
    /// Its codes.
    pub codes: &'static [Code],
    /// What its label warns of in a box.
    pub boxed_warnings: &'static [BoxedWarning],
    /// How long contraception is advised after the last dose.
    pub contraception: &'static [Contraception],
    /// What it must not, or should not, be given with.
    pub interactions: &'static [Statement],
    /// What it often causes.
    pub reactions: &'static [Statement],
    /// When it was approved for what.
    pub approvals: &'static [Approval],
    /// The tests that its label goes with.
    pub companions: &'static [Companion],
    /// The medicines that are held whenever this one is, or with which it is held; by name.
    pub holds_with: &'static [&'static str],
    /// What its label lists for early disease.
    pub early: Option<&'static Choices<Listing>>,
    /// What its label lists for metastatic disease.
    pub metastatic: Option<&'static Choices<Listing>>,
    /// What the page says in prose.
    pub text: &'static str,
}

/// A company of a medicine.
#[derive(Clone, Copy, Debug)]
pub struct Maker {
    /// Its name.
    pub name: &'static str,
    /// What it has to do with the medicine.
    pub role: MakerRole,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
    /// Since when: a day, a year or words.
    pub from: Option<&'static str>,
    /// Until when.
    pub until: Option<&'static str>,
}

/// A dose.
#[derive(Clone, Copy, Debug)]
pub struct Dose {
    /// For which setting; any if it is not said.
    pub setting: Option<DoseSetting>,
    /// The first dose, if it is another one; a decimal number, or several with `/` between.
    pub loading: Option<&'static str>,
    /// Each further dose, written in the same way.
    pub amount: &'static str,
    /// In which unit, for example `mg/kg`.
    pub unit: &'static str,
    /// Every so many weeks.
    pub every_weeks: Option<u8>,
    /// So many times a day.
    pub per_day: Option<u8>,
    /// The billing units of a first dose, for products with a rule of their own.
    pub loading_hcpcs_units: Option<u16>,
    /// The billing units of each further dose, for products with a rule of their own.
    pub hcpcs_units: Option<u16>,
    /// For how long.
    pub duration: Option<&'static str>,
    /// What should be known with it.
    pub note: Option<&'static str>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

impl Dose {
    /// The amount, if it is a single number.
    pub fn number(&self) -> Option<Decimal> {
        self.amount.parse().ok()
    }

    /// The first dose, if it is another one and a single number.
    pub fn loading_number(&self) -> Option<Decimal> {
        self.loading?.parse().ok()
    }
}

/// A vial or a tablet.
#[derive(Clone, Copy, Debug)]
pub struct Vial {
    /// What it holds, in mg.
    pub mg: Decimal,
    /// What should be known with it.
    pub note: Option<&'static str>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// A code.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The system, for example `HCPCS`.
    pub system: &'static str,
    /// The code in it.
    pub code: &'static str,
    /// The unit it stands for.
    pub per: Option<&'static str>,
    /// What should be known with it.
    pub note: Option<&'static str>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// A boxed warning.
#[derive(Clone, Copy, Debug)]
pub struct BoxedWarning {
    /// What it warns of.
    pub topic: &'static str,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// Contraception after the last dose.
#[derive(Clone, Copy, Debug)]
pub struct Contraception {
    /// Who.
    pub who: Sex,
    /// For so many months.
    pub months: Option<u8>,
    /// For so many weeks.
    pub weeks: Option<u8>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// Something said in a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// The sentence.
    pub text: &'static str,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// An approval.
#[derive(Clone, Copy, Debug)]
pub struct Approval {
    /// When.
    pub date: Date,
    /// For what.
    pub what: &'static str,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// A companion test.
#[derive(Clone, Copy, Debug)]
pub struct Companion {
    /// The test.
    pub test: &'static str,
    /// For what it is listed.
    pub claim: &'static str,
    /// The HER2 category of that claim.
    pub her2: Her2Category,
    /// The setting of that claim, if it is for one only.
    pub setting: Option<Setting>,
    /// The option of that claim, if it is for one only.
    pub option: Option<&'static str>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// Every medicine that has a page, by name.
pub fn drugs() -> &'static [Drug] {
    registry::DRUGS
}

/// The medicine of that name of a page.
pub fn drug(id: &str) -> Option<&'static Drug> {
    let at = drugs().binary_search_by(|drug| drug.id.cmp(id));
    at.ok().map(|at| &drugs()[at])
}

impl Drug {
    /// The medicine whose label counts for this one: its own, or that of the medicine it is like.
    pub fn reference_drug(&'static self) -> &'static Self {
        let own = self.early.is_some() || self.metastatic.is_some();
        let reference = self.reference.filter(|_| !own).and_then(drug);
        reference.unwrap_or(self)
    }

    /// What its label lists for that setting.
    pub fn listed(&self, setting: Setting) -> Option<&'static Choices<Listing>> {
        match setting {
            Setting::Early => self.early,
            Setting::Metastatic => self.metastatic,
        }
    }

    /// Its code in that system.
    pub fn code(&self, system: &str) -> Option<&'static Code> {
        self.codes.iter().find(|code| code.system == system)
    }
}
