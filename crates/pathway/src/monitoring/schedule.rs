//! The tests of the pages and their days.

use super::medicine::Medicine;
use super::plan::Request;
use super::series::{Every, Series};
use her2_case::{MonitoredTest, MonitoringPhase};
use her2_knowledge::{MonitoringBy, MonitoringPage, Rhythm, Schedule};
use jiff::ToSpan;
use jiff::civil::Date;

/// A test under a medicine, and its days as far as they are known.
#[derive(Clone, Copy)]
pub struct Item {
    /// The position of the medicine among those asked for.
    pub medicine: usize,
    /// The page.
    pub page: &'static MonitoringPage,
    /// The entry of the page.
    pub schedule: &'static Schedule,
    /// Its days; none if the day they are counted from is not known, or no interval is named.
    pub series: Option<Series>,
}

/// A test in the calendar: one series, for whichever of the medicines asks for it most often.
#[derive(Clone)]
pub struct Appointment {
    /// The item whose days count.
    pub item: Item,
    /// Its days.
    pub series: Series,
    /// The medicines that ask for the test in this phase.
    pub medicines: Vec<usize>,
}

/// Whether the test is a date of its own and not a part of a visit.
pub fn is_appointment(test: MonitoredTest) -> bool {
    use MonitoredTest::{
        BloodCount, BoneDensity, ChestCt, Ecg, Electrolytes, HeartMarkers, HeartReview, LiverTests,
        Lvef, PregnancyTest,
    };
    matches!(
        test,
        Lvef | HeartMarkers
            | HeartReview
            | Ecg
            | Electrolytes
            | LiverTests
            | BloodCount
            | ChestCt
            | BoneDensity
            | PregnancyTest
    )
}

/// Whether an entry belongs to a dose: without a dose it has no day.
pub(super) fn is_of_dose(entry: &Schedule) -> bool {
    entry.phase == MonitoringPhase::During && entry.rhythm == Rhythm::EachDose
}

/// The days of an entry.
pub(super) fn series(
    entry: &Schedule,
    medicine: &Medicine,
    request: &Request<'_>,
    held_since: Option<Date>,
) -> Option<Series> {
    let anchor = match entry.phase {
        MonitoringPhase::Before | MonitoringPhase::During => request.start?,
        MonitoringPhase::Completion | MonitoringPhase::After => request.end?,
        MonitoringPhase::Held => held_since?,
    };
    if entry.phase == MonitoringPhase::Before {
        return Some(Series::once(anchor.saturating_sub(1.day())));
    }
    if entry.phase == MonitoringPhase::Completion {
        return Some(Series::once(anchor));
    }
    let months = |months: u16| anchor.saturating_add(i64::from(months).months());
    let begins = months(entry.from_months);
    let (every, counted_from) = match entry.rhythm {
        Rhythm::AsNeeded => return None,
        Rhythm::Once => (Every::Once, (begins, 0)),
        Rhythm::EachDose => (Every::Weeks(medicine.every_weeks?), (begins, 0)),
        Rhythm::Weeks { every, .. } => (Every::Weeks(every), (begins, 1)),
        Rhythm::Months { every } if entry.from_months.is_multiple_of(every) => {
            let passed = u32::from(entry.from_months / every);
            (Every::Months(every), (anchor, passed + 1))
        }
        Rhythm::Months { every } => (Every::Months(every), (begins, 1)),
    };
    let own_end = entry.for_months.map(months);
    let given_end = match entry.phase {
        MonitoringPhase::During | MonitoringPhase::Held => request.end,
        _ => None,
    };
    let last = own_end.into_iter().chain(given_end).min();
    let goes_on = last.is_none();
    let times = entry.times.map(u32::from);
    let counted = times.map(|_| Date::MAX);
    let last = last.or(counted).unwrap_or(request.horizon);
    Series::until(counted_from, every, last, times, goes_on && times.is_none())
}

/// One series for each test and phase: that of the medicine whose page asks for it most often; and before its next day the earliest day on which
/// another asks for it. Only labels count, unless no label asks.
pub(super) fn appointments(items: &[Item], today: Date) -> Vec<Appointment> {
    let mut found: Vec<Appointment> = Vec::new();
    let dated = |item: &&Item| {
        item.page.by != MonitoringBy::Guideline
            && item.series.is_some()
            && is_appointment(item.schedule.test)
    };
    let key = |item: &Item| (item.schedule.test, item.schedule.phase);
    let mut keys: Vec<_> = items.iter().filter(dated).map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    for wanted in keys {
        let of_key: Vec<&Item> = items
            .iter()
            .filter(dated)
            .filter(|item| key(item) == wanted)
            .collect();
        let often = |item: &&&Item| {
            let series = item.series.map(|series| series.every.rough_days());
            (series, item.schedule.from_months, item.medicine)
        };
        let Some(most) = of_key.iter().min_by_key(often) else {
            continue;
        };
        let mut medicines: Vec<_> = of_key.iter().map(|item| item.medicine).collect();
        medicines.dedup();
        found.extend(sooner(&of_key, most.medicine, today));
        let own = of_key.iter().filter(|item| item.medicine == most.medicine);
        found.extend(own.filter_map(|item| {
            Some(Appointment {
                item: **item,
                series: item.series?,
                medicines: medicines.clone(),
            })
        }));
    }
    found
}

/// The earliest day on which another medicine asks for the test, if the medicine that asks most often has no day so early.
fn sooner(of_key: &[&Item], often: usize, today: Date) -> Option<Appointment> {
    let next = |item: &&&Item| item.series.and_then(|series| series.next(today));
    let own = of_key.iter().filter(|item| item.medicine == often);
    let own = own.filter_map(|item| next(&item)).min();
    let others = of_key.iter().filter(|item| item.medicine != often);
    let days = others.filter_map(|item| Some((next(&item)?, item)));
    let (day, item) = days.min_by_key(|(day, item)| (*day, item.medicine))?;
    let series = match own {
        None => item.series?,
        Some(own) => (day < own).then(|| Series::once(day))?,
    };
    let item = Item {
        series: Some(series),
        ..**item
    };
    Some(Appointment {
        item,
        series,
        medicines: vec![item.medicine],
    })
}

/// The last day that a plan looks ahead to.
pub(super) fn horizon(start: Option<Date>, as_of: Date, months: u16) -> Date {
    let from = start.map_or(as_of, |start| start.max(as_of));
    from.saturating_add(i64::from(months).months())
}
