//! One specimen's evidence, decided by one edition.

use super::evidence_ihc::{Ihc, staining};
use super::ish_calls::{CallPages, Called};
use super::ish_groups::{GroupPages, Ish, recounted};
use super::open;
use super::trace::{Origins, Trace};
use her2_case::{
    Action, Awaited, Comment, Edition, Evidence, Flag, Her2Category, Her2Status, IshCall, IshGroup,
    IshResult, Question, RecountResult, Scope, Site, TermSet, Unsettled,
};
use her2_knowledge::{IshReading, TestingPages, testing, testing_editions};
use her2_pages::{Asked, Finding, Input, Row};
use std::fmt;

/// What an edition says of a specimen.
///
/// `Debug` shows the edition and no answer: an answer is patient data.
#[derive(Clone, Copy)]
pub struct Her2Decision {
    edition: Edition,
    status: Finding<Her2Status>,
    category: Finding<Her2Category>,
    group: Option<Finding<IshGroup>>,
    group_number: Option<IshGroup>,
    awaited: TermSet<Awaited>,
    actions: TermSet<Action>,
    comments: TermSet<Comment>,
    flags: TermSet<Flag>,
    recount_change: Option<(IshGroup, IshGroup)>,
    possible: TermSet<Her2Status>,
    trace: Trace,
}

impl Her2Decision {
    /// The edition decided by.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The status, with its row and the facts it rests on. Always settled: what is not known yet is a pending status.
    pub fn status(&self) -> &Finding<Her2Status> {
        &self.status
    }

    /// The status alone.
    pub fn her2_status(&self) -> Her2Status {
        self.status.one().unwrap_or(Her2Status::Pending)
    }

    /// The therapy-oriented category, with its row.
    pub fn category(&self) -> &Finding<Her2Category> {
        &self.category
    }

    /// The category alone; undetermined while several are possible.
    pub fn her2_category(&self) -> Her2Category {
        self.category.one().unwrap_or(Her2Category::Undetermined)
    }

    /// The dual-probe group of the first count, with its row, if the edition has groups and the numbers give one.
    pub fn group(&self) -> Option<&Finding<IshGroup>> {
        self.group.as_ref()
    }

    /// The dual-probe group that holds: of the numbers, as signed where there are none, or as the laboratory settled it.
    pub fn ish_group(&self) -> Option<IshGroup> {
        self.group_number
    }

    /// What the decision waits for.
    pub fn awaited(&self) -> TermSet<Awaited> {
        self.awaited
    }

    /// What the guideline asks for next.
    pub fn actions(&self) -> TermSet<Action> {
        self.actions
    }

    /// Comments that the report should carry.
    pub fn comments(&self) -> TermSet<Comment> {
        self.comments
    }

    /// What a reader of the finding should see.
    pub fn flags(&self) -> TermSet<Flag> {
        self.flags
    }

    /// The first and the second group, if a valid recount changed it.
    pub fn recount_change(&self) -> Option<(IshGroup, IshGroup)> {
        self.recount_change
    }

    /// Every final status that can still come out: one if the status is final, more while something is awaited.
    pub fn possible(&self) -> TermSet<Her2Status> {
        self.possible
    }

    /// The rows that decided, in the order they were asked.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The rows that decided, in the order they were asked.
    pub fn rows(&self) -> impl Iterator<Item = &'static Row> + '_ {
        self.trace.rows()
    }
}

impl fmt::Debug for Her2Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Her2Decision({}, {:?})", self.edition.0, self.trace)
    }
}

/// What ISH contributes, in the terms of the edition.
struct Contribution {
    question: Question,
    terms: u64,
    /// The same as a result, as far as the edition's terms tell.
    as_result: TermSet<IshResult>,
    flags: TermSet<Flag>,
    actions: TermSet<Action>,
    signed_group: Option<IshGroup>,
    recount: RecountResult,
    recount_group: Option<IshGroup>,
}

/// Decides a specimen's evidence by an edition; by the newest one if the edition is not known.
pub fn decide(evidence: &Evidence, edition: Edition) -> Her2Decision {
    let pages = testing(edition).unwrap_or(&testing_editions()[0]);
    decide_signed(evidence, pages, pages)
}

/// Decides by an edition what was signed under another: a score means what it meant then.
pub(super) fn decide_signed(
    evidence: &Evidence,
    pages: &'static TestingPages,
    signed_by: &'static TestingPages,
) -> Her2Decision {
    let mut trace = Trace::EMPTY;
    let applies = match scope_of(evidence, pages) {
        Some(scope) if !scope.is(Scope::Applies) => {
            trace.add(&scope);
            return out_of_scope(pages, &scope, trace);
        }
        _ => Asked::term(Scope::Applies, None),
    };
    let mut ihc_origins = Origins::NONE;
    let ihc = Ihc::of(
        evidence.ihc.as_ref(),
        pages,
        signed_by,
        &mut ihc_origins,
        &mut trace,
    );
    let mut group = None;
    let (mut ish_origins, mut recount_origins) = (Origins::NONE, Origins::NONE);
    let origins = (&mut ish_origins, &mut recount_origins);
    let ish = contribution(evidence, pages, &mut group, origins, &mut trace);
    let same_tissue = (evidence.ish.as_ref()).and_then(|ish| ish.same_tissue_as_ihc);
    let asked = [
        applies,
        Asked::new(Question::IhcResult, Input::terms(ihc.results), None)
            .through(ihc.origins.as_slice()),
        Asked::new(ish.question, Input::Terms(ish.terms), None).through(ish_origins.as_slice()),
        Asked::new(
            Question::SameTissue,
            same_tissue.is_none_or(|same| same.value),
            same_tissue.map(|same| same.origin),
        ),
        Asked::term(ish.recount, None).through(recount_origins.as_slice()),
    ];
    // What only matters beside a gene test is not asked without one.
    let needed = if evidence.ish.is_some() { 5 } else { 3 };
    let mut status = pages.status.decide(&asked[..needed]);
    let mut flags = ihc.flags.union(ish.flags).union(status.common());
    if status.one().is_none() {
        let (why, origins) = if ish.terms.count_ones() > 1 {
            (Unsettled::IshNumbers, &ish_origins)
        } else {
            (Unsettled::ScoreRange, &*ihc.origins)
        };
        status = pages.unsettled.decide(&[
            Asked::term(why, None).through(origins.as_slice()),
            Asked::new(Question::IshResult, Input::terms(ish.as_result), None)
                .through(ish_origins.as_slice()),
        ]);
    }
    trace.add(&status);
    let mut group_number = (group.as_ref()).and_then(Finding::one).or(ish.signed_group);
    let changed = flags.contains(Flag::RecountChangedGroup);
    let recount_change = (group_number.zip(ish.recount_group)).filter(|_| changed);
    if let (true, Some(settled), IshReading::Groups { adjudication, .. }) =
        (changed, evidence.adjudicated_group, pages.ish)
    {
        let by_laboratory = Asked::new(
            Question::AdjudicatedGroup,
            Input::term(settled.value),
            Some(settled.origin),
        );
        status = adjudication.decide(&[by_laboratory]);
        group_number = Some(settled.value);
        trace.add(&status);
    }
    let possible = open::still_possible(&status, &asked, pages);
    let category = category_of(&status, evidence, &ihc, signed_by);
    trace.add(&category);
    flags = flags.union(category.common());
    Her2Decision {
        edition: pages.edition,
        awaited: status.common(),
        actions: status
            .common::<Action>()
            .union(category.common())
            .union(ish.actions),
        comments: status.common::<Comment>().union(category.common()),
        flags,
        status,
        category,
        group,
        group_number,
        recount_change,
        possible,
        trace,
    }
}

/// Whether the guideline applies; nothing to ask if nothing is said of organ and invasion.
fn scope_of(evidence: &Evidence, pages: &'static TestingPages) -> Option<Finding<Scope>> {
    if evidence.site.is_none() && evidence.invasive.is_none() {
        return None;
    }
    let site = evidence.site.map_or(Site::Breast, |site| site.value);
    let invasive = evidence.invasive.is_none_or(|invasive| invasive.value);
    Some(pages.scope.decide(&[
        Asked::term(site, evidence.site.map(|site| site.origin)),
        Asked::new(
            Question::Invasive,
            invasive,
            evidence.invasive.map(|invasive| invasive.origin),
        ),
    ]))
}

fn out_of_scope(
    pages: &'static TestingPages,
    scope: &Finding<Scope>,
    mut trace: Trace,
) -> Her2Decision {
    let status = pages.status.decide(&[Asked::finding(scope)]);
    let category = pages.category.decide(&[Asked::finding(&status)]);
    trace.add(&status);
    trace.add(&category);
    Her2Decision {
        edition: pages.edition,
        possible: status.answers(),
        awaited: status.common(),
        actions: status.common(),
        comments: status.common(),
        flags: scope.common(),
        status,
        category,
        group: None,
        group_number: None,
        recount_change: None,
        trace,
    }
}

fn contribution(
    evidence: &Evidence,
    pages: &'static TestingPages,
    group_found: &mut Option<Finding<IshGroup>>,
    (origins, recount_origins): (&mut Origins, &mut Origins),
    trace: &mut Trace,
) -> Contribution {
    match pages.ish {
        IshReading::Groups {
            group,
            single_probe,
            recount,
            signed,
            word_fits,
            word_fits_ratio,
            ..
        } => {
            let by = &GroupPages {
                group,
                single_probe,
                recount,
                signed,
                word_fits,
                word_fits_ratio,
            };
            let ish = Ish::of(
                evidence.ish.as_ref(),
                pages,
                by,
                (group_found, origins),
                trace,
            );
            let first = group_found.as_ref();
            let (recount, recount_group) = recounted(evidence, first, by, recount_origins, trace);
            Contribution {
                question: Question::IshResult,
                terms: ish.results.bits(),
                as_result: ish.results,
                flags: ish.remarks.flags,
                actions: ish.remarks.actions,
                signed_group: ish.signed_group,
                recount,
                recount_group,
            }
        }
        IshReading::Calls {
            call,
            signed,
            word_fits,
        } => {
            let by = &CallPages {
                call,
                signed,
                word_fits,
            };
            let called = Called::of(evidence.ish.as_ref(), pages, by, origins, trace);
            let as_result = match called.calls.single() {
                Some(IshCall::NotDone) => TermSet::only(IshResult::NotDone),
                Some(IshCall::Rejected) => TermSet::only(IshResult::Rejected),
                _ => super::evidence_ish::results_of(None),
            };
            Contribution {
                question: Question::IshCall,
                terms: called.calls.bits(),
                as_result,
                flags: called.remarks.flags,
                actions: called.remarks.actions,
                signed_group: None,
                recount: RecountResult::NotDone,
                recount_group: None,
            }
        }
    }
}

fn category_of(
    status: &Finding<Her2Status>,
    evidence: &Evidence,
    ihc: &Ihc<'_>,
    pages: &'static TestingPages,
) -> Finding<Her2Category> {
    let status_alone = [Asked::finding(status)];
    if !status.is(Her2Status::Negative) {
        return pages.category.decide(&status_alone);
    }
    let [asked_status] = status_alone;
    let results = Asked::new(Question::IhcResult, Input::terms(ihc.results), None)
        .through(ihc.origins.as_slice());
    let [detail, stated, percent] = staining(evidence.ihc.as_ref());
    pages
        .category
        .decide(&[asked_status, results, detail, stated, percent])
}
