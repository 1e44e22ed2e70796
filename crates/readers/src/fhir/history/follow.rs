//! The gene test that follows a protein test, where the data names no specimen for either.
//!
//! A laboratory signs the protein test first and the gene test days later. Data that names neither a specimen nor a report would make two
//! samples of them, each with half a result.

use super::{Reader, Use};
use crate::fhir::about::{About, about};
use her2_case::{Assay, Problem, Severity};
use her2_knowledge::codes::{Marker, course_days};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What the observations of one day test.
#[derive(Clone, Copy, Default)]
struct Tested {
    protein: bool,
    gene: bool,
    other: bool,
}

impl Reader<'_, '_> {
    /// For each day with a gene test alone the day of the protein test that it follows: the nearest before it that has none of its own.
    pub(super) fn follow_ups(&mut self, attached: &dyn Fn(usize) -> bool) -> BTreeMap<Date, Date> {
        let mut days: BTreeMap<Date, Tested> = BTreeMap::new();
        for (at, held) in self.all.observations.iter().enumerate() {
            let named = attached(at) || self.specimen_key(at).is_some();
            if self.uses[at] != Use::Marker || self.superseded[at] || named {
                continue;
            }
            let Some(day) = self.day_of(at) else { continue };
            let tested = days.entry(day.value).or_default();
            let marker = match held.it.code.as_ref().map(about) {
                Some(About::Item(item)) => item.marker(),
                _ => None,
            };
            match marker {
                Some(Marker::Her2(Assay::Ihc)) => tested.protein = true,
                Some(Marker::Her2(Assay::Ish)) => tested.gene = true,
                _ => tested.other = true,
            }
        }
        let mut follows = BTreeMap::new();
        let mut waiting: Option<Date> = None;
        for (day, tested) in &days {
            if tested.protein {
                waiting = (!tested.gene).then_some(*day);
            } else if let (true, false, Some(before)) = (tested.gene, tested.other, waiting) {
                let apart = crate::fhir::course::days(before, *day);
                if (0..=course_days().follow_up).contains(&apart) {
                    follows.insert(*day, before);
                }
                waiting = None;
            }
        }
        if !follows.is_empty() {
            self.problems.push(Problem {
                code: "gene-test-joined",
                severity: Severity::Note,
                message: "a gene test is read as the follow-up of the protein test some days before it: neither names a specimen. Look whether they are of the same tissue".to_owned(),
                origin: None,
            });
        }
        follows
    }
}
