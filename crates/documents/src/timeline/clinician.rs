//! A patient's results over time for the clinician: a row for each sample, and what follows by row.

use super::{number, picture};
use crate::clinician::{category_words, line, row_cells, status_words};
use crate::page::{Block, Grid, Section, Table};
use crate::read::shown;
use crate::sentence::{About, Sentence};
use crate::told::{AdviceTold, ConflictTold, OverTime, Ruled, SampleTold};
use crate::writer::{Writer, text};
use her2_case::{Laterality, Procedure};
use her2_pathway::timeline::DayOf;

/// The position of the column with the record's own edition.
const OWN: usize = 5;

/// The section.
pub(crate) fn section(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-timeline");
    let mut blocks: Vec<Block> = picture::block(writer, over).into_iter().collect();
    blocks.push(Block::Grid(samples(writer, over)));
    blocks.push(Block::Table(rules(writer, over)));
    Some(Section {
        id: "timeline",
        heading,
        blocks,
    })
}

/// The same in short, for a plan.
pub(crate) fn plan(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Section {
    let heading = writer.label("heading-plan-timeline");
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    for at in 0..over.samples.len() {
        items.push(vec![sample_line(writer, over, at)]);
    }
    let mut blocks = vec![Block::List(items)];
    let mut said = Vec::new();
    if let Some(current) = &over.current {
        said.extend(rule_words(writer, "clinician-current-rule", &current.rule));
    }
    for conflict in &over.conflicts {
        said.extend(conflict_words(writer, conflict));
    }
    if !said.is_empty() {
        blocks.push(Block::Note(said));
    }
    Section {
        id: "timeline",
        heading,
        blocks,
    }
}

/// A sample with its day, what it is, what was found in it, and how it stands.
fn sample_line(writer: &mut Writer<'_>, over: &OverTime<'_>, at: usize) -> Sentence {
    let sample = &over.samples[at];
    let day = match sample.date {
        Some(_) => day(writer, sample),
        None => writer.message("lane-undated", &[]),
    };
    let parts = [
        day,
        name(sample, writer),
        line(writer.words, &sample.tested),
        status_words(writer, &sample.tested.decided),
        standing(writer, over, at),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (number, words) = (number(at), parts.join("; "));
    let values = [text("number", &number), text("words", &words)];
    let about = &sample.tested.decided.status_about;
    writer.line("clinician-timeline-sample", &values, about)
}

fn samples(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Grid {
    let head = [
        "column-number",
        "column-date",
        "column-sample",
        "column-tests",
        "column-today",
        "column-own",
        "column-role",
    ];
    // A column that would be empty only makes the others narrow.
    let own = over.samples.iter().any(|sample| sample.own.is_some());
    let head = head.into_iter().filter(|name| own || *name != "column-own");
    let head = head.map(|name| writer.label(name)).collect();
    let rows = over.samples.iter().enumerate();
    let rows = rows
        .map(|(at, sample)| {
            let mut cells = row(writer, over, at, sample);
            if !own {
                cells.remove(OWN);
            }
            cells
        })
        .collect();
    Grid {
        caption: writer.label("clinician-timeline-caption"),
        head,
        rows,
    }
}

fn row(
    writer: &mut Writer<'_>,
    over: &OverTime<'_>,
    at: usize,
    sample: &SampleTold,
) -> Vec<Vec<Sentence>> {
    let frame = About::Frame("timeline");
    let decided = &sample.tested.decided;
    let about = decided.status_about.clone();
    let mut what = name(sample, writer);
    if over.several_sources {
        let record = shown(&sample.record);
        what = if what.is_empty() {
            record
        } else {
            format!("{what}; {record}")
        };
    }
    let (status, category) = (
        status_words(writer, decided),
        category_words(writer, decided),
    );
    let today = if status == category {
        vec![writer.literal(status, &about)]
    } else {
        vec![
            writer.literal(status, &about).ended(";"),
            writer.literal(category, &decided.category_about),
        ]
    };
    let own = match &sample.own {
        Some((edition, decided)) => {
            let words = format!("{}: {}", edition.year, status_words(writer, decided));
            vec![writer.literal(words, &decided.status_about)]
        }
        None => Vec::new(),
    };
    let (day, standing) = (day(writer, sample), standing(writer, over, at));
    vec![
        vec![writer.literal(number(at), &frame)],
        vec![writer.literal(day, &frame)],
        vec![writer.literal(what, &frame)],
        vec![writer.literal(line(writer.words, &sample.tested), &about)],
        today,
        own,
        vec![writer.literal(standing, &frame)],
    ]
}

fn day(writer: &Writer<'_>, sample: &SampleTold) -> String {
    let Some(day) = sample.date.map(|day| day.to_string()) else {
        return writer.message("clinician-day-none", &[]);
    };
    match sample.day_of {
        Some(DayOf::Report | DayOf::Result) => {
            writer.message("clinician-day-reported", &[text("day", &day)])
        }
        Some(DayOf::Taken) | None => day,
    }
}

/// Side, procedure and point of a sample.
fn name(sample: &SampleTold, writer: &Writer<'_>) -> String {
    let point = sample
        .point
        .map(|point| format!("clinician-point-{}", point.name()));
    let parts = [
        sample
            .side
            .map(|side| writer.words.recorded("side", Laterality::name(side))),
        sample
            .procedure
            .map(|how| writer.words.recorded("procedure", Procedure::name(how))),
        point.map(|name| writer.message(&name, &[])),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.dedup();
    parts.join(", ")
}

fn standing(writer: &Writer<'_>, over: &OverTime<'_>, at: usize) -> String {
    let sample = &over.samples[at];
    let mut parts = Vec::new();
    if over.is_current(at) {
        parts.push(writer.message("clinician-standing-current", &[]));
    }
    if let Some(later) = sample.superseded_by {
        let later = number(later);
        parts.push(writer.message("clinician-standing-superseded", &[text("number", &later)]));
    }
    if sample.quoted {
        parts.push(writer.message("clinician-standing-quoted", &[]));
    }
    if parts.is_empty() {
        parts.push(writer.message("clinician-standing-kept", &[]));
    }
    parts.join(", ")
}

fn rule_words(writer: &mut Writer<'_>, prefix: &str, ruled: &Ruled) -> Vec<Sentence> {
    writer.say(&format!("{prefix}-{}", ruled.name), &[], &ruled.about)
}

fn conflict_words(writer: &mut Writer<'_>, conflict: &ConflictTold) -> Vec<Sentence> {
    let (one, two) = (number(conflict.earlier), number(conflict.later));
    let name = format!("clinician-discordance-{}", conflict.found.name);
    let values = [text("one", &one), text("two", &two)];
    writer.say(&name, &values, &conflict.found.about)
}

/// Two samples that contradict each other, and each of them in a line.
pub(crate) fn conflict(
    writer: &mut Writer<'_>,
    over: &OverTime<'_>,
    conflict: &ConflictTold,
) -> Vec<Vec<Sentence>> {
    let mut said = vec![conflict_words(writer, conflict)];
    for at in [conflict.earlier, conflict.later] {
        said.push(vec![sample_line(writer, over, at)]);
    }
    said
}

/// An advice that stands, and the sample it is about in a line.
pub(crate) fn advice(
    writer: &mut Writer<'_>,
    over: &OverTime<'_>,
    advice: &AdviceTold,
) -> Vec<Vec<Sentence>> {
    let words = advice_words(writer, advice);
    let mut said = vec![vec![writer.literal(words, &advice.retest.about)]];
    let sample = advice.sample.filter(|at| *at < over.samples.len());
    said.extend(sample.map(|at| vec![sample_line(writer, over, at)]));
    said
}

fn advice_words(writer: &Writer<'_>, advice: &AdviceTold) -> String {
    match advice.sample {
        Some(at) => {
            let number = number(at);
            let advised = writer.message(&format!("retest-{}", advice.retest.name), &[]);
            let values = [text("number", &number), text("advice", &advised)];
            writer.message("clinician-advice-sample", &values)
        }
        None => writer.message("clinician-advice-metastasis", &[]),
    }
}

/// Current result, contradictions, low expression and advice, each with its row and its source.
fn rules(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Table {
    let head = [
        "column-question",
        "column-answer",
        "column-row",
        "column-source",
        "column-basis",
    ];
    let head = head.iter().map(|name| writer.label(name)).collect();
    let mut said: Vec<(&'static str, String, About)> = Vec::new();
    if let Some(current) = &over.current {
        let rule = format!("clinician-current-rule-{}", current.rule.name);
        let (here, words) = (number(current.sample), writer.message(&rule, &[]));
        let values = [text("number", &here), text("words", &words)];
        let mut words = writer.message("clinician-timeline-sample", &values);
        let besides = [
            ("clinician-timeline-awaited", current.awaited),
            ("clinician-timeline-settled", current.last_settled),
        ];
        for (name, at) in besides {
            if let Some(at) = at.filter(|at| *at != current.sample) {
                let number = number(at);
                let more = writer.message(name, &[text("number", &number)]);
                words = format!("{words} ({more})");
            }
        }
        said.push((
            "clinician-timeline-current",
            words,
            current.rule.about.clone(),
        ));
    }
    for conflict in &over.conflicts {
        let words: Vec<String> = conflict_words(writer, conflict)
            .iter()
            .map(|sentence| sentence.words().to_owned())
            .collect();
        let mut words = words.join(" ");
        if let Some(flag) = conflict.flag {
            words = format!("{words} {flag}");
        }
        said.push((
            "clinician-timeline-conflict",
            words,
            conflict.found.about.clone(),
        ));
    }
    if let Some(low) = &over.low {
        let words = writer.message(&format!("clinician-low-{}", low.name), &[]);
        said.push(("clinician-timeline-low", words, low.about.clone()));
    }
    for advice in &over.advice {
        let words = advice_words(writer, advice);
        said.push((
            "clinician-timeline-advice",
            words,
            advice.retest.about.clone(),
        ));
    }
    let rows = said.into_iter().map(|(name, words, about)| {
        let row = about.rows().first().copied();
        let mut cells = vec![writer.label(name), writer.literal(words, &about)];
        cells.extend(row_cells(writer, row.as_ref()));
        cells
    });
    let rows = rows.collect();
    Table {
        caption: writer.label("clinician-timeline-rules"),
        head,
        rows,
    }
}
