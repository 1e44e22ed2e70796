//! `her2 monitor`: what is watched under these medicines and when, and what the heart asks for today.

use crate::args::{MonitorArgs, Reader};
use crate::failure::Failure;
use crate::input::Item;
use crate::pipeline::Tally;
use crate::written::{self, Style};
use her2::MonitorInput;
use std::fs;

/// Prints the plan, and writes the calendar if one is asked for.
pub fn run(args: &MonitorArgs) -> Result<Tally, Failure> {
    let lang = super::lang(&args.language)?;
    let input = given(args)?;
    if !input.names_medicines() {
        return Err(Failure::Usage(
            "no medicine is named. Give --drugs NAME,NAME; `her2 drugs` lists them".to_owned(),
        ));
    }
    let as_of = args
        .as_of
        .or(input.as_of())
        .unwrap_or_else(|| super::on(None));
    let document = match args.reader {
        Reader::Clinician => input.document(as_of, lang),
        Reader::Patient => input.patient(as_of, lang),
    };
    let for_patient = args.reader == Reader::Patient;
    let calendar = input.calendar(as_of, lang, for_patient);
    let Some(document) = document else {
        return Err(Failure::Usage(
            "there are no words of this language".to_owned(),
        ));
    };
    if let Some((file, calendar)) = args.ics.as_ref().zip(calendar) {
        fs::write(file, calendar).map_err(|error| {
            Failure::Usage(format!(
                "{}: the calendar cannot be written: {error}. Look at the folder and its permissions",
                file.display()
            ))
        })?;
    }
    written::print(Style::of_stdout().write(&document, args.format))
}

/// The file, and the flags over it.
fn given(args: &MonitorArgs) -> Result<MonitorInput, Failure> {
    let mut input = match &args.path {
        None => MonitorInput::default(),
        Some(path) => {
            let item = match path.as_os_str() == "-" {
                true => Item::Stdin,
                false => Item::File(path.clone()),
            };
            let loaded = item.load(args.max_size);
            let file = loaded.map_err(|(name, why)| Failure::Usage(format!("{name}: {why}")))?;
            if her2::format_of(&file.bytes) == her2::Format::Json {
                MonitorInput::read(&file.bytes)
                    .map_err(|why| Failure::Usage(format!("{}: {why}", file.name)))?
            } else {
                let reading = her2::read(&file.name, &file.bytes);
                let day = super::on(args.as_of);
                MonitorInput::of_reading(&reading, day)
                    .map_err(|why| Failure::Usage(format!("{}: {why}", file.name)))?
            }
        }
    };
    let refused = |flag: &str, why: her2::CareInputError| Failure::Usage(format!("{flag}: {why}"));
    if !args.drugs.is_empty() {
        let names = args.drugs.iter().map(|name| name.trim());
        input
            .medicines(names)
            .map_err(|why| refused("--drugs", why))?;
    }
    if let Some(setting) = args.setting {
        input.setting(setting);
    }
    for answer in &args.answer {
        let (question, value) = answer.split_once('=').ok_or_else(|| {
            Failure::Usage(
                "--answer is written QUESTION=VALUE, for example setting=early".to_owned(),
            )
        })?;
        let answered = input.answer(question.trim(), value);
        answered.map_err(|why| refused("--answer", why))?;
    }
    for (date, percent) in &args.lvef {
        input
            .lvef(*date, *percent)
            .map_err(|why| refused("--lvef", why))?;
    }
    if let Some(limit) = &args.lln {
        input.limit(limit).map_err(|why| refused("--lln", why))?;
    }
    for (from, until) in &args.held {
        input
            .held(*from, *until)
            .map_err(|why| refused("--held", why))?;
    }
    let days = input.days(args.start, args.end);
    days.map_err(|why| refused("--end", why))?;
    Ok(input)
}
