//! A row a specimen, under the header that the project's own column map reads.

use crate::convert::{Export, LeftOut, Locals, Tested, is_category, tested};
use her2_case::{Course, Fact, Her2Result, Record, Specimen, Term};
use std::fmt::Display;

/// The columns, in order. The last three are conclusions, which no reader takes for evidence.
const COLUMNS: [&str; 51] = [
    "patient",
    "sex",
    "birth-date",
    "menopause",
    "setting",
    "diagnosis-date",
    "recurrence-date",
    "record",
    "report-date",
    "stated-edition",
    "specimen",
    "tumor",
    "sample-date",
    "point",
    "procedure",
    "laterality",
    "site",
    "her2-ihc-score",
    "her2-ihc-percent",
    "her2-ihc-word",
    "her2-ish-word",
    "ish-probe",
    "her2-ratio",
    "her2-copies",
    "cep17-copies",
    "her2-signals-total",
    "cep17-signals-total",
    "cells",
    "observers",
    "ish-group",
    "her2-status",
    "er-status",
    "er-percent",
    "er-allred",
    "er-h-score",
    "pr-status",
    "pr-percent",
    "pr-allred",
    "pr-h-score",
    "ki67",
    "t",
    "n",
    "m",
    "grade",
    "histology",
    "size-mm",
    "nodes-positive",
    "nodes-examined",
    "her2-status-decided",
    "her2-category-decided",
    "edition-decided",
];

/// The first line.
pub(crate) fn header() -> String {
    COLUMNS.join(",") + "\n"
}

/// The rows of a patient, in the order of the records.
pub(crate) fn rows(export: &Export<'_>, left_out: &mut LeftOut) -> String {
    let locals = Locals::of(export);
    let none = Specimen::default();
    let mut out = String::new();
    for (number, record) in export.records.iter().enumerate() {
        of_record(record, left_out);
        let mut all = tested(record, left_out);
        if all.is_empty() {
            all.push(nothing(record, &none));
        }
        for one in &all {
            let mut row = Row::default();
            row.set("patient", Some(locals.patient()));
            row.set("record", Some(number + 1));
            of_specimen(&mut row, record, one, &locals, left_out);
            of_tumor(&mut row, record, one.at == 0, left_out);
            of_course(&mut row, &export.courses);
            decided(&mut row, export, number, one);
            row.write(&mut out);
        }
    }
    of_courses(export, left_out);
    out
}

/// Cells by column; a column that is not named stays empty.
struct Row([String; COLUMNS.len()]);

impl Default for Row {
    fn default() -> Self {
        Self(std::array::from_fn(|_| String::new()))
    }
}

impl Row {
    fn set(&mut self, column: &str, value: Option<impl Display>) {
        let at = COLUMNS.iter().position(|name| *name == column);
        let at = at.expect("only columns of the header are set");
        self.0[at] = value.map_or_else(String::new, |value| value.to_string());
    }

    fn write(&self, out: &mut String) {
        for (at, cell) in self.0.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push_str(&quoted(cell));
        }
        out.push('\n');
    }
}

/// A cell as it stands in the file. A spreadsheet takes a cell for a formula by its first letter: an apostrophe before it makes it a text.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell: String = cell.chars().filter(|c| *c != '\0').collect();
    let cell = if is_formula { format!("'{cell}") } else { cell };
    if cell.contains(['"', ',', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

fn of_specimen(
    row: &mut Row,
    record: &Record,
    one: &Tested<'_>,
    locals: &Locals<'_>,
    left_out: &mut LeftOut,
) {
    let specimen = one.specimen;
    let number = one.at + 1;
    let identifier = specimen.identifier.as_ref();
    let named = identifier.map(|key| locals.specimen(key));
    let tumor = specimen.tumor.as_ref().map(|key| locals.tumor(key));
    let tumor = tumor.or(one
        .named_tumor
        .map(|tumor| format!("s{number}-tumour-{tumor}")));
    row.set("specimen", named);
    row.set("tumor", tumor);
    row.set("report-date", record.date.map(|date| date.value));
    row.set("sample-date", specimen.date);
    row.set("laterality", specimen.side.map(|side| side.name()));
    row.set("procedure", specimen.procedure.map(|how| how.name()));
    row.set("point", specimen.point.map(|point| point.name()));
    if let Some(ihc) = &one.ihc {
        row.set("her2-ihc-score", value(ihc.score));
        row.set("her2-ihc-word", named_term(ihc.word));
        row.set("her2-ihc-percent", value(ihc.percent));
        left_out.add_if(ihc.stain.is_some(), "HER2 staining pattern");
    }
    if let Some(ish) = &one.ish {
        row.set("her2-ish-word", named_term(ish.word));
        row.set("ish-probe", ish.probe.map(Term::name));
        row.set("her2-ratio", value(ish.ratio));
        row.set("her2-copies", value(ish.her2_copies));
        row.set("cep17-copies", value(ish.cep17_copies));
        row.set("cells", value(ish.cells));
        row.set("observers", value(ish.observers));
        row.set("ish-group", named_term(ish.group));
        row.set("her2-signals-total", value(ish.her2_total));
        row.set("cep17-signals-total", value(ish.cep17_total));
    }
    if let Some(unnamed) = &one.unnamed {
        row.set("her2-status", named_term(unnamed.word));
        numbers_without_test(unnamed, left_out);
    }
    for result in [&one.ihc, &one.ish, &one.unnamed].into_iter().flatten() {
        left_out.add_if(
            result.claimed_category.is_some(),
            "HER2 category as the record names it",
        );
    }
    for (name, result) in [("er", one.er), ("pr", one.pr)] {
        let Some(result) = result else { continue };
        row.set(&format!("{name}-status"), Some(result.status.name()));
        row.set(&format!("{name}-percent"), value(result.percent));
        row.set(&format!("{name}-allred"), value(result.allred));
        row.set(&format!("{name}-h-score"), value(result.h_score));
    }
    row.set("ki67", value(specimen.ki67));
    if one.at == 0 && specimen.ki67.is_none() {
        row.set("ki67", value(record.tumor.ki67));
    }
}

/// Numbers beside a statement that names no test have no column.
fn numbers_without_test(result: &Her2Result, left_out: &mut LeftOut) {
    left_out.add_if(result.percent.is_some(), "HER2 percent without a test");
    let counted = result.ratio.is_some() || result.her2_copies.is_some();
    left_out.add_if(counted, "HER2 counts without a test");
    left_out.add_if(result.score.is_some(), "HER2 score without a test");
}

fn of_tumor(row: &mut Row, record: &Record, first: bool, left_out: &mut LeftOut) {
    let tumor = &record.tumor;
    row.set("site", named_term(record.site));
    row.set("stated-edition", value(record.stated_edition));
    row.set("histology", named_term(tumor.histology));
    row.set("grade", named_term(tumor.grade));
    row.set("size-mm", value(tumor.size_mm));
    let prefix = tumor.tnm_prefix.map_or("", |fact| fact.value.name());
    for (column, category) in [("t", &tumor.t), ("n", &tumor.n), ("m", &tumor.m)] {
        let category = category.as_ref().map(|fact| &fact.value);
        let category = category.filter(|category| is_category(category));
        row.set(
            column,
            category.map(|category| format!("{prefix}{category}")),
        );
    }
    row.set("nodes-positive", value(tumor.nodes_positive));
    row.set("nodes-examined", value(tumor.nodes_examined));
    if !first {
        return;
    }
    left_out.add_if(tumor.lvi.is_some(), "vessel invasion");
    left_out.add_if(tumor.margins.is_some(), "margins");
    left_out.add_if(tumor.dcis.is_some(), "DCIS");
    left_out.add_if(tumor.treatment_effect.is_some(), "treatment effect");
    left_out.add_if(tumor.multiple.is_some(), "number of tumors");
    left_out.add_if(tumor.metastatic_site.is_some(), "organ of the metastasis");
}

/// What is said of a whole record and has no column.
fn of_record(record: &Record, left_out: &mut LeftOut) {
    let handling = &record.preanalytics;
    let handled = handling.fixation_hours.is_some()
        || handling.ischaemia_minutes.is_some()
        || handling.formalin.is_some()
        || handling.decalcified.is_some();
    left_out.add_if(handled, "tissue handling");
    left_out.add_if(!record.remarks.is_empty(), "remarks on the testing");
}

fn of_course(row: &mut Row, courses: &[&Course]) {
    let first = |of: fn(&Course) -> Option<String>| courses.iter().find_map(|course| of(course));
    let setting = |course: &Course| course.setting.map(|fact| fact.value.name().to_owned());
    let sex = |course: &Course| course.sex.map(|fact| fact.value.name().to_owned());
    let born = |course: &Course| course.born.map(|fact| fact.value.to_string());
    let menopause = |course: &Course| course.menopause.map(|fact| fact.value.name().to_owned());
    let diagnosed = |course: &Course| course.diagnosed.map(|fact| fact.value.to_string());
    let recurrence = |course: &Course| course.recurrence.map(|fact| fact.value.to_string());
    row.set("setting", first(setting));
    row.set("menopause", first(menopause));
    row.set("diagnosis-date", first(diagnosed));
    row.set("recurrence-date", first(recurrence));
    row.set("sex", first(sex));
    row.set("birth-date", first(born));
}

fn of_courses(export: &Export<'_>, left_out: &mut LeftOut) {
    for course in &export.courses {
        left_out.add_if(!course.therapies.is_empty(), "therapies given");
        left_out.add_if(!course.lvef.is_empty(), "ejection fractions");
        left_out.add_if(
            course.hr_status.is_some(),
            "hormone receptors stated together",
        );
    }
}

/// What follows for this specimen.
fn decided(row: &mut Row, export: &Export<'_>, number: usize, one: &Tested<'_>) {
    let Some(found) = export.timeline.records.get(number) else {
        return;
    };
    let tumor_of = [&one.ihc, &one.ish, &one.unnamed];
    let tumor = tumor_of.into_iter().flatten().find_map(|of| of.tumor);
    let of_it = found
        .specimens
        .iter()
        .find(|found| found.specimen == one.at && found.tumor == tumor);
    row.set("edition-decided", of_it.map(|_| found.edition.0));
    let decision = of_it.map(|found| &found.decision);
    let status = decision.map(|decision| decision.her2_status().name());
    let category = decision.map(|decision| decision.her2_category().name());
    row.set("her2-status-decided", status);
    row.set("her2-category-decided", category);
}

/// A row for a record without specimens.
fn nothing<'a>(record: &'a Record, none: &'a Specimen) -> Tested<'a> {
    Tested {
        at: 0,
        specimen: none,
        named_tumor: None,
        ihc: None,
        ish: None,
        unnamed: None,
        er: record.er.as_ref(),
        pr: record.pr.as_ref(),
    }
}

fn value<T: Display>(fact: Option<Fact<T>>) -> Option<String> {
    fact.map(|fact| fact.value.to_string())
}

fn named_term<T: Term>(fact: Option<Fact<T>>) -> Option<&'static str> {
    fact.map(|fact| fact.value.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_never_two_cells() {
        for (cell, written) in [
            ("3+", "3+"),
            ("<1.8", "<1.8"),
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-2", "'-2"),
            ("@x", "'@x"),
            ("\tx", "\"'\tx\""),
            ("a,b", "\"a,b\""),
            ("say \"3+\"", "\"say \"\"3+\"\"\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
