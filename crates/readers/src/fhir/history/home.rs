//! To which record an observation belongs that is of no marker: of the report that names it, of its specimen, or the nearest in time.

use super::{Of, Reader, Use};
use crate::fhir::own;
use crate::fhir::sieve::Kind;
use her2_case::{Course, Fact, Origin};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Observations with the reports that name them, by their numbers.
pub(super) type Homes = BTreeMap<usize, usize>;

impl Reader<'_, '_> {
    /// Which report names which observation.
    pub(super) fn homes(&self) -> Homes {
        let mut homes = Homes::new();
        for (at, held) in self.all.reports.iter().enumerate() {
            for to in held.it.result.iter() {
                if let Some(target) = self.all.target_of(held, to, Kind::Observation) {
                    homes.entry(target).or_insert(at);
                }
            }
        }
        homes
    }

    /// The record of an observation, made where there is none.
    pub(super) fn place_of(
        &mut self,
        at: usize,
        when: Option<Fact<Date>>,
        homes: &Homes,
    ) -> Option<usize> {
        let of_report = homes
            .get(&at)
            .and_then(|report| self.by_key.get(&Of::Report(*report)).copied());
        let of_specimen = || {
            let key = self.specimen_key(at);
            key.as_ref()?;
            self.drafts
                .iter()
                .position(|draft| draft.keys.contains(&key))
        };
        let known = of_report
            .or_else(of_specimen)
            .or_else(|| self.nearest(when.map(|of| of.value)));
        if known.is_some() {
            return known;
        }
        let path = self.all.observations[at].path();
        let draft = self.draft(Of::Day(when.map(|of| of.value)))?;
        draft.record.date = when;
        if let Some(span) = when.and_then(|of| of.origin.as_span()) {
            draft.record.paths.add(span, path);
        }
        Some(self.drafts.len() - 1)
    }

    /// What this project wrote of a record with codes of its own.
    pub(super) fn add_own(&mut self, course: &mut Course) {
        let homes = self.homes();
        for at in 0..self.all.observations.len() {
            let held = &self.all.observations[at];
            let read = match self.uses[at] {
                Use::Setting => {
                    let read = own::setting(&held.it, self.text);
                    read.map(|(setting, span)| {
                        let fact = Fact::new(setting, Origin::span(span));
                        course.setting.get_or_insert(fact);
                    })
                }
                Use::Own(named) => {
                    let when = self.day_of(at);
                    let Some(place) = self.place_of(at, when, &homes) else {
                        continue;
                    };
                    let held = &self.all.observations[at];
                    let record = &mut self.drafts[place].record;
                    own::read(named, &held.it, &held.path(), record, self.text)
                }
                _ => continue,
            };
            if read.is_none() {
                self.all.passed.add("Observation", "not read");
            }
        }
    }
}
