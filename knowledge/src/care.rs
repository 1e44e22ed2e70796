//! Tables of options: what labels and guidelines list for a situation.

use crate::{Drug, EditionInfo, Evidence, Regimen, all_evidence, regimens, registry};
use her2_case::Listing;
use her2_pages::Choices;

/// A table of options: one of a label, or a care page of an edition.
#[derive(Debug)]
pub struct CareTable {
    /// The id of the page.
    pub page: &'static str,
    /// The edition in whose folder it stands.
    pub edition: Option<&'static EditionInfo>,
    /// The medicine whose label it is.
    pub drug: Option<&'static Drug>,
    /// The table.
    pub choices: &'static Choices<Listing>,
    pub(crate) regimens: &'static [u16],
    pub(crate) evidence: &'static [&'static [u16]],
}

impl CareTable {
    /// The regimen that the row at that position lists.
    pub fn regimen(&self, row: usize) -> &'static Regimen {
        &regimens()[self.regimen_position(row)]
    }

    /// Its position among [`regimens`].
    #[inline]
    pub fn regimen_position(&self, row: usize) -> usize {
        usize::from(self.regimens[row])
    }

    /// The trials on which the row at that position rests.
    pub fn evidence(&self, row: usize) -> impl Iterator<Item = &'static Evidence> + use<> {
        self.evidence[row]
            .iter()
            .map(|at| &all_evidence()[usize::from(*at)])
    }
}

/// Every table of options, by page.
pub fn care_tables() -> &'static [CareTable] {
    registry::CARE
}

/// The table of options of that page.
pub fn care_table(page: &str) -> Option<&'static CareTable> {
    let at = care_tables().binary_search_by(|table| table.page.cmp(page));
    at.ok().map(|at| &care_tables()[at])
}
