//! Each record from its observations, and its specimens.

use super::{Draft, Of, Reader, add_around, day_of, status};
use crate::fhir::about::{About, about};
use crate::fhir::day::{dated, of_period};
use crate::fhir::held::Held;
use crate::fhir::measure::Results;
use crate::fhir::merge;
use crate::fhir::own;
use crate::fhir::sample::{self, Around};
use crate::fhir::shape::Observation;
use crate::fhir::sieve::Kind;
use her2_case::{
    Assay, Context, Fact, Her2Result, Key, Problem, Record, RecordStatus, Severity, Specimen,
};
use her2_knowledge::codes::Item;
use jiff::civil::Date;

impl<'a> Reader<'_, 'a> {
    /// Reads the observations of each record.
    pub(super) fn fill_drafts(&mut self) {
        let mut drafts = std::mem::take(&mut self.drafts);
        for draft in &mut drafts {
            self.date_draft(draft);
            let mut panels = Vec::new();
            for at in draft.markers.clone() {
                self.add_observation(draft, at, &mut panels);
            }
            add_panels(&mut draft.record, panels);
            for specimen in &mut draft.record.specimens {
                merge::drop_bare_counts(&mut specimen.her2);
            }
            drop_derived(self, draft);
            if let Of::Report(report) = draft.of {
                self.report_specimens(draft, report);
                self.report_status(draft, report);
            }
        }
        self.drafts = drafts;
    }

    /// When a record was reported.
    pub(super) fn date_draft(&self, draft: &mut Draft) {
        let text = self.text;
        let dated_report = match draft.of {
            Of::Report(at) => {
                let held = &self.all.reports[at];
                let it = &held.it;
                let found = dated(it.issued, text)
                    .or(dated(it.effective_date_time, text))
                    .or(dated(of_period(it.effective_period.as_ref()), text));
                found.map(|found| (found, held.path()))
            }
            Of::Document(at) => {
                let held = &self.all.documents[at];
                dated(held.it.date, text).map(|found| (found, held.path()))
            }
            _ => None,
        };
        let first = || {
            let days = draft
                .markers
                .iter()
                .chain(&draft.words)
                .filter_map(|at| Some((self.day_of(*at)?, *at)));
            days.min_by_key(|(day, _)| day.value)
                .map(|(day, at)| (day, self.all.observations[at].path()))
        };
        if let Some((date, path)) = dated_report.or_else(first) {
            if let Some(span) = date.origin.as_span() {
                draft.record.paths.add(span, path);
            }
            draft.record.date = Some(date);
        }
    }

    fn add_observation(&self, draft: &mut Draft, at: usize, panels: &mut Vec<Panel>) {
        let held = &self.all.observations[at];
        let mut results = Results::default();
        results.observe(&held.it, &held.path(), self.text);
        let place = self.specimen_of(draft, at);
        let record = &mut draft.record;
        record.paths.join(&results.paths);
        record.problems.extend(results.problems);
        let when = day_of(&held.it, self.text).map(|of| of.value);
        let superseded = self.superseded[at];
        // A status may rest on it where it is of HER2.
        let of_her2 = !results.her2.is_empty();
        let not_known = "whether the result is final is not known to the sender";
        let not_final = match (status(held.it.status), of_her2) {
            ("preliminary", true) => Some(("result-preliminary", "the result is preliminary")),
            ("preliminary", false) => Some(("marker-preliminary", "the result is preliminary")),
            ("unknown", true) => Some(("result-status-unknown", not_known)),
            ("unknown", false) => Some(("marker-status-unknown", not_known)),
            _ => None,
        };
        if let Some((code, said)) = not_final {
            record.problems.push(Problem {
                code,
                severity: Severity::Note,
                message: format!("{}: {said}", held.path()),
                origin: results
                    .her2
                    .first()
                    .map(|of| of.origin)
                    .or(results.receptors.first().map(|of| of.origin)),
            });
        }
        let prior = own::mark(&held.it.extension, "context") == Some("prior");
        let implied = own::mark(&held.it.extension, "evidence") == Some("implied");
        let specimen = &mut record.specimens[place];
        let mut kept = true;
        for mut result in results.her2 {
            result.superseded = superseded;
            result.implied = implied;
            if prior {
                result.context = Context::Prior;
            }
            date_result(&mut result, when);
            let top = self.panels[at];
            let known = panels
                .iter()
                .position(|of| of.top == top && of.place == place);
            let panel = known.unwrap_or_else(|| {
                panels.push(Panel {
                    top,
                    place,
                    results: Vec::new(),
                });
                panels.len() - 1
            });
            kept &= merge::her2(&mut panels[panel].results, result);
        }
        for mut result in results.receptors {
            result.superseded = superseded;
            if prior {
                result.context = Context::Prior;
            }
            kept &= merge::receptor(&mut specimen.receptors, result);
        }
        if !superseded {
            specimen.ki67 = specimen
                .ki67
                .or(results.ki67.map(|fact| Fact { when, ..fact }));
        }
        if !kept {
            too_many(record);
        }
    }

    /// A report that is not final.
    fn report_status(&self, draft: &mut Draft, report: usize) {
        let held = &self.all.reports[report];
        let (code, said) = match status(held.it.status) {
            "preliminary" | "registered" => ("report-preliminary", "the report is preliminary"),
            "partial" => ("report-partial", "the report is a part of a later one"),
            "unknown" => (
                "report-status-unknown",
                "whether the report is final is not known to the sender",
            ),
            _ => return,
        };
        draft.record.problems.push(Problem {
            code,
            severity: Severity::Note,
            message: format!("{}: {said}", held.path()),
            origin: None,
        });
    }

    /// The place of the specimen of an observation in its record.
    pub(super) fn specimen_of(&self, draft: &mut Draft, at: usize) -> usize {
        let held = &self.all.observations[at];
        let mut key = self.specimen_key(at);
        if let (None, Of::Report(report)) = (&key, &draft.of) {
            key = self.only_specimen(*report);
        }
        if let (None, Of::Specimen(own)) = (&key, &draft.of) {
            key = Some(own.clone());
        }
        // An observation that names no specimen is of the only one there is.
        if key.is_none() && draft.keys.len() == 1 {
            self.add_site(draft, 0, held);
            return 0;
        }
        let known = draft.keys.iter().position(|held| *held == key);
        let place = known.unwrap_or_else(|| {
            let specimen = self.make_specimen(draft, key.as_deref());
            draft.record.specimens.push(specimen);
            draft.keys.push(key);
            draft.keys.len() - 1
        });
        self.add_site(draft, place, held);
        place
    }

    pub(super) fn only_specimen(&self, report: usize) -> Option<String> {
        let held = &self.all.reports[report];
        let [only] = &held.it.specimen[..] else {
            return None;
        };
        match self.all.target_of(held, only, Kind::Specimen) {
            Some(at) => Some(format!("{at}")),
            None => Some(format!("={}", only.reference?.plain()?)),
        }
    }

    pub(super) fn make_specimen(&self, draft: &mut Draft, key: Option<&str>) -> Specimen {
        let Some(key) = key else {
            return Specimen::default();
        };
        if let Some(reference) = key.strip_prefix('=') {
            return Specimen {
                identifier: Key::new(reference.rsplit('/').next().unwrap_or(reference)),
                ..Specimen::default()
            };
        }
        let held = key
            .parse()
            .ok()
            .and_then(|at: usize| self.all.specimens.get(at));
        let Some(held) = held.filter(|held| status(held.it.status) != "entered-in-error") else {
            return Specimen::default();
        };
        let (specimen, around) = sample::specimen(&self.all, held, self.text);
        add_around(&mut draft.record, around);
        specimen
    }

    /// What an observation says of where its specimen is from.
    pub(super) fn add_site(
        &self,
        draft: &mut Draft,
        place: usize,
        held: &Held<'a, Observation<'a>>,
    ) {
        let mut around = Around::default();
        let specimen = &mut draft.record.specimens[place];
        if let Some(site) = &held.it.body_site {
            sample::place(site, specimen, &mut around, self.text);
        }
        if specimen.tumor.is_none() {
            specimen.tumor = sample::focus(&self.all, held);
        }
        add_around(&mut draft.record, around);
    }

    /// The specimens that a report names and no result does.
    pub(super) fn report_specimens(&self, draft: &mut Draft, report: usize) {
        if draft.record.specimens.is_empty()
            && let Some(key) = self.only_specimen(report)
        {
            let specimen = self.make_specimen(draft, Some(&key));
            draft.record.specimens.push(specimen);
            draft.keys.push(Some(key));
        }
    }
}

/// Results of HER2 that were counted and read together: the members of one panel of one specimen.
struct Panel {
    top: usize,
    place: usize,
    results: Vec<Her2Result>,
}

/// Brings the results of panels to their specimens, each as a whole: numbers of two panels are never those of one test.
fn add_panels(record: &mut Record, panels: Vec<Panel>) {
    let mut kept = true;
    for panel in panels {
        let specimen = &mut record.specimens[panel.place];
        for result in panel.results {
            kept &= merge::her2(&mut specimen.her2, result);
        }
    }
    if !kept {
        too_many(record);
    }
}

fn too_many(record: &mut Record) {
    let code = "too-many-results";
    if record.problems.iter().all(|problem| problem.code != code) {
        record.problems.push(Problem {
            code,
            severity: Severity::Error,
            message: "more results of one specimen than are read: the rest is left out".to_owned(),
            origin: None,
        });
    }
}

/// The day of a result's facts is the day of its observation.
fn date_result(result: &mut Her2Result, when: Option<Date>) {
    fn set<T>(fact: &mut Option<Fact<T>>, when: Option<Date>) {
        if let Some(fact) = fact {
            fact.when = when;
        }
    }
    set(&mut result.score, when);
    set(&mut result.percent, when);
    set(&mut result.ratio, when);
    set(&mut result.her2_copies, when);
    set(&mut result.cep17_copies, when);
    set(&mut result.her2_total, when);
    set(&mut result.cep17_total, when);
    set(&mut result.cells, when);
    set(&mut result.observers, when);
    set(&mut result.group, when);
    set(&mut result.word, when);
    set(&mut result.claimed_category, when);
}

/// A status that is derived from results of the same record, and says what they say, is no evidence of its own.
fn drop_derived(reader: &mut Reader<'_, '_>, draft: &mut Draft) {
    let derived = draft.markers.iter().any(|at| {
        let held = &reader.all.observations[*at];
        let is_status = held.it.code.as_ref().map(about) == Some(About::Item(Item::Her2Status));
        is_status && !held.it.derived_from.is_empty()
    });
    if !derived {
        return;
    }
    let mut dropped = false;
    for specimen in &mut draft.record.specimens {
        let (whole, tests): (Vec<_>, Vec<_>) = specimen
            .her2
            .iter()
            .cloned()
            .partition(|of| of.assay == Assay::Unspecified);
        let (by_tests, _) = crate::report::status::status(&tests);
        let (by_word, _) = crate::report::status::status(&whole);
        if !tests.is_empty() && (by_tests == by_word || by_word == RecordStatus::NotReported) {
            dropped |= !whole.is_empty();
            specimen.her2 = tests;
        }
    }
    if dropped {
        reader
            .all
            .passed
            .add("Observation", "status derived from results that are read");
    }
}
