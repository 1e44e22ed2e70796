//! What was read from a record, before anything is decided.

mod json;
mod patient;
mod shapes;
mod text;

pub use json::read_json;
pub use patient::{read_around, read_patient_json};
pub use text::read_text;
pub(crate) use text::shown;
