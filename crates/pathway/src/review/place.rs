//! Where a diagnostic points: first the place to look at, then the others that it rests on.

use super::known::Subject;
use her2_case::{Her2Result, Origin, Record};

/// The places of a diagnostic that points at this and rests on those.
pub(super) fn places(points_at: &str, subject: &Subject<'_>, because: &[Origin]) -> Vec<Origin> {
    let candidates = candidates(points_at, subject);
    // These words mean one of several places: the one that the finding rests on.
    let one_of_several = ["copies", "tissue", "histology"].contains(&points_at);
    let named = |origin: &&Origin| one_of_several && because.contains(origin);
    let named = candidates.iter().find(named);
    let first = named.or(candidates.first()).or(because.first()).copied();
    let others = because
        .iter()
        .copied()
        .filter(|origin| !first.is_some_and(|first| holds(*origin, first)));
    let mut places: Vec<_> = first.into_iter().chain(others).collect();
    let mut seen = Vec::new();
    places.retain(|place| {
        let new = !seen.contains(place);
        seen.push(*place);
        new
    });
    places
}

/// Whether the one place covers the other.
fn holds(outer: Origin, inner: Origin) -> bool {
    match (outer.as_span(), inner.as_span()) {
        (Some(outer), Some(inner)) => outer.start <= inner.start && inner.end <= outer.end,
        _ => outer == inner,
    }
}

/// The places that the word of the page can mean, the best first.
fn candidates(points_at: &str, subject: &Subject<'_>) -> Vec<Origin> {
    let of_results = |place: &dyn Fn(&Her2Result) -> Option<Origin>| -> Vec<Origin> {
        subject
            .results
            .iter()
            .filter_map(|result| place(result))
            .collect()
    };
    let mut places = match points_at {
        "score" => of_results(&|result| result.score.map(|fact| fact.origin)),
        "ratio" => of_results(&|result| result.ratio.map(|fact| fact.origin)),
        "word" => of_results(&|result| result.word.map(|fact| fact.origin)),
        "percent" => of_results(&|result| result.percent.map(|fact| fact.origin)),
        "cells" => of_results(&|result| result.cells.map(|fact| fact.origin)),
        "copies" => {
            let mut copies = of_results(&|result| result.her2_copies.map(|fact| fact.origin));
            copies.extend(of_results(&|result| {
                result.cep17_copies.map(|fact| fact.origin)
            }));
            copies.extend(of_results(&|result| {
                result.her2_total.map(|fact| fact.origin)
            }));
            copies
        }
        "group" => {
            let mut group = of_results(&|result| result.group.map(|fact| fact.origin));
            group.extend(of_results(&|result| result.ratio.map(|fact| fact.origin)));
            group.extend(of_results(&|result| {
                result.her2_copies.map(|fact| fact.origin)
            }));
            group
        }
        "tissue" => tissue(subject.record),
        "histology" => histology(subject.record),
        _ => Vec::new(),
    };
    if let Some(receptor) = subject.receptor {
        places.extend(
            receptor
                .percent
                .filter(|_| points_at == "percent")
                .map(|fact| fact.origin),
        );
        places.push(receptor.origin);
    }
    if points_at != "report" {
        places.extend(of_results(&|result| Some(heart(result))));
    }
    places
}

/// The value for which a result is read: what stands for it where its quote is long.
fn heart(result: &Her2Result) -> Origin {
    let score = result.score.map(|fact| fact.origin);
    let word = result.word.map(|fact| fact.origin);
    let ratio = result.ratio.map(|fact| fact.origin);
    score.or(word).or(ratio).unwrap_or(result.origin)
}

fn tissue(record: &Record) -> Vec<Origin> {
    let handling = &record.preanalytics;
    [
        handling.fixation_hours.map(|fact| fact.origin),
        handling.ischaemia_minutes.map(|fact| fact.origin),
        handling.decalcified.map(|fact| fact.origin),
        handling.formalin.map(|fact| fact.origin),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn histology(record: &Record) -> Vec<Origin> {
    let tumor = &record.tumor;
    [
        tumor.histology.map(|fact| fact.origin),
        tumor.invasive.map(|fact| fact.origin),
        tumor.metastatic_site.map(|fact| fact.origin),
        tumor.grade.map(|fact| fact.origin),
    ]
    .into_iter()
    .flatten()
    .collect()
}
