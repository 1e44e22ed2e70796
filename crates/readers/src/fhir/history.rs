//! One patient: observations and reports become records, everything else the course around them.

mod beside;
mod evidence;
mod fill;
mod follow;
mod home;
mod sort;

use super::course::{self, Diagnoses};
use super::day::{dated, of_period};
use super::held::{Common, Gathered};
use super::sample::{self, Around};
use super::shape::Observation;
use super::therapy::therapies;
use super::token::Text;
use crate::settle::settle;
use her2_case::{
    Course, Fact, History, Key, Origin, PassedOver, Problem, Record, RecordKind, Site, Span,
};
use her2_knowledge::codes::Item;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The most records of one patient.
const MOST_RECORDS: usize = 2_000;

/// What an observation is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Marker,
    Tumor(Item),
    Lvef(Item),
    Menopause,
    /// A fact that this project writes with a code of its own.
    Own(&'static str),
    Setting,
    Words,
    Nothing,
}

/// What makes a record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Report(usize),
    Document(usize),
    Specimen(String),
    Day(Option<Date>),
}

/// A record on its way.
struct Draft {
    of: Of,
    /// Observations of markers, in order.
    markers: Vec<usize>,
    /// Observations that are words.
    words: Vec<usize>,
    record: Record,
    /// By what each specimen of the record is told apart.
    keys: Vec<Option<String>>,
}

/// One patient's history, and the words that were taken out of their wrapping for it.
pub(super) struct Made {
    pub(super) history: History,
    /// What stands after the text.
    pub(super) words: String,
    /// Where the resources stand that were read.
    pub(super) parts: Vec<std::ops::Range<usize>>,
}

/// Everything that is known while a patient is read.
struct Reader<'r, 'a> {
    all: Gathered<'a>,
    common: &'r Common<'a>,
    text: &'a str,
    name: &'r str,
    uses: Vec<Use>,
    superseded: Vec<bool>,
    /// For each observation the panel that it is a part of, at the top; itself if there is none.
    panels: Vec<usize>,
    words: String,
    drafts: Vec<Draft>,
    by_key: BTreeMap<Of, usize>,
    problems: Vec<Problem>,
}

/// Reads one patient.
pub(super) fn history<'a>(
    all: Gathered<'a>,
    common: &Common<'a>,
    text: &'a str,
    name: &str,
) -> Made {
    let mut reader = Reader {
        uses: Vec::new(),
        superseded: vec![false; all.observations.len()],
        panels: (0..all.observations.len()).collect(),
        words: String::new(),
        drafts: Vec::new(),
        by_key: BTreeMap::new(),
        problems: Vec::new(),
        all,
        common,
        text,
        name,
    };
    reader.sort_observations();
    reader.find_superseded();
    reader.make_drafts();
    let mut course = Course::default();
    let mut frame = Record::empty(name, RecordKind::Fhir);
    let patient = course::person(&reader.all, &mut course, &mut frame.paths, text);
    reader.course_observations(&mut course, &mut frame);
    let surgeries = sample::surgeries(&mut reader.all);
    let diagnoses = course::diagnoses(&mut reader.all, &mut course, text);
    let (mut given, paths) = therapies(&mut reader.all, common, text);
    for (span, path) in paths {
        frame.paths.add(span, path);
    }
    reader.fill_drafts();
    reader.add_words();
    reader.add_tumor(&mut course);
    reader.add_own(&mut course);
    reader.add_stated(&diagnoses);
    course::place_therapies(
        &mut given,
        &surgeries,
        &course,
        diagnoses.metastasis.map(|of| of.value),
    );
    reader.add_points(&given, &surgeries, &course);
    course.therapies = given;
    course.lvef.sort_by_key(|reading| reading.value.date);
    frame.paths.join(&diagnoses.paths);
    reader.finish(course, frame, patient, &diagnoses)
}

fn status<'a>(status: Option<Text<'a>>) -> &'a str {
    status.and_then(Text::plain).unwrap_or_default()
}

impl Reader<'_, '_> {
    fn finish(
        self,
        mut course: Course,
        frame: Record,
        patient: Option<Key>,
        diagnoses: &Diagnoses,
    ) -> Made {
        let mut records: Vec<Record> = self.drafts.into_iter().map(|draft| draft.record).collect();
        if records.is_empty() {
            records.push(Record::empty(self.name, RecordKind::Fhir));
        }
        for record in &mut records {
            // In a patient with breast cancer another organ is where it spread to.
            let elsewhere = record.site.is_some_and(|site| site.value == Site::Other);
            if record.site.is_none() || elsewhere && diagnoses.breast.is_some() {
                let of =
                    |span: Option<Span>, site| span.map(|span| Fact::new(site, Origin::span(span)));
                record.site =
                    of(diagnoses.breast, Site::Breast).or(of(diagnoses.other_organ, Site::Other));
            }
            settle(record);
        }
        // Undated records stay after the dated ones before them.
        let mut last = Date::MIN;
        let mut keyed: Vec<(Date, Record)> = Vec::new();
        for record in records {
            last = record.date.map_or(last, |date| date.value);
            keyed.push((last, record));
        }
        keyed.sort_by_key(|(date, _)| *date);
        let mut records: Vec<Record> = keyed.into_iter().map(|(_, record)| record).collect();
        let first = &mut records[0];
        first.paths.join(&frame.paths);
        let mut problems = self.all.problems;
        problems.extend(self.problems);
        problems.extend(frame.problems);
        problems.append(&mut first.problems);
        first.problems = problems;
        let own = course.therapies.len();
        course
            .therapies
            .sort_by_key(|therapy| therapy.value.started);
        debug_assert_eq!(own, course.therapies.len());
        let passed_over: Vec<PassedOver> = self.all.passed.list();
        let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
        parts.extend(self.all.patients.iter().map(|of| of.at.clone()));
        parts.extend(self.all.observations.iter().map(|of| of.at.clone()));
        parts.extend(self.all.reports.iter().map(|of| of.at.clone()));
        parts.extend(self.all.specimens.iter().map(|of| of.at.clone()));
        parts.extend(self.all.bodies.iter().map(|of| of.at.clone()));
        parts.extend(self.all.conditions.iter().map(|of| of.at.clone()));
        parts.extend(self.all.procedures.iter().map(|of| of.at.clone()));
        parts.extend(self.all.requests.iter().map(|of| of.at.clone()));
        parts.extend(self.all.given.iter().map(|of| of.at.clone()));
        parts.extend(self.all.documents.iter().map(|of| of.at.clone()));
        Made {
            history: History {
                name: self.name.to_owned(),
                kind: RecordKind::Fhir,
                patient,
                records,
                course,
                passed_over,
            },
            words: self.words,
            parts,
        }
    }
}

fn add_around(record: &mut Record, around: Around) {
    record.tumor.metastatic_site = record.tumor.metastatic_site.or(around.metastasis);
    let other = around
        .other_organ
        .map(|span| Fact::new(Site::Other, Origin::span(span)));
    record.site = record.site.or(other);
}

/// The day an observation is about, or was made available.
fn day_of(of: &Observation<'_>, text: &str) -> Option<Fact<Date>> {
    let about = dated(of.effective_date_time.or(of.effective_instant), text);
    about
        .or(dated(of_period(of.effective_period.as_ref()), text))
        .or(dated(of.issued, text))
}
