//! FHIR R4: one bundle a patient, with the results as markers of the tumour, what follows from them, and for each the place it was read at.
//!
//! Nothing of the record's own words is written, and no name. What this program concluded is tagged, so that no reader takes it for evidence.

mod answer;
mod bundle;
mod coded;
mod conclusion;
mod course;
mod json;
mod observation;
mod outcome;
mod provenance;
mod receptor;
mod result;
mod specimen;
mod tumor;

pub use answer::{ToldPlan, fhir_answer, fhir_operation, fhir_operation_url};
pub use outcome::{CheckedRecord, fhir_check, fhir_refusal};

use crate::convert::{Export, LeftOut};
use bundle::Bundle;
use json::{Json, Object};

/// The bundle on one line, with its line end.
pub(crate) fn bundle(export: &Export<'_>, left_out: &mut LeftOut) -> String {
    let mut bundle = Bundle::of(export);
    bundle.add_patient(export);
    course::write(export, &mut bundle, left_out);
    for (number, record) in export.records.iter().enumerate() {
        let inputs = bundle.add_record(record, number, left_out);
        let found = export.timeline.records.get(number);
        if let Some(found) = found {
            conclusion::write(export, found, number, &inputs, &mut bundle);
        }
        bundle.add_problems(record, number);
    }
    let mut out = String::new();
    Json::from(bundle.finish()).write(&mut out);
    out.push('\n');
    out
}

/// The observations of a record that say something of HER2.
struct Inputs {
    /// The specimen and the tumour each is of, and its address.
    her2: Vec<(usize, Option<her2_case::Span>, String)>,
}

impl Inputs {
    /// The observations of a specimen and a tumour of it.
    fn of(&self, specimen: usize, tumor: Option<her2_case::Span>) -> Vec<String> {
        let of_it = self
            .her2
            .iter()
            .filter(|(at, named, _)| *at == specimen && *named == tumor);
        of_it.map(|(.., address)| address.clone()).collect()
    }
}

/// A resource of this type.
fn resource(kind: &'static str, id: &str, rest: Object) -> Object {
    let mut all = Object::default().with("resourceType", kind).with("id", id);
    all.append(rest);
    all
}
