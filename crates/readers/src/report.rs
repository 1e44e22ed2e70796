//! Free text of pathology reports.
//!
//! The whole text is divided once into items by an automaton over words; small grammars then read at the places that matter.

mod document;
mod her2;
mod her2_ish;
mod her2_score;
mod legend;
mod markers;
mod merge;
mod number;
mod receptors;
mod remarks;
mod status;
mod thresholds;
#[cfg(test)]
mod trace;
mod token;
mod vocabulary;

use crate::decode;
use document::Document;
use her2_case::{Origin, Receptor, Record, RecordKind, RecordStatus, Span, Specimen, Tumor};
use vocabulary::Vocabulary;

/// A place in the text being read.
fn origin(span: Span) -> Origin {
    Origin::span(span)
}

/// Reads a report. Never fails; what is odd becomes a problem of the record.
pub fn read(name: &str, bytes: &[u8]) -> Record {
    let decoded = decode(bytes);
    let mut record = Record {
        name: name.to_owned(),
        kind: RecordKind::Report,
        site: None,
        date: None,
        stated_edition: None,
        specimens: Vec::new(),
        tumor: Tumor::default(),
        preanalytics: Default::default(),
        er: None,
        pr: None,
        her2_status: (RecordStatus::NotReported, None),
        remarks: Vec::new(),
        problems: Vec::new(),
    };
    if decoded.binary {
        return record;
    }
    let document = Document::new(&decoded.text, Vocabulary::english());
    let mentions = document.mentions();
    let her2 = merge::merge(&document, her2::results(&document, &mentions));
    let receptors = receptors::results(&document, &mentions);
    record.her2_status = status::status(&her2);
    record.er = receptors::of_patient(&document, &receptors, Receptor::Er);
    record.pr = receptors::of_patient(&document, &receptors, Receptor::Pr);
    record.remarks = remarks::remarks(&document);
    let ki67 = receptors::ki67(&document, &mentions);
    record.tumor.ki67 = ki67;
    record.specimens.push(Specimen { label: None, side: None, procedure: None, date: None, her2, receptors, ki67 });
    record
}
