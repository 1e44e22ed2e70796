//! The measured heart over time, with the bounds that the labels draw.

use super::Monitored;
use crate::page::Block;
use crate::picture::{Trend, TrendBound, TrendPoint};
use crate::sentence::About;
use crate::writer::{Writer, text};
use her2_case::{Decimal, Question};
use her2_pages::Bands;
use her2_pathway::monitoring::{HeartRule, LowerLimit};
use her2_pathway::therapy::drop_below;

/// The picture; nothing with fewer than two values.
pub(super) fn picture(writer: &mut Writer<'_>, of: &Monitored<'_>) -> Option<Block> {
    const FEWEST: usize = 2;
    let series = &of.plan.measured.series;
    if series.len() < FEWEST {
        return None;
    }
    let points: Vec<_> = series
        .iter()
        .map(|reading| TrendPoint {
            day: reading.of.date,
            label: reading.of.date.to_string(),
            shown: format!("{}%", reading.of.percent),
            value: reading.of.percent,
        })
        .collect();
    let bounds = bounds(writer, of);
    let about = About::Facts(series.iter().map(|reading| reading.origin).collect());
    let said = points
        .iter()
        .map(|point| format!("{} {}", point.label, point.shown));
    let said = said.collect::<Vec<_>>().join(", ");
    let drawn = bounds
        .iter()
        .map(|bound| bound.label.clone())
        .collect::<Vec<_>>()
        .join(", ");
    let values = [text("points", &said), text("bounds", &drawn)];
    let description = writer.line("monitor-series-said", &values, &about);
    Some(Block::Trend(Trend {
        title: writer.label("monitor-series"),
        description,
        points,
        bounds,
    }))
}

/// The bounds of the tables that were asked: of the value itself, of the fall from the value before treatment, and the laboratory's.
fn bounds(writer: &Writer<'_>, of: &Monitored<'_>) -> Vec<TrendBound> {
    let before = of.plan.measured.before.map(|reading| reading.of.percent);
    let mut bounds: Vec<TrendBound> = Vec::new();
    let mut add = |value: Decimal, label: String| {
        if !bounds.iter().any(|bound| bound.value == value) {
            bounds.push(TrendBound { value, label });
        }
    };
    if let LowerLimit::At(limit) = of.request.limit {
        let percent = limit.to_string();
        add(
            limit,
            writer.message("monitor-bound-limit", &[text("percent", &percent)]),
        );
    }
    let rules = of.plan.medicines.iter().flat_map(|plan| &plan.rules);
    let tables = rules.filter_map(|rule| match rule {
        HeartRule::Found { page, .. } => page.table(),
        _ => None,
    });
    for column in tables.flat_map(|table| table.columns()) {
        let Bands::Number(cuts) = column.bands else {
            continue;
        };
        for cut in cuts {
            match (column.question, before) {
                (Question::Lvef, _) => {
                    let percent = cut.at.to_string();
                    add(
                        cut.at,
                        writer.message("monitor-bound-value", &[text("percent", &percent)]),
                    );
                }
                (Question::LvefDrop, Some(before)) => {
                    let value = drop_below(before, cut.at);
                    let (percent, points) = (value.to_string(), cut.at.to_string());
                    let values = [text("percent", &percent), text("points", &points)];
                    add(value, writer.message("monitor-bound-fall", &values));
                }
                _ => {}
            }
        }
    }
    bounds.sort_by_key(|bound| bound.value);
    bounds
}
