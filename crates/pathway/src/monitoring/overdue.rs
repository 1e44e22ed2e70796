//! What should have been measured of the heart and was not: due days that passed since the newest ejection fraction.

use super::measured::Measured;
use super::plan::Request;
use super::schedule::Item;
use her2_case::{Mark, MonitoredTest, MonitoringPhase, Question, Setting};
use her2_knowledge::MonitoringBy;
use jiff::civil::Date;

/// Due days of one entry that passed without a measurement.
#[derive(Clone)]
pub struct Overdue {
    /// The entry and its medicine.
    pub item: Item,
    /// The days, the oldest first; at least one.
    pub days: Vec<Date>,
}

impl Overdue {
    /// The first day that was missed.
    pub fn first(&self) -> Date {
        self.days.first().copied().unwrap_or(Date::MIN)
    }

    /// How many days were missed after the first.
    pub fn more(&self) -> u32 {
        u32::try_from(self.days.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// How sure the entry is.
    pub fn mark(&self) -> Mark {
        self.item.schedule.mark
    }

    /// Whether the value before treatment is what is missing.
    pub fn is_before(&self) -> bool {
        self.item.schedule.phase == MonitoringPhase::Before
    }
}

/// Whether an entry of a label asks for the ejection fraction.
fn is_lvef(item: &Item) -> bool {
    item.schedule.test == MonitoredTest::Lvef && item.page.by == MonitoringBy::Label
}

/// What is overdue: the oldest day first, what was read in its source before what was not.
///
/// A measurement counts for a due day if it was made after the due day before it. A day is overdue from the next day on.
pub(super) fn overdue(items: &[Item], request: &Request<'_>, measured: &Measured) -> Vec<Overdue> {
    let mut all = Vec::new();
    for item in items.iter().filter(|item| is_lvef(item)) {
        if !counts_today(item, request) {
            continue;
        }
        let missed: Vec<_> = match item.schedule.phase {
            MonitoringPhase::Before if has_before(request, measured) => continue,
            MonitoringPhase::Before => past(item, request.as_of).collect(),
            _ if has_undated_only(request, measured) => continue,
            _ => {
                let newest = measured.series.last().map(|reading| reading.of.date);
                let open = |day: &Date| {
                    let previous = previous(items, item, request, *day);
                    newest.is_none_or(|newest| previous.is_some_and(|other| newest <= other))
                };
                past(item, request.as_of).filter(open).collect()
            }
        };
        if !missed.is_empty() {
            all.push(Overdue {
                item: *item,
                days: missed,
            });
        }
    }
    if request.setting.is_none() {
        all = whatever_the_setting(all);
    }
    all.sort_by_key(|one| (one.mark(), one.first(), one.item.medicine));
    all
}

/// The next day on which a label asks for it, never one that has passed.
pub(super) fn next(items: &[Item], today: Date) -> Option<(Date, Item)> {
    let of_lvef = items.iter().filter(|item| is_lvef(item));
    let next = of_lvef.filter_map(|item| Some((item.series?.next(today)?, *item)));
    next.min_by_key(|(day, item)| (*day, item.schedule.mark, item.medicine))
}

/// Whether the entry asks for anything on the day: before the last dose all but what comes after it, then only what comes with and after it.
fn counts_today(item: &Item, request: &Request<'_>) -> bool {
    let ended = request.end.is_some_and(|end| end < request.as_of);
    match item.schedule.phase {
        MonitoringPhase::Before | MonitoringPhase::During => {
            !ended && request.start.is_some_and(|start| start <= request.as_of)
        }
        MonitoringPhase::Held => !ended,
        MonitoringPhase::Completion | MonitoringPhase::After => ended && request.start.is_some(),
    }
}

/// Whether a value is given of which nobody says the day, and none with a day.
fn has_undated_only(request: &Request<'_>, measured: &Measured) -> bool {
    measured.series.is_empty() && request.case.answered(Question::Lvef).is_some()
}

fn has_before(request: &Request<'_>, measured: &Measured) -> bool {
    measured.before.is_some() || request.case.answered(Question::LvefDrop).is_some()
}

fn past(item: &Item, today: Date) -> impl Iterator<Item = Date> {
    let days = item.series.into_iter().flat_map(|series| series.days());
    days.take_while(move |day| *day < today)
}

/// The due day before this one by the same page, or the day from which its phase is counted.
fn previous(items: &[Item], item: &Item, request: &Request<'_>, day: Date) -> Option<Date> {
    let held = item.schedule.phase == MonitoringPhase::Held;
    let alike = |other: &&Item| {
        is_lvef(other)
            && other.medicine == item.medicine
            && std::ptr::eq(other.page, item.page)
            && (other.schedule.phase == MonitoringPhase::Held) == held
    };
    let days = items.iter().filter(alike);
    let days = days.filter_map(|other| past(other, day).last());
    let anchor = match item.schedule.phase {
        MonitoringPhase::Held => item.series.map(|series| series.anchor),
        MonitoringPhase::After => request.end,
        _ => request.start,
    };
    days.chain(anchor).filter(|other| *other < day).max()
}

/// Where the setting is not known: what is asked for in either, with the less sure of the two entries.
fn whatever_the_setting(all: Vec<Overdue>) -> Vec<Overdue> {
    let setting = |one: &Overdue| one.item.schedule.setting.or(one.item.page.setting);
    let mut kept: Vec<Overdue> = Vec::new();
    for one in &all {
        let other = match setting(one) {
            None => {
                kept.push(one.clone());
                continue;
            }
            Some(Setting::Early) => Setting::Metastatic,
            Some(Setting::Metastatic) => Setting::Early,
        };
        let same = |found: &&Overdue| {
            let alike = (found.item.medicine, found.item.schedule.phase)
                == (one.item.medicine, one.item.schedule.phase);
            alike && found.days == one.days && setting(found) == Some(other)
        };
        let Some(found) = all.iter().find(same) else {
            continue;
        };
        let is_less_sure = (found.mark(), setting(found)) > (one.mark(), setting(one));
        if !is_less_sure {
            kept.push(one.clone());
        }
    }
    kept
}
