//! Questions to take along.

use super::outcome::Outcome;
use crate::page::{Block, Section};
use crate::sentence::About;
use crate::told::{Story, Tested};
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
    // What the report says to be on its way is not asked for.
    let ordered = outcome == Outcome::Equivocal && story.main().is_some_and(is_ordered);
    let asked = if ordered {
        Outcome::PendingOrdered
    } else {
        outcome
    };
    let mut asks = writer.say(&format!("questions-{}", asked.name()), &[], &about);
    let one_test = outcome == Outcome::Positive && story.main().is_some_and(has_one_test);
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
    let samples = samples.iter().any(|flag| flags.contains(*flag))
        && outcome != Outcome::Conflict
        && story.over.is_none();
    let retest = story.retest.iter().any(|told| told.asks);
    for (asked, name) in [
        (one_test, "questions-one-test"),
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

fn is_ordered(tested: &Tested) -> bool {
    super::meaning::ordered(tested).is_some()
}

/// Whether only one of the two tests is on file.
fn has_one_test(tested: &Tested) -> bool {
    tested.evidence.ihc.is_some() != tested.evidence.ish.is_some()
}
