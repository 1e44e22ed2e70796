//! Whom one meets and what to ask them; second opinions and trials; costs and help.

use super::excerpt::more;
use super::outcome::Outcome;
use crate::page::{Block, Section};
use crate::sentence::About;
use crate::writer::Writer;

pub(super) fn section(writer: &mut Writer<'_>, outcome: Outcome) -> Option<Section> {
    if nothing_known(outcome) {
        return None;
    }
    let heading = writer.label("heading-people");
    let mut blocks = vec![Block::Paragraph(writer.frame("people-hint"))];
    let people = if outcome == Outcome::Positive {
        "people-positive"
    } else {
        "people-other"
    };
    let about = About::Frame("person");
    for person in writer.message(people, &[]).split_whitespace() {
        let name = format!("person-{person}");
        blocks.push(Block::Heading(writer.line(&name, &[], &about)));
        blocks.push(Block::Ask(writer.say(&format!("{name}-asks"), &[], &about)));
    }
    blocks.push(Block::Paragraph(more(writer, "care-team")));
    Some(Section {
        id: "people",
        heading,
        blocks,
    })
}

pub(super) fn second(writer: &mut Writer<'_>, outcome: Outcome) -> Option<Section> {
    if nothing_known(outcome) {
        return None;
    }
    let heading = writer.label("heading-second");
    let mut said = writer.frame("second-said");
    said.extend(writer.frame("second-words"));
    let further = [more(writer, "second-opinion"), more(writer, "trials")];
    Some(Section {
        id: "second",
        heading,
        blocks: vec![
            Block::Paragraph(said),
            Block::Paragraph(writer.frame("trials-said")),
            Block::Ask(writer.frame("second-asks")),
            Block::List(further.into()),
        ],
    })
}

pub(super) fn costs(writer: &mut Writer<'_>, outcome: Outcome) -> Option<Section> {
    if nothing_known(outcome) {
        return None;
    }
    let heading = writer.label("heading-costs");
    let mut blocks = vec![Block::Paragraph(writer.frame("costs-said"))];
    if outcome == Outcome::Positive {
        blocks.push(Block::Paragraph(writer.frame("costs-limit")));
    }
    blocks.push(Block::Ask(writer.frame("costs-asks")));
    blocks.push(Block::Paragraph(writer.frame("costs-no")));
    blocks.push(Block::Paragraph(more(writer, "costs")));
    Some(Section {
        id: "costs",
        heading,
        blocks,
    })
}

/// Whether the report tells nothing of breast cancer, so that nothing general can be said either.
fn nothing_known(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Unreadable | Outcome::NotBreast)
}
