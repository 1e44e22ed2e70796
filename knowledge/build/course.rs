//! Compiles what words, days and numbers of a patient's course say.

use super::{Day, cite_source, meaning};
use her2_pages::compile::{Fault, Sources};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Course {
    cite: String,
    #[serde(rename = "checked")]
    _checked: Day,
    days: Days,
    lvef: Lvef,
    diagnosis: Diagnosis,
    outcome: Outcome,
    answer: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Days {
    follow_up: u16,
    spread_from_the_start: u16,
    around_surgery: u16,
    pause: u16,
    together: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lvef {
    least: u32,
    most: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Diagnosis {
    cancer: Vec<String>,
    of_the_breast: Vec<String>,
    metastasis: Vec<String>,
    secondary: Vec<String>,
    node: Vec<String>,
    none: Vec<String>,
    primary_elsewhere: Vec<(u32, u32)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outcome {
    progressed: Vec<String>,
    toxicity: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    is: String,
    words: Vec<String>,
}

const FILE: &str = "codes/course.toml";

/// The source of the words and days, or what is wrong with them.
pub fn source(root: &Path, sources: &Sources) -> Result<String, Fault> {
    let fault = |message: String| Fault {
        page: format!("knowledge/{FILE}"),
        line: 1,
        message,
    };
    let text = fs::read_to_string(root.join(FILE)).map_err(|error| fault(error.to_string()))?;
    let course: Course = toml::from_str(&text).map_err(|error| fault(error.to_string()))?;
    let cite = sources.resolve(&course.cite).map_err(fault)?;
    let Course {
        days,
        lvef,
        diagnosis,
        outcome,
        ..
    } = &course;
    if lvef.least >= lvef.most {
        return Err(fault("`lvef`: the least is not below the most".to_owned()));
    }
    let mut source = String::new();
    let mut push = |line: String| {
        writeln!(source, "{line}").expect("a string can be written to");
    };
    push(format!(
        "pub(super) static CITE: ::her2_pages::Citation = {};",
        cite_source(&cite)
    ));
    push(format!(
        "pub(super) static DAYS: CourseDays = CourseDays {{ follow_up: {}, spread_from_the_start: {}, around_surgery: {}, pause: {}, together: {} }};",
        days.follow_up, days.spread_from_the_start, days.around_surgery, days.pause, days.together
    ));
    push(format!(
        "pub(super) static LVEF: (u32, u32) = ({}, {});",
        lvef.least, lvef.most
    ));
    push(format!(
        "pub(super) static PRIMARY_ELSEWHERE: &[(u32, u32)] = &{:?};",
        diagnosis.primary_elsewhere
    ));
    for (name, phrases) in [
        ("CANCER", &diagnosis.cancer),
        ("OF_THE_BREAST", &diagnosis.of_the_breast),
        ("METASTASIS", &diagnosis.metastasis),
        ("SECONDARY", &diagnosis.secondary),
        ("NODE", &diagnosis.node),
        ("NO_DIAGNOSIS", &diagnosis.none),
        ("PROGRESSED", &outcome.progressed),
        ("TOXICITY", &outcome.toxicity),
    ] {
        plain(phrases).map_err(fault)?;
        push(format!("pub(super) static {name}: &[&str] = &{phrases:?};"));
    }
    push("pub(super) static ANSWERS: &[(Meaning, &[&str])] = &[".to_owned());
    for Answer { is, words } in &course.answer {
        plain(words).map_err(fault)?;
        push(format!(
            "    ({}, &{words:?}),",
            meaning(is).map_err(fault)?
        ));
    }
    push("];".to_owned());
    Ok(source)
}

/// Whether phrases are of small letters and digits, as the words are that they are looked for in.
fn plain(phrases: &[String]) -> Result<(), String> {
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let wrong = phrases.iter().find(|phrase| {
        let mut words = phrase.trim_matches('*').split(' ');
        words.any(|word| word.is_empty() || !word.chars().all(is_plain))
    });
    match wrong {
        Some(phrase) => Err(format!(
            "`{phrase}` is no phrase of small letters and digits"
        )),
        None => Ok(()),
    }
}
