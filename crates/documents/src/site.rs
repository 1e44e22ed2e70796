//! The pages of the web site: documents inside one frame, and the forms that ask for them.
//!
//! Nothing is decided here and nothing is kept. A record travels in hidden fields of the page that shows it, in the bodies of posts alone.

mod about;
mod clinician;
mod fold;
mod form;
mod frame;
mod general;
mod home;
mod numbers;
mod patient;
mod persons;
mod report;
mod trouble;
mod watch;

pub use clinician::{Asked, ClinicianView, Part, clinician};
pub use frame::Frame;
pub use general::{document, learn, medicines, not_found, packet, topic};
pub use home::{Example, home};
pub use numbers::{Field, NumbersForm, numbers};
pub use patient::{PatientView, patient};
pub use persons::{Person, persons};
pub use report::{Marked, Underlined};
pub use trouble::{Told, Trouble};
pub use watch::{Measured, WatchForm};

pub use about::about;

/// The style sheet of every page.
pub const STYLE: &str = include_str!("site/page.css");
/// The script that makes some things easier. Every page works without it.
pub const SCRIPT: &str = include_str!("site/page.js");
