//! The page for the patient and the family: one sentence first, then part by part at the reader's own pace.

use super::fold::open_all;
use super::frame::KEPT;
use super::report::{Marked, of_quotes, report};
use super::trouble::{Told, partly, summary};
use super::watch::{self, WatchForm};
use super::{Frame, form};
use crate::html::blocks::{Look, blocks, sentences, source_note};
use crate::page::{Block, Page};
use crate::source::Sources;
use maud::{Markup, html};

/// What the page shows.
pub struct PatientView<'a> {
    /// The document.
    pub page: &'a Page,
    /// The records.
    pub sources: Sources<'a>,
    /// What could not be read beside them.
    pub partly: &'a [Told],
    /// What could not be done that was asked for.
    pub told: &'a [Told],
    /// Names of messages that are told first.
    pub notices: &'a [&'static str],
    /// What is usually watched, where it was asked for.
    pub watched: Option<&'a Page>,
    /// The map of the way through care, in plain words; none where nothing is known.
    pub map: Option<&'a Page>,
    /// The form for a calendar; none where nothing is usually watched.
    pub watch: Option<&'a WatchForm>,
    /// Whether the sources travel with the page. Large ones do not.
    pub travels: bool,
}

/// What stands before the anchors of the map.
const MAP: &str = "map-";

/// A part of the page that opens.
struct Part {
    id: String,
    heading: String,
    inside: Markup,
}

/// The page.
pub fn patient(frame: &Frame<'_>, view: &PatientView<'_>) -> String {
    let page = view.page;
    let look = &Look::within(frame, &page.labels, "", 2);
    let parts = parts(frame, view, look);
    let mut marks = of_quotes(&page.quotes, "");
    if let Some(map) = view.map {
        let of_map = of_quotes(&map.quotes, MAP).into_iter();
        marks.extend(of_map.map(|mark| Marked {
            number: None,
            ..mark
        }));
    }
    let main = html! {
        div.two {
            div.reading {
                header.hello {
                    h1 { (page.title.words()) }
                    (notices(frame, view.notices))
                    (lead(page, look))
                    p.frame { (sentences(&page.frame, look)) }
                }
                (summary(frame, view.told))
                (partly(frame, view.partly))
                (actions(frame, "/record", view.travels))
                section.parts aria-labelledby="pace-title" {
                    div.pace {
                        h2 #pace-title { (frame.say("site-pace")) }
                        p { (frame.say("site-pace-hint")) }
                        (open_all(frame))
                    }
                    @for (index, part) in parts.iter().enumerate() {
                        @let next = parts.get(index + 1);
                        details.part #{"part-" (part.id)} {
                            summary { h3 { (part.heading) } }
                            div.inside {
                                span.anchor #(part.id) {}
                                (part.inside)
                                @if let Some(next) = next {
                                    p.next { a href={"#" (next.id)} { (frame.of("site-next", "heading", &next.heading)) } }
                                }
                            }
                        }
                    }
                }
                p.foot { (sentences(&page.foot, look)) }
            }
            (report(frame, view.sources, &marks, &frame.say("site-report-hint")))
        }
        div.lit-words.needs-script hidden aria-hidden="true" { b { (frame.say("site-quote-from")) } " " q {} }
    };
    frame.page(page.title.words(), &main)
}

/// The first sentence stands above all others.
pub(super) fn lead(page: &Page, look: &Look<'_>) -> Markup {
    let (first, rest) = page.lead.split_at(page.lead.len().min(1));
    html! {
        p.lead { (sentences(first, look)) }
        @if !rest.is_empty() { p.after { (sentences(rest, look)) } }
    }
}

pub(super) fn notices(frame: &Frame<'_>, names: &[&'static str]) -> Markup {
    html! { @for name in names { p.note { (frame.say(name)) } } }
}

fn parts(frame: &Frame<'_>, view: &PatientView<'_>, look: &Look<'_>) -> Vec<Part> {
    let page = view.page;
    let deep = Look { level: 3, ..*look };
    // What is not known yet comes first; the way through care is wider than one result.
    let missing = page.sections.iter().any(|section| section.id == "missing");
    let before_map = if missing { "missing" } else { "meaning" };
    let mut parts: Vec<Part> = Vec::new();
    for section in &page.sections {
        let asks = section
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Ask(_)));
        let form = (section.id == "watch").then_some(view.watch).flatten();
        let inside = html! {
            (blocks(section, &deep))
            @if asks {
                button.copy.needs-script type="button" hidden data-done=(frame.say("site-copied")) { (frame.say("site-copy")) }
            }
            @if let Some(form) = form { (watch::patient(frame, form, view.watched)) }
        };
        parts.push(Part {
            id: section.id.to_owned(),
            heading: section.heading.words().to_owned(),
            inside,
        });
        if section.id == before_map {
            parts.extend(view.map.map(|map| of_map(frame, map)));
        }
    }
    parts.push(Part {
        id: "learn".to_owned(),
        heading: frame.say("site-learn-title"),
        inside: topics(frame),
    });
    parts.push(Part {
        id: "add".to_owned(),
        heading: frame.say("site-add-title"),
        inside: add(frame, "/record"),
    });
    if !page.sources.is_empty() {
        parts.push(Part {
            id: "sources".to_owned(),
            heading: page.sources_heading.words().to_owned(),
            inside: sources_list(page, look),
        });
    }
    parts
}

/// The map of the way through care, as a part.
fn of_map(frame: &Frame<'_>, map: &Page) -> Part {
    let look = &Look::within(frame, &map.labels, MAP, 3);
    Part {
        id: "way".to_owned(),
        heading: map.title.words().to_owned(),
        inside: html! {
            p { (sentences(&map.lead, look)) }
            p.note { (sentences(&map.frame, look)) }
            @for section in &map.sections { (blocks(section, look)) }
            @if !map.sources.is_empty() { (sources_list(map, look)) }
        },
    }
}

/// The list of the sources of a document.
pub(super) fn sources_list(page: &Page, look: &Look<'_>) -> Markup {
    html! {
        ol.sources {
            @for (index, source) in page.sources.iter().enumerate() { (source_note(index + 1, source, look)) }
        }
    }
}

fn topics(frame: &Frame<'_>) -> Markup {
    html! {
        p { (frame.say("site-learn-lead")) }
        ul {
            @for topic in her2_knowledge::topics().iter().filter(|topic| !topic.survival) {
                @let topic = frame.words.language().topic(topic);
                li { a href=(frame.link(&format!("/learn/{}", topic.id))) { (topic.title) } }
            }
            li { a href=(frame.link("/medicines")) { (frame.say("site-learn-medicines")) } }
        }
    }
}

/// Another report of the same person.
pub(super) fn add(frame: &Frame<'_>, path: &str) -> Markup {
    html! {
        p { (frame.say("site-add-hint")) }
        (form::sources(frame, Some(KEPT), "", false))
        button type="submit" form=(KEPT) formaction=(frame.link(path)) { (frame.say("site-add")) }
    }
}

/// The other pages of the same record.
pub(super) fn actions(frame: &Frame<'_>, here: &str, travels: bool) -> Markup {
    let pages = [
        ("/record", "site-go-patient"),
        ("/record/clinician", "site-go-clinician"),
        ("/record/packet", "site-go-packet"),
        ("/record/json", "site-go-json"),
    ];
    // What lists treatments is for the clinician.
    let hidden = |path: &str| here == "/record" && path == "/record/packet";
    html! {
        section.actions aria-label=(frame.say("site-actions")) {
            div.buttons {
                @for (path, words) in pages.iter().filter(|(path, _)| *path != here && !hidden(path)) {
                    button type="submit" form=(KEPT) formaction=(frame.link(path)) { (frame.say(words)) }
                }
                button.print.needs-script type="button" hidden { (frame.say("site-go-print")) }
            }
            @if !travels {
                div.field {
                    label for="again" { (frame.say("site-again")) }
                    p.hint #again-hint { (frame.say("site-again-hint")) }
                    input #again type="file" name="file" multiple form=(KEPT) aria-describedby="again-hint";
                }
            }
        }
    }
}
