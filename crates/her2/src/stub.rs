//! What has not landed yet.
#![allow(missing_docs, unused_variables, clippy::all)]

use crate::Reading;
use her2_case::{Edition, Her2Result, Record, RecordKind, RecordStatus};
use jiff::civil::Date;

pub fn read(name: &str, bytes: &[u8]) -> Record {
    let _ = Her2Result::empty;
    Record {
        name: name.to_owned(),
        kind: RecordKind::Report,
        site: None,
        date: None,
        stated_edition: None,
        specimens: Vec::new(),
        tumor: Default::default(),
        preanalytics: Default::default(),
        er: None,
        pr: None,
        her2_status: (RecordStatus::NotReported, None),
        problems: Vec::new(),
        remarks: Default::default(),
    }
}
pub fn edition(name: &str) -> Option<Edition> {
    None
}
pub fn editions() -> Vec<&'static str> {
    Vec::new()
}
pub fn languages() -> Vec<&'static str> {
    vec!["en"]
}
#[derive(Default)]
pub struct SarifRun {}
impl SarifRun {
    pub fn join(&mut self, other: Self) {}
    pub fn document(&self) -> String {
        String::new()
    }
}
pub struct Decided;
pub struct Checked;
impl Reading<'_> {
    pub fn is_readable(&self) -> bool {
        true
    }
    pub fn decide(&self, as_of: Date, edition: Option<Edition>) -> Decided {
        Decided
    }
}
impl Decided {
    pub fn patient_text(&self, lang: &str, width: usize, color: bool) -> String {
        String::new()
    }
    pub fn patient_html(&self, lang: &str) -> String {
        String::new()
    }
    pub fn patient_json(&self, lang: &str) -> String {
        String::new()
    }
    pub fn clinician_text(&self, lang: &str, width: usize, color: bool) -> String {
        String::new()
    }
    pub fn clinician_html(&self, lang: &str) -> String {
        String::new()
    }
    pub fn clinician_json(&self, lang: &str) -> String {
        String::new()
    }
    pub fn check(&self) -> Checked {
        Checked
    }
}
impl Checked {
    pub fn found(&self) -> bool {
        false
    }
    pub fn text(&self, width: usize, color: bool) -> String {
        String::new()
    }
    pub fn json(&self) -> String {
        String::new()
    }
    pub fn github(&self) -> String {
        String::new()
    }
    pub fn add_to(&self, run: &mut SarifRun) -> bool {
        false
    }
}
pub fn list_diagnostics(width: usize, color: bool) -> String {
    String::new()
}
pub fn explain_diagnostic(code: &str, width: usize, color: bool) -> Option<String> {
    None
}
