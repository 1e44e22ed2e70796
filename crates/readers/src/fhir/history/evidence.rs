//! Which observations are no evidence of this patient's tumour, whatever they say: elements of the standard that turn what a value means.

use super::{Reader, Use};
use crate::fhir::held::Held;
use crate::fhir::shape::{Concept, Observation, Reference};
use crate::fhir::token::Text;
use her2_case::{Problem, Severity};
use her2_knowledge::codes::{is_of_another, is_withdrawn};

/// What an observation may be about and still be about the patient's tumour.
const OF_THE_TUMOUR: [&str; 10] = [
    "BodyStructure",
    "Specimen",
    "Condition",
    "Procedure",
    "DiagnosticReport",
    "Observation",
    "ImagingStudy",
    "ServiceRequest",
    "Encounter",
    "EpisodeOfCare",
];

/// The extension by which a focus is said in words.
const FOCUS_CODE: &str = "observation-focusCode";

/// Why an observation is no evidence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is about somebody or something else.
    OfAnother,
    /// A patient or a relative said it.
    ByPatient,
    /// A note takes it back, or the report that it is of is withdrawn.
    Withdrawn,
    /// It is modified in a way that is not known here.
    Modified,
}

impl Refusal {
    /// What is said of it.
    pub(super) fn told(self, path: &str) -> Problem {
        let (code, what) = match self {
            Self::OfAnother => (
                "result-of-another",
                "it is about somebody or something else than the patient's tumour; nothing was read from it",
            ),
            Self::ByPatient => (
                "result-by-patient",
                "it is told by the patient, a relative or a survey and is no result of a laboratory; nothing was read from it",
            ),
            Self::Withdrawn => (
                "result-withdrawn",
                "a note beside it or the state of its report takes it back; nothing was read from it",
            ),
            Self::Modified => (
                "modifier-not-understood",
                "it carries a modifier extension, which may turn its meaning, and none is known here; nothing was read from it",
            ),
        };
        Problem {
            code,
            severity: Severity::Warning,
            message: format!("{path}: {what}"),
            origin: None,
        }
    }
}

impl<'a> Reader<'_, 'a> {
    /// Why an observation that is used for this is no evidence of it.
    pub(super) fn refusal(&self, held: &Held<'a, Observation<'a>>, used: Use) -> Option<Refusal> {
        let it = &held.it;
        let parts = || it.component.iter();
        if !it.modifier_extension.is_empty()
            || parts().any(|part| !part.modifier_extension.is_empty())
        {
            return Some(Refusal::Modified);
        }
        let notes = it.note.iter().filter_map(|note| note.text);
        let mut notes = notes.chain(it.comment).chain(it.comments);
        if notes.any(|note| is_withdrawn(&note.value())) {
            return Some(Refusal::Withdrawn);
        }
        if used == Use::Menopause {
            return None;
        }
        let elsewhere = it.focus.iter().any(|to| self.is_elsewhere(held, to));
        let by_code = it.extension.iter().any(|of| {
            let is_focus = of.url.is_some_and(|url| url.value().ends_with(FOCUS_CODE));
            is_focus && of.value_codeable_concept.as_ref().is_some_and(is_another)
        });
        if elsewhere || by_code {
            return Some(Refusal::OfAnother);
        }
        let by = &it.performer;
        let by_patient = !by.is_empty() && by.iter().all(|to| self.is_patient(held, to));
        if by_patient || used == Use::Marker && is_survey(&it.category) {
            return Some(Refusal::ByPatient);
        }
        None
    }

    /// Whether a focus is not of the patient. What cannot be told is taken for another.
    fn is_elsewhere(&self, held: &Held<'a, Observation<'a>>, to: &Reference<'a>) -> bool {
        let named = to.display.map(|display| display.value());
        if named.as_deref().is_some_and(is_of_another) {
            return true;
        }
        let same = |to: &Reference<'a>| to.reference.and_then(Text::plain);
        if same(to).is_some() && same(to) == held.it.subject.as_ref().and_then(same) {
            return false;
        }
        match self.kind_of(held, to) {
            Some("Patient") => !self.all.is_own_patient(held, to),
            Some(kind) => !OF_THE_TUMOUR.contains(&kind),
            None => named.is_none() && !self.all.is_own_patient(held, to),
        }
    }

    /// Whether somebody who performed is the patient, or somebody of the family.
    fn is_patient(&self, held: &Held<'a, Observation<'a>>, to: &Reference<'a>) -> bool {
        let named = to
            .display
            .map(|display| display.value().trim().to_lowercase());
        let is_named = matches!(
            named.as_deref(),
            Some("patient" | "self" | "patient reported" | "self reported" | "self-reported")
        );
        match self.kind_of(held, to) {
            Some(kind) => matches!(kind, "Patient" | "RelatedPerson"),
            None => is_named || self.all.is_own_patient(held, to),
        }
    }

    /// The type of what a reference points at: as it says itself, by its address, or by what stands there.
    fn kind_of(&self, held: &Held<'a, Observation<'a>>, to: &Reference<'a>) -> Option<&'a str> {
        if let Some(named) = to.r#type.and_then(Text::plain) {
            return Some(named.rsplit('/').next().unwrap_or(named));
        }
        let reference = to.reference.and_then(Text::plain)?;
        if let Some(kind) = self.all.kind_at(held, to) {
            return Some(kind);
        }
        if let Some(kind) = self.common.other_kind(reference) {
            return Some(kind);
        }
        if reference.starts_with('#') || reference.starts_with("urn:") {
            return None;
        }
        let plain = reference.split("/_history/").next()?;
        plain.rsplit('/').nth(1)
    }
}

/// Whether a focus in words is another, or cannot be told.
fn is_another(focus: &Concept<'_>) -> bool {
    let displays = focus.coding.iter().filter_map(|coding| coding.display);
    let mut words = focus.text.into_iter().chain(displays).peekable();
    words.peek().is_none() || words.any(|words| is_of_another(&words.value()))
}

/// Whether the categories are those of what people are asked, and none is of a laboratory.
fn is_survey(categories: &[Concept<'_>]) -> bool {
    let codes = || {
        let codings = categories.iter().flat_map(|of| of.coding.iter());
        codings.filter_map(|coding| coding.code.and_then(Text::plain))
    };
    codes().any(|code| matches!(code, "survey" | "social-history"))
        && !codes().any(|code| matches!(code, "laboratory" | "LAB" | "PAT" | "SP"))
}
