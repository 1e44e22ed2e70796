//! What is known about one specimen, from the evidence brought together for it and the decision made on it.

use super::known::{Known, Subject};
use super::result::is_answered_for;
use crate::testing::{CaseFinding, SpecimenFinding};
use her2_case::{
    Assay, Context, Evidence, Her2Result, Her2Word, IhcEvidence, IhcResult, IshGroup, IshResult,
    Origin, Question, Record, Remark, TermSet,
};
use her2_knowledge::tables;
use her2_pages::{Asked, Input};

/// One subject for each specimen that the report answers for.
pub(super) fn subjects<'a>(
    record: &'a Record,
    finding: &CaseFinding,
    report: &Known,
) -> Vec<Subject<'a>> {
    let answered_for =
        |specimen: &&SpecimenFinding| specimen.context == Context::Current && !specimen.implied;
    let specimens = finding.specimens.iter().filter(answered_for);
    specimens
        .map(|specimen| {
            let places = origins(&specimen.evidence);
            let of_it = |result: &&Her2Result| is_answered_for(result) && is_among(result, &places);
            Subject {
                results: record.her2_results().filter(of_it).collect(),
                ..Subject::new(record, report.and(known(record, specimen)))
            }
        })
        .collect()
}

/// What is known about the specimen to which the result belongs; nothing if it was not used for a decision.
pub(super) fn known_of(record: &Record, finding: &CaseFinding, result: &Her2Result) -> Known {
    let holds = |specimen: &&SpecimenFinding| is_among(result, &origins(&specimen.evidence));
    let of = |at: usize| {
        record
            .specimens
            .get(at)
            .is_some_and(|of| of.her2.iter().any(|own| std::ptr::eq(own, result)))
    };
    let beside = |specimen: &&SpecimenFinding| {
        of(specimen.specimen)
            && specimen.context == result.context
            && specimen.tumor == result.tumor
    };
    let mut specimens = finding.specimens.iter();
    let specimen = specimens
        .find(holds)
        .or_else(|| finding.specimens.iter().find(beside));
    specimen.map_or_else(Known::default, |specimen| known(record, specimen))
}

fn known(record: &Record, specimen: &SpecimenFinding) -> Known {
    let mut known = Known::default();
    let evidence = &specimen.evidence;
    ihc(&mut known, evidence);
    ish(&mut known, evidence, specimen);
    known.finding(specimen.decision.status());
    let same_tissue = evidence.ish.and_then(|ish| ish.same_tissue_as_ihc);
    let is_same = same_tissue.is_none_or(|fact| fact.value);
    known.yes_no(
        Question::SameTissue,
        is_same,
        same_tissue.map(|fact| fact.origin),
    );
    let ordered = record.her2_results().find(|result| {
        is_answered_for(result)
            && matches!(result.assay, Assay::Ish | Assay::Unspecified)
            && result
                .word
                .is_some_and(|word| word.value == Her2Word::Pending)
    });
    known.yes_no(
        Question::IshOrdered,
        ordered.is_some(),
        ordered.map(|result| result.origin),
    );
    let mut remarks = record.remarks.iter();
    let remark = remarks.find(|remark| remark.value == Remark::Recount);
    let recounted = evidence.recount.is_some() || remark.is_some();
    known.yes_no(
        Question::RecountDescribed,
        recounted,
        remark.map(|remark| remark.origin),
    );
    known
}

fn ihc(known: &mut Known, evidence: &Evidence) {
    let is_empty =
        |ihc: &&IhcEvidence| ihc.score.is_none() && ihc.word.is_none() && ihc.rejected.is_none();
    let Some(ihc) = evidence.ihc.as_ref().filter(|ihc| !is_empty(ihc)) else {
        known.term(IhcResult::NotDone, None);
        return;
    };
    if let Some(rejected) = &ihc.rejected {
        known.term(IhcResult::Rejected, Some(rejected.origin));
    } else if let Some(score) = &ihc.score {
        use her2_case::IhcScore::{One, Three, Two, Zero};
        let results: TermSet<IhcResult> = match (score.value.low, score.value.high) {
            (Zero, One) => TermSet::only(IhcResult::ZeroOrOne),
            (low, high) => [
                (Zero, IhcResult::Zero),
                (One, IhcResult::One),
                (Two, IhcResult::Two),
                (Three, IhcResult::Three),
            ]
            .into_iter()
            .filter(|(score, _)| (low..=high).contains(score))
            .map(|(_, result)| result)
            .collect(),
        };
        known.put(Question::IhcResult, Input::terms(results), &[score.origin]);
    } else if let Some(word) = &ihc.word {
        let asked = [Asked::term(word.value, Some(word.origin))];
        known.finding(&tables::PROJECT_IHC_SIGNED.decide(&asked));
    }
}

fn ish(known: &mut Known, evidence: &Evidence, specimen: &SpecimenFinding) {
    let Some(ish) = &evidence.ish else {
        known.term(IshResult::NotDone, None);
        return;
    };
    if let Some(rejected) = &ish.rejected {
        known.term(IshResult::Rejected, Some(rejected.origin));
    } else if let Some(group) = specimen.decision.group() {
        let results: TermSet<IshResult> = group.answers().iter().map(of_group).collect();
        known.put(Question::IshResult, Input::terms(results), group.because());
    } else if let Some(group) = &ish.group {
        known.term(of_group(group.value), Some(group.origin));
    } else if let Some(word) = &ish.word {
        let asked = [Asked::term(word.value, Some(word.origin))];
        known.finding(&tables::PROJECT_ISH_SIGNED.decide(&asked));
    }
}

fn of_group(group: IshGroup) -> IshResult {
    match group {
        IshGroup::One => IshResult::Group1,
        IshGroup::Two => IshResult::Group2,
        IshGroup::Three => IshResult::Group3,
        IshGroup::Four => IshResult::Group4,
        IshGroup::Five => IshResult::Group5,
    }
}

/// Where the evidence was read.
fn origins(evidence: &Evidence) -> Vec<Origin> {
    let mut origins = Vec::new();
    if let Some(ihc) = &evidence.ihc {
        origins.extend(ihc.score.map(|fact| fact.origin));
        origins.extend(ihc.word.map(|fact| fact.origin));
        origins.extend(ihc.stain.map(|fact| fact.origin));
        origins.extend(ihc.percent.map(|fact| fact.origin));
    }
    if let Some(ish) = &evidence.ish {
        origins.extend(ish.ratio.map(|fact| fact.origin));
        origins.extend(ish.word.map(|fact| fact.origin));
        origins.extend(ish.her2_copies.map(|fact| fact.origin));
        origins.extend(ish.cep17_copies.map(|fact| fact.origin));
        origins.extend(ish.her2_total.map(|fact| fact.origin));
        origins.extend(ish.cells.map(|fact| fact.origin));
        origins.extend(ish.group.map(|fact| fact.origin));
    }
    origins
}

/// Whether some value of the result was read at one of these places.
fn is_among(result: &Her2Result, places: &[Origin]) -> bool {
    let own = [
        result.score.map(|fact| fact.origin),
        result.word.map(|fact| fact.origin),
        result.stain.map(|fact| fact.origin),
        result.percent.map(|fact| fact.origin),
        result.ratio.map(|fact| fact.origin),
        result.her2_copies.map(|fact| fact.origin),
        result.cep17_copies.map(|fact| fact.origin),
        result.her2_total.map(|fact| fact.origin),
        result.cells.map(|fact| fact.origin),
        result.group.map(|fact| fact.origin),
    ];
    own.into_iter()
        .flatten()
        .any(|origin| places.contains(&origin))
}
