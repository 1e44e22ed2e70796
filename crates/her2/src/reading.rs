//! What was read of one patient.

use crate::Decided;
use her2_case::{Course, Edition, History, Key, PassedOver, Problem, Record, RecordKind};
use her2_documents::Source;
use her2_pathway::timeline::{Timeline, of_history};
use her2_readers::{Format, Options, Piece, Read};
use jiff::civil::Date;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Problems after which there is nothing to explain.
const UNREADABLE: [&str; 7] = [
    "empty",
    "binary",
    "too-large",
    "not-a-pathology-report",
    "not-english",
    "unreadable",
    "scan-without-text",
];

/// What was read of one patient, with the texts it was read from, so that every quote is the record's own words.
pub struct Reading<'a> {
    name: String,
    histories: Vec<History>,
    /// Every record of every history, oldest first.
    records: Vec<Record>,
    texts: Vec<Cow<'a, [u8]>>,
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
        }
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
    pub fn source_of(&self, record: &Record) -> Source<'_> {
        Source::new(&self.texts[usize::from(record.source)])
    }

    /// The text of the first source.
    pub fn source(&self) -> Source<'_> {
        Source::new(&self.texts[0])
    }

    /// Whether there is anything to explain: not so if everything is empty, no text, no report, or in a language that is not read.
    pub fn is_readable(&self) -> bool {
        self.records.iter().any(|record| {
            let mut problems = record.problems.iter();
            !problems.any(|problem| UNREADABLE.contains(&problem.code))
        })
    }

    /// The facts for people, a line each, record by record.
    pub fn text(&self) -> String {
        let records = self.records.iter();
        let each = records.map(|record| her2_documents::read_text(record, self.source_of(record)));
        each.collect::<Vec<_>>().join("\n")
    }

    /// The facts as one JSON object on one line.
    pub fn json(&self) -> String {
        her2_documents::read_json(self.record(), self.source())
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
