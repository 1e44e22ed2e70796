//! What was read of one patient.

mod identity;

use crate::Decided;
use her2_case::{
    Course, Edition, History, Key, Origin, PassedOver, Paths, Problem, Record, RecordKind,
    Severity, Span,
};
use her2_documents::{Source, Sources};
use her2_pathway::timeline::{Timeline, of_history};
use her2_readers::{Format, Options, Piece, Read};
pub use identity::Identity;
use jiff::civil::{Date, date};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Problems after which there is nothing to explain.
const UNREADABLE: [&str; 8] = [
    "empty",
    "binary",
    "too-large",
    "not-a-pathology-report",
    "not-english",
    "unreadable",
    "scan-without-text",
    "marked-up",
];

/// What was read of one patient, with the texts it was read from, so that every quote is the record's own words.
pub struct Reading<'a> {
    name: String,
    histories: Vec<History>,
    /// Every record of every history, oldest first.
    records: Vec<Record>,
    texts: Vec<Cow<'a, [u8]>>,
    /// For each text whether it is other than the bytes as given: pages of a PDF, attached documents, joined lines.
    unwrapped: Vec<bool>,
}

/// Reads what an input in memory says of one patient. Never fails: what is odd is among the problems of the records.
///
/// Of an input with several patients it is the first; [`read_each`] reads them all.
pub fn read<'a>(name: &str, bytes: &'a [u8]) -> Reading<'a> {
    if her2_readers::sniff(bytes) == Format::Report && !her2_readers::is_gzip(bytes) {
        let history = History::of(her2_readers::read(name, bytes));
        return Reading::of(Read {
            history,
            text: Cow::Borrowed(bytes),
        });
    }
    let mut first = None;
    her2_readers::read_all(name, bytes, &mut |read| {
        first.get_or_insert_with(|| Reading::of(read).into_owned());
    });
    first.unwrap_or_else(|| {
        Reading::of(Read {
            history: History::of(her2_readers::read(name, bytes)),
            text: Cow::Borrowed(bytes),
        })
    })
}

/// Reads every patient of an input in memory, one after the other, with the default options.
pub fn read_each(name: &str, bytes: &[u8], each: &mut dyn FnMut(Reading<'_>)) {
    her2_readers::read_all(name, bytes, &mut |read| each(Reading::of(read)));
}

/// Reads every patient of a piece of an input.
pub fn read_piece(piece: &Piece, each: &mut dyn FnMut(Reading<'_>)) {
    piece.each(&mut |read| each(Reading::of(read)));
}

/// The format of an input, told by its content.
pub fn format_of(bytes: &[u8]) -> Format {
    her2_readers::sniff(bytes)
}

/// Reads the pages of a scan as a program for text recognition gave them.
pub fn read_recognised(name: &str, pages: &[String]) -> Reading<'static> {
    Reading::of(her2_readers::pdf::recognised(name, pages))
}

/// A whole input in memory as one piece.
pub fn piece(name: &str, bytes: Vec<u8>, options: &Arc<Options>) -> Piece {
    Piece::whole(name, bytes, options)
}

impl<'a> Reading<'a> {
    /// One source's history with its text.
    pub(crate) fn of(read: Read<'a>) -> Self {
        let Read { mut history, text } = read;
        let records = std::mem::take(&mut history.records);
        Self {
            name: history.name.clone(),
            records,
            histories: vec![history],
            unwrapped: vec![matches!(text, Cow::Owned(_))],
            texts: vec![text],
        }
    }

    /// What several sources say of one patient, together, oldest record first.
    ///
    /// That they are of one patient is said by whoever calls this; [`patients`](Self::patients) tells how many identifiers they name.
    pub fn together(name: &str, readings: Vec<Self>) -> Self {
        let mut all = Self {
            name: name.to_owned(),
            histories: Vec::new(),
            records: Vec::new(),
            texts: Vec::new(),
            unwrapped: Vec::new(),
        };
        for reading in readings {
            // A reading that is together already keeps its sources apart.
            let base = all.texts.len();
            let moved = |source: u16| u16::try_from(base + usize::from(source)).unwrap_or(u16::MAX);
            for mut record in reading.records {
                record.set_source(moved(record.source));
                all.records.push(record);
            }
            for (at, mut history) in reading.histories.into_iter().enumerate() {
                history
                    .course
                    .set_source(moved(u16::try_from(at).unwrap_or(u16::MAX)));
                all.histories.push(history);
            }
            all.texts.extend(reading.texts);
            all.unwrapped.extend(reading.unwrapped);
        }
        // Undated records stay where they were given, after the dated ones before them.
        let mut last = Date::MIN;
        let mut keyed: Vec<(Date, Record)> = all
            .records
            .into_iter()
            .map(|record| {
                last = record.date.map_or(last, |date| date.value);
                (last, record)
            })
            .collect();
        keyed.sort_by_key(|(date, _)| *date);
        all.records = keyed.into_iter().map(|(_, record)| record).collect();
        all
    }

    /// The same with its texts in memory of its own.
    pub fn into_owned(self) -> Reading<'static> {
        Reading {
            name: self.name,
            histories: self.histories,
            records: self.records,
            texts: (self.texts.into_iter())
                .map(|text| Cow::Owned(text.into_owned()))
                .collect(),
            unwrapped: self.unwrapped,
        }
    }

    /// The same facts without places, words and names of the records: what is left is what sources of different formats have to agree in.
    ///
    /// Notes about the formats themselves are left out too.
    #[must_use]
    pub fn without_places(self) -> Reading<'static> {
        let nowhere = Origin::span(Span::new(0, 0));
        let mut bare = self.into_owned();
        for record in &mut bare.records {
            record.name.clear();
            record.kind = RecordKind::Report;
            record.paths = Paths::default();
            record.each_origin(&mut |origin| *origin = nowhere);
            record.set_source(0);
            record
                .problems
                .retain(|problem| problem.severity > Severity::Note);
            for specimen in &mut record.specimens {
                specimen.label = None;
                specimen.identifier = None;
            }
        }
        for history in &mut bare.histories {
            history.name.clear();
            history.kind = RecordKind::Report;
        }
        bare.name.clear();
        bare.texts = vec![Cow::Owned(Vec::new())];
        bare
    }

    /// The name it goes by: that of its source, or the one it was put together under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The format of the first source.
    pub fn kind(&self) -> RecordKind {
        self.histories[0].kind
    }

    /// Its records, oldest first; at least one.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The first record. For a report in text it is the only one.
    pub fn record(&self) -> &Record {
        &self.records[0]
    }

    /// What is known of the course of the disease, source by source.
    pub fn courses(&self) -> impl Iterator<Item = &Course> {
        self.histories.iter().map(|history| &history.course)
    }

    /// What was passed over, source by source.
    pub fn passed_over(&self) -> impl Iterator<Item = &PassedOver> {
        let histories = self.histories.iter();
        histories.flat_map(|history| &history.passed_over)
    }

    /// How many different patients the sources name by an identifier. More than one: these are not the records of one patient.
    pub fn patients(&self) -> usize {
        let mut named: Vec<_> = self
            .histories
            .iter()
            .filter_map(|of| of.patient.as_ref())
            .collect();
        named.sort();
        named.dedup();
        named.len()
    }

    /// The patient's identifier, where a source has one. It is patient data.
    pub(crate) fn patient_key(&self) -> Option<&Key> {
        let mut histories = self.histories.iter();
        histories.find_map(|history| history.patient.as_ref())
    }

    /// The problems of every record.
    pub fn problems(&self) -> impl Iterator<Item = (&Record, &Problem)> {
        let records = self.records.iter();
        records.flat_map(|record| record.problems.iter().map(move |problem| (record, problem)))
    }

    /// The text that the places of a record are ranges of.
    pub fn source_of<'b>(&'b self, record: &'b Record) -> Source<'b> {
        Source::of(record, &self.texts[usize::from(record.source)])
    }

    /// The texts of all sources, with the records read from them.
    pub fn sources(&self) -> Sources<'_> {
        Sources::new(&self.records, &self.texts, &self.histories)
    }

    /// Whether nothing was read at all, in records of data that name each place something is read at: nothing was, and nothing was odd.
    pub fn is_nothing(&self) -> bool {
        let mut records = self.records.iter();
        records.all(|record| {
            let nothing = record.paths.is_empty() && record.problems.is_empty();
            record.kind == RecordKind::Fhir && nothing
        })
    }

    /// Whether there is anything to explain: not so if everything is empty, no text, no report, or in a language that is not read.
    pub fn is_readable(&self) -> bool {
        self.records.iter().any(|record| {
            let mut problems = record.problems.iter();
            !problems.any(|problem| UNREADABLE.contains(&problem.code))
        })
    }

    /// The code of the problem after which there is nothing to explain, if there is one.
    pub(crate) fn why_unreadable(&self) -> Option<&'static str> {
        let mut codes = self.problems().map(|(_, problem)| problem.code);
        codes.find(|code| UNREADABLE.contains(code))
    }

    /// The facts for people, a line each, record by record; then what stands around them, and what was passed over.
    pub fn text(&self) -> String {
        let records = self.records.iter();
        let each = records.map(|record| her2_documents::read_text(record, self.source_of(record)));
        let mut text = each.collect::<Vec<_>>().join("\n");
        text.push_str(&her2_documents::read_around(self.sources()));
        text
    }

    /// The facts as one JSON object on one line.
    pub fn json(&self) -> String {
        // What was read does not depend on a day: the sample that counts is asked for by the newest edition there is.
        let main = match self.records.len() {
            0 | 1 => 0,
            _ => self.decide(date(9998, 12, 31), None).timeline().main,
        };
        her2_documents::read_patient_json(self.sources(), main, &self.unwrapped)
    }

    /// The findings on that day, by that edition or the newest in force.
    pub fn decide(&self, as_of: Date, edition: Option<Edition>) -> Decided<'_> {
        Decided::new(self, self.timeline(as_of, edition), as_of)
    }

    /// The patient over time as it stands on that day, by that edition or the newest in force.
    pub fn timeline(&self, as_of: Date, edition: Option<Edition>) -> Timeline {
        let courses: Vec<&Course> = self.courses().collect();
        of_history(&self.records, &courses, as_of, edition)
    }
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reading({:?})", self.records)
    }
}
