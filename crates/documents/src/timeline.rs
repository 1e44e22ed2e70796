//! One patient over time: the picture, the samples, and what follows from them, for each reader.

mod clinician;
mod json;
mod patient;
mod picture;

pub(crate) use clinician::{advice, conflict, plan, section as clinician};
pub(crate) use json::json;
pub(crate) use patient::section as patient;

use crate::told::SampleTold;
use crate::writer::Writer;
use her2_case::Laterality;

/// What a sample is, in plain words.
fn what(writer: &Writer<'_>, sample: &SampleTold) -> String {
    let point = sample
        .point
        .map(|point| format!("sample-point-{}", point.name()));
    let of_metastasis = sample.point == Some(her2_case::CoursePoint::Metastasis);
    let procedure = sample
        .procedure
        .filter(|how| !(of_metastasis && *how == her2_case::Procedure::Metastasis))
        .map(|procedure| format!("sample-procedure-{}", procedure.name()));
    let side = sample
        .side
        .map(|side| format!("sample-side-{}", Laterality::name(side)));
    let parts: Vec<String> = [procedure, point, side]
        .into_iter()
        .flatten()
        .map(|name| writer.message(&name, &[]))
        .collect();
    if parts.is_empty() {
        return writer.message("sample-unknown", &[]);
    }
    parts.join(", ")
}

/// The number a sample goes by.
pub(crate) fn number(at: usize) -> String {
    (at + 1).to_string()
}
