//! The medicines: a table of all, and a page of one.

pub(crate) mod cost;
mod data;
mod entry;
mod knowledge;
mod labels;
mod one;
mod said;
mod table;
#[cfg(test)]
mod tests;

use crate::page::Page;
use crate::words::Words;
use her2_case::{Decimal, Her2Category, Listing, Mark, Setting};
use her2_knowledge::{Drug, drugs, medicine_named, medicine_names};
use jiff::civil::Date;
pub(crate) use labels::{LabelRow, rows as label_rows};

/// What is asked of the medicines.
#[derive(Clone, Copy, Debug)]
pub struct DrugsAsked {
    /// The day on which labels and prices are looked at.
    pub as_of: Date,
    /// Only this setting.
    pub setting: Option<Setting>,
    /// Only what is labelled for this result.
    pub her2: Option<Her2Category>,
    /// The weight for doses by weight; that of the price list's example if none is given.
    pub weight: Option<Decimal>,
    /// Only statements that were read in their source.
    pub verified_only: bool,
}

impl DrugsAsked {
    /// Everything, on that day.
    pub fn on(as_of: Date) -> Self {
        Self {
            as_of,
            setting: None,
            her2: None,
            weight: None,
            verified_only: false,
        }
    }

    fn fits(&self, row: &LabelRow) -> bool {
        let setting = self.setting.is_none() || row.setting == self.setting;
        let category = self.her2;
        let category = category
            .is_none_or(|category| row.categories.is_empty() || row.categories.contains(category));
        setting && category && self.shows(row.mark) && row.listing != Listing::AdvisedAgainst
    }

    fn shows(&self, mark: Mark) -> bool {
        !self.verified_only || mark == Mark::Checked
    }

    fn is_filtered(&self) -> bool {
        self.setting.is_some() || self.her2.is_some()
    }
}

pub(crate) use data::price as price_json;
pub(crate) use said::{Said, sentences};
pub(crate) use table::basis as cost_basis;

/// That there is no figure of cost for a medicine.
pub(crate) fn no_cost(drug: &'static Drug, asked: &DrugsAsked, words: &'static Words) -> Said {
    entry::Entry { drug, asked, words }.no_cost()
}

/// The medicine of a name: its international name, brand, abbreviation or billing code; otherwise the nearest name.
pub fn find_drug(name: &str) -> Result<&'static Drug, Option<&'static str>> {
    let wanted = name.trim().to_lowercase();
    let by_code = || {
        drugs().iter().find(|drug| {
            let codes = knowledge::billing_codes(drug);
            codes.iter().any(|code| code.eq_ignore_ascii_case(&wanted))
        })
    };
    let found = her2_knowledge::drug(&wanted)
        .or_else(|| medicine_named(&wanted).and_then(|medicine| medicine.drug))
        .or_else(by_code);
    found.ok_or_else(|| {
        let paged = medicine_names()
            .filter(|name| medicine_named(name).is_some_and(|medicine| medicine.drug.is_some()));
        her2_pages::nearest(&wanted, paged)
    })
}

/// The medicines that fit what is asked: with a row in force for it where something is asked, else all.
fn asked_for(asked: &DrugsAsked) -> Vec<&'static Drug> {
    let fits = |drug: &&'static Drug| {
        !asked.is_filtered()
            || labels::rows(drug, asked)
                .iter()
                .any(|row| row.row.in_force_on(asked.as_of))
    };
    let mut found: Vec<&'static Drug> = drugs().iter().filter(fits).collect();
    found.sort_by_key(|drug| (!drug.breast, drug.class, drug.reference.is_some(), drug.id));
    found
}

/// The table of the medicines, in the words of a language; nothing if there are none of it.
pub fn drugs_page(asked: &DrugsAsked, lang: &str) -> Option<Page> {
    Some(table::page(&asked_for(asked), asked, Words::of(lang)?))
}

/// The page of one medicine; nothing if there are no words of this language.
pub fn drug_page(drug: &'static Drug, asked: &DrugsAsked, lang: &str) -> Option<Page> {
    Some(one::page(drug, asked, Words::of(lang)?))
}

/// Medicines as one JSON object on one line: all that fit, or this one.
pub fn drugs_json(one: Option<&'static Drug>, asked: &DrugsAsked, lang: &str) -> Option<String> {
    let drugs = one.map_or_else(|| asked_for(asked), |drug| vec![drug]);
    Some(data::json(&drugs, asked, Words::of(lang)?))
}

/// Medicines as CSV, a row each; beside every column its source, the source's date and how sure it is.
pub fn drugs_csv(one: Option<&'static Drug>, asked: &DrugsAsked, lang: &str) -> Option<String> {
    let drugs = one.map_or_else(|| asked_for(asked), |drug| vec![drug]);
    Some(data::csv(&drugs, asked, Words::of(lang)?))
}
