//! `her2 drugs`: the medicines, with their labels on a day.

use super::{lang, on};
use crate::args::{DrugsArgs, DrugsFormat, PageFormat, Reader};
use crate::failure::Failure;
use crate::pipeline::Tally;
use crate::written::{self, Style};
use her2::{DrugsAsked, NoMedicine};

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
    let lang = lang(&args.language)?;
    let page = |format| {
        let document = her2::medicines(name, &asked, lang)?;
        Ok(document.map(|document| Style::of_stdout().write(&document, format)))
    };
    let out = match args.format {
        DrugsFormat::Csv => her2::medicines_csv(name, &asked, lang),
        DrugsFormat::Json => her2::medicines_json(name, &asked, lang),
        DrugsFormat::Html => page(PageFormat::Html),
        DrugsFormat::Table => page(PageFormat::Text),
    };
    let out = out.map_err(unknown)?;
    written::print(out.expect("the words of this language are compiled in"))
}
