//! Which kinds of medicine there are for a result, in general. Nothing is chosen, and nothing is said before the result is settled.

use super::excerpt::more;
use super::outcome::Outcome;
use crate::connect;
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::{KindTold, Story};
use crate::writer::Writer;

/// The section where no kind is told: that it waits, that none is made for this result, or that none was read for this day.
pub(super) fn without_kinds(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
    kinds: &[KindTold],
) -> Option<Section> {
    let nothing_known = matches!(outcome, Outcome::Unreadable | Outcome::NotBreast);
    if nothing_known || !kinds.is_empty() {
        return None;
    }
    let name = match outcome {
        Outcome::Positive => "medicines-untold",
        Outcome::NotInvasive => "medicines-not-invasive",
        _ if outcome.is_negative() => "medicines-none",
        _ => "medicines-waiting",
    };
    let about = story.status_about();
    let heading = writer.label("heading-medicines");
    let mut said = writer.say(name, &[], &about);
    let open_detail = matches!(
        outcome,
        Outcome::NegativeZero | Outcome::NegativeZeroOrOne | Outcome::NegativeUnscored
    );
    if open_detail {
        said.extend(writer.say("medicines-detail", &[], &about));
    }
    let blocks = vec![
        Block::Note(writer.frame("general-from-here")),
        Block::Paragraph(said),
        Block::Paragraph(more(writer, "medicines")),
    ];
    Some(section(heading, blocks))
}

/// The section with the kinds that labels name for this result, each with its source.
pub(super) fn with_kinds(
    writer: &mut Writer<'_>,
    outcome: Outcome,
    kinds: &[KindTold],
) -> Option<Section> {
    if kinds.is_empty() {
        return None;
    }
    let heading = writer.label("heading-medicines");
    let intro = match outcome {
        Outcome::NegativeLow => "medicines-low",
        Outcome::NegativeUltralow => "medicines-ultralow",
        _ => "medicines-positive",
    };
    let mut blocks = vec![
        Block::Note(writer.frame("general-from-here")),
        Block::Paragraph(writer.frame(intro)),
    ];
    let facts = kinds.iter().map(|kind| fact(writer, kind)).collect();
    blocks.push(Block::Facts(facts));
    let mut said = Vec::new();
    if outcome == Outcome::Positive {
        said.extend(writer.frame("medicines-beside"));
    }
    said.extend(writer.frame("medicines-not-a-choice"));
    blocks.push(Block::Paragraph(said));
    blocks.push(Block::Paragraph(more(writer, "medicines")));
    Some(section(heading, blocks))
}

/// The kinds that may be told: of a settled result only.
pub(super) fn kinds(story: &Story<'_>, outcome: Outcome) -> Vec<KindTold> {
    let settled = matches!(
        outcome,
        Outcome::Positive | Outcome::NegativeLow | Outcome::NegativeUltralow
    );
    let category = story.category.filter(|_| settled);
    category.map_or_else(Vec::new, |category| connect::kinds(category, story.as_of))
}

fn section(heading: Sentence, blocks: Vec<Block>) -> Section {
    Section {
        id: "medicines",
        heading,
        blocks,
    }
}

fn fact(writer: &mut Writer<'_>, kind: &KindTold) -> (Sentence, Vec<Sentence>) {
    let name = format!("group-{}", kind.group.name());
    let about = About::Frame("group");
    let label = writer.line(&name, &[], &about);
    let mut said = writer.say(&format!("{name}.said"), &[], &about);
    for (claim, words) in [
        (&kind.early, "group-when-early"),
        (&kind.metastatic, "group-when-metastatic"),
    ] {
        if let Some(about) = claim {
            said.extend(writer.say(words, &[], about));
        }
    }
    (label, said)
}
