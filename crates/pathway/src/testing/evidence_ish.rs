//! What in situ hybridisation contributes, whatever the edition: whether it may be used, and which numbers it gives.

use super::numbers::Numbers;
use super::trace::{Origins, Trace};
use her2_case::{
    Action, Fact, Flag, IshEvidence, IshNumbers, IshResult, Probe, Question, TermSet, TestValidity,
};
use her2_knowledge::TestingPages;
use her2_pages::Asked;

/// Flags and actions gathered on the way to a result of ISH.
pub(super) struct Remarks {
    pub(super) flags: TermSet<Flag>,
    pub(super) actions: TermSet<Action>,
}

impl Remarks {
    pub(super) const NONE: Self = Self {
        flags: TermSet::EMPTY,
        actions: TermSet::EMPTY,
    };

    pub(super) fn flag(&mut self, flags: TermSet<Flag>) {
        self.flags = self.flags.union(flags);
    }

    pub(super) fn act(&mut self, actions: TermSet<Action>) {
        self.actions = self.actions.union(actions);
    }
}

/// The smallest of the cell counts given.
fn fewest_cells(ish: &IshEvidence) -> Option<&Fact<u32>> {
    if ish.her2_cells.is_none() && ish.cep17_cells.is_none() {
        return ish.cells.as_ref();
    }
    let counts = [&ish.cells, &ish.her2_cells, &ish.cep17_cells];
    counts.into_iter().flatten().min_by_key(|cells| cells.value)
}

/// Whether the test has to be rejected. What is not stated is covered by the signature.
pub(super) fn is_rejected(
    ish: &IshEvidence,
    pages: &'static TestingPages,
    origins: &mut Origins,
    trace: &mut Trace,
) -> bool {
    let fewest = fewest_cells(ish);
    if ish.rejected.is_none() && fewest.is_none() {
        return false;
    }
    let asked = [
        Asked::new(
            Question::DeclaredInvalid,
            ish.rejected.is_some(),
            ish.rejected.map(|rejected| rejected.origin),
        ),
        Asked::fact(Question::CellsCounted, fewest),
    ];
    if pages.ish_rejection.answers(&asked) != TermSet::only(TestValidity::Rejected) {
        return false;
    }
    let finding = pages.ish_rejection.decide(&asked);
    trace.add(&finding);
    origins.add(finding.because().iter().copied());
    true
}

/// Whether the numbers of the test can be used.
pub(super) fn usable(
    ish: &IshEvidence,
    numbers: &Numbers,
    pages: &'static TestingPages,
    remarks: &mut Remarks,
    origins: &mut Origins,
    trace: &mut Trace,
) -> bool {
    let asked = [
        Asked::new(Question::NumbersAgree, numbers.agree, None),
        Asked::new(Question::Her2Cep17Ratio, numbers.ratio.input, None)
            .through(numbers.ratio.origins.as_slice()),
        Asked::new(Question::Her2Copies, numbers.copies.input, None)
            .through(numbers.copies.origins.as_slice()),
        Asked::new(Question::Cep17Copies, numbers.cep17.input, None)
            .through(numbers.cep17.origins.as_slice()),
        Asked::fact(Question::CellsCounted, fewest_cells(ish)),
    ];
    if pages.ish_numbers.answers(&asked) != TermSet::only(IshNumbers::Unusable) {
        return true;
    }
    let finding = pages.ish_numbers.decide(&asked);
    trace.add(&finding);
    remarks.flag(finding.also());
    remarks.act(finding.also());
    origins.add(finding.because().iter().copied());
    for number in [&numbers.ratio, &numbers.copies, &numbers.cep17] {
        origins.add(number.origins.as_slice().iter().copied());
    }
    false
}

/// The probe: as stated, or two if anything about the centromere is.
pub(super) fn probe(ish: &IshEvidence) -> Option<Probe> {
    let centromere = ish.ratio.is_some()
        || ish.cep17_copies.is_some()
        || ish.cep17_total.is_some()
        || ish.group.is_some();
    match ish.probe {
        Some(probe) => Some(probe.value),
        None => centromere.then_some(Probe::Dual),
    }
}

/// Every result of numbers that a probe can have.
pub(super) fn results_of(probe: Option<Probe>) -> TermSet<IshResult> {
    use IshResult::{Group1, Group2, Group3, Group4, Group5, SingleHigh, SingleLow, SingleMiddle};
    let dual: TermSet<_> = [Group1, Group2, Group3, Group4, Group5]
        .into_iter()
        .collect();
    let single: TermSet<_> = [SingleHigh, SingleMiddle, SingleLow].into_iter().collect();
    match probe {
        Some(Probe::Dual) => dual,
        Some(Probe::Single) => single,
        None => dual.union(single),
    }
}
