//! Sources: what may be cited besides the editions of guidelines.

use crate::registry;
use her2_case::Mark;
use jiff::civil::Date;

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The label of a product.
    Label,
    /// A notice of an authority.
    Notice,
    /// A publication.
    Publication,
    /// A registry or a database of an authority.
    Registry,
    /// A file of prices.
    PriceFile,
    /// Something that reports what another source says.
    Secondary,
    /// A guideline whose own pages are not part of this project.
    Guideline,
}

/// A source.
#[derive(Debug)]
pub struct Source {
    /// Its name.
    pub id: &'static str,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its date, if it has one.
    pub date: Option<Date>,
    /// Its DOIs.
    pub doi: &'static [&'static str],
    /// Its PubMed numbers.
    pub pmid: &'static [&'static str],
    /// Other places where it stands.
    pub links: &'static [&'static str],
    /// How sure this project is of it: whether it was read, or is known by name.
    pub mark: Mark,
    /// When somebody last compared the page with the source.
    pub checked: Date,
    /// Each place that may be cited, with what it stands for.
    pub anchors: &'static [(&'static str, &'static str)],
}

/// Every source, by name.
pub fn sources() -> &'static [Source] {
    registry::SOURCES
}

/// The source of that name.
pub fn source(id: &str) -> Option<&'static Source> {
    let at = sources().binary_search_by(|source| source.id.cmp(id));
    at.ok().map(|at| &sources()[at])
}
