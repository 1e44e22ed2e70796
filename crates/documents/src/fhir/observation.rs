//! Observations.

use super::coded::{OURS, Value, coding, concept, ours, ours_concept};
use super::json::{Json, Object};
use her2_case::Span;
use jiff::civil::Date;

const MARKER_PROFILE: &str =
    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
/// The category by which markers of tumours are searched for.
const MARKER_CATEGORY: &str = "250724005";

/// What kind of observation it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A marker of the tumour.
    Marker,
    /// A panel of markers, which has members and no value.
    Panel,
    /// Another finding of the laboratory.
    Laboratory,
    /// A measurement of the patient.
    Clinical,
}

/// An observation before it is written.
pub(super) struct Observation {
    pub kind: Kind,
    pub code: Object,
    pub value: Option<Value>,
    /// Whether a result is still to come.
    pub pending: bool,
    /// What the record says instead of that it is final.
    pub state: Option<&'static str>,
    /// Why there is no value, if there is none.
    pub absent: Option<&'static str>,
    pub interpretation: Option<Object>,
    pub method: Option<Object>,
    pub components: Vec<Object>,
    pub members: Vec<String>,
    pub derived_from: Vec<String>,
    pub specimen: Option<String>,
    pub effective: Option<Date>,
    /// Marks of the result: of an earlier specimen, only implied.
    pub marks: Vec<(&'static str, &'static str)>,
    /// Whether it is a conclusion of this program.
    pub derived: bool,
    /// Where it was read.
    pub read_at: Vec<(u16, Span)>,
}

impl Observation {
    pub fn new(kind: Kind, code: Object) -> Self {
        Self {
            kind,
            code,
            value: None,
            pending: false,
            state: None,
            absent: None,
            interpretation: None,
            method: None,
            components: Vec::new(),
            members: Vec::new(),
            derived_from: Vec::new(),
            specimen: None,
            effective: None,
            marks: Vec::new(),
            derived: false,
            read_at: Vec::new(),
        }
    }

    /// The resource without its type and id.
    pub fn write(self, patient: &str) -> Object {
        let has_value = self.value.is_some();
        // The profile asks for a value: what has none cannot claim it.
        let claims = self.kind == Kind::Marker && has_value && !self.pending;
        let meta = Object::default()
            .with(
                "profile",
                claims
                    .then_some(MARKER_PROFILE)
                    .into_iter()
                    .collect::<Vec<_>>(),
            )
            .with("tag", tag(self.derived));
        let status = match self.pending {
            true => "registered",
            false => self.state.unwrap_or("final"),
        };
        let marks = self.marks.iter();
        let marks: Vec<_> = marks
            .map(|(mark, code)| code_extension(mark, code))
            .collect();
        let mut resource = Object::default()
            .with("meta", meta)
            .with("extension", marks)
            .with("status", status)
            .with("category", categories(self.kind))
            .with("code", self.code)
            .with("subject", reference(patient))
            .maybe("effectiveDateTime", self.effective);
        if let Some((key, value)) = self.value {
            resource.set(key, value);
        }
        let absent = self.absent.filter(|_| !has_value);
        resource
            .maybe(
                "dataAbsentReason",
                absent.map(|why| concept(vec![coding(ABSENT, why, None)], None)),
            )
            .with(
                "interpretation",
                self.interpretation.into_iter().collect::<Vec<_>>(),
            )
            .maybe("method", self.method)
            .maybe("specimen", self.specimen.as_deref().map(reference))
            .with("hasMember", references(&self.members))
            .with("derivedFrom", references(&self.derived_from))
            .with("component", self.components)
    }
}

/// A part of an observation.
pub(super) fn component(code: Object, (key, value): Value) -> Object {
    Object::default().with("code", code).with(key, value)
}

/// A part with a code of this project, whose value is a code of it too.
pub(super) fn own_component(code: &str, value: &str) -> Object {
    let (key, value) = super::coded::value_concept(ours_concept(value));
    component(ours_concept(code), (key, value))
}

/// The mark of what this program concluded; no reader takes it for evidence.
pub(super) fn tag(derived: bool) -> Vec<Object> {
    derived
        .then(|| coding(OURS, "derived", None))
        .into_iter()
        .collect()
}

/// An extension of this project with a code as its value.
pub(super) fn code_extension(name: &str, code: &str) -> Object {
    Object::default()
        .with("url", ours(name))
        .with("valueCode", code)
}

/// A reference to a resource of the bundle.
pub(super) fn reference(to: &str) -> Object {
    Object::default().with("reference", to)
}

pub(super) fn references(to: &[String]) -> Vec<Json> {
    to.iter().map(|to| reference(to).into()).collect()
}

fn categories(kind: Kind) -> Vec<Object> {
    let of = |code| concept(vec![coding(CATEGORY, code, None)], None);
    match kind {
        Kind::Marker | Kind::Panel => {
            let snomed = her2_knowledge::codes::CodeSystem::Snomed.uri();
            let marker = concept(vec![coding(snomed, MARKER_CATEGORY, None)], None);
            vec![of("laboratory"), marker]
        }
        Kind::Laboratory => vec![of("laboratory")],
        Kind::Clinical => vec![of("exam")],
    }
}
