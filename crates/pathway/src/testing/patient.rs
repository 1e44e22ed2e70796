//! Which of several results is the patient's, and whether they differ.

use super::SpecimenFinding;
use her2_case::{
    Awaited, Context, Flag, Her2Status, Her2Word, Procedure, Record, RecordStatus, TermSet,
};

/// Why a result is taken as the patient's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatientRule {
    /// There is nothing about HER2.
    Nothing,
    /// It is the only one.
    Only,
    /// All of this report's specimens agree; it is the first.
    Agree,
    /// The metastasis is the latest tissue.
    Metastasis,
    /// One of the specimens, or one of the tumours, is positive.
    AnyPositive,
    /// One of them is not settled yet, and none is positive.
    AnyOpen,
    /// One of them gives a result, the others none.
    AnyResult,
    /// This report gives none; an earlier specimen does.
    Prior,
    /// This report's own result is awaited, and an earlier specimen that was not positive does not stand for it.
    Awaited,
    /// This report's score waits for a gene test, and an earlier specimen of the same tumour has one.
    EarlierGeneTest,
    /// The record only implies it.
    Implied,
}

impl PatientRule {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Only => "only",
            Self::Agree => "agree",
            Self::Metastasis => "metastasis",
            Self::AnyPositive => "any-positive",
            Self::AnyOpen => "any-open",
            Self::AnyResult => "any-result",
            Self::Prior => "prior",
            Self::Awaited => "awaited",
            Self::EarlierGeneTest => "earlier-gene-test",
            Self::Implied => "implied",
        }
    }
}

/// The position of the deciding result, and why. This report's specimens come before earlier ones, named tests before what is implied.
pub(super) fn deciding(
    record: &Record,
    specimens: &[SpecimenFinding],
) -> (Option<usize>, PatientRule) {
    let of = |wanted: Option<Context>| -> Vec<usize> {
        let fits = |found: &SpecimenFinding| match wanted {
            Some(context) => !found.implied && found.context == context,
            None => found.implied,
        };
        (0..specimens.len())
            .filter(|at| fits(&specimens[*at]))
            .collect()
    };
    let status = |at: usize| specimens[at].decision.her2_status();
    let current = of(Some(Context::Current));
    let (candidates, rule) = if !current.is_empty() {
        (current, None)
    } else if let prior @ [_, ..] = &of(Some(Context::Prior))[..] {
        (prior.to_vec(), Some(PatientRule::Prior))
    } else {
        (of(None), Some(PatientRule::Implied))
    };
    let metastasis = |at: &usize| is_metastasis(record, &specimens[*at]);
    let first = |wanted: &[Her2Status]| {
        let mut all = candidates.iter().copied();
        all.find(|at| wanted.contains(&status(*at)))
    };
    let (at, why) = match candidates[..] {
        [] => return (None, PatientRule::Nothing),
        [only] => (only, PatientRule::Only),
        [one, ref others @ ..] if others.iter().all(|other| status(*other) == status(one)) => {
            (one, PatientRule::Agree)
        }
        [one, ..] => {
            let final_metastasis = candidates.iter().copied().find(|at| {
                metastasis(at) && matches!(status(*at), Her2Status::Positive | Her2Status::Negative)
            });
            if let Some(at) = final_metastasis {
                (at, PatientRule::Metastasis)
            } else if let Some(at) = first(&[Her2Status::Positive]) {
                (at, PatientRule::AnyPositive)
            } else if let Some(at) = first(&[Her2Status::Equivocal, Her2Status::Pending]) {
                (at, PatientRule::AnyOpen)
            } else if let Some(at) = first(&[Her2Status::Negative]) {
                (at, PatientRule::AnyResult)
            } else {
                (one, PatientRule::AnyResult)
            }
        }
    };
    let awaited = record.her2_status.0 == RecordStatus::Pending;
    if rule == Some(PatientRule::Prior) && awaited && status(at) != Her2Status::Positive {
        return (None, PatientRule::Awaited);
    }
    if let (None, Some(earlier)) = (rule, earlier_gene_test(record, specimens, at)) {
        return (Some(earlier), PatientRule::EarlierGeneTest);
    }
    (Some(at), rule.unwrap_or(why))
}

/// An earlier specimen with the final gene test that the score of this one waits for.
fn earlier_gene_test(record: &Record, specimens: &[SpecimenFinding], at: usize) -> Option<usize> {
    let waiting = &specimens[at];
    let last = |found: &SpecimenFinding| {
        let status = found.decision.her2_status();
        matches!(status, Her2Status::Positive | Her2Status::Negative)
    };
    // A gene test of this specimen that is under way is not replaced by one of an earlier specimen.
    let under_way = waiting
        .evidence
        .ish
        .is_some_and(|ish| ish.word.is_some_and(|word| word.value == Her2Word::Pending));
    if under_way || !waiting.decision.awaited().contains(Awaited::Ish) {
        return None;
    }
    specimens.iter().position(|found| {
        found.context == Context::Prior
            && !found.implied
            && found.evidence.ish.is_some()
            && last(found)
            && !told_apart(record, waiting, found)
            && is_metastasis(record, waiting) == is_metastasis(record, found)
    })
}

fn is_metastasis(record: &Record, found: &SpecimenFinding) -> bool {
    let procedure = record.specimens[found.specimen].procedure;
    procedure == Some(Procedure::Metastasis)
}

/// Flags for results that differ: of one tumour, or of the primary and a metastasis. Tumours that a report tells apart may differ.
pub(super) fn discordance(record: &Record, specimens: &[SpecimenFinding]) -> TermSet<Flag> {
    let mut flags = TermSet::EMPTY;
    for (at, one) in specimens.iter().enumerate() {
        for other in &specimens[at + 1..] {
            let statuses = (one.decision.her2_status(), other.decision.her2_status());
            let differ = matches!(
                statuses,
                (Her2Status::Positive, Her2Status::Negative)
                    | (Her2Status::Negative, Her2Status::Positive)
            );
            if !differ || one.implied || other.implied {
                continue;
            }
            if is_metastasis(record, one) != is_metastasis(record, other) {
                flags = flags.with(Flag::DiscordantPrimaryMetastasis);
            } else if !told_apart(record, one, other) {
                flags = flags.with(Flag::DiscordantSameTumour);
            }
        }
    }
    flags
}

/// Whether the report tells the tumours apart, by name or by side.
fn told_apart(record: &Record, one: &SpecimenFinding, other: &SpecimenFinding) -> bool {
    let side = |found: &SpecimenFinding| record.specimens[found.specimen].side;
    let sides = matches!((side(one), side(other)), (Some(a), Some(b)) if a != b);
    let named = matches!((one.tumor, other.tumor), (Some(a), Some(b)) if a != b);
    sides || named
}
