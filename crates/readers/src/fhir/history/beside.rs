//! What goes beside the results of the records: words, the tumour, stated statuses, and the course.

use super::{Draft, Of, Reader, Use, status};
use crate::fhir::course::{self, Diagnoses};
use crate::fhir::merge;
use crate::fhir::narrative::{Lost, Words, is_pathology};
use crate::fhir::sample::Surgery;
use crate::fhir::sieve::Kind;
use crate::fhir::tumor::OfTumor;
use her2_case::{
    Assay, Context, Course, Fact, Her2Result, Origin, Problem, Receptor, ReceptorResult,
    ReceptorStatus, Record, Setting, Severity, Specimen,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Reader<'_, '_> {
    /// Reads what reports and documents say in words.
    pub(super) fn add_words(&mut self) {
        let mut drafts = std::mem::take(&mut self.drafts);
        let mut seen = BTreeSet::new();
        for draft in &mut drafts {
            let mut words = Words::default();
            let results = !merge::is_bare(&draft.record);
            match draft.of {
                Of::Report(at) => {
                    let held = &self.all.reports[at];
                    words.report(held, results, self.common, &mut seen);
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
                self.all.passed.add("attachment", what);
            }
            let mut lost = std::mem::take(&mut words.lost);
            draft.record.problems.append(&mut words.problems);
            let told = words.read();
            let worded = told.is_some();
            if let Some(told) = told {
                let start = self.text.len() + 1 + self.words.len();
                self.words.push('\n');
                self.words.push_str(&told.words);
                told.join(&mut draft.record, start);
            }
            lost.retain(|of| !(of.picture && worded));
            self.add_lost(draft, lost);
        }
        let homes = self.homes();
        let of_tumor = |at: &usize| matches!(self.uses[*at], Use::Tumor(_) | Use::Own(_));
        let tumors: BTreeSet<usize> = homes
            .iter()
            .filter(|(at, _)| of_tumor(at))
            .map(|(_, report)| *report)
            .collect();
        drafts.retain_mut(|draft| {
            let bare = merge::is_bare(&draft.record) && draft.markers.is_empty();
            let tumor = &draft.record.tumor;
            let says = tumor.t.is_some()
                || tumor.grade.is_some()
                || tumor.size_mm.is_some()
                || matches!(draft.of, Of::Report(report) if tumors.contains(&report));
            if bare && !says {
                // What could not be read may have said it all the same.
                let unread = |problem: &Problem| {
                    matches!(
                        problem.code,
                        "attachment-not-read" | "attachment-not-understood" | "prose-not-read"
                    )
                };
                let problems = std::mem::take(&mut draft.record.problems);
                self.problems.extend(problems.into_iter().filter(unread));
                let kind = match draft.of {
                    Of::Document(_) => "DocumentReference",
                    _ => "DiagnosticReport",
                };
                self.all.passed.add(kind, "nothing of breast cancer read");
            }
            !bare || says
        });
        let kept = drafts.iter().enumerate();
        self.by_key = kept.map(|(at, draft)| (draft.of.clone(), at)).collect();
        self.drafts = drafts;
    }

    /// What of a report of pathology could not be read. It weighs more where nothing else of it tells of HER2.
    fn add_lost(&self, draft: &mut Draft, mut lost: Vec<Lost>) {
        let told = draft.record.specimens.iter().any(|of| !of.her2.is_empty());
        match draft.of {
            Of::Report(at) if !told => {
                let held = &self.all.reports[at];
                let mut named = held.it.result.iter().filter(|to| to.reference.is_some());
                let gone =
                    named.position(|to| self.all.target_of(held, to, Kind::Observation).is_none());
                lost.extend(gone.map(|at| Lost {
                    path: format!("{}.result[{at}]", held.path()),
                    why: "a result that was not sent",
                    picture: false,
                }));
            }
            Of::Document(at) => {
                let it = &self.all.documents[at].it;
                let concepts = it.category.iter().chain(it.r#type.as_ref());
                if is_pathology(concepts) != Some(true) {
                    return;
                }
            }
            _ => {}
        }
        let severity = match told {
            true => Severity::Note,
            false => Severity::Warning,
        };
        let problems = lost.into_iter().map(|Lost { path, why, .. }| Problem {
            code: "attachment-not-read",
            severity,
            message: format!("{path}: {why}; nothing was read from it"),
            origin: None,
        });
        draft.record.problems.extend(problems);
    }

    /// What observations say of the tumour goes to the record that is nearest in time.
    pub(super) fn add_tumor(&mut self, course: &mut Course) {
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
            found.push((at, when, read));
        }
        let homes = self.homes();
        for (at, when, read) in found {
            let Some(place) = self.place_of(at, when, &homes) else {
                continue;
            };
            let record = &mut self.drafts[place].record;
            record.paths.join(&read.paths);
            record.problems.extend(read.problems);
            merge::tumor(&mut record.tumor, read.tumor);
        }
    }

    /// The record whose day is nearest to this one.
    pub(super) fn nearest(&self, when: Option<Date>) -> Option<usize> {
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
    pub(super) fn add_stated(&mut self, diagnoses: &Diagnoses) {
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
    pub(super) fn add_points(
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
    pub(super) fn course_observations(&mut self, course: &mut Course, frame: &mut Record) {
        for at in 0..self.all.observations.len() {
            if self.superseded[at] {
                continue;
            }
            let held = &self.all.observations[at];
            let path = held.path();
            let state = status(held.it.status);
            let read = match self.uses[at] {
                Use::Lvef(_) if state == "registered" => continue,
                Use::Lvef(item) => {
                    course::lvef(&held.it, item, &path, course, &mut frame.paths, self.text)
                }
                Use::Menopause => {
                    course::menopause(&held.it, &path, course, &mut frame.paths, self.text)
                }
                _ => continue,
            };
            let is_lvef = matches!(self.uses[at], Use::Lvef(_));
            if read.is_ok() && is_lvef && matches!(state, "preliminary" | "unknown") {
                frame.problems.push(Problem {
                    code: "lvef-preliminary",
                    severity: Severity::Note,
                    message: format!("{path}: the ejection fraction is not final"),
                    origin: course.lvef.last().map(|of| of.origin),
                });
            }
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
}
