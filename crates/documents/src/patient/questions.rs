//! Questions to take along.

use super::outcome::Outcome;
use crate::page::{Block, Section};
use crate::sentence::About;
use crate::told::Story;
use crate::writer::Writer;
use her2_case::{Flag, IshGroup};

/// Flags that call for a second look by the laboratory.
const MISMATCH: [Flag; 4] = [
    Flag::IhcIshDiscordant,
    Flag::InterpretationConflict,
    Flag::ScorePatternMismatch,
    Flag::NumericInconsistency,
];

pub(super) fn section(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
) -> Option<Section> {
    let heading = writer.label("heading-questions");
    let about = story.status_about();
    let mut asks = writer.say(&format!("questions-{}", outcome.name()), &[], &about);
    let rare = story.main().is_some_and(|tested| {
        matches!(
            tested.decided.group,
            Some(IshGroup::Two | IshGroup::Three | IshGroup::Four)
        )
    });
    let flags = story.all_flags();
    let asked = matches!(outcome, Outcome::Contradicts | Outcome::DiffersNumbers);
    let mismatch = !asked && MISMATCH.iter().any(|flag| flags.contains(*flag));
    let older = flags.contains(Flag::EditionChange) && !outcome.is_difference();
    let samples = [
        Flag::DiscordantSameTumour,
        Flag::DiscordantPrimaryMetastasis,
    ];
    let samples = samples.iter().any(|flag| flags.contains(*flag)) && outcome != Outcome::Conflict;
    let retest = story.retest.iter().any(|told| told.asks);
    for (asked, name) in [
        (retest, "questions-retest"),
        (samples, "questions-samples"),
        (rare, "questions-group"),
        (mismatch, "questions-mismatch"),
        (older, "questions-older"),
    ] {
        if asked {
            asks.extend(writer.say(name, &[], &about));
        }
    }
    asks.extend(writer.say(
        "questions-everybody",
        &[],
        &About::Frame("questions-everybody"),
    ));
    Some(Section {
        id: "questions",
        heading,
        blocks: vec![
            Block::Paragraph(writer.frame("questions-hint")),
            Block::Ask(asks),
        ],
    })
}
