//! Which sample gives the current result, of each tumour and of the patient.

use super::between::Context;
use super::same::WINDOW;
use super::state::{Group, Standing, is_spread};
use super::{Current, LineOf, Sample, Timeline, TumorLine};
use crate::testing::PatientRule;
use her2_case::{
    BetweenSamples, CoursePoint, CurrentRule, Origin, Question, SampleReports, SampleState,
};
use her2_knowledge::over_time;
use her2_pages::{Asked, Input};

/// Chooses for every tumour, then for the patient.
pub(super) fn choose(timeline: &mut Timeline, context: &Context<'_>) {
    let pool = pool(timeline);
    let in_pool = |at: &usize| pool.binary_search(at).is_ok();
    let lines: Vec<Option<Current>> = timeline
        .tumors
        .iter()
        .map(|line| {
            let members = line.samples.iter().copied().filter(in_pool);
            let (spread, primary): (Vec<_>, Vec<_>) =
                members.partition(|at| takes_over(line.of, &timeline.samples[*at]));
            by_page(timeline, context, (spread, primary), SampleReports::Several)
        })
        .collect();
    for (line, current) in timeline.tumors.iter_mut().zip(lines) {
        line.current = current;
    }
    timeline.current = of_patient(timeline, context, &pool);
}

/// Whether a sample's result stands before those of the tumour. A recurrence does that in its own tumour only, and which one that is can be unknown.
fn takes_over(line: LineOf, sample: &Sample) -> bool {
    match line {
        LineOf::Tumor | LineOf::Metastasis => is_spread(sample),
        LineOf::Unassigned => sample.point == Some(CoursePoint::Metastasis),
    }
}

/// The samples that count: none that was replaced, a quoted one only if it answers what is awaited or if there is nothing else.
fn pool(timeline: &Timeline) -> Vec<usize> {
    let all =
        || (0..timeline.samples.len()).filter(|at| timeline.samples[*at].superseded_by.is_none());
    let told_by = |at: usize, record: usize, finding: usize| {
        let sample = &timeline.samples[at];
        (sample.record, sample.finding) == (record, finding)
            || sample.also.contains(&(record, finding))
    };
    let answered = |at: usize| {
        let case = &timeline.records[timeline.samples[at].record];
        case.patient_rule == PatientRule::EarlierGeneTest
    };
    let answers = |at: usize| {
        let record = timeline.samples[at].record;
        let case = &timeline.records[record];
        answered(at)
            && case
                .patient
                .is_some_and(|finding| told_by(at, record, finding))
    };
    let counts = |at: &usize| {
        let quoted = timeline.samples[*at].quoted;
        let waits = answered(*at) && timeline.standing_of(*at) == Standing::Open;
        answers(*at) || !quoted && !waits
    };
    let own: Vec<usize> = all().filter(counts).collect();
    let usable = |at: &usize| timeline.standing_of(*at) != Standing::Unusable;
    if own.iter().any(usable) {
        return own;
    }
    all()
        .filter(|at| counts(at) || timeline.samples[*at].quoted)
        .collect()
}

fn of_patient(timeline: &Timeline, context: &Context<'_>, pool: &[usize]) -> Option<Current> {
    let first = timeline.samples.first()?.record;
    let one_report = timeline
        .samples
        .iter()
        .all(|sample| sample.record == first && sample.also.is_empty());
    let reports = if one_report {
        SampleReports::One
    } else {
        SampleReports::Several
    };
    let of_lines =
        |wanted: fn(LineOf) -> bool| timeline.tumors.iter().filter(move |line| wanted(line.of));
    let several = of_lines(|of| of != LineOf::Metastasis).count() > 1;
    let metastasis = |at: &usize| timeline.samples[*at].point == Some(CoursePoint::Metastasis);
    let spread_of = |at: &usize| match several {
        true => metastasis(at),
        false => is_spread(&timeline.samples[*at]),
    };
    let spread: Vec<usize> = pool.iter().copied().filter(spread_of).collect();
    let primary: Vec<usize> = if several && !one_report {
        // Of several tumours each is told by its own current result, and samples of which the tumour is not known each by its own.
        let in_pool = |at: &usize| pool.binary_search(at).is_ok();
        let tells = |line: &TumorLine| -> Vec<usize> {
            match line.of {
                LineOf::Unassigned => line.samples.iter().copied().filter(in_pool).collect(),
                _ => line.current.iter().map(|current| current.sample).collect(),
            }
        };
        let lines = of_lines(|of| of != LineOf::Metastasis);
        lines
            .flat_map(tells)
            .filter(|at| !spread.contains(at))
            .collect()
    } else {
        pool.iter().copied().filter(|at| !spread_of(at)).collect()
    };
    by_page(timeline, context, (spread, primary), reports)
}

/// The current result of some samples by the page.
fn by_page(
    timeline: &Timeline,
    context: &Context<'_>,
    (spread, primary): (Vec<usize>, Vec<usize>),
    reports: SampleReports,
) -> Option<Current> {
    let spread = Group::of(timeline, spread);
    let primary = Group::of(timeline, primary);
    let by_spread = !matches!(spread.state, SampleState::None | SampleState::Unusable);
    let deciding = if by_spread { &spread } else { &primary };
    let between = between(timeline, context, deciding);
    let origins = origins(timeline, deciding);
    let rule = over_time().current.decide(&[
        Asked::term(reports, None),
        Asked::new(Question::SpreadSamples, Input::term(spread.state), None).through(&origins),
        Asked::new(Question::PrimarySamples, Input::term(primary.state), None).through(&origins),
        Asked::term(between, None),
    ]);
    let all = || spread.all.iter().chain(&primary.all).copied();
    let sample = match rule.one()? {
        CurrentRule::Nothing => return None,
        CurrentRule::OfTheReport => {
            let record = timeline.samples[all().next()?].record;
            let finding = timeline.records[record].patient?;
            all()
                .find(|at| timeline.samples[*at].finding == finding)
                .or_else(|| all().next())
        }
        CurrentRule::LatestFinal => timeline.latest(&primary.settled),
        CurrentRule::LatestPositive => timeline.latest(&timeline.positive(&primary.settled)),
        CurrentRule::LatestOpen => timeline.latest(&primary.open),
        CurrentRule::SpreadFinal => timeline.latest(&spread.settled),
        CurrentRule::SpreadPositive => timeline.latest(&timeline.positive(&spread.settled)),
        CurrentRule::SpreadOpen => timeline.latest(&spread.open),
        CurrentRule::LatestUnusable => timeline.latest(if spread.all.is_empty() {
            &primary.all
        } else {
            &spread.all
        }),
    }?;
    let settled = || -> Vec<usize> {
        spread
            .settled
            .iter()
            .chain(&primary.settled)
            .copied()
            .collect()
    };
    let open = timeline.standing_of(sample) == Standing::Open;
    Some(Current {
        sample,
        rule,
        awaited: if open {
            Some(sample)
        } else {
            timeline.latest(&deciding.open)
        },
        last_settled: if open {
            timeline.latest(&settled())
        } else {
            None
        },
    })
}

/// What lies between the latest positive sample of a group and the latest other one.
fn between(timeline: &Timeline, context: &Context<'_>, group: &Group) -> BetweenSamples {
    let of = |wanted: Standing| -> Vec<usize> {
        let settled = group.settled.iter().copied();
        settled
            .filter(|at| timeline.standing_of(*at) == wanted)
            .collect()
    };
    let (positive, negative) = (of(Standing::Positive), of(Standing::Negative));
    let others: Vec<usize> = negative.iter().chain(&group.open).copied().collect();
    let latest = timeline.latest(&positive).zip(timeline.latest(&others));
    let Some((one, other)) = latest else {
        return BetweenSamples::NotKnown;
    };
    let day = |at: usize| timeline.samples[at].date;
    // An undated sample among those that differ leaves the order open.
    let some_undated = positive.iter().chain(&others).any(|at| day(*at).is_none());
    // Of two metastases of one day neither is the latest.
    let spread_of_one_day = day(one) == day(other) && is_spread(&timeline.samples[one]);
    let found = match context.between(timeline, one, other) {
        _ if spread_of_one_day => BetweenSamples::OrderNotKnown,
        BetweenSamples::Treatment | BetweenSamples::NotKnown if some_undated => {
            BetweenSamples::OrderNotKnown
        }
        found => found,
    };
    if found != BetweenSamples::Treatment {
        return found;
    }
    // A positive result is given up only if nothing else speaks for it: neither another sample of these days nor another tumour.
    let of_day = |all: &[usize], at: usize| -> Vec<usize> {
        let all = all.iter().copied();
        all.filter(|one| day(*one) == day(at))
            .take(WINDOW)
            .collect()
    };
    let days = (of_day(&positive, one), of_day(&others, other));
    let pairs = days
        .0
        .iter()
        .flat_map(|one| days.1.iter().map(move |other| (*one, *other)));
    let elsewhere = positive
        .iter()
        .map(|one| (*one, other))
        .filter(|pair| context.between(timeline, pair.0, pair.1) == BetweenSamples::OtherTumour);
    let mut all = pairs.chain(elsewhere);
    let stands = all.find_map(|(one, other)| {
        let found = context.between(timeline, one, other);
        (found != BetweenSamples::Treatment).then_some(found)
    });
    stands.unwrap_or(found)
}

/// Where the results of the samples were read, a few of each.
fn origins(timeline: &Timeline, group: &Group) -> Vec<Origin> {
    let samples = group.settled.iter().chain(&group.open);
    let found = samples.map(|at| timeline.found(&timeline.samples[*at]));
    found
        .filter_map(|found| found.decision.status().because().first().copied())
        .take(4)
        .collect()
}

impl Timeline {
    fn positive(&self, of: &[usize]) -> Vec<usize> {
        let all = of.iter().copied();
        all.filter(|at| self.standing_of(*at) == Standing::Positive)
            .collect()
    }

    /// The latest of some samples; of one day the one that its record takes for the patient's, else the first. An undated one only if all are.
    fn latest(&self, of: &[usize]) -> Option<usize> {
        let own = |at: usize| {
            let sample = &self.samples[at];
            self.records[sample.record].patient == Some(sample.finding)
        };
        let key = |at: &usize| (self.samples[*at].date, own(*at), std::cmp::Reverse(*at));
        of.iter().copied().max_by_key(key)
    }
}
