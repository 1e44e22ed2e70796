//! What a reviewer of all records of a patient would underline in one that contradicts an earlier one.

use super::known::{Known, Subject};
use super::scope::Scope;
use super::{Fired, ask, report};
use crate::timeline::Timeline;
use her2_case::{Question, Record, Remark, Severity};
use her2_knowledge::{Diagnostic, diagnostics};

/// Every diagnostic that fires on two records that contradict each other, with the position of the later record, in which it points.
pub fn review_over_time(records: &[Record], timeline: &Timeline) -> Vec<(usize, Fired)> {
    let of_scope = |diagnostic: &&Diagnostic| Scope::of(diagnostic) == Scope::OverTime;
    let diagnostics: Vec<_> = diagnostics().iter().filter(of_scope).collect();
    let mut all: Vec<(usize, Fired)> = Vec::new();
    for conflict in &timeline.conflicts {
        let (earlier, later) = (
            &timeline.samples[conflict.earlier],
            &timeline.samples[conflict.later],
        );
        let record = &records[later.record];
        let unread = |record: &Record| {
            let mut problems = record.problems.iter();
            problems.any(|problem| problem.severity == Severity::Error)
        };
        if earlier.record == later.record || unread(record) {
            continue;
        }
        let mut known = Known::default();
        known.finding(&conflict.found);
        let explained = report::remark_of(record, Remark::Difference);
        known.yes_no(
            Question::DifferenceExplained,
            explained.is_some(),
            explained,
        );
        let specimen = timeline.records[later.record].specimens[later.finding].specimen;
        let results = record.specimens.get(specimen);
        let subject = Subject {
            results: results.into_iter().flat_map(|of| &of.her2).collect(),
            ..Subject::new(record, known)
        };
        for mut fired in ask(&diagnostics, &subject) {
            // The other record may be of another text, in which its places mean nothing here.
            fired.at.truncate(1);
            let twice = |(at, other): &(usize, Fired)| {
                *at == later.record && other.code() == fired.code() && other.at == fired.at
            };
            if !all.iter().any(twice) {
                all.push((later.record, fired));
            }
        }
    }
    all
}
