//! Specimens, and the tumours they are of.

use super::coded::{answers, coding, concept, ours, own};
use super::json::Object;
use super::observation::{code_extension, reference};
use crate::convert::Locals;
use her2_case::{Laterality, Procedure, Specimen};
use her2_knowledge::codes::{CodeSystem, CodedAnswer};

/// The breast, without a side.
const BREAST: &str = "76752008";

/// A specimen without its type and id.
pub(super) fn write(
    specimen: &Specimen,
    tumor: Option<&str>,
    patient: &str,
    locals: &Locals<'_>,
) -> Object {
    let mut identifiers = Vec::new();
    if let Some(key) = &specimen.identifier {
        identifiers.push(identifier("specimen", &locals.specimen(key)));
    }
    if let Some(tumor) = tumor {
        identifiers.push(identifier("tumour", tumor));
    }
    let collection = Object::default()
        .maybe("collectedDateTime", specimen.date)
        .maybe("method", specimen.procedure.map(method))
        .maybe("bodySite", specimen.side.map(body_site));
    let point = specimen
        .point
        .map(|point| code_extension("course-point", point.name()));
    Object::default()
        .with("extension", point.into_iter().collect::<Vec<_>>())
        .with("identifier", identifiers)
        .with("subject", reference(patient))
        .with("collection", collection)
}

/// A tumour without its type and id.
pub(super) fn body_structure(tumor: &str, side: Option<Laterality>, patient: &str) -> Object {
    Object::default()
        .with("identifier", vec![identifier("tumour", tumor)])
        .with(
            "location",
            concept(vec![coding(CodeSystem::Snomed.uri(), BREAST, None)], None),
        )
        .with(
            "locationQualifier",
            side.map(qualifier).into_iter().collect::<Vec<_>>(),
        )
        .with("patient", reference(patient))
}

/// An identifier of this project's own kind: what it identifies is said by its system.
pub(super) fn identifier(of: &str, value: &str) -> Object {
    Object::default()
        .with("system", ours(of))
        .with("value", value)
}

fn method(procedure: Procedure) -> Object {
    let mut codings = vec![own(procedure.name())];
    codings.extend(answers(
        &[CodeSystem::Snomed],
        CodedAnswer::Procedure(procedure),
    ));
    concept(codings, None)
}

fn qualifier(side: Laterality) -> Object {
    concept(
        answers(&[CodeSystem::Snomed], CodedAnswer::Side(side)),
        Some(side.name()),
    )
}

/// The breast on that side: a code of the breast, and the side's own.
fn body_site(side: Laterality) -> Object {
    let snomed = CodeSystem::Snomed;
    let mut codings = vec![coding(snomed.uri(), BREAST, None)];
    codings.extend(answers(&[snomed], CodedAnswer::Side(side)));
    concept(codings, Some(side.name()))
}
