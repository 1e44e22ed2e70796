//! Which observation is used for what, and to which report, specimen or day it belongs.

use super::evidence::Refusal;
use super::{Draft, MOST_RECORDS, Of, Reader, Use, day_of, status};
use crate::fhir::about::{About, about};
use crate::fhir::narrative::{is_narrative, is_pathology};
use crate::fhir::own;
use crate::fhir::shape::Observation;
use crate::fhir::sieve::Kind;
use crate::fhir::token::Text;
use crate::fhir::tumor::is_of_tumor;
use her2_case::{Fact, Problem, Record, RecordKind, Severity};
use her2_knowledge::codes::Item;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

impl<'a> Reader<'_, 'a> {
    /// What each observation is used for. Those that are no evidence are counted.
    pub(super) fn sort_observations(&mut self) {
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
            } else if let Some(refusal) = self.refusal(held, used) {
                self.problems.push(refusal.told(&held.path()));
                self.uses.push(Use::Nothing);
                continue;
            }
            self.uses.push(used);
        }
    }

    /// Corrected results replace those they are derived from, or that carry the same identifier.
    pub(super) fn find_superseded(&mut self) {
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
    pub(super) fn make_drafts(&mut self) {
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
        let mut withdrawn = vec![false; count];
        for (at, held) in self.all.reports.iter().enumerate() {
            let state = status(held.it.status);
            if matches!(state, "entered-in-error" | "cancelled") {
                self.all.passed.add(held.kind, state);
                for to in held
                    .it
                    .result
                    .iter()
                    .filter(|_| state == "entered-in-error")
                {
                    if let Some(target) = self.all.target_of(held, to, Kind::Observation) {
                        withdrawn[target] = true;
                    }
                }
                continue;
            }
            if !held.it.modifier_extension.is_empty() {
                self.problems.push(Refusal::Modified.told(&held.path()));
                for to in held.it.result.iter() {
                    if let Some(target) = self.all.target_of(held, to, Kind::Observation) {
                        withdrawn[target] = true;
                    }
                }
                continue;
            }
            readable.push(at);
            for to in held.it.result.iter() {
                if let Some(target) = self.all.target_of(held, to, Kind::Observation) {
                    report_of.entry(target).or_insert(at);
                }
            }
        }
        let attached = |at: usize| {
            report_of.contains_key(&at) || panel[at].is_some_and(|of| report_of.contains_key(&of))
        };
        let follows = self.follow_ups(&attached);
        for at in 0..count {
            if self.uses[at] != Use::Marker && self.uses[at] != Use::Words {
                continue;
            }
            let mut top = at;
            let mut report = report_of.get(&at).copied();
            let mut taken_back = withdrawn[at];
            for _ in 0..8 {
                let Some(next) = panel[top].filter(|next| *next != at) else {
                    break;
                };
                top = next;
                taken_back |= withdrawn[top];
                report = report.or_else(|| report_of.get(&top).copied());
            }
            self.panels[at] = top;
            // A result of a withdrawn report stands only where another report gives it too.
            if taken_back && report.is_none() {
                let told = Refusal::Withdrawn.told(&self.all.observations[at].path());
                self.problems.push(told);
                self.uses[at] = Use::Nothing;
                continue;
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
                (None, None) => {
                    let day = self.day_of(at).or_else(|| self.day_of(top));
                    let day = day.map(|of| of.value);
                    Of::Day(day.map(|day| follows.get(&day).copied().unwrap_or(day)))
                }
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

    pub(super) fn draft(&mut self, of: Of) -> Option<&mut Draft> {
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
    pub(super) fn specimen_key(&self, at: usize) -> Option<String> {
        let held = &self.all.observations[at];
        let to = held.it.specimen.as_ref()?;
        match self.all.target_of(held, to, Kind::Specimen) {
            Some(at) => Some(format!("{at}")),
            None => Some(format!("={}", to.reference?.plain()?)),
        }
    }

    pub(super) fn day_of(&self, at: usize) -> Option<Fact<Date>> {
        day_of(&self.all.observations[at].it, self.text)
    }
}

fn use_of(of: &Observation<'_>) -> Use {
    let main = of.code.as_ref().map_or(About::Nothing, about);
    let of_item = |item| match item {
        item if item.marker().is_some() => Use::Marker,
        item if is_of_tumor(item) => Use::Tumor(item),
        item if is_narrative(item) => Use::Words,
        Item::Lvef | Item::LvefEcho | Item::LvefMuga | Item::LvefMri => Use::Lvef(item),
        Item::MenopausalStatus => Use::Menopause,
        _ => Use::Nothing,
    };
    if let Some(named) = own::of_record(of) {
        return Use::Own(named);
    }
    let code = of.code.as_ref().and_then(own::code);
    if code.is_some_and(|(code, _)| code == own::SETTING) {
        return Use::Setting;
    }
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
