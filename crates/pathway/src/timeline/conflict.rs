//! What contradicts what.

use super::between::Context;
use super::same::{Twice, WINDOW};
use super::state::Standing;
use super::{Conflict, Timeline};
use her2_case::{BetweenSamples, Discordance, Origin, SampleRelation};
use her2_knowledge::over_time;
use her2_pages::Asked;
use std::collections::HashSet;

/// Every contradiction between samples, oldest first.
pub(super) fn find(
    timeline: &Timeline,
    context: &Context<'_>,
    told_twice: &[Twice],
) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut told: HashSet<(usize, usize)> = HashSet::new();
    for twice in told_twice {
        told.insert((twice.one.min(twice.other), twice.one.max(twice.other)));
        let in_order = match twice.relation {
            SampleRelation::Quote => true,
            _ => timeline.samples[twice.one].superseded_by == Some(twice.other),
        };
        let pair = (twice.one, twice.other);
        conflicts.extend(conflict(
            timeline,
            pair,
            twice.relation,
            BetweenSamples::NotKnown,
            in_order,
        ));
    }
    let standing: Vec<usize> = (0..timeline.samples.len())
        .filter(|at| timeline.samples[*at].superseded_by.is_none())
        .collect();
    // A patient has a few samples, and each is compared with every other one. Of thousands each is compared with the ones just before it.
    let window = (WINDOW * WINDOW / standing.len().max(1)).max(1);
    for (at, &later) in standing.iter().enumerate() {
        for &earlier in &standing[at.saturating_sub(window)..at] {
            let differ = matches!(
                (timeline.standing_of(earlier), timeline.standing_of(later)),
                (Standing::Positive, Standing::Negative) | (Standing::Negative, Standing::Positive)
            );
            if !differ || told.contains(&(earlier, later)) {
                continue;
            }
            let relation = context.relation(timeline, earlier, later);
            let between = context.between(timeline, earlier, later);
            let days = (timeline.samples[earlier].date).zip(timeline.samples[later].date);
            let in_order = days.is_some_and(|(one, other)| one < other);
            conflicts.extend(conflict(
                timeline,
                (earlier, later),
                relation,
                between,
                in_order,
            ));
        }
    }
    conflicts.sort_by_key(|conflict| (conflict.earlier, conflict.later));
    conflicts
}

fn conflict(
    timeline: &Timeline,
    (earlier, later): (usize, usize),
    relation: SampleRelation,
    between: BetweenSamples,
    in_order: bool,
) -> Option<Conflict> {
    let origins: Vec<Origin> = [earlier, later]
        .iter()
        .map(|at| timeline.found(&timeline.samples[*at]))
        .filter_map(|found| found.decision.status().because().first().copied())
        .collect();
    let found = over_time().discordance.decide(&[
        Asked::term(relation, None).through(&origins),
        Asked::term(between, None),
    ]);
    (!found.is(Discordance::Independent)).then_some(Conflict {
        found,
        earlier,
        later,
        in_order,
    })
}
