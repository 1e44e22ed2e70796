//! Properties of a patient's samples over time, and the rule of the current result written a second time.

#[path = "given/record.rs"]
mod given;

use given::{ihc, record, said, specimen, word};
use her2_case::{
    Assay, Course, CoursePoint, Her2Status, Her2Word, Laterality, MedicineClass, PriorOutcome,
    PriorTherapy, Procedure, Record, Term,
};
use her2_pathway::timeline::{Timeline, of_history};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::time::Instant;

const TODAY: Date = date(2026, 11, 22);

/// A sample as it is generated.
#[derive(Clone, Debug)]
struct Made {
    day: Option<i8>,
    result: usize,
    point: Option<CoursePoint>,
    side: Option<Laterality>,
    procedure: Option<Procedure>,
}

/// Positive, low, null, open, unusable.
const RESULTS: usize = 5;

fn made_on(day: i8) -> Date {
    date(2024, day, 15)
}

fn of(made: &Made, at: usize) -> Record {
    let result = match made.result {
        0 => ihc("3+", 1),
        1 => ihc("1+", 1),
        2 => ihc("0", 1),
        3 => ihc("2+", 1),
        _ => word(Assay::Ihc, Her2Word::Indeterminate, 1),
    };
    let mut one = specimen(vec![result]);
    (one.point, one.side, one.procedure) = (made.point, made.side, made.procedure);
    let mut record = record(vec![one]);
    record.name = format!("record {at}");
    record.date = made.day.map(|day| said(made_on(day), 9));
    record
}

fn course(starts: &[i8]) -> Course {
    let therapies = starts.iter().map(|day| {
        let therapy = PriorTherapy {
            medicines: vec![("a taxane".to_owned(), MedicineClass::ALL[0])],
            setting: None,
            timing: None,
            started: Some(date(2024, *day, 1)),
            ended: None,
            outcome: PriorOutcome::Completed,
        };
        said(therapy, 11)
    });
    Course {
        therapies: therapies.collect(),
        ..Course::default()
    }
}

fn timeline(records: &[Record], course: &Course) -> Timeline {
    of_history(records, &[course], TODAY, None)
}

fn records(made: &[Made]) -> Vec<Record> {
    made.iter()
        .enumerate()
        .map(|(at, made)| of(made, at))
        .collect()
}

fn points() -> impl Strategy<Value = Option<CoursePoint>> {
    prop_oneof![
        4 => Just(None),
        1 => Just(Some(CoursePoint::Primary)),
        1 => Just(Some(CoursePoint::AfterNeoadjuvant)),
        1 => Just(Some(CoursePoint::Recurrence)),
        1 => Just(Some(CoursePoint::Metastasis)),
    ]
}

fn days() -> impl Strategy<Value = Option<i8>> {
    prop_oneof![1 => Just(None), 5 => (1..=8_i8).prop_map(Some)]
}

fn any_sample() -> impl Strategy<Value = Made> {
    let sides = prop_oneof![
        Just(None),
        Just(Some(Laterality::Left)),
        Just(Some(Laterality::Right)),
        Just(Some(Laterality::Bilateral)),
    ];
    let procedures = prop_oneof![
        Just(None),
        Just(Some(Procedure::CoreBiopsy)),
        Just(Some(Procedure::Mastectomy)),
        Just(Some(Procedure::Metastasis)),
    ];
    (days(), 0..RESULTS, points(), sides, procedures).prop_map(
        |(day, result, point, side, procedure)| Made {
            day,
            result,
            point,
            side,
            procedure,
        },
    )
}

/// Everything that is told, without positions.
fn told(timeline: &Timeline, names: &[Record]) -> String {
    let sample = |at: usize| {
        let of = &timeline.samples[at];
        format!("{}#{}", names[of.record].name, of.finding)
    };
    let row = |current: &Option<her2_pathway::timeline::Current>| {
        current.map(|of| {
            let row = of.rule.row().map(her2_pages::Row::anchor);
            (
                sample(of.sample),
                row,
                of.awaited.map(sample),
                of.last_settled.map(sample),
            )
        })
    };
    let lines: Vec<_> = timeline
        .tumors
        .iter()
        .map(|line| {
            let samples: Vec<String> = line.samples.iter().map(|at| sample(*at)).collect();
            (line.of, line.side, samples, row(&line.current))
        })
        .collect();
    let conflicts: Vec<_> = timeline
        .conflicts
        .iter()
        .map(|of| (sample(of.earlier), sample(of.later), of.in_order, of.flag()))
        .collect();
    format!(
        "{lines:?}\n{:?}\n{conflicts:?}\n{:?}",
        row(&timeline.current),
        timeline.flags()
    )
}

fn is_positive(timeline: &Timeline) -> bool {
    timeline.status() == Some(Her2Status::Positive)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_order_of_the_records_changes_nothing(
        made in prop::collection::vec(any_sample(), 1..7),
        starts in prop::collection::vec(1..=8_i8, 0..3),
        turn in 0..7_usize,
        reversed: bool,
    ) {
        let (all, course) = (records(&made), course(&starts));
        let mut other = all.clone();
        other.rotate_left(turn % all.len());
        if reversed {
            other.reverse();
        }
        prop_assert_eq!(told(&timeline(&all, &course), &all), told(&timeline(&other, &course), &other));
    }

    #[test]
    fn a_positive_result_never_vanishes_without_a_contradiction_that_is_shown(
        made in prop::collection::vec(any_sample(), 1..6),
        starts in prop::collection::vec(1..=8_i8, 0..3),
        added in any_sample(),
    ) {
        let course = course(&starts);
        let before = timeline(&records(&made), &course);
        let mut more = made.clone();
        more.push(Made { day: None, result: 1, point: None, procedure: None, ..added });
        let after = timeline(&records(&more), &course);
        let negative = after.status() == Some(Her2Status::Negative);
        prop_assert!(!(is_positive(&before) && negative && after.conflicts.is_empty()));
        // An undated sample of the tumour itself cannot take the result away at all.
        if before.current.is_some_and(|of| before.samples[of.sample].point.is_none()) && made.len() > 1 {
            prop_assert!(!(is_positive(&before) && negative));
        }
    }

    #[test]
    fn no_positive_sample_is_passed_over_in_silence(
        made in prop::collection::vec(any_sample(), 1..7),
        starts in prop::collection::vec(1..=8_i8, 0..3),
    ) {
        let timeline = timeline(&records(&made), &course(&starts));
        if timeline.status() == Some(Her2Status::Negative) {
            for (at, sample) in timeline.samples.iter().enumerate() {
                let positive = timeline.found(sample).decision.her2_status() == Her2Status::Positive;
                let told = timeline.conflicts.iter().any(|of| of.earlier == at || of.later == at);
                prop_assert!(!positive || told);
            }
        }
    }

    #[test]
    fn making_a_day_known_loses_no_sample_and_changes_no_finding(
        made in prop::collection::vec(any_sample(), 1..6),
        starts in prop::collection::vec(1..=8_i8, 0..3),
        at in 0..6_usize,
    ) {
        let course = course(&starts);
        let (mut before, mut after) = (made.clone(), made);
        let at = at % before.len();
        // A day that no other sample has: else it could be the copy of one.
        (before[at].day, after[at].day) = (None, Some(12));
        let (before, after) = (timeline(&records(&before), &course), timeline(&records(&after), &course));
        let statuses = |timeline: &Timeline| {
            let mut all: Vec<_> = timeline
                .samples
                .iter()
                .map(|sample| (sample.record, timeline.found(sample).decision.her2_status().name()))
                .collect();
            all.sort_unstable();
            all
        };
        prop_assert_eq!(statuses(&before), statuses(&after));
        let negative = after.status() == Some(Her2Status::Negative);
        prop_assert!(!(is_positive(&before) && negative && after.conflicts.is_empty()));
    }

    #[test]
    fn one_tumour_is_told_as_a_second_implementation_tells_it(
        made in prop::collection::vec(
            (days(), 0..RESULTS, points()).prop_map(|(day, result, point)| Made {
                day, result, point, side: Some(Laterality::Left), procedure: None,
            }),
            2..6,
        ),
        starts in prop::collection::vec(1..=8_i8, 0..3),
    ) {
        let timeline = timeline(&records(&made), &course(&starts));
        prop_assume!(timeline.samples.len() > 1);
        let awaited = timeline.awaited().is_some();
        prop_assert_eq!((timeline.status(), awaited), second::current(&made, &starts));
    }
}

/// The rule of the current result, from the prose alone.
mod second {
    use super::{CoursePoint, Her2Status, Made};

    const POSITIVE: usize = 0;
    const OPEN: usize = 3;
    const UNUSABLE: usize = 4;

    fn later(point: Option<CoursePoint>) -> bool {
        point == Some(CoursePoint::Recurrence) || point == Some(CoursePoint::Metastasis)
    }

    /// The status, and whether a result is awaited.
    pub fn current(made: &[Made], starts: &[i8]) -> (Option<Her2Status>, bool) {
        let usable: Vec<&Made> = made.iter().filter(|made| made.result != UNUSABLE).collect();
        if usable.is_empty() {
            return (Some(Her2Status::Indeterminate), false);
        }
        let spread: Vec<&Made> = usable
            .iter()
            .copied()
            .filter(|made| later(made.point))
            .collect();
        let of_spread = !spread.is_empty();
        let group = if of_spread { spread } else { usable };
        let settled: Vec<&Made> = group
            .iter()
            .copied()
            .filter(|made| made.result != OPEN)
            .collect();
        let mut waiting: Vec<&Made> = group
            .iter()
            .copied()
            .filter(|made| made.result == OPEN)
            .collect();
        if !settled.is_empty() && settled.iter().all(|made| made.day.is_some()) {
            let last = settled.iter().map(|made| made.day).max().flatten();
            waiting.retain(|made| made.day.is_none() || made.day >= last);
        }
        let positive: Vec<&Made> = settled
            .iter()
            .copied()
            .filter(|made| made.result == POSITIVE)
            .collect();
        let negative: Vec<&Made> = settled
            .iter()
            .copied()
            .filter(|made| made.result != POSITIVE)
            .collect();
        let awaited = !waiting.is_empty();
        if awaited && (of_spread || positive.is_empty()) {
            return (Some(Her2Status::Equivocal), true);
        }
        if positive.is_empty() {
            return (Some(Her2Status::Negative), false);
        }
        let others: Vec<&Made> = negative.iter().chain(&waiting).copied().collect();
        if others.is_empty() {
            return (Some(Her2Status::Positive), false);
        }
        // Something else than positive stands beside it: it takes over only if it is known to be later, and in a tumour only after treatment.
        if positive
            .iter()
            .chain(&others)
            .any(|made| made.day.is_none())
        {
            return (Some(Her2Status::Positive), awaited);
        }
        let from = positive
            .iter()
            .filter_map(|made| made.day)
            .max()
            .unwrap_or(0);
        let to = others.iter().filter_map(|made| made.day).max().unwrap_or(0);
        if of_spread {
            let status = if to > from {
                Her2Status::Negative
            } else {
                Her2Status::Positive
            };
            return (Some(status), awaited);
        }
        let (first, last) = (from.min(to), from.max(to));
        let treated = starts.iter().any(|start| *start > first && *start <= last);
        // Of several samples of one day each counts: the positive result stands if one of them lets it.
        let points_at = |group: &[&Made], day: i8| -> Vec<Option<CoursePoint>> {
            let of_day = group.iter().filter(|made| made.day == Some(day));
            of_day.map(|made| made.point).collect()
        };
        let (ones, theirs) = (points_at(&positive, from), points_at(&others, to));
        let lets_it_stand = |one: Option<CoursePoint>, other: Option<CoursePoint>| {
            let residual = |point| point == Some(CoursePoint::AfterNeoadjuvant);
            let primary = |point| point == Some(CoursePoint::Primary);
            let residual_is_later = match (residual(one), residual(other)) {
                (true, false) => to <= from,
                (false, true) => from <= to,
                _ => false,
            };
            residual_is_later || primary(one) && primary(other)
        };
        let one_does = ones
            .iter()
            .any(|one| theirs.iter().any(|other| lets_it_stand(*one, *other)));
        let stands = !treated || one_does;
        if stands {
            return (Some(Her2Status::Positive), awaited);
        }
        if awaited {
            return (Some(Her2Status::Equivocal), true);
        }
        let status = if to > from {
            Her2Status::Negative
        } else {
            Her2Status::Positive
        };
        (Some(status), false)
    }
}

#[test]
fn of_two_metastases_of_one_day_the_positive_one_stands() {
    let of = |result: usize| Made {
        day: None,
        result,
        point: Some(CoursePoint::Metastasis),
        side: None,
        procedure: Some(Procedure::Metastasis),
    };
    for results in [[0, 1], [1, 0]] {
        let mut records = records(&results.map(of));
        for (record, name) in records.iter_mut().zip(["S1", "S2"]) {
            record.specimens[0].date = Some(made_on(3));
            record.specimens[0].identifier = her2_case::Key::new(name);
        }
        let timeline = timeline(&records, &Course::default());
        assert_eq!(timeline.samples.len(), 2);
        assert!(is_positive(&timeline), "{results:?}");
    }
}

#[test]
fn a_recurrence_of_unknown_side_leaves_a_positive_result_of_unknown_side_standing() {
    let of = |day, result, point, side| Made {
        day: Some(day),
        result,
        point,
        side,
        procedure: None,
    };
    // A cancer in each breast, a positive sample of unknown side, and a recurrence of which it is not told whose it is.
    let made = [
        of(1, 1, None, Some(Laterality::Left)),
        of(1, 1, None, Some(Laterality::Right)),
        of(2, 0, None, None),
        of(4, 1, Some(CoursePoint::Recurrence), None),
    ];
    let timeline = timeline(&records(&made), &Course::default());
    assert!(is_positive(&timeline));
    assert!(!timeline.conflicts.is_empty());
}

#[test]
fn what_is_awaited_of_one_tumour_is_not_answered_by_another_one() {
    let of = |day, result, side| Made {
        day: Some(day),
        result,
        point: None,
        side: Some(side),
        procedure: None,
    };
    let (left, right) = (Laterality::Left, Laterality::Right);
    let made = [of(1, 3, left), of(2, 1, right)];
    let two = timeline(&records(&made), &Course::default());
    assert_eq!(two.status(), Some(Her2Status::Equivocal));
    assert!(two.awaited().is_some());
    let made = [of(1, 3, left), of(2, 1, left)];
    let one = timeline(&records(&made), &Course::default());
    assert_eq!(one.status(), Some(Her2Status::Negative));
}

#[test]
fn thousands_of_samples_are_told_in_linear_time() {
    let made = |count: usize| -> Vec<Made> {
        let samples = (0..count).map(|at| Made {
            day: Some(1 + i8::try_from(at % 8).expect("small")),
            result: at % RESULTS,
            point: None,
            side: (at % 3 == 0).then_some(Laterality::Left),
            procedure: None,
        });
        samples.collect()
    };
    let time = |count: usize| {
        let records = records(&made(count));
        let started = Instant::now();
        let timeline = timeline(&records, &Course::default());
        assert!(timeline.conflicts.len() <= 64 * 64 + count);
        started.elapsed()
    };
    let (few, many) = (time(500), time(5_000));
    assert!(many < few * 40, "{few:?} for 500, {many:?} for 5000");
}
