//! Segments, fields, repetitions and components of messages.

use her2_case::Key;
use std::ops::Range;

/// The characters a message is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Delimiters {
    pub(super) field: u8,
    pub(super) component: u8,
    pub(super) repetition: u8,
    pub(super) escape: u8,
    pub(super) part: u8,
}

impl Default for Delimiters {
    fn default() -> Self {
        Self::of("MSH|^~\\&")
    }
}

impl Delimiters {
    /// Those of a header segment; what it does not give is the usual.
    fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let field = bytes.get(3).copied().unwrap_or(b'|');
        let given: Vec<u8> = bytes
            .iter()
            .skip(4)
            .copied()
            .take_while(|byte| *byte != field)
            .take(5)
            .collect();
        let at = |at: usize, usual: u8| {
            let given = given.get(at).copied();
            given.filter(u8::is_ascii_punctuation).unwrap_or(usual)
        };
        Self {
            field,
            component: at(0, b'^'),
            repetition: at(1, b'~'),
            escape: at(2, b'\\'),
            part: at(3, b'&'),
        }
    }
}

/// A segment: its name, and its range in the text without the end of its line.
#[derive(Clone, Debug)]
pub(super) struct Segment<'a> {
    pub(super) name: &'a str,
    pub(super) range: Range<usize>,
}

/// A message as it stands in a text.
#[derive(Debug)]
pub(super) struct Message<'a> {
    pub(super) text: &'a str,
    pub(super) delimiters: Delimiters,
    /// Its segments, the header first; those of a batch around it are left out.
    pub(super) segments: Vec<Segment<'a>>,
    /// How many segments of a batch or file stand around it.
    pub(super) around: u32,
    /// Whether it is a part whose header stands elsewhere; such parts are of results.
    headless: bool,
}

/// The name of the segment that a line begins with, behind a mark of encoding or of framing.
pub(super) fn segment_name(line: &[u8]) -> Option<[u8; 3]> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let start = line
        .iter()
        .position(|byte| !matches!(byte, 0x0B | 0x1C | b'\r' | b'\n' | b' ' | b'\t'))?;
    let [a, b, c, after, ..] = &line[start..] else {
        return None;
    };
    let name = [*a, *b, *c];
    let is_name = a.is_ascii_uppercase()
        && name
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    (is_name && after.is_ascii_punctuation()).then_some(name)
}

impl<'a> Message<'a> {
    /// The message that a text holds, if it has a header.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        Self::read(text, Delimiters::default(), false)
    }

    /// The part of a message about one of its patients.
    pub(super) fn part(text: &'a str, delimiters: Delimiters) -> Option<Self> {
        Self::read(text, delimiters, true)
    }

    fn read(text: &'a str, delimiters: Delimiters, headless: bool) -> Option<Self> {
        let mut message = Self {
            text,
            delimiters,
            segments: Vec::new(),
            around: 0,
            headless,
        };
        let mut around = false;
        for line in lines(text) {
            let start = line.start + text[line.clone()].len()
                - text[line.clone()].trim_start_matches(is_frame).len();
            let end = start + text[start..line.end].trim_end_matches(is_frame).len();
            if start >= end {
                continue;
            }
            let here = &text[start..end];
            let name = segment_name(here.as_bytes());
            match name.as_ref().map(|name| &name[..]) {
                Some(b"MSH") => {
                    around = false;
                    message.delimiters = Delimiters::of(here);
                    message.segments.push(Segment {
                        name: &here[..3],
                        range: start..end,
                    });
                }
                Some(b"FHS" | b"BHS" | b"BTS" | b"FTS") => {
                    around = true;
                    message.around += 1;
                }
                Some(_) if here.as_bytes().get(3) == Some(&message.delimiters.field) => {
                    around = false;
                    if headless || !message.segments.is_empty() {
                        message.segments.push(Segment {
                            name: &here[..3],
                            range: start..end,
                        });
                    }
                }
                // The end of a line within a value, which some systems leave as it is.
                _ => {
                    if let Some(last) = message.segments.last_mut().filter(|_| !around) {
                        last.range.end = end;
                    }
                }
            }
        }
        (!message.segments.is_empty()).then_some(message)
    }

    /// The range of a field, counted from 1; empty if there is none.
    pub(super) fn field(&self, segment: &Segment<'_>, number: usize) -> Range<usize> {
        let nothing = segment.range.end..segment.range.end;
        // The first field of a header is the character that divides fields.
        let at = if segment.name == "MSH" {
            number.saturating_sub(1)
        } else {
            number
        };
        self.parts(segment.range.clone(), self.delimiters.field)
            .nth(at)
            .unwrap_or(nothing)
    }

    /// The text of a component of the first repetition of a field, as it stands. Both are counted from 1.
    pub(super) fn component(
        &self,
        segment: &Segment<'_>,
        field: usize,
        component: usize,
    ) -> &'a str {
        &self.text[self.component_range(self.first(segment, field), component)]
    }

    /// The first repetition of a field.
    pub(super) fn first(&self, segment: &Segment<'_>, field: usize) -> Range<usize> {
        let field = self.field(segment, field);
        let end = field.end;
        self.parts(field, self.delimiters.repetition)
            .next()
            .unwrap_or(end..end)
    }

    /// A component of a repetition, counted from 1.
    pub(super) fn component_range(&self, repetition: Range<usize>, number: usize) -> Range<usize> {
        let end = repetition.end;
        self.parts(repetition, self.delimiters.component)
            .nth(number - 1)
            .unwrap_or(end..end)
    }

    /// The ranges between a character.
    pub(super) fn parts(
        &self,
        range: Range<usize>,
        between: u8,
    ) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let mut rest = Some(range);
        let bytes = self.text.as_bytes();
        std::iter::from_fn(move || {
            let range = rest.take()?;
            match memchr::memchr(between, &bytes[range.clone()]) {
                Some(at) => {
                    rest = Some(range.start + at + 1..range.end);
                    Some(range.start..range.start + at)
                }
                None => Some(range),
            }
        })
    }

    /// The same as a part of a longer text, in which it begins here.
    pub(super) fn moved(mut self, text: &'a str, start: usize) -> Self {
        self.text = text;
        for segment in &mut self.segments {
            segment.range = segment.range.start + start..segment.range.end + start;
        }
        self
    }

    /// The kind of message, such as `ORU` and `R01`.
    pub(super) fn kind(&self) -> (&'a str, &'a str) {
        let header = &self.segments[0];
        if self.headless {
            return ("ORU", "R01");
        }
        (
            self.component(header, 9, 1).trim(),
            self.component(header, 9, 2).trim(),
        )
    }

    /// The patient's identifier: the medical record number if there is one, else the first; and the same with who assigned it.
    pub(super) fn patient(&self, segment: &Segment<'_>) -> Option<(Key, Key)> {
        for field in [3, 2] {
            let all: Vec<Range<usize>> = self
                .parts(self.field(segment, field), self.delimiters.repetition)
                .collect();
            let of = |range: &Range<usize>, number| {
                self.text[self.component_range(range.clone(), number)].trim()
            };
            let given = |range: &&Range<usize>| !matches!(of(range, 1), "" | "\"\"");
            let record = all
                .iter()
                .filter(given)
                .find(|range| of(range, 5).eq_ignore_ascii_case("MR"));
            if let Some(chosen) = record.or_else(|| all.iter().find(given)) {
                let assigner = of(chosen, 4)
                    .split(char::from(self.delimiters.part))
                    .next()
                    .unwrap_or_default();
                let id = of(chosen, 1);
                let whole = format!("{assigner}:{id}");
                return Key::new(id).zip(Key::new(&whole));
            }
        }
        None
    }
}

fn is_frame(letter: char) -> bool {
    matches!(letter, '\u{0B}' | '\u{1C}' | '\u{FEFF}' | '\r' | '\n')
}

/// The ranges of lines, without what ends them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = memchr::memchr2(b'\r', b'\n', &text.as_bytes()[start..])
            .map_or(text.len(), |at| start + at);
        let line = start..end;
        start = end + 1;
        Some(line)
    })
}
