//! What the server itself says, and what is one of two documents.

use super::cited::KnowledgeVersion;
use super::clinician::Clinician;
use super::monitor::Monitor;
use super::page::Page;
use super::shape;
use schemars::JsonSchema;

shape! {
    /// What went wrong (RFC 9457).
    Problem = "problem" {
        /// `about:blank`: the title tells the kind.
        r#type: String,
        /// What happened, a stable short sentence.
        title: String,
        /// The HTTP status.
        status: u16,
        /// Where, and what to do about it.
        detail: String,
        /// Names of what is asked ahead and is not there.
        #[schemars(skip_serializing_if = "Option::is_none")]
        missing: Option<Vec<String>>,
    }
}

shape! {
    /// Whether the program answers.
    Health = "health" {
        status: String,
        version: String,
        knowledge: String,
    }
}

shape! {
    /// Names that can be asked for.
    Editions = "editions" {
        editions: Vec<String>,
        languages: Vec<String>,
        topics: Vec<String>,
        knowledge: KnowledgeVersion,
    }
}

/// The page for the patient, or the findings for a clinician.
#[derive(JsonSchema)]
#[schemars(rename = "explain", untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Explain {
    Patient(Box<Page>),
    Clinician(Box<Clinician>),
}

/// The page for the patient, or the plan for a clinician.
#[derive(JsonSchema)]
#[schemars(rename = "monitored", untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Monitored {
    Patient(Box<Page>),
    Clinician(Box<Monitor>),
}
