//! A report as a row of items, with its sentences and its parts.

use super::boxes;
use super::general;
use super::parts;
use super::token::{Gap, Kind, OTHER};
use super::vocabulary::{Item, Vocabulary};
use super::voice::{self, Voice};
use super::{table, years};
use her2_case::Span;
use her2_knowledge::lexicon::Concept;

/// The part of a report in which an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Before any heading.
    Front,
    /// Diagnosis, comment, synoptic part.
    Diagnosis,
    /// A table of named fields.
    Synoptic,
    /// Added after the report was signed.
    Addendum,
    /// Clinical history, the question asked.
    History,
    /// What was received and how it looked.
    Gross,
    /// What the microscope showed.
    Microscopic,
    /// Examined during the operation.
    Intraoperative,
    /// What was sent in.
    Specimens,
    /// How the test is made, what its results mean in general.
    Method,
    /// Blocks, stains, codes.
    Blocks,
    /// Other specimens of the patient.
    Other,
}

/// A report ready to be read.
pub struct Document<'t> {
    /// The text.
    pub text: &'t str,
    /// The text in small letters, byte for byte.
    lower: String,
    /// Phrases, words, digits, marks.
    pub items: Vec<Item>,
    /// The part in which each item stands.
    pub zones: Vec<Zone>,
    /// For each item how many addenda have begun before it.
    pub addenda: Vec<u16>,
    /// For each item the number of its part (`A.`, `PART 2:`).
    pub parts: Vec<u32>,
    /// For each item of what it is said.
    voices: Vec<Voice>,
    /// Whether an invasive cancer is told of.
    has_invasive: bool,
    /// The newest year of any day.
    newest_year: Option<u32>,
    /// For each item the part that begins there.
    headings: Vec<Option<Zone>>,
    /// For each item the number of its sentence.
    sentences: Vec<u32>,
}

impl<'t> Document<'t> {
    /// Divides a text.
    pub fn new(text: &'t str, vocabulary: &Vocabulary) -> Self {
        let lower = text.to_ascii_lowercase();
        let items = vocabulary.items(text, &lower);
        let mut document = Self {
            text,
            lower,
            headings: Vec::new(),
            zones: vec![Zone::Front; items.len()],
            addenda: vec![0; items.len()],
            parts: Vec::new(),
            voices: Vec::new(),
            has_invasive: false,
            newest_year: None,
            sentences: Vec::with_capacity(items.len()),
            items,
        };
        document.strike(&boxes::struck(&document));
        document.find_sentences();
        document.find_zones();
        document.parts = parts::parts(&document);
        document.strike(&table::references(&document));
        document.strike(&general::struck(&document));
        document.voices = voice::voices(&document);
        document.has_invasive = voice::has_invasive(&document);
        document.newest_year = years::newest(&document);
        document
    }

    /// The place of a row of items.
    pub fn span(&self, first: usize, last: usize) -> Span {
        let (first, last) = (&self.items[first], &self.items[last]);
        Span {
            start: first.start,
            end: last.end.max(first.end),
        }
    }

    /// Whether the item stands for the concept.
    pub fn is(&self, at: usize, concept: Concept) -> bool {
        self.items.get(at).is_some_and(|item| item.is(concept))
    }

    /// Whether the item stands for one of the concepts.
    pub fn is_any(&self, at: usize, concepts: &[Concept]) -> bool {
        self.items.get(at).is_some_and(|item| item.is_any(concepts))
    }

    /// Whether the item is the mark.
    pub fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.items.get(at).is_some_and(|item| item.is_mark(mark))
    }

    /// The item's characters.
    pub fn word(&self, at: usize) -> &'t str {
        self.items.get(at).map_or("", |item| item.text(self.text))
    }

    /// The item's characters in small letters.
    pub fn lower(&self, at: usize) -> &str {
        self.items.get(at).map_or("", |item| item.text(&self.lower))
    }

    /// Takes the meaning of items away: what is struck out is read by nobody.
    fn strike(&mut self, items: &[usize]) {
        for at in items {
            self.items[*at].concept = None;
            self.items[*at].kind = Kind::Mark(OTHER);
        }
    }

    /// Whether the report takes back what the item says: `3+, reported in error`.
    pub fn is_taken_back(&self, at: usize) -> bool {
        self.voice(at) == Voice::TakenBack
    }

    /// Of what an item is said.
    pub fn voice(&self, at: usize) -> Voice {
        self.voices.get(at).copied().unwrap_or(Voice::Plain)
    }

    /// Whether an invasive cancer is told of, which a result of the part in situ must not speak for.
    pub fn has_invasive(&self) -> bool {
        self.has_invasive
    }

    /// The newest year of any day of the report.
    pub fn newest_year(&self) -> Option<u32> {
        self.newest_year
    }

    /// The first and one past the last item of the sentence of an item.
    pub fn sentence(&self, at: usize) -> (usize, usize) {
        let number = self.sentences[at];
        let first = self.sentences[..at].partition_point(|other| *other < number);
        let last = at + self.sentences[at..].partition_point(|other| *other == number);
        (first, last)
    }

    /// Whether two items stand in one sentence.
    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.sentences.get(one) == self.sentences.get(other)
    }

    /// A sentence ends at a full stop with space after it, at a question mark, or at an empty line.
    fn find_sentences(&mut self) {
        let mut number = 0;
        let tabular = self.tabular();
        for (at, item) in self.items.iter().enumerate() {
            if at > 0
                && (item.gap == Gap::Paragraph
                    || item.gap == Gap::Line
                        && (self.is_field(at) || tabular[at] || tabular[at - 1]))
            {
                number += 1;
            }
            self.sentences.push(number);
            let ends = item.is_mark(b'.') && !self.goes_on(at) || item.is_mark(b'?');
            if ends
                && self
                    .items
                    .get(at + 1)
                    .is_some_and(|next| next.gap > Gap::None)
            {
                number += 1;
            }
        }
    }

    /// For each item whether its line is a row of a table: columns set apart by wide spaces or bars.
    fn tabular(&self) -> Vec<bool> {
        let mut rows = vec![false; self.items.len()];
        let mut first = 0;
        while first < self.items.len() {
            let line = self.items[first + 1..]
                .iter()
                .position(|item| item.gap >= Gap::Line);
            let end = line.map_or(self.items.len(), |length| first + 1 + length);
            let columns = self.items[first + 1..end]
                .iter()
                .any(|item| item.gap == Gap::Wide || item.is_mark(b'|'));
            rows[first..end].fill(columns);
            first = end;
        }
        rows
    }

    /// Whether a line begins with a named field: a few words and a colon.
    fn is_field(&self, at: usize) -> bool {
        let line = self.items[at..].iter().skip(1).take(6);
        line.take_while(|item| item.gap < Gap::Line)
            .any(|item| item.is_mark(b':'))
    }

    /// Scanning leaves a full stop at the end of a line: after a word that cannot end a sentence, and before a small letter, it is none.
    fn goes_on(&self, stop: usize) -> bool {
        let small = self.items.get(stop + 1).is_some_and(|next| {
            self.text[next.start as usize..].starts_with(|first: char| first.is_ascii_lowercase())
                && next.end - next.start > 1
        });
        let joins = stop > 0 && {
            let before = &self.items[stop - 1];
            before.is_any(&[Concept::OfWord, Concept::ForWord, Concept::AndWord])
                || before.is_any(&[Concept::TheWord, Concept::IsWord])
                    && before.end - before.start <= 3
        };
        small || joins
    }

    /// A heading is a phrase of the headings' vocabulary that a colon follows, or that stands alone at the start of a line or sentence.
    fn find_zones(&mut self) {
        let mut zone = Zone::Front;
        let mut addenda = 0;
        for at in 0..self.items.len() {
            let heading = self.find_heading(at);
            self.headings.push(heading);
            if let Some(next) = heading {
                if next == Zone::Addendum {
                    addenda += 1;
                }
                zone = next;
            }
            self.zones[at] = zone;
            self.addenda[at] = addenda;
        }
    }

    /// `PART A RIGHT BREAST …`: the diagnosis of a specimen goes on after lists of blocks and codes.
    fn zone_ends_at_part(&self, at: usize) -> bool {
        let text = self.items[at].text(self.text);
        let letter = self
            .items
            .get(at + 1)
            .is_some_and(|next| next.end - next.start <= 2);
        at > 0 && letter && text == "PART" && self.zones[at - 1] == Zone::Blocks
    }

    /// `Method: dual-probe assay` on a line of its own: a field of a result, not a section.
    pub fn is_probe_field(&self, at: usize) -> bool {
        let probes = [Concept::DualProbe, Concept::SingleProbe];
        (at + 2..at + 4).any(|item| self.is_any(item, &probes))
            && (at + 3..at + 7).any(|item| {
                self.items
                    .get(item)
                    .is_some_and(|item| item.gap >= Gap::Line)
            })
    }

    /// The part that begins at an item, if it is a heading.
    pub fn heading(&self, at: usize) -> Option<Zone> {
        self.headings.get(at).copied().flatten()
    }

    /// Whether a heading stands at an item.
    fn find_heading(&self, at: usize) -> Option<Zone> {
        let item = self.items.get(at)?;
        let zone = match item.concept? {
            Concept::DiagnosisSection
            | Concept::CommentSection
            | Concept::MarkerSection
            | Concept::ResultSection => Zone::Diagnosis,
            Concept::SynopticSection => Zone::Synoptic,
            Concept::Addendum | Concept::Amendment => Zone::Addendum,
            Concept::HistorySection => Zone::History,
            Concept::GrossSection => Zone::Gross,
            Concept::MicroscopicSection => Zone::Microscopic,
            Concept::IntraoperativeSection => Zone::Intraoperative,
            Concept::SpecimenSection => Zone::Specimens,
            Concept::Methodology if self.is_probe_field(at) => return None,
            Concept::Methodology => Zone::Method,
            Concept::BlockList => Zone::Blocks,
            Concept::OtherSpecimens => Zone::Other,
            Concept::Part if self.zone_ends_at_part(at) => return Some(Zone::Diagnosis),
            _ => return None,
        };
        // Skip `(continued)`, numbers and the plural's bracket between heading and colon.
        let mut after = at + 1;
        while after < at + 5
            && after < self.items.len()
            && !self.is_mark(after, b':')
            && (self.is_mark(after, b'(')
                || self.is_mark(after, b')')
                    && (at + 1..after).any(|open| self.is_mark(open, b'('))
                || self.is_mark(after, b'#')
                || matches!(self.items[after].kind, Kind::Digits)
                || self.word(after).eq_ignore_ascii_case("continued")
                || self.word(after).eq_ignore_ascii_case("s"))
        {
            after += 1;
        }
        let colon = self.is_mark(after, b':');
        let ends_line = after >= self.items.len() || self.items[after].gap >= Gap::Line;
        let starts = at == 0
            || item.gap >= Gap::Line
            || self.is_mark(at - 1, b'.')
            || self.is_mark(at - 1, b':');
        let stops = self.is_mark(after, b'.')
            || self.is_mark(after, b'-') && self.items[after].gap == Gap::Space;
        let text = item.text(self.text);
        let capitals = text.bytes().all(|byte| !byte.is_ascii_lowercase());
        let titled = text
            .split_ascii_whitespace()
            .all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() <= 3);
        let stands_out = match zone {
            // Words that are common in running text count only with a colon or alone on their line.
            Zone::Diagnosis | Zone::Microscopic | Zone::Gross | Zone::Method | Zone::History => {
                colon && (starts || capitals || titled)
                    || starts && ends_line && titled
                    || starts && stops && titled && (capitals || text.contains(' '))
            }
            Zone::Addendum => {
                starts && (colon || stops || ends_line || capitals) || colon && titled
            }
            _ => colon && titled || starts && (ends_line || stops) && titled,
        };
        stands_out.then_some(zone)
    }
}
