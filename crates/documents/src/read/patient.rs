//! A patient with several records as one JSON object on one line, and what stands around the records.

use super::json::{problem_shape, remark_shapes, shape, specimen_shape};
use super::shapes::{
    CourseShape, LvefShape, PassedOverShape, PatientShape, ProblemShape, TherapyShape,
};
use super::text::shown;
use crate::source::Sources;
use her2_case::{Course, Fact, History, LvefReading, PriorTherapy, Record, RecordStatus, Term};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Everything read of a patient as one JSON object on one line, without a line end: the values of the record at `main`, the
/// specimens of all records, and what stands around them.
///
/// `unwrapped` says of each source whether its text is other than the bytes as given. There is at least one record.
pub fn read_patient_json(sources: Sources<'_>, main: usize, unwrapped: &[bool]) -> String {
    let records = sources.records();
    let record = &records[main.min(records.len().saturating_sub(1))];
    let of = |record: &Record| sources.text(record.source);
    let mut whole = shape(record, of(record));
    if records.len() > 1 {
        whole.specimens.clear();
        whole.problems.clear();
        whole.remarks.clear();
        for record in records {
            let source = of(record);
            let name = sources
                .are_several()
                .then(|| sources.name(record.source).to_owned());
            for specimen in &record.specimens {
                let mut told = specimen_shape(whole.specimens.len(), specimen, source);
                let reported = || record.date.map(|date| date.value.to_string());
                told.date = told.date.or_else(reported);
                told.source = name.clone();
                whole.specimens.push(told);
            }
            whole
                .problems
                .extend(record.problems.iter().map(problem_shape));
            whole.remarks.extend(remark_shapes(record, source));
        }
        status(records, &mut whole.her2_status, &mut whole.problems);
    }
    let text = if unwrapped.contains(&true) {
        "unwrapped"
    } else {
        "given"
    };
    let patient = PatientShape {
        record: whole,
        text,
        records: records.len(),
        sources: sources
            .histories()
            .iter()
            .map(|of| of.name.as_str())
            .collect(),
        course: course(sources.histories()),
        passed_over: passed_over(sources.histories())
            .into_iter()
            .map(|(what, count)| PassedOverShape { what, count })
            .collect(),
    };
    serde_json::to_string(&patient)
        .expect("the shapes hold only strings, numbers and lists, and string keys")
}

/// The patient's status over all records: the one all agree on; else the one of the record that counts, which is told; results
/// of one day, or of no day, that contradict each other are a conflict.
fn status(records: &[Record], status: &mut &'static str, problems: &mut Vec<ProblemShape>) {
    let stated = records
        .iter()
        .filter(|record| record.her2_status.0 != RecordStatus::NotReported);
    let mut by_day: BTreeMap<_, BTreeSet<&'static str>> = BTreeMap::new();
    for record in stated {
        let day = record.date.map(|date| date.value);
        by_day
            .entry(day)
            .or_default()
            .insert(record.her2_status.0.name());
    }
    let all: BTreeSet<&'static str> = by_day.values().flatten().copied().collect();
    if all.len() < 2 {
        *status = all.first().copied().unwrap_or(*status);
        return;
    }
    let both = |on: &BTreeSet<&'static str>| on.contains("positive") && on.contains("negative");
    let undated = by_day.get(&None);
    let against_undated = undated.is_some_and(|on| {
        let opposite = |one: &str, other: &str| on.contains(one) && all.contains(other);
        opposite("positive", "negative") || opposite("negative", "positive")
    });
    if against_undated || by_day.values().any(both) {
        *status = RecordStatus::Conflict.name();
    }
    problems.push(ProblemShape {
        code: "her2-differs-over-time",
        severity: "note",
        message: format!(
            "{} records do not state one HER2 status; `her2_status` is that of the record that counts, and each specimen keeps its own results",
            records.len()
        ),
        span: None,
    });
}

fn first<T, U>(
    histories: &[History],
    of: impl Fn(&Course) -> Option<&Fact<T>>,
    show: impl Fn(&T) -> U,
) -> Option<U> {
    let mut courses = histories.iter().map(|history| &history.course);
    courses.find_map(|course| of(course).map(|fact| show(&fact.value)))
}

fn course(histories: &[History]) -> CourseShape {
    let courses = || histories.iter().map(|history| &history.course);
    CourseShape {
        sex: first(histories, |of| of.sex.as_ref(), |sex| sex.name()),
        born: first(histories, |of| of.born.as_ref(), ToString::to_string),
        menopause: first(histories, |of| of.menopause.as_ref(), |state| state.name()),
        setting: first(
            histories,
            |of| of.setting.as_ref(),
            |setting| setting.name(),
        ),
        hr_status: first(
            histories,
            |of| of.hr_status.as_ref(),
            |status| status.name(),
        ),
        diagnosed: first(histories, |of| of.diagnosed.as_ref(), ToString::to_string),
        recurrence: first(histories, |of| of.recurrence.as_ref(), ToString::to_string),
        therapies: courses()
            .flat_map(|of| &of.therapies)
            .map(therapy)
            .collect(),
        lvef: courses().flat_map(|of| &of.lvef).map(lvef).collect(),
    }
}

fn therapy(fact: &Fact<PriorTherapy>) -> TherapyShape {
    let therapy = &fact.value;
    TherapyShape {
        medicines: therapy
            .medicines
            .iter()
            .map(|(name, _)| name.clone())
            .collect(),
        setting: therapy.setting.map(Term::name),
        timing: therapy.timing.map(Term::name),
        started: therapy.started.map(|day| day.to_string()),
        ended: therapy.ended.map(|day| day.to_string()),
        outcome: therapy.outcome.name(),
        span: fact.origin.as_span().map(|span| [span.start, span.end]),
    }
}

fn lvef(fact: &Fact<LvefReading>) -> LvefShape {
    let reading = &fact.value;
    LvefShape {
        date: reading.date.to_string(),
        percent: reading.percent.to_string(),
        method: reading.method.map(|method| method.name()),
        baseline: reading.baseline,
        span: fact.origin.as_span().map(|span| [span.start, span.end]),
    }
}

/// What was passed over in all sources, by name.
fn passed_over(histories: &[History]) -> Vec<(&str, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for passed in histories.iter().flat_map(|history| &history.passed_over) {
        let count = counts.entry(&passed.what).or_default();
        *count = count.saturating_add(passed.count);
    }
    counts.into_iter().collect()
}

/// What stands around the records of a patient, a line each, and what was passed over; nothing if there is nothing of either.
pub fn read_around(sources: Sources<'_>) -> String {
    let histories = sources.histories();
    let mut out = String::new();
    let mut row = |name: &str, value: String| {
        let _ = writeln!(out, "  {name:<18} {value}");
    };
    let told = course(histories);
    let simple = [
        ("sex", told.sex.map(str::to_owned)),
        ("born", told.born),
        ("menopause", told.menopause.map(str::to_owned)),
        ("setting", told.setting.map(str::to_owned)),
        ("receptors", told.hr_status.map(str::to_owned)),
        ("diagnosed", told.diagnosed),
        ("came back", told.recurrence),
    ];
    for (name, value) in simple {
        if let Some(value) = value {
            row(name, value);
        }
    }
    for therapy in told.therapies {
        let names: Vec<String> = therapy.medicines.iter().map(|name| shown(name)).collect();
        let day = |day: Option<String>| day.unwrap_or_else(|| "?".to_owned());
        let days = format!("{} to {}", day(therapy.started), day(therapy.ended));
        row(
            "therapy",
            format!("{}, {days}, {}", names.join(" + "), therapy.outcome),
        );
    }
    for reading in told.lvef {
        row("LVEF", format!("{} %, {}", reading.percent, reading.date));
    }
    let mut text = String::new();
    if !out.is_empty() {
        let _ = write!(text, "\nCourse\n{out}");
    }
    let passed = passed_over(histories);
    if !passed.is_empty() {
        text.push_str("\nPassed over\n");
        for (what, count) in passed {
            let _ = writeln!(text, "  {count:>6}  {}", shown(what));
        }
    }
    text
}
