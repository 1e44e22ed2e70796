//! What is checked before the first dose.

use super::PlanCase;
use crate::page::Section;
use crate::writer::Writer;

pub(super) fn section(_told: &PlanCase<'_>, _writer: &mut Writer<'_>) -> Option<Section> {
    None
}
