//! A page as one HTML file: styles inline, no script, nothing from the network.

mod lanes;
mod svg;
mod trend;

use crate::page::{Block, Grid, Labels, Page, Quote, Section, SourceNote, Table};
use crate::sentence::Sentence;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("html/page.css");
/// Nothing may be loaded; only the page's own styles apply.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The page as one self-contained HTML file.
pub fn html(page: &Page) -> String {
    let contents: Vec<(&str, &str)> = page
        .sections
        .iter()
        .map(|section| (section.id, section.heading.words()))
        .chain((!page.quotes.is_empty()).then_some(("quotes", page.quotes_heading.words())))
        .chain((!page.sources.is_empty()).then_some(("sources", page.sources_heading.words())))
        .collect();
    let markup = html! {
        (DOCTYPE)
        html lang=(page.lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (page.title.words()) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (page.labels.skip) }
                main #main tabindex="-1" {
                    header {
                        h1 { (page.title.words()) }
                        p.lead { (sentences(&page.lead, &page.labels)) }
                        p.frame { (sentences(&page.frame, &page.labels)) }
                    }
                    nav aria-label=(page.labels.contents) {
                        ul { @for (id, name) in contents { li { a href={"#" (id)} { (name) } } } }
                    }
                    @for part in &page.sections { (section(part, &page.labels)) }
                    @if !page.quotes.is_empty() {
                        section #quotes aria-labelledby="h-quotes" {
                            h2 #h-quotes { (page.quotes_heading.words()) }
                            ol.quotes {
                                @for (index, words) in page.quotes.iter().enumerate() {
                                    (quote(index + 1, words, &page.labels.line))
                                }
                            }
                        }
                    }
                    @if !page.sources.is_empty() {
                        section #sources aria-labelledby="h-sources" {
                            h2 #h-sources { (page.sources_heading.words()) }
                            ol.sources {
                                @for (index, source) in page.sources.iter().enumerate() {
                                    (source_note(index + 1, source))
                                }
                            }
                        }
                    }
                }
                footer { p { (sentences(&page.foot, &page.labels)) } }
            }
        }
    };
    markup.into_string()
}

fn section(section: &Section, labels: &Labels) -> Markup {
    let heading = format!("h-{}", section.id);
    html! {
        section #(section.id) aria-labelledby=(heading) {
            h2 #(heading) { (section.heading.words()) }
            @for (index, part) in section.blocks.iter().enumerate() {
                (block(part, &format!("{}-{index}", section.id), labels))
            }
        }
    }
}

fn block(block: &Block, id: &str, labels: &Labels) -> Markup {
    match block {
        Block::Paragraph(said) => html! { p { (sentences(said, labels)) } },
        Block::Note(said) => html! { p.note { (sentences(said, labels)) } },
        Block::List(items) => {
            html! { ul { @for item in items { li { (sentences(item, labels)) } } } }
        }
        Block::Ask(asks) => html! {
            ul.ask {
                @for (index, ask) in asks.iter().enumerate() {
                    @let tick = format!("{id}-{index}");
                    li {
                        input #(tick) type="checkbox";
                        label for=(tick) { (ask.words()) }
                    }
                }
            }
        },
        Block::Facts(facts) => html! {
            dl { @for (name, said) in facts { div { dt { (sentence(name, labels)) } dd { (sentences(said, labels)) } } } }
        },
        Block::Heading(heading) => html! { h3 { (sentence(heading, labels)) } },
        Block::Scale(scale) => html! { figure { (svg::scale(scale, id)) } },
        Block::Trend(picture) => html! { figure { (trend::trend(picture, id)) } },
        Block::Lanes(picture) => html! { figure { (lanes::lanes(picture, id)) } },
        Block::Gauges(gauges) => html! {
            figure { (svg::gauges(gauges, id)) figcaption { (sentences(&gauges.caption, labels)) } }
        },
        Block::Table(rows) => table(rows, labels),
        Block::Grid(rows) => grid(rows, labels),
    }
}

fn table(table: &Table, labels: &Labels) -> Markup {
    html! {
        div.scroll role="group" aria-label=(table.caption.words()) tabindex="0" {
            table {
                caption { (table.caption.words()) }
                thead { tr { @for name in &table.head { th scope="col" { (name.words()) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (sentence(cell, labels)) } }
                                @else { td { (sentence(cell, labels)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn grid(grid: &Grid, labels: &Labels) -> Markup {
    html! {
        div.scroll role="group" aria-label=(grid.caption.words()) tabindex="0" {
            table {
                caption { (grid.caption.words()) }
                thead { tr { @for name in &grid.head { th scope="col" { (name.words()) } } } }
                tbody {
                    @for row in &grid.rows {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (sentences(cell, labels)) } }
                                @else { td { (sentences(cell, labels)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn source_note(number: usize, source: &SourceNote) -> Markup {
    html! {
        li #{"s" (number)} tabindex="-1" {
            @if let Some(link) = &source.link {
                a href=(link) rel="noreferrer" { (source.words) }
            } @else {
                (source.words)
            }
        }
    }
}

fn quote(number: usize, quote: &Quote, line: &str) -> Markup {
    html! {
        li #{"q" (number)} tabindex="-1" {
            q { (quote.words) }
            @if let Some(place) = quote.place(line) { " " span.place { "(" (place) ")" } }
        }
    }
}

fn sentences(sentences: &[Sentence], labels: &Labels) -> Markup {
    html! {
        @for (index, (said, marks)) in Sentence::shown_marks(sentences).enumerate() {
            @if index > 0 { " " }
            (words(said, labels)) (links(marks)) (sources(Sentence::shown_sources(sentences, index), labels)) (said.tail())
        }
    }
}

fn sentence(sentence: &Sentence, labels: &Labels) -> Markup {
    html! {
        (words(sentence, labels)) (links(sentence.marks())) (sources(sentence.sources(), labels))
    }
}

fn words(sentence: &Sentence, labels: &Labels) -> Markup {
    html! {
        @if let Some(address) = sentence.link() {
            a href=(address) rel="noreferrer" { (sentence.words()) }
        } @else {
            (sentence.words())
        }
        @if let Some(sure) = labels.mark(sentence.about().mark()) { " " span.sure { "(" (sure) ")" } }
    }
}

fn links(marks: &[usize]) -> Markup {
    html! { @for mark in marks { a.mark href={"#q" (mark)} { "[" (mark) "]" } } }
}

fn sources(numbers: &[usize], labels: &Labels) -> Markup {
    html! {
        @for number in numbers {
            a.mark href={"#s" (number)} aria-label={(labels.source) " " (number)} { "[S" (number) "]" }
        }
    }
}
