//! The shapes of the documents. A key that a shape does not have is refused, and every document of every worked case is held against its
//! shape in `tests/schemas.rs`, so that neither can change without the other.

mod cds;
mod check;
mod cited;
mod clinician;
mod decide;
mod drugs;
mod monitor;
mod own;
mod page;
mod plan;
mod read;

pub(crate) use cds::{CdsCards, CdsFeedback, CdsServices};
pub(crate) use check::Diagnostic;
pub(crate) use clinician::{Clinician, Timeline};
pub(crate) use decide::{Decide, DecideInput};
pub(crate) use drugs::Drugs;
pub(crate) use monitor::Monitor;
pub(crate) use own::{Editions, Explain, Health, Monitored, Problem};
pub(crate) use page::Page;
pub(crate) use plan::Plan;
pub(crate) use read::Read;

/// An object with these keys and no others. All of them are there, unless it is `optional` or the key says otherwise.
macro_rules! shape {
    ($(#[$about:meta])* $name:ident = $called:tt { $($(#[$of:meta])* $key:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(schemars::JsonSchema)]
        #[schemars(rename = $called, deny_unknown_fields)]
        #[allow(dead_code, reason = "a shape is read by the macro that makes its schema")]
        pub(crate) struct $name { $($(#[$of])* $key: $kind,)* }
    };
    ($(#[$about:meta])* $name:ident = $called:tt optional { $($(#[$of:meta])* $key:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(schemars::JsonSchema)]
        #[schemars(rename = $called, deny_unknown_fields)]
        #[allow(dead_code, reason = "a shape is read by the macro that makes its schema")]
        pub(crate) struct $name {
            $($(#[$of])* #[schemars(skip_serializing_if = "Option::is_none")] $key: $kind,)*
        }
    };
}
use shape;
