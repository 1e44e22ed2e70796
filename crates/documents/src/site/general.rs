//! Pages that are about no record: topics, medicines, and the page where there is none.

use super::Frame;
use super::fold::{folded, open_all};
use super::form::{Choice, Input};
use super::frame::KEPT;
use super::patient::{actions, lead, sources_list};
use super::report::{of_quotes, report};
use super::trouble::{Told, partly};
use super::watch::offered;
use crate::html::blocks::{Look, heading, section, sentences};
use crate::page::Page;
use crate::source::Sources;
use maud::{Markup, html};

/// A document on a page of its own.
pub fn document(frame: &Frame<'_>, page: &Page, class: &str) -> String {
    let look = &Look::within(frame, &page.labels, "", 2);
    let main = html! {
        article class={"plain " (class)} {
            (begin(page, look))
            @for part in &page.sections { (section(part, look)) }
            (end(page, look))
        }
    };
    frame.page(page.title.words(), &main)
}

/// The packet for an insurance appeal, beside the record.
pub fn packet(
    frame: &Frame<'_>,
    page: &Page,
    sources: Sources<'_>,
    told: &[Told],
    travels: bool,
    chosen: &str,
) -> String {
    let look = &Look::within(frame, &page.labels, "", 2);
    let main = html! {
        div.two {
            article.reading {
                (begin(page, look))
                (partly(frame, told))
                (actions(frame, frame.path, travels))
                (asked(frame, chosen))
                @for part in &page.sections { (section(part, look)) }
                (end(page, look))
            }
            (report(frame, sources, &of_quotes(&page.quotes, ""), &frame.say("site-report-hint")))
        }
    };
    frame.page(page.title.words(), &main)
}

fn begin(page: &Page, look: &Look<'_>) -> Markup {
    html! {
        header.hello {
            h1 { (page.title.words()) }
            @if !page.lead.is_empty() { (lead(page, look)) }
            p.frame { (sentences(&page.frame, look)) }
        }
        @if page.sections.len() > 3 {
            nav.contents aria-label=(page.labels.contents) {
                ul { @for part in &page.sections { li { a href={"#" (part.id)} { (part.heading.words()) } } } }
            }
        }
    }
}

fn end(page: &Page, look: &Look<'_>) -> Markup {
    html! {
        @if !page.sources.is_empty() {
            section #sources aria-labelledby="h-sources" {
                (heading(look.level, Some("h-sources"), html! { (page.sources_heading.words()) }))
                (sources_list(page, look))
            }
        }
        p.foot { (sentences(&page.foot, look)) }
    }
}

/// For which medicine the packet is.
fn asked(frame: &Frame<'_>, chosen: &str) -> Markup {
    let name = |drug: &&her2_knowledge::Drug| -> Choice {
        (drug.id.to_owned(), super::watch::name(frame.words, drug))
    };
    let choices: Vec<Choice> = offered().iter().map(name).collect();
    let input = Input {
        name: "packet",
        id: "packet",
        label: &frame.say("site-packet-for"),
        value: chosen,
        form: Some(KEPT),
        ..Input::default()
    };
    html! {
        section.card.calendar aria-label=(frame.say("site-packet-for")) {
            (input.choice(&frame.say("site-packet-every"), &choices))
            div.buttons {
                button.primary type="submit" form=(KEPT) formaction=(frame.link("/record/packet")) { (frame.say("site-packet-show")) }
            }
        }
    }
}

/// The table of the medicines, with the way to the page of each; what is told of each stands closed below.
pub fn medicines(frame: &Frame<'_>, page: &Page) -> String {
    let look = &Look::within(frame, &page.labels, "", 2);
    let main = html! {
        article.plain.medicines {
            (begin(page, look))
            nav.contents aria-label=(frame.say("site-medicines-each")) {
                p { (frame.say("site-medicines-each")) }
                ul {
                    @for drug in her2_knowledge::drugs() {
                        li {
                            a href=(frame.link(&format!("/medicines/{}", drug.id))) {
                                (frame.words.said(drug.us_name.unwrap_or(drug.inn)))
                                @if let Some(brand) = drug.brands.first() { " (" (brand) ")" }
                            }
                        }
                    }
                }
            }
            @for (index, part) in page.sections.iter().enumerate() {
                @if index == 0 { (section(part, look)) p { (open_all(frame)) } } @else { (folded(part, look)) }
            }
            (end(page, look))
        }
    };
    frame.page(page.title.words(), &main)
}

/// A topic. What holds numbers on survival opens only when it is asked for.
pub fn topic(frame: &Frame<'_>, page: &Page, survival: bool) -> String {
    if !survival {
        return document(frame, page, "topic");
    }
    let look = &Look::within(frame, &page.labels, "", 2);
    let main = html! {
        article.plain.topic {
            (begin(page, look))
            p.note { (frame.say("site-survival-hint")) }
            @for part in &page.sections {
                (folded(part, look))
            }
            (end(page, look))
        }
    };
    frame.page(page.title.words(), &main)
}

/// The list of topics.
pub fn learn(frame: &Frame<'_>, page: &Page) -> String {
    let look = &Look::within(frame, &page.labels, "", 2);
    let main = html! {
        article.plain.topics {
            (begin(page, look))
            ul.topic-list {
                @for topic in her2_knowledge::topics() {
                    @let topic = frame.words.language().topic(topic);
                    li {
                        h2 { a href=(frame.link(&format!("/learn/{}", topic.id))) { (topic.title) } }
                        p { (topic.summary) "." @if topic.survival { " " (frame.say("learn-survival-note")) } }
                    }
                }
            }
            (end(page, look))
        }
    };
    frame.page(page.title.words(), &main)
}

/// The page where there is none.
pub fn not_found(frame: &Frame<'_>) -> String {
    let title = frame.say("site-not-found-title");
    let main = html! {
        header.hello {
            h1 { (title) }
            p { (frame.say("site-not-found-said")) }
            p { a href=(frame.link("/")) { (frame.say("site-not-found-start")) } }
        }
    };
    frame.page(&title, &main)
}
