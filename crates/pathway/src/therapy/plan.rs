//! A plan: every option that labels and guidelines list, and how it stands in a situation.

use super::checks::Checked;
use super::given::Her2Given;
use super::index::Index;
use super::item::PlanItem;
use super::row::PlanRow;
use super::situation::Situation;
use her2_case::{CareCase, Fact, Listing, StageGroup};
use her2_pages::{Finding, Known, Standing, Weighed};
use jiff::civil::Date;
use std::fmt;

/// Every option that labels and guidelines list, and how it stands in a situation on a day.
///
/// Nothing in it is a choice: sources list options, people choose. Without a HER2 result for which medicines against HER2 are listed it holds
/// no option with such a medicine. `Debug` shows no patient data.
#[derive(Clone)]
pub struct Plan {
    pub(super) index: &'static Index,
    her2: Her2Given,
    situation: Situation,
    prognostic_stage: Option<Fact<StageGroup>>,
    /// For each table its rows.
    pub(super) weighed: Vec<Weighed<Listing>>,
    /// For each table the rows that count on the day.
    pub(super) in_force: Vec<u128>,
    /// For each page of checks how it stands; nothing if it belongs to another setting.
    pub(super) checked: Vec<Option<Checked>>,
    /// One bit for each of them that is not met.
    pub(super) not_met: u32,
    /// For each option how it stands; nothing if it does not belong into this plan at all.
    pub(super) standings: Vec<Option<Standing>>,
}

/// The plan for a situation on a day.
pub fn plan(her2: Her2Given, case: &CareCase, as_of: Date) -> Plan {
    Plan::over(Index::all(), her2, case, as_of)
}

impl Plan {
    pub(super) fn over(
        index: &'static Index,
        her2: Her2Given,
        case: &CareCase,
        as_of: Date,
    ) -> Self {
        let situation = Situation::of(&her2, case, as_of);
        let known = Known::of(situation.asked());
        let tables = index.tables.iter();
        let weighed = tables.map(|listed| listed.table.choices.weigh(&known));
        let (checked, not_met) = Self::check(&situation);
        let mut plan = Self {
            index,
            checked,
            not_met,
            her2,
            weighed: weighed.collect(),
            in_force: index
                .tables
                .iter()
                .map(|listed| listed.in_force_on(as_of))
                .collect(),
            standings: Vec::new(),
            prognostic_stage: case.prognostic_stage,
            situation,
        };
        plan.standings = (0..index.options.len())
            .map(|option| plan.standing_of(option))
            .collect();
        plan
    }

    fn standing_of(&self, at: usize) -> Option<Standing> {
        let option = &self.index.options[at];
        if option.listed.is_empty() || !self.may_name(option.regimen) {
            return None;
        }
        if self.closed_by_checks(at) {
            return Some(Standing::Closed);
        }
        let mut open = false;
        for &(table, rows) in &option.listed {
            let rows = rows & self.in_force[table];
            if self.weighed[table].met() & rows != 0 {
                return Some(Standing::Met);
            }
            open |= self.weighed[table].open() & rows != 0;
        }
        Some(if open {
            Standing::Open
        } else {
            Standing::Closed
        })
    }

    /// What holds a medicine against HER2 is only named with a HER2 result for which there are such medicines.
    pub(super) fn may_name(&self, regimen: &her2_knowledge::Regimen) -> bool {
        !regimen.is_her2_directed() || self.her2.opens_medicines()
    }

    /// The day.
    pub fn as_of(&self) -> Date {
        self.situation.as_of()
    }

    /// The HER2 result it starts from.
    pub fn her2(&self) -> &Her2Given {
        &self.her2
    }

    /// Whether medicines against HER2 are left out because the HER2 result is not known well enough yet.
    pub fn waiting_for_her2(&self) -> bool {
        !self.her2.opens_medicines() && !self.her2.rules_out_medicines()
    }

    /// What is known of the situation, given and derived.
    pub fn situation(&self) -> &Situation {
        &self.situation
    }

    /// The anatomic stage group, with its row; nothing if it was given or no category is known.
    pub fn stage(&self) -> Option<&Finding<StageGroup>> {
        self.situation.stage()
    }

    /// The prognostic stage as stated. It is never computed here.
    pub fn prognostic_stage(&self) -> Option<&Fact<StageGroup>> {
        self.prognostic_stage.as_ref()
    }

    /// Every option: those that are met, then those that are open, then those that are closed; within them by name, in no order of preference.
    pub fn options(&self) -> impl Iterator<Item = PlanItem<'_>> {
        let groups = [Standing::Met, Standing::Open, Standing::Closed];
        groups
            .into_iter()
            .flat_map(|standing| self.standing(standing))
    }

    fn standing(&self, wanted: Standing) -> impl Iterator<Item = PlanItem<'_>> {
        let options = self.standings.iter().enumerate();
        options
            .filter(move |(_, standing)| **standing == Some(wanted))
            .map(|(option, _)| PlanItem { plan: self, option })
    }

    /// Options of which every requirement of some row is met.
    pub fn met(&self) -> impl Iterator<Item = PlanItem<'_>> {
        self.standing(Standing::Met)
    }

    /// Options that an answer could open.
    pub fn open(&self) -> impl Iterator<Item = PlanItem<'_>> {
        self.standing(Standing::Open)
    }

    /// Options of which no row holds.
    pub fn closed(&self) -> impl Iterator<Item = PlanItem<'_>> {
        self.standing(Standing::Closed)
    }

    /// The option of that name, if it belongs into this plan.
    pub fn option(&self, id: &str) -> Option<PlanItem<'_>> {
        let options = &self.index.options;
        let option = options.binary_search_by(|of| of.regimen.id.cmp(id)).ok()?;
        self.standings[option]?;
        Some(PlanItem { plan: self, option })
    }

    /// Rows in which a source speaks against something, and that hold; or that may hold, unless what they are about is closed anyway.
    pub fn cautions(&self) -> impl Iterator<Item = PlanRow<'_>> {
        let matters = |row: &PlanRow<'_>| match row.standing() {
            Standing::Met => true,
            Standing::Open => {
                let option = self.index.tables[row.table].option_of[row.row];
                self.standings[option] != Some(Standing::Closed)
            }
            Standing::Closed => false,
        };
        self.rows_of(|listed| listed.against).filter(matters)
    }

    /// Every row that holds, also those that speak against something, by table and in the order of its page.
    pub fn met_rows(&self) -> impl Iterator<Item = PlanRow<'_>> {
        self.rows_of(|_| u128::MAX)
            .filter(|row| row.standing() == Standing::Met)
    }

    fn rows_of(
        &self,
        of: impl Fn(&super::index::Listed) -> u128,
    ) -> impl Iterator<Item = PlanRow<'_>> {
        let tables = self.index.tables.iter().enumerate();
        tables.flat_map(move |(table, listed)| {
            let wanted = of(listed);
            let rows = 0..listed.option_of.len();
            rows.filter(move |row| wanted & 1 << row != 0)
                .map(move |row| PlanRow {
                    plan: self,
                    table,
                    row,
                })
                .filter(|row| self.may_name(row.regimen()))
        })
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Plan({}, {} options)",
            self.as_of(),
            self.standings.len()
        )
    }
}
