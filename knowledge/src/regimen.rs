//! Regimens: what is given together, and what is done that is no medicine.

use crate::{Drug, Statement, drugs, registry};
use her2_case::MedicineClass;
use jiff::civil::Date;

/// What kind of thing a regimen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegimenKind {
    /// Medicines.
    Medicines,
    /// Something else that is done, or waited for.
    Measure,
}

/// A regimen.
#[derive(Debug)]
pub struct Regimen {
    /// Its name here.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How it is called for short.
    pub abbreviation: Option<&'static str>,
    /// What kind of thing it is.
    pub kind: RegimenKind,
    /// The positions of the medicines that belong to it.
    pub(crate) medicines: &'static [u16],
    /// Medicines of which one belongs to it.
    pub choices: &'static [RegimenChoice],
    /// Medicines without a page of their own, of which one belongs to it.
    pub partners: &'static [RegimenPartner],
    /// The position of the regimen that follows.
    pub(crate) then: Option<u16>,
    /// What is known of it.
    pub facts: &'static [Statement],
    /// When somebody last compared the page with its sources.
    pub checked: Date,
    pub(crate) her2_directed: bool,
    /// What the page says in prose.
    pub text: &'static str,
}

/// Medicines of which one belongs to a regimen.
#[derive(Debug)]
pub struct RegimenChoice {
    pub(crate) any_of: &'static [u16],
    /// For what.
    pub role: &'static str,
}

impl RegimenChoice {
    /// The medicines.
    pub fn any_of(&self) -> impl Iterator<Item = &'static Drug> + use<> {
        of(self.any_of)
    }
}

/// Partners of which one belongs to a regimen.
#[derive(Debug)]
pub struct RegimenPartner {
    /// The international names.
    pub any_of: &'static [&'static str],
    /// Their class.
    pub class: MedicineClass,
    /// What should be known with them.
    pub note: Option<&'static str>,
}

fn of(positions: &'static [u16]) -> impl Iterator<Item = &'static Drug> + use<> {
    positions.iter().map(|at| &drugs()[usize::from(*at)])
}

/// Every regimen, by name.
pub fn regimens() -> &'static [Regimen] {
    registry::REGIMENS
}

/// The regimen of that name.
pub fn regimen(id: &str) -> Option<&'static Regimen> {
    let at = regimens().binary_search_by(|regimen| regimen.id.cmp(id));
    at.ok().map(|at| &regimens()[at])
}

impl Regimen {
    /// The medicines that always belong to it.
    pub fn medicines(&self) -> impl Iterator<Item = &'static Drug> + use<> {
        of(self.medicines)
    }

    /// Every medicine with a page that belongs to it, or of which one does.
    pub fn drugs(&self) -> impl Iterator<Item = &'static Drug> + use<> {
        let choices = self.choices.iter().flat_map(|choice| of(choice.any_of));
        of(self.medicines).chain(choices)
    }

    /// The regimen that follows it.
    pub fn then(&self) -> Option<&'static Self> {
        self.then.map(|at| &regimens()[usize::from(at)])
    }

    /// Whether it holds a medicine against HER2, is followed by one, or is a measure about them.
    pub fn is_her2_directed(&self) -> bool {
        self.her2_directed
    }

    /// Its position among [`regimens`].
    pub fn position(&'static self) -> usize {
        let found = regimens().binary_search_by(|regimen| regimen.id.cmp(self.id));
        found.expect("a regimen is one of the list")
    }
}
