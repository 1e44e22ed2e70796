//! Diagnostics for a screen, in the manner of a compiler.

use super::place::{Lines, Window};
use super::wrap::wrapped;
use super::{Checked, Shown, first_sentence};
use crate::words::{Value, Words};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Message, Renderer, Snippet};
use annotate_snippets::{Origin as Header, Padding};
use her2_case::{Severity, Span};
use std::fmt::Write;
use std::ops::Range;

/// The narrowest screen that is written for, and the widest.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=106;
/// Characters that stand before a line of the record, and before a line of prose.
const MARGINS: (usize, usize) = (6, 16);
/// Characters of a value that are shown.
const MOST_VALUE: usize = 96;
/// Places shown beside the first.
const MOST_OTHERS: usize = 3;

/// The diagnostics of one record as text for a screen of this width, each with its place underlined. Coloured only if asked.
pub fn text(checked: &Checked<'_>, words: &Words, width: usize, color: bool) -> String {
    let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let lines = Lines::counted(checked);
    let mut out = String::new();
    for shown in checked.shown {
        let rendered = renderer.render(&[group(checked, &lines, shown, (words, width))]);
        let rendered = without_first_break(&rendered);
        writeln!(out, "{}\n", rendered.trim_end()).expect("a string can be written to");
    }
    out
}

/// The renderer marks each piece of a file by `:::`; before the first piece there is nothing to mark.
fn without_first_break(rendered: &str) -> String {
    let first = rendered
        .split_inclusive('\n')
        .position(|line| line.contains("::: "));
    let lines = rendered.split_inclusive('\n').enumerate();
    lines
        .filter(|(at, _)| first != Some(*at))
        .map(|(_, line)| line)
        .collect()
}

fn level(severity: Severity, words: &Words) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(name("check-error", words)),
        Severity::Warning => Level::WARNING.with_name(name("check-warning", words)),
        Severity::Note => Level::NOTE.with_name(name("check-note", words)),
    }
}

/// A fixed word of the renderer.
fn name(of: &str, words: &Words) -> String {
    words.get(of, &[]).unwrap_or_default()
}

fn group<'a>(
    checked: &Checked<'a>,
    lines: &Lines<'_>,
    shown: &'a Shown,
    (words, width): (&Words, usize),
) -> Group<'a> {
    if checked.source.is_named() {
        return named(checked, shown, words, width);
    }
    let windows = windows(checked, lines, &shown.at, width - MARGINS.0);
    let name = checked.name.replace(char::is_control, "?");
    let header = Header::path(name);
    let header = match windows.first() {
        Some((first, _)) => header.line(first.line).char_column(first.column),
        None => header,
    };
    let title = level(shown.severity, words)
        .primary_title(shown.title)
        .id(shown.code);
    let mut group = title.element(header);
    for (at, window) in windows.into_iter().enumerate() {
        group = group.element(snippet(window, (at == 0).then_some(shown.row.as_str())));
    }
    group
        .element(Padding)
        .elements(messages(shown, words, width))
}

/// What is said below the places.
fn messages(shown: &Shown, words: &Words, width: usize) -> [Message<'static>; 3] {
    let messages = [
        ("check-why", first_sentence(&shown.why)),
        ("check-do", first_sentence(&shown.what_to_do)),
        ("check-source", source(shown, words)),
    ];
    messages.map(|(of, text)| message(of, &text, words, width))
}

fn message(of: &str, text: &str, words: &Words, width: usize) -> Message<'static> {
    let lines = wrapped(text, width - MARGINS.1).join("\n");
    Level::NOTE.with_name(name(of, words)).message(lines)
}

/// Of a record whose places are named in the terms of a format: the path and the value, never the line, which may be all of it.
fn named<'a>(checked: &Checked<'a>, shown: &'a Shown, words: &Words, width: usize) -> Group<'a> {
    let title = level(shown.severity, words)
        .primary_title(shown.title)
        .id(shown.code);
    let value = |span: Span| {
        let quoted: String = checked
            .source
            .quote(span)
            .chars()
            .take(MOST_VALUE)
            .collect();
        let quoted = crate::read::shown(&quoted);
        let cut = if span.range().len() > MOST_VALUE {
            "\u{2026}"
        } else {
            ""
        };
        format!("\"{quoted}{cut}\"")
    };
    let path = |span: Span| checked.source.path(span).unwrap_or_default();
    let name = match shown.at.first().map(|span| path(*span)) {
        Some(path) if !path.is_empty() => format!("{}: {path}", checked.name),
        _ => checked.name.to_owned(),
    };
    let header = Header::path(name.replace(char::is_control, "?"));
    let mut group = title.element(header).element(Padding);
    for (at, span) in shown.at.iter().take(MOST_OTHERS + 1).enumerate() {
        let said = if at == 0 {
            format!("{}: {}", value(*span), shown.row)
        } else {
            format!("{}: {}", path(*span), value(*span))
        };
        let of = if at == 0 { "check-value" } else { "check-also" };
        group = group.element(message(of, &said, words, width));
    }
    group.elements(messages(shown, words, width))
}

fn source(shown: &Shown, words: &Words) -> String {
    if shown.project_rule {
        let values = [("source", Value::Text(&shown.source))];
        let said = words.get("check-project-rule", &values);
        said.unwrap_or_else(|| shown.source.clone())
    } else {
        shown.source.clone()
    }
}

/// A window on the first place, and on the others as far as it does not show them; with each what else it shows.
fn windows(
    checked: &Checked<'_>,
    lines: &Lines<'_>,
    at: &[Span],
    width: usize,
) -> Vec<(Window, Vec<Range<usize>>)> {
    let mut windows: Vec<(Window, Vec<Range<usize>>)> = Vec::new();
    for span in at {
        let room = windows.len() <= MOST_OTHERS;
        let seen = windows.iter_mut().find_map(|(window, others)| {
            let found = window.find(checked.source, *span)?;
            Some((window.meant.clone(), others, found))
        });
        match seen {
            Some((meant, others, found)) => {
                let apart =
                    |taken: &Range<usize>| found.end <= taken.start || taken.end <= found.start;
                if apart(&meant) && others.iter().all(apart) {
                    others.push(found);
                }
            }
            None if room => {
                windows.push((Window::around(lines, *span, width), Vec::new()));
            }
            None => {}
        }
    }
    windows
}

fn snippet<'a>(
    (window, others): (Window, Vec<Range<usize>>),
    label: Option<&'a str>,
) -> Snippet<'a, Annotation<'a>> {
    let kind = match label {
        Some(_) => AnnotationKind::Primary,
        None => AnnotationKind::Context,
    };
    let others = others
        .into_iter()
        .map(|at| AnnotationKind::Context.span(at));
    Snippet::source(window.text)
        .line_start(window.line)
        .annotation(kind.span(window.meant).label(label))
        .annotations(others)
}
