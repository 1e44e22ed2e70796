//! The lead and the section that says what the result means and how it came about.

use super::outcome::{Outcome, differs};
use crate::connect::name_of;
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::{Story, Tested};
use crate::writer::{Writer, text};
use her2_case::{
    Context, Flag, Her2Status, Her2Word, IhcScore, IshGroup, Origin, RecordStatus, ScoreReading,
    Term,
};

pub(super) fn lead(writer: &mut Writer<'_>, story: &Story<'_>, outcome: Outcome) -> Vec<Sentence> {
    let about = story.status_about();
    if let (true, Some(tested)) = (outcome.is_difference(), story.main()) {
        let signed = match story.record.her2_status.0 {
            whole @ (RecordStatus::Positive | RecordStatus::Negative) => whole,
            _ => tested.signed,
        };
        let signed = writer.message(signed_name(signed), &[]);
        let name = if outcome == Outcome::Differs && story.tested.len() > 1 {
            "lead-differs-samples".to_owned()
        } else {
            format!("lead-{}", outcome.name())
        };
        let result = writer.message(result_name(tested.decided.status), &[]);
        let values = [
            text("signed", &signed),
            text("result", &result),
            text("year", &story.edition.year),
        ];
        return writer.say(&name, &values, &about);
    }
    let discordant = |tested: &Tested| tested.decided.flags.contains(Flag::IhcIshDiscordant);
    if outcome == Outcome::Positive && story.main().is_some_and(discordant) {
        return writer.say("lead-positive-discordant", &[], &about);
    }
    let ordered = story.main().and_then(ordered);
    if let (Outcome::Equivocal, Some(ordered)) = (outcome, ordered) {
        return writer.say("lead-equivocal-ordered", &[], &About::fact(ordered));
    }
    let mut said = writer.say(&format!("lead-{}", outcome.name()), &[], &about);
    said.extend(beside(writer, story, outcome));
    said
}

/// What has to be known together with a result that stands: a description that does not fit it, and other samples.
fn beside(writer: &mut Writer<'_>, story: &Story<'_>, outcome: Outcome) -> Vec<Sentence> {
    if !outcome.is_settled() {
        return Vec::new();
    }
    let mut said = Vec::new();
    if story
        .main()
        .is_some_and(|tested| tested.context == Context::Prior)
    {
        said.extend(writer.say("lead-prior", &[], &story.status_about()));
    }
    if story.all_flags().contains(Flag::ScorePatternMismatch) {
        let about = super::flag_about(story, Flag::ScorePatternMismatch);
        said.extend(writer.say("lead-mismatch", &[], &about));
    }
    if let Some(over) = &story.over {
        let name = match (over.differs(), over.is_open()) {
            (true, true) => "lead-over-both",
            (true, false) => "lead-over-differ",
            (false, true) => "lead-over-open",
            (false, false) => return said,
        };
        said.extend(writer.say(name, &[], &over.others_about()));
    }
    said
}

/// Where the record says that the gene test is on its way.
pub(super) fn ordered(tested: &Tested) -> Option<Origin> {
    let word = tested.evidence.ish.and_then(|ish| ish.word)?;
    (word.value == Her2Word::Pending).then_some(word.origin)
}

pub(super) fn section(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
) -> Option<Section> {
    let heading = writer.label("heading-meaning");
    let about = story.status_about();
    let mut blocks = Vec::new();
    if let Some(tested) = story.main().filter(|_| explained(outcome)) {
        let why = why(writer, story, tested);
        if !why.is_empty() {
            blocks.push(Block::Paragraph(why));
        }
    }
    let said = writer.say(&format!("meaning-{}", outcome.name()), &[], &about);
    blocks.push(Block::Paragraph(said));
    if outcome == Outcome::Conflict {
        let items = each_result(writer, story);
        blocks.push(Block::List(items));
    }
    Some(Section {
        id: "meaning",
        heading,
        blocks,
    })
}

/// Whether one result stands that can be explained by its tests.
fn explained(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Conflict | Outcome::Contradicts)
}

/// How the outcome came about, from the tests on file.
fn why(writer: &mut Writer<'_>, story: &Story<'_>, tested: &Tested) -> Vec<Sentence> {
    let decided = &tested.decided;
    let about = &decided.status_about;
    let mut said = Vec::new();
    if story.tested.len() > 1 {
        let label = label(writer, story, tested);
        said.extend(writer.say("why-other-specimen", &[text("label", &label)], about));
    }
    if tested.context == Context::Prior {
        said.extend(writer.frame("why-prior"));
    }
    let score = tested.evidence.ihc.and_then(|ihc| ihc.score);
    let exact = score.and_then(|fact| fact.value.exact());
    let discordant = matches!(
        decided.group,
        Some(IshGroup::Two | IshGroup::Three | IshGroup::Four)
    );
    let ish_says = ish_direction(tested);
    let differs = differs(story, tested);
    match (exact, decided.status) {
        (Some(IhcScore::Three), Some(Her2Status::Positive)) => {
            said.extend(writer.say("why-ihc-3", &[], about));
        }
        (_, Some(Her2Status::Positive)) if discordant => {
            said.extend(writer.say("why-group-positive", &[], about));
        }
        (_, Some(Her2Status::Negative)) if discordant => {
            said.extend(writer.say("why-group-negative", &[], about));
        }
        (Some(IhcScore::Two), status) => {
            said.extend(writer.say("why-ihc-2", &[], about));
            let settled = matches!(status, Some(Her2Status::Positive | Her2Status::Negative));
            said.extend(ish_sentence(writer, ish_says.filter(|_| settled), about));
        }
        (_, Some(Her2Status::Positive)) if ish_says == Some(true) => {
            said.extend(writer.say("why-ish-amplified", &[], about));
        }
        (_, Some(Her2Status::Negative)) if score.is_some() => {
            let shown = score
                .map(|fact| score_words(writer, fact.value))
                .unwrap_or_default();
            said.extend(writer.say("why-ihc-low", &[text("score", &shown)], about));
        }
        (None, Some(Her2Status::Negative)) if ish_says == Some(false) => {
            said.extend(writer.say("why-ish-not-amplified", &[], about));
        }
        (None, Some(Her2Status::Positive | Her2Status::Negative)) if !differs => {
            let name = if tested.implied {
                "why-implied"
            } else {
                "why-word"
            };
            said.extend(writer.say(name, &[], about));
        }
        _ => {}
    }
    if discordant && decided.status == Some(Her2Status::Pending) {
        said.extend(writer.say("why-group-open", &[], &decided.group_about));
    }
    said
}

fn ish_sentence(writer: &mut Writer<'_>, says: Option<bool>, about: &About) -> Vec<Sentence> {
    match says {
        Some(true) => writer.say("why-ish-amplified", &[], about),
        Some(false) => writer.say("why-ish-not-amplified", &[], about),
        None => Vec::new(),
    }
}

/// Whether the gene test says extra copies, as far as a group or a signed word tells.
fn ish_direction(tested: &Tested) -> Option<bool> {
    let ish = tested.evidence.ish?;
    if ish.rejected.is_some() {
        return None;
    }
    match (tested.decided.group, ish.word.map(|word| word.value)) {
        (Some(IshGroup::One), _) => Some(true),
        (Some(IshGroup::Five), _) => Some(false),
        (Some(_), _) => None,
        (None, Some(Her2Word::Amplified | Her2Word::Positive)) => Some(true),
        (None, Some(Her2Word::NotAmplified | Her2Word::Negative)) => Some(false),
        (None, _) => match tested.decided.status {
            Some(Her2Status::Positive) => Some(true),
            Some(Her2Status::Negative) => Some(false),
            _ => None,
        },
    }
}

/// Every specimen with its own result, for a page that must not mix them.
fn each_result(writer: &mut Writer<'_>, story: &Story<'_>) -> Vec<Vec<Sentence>> {
    story
        .tested
        .iter()
        .map(|tested| {
            let label = label(writer, story, tested);
            let result = writer.message(result_name(tested.decided.status), &[]);
            let values = [text("label", &label), text("result", &result)];
            writer.say("result-of-specimen", &values, &tested.decided.status_about)
        })
        .collect()
}

/// A score as it is spoken: of a range both ends.
pub(super) fn score_words(writer: &Writer<'_>, score: ScoreReading) -> String {
    if score.exact().is_some() {
        return score.to_string();
    }
    let (first, second) = (score.low.name(), score.high.name());
    writer.message("scale-or", &[text("first", first), text("second", second)])
}

/// The words for a specimen: those of the report, or its number.
pub(super) fn label(writer: &Writer<'_>, story: &Story<'_>, tested: &Tested) -> String {
    if let Some(span) = name_of(tested) {
        let words = crate::read::shown(&story.source.quote(span));
        let words = words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')'));
        if !words.is_empty() {
            let open = words.matches('(').count() > words.matches(')').count();
            let quoted = format!("\u{201c}{words}{}\u{201d}", if open { ")" } else { "" });
            let same = |other: &&Tested| name_of(other) == Some(span);
            return if story.tested.iter().filter(same).count() > 1 {
                format!(
                    "{quoted}, {}",
                    numbered(writer, "result-number", story, tested)
                )
            } else {
                quoted
            };
        }
    }
    let prior = |other: &&Tested| other.context == Context::Prior && name_of(other).is_none();
    if tested.context == Context::Prior && story.tested.iter().filter(prior).count() == 1 {
        return writer.message("specimen-prior", &[]);
    }
    numbered(writer, "specimen-number", story, tested)
}

/// The number of a result among all of them.
fn numbered(writer: &Writer<'_>, name: &str, story: &Story<'_>, tested: &Tested) -> String {
    let number = story
        .tested
        .iter()
        .position(|other| std::ptr::eq(other, tested))
        .map_or(1, |index| index + 1)
        .to_string();
    writer.message(name, &[text("number", &number)])
}

pub(crate) fn result_name(status: Option<Her2Status>) -> &'static str {
    match status {
        Some(Her2Status::Positive) => "result-positive",
        Some(Her2Status::Negative) => "result-negative",
        Some(Her2Status::Equivocal) => "result-equivocal",
        Some(Her2Status::Pending) | None => "result-pending",
        Some(Her2Status::Indeterminate) => "result-indeterminate",
        Some(Her2Status::NotApplicable) => "result-not-applicable",
    }
}

pub(super) fn signed_name(signed: RecordStatus) -> &'static str {
    match signed {
        RecordStatus::Positive => "result-positive",
        RecordStatus::Negative => "result-negative",
        RecordStatus::Equivocal => "result-equivocal",
        RecordStatus::Indeterminate => "result-indeterminate",
        RecordStatus::Pending | RecordStatus::Conflict | RecordStatus::NotReported => {
            "result-pending"
        }
    }
}
