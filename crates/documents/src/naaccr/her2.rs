//! The HER2 items of a tumour from what was found on one sample.

use super::Items;
use super::number::{is_at_least, is_below, tenths, written};
use crate::convert::LeftOut;
use her2_case::{
    Amount, Assay, Decimal, Fact, Her2Status, Her2Word, IhcEvidence, IhcScore, IshEvidence,
    IshGroup, Probe, Record,
};
use her2_knowledge::{RegistryItem as Item, RegistryMeaning as Meaning};
use her2_pathway::testing::SpecimenFinding;

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

/// Writes the items.
pub(super) fn write(
    record: &Record,
    found: &SpecimenFinding,
    items: &mut Items,
    left_out: &mut LeftOut,
) {
    let specimen = &record.specimens[found.specimen];
    let mut results = specimen.her2.iter();
    let names_ihc = results.any(|result| result.assay == Assay::Ihc && !result.superseded);
    if let Some(ihc) = &found.evidence.ihc {
        self::ihc(ihc, names_ihc, items, left_out);
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

fn ihc(ihc: &IhcEvidence, is_named: bool, items: &mut Items, left_out: &mut LeftOut) {
    left_out.add_if(ihc.percent.is_some(), "percent of cells stained for HER2");
    left_out.add_if(ihc.stain.is_some(), "pattern of HER2 staining");
    left_out.add_if(ihc.rejected.is_some(), "that a test was not valid");
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
    let Some(word) = ihc.word.filter(|_| is_named) else {
        return;
    };
    let word = match word.value {
        Her2Word::Negative | Her2Word::NotOverexpressed => Her2Word::Negative,
        other => other,
    };
    if !items.mean(Item::Her2IhcSummary, Meaning::Word(word)) {
        left_out.add("the word of a HER2 protein test without a score");
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
        self::ratio(ratio, items, left_out);
    }
    let centromere = ish.ratio.is_some() || ish.cep17_copies.is_some() || ish.group.is_some();
    let probe = ish.probe.map(|probe| probe.value);
    let item = match probe.or(centromere.then_some(Probe::Dual)) {
        Some(Probe::Dual) => Some(Item::Her2IshDualProbeCopyNumber),
        Some(Probe::Single) => Some(Item::Her2IshSingleProbeCopyNumber),
        None => None,
    };
    match (ish.her2_copies, item) {
        (Some(copies), Some(item)) => self::copies(copies, item, items, left_out),
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

fn ratio(ratio: Fact<Amount>, items: &mut Items, left_out: &mut LeftOut) {
    const TWO: Decimal = Decimal::new(20, 1);
    let item = Item::Her2IshDualProbeRatio;
    match ratio.value {
        Amount::Exactly(value) if tenths(value).0 <= 999 => {
            let (tenths, is_all) = tenths(value);
            left_out.add_if(!is_all, "decimals after the first");
            items.add(item, written(tenths));
        }
        bound if is_below(bound, TWO) => told_bound(item, Amount::Below(TWO), items),
        bound if is_at_least(bound, TWO) => told_bound(item, Amount::AtLeast(TWO), items),
        _ => left_out.add("a HER2/CEP17 ratio given as a bound"),
    }
}

fn told_bound(item: Item, bound: Amount, items: &mut Items) {
    let written = items.mean(item, Meaning::Amount(bound));
    debug_assert!(written, "the item has a code for this bound");
}

fn copies(copies: Fact<Amount>, item: Item, items: &mut Items, left_out: &mut LeftOut) {
    const HUNDRED: Decimal = Decimal::new(100, 0);
    match copies.value {
        Amount::Exactly(value) if tenths(value).0 <= 999 => {
            let (tenths, is_all) = tenths(value);
            left_out.add_if(!is_all, "decimals after the first");
            items.add(item, written(tenths));
        }
        many if is_at_least(many, HUNDRED) => told_bound(item, Amount::AtLeast(HUNDRED), items),
        _ => left_out.add("HER2 copies given as a bound"),
    }
}
