//! The pages under `prices/`: a list of prices each, for the time in which it was in force.

use super::fact::{Cited, Day, Exact, List, Name, TermOf, check_cites, check_id, text};
use super::walk::{self, File};
use her2_case::Mark;
use her2_pages::compile::{Document, Fault, Faults, Section, Sources, read_head};
use serde::Deserialize;
use std::path::Path;

/// A list of prices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PriceList {
    pub id: Name,
    pub title: String,
    publisher: String,
    from: Day,
    until: Day,
    basis: String,
    mark: TermOf<Mark>,
    cite: Cited,
    example_weight_kg: u8,
    pub checked: Day,
    #[serde(skip)]
    prices: List<Price>,
    #[serde(skip)]
    text: String,
}

#[derive(Debug)]
struct Price {
    hcpcs: String,
    description: String,
    unit: String,
    limit: Exact,
    coinsurance: Option<Exact>,
    note: Option<String>,
}

/// Every list, and what is wrong with them.
#[derive(Default)]
pub struct PricePages {
    /// The lists, by id.
    pub pages: Vec<PriceList>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> PricePages {
    let mut all = PricePages::default();
    for file in walk::files(root, "prices", "md") {
        let mut faults = Faults::of(&file.path);
        let page = prices(&file, sources, &mut faults);
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    all
}

const HEADER: [&str; 6] = [
    "hcpcs",
    "description",
    "unit",
    "limit",
    "coinsurance",
    "note",
];

fn prices(file: &File, sources: &Sources, faults: &mut Faults) -> Option<PriceList> {
    let document = Document::read(&file.text, faults);
    let mut list: PriceList = read_head(&document, faults)?;
    check_id(&document, &list.id, &file.stem, faults);
    check_cites(&document, sources, faults);
    list.text = text(&document);
    if list.until < list.from {
        faults.add(1, "`until` is before `from`");
    }
    let mut tables = document.sections.iter().flat_map(Section::tables);
    let Some(table) = tables.find(|table| table.header == HEADER) else {
        let header = HEADER.join(" | ");
        faults.add(1, format!("no table with the columns `{header}`"));
        return None;
    };
    for (line, cells) in &table.rows {
        match price(cells) {
            Ok(price) if list.prices.0.iter().any(|other| other.hcpcs == price.hcpcs) => {
                let code = price.hcpcs;
                faults.add(*line, format!("`{code}` stands twice"));
            }
            Ok(price) => list.prices.0.push(price),
            Err(why) => faults.add(*line, why),
        }
    }
    Some(list)
}

fn price(cells: &[String]) -> Result<Price, String> {
    let number = |cell: &String| {
        let plain = cell.trim_start_matches('$').replace(',', "");
        let wrong = |_| format!("`{cell}` is no price: a decimal number of dollars");
        plain.parse().map(Exact).map_err(wrong)
    };
    let words = |cell: &String| Some(cell.clone()).filter(|words| words != "-");
    Ok(Price {
        hcpcs: cells[0].clone(),
        description: cells[1].clone(),
        unit: cells[2].clone(),
        limit: number(&cells[3])?,
        coinsurance: words(&cells[4]).as_ref().map(number).transpose()?,
        note: words(&cells[5]),
    })
}
