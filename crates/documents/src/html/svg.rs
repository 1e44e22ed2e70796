//! The pictures as inline SVG. Colours come from the page's styles; nothing is told by colour alone.

use crate::picture::{Gauge, Gauges, Scale, Zone};
use maud::{Markup, html};

const STEP: usize = 122;
const GAP: usize = 6;

/// The scale: five steps, the zone under each run of steps, and a tag over this result.
pub(super) fn scale(scale: &Scale, id: &str) -> Markup {
    let left = |index: usize| 1 + index * (STEP + GAP);
    let total = left(scale.stops.len()) - GAP + 1;
    let marked: Vec<usize> = (0..scale.stops.len())
        .filter(|index| scale.stops[*index].here)
        .collect();
    let tag = marked.first().zip(marked.last()).map(|(first, last)| {
        let centre = (left(*first) + left(*last) + STEP) / 2;
        let width = 24 + scale.here.chars().count() * 12;
        let start = centre.saturating_sub(width / 2).clamp(1, total - width - 1);
        (start, width, centre)
    });
    html! {
        svg viewBox={"0 0 " (total) " 136"} role="img" aria-labelledby={(id) "-title " (id) "-said"} {
            title #{(id) "-title"} { (scale.title.words()) }
            desc #{(id) "-said"} { (scale.description.words()) }
            @if let Some((start, width, centre)) = tag {
                rect.tag x=(start) y="1" width=(width) height="30" rx="5" {}
                text.tag-words x=(start + width / 2) y="23" text-anchor="middle" { (scale.here) }
                @for index in &marked {
                    @let x = left(*index) + STEP / 2;
                    path.tag d={"M" (x - 7) " 33 h14 l-7 9 z"} {}
                    @if marked.len() == 1 { path.tag d={"M" (centre - 7) " 29 h14 v4 h-14 z"} {} }
                }
                @if let (Some(first), Some(last)) = (marked.first(), marked.last()) {
                    @if first != last {
                        rect.tag x=(left(*first) + STEP / 2 - 7) y="29" height="4"
                            width=(left(*last) - left(*first) + 14) {}
                    }
                }
            }
            @for (index, stop) in scale.stops.iter().enumerate() {
                rect class={"step " (class(stop.zone))} x=(left(index)) y="46" width=(STEP) height="46" rx="4" {}
                @if stop.here { rect.here x=(left(index) + 2) y="48" width=(STEP - 4) height="42" rx="3" {} }
                text.inside x=(left(index) + STEP / 2) y="75" text-anchor="middle" { (stop.label) }
            }
            @for (_, name, first, count) in scale.runs() {
                @let start = left(first);
                @let end = left(first + count - 1) + STEP;
                path.step fill="none" d={"M" (start + 1) " 98 v8 H" (end - 1) " v-8"} {}
                text x=((start + end) / 2) y="127" text-anchor="middle" { (name) }
            }
        }
    }
}

fn class(zone: Zone) -> &'static str {
    match zone {
        Zone::Negative => "neg",
        Zone::SecondTest => "mid",
        Zone::Positive => "pos",
    }
}

const LINE: u32 = 600;
const EDGE: u32 = 20;
const ROW: usize = 112;

/// The numbers, each on its line with the cut-offs marked.
pub(super) fn gauges(gauges: &Gauges, id: &str) -> Markup {
    let height = gauges.gauges.len() * ROW;
    html! {
        svg viewBox={"0 0 " (LINE + 2 * EDGE) " " (height)} role="img" aria-labelledby={(id) "-title " (id) "-said"} {
            title #{(id) "-title"} { (gauges.title.words()) }
            desc #{(id) "-said"} { (gauges.description.words()) }
            @for (index, gauge) in gauges.gauges.iter().enumerate() {
                g transform={"translate(" (EDGE) " " (index * ROW) ")"} { (line(gauge)) }
            }
        }
    }
}

fn line(gauge: &Gauge) -> Markup {
    let value = gauge.position(gauge.value, LINE);
    let room = 14 * gauge.shown.chars().count().min(20) as u32;
    let beside = value.saturating_sub(room / 2).min(LINE - room);
    html! {
        text.name x="0" y="22" { (gauge.label) }
        line.line x1="0" x2=(LINE) y1="76" y2="76" {}
        @for cut in &gauge.cuts {
            @let x = gauge.position(*cut, LINE);
            line.cut x1=(x) x2=(x) y1="64" y2="88" {}
            text x=(x) y="108" text-anchor="middle" { (cut) }
        }
        circle.dot cx=(value) cy="76" r="9" {}
        text.inside x=(beside) y="56" { (gauge.shown) }
    }
}
