//! Rust source of the statics.

use super::super::spoken;
use super::keys::Keys;
use her2_pages::compile::{Cite, Faults, cite_source};
use jiff::civil::Date;
use std::fmt::Write;

/// What every page says, and the source of it.
pub struct Common {
    /// The kind of the page.
    pub kind: String,
    /// The version.
    pub version: String,
    /// Rust source of a `Score`.
    pub source: String,
}

/// Takes what every page says.
pub fn common(
    keys: &mut Keys<'_>,
    id: &str,
    cite: &Cite,
    checked: Date,
    faults: &mut Faults,
) -> Option<Common> {
    let (name, version) = (keys.text("name", faults)?, keys.text("version", faults)?);
    let kind = keys.text("kind", faults)?;
    let mark = keys.mark(faults)?;
    let licence = keys.maybe("licence");
    let licence = licence.as_ref().and_then(toml::Value::as_str);
    licence.into_iter().for_each(spoken::add);
    let mut limits = String::new();
    for mut limit in keys.tables("limit", faults) {
        let (text, mark) = (limit.text("text", faults)?, limit.mark(faults)?);
        limit.finish(faults);
        spoken::add(&text);
        write!(limits, "Limit {{ text: {text:?}, mark: Mark::{mark} }}, ")
            .expect("a string can be written to");
    }
    if limits.is_empty() {
        faults.add(1, "a score says for whom it is not made: `[[limit]]`");
    }
    let (page, cite) = (format!("prognosis/{id}"), cite_source(cite));
    let (year, month, day) = (checked.year(), checked.month(), checked.day());
    let source = format!(
        "Score {{ id: {id:?}, page: {page:?}, name: {name:?}, version: {version:?}, cite: {cite}, mark: Mark::{mark}, \
         checked: date({year}, {month}, {day}), licence: {licence:?}, limits: &[{limits}] }}"
    );
    Some(Common {
        kind,
        version,
        source,
    })
}

/// One static of each kind; the versions of the survival model in one list, the newest first.
pub fn statics(found: &mut [(Common, String)]) -> String {
    found.sort_by(|one, other| other.0.version.cmp(&one.0.version));
    let of = |kind: &'static str| found.iter().filter(move |page| page.0.kind == kind);
    let mut text = String::from("pub(super) static PREDICT: &[Predict] = &[\n");
    for (_, source) in of("predict") {
        writeln!(text, "    {source},").expect("a string can be written to");
    }
    text.push_str("];\n");
    for (kind, constant, name) in [
        ("npi", "NPI", "Npi"),
        ("cts5", "CTS5", "Cts5"),
        ("rcb", "RCB", "Rcb"),
        ("cps-eg", "CPS_EG", "CpsEg"),
    ] {
        for (_, source) in of(kind) {
            writeln!(text, "pub(super) static {constant}: {name} = {source};")
                .expect("a string can be written to");
        }
    }
    text
}
