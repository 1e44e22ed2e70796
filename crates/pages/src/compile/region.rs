//! Regions: a combination of bands, one set of bands in each column, and how a person would say it.

use super::columns::PageBands;
use super::page::InputColumn;
use crate::band::members;
use her2_case::Kind;

/// For each column a set of bands.
pub(super) type Region = Vec<u64>;

/// The combination in words, for example `her2-cep17-ratio >= 2.0, her2-copies < 4.0`. Columns of which every band is left are not said.
pub(super) fn describe(columns: &[InputColumn], region: &[u64]) -> String {
    let said = columns.iter().zip(region).filter_map(|(column, &bands)| {
        let every = u64::MAX >> (64 - column.bands.count());
        let name = column.question.name();
        (bands != every).then(|| format!("{name} {}", describe_bands(column, bands)))
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        "every combination".to_owned()
    } else {
        said.join(", ")
    }
}

fn describe_bands(column: &InputColumn, bands: u64) -> String {
    let parts: Vec<String> = match (&column.bands, column.question.kind()) {
        (PageBands::Terms(of), Kind::Terms(names)) => {
            let within = (0..names.len()).filter(|&term| bands & 1 << of[term] != 0);
            within.map(|term| names[term].to_owned()).collect()
        }
        (PageBands::Number(cuts), _) => {
            let runs = runs(bands).into_iter();
            let describe = |(first, last): (usize, usize)| {
                let low = first.checked_sub(1).map(|cut| cuts[cut]);
                let low =
                    low.map(|cut| format!("{} {}", if cut.after { ">" } else { ">=" }, cut.at));
                let high = cuts.get(last);
                let high =
                    high.map(|cut| format!("{} {}", if cut.after { "<=" } else { "<" }, cut.at));
                low.into_iter().chain(high).collect::<Vec<_>>().join(", ")
            };
            runs.map(describe).collect()
        }
        _ => Vec::new(),
    };
    parts.join(" or ")
}

/// The stretches of neighbouring bits: first and last of each.
fn runs(bits: u64) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for bit in members(bits) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == bit => *last = bit,
            _ => runs.push((bit, bit)),
        }
    }
    runs
}
