//! Everything clinical that the project knows, compiled from the pages of this folder and checked while it is compiled.
//!
//! There is no clinical line in this source: it only gives access to the pages.

mod diagnostic;
mod edition;
pub mod lexicon;
mod page;
pub mod reading;
mod testing;

pub use diagnostic::{Diagnostic, diagnostic, diagnostics};
pub use edition::{Affirmation, EditionInfo, EditionStatus, edition, edition_on, editions};
pub use page::{PageInfo, PageKind, choices, pages, stale, table, tables_data, version};
pub use testing::{IshReading, TestingPages, testing, testing_editions};

/// One static for each page, named by its id: `edition/question` is `EDITION_QUESTION`.
#[rustfmt::skip]
pub mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

mod registry {
    use crate::diagnostic::Diagnostic;
    use crate::edition::{EditionInfo, EditionStatus};
    use crate::page::{Entry, PageInfo, PageKind};
    use crate::tables;
    use jiff::civil::date;

    include!(concat!(env!("OUT_DIR"), "/registry.rs"));
}

/// The Fluent files of a language, name and text; none if the language is not there.
pub fn language(name: &str) -> &'static [(&'static str, &'static str)] {
    let mut languages = LANGUAGES.iter();
    languages
        .find(|(language, _)| *language == name)
        .map_or(&[], |(_, files)| files)
}

/// The languages there are.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(language, _)| *language)
}

type Files = &'static [(&'static str, &'static str)];

static LANGUAGES: &[(&str, Files)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));
