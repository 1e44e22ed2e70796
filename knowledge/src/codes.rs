//! Codes of observations, answers, diagnoses and medicines, and what each is read as.
//!
//! The codes stand in the tables under `codes/`. Those of LOINC are copyright Regenstrief Institute, Inc.; of SNOMED CT only numbers are held.

mod course;
mod item;
mod name;
mod system;

pub use course::{
    CourseDays, NamedDiagnosis, Wording, course_days, course_rules, is_ejection_fraction,
    is_primary_elsewhere,
};
pub use item::{Item, Marker};
pub use name::{
    PersonLabel, cancer_stems, is_hidden, is_of_another, is_withdrawn, item_named, marker_stems,
    person_label, plain_words,
};
pub use system::CodeSystem;

use crate::{Medicine, drugs, medicine_named};
use her2_case::{
    Grade, Her2Word, Histology, IhcScore, Laterality, Mark, Menopause, MetastaticSite, Probe,
    Procedure, ReceptorStatus,
};
use her2_pages::Citation;

/// What a code says as an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodedAnswer {
    /// A score of immunohistochemistry.
    Score(IhcScore),
    /// A word of a result: of HER2, and where it is `Positive` or `Negative`, of a receptor too.
    Word(Her2Word),
    /// Seen, or detected.
    Present,
    /// Not seen, or not detected; or none.
    Absent,
    /// Said not to be known. Never negative.
    NotKnown,
    /// A side.
    Side(Laterality),
    /// How tissue was taken.
    Procedure(Procedure),
    /// A grade.
    Grade(Grade),
    /// A histological type.
    Histology(Histology),
    /// The kind of in situ hybridisation.
    Probe(Probe),
    /// A T category without prefix.
    T(&'static str),
    /// An N category without prefix.
    N(&'static str),
    /// An M category without prefix.
    M(&'static str),
    /// A stage group such as `IIA`, or `II` where no more is said.
    Stage(&'static str),
    /// Menopause.
    Menopause(Menopause),
    /// A medicine by its international name.
    Medicine(&'static str),
    /// Invasive cancer of the breast, and its side.
    BreastCancer(Option<Laterality>),
    /// Cancer in situ of the breast.
    BreastInSitu,
    /// A distant metastasis.
    Metastasis(MetastaticSite),
    /// What somebody holds the status of the tumour to be, without naming a test.
    Status(StatedStatus),
}

/// A status of the tumour that a diagnosis states. What it does not speak of is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedStatus {
    /// HER2.
    pub her2: Option<Her2Word>,
    /// Oestrogen receptor.
    pub er: Option<ReceptorStatus>,
    /// Progesterone receptor.
    pub pr: Option<ReceptorStatus>,
    /// Hormone receptors together, where only both together are stated too.
    pub hormone_receptors: Option<bool>,
}

/// What a code is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// What an observation is about.
    Item(Item),
    /// What it answers.
    Answer(CodedAnswer),
}

/// A code with what it is read as.
#[derive(Clone, Copy, Debug)]
pub struct CodeRow {
    /// The system.
    pub system: CodeSystem,
    /// The code.
    pub code: &'static str,
    /// What it is read as.
    pub meaning: Meaning,
    /// Its name in the system, where the system's licence lets it stand here.
    pub display: Option<&'static str>,
    /// How sure this project is of it.
    pub mark: Mark,
    /// The source.
    pub cite: Citation,
    /// The page.
    pub page: &'static str,
    /// The line in it.
    pub line: u32,
}

mod rows {
    use super::{CodeRow, CodeSystem, CodedAnswer, Item, Meaning, StatedStatus};

    include!(concat!(env!("OUT_DIR"), "/codes.rs"));

    /// Every row, page by page.
    pub(super) fn in_order() -> &'static [&'static CodeRow] {
        IN_ORDER
    }

    /// The rows of a system, sorted by code.
    pub(super) fn sorted(system: CodeSystem) -> &'static [CodeRow] {
        match system {
            CodeSystem::Loinc => LOINC,
            CodeSystem::Snomed => SNOMED,
            CodeSystem::RxNorm => RXNORM,
            CodeSystem::Icd10Cm => ICD10CM,
            CodeSystem::Interpretation => INTERPRETATION,
            CodeSystem::DataAbsentReason => DATAABSENTREASON,
            CodeSystem::CancerStaging => CANCERSTAGING,
            CodeSystem::Own => OWN,
            CodeSystem::Hcpcs | CodeSystem::Ndc | CodeSystem::Atc => &[],
        }
    }
}

/// Every code, page by page.
pub fn all_codes() -> &'static [&'static CodeRow] {
    rows::in_order()
}

/// The row of a code, if it is known.
pub fn code(system: CodeSystem, code: &str) -> Option<&'static CodeRow> {
    let rows = rows::sorted(system);
    let exact = |code: &str| {
        let at = rows.binary_search_by(|row| row.code.cmp(code));
        at.ok().map(|at| &rows[at])
    };
    let found = exact(code);
    if found.is_some() || system != CodeSystem::Icd10Cm {
        return found;
    }
    // A diagnosis that is not listed is one kind of its longest beginning that is; a status is not.
    let shorter = (3..code.len()).rev().filter_map(|end| code.get(..end));
    let of = shorter.filter_map(|start| exact(start.trim_end_matches('.')));
    let mut diagnoses =
        of.filter(|row| !matches!(row.meaning, Meaning::Answer(CodedAnswer::Status(_))));
    diagnoses.next()
}

/// What an observation with this code is about.
pub fn item(system: CodeSystem, of: &str) -> Option<Item> {
    match code(system, of)?.meaning {
        Meaning::Item(item) => Some(item),
        Meaning::Answer(_) => None,
    }
}

/// What this code answers.
pub fn answer(system: CodeSystem, of: &str) -> Option<CodedAnswer> {
    match code(system, of)?.meaning {
        Meaning::Answer(answer) => Some(answer),
        Meaning::Item(_) => None,
    }
}

/// The codes by which an item is asked; the first is the one to write.
pub fn codes_of(item: Item) -> impl Iterator<Item = &'static CodeRow> {
    let rows = all_codes().iter().copied();
    rows.filter(move |row| row.meaning == Meaning::Item(item))
}

/// The codes that say this, in that system; the first is the one to write.
pub fn codes_for(
    system: CodeSystem,
    answer: CodedAnswer,
) -> impl Iterator<Item = &'static CodeRow> {
    let rows = all_codes().iter().copied();
    rows.filter(move |row| row.system == system && row.meaning == Meaning::Answer(answer))
}

/// The medicine of a code: of an ingredient, or of a page of a medicine.
pub fn medicine_coded(system: CodeSystem, of: &str) -> Option<Medicine> {
    if let Some(CodedAnswer::Medicine(name)) = answer(system, of) {
        return medicine_named(name);
    }
    let name = system.short_name();
    let has = |drug: &&crate::Drug| {
        let mut codes = drug.codes.iter();
        codes.any(|held| held.system.eq_ignore_ascii_case(name) && held.code == of)
    };
    drugs()
        .iter()
        .find(has)
        .and_then(|drug| medicine_named(drug.inn))
}
