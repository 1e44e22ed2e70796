//! The pages of the map of the way through care.

use crate::tables;
use her2_case::{PathwayBeside, PathwayStep, StepStanding};
use her2_pages::Table;

/// The pages of the map of the way through care.
pub struct WayPages {
    /// The step somebody has reached.
    pub step: &'static Table<PathwayStep>,
    /// What stands beside it.
    pub beside: &'static Table<PathwayBeside>,
    /// How each step stands to a result and a setting.
    pub standing: &'static Table<StepStanding>,
}

/// The pages of the map of the way through care.
pub fn way_pages() -> &'static WayPages {
    &PAGES
}

static PAGES: WayPages = WayPages {
    step: &tables::PROJECT_PATHWAY_STEP,
    beside: &tables::PROJECT_PATHWAY_BESIDE,
    standing: &tables::PROJECT_STEP_STANDING,
};
