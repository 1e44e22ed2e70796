//! The clinician's plan.

use super::schedule::{self, pages};
use super::{Monitored, heart, overdue};
use crate::page::{Block, Grid, Page, Section};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
use her2_case::{Question, Term};
use her2_knowledge::MonitoringBy;

/// The plan in the words of a language.
pub(super) fn page(of: &Monitored<'_>, words: &'static Words) -> Page {
    let mut writer = Writer::for_knowledge(words);
    let writer = &mut writer;
    let title = writer.label("monitor-title");
    let lead = heart::lead(writer, of);
    let frame = writer.frame("monitor-frame");
    let parts: [(&'static str, &'static str, Vec<Block>); 13] = [
        (
            "overdue",
            "monitor-heading-overdue",
            overdue::table(writer, of),
        ),
        (
            "today",
            "monitor-heading-today",
            heart::measured(writer, of),
        ),
        (
            "labels",
            "monitor-heading-labels",
            heart::labels(writer, of),
        ),
        ("start", "monitor-heading-start", heart::start(writer, of)),
        (
            "values",
            "monitor-heading-values",
            heart::values(writer, of),
        ),
        ("dates", "monitor-heading-dates", dates(writer, of)),
        (
            "schedule",
            "monitor-heading-schedule",
            schedule::table(writer, of, MonitoringBy::Label, "monitor-heading-schedule"),
        ),
        (
            "guidelines",
            "monitor-heading-guidelines",
            schedule::table(
                writer,
                of,
                MonitoringBy::Guideline,
                "monitor-heading-guidelines",
            ),
        ),
        (
            "practice",
            "monitor-heading-practice",
            schedule::table(
                writer,
                of,
                MonitoringBy::Practice,
                "monitor-heading-practice",
            ),
        ),
        (
            "prevention",
            "monitor-heading-prevention",
            schedule::prevention(writer, of),
        ),
        (
            "contraception",
            "monitor-heading-contraception",
            schedule::contraception(writer, of, false),
        ),
        (
            "statements",
            "monitor-heading-statements",
            schedule::statements(writer, of),
        ),
        ("calls", "monitor-heading-calls", calls(writer, of)),
    ];
    let sections = parts
        .into_iter()
        .filter(|(_, _, blocks)| !blocks.is_empty() && !of.request.medicines.is_empty());
    let sections: Vec<_> = sections
        .map(|(id, heading, blocks)| Section {
            id,
            heading: writer.label(heading),
            blocks,
        })
        .collect();
    let quotes_heading = writer.label("monitor-heading-quotes");
    let foot = foot(writer, of);
    std::mem::replace(writer, Writer::for_knowledge(words)).page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

fn dates(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut blocks = schedule::appointments(writer, of);
    blocks.extend(schedule::missing_days(writer, of));
    blocks
}

fn calls(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut calls: Vec<_> = pages(of)
        .into_iter()
        .flat_map(|page| page.calls.iter().map(move |call| (page, call)))
        .collect();
    calls.sort_by_key(|(_, call)| (call.urgency, call.mark));
    let mut rows: Vec<Vec<Vec<Sentence>>> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (page, call) in calls {
        if seen.contains(&call.symptom) {
            continue;
        }
        seen.push(call.symptom);
        let about = About::Knowledge {
            page: page.id,
            cite: call.cite,
            mark: call.mark,
        };
        let contact = writer.words.term(Question::Contact, call.contact.name());
        let urgency = writer.words.term(Question::Urgency, call.urgency.name());
        rows.push(vec![
            vec![writer.page_words(call.symptom, &about)],
            vec![writer.literal(contact, &About::Frame("monitor-column-contact"))],
            vec![writer.literal(urgency, &About::Frame("monitor-column-urgency"))],
        ]);
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Note(writer.frame("monitor-calls-said")),
        Block::Grid(Grid {
            caption: writer.label("monitor-heading-calls"),
            head: vec![
                writer.label("monitor-column-symptom"),
                writer.label("monitor-column-contact"),
                writer.label("monitor-column-urgency"),
            ],
            rows,
        }),
    ]
}

/// What made the page, and when its pages were compared with their sources.
pub(super) fn foot(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Sentence> {
    let frame = About::Frame("foot-version");
    let version = her2_knowledge::version();
    let mut foot = writer.say("foot-version", &[text("version", version)], &frame);
    let checked = pages(of).iter().map(|page| page.checked).min();
    if let Some(checked) = checked {
        let date = writer.words.day(checked);
        foot.extend(writer.say("foot-checked", &[text("date", &date)], &frame));
    }
    foot
}
