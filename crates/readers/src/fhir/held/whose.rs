//! Whose a resource is.

use super::{Gathered, Key, Patients, Place};
use crate::fhir::shape::{Head, Identifier, Patient, Reference};
use crate::fhir::token::{Text, offset};
use serde_json::value::RawValue;

impl<'a> Patients<'a> {
    /// The patient that a resource is of. What names none is of the only one there is.
    pub(super) fn patient_of(
        &mut self,
        subject: Option<&Reference<'a>>,
        place: &Place<'a>,
    ) -> Option<usize> {
        if place.scope.is_some() {
            return place.patient;
        }
        let named = subject.and_then(|of| of.reference).and_then(Text::plain);
        let kind = subject.and_then(|of| of.r#type).and_then(Text::plain);
        if kind.is_some_and(may_stand_for_a_patient) {
            return None;
        }
        let Some(reference) = named else {
            let identifier = subject.and_then(|of| of.identifier.as_deref());
            if let Some(identifier) = identifier.filter(|of| of.value.is_some()) {
                return self.identified(identifier);
            }
            if self.patients.is_empty() {
                self.patients.push(Gathered::default());
            }
            return (self.patients.len() == 1).then_some(0);
        };
        let at = place.start;
        let key = Key::of(reference, at);
        let other = self.common.others.get(reference).copied();
        if may_stand_for_a_patient(other.unwrap_or(key.kind)) {
            return None;
        }
        if let Some(number) = self.by_key.get(&key) {
            return Some(*number);
        }
        // A bundle of one patient who is called differently in it is still of one patient, unless two differ.
        let number = match self.patients.len() {
            1 if !self.named && self.patients[0].patients.is_empty() => 0,
            length => {
                self.patients.push(Gathered::default());
                length
            }
        };
        self.named = true;
        self.by_key.insert(key, number);
        Some(number)
    }

    /// Takes in the patient that a resource contains, as what has no patient beside it is sent: the one there is, if an identifier says so.
    pub(super) fn inner_patient(
        &mut self,
        place: &Place<'a>,
        subject: Option<&Reference<'a>>,
        contained: &[&'a RawValue],
    ) {
        let named = subject.and_then(|of| of.reference).and_then(Text::plain);
        let Some(id) = named.and_then(|of| of.strip_prefix('#')) else {
            return;
        };
        for raw in contained {
            let inner = Place {
                kind: "Patient",
                start: offset(raw.get(), place.text),
                url: None,
                scope: Some(place.start),
                patient: None,
                ..*place
            };
            let Some(held) = inner.held(|it: &Patient<'a>| it.id) else {
                continue;
            };
            let is_patient = serde_json::from_str::<Head<'a>>(raw.get())
                .is_ok_and(|head| head.resource_type.and_then(Text::plain) == Some("Patient"));
            if !is_patient || held.id != Some(id) {
                continue;
            }
            let own: Vec<_> = held.it.identifier.iter().filter_map(plain).collect();
            let known = self.patients.iter().position(|patient| {
                let mut theirs = patient
                    .patients
                    .iter()
                    .flat_map(|of| of.it.identifier.iter());
                theirs.any(|of| plain(of).is_some_and(|of| own.contains(&of)))
            });
            let number = known.unwrap_or(self.patients.len());
            if known.is_none() {
                self.patients.push(Gathered::default());
            }
            self.patients[number].patients.push(held);
            self.named = true;
            self.by_key
                .insert(Key::of(named.unwrap_or_default(), place.start), number);
            return;
        }
    }

    /// The patient with an identifier. Without any such, what names it is of the only one there is who has none of that system.
    fn identified(&mut self, of: &Identifier<'a>) -> Option<usize> {
        let (system, value) = plain(of)?;
        let held = |patient: &Gathered<'a>| -> Vec<(&'a str, &'a str)> {
            let all = patient
                .patients
                .iter()
                .flat_map(|of| of.it.identifier.iter());
            all.filter_map(plain).collect()
        };
        let same = |patient: &Gathered<'a>| {
            let mut all = held(patient).into_iter();
            all.any(|(of, own)| {
                own == value && (of == system || of.is_empty() || system.is_empty())
            })
        };
        if let Some(number) = self.patients.iter().position(same) {
            return Some(number);
        }
        if self.patients.is_empty() {
            self.patients.push(Gathered::default());
        }
        let mut known = held(&self.patients[0]).into_iter();
        let another = known.any(|(of, _)| of == system);
        (self.patients.len() == 1 && !another).then_some(0)
    }
}

/// System and value of an identifier.
fn plain<'a>(of: &Identifier<'a>) -> Option<(&'a str, &'a str)> {
    let system = of.system.and_then(Text::plain).unwrap_or_default();
    Some((system, of.value.and_then(Text::plain)?))
}

/// Whether a type of resource may stand where a patient does, and is none.
pub(super) fn may_stand_for_a_patient(kind: &str) -> bool {
    matches!(
        kind,
        "RelatedPerson"
            | "Device"
            | "Group"
            | "Location"
            | "Substance"
            | "Practitioner"
            | "Organization"
    )
}
