//! An option of a plan.

use super::plan::Plan;
use super::row::PlanRow;
use her2_knowledge::Regimen;
use her2_pages::Standing;
use std::fmt;

/// An option, as it stands in a plan.
///
/// Only a plan has options, so that there is none without a row that lists it:
///
/// ```compile_fail,E0451
/// # use her2_pathway::therapy::PlanItem;
/// fn invent(honest: PlanItem<'_>) -> PlanItem<'_> {
///     PlanItem { option: 0, ..honest }
/// }
/// ```
///
/// ```compile_fail,E0277
/// let invented: her2_pathway::therapy::PlanItem<'_> = Default::default();
/// ```
#[derive(Clone, Copy)]
pub struct PlanItem<'a> {
    pub(super) plan: &'a Plan,
    pub(super) option: usize,
}

impl<'a> PlanItem<'a> {
    /// What it is.
    pub fn regimen(self) -> &'static Regimen {
        self.plan.index.options[self.option].regimen
    }

    /// How it stands: as the best of the rows that list it.
    pub fn standing(self) -> Standing {
        self.plan.standings[self.option].unwrap_or(Standing::Closed)
    }

    /// The rows that list it, the best standing first; among equals by listing, then by page.
    pub fn rows(self) -> impl Iterator<Item = PlanRow<'a>> {
        self.sorted(&self.plan.index.options[self.option].listed)
    }

    /// The rows that speak against it and hold or may hold.
    pub fn cautions(self) -> impl Iterator<Item = PlanRow<'a>> {
        self.sorted(&self.plan.index.options[self.option].against)
            .filter(|row| row.standing() != Standing::Closed)
    }

    fn sorted(self, rows: &'static [(usize, u128)]) -> impl Iterator<Item = PlanRow<'a>> {
        let plan = self.plan;
        let mut found: Vec<PlanRow<'a>> = Vec::new();
        for &(table, rows) in rows {
            let bits = (0..u128::BITS as usize).filter(|row| rows & 1 << row != 0);
            found.extend(bits.map(|row| PlanRow { plan, table, row }));
        }
        found.sort_by_key(|row| (row.standing(), row.listing(), row.page(), row.row().line()));
        found.into_iter()
    }

    /// How few requirements stand between the situation and a row that lists it; none unless it is closed.
    pub fn misses(self) -> usize {
        if self.standing() != Standing::Closed {
            return 0;
        }
        self.rows().map(PlanRow::misses).min().unwrap_or(0)
    }
}

impl fmt::Debug for PlanItem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlanItem({})", self.regimen().id)
    }
}
