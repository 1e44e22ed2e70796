//! Prices: what a payer pays for a unit, for a time.

use crate::registry;
use her2_case::{Decimal, Mark};
use her2_pages::Citation;
use jiff::civil::Date;

/// A list of prices.
#[derive(Debug)]
pub struct PriceList {
    /// Its name.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// The first day on which it was in force.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// What the figures are.
    pub basis: &'static str,
    /// How sure this project is of them.
    pub mark: Mark,
    /// Their source.
    pub cite: Citation,
    /// The weight of the example, in kg.
    pub example_weight_kg: u8,
    /// When somebody last compared the page with its source.
    pub checked: Date,
    /// The prices.
    pub prices: &'static [Price],
    /// What the page says in prose: what the figures are not.
    pub text: &'static str,
}

/// A price.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    /// The code.
    pub hcpcs: &'static str,
    /// What it stands for.
    pub description: &'static str,
    /// The unit, for example `10 mg`.
    pub unit: &'static str,
    /// The limit for a unit, in dollars.
    pub limit: Decimal,
    /// The part of it that a patient may owe, in per cent or dollars as the note of the page says.
    pub coinsurance: Option<Decimal>,
    /// What should be known with it.
    pub note: Option<&'static str>,
}

/// Every list.
pub fn price_lists() -> &'static [PriceList] {
    registry::PRICE_LISTS
}

/// The newest list that had begun on that day. It may have ended since: look at its last day.
pub fn price_list_on(day: Date) -> Option<&'static PriceList> {
    let begun = price_lists().iter().filter(|list| list.from <= day);
    begun.max_by_key(|list| list.from)
}

impl PriceList {
    /// The price of a code.
    pub fn price(&self, hcpcs: &str) -> Option<&'static Price> {
        self.prices.iter().find(|price| price.hcpcs == hcpcs)
    }

    /// Whether it is in force on that day.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}
