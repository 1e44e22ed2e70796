//! The picture of a patient over time.

use super::number;
use crate::page::Block;
use crate::picture::{Lane, LaneBar, LaneMark, LaneSample, Lanes};
use crate::sentence::About;
use crate::told::{LineTold, OverTime, joined};
use crate::writer::{Writer, text};
use her2_case::{Fact, Her2Status, PriorTherapy};
use her2_pathway::timeline::LineOf;

/// More samples than this are left to the list.
const MOST: usize = 60;

/// The picture; nothing where there are too many samples to tell them apart.
pub(super) fn block(writer: &mut Writer<'_>, over: &OverTime<'_>) -> Option<Block> {
    if over.samples.len() > MOST {
        return None;
    }
    let names = names(writer, over);
    let lanes: Vec<Lane> = over
        .lines
        .iter()
        .zip(&names)
        .filter(|(line, _)| !line.samples.is_empty())
        .map(|(line, name)| Lane {
            name: name.clone(),
            samples: line.samples.iter().map(|at| sample(over, *at)).collect(),
        })
        .collect();
    let marks = |mark: &LaneMark| {
        lanes
            .iter()
            .flat_map(|lane| &lane.samples)
            .any(|of| of.mark == *mark)
    };
    let legend = LaneMark::ALL.iter().filter(|mark| marks(mark));
    let legend = legend
        .map(|mark| (*mark, writer.message(key(*mark), &[])))
        .collect();
    let bars: Vec<LaneBar> = over
        .therapies
        .iter()
        .filter_map(|therapy| bar(writer, therapy))
        .collect();
    let abouts: Vec<About> = (over.samples.iter())
        .map(|sample| sample.tested.decided.status_about.clone())
        .collect();
    let about = joined(&abouts).unwrap_or(About::Frame("lanes"));
    let said = said(writer, over, &names, &bars);
    Some(Block::Lanes(Lanes {
        title: writer.label("lanes-title"),
        description: writer.literal(said, &about),
        lanes,
        bars,
        legend,
        current: over
            .current
            .as_ref()
            .map(|_| writer.message("lane-current", &[])),
        undated: writer.message("lane-undated", &[]),
    }))
}

fn sample(over: &OverTime<'_>, at: usize) -> LaneSample {
    let told = &over.samples[at];
    LaneSample {
        number: at + 1,
        day: told.date,
        mark: mark(told.status()),
        current: over.is_current(at),
    }
}

fn mark(status: Option<Her2Status>) -> LaneMark {
    match status {
        Some(Her2Status::Positive) => LaneMark::Positive,
        Some(Her2Status::Negative) => LaneMark::Negative,
        _ => LaneMark::Open,
    }
}

fn key(mark: LaneMark) -> &'static str {
    match mark {
        LaneMark::Negative => "lane-negative",
        LaneMark::Positive => "lane-positive",
        LaneMark::Open => "lane-open",
    }
}

/// The names of the lanes, those that are alike with a number.
fn names(writer: &Writer<'_>, over: &OverTime<'_>) -> Vec<String> {
    let plain = |line: &LineTold| {
        let name = match (line.of, line.side) {
            (LineOf::Metastasis, _) => "lane-metastasis".to_owned(),
            (LineOf::Unassigned, _) => "lane-unassigned".to_owned(),
            (LineOf::Tumor, Some(side)) => format!("lane-{}", side.name()),
            (LineOf::Tumor, None) => "lane-unknown".to_owned(),
        };
        writer.message(&name, &[])
    };
    let all: Vec<String> = over.lines.iter().map(plain).collect();
    let named = all.iter().enumerate().map(|(at, name)| {
        let alike = |names: &[String]| names.iter().filter(|other| *other == name).count();
        if alike(&all) < 2 {
            return name.clone();
        }
        let count = alike(&all[..=at]).to_string();
        let values = [text("name", name.as_str()), text("number", &count)];
        writer.message("lane-numbered", &values)
    });
    named.collect()
}

/// A therapy as a bar. Names that the knowledge has are said in the language of the page, the others as given.
fn bar(writer: &Writer<'_>, therapy: &Fact<PriorTherapy>) -> Option<LaneBar> {
    let given = therapy.value.medicines.iter();
    let names: Vec<String> = given
        .map(|(name, _)| crate::read::shown(writer.words.said(name)))
        .collect();
    Some(LaneBar {
        name: names.join(" + "),
        from: therapy.value.started?,
        until: therapy.value.ended,
    })
}

/// The names of the medicines as given.
pub(super) fn medicines(therapy: &PriorTherapy) -> String {
    let names: Vec<String> = (therapy.medicines.iter())
        .map(|(name, _)| crate::read::shown(name))
        .collect();
    names.join(" + ")
}

/// The picture in words.
fn said(writer: &Writer<'_>, over: &OverTime<'_>, names: &[String], bars: &[LaneBar]) -> String {
    let mut parts = vec![writer.message("lanes-said", &[])];
    for (line, name) in over.lines.iter().zip(names) {
        for at in &line.samples {
            let told = &over.samples[*at];
            let undated = || writer.message("lane-undated", &[]);
            let day = told
                .date
                .map_or_else(undated, |day| writer.words.long_day(day));
            let result = writer.message(key(mark(told.status())), &[]);
            let number = number(*at);
            let values = [
                text("number", &number),
                text("lane", name),
                text("day", &day),
                text("result", &result),
            ];
            parts.push(writer.message("lanes-said-sample", &values));
        }
    }
    for bar in bars {
        let from = writer.words.long_day(bar.from);
        let until = match bar.until {
            Some(day) => {
                let day = writer.words.long_day(day);
                writer.message("lanes-until", &[text("until", &day)])
            }
            None => writer.message("lanes-until-unknown", &[]),
        };
        let values = [
            text("name", &bar.name),
            text("from", &from),
            text("until", &until),
        ];
        parts.push(writer.message("lanes-said-therapy", &values));
    }
    if let Some(current) = &over.current {
        let number = number(current.sample);
        parts.push(writer.message("timeline-current", &[text("number", &number)]));
    }
    parts.join(" ")
}
