//! The medicines: all of them, or one.

use crate::Document;
use her2_documents::{DrugsAsked, drug_page, drugs_csv, drugs_json, drugs_page, find_drug};
use her2_knowledge::Drug;
use std::fmt;

/// There is no medicine of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMedicine {
    /// The nearest name there is.
    pub nearest: Option<&'static str>,
}

impl fmt::Display for NoMedicine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no medicine of this name here")?;
        match self.nearest {
            Some(name) => write!(f, "; is `{name}` meant?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for NoMedicine {}

/// The names under which medicines have a page.
pub fn medicine_ids() -> Vec<&'static str> {
    her2_knowledge::drugs().iter().map(|drug| drug.id).collect()
}

/// The table of the medicines that fit, or the page of one. Nothing if there are no words of this language.
///
/// ```
/// let asked = her2::DrugsAsked::on(jiff::civil::date(2026, 11, 22));
/// let all = her2::medicines(None, &asked, "en")?.expect("English is there");
/// assert!(all.text(80, false).contains("as of 2026-11-22"));
/// # Ok::<(), her2::NoMedicine>(())
/// ```
pub fn medicines(
    name: Option<&str>,
    asked: &DrugsAsked,
    lang: &str,
) -> Result<Option<Document>, NoMedicine> {
    let page = match named(name)? {
        Some(drug) => drug_page(drug, asked, lang),
        None => drugs_page(asked, lang),
    };
    Ok(page.map(|page| Document::new(page, None)))
}

/// The same as one JSON object on one line, with the source and the mark of every statement.
pub fn medicines_json(
    name: Option<&str>,
    asked: &DrugsAsked,
    lang: &str,
) -> Result<Option<String>, NoMedicine> {
    Ok(drugs_json(named(name)?, asked, lang))
}

/// The same as CSV: a row a medicine, and beside each column its source, the date of the source, and how sure it is.
pub fn medicines_csv(
    name: Option<&str>,
    asked: &DrugsAsked,
    lang: &str,
) -> Result<Option<String>, NoMedicine> {
    Ok(drugs_csv(named(name)?, asked, lang))
}

/// The medicine of that name, if one is asked for.
fn named(name: Option<&str>) -> Result<Option<&'static Drug>, NoMedicine> {
    let found = name.map(find_drug).transpose();
    found.map_err(|nearest| NoMedicine { nearest })
}
