//! The flags of `her2 monitor`.

use super::{Language, PageFormat, Reader, day};
use clap::Args;
use her2::{Decimal, Setting};
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Args)]
pub struct MonitorArgs {
    /// A report, or a case in JSON (it begins with `{`); `-` is stdin. Not needed if --drugs is given
    #[arg(value_name = "FILE|-", required_unless_present = "drugs")]
    pub path: Option<PathBuf>,
    /// The medicines, separated by commas: international names, brands or abbreviations
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub drugs: Vec<String>,
    /// Early or metastatic disease: some labels have different limits
    #[arg(long, value_name = "SETTING", value_parser = setting)]
    pub setting: Option<Setting>,
    /// The day of the first dose, as YYYY-MM-DD: dates are counted from it
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub start: Option<Date>,
    /// The day of the last dose, given or planned
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub end: Option<Date>,
    /// A measured ejection fraction; again for each
    ///
    /// The last one before or on the first day is the value before treatment.
    #[arg(long, value_name = "DATE=PERCENT", value_parser = reading)]
    pub lvef: Vec<(Date, Decimal)>,
    /// The laboratory's lower limit of normal for the ejection fraction, or `none` if it has none of its own
    #[arg(long, value_name = "PERCENT|none")]
    pub lln: Option<String>,
    /// A time on hold for the heart, without its end while it lasts; give every one of them
    #[arg(long, value_name = "FROM[..UNTIL]", value_parser = hold)]
    pub held: Vec<(Date, Option<Date>)>,
    /// A further answer, by the name of its question
    #[arg(long, value_name = "QUESTION=VALUE")]
    pub answer: Vec<String>,
    /// The day for which to plan, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Who reads it
    #[arg(long = "for", value_enum, default_value_t = Reader::Clinician)]
    pub reader: Reader,
    /// How to print it
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub format: PageFormat,
    #[command(flatten)]
    pub language: Language,
    /// Write the tests as a calendar (RFC 5545) to this file
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
    /// Largest file that is read, in MB
    #[arg(long, value_name = "MB", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=2000))]
    pub max_size: u64,
}

fn setting(text: &str) -> Result<Setting, String> {
    her2::setting_named(text).ok_or_else(|| "a setting is `early` or `metastatic`".to_owned())
}

fn reading(text: &str) -> Result<(Date, Decimal), String> {
    let wrong = || "a value is written DATE=PERCENT, for example 2026-04-01=55".to_owned();
    let (date, percent) = text.split_once('=').ok_or_else(wrong)?;
    let percent = percent.trim_end_matches('%');
    Ok((day(date)?, percent.parse().map_err(|_| wrong())?))
}

fn hold(text: &str) -> Result<(Date, Option<Date>), String> {
    match text.split_once("..") {
        Some((from, until)) => Ok((day(from)?, Some(day(until)?))),
        None => Ok((day(text)?, None)),
    }
}
