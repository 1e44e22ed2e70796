//! The HER2 items of a tumour from what was found on one sample.

use super::number::{CUT, is_cut, tenths, written};
use super::{Items, Written};
use crate::convert::LeftOut;
use her2_case::{
    Amount, Assay, Decimal, Fact, Her2Status, Her2Word, IhcEvidence, IhcScore, IshEvidence,
    IshGroup, Probe, Record,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};
use her2_pathway::testing::SpecimenFinding;

const WORD_OF_IHC: &str = "the word of a HER2 protein test without a score";

/// How high a result is, for the choice between samples: the overall code, then the score, then the ratio.
pub(super) fn height(found: &SpecimenFinding) -> (u8, Option<IhcScore>, u64) {
    let overall = match overall(found) {
        '1' => 3,
        '0' => 2,
        '7' => 1,
        _ => 0,
    };
    let score = found.evidence.ihc.and_then(|ihc| ihc.score);
    let ratio = found.evidence.ish.and_then(|ish| ish.ratio?.value.exact());
    (
        overall,
        score.map(|score| score.value.high),
        ratio.map_or(0, Decimal::held_micros),
    )
}

/// The code of the overall summary.
fn overall(found: &SpecimenFinding) -> char {
    let ish_word = found.evidence.ish.and_then(|ish| ish.word);
    let ordered = ish_word.is_some_and(|word| word.value == Her2Word::Pending);
    match found.decision.her2_status() {
        Her2Status::Positive => '1',
        Her2Status::Negative => '0',
        Her2Status::Equivocal if ordered => '7',
        Her2Status::Equivocal => '0',
        Her2Status::Pending => '7',
        Her2Status::Indeterminate | Her2Status::NotApplicable => '9',
    }
}

/// Writes the items. The first record is the one of the sample.
pub(super) fn write(
    records: &[&Record],
    found: &SpecimenFinding,
    items: &mut Items,
    left_out: &mut LeftOut,
) {
    if let Some(ihc) = &found.evidence.ihc {
        left_out.add_if(ihc.percent.is_some(), "percent of cells stained for HER2");
        left_out.add_if(ihc.stain.is_some(), "pattern of HER2 staining");
        left_out.add_if(ihc.rejected.is_some(), "that a test was not valid");
    }
    match &found.evidence.ihc {
        Some(evidence) if of_a_test(evidence, records) => ihc(evidence, items, left_out),
        _ => named_words(records, found, items, left_out),
    }
    if let Some(ish) = &found.evidence.ish {
        self::ish(ish, items, left_out);
    }
    left_out.add_if(
        found.evidence.recount.is_some() || found.evidence.adjudicated_group.is_some(),
        "second count",
    );
    let equivocal = found.decision.her2_status() == Her2Status::Equivocal;
    left_out.add_if(equivocal, "that the result is equivocal and not negative");
    items.add(Item::Her2OverallSummary, overall(found));
}

/// Whether the evidence is of a protein test, and not the word of a summary alone.
fn of_a_test(ihc: &IhcEvidence, records: &[&Record]) -> bool {
    let mut results = records.iter().flat_map(|record| record.her2_results());
    ihc.score.is_some()
        || ihc.rejected.is_some()
        || ihc.word.is_none_or(|word| {
            results.any(|result| {
                let own = |of: Fact<Her2Word>| of.origin == word.origin;
                result.assay == Assay::Ihc && result.word.is_some_and(own)
            })
        })
}

/// What the protein test of the same tissue is said to have given, where a summary that says otherwise was decided on.
fn named_words(
    records: &[&Record],
    found: &SpecimenFinding,
    items: &mut Items,
    left_out: &mut LeftOut,
) {
    let specimen = records
        .first()
        .and_then(|of| of.specimens.get(found.specimen));
    let results = specimen.into_iter().flat_map(|specimen| &specimen.her2);
    let own = results.filter(|result| {
        let place = (result.tumor, result.context, result.implied);
        result.assay == Assay::Ihc
            && !result.superseded
            && place == (found.tumor, found.context, found.implied)
    });
    let mut words = own.filter_map(|result| Some(bare(result.word?.value)));
    let Some(first) = words.next() else {
        return;
    };
    let written =
        words.all(|word| word == first) && items.mean(Item::Her2IhcSummary, Meaning::Word(first));
    left_out.add_if(!written, WORD_OF_IHC);
}

/// A protein test is negative by either word.
fn bare(word: Her2Word) -> Her2Word {
    match word {
        Her2Word::NotOverexpressed => Her2Word::Negative,
        other => other,
    }
}

fn ihc(ihc: &IhcEvidence, items: &mut Items, left_out: &mut LeftOut) {
    if ihc.rejected.is_some() {
        return;
    }
    if let Some(score) = ihc.score {
        left_out.add_if(score.value.zero_plus, "a score of 0 printed as 0+");
        let is_one = score.value.exact().map(Meaning::Score);
        let is_written = is_one.is_some_and(|one| items.mean(Item::Her2IhcSummary, one));
        left_out.add_if(!is_written, "a HER2 score given as a range");
        return;
    }
    if let Some(word) = ihc.word {
        let written = items.mean(Item::Her2IhcSummary, Meaning::Word(bare(word.value)));
        left_out.add_if(!written, WORD_OF_IHC);
    }
}

fn ish(ish: &IshEvidence, items: &mut Items, left_out: &mut LeftOut) {
    let counted = ish.cells.is_some() || ish.her2_cells.is_some() || ish.cep17_cells.is_some();
    left_out.add_if(counted, "cells counted");
    left_out.add_if(ish.observers.is_some(), "observers");
    left_out.add_if(ish.cep17_copies.is_some(), "CEP17 copies");
    let totals = ish.her2_total.is_some() || ish.cep17_total.is_some();
    left_out.add_if(totals, "total signals");
    left_out.add_if(ish.group.is_some(), "dual-probe group as stated");
    left_out.add_if(ish.rejected.is_some(), "that a test was not valid");
    if ish.rejected.is_some() {
        return;
    }
    if let Some(ratio) = ish.ratio {
        let no_bound = "a HER2/CEP17 ratio given as a bound";
        amount(
            ratio,
            Item::Her2IshDualProbeRatio,
            no_bound,
            items,
            left_out,
        );
    }
    let centromere = ish.ratio.is_some() || ish.cep17_copies.is_some() || ish.group.is_some();
    let probe = ish.probe.map(|probe| probe.value);
    let item = match probe.or(centromere.then_some(Probe::Dual)) {
        Some(Probe::Dual) => Some(Item::Her2IshDualProbeCopyNumber),
        Some(Probe::Single) => Some(Item::Her2IshSingleProbeCopyNumber),
        None => None,
    };
    match (ish.her2_copies, item) {
        (Some(copies), Some(item)) => {
            amount(
                copies,
                item,
                "HER2 copies given as a bound",
                items,
                left_out,
            );
        }
        (Some(_), None) => left_out.add("HER2 copies, where the probe is not told"),
        (None, _) => {}
    }
    let word = match (
        ish.word.map(|word| word.value),
        ish.group.map(|group| group.value),
    ) {
        (Some(Her2Word::Amplified | Her2Word::Positive | Her2Word::Overexpressed), _) => {
            Some(Her2Word::Amplified)
        }
        (Some(Her2Word::NotAmplified | Her2Word::Negative | Her2Word::NotOverexpressed), _) => {
            Some(Her2Word::NotAmplified)
        }
        (None, Some(IshGroup::One)) => Some(Her2Word::Amplified),
        (None, Some(IshGroup::Five)) => Some(Her2Word::NotAmplified),
        (word, _) => word,
    };
    if let Some(word) = word {
        let written = items.mean(Item::Her2IshSummary, Meaning::Word(word));
        left_out.add_if(!written, "the word of a HER2 gene test");
    }
}

/// A ratio or copies, with one decimal.
fn amount(
    of: Fact<Amount>,
    item: Item,
    no_bound: &'static str,
    items: &mut Items,
    left_out: &mut LeftOut,
) {
    match items.amount(item, of.value, |value| written(tenths(value).0)) {
        Some(Written::Number) => left_out.add_if(is_cut(of.value), CUT),
        Some(Written::Bound) => {}
        None => left_out.add(no_bound),
    }
}
