//! In situ hybridisation read by dual-probe groups and single-probe bands.

use super::evidence_ish::{Remarks, is_rejected, probe, results_of, usable};
use super::numbers::{Number, Numbers};
use super::trace::{Origins, Trace};
use her2_case::{
    Evidence, Flag, IshEvidence, IshGroup, IshResult, Probe, Question, RecountEvidence,
    RecountResult, TermSet, WordFits,
};
use her2_knowledge::TestingPages;
use her2_pages::{Asked, Finding, Table};

/// The pages that read ISH by groups.
#[derive(Clone, Copy)]
pub(super) struct GroupPages {
    pub(super) group: &'static Table<IshGroup>,
    pub(super) single_probe: &'static Table<IshResult>,
    pub(super) recount: &'static Table<RecountResult>,
    pub(super) signed: &'static Table<IshResult>,
    pub(super) word_fits: &'static Table<WordFits>,
    pub(super) word_fits_ratio: &'static Table<WordFits>,
}

/// What ISH contributes.
pub(super) struct Ish<'a> {
    pub(super) results: TermSet<IshResult>,
    origins: &'a mut Origins,
    pub(super) remarks: Remarks,
    pub(super) signed_group: Option<IshGroup>,
}

impl<'a> Ish<'a> {
    pub(super) fn of(
        evidence: Option<&IshEvidence>,
        pages: &'static TestingPages,
        by: &GroupPages,
        (group, origins): (&mut Option<Finding<IshGroup>>, &'a mut Origins),
        trace: &mut Trace,
    ) -> Self {
        let mut ish = Self {
            results: TermSet::only(IshResult::NotDone),
            origins,
            remarks: Remarks::NONE,
            signed_group: None,
        };
        let Some(evidence) = evidence else { return ish };
        if is_rejected(evidence, pages, ish.origins, trace) {
            ish.results = TermSet::only(IshResult::Rejected);
            return ish;
        }
        let probe = probe(evidence);
        let single = probe == Some(Probe::Single);
        let Self {
            remarks, origins, ..
        } = &mut ish;
        let numbers = Numbers::of(evidence, single);
        if !usable(evidence, &numbers, pages, remarks, origins, trace) {
            ish.results = results_of(probe);
            return ish;
        }
        for number in [&numbers.ratio, &numbers.copies] {
            ish.origins.add(number.origins.as_slice().iter().copied());
        }
        ish.results = ish.by_numbers(evidence, &numbers, (probe, by), group, trace);
        match ish.results.single() {
            Some(result) => ish.compare_word(evidence, result, by, trace),
            None => ish.without_numbers(evidence, &numbers, pages, by, trace),
        }
        ish
    }

    /// The results that the numbers leave.
    fn by_numbers(
        &mut self,
        evidence: &IshEvidence,
        numbers: &Numbers,
        (probe, by): (Option<Probe>, &GroupPages),
        found: &mut Option<Finding<IshGroup>>,
        trace: &mut Trace,
    ) -> TermSet<IshResult> {
        let single = || by.single_probe.decide(&[asked_copies(&numbers.copies)]);
        let Some(probe) = probe else {
            let group = group_of(&numbers.ratio, &numbers.copies, by);
            return results_of_groups(group.answers()).union(single().answers());
        };
        if probe == Probe::Single {
            let band = single();
            if let Some(result) = band.one() {
                trace.add(&band);
                if let Some((_, copies)) = numbers.printed(evidence, true) {
                    let printed = by.single_probe.decide(&[asked_copies(&copies)]);
                    self.crosses(printed.one().is_some_and(|printed| printed != result));
                }
            }
            return band.answers();
        }
        let group = group_of(&numbers.ratio, &numbers.copies, by);
        if let Some(settled) = group.one() {
            trace.add(&group);
            if let Some((ratio, copies)) = numbers.printed(evidence, false) {
                let printed = group_of(&ratio, &copies, by);
                self.crosses(printed.one().is_some_and(|printed| printed != settled));
            }
            if evidence.group.is_some_and(|signed| signed.value != settled) {
                self.remarks
                    .flag(TermSet::only(Flag::InterpretationConflict));
            }
            let results = TermSet::only(result_of_group(settled));
            *found = Some(group);
            return results;
        }
        results_of_groups(group.answers())
    }

    fn crosses(&mut self, crosses: bool) {
        if crosses {
            self.remarks
                .flag(TermSet::only(Flag::RoundingCrossesCutoff));
        }
    }

    /// A signed word against the numbers is shown; the numbers stand.
    fn compare_word(
        &mut self,
        evidence: &IshEvidence,
        result: IshResult,
        by: &GroupPages,
        trace: &mut Trace,
    ) {
        let Some(word) = evidence.word else { return };
        let asked = [
            Asked::term(word.value, Some(word.origin)),
            Asked::term(result, None).through(self.origins.as_slice()),
        ];
        if by.word_fits.answers(&asked) == TermSet::only(WordFits::No) {
            let fits = by.word_fits.decide(&asked);
            trace.add(&fits);
            self.remarks.flag(fits.also());
        }
    }

    /// A number is missing: the signed group, or the signed word, stands as it is.
    fn without_numbers(
        &mut self,
        evidence: &IshEvidence,
        numbers: &Numbers,
        pages: &'static TestingPages,
        by: &GroupPages,
        trace: &mut Trace,
    ) {
        let possible = self.results;
        let word = evidence
            .word
            .filter(|word| self.word_may_stand(word, numbers, by, trace));
        let group = evidence.group.filter(|group| {
            let result = result_of_group(group.value);
            possible.contains(result)
        });
        if let Some(group) = group {
            self.signed_group = Some(group.value);
            self.results = TermSet::only(result_of_group(group.value));
            self.origins.add([group.origin]);
        } else if let Some(word) = word {
            let signed = by
                .signed
                .decide(&[Asked::term(word.value, Some(word.origin))]);
            let no_number = !numbers.ratio.is_known() && !numbers.copies.is_known();
            let says = signed.one() != Some(IshResult::NotDone);
            if says || no_number {
                trace.add(&signed);
                self.results = signed.answers();
                self.origins.add([word.origin]);
            }
        }
        let nothing = [IshResult::NotDone, IshResult::Rejected];
        if !nothing
            .into_iter()
            .any(|result| self.results.contains(result))
        {
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

    /// A word that contradicts a ratio, whatever the copies, is not taken as the result.
    fn word_may_stand(
        &mut self,
        word: &her2_case::Fact<her2_case::Her2Word>,
        numbers: &Numbers,
        by: &GroupPages,
        trace: &mut Trace,
    ) -> bool {
        if !numbers.ratio.is_known() {
            return true;
        }
        let fits = by.word_fits_ratio.decide(&[
            Asked::term(word.value, Some(word.origin)),
            Asked::new(Question::Her2Cep17Ratio, numbers.ratio.input, None)
                .through(numbers.ratio.origins.as_slice()),
        ]);
        let stands = !fits.is(WordFits::No);
        if !stands {
            trace.add(&fits);
            self.remarks.flag(fits.also());
        }
        stands
    }
}

/// What a recount says of the group, and the group it gives.
pub(super) fn recounted(
    evidence: &Evidence,
    first: Option<&Finding<IshGroup>>,
    by: &GroupPages,
    origins: &mut Origins,
    trace: &mut Trace,
) -> (RecountResult, Option<IshGroup>) {
    let (Some(recount), Some(first)) = (&evidence.recount, first) else {
        return (RecountResult::NotDone, None);
    };
    let again = recount_group(recount, by);
    let finding = by.recount.decide(&[
        Asked::fact(
            Question::RecountOtherObserver,
            recount.different_observer.as_ref(),
        ),
        Asked::fact(Question::RecountBlinded, recount.blinded.as_ref()),
        Asked::fact(Question::CellsCounted, recount.cells.as_ref()),
        Asked::finding(first),
        Asked::finding(&again).about(Question::RecountGroup),
    ]);
    trace.add(&again);
    trace.add(&finding);
    origins.add(finding.because().iter().copied());
    // What is not shown to be valid confirms nothing.
    let result = finding.one().unwrap_or(RecountResult::Invalid);
    (result, again.one())
}

fn recount_group(recount: &RecountEvidence, by: &GroupPages) -> Finding<IshGroup> {
    let (ratio, copies) = Numbers::of_recount(recount);
    group_of(&ratio, &copies, by)
}

fn asked_copies(copies: &Number) -> Asked<'_> {
    Asked::new(Question::Her2Copies, copies.input, None).through(copies.origins.as_slice())
}

fn group_of(ratio: &Number, copies: &Number, by: &GroupPages) -> Finding<IshGroup> {
    by.group.decide(&[
        Asked::new(Question::Her2Cep17Ratio, ratio.input, None).through(ratio.origins.as_slice()),
        asked_copies(copies),
    ])
}

fn results_of_groups(groups: TermSet<IshGroup>) -> TermSet<IshResult> {
    groups.iter().map(result_of_group).collect()
}

pub(super) fn result_of_group(group: IshGroup) -> IshResult {
    match group {
        IshGroup::One => IshResult::Group1,
        IshGroup::Two => IshResult::Group2,
        IshGroup::Three => IshResult::Group3,
        IshGroup::Four => IshResult::Group4,
        IshGroup::Five => IshResult::Group5,
    }
}
