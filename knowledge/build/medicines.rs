//! The names by which medicines are called, each with what it stands for.

use super::written::Written;
use super::written::drugs::DrugKind;
use her2_case::MedicineClass;
use her2_pages::compile::Fault;
use std::collections::BTreeMap;

/// What a name stands for.
#[derive(Clone)]
pub struct Named {
    class: MedicineClass,
    inn: String,
    drug: Option<usize>,
    /// Whether another medicine of that name is like this one.
    first: bool,
    path: String,
}

impl Named {
    /// Its entry in the list of names.
    pub fn source(&self, name: &str) -> String {
        let Self {
            class, inn, drug, ..
        } = self;
        format!("({name:?}, ::her2_case::MedicineClass::{class:?}, {inn:?}, {drug:?})")
    }
}

/// Every name in small letters. A name of two medicines is a fault, unless one is like the other: then it is the name of the first.
pub fn names(written: &Written, faults: &mut Vec<Fault>) -> BTreeMap<String, Named> {
    let mut names = BTreeMap::new();
    for (at, page) in written.drugs.pages.iter().enumerate() {
        let drug = &page.drug;
        let named = Named {
            class: drug.class.0,
            inn: drug.inn.as_str().to_owned(),
            drug: Some(at),
            first: drug.reference.is_none() || drug.kind == DrugKind::Originator,
            path: format!("knowledge/drugs/{}.md", drug.id.as_str()),
        };
        let also = drug.us_name.iter().chain(&drug.abbreviation);
        let mut called: Vec<_> = [&drug.inn]
            .into_iter()
            .chain(also)
            .chain(&drug.brands.0)
            .collect();
        called.push(&drug.id);
        called.dedup_by_key(|name| name.as_str().to_lowercase());
        for name in called {
            add(&mut names, name.as_str(), &named, faults);
        }
    }
    for page in &written.partners.pages {
        for medicine in &page.medicines.0 {
            let named = Named {
                class: page.class.0,
                inn: medicine.inn.as_str().to_owned(),
                drug: None,
                first: true,
                path: format!("knowledge/partners/{}.md", page.id()),
            };
            for name in [&medicine.inn].into_iter().chain(&medicine.brands.0) {
                add(&mut names, name.as_str(), &named, faults);
            }
        }
    }
    names
}

fn add(names: &mut BTreeMap<String, Named>, name: &str, named: &Named, faults: &mut Vec<Fault>) {
    let key = name.to_lowercase();
    match names.get(&key) {
        Some(other) if other.path == named.path => {}
        Some(other) if other.first && named.first => faults.push(Fault {
            page: named.path.clone(),
            line: 1,
            message: format!(
                "`{name}` is the name of another medicine too: {}",
                other.path
            ),
        }),
        Some(other) if other.first => {}
        _ => {
            names.insert(key, named.clone());
        }
    }
}
