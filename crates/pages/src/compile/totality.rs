//! Gaps, overlaps, rows that can never decide, and columns that never matter.

use super::load::holding;
use super::page::{CheckedPage, InputColumn, PageRow};
use super::region::{Region, describe};
use super::{Decide, Faults};
use crate::band::members;
use std::collections::{BTreeMap, HashMap};

/// At most this many gaps of one page are told one by one.
const MOST_TOLD: usize = 12;

/// Every combination meets exactly one row (or, among options, at least one, if the page does not say what is told otherwise); every row
/// can be reached; every column matters.
/// Whether the rows are sound: only then do cases tell anything.
pub(super) fn check(page: &CheckedPage, line: u32, faults: &mut Faults) -> bool {
    let (columns, rows, decide) = (&page.columns[..], &page.rows[..], page.decide);
    let every: Region = columns.iter().map(InputColumn::every_band).collect();
    let all = u128::MAX >> (128 - rows.len());
    let total = page.otherwise.is_none();
    let gaps = match total {
        true => Cover::new(columns, rows).gaps(&every, all),
        false => Vec::new(),
    };
    for gap in gaps.iter().take(MOST_TOLD) {
        faults.add(line, format!("no row for {}", describe(columns, gap)));
    }
    if gaps.len() > MOST_TOLD {
        faults.add(
            line,
            format!(
                "and {} more combinations without a row",
                gaps.len() - MOST_TOLD
            ),
        );
    }
    let apart = decide == Decide::All || !overlaps(columns, rows, faults);
    let sound = apart && gaps.is_empty();
    let restricts = |at: usize| rows.iter().any(|row| row.masks[at] != every[at]);
    for (at, column) in columns.iter().enumerate() {
        let matters = if total {
            matters(at, rows, decide)
        } else {
            restricts(at)
        };
        if sound && !matters {
            let name = column.question.name();
            faults.add(
                line,
                format!("unused column {name}: its value never changes the result"),
            );
        }
    }
    sound
}

fn overlaps(columns: &[InputColumn], rows: &[PageRow], faults: &mut Faults) -> bool {
    let mut found = false;
    let meet = |one: &PageRow, other: &PageRow| -> Option<Region> {
        let both = one.masks.iter().zip(&other.masks).map(|(a, b)| a & b);
        let both: Region = both.collect();
        both.iter().all(|bands| *bands != 0).then_some(both)
    };
    for (at, row) in rows.iter().enumerate() {
        let (mut meeting, mut names) = (0u128, Vec::new());
        for (other_at, other) in rows.iter().enumerate().filter(|(other, _)| *other != at) {
            if meet(row, other).is_some() {
                meeting |= 1 << other_at;
                names.push(format!("`{}` (line {})", other.anchor, other.line));
            }
        }
        if meeting != 0
            && Cover::new(columns, rows)
                .gaps(&row.masks, meeting)
                .is_empty()
        {
            let (anchor, names) = (&row.anchor, names.join(", "));
            let message =
                format!("unreachable row `{anchor}`: all it holds for is held by {names}");
            faults.add(row.line, message);
        }
        for before in &rows[..at] {
            if let Some(both) = meet(before, row) {
                found = true;
                let message = format!(
                    "rows `{}` (line {}) and `{}` both hold for {}",
                    before.anchor,
                    before.line,
                    row.anchor,
                    describe(columns, &both)
                );
                faults.add(row.line, message);
            }
        }
    }
    found
}

/// Whether two rows that agree in every other column can tell different things because of this one.
fn matters(at: usize, rows: &[PageRow], decide: Decide) -> bool {
    let differ = |one: &PageRow, other: &PageRow| match decide {
        Decide::One => (one.answer, &one.also) != (other.answer, &other.also),
        Decide::All => one.masks[at] != other.masks[at],
    };
    let meet_elsewhere = |one: &PageRow, other: &PageRow| {
        let pairs = one.masks.iter().zip(&other.masks).enumerate();
        let mut elsewhere = pairs.filter(|(column, _)| *column != at);
        elsewhere.all(|(_, (a, b))| a & b != 0)
    };
    rows.iter().enumerate().any(|(i, one)| {
        let others = &rows[..i];
        let tells = |other: &PageRow| {
            differ(one, other) && one.masks[at] != other.masks[at] && meet_elsewhere(one, other)
        };
        others.iter().any(tells)
    })
}

/// Which part of a region no row holds for.
struct Cover {
    /// For each column, for each band, one bit a row.
    rows: Vec<Vec<u128>>,
    known: HashMap<(usize, u128), Vec<Region>>,
}

impl Cover {
    fn new(columns: &[InputColumn], rows: &[PageRow]) -> Self {
        let columns = columns.iter().enumerate();
        let rows = columns.map(|(at, column)| holding(column, at, rows));
        Self {
            rows: rows.collect(),
            known: HashMap::new(),
        }
    }

    fn gaps(&mut self, within: &[u64], rows: u128) -> Vec<Region> {
        self.known.clear();
        self.from(0, within, rows)
    }

    /// The gaps of the columns from `at` on, where only these rows are left.
    fn from(&mut self, at: usize, within: &[u64], rows: u128) -> Vec<Region> {
        if rows == 0 {
            return vec![within[at..].to_vec()];
        }
        if at == within.len() {
            return Vec::new();
        }
        if let Some(known) = self.known.get(&(at, rows)) {
            return known.clone();
        }
        let mut alike: BTreeMap<u128, u64> = BTreeMap::new();
        for band in members(within[at]) {
            *alike.entry(rows & self.rows[at][band]).or_default() |= 1 << band;
        }
        let mut gaps: BTreeMap<Region, u64> = BTreeMap::new();
        for (rows, bands) in alike {
            for rest in self.from(at + 1, within, rows) {
                *gaps.entry(rest).or_default() |= bands;
            }
        }
        let gaps = gaps.into_iter().map(|(rest, bands)| {
            let mut region = vec![bands];
            region.extend(rest);
            region
        });
        let gaps: Vec<Region> = gaps.collect();
        self.known.insert((at, rows), gaps.clone());
        gaps
    }
}
