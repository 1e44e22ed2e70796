//! The situation as it was understood, and the stage.

use super::{PlanCase, section_of};
use crate::page::{Block, Grid, Section};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Writer, text};
use her2_case::{Answered, Decimal, Known, Origin, Question, Term};
use her2_pathway::therapy::KnownFact;

/// Every question that something is known of, with what and from where.
pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let (not_given, told_apart): (Vec<_>, Vec<_>) =
        questions(told).partition(|(_, known)| is_not_given(known));
    let rows: Vec<_> = told_apart
        .into_iter()
        .map(|(question, known)| {
            let about = known.origin.map_or(About::Frame("derived"), About::fact);
            let name = writer.words.question(question);
            let said = known_words(writer.words, question, known.known);
            let from = from_words(told, writer, &known);
            let frame = About::Frame("question");
            vec![
                vec![writer.literal(name, &frame)],
                vec![writer.literal(said, &about)],
                vec![writer.literal(from, &frame)],
            ]
        })
        .collect();
    let not_given = not_given_line(writer, &not_given);
    if rows.is_empty() && not_given.is_empty() {
        let about = About::NotSaid("situation");
        let nothing = writer.say("plan-situation-nothing", &[], &about);
        return section_of(
            "situation",
            "heading-plan-situation",
            vec![Block::Paragraph(nothing)],
            writer,
        );
    }
    let head = ["column-question", "column-known", "column-from"];
    let grid = Grid {
        caption: writer.label("caption-plan-situation"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    let mut blocks = Vec::new();
    if !grid.rows.is_empty() {
        blocks.push(Block::Grid(grid));
    }
    if !not_given.is_empty() {
        blocks.push(Block::Paragraph(not_given));
    }
    section_of("situation", "heading-plan-situation", blocks, writer)
}

/// Whether all that is said is that something was not given, because the list of therapies is complete.
fn is_not_given(known: &KnownFact) -> bool {
    let of_list = known.origin.and_then(Answered::of) == Some(Answered::PriorComplete);
    let none = [Known::yes_no(false), Known::number(Decimal::ZERO)].contains(&known.known);
    of_list && none
}

/// One sentence for all of them.
fn not_given_line(writer: &mut Writer<'_>, facts: &[(Question, KnownFact)]) -> Vec<Sentence> {
    let Some(origin) = facts.first().and_then(|(_, known)| known.origin) else {
        return Vec::new();
    };
    let names: Vec<String> = facts
        .iter()
        .map(|(question, _)| writer.words.question(*question))
        .collect();
    let names = names.join("; ");
    let about = About::fact(origin);
    writer.say("plan-situation-not-given", &[text("names", &names)], &about)
}

/// The questions that something is known of, but for the HER2 result.
pub(super) fn questions<'a>(
    told: &'a PlanCase<'_>,
) -> impl Iterator<Item = (Question, KnownFact)> + 'a {
    let situation = told.plan.situation();
    let mut questions: Vec<Question> = situation
        .asked()
        .iter()
        .map(|asked| asked.question())
        .filter(|question| *question != Question::Her2Category)
        .collect();
    questions.sort();
    questions.dedup();
    questions
        .into_iter()
        .filter_map(move |question| Some((question, situation.known(question)?)))
}

/// What is known, in words.
pub(super) fn known_words(words: &Words, question: Question, known: Known) -> String {
    match known {
        Known::Terms(bits) => crate::requirement::terms(words, question, bits),
        Known::Amount(amount) => {
            let one = amount.exact() == Some(Decimal::whole(1));
            words.amount(&amount.to_string(), question, one)
        }
    }
}

/// Where it was read, whether it was answered, and whether it follows from something else.
pub(super) fn from_words(told: &PlanCase<'_>, writer: &Writer<'_>, known: &KnownFact) -> String {
    let from = known
        .origin
        .map(|origin| origin_words(told, writer, origin));
    let own = known
        .origin
        .and_then(Answered::of)
        .is_some_and(|answered| matches!(answered, Answered::Question(_)));
    if own && !known.derived {
        return writer.message("from-person", &[]);
    }
    match (known.derived, from) {
        (true, Some(from)) => writer.message("from-derived-of", &[text("from", &from)]),
        (true, None) => writer.message("from-derived", &[]),
        (false, Some(from)) => from,
        (false, None) => String::new(),
    }
}

fn origin_words(told: &PlanCase<'_>, writer: &Writer<'_>, origin: Origin) -> String {
    match Answered::of(origin) {
        None => {
            let several = told.over.map(|over| over.sources);
            match several.filter(|sources| sources.are_several()) {
                Some(sources) => {
                    let name = crate::read::shown(sources.name(origin.record));
                    writer.message("from-record-source", &[text("source", &name)])
                }
                None => writer.message("from-record", &[]),
            }
        }
        Some(Answered::Question(question)) => {
            let name = writer.words.question(question);
            writer.message("from-answer", &[text("question", &name)])
        }
        Some(Answered::Recurrence) => writer.message("from-recurrence", &[]),
        Some(Answered::PriorComplete) => writer.message("from-prior-complete", &[]),
        Some(Answered::Prior(at)) => {
            let therapy = told.case.prior.get(usize::from(at));
            let names: Vec<&str> = therapy
                .iter()
                .flat_map(|therapy| &therapy.medicines)
                .map(|(name, _)| name.as_str())
                .collect();
            let number = (at + 1).to_string();
            let names = names.join(", ");
            let values = [text("number", &number), text("medicines", &names)];
            writer.message("from-prior", &values)
        }
        Some(Answered::Lvef(at)) => {
            let reading = told.case.lvef.get(usize::from(at));
            let date = reading
                .map(|of| writer.words.day(of.date))
                .unwrap_or_default();
            writer.message("from-lvef", &[text("date", &date)])
        }
    }
}

/// The stage: as stated, the anatomic group for orientation, the prognostic one as stated.
pub(super) fn stage(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let plan = told.plan;
    let mut facts = Vec::new();
    let tumor = told.record.map(|(record, _)| &record.tumor);
    let stated: Vec<_> = tumor
        .into_iter()
        .flat_map(|tumor| [&tumor.t, &tumor.n, &tumor.m])
        .flatten()
        .map(|fact| writer.literal(fact.value.clone(), &About::fact(fact.origin)))
        .collect();
    if !stated.is_empty() {
        facts.push((writer.label("plan-stage-stated"), stated));
    }
    if let Some(group) = plan.stage() {
        let about = super::her2::finding(group);
        let bits = group.answers().bits();
        let said = crate::requirement::terms(writer.words, Question::StageGroup, bits);
        facts.push((
            writer.label("plan-stage-anatomic"),
            vec![writer.literal(said, &about)],
        ));
    }
    if let Some(stage) = plan.prognostic_stage() {
        let said = writer
            .words
            .term(Question::PrognosticStage, stage.value.name());
        facts.push((
            writer.label("plan-stage-prognostic"),
            vec![writer.literal(said, &About::fact(stage.origin))],
        ));
    }
    let licensed = told
        .stage_table
        .and_then(|table| table.stage(plan.situation()));
    if let Some(stage) = licensed {
        let about = About::Facts(stage.because().to_vec());
        let bits = stage.possible().bits();
        let found = crate::requirement::terms(writer.words, Question::StageGroup, bits);
        let lines: Vec<String> = stage.lines().iter().map(ToString::to_string).collect();
        let lines = lines.join(", ");
        let values = [
            text("stage", &found),
            text("name", stage.table().name()),
            text("lines", &lines),
            text("hash", stage.table().hash()),
        ];
        let mut said = writer.say("plan-stage-licensed-said", &values, &about);
        if !stage.asks().is_empty() {
            let names = stage.asks().iter().map(|of| writer.words.question(*of));
            let names = names.collect::<Vec<_>>().join(", ");
            let about = About::NotSaid("prognostic-stage");
            said.extend(writer.say("plan-stage-licensed-asks", &[text("names", &names)], &about));
        }
        facts.push((writer.label("plan-stage-licensed"), said));
    }
    if facts.is_empty() {
        return None;
    }
    let note = writer.frame("plan-stage-note");
    let blocks = vec![Block::Facts(facts), Block::Note(note)];
    section_of("stage", "heading-plan-stage", blocks, writer)
}
