//! The bytes a record was read from, so that every quote is the record's own words.

use her2_case::{History, Origin, Record, RecordIndex, Span};
use std::borrow::Cow;
use std::fmt;

/// The bytes of a record as given. Spans of facts are ranges of these bytes.
///
/// `Debug` shows the length only: the bytes are patient data.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    bytes: &'a [u8],
    /// The records whose paths may name ranges of these bytes.
    records: &'a [Record],
    /// The position of these bytes among the sources of those records.
    at: RecordIndex,
}

/// Every text that facts of one patient were read from, with the records that were read from them.
///
/// `Debug` shows counts only.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    records: &'a [Record],
    texts: &'a [Cow<'a, [u8]>],
    histories: &'a [History],
}

impl<'a> Sources<'a> {
    /// The texts in the order of the sources, and the records of all of them.
    pub fn new(
        records: &'a [Record],
        texts: &'a [Cow<'a, [u8]>],
        histories: &'a [History],
    ) -> Self {
        Self {
            records,
            texts,
            histories,
        }
    }

    /// Every record.
    pub fn records(self) -> &'a [Record] {
        self.records
    }

    /// What each source says around the records.
    pub fn histories(self) -> &'a [History] {
        self.histories
    }

    /// Whether there is more than one text.
    pub fn are_several(self) -> bool {
        self.texts.len() > 1
    }

    /// The text of the source at this position; an empty one if there is none.
    pub fn text(self, at: RecordIndex) -> Source<'a> {
        let bytes = self.texts.get(usize::from(at));
        Source {
            bytes: bytes.map_or(&[], |bytes| bytes),
            records: self.records,
            at,
        }
    }

    /// The name of the source at this position.
    pub fn name(self, at: RecordIndex) -> &'a str {
        let named = self.histories.get(usize::from(at));
        named.map_or("", |history| &history.name)
    }
}

impl fmt::Debug for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (texts, records) = (self.texts.len(), self.records.len());
        write!(f, "Sources({texts} texts, {records} records)")
    }
}

impl<'a> Source<'a> {
    /// The bytes a record was read from, unchanged.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            records: &[],
            at: 0,
        }
    }

    /// The same, with ranges named as a record names them.
    pub fn of(record: &'a Record, bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            records: std::slice::from_ref(record),
            at: record.source,
        }
    }

    /// The smallest range with a name that holds this one, and its name in the terms of the format.
    pub(crate) fn named(self, span: Span) -> Option<(Span, &'a str)> {
        let of_text = self
            .records
            .iter()
            .filter(|record| record.source == self.at);
        let named = of_text.filter_map(|record| record.paths.find(span));
        named.min_by_key(|(range, _)| range.end - range.start)
    }

    /// The name of the place in the terms of the format; nothing for a text, whose lines can be counted.
    pub fn path(self, span: Span) -> Option<&'a str> {
        self.named(span).map(|(_, path)| path)
    }

    /// Whether places are named in the terms of a format, and lines mean nothing.
    pub fn is_named(self) -> bool {
        let mut of_text = self
            .records
            .iter()
            .filter(|record| record.source == self.at);
        of_text.any(|record| !record.paths.is_empty())
    }

    /// All the bytes.
    pub fn bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The words in this range. What is not UTF-8 is read as Latin-1; a range beyond the end is cut there.
    pub fn quote(self, span: Span) -> Cow<'a, str> {
        let end = span.range().end.min(self.bytes.len());
        let start = span.range().start.min(end);
        let bytes = &self.bytes[start..end];
        match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
        }
    }

    /// A range with the words around it in the same sentence of the same line, up to so many bytes on each side, cut
    /// between words.
    pub(crate) fn around(self, span: Span, most: usize) -> Span {
        let end = span.range().end.min(self.bytes.len());
        let start = span.range().start.min(end);
        let before = &self.bytes[start.saturating_sub(most)..start];
        let after = &self.bytes[end..(end + most).min(self.bytes.len())];
        let from = match before
            .iter()
            .enumerate()
            .rposition(|(at, _)| ends(before, at))
        {
            Some(at) => at + 1,
            None if start <= most => 0,
            None => before
                .iter()
                .position(u8::is_ascii_whitespace)
                .map_or(before.len(), |at| at + 1),
        };
        let to = match (0..after.len()).find(|at| ends(after, *at)) {
            Some(at) => at + usize::from(after[at] == b'.'),
            None if end + most >= self.bytes.len() => after.len(),
            None => after.iter().rposition(u8::is_ascii_whitespace).unwrap_or(0),
        };
        let spaces = before[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        Span::new(start - (before.len() - from) + spaces, end + to)
    }

    /// The words a fact was read from; nothing if it was not read from a text.
    pub fn quote_of(self, origin: Origin) -> Option<Cow<'a, str>> {
        origin.as_span().map(|span| self.quote(span))
    }
}

/// Whether a line or a sentence ends with this byte.
fn ends(bytes: &[u8], at: usize) -> bool {
    let then_space = || bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
    let after_digit = || at > 0 && bytes[at - 1].is_ascii_digit();
    match bytes[at] {
        b'\n' | b'\r' => true,
        b'.' => then_space() && !after_digit(),
        _ => false,
    }
}

impl<'a> From<&'a str> for Source<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text.as_bytes())
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({} bytes)", self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_the_words_in_the_range_as_given() {
        let source = Source::from("HER2: négatif");
        assert_eq!(source.quote(Span::new(6, 14)), "négatif");
    }

    #[test]
    fn a_short_range_grows_to_whole_words_of_its_line() {
        let source = Source::from("first line\nHER2 score 3+ in the core\nlast");
        let score = Span::new(22, 24);
        assert_eq!(source.quote(score), "3+");
        assert_eq!(
            source.quote(source.around(score, 48)),
            "HER2 score 3+ in the core"
        );
        assert_eq!(source.quote(source.around(score, 8)), "score 3+ in the");
        for (text, words, around) in [
            (
                "One word. MARGINS: free. More.",
                "MARGINS",
                "MARGINS: free.",
            ),
            (
                "Grade 2. MARGINS: free.",
                "MARGINS",
                "Grade 2. MARGINS: free.",
            ),
            ("End. Size 2. 3 cm. End.", "Size", "Size 2. 3 cm."),
        ] {
            let start = text.find(words).expect("the words stand in it");
            let source = Source::from(text);
            let span = Span::new(start, start + words.len());
            assert_eq!(source.quote(source.around(span, 40)), around);
        }
    }

    #[test]
    fn latin_1_is_read_byte_by_byte() {
        let source = Source::new(b"HER2: n\xe9gatif");
        assert_eq!(source.quote(Span::new(6, 13)), "négatif");
    }

    #[test]
    fn a_range_beyond_the_end_is_cut_and_the_bytes_stay_out_of_debug() {
        let source = Source::from("secret");
        assert_eq!(source.quote(Span::new(3, 99)), "ret");
        assert_eq!(source.quote(Span::new(90, 99)), "");
        assert_eq!(format!("{source:?}"), "Source(6 bytes)");
    }
}
