//! What to attach, and where an appeal goes.

use super::super::row::{about_row, body, known};
use super::super::{PlanCase, her2, section_of};
use super::missing::{is_answer, of_item};
use super::{PacketAsked, rows};
use crate::cited::source_note;
use crate::page::{Block, Section};
use crate::patient::{COSTS_APPEAL, excerpt};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::Question;
use her2_pages::Standing;
use her2_pathway::therapy::{PlanItem, PlanRow};

/// The places of the record, the label and the guidelines, to tick off.
pub(super) fn checklist(
    told: &PlanCase<'_>,
    items: &[PlanItem<'_>],
    writer: &mut Writer<'_>,
) -> Option<Section> {
    if items.is_empty() {
        return None;
    }
    let mut asks = Vec::new();
    let result = her2::about(told);
    let places = places(&result, writer);
    if !places.is_empty() {
        let values = [text("place", places.as_str())];
        asks.extend(writer.say("packet-attach-result", &values, &result));
        asks.extend(writer.frame("packet-attach-laboratory"));
    }
    asks.extend(facts(told, items, writer));
    asks.extend(sources(items, writer));
    asks.extend(writer.frame("packet-attach-letter"));
    let blocks = vec![Block::Ask(asks)];
    section_of("attach", "heading-packet-attach", blocks, writer)
}

/// Where the places of something stand, in words.
fn places(about: &About, writer: &mut Writer<'_>) -> String {
    let line = writer.message("label-line", &[]);
    let quoted = writer.quoted(about);
    let mut places: Vec<String> = Vec::new();
    for quote in quoted {
        let place = quote.place(&line);
        let place = place.unwrap_or_else(|| writer.message("packet-the-record", &[]));
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join("; ")
}

/// The facts behind the requirements that are met: where the record shows them, or that it does not.
fn facts(told: &PlanCase<'_>, items: &[PlanItem<'_>], writer: &mut Writer<'_>) -> Vec<Sentence> {
    let of_items = items.iter().flat_map(|item| of_item(*item));
    let met = of_items.filter(|(_, standing)| *standing == Standing::Met);
    let mut questions: Vec<Question> = met.map(|(question, _)| question).collect();
    questions.sort();
    questions.dedup();
    questions.retain(|question| *question != Question::Her2Category);
    let mut asks = Vec::new();
    for question in questions {
        let fact = told.plan.situation().known(question);
        let Some(origin) = fact.and_then(|fact| fact.origin) else {
            continue;
        };
        let about = About::fact(origin);
        let name = writer.words.question(question);
        let known = known(told, writer.words, question).unwrap_or_default();
        let places = places(&about, writer);
        let values = [
            text("question", &name),
            text("known", &known),
            text("place", &places),
        ];
        let message = match is_answer(told, question) || places.is_empty() {
            true => "packet-attach-answer",
            false => "packet-attach-fact",
        };
        asks.extend(writer.say(message, &values, &about));
    }
    asks
}

/// The labels and guidelines whose rows are shown, each once.
fn sources(items: &[PlanItem<'_>], writer: &mut Writer<'_>) -> Vec<Sentence> {
    let words = writer.words;
    let mut asks = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for item in items {
        let shown = [true, false].map(|labels| rows(*item, PacketAsked::Every, labels));
        let shown = shown.into_iter().flatten();
        for row in shown.filter(|row: &PlanRow<'_>| row.standing() != Standing::Closed) {
            let by = body(words, row);
            let cite = row.row().cite();
            let note = source_note(words, vec![cite]);
            if row.row().is_project_rule() || said.contains(&note.words) {
                continue;
            }
            let drug = row.table().drug;
            let named =
                drug.map(|drug| drug.brands.first().copied().unwrap_or(words.said(drug.inn)));
            let values = [
                text("by", &by),
                text("name", named.unwrap_or_default()),
                text("source", &note.words),
            ];
            let message = match named {
                Some(_) => "packet-attach-label",
                None => "packet-attach-source",
            };
            let asked = writer.say(message, &values, &about_row(row)).into_iter();
            asks.extend(asked.map(|of| of.with_foreign(note.title.clone())));
            said.push(note.words);
        }
    }
    asks
}

/// What the topic on costs says of a no, with the pages to read on in.
pub(super) fn appeal(writer: &mut Writer<'_>) -> Option<Section> {
    let mut blocks = vec![Block::Paragraph(writer.frame("packet-appeal-note"))];
    blocks.extend(excerpt(writer, COSTS_APPEAL));
    let topic = her2_knowledge::topic(COSTS_APPEAL.0)?;
    let items = topic.more.iter().map(|cite| {
        let note = source_note(writer.words, vec![*cite]);
        let about = About::Knowledge {
            page: topic.page,
            cite: *cite,
            mark: her2_knowledge::source(cite.edition)
                .map_or(her2_case::Mark::ToVerify, |source| source.mark),
        };
        vec![writer.literal(note.words, &about).with_foreign(note.title)]
    });
    blocks.push(Block::List(items.collect()));
    section_of("appeal", "heading-packet-appeal", blocks, writer)
}
