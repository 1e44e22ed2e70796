//! One patient: observations and reports become records, everything else the course around them.

use super::about::{About, about};
use super::course::{self, Diagnoses};
use super::day::{dated, of_period};
use super::held::{Common, Gathered, Held};
use super::measure::{Results, is_marker};
use super::merge;
use super::narrative::{Words, is_narrative, is_pathology};
use super::sample::{self, Around, Surgery};
use super::shape::Observation;
use super::sieve::Kind;
use super::therapy::therapies;
use super::token::Text;
use super::tumor::{OfTumor, is_of_tumor};
use crate::settle::settle;
use her2_case::{
    Assay, Context, Course, Fact, Her2Result, History, Key, Origin, PassedOver, Problem, Receptor,
    ReceptorResult, ReceptorStatus, Record, RecordKind, RecordStatus, Setting, Severity, Site,
    Span, Specimen,
};
use her2_knowledge::codes::Item;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The most records of one patient.
const MOST_RECORDS: usize = 2_000;

/// What an observation is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Marker,
    Tumor(Item),
    Lvef(Item),
    Menopause,
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

impl<'a> Reader<'_, 'a> {
    /// What each observation is used for. Those that are no evidence are counted.
    fn sort_observations(&mut self) {
        for held in &self.all.observations {
            let state = status(held.it.status);
            if matches!(state, "entered-in-error" | "cancelled") {
                self.all.passed.add(held.kind, state);
                self.uses.push(Use::Nothing);
                continue;
            }
            let used = use_of(&held.it);
            if used == Use::Nothing {
                self.all.passed.add(held.kind, "not read");
            }
            self.uses.push(used);
        }
    }

    /// Corrected results replace those they are derived from, or that carry the same identifier.
    fn find_superseded(&mut self) {
        let mut by_identifier: FxHashMap<(&str, &str), usize> = FxHashMap::default();
        for (at, held) in self.all.observations.iter().enumerate() {
            if self.uses[at] == Use::Nothing {
                continue;
            }
            let same_item = |other: usize| {
                let code = |at: usize| self.all.observations[at].it.code.as_ref().map(about);
                code(at) == code(other)
            };
            if matches!(status(held.it.status), "corrected" | "amended") {
                let related = held.it.related.iter().filter_map(|of| of.target.as_ref());
                for to in held.it.derived_from.iter().chain(related) {
                    let target = self.all.target_of(held, to, Kind::Observation);
                    if let Some(target) =
                        target.filter(|target| *target != at && same_item(*target))
                    {
                        self.superseded[target] = true;
                    }
                }
            }
            for of in held.it.identifier.iter() {
                let Some(value) = of.value.and_then(Text::plain) else {
                    continue;
                };
                let key = (of.system.and_then(Text::plain).unwrap_or_default(), value);
                let Some(other) = by_identifier.insert(key, at) else {
                    continue;
                };
                // An accession number is shared by different tests; only the same test is replaced.
                let newer = |at: usize| {
                    let it = &self.all.observations[at].it;
                    let corrected = matches!(status(it.status), "corrected" | "amended");
                    (corrected, it.issued.and_then(Text::plain))
                };
                if other == at || !same_item(other) || newer(at).0 == newer(other).0 {
                    continue;
                }
                let old = if newer(at) > newer(other) { other } else { at };
                self.superseded[old] = true;
                if old == at {
                    by_identifier.insert(key, other);
                }
            }
        }
    }

    /// Which report, specimen or day each observation of a marker belongs to.
    fn make_drafts(&mut self) {
        let count = self.all.observations.len();
        let mut panel: Vec<Option<usize>> = vec![None; count];
        for (at, held) in self.all.observations.iter().enumerate() {
            for to in held.it.has_member.iter() {
                let member = self.all.target_of(held, to, Kind::Observation);
                if let Some(member) =
                    member.filter(|member| *member != at && panel[*member].is_none())
                {
                    panel[member] = Some(at);
                }
            }
        }
        let mut report_of: FxHashMap<usize, usize> = FxHashMap::default();
        let mut report_of_specimen: FxHashMap<String, usize> = FxHashMap::default();
        let mut readable = Vec::new();
        for (at, held) in self.all.reports.iter().enumerate() {
            let state = status(held.it.status);
            if matches!(state, "entered-in-error" | "cancelled") {
                self.all.passed.add(held.kind, state);
                continue;
            }
            readable.push(at);
            for to in held.it.result.iter() {
                if let Some(target) = self.all.target_of(held, to, Kind::Observation) {
                    report_of.entry(target).or_insert(at);
                }
            }
        }
        for at in 0..count {
            if self.uses[at] != Use::Marker && self.uses[at] != Use::Words {
                continue;
            }
            let mut top = at;
            let mut report = report_of.get(&at).copied();
            for _ in 0..8 {
                let Some(next) = panel[top].filter(|next| *next != at) else {
                    break;
                };
                top = next;
                report = report.or_else(|| report_of.get(&top).copied());
            }
            let specimen = self.specimen_key(at).or_else(|| self.specimen_key(top));
            if let (Some(report), Some(specimen)) = (report, &specimen) {
                report_of_specimen.entry(specimen.clone()).or_insert(report);
            }
            let of = match (report, specimen) {
                (Some(report), _) => Of::Report(report),
                (None, Some(specimen)) => match report_of_specimen.get(&specimen) {
                    Some(report) => Of::Report(*report),
                    None => Of::Specimen(specimen),
                },
                (None, None) => Of::Day(
                    self.day_of(at)
                        .or_else(|| self.day_of(top))
                        .map(|of| of.value),
                ),
            };
            let used = self.uses[at];
            let Some(draft) = self.draft(of) else {
                continue;
            };
            match used {
                Use::Words => draft.words.push(at),
                _ => draft.markers.push(at),
            }
        }
        for report in readable {
            let held = &self.all.reports[report];
            let concepts = held.it.category.iter().chain(held.it.code.as_ref());
            let known = self.by_key.contains_key(&Of::Report(report));
            if !known && is_pathology(concepts) != Some(true) {
                self.all
                    .passed
                    .add("DiagnosticReport", "not about breast cancer");
                continue;
            }
            self.draft(Of::Report(report));
        }
        for (at, held) in self.all.documents.iter().enumerate() {
            let state = status(held.it.status);
            let concepts = held.it.category.iter().chain(held.it.r#type.as_ref());
            if state == "entered-in-error" || state == "superseded" {
                self.all.passed.add(held.kind, state);
            } else if is_pathology(concepts) != Some(false) {
                self.by_key.entry(Of::Document(at)).or_insert(usize::MAX);
            } else {
                self.all.passed.add(held.kind, "not of pathology");
            }
        }
        let documents: Vec<Of> = self
            .by_key
            .iter()
            .filter(|(_, at)| **at == usize::MAX)
            .map(|(of, _)| of.clone())
            .collect();
        for of in documents {
            self.by_key.remove(&of);
            self.draft(of);
        }
    }

    fn draft(&mut self, of: Of) -> Option<&mut Draft> {
        if let Some(at) = self.by_key.get(&of) {
            return self.drafts.get_mut(*at);
        }
        if self.drafts.len() >= MOST_RECORDS {
            if !self
                .problems
                .iter()
                .any(|problem| problem.code == "too-many-records")
            {
                self.problems.push(Problem {
                    code: "too-many-records",
                    severity: Severity::Error,
                    message: format!(
                        "more than {MOST_RECORDS} records of one patient: the rest is not read"
                    ),
                    origin: None,
                });
            }
            return None;
        }
        self.by_key.insert(of.clone(), self.drafts.len());
        self.drafts.push(Draft {
            of,
            markers: Vec::new(),
            words: Vec::new(),
            record: Record::empty(self.name, RecordKind::Fhir),
            keys: Vec::new(),
        });
        self.drafts.last_mut()
    }

    /// By what the specimen of an observation is told apart: the one there is, or the reference itself.
    fn specimen_key(&self, at: usize) -> Option<String> {
        let held = &self.all.observations[at];
        let to = held.it.specimen.as_ref()?;
        match self.all.target_of(held, to, Kind::Specimen) {
            Some(at) => Some(format!("{at}")),
            None => Some(format!("={}", to.reference?.plain()?)),
        }
    }

    fn day_of(&self, at: usize) -> Option<Fact<Date>> {
        day_of(&self.all.observations[at].it, self.text)
    }

    /// Reads the observations of each record.
    fn fill_drafts(&mut self) {
        let mut drafts = std::mem::take(&mut self.drafts);
        for draft in &mut drafts {
            self.date_draft(draft);
            for at in draft.markers.clone() {
                self.add_observation(draft, at);
            }
            for specimen in &mut draft.record.specimens {
                merge::drop_bare_counts(&mut specimen.her2);
            }
            drop_derived(self, draft);
            if let Of::Report(report) = draft.of {
                self.report_specimens(draft, report);
            }
        }
        self.drafts = drafts;
    }

    /// When a record was reported.
    fn date_draft(&self, draft: &mut Draft) {
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

    fn add_observation(&self, draft: &mut Draft, at: usize) {
        let held = &self.all.observations[at];
        let mut results = Results::default();
        results.observe(&held.it, &held.path(), self.text);
        let place = self.specimen_of(draft, at);
        let record = &mut draft.record;
        record.paths.join(&results.paths);
        record.problems.extend(results.problems);
        let when = day_of(&held.it, self.text).map(|of| of.value);
        let superseded = self.superseded[at];
        if status(held.it.status) == "preliminary" {
            record.problems.push(Problem {
                code: "result-preliminary",
                severity: Severity::Note,
                message: format!("{}: the result is preliminary", held.path()),
                origin: None,
            });
        }
        let specimen = &mut record.specimens[place];
        let mut kept = true;
        for mut result in results.her2 {
            result.superseded = superseded;
            date_result(&mut result, when);
            kept &= merge::her2(&mut specimen.her2, result);
        }
        for mut result in results.receptors {
            result.superseded = superseded;
            kept &= merge::receptor(&mut specimen.receptors, result);
        }
        if !superseded {
            specimen.ki67 = specimen
                .ki67
                .or(results.ki67.map(|fact| Fact { when, ..fact }));
        }
        if !kept
            && !record
                .problems
                .iter()
                .any(|problem| problem.code == "too-many-results")
        {
            record.problems.push(Problem {
                code: "too-many-results",
                severity: Severity::Error,
                message: "more results of one specimen than are read: the rest is left out"
                    .to_owned(),
                origin: None,
            });
        }
    }

    /// The place of the specimen of an observation in its record.
    fn specimen_of(&self, draft: &mut Draft, at: usize) -> usize {
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

    fn only_specimen(&self, report: usize) -> Option<String> {
        let held = &self.all.reports[report];
        let [only] = &held.it.specimen[..] else {
            return None;
        };
        match self.all.target_of(held, only, Kind::Specimen) {
            Some(at) => Some(format!("{at}")),
            None => Some(format!("={}", only.reference?.plain()?)),
        }
    }

    fn make_specimen(&self, draft: &mut Draft, key: Option<&str>) -> Specimen {
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
    fn add_site(&self, draft: &mut Draft, place: usize, held: &Held<'a, Observation<'a>>) {
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
    fn report_specimens(&self, draft: &mut Draft, report: usize) {
        if draft.record.specimens.is_empty()
            && let Some(key) = self.only_specimen(report)
        {
            let specimen = self.make_specimen(draft, Some(&key));
            draft.record.specimens.push(specimen);
            draft.keys.push(Some(key));
        }
    }

    /// Reads what reports and documents say in words.
    fn add_words(&mut self) {
        let mut drafts = std::mem::take(&mut self.drafts);
        let mut seen = BTreeSet::new();
        for draft in &mut drafts {
            let mut words = Words::default();
            let results = !merge::is_bare(&draft.record);
            match draft.of {
                Of::Report(at) => {
                    words.report(&self.all.reports[at], results, self.common, &mut seen)
                }
                Of::Document(at) => words.document(&self.all.documents[at], self.common, &mut seen),
                _ => {}
            }
            for at in &draft.words {
                let held = &self.all.observations[*at];
                if let Some(text) = held.it.value_string {
                    words.add(&text.value(), format!("{}.valueString", held.path()));
                }
            }
            for what in std::mem::take(&mut words.unread) {
                self.all.passed.add("", what);
            }
            draft.record.problems.append(&mut words.problems);
            let Some(told) = words.read() else { continue };
            let start = self.text.len() + 1 + self.words.len();
            self.words.push('\n');
            self.words.push_str(&told.words);
            told.join(&mut draft.record, start);
        }
        drafts.retain(|draft| {
            let bare = merge::is_bare(&draft.record) && draft.markers.is_empty();
            let says = draft.record.tumor.t.is_some()
                || draft.record.tumor.grade.is_some()
                || draft.record.tumor.size_mm.is_some();
            if bare && !says {
                let kind = match draft.of {
                    Of::Document(_) => "DocumentReference",
                    _ => "DiagnosticReport",
                };
                self.all.passed.add(kind, "nothing of breast cancer read");
            }
            !bare || says
        });
        self.drafts = drafts;
    }

    /// What observations say of the tumour goes to the record that is nearest in time.
    fn add_tumor(&mut self, course: &mut Course) {
        let mut found = Vec::new();
        for at in 0..self.all.observations.len() {
            let Use::Tumor(item) = self.uses[at] else {
                continue;
            };
            if self.superseded[at] {
                continue;
            }
            let held = &self.all.observations[at];
            let mut read = OfTumor::default();
            read.observe(item, &held.it, &held.path(), self.text);
            let when = self.day_of(at);
            if let Some(distant) = read.distant {
                let setting = if distant.value {
                    Setting::Metastatic
                } else {
                    Setting::Early
                };
                let fact = Fact {
                    when: when.map(|of| of.value),
                    ..distant.with(setting)
                };
                // Metastatic disease stays metastatic.
                let metastatic = course
                    .setting
                    .is_some_and(|held| held.value == Setting::Metastatic);
                if distant.value && !metastatic || course.setting.is_none() {
                    course.setting = Some(fact);
                }
            }
            found.push((when, read, held.path()));
        }
        for (when, read, path) in found {
            let place = match self.nearest(when.map(|of| of.value)) {
                Some(place) => place,
                None => {
                    let Some(draft) = self.draft(Of::Day(when.map(|of| of.value))) else {
                        continue;
                    };
                    draft.record.date = when;
                    if let Some(span) = when.and_then(|of| of.origin.as_span()) {
                        draft.record.paths.add(span, path);
                    }
                    self.drafts.len() - 1
                }
            };
            let record = &mut self.drafts[place].record;
            record.paths.join(&read.paths);
            record.problems.extend(read.problems);
            merge::tumor(&mut record.tumor, read.tumor);
        }
    }

    /// The record whose day is nearest to this one.
    fn nearest(&self, when: Option<Date>) -> Option<usize> {
        let Some(when) = when else {
            return (!self.drafts.is_empty()).then_some(0);
        };
        let far = |draft: &Draft| {
            let date = draft.record.date?;
            Some(course::days(when, date.value).unsigned_abs())
        };
        let dated = self
            .drafts
            .iter()
            .enumerate()
            .filter_map(|(at, draft)| Some((far(draft)?, at)));
        let nearest = dated.min();
        nearest
            .map(|(_, at)| at)
            .or((!self.drafts.is_empty()).then_some(0))
    }

    /// What diagnoses say of the status goes beside the results of the record nearest in time, as implied.
    fn add_stated(&mut self, diagnoses: &Diagnoses) {
        for stated in &diagnoses.stated {
            let place = match self.nearest(stated.when) {
                Some(place) => place,
                None => {
                    if self.draft(Of::Day(stated.when)).is_none() {
                        continue;
                    }
                    self.drafts.len() - 1
                }
            };
            let record = &mut self.drafts[place].record;
            record.paths.add(stated.span, stated.path.as_str());
            if record.specimens.is_empty() {
                record.specimens.push(Specimen::default());
            }
            let specimen = &mut record.specimens[0];
            let origin = Origin::span(stated.span);
            if let Some(word) = stated.status.her2 {
                let mut result = Her2Result::empty(Assay::Unspecified, origin);
                result.word = Some(Fact {
                    when: stated.when,
                    ..Fact::new(word, origin)
                });
                result.implied = true;
                merge::her2(&mut specimen.her2, result);
            }
            for (which, status) in [
                (Receptor::Er, stated.status.er),
                (Receptor::Pr, stated.status.pr),
            ] {
                let known = specimen
                    .receptors
                    .iter()
                    .any(|of| of.receptor == which && of.status != ReceptorStatus::NotReported);
                if let Some(status) = status.filter(|_| !known) {
                    specimen.receptors.push(ReceptorResult {
                        receptor: which,
                        status,
                        percent: None,
                        allred: None,
                        h_score: None,
                        context: Context::Current,
                        superseded: false,
                        origin,
                    });
                }
            }
        }
    }

    /// Specimens without a way of taking get that of the procedure on their day, and their point on the course where dates tell it.
    fn add_points(
        &mut self,
        given: &[Fact<her2_case::PriorTherapy>],
        surgeries: &[Surgery],
        course: &Course,
    ) {
        for draft in &mut self.drafts {
            let reported = draft.record.date.map(|of| of.value);
            for specimen in &mut draft.record.specimens {
                let Some(taken) = specimen.date.or(reported) else {
                    continue;
                };
                if specimen.procedure.is_none() {
                    // Of several on one day, the one that takes most tissue of the breast.
                    let on_day = surgeries.iter().filter(|of| of.date == taken);
                    let rank = |of: &&Surgery| match of.procedure {
                        her2_case::Procedure::Mastectomy => 3,
                        her2_case::Procedure::Excision => 2,
                        her2_case::Procedure::CoreBiopsy => 1,
                        _ => 0,
                    };
                    specimen.procedure = on_day.max_by_key(rank).map(|of| of.procedure);
                }
                if specimen.point.is_none() {
                    specimen.point =
                        course::point(taken, specimen.procedure, given, surgeries, course);
                }
            }
        }
    }

    /// Ejection fractions and menopausal state.
    fn course_observations(&mut self, course: &mut Course, frame: &mut Record) {
        for at in 0..self.all.observations.len() {
            if self.superseded[at] {
                continue;
            }
            let held = &self.all.observations[at];
            let path = held.path();
            let read = match self.uses[at] {
                Use::Lvef(item) => {
                    course::lvef(&held.it, item, &path, course, &mut frame.paths, self.text)
                }
                Use::Menopause => {
                    course::menopause(&held.it, &path, course, &mut frame.paths, self.text)
                }
                _ => continue,
            };
            if read.is_err() {
                frame.problems.push(Problem {
                    code: "value-not-understood",
                    severity: Severity::Note,
                    message: format!("{path}: the value is not understood, or has no day; nothing was read from it"),
                    origin: None,
                });
            }
        }
    }

    fn finish(
        self,
        mut course: Course,
        frame: Record,
        patient: Option<Key>,
        diagnoses: &Diagnoses,
    ) -> Made {
        let mut records: Vec<Record> = self.drafts.into_iter().map(|draft| draft.record).collect();
        for record in &mut records {
            if record.site.is_none() {
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
        if records.is_empty() {
            records.push(Record::empty(self.name, RecordKind::Fhir));
        }
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
}

/// The day an observation is about, or was made available.
fn day_of(of: &Observation<'_>, text: &str) -> Option<Fact<Date>> {
    let about = dated(of.effective_date_time.or(of.effective_instant), text);
    about
        .or(dated(of_period(of.effective_period.as_ref()), text))
        .or(dated(of.issued, text))
}

fn use_of(of: &Observation<'_>) -> Use {
    let main = of.code.as_ref().map_or(About::Nothing, about);
    let of_item = |item| match item {
        item if is_marker(item) => Use::Marker,
        item if is_of_tumor(item) => Use::Tumor(item),
        item if is_narrative(item) => Use::Words,
        Item::Lvef | Item::LvefEcho | Item::LvefMuga | Item::LvefMri => Use::Lvef(item),
        Item::MenopausalStatus => Use::Menopause,
        _ => Use::Nothing,
    };
    match main {
        // What contradicts itself is told where results are told.
        About::Disagree => Use::Marker,
        About::Item(item) if of_item(item) != Use::Nothing => of_item(item),
        _ => {
            let parts = of.component.iter().filter_map(|part| part.code.as_ref());
            let mut parts = parts.filter_map(|code| match about(code) {
                About::Item(item) => Some(of_item(item)),
                _ => None,
            });
            parts
                .find(|used| matches!(used, Use::Marker | Use::Tumor(_)))
                .unwrap_or(Use::Nothing)
        }
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
