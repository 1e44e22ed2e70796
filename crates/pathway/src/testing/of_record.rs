//! From a read record to what it means: a decision for each specimen and tumour, the patient's, and what goes with it.

use super::assemble::bundles;
use super::decision::decide_signed;
use super::fill::both;
use super::patient::{PatientRule, deciding, discordance};
use super::signed::signed;
use super::{Her2Decision, follow_up};
use her2_case::{
    Action, Comment, Context, Edition, Evidence, Flag, Handling, Her2Status, PositiveUnexpected,
    Record, RecordStatus, Retest, Span, TermSet,
};
use her2_knowledge::{TestingPages, edition_on, editions, testing, testing_editions};
use her2_pages::Finding;
use jiff::civil::Date;
use std::fmt;

/// Why a case is decided by its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionSource {
    /// Somebody chose it.
    Chosen,
    /// It is the newest one in force on the day asked for.
    InForce,
}

/// Why a record is held to follow an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnEdition {
    /// The record says so.
    Stated(Edition),
    /// It was in force on the day of the record; laboratories were months behind.
    ByDate(Edition),
}

impl OwnEdition {
    /// The edition.
    pub fn edition(self) -> Edition {
        match self {
            Self::Stated(edition) | Self::ByDate(edition) => edition,
        }
    }
}

/// What one specimen, or one tumour of it, gives.
///
/// `Debug` shows the decision's edition and no answer.
#[derive(Clone)]
pub struct SpecimenFinding {
    /// The position of the specimen in the record.
    pub specimen: usize,
    /// The tumour the report names, if it names one.
    pub tumor: Option<Span>,
    /// Of the specimen reported on, or of an earlier one.
    pub context: Context,
    /// Whether the record only implies it (`triple negative`).
    pub implied: bool,
    /// The evidence decided on.
    pub evidence: Evidence,
    /// The decision.
    pub decision: Her2Decision,
    /// What the laboratory signed.
    pub signed: RecordStatus,
}

/// What a record gives.
///
/// `Debug` shows counts only: everything else is patient data.
#[derive(Clone)]
pub struct CaseFinding {
    /// One for each specimen and tumour with a statement about HER2, in the order of the record.
    pub specimens: Vec<SpecimenFinding>,
    /// Which of them is the patient's result.
    pub patient: Option<usize>,
    /// Why that one.
    pub patient_rule: PatientRule,
    /// Flags of the deciding specimen, and of specimens that differ.
    pub flags: TermSet<Flag>,
    /// Actions of the deciding specimen, and those that follow from tissue handling.
    pub actions: TermSet<Action>,
    /// Comments of the deciding specimen, and those that follow from tissue handling.
    pub comments: TermSet<Comment>,
    /// The edition decided by.
    pub edition: Edition,
    /// Why by that edition.
    pub edition_source: EditionSource,
    /// The edition the record itself follows, if that can be told.
    pub own_edition: Option<OwnEdition>,
    /// Whether to test again, where the page gives an answer.
    pub retest: Vec<Finding<Retest>>,
    /// Whether the histology makes a positive result unexpected.
    pub positive_unexpected: Option<Finding<PositiveUnexpected>>,
    /// Whether the tissue was handled within the limits; unsettled as long as a limit is not spoken of.
    pub handling: Finding<Handling>,
    /// What the record states as the patient's status, as it was read.
    pub signed: RecordStatus,
}

impl CaseFinding {
    /// The specimen that decides.
    pub fn deciding(&self) -> Option<&SpecimenFinding> {
        self.patient.and_then(|at| self.specimens.get(at))
    }

    /// The patient's status by the guideline; nothing if the record says nothing of HER2.
    pub fn status(&self) -> Option<Her2Status> {
        self.deciding().map(|found| found.decision.her2_status())
    }

    /// The deciding specimen read by the other editions, the newest first. A word without the numbers an edition needs is not carried over.
    pub fn reinterpreted(&self) -> Vec<(Edition, Her2Decision)> {
        let Some(deciding) = self.deciding() else {
            return Vec::new();
        };
        let decided_by = testing(self.edition).unwrap_or(&testing_editions()[0]);
        let signed_by = signed_by(self, decided_by);
        let others = testing_editions().iter();
        others
            .filter(|pages| pages.edition != self.edition)
            .map(|pages| (pages.edition, read_by(&deciding.evidence, pages, signed_by)))
            .collect()
    }
}

impl fmt::Debug for SpecimenFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SpecimenFinding({}, {:?})", self.specimen, self.decision)
    }
}

impl fmt::Debug for CaseFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (edition, specimens) = (self.edition.0, self.specimens.len());
        write!(f, "CaseFinding({edition}, {specimens} specimens)")
    }
}

/// Everything that follows from a record, by an edition or by the newest one in force on the day.
pub fn of_record(record: &Record, as_of: Date, edition: Option<Edition>) -> CaseFinding {
    let in_force = edition_on(as_of).and_then(|info| testing(info.term()));
    let oldest = testing_editions().last().unwrap_or(&testing_editions()[0]);
    let (pages, edition_source): (&'static TestingPages, _) = match edition.and_then(testing) {
        Some(chosen) => (chosen, EditionSource::Chosen),
        None => (in_force.unwrap_or(oldest), EditionSource::InForce),
    };
    let own_edition = own_edition(record);
    let signed_by = own_edition.and_then(|own| testing(own.edition()));
    let signed_by = signed_by.unwrap_or(pages);
    let specimens: Vec<_> = bundles(record)
        .into_iter()
        .map(|bundle| {
            let evidence = bundle.evidence(record);
            SpecimenFinding {
                specimen: bundle.specimen,
                tumor: bundle.tumor,
                context: bundle.context,
                implied: bundle.implied,
                evidence,
                decision: decide_signed(&evidence, pages, signed_by),
                signed: signed(bundle.ihc.as_ref(), bundle.ish.as_ref()),
            }
        })
        .collect();
    conclude(
        record,
        specimens,
        (pages, signed_by),
        (edition_source, own_edition),
    )
}

/// What goes with the decisions on a record's specimens: which is the patient's, flags, actions and the rest.
fn conclude(
    record: &Record,
    specimens: Vec<SpecimenFinding>,
    (pages, signed_by): (&'static TestingPages, &'static TestingPages),
    (edition_source, own_edition): (EditionSource, Option<OwnEdition>),
) -> CaseFinding {
    let (patient, patient_rule) = deciding(record, &specimens);
    let mut flags = discordance(record, &specimens);
    let handling = follow_up::handling(record, pages);
    let mut found = CaseFinding {
        patient,
        patient_rule,
        actions: TermSet::EMPTY,
        comments: TermSet::EMPTY,
        edition: pages.edition,
        edition_source,
        own_edition,
        retest: Vec::new(),
        positive_unexpected: None,
        handling,
        signed: record.her2_status.0,
        flags: TermSet::EMPTY,
        specimens: Vec::new(),
    };
    if let Some(deciding) = patient.and_then(|at| specimens.get(at)) {
        let decision = &deciding.decision;
        flags = flags.union(decision.flags());
        found.actions = decision.actions();
        found.comments = decision.comments();
        if handling.is(Handling::Outside) {
            found.comments = found.comments.union(handling.also());
            if decision.her2_status() == Her2Status::Negative {
                found.actions = found.actions.union(handling.also());
            }
        }
        let (unexpected, retest) = follow_up::retest(record, deciding, &handling, pages);
        found.positive_unexpected = Some(unexpected);
        found.retest.extend(retest);
        let own = own_edition.and_then(|own| testing(own.edition()));
        let differs = |own: &'static TestingPages| {
            let by_own = read_by(&deciding.evidence, own, signed_by);
            by_own.her2_status() != decision.her2_status()
        };
        if own.is_some_and(|own| own.edition != pages.edition && differs(own)) {
            flags = flags.with(Flag::EditionChange);
        }
    }
    found.flags = flags;
    found.specimens = specimens;
    found
}

/// The same finding of a record with one specimen's evidence completed from another record.
pub(crate) fn completed(
    record: &Record,
    case: &CaseFinding,
    (at, joint): (usize, &SpecimenFinding),
) -> CaseFinding {
    let mut specimens = case.specimens.clone();
    specimens[at] = joint.clone();
    let pages = testing(case.edition).unwrap_or(&testing_editions()[0]);
    conclude(
        record,
        specimens,
        (pages, signed_by(case, pages)),
        (case.edition_source, case.own_edition),
    )
}

/// A specimen's finding with the evidence of another one of the same specimen added. Whether both can be of one specimen is told by [`fit`](super::fit).
pub(crate) fn joined(
    case: &CaseFinding,
    found: &SpecimenFinding,
    more: &SpecimenFinding,
) -> SpecimenFinding {
    let evidence = both(&found.evidence, &more.evidence);
    let pages = testing(case.edition).unwrap_or(&testing_editions()[0]);
    SpecimenFinding {
        evidence,
        decision: decide_signed(&evidence, pages, signed_by(case, pages)),
        signed: signed(evidence.ihc.as_ref(), evidence.ish.as_ref()),
        ..found.clone()
    }
}

fn signed_by(case: &CaseFinding, pages: &'static TestingPages) -> &'static TestingPages {
    let own = case.own_edition.and_then(|own| testing(own.edition()));
    own.unwrap_or(pages)
}

/// What a specimen gives by the edition its record follows, where that is another one than it was decided by.
pub fn own_reading(
    case: &CaseFinding,
    found: &SpecimenFinding,
) -> Option<(OwnEdition, Her2Decision)> {
    let own = case.own_edition?;
    let pages = testing(own.edition()).filter(|pages| pages.edition != case.edition)?;
    Some((own, read_by(&found.evidence, pages, pages)))
}

/// The edition a record names by its year, else the one in force on its day, else the oldest.
fn own_edition(record: &Record) -> Option<OwnEdition> {
    let stated = record.stated_edition.and_then(|year| {
        let of_year = editions().iter().find(|info| {
            let affirmed = info.affirmed.iter();
            let mut affirmed = affirmed.map(|of| of.date.year());
            testing(info.term()).is_some()
                && (info.year == year.value
                    || affirmed.any(|affirmed| i16::try_from(year.value) == Ok(affirmed)))
        });
        of_year.map(|info| OwnEdition::Stated(info.term()))
    });
    stated.or_else(|| {
        let info = edition_on(record.date?.value)?;
        Some(OwnEdition::ByDate(info.term()))
    })
}

/// The evidence read by an edition. Beside numbers a signed word is not carried over: without its numbers a record stays open there, as the
/// word belongs to its own edition.
fn read_by(
    evidence: &Evidence,
    pages: &'static TestingPages,
    signed_by: &'static TestingPages,
) -> Her2Decision {
    let mut evidence = *evidence;
    if let Some(ish) = &mut evidence.ish {
        let counted = ish.ratio.is_some() || ish.her2_copies.is_some() || ish.her2_total.is_some();
        if counted {
            ish.word = None;
        }
    }
    decide_signed(&evidence, pages, signed_by)
}
