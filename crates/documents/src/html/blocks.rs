//! Sections, blocks and sentences as HTML: of a file that stands alone, and of a page of the site.

use super::{lanes, map, svg, trend};
use crate::page::{Block, Grid, Labels, Quote, Section, SourceNote, Table};
use crate::sentence::{Foreign, Sentence};
use crate::site::Frame;
use maud::{Markup, html};

/// How the parts of a document are to look.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    /// Fixed words.
    pub labels: &'a Labels,
    /// What stands before the name of every anchor: nothing, unless several documents stand on one page.
    pub anchors: &'a str,
    /// The level of the heading of a section.
    pub level: u8,
    /// The site the page belongs to; none for a file that stands alone.
    pub frame: Option<&'a Frame<'a>>,
}

impl<'a> Look<'a> {
    /// Of a file that stands alone.
    pub fn alone(labels: &'a Labels) -> Self {
        Self {
            labels,
            anchors: "",
            level: 2,
            frame: None,
        }
    }

    /// Of a document on a page of the site.
    pub fn within(frame: &'a Frame<'a>, labels: &'a Labels, anchors: &'a str, level: u8) -> Self {
        Self {
            labels,
            anchors,
            level,
            frame: Some(frame),
        }
    }
}

/// A heading of this level.
pub(crate) fn heading(level: u8, id: Option<&str>, words: Markup) -> Markup {
    match level {
        2 => html! { h2 id=[id] { (words) } },
        3 => html! { h3 id=[id] { (words) } },
        4 => html! { h4 id=[id] { (words) } },
        5 => html! { h5 id=[id] { (words) } },
        _ => html! { h6 id=[id] { (words) } },
    }
}

/// A section with its heading.
pub(crate) fn section(section: &Section, look: &Look<'_>) -> Markup {
    let id = format!("{}{}", look.anchors, section.id);
    let named = format!("{}h-{}", look.anchors, section.id);
    html! {
        section #(id) aria-labelledby=(named) {
            (heading(look.level, Some(&named), html! { (section.heading.words()) }))
            (blocks(section, look))
        }
    }
}

/// What stands in a section.
pub(crate) fn blocks(section: &Section, look: &Look<'_>) -> Markup {
    html! {
        @for (index, part) in section.blocks.iter().enumerate() {
            (block(part, &format!("{}{}-{index}", look.anchors, section.id), look))
        }
    }
}

fn block(block: &Block, id: &str, look: &Look<'_>) -> Markup {
    match block {
        Block::Paragraph(said) => html! { p { (sentences(said, look)) } },
        Block::Note(said) => html! { p.note { (sentences(said, look)) } },
        Block::List(items) => {
            html! { ul { @for item in items { li { (sentences(item, look)) } } } }
        }
        Block::Ask(asks) => html! {
            ul.ask {
                @for (index, ask) in asks.iter().enumerate() {
                    @let tick = format!("{id}-{index}");
                    li {
                        input #(tick) type="checkbox";
                        label for=(tick) { (partly(ask.words(), ask.foreign())) }
                    }
                }
            }
        },
        Block::Facts(facts) => html! {
            dl { @for (name, said) in facts { div { dt { (sentence(name, look)) } dd { (sentences(said, look)) } } } }
        },
        Block::Heading(said) => heading(look.level + 1, None, sentence(said, look)),
        Block::Scale(scale) => html! { figure { (svg::scale(scale, id)) } },
        Block::Trend(picture) => html! { figure { (trend::trend(picture, id)) } },
        Block::Lanes(picture) => html! { figure { (lanes::lanes(picture, id)) } },
        Block::Map(picture) => html! { figure { (map::map(picture, id)) } },
        Block::Gauges(gauges) => html! {
            figure { (svg::gauges(gauges, id)) figcaption { (sentences(&gauges.caption, look)) } }
        },
        Block::Table(rows) => table(rows, look),
        Block::Grid(rows) => grid(rows, look),
    }
}

fn table(table: &Table, look: &Look<'_>) -> Markup {
    let row = |row: &[Sentence]| {
        let cells = row.iter().map(std::slice::from_ref);
        cells
            .map(|cell| html! { (sentences(cell, look)) })
            .collect()
    };
    let rows = table.rows.iter().map(|cells| row(cells));
    framed(&table.caption, &table.head, rows.collect(), look)
}

fn grid(grid: &Grid, look: &Look<'_>) -> Markup {
    let row = |row: &[Vec<Sentence>]| {
        let cells = row.iter();
        cells.map(|cell| sentences(cell, look)).collect()
    };
    let rows = grid.rows.iter().map(|cells| row(cells));
    framed(&grid.caption, &grid.head, rows.collect(), look)
}

/// A table. On a page of the site one of many columns becomes a card a row where the screen is narrow.
fn framed(
    caption: &Sentence,
    head: &[Sentence],
    rows: Vec<Vec<Markup>>,
    look: &Look<'_>,
) -> Markup {
    const WIDE: usize = 4;
    let cards = look.frame.is_some() && head.len() >= WIDE;
    let name = |index: usize| head.get(index).filter(|_| cards).map(Sentence::words);
    html! {
        div.scroll role="group" aria-label=(caption.words()) tabindex="0" {
            table class=[cards.then_some("cards")] {
                caption { (caption.words()) }
                thead { tr { @for name in head { th scope="col" { (name.words()) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (index, cell) in row.into_iter().enumerate() {
                                @if index == 0 { th scope="row" { (cell) } }
                                @else { td data-head=[name(index)] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A source in the list of sources.
pub(crate) fn source_note(number: usize, source: &SourceNote, look: &Look<'_>) -> Markup {
    html! {
        li #{(look.anchors) "s" (number)} tabindex="-1" {
            @if let Some(link) = &source.link {
                a href=(link) rel="noreferrer" { (partly(&source.words, source.title.as_ref())) }
            } @else {
                (partly(&source.words, source.title.as_ref()))
            }
        }
    }
}

/// Words of which a part may be in another language than the page.
fn partly(words: &str, foreign: Option<&Foreign>) -> Markup {
    let split = foreign.and_then(|part| Some((part, part.around(words)?)));
    html! {
        @if let Some((part, (before, behind))) = split {
            (before) span lang=(part.lang) { (part.words) } (behind)
        } @else {
            (words)
        }
    }
}

/// A quote in the list of quotes.
pub(crate) fn quote(number: usize, quote: &Quote, look: &Look<'_>) -> Markup {
    html! {
        li #{(look.anchors) "q" (number)} tabindex="-1" {
            q lang=[look.labels.report] { (quote.words) }
            @if let Some(place) = quote.place(&look.labels.line) { " " span.place { "(" (place) ")" } }
        }
    }
}

/// Sentences in a row, with the numbers of what they rest on.
pub(crate) fn sentences(sentences: &[Sentence], look: &Look<'_>) -> Markup {
    let shown = Sentence::shown_marks(sentences).enumerate();
    let shown = shown.filter(|(_, (said, _))| !look.frame.is_some_and(|_| of_terminal(said)));
    html! {
        @for (index, (said, marks)) in shown {
            @if index > 0 { " " }
            (words(said, look)) (links(marks, look)) (sources(Sentence::shown_sources(sentences, index), look)) (said.tail())
        }
    }
}

/// One sentence with the numbers of what it rests on.
pub(crate) fn sentence(sentence: &Sentence, look: &Look<'_>) -> Markup {
    html! {
        (words(sentence, look)) (links(sentence.marks(), look)) (sources(sentence.sources(), look))
    }
}

/// Whether a sentence tells what to type at a terminal.
fn of_terminal(sentence: &Sentence) -> bool {
    use crate::sentence::About;
    const TYPED: [&str; 4] = [
        "watch-hint",
        "plan-monitoring",
        "plan-asks-how",
        "learn-how",
    ];
    matches!(sentence.about(), About::Frame(name) if TYPED.contains(name))
}

fn words(sentence: &Sentence, look: &Look<'_>) -> Markup {
    let said = match (sentence.link(), look.frame) {
        (Some(address), _) => {
            html! { a href=(address) rel="noreferrer" { (partly(sentence.words(), sentence.foreign())) } }
        }
        (None, Some(frame)) if sentence.foreign().is_none() => frame.linked(sentence.words()),
        (None, _) => partly(sentence.words(), sentence.foreign()),
    };
    let sure = look.labels.mark(sentence.about().mark());
    let sure = html! { @if let Some(sure) = sure { " " span.sure { "(" (sure) ")" } } };
    match look.frame {
        Some(_) if !sentence.marks().is_empty() => {
            let quotes = sentence.marks().iter();
            let quotes: Vec<_> = quotes
                .map(|mark| format!("{}q{mark}", look.anchors))
                .collect();
            html! { span.said data-quotes=(quotes.join(" ")) { (said) } (sure) }
        }
        _ => html! { (said) (sure) },
    }
}

fn links(marks: &[usize], look: &Look<'_>) -> Markup {
    html! {
        @for mark in marks {
            a.mark href={"#" (look.anchors) "q" (mark)} aria-label=[look.frame.map(|_| format!("{} {mark}", look.labels.quote))] {
                "[" (mark) "]"
            }
        }
    }
}

fn sources(numbers: &[usize], look: &Look<'_>) -> Markup {
    html! {
        @for number in numbers {
            a.mark href={"#" (look.anchors) "s" (number)} aria-label={(look.labels.source) " " (number)} { "[S" (number) "]" }
        }
    }
}
