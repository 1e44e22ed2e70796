//! What can still come out while something is awaited.

use her2_case::{Awaited, Her2Status, IhcResult, IshCall, Question, RecountResult, Term, TermSet};
use her2_knowledge::{IshReading, TestingPages};
use her2_pages::{Asked, Finding, Input};

/// The final statuses that the evidence leaves once what is awaited arrives; the status itself if nothing is.
pub(super) fn still_possible(
    status: &Finding<Her2Status>,
    asked: &[Asked<'_>; 5],
    pages: &'static TestingPages,
) -> TermSet<Her2Status> {
    let awaited: TermSet<Awaited> = status.also();
    let Some(awaited) = awaited.single() else {
        return status.answers();
    };
    let [scope, ihc, ish, same_tissue, recount] = *asked;
    let scores = Asked::new(Question::IhcResult, Input::terms(every_score()), None);
    let results = Asked::new(ish.question(), every_result(pages), None);
    let together = Asked::new(Question::SameTissue, true, None);
    let has_score = !is_only(&ihc, IhcResult::NotDone) && !is_only(&ihc, IhcResult::Rejected);
    let again = Asked::new(
        Question::RecountResult,
        Input::terms(RecountResult::SameGroup.or(RecountResult::OtherGroup)),
        None,
    );
    let with = |ihc, ish, same_tissue| {
        let asked = [scope, ihc, ish, same_tissue, again];
        pages.status.answers(&asked)
    };
    let answers = match awaited {
        Awaited::Ish | Awaited::DualProbeIsh => with(ihc, results, together),
        Awaited::Ihc => with(scores, ish, together),
        Awaited::IhcOrDualProbe => with(scores, results, together),
        Awaited::Recount => with(ihc, ish, same_tissue),
        Awaited::Adjudication => pages
            .status
            .answers(&[scope, ihc, ish, same_tissue, recount]),
        Awaited::NumericClarification if has_score => {
            with(ihc, results_left(&ish, results), together)
        }
        Awaited::NumericClarification => with(scores, results_left(&ish, results), together),
    };
    let last: TermSet<Her2Status> = [Her2Status::Positive, Her2Status::Negative]
        .into_iter()
        .collect();
    let settled_by_laboratory = match (awaited, pages.ish) {
        (Awaited::Recount | Awaited::Adjudication, IshReading::Groups { adjudication, .. }) => {
            adjudication.answers(&[])
        }
        _ => TermSet::EMPTY,
    };
    TermSet::from_bits(answers.union(settled_by_laboratory).bits() & last.bits())
}

/// The results of ISH that are left; every one if a word without numbers stands for it.
fn results_left<'a>(ish: &Asked<'a>, every: Asked<'a>) -> Asked<'a> {
    match ish.input() {
        Input::Terms(terms) if terms.count_ones() > 1 => *ish,
        _ => every,
    }
}

fn is_only(asked: &Asked<'_>, term: IhcResult) -> bool {
    matches!(asked.input(), Input::Terms(terms) if terms == 1 << term.index())
}

fn every_score() -> TermSet<IhcResult> {
    [
        IhcResult::Zero,
        IhcResult::One,
        IhcResult::Two,
        IhcResult::Three,
    ]
    .into_iter()
    .collect()
}

fn every_result(pages: &'static TestingPages) -> Input {
    match pages.ish {
        IshReading::Groups { .. } => Input::terms(super::evidence_ish::results_of(None)),
        IshReading::Calls { .. } => {
            let calls = [IshCall::Positive, IshCall::Equivocal, IshCall::Negative];
            Input::terms(calls.into_iter().collect::<TermSet<IshCall>>())
        }
    }
}

trait Or: Term {
    fn or(self, other: Self) -> TermSet<Self> {
        TermSet::only(self).with(other)
    }
}
impl Or for RecountResult {}
