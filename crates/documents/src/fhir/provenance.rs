//! Where something was read, or what it follows from.

use super::coded::{coding, concept, ours};
use super::json::Object;
use super::observation::{references, tag};
use her2_case::Span;
use jiff::civil::Date;

const AGENT: &str = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

/// Of something that was read in a record.
pub(super) fn of_input(targets: &[String], source: &str, at: &[(u16, Span)], on: Date) -> Object {
    let places = at.iter().map(|(_, span)| place(source, *span)).collect();
    made(targets, places, on)
}

/// Of something that follows from facts by rows of a page.
pub(super) fn of_conclusion(
    targets: &[String],
    source: &str,
    at: &[Span],
    rows: &[(String, String)],
    on: Date,
) -> Object {
    let mut entities: Vec<Object> = at.iter().map(|span| place(source, *span)).collect();
    entities.extend(rows.iter().map(|(row, cite)| {
        let what = Object::default()
            .with(
                "identifier",
                Object::default()
                    .with("system", ours("knowledge"))
                    .with("value", row.as_str()),
            )
            .with("display", cite.as_str());
        Object::default()
            .with("role", "derivation")
            .with("what", what)
    }));
    made(targets, entities, on)
}

/// A range of a record's bytes.
fn place(source: &str, span: Span) -> Object {
    let offset = |name: &str, at: u32| {
        Object::default().with("url", name).with(
            "valueUnsignedInt",
            super::json::Json::Literal(at.to_string()),
        )
    };
    let range = Object::default().with("url", ours("span")).with(
        "extension",
        vec![offset("start", span.start), offset("end", span.end)],
    );
    let identifier = Object::default()
        .with("system", ours("record"))
        .with("value", source);
    Object::default()
        .with("extension", vec![range])
        .with("role", "source")
        .with("what", Object::default().with("identifier", identifier))
}

fn made(targets: &[String], entities: Vec<Object>, on: Date) -> Object {
    let program = format!("HER2 in Focus, knowledge {}", her2_knowledge::version());
    let agent = Object::default()
        .with(
            "type",
            concept(vec![coding(AGENT, "assembler", None)], None),
        )
        .with("who", Object::default().with("display", program));
    Object::default()
        .with("meta", Object::default().with("tag", tag(true)))
        .with("target", references(targets))
        .with("recorded", format!("{on}T00:00:00Z"))
        .with("agent", vec![agent])
        .with("entity", entities)
}
