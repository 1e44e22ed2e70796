//! A record with its findings, and the documents written from them.

use crate::{Checked, Reading};
use her2_pathway::testing::CaseFinding;

/// A record with its findings.
pub struct Decided<'a> {
    reading: &'a Reading<'a>,
    finding: CaseFinding,
}

impl<'a> Decided<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>, finding: CaseFinding) -> Self {
        Self { reading, finding }
    }

    /// The findings.
    pub fn finding(&self) -> &CaseFinding {
        &self.finding
    }

    /// The page for the patient, for a terminal of this width.
    pub fn patient_text(&self, _lang: &str, _width: usize, _color: bool) -> String {
        String::new()
    }

    /// The page for the patient, self-contained.
    pub fn patient_html(&self, _lang: &str) -> String {
        String::new()
    }

    /// The page for the patient as one JSON object on one line.
    pub fn patient_json(&self, _lang: &str) -> String {
        String::new()
    }

    /// The summary for a clinician, for a terminal of this width.
    pub fn clinician_text(&self, _lang: &str, _width: usize, _color: bool) -> String {
        String::new()
    }

    /// The summary for a clinician, self-contained.
    pub fn clinician_html(&self, _lang: &str) -> String {
        String::new()
    }

    /// The summary for a clinician as one JSON object on one line.
    pub fn clinician_json(&self, _lang: &str) -> String {
        String::new()
    }

    /// What a reviewer of the report would underline.
    pub fn check(&self) -> Checked<'_> {
        Checked::new(self.reading, &self.finding)
    }
}
