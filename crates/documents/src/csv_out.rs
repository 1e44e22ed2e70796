//! A row a specimen, under the header that the project's own column map reads.

use crate::convert::{Export, LeftOut, Locals, Tested, is_category, tested};
use her2_case::{Course, Fact, Her2Result, ReceptorResult, Record, Specimen, Term};
use std::fmt::Display;

/// The columns, in order. The last three are conclusions, which no reader takes for evidence.
const COLUMNS: [&str; 42] = [
    "patient",
    "record",
    "specimen",
    "tumour",
    "report_date",
    "specimen_date",
    "side",
    "procedure",
    "point",
    "her2_ihc",
    "her2_ihc_word",
    "her2_ihc_percent",
    "her2_ish_word",
    "her2_ish_probe",
    "her2_cep17_ratio",
    "her2_copies",
    "cep17_copies",
    "her2_cells",
    "her2_observers",
    "her2_group",
    "her2_word",
    "er",
    "er_percent",
    "pr",
    "pr_percent",
    "ki67",
    "histology",
    "grade",
    "size_mm",
    "tnm_prefix",
    "t",
    "n",
    "m",
    "nodes_positive",
    "nodes_examined",
    "site",
    "setting",
    "sex",
    "born",
    "her2_status_decided",
    "her2_category_decided",
    "edition_decided",
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
    row.set("tumour", tumor);
    row.set("report_date", record.date.map(|date| date.value));
    row.set("specimen_date", specimen.date);
    row.set("side", specimen.side.map(|side| side.name()));
    row.set("procedure", specimen.procedure.map(|how| how.name()));
    row.set("point", specimen.point.map(|point| point.name()));
    if let Some(ihc) = &one.ihc {
        row.set("her2_ihc", value(ihc.score));
        row.set("her2_ihc_word", named_term(ihc.word));
        row.set("her2_ihc_percent", value(ihc.percent));
        left_out.add_if(ihc.stain.is_some(), "HER2 staining pattern");
    }
    if let Some(ish) = &one.ish {
        row.set("her2_ish_word", named_term(ish.word));
        row.set("her2_ish_probe", ish.probe.map(Term::name));
        row.set("her2_cep17_ratio", value(ish.ratio));
        row.set("her2_copies", value(ish.her2_copies));
        row.set("cep17_copies", value(ish.cep17_copies));
        row.set("her2_cells", value(ish.cells));
        row.set("her2_observers", value(ish.observers));
        row.set("her2_group", named_term(ish.group));
        left_out.add_if(ish.her2_total.is_some(), "total of HER2 signals");
        left_out.add_if(ish.cep17_total.is_some(), "total of CEP17 signals");
    }
    if let Some(unnamed) = &one.unnamed {
        row.set("her2_word", named_term(unnamed.word));
        numbers_without_test(unnamed, left_out);
    }
    for result in [&one.ihc, &one.ish, &one.unnamed].into_iter().flatten() {
        left_out.add_if(
            result.claimed_category.is_some(),
            "HER2 category as the record names it",
        );
    }
    for (column, percent, result) in [("er", "er_percent", one.er), ("pr", "pr_percent", one.pr)] {
        row.set(column, result.map(|result| result.status.name()));
        row.set(percent, result.and_then(|result| value(result.percent)));
        of_receptor(result, left_out);
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

fn of_receptor(result: Option<&ReceptorResult>, left_out: &mut LeftOut) {
    let Some(result) = result else { return };
    left_out.add_if(result.allred.is_some(), "Allred score");
    left_out.add_if(result.h_score.is_some(), "H-score");
}

fn of_tumor(row: &mut Row, record: &Record, first: bool, left_out: &mut LeftOut) {
    let tumor = &record.tumor;
    row.set("site", named_term(record.site));
    row.set("histology", named_term(tumor.histology));
    row.set("grade", named_term(tumor.grade));
    row.set("size_mm", value(tumor.size_mm));
    row.set(
        "tnm_prefix",
        tumor.tnm_prefix.map(|prefix| prefix.value.name()),
    );
    for (column, category) in [("t", &tumor.t), ("n", &tumor.n), ("m", &tumor.m)] {
        let category = category.as_ref().map(|fact| &fact.value);
        row.set(column, category.filter(|category| is_category(category)));
    }
    row.set("nodes_positive", value(tumor.nodes_positive));
    row.set("nodes_examined", value(tumor.nodes_examined));
    if !first {
        return;
    }
    left_out.add_if(tumor.lvi.is_some(), "vessel invasion");
    left_out.add_if(tumor.margins.is_some(), "margins");
    left_out.add_if(tumor.dcis.is_some(), "DCIS");
    left_out.add_if(tumor.treatment_effect.is_some(), "treatment effect");
    left_out.add_if(tumor.multiple.is_some(), "number of tumours");
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
    left_out.add_if(record.stated_edition.is_some(), "edition as stated");
}

fn of_course(row: &mut Row, courses: &[&Course]) {
    let first = |of: fn(&Course) -> Option<String>| courses.iter().find_map(|course| of(course));
    let setting = |course: &Course| course.setting.map(|fact| fact.value.name().to_owned());
    let sex = |course: &Course| course.sex.map(|fact| fact.value.name().to_owned());
    let born = |course: &Course| course.born.map(|fact| fact.value.to_string());
    row.set("setting", first(setting));
    row.set("sex", first(sex));
    row.set("born", first(born));
}

fn of_courses(export: &Export<'_>, left_out: &mut LeftOut) {
    for course in &export.courses {
        left_out.add_if(!course.therapies.is_empty(), "therapies given");
        left_out.add_if(!course.lvef.is_empty(), "ejection fractions");
        left_out.add_if(course.menopause.is_some(), "menopausal state");
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
    row.set("edition_decided", of_it.map(|_| found.edition.0));
    let decision = of_it.map(|found| &found.decision);
    let status = decision.map(|decision| decision.her2_status().name());
    let category = decision.map(|decision| decision.her2_category().name());
    row.set("her2_status_decided", status);
    row.set("her2_category_decided", category);
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
