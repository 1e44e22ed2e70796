//! Care: which options the labels and the guidelines list for a situation, requirement by requirement.
//!
//! No option is ever a default: without a HER2 result for which medicines against HER2 are listed, none of them appears.

mod asks;
mod checks;
mod given;
mod heart;
mod index;
mod item;
mod plan;
mod prior;
mod row;
#[cfg(test)]
mod shuffled;
mod since;
mod situation;

pub use asks::Ask;
pub use checks::{Check, CheckKind, measured_before};
pub use given::Her2Given;
pub use heart::drop_below;
pub use item::PlanItem;
pub use plan::{Plan, plan};
pub use row::{Force, PlanRow};
pub use situation::{Contradiction, KnownFact, Situation};
