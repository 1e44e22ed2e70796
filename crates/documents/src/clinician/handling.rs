//! What histology and specimen ask for, how the tissue was handled, and the tumour in a line each.

use super::findings::row_cells;
use super::result::labels;
use super::section_of;
use crate::page::{Block, Section, Table};
use crate::sentence::{About, RowRef, Sentence};
use crate::told::Story;
use crate::words::Words;
use crate::writer::{Writer, text};
use her2_case::{Fact, ReceptorResult, Record, Term};

pub(super) fn retest(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    if story.retest.is_empty() {
        return None;
    }
    let heading = writer.label("clinician-heading-retest");
    let mut rows = Vec::new();
    for retest in &story.retest {
        let name = format!("retest-{}", retest.answer);
        rows.extend(answers(writer, &name, &retest.rows, &retest.about));
    }
    let table = Table {
        caption: writer.label("caption-retest"),
        head: labels(
            writer,
            &[
                "column-answer",
                "column-row",
                "column-source",
                "column-basis",
            ],
        ),
        rows,
    };
    section_of("retest", heading, vec![Block::Table(table)])
}

/// The answer beside each row that leads to it.
fn answers(
    writer: &mut Writer<'_>,
    name: &str,
    rows: &[RowRef],
    about: &About,
) -> Vec<Vec<Sentence>> {
    rows.iter()
        .map(|row| {
            let mut cells = vec![writer.line(name, &[], about)];
            cells.extend(row_cells(writer, Some(row)));
            cells
        })
        .collect()
}

pub(super) fn section(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-handling");
    let handling = &story.record.preanalytics;
    let mut items = Vec::new();
    if let Some(hours) = &handling.fixation_hours {
        let words = hours.value.to_string();
        let about = About::fact(hours.origin);
        items.push(writer.say("handling-fixation", &[text("hours", &words)], &about));
    }
    if let Some(minutes) = &handling.ischaemia_minutes {
        let words = minutes.value.to_string();
        let about = About::fact(minutes.origin);
        items.push(writer.say("handling-ischaemia", &[text("minutes", &words)], &about));
    }
    for (fact, yes, no) in [
        (
            &handling.formalin,
            "handling-formalin-yes",
            "handling-formalin-no",
        ),
        (
            &handling.decalcified,
            "handling-decalcified-yes",
            "handling-decalcified-no",
        ),
    ] {
        if let Some(fact) = fact {
            let name = if fact.value { yes } else { no };
            items.push(writer.say(name, &[], &About::fact(fact.origin)));
        }
    }
    if handling.fixation_hours.is_none() && handling.ischaemia_minutes.is_none() {
        let about = About::NotSaid("preanalytics");
        items.push(writer.say("handling-unknown", &[], &about));
    }
    let mut blocks = vec![Block::List(items)];
    if let Some(told) = &story.handling {
        let name = format!("handling-{}", told.answer);
        let rows = answers(writer, &name, &told.rows, &told.about);
        blocks.push(Block::Table(Table {
            caption: writer.label("caption-handling"),
            head: labels(
                writer,
                &[
                    "column-answer",
                    "column-row",
                    "column-source",
                    "column-basis",
                ],
            ),
            rows,
        }));
    }
    section_of("handling", heading, blocks)
}

pub(super) fn tumor(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let heading = writer.label("clinician-heading-tumor");
    let record = story.record;
    let mut facts = Vec::new();
    receptor(writer, "tumor-er", record.er.as_ref(), &mut facts);
    receptor(writer, "tumor-pr", record.pr.as_ref(), &mut facts);
    for (label, words, about) in lines(writer.words, record) {
        facts.push((writer.label(label), vec![writer.literal(words, &about)]));
    }
    if facts.is_empty() {
        return None;
    }
    section_of("tumor", heading, vec![Block::Facts(facts)])
}

fn receptor(
    writer: &mut Writer<'_>,
    label: &'static str,
    result: Option<&ReceptorResult>,
    facts: &mut Vec<(Sentence, Vec<Sentence>)>,
) {
    let Some(result) = result else { return };
    let own = writer.words;
    let mut words = own.recorded("receptor", result.status.name());
    for (name, value) in [
        ("percent", result.percent.map(|fact| fact.value.to_string())),
        ("allred", result.allred.map(|fact| fact.value.to_string())),
        ("h-score", result.h_score.map(|fact| fact.value.to_string())),
    ] {
        if let Some(value) = value {
            words = format!("{words}, {}", own.recorded_value(name, &value));
        }
    }
    let about = About::fact(result.origin);
    facts.push((writer.label(label), vec![writer.literal(words, &about)]));
}

/// What the record says of the tumour, as label, words and place.
fn lines(words: &Words, record: &Record) -> Vec<(&'static str, String, About)> {
    let tumor = &record.tumor;
    let mut lines = Vec::new();
    let mut add = |label, words: Option<(String, About)>| {
        if let Some((words, about)) = words {
            lines.push((label, words, about));
        }
    };
    add(
        "tumor-histology",
        said(tumor.histology.as_ref(), |t| {
            words.recorded("histology", t.name())
        }),
    );
    add(
        "tumor-grade",
        said(tumor.grade.as_ref(), |grade| grade.name().to_owned()),
    );
    add(
        "tumor-size",
        said(tumor.size_mm.as_ref(), |mm| format!("{mm} mm")),
    );
    let nodes = [tumor.nodes_positive, tumor.nodes_examined];
    let places = nodes.iter().flatten().map(|fact| fact.origin).collect();
    let count = |fact: Option<Fact<u32>>| fact.map_or("?".into(), |fact| fact.value.to_string());
    let counts = format!("{} / {}", count(nodes[0]), count(nodes[1]));
    let any = nodes.iter().any(Option::is_some);
    add("tumor-nodes", any.then_some((counts, About::Facts(places))));
    let prefix = tumor.tnm_prefix.map_or("", |prefix| prefix.value.name());
    let letters: Vec<_> = [&tumor.t, &tumor.n, &tumor.m]
        .into_iter()
        .flatten()
        .collect();
    let category: Vec<String> = letters
        .iter()
        .map(|fact| format!("{prefix}{}", fact.value))
        .collect();
    let about = About::Facts(letters.iter().map(|fact| fact.origin).collect());
    add(
        "tumor-stage",
        (!letters.is_empty()).then(|| (crate::read::shown(&category.join(" ")), about)),
    );
    add(
        "tumor-ki67",
        said(tumor.ki67.as_ref(), |percent| {
            words.recorded_value("percent", &percent.to_string())
        }),
    );
    add(
        "tumor-lvi",
        said(tumor.lvi.as_ref(), |seen| {
            words.recorded("seen", seen.name())
        }),
    );
    add(
        "tumor-margins",
        said(tumor.margins.as_ref(), |margin| {
            words.recorded("margins", margin.name())
        }),
    );
    lines
}

fn said<T>(fact: Option<&Fact<T>>, show: impl FnOnce(&T) -> String) -> Option<(String, About)> {
    fact.map(|fact| (show(&fact.value), About::fact(fact.origin)))
}
