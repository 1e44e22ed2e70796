//! Prognostic scores, for research and for clinicians only: formulas whose every number comes from a page.
//!
//! Nothing here chooses a treatment, and nothing here is asked by the plan of care. A score is given only where every number it needs is
//! known and the person is one for whom it was made; otherwise it says what is missing, or why it is not given.
//!
//! These are the only floats of the pathway: hazards and powers have no exact decimals. What is compared with a bound is exact
//! wherever the formula allows it; only the index of residual disease holds an irrational power, and it is classed unrounded.

mod cps_eg;
mod cts5;
mod exact;
mod npi;
mod of_situation;
mod predict;
mod rcb;
mod reader;
mod refusal;

pub use cps_eg::{CpsEg, CpsEgInputs, NuclearPoint, cps_eg};
pub use cts5::{Cts5, Cts5Inputs, cts5};
pub use exact::Exact;
pub use npi::{Npi, NpiInputs, npi};
pub use of_situation::{Added, Outcome, Prognosis, Scored, Stacks, Step};
pub use predict::{
    Generation, Hormone, Nodes, PredictInputs, Survival, Treatment, YEARS, survival,
};
pub use rcb::{Rcb, RcbInputs, rcb};
pub use refusal::Refusal;
