//! What the services of CDS Hooks 2.0 list, answer, and are told.

use super::shape;
use schemars::JsonSchema;
use std::collections::BTreeMap;

shape! {
    /// The services there are.
    CdsServices = "cds-services" {
        services: Vec<CdsService>,
    }
}

shape! {
    CdsService = "cds-service" {
        hook: String,
        title: String,
        description: String,
        id: String,
        /// Queries by the names of their answers.
        prefetch: BTreeMap<String, String>,
        #[schemars(rename = "usageRequirements")]
        usage_requirements: String,
    }
}

shape! {
    /// What is shown beside a patient or an order.
    CdsCards = "cds-cards" {
        cards: Vec<CdsCard>,
    }
}

shape! {
    CdsCard = "cds-card" {
        uuid: String,
        /// At most 140 letters.
        #[schemars(length(max = 140))]
        summary: String,
        /// Markdown.
        detail: String,
        indicator: CdsIndicator,
        source: CdsSource,
        #[schemars(rename = "overrideReasons", skip_serializing_if = "Option::is_none")]
        override_reasons: Option<Vec<CdsCoding>>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        links: Option<Vec<CdsLink>>,
    }
}

/// How much it matters.
#[derive(JsonSchema)]
#[schemars(rename = "cds-indicator", rename_all = "lowercase")]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum CdsIndicator {
    Info,
    Warning,
    Critical,
}

shape! {
    CdsSource = "cds-source" {
        label: String,
        #[schemars(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        topic: CdsCoding,
    }
}

shape! {
    CdsCoding = "cds-coding" {
        system: String,
        code: String,
        display: String,
    }
}

shape! {
    CdsLink = "cds-link" {
        label: String,
        url: String,
        r#type: String,
    }
}

/// What became of cards. What is not read may stand there, too.
#[derive(JsonSchema)]
#[schemars(rename = "cds-feedback")]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) struct CdsFeedback {
    #[schemars(length(min = 1, max = 100))]
    feedback: Vec<CdsOutcome>,
}

/// What became of one.
#[derive(JsonSchema)]
#[schemars(rename = "cds-outcome")]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) struct CdsOutcome {
    /// Its `uuid`.
    #[schemars(regex(pattern = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"))]
    card: String,
    /// `accepted` or `overridden`.
    #[schemars(regex(pattern = "^(accepted|overridden)$"))]
    outcome: String,
    #[schemars(rename = "outcomeTimestamp")]
    at: String,
}
