//! The tumour and its stage as a report states them.

use crate::convert::{LeftOut, is_category};
use her2_case::{Histology, Margin, Presence, Record, Term, TnmPrefix};
use std::fmt::Write;

/// Histology, grade, size, nodes, stage.
pub(super) fn write(record: &Record, out: &mut String, left_out: &mut LeftOut) {
    let tumor = &record.tumor;
    let carcinoma = tumor.histology.map(|fact| carcinoma(fact.value));
    match carcinoma {
        Some(carcinoma) => {
            let _ = writeln!(out, "Histologic type: {carcinoma}");
        }
        None if tumor.invasive.is_some_and(|fact| fact.value) => {
            out.push_str("Diagnosis: invasive carcinoma\n");
        }
        None => {}
    }
    if let Some(grade) = tumor.grade {
        let _ = writeln!(
            out,
            "Histologic grade (Nottingham): grade {}",
            grade.value.name()
        );
    }
    if let Some(size) = tumor.size_mm {
        let _ = writeln!(out, "Tumor size: {} mm", size.value);
    }
    match (tumor.nodes_positive, tumor.nodes_examined) {
        (Some(positive), Some(examined)) => {
            let _ = writeln!(
                out,
                "Regional lymph nodes: {} of {} lymph nodes positive for carcinoma",
                positive.value, examined.value
            );
        }
        (None, None) => {}
        _ => left_out.add("a node count without the other"),
    }
    let prefix = tumor
        .tnm_prefix
        .map_or("", |fact| TnmPrefix::name(fact.value));
    let mut stage = String::new();
    for category in [&tumor.t, &tumor.n, &tumor.m].into_iter().flatten() {
        if is_category(&category.value) {
            let space = if stage.is_empty() { "" } else { " " };
            let _ = write!(stage, "{space}{prefix}{}", category.value);
        } else {
            left_out.add("a TNM category that is none");
        }
    }
    if !stage.is_empty() {
        let kind = match tumor.tnm_prefix.map(|fact| fact.value) {
            Some(TnmPrefix::Clinical) => "Clinical stage",
            Some(_) => "Pathologic stage",
            None => "Stage",
        };
        let _ = writeln!(out, "{kind}: {stage}");
    }
    if let Some(lvi) = tumor.lvi {
        let seen = match lvi.value {
            Presence::Present => "present",
            Presence::Absent => "not identified",
            Presence::Uncertain => "indeterminate",
        };
        let _ = writeln!(out, "Lymphovascular invasion: {seen}");
    }
    if let Some(margins) = tumor.margins {
        let seen = match margins.value {
            Margin::Positive => "positive for invasive carcinoma",
            Margin::Negative => "negative for invasive carcinoma",
        };
        let _ = writeln!(out, "Margins: {seen}");
    }
    if let Some(dcis) = tumor.dcis {
        let seen = match dcis.value {
            Presence::Present => "present",
            Presence::Absent => "not identified",
            Presence::Uncertain => "indeterminate",
        };
        let _ = writeln!(out, "Ductal carcinoma in situ: {seen}");
    }
    if tumor.multiple.is_some_and(|fact| fact.value) {
        out.push_str("Tumor focality: multiple foci of invasive carcinoma\n");
    }
    left_out.add_if(tumor.treatment_effect.is_some(), "treatment effect");
    left_out.add_if(tumor.metastatic_site.is_some(), "organ of the metastasis");
}

fn carcinoma(histology: Histology) -> &'static str {
    match histology {
        Histology::Ductal => "invasive ductal carcinoma",
        Histology::Lobular => "invasive lobular carcinoma",
        Histology::Mixed => "invasive carcinoma with ductal and lobular features",
        Histology::Mucinous => "invasive mucinous carcinoma",
        Histology::Tubular => "invasive tubular carcinoma",
        Histology::Cribriform => "invasive cribriform carcinoma",
        Histology::Papillary => "invasive papillary carcinoma",
        Histology::Micropapillary => "invasive micropapillary carcinoma",
        Histology::Medullary => "invasive carcinoma with medullary features",
        Histology::Metaplastic => "metaplastic carcinoma",
        Histology::AdenoidCystic => "adenoid cystic carcinoma",
        Histology::Apocrine => "invasive apocrine carcinoma",
        Histology::Other => "invasive carcinoma of another type",
    }
}
