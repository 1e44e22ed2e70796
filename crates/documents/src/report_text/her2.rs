//! HER2 results as a report states them.

use crate::convert::LeftOut;
use her2_case::{Her2Result, Her2Word, Probe, Stain, Term};
use std::fmt::Write;

/// By immunohistochemistry.
pub(super) fn protein(ihc: &Her2Result, out: &mut String, left_out: &mut LeftOut) {
    let word = ihc.word.map(|word| said(word.value));
    let _ = match (ihc.score, word) {
        (Some(score), Some(word)) => {
            write!(
                out,
                "HER2 by immunohistochemistry: {word} (score {})",
                score.value
            )
        }
        (Some(score), None) => write!(out, "HER2 by immunohistochemistry: score {}", score.value),
        (None, Some(word)) => write!(out, "HER2 by immunohistochemistry: {word}"),
        (None, None) => write!(out, "HER2 by immunohistochemistry:"),
    };
    let stain = ihc.stain.map(|stain| match stain.value {
        Stain::None => "no membrane staining",
        Stain::FaintIncomplete => "faint, incomplete membrane staining",
        Stain::WeakModerateComplete => "weak to moderate, complete membrane staining",
        Stain::ModerateIntenseIncomplete => "moderate to intense, incomplete membrane staining",
        Stain::IntenseComplete => "intense, complete membrane staining",
    });
    let _ = match (stain, ihc.percent) {
        (Some(stain), Some(percent)) => {
            write!(
                out,
                ", {stain} in {}% of invasive tumor cells",
                percent.value
            )
        }
        (Some(stain), None) => write!(out, ", {stain}"),
        (None, Some(percent)) => {
            write!(out, ", {}% of invasive tumor cells stained", percent.value)
        }
        (None, None) => Ok(()),
    };
    out.push('\n');
    left_out.add_if(
        ihc.claimed_category.is_some(),
        "HER2 category as the record names it",
    );
}

/// By in situ hybridisation: what was counted, then what it is called.
pub(super) fn gene(ish: &Her2Result, out: &mut String, left_out: &mut LeftOut) {
    let method = match ish.probe {
        Some(Probe::Dual) => "dual-probe in situ hybridization",
        Some(Probe::Single) => "single-probe in situ hybridization",
        None => "in situ hybridization",
    };
    let _ = write!(out, "HER2 by {method} (ISH):");
    if let Some(word) = ish.word {
        let _ = write!(out, " {}", said(word.value));
    }
    out.push('\n');
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "  {name}: {value}");
        }
    };
    line(
        "HER2/CEP17 ratio",
        ish.ratio.map(|fact| fact.value.to_string()),
    );
    line(
        "Average number of HER2 signals per cell",
        ish.her2_copies.map(|fact| fact.value.to_string()),
    );
    line(
        "Average number of CEP17 signals per cell",
        ish.cep17_copies.map(|fact| fact.value.to_string()),
    );
    line(
        "Number of cells counted",
        ish.cells.map(|fact| fact.value.to_string()),
    );
    line(
        "Number of observers",
        ish.observers.map(|fact| fact.value.to_string()),
    );
    line(
        "Group",
        ish.group
            .map(|fact| format!("ISH group {}", fact.value.name())),
    );
    left_out.add_if(ish.her2_total.is_some(), "total of HER2 signals");
    left_out.add_if(ish.cep17_total.is_some(), "total of CEP17 signals");
    left_out.add_if(ish.percent.is_some(), "HER2 percent of a gene test");
    left_out.add_if(
        ish.claimed_category.is_some(),
        "HER2 category as the record names it",
    );
}

/// A statement that names no test.
pub(super) fn unnamed(result: &Her2Result, out: &mut String, left_out: &mut LeftOut) {
    if let Some(word) = result.word {
        let _ = writeln!(out, "HER2: {}", said(word.value));
    }
    left_out.add_if(result.score.is_some(), "HER2 score without a test");
    left_out.add_if(result.percent.is_some(), "HER2 percent without a test");
    let counted = result.ratio.is_some() || result.her2_copies.is_some();
    left_out.add_if(counted, "HER2 counts without a test");
}

fn said(word: Her2Word) -> &'static str {
    match word {
        Her2Word::Positive => "positive",
        Her2Word::Negative => "negative",
        Her2Word::Equivocal => "equivocal",
        Her2Word::Amplified => "amplified",
        Her2Word::NotAmplified => "not amplified",
        Her2Word::Overexpressed => "overexpressed",
        Her2Word::NotOverexpressed => "not overexpressed",
        Her2Word::WeaklyPositive => "weakly positive",
        Her2Word::Indeterminate => "indeterminate",
        Her2Word::Pending => "pending",
        Her2Word::NotPerformed => "not performed",
    }
}
