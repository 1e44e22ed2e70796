//! Which resources may matter, told by their type and by the codes and words in them, before anything is parsed.

use super::cut::Found;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use her2_knowledge::codes::{CodeRow, CodedAnswer, Meaning, all_codes, cancer_stems, marker_stems};
use her2_knowledge::medicine_names;
use memchr::memchr;
use memchr::memmem::Finder;
use rustc_hash::{FxHashMap, FxHashSet};
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

/// What is looked for in codes and in names.
struct Marks {
    items: FxHashSet<&'static [u8]>,
    concepts: FxHashSet<&'static [u8]>,
    medicines: FxHashSet<&'static [u8]>,
    of_markers: AhoCorasick,
    of_cancer: AhoCorasick,
    of_medicines: AhoCorasick,
}

static MARKS: LazyLock<Marks> = LazyLock::new(|| {
    let rows = || all_codes().iter().copied();
    let is_item = |row: &&CodeRow| matches!(row.meaning, Meaning::Item(_));
    let is_medicine =
        |row: &&CodeRow| matches!(row.meaning, Meaning::Answer(CodedAnswer::Medicine(_)));
    let code = |row: &'static CodeRow| row.code.as_bytes();
    let of_pages = her2_knowledge::drugs().iter().flat_map(|drug| drug.codes);
    let of_pages = of_pages.map(|held| held.code.as_bytes());
    Marks {
        items: rows()
            .filter(is_item)
            .map(code)
            .chain(super::own::OF_RECORD.map(str::as_bytes))
            .chain([super::own::SETTING.as_bytes()])
            .collect(),
        concepts: rows().map(code).collect(),
        medicines: rows()
            .filter(is_medicine)
            .map(code)
            .chain(of_pages)
            .collect(),
        of_markers: automaton(marker_stems().to_vec()),
        of_cancer: automaton(cancer_stems().to_vec()),
        of_medicines: automaton(medicine_names().filter(|name| name.len() > 3).collect()),
    }
});

fn automaton(patterns: Vec<&'static str>) -> AhoCorasick {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .build(patterns)
        .expect("a few hundred short words make a small automaton")
}

static CODE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"code\""));
static DISPLAY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"display\""));
static TEXT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"text\""));
static DIV: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"div\""));
static CONCLUSION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"conclusion\""));
static MEDICATION: LazyLock<Finder<'static>> =
    LazyLock::new(|| Finder::new("\"medicationReference\""));
static REFERENCE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"reference\""));
static DATA: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\"data\""));

/// What a resource refers to.
pub(super) fn references(region: &[u8]) -> impl Iterator<Item = &[u8]> {
    values(region, &REFERENCE)
}

/// A resource without what is attached to it: the part before the first attachment, and the part after the last.
fn without_data(region: &[u8]) -> [&[u8]; 2] {
    let Some(first) = DATA.find(region) else {
        return [region, &[]];
    };
    let attached = values(&region[first..], &DATA).last();
    let ends = attached.map_or(first, |value| {
        value.as_ptr() as usize - region.as_ptr() as usize + value.len()
    });
    [&region[..first], &region[ends..]]
}

/// What is known of the names in one text, most of which stand in it many times.
#[derive(Default)]
pub(super) struct Sieve<'a> {
    names: [FxHashMap<&'a [u8], bool>; 3],
}

impl<'a> Sieve<'a> {
    /// Whether a resource may say something that is read.
    pub(super) fn matters(&mut self, kind: Kind, of: &Found<'a>, text: &'a str) -> bool {
        let region = &text.as_bytes()[of.start..of.before];
        let marks = &*MARKS;
        match kind {
            Kind::Patient | Kind::Specimen | Kind::Body | Kind::Substance | Kind::Binary => true,
            Kind::Observation => {
                values(region, &CODE).any(|code| marks.items.contains(code))
                    || self.named(0, &marks.of_markers, region, &[&DISPLAY, &TEXT])
            }
            Kind::Condition | Kind::Procedure => {
                values(region, &CODE).any(|code| is_concept(code, marks))
                    || self.named(1, &marks.of_cancer, region, &[&DISPLAY, &TEXT])
            }
            Kind::Report | Kind::Document => {
                let mut coded = false;
                for part in without_data(region) {
                    let mut codes = values(part, &CODE).inspect(|_| coded = true);
                    let keys = [&DISPLAY, &TEXT, &DIV, &CONCLUSION];
                    if codes.any(|code| is_concept(code, marks) || is_pathology(code))
                        || self.named(1, &marks.of_cancer, part, &keys)
                    {
                        return true;
                    }
                }
                // What says of itself nothing at all may be anything.
                kind == Kind::Document && !coded
            }
            Kind::Request | Kind::Given => {
                MEDICATION.find(region).is_some()
                    || values(region, &CODE).any(|code| marks.medicines.contains(code))
                    || self.named(2, &marks.of_medicines, region, &[&DISPLAY, &TEXT])
            }
        }
    }

    /// Whether one of the strings of these names has one of the words.
    fn named(
        &mut self,
        which: usize,
        words: &AhoCorasick,
        region: &'a [u8],
        keys: &[&LazyLock<Finder<'static>>],
    ) -> bool {
        let known = &mut self.names[which];
        let mut strings = keys.iter().flat_map(|key| values(region, key));
        strings.any(|string| match known.get(string) {
            Some(known) => *known,
            None => {
                let has = words.is_match(string);
                known.insert(string, has);
                has
            }
        })
    }
}

/// A code of a concept that is read, or of a diagnosis of cancer or of its receptors.
fn is_concept(code: &[u8], marks: &Marks) -> bool {
    marks.concepts.contains(code)
        || matches!(code, [b'C', b'0'..=b'9', b'0'..=b'9', ..])
        || code.starts_with(b"D05")
        || code.starts_with(b"Z17")
}

/// The sections of diagnostic services that are pathology.
fn is_pathology(code: &[u8]) -> bool {
    matches!(code, b"PAT" | b"SP" | b"CP" | b"LP7839-6")
}

/// The strings that stand under a name.
fn values<'a>(
    region: &'a [u8],
    key: &LazyLock<Finder<'static>>,
) -> impl Iterator<Item = &'a [u8]> + use<'a> {
    let key: &Finder<'static> = key;
    let length = key.needle().len();
    let places = key.clone();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + places.find(region.get(from..)?)? + length;
            from = at;
            let rest = region.get(at..)?.trim_ascii_start();
            let Some(rest) = rest.strip_prefix(b":") else {
                continue;
            };
            let Some(rest) = rest.trim_ascii_start().strip_prefix(b"\"") else {
                continue;
            };
            let mut end = 0;
            loop {
                let quote = end + memchr(b'"', &rest[end..])?;
                let slashes = rest[..quote]
                    .iter()
                    .rev()
                    .take_while(|byte| **byte == b'\\')
                    .count();
                if slashes % 2 == 0 {
                    from = region.len() - rest.len() + quote;
                    return Some(&rest[..quote]);
                }
                end = quote + 1;
            }
        }
    })
}
