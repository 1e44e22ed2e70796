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

#[cfg(test)]
mod tests {
    use super::*;
    use her2_case::{MedicineClass, Menopause, Origin, PriorOutcome, Sex, Span};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn said<T>(value: T, source: RecordIndex) -> Fact<T> {
        let mut fact = Fact::new(value, Origin::span(Span::new(1, 2)));
        fact.origin.record = source;
        fact
    }

    fn therapy(started: Option<Date>) -> PriorTherapy {
        PriorTherapy {
            medicines: vec![("a taxane".to_owned(), MedicineClass::ALL[0])],
            setting: None,
            timing: None,
            started,
            ended: None,
            outcome: PriorOutcome::Completed,
        }
    }

    fn case(courses: &[Course]) -> CareCase {
        let mut case = CareCase::default();
        add(&courses.iter().collect::<Vec<_>>(), TODAY, &mut case);
        case
    }

    #[test]
    fn age_is_counted_in_full_years() {
        for (born, age) in [
            (date(1970, 11, 22), Some(56)),
            (date(1970, 11, 23), Some(55)),
            (date(2026, 11, 22), Some(0)),
            (date(2027, 1, 1), None),
        ] {
            let course = Course {
                born: Some(said(born, 0)),
                ..Course::default()
            };
            let found = case(&[course])
                .amount(Question::Age)
                .and_then(|age| age.exact());
            assert_eq!(found, age.map(Decimal::whole), "{born}");
        }
        let of = |day| Course {
            born: Some(said(day, 0)),
            ..Course::default()
        };
        let both = case(&[of(date(1970, 1, 1)), of(date(1971, 1, 1))]);
        assert!(
            both.answered(Question::Age).is_none(),
            "two birthdays are none"
        );
    }

    #[test]
    fn sources_that_contradict_each_other_leave_the_question_open() {
        let of = |sex| Course {
            sex: Some(said(sex, 0)),
            ..Course::default()
        };
        assert_eq!(
            case(&[of(Sex::Female), of(Sex::Female)]).term(),
            Some(Sex::Female)
        );
        assert_eq!(case(&[of(Sex::Female), of(Sex::Male)]).term::<Sex>(), None);
        assert!(case(&[Course::default()]).answered(Question::Sex).is_none());
    }

    #[test]
    fn early_disease_gives_way_to_metastatic_disease_and_menopause_to_the_newest_day() {
        let of = |setting| Course {
            setting: Some(said(setting, 0)),
            ..Course::default()
        };
        let both = case(&[of(Setting::Early), of(Setting::Metastatic)]);
        assert_eq!(both.term(), Some(Setting::Metastatic));
        let on = |state, when| Course {
            menopause: Some(Fact {
                when: Some(when),
                ..said(state, 0)
            }),
            ..Course::default()
        };
        let both = case(&[
            on(Menopause::Post, date(2025, 1, 1)),
            on(Menopause::Pre, date(2019, 1, 1)),
        ]);
        assert_eq!(both.term(), Some(Menopause::Post));
    }

    #[test]
    fn a_therapy_of_two_sources_is_one_and_twice_in_one_source_is_two() {
        let day = Some(date(2024, 5, 1));
        let of = |source, count| Course {
            therapies: vec![said(therapy(day), source); count],
            ..Course::default()
        };
        assert_eq!(case(&[of(0, 1), of(1, 1)]).prior.len(), 1);
        assert_eq!(case(&[of(0, 2)]).prior.len(), 2);
        let later = Course {
            therapies: vec![
                said(therapy(Some(date(2027, 1, 1))), 0),
                said(therapy(None), 0),
            ],
            ..Course::default()
        };
        assert_eq!(
            case(&[later]).prior.len(),
            1,
            "what has not begun is not prior"
        );
        assert_eq!(
            case(&[of(0, 1)]).prior_complete,
            None,
            "the list may not be complete"
        );
    }

    #[test]
    fn the_heart_is_told_up_to_the_day_and_once() {
        let reading = |day, source| {
            said(
                LvefReading {
                    date: day,
                    percent: Decimal::whole(60),
                    method: None,
                    baseline: false,
                },
                source,
            )
        };
        let one = Course {
            lvef: vec![reading(date(2026, 5, 1), 0), reading(date(2026, 12, 1), 0)],
            recurrence: Some(said(date(2025, 2, 1), 0)),
            ..Course::default()
        };
        let other = Course {
            lvef: vec![reading(date(2026, 5, 1), 1), reading(date(2026, 1, 1), 1)],
            recurrence: Some(said(date(2024, 2, 1), 1)),
            ..Course::default()
        };
        let case = case(&[one, other]);
        let days: Vec<Date> = case.lvef.iter().map(|reading| reading.date).collect();
        assert_eq!(days, [date(2026, 1, 1), date(2026, 5, 1)]);
        let recurrence = case.recurrence.expect("a day");
        assert_eq!(
            (recurrence.value, recurrence.origin.record),
            (date(2024, 2, 1), 1)
        );
    }
}
