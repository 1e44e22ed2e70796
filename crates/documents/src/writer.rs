//! Makes sentences from messages, and numbers the quotes they rest on.

use crate::cited::source_note;
use crate::page::{Labels, Page, Quote, Section};
use crate::read::shown;
use crate::sentence::{About, Sentence};
use crate::source::Source;
use crate::words::{Value, Values, Words};
use her2_case::{Origin, Record, Span};
use her2_pages::Citation;

/// Writes one page in one language from one record.
pub(crate) struct Writer<'a> {
    pub words: &'static Words,
    pub source: Source<'a>,
    results: Vec<Span>,
    /// The date, whose line may hold names and numbers of the patient: never widened.
    date: Option<Span>,
    quotes: Vec<Span>,
    said: Vec<String>,
    /// The sources in order of their numbers, where the page lists them.
    cites: Option<Vec<Vec<Citation>>>,
}

/// The parts of a page that are not counted by the writer.
pub(crate) struct Parts {
    pub title: Sentence,
    pub lead: Vec<Sentence>,
    pub frame: Vec<Sentence>,
    pub sections: Vec<Section>,
    pub quotes_heading: Sentence,
    pub foot: Vec<Sentence>,
}

/// A shorter quote than this is shown with the words around it, up to this many bytes on each side.
const SHORT: usize = 30;
const AROUND: usize = 60;
/// A longer quote than this is shown by its beginning and its end.
const LONG: usize = 240;

impl<'a> Writer<'a> {
    pub fn for_record(words: &'static Words, source: Source<'a>, record: &Record) -> Self {
        let her2 = record.her2_results().map(|result| result.origin);
        let receptors = record
            .er
            .iter()
            .chain(&record.pr)
            .map(|result| result.origin);
        Self {
            words,
            source,
            results: her2.chain(receptors).filter_map(Origin::as_span).collect(),
            date: record.date.and_then(|date| date.origin.as_span()),
            quotes: Vec::new(),
            said: Vec::new(),
            cites: None,
        }
    }

    /// For a page that rests on no record, with the numbers of its sources.
    pub fn for_knowledge(words: &'static Words) -> Self {
        Self {
            words,
            source: Source::new(&[]),
            results: Vec::new(),
            date: None,
            quotes: Vec::new(),
            said: Vec::new(),
            cites: Some(Vec::new()),
        }
    }

    /// From here on, sentences carry the numbers of their sources.
    pub fn citing(mut self) -> Self {
        self.cites.get_or_insert_default();
        self
    }

    /// The sentences of a message, one a line, each about the same.
    pub fn say(&mut self, name: &str, values: Values<'_>, about: &About) -> Vec<Sentence> {
        let message = self.message(name, values);
        let marks = self.marks(about);
        let sources = self.sources(about);
        let lines = message
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        let said: Vec<Sentence> = lines
            .map(|line| {
                Sentence::new(line.to_owned(), about.clone(), marks.clone()).citing(sources.clone())
            })
            .collect();
        self.said
            .extend(said.iter().map(|line| line.words().to_owned()));
        said
    }

    /// One sentence of a message.
    pub fn line(&mut self, name: &str, values: Values<'_>, about: &About) -> Sentence {
        let words = self.message(name, values);
        self.literal(words, about)
    }

    /// Words that come as they are: a term, a number, a citation.
    pub fn literal(&mut self, words: String, about: &About) -> Sentence {
        let marks = self.marks(about);
        let sources = self.sources(about);
        self.said.push(words.clone());
        Sentence::new(words, about.clone(), marks).citing(sources)
    }

    /// A fixed sentence of the page.
    pub fn frame(&mut self, name: &'static str) -> Vec<Sentence> {
        self.say(name, &[], &About::Frame(name))
    }

    /// A fixed line of the page: a heading, a label.
    pub fn label(&mut self, name: &'static str) -> Sentence {
        self.line(name, &[], &About::Frame(name))
    }

    /// The words of a message, without a sentence about them: for parts of a sentence.
    pub fn message(&self, name: &str, values: Values<'_>) -> String {
        self.words
            .get(name, values)
            .unwrap_or_else(|| format!("\u{27e8}{name}\u{27e9}"))
    }

    /// What has been said so far, for choosing the words to explain.
    pub fn said(&self) -> &[String] {
        &self.said
    }

    /// The page of these parts, with the quotes and the sources they rest on.
    pub fn page(mut self, parts: Parts) -> Page {
        let (labels, words) = (self.labels(), self.words);
        let sources_heading = self.label("heading-sources");
        let quotes = self.quotes.iter().map(|span| self.quote(*span)).collect();
        let cites = self.cites.take().unwrap_or_default();
        Page {
            lang: self.words.lang(),
            title: parts.title,
            lead: parts.lead,
            frame: parts.frame,
            sections: parts.sections,
            quotes_heading: parts.quotes_heading,
            quotes,
            sources_heading,
            sources: cites
                .into_iter()
                .map(|cites| source_note(words, cites))
                .collect(),
            foot: parts.foot,
            labels,
        }
    }

    pub fn labels(&self) -> Labels {
        Labels {
            skip: self.message("label-skip", &[]),
            quote: self.message("label-quote", &[]),
            line: self.message("label-line", &[]),
            contents: self.message("label-contents", &[]),
            source: self.message("label-source", &[]),
            to_verify: self.message("label-to-verify", &[]),
            less_sure: self.message("label-less-sure", &[]),
        }
    }

    fn sources(&mut self, about: &About) -> Vec<usize> {
        let Some(cites) = &mut self.cites else {
            return Vec::new();
        };
        let mut numbers: Vec<usize> = about
            .cites()
            .into_iter()
            .map(|cite| {
                let same = |known: &Vec<Citation>| known[0].edition == cite.edition;
                let Some(at) = cites.iter().position(same) else {
                    cites.push(vec![cite]);
                    return cites.len();
                };
                if !cites[at].contains(&cite) {
                    cites[at].push(cite);
                }
                at + 1
            })
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn marks(&mut self, about: &About) -> Vec<usize> {
        let mut marks = Vec::new();
        for span in about.places().into_iter().filter_map(Origin::as_span) {
            let mark = self.mark(span);
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks.sort_unstable();
        marks
    }

    /// The whole result a value belongs to; a short quote is widened so that it can be understood.
    fn wide(&self, span: Span) -> Span {
        let holds = |wide: &&Span| wide.start <= span.start && span.end <= wide.end;
        let span = self.results.iter().find(holds).copied().unwrap_or(span);
        if span.range().len() >= SHORT || self.date == Some(span) {
            return span;
        }
        self.source.around(span, AROUND)
    }

    /// The number of the quote that holds this range. A quote grows to take in a range that overlaps it, unless one of the
    /// two is a whole result, which is quoted exactly.
    fn mark(&mut self, span: Span) -> usize {
        let span = self.wide(span);
        let joins = |other: &Span| {
            let (one, two) = (*other, span);
            let holds =
                |wide: Span, narrow: Span| wide.start <= narrow.start && narrow.end <= wide.end;
            let overlap = one.start < two.end && two.start < one.end;
            let exact = |span: &Span| self.results.contains(span) || self.date == Some(*span);
            holds(one, two) || holds(two, one) || overlap && !exact(&one) && !exact(&two)
        };
        if let Some(at) = self.quotes.iter().position(joins) {
            self.quotes[at] = self.quotes[at].join(span);
            return at + 1;
        }
        self.quotes.push(span);
        self.quotes.len()
    }

    fn quote(&self, span: Span) -> Quote {
        let lines = self.source.has_lines();
        Quote {
            words: shortened(&shown(&self.source.quote(span))),
            line: lines.then(|| self.source.line_number(span)),
            span: [span.start, span.end],
        }
    }
}

/// The beginning and the end of a long quote.
fn shortened(words: &str) -> String {
    let length = words.chars().count();
    if length <= LONG {
        return words.to_owned();
    }
    let start: String = words.chars().take(LONG / 2).collect();
    let end: String = words.chars().skip(length - LONG / 3).collect();
    let start = start
        .rsplit_once(' ')
        .map_or(start.as_str(), |(kept, _)| kept);
    let end = end.split_once(' ').map_or(end.as_str(), |(_, kept)| kept);
    format!("{start} [\u{2026}] {end}")
}

/// A placeholder with words.
pub(crate) fn text<'a>(name: &'static str, words: &'a str) -> (&'static str, Value<'a>) {
    (name, Value::Text(words))
}

/// A placeholder with a count.
pub(crate) fn count(name: &'static str, number: u32) -> (&'static str, Value<'static>) {
    (name, Value::Count(number))
}
