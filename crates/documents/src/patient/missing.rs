//! What is not known yet, and who can answer it.

use super::outcome::{Outcome, number_missing};
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::{Story, Tested};
use crate::writer::{Writer, text};
use her2_case::{Action, Awaited, Flag, Her2Status, ReceptorStatus, Record, Term};

pub(super) fn section(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
) -> Option<Section> {
    let heading = writer.label("heading-missing");
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    let about = story.status_about();
    let open = !matches!(outcome, Outcome::PendingOrdered | Outcome::Contradicts);
    let main = story.main().filter(|_| open);
    if let Some(tested) = main {
        items.extend(awaited(writer, tested));
    }
    if let Some(name) = for_outcome(outcome, !items.is_empty()) {
        items.push(writer.say(name, &[], &about));
    }
    let unscored = story.main().is_some_and(|tested| {
        tested.evidence.ish.is_none() && tested.evidence.ihc.is_some_and(|ihc| ihc.score.is_none())
    });
    if outcome == Outcome::Positive && unscored {
        items.push(writer.say("missing-score", &[], &about));
    }
    for (flag, name) in [
        (Flag::CopyNumberMissing, "missing-copies"),
        (Flag::IhcIshDiscordant, "missing-discordant"),
    ] {
        if story.all_flags().contains(flag) {
            items.push(writer.say(name, &[], &about));
        }
    }
    if let Some(told) = story.retest.iter().find(|told| told.asks) {
        items.push(writer.say("missing-retest-asked", &[], &told.about));
    }
    if story.actions.contains(Action::ConfirmNegative) {
        let about = story
            .handling
            .as_ref()
            .map_or(about.clone(), |told| told.about.clone());
        items.push(writer.say("missing-handling", &[], &about));
    }
    let samples = story.over.iter().flat_map(|over| {
        let each = over.samples.iter().enumerate();
        each.filter(|(at, sample)| {
            !over.is_current(*at) && sample.superseded_by.is_none() && sample.is_open()
        })
    });
    for (at, sample) in samples {
        let number = crate::timeline::number(at);
        let about = &sample.tested.decided.status_about;
        items.push(writer.say("missing-over-open", &[text("number", &number)], about));
    }
    // Where the staining does not fit the score, nobody can say that nothing is missing.
    let doubted = story.all_flags().contains(Flag::ScorePatternMismatch);
    if items.is_empty() && outcome.is_settled() && !doubted {
        items.push(writer.say("missing-none", &[], &about));
    }
    if !matches!(outcome, Outcome::Unreadable | Outcome::NotBreast) {
        items.extend(hormone(writer, story.record));
    }
    (!items.is_empty()).then_some(Section {
        id: "missing",
        heading,
        blocks: vec![Block::List(items)],
    })
}

fn awaited(writer: &mut Writer<'_>, tested: &Tested) -> Vec<Vec<Sentence>> {
    let decided = &tested.decided;
    if matches!(decided.status, Some(Her2Status::Positive)) {
        return Vec::new();
    }
    let rejected = decided.flags.contains(Flag::IshRejected);
    let ordered = super::meaning::ordered(tested);
    decided
        .awaited
        .iter()
        .filter(|awaited| *awaited != Awaited::NumericClarification || !number_missing(decided))
        .map(|awaited| match ordered {
            _ if awaited == Awaited::Ish && rejected => {
                writer.say("missing-ISH-again", &[], &decided.status_about)
            }
            Some(origin) if awaited == Awaited::Ish => {
                writer.say("missing-ISH-ordered", &[], &About::fact(origin))
            }
            _ => {
                let name = format!("missing-{}", awaited.name());
                writer.say(&name, &[], &decided.status_about)
            }
        })
        .collect()
}

fn for_outcome(outcome: Outcome, named: bool) -> Option<&'static str> {
    Some(match outcome {
        Outcome::NegativeZero => "missing-zero-detail",
        Outcome::NegativeZeroOrOne => "missing-zero-or-one",
        Outcome::NegativeUnscored => "missing-score",
        Outcome::PendingOrdered => "missing-ordered",
        Outcome::NotReported => "missing-her2",
        Outcome::Indeterminate => "missing-retest",
        Outcome::Conflict => "missing-which-tumor",
        Outcome::Differs => "missing-which-reading",
        Outcome::Contradicts => "missing-which-right",
        Outcome::DiffersInvasive => "missing-not-invasive",
        Outcome::NotInvasive => "missing-not-invasive",
        Outcome::Unreadable => "missing-report",
        Outcome::Equivocal if !named => "missing-ISH",
        _ => return None,
    })
}

/// The hormone receptors that the report does not give.
fn hormone(writer: &mut Writer<'_>, record: &Record) -> Option<Vec<Sentence>> {
    let missing = |result| Record::receptor_status(result) == ReceptorStatus::NotReported;
    let which = match (missing(record.er.as_ref()), missing(record.pr.as_ref())) {
        (true, true) => "ER, PR",
        (true, false) => "ER",
        (false, true) => "PR",
        (false, false) => return None,
    };
    let about = About::NotSaid("hormone-receptors");
    Some(writer.say("missing-hormone", &[text("which", which)], &about))
}
