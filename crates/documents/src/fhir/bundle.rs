//! The bundle: resources with their addresses, and what belongs to each record.

use super::coded::{coding, concept, item_concept, ours_concept};
use super::json::{Json, Object};
use super::observation::{Observation, reference, references, tag};
use super::provenance::Sent;
use super::{Inputs, provenance, receptor, resource, result, specimen, tumor};
use crate::card::not_final;
use crate::convert::{Export, LeftOut, Locals};
use her2_case::{Context, Paths, Record, RecordKind, Severity, Span, Specimen};
use her2_knowledge::codes::Item;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

const ABSENT_EXTENSION: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const SERVICE: &str = "http://terminology.hl7.org/CodeSystem/v2-0074";

/// A bundle in the making.
pub(super) struct Bundle<'a> {
    pub locals: Locals<'a>,
    pub patient: String,
    as_of: Date,
    identifiers: bool,
    name: &'a str,
    entries: Vec<Object>,
    used: BTreeMap<String, u32>,
    /// The addresses of the observations of the record that is being written.
    results: Vec<String>,
    /// The places of results that are not final, each with what it is called instead.
    states: Vec<(Span, &'static str)>,
    /// Where the places of the record that is being written stand among what was sent; only in an answer to the sender.
    paths: Option<Paths>,
    /// Whether it goes back to the sender.
    pub answers: bool,
    /// Tumours that are written already.
    tumors: BTreeSet<String>,
}

/// Where an observation belongs.
pub(super) struct Place<'a> {
    /// The number of the record, from 1.
    pub record: usize,
    /// The address of the specimen.
    pub specimen: Option<&'a str>,
    /// The day it is about.
    pub date: Option<Date>,
}

impl<'a> Bundle<'a> {
    pub fn of(export: &Export<'a>) -> Self {
        let locals = Locals::of(export);
        let own = || address(&locals.uuid("patient").to_string());
        let patient = export.subject.map_or_else(own, str::to_owned);
        Self {
            locals,
            patient,
            as_of: export.as_of,
            identifiers: export.identifiers,
            name: export.name,
            entries: Vec::new(),
            used: BTreeMap::new(),
            results: Vec::new(),
            states: Vec::new(),
            paths: None,
            answers: false,
            tumors: BTreeSet::new(),
        }
    }

    /// Adds a resource that is called so within the patient; its address.
    pub fn add(&mut self, kind: &'static str, called: &str, rest: Object) -> String {
        let times = self.used.entry(called.to_owned()).or_default();
        *times += 1;
        let called = match times {
            1 => called.to_owned(),
            times => format!("{called}/{times}"),
        };
        let id = self.locals.uuid(&called).to_string();
        let full = address(&id);
        self.push(&full, resource(kind, &id, rest));
        full
    }

    fn push(&mut self, full: &str, resource: Object) {
        let entry = Object::default()
            .with("fullUrl", full)
            .with("resource", resource);
        self.entries.push(entry);
    }

    /// The patient: no name, and an identifier only where it is asked for. Whom the sender refers to on a server is there already.
    pub fn add_patient(&mut self, export: &Export<'_>) {
        let within = ["urn:uuid:", "urn:oid:"];
        let called = self.patient.clone();
        let id = within.iter().find_map(|urn| called.strip_prefix(urn));
        let Some(id) = id else { return };
        let masked = Object::default()
            .with("url", ABSENT_EXTENSION)
            .with("valueCode", "masked");
        let name = Object::default().with("extension", vec![masked]);
        let identifier = self.locals.asked_patient().map(|value| {
            let kind = coding("http://terminology.hl7.org/CodeSystem/v2-0203", "MR", None);
            Object::default()
                .with("type", concept(vec![kind], None))
                .with("value", value)
        });
        let courses = export.courses.iter();
        let sex = courses.clone().find_map(|course| course.sex);
        let born = courses.clone().find_map(|course| course.born);
        let gender = sex.map_or("unknown", |sex| her2_case::Term::name(sex.value));
        let patient = Object::default()
            .with("identifier", identifier.into_iter().collect::<Vec<_>>())
            .with("name", vec![name])
            .with("gender", gender)
            .maybe("birthDate", born.map(|born| born.value));
        self.push(&called, resource("Patient", id, patient));
    }

    /// A record: its specimens, its observations, and the report that holds them together.
    pub fn add_record(&mut self, record: &Record, number: usize, left_out: &mut LeftOut) -> Inputs {
        self.results.clear();
        self.states = states(record);
        self.paths = self.answers.then(|| record.paths.clone());
        let mut her2 = Vec::new();
        let mut specimens = Vec::new();
        let reported = record.date.map(|date| date.value);
        for (at, of) in record.specimens.iter().enumerate() {
            let mut tumors: Vec<Option<Span>> = of.her2.iter().map(|one| one.tumor).collect();
            tumors.push(None);
            tumors.sort();
            tumors.dedup();
            // Where no day of the report is known the specimen has its own, and a result none: it would be taken for that of the report.
            let date = reported.map(|reported| of.date.unwrap_or(reported));
            for (n, tumor) in tumors.into_iter().enumerate() {
                let address = self.add_specimen(of, number, at, tumor.map(|_| n));
                let place = Place {
                    record: number + 1,
                    specimen: Some(&address),
                    date,
                };
                for one in of.her2.iter().filter(|one| one.tumor == tumor) {
                    let prior = Place {
                        specimen: None,
                        date: None,
                        ..place
                    };
                    let place = match one.context {
                        Context::Current => &place,
                        Context::Prior => &prior,
                    };
                    let written = result::write(one, place, self, left_out);
                    her2.extend(written.map(|written| (at, tumor, written)));
                }
                if tumor.is_none() {
                    for one in &of.receptors {
                        receptor::write(one, &place, self, left_out);
                    }
                    if let Some(ki67) = &of.ki67 {
                        receptor::ki67(ki67, &place, self);
                    }
                }
                specimens.push(address);
            }
        }
        let place = Place {
            record: number + 1,
            specimen: None,
            date: reported,
        };
        self.add_receptors(record, &place, left_out);
        tumor::write(record, &place, self, left_out);
        // To the sender no report is told that was not sent.
        let sent = || {
            let mut paths = record.paths.iter();
            record.kind != RecordKind::Fhir
                || paths.any(|(_, path)| path.starts_with("DiagnosticReport"))
        };
        let tells = !self.results.is_empty() || !specimens.is_empty();
        if !tells || self.answers && !sent() {
            return Inputs { her2 };
        }
        let state = match not_final(record) {
            Some("report-preliminary") => "preliminary",
            Some("report-partial") => "partial",
            Some("report-status-unknown") => "unknown",
            _ => "final",
        };
        let code = item_concept(Item::PathologyReport, "pathology-report");
        let pathology = concept(vec![coding(SERVICE, "PAT", None)], None);
        let report = Object::default()
            .with("status", state)
            .with("category", vec![pathology])
            .with("code", code)
            .with("subject", reference(&self.patient))
            .maybe("effectiveDateTime", reported)
            .with("specimen", references(&specimens))
            .with("result", references(&self.results));
        self.add(
            "DiagnosticReport",
            &format!("record-{}", number + 1),
            report,
        );
        Inputs { her2 }
    }

    /// The patient's receptors, where no specimen has them.
    fn add_receptors(&mut self, record: &Record, at: &Place<'_>, left_out: &mut LeftOut) {
        for of_patient in [&record.er, &record.pr].into_iter().flatten() {
            let specimens = record.specimens.iter();
            let mut held = specimens.flat_map(|specimen| &specimen.receptors);
            if !held.any(|result| result.receptor == of_patient.receptor) {
                receptor::write(of_patient, at, self, left_out);
            }
        }
    }

    fn add_specimen(
        &mut self,
        of: &Specimen,
        number: usize,
        at: usize,
        named: Option<usize>,
    ) -> String {
        let (record, at) = (number + 1, at + 1);
        let tumor = of.tumor.as_ref().map(|key| self.locals.tumor(key));
        let tumor = match named {
            Some(named) => Some(format!(
                "record-{record}-specimen-{at}-tumour-{}",
                named + 1
            )),
            None => tumor,
        };
        let is_new = |tumor: &&String| !self.tumors.contains(*tumor);
        if let Some(tumor) = tumor.as_ref().filter(is_new) {
            self.tumors.insert(tumor.clone());
            let body = specimen::body_structure(tumor, of.side, &self.patient);
            self.add("BodyStructure", tumor, body);
        }
        let rest = specimen::write(of, tumor.as_deref(), &self.patient, &self.locals);
        self.add("Specimen", &format!("record-{record}/specimen-{at}"), rest)
    }

    /// Adds an observation of the record, and where it was read.
    pub fn add_observation(
        &mut self,
        written: Observation,
        at: &Place<'_>,
        name: &'static str,
    ) -> String {
        let read_at = written.read_at.clone();
        let derived = written.derived;
        let mut written = written;
        if !derived {
            let mut at = read_at.iter().map(|(_, span)| *span);
            let of = at.find_map(|span| self.states.iter().find(|(of, _)| *of == span));
            written.state = of.map(|(_, state)| *state);
        }
        let mut targets = written.members.clone();
        let rest = written.write(&self.patient);
        let called = format!("record-{}/{name}", at.record);
        let address = self.add("Observation", &called, rest);
        if derived {
            return address;
        }
        self.results.push(address.clone());
        targets.insert(0, address.clone());
        if !read_at.is_empty() {
            let source = self.source(at.record);
            let sent: Vec<Sent> = read_at
                .iter()
                .map(|(_, span)| self.sent_at(*span))
                .collect();
            let rest = provenance::of_input(&targets, &source, &sent, self.as_of);
            self.add("Provenance", &format!("{called}/read"), rest);
        }
        address
    }

    /// Adds an observation that belongs to no record.
    pub fn add_course(&mut self, written: Observation, name: &'static str) {
        let rest = written.write(&self.patient);
        self.add("Observation", name, rest);
    }

    /// What a record is called where a place in it is named. A name of a file may be that of a person: it stands only where it is asked for.
    pub fn source(&self, record: usize) -> String {
        if self.identifiers {
            return format!("{}, record {record}", self.name);
        }
        let within = self.name.rsplit_once('#').map(|(_, number)| number);
        let digits = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        match within.filter(digits) {
            Some(patient) => format!("patient {patient}, record {record}"),
            None => format!("record {record}"),
        }
    }

    /// Places of a record as they are told: to the sender by the resource, to others by the range.
    pub fn sent(&self, record: &Record, at: &[Span]) -> Vec<Sent> {
        let mut all: Vec<Sent> = Vec::new();
        for span in at {
            let sent = match self.answers {
                true => Sent::by(&record.paths, *span),
                false => Sent::Range(*span),
            };
            if !all.contains(&sent) {
                all.push(sent);
            }
        }
        all
    }

    fn sent_at(&self, span: Span) -> Sent {
        match &self.paths {
            Some(paths) => Sent::by(paths, span),
            None => Sent::Range(span),
        }
    }

    /// What is odd about a record.
    pub fn add_problems(&mut self, record: &Record, number: usize) {
        if record.problems.is_empty() {
            return;
        }
        let issues: Vec<Object> = record
            .problems
            .iter()
            .map(|problem| {
                let (severity, kind) = match problem.severity {
                    Severity::Error => ("error", "processing"),
                    Severity::Warning => ("warning", "processing"),
                    Severity::Note => ("information", "informational"),
                };
                Object::default()
                    .with("severity", severity)
                    .with("code", kind)
                    .with("details", ours_concept(problem.code))
                    .with("diagnostics", problem.message.as_str())
            })
            .collect();
        let outcome = Object::default()
            .with("meta", Object::default().with("tag", tag(true)))
            .with("issue", issues);
        self.add(
            "OperationOutcome",
            &format!("record-{}/problems", number + 1),
            outcome,
        );
    }

    /// The whole.
    pub fn finish(self) -> Object {
        let id = self.locals.uuid("bundle").to_string();
        let rest = Object::default()
            .with("type", "collection")
            .with("entry", Json::from(self.entries));
        resource("Bundle", &id, rest)
    }
}

/// The places of what the record does not call final.
fn states(record: &Record) -> Vec<(Span, &'static str)> {
    let resource = |path: &str| provenance::resource_of(path).to_owned();
    let mut states = Vec::new();
    for problem in &record.problems {
        let state = match problem.code {
            "result-preliminary" | "marker-preliminary" => "preliminary",
            "result-status-unknown" | "marker-status-unknown" => "unknown",
            _ => continue,
        };
        let span = problem.origin.and_then(her2_case::Origin::as_span);
        let Some(of) = span.and_then(|span| record.paths.of(span)).map(resource) else {
            continue;
        };
        let paths = record.paths.iter();
        let same = paths.filter(|(_, path)| resource(path) == of);
        states.extend(same.map(|(span, _)| (span, state)));
    }
    states
}

fn address(id: &str) -> String {
    format!("urn:uuid:{id}")
}
