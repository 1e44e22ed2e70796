//! The shapes of the JSON. Key order is the order of the fields here; keys are never left out, so that a column is a column.

use serde::Serialize;
use std::collections::BTreeMap;

/// First and one past the last byte.
pub(super) type Range = [u32; 2];

#[derive(Serialize)]
pub(super) struct RecordShape<'a> {
    pub record: &'a str,
    pub kind: &'static str,
    pub site: Option<&'static str>,
    pub date: Option<String>,
    pub stated_edition: Option<u16>,
    pub specimens: Vec<SpecimenShape>,
    pub tumor: TumorShape,
    pub preanalytics: PreanalyticsShape,
    pub er: ReceptorShape,
    pub pr: ReceptorShape,
    pub ki67: Option<String>,
    pub her2_status: &'static str,
    pub spans: BTreeMap<&'static str, Range>,
    pub quotes: BTreeMap<&'static str, String>,
    pub remarks: Vec<RemarkShape>,
    pub problems: Vec<ProblemShape>,
}

/// A patient: the values of the record that counts, the specimens of all, and what stands around them.
#[derive(Serialize)]
pub(super) struct PatientShape<'a> {
    #[serde(flatten)]
    pub record: RecordShape<'a>,
    /// What spans are ranges of: the bytes as given, or a text that was unwrapped from them.
    pub text: &'static str,
    pub records: usize,
    pub sources: Vec<&'a str>,
    pub course: CourseShape,
    pub passed_over: Vec<PassedOverShape<'a>>,
}

#[derive(Serialize)]
pub(super) struct PassedOverShape<'a> {
    pub what: &'a str,
    pub count: u32,
}

#[derive(Serialize)]
pub(super) struct CourseShape {
    pub sex: Option<&'static str>,
    pub born: Option<String>,
    pub menopause: Option<&'static str>,
    pub setting: Option<&'static str>,
    pub hr_status: Option<&'static str>,
    pub diagnosed: Option<String>,
    pub recurrence: Option<String>,
    pub therapies: Vec<TherapyShape>,
    pub lvef: Vec<LvefShape>,
}

#[derive(Serialize)]
pub(super) struct TherapyShape {
    pub medicines: Vec<String>,
    pub setting: Option<&'static str>,
    pub timing: Option<&'static str>,
    pub started: Option<String>,
    pub ended: Option<String>,
    pub outcome: &'static str,
    pub span: Option<Range>,
}

#[derive(Serialize)]
pub(super) struct LvefShape {
    pub date: String,
    pub percent: String,
    pub method: Option<&'static str>,
    pub baseline: bool,
    pub span: Option<Range>,
}

#[derive(Serialize)]
pub(super) struct RemarkShape {
    pub remark: &'static str,
    pub span: Option<Range>,
    pub quote: Option<String>,
}

#[derive(Serialize)]
pub(super) struct SpecimenShape {
    pub id: String,
    pub label: Option<String>,
    pub side: Option<&'static str>,
    pub date: Option<String>,
    pub procedure: Option<&'static str>,
    pub her2: Vec<Her2Shape>,
    pub er: ReceptorShape,
    pub pr: ReceptorShape,
    pub ki67: Option<String>,
    /// The name of its source, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Her2Shape {
    pub assay: &'static str,
    pub probe: Option<&'static str>,
    pub score: Option<String>,
    pub percent: Option<String>,
    pub stain: Option<&'static str>,
    pub ratio: Option<String>,
    pub her2_copies: Option<String>,
    pub cep17_copies: Option<String>,
    pub her2_total: Option<String>,
    pub cep17_total: Option<String>,
    pub cells: Option<u32>,
    pub observers: Option<u32>,
    pub group: Option<&'static str>,
    pub word: Option<&'static str>,
    pub claimed_category: Option<&'static str>,
    pub context: &'static str,
    pub superseded: bool,
    pub implied: bool,
    pub tumor: Option<String>,
    pub span: Option<Range>,
    pub quote: Option<String>,
    pub spans: BTreeMap<&'static str, Range>,
}

#[derive(Serialize)]
pub(super) struct ReceptorShape {
    pub status: &'static str,
    pub percent: Option<String>,
    pub allred: Option<u32>,
    pub h_score: Option<u32>,
    pub span: Option<Range>,
    pub quote: Option<String>,
}

#[derive(Serialize)]
pub(super) struct TumorShape {
    pub grade: Option<u8>,
    pub histology: Option<&'static str>,
    pub size_mm: Option<String>,
    pub nodes_positive: Option<u32>,
    pub nodes_examined: Option<u32>,
    #[serde(rename = "pT")]
    pub t: Option<String>,
    #[serde(rename = "pN")]
    pub n: Option<String>,
    #[serde(rename = "pM")]
    pub m: Option<String>,
    pub tnm_prefix: Option<&'static str>,
    pub laterality: Option<&'static str>,
    pub multiple_tumors: Option<bool>,
    pub invasive: Option<bool>,
    pub dcis: Option<&'static str>,
    pub lvi: Option<&'static str>,
    pub margins: Option<&'static str>,
    pub treatment_effect: Option<&'static str>,
    pub metastatic_site: Option<&'static str>,
    pub spans: BTreeMap<&'static str, Range>,
    pub quotes: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
pub(super) struct PreanalyticsShape {
    pub fixation_hours: Option<String>,
    pub ischaemia_minutes: Option<String>,
    pub formalin: Option<bool>,
    pub decalcified: Option<bool>,
    pub spans: BTreeMap<&'static str, Range>,
    pub quotes: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
pub(super) struct ProblemShape {
    pub code: &'static str,
    pub severity: &'static str,
    pub message: String,
    pub span: Option<Range>,
}
