//! The pages that compare a patient's samples over time.

use crate::tables;
use her2_case::{CurrentRule, Discordance, LowOverTime, Retest, RetestStanding};
use her2_pages::Table;

/// The pages that compare a patient's samples over time. They are the same for every edition.
pub struct OverTimePages {
    /// Which sample gives the current result.
    pub current: &'static Table<CurrentRule>,
    /// When two results contradict each other.
    pub discordance: &'static Table<Discordance>,
    /// Whether a metastasis has to be tested.
    pub metastasis_tested: &'static Table<Retest>,
    /// What became of the advice to test again.
    pub retest_standing: &'static Table<RetestStanding>,
    /// Low and ultralow from sample to sample.
    pub low: &'static Table<LowOverTime>,
}

/// The pages that compare a patient's samples over time.
pub fn over_time() -> &'static OverTimePages {
    &PAGES
}

static PAGES: OverTimePages = OverTimePages {
    current: &tables::PROJECT_CURRENT_SAMPLE,
    discordance: &tables::PROJECT_DISCORDANCE,
    metastasis_tested: &tables::PROJECT_METASTASIS_TESTED,
    retest_standing: &tables::PROJECT_RETEST_STANDING,
    low: &tables::PROJECT_LOW_OVER_TIME,
};
