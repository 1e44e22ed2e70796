//! Plans of care and of monitoring.

use super::answer::{Answer, Form};
use super::asked::{Asked, wrong};
use super::records::{WIDTH, no_words, readings, several, unreadable};
use super::unusable;
use crate::Stop;
use crate::problem::HttpProblem;
use her2::{CareInput, CareInputError, Document, Format, MonitorInput, PlanWith, Reading};
use jiff::civil::Date;

/// An empty case.
pub(super) fn template(asked: &Asked, _: &Stop) -> Result<Answer, HttpProblem> {
    Ok(Answer::new(Form::Json, her2::case_template(asked.lang())))
}

/// What labels and guidelines list.
pub(super) fn plan(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    let given = given(asked)?;
    let mut out = String::new();
    if let Some(case) = case(asked) {
        let mut input = CareInput::read(case).map_err(refused)?;
        input.join(given);
        return Ok(Answer::new(asked.form, planned(input, None, asked)?));
    }
    let readings = readings(asked, stop)?;
    if readings.len() > 1 && asked.form != Form::Lines {
        return Err(several());
    }
    for reading in &readings {
        if stop.asked() {
            break;
        }
        out.push_str(&planned(given.clone(), Some(reading), asked)?);
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    Ok(Answer::new(asked.form, out))
}

fn planned(
    input: CareInput,
    reading: Option<&Reading<'_>>,
    asked: &Asked,
) -> Result<String, HttpProblem> {
    let json = matches!(asked.form, Form::Json | Form::Lines);
    if !json && reading.is_some_and(|reading| !reading.is_readable()) {
        return Err(unreadable());
    }
    let day = asked.given_day().or(input.as_of());
    let day = day.unwrap_or_else(|| asked.today());
    let planned = input.plan(reading, day, asked.edition());
    let with = PlanWith {
        stage_table: None,
        prognosis: asked.says_yes("prognosis"),
    };
    let written = if json {
        planned.json(with, asked.lang())
    } else {
        let page = planned.page(with, asked.lang());
        page.map(|page| in_form(&page, asked.form))
    };
    written.ok_or_else(no_words)
}

/// What the fields say of every record.
fn given(asked: &Asked) -> Result<CareInput, HttpProblem> {
    let mut input = match asked.field("case") {
        Some(case) => CareInput::read(case.as_bytes()).map_err(refused)?,
        None => CareInput::default(),
    };
    for (question, value) in answers(asked)? {
        input.answer(question, value).map_err(refused)?;
    }
    if let Some(weight) = asked.weight() {
        input
            .answer("weight", &weight.to_string())
            .map_err(refused)?;
    }
    Ok(input)
}

fn answers(asked: &Asked) -> Result<Vec<(&str, &str)>, HttpProblem> {
    let split = |answer| pair("answer", answer);
    asked.all("answer").map(split).collect()
}

fn pair<'a>(field: &str, value: &'a str) -> Result<(&'a str, &'a str), HttpProblem> {
    let (left, right) = value
        .split_once('=')
        .ok_or_else(|| wrong(format!("`{field}` is written NAME=VALUE")))?;
    Ok((left.trim(), right.trim()))
}

/// What is watched, and when.
pub(super) fn monitor(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    let mut input = match case(asked) {
        Some(case) => MonitorInput::read(case).map_err(refused)?,
        None if asked.sent.is_empty() => MonitorInput::default(),
        None => {
            let readings = readings(asked, stop)?;
            let [reading] = readings.as_slice() else {
                return Err(several());
            };
            MonitorInput::of_reading(reading, asked.as_of()).map_err(refused)?
        }
    };
    watch(asked, &mut input)?;
    if !input.names_medicines() {
        return Err(unusable(
            "no medicine is named",
            "give `drugs`; /api/v1/drugs lists them",
        ));
    }
    let day = asked.given_day().or(input.as_of());
    let day = day.unwrap_or_else(|| asked.today());
    let for_patient = asked.field("for") == Some("patient");
    if asked.form == Form::Calendar {
        let calendar = input.calendar(day, asked.lang(), for_patient);
        return Ok(Answer::new(asked.form, calendar.ok_or_else(no_words)?));
    }
    let document = match for_patient {
        true => input.patient(day, asked.lang()),
        false => input.document(day, asked.lang()),
    };
    let document = document.ok_or_else(no_words)?;
    Ok(Answer::new(asked.form, in_form(&document, asked.form)))
}

/// What the fields say, over what was sent.
fn watch(asked: &Asked, input: &mut MonitorInput) -> Result<(), HttpProblem> {
    let named = asked.all("drugs").flat_map(|names| names.split(','));
    let named: Vec<&str> = named.map(str::trim).filter(|of| !of.is_empty()).collect();
    if !named.is_empty() {
        input.medicines(named).map_err(refused)?;
    }
    if let Some(setting) = asked.field("setting").and_then(her2::setting_named) {
        input.setting(setting);
    }
    for (question, value) in answers(asked)? {
        input.answer(question, value).map_err(refused)?;
    }
    for measured in asked.all("lvef") {
        let (date, percent) = pair("lvef", measured)?;
        let percent = percent.trim_end_matches('%').parse();
        let percent = percent.map_err(|_| wrong("`lvef` is written DATE=PERCENT"))?;
        input.lvef(day("lvef", date)?, percent).map_err(refused)?;
    }
    if let Some(limit) = asked.field("lln") {
        input.limit(limit).map_err(refused)?;
    }
    for held in asked.all("held") {
        let (from, until) = match held.split_once("..") {
            Some((from, until)) => (from, Some(day("held", until)?)),
            None => (held, None),
        };
        input.held(day("held", from)?, until).map_err(refused)?;
    }
    let days = input.days(asked.day("start"), asked.day("end"));
    days.map_err(refused)
}

fn day(field: &str, text: &str) -> Result<Date, HttpProblem> {
    let day = text.trim().parse();
    day.map_err(|_| wrong(format!("`{field}`: a day is written YYYY-MM-DD")))
}

/// The case in JSON that was sent, if it is one.
fn case(asked: &Asked) -> Option<&[u8]> {
    match asked.sent.as_slice() {
        [sent] if her2::format_of(&sent.bytes) == Format::Json => Some(&sent.bytes),
        _ => None,
    }
}

pub(super) fn in_form(document: &Document, form: Form) -> String {
    match form {
        Form::Html => document.html(),
        Form::Text => document.text(WIDTH, false),
        _ => document.json(),
    }
}

/// Why a case or an answer cannot be read names the key and never a value.
fn refused(why: CareInputError) -> HttpProblem {
    unusable("the case cannot be used", why.to_string())
}
