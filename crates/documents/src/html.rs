//! A page as one HTML file: styles inline, no script, nothing from the network.

pub(crate) mod blocks;
mod lanes;
mod map;
mod svg;
mod trend;

use crate::page::Page;
use blocks::{Look, quote, section, sentences, source_note};
use maud::{DOCTYPE, PreEscaped, html};

const STYLE: &str = include_str!("html/page.css");
/// Nothing may be loaded; only the page's own styles apply.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The page as one self-contained HTML file.
pub fn html(page: &Page) -> String {
    let look = &Look::alone(&page.labels);
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
                        p.lead { (sentences(&page.lead, look)) }
                        p.frame { (sentences(&page.frame, look)) }
                    }
                    nav aria-label=(page.labels.contents) {
                        ul { @for (id, name) in contents { li { a href={"#" (id)} { (name) } } } }
                    }
                    @for part in &page.sections { (section(part, look)) }
                    @if !page.quotes.is_empty() {
                        section #quotes aria-labelledby="h-quotes" {
                            h2 #h-quotes { (page.quotes_heading.words()) }
                            ol.quotes {
                                @for (index, words) in page.quotes.iter().enumerate() {
                                    (quote(index + 1, words, look))
                                }
                            }
                        }
                    }
                    @if !page.sources.is_empty() {
                        section #sources aria-labelledby="h-sources" {
                            h2 #h-sources { (page.sources_heading.words()) }
                            ol.sources {
                                @for (index, source) in page.sources.iter().enumerate() {
                                    (source_note(index + 1, source, look))
                                }
                            }
                        }
                    }
                }
                footer { p { (sentences(&page.foot, look)) } }
            }
        }
    };
    markup.into_string()
}
