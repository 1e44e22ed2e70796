//! What was read from a record, before anything is decided.

mod json;
mod shapes;
mod text;

pub use json::read_json;
pub use text::read_text;
pub(crate) use text::shown;
