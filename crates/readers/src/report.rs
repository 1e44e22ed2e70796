//! Free text of pathology reports.
//!
//! The whole text is divided once into items by an automaton over words; small grammars then read at the places that matter.

mod accession;
mod boxes;
mod columns;
mod context;
mod date;
mod document;
mod general;
mod grade;
mod handling;
mod her2;
mod her2_control;
mod her2_ish;
mod her2_lead;
mod her2_ratio;
mod her2_score;
mod her2_sign;
mod her2_terms;
mod her2_total;
mod her2_turn;
mod her2_words;
mod histology;
mod ki67;
mod label;
mod legend;
mod markers;
mod merge;
mod node_counts;
mod node_negative;
mod nodes;
mod number;
mod parts;
pub(crate) mod problems;
mod receptors;
mod relocate;
mod remarks;
mod side;
mod sieve;
mod size;
mod specimens;
mod spread;
pub(crate) mod status;
mod subject;
mod table;
pub(crate) mod thresholds;
mod times;
pub(crate) mod tnm;
mod token;
mod vocabulary;
mod voice;
mod withdrawn;
mod years;

use crate::decode;
use document::Document;
use her2_case::{Amount, Fact, Origin, Receptor, Record, RecordKind, Span, Tumor};
use vocabulary::Vocabulary;

/// A place in the text being read.
fn origin(span: Span) -> Origin {
    Origin::span(span)
}

/// Reads a report. Never fails; what is odd becomes a problem of the record.
pub fn read(name: &str, bytes: &[u8]) -> Record {
    let mut record = Record::empty(name, RecordKind::Report);
    if let Some(problem) = problems::of_size(bytes) {
        record.problems.push(problem);
        return record;
    }
    let decoded = decode(bytes);
    if let Some(problem) = problems::of_bytes(&decoded) {
        record.problems.push(problem);
        return record;
    }
    if let Some(problem) = problems::of_markup(&decoded.text) {
        record.problems.push(problem);
        return record;
    }
    let document = Document::new(&decoded.text, Vocabulary::english());
    if decoded.truncated {
        record.problems.push(problems::truncated());
    }
    record.site = subject::site(&document);
    if let Some(problem) = problems::of_subject(&document, record.site) {
        record.problems.push(problem);
        return relocate::to_bytes(record, &decoded);
    }
    fill(&mut record, &document);
    problems::of_results(&mut record);
    relocate::to_bytes(record, &decoded)
}

/// Reads everything a breast pathology report says.
fn fill(record: &mut Record, document: &Document<'_>) {
    let mentions = document.mentions();
    let mut her2 = her2::results(document, &mentions);
    let receptors = receptors::results(document, &mentions);
    let ki67 = ki67::ki67(document, &mentions);
    record.tumor = tumor(document, ki67);
    label::assign(document, record.tumor.laterality, &mut her2);
    let her2 = merge::merge(document, her2);
    record.her2_status = status::status(&her2);
    record.er = receptors::of_patient(document, &receptors, Receptor::Er);
    record.pr = receptors::of_patient(document, &receptors, Receptor::Pr);
    record.preanalytics = handling::handling(document);
    record.stated_edition = handling::stated_edition(document);
    record.date = date::signed(document);
    record.remarks = remarks::remarks(document);
    record.specimens = specimens::specimens(document, &record.tumor, her2, receptors, ki67);
    if let Some(own) = record.specimens.first_mut() {
        own.date = date::taken(document, record.date.map(|date| date.value));
        own.identifier = accession::own(document);
    }
    if let Some(earlier) = record.specimens.get_mut(1) {
        earlier.identifier = accession::earlier(document);
    }
}

/// The tumour and its stage.
fn tumor(document: &Document<'_>, ki67: Option<Fact<Amount>>) -> Tumor {
    let stage = tnm::stage(document);
    let nodes = nodes::nodes(document);
    let mut tumor = Tumor {
        grade: grade::grade(document),
        histology: histology::histology(document),
        size_mm: size::size(document),
        nodes_positive: nodes.positive,
        nodes_examined: nodes.examined,
        t: stage.t,
        n: stage.n,
        m: stage.m,
        tnm_prefix: stage.prefix,
        laterality: side::laterality(document),
        multiple: side::multiple(document),
        lvi: spread::lvi(document),
        margins: spread::margins(document),
        dcis: spread::dcis(document),
        treatment_effect: spread::treatment_effect(document),
        metastatic_site: spread::metastatic_site(document),
        invasive: None,
        ki67,
    };
    tumor.invasive = subject::invasive(document, &tumor);
    tumor
}
