//! A row of a table as it stands in a plan.

use super::plan::Plan;
use her2_case::{Listing, Mark, Question, Strength, Term, TermSet};
use her2_knowledge::{CareTable, Evidence, Regimen};
use her2_pages::{Requirement, Row, Standing, Weighed};
use jiff::civil::Date;
use std::fmt;

/// Whether a row counts on the day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// It does.
    Now,
    /// Not before this day.
    From(Date),
    /// Until this day it did.
    Ended(Date),
}

/// A row that lists an option, or speaks against it, as it stands in a plan. Only a plan has rows.
#[derive(Clone, Copy)]
pub struct PlanRow<'a> {
    pub(super) plan: &'a Plan,
    pub(super) table: usize,
    pub(super) row: usize,
}

impl<'a> PlanRow<'a> {
    fn weighed(self) -> &'a Weighed<Listing> {
        &self.plan.weighed[self.table]
    }

    /// The table it stands in, with its source.
    pub fn table(self) -> &'static CareTable {
        self.plan.index.tables[self.table].table
    }

    /// The row, with its citation.
    pub fn row(self) -> &'static Row {
        &self.table().choices.data().rows()[self.row]
    }

    /// The page.
    pub fn page(self) -> &'static str {
        self.table().page
    }

    /// Its label in the page.
    pub fn anchor(self) -> &'static str {
        self.row().anchor()
    }

    /// Page and label, for example `edition/question#label`.
    pub fn id(self) -> String {
        format!("{}#{}", self.page(), self.anchor())
    }

    /// What it lists, or speaks against.
    pub fn regimen(self) -> &'static Regimen {
        self.table().regimen(self.row)
    }

    /// Whether it counts on the day of the plan. A row of an edition counts while the edition does.
    pub fn force(self) -> Force {
        let (day, row) = (self.plan.as_of(), self.row());
        let edition = self.table().edition;
        let from = row.from().max(edition.map(|edition| edition.in_force_from));
        let of_edition = edition.and_then(|edition| edition.in_force_to);
        let until = [row.until(), of_edition].into_iter().flatten().min();
        match (from, until) {
            (Some(first), _) if day < first => Force::From(first),
            (_, Some(last)) if last < day => Force::Ended(last),
            _ => Force::Now,
        }
    }

    /// How it stands; closed if it does not count on the day.
    pub fn standing(self) -> Standing {
        if self.plan.in_force[self.table] & 1 << self.row == 0 {
            return Standing::Closed;
        }
        self.weighed().standing(self.row)
    }

    /// How the source lists the option.
    pub fn listing(self) -> Listing {
        Listing::ALL[usize::from(self.row().answer)]
    }

    /// How strongly, in the grading of its body.
    pub fn strength(self) -> Option<Strength> {
        self.row().also::<Strength>().single()
    }

    /// How sure this project is of the row.
    pub fn mark(self) -> Option<Mark> {
        self.row().also::<Mark>().single()
    }

    /// The trials it rests on.
    pub fn evidence(self) -> impl Iterator<Item = &'static Evidence> {
        self.table().evidence(self.row)
    }

    /// What is said with it.
    pub fn note(self) -> Option<&'static str> {
        self.row().carried("note")
    }

    /// What it requires, in the order of the columns, and how each requirement stands.
    pub fn requirements(self) -> impl Iterator<Item = Requirement> {
        self.weighed().requirements(self.row)
    }

    /// The questions whose answers it still waits for; none unless it is open.
    pub fn missing(self) -> impl Iterator<Item = Question> {
        let open = self.standing() == Standing::Open;
        self.requirements()
            .filter(move |requirement| open && requirement.standing == Standing::Open)
            .map(|requirement| requirement.question)
    }

    /// How many of its requirements are not met, whatever is still unknown; not counting the day.
    pub fn misses(self) -> usize {
        let missed = self.requirements();
        missed.filter(|of| of.standing == Standing::Closed).count()
    }

    /// Every strength that a body gives, for rows with more than one.
    pub fn strengths(self) -> TermSet<Strength> {
        self.row().also()
    }
}

impl fmt::Debug for PlanRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlanRow({}#{})", self.page(), self.anchor())
    }
}
