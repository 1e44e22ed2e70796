//! `her2 explain`: what a report means, for the patient or for a clinician.

use super::{by, problems};
use crate::args::{ExplainArgs, ExplainFormat, Reader};
use crate::failure::Failure;
use crate::input::Given;
use crate::pipeline::{Outcome, Records, Tally};
use crate::screen;
use her2::{Edition, Severity};
use jiff::civil::Date;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that is the same for all records.
struct Manner<'a> {
    args: &'a ExplainArgs,
    as_of: Date,
    edition: Option<Edition>,
    width: usize,
    color: bool,
    ascii: bool,
    several: bool,
}

/// Explains every record.
pub fn run(args: &ExplainArgs) -> Result<Tally, Failure> {
    let (as_of, edition) = by(&args.by)?;
    if !her2::languages().contains(&args.lang.as_str()) {
        return Err(Failure::Usage(format!(
            "there is no language `{}`. There are: {}",
            args.lang,
            her2::languages().join(", ")
        )));
    }
    let several = args.inputs.paths.len() > 1 || args.inputs.paths.iter().any(|path| path.is_dir());
    if several && args.format == ExplainFormat::Html {
        return Err(Failure::Usage(
            "several pages cannot follow each other on stdout. Give --html FOLDER to write one page a record".to_owned(),
        ));
    }
    if let Some(folder) = args.html.as_deref().filter(|_| several) {
        fs::create_dir_all(folder).map_err(|error| {
            Failure::Usage(format!(
                "{}: several records need a folder for their pages, and it cannot be made: {error}",
                folder.display()
            ))
        })?;
    }
    let manner = Manner {
        args,
        as_of,
        edition,
        width: screen::width(),
        color: screen::stdout_takes_color(),
        ascii: screen::shows_ascii_only(),
        several,
    };
    Records::of(&args.inputs).print(|given| one(given, &manner))
}

fn one(given: &Given, manner: &Manner) -> Outcome {
    let reading = her2::read(&given.name, &given.bytes);
    let mut outcome = Outcome::default();
    problems(reading.record(), Severity::Error, &mut outcome);
    if !reading.is_readable() {
        outcome.found = true;
        if manner.args.format != ExplainFormat::Json {
            return outcome;
        }
    }
    let case = reading.decide(manner.as_of, manner.edition);
    let (lang, html) = (manner.args.lang.as_str(), manner.args.html.as_deref());
    let format = html.map_or(manner.args.format, |_| ExplainFormat::Html);
    let document = match manner.args.reader {
        Reader::Patient => case.patient(lang),
        Reader::Clinician => case.clinician(lang),
    };
    let Some(document) = document else {
        return Outcome::failed(format!(
            "{}: there are no words of this language",
            given.name
        ));
    };
    let mut page = match format {
        ExplainFormat::Text if manner.ascii => document.text_ascii(manner.width, manner.color),
        ExplainFormat::Text => document.text(manner.width, manner.color),
        ExplainFormat::Html => document.html(),
        ExplainFormat::Json => document.json(),
    };
    if !page.ends_with('\n') {
        page.push('\n');
    }
    match html {
        Some(place) => write_page(given, &page, place, manner.several, &mut outcome),
        None => {
            if manner.several && format == ExplainFormat::Text {
                outcome.out = format!("==> {} <==\n\n", given.name).into_bytes();
                page.push('\n');
            }
            outcome.out.extend_from_slice(page.as_bytes());
        }
    }
    outcome
}

pub(super) fn write_page(
    given: &Given,
    page: &str,
    place: &Path,
    several: bool,
    outcome: &mut Outcome,
) {
    let file = if several || place.is_dir() {
        place.join(page_name(&given.name))
    } else {
        place.to_owned()
    };
    if let Err(error) = fs::write(&file, page) {
        outcome.found = true;
        outcome.notes.push(format!(
            "{}: the page {} cannot be written: {error}. Look at the folder and its permissions",
            given.name,
            file.display()
        ));
    }
}

/// The record's path in one name, so that files of one name in two folders do not meet.
fn page_name(record: &str) -> PathBuf {
    let name: String = record
        .trim_start_matches(['.', '/', '\\'])
        .chars()
        .map(|letter| match letter {
            '/' | '\\' | ':' => '_',
            letter => letter,
        })
        .collect();
    PathBuf::from(match name.as_str() {
        "" | "-" => "stdin.html".to_owned(),
        name => format!("{name}.html"),
    })
}

#[cfg(test)]
mod tests {
    use super::page_name;

    #[test]
    fn pages_of_one_name_in_two_folders_do_not_meet() {
        assert_eq!(page_name("./a/x.txt").to_str(), Some("a_x.txt.html"));
        assert_ne!(page_name("a/x.txt"), page_name("b/x.txt"));
        assert_eq!(page_name("../../x").to_str(), Some("x.html"));
        assert_eq!(page_name("-").to_str(), Some("stdin.html"));
    }
}
