//! `decide`: structured results in, findings out.

use super::shape;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

/// A decimal: text, or a number that is read from its literal digits. At most 12 digits before the point.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Number {
    Text(#[schemars(regex(pattern = r"^[0-9]{1,12}(\.[0-9]{1,64})?$"))] String),
    Number(#[schemars(range(min = 0, max = 999_999_999_999_i64))] f64),
}

/// A part of a hundred, at most all of it: text, or a number.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Percent {
    Text(
        #[schemars(regex(
            pattern = r"^(0{0,9}100(\.0{1,64})?|0{0,10}[0-9]{1,2}(\.[0-9]{1,64})?)$"
        ))]
        String,
    ),
    Number(#[schemars(range(min = 0, max = 100))] f64),
}

/// Of cells or of observers: text, or a number.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Count {
    Text(#[schemars(regex(pattern = r"^[0-9]{1,12}(\.0{1,64})?$"))] String),
    Number(#[schemars(range(min = 0, max = 4_294_967_295_u32))] u32),
}

/// What is echoed.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Id {
    Text(String),
    Number(f64),
}

/// A group by its number, which may be written as text.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(
    dead_code,
    reason = "a shape is read by the macro that makes its schema"
)]
pub(crate) enum Group {
    Text(#[schemars(regex(pattern = "^[1-5]$"))] String),
    Number(#[schemars(range(min = 1, max = 5))] u8),
}

/// The editions there are, or none.
fn editions(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<Value> = her2::editions().into_iter().map(Value::from).collect();
    one_of(names)
}

fn one_of(mut names: Vec<Value>) -> Schema {
    names.push(Value::Null);
    json_schema!({"enum": names})
}

fn scores(_: &mut SchemaGenerator) -> Schema {
    one_of(
        ["0", "0+", "0/1+", "1+", "2+", "3+"]
            .map(Value::from)
            .into(),
    )
}

fn stains(_: &mut SchemaGenerator) -> Schema {
    let names = [
        "none",
        "faint_incomplete",
        "weak_moderate_complete",
        "moderate_intense_incomplete",
        "intense_complete",
    ];
    one_of(names.map(Value::from).into())
}

fn assays(_: &mut SchemaGenerator) -> Schema {
    one_of(["dual", "single"].map(Value::from).into())
}

fn interpretations(_: &mut SchemaGenerator) -> Schema {
    let names = ["amplified", "not_amplified", "equivocal"];
    one_of(names.map(Value::from).into())
}

shape! {
    /// One specimen's HER2 results. A key that is not known is refused.
    DecideInput = "decide-input" optional {
        /// Echoed.
        id: Option<Id>,
        /// The newest edition in force where none is named.
        #[schemars(schema_with = "editions")]
        edition: Option<String>,
        /// True where it is not said.
        invasive: Option<bool>,
        /// `breast` where it is not said.
        site: Option<String>,
        ihc: Option<Ihc>,
        ish: Option<Ish>,
        recount: Option<Recount>,
        adjudicated_group: Option<Group>,
    }
}

shape! {
    /// Immunohistochemistry.
    Ihc = "decide-ihc" optional {
        /// As signed.
        #[schemars(schema_with = "scores")]
        score: Option<String>,
        #[schemars(schema_with = "stains")]
        stain: Option<String>,
        /// Percent of invasive cells with that staining.
        pct: Option<Percent>,
        /// Why the test is invalid.
        rejected: Option<String>,
    }
}

shape! {
    /// In situ hybridisation. Counts are means per cell, totals are sums over all cells.
    Ish = "decide-ish" optional {
        #[schemars(schema_with = "assays")]
        assay: Option<String>,
        ratio: Option<Number>,
        her2: Option<Number>,
        cep17: Option<Number>,
        cells: Option<Count>,
        her2_total: Option<Number>,
        cep17_total: Option<Number>,
        her2_cells: Option<Count>,
        cep17_cells: Option<Count>,
        observers: Option<Count>,
        /// True where it is not said.
        same_tissue_as_ihc: Option<bool>,
        /// As signed.
        #[schemars(schema_with = "interpretations")]
        interpretation: Option<String>,
        /// Why the test is invalid.
        rejected: Option<String>,
    }
}

shape! {
    /// The count of a second observer.
    Recount = "decide-recount" optional {
        ratio: Option<Number>,
        her2: Option<Number>,
        cells: Option<Count>,
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
        id: Option<Id>,
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
