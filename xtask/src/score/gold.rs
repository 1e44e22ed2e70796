//! The labels of a report, as their file writes them.

use serde::Deserialize;
use serde_json::Value;

/// What careful readers found in one report.
#[derive(Deserialize)]
pub struct Gold {
    /// The report's file.
    pub file: String,
    /// Every HER2 result it asserts.
    pub her2: Vec<GoldHer2>,
    /// The statuses counted as right.
    pub her2_final_accept: Vec<String>,
    /// Oestrogen receptor.
    pub er: GoldReceptor,
    /// Progesterone receptor.
    pub pr: GoldReceptor,
    /// Ki-67 as printed.
    pub ki67: Option<Value>,
    /// Overall grade.
    pub grade: Option<Value>,
    /// Histological type.
    pub histology: Option<String>,
    /// Largest invasive tumour.
    pub size_mm: Option<Value>,
    /// Nodes with cancer.
    pub nodes_positive: Option<Value>,
    /// Nodes examined.
    pub nodes_examined: Option<Value>,
    /// T category.
    #[serde(rename = "pT")]
    pub t: Option<String>,
    /// N category.
    #[serde(rename = "pN")]
    pub n: Option<String>,
    /// M category.
    #[serde(rename = "pM")]
    pub m: Option<String>,
    /// Side.
    pub laterality: Option<String>,
    /// More than one invasive tumour.
    pub multiple_tumors: Option<bool>,
}

/// One labelled HER2 result.
#[derive(Deserialize)]
pub struct GoldHer2 {
    /// The test.
    pub assay: String,
    /// The score.
    pub score: Option<String>,
    /// The ratio.
    pub ratio: Option<Value>,
    /// HER2 copies.
    pub her2_copies: Option<Value>,
    /// The signed word.
    pub word: Option<String>,
}

/// A labelled receptor.
#[derive(Deserialize)]
pub struct GoldReceptor {
    /// The status.
    pub status: String,
    /// The percentage as printed.
    pub percent: Option<Value>,
}
