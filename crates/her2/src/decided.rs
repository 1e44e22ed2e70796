//! A record with its findings, and the documents written from them.

use crate::{Checked, Reading};
use her2_case::Record;
use her2_documents::{Case, Converted, Export, Over, Page, Target, TextStyle};
use her2_pathway::review::review_over_time;
use her2_pathway::testing::CaseFinding;
use her2_pathway::timeline::{Timeline, of_history};
use jiff::civil::Date;
use std::fmt;

/// The records of one patient with what follows from them.
pub struct Decided<'a> {
    reading: &'a Reading<'a>,
    timeline: Timeline,
    as_of: Date,
}

impl<'a> Decided<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>, timeline: Timeline, as_of: Date) -> Self {
        Self {
            reading,
            timeline,
            as_of,
        }
    }

    /// What follows from the record that documents are about.
    pub fn finding(&self) -> &CaseFinding {
        self.timeline.finding()
    }

    /// The record that documents are about.
    pub fn record(&self) -> &Record {
        &self.reading.records()[self.timeline.main]
    }

    /// The patient over time.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    pub(crate) fn reading(&self) -> &'a Reading<'a> {
        self.reading
    }

    pub(crate) fn as_of(&self) -> Date {
        self.as_of
    }

    pub(crate) fn case(&self) -> Case<'_> {
        Case {
            record: self.record(),
            source: self.reading.source_of(self.record()),
            finding: self.finding(),
            as_of: self.as_of,
            over: Some(Over {
                timeline: &self.timeline,
                sources: self.reading.sources(),
            }),
        }
    }

    /// The page for the patient and the family. Nothing if there are no words of this language.
    pub fn patient(&self, lang: &str) -> Option<Document> {
        Some(Document {
            page: her2_documents::patient_page(&self.case(), lang)?,
            json: None,
        })
    }

    /// The summary for a clinician. Nothing if there are no words of this language.
    pub fn clinician(&self, lang: &str) -> Option<Document> {
        Some(Document {
            page: her2_documents::clinician_page(&self.case(), lang)?,
            json: her2_documents::clinician_json(&self.case(), lang),
        })
    }

    /// The patient in another format. Identifiers of the patient and of specimens are written only if they are asked for, names never.
    pub fn convert(&self, target: Target, identifiers: bool) -> Converted {
        // The input of `decide` says itself of which specimen and tissue a result is.
        let current = match target {
            Target::Json => None,
            _ => her2_documents::only_current(self.reading.records()),
        };
        if let Some((records, left_out)) = current {
            let courses: Vec<_> = self.reading.courses().collect();
            let edition = Some(self.finding().edition);
            let timeline = of_history(&records, &courses, self.as_of, edition);
            let mut converted = self.converted(&records, &timeline, target, identifiers);
            converted.left_out.extend(left_out);
            converted.left_out.sort_unstable();
            return converted;
        }
        self.converted(self.reading.records(), &self.timeline, target, identifiers)
    }

    fn converted(
        &self,
        records: &[Record],
        timeline: &Timeline,
        target: Target,
        identifiers: bool,
    ) -> Converted {
        let export = Export {
            name: self.reading.name(),
            records,
            courses: self.reading.courses().collect(),
            timeline,
            patient: self.reading.patient_key(),
            subject: None,
            as_of: self.as_of,
            identifiers,
        };
        her2_documents::convert(&export, target)
    }

    /// What a reviewer would underline in the record that documents are about.
    pub fn check(&self) -> Checked<'_> {
        let record = self.record();
        Checked::new(record, self.reading.source_of(record), self.finding())
    }

    /// What a reviewer would underline in each record, in the order of the records.
    pub fn check_each(&self) -> impl Iterator<Item = Checked<'_>> {
        let over_time = review_over_time(self.reading.records(), &self.timeline);
        let records = self.reading.records().iter();
        let each = records.zip(&self.timeline.records).enumerate();
        each.map(move |(at, (record, finding))| {
            let of_record = over_time.iter().filter(|(of, _)| *of == at);
            let checked = Checked::new(record, self.reading.source_of(record), finding);
            checked.and(of_record.map(|(_, fired)| fired))
        })
    }
}

impl fmt::Debug for Decided<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decided({:?})", self.reading)
    }
}

/// A document, ready to be written in any form.
pub struct Document {
    page: Page,
    json: Option<String>,
}

impl Document {
    /// A page; its JSON is the tree of its sentences unless there is one of its own.
    pub(crate) fn new(page: Page, json: Option<String>) -> Self {
        Self { page, json }
    }

    /// The page as a tree.
    pub(crate) fn page(&self) -> &Page {
        &self.page
    }

    /// For a terminal of this width.
    pub fn text(&self, width: usize, color: bool) -> String {
        let style = TextStyle {
            width,
            color,
            ..TextStyle::default()
        };
        her2_documents::text(&self.page, style)
    }

    /// For a terminal of this width that shows ASCII only: pictures and quotation marks of the page's own are ASCII.
    pub fn text_ascii(&self, width: usize, color: bool) -> String {
        let style = TextStyle {
            width,
            color,
            ascii: true,
        };
        her2_documents::text(&self.page, style)
    }

    /// As one self-contained page.
    pub fn html(&self) -> String {
        her2_documents::html(&self.page)
    }

    /// As one JSON object on one line.
    pub fn json(&self) -> String {
        match &self.json {
            Some(json) => json.clone(),
            None => her2_documents::page_json(&self.page),
        }
    }
}
