//! The patient's page: what is usually watched and when, in plain words, and only what was read in its source.

use super::clinician::foot;
use super::schedule::{about_schedule, contraception, grouped, pages};
use super::words::{name, next_days, when};
use super::{Monitored, overdue};
use crate::page::{Block, Grid, Page, Section};
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
use her2_case::{Mark, MonitoredTest, MonitoringPhase, Term};
use her2_knowledge::MonitoringBy;
use her2_pathway::monitoring::Item;

/// The page in the words of a language.
pub(super) fn page(of: &Monitored<'_>, words: &'static Words) -> Page {
    let mut writer = Writer::for_knowledge(words);
    let title = writer.label("monitor-title-patient");
    let mut lead = overdue::patient(&mut writer, of);
    lead.extend(super::heart::later(&mut writer, of));
    lead.extend(writer.frame("monitor-patient-lead"));
    let medicines: Vec<_> = of
        .request
        .medicines
        .iter()
        .map(|of| name(words, of))
        .collect();
    let medicines = medicines.join(", ");
    lead.extend(writer.say(
        "monitor-patient-medicines",
        &[text("medicines", &medicines)],
        &About::Frame("monitor-patient-medicines"),
    ));
    let frame = writer.frame("monitor-frame-patient");
    let mut sections = Vec::new();
    for (id, heading, blocks) in [
        ("tests", "monitor-heading-dates", tests(&mut writer, of)),
        ("calls", "monitor-heading-calls", calls(&mut writer, of)),
        (
            "contraception",
            "monitor-heading-contraception",
            contraception(&mut writer, of, true),
        ),
    ] {
        if !blocks.is_empty() {
            let heading = writer.label(heading);
            sections.push(Section {
                id,
                heading,
                blocks,
            });
        }
    }
    if sections.is_empty() {
        lead.extend(writer.frame("monitor-patient-nothing"));
    }
    let quotes_heading = writer.label("monitor-heading-quotes");
    let foot = foot(&mut writer, of);
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

/// Tests by the labels, each once with its times one after the other.
fn tests(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let checked = |item: &Item| {
        item.schedule.mark == Mark::Checked && item.schedule.phase != MonitoringPhase::Held
    };
    let groups = grouped(of, MonitoringBy::Label);
    let groups: Vec<_> = groups.iter().filter(|(item, _)| checked(item)).collect();
    let mut rows: Vec<Vec<Vec<Sentence>>> = Vec::new();
    for &test in MonitoredTest::ALL {
        let mut said: Vec<Sentence> = Vec::new();
        let mut days: Vec<Sentence> = Vec::new();
        for (item, _) in groups.iter().filter(|(item, _)| item.schedule.test == test) {
            let about = about_schedule(item.page, item.schedule);
            let phase = format!("monitor-patient-phase-{}", item.schedule.phase.name());
            let phase = writer.message(&phase, &[]);
            let words = sentence(&when(writer, item.schedule, &phase));
            if said.iter().any(|known| known.words() == words) {
                continue;
            }
            said.push(writer.literal(words, &about));
        }
        for appointment in &of.plan.appointments {
            let item = appointment.item;
            let coming = appointment.series.next(of.plan.as_of).is_some();
            if item.schedule.test == test && checked(&item) && coming {
                let words = next_days(writer, of, appointment.series);
                let about = about_schedule(item.page, item.schedule);
                days.push(writer.literal(words, &about));
            }
        }
        if !said.is_empty() {
            let test = format!("monitor-patient-test-{}", test.name());
            let test = writer.line(&test, &[], &About::Frame("monitor-column-test"));
            rows.push(vec![vec![test], said, days]);
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Grid(Grid {
        caption: writer.label("monitor-title-patient"),
        head: vec![
            writer.label("monitor-column-test"),
            writer.label("monitor-column-when"),
            writer.label("monitor-column-days"),
        ],
        rows,
    })]
}

fn calls(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Vec<Block> {
    let mut calls: Vec<_> = pages(of)
        .into_iter()
        .flat_map(|page| page.calls.iter().map(move |call| (page, call)))
        .filter(|(_, call)| call.mark == Mark::Checked)
        .collect();
    calls.sort_by_key(|(_, call)| (call.urgency, call.symptom));
    calls.dedup_by_key(|(_, call)| call.symptom);
    if calls.is_empty() {
        return Vec::new();
    }
    let rows = calls.into_iter().map(|(page, call)| {
        let about = About::Knowledge {
            page: page.id,
            cite: call.cite,
            mark: call.mark,
        };
        let contact = format!("monitor-patient-contact-{}", call.contact.name());
        let urgency = format!("monitor-patient-urgency-{}", call.urgency.name());
        vec![
            vec![writer.page_words(call.symptom, &about)],
            vec![writer.line(&contact, &[], &About::Frame("monitor-column-contact"))],
            vec![writer.line(&urgency, &[], &About::Frame("monitor-column-urgency"))],
        ]
    });
    let rows = rows.collect();
    vec![
        Block::Note(writer.frame("monitor-patient-calls")),
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

/// With a capital letter and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}
