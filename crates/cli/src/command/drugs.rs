//! `her2 drugs`: the medicines, with their labels on a day.

use super::on;
use crate::args::{DrugsArgs, DrugsFormat, Reader};
use crate::failure::Failure;
use crate::pipeline::Tally;
use crate::screen;
use her2::{DrugsAsked, NoMedicine};
use std::io::{self, Write};

/// Prints the table, or one medicine.
pub fn run(args: &DrugsArgs) -> Result<Tally, Failure> {
    let asked = DrugsAsked {
        as_of: on(args.as_of),
        setting: args.setting.map(Into::into),
        her2: args.her2.map(Into::into),
        weight: args.weight,
        verified_only: args.reader == Reader::Patient,
    };
    let unknown = |none: NoMedicine| Failure::Usage(format!("{none}; `her2 drugs` lists them all"));
    let name = args.name.as_deref();
    let mut out = if args.format == DrugsFormat::Csv {
        her2::medicines_csv(name, &asked, LANG).map_err(unknown)?
    } else if args.format == DrugsFormat::Json {
        her2::medicines_json(name, &asked, LANG).map_err(unknown)?
    } else {
        let document = her2::medicines(name, &asked, LANG).map_err(unknown)?;
        document.map(|document| match args.format {
            DrugsFormat::Html => document.html(),
            _ if screen::shows_ascii_only() => {
                document.text_ascii(screen::width(), screen::stdout_takes_color())
            }
            _ => document.text(screen::width(), screen::stdout_takes_color()),
        })
    }
    .unwrap_or_default();
    if !out.ends_with('\n') {
        out.push('\n');
    }
    let mut stdout = io::stdout().lock();
    stdout.write_all(out.as_bytes())?;
    stdout.flush()?;
    Ok(Tally::default())
}

/// The language in which medicines are told.
const LANG: &str = "en";
