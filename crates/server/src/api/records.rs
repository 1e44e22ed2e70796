//! Records: read, decided, explained, checked, converted.

use super::answer::{Answer, Form};
use super::asked::{Asked, wrong};
use super::unusable;
use crate::Stop;
use crate::problem::HttpProblem;
use her2::{Format, Identity, LineDecider, Reading, SarifRun, Target};
use std::collections::BTreeMap;

/// Columns of text that no terminal breaks.
pub(super) const WIDTH: usize = 80;

/// What a record says.
pub(super) fn read(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    each(asked, stop, |reading| {
        Ok(match asked.form {
            Form::Text => reading.text(),
            _ => reading.json(),
        })
    })
}

/// What a record means.
pub(super) fn explain(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    each(asked, stop, |reading| {
        let json = matches!(asked.form, Form::Json | Form::Lines);
        if !json && !reading.is_readable() {
            return Err(unreadable());
        }
        let decided = reading.decide(asked.as_of(), asked.edition());
        let document = match asked.field("for") {
            Some("clinician") => decided.clinician(asked.lang()),
            _ => decided.patient(asked.lang()),
        };
        let document = document.ok_or_else(no_words)?;
        Ok(match asked.form {
            Form::Html => document.html(),
            Form::Text => document.text(WIDTH, false),
            _ => document.json(),
        })
    })
}

/// What a reviewer would underline.
pub(super) fn check(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    let mut out = String::new();
    let mut run = SarifRun::default();
    for reading in readings(asked, stop)? {
        let decided = reading.decide(asked.as_of(), asked.edition());
        for checked in decided.check_each() {
            let checked = checked.in_language(asked.lang()).ok_or_else(no_words)?;
            match asked.form {
                Form::Sarif => run.join(checked.sarif()),
                Form::Text => out.push_str(&checked.text(WIDTH, false)),
                _ => out.push_str(&checked.json()),
            }
        }
    }
    if asked.form == Form::Sarif {
        out = run.finish(env!("CARGO_PKG_VERSION"));
    }
    Ok(Answer::new(asked.form, out))
}

/// The same patients in another format.
pub(super) fn convert(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    let to = asked.field("to").unwrap_or_default();
    let target = (Target::ALL.into_iter())
        .find(|target| target.name() == to)
        .ok_or_else(|| wrong("`to` has to be given: the format to write"))?;
    let readings = readings(asked, stop)?;
    let readable: Vec<&Reading<'_>> = readings.iter().filter(|of| of.is_readable()).collect();
    if readable.is_empty() {
        return Err(unreadable());
    }
    if !target.holds_several() && readable.len() > 1 {
        return Err(several());
    }
    let mut out = String::new();
    let mut left_out = BTreeMap::new();
    if target.holds_several() {
        out.push_str(&target.head());
    }
    for reading in readable {
        let decided = reading.decide(asked.as_of(), asked.edition());
        let converted = decided.convert(target, asked.says_yes("identifiers"));
        out.push_str(&converted.out);
        for (what, times) in converted.left_out {
            *left_out.entry(what).or_insert(0) += times;
        }
    }
    if target.holds_several() {
        out.push_str(target.tail());
    }
    let form = match target {
        Target::Fhir if readings.len() == 1 => Form::Fhir,
        Target::Fhir | Target::Json => Form::Lines,
        Target::Csv => Form::Csv,
        Target::Hl7v2 => Form::Hl7v2,
        Target::Naaccr => Form::Xml,
        Target::Text => Form::Text,
    };
    Ok(Answer::new(form, out).without(left_out.into_iter().collect()))
}

/// Structured results: an object a line; or one as a whole, if JSON is sent or wanted.
pub(super) fn decide(asked: &Asked, stop: &Stop) -> Result<Answer, HttpProblem> {
    let decider = LineDecider::new(asked.as_of(), asked.edition());
    let mut out = Vec::new();
    if asked.as_json || asked.form == Form::Json {
        let [sent] = asked.sent.as_slice() else {
            return Err(several());
        };
        if !decider.line(&sent.bytes, 1, &mut out) {
            return Err(unusable(
                "the case cannot be decided",
                told(&out).unwrap_or_else(|| "look at its keys".to_owned()),
            ));
        }
        return Ok(Answer::new(asked.form, out));
    }
    let files = asked.sent.iter();
    let lines = files.flat_map(|sent| sent.bytes.split(|byte| *byte == b'\n'));
    for (line, number) in lines.zip(1..) {
        if stop.asked() {
            return Err(given_up());
        }
        if !line.trim_ascii().is_empty() {
            decider.line(line, number, &mut out);
        }
    }
    if out.is_empty() {
        return Err(unusable(
            "nothing was sent",
            "send structured results, one JSON object a line",
        ));
    }
    Ok(Answer::new(Form::Lines, out))
}

/// The message of an error line, which names keys and never repeats values.
fn told(line: &[u8]) -> Option<String> {
    let line: serde_json::Value = serde_json::from_slice(line).ok()?;
    Some(line["error"]["message"].as_str()?.to_owned())
}

/// A document of each patient: of one as a whole, of several a line each.
fn each(
    asked: &Asked,
    stop: &Stop,
    write: impl Fn(&Reading<'_>) -> Result<String, HttpProblem>,
) -> Result<Answer, HttpProblem> {
    let readings = readings(asked, stop)?;
    if readings.len() > 1 && asked.form != Form::Lines {
        return Err(several());
    }
    let mut out = String::new();
    for reading in &readings {
        if stop.asked() {
            return Err(given_up());
        }
        out.push_str(&write(reading)?);
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    Ok(Answer::new(asked.form, out))
}

/// The patients of what was sent. Several files are of one patient.
pub(super) fn readings<'a>(asked: &'a Asked, stop: &Stop) -> Result<Vec<Reading<'a>>, HttpProblem> {
    let mut readings = Vec::new();
    for sent in &asked.sent {
        match her2::format_of(&sent.bytes) {
            Format::Json => {
                return Err(unusable(
                    "this JSON is no record",
                    "it has no `resourceType`. /api/v1/plan takes a case of care, /api/v1/decide structured HER2 results",
                ));
            }
            Format::Report => readings.push(her2::read(&sent.name, &sent.bytes)),
            _ => her2::read_each(&sent.name, &sent.bytes, &mut |reading| {
                if !stop.asked() {
                    readings.push(reading.into_owned());
                }
            }),
        }
        if stop.asked() {
            return Err(given_up());
        }
    }
    if asked.sent.len() > 1 {
        return Ok(vec![together(asked, readings)?]);
    }
    Ok(readings)
}

/// Files that were sent together, as those of one patient; refused if they seem to be of several.
fn together<'a>(asked: &Asked, readings: Vec<Reading<'a>>) -> Result<Reading<'a>, HttpProblem> {
    let first = readings.first().map(|first| first.name().to_owned());
    let name = match (first, readings.len()) {
        (Some(name), 1) => name,
        (Some(name), more) => format!("{name} and {} more", more - 1),
        (None, _) => return Err(unreadable()),
    };
    let together = Reading::together(&name, readings);
    if together.identity() == Identity::Differs && !asked.says_yes("even-so") {
        return Err(unusable(
            "these are not the records of one patient",
            "identifiers in sources of one format, days of birth, sexes, or the names in reports differ. Compare the sources; if they are of one person all the same, add even-so=yes",
        ));
    }
    Ok(together)
}

pub(super) fn unreadable() -> HttpProblem {
    unusable(
        "there is nothing to explain",
        "what was sent is empty, no text, no pathology report, or in a language that is not read; /api/v1/read tells which",
    )
}

pub(super) fn several() -> HttpProblem {
    unusable(
        "several patients were sent",
        "ask with `Accept: application/x-ndjson` for a line each, where there is such a form; else send them one by one",
    )
}

pub(super) fn no_words() -> HttpProblem {
    wrong("`lang`: there are no words of this language")
}

fn given_up() -> HttpProblem {
    unusable("the request was given up", "nothing of it was kept")
}
