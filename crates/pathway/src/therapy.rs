//! Care: which options the labels and the guidelines list for a situation, requirement by requirement.
//!
//! No option is ever a default: without a HER2 result for which medicines against HER2 are listed, none of them appears.

mod given;
mod heart;
mod prior;
mod since;
mod situation;

pub use given::Her2Given;
pub use heart::drop_below;
pub use situation::{KnownFact, Situation};
