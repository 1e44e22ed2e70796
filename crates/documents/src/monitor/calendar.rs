//! The tests as a calendar (RFC 5545): one series a test, whole days, stable identifiers, nothing of the patient.

use super::Monitored;
use super::words::names;
use crate::cited::source_note;
use crate::words::Words;
use crate::writer::Writer;
use her2_case::{Mark, MonitoringPhase, Question, Term};
use her2_pathway::monitoring::{Appointment, Every, Series};
use icalendar::{Calendar, CalendarComponent, Component, Event, Property};
use jiff::civil::Date;

/// The calendar in the words of a language.
pub(super) fn calendar(of: &Monitored<'_>, words: &'static Words, only_checked: bool) -> String {
    let writer = Writer::for_knowledge(words);
    let name = writer.message("calendar-name", &[]);
    let product = format!(
        "-//HER2 in Focus//Monitoring//{}",
        words.lang().to_uppercase()
    );
    let properties = [
        ("VERSION", "2.0"),
        ("PRODID", product.as_str()),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", name.as_str()),
    ];
    // A hold that nobody has decided on is nothing a patient is told by a calendar.
    let decided = |one: &Appointment| {
        one.item.schedule.phase != MonitoringPhase::Held || of.plan.hold.is_some()
    };
    let shown = |one: &&Appointment| {
        !only_checked || (one.item.schedule.mark == Mark::Checked && decided(one))
    };
    let events = of.plan.appointments.iter().filter(shown);
    let events = events.map(|one| CalendarComponent::Event(event(&writer, of, one)));
    let calendar = Calendar {
        properties: Property::from_array(properties),
        components: events.collect(),
    };
    folded(&calendar.to_string())
}

/// The same lines, each at most 75 bytes long with the space that continues it, and no letter cut in two.
fn folded(calendar: &str) -> String {
    const LONGEST: usize = 75;
    let mut out = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LONGEST {
                out.push_str("\r\n ");
                length = 1;
            }
            out.push(letter);
            length += letter.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

fn event(writer: &Writer<'_>, of: &Monitored<'_>, appointment: &Appointment) -> Event {
    let (item, series) = (&appointment.item, appointment.series);
    let entry = item.schedule;
    let test = writer
        .words
        .term(Question::MonitoredTest, entry.test.name());
    let when = match entry.phase {
        MonitoringPhase::Before => Some("calendar-before"),
        MonitoringPhase::Held => Some("calendar-held"),
        MonitoringPhase::Completion => Some("calendar-completion"),
        MonitoringPhase::During | MonitoringPhase::After => None,
    };
    let summary = match when.map(|when| writer.message(when, &[])) {
        Some(when) => format!("{test}, {when}"),
        None => test,
    };
    let mut event = Event::new();
    event
        .uid(&identifier(of, appointment))
        .add_property("DTSTAMP", format!("{}T000000Z", day(of.plan.as_of)))
        .append_property(
            Property::new("DTSTART", day(series.first()))
                .add_parameter("VALUE", "DATE")
                .done(),
        )
        .add_property("TRANSP", "TRANSPARENT")
        .summary(&summary)
        .description(&description(writer, of, appointment));
    if let Some(rule) = rule(series) {
        event.add_property("RRULE", rule);
    }
    event.done()
}

fn description(writer: &Writer<'_>, of: &Monitored<'_>, appointment: &Appointment) -> String {
    let entry = appointment.item.schedule;
    let mut lines = vec![names(writer.words, of, &appointment.medicines)];
    lines.extend(entry.note.map(|note| writer.words.said(note).to_owned()));
    lines.push(writer.message("calendar-note", &[]));
    let sure = writer.labels().mark(entry.mark).map(str::to_owned);
    let source = source_note(writer.words, vec![entry.cite]).words;
    lines.push(match sure {
        Some(sure) => format!("{source} ({sure})"),
        None => source,
    });
    if appointment.series.goes_on {
        lines.push(writer.message("calendar-goes-on", &[]));
    }
    lines.extend(writer.words.notice());
    lines.join("\n")
}

/// Medicine, test, phase and first day name a series: the same plan made again gives the same names.
fn identifier(of: &Monitored<'_>, appointment: &Appointment) -> String {
    let item = &appointment.item;
    let medicine = of.request.medicines[item.medicine].name().replace(' ', "-");
    format!(
        "{medicine}.{}.{}.{}@her2-in-focus",
        item.schedule.test.name(),
        item.schedule.phase.name(),
        appointment.series.first()
    )
}

fn day(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// How a series recurs; nothing if it does not. A day that a month does not have is its last day.
fn rule(series: Series) -> Option<String> {
    const EVERY_MONTH_HAS: i8 = 28;
    let count = series.times;
    match series.every {
        _ if count < 2 => None,
        Every::Once => None,
        Every::Weeks(weeks) => Some(format!("FREQ=WEEKLY;INTERVAL={weeks};COUNT={count}")),
        Every::Months(months) => {
            let of_month = series.anchor.day();
            let late = match of_month {
                late if late > EVERY_MONTH_HAS => {
                    let days = (EVERY_MONTH_HAS..=late).map(|day| day.to_string());
                    let days = days.collect::<Vec<_>>().join(",");
                    format!(";BYMONTHDAY={days};BYSETPOS=-1")
                }
                _ => String::new(),
            };
            Some(format!(
                "FREQ=MONTHLY;INTERVAL={months}{late};COUNT={count}"
            ))
        }
    }
}
