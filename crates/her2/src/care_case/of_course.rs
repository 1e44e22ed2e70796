//! What the course around the records says of care, from every source of one patient.
//!
//! Sources that contradict each other leave the question open between their answers; only early disease gives way to metastatic disease, which
//! it may become. A list of therapies is not taken to be complete.

use her2_case::{
    CareCase, Course, Decimal, Fact, Known, LvefReading, PriorTherapy, Question, RecordIndex,
    Setting, Term,
};
use jiff::civil::Date;

/// Adds what the courses say, as it stands on that day.
pub(super) fn add(courses: &[&Course], as_of: Date, case: &mut CareCase) {
    terms(case, courses.iter().filter_map(|course| course.sex));
    terms(
        case,
        newest(courses.iter().filter_map(|course| course.menopause)),
    );
    terms(case, courses.iter().filter_map(|course| course.hr_status));
    let settings = || courses.iter().filter_map(|course| course.setting);
    let metastatic = settings().find(|setting| setting.value == Setting::Metastatic);
    match metastatic {
        Some(metastatic) => terms(case, std::iter::once(metastatic)),
        None => terms(case, settings()),
    }
    let mut born = courses.iter().filter_map(|course| course.born);
    if let Some(first) = born.next()
        && born.all(|other| other.value == first.value)
        && let Some(age) = years(first.value, as_of)
    {
        let age = first.with(Known::number(Decimal::whole(age)));
        case.answer(Question::Age, age);
    }
    case.prior.extend(therapies(courses, as_of));
    case.lvef.extend(readings(courses, as_of));
    let recurrences = courses.iter().filter_map(|course| course.recurrence);
    case.recurrence = recurrences
        .filter(|recurrence| recurrence.value <= as_of)
        .min_by_key(|recurrence| recurrence.value);
}

/// One of these terms.
fn terms<T: Term>(case: &mut CareCase, facts: impl Iterator<Item = Fact<T>>) {
    let facts: Vec<Fact<T>> = facts.collect();
    let Some(first) = facts.first() else { return };
    let all = facts.iter().map(|fact| fact.value).collect();
    case.answer(T::QUESTION, first.with(Known::terms(all)));
}

/// Those of the last day, where every one is dated; else all.
fn newest<T: Copy>(facts: impl Iterator<Item = Fact<T>>) -> impl Iterator<Item = Fact<T>> {
    let facts: Vec<Fact<T>> = facts.collect();
    let dated = facts.iter().all(|fact| fact.when.is_some());
    let last = facts.iter().filter_map(|fact| fact.when).max();
    facts
        .into_iter()
        .filter(move |fact| !dated || fact.when == last)
}

/// Full years of age.
fn years(born: Date, on: Date) -> Option<u32> {
    let birthday_to_come = (on.month(), on.day()) < (born.month(), born.day());
    let years = i32::from(on.year()) - i32::from(born.year()) - i32::from(birthday_to_come);
    u32::try_from(years).ok()
}

/// Each therapy once, in the order of the first days, with the source of each. What began after the day is not yet prior.
fn therapies(courses: &[&Course], as_of: Date) -> Vec<PriorTherapy> {
    let mut all: Vec<(RecordIndex, &PriorTherapy)> = courses
        .iter()
        .flat_map(|course| &course.therapies)
        .map(|therapy| (therapy.origin.record, &therapy.value))
        .filter(|(_, therapy)| therapy.started.is_none_or(|day| day <= as_of))
        .collect();
    all.sort_by_key(|(_, therapy)| therapy.started);
    let mut kept: Vec<(RecordIndex, PriorTherapy)> = Vec::new();
    for (source, therapy) in all {
        // What two sources tell alike is one therapy; twice in one source it was given twice.
        let told = kept
            .iter()
            .rev()
            .take_while(|(_, known)| known.started == therapy.started)
            .any(|(of, known)| *of != source && known == therapy);
        if !told {
            kept.push((source, therapy.clone()));
        }
    }
    kept.into_iter().map(|(_, therapy)| therapy).collect()
}

/// Each reading of the heart once, up to the day.
fn readings(courses: &[&Course], as_of: Date) -> Vec<LvefReading> {
    let mut all: Vec<LvefReading> = courses
        .iter()
        .flat_map(|course| &course.lvef)
        .map(|reading| reading.value)
        .filter(|reading| reading.date <= as_of)
        .collect();
    all.sort_by_key(|reading| (reading.date, reading.percent));
    all.dedup_by(|one, other| one.date == other.date && one.percent == other.percent);
    all
}
