//! The result in the words of the record, and the rule that reads it.

use super::super::{PlanCase, her2, section_of};
use crate::clinician::{self, category_words, row_cells, status_words};
use crate::page::{Block, Section, Table};
use crate::sentence::{About, Sentence};
use crate::told::Story;
use crate::writer::{Writer, text};
use her2_case::Answered;
use her2_pathway::therapy::Her2Given;

type Facts = Vec<(Sentence, Vec<Sentence>)>;

/// The exact words, where they stand, the date, and what they give.
pub(super) fn quote(
    told: &PlanCase<'_>,
    story: Option<&Story<'_>>,
    writer: &mut Writer<'_>,
) -> Option<Section> {
    let about = her2::about(told);
    let mut facts = Facts::new();
    let result = her2::words(told, writer);
    let said = vec![writer.literal(result, &about)];
    facts.push((writer.label("plan-her2-result"), said));
    let quoted = writer.quoted(&about);
    if quoted.is_empty() {
        let name = match told.plan.her2() {
            Her2Given::Nothing => "plan-her2-nothing",
            _ => "packet-no-quote",
        };
        let missing = About::NotSaid("her2-result");
        let said = writer.say(name, &[], &missing);
        facts.push((writer.label("packet-words"), said));
    }
    for quote in quoted {
        let line = writer.message("label-line", &[]);
        let words = format!("\u{201c}{}\u{201d}", quote.words);
        let place = quote.place(&line).unwrap_or_default();
        let mut said = vec![writer.literal(words, &about)];
        if !place.is_empty() {
            let words = writer.message("packet-place", &[text("place", &place)]);
            said.push(writer.literal(words, &About::Frame("place")));
        }
        facts.push((writer.label("packet-words"), said));
    }
    if let Some(story) = story {
        of_record(story, &mut facts, writer);
    }
    let heading = "heading-packet-result";
    section_of("result", heading, vec![Block::Facts(facts)], writer)
}

fn of_record(story: &Story<'_>, facts: &mut Facts, writer: &mut Writer<'_>) {
    if let Some(tested) = story.main() {
        let decided = &tested.decided;
        let status = status_words(writer, decided);
        let category = category_words(writer, decided);
        let evidence = clinician::line(writer.words, tested);
        for (name, words, about) in [
            ("clinician-status", status, &decided.status_about),
            ("clinician-category", category, &decided.category_about),
            ("column-evidence", evidence, &decided.status_about),
        ] {
            facts.push((writer.label(name), vec![writer.literal(words, about)]));
        }
    }
    let (signed, origin) = story.record.her2_status;
    let about = origin.map_or(About::NotSaid("her2-status"), About::fact);
    let name = format!("signed-{}", signed.name());
    let said = vec![writer.line(&name, &[], &about)];
    facts.push((writer.label("clinician-signed"), said));
    let said = match &story.record.date {
        Some(date) => vec![writer.literal(writer.words.day(date.value), &About::fact(date.origin))],
        None => writer.say("packet-no-date", &[], &About::NotSaid("report-date")),
    };
    facts.push((writer.label("clinician-date"), said));
    let said = writer.say("packet-no-laboratory", &[], &About::NotSaid("laboratory"));
    facts.push((writer.label("packet-laboratory"), said));
}

/// The edition, the rows and their sources.
pub(super) fn rule(
    told: &PlanCase<'_>,
    story: Option<&Story<'_>>,
    writer: &mut Writer<'_>,
) -> Option<Section> {
    let mut blocks = Vec::new();
    match (told.plan.her2(), story.and_then(Story::main)) {
        (Her2Given::Nothing, _) => return None,
        (Her2Given::Stated(fact), _) => {
            let name = match Answered::of(fact.origin) {
                Some(_) => "packet-rule-stated",
                None => "packet-rule-read",
            };
            let about = her2::about(told);
            blocks.push(Block::Paragraph(writer.say(name, &[], &about)));
        }
        (Her2Given::Found { .. }, Some(tested)) => {
            let steps = tested.decided.steps.iter();
            let rows = steps.map(|step| {
                let frame = About::Frame("question");
                let answer = clinician::answer_words(writer, step);
                let mut cells = vec![
                    writer.page_words(step.title, &frame),
                    writer.literal(answer, &step.about),
                ];
                cells.extend(row_cells(writer, step.row.as_ref()));
                cells
            });
            let rows: Vec<_> = rows.collect();
            blocks.push(Block::Table(table(rows, writer)));
        }
        (Her2Given::Found { .. }, None) => {
            let about = her2::about(told);
            let result = her2::words(told, writer);
            let rows = about.rows().to_vec();
            let rows = rows.iter().map(|row| {
                let question = her2_case::Question::Her2Category;
                let question = writer.words.question(question);
                let mut cells = vec![
                    writer.literal(question, &About::Frame("question")),
                    writer.literal(result.clone(), &about),
                ];
                cells.extend(row_cells(writer, Some(row)));
                cells
            });
            let rows: Vec<_> = rows.collect();
            blocks.push(Block::Table(table(rows, writer)));
        }
    }
    if let Some(story) = story {
        let facts = clinician::rules_applied(writer, story);
        blocks.push(Block::Facts(facts));
    }
    section_of("rule", "heading-packet-rule", blocks, writer)
}

fn table(rows: Vec<Vec<Sentence>>, writer: &mut Writer<'_>) -> Table {
    let head = [
        "column-question",
        "column-answer",
        "column-row",
        "column-source",
        "column-basis",
    ];
    Table {
        caption: writer.label("caption-findings"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    }
}
