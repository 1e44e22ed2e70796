//! `decide`: structured results in, findings out.

use super::shape;
use schemars::JsonSchema;
use serde_json::Value;

/// A decimal: text, or a number that is read from its literal digits.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Number {
    Text(String),
    Number(f64),
}

shape! {
    /// One specimen's HER2 results. A key that is not known is refused.
    DecideInput = "decide-input" optional {
        /// Echoed.
        id: Option<Value>,
        /// The newest edition in force where none is named.
        edition: Option<String>,
        /// True where it is not said.
        invasive: Option<bool>,
        /// `breast` where it is not said.
        site: Option<String>,
        ihc: Option<Ihc>,
        ish: Option<Ish>,
        recount: Option<Recount>,
        adjudicated_group: Option<u8>,
    }
}

shape! {
    /// Immunohistochemistry.
    Ihc = "decide-ihc" optional {
        /// `0`, `0+`, `1+`, `2+`, `3+` or `0/1+`, as signed.
        score: Option<String>,
        stain: Option<String>,
        /// Percent of invasive cells with that staining.
        pct: Option<Number>,
        /// Why the test is invalid.
        rejected: Option<Value>,
    }
}

shape! {
    /// In situ hybridisation. Counts are means per cell, totals are sums over all cells.
    Ish = "decide-ish" optional {
        /// `dual` or `single`.
        assay: Option<String>,
        ratio: Option<Number>,
        her2: Option<Number>,
        cep17: Option<Number>,
        cells: Option<Number>,
        her2_total: Option<Number>,
        cep17_total: Option<Number>,
        her2_cells: Option<Number>,
        cep17_cells: Option<Number>,
        observers: Option<Number>,
        /// True where it is not said.
        same_tissue_as_ihc: Option<bool>,
        /// `amplified`, `not_amplified` or `equivocal`, as signed.
        interpretation: Option<String>,
        /// Why the test is invalid.
        rejected: Option<Value>,
    }
}

shape! {
    /// The count of a second observer.
    Recount = "decide-recount" optional {
        ratio: Option<Number>,
        her2: Option<Number>,
        cep17: Option<Number>,
        cells: Option<Number>,
        her2_total: Option<Number>,
        cep17_total: Option<Number>,
        her2_cells: Option<Number>,
        cep17_cells: Option<Number>,
        blinded: Option<bool>,
        different_observer: Option<bool>,
    }
}

/// A finding; or, on a line that cannot be decided, why.
#[derive(JsonSchema)]
#[schemars(rename = "decide", untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Decide {
    Finding(Box<DecideFinding>),
    Refused(Refused),
}

shape! {
    /// A finding.
    DecideFinding = "decide-finding" {
        /// Echoed.
        id: Value,
        status: String,
        category: String,
        /// 1 to 5, where a group can be formed.
        group: Option<u8>,
        /// What is awaited.
        pending: Option<String>,
        actions: Vec<String>,
        comments: Vec<String>,
        flags: Vec<String>,
        /// Where more than one status is possible, all of them.
        answers: Vec<String>,
        because: Vec<DecideRow>,
    }
}

shape! {
    DecideRow = "decide-row" {
        page: String,
        row: String,
        cite: String,
    }
}

shape! {
    Refused = "decide-refused" {
        error: LineError,
    }
}

shape! {
    /// Why a line cannot be decided. Names keys, never values.
    LineError = "decide-error" {
        line: u64,
        message: String,
    }
}
