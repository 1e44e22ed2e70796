//! In situ hybridisation read as positive, equivocal or negative.

use super::evidence_ish::{Remarks, is_rejected, probe, usable};
use super::numbers::{Number, Numbers};
use super::trace::{Origins, Trace};
use her2_case::{Flag, IshCall, IshEvidence, Probe, Question, TermSet, WordFits};
use her2_knowledge::TestingPages;
use her2_pages::{Asked, Finding, Input, Table};

/// The pages that read ISH by calls.
#[derive(Clone, Copy)]
pub(super) struct CallPages {
    pub(super) call: &'static Table<IshCall>,
    pub(super) signed: &'static Table<IshCall>,
    pub(super) word_fits: &'static Table<WordFits>,
}

/// What ISH contributes.
pub(super) struct Called<'a> {
    pub(super) calls: TermSet<IshCall>,
    origins: &'a mut Origins,
    pub(super) remarks: Remarks,
}

impl<'a> Called<'a> {
    pub(super) fn of(
        evidence: Option<&IshEvidence>,
        pages: &'static TestingPages,
        by: &CallPages,
        origins: &'a mut Origins,
        trace: &mut Trace,
    ) -> Self {
        let mut called = Self {
            calls: TermSet::only(IshCall::NotDone),
            origins,
            remarks: Remarks::NONE,
        };
        let Some(evidence) = evidence else {
            return called;
        };
        if is_rejected(evidence, pages, called.origins, trace) {
            called.calls = TermSet::only(IshCall::Rejected);
            return called;
        }
        let probe = probe(evidence);
        let single = probe == Some(Probe::Single);
        let Self {
            remarks, origins, ..
        } = &mut called;
        let numbers = Numbers::of(evidence, single);
        if !usable(evidence, &numbers, pages, remarks, origins, trace) {
            called.calls = [IshCall::Positive, IshCall::Equivocal, IshCall::Negative]
                .into_iter()
                .collect();
            return called;
        }
        for number in [&numbers.ratio, &numbers.copies] {
            called
                .origins
                .add(number.origins.as_slice().iter().copied());
        }
        let call = call_of(probe, &numbers.ratio, &numbers.copies, by);
        called.calls = call.answers();
        if let Some(settled) = call.one() {
            trace.add(&call);
            if let Some((ratio, copies)) = numbers.printed(evidence, single) {
                let printed = call_of(probe, &ratio, &copies, by).one();
                if printed.is_some_and(|printed| printed != settled) {
                    let crosses = TermSet::only(Flag::RoundingCrossesCutoff);
                    called.remarks.flag(crosses);
                }
            }
            called.compare_word(evidence, settled, by, trace);
        } else {
            called.without_numbers(evidence, &numbers, pages, by, trace);
        }
        called
    }

    /// A signed word against the numbers is shown; the numbers stand.
    fn compare_word(
        &mut self,
        evidence: &IshEvidence,
        call: IshCall,
        by: &CallPages,
        trace: &mut Trace,
    ) {
        let Some(word) = evidence.word else { return };
        let fits = by.word_fits.decide(&[
            Asked::term(word.value, Some(word.origin)),
            Asked::term(call, None).through(self.origins.as_slice()),
        ]);
        if fits.is(WordFits::No) {
            trace.add(&fits);
            self.remarks.flag(fits.also());
        }
    }

    /// A number is missing: the signed word stands as it is.
    fn without_numbers(
        &mut self,
        evidence: &IshEvidence,
        numbers: &Numbers,
        pages: &'static TestingPages,
        by: &CallPages,
        trace: &mut Trace,
    ) {
        if let Some(word) = evidence.word {
            let signed = by
                .signed
                .decide(&[Asked::term(word.value, Some(word.origin))]);
            let no_number = !numbers.ratio.is_known() && !numbers.copies.is_known();
            if no_number || signed.one() != Some(IshCall::NotDone) {
                trace.add(&signed);
                self.calls = signed.answers();
                self.origins.add([word.origin]);
            }
        }
        let nothing = [IshCall::NotDone, IshCall::Rejected];
        if !nothing.into_iter().any(|call| self.calls.contains(call)) {
            let incomplete = pages.ish_incomplete.decide(&[Asked::new(
                Question::CopiesStated,
                numbers.copies.is_known(),
                None,
            )
            .through(numbers.ratio.origins.as_slice())]);
            trace.add(&incomplete);
            self.remarks.flag(incomplete.also());
            self.remarks.act(incomplete.also());
        }
    }
}

fn call_of(
    probe: Option<Probe>,
    ratio: &Number,
    copies: &Number,
    by: &CallPages,
) -> Finding<IshCall> {
    let probe = probe.map_or(Input::Unknown, Input::term);
    by.call.decide(&[
        Asked::new(Question::Probe, probe, None),
        Asked::new(Question::Her2Cep17Ratio, ratio.input, None).through(ratio.origins.as_slice()),
        Asked::new(Question::Her2Copies, copies.input, None).through(copies.origins.as_slice()),
    ])
}
