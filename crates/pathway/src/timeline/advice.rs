//! What to test, or to test again, in view of all samples; and how low expression behaved.

use super::point::is_surgery;
use super::state::Group;
use super::{Advice, Timeline};
use her2_case::{
    Course, CoursePoint, Her2Category, MetastaticSite, Origin, Procedure, Question, Record, Retest,
    SampleState, Setting,
};
use her2_knowledge::over_time;
use her2_pages::{Asked, Input};

/// Fills in the advice and the course of low expression.
pub(super) fn give(timeline: &mut Timeline, records: &[Record], courses: &[&Course]) {
    let mut advice: Vec<Advice> = metastasis(timeline, records, courses).into_iter().collect();
    advice.extend((0..timeline.samples.len()).filter_map(|at| again(timeline, at)));
    timeline.advice = advice;
    timeline.low = low(timeline);
}

/// Metastatic disease that was never tested.
fn metastasis(timeline: &Timeline, records: &[Record], courses: &[&Course]) -> Option<Advice> {
    let known = spread(records, courses)?;
    let samples = (0..timeline.samples.len()).filter(|at| {
        let sample = &timeline.samples[*at];
        sample.point == Some(CoursePoint::Metastasis) && sample.superseded_by.is_none()
    });
    let state: SampleState = Group::of(timeline, samples.collect()).state;
    let retest = over_time().metastasis_tested.decide(&[
        Asked::new(Question::SpreadKnown, true, Some(known)),
        Asked::new(Question::SpreadSamples, Input::term(state), None),
    ]);
    retest.is(Retest::Must).then_some(Advice {
        retest,
        sample: None,
        standing: None,
    })
}

/// Where metastatic disease is stated. Skin and chest wall may belong to the breast.
fn spread(records: &[Record], courses: &[&Course]) -> Option<Origin> {
    let stated = courses.iter().find_map(|course| {
        let setting = course
            .setting
            .filter(|of| of.value == Setting::Metastatic)?;
        Some(setting.origin)
    });
    stated.or_else(|| {
        records.iter().find_map(|record| {
            let tumor = &record.tumor;
            let m = tumor.m.as_ref().filter(|m| m.value.starts_with("M1"));
            let site = tumor
                .metastatic_site
                .filter(|site| site.value != MetastaticSite::Skin);
            m.map(|m| m.origin).or(site.map(|site| site.origin))
        })
    })
}

/// What the record of a sample advises about it, and whether that has been done.
fn again(timeline: &Timeline, at: usize) -> Option<Advice> {
    let sample = &timeline.samples[at];
    let case = &timeline.records[sample.record];
    if case.patient != Some(sample.finding) || sample.superseded_by.is_some() {
        return None;
    }
    let retest = *case.retest.first()?;
    let core = sample.procedure == Some(Procedure::CoreBiopsy);
    let line = &timeline.tumors[sample.tumor];
    let tested = line.samples.iter().any(|other| {
        let later = &timeline.samples[*other];
        let after = sample
            .date
            .zip(later.date)
            .is_none_or(|(one, other)| one <= other);
        *other != at
            && !later.quoted
            && later.superseded_by.is_none()
            && later.point != Some(CoursePoint::Metastasis)
            && (!core || is_surgery(later.procedure))
            && after
            && timeline.standing_of(*other).is_settled()
    });
    let standing = over_time().retest_standing.decide(&[
        Asked::finding(&retest),
        Asked::new(Question::ExcisionTested, tested, None),
    ]);
    Some(Advice {
        retest,
        sample: Some(at),
        standing: Some(standing),
    })
}

/// How low and ultralow expression behaved.
fn low(timeline: &Timeline) -> Option<her2_pages::Finding<her2_case::LowOverTime>> {
    let current = timeline.current?.sample;
    let category = *timeline
        .found(&timeline.samples[current])
        .decision
        .category();
    let others = || {
        let all = (0..timeline.samples.len()).filter(|at| *at != current);
        all.map(|at| &timeline.samples[at])
            .filter(|sample| sample.superseded_by.is_none())
    };
    let of = |wanted: [Her2Category; 2]| {
        others().any(|sample| wanted.contains(&timeline.found(sample).decision.her2_category()))
    };
    Some(over_time().low.decide(&[
        Asked::finding(&category),
        Asked::new(
            Question::OtherLow,
            of([Her2Category::Low, Her2Category::Ultralow]),
            None,
        ),
        Asked::new(
            Question::OtherNotLow,
            of([Her2Category::Positive, Her2Category::Null]),
            None,
        ),
    ]))
}
