//! The pages under `partners/`: medicines without a page of their own, by class.

use super::fact::{Day, List, Name, TermOf, text};
use super::spoken;
use super::walk::{self, File};
use her2_case::{MedicineClass, Term};
use her2_pages::compile::{Document, Fault, Faults, read_head};
use serde::Deserialize;
use std::path::Path;

/// A class of medicines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Partners {
    #[serde(skip)]
    id: String,
    pub class: TermOf<MedicineClass>,
    pub checked: Day,
    #[serde(default, rename = "medicine")]
    pub medicines: List<PartnerMedicine>,
    #[serde(skip)]
    text: String,
}

/// A medicine of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PartnerMedicine {
    pub inn: Name,
    #[serde(default)]
    pub brands: List<Name>,
}

/// Every class, and what is wrong with them.
#[derive(Default)]
pub struct PartnerPages {
    /// The classes, by name.
    pub pages: Vec<Partners>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

impl Partners {
    /// The name of the class.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// Reads and checks them all.
pub fn read(root: &Path) -> PartnerPages {
    let mut all = PartnerPages::default();
    for file in walk::files(root, "partners", "md") {
        let mut faults = Faults::of(&file.path);
        let page = partners(&file, &mut faults);
        // What is named elsewhere is there, even if something else is wrong with it.
        all.pages.extend(page);
        all.faults.extend(faults.into_vec());
        all.texts.push((file.path, file.text));
    }
    all
}

fn partners(file: &File, faults: &mut Faults) -> Option<Partners> {
    let document = Document::read(&file.text, faults);
    let mut partners: Partners = read_head(&document, faults)?;
    let class = partners.class.0.name();
    if class != file.stem {
        let stem = &file.stem;
        faults.add(2, format!("`class` is `{class}`, but the file is `{stem}`"));
    }
    if partners.class.0.is_her2_directed() {
        faults.add(
            2,
            "a medicine against HER2 has a page of its own under `drugs/`",
        );
    }
    file.stem.clone_into(&mut partners.id);
    partners.text = text(&document);
    for medicine in &partners.medicines.0 {
        spoken::add(medicine.inn.as_str());
    }
    Some(partners)
}
