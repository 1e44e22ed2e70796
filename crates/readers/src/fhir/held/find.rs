//! What references point at.

use super::{Common, Gathered, Held, Key, keys};
use crate::fhir::shape::{Binary, Reference, Substance};
use crate::fhir::sieve::Kind;
use crate::fhir::token::Text;

impl<'a> Gathered<'a> {
    /// Whether a reference points at the patient whose all this is.
    pub(in crate::fhir) fn is_own_patient<T>(
        &self,
        from: &Held<'a, T>,
        to: &Reference<'a>,
    ) -> bool {
        let Some(reference) = to.reference.and_then(Text::plain) else {
            return false;
        };
        let key = Key::of(reference, from.scope.unwrap_or(from.at.start));
        self.patients
            .iter()
            .any(|held| keys(held).any(|of| of == key))
    }

    /// The type of what a reference points at, where that stands in the text.
    pub(in crate::fhir) fn kind_at<T>(
        &self,
        from: &Held<'a, T>,
        to: &Reference<'a>,
    ) -> Option<&'a str> {
        if self.is_own_patient(from, to) {
            return Some("Patient");
        }
        let (kind, at) = self.target(from, to)?;
        Some(match kind {
            Kind::Observation => self.observations[at].kind,
            Kind::Report => self.reports[at].kind,
            Kind::Specimen => self.specimens[at].kind,
            Kind::Body => self.bodies[at].kind,
            Kind::Condition => self.conditions[at].kind,
            Kind::Procedure => self.procedures[at].kind,
            _ => return None,
        })
    }

    /// What a reference in a resource points at.
    pub(in crate::fhir) fn target<T>(
        &self,
        from: &Held<'a, T>,
        to: &Reference<'a>,
    ) -> Option<(Kind, usize)> {
        let reference = to.reference.and_then(Text::plain)?;
        let scope = from.scope.unwrap_or(from.at.start);
        self.index.get(&Key::of(reference, scope)).copied()
    }

    /// The position of what a reference points at, if it is of that type.
    pub(in crate::fhir) fn target_of<T>(
        &self,
        from: &Held<'a, T>,
        to: &Reference<'a>,
        kind: Kind,
    ) -> Option<usize> {
        let target = self.target(from, to);
        target.filter(|(of, _)| *of == kind).map(|(_, at)| at)
    }
}

impl<'a> Common<'a> {
    /// What a reference to a medicine points at.
    pub(in crate::fhir) fn substance<T>(
        &self,
        from: &Held<'a, T>,
        to: &Reference<'a>,
    ) -> Option<&Held<'a, Substance<'a>>> {
        let at = self.target(from, to.reference.and_then(Text::plain)?, Kind::Substance)?;
        self.substances.get(at)
    }

    /// The type of a resource at an address that is not read.
    pub(in crate::fhir) fn other_kind(&self, url: &str) -> Option<&'a str> {
        self.others.get(url).copied()
    }

    /// The file at an address.
    pub(in crate::fhir) fn binary<T>(
        &self,
        from: &Held<'a, T>,
        url: Text<'a>,
    ) -> Option<&Held<'a, Binary<'a>>> {
        let at = self.target(from, url.plain()?, Kind::Binary)?;
        self.binaries.get(at)
    }

    fn target<T>(&self, from: &Held<'a, T>, reference: &'a str, kind: Kind) -> Option<usize> {
        let scope = from.scope.unwrap_or(from.at.start);
        let found = self.index.get(&Key::of(reference, scope)).copied();
        found.filter(|(of, _)| *of == kind).map(|(_, at)| at)
    }
}
