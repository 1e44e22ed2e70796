//! Names that stand for identifiers of a patient, of specimens and of tumours, where those themselves are not asked for.

use super::Export;
use her2_case::{Key, Record};
use std::fmt::Write;
use uuid::Uuid;

/// Names within one patient's output.
pub(crate) struct Locals<'a> {
    seed: Uuid,
    patient: Option<&'a Key>,
    identifiers: bool,
    specimens: Vec<&'a Key>,
    tumors: Vec<&'a Key>,
}

impl<'a> Locals<'a> {
    /// The names of this patient. The same facts under the same name give the same names.
    pub fn of(export: &Export<'a>) -> Self {
        let mut told = export.name.to_owned();
        for record in export.records {
            told.push('\n');
            told.push_str(&crate::read_json(record, crate::Source::new(b"")));
        }
        if let Some(patient) = export.patient {
            let _ = write!(told, "\n{}", patient.as_str());
        }
        let of = |key: fn(&her2_case::Specimen) -> Option<&Key>| each(export.records, key);
        Self {
            seed: Uuid::new_v5(&Uuid::NAMESPACE_URL, told.as_bytes()),
            patient: export.patient.filter(|_| export.identifiers),
            identifiers: export.identifiers,
            specimens: of(|specimen| specimen.identifier.as_ref()),
            tumors: of(|specimen| specimen.tumor.as_ref()),
        }
    }

    /// An identifier of something of this patient that is called so within it.
    pub fn uuid(&self, of: &str) -> Uuid {
        Uuid::new_v5(&self.seed, of.as_bytes())
    }

    /// The patient's identifier, if it is asked for and there is one.
    pub fn asked_patient(&self) -> Option<&'a str> {
        self.patient.map(Key::as_str)
    }

    /// The patient's identifier, or a name that stands for it.
    pub fn patient(&self) -> String {
        match self.patient {
            Some(key) => key.as_str().to_owned(),
            None => format!("local-{}", &self.seed.simple().to_string()[..16]),
        }
    }

    /// A specimen's identifier, or a name that stands for it.
    pub fn specimen(&self, key: &Key) -> String {
        self.named(key, &self.specimens, "specimen")
    }

    /// A tumour's identifier, or a name that stands for it.
    pub fn tumor(&self, key: &Key) -> String {
        self.named(key, &self.tumors, "tumour")
    }

    fn named(&self, key: &Key, known: &[&Key], what: &str) -> String {
        if self.identifiers {
            return key.as_str().to_owned();
        }
        let at = known.iter().position(|one| *one == key);
        format!("{what}-{}", at.map_or(0, |at| at + 1))
    }
}

/// Every different key, in the order of the records.
fn each(records: &[Record], key: fn(&her2_case::Specimen) -> Option<&Key>) -> Vec<&Key> {
    let mut all: Vec<&Key> = Vec::new();
    let specimens = records.iter().flat_map(|record| &record.specimens);
    for key in specimens.filter_map(key) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}
