//! What is known about the report as a whole.

use super::known::Known;
use super::result::has_value;
use crate::testing::{CaseFinding, SpecimenFinding};
use her2_case::{
    Assay, Context, EditionStanding, Evidence, Her2Result, Her2Source, Her2Status, Origin,
    Question, Record, Remark, Retest, Site, SpecimensAgree,
};
use her2_knowledge::edition_on;
use her2_pages::Finding;

/// Whether the report is of another organ than the breast.
pub(super) fn is_of_another_organ(record: &Record) -> bool {
    record.site.is_some_and(|site| site.value == Site::Other)
}

/// What is known about the report.
pub(super) fn known(record: &Record, finding: &CaseFinding) -> Known {
    let mut known = Known::default();
    let (source, origin) = source(record);
    known.term(source, origin);
    known.fact(Question::Invasive, record.tumor.invasive.as_ref());
    let metastasis = record.tumor.metastatic_site.map(|site| site.origin);
    known.yes_no(Question::Metastasis, metastasis.is_some(), metastasis);
    edition(&mut known, record);
    specimens(&mut known, finding);
    let asks_again = |retest: &&Finding<Retest>| {
        retest
            .one()
            .is_some_and(|retest| matches!(retest, Retest::Should | Retest::Must))
    };
    let retest = finding.retest.iter().find(asks_again);
    if let Some(retest) = retest.or(finding.retest.first()) {
        known.finding(retest);
    }
    remark(
        &mut known,
        record,
        Question::RetestMentioned,
        Remark::Retest,
    );
    remark(
        &mut known,
        record,
        Question::DifferenceExplained,
        Remark::Difference,
    );
    handling(&mut known, record);
    known
}

fn handling(known: &mut Known, record: &Record) {
    let handling = &record.preanalytics;
    known.fact(Question::FixationHours, handling.fixation_hours.as_ref());
    known.fact(
        Question::IschaemiaMinutes,
        handling.ischaemia_minutes.as_ref(),
    );
    known.fact(Question::Formalin, handling.formalin.as_ref());
    known.fact(Question::Decalcified, handling.decalcified.as_ref());
    let said = remark_of(record, Remark::HandlingMet).or(remark_of(record, Remark::HandlingNotMet));
    let fixation = handling.fixation_hours.map(|fact| fact.origin).or(said);
    let ischaemia = handling.ischaemia_minutes.map(|fact| fact.origin).or(said);
    known.yes_no(Question::FixationStated, fixation.is_some(), fixation);
    known.yes_no(Question::IschaemiaStated, ischaemia.is_some(), ischaemia);
}

/// Where the report makes this remark.
pub(super) fn remark_of(record: &Record, remark: Remark) -> Option<Origin> {
    let mut remarks = record.remarks.iter();
    remarks
        .find(|fact| fact.value == remark)
        .map(|fact| fact.origin)
}

fn remark(known: &mut Known, record: &Record, question: Question, remark: Remark) {
    let origin = remark_of(record, remark);
    known.yes_no(question, origin.is_some(), origin);
}

/// The strongest thing on which the report's statement about HER2 rests.
fn source(record: &Record) -> (Her2Source, Option<Origin>) {
    let of = |result: &Her2Result| {
        if result.implied {
            Her2Source::Implied
        } else if result.assay == Assay::Rtpcr {
            Her2Source::Rtpcr
        } else if result.context == Context::Prior {
            Her2Source::Prior
        } else if has_value(result) {
            Her2Source::Current
        } else {
            Her2Source::Awaited
        }
    };
    let in_force = record.her2_results().filter(|result| !result.superseded);
    let sources = in_force.map(|result| (of(result), result.origin));
    let strongest = sources.reduce(|best, next| if next.0 > best.0 { next } else { best });
    strongest.map_or((Her2Source::Nothing, None), |(source, origin)| {
        (source, Some(origin))
    })
}

/// Whether the stated edition was the one in force when the report was signed; nothing if one of the two days is not known.
fn edition(known: &mut Known, record: &Record) {
    let (Some(stated), Some(signed)) = (&record.stated_edition, &record.date) else {
        return;
    };
    let Some(in_force) = edition_on(signed.value) else {
        return;
    };
    let standing = if stated.value < in_force.year {
        EditionStanding::Superseded
    } else {
        EditionStanding::InForce
    };
    known.put(
        Question::EditionStanding,
        her2_pages::Input::term(standing),
        &[stated.origin, signed.origin],
    );
}

/// Whether the specimens that have a final status have the same. Tumours that the report names apart may differ.
fn specimens(known: &mut Known, finding: &CaseFinding) {
    let with = |status: Her2Status| {
        let specimens = finding.specimens.iter();
        specimens.filter(move |specimen| specimen.decision.status().is(status))
    };
    let named_apart = |one: &SpecimenFinding, other: &SpecimenFinding| {
        one.tumor.is_some() && other.tumor.is_some() && one.tumor != other.tumor
    };
    let mut pairs = with(Her2Status::Positive)
        .flat_map(|positive| with(Her2Status::Negative).map(move |negative| (positive, negative)));
    let differ = pairs.find(|(positive, negative)| !named_apart(positive, negative));
    let settled = with(Her2Status::Positive).count() + with(Her2Status::Negative).count();
    let (agree, origins): (_, Vec<Origin>) = match differ {
        Some((positive, negative)) => {
            let both = [positive, negative].map(|specimen| heart(&specimen.evidence));
            (SpecimensAgree::Differ, both.into_iter().flatten().collect())
        }
        None if settled > 1 => (SpecimensAgree::Agree, Vec::new()),
        None => (SpecimensAgree::One, Vec::new()),
    };
    known.put(
        Question::SpecimensAgree,
        her2_pages::Input::term(agree),
        &origins,
    );
}

/// The value for which the evidence of a specimen is read: the gene count, or the stain.
fn heart(evidence: &Evidence) -> Option<Origin> {
    let ish = evidence.ish.and_then(|ish| {
        let word = ish.word.map(|fact| fact.origin);
        word.or(ish.ratio.map(|fact| fact.origin))
    });
    let ihc = evidence.ihc.and_then(|ihc| {
        let score = ihc.score.map(|fact| fact.origin);
        score.or(ihc.word.map(|fact| fact.origin))
    });
    ish.or(ihc)
}
