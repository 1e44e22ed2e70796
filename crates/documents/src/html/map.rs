//! The map of the way through care as inline SVG: boxes from top to bottom, the trunk first, then two branches side by side.

use crate::picture::{
    COLUMNS, Cell, HEADINGS, Map, MapPart, MapState, MapStep, ROWS, follows, place,
};
use maud::{Markup, html};

const WIDTH: usize = 640;
/// Between boxes side by side.
const GAP: usize = 12;
/// From row to row: room for an arrow, or for the tag over a step.
const BETWEEN: usize = 26;
const TAG: usize = 44;
/// The height of a line of words, and what is left around them.
const LINE: usize = 26;
const AROUND: usize = 18;
/// How wide a letter may be.
const LETTER: usize = 13;
const KEY: usize = 34;

/// A step with its words broken into lines.
struct Boxed<'a> {
    step: &'a MapStep,
    cell: Cell,
    lines: Vec<String>,
}

/// A row of the picture, from its upper edge to the lower one.
#[derive(Clone, Copy, Default)]
struct Row {
    top: usize,
    bottom: usize,
}

/// The picture.
pub(super) fn map(map: &Map, id: &str) -> Markup {
    let boxes: Vec<Boxed<'_>> = map.steps.iter().filter_map(boxed).collect();
    let rows = rows(map, &boxes);
    let end = rows.last().map_or(0, |row| row.bottom);
    let height = end + 14 + map.legend.len() * KEY;
    html! {
        svg viewBox={"0 0 " (WIDTH) " " (height)} role="img" aria-labelledby={(id) "-title " (id) "-said"} {
            title #{(id) "-title"} { (map.title.words()) }
            desc #{(id) "-said"} { (map.description.words()) }
            @for (part, name) in &map.parts { (heading(*part, name, rows[HEADINGS])) }
            (joined(&boxes, HEADINGS - 1, rows[HEADINGS - 1].bottom, rows[HEADINGS].top))
            @for one in &boxes {
                @if follows(one.step.step) && one.cell.row > 0 {
                    (arrow(centre(one.cell), rows[one.cell.row - 1].bottom, rows[one.cell.row].top))
                }
            }
            @for one in &boxes { (step(map, one, rows[one.cell.row])) }
            @for (index, (state, words)) in map.legend.iter().enumerate() {
                (key(*state, words, end + 14 + index * KEY))
            }
        }
    }
}

fn boxed(step: &MapStep) -> Option<Boxed<'_>> {
    let (_, cell) = place(step.step)?;
    let room = (width(cell) - 12) / LETTER;
    let lines = textwrap::wrap(&step.shown(), room)
        .into_iter()
        .map(|line| line.into_owned())
        .collect();
    Some(Boxed { step, cell, lines })
}

/// How high each row is: as its words need, with room for a tag above it.
fn rows(map: &Map, boxes: &[Boxed<'_>]) -> [Row; ROWS] {
    let mut rows = [Row::default(); ROWS];
    let mut top = 2;
    for (at, row) in rows.iter_mut().enumerate() {
        let of_row = || boxes.iter().filter(|one| one.cell.row == at);
        let tagged = of_row().any(|one| one.step.state == MapState::Here);
        let lines = of_row().map(|one| one.lines.len()).max().unwrap_or(1);
        let before = match (tagged, at) {
            (true, _) => TAG,
            (false, 0) => 0,
            (false, _) => BETWEEN,
        };
        let height = match at {
            HEADINGS if map.parts.is_empty() => 0,
            HEADINGS => {
                let lines = map.parts.iter().map(|(_, name)| headed(name).len());
                lines.max().unwrap_or(1) * LINE
            }
            _ => lines * LINE + AROUND,
        };
        *row = Row {
            top: top + before,
            bottom: top + before + height,
        };
        top = row.bottom;
    }
    rows
}

fn left(cell: Cell) -> usize {
    1 + cell.from * (WIDTH - 2) / COLUMNS + if cell.from == 0 { 0 } else { GAP / 2 }
}

fn width(cell: Cell) -> usize {
    let end = 1 + cell.to * (WIDTH - 2) / COLUMNS;
    let end = if cell.to == COLUMNS {
        end
    } else {
        end - GAP / 2
    };
    end - left(cell)
}

fn centre(cell: Cell) -> usize {
    left(cell) + width(cell) / 2
}

/// The middle of a branch.
fn middle_of(part: MapPart) -> usize {
    let (from, to) = match part {
        MapPart::Trunk => (0, COLUMNS),
        MapPart::Early => (0, COLUMNS / 2),
        MapPart::Metastatic => (COLUMNS / 2, COLUMNS),
    };
    centre(Cell { row: 0, from, to })
}

/// The lines of a heading, each no wider than its half of the picture.
fn headed(name: &str) -> Vec<String> {
    let lines = textwrap::wrap(name, (WIDTH / 2 - 12) / LETTER);
    lines.into_iter().map(|line| line.into_owned()).collect()
}

fn heading(part: MapPart, name: &str, row: Row) -> Markup {
    html! {
        @for (index, words) in headed(name).iter().enumerate() {
            text.name x=(middle_of(part)) y=(row.top + 20 + index * LINE) text-anchor="middle" { (words) }
        }
    }
}

/// Whatever the result is, both branches may follow: the boxes of a row are joined before the branches begin.
fn joined(boxes: &[Boxed<'_>], row: usize, from: usize, to: usize) -> Markup {
    let at = from + (to - from) / 3;
    let centres = || {
        boxes
            .iter()
            .filter(|one| one.cell.row == row)
            .map(|one| centre(one.cell))
    };
    let ends = [middle_of(MapPart::Early), middle_of(MapPart::Metastatic)];
    let left = centres().chain(ends).min().unwrap_or(0);
    let right = centres().chain(ends).max().unwrap_or(0);
    html! {
        @for x in centres() { line.map-way x1=(x) x2=(x) y1=(from) y2=(at) {} }
        line.map-way x1=(left) x2=(right) y1=(at) y2=(at) {}
        @for x in ends { (arrow(x, at, to)) }
    }
}

fn arrow(x: usize, from: usize, to: usize) -> Markup {
    html! {
        line.map-way x1=(x) x2=(x) y1=(from) y2=(to.saturating_sub(7)) {}
        path.map-head d={"M" (x - 6) " " (to.saturating_sub(9)) " h12 l-6 8 z"} {}
    }
}

fn step(map: &Map, one: &Boxed<'_>, row: Row) -> Markup {
    let Boxed { step, cell, lines } = one;
    let (x, width, height) = (left(*cell), width(*cell), row.bottom - row.top);
    let first = row.top + (height - lines.len() * LINE) / 2 + 20;
    html! {
        rect class=(class(step.state)) x=(x) y=(row.top) width=(width) height=(height) rx="6" {}
        @if step.state == MapState::Here {
            rect.here x=(x + 2) y=(row.top + 2) width=(width - 4) height=(height - 4) rx="5" {}
            (tag(&map.here, centre(*cell), row.top))
        }
        @for (index, words) in lines.iter().enumerate() {
            text class=(words_class(step.state)) x=(x + width / 2) y=(first + index * LINE) text-anchor="middle" { (words) }
        }
    }
}

/// The words over the step somebody has reached.
fn tag(here: &str, centre: usize, top: usize) -> Markup {
    let width = (24 + here.chars().count() * LETTER).min(WIDTH - 2);
    let start = centre.saturating_sub(width / 2).clamp(1, WIDTH - width - 1);
    html! {
        rect.tag x=(start) y=(top - 40) width=(width) height="30" rx="5" {}
        path.tag d={"M" (centre - 7) " " (top - 11) " h14 l-7 9 z"} {}
        text.tag-words x=(start + width / 2) y=(top - 18) text-anchor="middle" { (here) }
    }
}

fn key(state: MapState, words: &str, y: usize) -> Markup {
    html! {
        rect class=(class(state)) x="2" y=(y) width="34" height="22" rx="4" {}
        @if state == MapState::Here { rect.here x="4" y=(y + 2) width="30" height="18" rx="3" {} }
        text x="48" y=(y + 17) { (words) }
    }
}

fn class(state: MapState) -> &'static str {
    match state {
        MapState::Here => "map-step",
        MapState::Perhaps => "map-step map-perhaps",
        MapState::Open => "map-step",
        MapState::Muted => "map-step map-muted",
    }
}

fn words_class(state: MapState) -> &'static str {
    match state {
        MapState::Here => "map-words name",
        MapState::Muted => "map-words map-soft",
        MapState::Perhaps | MapState::Open => "map-words",
    }
}
