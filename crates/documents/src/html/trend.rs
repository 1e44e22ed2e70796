//! A number over time as inline SVG: a line through the days, each bound a dashed line with its name.

use crate::picture::Trend;
use maud::{Markup, html};

const WIDTH: u32 = 640;
const HEIGHT: u32 = 300;
const LEFT: u32 = 20;
const PLOT: u32 = 430;
const TOP: u32 = 40;
const DEPTH: u32 = 210;

/// The picture.
pub(super) fn trend(trend: &Trend, id: &str) -> Markup {
    let y = |value| TOP + DEPTH - trend.position(value, DEPTH);
    let days = trend.days().max(1);
    let x = |at: u32| LEFT + at * PLOT / days;
    let points: Vec<(u32, u32)> = trend
        .points
        .iter()
        .map(|point| (x(trend.day_of(point)), y(point.value)))
        .collect();
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let last = trend.points.len().saturating_sub(1);
    let mut names: Vec<(u32, &str)> = trend
        .bounds
        .iter()
        .map(|bound| (y(bound.value), bound.label.as_str()))
        .collect();
    names.sort_unstable();
    html! {
        svg viewBox={"0 0 " (WIDTH) " " (HEIGHT)} role="img" aria-labelledby={(id) "-title " (id) "-said"} {
            title #{(id) "-title"} { (trend.title.words()) }
            desc #{(id) "-said"} { (trend.description.words()) }
            @for bound in &trend.bounds {
                @let y = y(bound.value);
                line.cut x1=(LEFT) x2=(LEFT + PLOT) y1=(y) y2=(y) {}
            }
            @for (at, name) in apart(&names) {
                text x=(LEFT + PLOT + 8) y=(at + 5) { (name) }
            }
            polyline.curve points=(line.join(" ")) {}
            @for (index, ((x, y), point)) in points.iter().zip(&trend.points).enumerate() {
                circle.dot cx=(x) cy=(y) r="7" {}
                @let fell = index > 0 && points[index - 1].1 < *y;
                @let beside = if fell { y + 26 } else { y.saturating_sub(13) };
                text.name.over x=(x) y=(beside) text-anchor=(anchor(index, last)) { (point.shown) }
                @if index == 0 || index == last {
                    text x=(x) y=(HEIGHT - 12) text-anchor=(anchor(index, last)) { (point.label) }
                }
            }
        }
    }
}

fn anchor(index: usize, last: usize) -> &'static str {
    match index {
        0 => "start",
        index if index == last => "end",
        _ => "middle",
    }
}

/// Names moved down where they would stand on each other.
fn apart<'a>(names: &[(u32, &'a str)]) -> Vec<(u32, &'a str)> {
    const LINE: u32 = 18;
    let mut free = 0;
    let place = |(y, name): &(u32, &'a str)| {
        let at = (*y).max(free);
        free = at + LINE;
        (at, *name)
    };
    names.iter().map(place).collect()
}
