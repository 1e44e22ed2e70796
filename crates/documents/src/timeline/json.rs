//! A patient over time for programs.

use super::picture::medicines;
use crate::clinician::row_json;
use crate::sentence::About;
use crate::source::Sources;
use crate::told::{Decided, OverTime, Ruled, SampleTold};
use crate::words::Words;
use her2_case::{Fact, PriorTherapy, Procedure, Term};
use her2_pathway::timeline::{DayOf, LineOf};
use serde_json::{Value, json};

/// The timeline as one JSON object. Positions count from 1.
pub(crate) fn json(words: &Words, over: &OverTime<'_>, sources: Option<Sources<'_>>) -> Value {
    let samples: Vec<Value> = over
        .samples
        .iter()
        .enumerate()
        .map(|(at, sample)| {
            let mut value = self::sample(words, sample, sources);
            value["number"] = json!(at + 1);
            value["current"] = json!(over.is_current(at));
            value
        })
        .collect();
    let lines: Vec<Value> = over
        .lines
        .iter()
        .map(|line| {
            let of = match line.of {
                LineOf::Tumor => "tumor",
                LineOf::Unassigned => "unassigned",
                LineOf::Metastasis => "metastasis",
            };
            let samples: Vec<usize> = line.samples.iter().map(|at| at + 1).collect();
            json!({"of": of, "side": line.side.map(|side| side.name()), "samples": samples})
        })
        .collect();
    let current = over.current.as_ref().map(|current| {
        let mut value = ruled(&current.rule);
        value["sample"] = json!(current.sample + 1);
        value["awaited"] = json!(current.awaited.map(|at| at + 1));
        value["last_settled"] = json!(current.last_settled.map(|at| at + 1));
        value
    });
    let conflicts: Vec<Value> = over
        .conflicts
        .iter()
        .map(|conflict| {
            let mut value = ruled(&conflict.found);
            value["samples"] = json!([conflict.earlier + 1, conflict.later + 1]);
            value["flag"] = json!(conflict.flag);
            value
        })
        .collect();
    let advice: Vec<Value> = over
        .advice
        .iter()
        .map(|advice| {
            let mut value = ruled(&advice.retest);
            value["sample"] = json!(advice.sample.map(|at| at + 1));
            value
        })
        .collect();
    json!({
        "records": over.records,
        "samples": samples,
        "tumors": lines,
        "current": current,
        "conflicts": conflicts,
        "advice": advice,
        "low": over.low.as_ref().map(ruled),
        "therapies": over.therapies.iter().map(|of| therapy(of)).collect::<Vec<_>>(),
    })
}

fn ruled(ruled: &Ruled) -> Value {
    let rows: Vec<Value> = ruled.about.rows().iter().map(row_json).collect();
    json!({"answer": ruled.name, "rows": rows})
}

fn sample(words: &Words, sample: &SampleTold, sources: Option<Sources<'_>>) -> Value {
    let decided = &sample.tested.decided;
    let own = sample.own.as_ref().map(|(edition, decided)| {
        json!({"edition": edition.id.0, "status": status(decided), "category": category(decided)})
    });
    let day_of = sample.day_of.map(|of| match of {
        DayOf::Taken => "taken",
        DayOf::Result => "result",
        DayOf::Report => "report",
    });
    json!({
        "record": sample.record,
        "date": sample.date.map(|day| day.to_string()),
        "day_of": day_of,
        "point": sample.point.map(|point| point.name()),
        "side": sample.side.map(|side| side.name()),
        "procedure": sample.procedure.map(Procedure::name),
        "status": status(decided),
        "category": category(decided),
        "evidence": crate::clinician::line(words, &sample.tested),
        "own_edition": own,
        "quoted": sample.quoted,
        "superseded_by": sample.superseded_by.map(|at| at + 1),
        "quotes": quotes(&decided.status_about, sources),
    })
}

fn status(decided: &Decided) -> Option<&'static str> {
    decided.status.map(Term::name)
}

fn category(decided: &Decided) -> Option<&'static str> {
    decided.category.map(Term::name)
}

fn quotes(about: &About, sources: Option<Sources<'_>>) -> Vec<Value> {
    let places = about.places().into_iter();
    let each = places.filter_map(|origin| {
        let (span, sources) = (origin.as_span()?, sources?);
        let text = sources.text(origin.record);
        let mut value = json!({
            "source": sources.name(origin.record),
            "span": [span.start, span.end],
            "quote": text.quote(span),
        });
        if let Some(path) = text.path(span) {
            value["path"] = json!(path);
        }
        Some(value)
    });
    each.collect()
}

pub(crate) fn therapy(of: &Fact<PriorTherapy>) -> Value {
    let therapy = &of.value;
    json!({
        "medicines": medicines(therapy),
        "started": therapy.started.map(|day| day.to_string()),
        "ended": therapy.ended.map(|day| day.to_string()),
        "outcome": therapy.outcome.name(),
    })
}
