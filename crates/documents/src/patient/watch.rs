//! What is usually watched during treatment against HER2, and when to call. Only where such treatment may come into question.

use super::excerpt::{self, blocks, more};
use super::outcome::Outcome;
use crate::page::{Block, Section};
use crate::told::KindTold;
use crate::writer::Writer;

/// What is watched; nothing where no kind is told.
pub(super) fn section(
    writer: &mut Writer<'_>,
    outcome: Outcome,
    kinds: &[KindTold],
) -> Option<Section> {
    if kinds.is_empty() {
        return None;
    }
    let heading = writer.label("heading-watch");
    let mut all = Vec::new();
    if outcome == Outcome::Positive {
        all.push(Block::Paragraph(writer.frame("watch-positive")));
        for (name, part) in [
            ("watch-antibodies", excerpt::HEART_ANTIBODIES),
            ("watch-others", excerpt::HEART_OTHERS),
            ("watch-also", excerpt::ALSO_WATCHED),
        ] {
            all.push(Block::Heading(writer.label(name)));
            all.extend(blocks(writer, part));
        }
    } else {
        all.push(Block::Paragraph(writer.frame("watch-low")));
    }
    all.push(Block::Paragraph(more(writer, "heart")));
    Some(Section {
        id: "watch",
        heading,
        blocks: all,
    })
}

/// When to call, for whom several kinds of treatment may come into question.
pub(super) fn call(
    writer: &mut Writer<'_>,
    outcome: Outcome,
    kinds: &[KindTold],
) -> Option<Section> {
    if outcome != Outcome::Positive || kinds.is_empty() {
        return None;
    }
    let heading = writer.label("heading-call");
    let mut all = vec![Block::Paragraph(writer.frame("call-intro"))];
    for (name, part) in [
        ("call-now", excerpt::CALL_NOW),
        ("call-at-once", excerpt::CALL_AT_ONCE),
        ("call-soon", excerpt::CALL_SOON),
    ] {
        all.push(Block::Heading(writer.label(name)));
        all.extend(blocks(writer, part));
    }
    all.push(Block::Paragraph(more(writer, "side-effects")));
    Some(Section {
        id: "call",
        heading,
        blocks: all,
    })
}
