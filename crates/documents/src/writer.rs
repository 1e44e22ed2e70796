//! Makes sentences from messages, and numbers the quotes they rest on.

use crate::cited::source_note;
use crate::page::{Labels, Page, Quote, Section};
use crate::read::shown;
use crate::sentence::{About, Sentence};
use crate::source::{Source, Sources};
use crate::words::{Value, Values, Words};
use her2_case::{Origin, Record, RecordIndex, Span};
use her2_pages::Citation;

/// Writes one page in one language from one record.
pub(crate) struct Writer<'a> {
    pub words: &'static Words,
    pub source: Source<'a>,
    /// All of them, where there are several records.
    sources: Option<Sources<'a>>,
    /// Whether places are told in plain words.
    plain: bool,
    results: Vec<Place>,
    /// The dates, whose lines may hold names and numbers of the patient: never widened.
    dates: Vec<Place>,
    quotes: Vec<Place>,
    said: Vec<String>,
    /// The sources in order of their numbers, where the page lists them.
    cites: Option<Vec<Vec<Citation>>>,
}

/// A range of one of the sources.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    source: RecordIndex,
    span: Span,
}

impl Place {
    fn of(origin: Origin) -> Option<Self> {
        let source = origin.record;
        origin.as_span().map(|span| Self { source, span })
    }

    fn holds(self, other: Self) -> bool {
        let (wide, narrow) = (self.span, other.span);
        self.source == other.source && wide.start <= narrow.start && narrow.end <= wide.end
    }

    fn overlaps(self, other: Self) -> bool {
        let (one, two) = (self.span, other.span);
        self.source == other.source && one.start < two.end && two.start < one.end
    }
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
        let (results, dates) = exact(record);
        Self {
            source,
            results,
            dates,
            ..Self::for_nothing(words)
        }
    }

    /// With the texts of all records of the patient, so that places in each of them can be told.
    pub fn of_sources(mut self, sources: Option<Sources<'a>>) -> Self {
        let Some(sources) = sources else { return self };
        let each = sources.records().iter().map(exact);
        let (results, dates): (Vec<_>, Vec<_>) = each.unzip();
        self.results = results.concat();
        self.dates = dates.concat();
        self.sources = Some(sources);
        self
    }

    /// For readers who do not know formats: places are told in plain words.
    pub fn plainly(mut self) -> Self {
        self.plain = true;
        self
    }

    /// For a page that rests on no record, with the numbers of its sources.
    pub fn for_knowledge(words: &'static Words) -> Self {
        Self::for_nothing(words).citing()
    }

    fn for_nothing(words: &'static Words) -> Self {
        Self {
            words,
            source: Source::new(&[]),
            sources: None,
            plain: false,
            results: Vec::new(),
            dates: Vec::new(),
            quotes: Vec::new(),
            said: Vec::new(),
            cites: None,
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

    /// The words of the record that something rests on, exactly, with their places.
    pub fn quoted(&mut self, about: &About) -> Vec<Quote> {
        let marks = self.marks(about);
        let quotes = marks.iter().map(|mark| self.quote(self.quotes[mark - 1]));
        quotes.collect()
    }

    /// Words of a page of the knowledge, in this language.
    pub fn page_words(&mut self, words: &'static str, about: &About) -> Sentence {
        let own = self.words.said(words).to_owned();
        self.literal(own, about)
    }

    /// Words that stay in English whatever the page is written in: the title of a source, a message of a program.
    pub fn english(&mut self, words: String, about: &About) -> Sentence {
        let part = self.words.foreign(&words);
        self.literal(words, about).with_foreign(part)
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
        let mut frame = parts.frame;
        if !words.language().reviewed {
            frame.extend(self.frame("language-not-reviewed"));
        }
        let quotes = self.quotes.iter().map(|place| self.quote(*place)).collect();
        let cites = self.cites.take().unwrap_or_default();
        Page {
            lang: self.words.lang(),
            title: parts.title,
            lead: parts.lead,
            frame,
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
            report: self.words.foreign("").map(|part| part.lang),
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
        for place in about.places().into_iter().filter_map(Place::of) {
            let mark = self.mark(place);
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks.sort_unstable();
        marks
    }

    /// The text of a source.
    fn text(&self, at: RecordIndex) -> Source<'a> {
        match self.sources {
            Some(sources) => sources.text(at),
            None => self.source,
        }
    }

    /// The whole result a value belongs to; a short quote is widened so that it can be understood, never beyond the
    /// range that a format names.
    fn wide(&self, place: Place) -> Place {
        let text = self.text(place.source);
        let named = text.named(place.span).map(|(range, _)| range);
        let fits = |wide: &&Place| {
            let inside = named
                .is_none_or(|named| named.start <= wide.span.start && wide.span.end <= named.end);
            wide.holds(place) && inside
        };
        let place = self.results.iter().find(fits).copied().unwrap_or(place);
        if place.span.range().len() >= SHORT || self.dates.contains(&place) {
            return place;
        }
        let mut span = text.around(place.span, AROUND);
        if let Some(named) = named {
            span.start = span.start.max(named.start);
            span.end = span.end.min(named.end);
        } else if text.is_named() {
            return place;
        }
        Place { span, ..place }
    }

    /// The number of the quote that holds this range. A quote grows to take in a range that overlaps it, unless one of the
    /// two is a whole result, which is quoted exactly.
    fn mark(&mut self, place: Place) -> usize {
        let place = self.wide(place);
        let exact = |of: &Place| self.results.contains(of) || self.dates.contains(of);
        let joins = |other: &Place| {
            other.holds(place)
                || place.holds(*other)
                || other.overlaps(place) && !exact(other) && !exact(&place)
        };
        if let Some(at) = self.quotes.iter().position(joins) {
            self.quotes[at].span = self.quotes[at].span.join(place.span);
            return at + 1;
        }
        self.quotes.push(place);
        self.quotes.len()
    }

    fn quote(&self, place: Place) -> Quote {
        let Place { source, span } = place;
        let text = self.text(source);
        let path = text.path(span);
        let counted = path.is_none() && !text.is_named() && text.has_lines();
        let line = counted.then(|| text.line_number(span));
        let several = self.sources.filter(|sources| sources.are_several());
        let name = several.map(|sources| shown(sources.name(source)));
        Quote {
            words: shortened(&shown(&text.quote(span))),
            line,
            at: source,
            span: [span.start, span.end],
            place: self.place_words(line, path, text.is_named(), name.as_deref()),
            path: path.map(str::to_owned),
            source: name,
        }
    }

    /// Where a quote stands, if the number of a line of the one text does not say it.
    fn place_words(
        &self,
        line: Option<usize>,
        path: Option<&str>,
        named: bool,
        source: Option<&str>,
    ) -> Option<String> {
        let line = line.map(|line| self.message("quote-line", &[text("line", &line.to_string())]));
        let data = || self.message("quote-data", &[]);
        let place = match path {
            _ if self.plain && named => Some(data()),
            Some(path) => Some(path.to_owned()),
            None => line,
        };
        match (place, source) {
            (Some(place), Some(source)) => {
                let values = [text("place", &place), text("source", source)];
                Some(self.message("quote-in-source", &values))
            }
            (None, Some(source)) => Some(source.to_owned()),
            (Some(place), None) if named => Some(place),
            (_, None) => None,
        }
    }
}

/// The results and the dates of a record, which are quoted exactly.
fn exact(record: &Record) -> (Vec<Place>, Vec<Place>) {
    let her2 = record.her2_results().map(|result| result.origin);
    let receptors = (record.er.iter().chain(&record.pr)).map(|result| result.origin);
    let results = her2.chain(receptors).filter_map(Place::of).collect();
    let dates = record.date.and_then(|date| Place::of(date.origin));
    (results, dates.into_iter().collect())
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
