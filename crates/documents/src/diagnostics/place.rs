//! Places in a record, as people count them: lines and columns, and a window of a line that fits a screen.

use crate::Source;
use her2_case::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Where something begins and ends, counted from 1 in lines and in characters of a line. The end is one past the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line of the last character.
    pub end_line: usize,
    /// One past the column of the last character.
    pub end_column: usize,
}

/// Where the lines of a record begin, and how many characters stand before each stretch of it. Made once for a record.
pub(super) struct Lines<'a> {
    source: Source<'a>,
    starts: Vec<usize>,
    /// Characters before each stretch.
    before: Vec<usize>,
    is_utf8: bool,
}

/// Bytes of a stretch.
const STRETCH: usize = 1024;

impl<'a> Lines<'a> {
    pub fn of(source: Source<'a>) -> Self {
        let bytes = source.bytes();
        let is_utf8 = std::str::from_utf8(bytes).is_ok();
        let newlines = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1));
        let mut before = vec![0];
        let mut sum = 0;
        for stretch in bytes.chunks(STRETCH) {
            sum += count(stretch, is_utf8);
            before.push(sum);
        }
        Self {
            source,
            starts: starts.collect(),
            before,
            is_utf8,
        }
    }

    /// The lines of a checked record; none are counted where nothing was found, or where places are named by a format.
    pub fn counted(checked: &super::Checked<'a>) -> Self {
        if checked.shown.is_empty() || checked.source.is_named() {
            return Self::of(Source::new(&[]));
        }
        Self::of(checked.source)
    }

    /// The place of these bytes.
    pub fn place(&self, span: Span) -> Place {
        let (line, column) = self.position(span.range().start);
        let (end_line, end_column) = self.position(span.range().end);
        Place {
            line,
            column,
            end_line,
            end_column,
        }
    }

    fn position(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.source.bytes().len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, 1 + self.chars(offset) - self.chars(start))
    }

    /// Characters before an offset.
    fn chars(&self, offset: usize) -> usize {
        let stretch = offset / STRETCH;
        let rest = &self.source.bytes()[stretch * STRETCH..offset];
        self.before[stretch] + count(rest, self.is_utf8)
    }

    /// The line of an offset, cut to so many bytes on both sides: from where to where, and whether it was cut on the left and on the right.
    fn line_around(&self, offset: usize, end: usize, reach: usize) -> (Range<usize>, bool, bool) {
        let bytes = self.source.bytes();
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let mut stop = self.starts.get(line).map_or(bytes.len(), |next| next - 1);
        if stop > offset && bytes[stop - 1] == b'\r' {
            stop -= 1;
        }
        let from = start.max(offset.saturating_sub(reach));
        let to = stop.min(end.saturating_add(reach)).max(offset);
        let inside = |at: usize| self.is_utf8 && at < bytes.len() && bytes[at] & 0xC0 == 0x80;
        let from = (from..=offset).find(|at| !inside(*at)).unwrap_or(offset);
        let to = (to..=stop.max(to)).find(|at| !inside(*at)).unwrap_or(stop);
        (from..to, from > start, to < stop)
    }
}

/// Characters of a stretch: the bytes that begin one.
fn count(bytes: &[u8], is_utf8: bool) -> usize {
    let begins = |byte: &&u8| !is_utf8 || **byte & 0xC0 != 0x80;
    bytes.iter().filter(begins).count()
}

/// A piece of one line, with the bytes of it that are meant.
#[derive(Debug)]
pub(super) struct Window {
    /// The number of the line, from 1.
    pub line: usize,
    /// The column of the first character meant, from 1.
    pub column: usize,
    /// The bytes of the record that are shown.
    pub bytes: Range<usize>,
    /// The text shown, with an ellipsis where it was cut. Control characters are shown as spaces.
    pub text: String,
    /// The range of `text` that is meant.
    pub meant: Range<usize>,
}

const CUT: &str = "…";
/// Bytes of the longest character.
const LONGEST_CHARACTER: usize = 4;

impl Window {
    /// The line around the span, cut to about `width` characters. What runs beyond the end of its line is cut there.
    pub fn around(lines: &Lines<'_>, span: Span, width: usize) -> Self {
        let source = lines.source;
        let start = span.range().start.min(source.bytes().len());
        let (line, column) = lines.position(start);
        let reach = width * LONGEST_CHARACTER;
        let wanted = span.range().end.clamp(start, start + reach);
        let (shown_line, cut_left, cut_right) = lines.line_around(start, wanted, reach);
        let (from, to) = (shown_line.start, shown_line.end);
        let end = wanted.min(to);
        let before = shown(source, from..start);
        let meant = shown(source, start..end);
        let after = shown(source, end..to);

        let meant: String = meant.chars().take(width).collect();
        let room = width.saturating_sub(meant.chars().count());
        let (left, right) = shares(room, before.chars().count(), after.chars().count());
        let head = last_words(&before, left);
        let tail = first_words(&after, right);
        let bytes =
            start - in_source(source, from..start, head)..end + in_source(source, end..to, tail);
        let mut text = String::new();
        if cut_left || head.len() < before.len() {
            text.push_str(CUT);
        }
        text.push_str(head);
        let at = text.len()..text.len() + meant.len();
        text.push_str(&meant);
        text.push_str(tail);
        if cut_right || tail.len() < after.len() {
            text.push_str(CUT);
        }
        Self {
            line,
            column,
            bytes,
            text,
            meant: at,
        }
    }
}

impl Window {
    /// Where in the text this place of the record is, if it is shown whole.
    pub fn find(&self, source: Source<'_>, span: Span) -> Option<Range<usize>> {
        let range = span.range();
        let inside = self.bytes.start <= range.start && range.end <= self.bytes.end;
        let first = self.text.len() - self.text.trim_start_matches(CUT).len();
        let at = |offset| first + shown(source, self.bytes.start..offset).len();
        let found = inside.then(|| at(range.start)..at(range.end))?;
        self.text.get(found.clone()).map(|_| found)
    }
}

/// How many bytes of the record the shown piece of this stretch stands for: a byte outside UTF-8 is shown as one character.
fn in_source(source: Source<'_>, stretch: Range<usize>, piece: &str) -> usize {
    match source.quote(Span::new(stretch.start, stretch.end.max(stretch.start))) {
        Cow::Borrowed(_) => piece.len(),
        Cow::Owned(_) => piece.chars().count(),
    }
}

/// How many characters stay on the left and on the right if there is room for so many: half each, and what one side leaves goes to the other.
fn shares(room: usize, before: usize, after: usize) -> (usize, usize) {
    let half = room / 2;
    let left = before.min(half.max(room.saturating_sub(after)));
    (left, after.min(room - left))
}

/// The end of the text, at most so many characters, from the start of a word.
fn last_words(text: &str, most: usize) -> &str {
    let count = text.chars().count();
    if count <= most {
        return text;
    }
    let cut = text
        .char_indices()
        .nth(count - most)
        .map_or(text.len(), |(at, _)| at);
    let tail = &text[cut..];
    tail.find(' ').map_or(tail, |space| &tail[space..])
}

/// The start of the text, at most so many characters, up to the end of a word.
fn first_words(text: &str, most: usize) -> &str {
    if text.chars().count() <= most {
        return text;
    }
    let cut = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..cut];
    head.rfind(' ').map_or(head, |space| &head[..=space])
}

fn shown(source: Source<'_>, range: Range<usize>) -> String {
    let text = source.quote(Span::new(range.start, range.end));
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::from("é: 2+\r\nHER2 3+");
        let place = Lines::of(source).place(Span::new(4, 6));
        assert_eq!((place.line, place.column, place.end_column), (1, 4, 6));
        let place = Lines::of(source).place(Span::new(13, 15));
        assert_eq!((place.line, place.column, place.end_column), (2, 6, 8));
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let source = Source::from("first\nHER2: 2+ today\r\nlast");
        let window = Window::around(&Lines::of(source), Span::new(12, 14), 100);
        assert_eq!(window.text, "HER2: 2+ today");
        assert_eq!(&window.text[window.meant], "2+");
        assert_eq!((window.line, window.column), (2, 7));
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant_between_words() {
        let text = format!("{}HER2: 2+ {}", "before ".repeat(90), "after ".repeat(90));
        let at = text.find("2+").unwrap();
        let window = Window::around(
            &Lines::of(Source::from(text.as_str())),
            Span::new(at, at + 2),
            60,
        );
        assert_eq!(&window.text[window.meant.clone()], "2+");
        assert!(window.text.chars().count() <= 62, "{}", window.text);
        assert!(window.text.starts_with("… before"), "{}", window.text);
        assert!(window.text.ends_with("after …"), "{}", window.text);
        assert_eq!(window.column, at + 1);
    }

    #[test]
    fn another_place_is_found_in_the_window() {
        let text = "é word HER2: négatif (3+), before it ".repeat(9);
        let at = text.rfind("(3+)").unwrap();
        let window = Window::around(
            &Lines::of(Source::from(text.as_str())),
            Span::new(at, at + 4),
            50,
        );
        let word = text.rfind("négatif").unwrap();
        let found = window.find(Source::from(text.as_str()), Span::new(word, word + 8));
        assert_eq!(&window.text[found.unwrap()], "négatif");
        assert!(
            window
                .find(Source::from(text.as_str()), Span::new(0, 2))
                .is_none()
        );
        let latin = b"HER2: n\xe9gatif (3+)";
        let window = Window::around(&Lines::of(Source::new(latin)), Span::new(15, 17), 50);
        let found = window.find(Source::new(latin), Span::new(6, 13));
        assert_eq!(&window.text[found.unwrap()], "négatif");
    }

    #[test]
    fn any_span_of_any_bytes_has_a_window() {
        let bytes = b"a\xe9\n\r\n2+\t\0\xff";
        for start in 0..12 {
            for end in start..14 {
                let span = Span::new(start, end);
                let window = Window::around(&Lines::of(Source::new(bytes)), span, 3);
                assert!(
                    window.text.get(window.meant.clone()).is_some(),
                    "{start}..{end}"
                );
                window.find(Source::new(bytes), Span::new(start, (start + 1).min(end)));
                Lines::of(Source::new(bytes)).place(span);
            }
        }
    }
}
