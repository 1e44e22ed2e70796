//! The forms that ask what monitoring needs: medicines, days, what was measured.

use super::Frame;
use super::form::{Choice, Input};
use super::frame::KEPT;
use crate::Words;
use crate::html::blocks::{Look, blocks, sentences};
use crate::page::Page;
use her2_knowledge::{Drug, DrugKind, drugs};
use maud::{Markup, html};

/// What the form holds already.
#[derive(Clone, Default)]
pub struct WatchForm {
    /// Medicines ticked, by id.
    pub medicines: Vec<String>,
    /// Medicines that the records name, in words.
    pub known: Vec<String>,
    /// The day of the first dose, as typed.
    pub start: String,
    /// Whether the records tell that day.
    pub start_known: bool,
    /// Early or metastatic, by name.
    pub setting: String,
    /// Whether the records tell that.
    pub setting_known: bool,
    /// The day of the last dose, as typed.
    pub end: String,
    /// The lower limit of normal, as typed.
    pub limit: String,
    /// What was measured, as typed.
    pub measured: Vec<Measured>,
    /// On hold from, and until, as typed.
    pub held: (String, String),
    /// What could not be read, by the name of its field.
    pub wrong: Vec<(&'static str, String)>,
}

/// A measured value, as typed.
#[derive(Clone, Default)]
pub struct Measured {
    /// The day.
    pub date: String,
    /// The percent.
    pub percent: String,
}

impl WatchForm {
    fn wrong(&self, name: &str) -> Option<&str> {
        let mut found = self.wrong.iter().filter(|(of, _)| *of == name);
        found.next().map(|(_, words)| words.as_str())
    }
}

/// The medicines one may be given, the first of each kind only.
pub(super) fn offered() -> Vec<&'static Drug> {
    let mut offered: Vec<&Drug> = drugs()
        .iter()
        .filter(|drug| {
            drug.breast && drug.class.is_her2_directed() && drug.kind != DrugKind::Biosimilar
        })
        .collect();
    offered.sort_by_key(|drug| (drug.class, drug.id));
    offered
}

/// The name of a medicine with its brands.
pub(super) fn name(words: &Words, drug: &Drug) -> String {
    let name = words.said(drug.us_name.unwrap_or(drug.inn));
    match drug.brands.is_empty() {
        true => name.to_owned(),
        false => format!("{name} ({})", drug.brands.join(", ")),
    }
}

fn medicines(frame: &Frame<'_>, form: &WatchForm) -> Markup {
    html! {
        fieldset.medicines #watch-medicines tabindex="-1" {
            legend { (frame.say("site-watch-medicines")) }
            p.hint { (frame.say("site-watch-biosimilar")) }
            @if !form.known.is_empty() { p { (frame.of("site-watch-known", "medicines", &form.known.join(", "))) } }
            ul.ticks {
                @for drug in offered() {
                    @let id = format!("medicine-{}", drug.id);
                    li {
                        input #(id) type="checkbox" name="medicine" value=(drug.id) form=(KEPT)
                            checked[form.medicines.iter().any(|name| name == drug.id)];
                        label for=(id) {
                            (frame.words.said(drug.us_name.unwrap_or(drug.inn)))
                            @if !drug.brands.is_empty() { " " span.brand-name { "(" (drug.brands.join(", ")) ")" } }
                        }
                    }
                }
            }
        }
    }
}

fn start(frame: &Frame<'_>, form: &WatchForm) -> Markup {
    Input {
        name: "start",
        id: "watch-start",
        label: &frame.say("site-watch-start"),
        value: &form.start,
        wrong: form.wrong("start"),
        form: Some(KEPT),
        ..Input::default()
    }
    .day()
}

fn setting(frame: &Frame<'_>, form: &WatchForm) -> Markup {
    let choices: [Choice; 2] = ["early", "metastatic"].map(|name| {
        let words = frame.say(&format!("site-watch-{name}"));
        (name.to_owned(), words)
    });
    Input {
        name: "setting",
        id: "watch-setting",
        label: &frame.say("site-watch-setting"),
        value: &form.setting,
        form: Some(KEPT),
        ..Input::default()
    }
    .choice(&frame.say("site-numbers-unknown"), &choices)
}

/// For the patient: only what is not in the record.
pub(super) fn patient(frame: &Frame<'_>, form: &WatchForm, watched: Option<&Page>) -> Markup {
    html! {
        section.calendar.card aria-labelledby="calendar-title" {
            h4 #calendar-title { (frame.say("site-watch-title")) }
            p { (frame.say("site-watch-hint")) }
            (medicines(frame, form))
            div.row {
                @if !form.start_known { (start(frame, form)) }
                @if !form.setting_known { (setting(frame, form)) }
            }
            div.buttons {
                button.primary type="submit" form=(KEPT) formaction=(frame.link("/record/calendar")) { (frame.say("site-watch-calendar")) }
                button type="submit" form=(KEPT) name="watch" value="shown" formaction={(frame.link("/record")) "#calendar-title"} { (frame.say("site-watch-show")) }
            }
        }
        @if let Some(page) = watched {
            @let look = &Look::within(frame, &page.labels, "w-", 4);
            section.watched aria-labelledby="watched-title" {
                h4 #watched-title { (frame.say("site-watch-plan")) }
                p { (sentences(&page.lead, look)) }
                @for section in &page.sections { (blocks(section, look)) }
            }
        }
    }
}

/// For the clinician: with what was measured, and what is on hold.
pub(super) fn clinician(frame: &Frame<'_>, form: &WatchForm) -> Markup {
    let mut rows = form.measured.clone();
    rows.resize(rows.len() + 2, Measured::default());
    let day = |name: &'static str, label: &str, value: &str| {
        let id = format!("watch-{name}");
        Input {
            name,
            id: &id,
            label: &frame.say(label),
            value,
            wrong: form.wrong(name),
            form: Some(KEPT),
            ..Input::default()
        }
        .day()
    };
    let limit = Input {
        name: "lln",
        id: "watch-lln",
        label: &frame.say("site-lvef-limit"),
        value: &form.limit,
        wrong: form.wrong("lln"),
        form: Some(KEPT),
        ..Input::default()
    };
    html! {
        div.calendar.card {
            p { (frame.say("site-monitor-hint")) }
            (medicines(frame, form))
            div.row { (start(frame, form)) (day("end", "site-lvef-end", &form.end)) (setting(frame, form)) }
            fieldset {
                legend { (frame.say("site-lvef-legend")) }
                @if let Some(wrong) = form.wrong("lvef") { p.wrong { (wrong) } }
                @for (index, row) in rows.iter().enumerate() { (measured(frame, index, row)) }
                div.row { (limit.line(Some("decimal"))) }
            }
            div.row {
                (day("held-from", "site-lvef-held", &form.held.0))
                (day("held-until", "site-lvef-resumed", &form.held.1))
            }
            div.buttons {
                button.primary type="submit" form=(KEPT) name="monitor" value="shown" formaction={(frame.link("/record/clinician")) "#monitoring"} { (frame.say("site-lvef-show")) }
                button type="submit" form=(KEPT) name="reader" value="clinician" formaction=(frame.link("/record/calendar")) { (frame.say("site-calendar-clinician")) }
            }
        }
    }
}

fn measured(frame: &Frame<'_>, index: usize, row: &Measured) -> Markup {
    let of = frame.of("site-lvef-row", "number", &(index + 1).to_string());
    let (date, percent) = (
        format!("lvef-date-{index}"),
        format!("lvef-percent-{index}"),
    );
    html! {
        div.row role="group" aria-label=(of) {
            div.field {
                label for=(date) { (frame.say("site-lvef-date")) }
                input #(date) type="date" name="lvef-date" value=(row.date) form=(KEPT);
            }
            div.field {
                label for=(percent) { (frame.say("site-lvef-percent")) }
                input #(percent) type="text" inputmode="decimal" name="lvef-percent" value=(row.percent) autocomplete="off" form=(KEPT);
            }
        }
    }
}
