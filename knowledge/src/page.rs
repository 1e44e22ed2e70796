//! Pages: what there is, and the tables compiled from it.

use crate::registry;
use her2_case::Term;
use her2_pages::{Choices, Citation, Table, TableData};
use jiff::ToSpan;
use jiff::civil::Date;
use std::any::Any;

/// What kind of page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// What a source is and when it was in force.
    Edition,
    /// A question of an edition.
    Question,
    /// A diagnostic of the report checker.
    Diagnostic,
    /// What may be cited besides editions.
    Source,
    /// A trial.
    Evidence,
    /// A medicine.
    Drug,
    /// What the label of a medicine lists for a setting.
    Label,
    /// Medicines without a page of their own.
    Partners,
    /// What is given together.
    Regimen,
    /// A list of prices.
    PriceList,
    /// A prognostic score.
    Score,
    /// What a newcomer may want to learn.
    Topic,
    /// What codes are read as.
    Codes,
}

/// A page, as a list of pages needs it.
#[derive(Debug)]
pub struct PageInfo {
    /// The id: folder and file.
    pub id: &'static str,
    /// The title.
    pub title: &'static str,
    /// What kind of page it is.
    pub kind: PageKind,
    /// When somebody last compared it with its source.
    pub checked: Date,
    /// Its source; an edition is a source itself.
    pub cite: Option<Citation>,
}

/// A compiled table, by its page.
pub(crate) struct Entry {
    pub(crate) id: &'static str,
    pub(crate) data: &'static TableData,
    pub(crate) table: &'static (dyn Any + Send + Sync),
    pub(crate) choices: bool,
}

fn entry(id: &str) -> Option<&'static Entry> {
    let at = registry::TABLES.binary_search_by(|entry| entry.id.cmp(id));
    at.ok().map(|at| &registry::TABLES[at])
}

/// The table of that page, if it answers with terms of `A`, one row for every combination.
pub fn table<A: Term>(id: &str) -> Option<&'static Table<A>> {
    entry(id)?.table.downcast_ref()
}

/// The options of that page, if they are terms of `A`.
pub fn choices<A: Term>(id: &str) -> Option<&'static Choices<A>> {
    entry(id)?.table.downcast_ref()
}

/// Every compiled table, whatever it answers, by page. Options are told apart by `true`.
pub fn tables_data() -> impl Iterator<Item = (&'static TableData, bool)> {
    let tables = registry::TABLES.iter();
    tables.map(|entry| (entry.data, entry.choices))
}

/// Every page.
pub fn pages() -> &'static [PageInfo] {
    registry::PAGES
}

/// The pages that on this day nobody has compared with their source for more than twelve months.
pub fn stale(day: Date) -> impl Iterator<Item = &'static PageInfo> {
    let overdue = move |page: &&PageInfo| page.checked.saturating_add(12.months()) < day;
    pages().iter().filter(overdue)
}

/// A name for the knowledge as it is compiled in: it changes when any page changes.
pub fn version() -> &'static str {
    registry::VERSION
}
