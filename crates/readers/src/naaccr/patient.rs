//! One patient as a history.

use super::scan::Patient;
use super::told::{Day, day};
use super::tumor::{self, TumorCourse};
use her2_case::{
    Course, Fact, History, Key, Origin, PassedOver, Problem, Record, RecordKind, Setting, Severity,
    Site, Span,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};
use jiff::civil::Date;

/// What a patient's items and tumours say. `base` is where the text of the history begins in the text that was scanned.
pub(super) fn history(patient: &Patient<'_>, name: String, base: usize) -> History {
    let mut records = Vec::new();
    let mut courses = Vec::new();
    let mut other_organs = 0;
    let mut other_organ = None;
    for (at, items) in patient.tumors.iter().enumerate() {
        let site = items.get(Item::PrimarySite);
        let meaning = site.and_then(|site| Item::PrimarySite.meaning(&site.text));
        let origin = site.map(|site| origin(&site.range, base));
        match (meaning, origin) {
            (Some(Meaning::Site(Site::Breast)), Some(origin)) => {
                let empty = Record::empty(name.as_str(), RecordKind::Naaccr);
                let (record, course) = tumor::record(empty, origin, items, base, at + 1);
                records.push(record);
                courses.push(course);
            }
            (Some(Meaning::Site(_)), origin) => {
                other_organs += 1;
                other_organ = other_organ.or(origin);
            }
            // Without an organ it is not known whether the codes are those of the breast.
            _ => {
                let mut record = Record::empty(name.as_str(), RecordKind::Naaccr);
                record.problems.push(Problem {
                    code: "organ-not-known",
                    severity: Severity::Error,
                    message: format!(
                        "Tumor {} has no primary site that is valid; its codes depend on the organ, so nothing was read from it",
                        at + 1
                    ),
                    origin,
                });
                records.push(record);
                courses.push(TumorCourse::default());
            }
        }
    }
    if records.is_empty() {
        records.push(nothing(&name, other_organ));
    }
    let mut history = History {
        name,
        kind: RecordKind::Naaccr,
        patient: key(patient),
        course: course(patient, courses, base),
        passed_over: passed_over(patient, other_organs),
        records,
    };
    oldest_first(&mut history.records);
    let odd = patient.odd.iter();
    history.records[0]
        .problems
        .extend(odd.map(|(code, severity, message)| Problem {
            code,
            severity: *severity,
            message: (*message).to_owned(),
            origin: None,
        }));
    history
}

/// A patient without a tumour of the breast.
fn nothing(name: &str, other_organ: Option<Origin>) -> Record {
    let mut record = Record::empty(name, RecordKind::Naaccr);
    record.site = other_organ.map(|origin| Fact::new(Site::Other, origin));
    let (code, severity, message) = match other_organ {
        Some(_) => (
            "other-organ",
            Severity::Error,
            "The patient has tumors of other organs than the breast only. HER2 is scored differently there, so nothing was read from them.",
        ),
        None => (
            "no-tumor",
            Severity::Note,
            "The patient has no tumor in this file, so there is nothing to read.",
        ),
    };
    record.problems.push(Problem {
        code,
        severity,
        message: message.to_owned(),
        origin: other_organ,
    });
    record
}

fn origin(range: &std::ops::Range<usize>, base: usize) -> Origin {
    Origin::span(Span::new(range.start - base, range.end - base))
}

/// The patient's number. One with a character that could not be read is none.
fn key(patient: &Patient<'_>) -> Option<Key> {
    let number = patient.items.get(Item::PatientIdNumber)?;
    let usable = !number.disputed && !number.text.contains('?') && number.text.len() <= 64;
    usable.then(|| Key::new(&number.text)).flatten()
}

fn course(patient: &Patient<'_>, tumors: Vec<TumorCourse>, base: usize) -> Course {
    let item = |item: Item| patient.items.get(item).filter(|value| !value.disputed);
    let sex = item(Item::Sex).and_then(|value| match Item::Sex.meaning(&value.text)? {
        Meaning::Sex(sex) => Some(Fact::new(sex, origin(&value.range, base))),
        _ => None,
    });
    let born = item(Item::DateOfBirth).and_then(|value| match day(&value.text) {
        Day::Whole(date) => Some(Fact::new(date, origin(&value.range, base))),
        Day::Part | Day::None => None,
    });
    let first = |day: fn(&TumorCourse) -> Option<Fact<Date>>| {
        let days = tumors.iter().filter_map(day);
        days.min_by_key(|day| day.value)
    };
    let metastatic = tumors.iter().find_map(|tumor| tumor.metastatic);
    Course {
        sex,
        born,
        setting: metastatic.map(|origin| Fact::new(Setting::Metastatic, origin)),
        diagnosed: first(|tumor| tumor.diagnosed),
        recurrence: first(|tumor| tumor.recurrence),
        ..Course::default()
    }
}

fn passed_over(patient: &Patient<'_>, other_organs: u32) -> Vec<PassedOver> {
    let all = [
        ("Element of an extension", patient.other_elements),
        ("Item", patient.other_items),
        ("Tumor of another organ", other_organs),
    ];
    let some = all.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(what, count)| PassedOver {
        what: what.to_owned(),
        count,
    })
    .collect()
}

/// Undated records stay after the dated ones before them.
fn oldest_first(records: &mut Vec<Record>) {
    if records.len() < 2 {
        return;
    }
    let mut last = Date::MIN;
    let mut keyed: Vec<(Date, Record)> = std::mem::take(records)
        .into_iter()
        .map(|record| {
            last = record.date.map_or(last, |date| date.value);
            (last, record)
        })
        .collect();
    keyed.sort_by_key(|(date, _)| *date);
    records.extend(keyed.into_iter().map(|(_, record)| record));
}
