//! The clinician's view: findings, options with their requirements, monitoring, and the diagnostics of the report on one page.

use super::Frame;
use super::fold::{fold, folded, open_all};
use super::form::{Choice, Input};
use super::frame::KEPT;
use super::patient::{actions, add, notices, sources_list};
use super::report::{Marked, of_quotes, report};
use super::trouble::{Told, partly, summary};
use super::watch::{self, WatchForm};
use crate::diagnostics::{Shown, joined};
use crate::html::blocks::{Look, section, sentences};
use crate::page::Page;
use crate::source::Sources;
use crate::words::Value;
use her2_case::{Question, RecordIndex};
use maud::{Markup, html};

/// A document among others on the page.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// Its anchor; what stands before the anchors in it is this and `-`.
    pub id: &'static str,
    /// The name of its heading among the words.
    pub heading: &'static str,
    /// The document.
    pub page: &'a Page,
}

/// The sections that stand open; the others are opened by whoever wants them.
const OPEN: [&str; 8] = [
    "result", "missing", "comments", "findings", "map", "options", "labels", "schedule",
];

/// A question of care as a field.
#[derive(Clone)]
pub struct Asked {
    /// Its name.
    pub name: String,
    /// Its short name in words.
    pub title: String,
    /// The question.
    pub ask: String,
    /// What counts for the answer.
    pub help: String,
    /// Terms to choose from; none where a number is asked for.
    pub choices: Vec<(String, String)>,
    /// The unit of the number.
    pub unit: Option<String>,
    /// How many options it settles; none if it is answered already.
    pub settles: Option<u32>,
    /// The answer given, as typed.
    pub value: String,
    /// Whether that answer could not be read.
    pub wrong: bool,
}

/// What the page shows.
pub struct ClinicianView<'a> {
    /// The findings.
    pub findings: Part<'a>,
    /// Further documents, such as a map.
    pub more: Vec<Part<'a>>,
    /// The options.
    pub options: Part<'a>,
    /// The open questions, and those that were answered here.
    pub asked: &'a [Asked],
    /// Monitoring, where medicines are named.
    pub monitoring: Option<Part<'a>>,
    /// What the form for it holds.
    pub watch: &'a WatchForm,
    /// What fired, with the source it fired on.
    pub checks: &'a [(RecordIndex, &'a Shown)],
    /// The records.
    pub sources: Sources<'a>,
    /// What could not be read beside them.
    pub partly: &'a [Told],
    /// What could not be done that was asked for.
    pub told: &'a [Told],
    /// Names of messages that are told first.
    pub notices: &'a [&'static str],
    /// Whether the sources travel with the page.
    pub travels: bool,
}

/// The page.
pub fn clinician(frame: &Frame<'_>, view: &ClinicianView<'_>) -> String {
    let title = frame.say("site-clinician-title");
    let mut contents = vec![view.findings.heading];
    contents.extend(view.more.iter().map(|part| part.heading));
    contents.extend([
        "site-clinician-options",
        "site-clinician-monitoring",
        "site-clinician-checks",
    ]);
    let ids = [view.findings.id]
        .into_iter()
        .chain(view.more.iter().map(|part| part.id))
        .chain(["options", "monitoring", "checks"]);
    let main = html! {
        div.two {
            div.reading {
                header.hello {
                    h1 { (title) }
                    (notices(frame, view.notices))
                    p { (frame.say("site-clinician-lead")) }
                }
                (summary(frame, view.told))
                (partly(frame, view.partly))
                (actions(frame, "/record/clinician", view.travels))
                nav.contents aria-label=(view.findings.page.labels.contents) {
                    ul { @for (id, words) in ids.zip(&contents) { li { a href={"#" (id)} { (frame.say(words)) } } } }
                    (open_all(frame))
                }
                (document(frame, &view.findings, &html! {}))
                @for part in &view.more { (document(frame, part, &html! {})) }
                (document(frame, &view.options, &questions(frame, view.asked)))
                section.of-case #monitoring aria-labelledby="monitoring-title" {
                    h2 #monitoring-title { (frame.say("site-clinician-monitoring")) }
                    (watch::clinician(frame, view.watch))
                    @if let Some(part) = &view.monitoring { (inside(frame, part)) }
                }
                (checks(frame, view))
                details.part #part-add {
                    summary { h2 { (frame.say("site-add-title")) } }
                    div.inside { (add(frame, "/record/clinician")) }
                }
            }
            (report(frame, view.sources, &marks(view), &frame.say("site-report-hint")))
        }
        div.lit-words.needs-script hidden aria-hidden="true" { b { (frame.say("site-quote-from")) } " " q {} }
    };
    frame.page(&title, &main)
}

/// Everything that is marked in the records, what is queried too.
fn marks(view: &ClinicianView<'_>) -> Vec<Marked> {
    let parts = [&view.findings, &view.options];
    let mut marks: Vec<Marked> = Vec::new();
    for part in parts.into_iter().chain(&view.more).chain(&view.monitoring) {
        let mut of_part = of_quotes(&part.page.quotes, &format!("{}-", part.id));
        if part.id != view.findings.id {
            of_part.iter_mut().for_each(|mark| mark.number = None);
        }
        marks.extend(of_part);
    }
    for (index, (at, shown)) in view.checks.iter().enumerate() {
        marks.extend(shown.at.iter().enumerate().map(|(place, span)| Marked {
            at: *at,
            span: *span,
            anchor: anchor(index, place),
            number: None,
            severity: Some(shown.severity),
        }));
    }
    marks
}

/// The anchor of a place that a diagnostic underlines.
fn anchor(check: usize, place: usize) -> String {
    format!("c{}-{}", check + 1, place + 1)
}

fn document(frame: &Frame<'_>, part: &Part<'_>, first: &Markup) -> Markup {
    let named = format!("{}-title", part.id);
    html! {
        section.of-case #(part.id) aria-labelledby=(named) {
            h2 #(named) { (frame.say(part.heading)) }
            (first)
            (inside(frame, part))
        }
    }
}

fn inside(frame: &Frame<'_>, part: &Part<'_>) -> Markup {
    let page = part.page;
    let anchors = format!("{}-", part.id);
    let look = &Look::within(frame, &page.labels, &anchors, 3);
    html! {
        @if !page.lead.is_empty() { p.lead { (sentences(&page.lead, look)) } }
        @if !page.frame.is_empty() { p.frame { (sentences(&page.frame, look)) } }
        @for each in &page.sections {
            @if OPEN.contains(&each.id) { (section(each, look)) } @else { (folded(each, look)) }
        }
        @if !page.sources.is_empty() {
            (fold(&format!("{anchors}sources"), page.sources_heading.words(), 3, &sources_list(page, look)))
        }
        p.foot { (sentences(&page.foot, look)) }
    }
}

fn questions(frame: &Frame<'_>, asked: &[Asked]) -> Markup {
    let (given, open): (Vec<&Asked>, Vec<&Asked>) =
        asked.iter().partition(|one| one.settles.is_none());
    let opened = given.is_empty() && open.len() < 4 || asked.iter().any(|one| one.wrong);
    html! {
        @if !asked.is_empty() {
            details.card.questions open[opened] #part-questions {
                summary { h3 { (frame.say("site-clinician-ask")) " (" (open.len()) ")" } }
                div.inside {
                    p { (frame.say("site-clinician-ask-hint")) }
                    @for one in open { (question(frame, one)) }
                    @if !given.is_empty() {
                        h4 { (frame.say("site-clinician-given")) }
                        @for one in given { (question(frame, one)) }
                    }
                    div.buttons {
                        button.primary type="submit" form=(KEPT) formaction={(frame.link("/record/clinician")) "#options"} { (frame.say("site-clinician-answer")) }
                    }
                }
            }
        }
    }
}

fn question(frame: &Frame<'_>, asked: &Asked) -> Markup {
    let (name, id) = (
        format!("answer.{}", asked.name),
        format!("answer-{}", asked.name),
    );
    let settles = asked.settles.map(|count| {
        frame.with(
            "site-clinician-settles",
            &[("options", Value::Count(count))],
        )
    });
    let unit = asked
        .unit
        .as_deref()
        .filter(|unit| !unit.is_empty() && !asked.ask.contains(unit));
    let label = match unit {
        Some(unit) => format!("{} ({unit})", asked.ask),
        None => asked.ask.clone(),
    };
    let hint = match settles {
        Some(settles) => format!("{} ({settles})", asked.help),
        None => asked.help.clone(),
    };
    let question = Question::ALL.iter().find(|of| of.name() == asked.name);
    let count = question.is_some_and(|of| of.is_count());
    let trouble = if count {
        "site-trouble-count"
    } else {
        "site-trouble-answer"
    };
    let wrong = asked
        .wrong
        .then(|| frame.of(trouble, "field", &asked.title));
    let input = Input {
        name: &name,
        id: &id,
        label: &label,
        hint: Some(&hint),
        value: &asked.value,
        wrong: wrong.as_deref(),
        form: Some(KEPT),
    };
    let choices: Vec<Choice> = asked.choices.clone();
    match choices.is_empty() {
        true => input.line(Some("decimal")),
        false => input.choice(&frame.say("site-clinician-none"), &choices),
    }
}

fn checks(frame: &Frame<'_>, view: &ClinicianView<'_>) -> Markup {
    html! {
        section.of-case.checks #checks aria-labelledby="checks-title" {
            h2 #checks-title { (frame.say("site-clinician-checks")) }
            @if view.checks.is_empty() { p { (frame.say("site-checks-none")) } }
            @for (index, (at, shown)) in view.checks.iter().enumerate() {
                article class={"check " (shown.severity.name())} {
                    h3 {
                        span.severity { (frame.say(&format!("site-check-{}", shown.severity.name()))) } " "
                        (frame.words.said(shown.title)) " " code { (shown.code) }
                    }
                    @if !shown.at.is_empty() {
                        p {
                            (frame.say("site-checks-at"))
                            @for (place, span) in shown.at.iter().enumerate() {
                                @let words = crate::read::shown(&view.sources.text(*at).quote(*span));
                                " " a.said href={"#" (anchor(index, place))} data-quotes=(anchor(index, place)) { q lang="en" { (short(&words)) } }
                            }
                        }
                    }
                    p { b { (frame.say("site-checks-why")) ": " } (joined(&frame.words.language().prose(&shown.why))) }
                    p { b { (frame.say("site-checks-do")) ": " } (joined(&frame.words.language().prose(&shown.what_to_do))) }
                    p.place { (shown.source_in(frame.words)) }
                }
            }
        }
    }
}

/// The beginning of words that are long.
fn short(words: &str) -> String {
    const LONG: usize = 90;
    match words.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}\u{2026}", &words[..end]),
        None => words.to_owned(),
    }
}
