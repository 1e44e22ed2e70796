//! Medicines by any of their names, and those that have no page of their own.

use crate::registry;
use crate::{Drug, drugs};
use her2_case::MedicineClass;
use jiff::civil::Date;

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub struct Medicine {
    /// Its class.
    pub class: MedicineClass,
    /// Its international name.
    pub inn: &'static str,
    /// Its page, if it has one.
    pub drug: Option<&'static Drug>,
}

/// Medicines of a class that have no page of their own.
#[derive(Debug)]
pub struct Partners {
    /// The name of the class.
    pub id: &'static str,
    /// The class.
    pub class: MedicineClass,
    /// When somebody last looked at the page.
    pub checked: Date,
    /// The medicines.
    pub medicines: &'static [PartnerMedicine],
    /// What the page says in prose.
    pub text: &'static str,
}

/// A medicine without a page of its own.
#[derive(Clone, Copy, Debug)]
pub struct PartnerMedicine {
    /// Its international name.
    pub inn: &'static str,
    /// Its brands.
    pub brands: &'static [&'static str],
}

/// A name in small letters, with what it stands for and the position of its page.
pub(crate) type NamedMedicine = (&'static str, MedicineClass, &'static str, Option<u16>);

/// The classes of medicines without pages of their own.
pub fn partners() -> &'static [Partners] {
    registry::PARTNERS
}

/// The medicine of that name: international, of the United States, a brand, or for short. Capitals do not matter.
pub fn medicine_named(name: &str) -> Option<Medicine> {
    let name = name.trim().to_lowercase();
    let names = registry::MEDICINE_NAMES;
    let at = names.binary_search_by(|named| named.0.cmp(name.as_str()));
    let (_, class, inn, drug) = names[at.ok()?];
    let drug = drug.map(|at| &drugs()[usize::from(at)]);
    Some(Medicine { class, inn, drug })
}

/// Every name by which a medicine is known, in small letters and in order.
pub fn medicine_names() -> impl Iterator<Item = &'static str> {
    registry::MEDICINE_NAMES.iter().map(|named| named.0)
}
