//! A cancer registry's XML: one patient, and one tumour for each tumour of the timeline, by the registry's own coding rules.
//!
//! Of several samples of a tumour the one with the highest result counts: of the primary rather than of nodes or metastases, and taken before
//! systemic therapy rather than after it. Decimals are cut and never rounded. What an item has no code for is left out and told.

mod her2;
mod number;
mod stage;
mod tumor;

use crate::convert::{Export, LeftOut};
use her2_case::{Amount, CoursePoint, Decimal, Procedure, Record, Sex, Site};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};
use her2_pathway::testing::SpecimenFinding;
use her2_pathway::timeline::{LineOf, Sample, Timeline};
use jiff::civil::Date;
use number::is_within;
use std::fmt::Write;

/// What stands before the first patient. The time of writing is left out: it may be, and there is no clock here.
pub(crate) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NaaccrData baseDictionaryUri=\"http://naaccr.org/naaccrxml/naaccr-dictionary-250.xml\" recordType=\"I\" specificationVersion=\"1.8\" xmlns=\"http://naaccr.org/naaccrxml\">\n";

/// What stands after the last patient.
pub(crate) const TAIL: &str = "</NaaccrData>\n";

/// How an amount was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// As a number, perhaps cut.
    Number,
    /// As the code of a bound.
    Bound,
}

/// Items in the order in which they are written.
#[derive(Default)]
struct Items(Vec<(Item, String)>);

impl Items {
    fn add(&mut self, item: Item, value: impl Into<String>) {
        self.0.push((item, value.into()));
    }

    /// The code that means this, if the item has one.
    fn mean(&mut self, item: Item, meaning: Meaning) -> bool {
        let code = item.code_for(meaning);
        if let Some(code) = code {
            self.add(item, code);
        }
        code.is_some()
    }

    /// An amount: as the number that the item has for it, or as the code of a bound it lies within. Nothing if the item has neither.
    fn amount(
        &mut self,
        item: Item,
        amount: Amount,
        written: impl Fn(Decimal) -> String,
    ) -> Option<Written> {
        if let Some(number) = amount.exact().map(written)
            && matches!(
                item.meaning(&number),
                Some(Meaning::Amount(Amount::Exactly(_)))
            )
        {
            self.add(item, number);
            return Some(Written::Number);
        }
        let mut bounds = item.amounts();
        let (code, _) = bounds.find(|(_, bound)| is_within(amount, *bound))?;
        self.add(item, code);
        Some(Written::Bound)
    }

    fn day(&mut self, item: Item, date: Date) {
        let (year, month, day) = (date.year(), date.month(), date.day());
        self.add(item, format!("{year:04}{month:02}{day:02}"));
    }

    fn write(&self, indent: usize, out: &mut String) {
        for (item, value) in &self.0 {
            let (id, number) = (item.id(), item.number());
            let written = writeln!(
                out,
                "{:indent$}<Item naaccrId=\"{id}\" naaccrNum=\"{number}\">{value}</Item>",
                ""
            );
            written.expect("a string can be written to");
        }
    }
}

/// A tumour that is written: the sample that counts, and the records that tell of it, the sample's first.
struct Line<'a> {
    sample: Option<(&'a Sample, &'a SpecimenFinding)>,
    records: Vec<&'a Record>,
    /// Whether the records' tumour is this one and no other that is written too.
    alone: bool,
}

/// The patient.
pub(crate) fn patient(export: &Export<'_>, left_out: &mut LeftOut) -> String {
    let mut out = String::from("    <Patient>\n");
    of_patient(export, left_out).write(8, &mut out);
    let lines = lines(export, left_out);
    for (at, line) in lines.iter().enumerate() {
        let mut items = Items::default();
        items.add(Item::TumorRecordNumber, format!("{:02}", at + 1));
        tumor::write(export, line, lines.len() == 1, &mut items, left_out);
        out.push_str("        <Tumor>\n");
        items.write(12, &mut out);
        out.push_str("        </Tumor>\n");
    }
    out.push_str("    </Patient>\n");
    out
}

fn of_patient(export: &Export<'_>, left_out: &mut LeftOut) -> Items {
    let mut items = Items::default();
    if let Some(key) = export.patient.filter(|_| export.identifiers) {
        let number = key.as_str();
        if number.len() == 8 && number.bytes().all(|byte| byte.is_ascii_digit()) {
            items.add(Item::PatientIdNumber, number);
        } else {
            left_out.add("patient identifier that is not a registry's");
        }
    }
    let mut courses = export.courses.iter();
    if let Some(sex) = courses.clone().find_map(|course| course.sex) {
        let written: Sex = sex.value;
        items.mean(Item::Sex, Meaning::Sex(written));
    }
    if let Some(born) = courses.clone().find_map(|course| course.born) {
        items.day(Item::DateOfBirth, born.value);
    }
    left_out.add_if(
        courses.clone().any(|course| !course.therapies.is_empty()),
        "therapies given",
    );
    left_out.add_if(
        courses.clone().any(|course| !course.lvef.is_empty()),
        "ejection fractions",
    );
    left_out.add_if(
        courses.clone().any(|course| course.menopause.is_some()),
        "menopausal state",
    );
    left_out.add_if(
        courses.clone().any(|course| course.recurrence.is_some()),
        "day of recurrence",
    );
    left_out.add_if(
        courses.any(|course| course.setting.is_some()),
        "early or metastatic disease",
    );
    items
}

/// The tumours that are written.
fn lines<'a>(export: &Export<'a>, left_out: &mut LeftOut) -> Vec<Line<'a>> {
    let timeline = export.timeline;
    let of = |wanted: &dyn Fn(LineOf) -> bool| -> Vec<Vec<&'a Sample>> {
        let lines = timeline.tumors.iter().filter(|line| wanted(line.of));
        lines
            .map(|line| {
                line.samples
                    .iter()
                    .map(|at| &timeline.samples[*at])
                    .collect()
            })
            .collect()
    };
    let mut tumors = of(&|line| line == LineOf::Tumor);
    let others = of(&|line| line != LineOf::Tumor);
    if tumors.is_empty() {
        // Tissue of a node or a metastasis counts where there is none of the primary.
        let all: Vec<&Sample> = others.into_iter().flatten().collect();
        tumors.extend((!all.is_empty()).then_some(all));
    } else {
        left_out.add_if(
            !others.is_empty(),
            "samples that cannot be given to one tumor",
        );
    }
    left_out.add_if(
        tumors.len() > 1,
        "that a registry may count several tumors as one primary, and code the largest",
    );
    let mut lines: Vec<Line<'a>> = Vec::new();
    for samples in tumors {
        let chosen = chosen(timeline, &samples, left_out);
        let first = chosen.iter().map(|(sample, _)| sample.record);
        let rest = samples.iter().rev().map(|sample| sample.record);
        let mut at: Vec<usize> = Vec::new();
        for record in first.chain(rest) {
            if !at.contains(&record) {
                at.push(record);
            }
        }
        let records: Vec<&Record> = at.iter().map(|at| &export.records[*at]).collect();
        let told = |record: &Record| {
            let mut others = lines.iter().flat_map(|line| &line.records);
            others.any(|other| std::ptr::eq(*other, record))
        };
        let alone = !records.iter().any(|record| told(record));
        lines.push(Line {
            sample: chosen,
            records,
            alone,
        });
    }
    if lines.is_empty() {
        let breast = |record: &&Record| record.site.is_none_or(|site| site.value == Site::Breast);
        let records = export.records.iter().filter(breast);
        lines.extend(records.map(|record| Line {
            sample: None,
            records: vec![record],
            alone: true,
        }));
    }
    lines
}

/// The sample whose result a registry codes.
fn chosen<'a>(
    timeline: &'a Timeline,
    samples: &[&'a Sample],
    left_out: &mut LeftOut,
) -> Option<(&'a Sample, &'a SpecimenFinding)> {
    let mut standing: Vec<&'a Sample> = samples.to_vec();
    standing.retain(|sample| sample.superseded_by.is_none());
    prefer(&mut standing, |sample| !sample.quoted);
    prefer(&mut standing, |sample| {
        let elsewhere = matches!(
            sample.point,
            Some(CoursePoint::Metastasis | CoursePoint::Recurrence)
        ) || matches!(
            sample.procedure,
            Some(Procedure::Metastasis | Procedure::Nodes)
        );
        !elsewhere
    });
    prefer(&mut standing, |sample| {
        sample.point != Some(CoursePoint::AfterNeoadjuvant)
    });
    left_out.add_if(
        standing.len() < samples.len(),
        "samples that a registry does not code",
    );
    let found = standing
        .iter()
        .map(|sample| (*sample, timeline.found(sample)));
    let highest = found.max_by_key(|(_, found)| her2::height(found));
    left_out.add_if(
        standing.len() > 1,
        "samples with a result that is not the highest",
    );
    highest
}

/// Keeps those that fit, if any does.
fn prefer(samples: &mut Vec<&Sample>, fits: impl Fn(&Sample) -> bool) {
    if samples.iter().any(|sample| fits(sample)) {
        samples.retain(|sample| fits(sample));
    }
}
