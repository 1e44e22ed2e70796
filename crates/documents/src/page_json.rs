//! A page as JSON: the same tree, each sentence with what it is about, for programs that show it their own way.

use crate::page::{Block, Grid, Page, Table};
use crate::picture::{Gauges, LaneMark, Lanes, Map, Scale, Trend, place};
use crate::sentence::{About, Foreign, Sentence};
use her2_case::{Mark, Term};
use serde_json::{Value, json};

/// The page as one JSON object on one line, keys in alphabetical order.
pub fn page_json(page: &Page) -> String {
    let sections: Vec<Value> = page
        .sections
        .iter()
        .map(|section| {
            json!({
                "id": section.id,
                "heading": section.heading.words(),
                "blocks": section.blocks.iter().map(block).collect::<Vec<_>>(),
            })
        })
        .collect();
    let quotes: Vec<Value> = page
        .quotes
        .iter()
        .enumerate()
        .map(|(index, quote)| {
            let mut value = json!({"number": index + 1, "words": quote.words, "line": quote.line, "span": quote.span});
            if let Some(path) = &quote.path {
                value["path"] = json!(path);
            }
            if let Some(source) = &quote.source {
                value["source"] = json!(source);
            }
            value
        })
        .collect();
    let sources: Vec<Value> = page
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| {
            let cites: Vec<String> = source.cites.iter().map(ToString::to_string).collect();
            let mut value = json!({"number": index + 1, "cites": cites, "words": source.words, "link": source.link});
            if let Some(title) = &source.title {
                value["foreign"] = foreign(title);
            }
            value
        })
        .collect();
    json!({
        "lang": page.lang,
        "title": page.title.words(),
        "lead": sentences(&page.lead),
        "frame": sentences(&page.frame),
        "sections": sections,
        "quotes": quotes,
        "sources": sources,
        "foot": sentences(&page.foot),
    })
    .to_string()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph(said) => json!({"kind": "paragraph", "sentences": sentences(said)}),
        Block::Note(said) => json!({"kind": "note", "sentences": sentences(said)}),
        Block::Ask(asks) => json!({"kind": "ask", "sentences": sentences(asks)}),
        Block::List(items) => {
            let items: Vec<Value> = items.iter().map(|item| sentences(item)).collect();
            json!({"kind": "list", "items": items})
        }
        Block::Facts(facts) => {
            let facts: Vec<Value> = facts
                .iter()
                .map(|(name, said)| json!({"name": name.words(), "sentences": sentences(said)}))
                .collect();
            json!({"kind": "facts", "facts": facts})
        }
        Block::Heading(heading) => json!({"kind": "heading", "words": heading.words()}),
        Block::Scale(scale) => scale_json(scale),
        Block::Gauges(gauges) => gauges_json(gauges),
        Block::Trend(trend) => trend_json(trend),
        Block::Lanes(lanes) => lanes_json(lanes),
        Block::Map(map) => map_json(map),
        Block::Table(table) => table_json(table),
        Block::Grid(grid) => grid_json(grid),
    }
}

fn scale_json(scale: &Scale) -> Value {
    let stops: Vec<Value> = scale
        .stops
        .iter()
        .map(|stop| json!({"label": stop.label, "here": stop.here}))
        .collect();
    json!({"kind": "scale", "description": sentence(&scale.description), "stops": stops})
}

fn trend_json(trend: &Trend) -> Value {
    let points = trend.points.iter();
    let points: Vec<Value> = points
        .map(|point| json!({"day": point.label, "value": point.value.to_string()}))
        .collect();
    let bounds = trend.bounds.iter();
    let bounds: Vec<Value> = bounds
        .map(|bound| json!({"label": bound.label, "value": bound.value.to_string()}))
        .collect();
    json!({"kind": "trend", "description": sentence(&trend.description), "points": points, "bounds": bounds})
}

fn lanes_json(lanes: &Lanes) -> Value {
    let mark = |mark: LaneMark| match mark {
        LaneMark::Negative => "negative",
        LaneMark::Positive => "positive",
        LaneMark::Open => "open",
    };
    let lane = |lane: &crate::picture::Lane| {
        let samples = lane.samples.iter();
        let samples: Vec<Value> = samples
            .map(|sample| {
                json!({
                    "number": sample.number,
                    "day": sample.day.map(|day| day.to_string()),
                    "result": mark(sample.mark),
                    "current": sample.current,
                })
            })
            .collect();
        json!({"name": lane.name, "samples": samples})
    };
    let bars = lanes.bars.iter();
    let bars: Vec<Value> = bars
        .map(|bar| {
            let until = bar.until.map(|day| day.to_string());
            json!({"name": bar.name, "from": bar.from.to_string(), "until": until})
        })
        .collect();
    let drawn: Vec<Value> = lanes.lanes.iter().map(lane).collect();
    json!({"kind": "lanes", "description": sentence(&lanes.description), "lanes": drawn, "therapies": bars})
}

fn map_json(map: &Map) -> Value {
    let steps = map.steps.iter();
    let steps: Vec<Value> = steps
        .map(|of| {
            let part = place(of.step).map(|(part, _)| part.name());
            json!({"step": of.step.name(), "label": of.label, "part": part, "state": of.state.name()})
        })
        .collect();
    json!({"kind": "map", "description": sentence(&map.description), "steps": steps})
}

fn gauges_json(gauges: &Gauges) -> Value {
    let lines: Vec<Value> = gauges
        .gauges
        .iter()
        .map(|gauge| {
            let cuts: Vec<String> = gauge.cuts.iter().map(ToString::to_string).collect();
            json!({"label": gauge.label, "value": gauge.shown, "cuts": cuts})
        })
        .collect();
    json!({"kind": "gauges", "description": sentence(&gauges.description), "gauges": lines})
}

fn table_json(table: &Table) -> Value {
    let head: Vec<&str> = table.head.iter().map(Sentence::words).collect();
    let rows: Vec<Value> = table.rows.iter().map(|row| sentences(row)).collect();
    json!({"kind": "table", "caption": table.caption.words(), "head": head, "rows": rows})
}

fn grid_json(grid: &Grid) -> Value {
    let head: Vec<&str> = grid.head.iter().map(Sentence::words).collect();
    let rows: Vec<Vec<Value>> = grid
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| sentences(cell)).collect())
        .collect();
    json!({"kind": "grid", "caption": grid.caption.words(), "head": head, "rows": rows})
}

fn sentences(sentences: &[Sentence]) -> Value {
    sentences.iter().map(sentence).collect()
}

fn sentence(sentence: &Sentence) -> Value {
    let mut value = json!({
        "words": sentence.words(),
        "about": about(sentence.about()),
        "quotes": sentence.marks(),
    });
    if let Some(part) = sentence.foreign() {
        value["foreign"] = foreign(part);
    }
    if !sentence.sources().is_empty() {
        value["sources"] = json!(sentence.sources());
    }
    let mark = sentence.about().mark();
    if mark != Mark::Checked {
        value["mark"] = json!(mark.name());
    }
    value
}

fn foreign(part: &Foreign) -> Value {
    json!({"words": part.words, "lang": part.lang})
}

fn about(about: &About) -> Value {
    match about {
        About::Finding { rows, .. } => {
            let rows: Vec<String> = rows
                .iter()
                .map(|row| format!("{}#{}", row.page, row.anchor))
                .collect();
            json!({"finding": rows})
        }
        About::Facts(_) => json!("facts"),
        About::NotSaid(what) => json!({"not_said": what}),
        About::Problem(code, _) => json!({"problem": code}),
        About::Knowledge { page, cite, .. } => {
            json!({"knowledge": {"page": page, "cite": cite.to_string()}})
        }
        About::Frame(name) => json!({"frame": name}),
    }
}
