//! The words of the record, with those marked that a page rests on.

use super::Frame;
use crate::page::Quote;
use crate::source::Sources;
use her2_case::{RecordIndex, Severity, Span};
use maud::{Markup, html};
use std::borrow::Cow;

/// A longer text than this is shown in parts.
const WHOLE: usize = 60_000;
/// So many bytes around each mark are shown then.
const AROUND: usize = 240;

/// A range of a source, with the name of its anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The source.
    pub at: RecordIndex,
    /// The range.
    pub span: Span,
    /// Its anchor, as `q1`.
    pub anchor: String,
    /// Its number, shown before its words; none where a diagnostic underlines them.
    pub number: Option<usize>,
    /// How much a diagnostic weighs that underlines it.
    pub severity: Option<Severity>,
}

/// A diagnostic, with the words it underlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Underlined {
    /// The source.
    pub at: RecordIndex,
    /// The range.
    pub span: Span,
    /// How much it weighs.
    pub severity: Severity,
}

/// The ranges of quotes, under anchors that begin so.
pub(super) fn of_quotes(quotes: &[Quote], anchors: &str) -> Vec<Marked> {
    let each = quotes.iter().enumerate();
    let mark = |(index, quote): (usize, &Quote)| Marked {
        at: quote.at,
        span: Span {
            start: quote.span[0],
            end: quote.span[1],
        },
        anchor: format!("{anchors}q{}", index + 1),
        number: Some(index + 1),
        severity: None,
    };
    each.map(mark).collect()
}

/// The records with these marks.
pub(super) fn report(
    frame: &Frame<'_>,
    sources: Sources<'_>,
    marks: &[Marked],
    hint: &str,
) -> Markup {
    let several = sources.are_several();
    let heading = if several {
        "site-reports"
    } else {
        "site-report"
    };
    let count = RecordIndex::try_from(sources.histories().len()).unwrap_or(RecordIndex::MAX);
    let shown: Vec<(RecordIndex, Markup, bool)> = (0..count)
        .filter_map(|at| {
            let bytes = sources.text(at).bytes();
            let of_text: Vec<&Marked> = marks.iter().filter(|mark| mark.at == at).collect();
            let (text, whole) = marked(bytes, sources.text(at).is_named(), &of_text)?;
            Some((at, text, whole))
        })
        .collect();
    html! {
        section.report #your-report aria-labelledby="report-title" {
            h2 #report-title { (frame.say(heading)) }
            p.hint { (hint) }
            @if shown.is_empty() { p { (frame.say("site-report-none")) } }
            @for (at, text, whole) in &shown {
                @if several { h3 { (crate::read::shown(sources.name(*at))) } }
                @if !whole { p.hint { (frame.say("site-report-part")) } }
                div.paper lang="en" role="group" tabindex="0" aria-label={(frame.say("site-report")) " " (at + 1)} { (text) }
            }
        }
    }
}

/// The text with its marks, and whether all of it is shown; nothing if there is nothing to show.
fn marked(bytes: &[u8], named: bool, marks: &[&Marked]) -> Option<(Markup, bool)> {
    let length = bytes.len();
    let ranges: Vec<(usize, usize)> = marks
        .iter()
        .map(|mark| {
            (
                mark.span.range().start.min(length),
                mark.span.range().end.min(length),
            )
        })
        .collect();
    let whole = length <= WHOLE && !named;
    let windows = if whole {
        vec![(0, length)]
    } else {
        windows(bytes, &ranges)
    };
    if windows.is_empty() || length == 0 {
        return None;
    }
    let mut begun = vec![false; marks.len()];
    let parts: Vec<Markup> = windows
        .iter()
        .map(|window| part(bytes, *window, marks, &ranges, &mut begun))
        .collect();
    let text = html! {
        @for (index, text) in parts.iter().enumerate() {
            @if index > 0 || !whole && windows[0].0 > 0 { span.gap { "[\u{2026}]\n" } }
            (text)
            @if !whole { "\n" }
        }
    };
    Some((text, whole))
}

/// The words around the ranges, those that touch as one.
fn windows(bytes: &[u8], ranges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut wide: Vec<(usize, usize)> = ranges
        .iter()
        .map(|(start, end)| {
            let from = start.saturating_sub(AROUND);
            let to = (end + AROUND).min(bytes.len());
            let line = |byte: &u8| *byte == b'\n';
            let from = bytes[from..*start]
                .iter()
                .position(line)
                .map_or(from, |at| from + at + 1);
            let to = bytes[*end..to]
                .iter()
                .rposition(line)
                .map_or(to, |at| end + at);
            (character(bytes, from), character(bytes, to))
        })
        .collect();
    wide.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (from, to) in wide {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The beginning of the character that holds this byte.
fn character(bytes: &[u8], at: usize) -> usize {
    let continues = |at: &usize| bytes.get(*at).is_some_and(|byte| byte & 0xc0 == 0x80);
    (at.saturating_sub(3)..=at)
        .rev()
        .find(|at| !continues(at))
        .unwrap_or(at)
}

/// A window of the text, cut wherever a mark begins or ends.
fn part(
    bytes: &[u8],
    (from, to): (usize, usize),
    marks: &[&Marked],
    ranges: &[(usize, usize)],
    begun: &mut [bool],
) -> Markup {
    let inside = |at: &usize| from < *at && *at < to;
    let mut cuts: Vec<usize> = ranges
        .iter()
        .flat_map(|(start, end)| [*start, *end])
        .filter(inside)
        .collect();
    cuts.extend([from, to]);
    cuts.sort_unstable();
    cuts.dedup();
    html! {
        @for pair in cuts.windows(2) {
            @let held: Vec<usize> = (0..marks.len())
                .filter(|index| ranges[*index].0 <= pair[0] && pair[1] <= ranges[*index].1).collect();
            @let words = readable(&bytes[pair[0]..pair[1]]);
            @if held.is_empty() { (words) }
            @else { (one_mark(&words, &held, marks, begun)) }
        }
    }
}

fn one_mark(words: &str, held: &[usize], marks: &[&Marked], begun: &mut [bool]) -> Markup {
    let fresh: Vec<usize> = held
        .iter()
        .copied()
        .filter(|index| !std::mem::replace(&mut begun[*index], true))
        .collect();
    let names: Vec<&str> = held
        .iter()
        .map(|index| marks[*index].anchor.as_str())
        .collect();
    let worst = held.iter().filter_map(|index| marks[*index].severity).max();
    let class = match worst {
        Some(severity) if held.iter().all(|index| marks[*index].severity.is_some()) => {
            format!("query {}", severity.name())
        }
        Some(severity) => format!("both {}", severity.name()),
        None => "rests".to_owned(),
    };
    html! {
        mark class=(class) data-marks=(names.join(" ")) {
            @for index in &fresh {
                span.anchor #(marks[*index].anchor) tabindex="-1" {}
                @if let Some(number) = marks[*index].number { span.number aria-hidden="true" { (number) } }
            }
            (words)
        }
    }
}

/// Bytes as text: what is not UTF-8 is read as Latin-1, and what cannot be shown becomes a space.
fn readable(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
    };
    let plain = |c: char| match c {
        '\n' | '\t' => c,
        c if c.is_control() => ' ',
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32, anchor: &str, number: Option<usize>) -> Marked {
        Marked {
            at: 0,
            span: Span { start, end },
            anchor: anchor.to_owned(),
            number,
            severity: number.is_none().then_some(Severity::Warning),
        }
    }

    fn shown(text: &[u8], named: bool, marks: &[Marked]) -> String {
        let marks: Vec<&Marked> = marks.iter().collect();
        marked(text, named, &marks).map_or_else(String::new, |(text, _)| text.into_string())
    }

    #[test]
    fn a_mark_holds_its_words_its_anchor_and_its_number() {
        let page = shown(b"HER2 3+ here", false, &[mark(0, 7, "q1", Some(1))]);
        assert_eq!(
            page,
            "<mark class=\"rests\" data-marks=\"q1\"><span class=\"anchor\" id=\"q1\" tabindex=\"-1\"></span>\
             <span class=\"number\" aria-hidden=\"true\">1</span>HER2 3+</mark> here"
        );
    }

    #[test]
    fn marks_that_overlap_are_cut_and_each_anchor_stands_once() {
        let marks = [
            mark(0, 6, "a", Some(1)),
            mark(3, 9, "b", Some(2)),
            mark(4, 5, "c", None),
        ];
        let page = shown(b"0123456789", false, &marks);
        for anchor in ["a", "b", "c"] {
            assert_eq!(
                page.matches(&format!("id=\"{anchor}\"")).count(),
                1,
                "{anchor}"
            );
        }
        assert!(page.contains("data-marks=\"a b c\"") && page.contains("both warning"));
        let words: String = page
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, words)| words))
            .collect();
        assert_eq!(
            words.replace(['\n'], "").len(),
            "0123456789".len() + 2,
            "two numbers are shown"
        );
    }

    #[test]
    fn what_is_marked_up_or_no_text_is_shown_as_words() {
        let page = shown(
            b"<script>\xff\x00</script>",
            false,
            &[mark(0, 8, "a", Some(1))],
        );
        assert!(page.contains("&lt;script&gt;") && !page.contains("<script>"));
        assert!(page.contains('\u{ff}') && !page.contains('\0'));
    }

    #[test]
    fn of_data_only_what_is_marked_is_shown_with_what_stands_around_it() {
        let text = "x".repeat(5000) + "\nHER2\n" + &"\u{e9}".repeat(5000);
        let page = shown(text.as_bytes(), true, &[mark(5001, 5005, "a", Some(1))]);
        assert!(page.contains("HER2") && page.len() < 1500, "{}", page.len());
        assert!(!page.contains('\u{fffd}') && !page.contains('\u{c3}'));
        assert_eq!(shown(text.as_bytes(), true, &[]), "");
    }

    #[test]
    fn ranges_that_lie_nowhere_are_passed_over() {
        let marks = [
            mark(90, 99, "a", Some(1)),
            mark(4, 2, "b", Some(2)),
            mark(3, 3, "c", Some(3)),
        ];
        assert!(shown(b"0123456789", false, &marks).contains("0123456789"));
        assert!(!shown(b"0123456789", true, &marks).contains("<mark"));
        assert_eq!(shown(b"", false, &marks), "");
    }
}
