//! Plans of care, from what is known of a situation to what every label and guideline lists for it.

#[path = "../../../crates/pathway/tests/given/situations.rs"]
mod given;

use her2_case::CareCase;
use her2_pathway::therapy::{Her2Given, Plan, plan};
use std::hint::black_box;

/// Situations as they come.
pub fn situations() -> Vec<CareCase> {
    given::situations()
}

fn made(case: &CareCase) -> Plan {
    plan(Her2Given::of_answers(case), case, given::TODAY)
}

/// Every option weighed against every row.
pub fn weigh(case: &CareCase) {
    black_box(made(case));
}

/// The same with what to ask.
pub fn weigh_and_ask(case: &CareCase) {
    black_box(made(case).asks());
}
