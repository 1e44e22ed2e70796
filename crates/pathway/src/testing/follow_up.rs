//! What goes with a result: tissue handling, and whether to test again.

use super::SpecimenFinding;
use her2_case::{
    Handling, PositiveUnexpected, Procedure, Question, ReceptorResult, ReceptorStatus, Record,
    Remark, Retest,
};
use her2_knowledge::TestingPages;
use her2_pages::{Asked, Finding, Input};

/// Whether the tissue was handled within the limits of the edition.
pub(super) fn handling(record: &Record, pages: &'static TestingPages) -> Finding<Handling> {
    let said = &record.preanalytics;
    let mut remarks = record.remarks.iter();
    let not_met = remarks.find(|remark| remark.value == Remark::HandlingNotMet);
    pages.handling.decide(&[
        Asked::new(
            Question::HandlingNotMet,
            not_met.is_some(),
            not_met.map(|remark| remark.origin),
        ),
        Asked::fact(Question::FixationHours, said.fixation_hours.as_ref()),
        Asked::fact(Question::IschaemiaMinutes, said.ischaemia_minutes.as_ref()),
        Asked::fact(Question::Formalin, said.formalin.as_ref()),
        Asked::fact(Question::Decalcified, said.decalcified.as_ref()),
    ])
}

fn positive(question: Question, receptor: Option<&ReceptorResult>) -> Asked<'static> {
    let known = match Record::receptor_status(receptor) {
        ReceptorStatus::Positive | ReceptorStatus::LowPositive => Some(true),
        ReceptorStatus::Negative => Some(false),
        ReceptorStatus::Pending | ReceptorStatus::Conflict | ReceptorStatus::NotReported => None,
    };
    let origin = receptor.map(|receptor| receptor.origin);
    Asked::new(question, Input::maybe(known), origin)
}

/// Whether a positive result is unexpected, and whether to test again if a page gives an answer.
pub(super) fn retest(
    record: &Record,
    found: &SpecimenFinding,
    handling: &Finding<Handling>,
    pages: &'static TestingPages,
) -> (Finding<PositiveUnexpected>, Option<Finding<Retest>>) {
    let grade = Asked::new(
        Question::Grade,
        Input::maybe(record.tumor.grade.map(|grade| Term(grade.value).input())),
        record.tumor.grade.map(|grade| grade.origin),
    );
    let histology = Asked::new(
        Question::Histology,
        Input::maybe(record.tumor.histology.map(|of| Term(of.value).input())),
        record.tumor.histology.map(|of| of.origin),
    );
    let unexpected = pages.positive_unexpected.decide(&[
        grade,
        histology,
        positive(Question::ErPositive, record.er.as_ref()),
        positive(Question::PrPositive, record.pr.as_ref()),
    ]);
    let procedure = record.specimens[found.specimen].procedure;
    let core = procedure.map(|procedure| procedure == Procedure::CoreBiopsy);
    let retest = pages.retest.map(|table| {
        table.decide(&[
            Asked::finding(found.decision.status()),
            Asked::finding(&unexpected),
            Asked::new(Question::CoreBiopsy, Input::maybe(core), None),
            grade,
            Asked::finding(handling),
        ])
    });
    let speaks = |finding: &Finding<Retest>| {
        finding
            .one()
            .is_some_and(|answer| answer != Retest::NotStated)
    };
    (unexpected, retest.filter(speaks))
}

struct Term<T>(T);

impl<T: her2_case::Term> Term<T> {
    fn input(self) -> Input {
        Input::term(self.0)
    }
}
