//! Where each option stands in the tables: found once, so that a plan has only to look.

use super::checks::CheckIndex;
use her2_case::{Listing, Term};
use her2_knowledge::{CareTable, Regimen, care_tables};
use jiff::civil::Date;
use std::sync::LazyLock;

/// The tables, and for each option the rows that list it.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) tables: Vec<Listed>,
    /// Sorted by the name of the option.
    pub(super) options: Vec<OptionRows>,
}

/// A table with what its rows list.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) table: &'static CareTable,
    /// The rows in which the source speaks against something.
    pub(super) against: u128,
    /// For each row the position of its option.
    pub(super) option_of: Vec<usize>,
}

/// An option with the rows that list it.
#[derive(Debug)]
pub(super) struct OptionRows {
    pub(super) regimen: &'static Regimen,
    /// Tables by position, each with the rows that list it.
    pub(super) listed: Vec<(usize, u128)>,
    /// The same of the rows that speak against it.
    pub(super) against: Vec<(usize, u128)>,
    /// Groups of medicines of which one is given, each with the pages of checks about it, one bit a page.
    pub(super) checks: Vec<Vec<u32>>,
}

static ALL: LazyLock<Index> = LazyLock::new(|| Index::of(care_tables().iter()));

impl Index {
    /// Of every table there is.
    pub(super) fn all() -> &'static Self {
        &ALL
    }

    /// Of these tables.
    pub(super) fn of(tables: impl Iterator<Item = &'static CareTable>) -> Self {
        let mut tables: Vec<_> = tables.map(Listed::of).collect();
        let mut regimens: Vec<&'static Regimen> = Vec::new();
        for listed in &tables {
            let rows = 0..listed.table.choices.data().rows().len();
            regimens.extend(rows.map(|row| listed.table.regimen(row)));
        }
        regimens.sort_by_key(|regimen| regimen.id);
        regimens.dedup_by_key(|regimen| regimen.id);
        let position = |regimen: &'static Regimen| {
            let found = regimens.binary_search_by(|of| of.id.cmp(regimen.id));
            found.expect("each regimen of a row was put in the list")
        };
        for listed in &mut tables {
            let rows = 0..listed.table.choices.data().rows().len();
            let table = listed.table;
            listed.option_of = rows.map(|row| position(table.regimen(row))).collect();
        }
        let rows_of = |option: usize, against: bool| {
            let rows = tables.iter().enumerate().map(|(at, listed)| {
                let of_option = listed.rows_of(option);
                let kept = if against {
                    listed.against
                } else {
                    !listed.against
                };
                (at, of_option & kept)
            });
            rows.filter(|(_, rows)| *rows != 0).collect()
        };
        let options = regimens.iter().enumerate().map(|(at, regimen)| OptionRows {
            regimen,
            listed: rows_of(at, false),
            against: rows_of(at, true),
            checks: CheckIndex::all().groups(regimen),
        });
        Self {
            options: options.collect(),
            tables,
        }
    }
}

impl Listed {
    fn of(table: &'static CareTable) -> Self {
        let rows = table.choices.data().rows().iter().enumerate();
        let speaks_against = |answer: u8| usize::from(answer) == Listing::AdvisedAgainst.index();
        let against = rows.fold(0, |bits, (at, row)| {
            bits | u128::from(speaks_against(row.answer)) << at
        });
        Self {
            table,
            against,
            option_of: Vec::new(),
        }
    }

    /// The rows that count on that day; none if the edition does not.
    pub(super) fn in_force_on(&self, day: Date) -> u128 {
        let edition = self.table.edition;
        if edition.is_some_and(|edition| !edition.in_force_on(day)) {
            return 0;
        }
        self.table.choices.data().in_force_on(day)
    }

    fn rows_of(&self, option: usize) -> u128 {
        let rows = self.option_of.iter().enumerate();
        rows.fold(0, |bits, (row, of)| bits | u128::from(*of == option) << row)
    }
}
