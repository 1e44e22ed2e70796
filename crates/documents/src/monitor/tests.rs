//! What holds for every document of monitoring, with the medicines as the knowledge names them.

use super::Monitored;
use crate::reading_grade::count;
use crate::sentence::About;
use crate::spanish_tests::EASE;
use crate::{Page, TextStyle, html, page_json, text};
use her2_case::{CareCase, Decimal, LvefReading, Mark, MonitoringPhase, Setting};
use her2_knowledge::drugs;
use her2_pathway::monitoring::{Every, Hold, LowerLimit, Medicine, Overdue, Request, Series, plan};
use icalendar::{Calendar, CalendarComponent, Component};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

const GRADE: f64 = 8.0;
const UNAVOIDABLE: &str = include_str!("../../../../knowledge/languages/en/unavoidable.txt");

/// Every medicine alone, in both settings, with a start late in a month: measured and on hold, then as far as it was measured before it fell
/// out of sight.
fn each(mut look: impl FnMut(&str, &Monitored<'_>)) {
    for drug in drugs() {
        let settings = [Setting::Early, Setting::Metastatic];
        let settings = settings.map(|setting| [3, 2, 1, 0].map(|measured| (setting, measured)));
        for (setting, measured) in settings.into_iter().flatten() {
            let medicines = [Medicine::of_drug(drug)];
            let mut case = case(setting);
            let holds = [Hold {
                from: date(2026, 9, 1),
                until: None,
            }];
            let holds = &holds[..usize::from(measured == case.lvef.len())];
            case.lvef.truncate(measured);
            let mut request = Request::new(&medicines, &case, date(2026, 10, 15), 12)
                .starting(Some(date(2026, 5, 31)), 12);
            request.limit = LowerLimit::At(Decimal::whole(53));
            request.holds = holds;
            request.end = (setting == Setting::Early).then_some(date(2027, 5, 30));
            let plan = plan(&request);
            let of = Monitored {
                request: &request,
                plan: &plan,
            };
            look(&format!("{} {setting:?} {measured}", drug.id), &of);
        }
    }
}

fn case(setting: Setting) -> CareCase {
    let reading = |date: Date, percent: u32| LvefReading {
        date,
        percent: Decimal::whole(percent),
        method: None,
        baseline: false,
    };
    let mut case = CareCase::default().with_term(setting);
    case.lvef = vec![
        reading(date(2026, 5, 20), 61),
        reading(date(2026, 8, 31), 47),
        reading(date(2026, 10, 10), 57),
    ];
    case
}

fn pages(of: &Monitored<'_>) -> [Page; 2] {
    [of.clinician("en").unwrap(), of.patient("en").unwrap()]
}

#[test]
fn no_message_is_missing_and_no_page_orders() {
    each(|name, of| {
        for page in pages(of) {
            for sentence in page.sentences() {
                let words = sentence.words();
                assert!(!words.contains('\u{27e8}'), "{name}: {words}");
                let orders = ["you must", "You must", "you should"];
                assert!(
                    !orders.iter().any(|order| words.contains(order)),
                    "{name}: {words}"
                );
            }
            for shown in [
                text(&page, TextStyle::default()),
                html(&page),
                page_json(&page),
            ] {
                assert!(!shown.is_empty());
            }
        }
    });
}

#[test]
fn the_patient_sees_nothing_that_nobody_verified() {
    each(|name, of| {
        let page = of.patient("en").unwrap();
        for sentence in page.sentences() {
            assert_eq!(
                sentence.about().mark(),
                Mark::Checked,
                "{name}: {}",
                sentence.words()
            );
            let decides = matches!(sentence.about(), About::Finding { .. });
            assert!(!decides, "{name}: {}", sentence.words());
        }
        let calendar = of.calendar("en", true).unwrap();
        assert!(!calendar.contains("to verify"), "{name}");
    });
}

#[test]
fn what_is_overdue_leads_the_page_and_is_never_of_today_or_later() {
    let (mut led, mut told, mut quiet) = (0, 0, 0);
    each(|name, of| {
        let [clinician, patient] = pages(of);
        let knowledge = |page: &Page| {
            let first = page.sentences()[1];
            let said = ["on file", "this page knows of", "This page knows of"];
            let said = said.iter().any(|words| first.words().contains(words));
            said && matches!(first.about(), About::Knowledge { .. })
        };
        let overdue = &of.plan.overdue;
        assert_eq!(knowledge(&clinician), !overdue.is_empty(), "{name}");
        led += usize::from(!overdue.is_empty());
        let decided = |one: &Overdue| {
            one.item.schedule.phase != MonitoringPhase::Held || of.plan.hold.is_some()
        };
        let checked = |one: &Overdue| one.mark() == Mark::Checked && decided(one);
        assert_eq!(knowledge(&patient), overdue.iter().any(checked), "{name}");
        told += usize::from(knowledge(&patient));
        quiet += usize::from(!overdue.is_empty() && !knowledge(&patient));
        let today = of.plan.as_of;
        let mut days = overdue.iter().flat_map(|one| &one.days);
        assert!(days.all(|day| *day < today), "{name}");
        assert!(
            of.plan.next_lvef.is_none_or(|(day, _)| day >= today),
            "{name}"
        );
    });
    assert!(led > 20 && told > 10 && quiet > 0, "{led} {told} {quiet}");
}

#[test]
fn measured_today_leaves_only_the_value_before_treatment_overdue() {
    each(|name, of| {
        let mut case = of.request.case.clone();
        case.lvef.push(LvefReading {
            date: of.plan.as_of,
            percent: Decimal::whole(60),
            method: None,
            baseline: false,
        });
        let request = Request {
            case: &case,
            ..of.request.clone()
        };
        let plan = plan(&request);
        assert!(plan.overdue.iter().all(Overdue::is_before), "{name}");
        let missing = plan.measured.before.is_none();
        assert!(missing || plan.overdue.is_empty(), "{name}");
    });
}

#[test]
fn an_open_answer_says_what_decides_it_and_how_to_give_it() {
    let mut open = 0;
    each(|name, of| {
        let mut request = of.request.clone();
        request.limit = LowerLimit::Unknown;
        let plan = plan(&request);
        let of = Monitored {
            request: &request,
            plan: &plan,
        };
        let asked = plan.medicines.iter().enumerate();
        let mut asked =
            asked.filter(|(at, one)| of.is_asked_today(*at) && !one.depends_on().is_empty());
        if asked.next().is_none() {
            return;
        }
        open += 1;
        let page = of.clinician("en").unwrap();
        let said = |words: &str| {
            let all = page.sentences().into_iter();
            all.filter(|sentence| sentence.words().contains(words))
                .count()
        };
        assert_eq!(said("It depends on: "), 1, "{name}");
        assert!(said("; depends on: ") >= 1, "{name}");
        assert!(said("(give --") >= 2, "{name}");
    });
    assert!(open > 10, "{open}");
}

#[test]
fn the_patient_page_is_easy_to_read() {
    let terms: Vec<&str> = UNAVOIDABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let mut worst = (0.0_f64, String::new());
    each(|name, of| {
        let page = of.patient("en").unwrap();
        let grade = count(&page, &terms).grade();
        if grade > worst.0 {
            worst = (grade, name.to_owned());
        }
        let version = [her2_knowledge::version()];
        let spanish = count(&of.patient("es").unwrap(), &version).ease_of_spanish();
        assert!(spanish >= EASE, "{name}: {spanish:.1}");
    });
    assert!(
        worst.0 <= GRADE,
        "{} reads at grade {:.2}",
        worst.1,
        worst.0
    );
}

/// The days of a recurrence rule, worked out without the code that wrote it.
fn expanded(first: Date, rule: &str) -> Vec<Date> {
    let part = |name: &str| {
        let mut parts = rule.split(';');
        parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    let number = |name: &str| part(name).map(|text| text.parse::<i32>().unwrap());
    let (interval, count) = (number("INTERVAL").unwrap(), number("COUNT").unwrap());
    let mut days = Vec::new();
    let mut month = first.first_of_month();
    let mut week = first;
    while days.len() < usize::try_from(count).unwrap() {
        match part("FREQ").unwrap() {
            "WEEKLY" => {
                days.push(week);
                week = week.checked_add((7 * interval).days()).unwrap();
            }
            "MONTHLY" => {
                let wanted: Vec<i8> = match part("BYMONTHDAY") {
                    Some(list) => list.split(',').map(|day| day.parse().unwrap()).collect(),
                    None => vec![first.day()],
                };
                let has = |day: &&i8| **day <= month.last_of_month().day();
                if let Some(day) = wanted.iter().filter(has).max() {
                    days.push(Date::new(month.year(), month.month(), *day).unwrap());
                }
                month = month.checked_add(interval.months()).unwrap();
            }
            other => panic!("{other}"),
        }
    }
    days
}

fn date_of(text: &str) -> Date {
    let (year, rest) = text.split_at(4);
    let (month, day) = rest.split_at(2);
    format!("{year}-{month}-{day}").parse().unwrap()
}

#[test]
fn a_calendar_reads_back_with_the_days_of_the_plan() {
    let mut events = 0;
    each(|name, of| {
        let written = of.calendar("en", false).unwrap();
        assert!(written.ends_with("END:VCALENDAR\r\n"), "{name}");
        for line in written.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "{name}: {line}");
        }
        let read: Calendar = written.parse().unwrap();
        let mut seen = BTreeSet::new();
        let mut days: Vec<Vec<Date>> = Vec::new();
        for component in &read.components {
            let CalendarComponent::Event(event) = component else {
                panic!("{name}: only events");
            };
            events += 1;
            assert!(
                seen.insert(event.get_uid().unwrap().to_owned()),
                "{name}: a UID twice"
            );
            assert_eq!(event.property_value("DTSTAMP"), Some("20261015T000000Z"));
            let start = &event.properties()["DTSTART"];
            assert_eq!(start.params()["VALUE"].value(), "DATE");
            let first = date_of(start.value());
            let rule = event.property_value("RRULE");
            days.push(rule.map_or(vec![first], |rule| expanded(first, rule)));
            assert!(event.get_summary().is_some_and(|words| !words.is_empty()));
        }
        let planned = of.plan.appointments.iter();
        let planned: Vec<Vec<Date>> = planned.map(|one| one.series.days().collect()).collect();
        assert_eq!(days, planned, "{name}");
    });
    assert!(events > 60, "{events}");
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_the_next_day_the_same_names() {
    each(|name, of| {
        let written = of.calendar("en", false);
        assert_eq!(written, of.calendar("en", false), "{name}");
        let uids = |calendar: &str| -> Vec<String> {
            let lines = calendar.lines().filter(|line| line.starts_with("UID:"));
            lines.map(str::to_owned).collect()
        };
        let mut later = of.request.clone();
        later.as_of = of.request.as_of.checked_add(1.day()).unwrap();
        let plan = plan(&later);
        let other = Monitored {
            request: &later,
            plan: &plan,
        };
        let other = other.calendar("en", false).unwrap();
        assert_eq!(uids(&written.unwrap()), uids(&other), "{name}");
    });
}

#[test]
fn nothing_of_the_patient_stands_in_a_calendar() {
    each(|name, of| {
        let written = of.calendar("en", false).unwrap().replace("\r\n ", "");
        for value in ["61", "57%", "47%", "53%"] {
            let lines = written.lines().filter(|line| !line.starts_with("DTSTART"));
            let told = lines.filter(|line| line.contains(&format!("{value}%")));
            assert_eq!(told.count(), 0, "{name}: {value}");
        }
        for heading in ["ATTENDEE", "ORGANIZER", "LOCATION"] {
            assert!(!written.contains(heading), "{name}");
        }
    });
}

#[test]
fn a_series_of_one_day_has_no_rule() {
    let once = Series::once(date(2026, 1, 31));
    assert_eq!(once.every, Every::Once);
    assert_eq!(
        expanded(
            date(2026, 1, 31),
            "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=3"
        ),
        [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31),]
    );
}

#[test]
fn on_hold_without_a_repeated_value_no_opposite_actions_stand_in_one_sentence() {
    for (percent, said) in [
        (
            39,
            "On 2026-11-22 the labels together ask for: stay on hold and measure again.",
        ),
        (
            58,
            "On 2026-11-22 it is not settled by the labels whether it may go on.",
        ),
    ] {
        let drug = drugs().iter().find(|drug| drug.brands.contains(&"Enhertu"));
        let medicines = [Medicine::of_drug(drug.unwrap())];
        let mut case = case(Setting::Metastatic);
        case.lvef.truncate(2);
        case.lvef[1].date = date(2026, 11, 10);
        case.lvef[1].percent = Decimal::whole(percent);
        let holds = [Hold {
            from: date(2026, 11, 12),
            until: None,
        }];
        let mut request = Request::new(&medicines, &case, date(2026, 11, 22), 12)
            .starting(Some(date(2026, 6, 1)), 12);
        request.limit = LowerLimit::At(Decimal::whole(50));
        request.holds = &holds;
        let plan = plan(&request);
        let of = Monitored {
            request: &request,
            plan: &plan,
        };
        let page = of.clinician("en").unwrap();
        let shown = text(&page, TextStyle::default()).replace('\n', " ");
        assert!(shown.contains("Held since 2026-11-12."), "{shown}");
        assert!(
            page.sentences()
                .iter()
                .any(|one| one.words().ends_with(said)),
            "{shown}"
        );
        assert!(!shown.contains("resume at the same dose"), "{shown}");
        assert!(!shown.contains("discontinue;"), "{shown}");
    }
}
