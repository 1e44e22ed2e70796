//! Where something was read, or what it follows from.

use super::coded::{coding, concept, ours};
use super::json::Object;
use super::observation::{references, tag};
use her2_case::{Paths, Span};
use jiff::civil::Date;

const AGENT: &str = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

/// Where something stands.
#[derive(PartialEq, Eq)]
pub(super) enum Sent {
    /// In this range of the text that was read.
    Range(Span),
    /// In this resource, as the sender calls it.
    Resource(String),
    /// In a resource without an id.
    Unnamed,
}

impl Sent {
    /// By the names of the places of a record.
    pub fn by(paths: &Paths, at: Span) -> Self {
        let resource = paths.of(at).or(paths.find(at).map(|(_, path)| path));
        let resource = resource.map(resource_of);
        match resource.filter(|of| of.contains('/') && !of.contains(' ')) {
            Some(of) => Self::Resource(of.to_owned()),
            None => Self::Unnamed,
        }
    }
}

/// The resource of a path such as `Observation/a.component[0].valueString`. An id may hold points, so the elements are taken off its end.
pub(super) fn resource_of(path: &str) -> &str {
    const ELEMENTS: [&str; 12] = [
        "value",
        "component[",
        "code",
        "interpretation",
        "dataAbsentReason",
        "presentedForm[",
        "conclusion",
        "text",
        "content[",
        "attachment",
        "stage",
        "birthDate",
    ];
    let mut rest = path;
    while let Some((before, last)) = rest.rsplit_once('.') {
        if !ELEMENTS.iter().any(|element| last.starts_with(element)) {
            break;
        }
        rest = before;
    }
    rest
}

/// Of something that was read in a record.
pub(super) fn of_input(targets: &[String], source: &str, at: &[Sent], on: Date) -> Object {
    let places = at.iter().map(|at| place(source, at)).collect();
    made(targets, places, on)
}

/// Of something that follows from facts by rows of a page.
pub(super) fn of_conclusion(
    targets: &[String],
    source: &str,
    at: &[Sent],
    rows: &[(String, String)],
    on: Date,
) -> Object {
    let mut entities: Vec<Object> = at.iter().map(|at| place(source, at)).collect();
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

/// A place in a record: a range of its bytes, or a resource of the sender.
fn place(source: &str, at: &Sent) -> Object {
    let offset = |name: &str, at: u32| {
        Object::default().with("url", name).with(
            "valueUnsignedInt",
            super::json::Json::Literal(at.to_string()),
        )
    };
    let range = match at {
        Sent::Range(span) => Some(Object::default().with("url", ours("span")).with(
            "extension",
            vec![offset("start", span.start), offset("end", span.end)],
        )),
        Sent::Resource(_) | Sent::Unnamed => None,
    };
    let resource = match at {
        Sent::Resource(of) => Some(of.as_str()),
        Sent::Range(_) | Sent::Unnamed => None,
    };
    let identifier = Object::default()
        .with("system", ours("record"))
        .with("value", source);
    Object::default()
        .with("extension", range.into_iter().collect::<Vec<_>>())
        .with("role", "source")
        .with(
            "what",
            Object::default()
                .maybe("reference", resource)
                .with("identifier", identifier),
        )
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
