//! What can be odd about the XML of a patient.

use her2_case::Severity;

/// Its name, its weight, and what it is.
pub(super) type Odd = (&'static str, Severity, &'static str);

pub(super) const BROKEN: Odd = (
    "xml-broken",
    Severity::Error,
    "the XML of this patient is not well formed or ends too early; only tumors that are complete were read",
);
pub(super) const DEEP: Odd = (
    "too-deep",
    Severity::Warning,
    "elements are nested far deeper than an abstract needs; what stands in them was passed over",
);
pub(super) const NESTED: Odd = (
    "item-with-elements",
    Severity::Warning,
    "an item holds elements instead of text; it was not read",
);
pub(super) const ENTITY: Odd = (
    "entity-not-expanded",
    Severity::Warning,
    "an item refers to an entity that XML itself does not define; it was not read",
);
pub(super) const MISPLACED: Odd = (
    "item-misplaced",
    Severity::Warning,
    "an item of a tumor stands outside of any tumor; it was not read",
);
pub(super) const NAMES_DIFFER: Odd = (
    "item-names-differ",
    Severity::Warning,
    "an item's id and number are those of different items; it was not read",
);
pub(super) const MANY: Odd = (
    "too-many-tumors",
    Severity::Error,
    "the patient has more tumors than are read",
);
