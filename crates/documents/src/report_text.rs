//! A synoptic report in plain English, made of the facts alone: the words of the record it came from stay there.

mod her2;
mod stage;

use crate::convert::{Export, LeftOut, Tested, tested};
use her2_case::{
    Laterality, Procedure, Receptor, ReceptorResult, ReceptorStatus, Record, Specimen,
};
use std::fmt::Write;

/// The report of the record that documents are about.
pub(crate) fn report(export: &Export<'_>, left_out: &mut LeftOut) -> String {
    let Some(record) = export.records.get(export.timeline.main) else {
        return String::new();
    };
    for _ in 1..export.records.len() {
        left_out.add("a further record of the patient");
    }
    for course in &export.courses {
        left_out.add_if(!course.is_empty(), "the course of the disease");
    }
    let mut out = String::from("BREAST PATHOLOGY: SYNOPTIC REPORT\n");
    if let Some(date) = record.date {
        let _ = writeln!(out, "Date of report: {}", date.value);
    }
    let all = tested(record, left_out);
    let has_more = |at: usize| all.iter().any(|one| one.at != all[at].at);
    let mut last = None;
    for (at, one) in all.iter().enumerate() {
        if at > 0 && one.says_nothing() {
            continue;
        }
        out.push('\n');
        if last != Some(one.at) {
            out.push_str(&heading(one, has_more(at).then_some(one.at), record));
        }
        last = Some(one.at);
        if let Some(number) = one.named_tumor {
            let _ = writeln!(out, "TUMOR #{number}");
        }
        if at == 0 {
            stage::write(record, &mut out, left_out);
        }
        results(one, record, &mut out, left_out);
    }
    if all.is_empty() {
        stage::write(record, &mut out, left_out);
        for result in [&record.er, &record.pr].into_iter().flatten() {
            receptor(result, &mut out, left_out);
        }
    }
    handling(record, &mut out);
    left_out.add_if(!record.remarks.is_empty(), "remarks on the testing");
    out
}

/// `SPECIMEN: Left breast, core biopsy`, lettered where there are several.
fn heading(one: &Tested<'_>, number: Option<usize>, record: &Record) -> String {
    let specimen = one.specimen;
    let letter = number.map(|at| char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(25)));
    let letter = letter.map_or(String::new(), |letter| format!("{letter}. "));
    let mut out = format!("SPECIMEN: {letter}{}\n", place(specimen, record));
    if let Some(date) = specimen.date {
        let _ = writeln!(out, "Collected: {date}");
    }
    out
}

fn place(specimen: &Specimen, record: &Record) -> String {
    let side = specimen
        .side
        .or(record.tumor.laterality.map(|side| side.value));
    let breast = match side {
        Some(Laterality::Left) => "Left breast",
        Some(Laterality::Right) => "Right breast",
        Some(Laterality::Bilateral) => "Left and right breast",
        None => "Breast",
    };
    let how = match specimen.procedure {
        None => return breast.to_owned(),
        Some(Procedure::CoreBiopsy) => "core biopsy",
        Some(Procedure::Excision) => "excision",
        Some(Procedure::Mastectomy) => "mastectomy",
        Some(Procedure::Nodes) => "lymph node biopsy",
        Some(Procedure::Metastasis) => "biopsy of a metastasis",
    };
    format!("{breast}, {how}")
}

fn results(one: &Tested<'_>, record: &Record, out: &mut String, left_out: &mut LeftOut) {
    for result in [one.er, one.pr].into_iter().flatten() {
        receptor(result, out, left_out);
    }
    if let Some(ihc) = &one.ihc {
        her2::protein(ihc, out, left_out);
    }
    if let Some(ish) = &one.ish {
        her2::gene(ish, out, left_out);
    }
    if let Some(unnamed) = &one.unnamed {
        her2::unnamed(unnamed, out, left_out);
    }
    let of_record = (one.at == 0).then_some(record.tumor.ki67).flatten();
    if let Some(ki67) = one.specimen.ki67.or(of_record) {
        let _ = writeln!(out, "Ki-67: {}%", ki67.value);
    }
    let specimen = one.specimen;
    left_out.add_if(
        specimen.point.is_some(),
        "where on the course a specimen was taken",
    );
    left_out.add_if(specimen.identifier.is_some(), "identifier of a specimen");
    left_out.add_if(specimen.tumor.is_some(), "identifier of a tumor");
}

fn receptor(result: &ReceptorResult, out: &mut String, left_out: &mut LeftOut) {
    let name = match result.receptor {
        Receptor::Er => "Estrogen receptor (ER)",
        Receptor::Pr => "Progesterone receptor (PR)",
    };
    let status = match result.status {
        ReceptorStatus::Positive => "positive",
        ReceptorStatus::LowPositive => "low positive",
        ReceptorStatus::Negative => "negative",
        ReceptorStatus::Pending => "pending",
        ReceptorStatus::Conflict | ReceptorStatus::NotReported => return,
    };
    let _ = write!(out, "{name}: {status}");
    if let Some(percent) = result.percent {
        let _ = write!(out, ", {}%", percent.value);
    }
    if let Some(allred) = result.allred {
        let _ = write!(out, ", Allred score {}", allred.value);
    }
    if let Some(score) = result.h_score {
        let _ = write!(out, ", H-score {}", score.value);
    }
    out.push('\n');
    let _ = left_out;
}

fn handling(record: &Record, out: &mut String) {
    let handling = &record.preanalytics;
    let mut lines = String::new();
    if let Some(time) = handling.ischaemia_minutes {
        let _ = writeln!(lines, "Cold ischemia time: {} minutes", time.value);
    }
    if let Some(time) = handling.fixation_hours {
        let _ = writeln!(lines, "Fixation time: {} hours", time.value);
    }
    if handling.formalin.is_some_and(|formalin| formalin.value) {
        lines.push_str("Fixative: 10% neutral buffered formalin\n");
    }
    let mut editions = her2_knowledge::editions().iter();
    let year = record.stated_edition.map(|stated| stated.value);
    if let Some(edition) = editions.find(|edition| Some(edition.year) == year) {
        let _ = writeln!(lines, "Guideline: {} {}", edition.body, edition.year);
    }
    if !lines.is_empty() {
        out.push('\n');
        out.push_str(&lines);
    }
}
