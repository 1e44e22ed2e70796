//! What monitoring is asked for: the medicines, the days and the measurements of the forms, over what the records say.

use super::route::AskedOf;
use crate::{CareInput, MonitorInput};
use her2_case::Decimal;
use her2_documents::Words;
use her2_documents::site::{Measured, WatchForm};
use jiff::civil::Date;

/// What the form holds, and what is made from it and the records.
pub(super) struct Watched {
    pub form: WatchForm,
    pub input: MonitorInput,
    /// What was measured, for the options.
    pub lvef: Vec<(Date, Decimal)>,
}

/// More rows than these are no measurements of one person.
const ROWS: usize = 60;

impl Watched {
    /// What the visit asks.
    pub fn of(asked: &AskedOf<'_>) -> Self {
        let visit = asked.visit;
        let words = asked.frame.words;
        let mut input =
            MonitorInput::of_reading(&asked.one.reading, visit.today).unwrap_or_default();
        let mut form = WatchForm {
            known: input
                .medicine_names()
                .into_iter()
                .map(str::to_owned)
                .collect(),
            start_known: input.start().is_some(),
            setting_known: input.knows_setting(),
            ..WatchForm::default()
        };
        for (question, value) in visit.answers() {
            // What cannot be read is told beside its question.
            let _ = input.answer(question, value);
        }
        for name in visit.each("medicine") {
            if input.medicine(name).is_ok() {
                form.medicines.push(name.to_owned());
            }
        }
        if let Some(setting) = visit.field("setting").and_then(crate::setting_named) {
            input.setting(setting);
            form.setting = visit.field("setting").unwrap_or_default().to_owned();
        }
        let mut days = |field: &'static str, label: &str, typed: &mut String| {
            let value = visit.field(field)?;
            typed.push_str(value);
            let day: Option<Date> = value.parse().ok();
            if day.is_none() {
                let label = said(words, label);
                form.wrong
                    .push((field, filled(words, "site-trouble-date", &label)));
            }
            day
        };
        let (mut start, mut end, mut from, mut until) = Default::default();
        let started = days("start", "site-watch-start", &mut start);
        let ended = days("end", "site-lvef-end", &mut end);
        let held = days("held-from", "site-lvef-held", &mut from);
        let resumed = days("held-until", "site-lvef-resumed", &mut until);
        if let Some(field) = refused(input.days(started, ended), "end") {
            form.wrong.push((
                field,
                filled(words, "site-trouble-order", &said(words, "site-lvef-end")),
            ));
        }
        if let Some(held) = held
            && let Some(field) = refused(input.held(held, resumed), "held-until")
        {
            form.wrong.push((
                field,
                filled(
                    words,
                    "site-trouble-order",
                    &said(words, "site-lvef-resumed"),
                ),
            ));
        }
        (form.start, form.end, form.held) = (start, end, (from, until));
        if let Some(limit) = visit.field("lln") {
            form.limit = limit.to_owned();
            if input.limit(limit).is_err() {
                form.wrong.push((
                    "lln",
                    filled(
                        words,
                        "site-trouble-percent",
                        &said(words, "site-lvef-limit"),
                    ),
                ));
            }
        }
        let lvef = measured(asked, &mut form, &mut input);
        Self { form, input, lvef }
    }

    /// Whether what monitoring needs could be used; nothing is derived while a field is wrong.
    pub fn is_sound(&self) -> bool {
        self.form.wrong.is_empty()
    }

    /// What was measured, as a case of care.
    pub fn care(&self) -> CareInput {
        let each: Vec<String> = (self.lvef.iter())
            .map(|(date, percent)| format!("{{\"date\":\"{date}\",\"percent\":\"{percent}\"}}"))
            .collect();
        if each.is_empty() || !self.is_sound() {
            return CareInput::default();
        }
        let json = format!("{{\"lvef\":[{}]}}", each.join(","));
        CareInput::read(json.as_bytes()).unwrap_or_default()
    }
}

/// The measurements, row by row; a row with one half of it is told.
fn measured(
    asked: &AskedOf<'_>,
    form: &mut WatchForm,
    input: &mut MonitorInput,
) -> Vec<(Date, Decimal)> {
    let (dates, percents) = (
        asked.visit.raw("lvef-date"),
        asked.visit.raw("lvef-percent"),
    );
    let mut read = Vec::new();
    for (date, percent) in dates.zip(percents).take(ROWS) {
        if date.is_empty() && percent.is_empty() {
            continue;
        }
        let both = date
            .parse::<Date>()
            .ok()
            .zip(percent.parse::<Decimal>().ok());
        let put = both.is_some_and(|(date, percent)| input.lvef(date, percent).is_ok());
        match both.filter(|_| put) {
            Some(both) => read.push(both),
            None => {
                let words = asked.frame.words;
                let label = said(words, "site-lvef-legend");
                form.wrong
                    .push(("lvef", filled(words, "site-trouble-percent", &label)));
            }
        }
        form.measured.push(Measured {
            date: date.to_owned(),
            percent: percent.to_owned(),
        });
    }
    read
}

fn refused(done: Result<(), crate::CareInputError>, field: &'static str) -> Option<&'static str> {
    done.is_err().then_some(field)
}

fn said(words: &Words, name: &str) -> String {
    words.get(name, &[]).unwrap_or_default()
}

fn filled(words: &Words, name: &str, field: &str) -> String {
    use her2_documents::Value;
    words
        .get(name, &[("field", Value::Text(field))])
        .unwrap_or_default()
}
