//! From places in the decoded text to places in the bytes as they were given.

use crate::Decoded;
use her2_case::{Fact, Her2Result, Origin, Place, ReceptorResult, Record};

/// Moves every place of a record, where text and bytes are not the same.
pub fn to_bytes(mut record: Record, decoded: &Decoded<'_>) -> Record {
    if decoded.is_direct() {
        return record;
    }
    let place = |origin: &mut Origin| {
        if let Place::Span(span) = &mut origin.place {
            *span = decoded.to_bytes(*span);
        }
    };
    fn fact<T>(fact: &mut Option<Fact<T>>, place: &impl Fn(&mut Origin)) {
        if let Some(fact) = fact {
            place(&mut fact.origin);
        }
    }
    let receptor = |result: &mut ReceptorResult| {
        place(&mut result.origin);
        fact(&mut result.percent, &place);
        fact(&mut result.allred, &place);
        fact(&mut result.h_score, &place);
    };
    let her2 = |result: &mut Her2Result| {
        place(&mut result.origin);
        fact(&mut result.score, &place);
        fact(&mut result.percent, &place);
        fact(&mut result.stain, &place);
        fact(&mut result.ratio, &place);
        fact(&mut result.her2_copies, &place);
        fact(&mut result.cep17_copies, &place);
        fact(&mut result.her2_total, &place);
        fact(&mut result.cep17_total, &place);
        fact(&mut result.cells, &place);
        fact(&mut result.observers, &place);
        fact(&mut result.group, &place);
        fact(&mut result.word, &place);
        fact(&mut result.claimed_category, &place);
        if let Some(tumor) = &mut result.tumor {
            *tumor = decoded.to_bytes(*tumor);
        }
    };
    for specimen in &mut record.specimens {
        specimen.label.iter_mut().for_each(place);
        specimen.her2.iter_mut().for_each(her2);
        specimen.receptors.iter_mut().for_each(receptor);
        fact(&mut specimen.ki67, &place);
    }
    record
        .er
        .iter_mut()
        .chain(&mut record.pr)
        .for_each(receptor);
    record.her2_status.1.iter_mut().for_each(place);
    record
        .remarks
        .iter_mut()
        .for_each(|remark| place(&mut remark.origin));
    record
        .problems
        .iter_mut()
        .filter_map(|problem| problem.origin.as_mut())
        .for_each(place);
    fact(&mut record.site, &place);
    fact(&mut record.date, &place);
    fact(&mut record.stated_edition, &place);
    let handling = &mut record.preanalytics;
    fact(&mut handling.fixation_hours, &place);
    fact(&mut handling.ischaemia_minutes, &place);
    fact(&mut handling.formalin, &place);
    fact(&mut handling.decalcified, &place);
    let tumor = &mut record.tumor;
    fact(&mut tumor.grade, &place);
    fact(&mut tumor.histology, &place);
    fact(&mut tumor.size_mm, &place);
    fact(&mut tumor.nodes_positive, &place);
    fact(&mut tumor.nodes_examined, &place);
    fact(&mut tumor.t, &place);
    fact(&mut tumor.n, &place);
    fact(&mut tumor.m, &place);
    fact(&mut tumor.tnm_prefix, &place);
    fact(&mut tumor.laterality, &place);
    fact(&mut tumor.multiple, &place);
    fact(&mut tumor.lvi, &place);
    fact(&mut tumor.margins, &place);
    fact(&mut tumor.dcis, &place);
    fact(&mut tumor.treatment_effect, &place);
    fact(&mut tumor.metastatic_site, &place);
    fact(&mut tumor.invasive, &place);
    fact(&mut tumor.ki67, &place);
    record
}
