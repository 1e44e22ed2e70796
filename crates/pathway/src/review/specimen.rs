//! What is known about one specimen, from the evidence brought together for it and the decision made on it.

use super::known::{Known, Subject};
use super::report::remark_of;
use super::result::is_answered_for;
use crate::testing::{CaseFinding, SpecimenFinding};
use her2_case::{
    Assay, Context, Evidence, Her2Result, Her2Word, IhcEvidence, IhcResult, IshGroup, IshResult,
    Origin, Question, Record, Remark, Span, TermSet,
};
use her2_knowledge::tables;
use her2_pages::{Asked, Input};
use std::collections::HashMap;

/// The specimens of a record with what is known about each, and which result belongs to which.
pub(super) struct Specimens {
    specimens: Vec<OfSpecimen>,
    by_origin: HashMap<Origin, usize>,
    by_name: HashMap<Name, usize>,
}

/// The position of a specimen, the tumour named, and whether it is an earlier one.
type Name = (usize, Option<Span>, bool);

struct OfSpecimen {
    known: Known,
    answered_for: bool,
}

impl Specimens {
    /// The specimens that were decided on.
    pub fn of(record: &Record, finding: &CaseFinding) -> Self {
        let said = said(record);
        let recount = remark_of(record, Remark::Recount);
        let mut specimens = Self {
            specimens: Vec::new(),
            by_origin: HashMap::new(),
            by_name: HashMap::new(),
        };
        for (at, specimen) in finding.specimens.iter().enumerate() {
            for origin in origins(&specimen.evidence) {
                specimens.by_origin.entry(origin).or_insert(at);
            }
            let is_prior = specimen.context == Context::Prior;
            let name = (specimen.specimen, specimen.tumor, is_prior);
            specimens.by_name.entry(name).or_insert(at);
            specimens.specimens.push(OfSpecimen {
                known: said.and(decided(specimen, recount)),
                answered_for: !is_prior && !specimen.implied,
            });
        }
        specimens
    }

    /// What is known about the specimen of a result that stands in this specimen of the record; nothing if it was not used.
    pub fn known_of(&self, specimen: usize, result: &Her2Result) -> Option<&Known> {
        self.find(specimen, result)
            .map(|at| &self.specimens[at].known)
    }

    fn find(&self, specimen: usize, result: &Her2Result) -> Option<usize> {
        let mut read = values(result).into_iter().flatten();
        let name = (specimen, result.tumor, result.context == Context::Prior);
        read.find_map(|origin| self.by_origin.get(&origin))
            .or_else(|| self.by_name.get(&name))
            .copied()
    }
}

/// One subject for each specimen that the report answers for.
pub(super) fn subjects<'a>(
    record: &'a Record,
    report: &Known,
    specimens: &Specimens,
) -> Vec<Subject<'a>> {
    let mut results: Vec<Vec<&Her2Result>> = vec![Vec::new(); specimens.specimens.len()];
    for (at, specimen) in record.specimens.iter().enumerate() {
        for result in specimen
            .her2
            .iter()
            .filter(|result| is_answered_for(result))
        {
            if let Some(of) = specimens.find(at, result) {
                results[of].push(result);
            }
        }
    }
    let each = specimens.specimens.iter().zip(results);
    each.filter(|(specimen, _)| specimen.answered_for)
        .map(|(specimen, results)| Subject {
            results,
            ..Subject::new(record, report.and(specimen.known.clone()))
        })
        .collect()
}

/// What the record says that holds for each of its specimens.
fn said(record: &Record) -> Known {
    let mut known = Known::default();
    let ordered = record.her2_results().find(|result| {
        is_answered_for(result)
            && matches!(result.assay, Assay::Ish | Assay::Unspecified)
            && result
                .word
                .is_some_and(|word| word.value == Her2Word::Pending)
    });
    let origin = ordered.map(|result| result.origin);
    known.yes_no(Question::IshOrdered, ordered.is_some(), origin);
    known
}

/// What is known about a specimen from the decision on it.
fn decided(specimen: &SpecimenFinding, recount: Option<Origin>) -> Known {
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
    let recounted = evidence.recount.is_some() || recount.is_some();
    known.yes_no(Question::RecountDescribed, recounted, recount);
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

/// Where the values of a result were read.
fn values(result: &Her2Result) -> [Option<Origin>; 10] {
    [
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
    ]
}
