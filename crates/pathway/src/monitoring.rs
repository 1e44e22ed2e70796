//! Monitoring: what is watched under these medicines and when, and what the measured heart asks for today, medicine by medicine.
//!
//! What a label asks for and what a guideline asks for stand side by side and are never merged. What nobody has verified is shown and
//! nothing follows from it.

mod combined;
mod heart;
mod measured;
mod medicine;
mod overdue;
mod plan;
mod schedule;
mod series;

pub use combined::{Combined, Strictness};
pub use heart::{Derived, DoseRule, HeartFailure, HeartRule, OnHold, Start};
pub use measured::{LowerLimit, Measured, Reading};
pub use medicine::{Medicine, Window};
pub use overdue::Overdue;
pub use plan::{Hold, MedicinePlan, MonitoringPlan, Request, plan};
pub use schedule::{Appointment, Item};
pub use series::{Every, Series};
