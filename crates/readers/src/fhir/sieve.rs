//! Which resources may matter, told by their type and by the codes and words in them, before anything is parsed.

use super::cut::Found;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use her2_knowledge::codes::{
    CodeRow, CodeSystem, CodedAnswer, Meaning, all_codes, cancer_stems, marker_stems,
};
use her2_knowledge::medicine_names;
use memchr::memmem;
use std::sync::LazyLock;

/// A type of resource that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Patient,
    Observation,
    Report,
    Specimen,
    Body,
    Condition,
    Procedure,
    /// An order.
    Request,
    /// A medicine given, handed out or taken.
    Given,
    Substance,
    Document,
    Binary,
}

/// The type of a name; nothing if it is not read.
pub(super) fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "Patient" => Kind::Patient,
        "Observation" => Kind::Observation,
        "DiagnosticReport" => Kind::Report,
        "Specimen" => Kind::Specimen,
        "BodyStructure" => Kind::Body,
        "Condition" => Kind::Condition,
        "Procedure" => Kind::Procedure,
        "MedicationRequest" | "MedicationOrder" => Kind::Request,
        "MedicationAdministration" | "MedicationStatement" | "MedicationDispense" => Kind::Given,
        "Medication" => Kind::Substance,
        "DocumentReference" => Kind::Document,
        "Binary" => Kind::Binary,
        _ => return None,
    })
}

/// What is looked for, all at once.
struct Marks {
    observation: AhoCorasick,
    cancer: AhoCorasick,
    medicine: AhoCorasick,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| {
    let quoted = |row: &&CodeRow| format!("\"{}", row.code);
    let rows = || all_codes().iter().copied();
    let of_system = |wanted: CodeSystem| rows().filter(move |row| row.system == wanted);
    let is_item = |row: &&CodeRow| matches!(row.meaning, Meaning::Item(_));
    let is_medicine =
        |row: &&CodeRow| matches!(row.meaning, Meaning::Answer(CodedAnswer::Medicine(_)));
    let items = rows().filter(is_item).map(|row| quoted(&row));
    let stems = marker_stems().iter().map(|stem| (*stem).to_owned());
    let diagnoses = ["\"C50", "\"D05", "\"Z17", "\"C77", "\"C78", "\"C79"];
    let diagnoses = diagnoses.iter().map(|code| (*code).to_owned());
    let concepts = of_system(CodeSystem::Snomed).map(|row| quoted(&row));
    let reports = rows().filter(is_item).map(|row| quoted(&row));
    let words = cancer_stems().iter().map(|word| (*word).to_owned());
    let names = medicine_names()
        .filter(|name| name.len() > 3)
        .map(str::to_owned);
    let ingredients = rows()
        .filter(is_medicine)
        .map(|row| format!("\"{}\"", row.code));
    let of_pages = her2_knowledge::drugs().iter().flat_map(|drug| drug.codes);
    let of_pages = of_pages.map(|code| format!("\"{}\"", code.code));
    Marks {
        observation: automaton(items.chain(stems).collect()),
        cancer: automaton(
            diagnoses
                .chain(concepts)
                .chain(reports)
                .chain(words)
                .collect(),
        ),
        medicine: automaton(names.chain(ingredients).chain(of_pages).collect()),
    }
});

fn automaton(mut patterns: Vec<String>) -> AhoCorasick {
    patterns.sort();
    patterns.dedup();
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .build(&patterns)
        .expect("a few hundred short words make a small automaton")
}

/// Whether a resource may say something that is read.
pub(super) fn matters(kind: Kind, of: &Found<'_>, text: &str) -> bool {
    let region = &text.as_bytes()[of.start..of.before];
    match kind {
        Kind::Patient | Kind::Specimen | Kind::Body | Kind::Substance | Kind::Binary => true,
        Kind::Observation => MARKS.observation.is_match(region),
        Kind::Condition | Kind::Procedure => MARKS.cancer.is_match(region),
        Kind::Report | Kind::Document => {
            without_data(region).any(|part| MARKS.cancer.is_match(part))
        }
        Kind::Request | Kind::Given => {
            memmem::find(region, b"medicationReference").is_some()
                || MARKS.medicine.is_match(region)
        }
    }
}

/// The parts of a region around what is attached to it in base64.
fn without_data(region: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(region);
    std::iter::from_fn(move || {
        let region = rest.take()?;
        let name = b"\"data\"";
        let Some(at) = memmem::find(region, name) else {
            return Some(region);
        };
        let (part, after) = region.split_at(at + name.len());
        let opens = memchr::memchr(b'"', after);
        let closes = opens.and_then(|open| {
            let inside = &after[open + 1..];
            memchr::memchr(b'"', inside).map(|end| &inside[end + 1..])
        });
        rest = closes;
        Some(part)
    })
}
