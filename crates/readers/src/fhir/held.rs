//! The resources that matter, parsed, patient by patient.

mod find;
mod passed;
mod version;
mod whose;

use super::cut::Found;
use super::shape::{
    Binary, Body, Condition, Document, Head, Identifier, Medication, Observation, Patient,
    Procedure, Report, Specimen, Substance,
};
use super::sieve::{Kind, Sieve, kind};
use super::token::{Text, offset};
use her2_case::{Problem, Severity};
pub(super) use passed::Passed;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::ops::Range;
use version::{drop_conclusions, keep_newest};
use whose::may_stand_for_a_patient;

/// The most resources that are read of one text.
const MOST: usize = 200_000;

/// A resource with its place.
pub(super) struct Held<'a, T> {
    /// The resource.
    pub(super) it: T,
    /// The name of its type.
    pub(super) kind: &'a str,
    /// Where it stands.
    pub(super) at: Range<usize>,
    /// Its id, if it can be shown.
    pub(super) id: Option<&'a str>,
    /// How it is called by its `fullUrl`.
    url: Option<&'a str>,
    /// The resource it is contained in, by its place.
    scope: Option<usize>,
    /// Its number among all that are held.
    number: usize,
}

impl<T> Held<'_, T> {
    /// How it is called in a path: `Observation/a`.
    pub(super) fn path(&self) -> String {
        let fits = |id: &&str| {
            let byte =
                |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
            id.len() <= 64 && id.bytes().all(byte)
        };
        match self.id.filter(fits) {
            Some(id) => format!("{}/{id}", self.kind),
            None => format!("{} {}", self.kind, self.number),
        }
    }
}

/// What a reference points at.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key<'a> {
    scope: Option<usize>,
    kind: &'a str,
    id: &'a str,
}

impl<'a> Key<'a> {
    /// The target of a reference that stands in the resource at this place.
    fn of(reference: &'a str, scope: usize) -> Self {
        let here = |kind, id| Self {
            scope: None,
            kind,
            id,
        };
        if let Some(id) = reference.strip_prefix('#') {
            return Self {
                scope: Some(scope),
                kind: "",
                id,
            };
        }
        if reference.starts_with("urn:") {
            return here("", reference);
        }
        let plain = reference.split("/_history/").next().unwrap_or(reference);
        let mut parts = plain.rsplitn(3, '/');
        let (id, kind) = (parts.next(), parts.next());
        here(kind.unwrap_or_default(), id.unwrap_or_default())
    }
}

/// Resources that belong to no patient and are read where another points at them.
#[derive(Default)]
pub(super) struct Common<'a> {
    pub(super) substances: Vec<Held<'a, Substance<'a>>>,
    pub(super) binaries: Vec<Held<'a, Binary<'a>>>,
    index: FxHashMap<Key<'a>, (Kind, usize)>,
    /// Resources that are not read and may stand where a patient or a tumour is expected, by their addresses.
    others: FxHashMap<&'a str, &'a str>,
}

/// Everything of one patient.
#[derive(Default)]
pub(super) struct Gathered<'a> {
    pub(super) patients: Vec<Held<'a, Patient<'a>>>,
    pub(super) observations: Vec<Held<'a, Observation<'a>>>,
    pub(super) reports: Vec<Held<'a, Report<'a>>>,
    pub(super) specimens: Vec<Held<'a, Specimen<'a>>>,
    pub(super) bodies: Vec<Held<'a, Body<'a>>>,
    pub(super) conditions: Vec<Held<'a, Condition<'a>>>,
    pub(super) procedures: Vec<Held<'a, Procedure<'a>>>,
    pub(super) requests: Vec<Held<'a, Medication<'a>>>,
    pub(super) given: Vec<Held<'a, Medication<'a>>>,
    pub(super) documents: Vec<Held<'a, Document<'a>>>,
    index: FxHashMap<Key<'a>, (Kind, usize)>,
    pub(super) passed: Passed,
    pub(super) problems: Vec<Problem>,
}

/// Parses a resource of a type that belongs to a patient, and gives it to them.
macro_rules! to_patient {
    ($self:ident, $place:ident, $field:ident, $of:ident, $subject:ident $(, $contained:ident)?) => {{
        let held = $place.held(|it: &$of<'a>| it.id)?;
        $($self.inner_patient(&$place, held.it.$subject.as_ref(), &held.it.$contained);)?
        let patient = $self.patient_of(held.it.$subject.as_ref(), &$place);
        $($self.$contained(&$place, patient, &held.it.$contained);)?
        match patient {
            Some(patient) => $self.patients[patient].$field.push(held),
            None => $self.passed.add(held.kind, "of no patient"),
        }
    }};
}

/// The patients of a text.
#[derive(Default)]
pub(super) struct Patients<'a> {
    patients: Vec<Gathered<'a>>,
    by_key: FxHashMap<Key<'a>, usize>,
    common: Common<'a>,
    passed: Passed,
    problems: Vec<Problem>,
    number: usize,
    /// Whether some resource names its patient.
    named: bool,
}

/// Parses what matters of these resources.
pub(super) fn gather<'a>(text: &'a str, found: &[Found<'a>]) -> (Vec<Gathered<'a>>, Common<'a>) {
    let mut all = Patients::default();
    let mut sieve = Sieve::default();
    let mut reports = Vec::new();
    // Patients come first, so that everything else finds them.
    let is_patient = |of: &&Found<'_>| of.kind == "Patient";
    let patients = found.iter().filter(is_patient);
    let others = found.iter().filter(|of| !is_patient(of));
    for of in patients.chain(others) {
        match kind(of.kind) {
            Some(kind) if sieve.matters(kind, of, text) => all.add(text, of, kind),
            Some(Kind::Report) => reports.push(of),
            Some(_) => all.passed.add(of.kind, "not about breast cancer"),
            None => {
                if let Some(url) = of.url.filter(|_| may_stand_for_a_patient(of.kind)) {
                    all.common.others.insert(url, of.kind);
                }
                all.passed.add(of.kind, "");
            }
        }
    }
    all.reports_of_kept(text, &reports);
    all.finish()
}

impl<'a> Patients<'a> {
    fn add(&mut self, text: &'a str, of: &Found<'a>, kind: Kind) {
        self.number += 1;
        if self.number > MOST {
            if self.number == MOST + 1 {
                self.problems.push(Problem {
                    code: "too-many-resources",
                    severity: Severity::Error,
                    message: format!(
                        "more than {MOST} resources that may matter: the rest is not read"
                    ),
                    origin: None,
                });
            }
            self.passed.add(of.kind, "beyond the limit");
            return;
        }
        let place = Place {
            text,
            kind: of.kind,
            start: of.start,
            url: of.url,
            scope: None,
            patient: None,
            number: self.number,
        };
        if self.parse(place, kind).is_none() {
            self.passed.add(of.kind, "not understood");
            self.problems.push(Problem {
                code: "resource-not-understood",
                severity: Severity::Warning,
                message: format!(
                    "{} {}: it is no JSON of the shape this type has; nothing was read from it",
                    if super::sieve::kind(of.kind).is_some() {
                        of.kind
                    } else {
                        "resource"
                    },
                    self.number
                ),
                origin: None,
            });
        }
    }

    /// A report that says nothing by its name is read where it names a result that is.
    fn reports_of_kept(&mut self, text: &'a str, reports: &[&Found<'a>]) {
        let patients = self.patients.iter();
        let observations = patients.flat_map(|patient| &patient.observations);
        let names = observations.flat_map(|held| held.id.into_iter().chain(held.url));
        let names: FxHashSet<&'a str> = names.map(last).collect();
        for of in reports {
            if names_one(&text.as_bytes()[of.start..of.before], &names) {
                self.add(text, of, Kind::Report);
            } else {
                self.passed.add(of.kind, "not about breast cancer");
            }
        }
    }

    fn parse(&mut self, place: Place<'a>, kind: Kind) -> Option<()> {
        match kind {
            Kind::Patient => {
                let held = place.held(|it: &Patient<'a>| it.id)?;
                // Searches may bring the same patient along more than once.
                let known = keys(&held).find_map(|key| self.by_key.get(&key).copied());
                let number = known.unwrap_or(self.patients.len());
                keys(&held).for_each(|key| {
                    self.by_key.entry(key).or_insert(number);
                });
                if known.is_none() {
                    self.patients.push(Gathered::default());
                }
                self.patients[number].patients.push(held);
            }
            Kind::Observation => {
                to_patient!(self, place, observations, Observation, subject, contained)
            }
            Kind::Report => to_patient!(self, place, reports, Report, subject, contained),
            Kind::Specimen => to_patient!(self, place, specimens, Specimen, subject),
            Kind::Body => to_patient!(self, place, bodies, Body, patient),
            Kind::Condition => to_patient!(self, place, conditions, Condition, subject),
            Kind::Procedure => to_patient!(self, place, procedures, Procedure, subject),
            Kind::Request => to_patient!(self, place, requests, Medication, subject, contained),
            Kind::Given => to_patient!(self, place, given, Medication, subject, contained),
            Kind::Document => to_patient!(self, place, documents, Document, subject, contained),
            Kind::Substance => {
                let held = place.held(|it: &Substance<'a>| it.id)?;
                let at = self.common.substances.len();
                let keys = keys(&held);
                self.common.index.extend(keys.map(|key| (key, (kind, at))));
                self.common.substances.push(held);
            }
            Kind::Binary => {
                let held = place.held(|it: &Binary<'a>| it.id)?;
                let at = self.common.binaries.len();
                let keys = keys(&held);
                self.common.index.extend(keys.map(|key| (key, (kind, at))));
                self.common.binaries.push(held);
            }
        }
        Some(())
    }

    /// What is contained in a resource, read as if it stood beside it.
    fn contained(&mut self, place: &Place<'a>, patient: Option<usize>, all: &[&'a RawValue]) {
        if place.scope.is_some() {
            return;
        }
        for raw in all {
            let Ok(head) = serde_json::from_str::<Head<'a>>(raw.get()) else {
                continue;
            };
            let Some(name) = head.resource_type.and_then(Text::plain) else {
                continue;
            };
            let Some(kind) = kind(name).filter(|kind| *kind != Kind::Patient) else {
                continue;
            };
            self.number += 1;
            let inner = Place {
                text: place.text,
                kind: name,
                start: offset(raw.get(), place.text),
                url: None,
                scope: Some(place.start),
                patient,
                number: self.number,
            };
            let _ = self.parse(inner, kind);
        }
    }

    fn finish(self) -> (Vec<Gathered<'a>>, Common<'a>) {
        let mut patients = self.patients;
        if patients.is_empty() {
            patients.push(Gathered::default());
        }
        patients[0].passed = self.passed;
        patients[0].problems = self.problems;
        for patient in &mut patients {
            patient.newest_versions();
            patient.make_index();
        }
        (patients, self.common)
    }
}

fn keys<'a, T>(held: &Held<'a, T>) -> impl Iterator<Item = Key<'a>> + use<'a, T> {
    let (scope, kind) = (held.scope, held.kind);
    let by_id = held.id.map(|id| match scope {
        Some(_) => Key {
            scope,
            kind: "",
            id: id.trim_start_matches('#'),
        },
        None => Key { scope, kind, id },
    });
    let by_url = held.url.map(|url| Key::of(url, 0));
    by_id.into_iter().chain(by_url)
}

/// The last part of a reference or an address.
fn last(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}

/// Whether a resource refers to one of these.
fn names_one(region: &[u8], names: &FxHashSet<&str>) -> bool {
    if names.is_empty() {
        return false;
    }
    let mut references = super::sieve::references(region);
    references.any(|reference| {
        std::str::from_utf8(reference).is_ok_and(|reference| names.contains(last(reference)))
    })
}

/// Where a resource stands that is being parsed.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    kind: &'a str,
    start: usize,
    url: Option<&'a str>,
    scope: Option<usize>,
    /// Whose the resource is that contains it.
    patient: Option<usize>,
    number: usize,
}

impl<'a> Place<'a> {
    fn held<T: Deserialize<'a>>(&self, id: impl Fn(&T) -> Option<Text<'a>>) -> Option<Held<'a, T>> {
        let rest = &self.text[self.start..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
        let it = values.next()?.ok()?;
        let end = self.start + values.byte_offset();
        Some(Held {
            id: id(&it).and_then(Text::plain),
            it,
            kind: self.kind,
            at: self.start..end,
            url: self.url,
            scope: self.scope,
            number: self.number,
        })
    }
}

impl<'a> Gathered<'a> {
    /// Of several versions of one observation or report the newest counts.
    fn newest_versions(&mut self) {
        let passed = &mut self.passed;
        drop_conclusions(&mut self.observations, passed, |it| it.meta.as_ref());
        drop_conclusions(&mut self.reports, passed, |it| it.meta.as_ref());
        keep_newest(&mut self.observations, passed, |it| it.meta.as_ref());
        keep_newest(&mut self.reports, passed, |it| it.meta.as_ref());
    }

    fn make_index(&mut self) {
        fn add<'a, T>(
            index: &mut FxHashMap<Key<'a>, (Kind, usize)>,
            kind: Kind,
            all: &[Held<'a, T>],
        ) {
            for (at, held) in all.iter().enumerate() {
                index.extend(keys(held).map(|key| (key, (kind, at))));
            }
        }
        let index = &mut self.index;
        add(index, Kind::Observation, &self.observations);
        add(index, Kind::Report, &self.reports);
        add(index, Kind::Specimen, &self.specimens);
        add(index, Kind::Body, &self.bodies);
        add(index, Kind::Condition, &self.conditions);
        add(index, Kind::Procedure, &self.procedures);
        add(index, Kind::Document, &self.documents);
    }
}

/// The value of the first identifier, where it is not one of the given.
pub(super) fn identifier<'a>(all: &[Identifier<'a>]) -> Option<&'a str> {
    all.iter().find_map(|of| of.value.and_then(Text::plain))
}
