//! The same result told twice is one result; two results that differ stay two.

use crate::value::direction;
use her2_case::{
    Amount, Assay, Context, Fact, Her2Result, ReceptorResult, ReceptorStatus, Record, Tumor,
};

fn same<T: PartialEq + Copy>(one: Option<Fact<T>>, other: Option<Fact<T>>) -> bool {
    same_by(one, other, |one, other| one == other)
}

fn same_by<T: Copy>(
    one: Option<Fact<T>>,
    other: Option<Fact<T>>,
    agree: impl Fn(T, T) -> bool,
) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => agree(one.value, other.value),
        _ => true,
    }
}

/// Numbers are the same however many zeros are printed after them.
fn same_amount(one: Amount, other: Amount) -> bool {
    match (one.exact(), other.exact()) {
        (Some(one), Some(other)) => one.micros() == other.micros(),
        _ => one == other,
    }
}

/// Whether two results can be one.
fn fits(one: &Her2Result, other: &Her2Result) -> bool {
    one.assay == other.assay
        && one.context == other.context
        && one.superseded == other.superseded
        && one.implied == other.implied
        && (one.probe.is_none() || other.probe.is_none() || one.probe == other.probe)
        && same_by(one.score, other.score, |one, other| {
            one.low == other.low && one.high == other.high
        })
        && same_by(one.percent, other.percent, same_amount)
        && same(one.stain, other.stain)
        && same_by(one.ratio, other.ratio, same_amount)
        && same_by(one.her2_copies, other.her2_copies, same_amount)
        && same_by(one.cep17_copies, other.cep17_copies, same_amount)
        && same_by(one.her2_total, other.her2_total, |one, other| {
            one.micros() == other.micros()
        })
        && same_by(one.cep17_total, other.cep17_total, |one, other| {
            one.micros() == other.micros()
        })
        && same(one.cells, other.cells)
        && same(one.observers, other.observers)
        && same(one.group, other.group)
        && same_by(one.word, other.word, |one, other| {
            direction(one) == direction(other)
        })
        && same(one.claimed_category, other.claimed_category)
}

fn fill(into: &mut Her2Result, from: Her2Result) {
    into.probe = into.probe.or(from.probe);
    into.score = into.score.or(from.score);
    into.percent = into.percent.or(from.percent);
    into.stain = into.stain.or(from.stain);
    into.ratio = into.ratio.or(from.ratio);
    into.her2_copies = into.her2_copies.or(from.her2_copies);
    into.cep17_copies = into.cep17_copies.or(from.cep17_copies);
    into.her2_total = into.her2_total.or(from.her2_total);
    into.cep17_total = into.cep17_total.or(from.cep17_total);
    into.cells = into.cells.or(from.cells);
    into.observers = into.observers.or(from.observers);
    into.group = into.group.or(from.group);
    into.word = into.word.or(from.word);
    into.claimed_category = into.claimed_category.or(from.claimed_category);
}

/// Adds a result of HER2 to others, into the first with which it can be one. At most this many stay apart.
pub(super) fn her2(into: &mut Vec<Her2Result>, fresh: Her2Result) -> bool {
    const MOST: usize = 64;
    match into.iter().position(|held| fits(held, &fresh)) {
        Some(at) => fill(&mut into[at], fresh),
        None if into.len() < MOST => into.push(fresh),
        None => return false,
    }
    true
}

/// Adds a result of a receptor.
pub(super) fn receptor(into: &mut Vec<ReceptorResult>, fresh: ReceptorResult) -> bool {
    const MOST: usize = 64;
    let open = |status| status == ReceptorStatus::NotReported;
    let fits = |held: &ReceptorResult| {
        held.receptor == fresh.receptor
            && held.context == fresh.context
            && held.superseded == fresh.superseded
            && (open(held.status)
                || open(fresh.status)
                || held.status == fresh.status
                || low(held, &fresh))
            && same_by(held.percent, fresh.percent, same_amount)
            && same(held.allred, fresh.allred)
            && same(held.h_score, fresh.h_score)
    };
    match into.iter().position(fits) {
        Some(at) => {
            let held = &mut into[at];
            if open(held.status) || held.status == ReceptorStatus::Positive && !open(fresh.status) {
                held.status = fresh.status;
            }
            held.percent = held.percent.or(fresh.percent);
            held.allred = held.allred.or(fresh.allred);
            held.h_score = held.h_score.or(fresh.h_score);
        }
        None if into.len() < MOST => into.push(fresh),
        None => return false,
    }
    true
}

/// A low positive is positive: the two words for one result do not contradict each other.
fn low(one: &ReceptorResult, other: &ReceptorResult) -> bool {
    let positive = |status| {
        matches!(
            status,
            ReceptorStatus::Positive | ReceptorStatus::LowPositive
        )
    };
    positive(one.status) && positive(other.status)
}

/// Numbers of cells or observers are no result by themselves: they go to the count there is, or nowhere.
pub(super) fn drop_bare_counts(results: &mut Vec<Her2Result>) {
    let bare = |result: &Her2Result| {
        result.assay == Assay::Ish
            && result.ratio.is_none()
            && result.her2_copies.is_none()
            && result.cep17_copies.is_none()
            && result.her2_total.is_none()
            && result.cep17_total.is_none()
            && result.group.is_none()
            && result.word.is_none()
            && result.claimed_category.is_none()
    };
    results.retain(|result| !bare(result));
}

/// Whether a result of a narrative tells the same as one that is held, or less.
pub(super) fn told_already(held: &[Her2Result], told: &Her2Result) -> Told {
    if told.context == Context::Prior {
        return Told::Not;
    }
    let mut differs = false;
    for (at, one) in held.iter().enumerate() {
        if one.context != Context::Current || one.superseded {
            continue;
        }
        let mut as_held = told.clone();
        as_held.superseded = false;
        as_held.implied = one.implied;
        if told.assay == Assay::Unspecified {
            as_held.assay = one.assay;
        }
        if as_held.assay != one.assay {
            continue;
        }
        if fits(one, &as_held) {
            return Told::Same(at);
        }
        differs = true;
    }
    if differs { Told::Differs } else { Told::Not }
}

/// How a result of a narrative stands to those that are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing like it is held.
    Not,
    /// This one tells the same.
    Same(usize),
    /// The same test is held with another result.
    Differs,
}

/// Adds what a narrative tells more of a result that is held.
pub(super) fn more(into: &mut Her2Result, from: Her2Result) {
    fill(into, from);
}

/// Fills what is not known of a tumour.
pub(super) fn tumor(into: &mut Tumor, from: Tumor) {
    let clinical_here = into
        .tnm_prefix
        .is_some_and(|of| of.value == her2_case::TnmPrefix::Clinical);
    let pathological = from
        .tnm_prefix
        .is_some_and(|of| of.value != her2_case::TnmPrefix::Clinical);
    let has_stage = |of: &Tumor| of.t.is_some() || of.n.is_some();
    if clinical_here && pathological && has_stage(&from) {
        // What the pathologist saw replaces what was felt and seen from outside; the two are not mixed.
        into.t = None;
        into.n = None;
        into.tnm_prefix = None;
    }
    let mixes = match (into.tnm_prefix, from.tnm_prefix) {
        (Some(here), Some(there)) => here.value != there.value,
        _ => false,
    };
    if !mixes {
        into.t = into.t.take().or(from.t);
        into.n = into.n.take().or(from.n);
        into.tnm_prefix = into.tnm_prefix.or(from.tnm_prefix);
    }
    into.m = into.m.take().or(from.m);
    into.grade = into.grade.or(from.grade);
    into.histology = into.histology.or(from.histology);
    into.size_mm = into.size_mm.or(from.size_mm);
    into.nodes_positive = into.nodes_positive.or(from.nodes_positive);
    into.nodes_examined = into.nodes_examined.or(from.nodes_examined);
    into.laterality = into.laterality.or(from.laterality);
    into.multiple = into.multiple.or(from.multiple);
    into.lvi = into.lvi.or(from.lvi);
    into.margins = into.margins.or(from.margins);
    into.dcis = into.dcis.or(from.dcis);
    into.treatment_effect = into.treatment_effect.or(from.treatment_effect);
    into.metastatic_site = into.metastatic_site.or(from.metastatic_site);
    into.invasive = into.invasive.or(from.invasive);
    into.ki67 = into.ki67.or(from.ki67);
}

/// Whether a record says nothing of a marker.
pub(super) fn is_bare(record: &Record) -> bool {
    let bare = |of: &her2_case::Specimen| {
        of.her2.is_empty() && of.receptors.is_empty() && of.ki67.is_none()
    };
    record.specimens.iter().all(bare)
}
