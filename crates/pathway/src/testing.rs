//! The HER2 status of a specimen and of a patient, by an edition of the testing guideline.

mod assemble;
mod decision;
mod evidence_ihc;
mod evidence_ish;
mod fill;
mod follow_up;
mod ish_calls;
mod ish_groups;
mod numbers;
mod numbers_agree;
mod of_record;
mod open;
mod patient;
mod signed;
mod trace;

pub use decision::{Her2Decision, decide};
pub(crate) use fill::fit;
pub use of_record::{
    CaseFinding, EditionSource, OwnEdition, SpecimenFinding, of_record, own_reading,
};
pub(crate) use of_record::{completed, joined};
pub use patient::PatientRule;
pub use trace::Trace;
