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
