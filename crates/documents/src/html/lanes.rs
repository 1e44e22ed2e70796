//! Samples over time as inline SVG: lanes with marks that differ in shape and sign, bars for therapies, years below.

use crate::picture::{Lane, LaneBar, LaneMark, LaneSample, Lanes, apart};
use maud::{Markup, html};

const WIDTH: usize = 640;
const EDGE: usize = 24;
const PLOT: usize = WIDTH - 2 * EDGE;
/// From mark to mark at least.
const MARK: usize = 40;
/// Heights: of a lane's name, of its line, of its samples without a day; and from one of these to the next.
const NAME: usize = 40;
const ROW: usize = 74;
const UNDATED: usize = 52;
const UNDATED_STEP: usize = 76;
const BAR: usize = 60;
const AXIS: usize = 44;
const KEY: usize = 40;

/// The picture.
pub(super) fn lanes(lanes: &Lanes, id: &str) -> Markup {
    let mut tops = vec![0];
    for lane in &lanes.lanes {
        let undated = lane.samples.iter().any(|sample| sample.day.is_none());
        let dated = lane.samples.iter().any(|sample| sample.day.is_some());
        let height = NAME + usize::from(dated) * ROW + usize::from(undated) * UNDATED;
        tops.push(tops.last().copied().unwrap_or(0) + height);
    }
    let bars_at = tops.last().copied().unwrap_or(0);
    let axis_at = bars_at + lanes.bars.len() * BAR + 10;
    let ticks = lanes.ticks(6);
    let key_at = if ticks.is_empty() {
        axis_at
    } else {
        axis_at + AXIS
    };
    let keys = lanes.legend.len() + usize::from(lanes.current.is_some());
    let height = key_at + keys.div_ceil(2) * KEY + 4;
    let last = ticks.len().saturating_sub(1);
    html! {
        svg viewBox={"0 0 " (WIDTH) " " (height)} role="img" aria-labelledby={(id) "-title " (id) "-said"} {
            title #{(id) "-title"} { (lanes.title.words()) }
            desc #{(id) "-said"} { (lanes.description.words()) }
            @for (day, _) in &ticks {
                @let x = EDGE + lanes.position(*day, PLOT);
                line.lane-year x1=(x) x2=(x) y1="30" y2=(axis_at) {}
            }
            @for (top, lane) in tops.iter().zip(&lanes.lanes) { (one(lanes, lane, *top)) }
            @for (index, bar) in lanes.bars.iter().enumerate() { (therapy(lanes, bar, bars_at + index * BAR)) }
            @for (index, (day, words)) in ticks.iter().enumerate() {
                @let x = EDGE + lanes.position(*day, PLOT);
                @let anchor = if index == last && last > 0 && x > WIDTH - 70 { "end" } else if x < 70 { "start" } else { "middle" };
                text x=(x) y=(axis_at + 24) text-anchor=(anchor) { (words) }
            }
            @for (index, (kind, words)) in lanes.legend.iter().enumerate() { (key(key_at, index, *kind, false, words)) }
            @if let Some(words) = &lanes.current { (key(key_at, lanes.legend.len(), LaneMark::Open, true, words)) }
        }
    }
}

/// A lane: its name, its samples on their days, and below those without a day.
fn one(lanes: &Lanes, lane: &Lane, top: usize) -> Markup {
    let dated = dated(lanes, &lane.samples);
    let undated: Vec<&LaneSample> = (lane.samples.iter())
        .filter(|sample| sample.day.is_none())
        .collect();
    let y = top + NAME + 24;
    let below = top + NAME + usize::from(!dated.is_empty()) * ROW + 24;
    let beside = EDGE + 40 + lanes.undated.chars().count() * 12;
    html! {
        text.name.over x=(EDGE) y=(top + 26) { (lane.name) }
        @if !dated.is_empty() { line.line x1=(EDGE) x2=(EDGE + PLOT) y1=(y) y2=(y) {} }
        @for (x, sample) in dated {
            (mark(x, y, sample.mark, sample.current))
            text.over x=(x) y=(y + 42) text-anchor="middle" { (sample.number) }
        }
        @if !undated.is_empty() { text.over x=(EDGE) y=(below + 6) { (lanes.undated) ":" } }
        @for (index, sample) in undated.iter().enumerate() {
            @let x = beside + index * UNDATED_STEP;
            (mark(x, below, sample.mark, sample.current))
            text.over x=(x + 26) y=(below + 6) { (sample.number) }
        }
    }
}

/// The samples of a lane that have a day, with their places, none upon another.
fn dated<'a>(lanes: &Lanes, samples: &'a [LaneSample]) -> Vec<(usize, &'a LaneSample)> {
    let dated = samples
        .iter()
        .filter_map(|sample| Some((sample.day?, sample)));
    let dated: Vec<_> = dated.collect();
    let wide = MARK.min(PLOT / dated.len().max(1)).max(1);
    let wanted: Vec<(usize, usize)> = dated
        .iter()
        .map(|(day, _)| (lanes.position(*day, PLOT).saturating_sub(wide / 2), wide))
        .collect();
    let places = apart(&wanted, PLOT + wide / 2).unwrap_or_default();
    let each = places.iter().zip(&dated);
    each.map(|(x, (_, sample))| (EDGE + x + wide / 2, *sample))
        .collect()
}

fn mark(x: usize, y: usize, kind: LaneMark, current: bool) -> Markup {
    html! {
        @match kind {
            LaneMark::Negative => { circle.lane-mark.neg cx=(x) cy=(y) r="15" {} }
            LaneMark::Positive => { rect.lane-mark.pos x=(x - 15) y=(y - 15) width="30" height="30" rx="3" {} }
            LaneMark::Open => { path.lane-mark.mid d={"M" (x) " " (y - 18) " l19 18 l-19 18 l-19 -18 z"} {} }
        }
        text.inside x=(x) y=(y + 7) text-anchor="middle" { (kind.sign()) }
        @if current { circle.here cx=(x) cy=(y) r="22" {} }
    }
}

fn therapy(lanes: &Lanes, bar: &LaneBar, y: usize) -> Markup {
    let from = EDGE + lanes.position(bar.from, PLOT);
    let until = match bar.until {
        Some(day) => (EDGE + lanes.position(day, PLOT)).max(from + 6),
        None => (from + 40).min(EDGE + PLOT),
    };
    let end = from > WIDTH / 2;
    html! {
        text.over x=(if end { until.max(from) } else { from }) y=(y + 22) text-anchor=(if end { "end" } else { "start" }) { (bar.name) }
        rect.lane-bar x=(from) y=(y + 32) width=(until - from) height="12" rx="3" {}
        @if bar.until.is_none() { path.lane-bar d={"M" (until) " " (y + 28) " l14 10 l-14 10 z"} {} }
    }
}

fn key(top: usize, index: usize, kind: LaneMark, current: bool, words: &str) -> Markup {
    let (x, y) = (EDGE + 16 + index % 2 * 310, top + index / 2 * KEY + 22);
    html! {
        g transform={"translate(" (x) " " (y) ") scale(.75)"} {
            @if current { circle.here cx="0" cy="0" r="20" {} }
            @else {
                @match kind {
                    LaneMark::Negative => { circle.lane-mark.neg cx="0" cy="0" r="15" {} }
                    LaneMark::Positive => { rect.lane-mark.pos x="-15" y="-15" width="30" height="30" rx="3" {} }
                    LaneMark::Open => { path.lane-mark.mid d="M0 -18 l19 18 l-19 18 l-19 -18 z" {} }
                }
                text.inside x="0" y="7" text-anchor="middle" { (kind.sign()) }
            }
        }
        text x=(x + 26) y=(y + 6) { (words) }
    }
}
