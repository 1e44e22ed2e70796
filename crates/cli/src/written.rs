//! Documents on their way out: to the terminal, to stdout, or each to a file of its own.

use crate::args::{OnePatient, PageFormat};
use crate::failure::Failure;
use crate::pipeline::{Outcome, Tally};
use crate::screen;
use her2::Document;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How the terminal shows text.
pub struct Style {
    width: usize,
    color: bool,
    ascii: bool,
}

impl Style {
    /// As stdout shows it.
    pub fn of_stdout() -> Self {
        Self {
            width: screen::width(),
            color: screen::stdout_takes_color(),
            ascii: screen::shows_ascii_only(),
        }
    }

    /// A document in this form.
    pub fn write(&self, document: &Document, format: PageFormat) -> String {
        match format {
            PageFormat::Text if self.ascii => document.text_ascii(self.width, self.color),
            PageFormat::Text => document.text(self.width, self.color),
            PageFormat::Html => document.html(),
            PageFormat::Json => document.json(),
        }
    }
}

/// Prints the one thing that a command prints.
pub fn print(out: String) -> Result<Tally, Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(ended(out).as_bytes())?;
    stdout.flush()?;
    Ok(Tally::default())
}

fn ended(mut out: String) -> String {
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Where the pages of records go.
pub struct Places<'a> {
    html: Option<&'a Path>,
    format: PageFormat,
    several: bool,
}

impl<'a> Places<'a> {
    /// Where these records' pages go; a folder for them is made.
    pub fn of(
        paths: &[PathBuf],
        html: Option<&'a Path>,
        format: PageFormat,
        one: OnePatient,
    ) -> Result<Self, Failure> {
        let as_folder =
            html.is_some_and(|place| place.as_os_str().as_encoded_bytes().ends_with(b"/"));
        let many = paths.len() > 1 || paths.iter().any(|path| path.is_dir());
        let several = (many || as_folder) && !one.one_patient;
        if several && format == PageFormat::Html {
            return Err(Failure::Usage(
                "several pages cannot follow each other on stdout. Give --html FOLDER to write one page a record".to_owned(),
            ));
        }
        if let Some(folder) = html.filter(|_| several) {
            fs::create_dir_all(folder).map_err(|error| {
                Failure::Usage(format!(
                    "{}: several records need a folder for their pages, and it cannot be made: {error}",
                    folder.display()
                ))
            })?;
        }
        Ok(Self {
            html,
            format,
            several,
        })
    }

    /// Whether there is more than one record.
    pub fn several(&self) -> bool {
        self.several
    }

    /// The form of the pages: a file of its own is always a web page.
    pub fn format(&self) -> PageFormat {
        self.html.map_or(self.format, |_| PageFormat::Html)
    }

    /// Writes the page of a record.
    pub fn write(&self, name: &str, page: String, outcome: &mut Outcome) {
        let page = ended(page);
        if let Some(place) = self.html {
            self.write_file(name, &page, place, outcome);
            return;
        }
        if self.format == PageFormat::Html && number_of(name).is_some_and(|number| number > 1) {
            outcome.found = true;
            outcome.notes.push(format!(
                "{name}: several pages cannot follow each other on stdout, and this file holds several patients. Give --html FOLDER/ to write one page each"
            ));
            return;
        }
        let titled = (self.several || number_of(name).is_some()) && self.format == PageFormat::Text;
        if titled {
            outcome.out = format!("==> {name} <==\n\n").into_bytes();
        }
        outcome.out.extend_from_slice(page.as_bytes());
        if titled {
            outcome.out.push(b'\n');
        }
    }

    fn write_file(&self, name: &str, page: &str, place: &Path, outcome: &mut Outcome) {
        let is_folder = self.several || place.is_dir();
        if !is_folder && number_of(name).is_some_and(|number| number > 1) {
            outcome.found = true;
            outcome.notes.push(format!(
                "{name}: no page is written: the file holds several patients, and {} is one page. Give --html FOLDER/ to write one page each",
                place.display()
            ));
            return;
        }
        let file = if self.several || place.is_dir() {
            place.join(page_name(name))
        } else {
            place.to_owned()
        };
        if let Err(error) = fs::write(&file, page) {
            outcome.found = true;
            outcome.notes.push(format!(
                "{name}: the page {} cannot be written: {error}. Look at the folder and its permissions",
                file.display()
            ));
        }
    }
}

/// The number of a patient among those of one file, if its name has one: 3 for `cohort.ndjson#3`.
fn number_of(name: &str) -> Option<u64> {
    let (_, number) = name.rsplit_once('#')?;
    number.parse().ok()
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
