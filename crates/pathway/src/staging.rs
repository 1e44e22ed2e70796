//! Stage: the categories as a record states them, and the anatomic group that they give. A prognostic stage is only ever stated.

mod licensed;
mod tnm;

pub use licensed::{LicensedStage, StageTable, StageTableFault};
pub use tnm::{AfterTreatment, after_treatment, m_category, n_category, t_category};

use crate::therapy::Situation;
use her2_case::{MCategory, NCategory, Question, StageGroup, TCategory, Term};
use her2_knowledge::tables_data;
use her2_pages::{Finding, Table};
use std::sync::LazyLock;

/// The page of anatomic groups, if there is one.
static GROUPS: LazyLock<Option<&'static Table<StageGroup>>> = LazyLock::new(|| {
    let mut tables = tables_data().map(|(table, _)| table);
    let page = tables.find(|table| table.question() == StageGroup::QUESTION)?;
    her2_knowledge::table(page.page())
});

/// The anatomic group of the categories that are known, with its row; nothing if none is known.
///
/// While a category is missing, every group that is still possible is left.
pub fn anatomic(known: &Situation) -> Option<Finding<StageGroup>> {
    let of_any = known.terms::<TCategory>().is_some()
        || known.terms::<NCategory>().is_some()
        || known.term::<MCategory>() == Some(MCategory::M1);
    let page = (*GROUPS).filter(|_| of_any)?;
    Some(page.decide(known.asked()))
}

/// The questions by which the group is found.
pub const CATEGORIES: [Question; 3] = [
    Question::TCategory,
    Question::NCategory,
    Question::MCategory,
];
