//! A medicine as monitoring needs it.

use her2_case::{Mark, MedicineClass, Sex};
use her2_knowledge::{Drug, DrugKind, Watched, medicine_named};
use her2_pages::Citation;
use jiff::ToSpan;
use jiff::civil::Date;

/// A medicine that is watched.
#[derive(Clone, Debug)]
pub struct Medicine {
    /// How pages of monitoring name it.
    pub watched: Watched,
    /// Its page, if it has one.
    pub drug: Option<&'static Drug>,
    /// Weeks from dose to dose, if it is given so.
    pub every_weeks: Option<u16>,
    /// Medicines with which it is held, by the id of their pages.
    pub holds_with: &'static [&'static str],
    /// How long contraception goes on after the last dose.
    pub windows: Vec<Window>,
}

/// How long contraception goes on after the last dose.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// Who.
    pub who: Sex,
    /// For so many months.
    pub months: u16,
    /// And so many weeks.
    pub weeks: u16,
    /// How sure it is.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

impl Window {
    /// The last day of it.
    pub fn until(&self, last_dose: Date) -> Date {
        let months = i64::from(self.months).months();
        last_dose.saturating_add(months.weeks(i64::from(self.weeks)))
    }
}

impl Medicine {
    /// The medicine of that name: international, a brand, or for short. Nothing if no page knows it.
    pub fn named(name: &str) -> Option<Self> {
        let medicine = medicine_named(name)?;
        Some(match medicine.drug {
            Some(drug) => Self::of_drug(drug),
            None => Self {
                watched: Watched {
                    name: medicine.inn,
                    like: None,
                    class: medicine.class,
                },
                drug: None,
                every_weeks: None,
                holds_with: &[],
                windows: Vec::new(),
            },
        })
    }

    /// The medicine of a page.
    pub fn of_drug(drug: &'static Drug) -> Self {
        let windows = drug.contraception.iter().map(|window| Window {
            who: window.who,
            months: window.months.map_or(0, u16::from),
            weeks: window.weeks.map_or(0, u16::from),
            mark: window.mark,
            cite: window.cite,
        });
        let like = drug.reference.filter(|_| drug.kind == DrugKind::Biosimilar);
        let held = |drug: &Drug| drug.holds_with;
        let of_reference = like.and_then(her2_knowledge::drug).map_or(&[][..], held);
        Self {
            watched: Watched {
                name: drug.id,
                like,
                class: drug.class,
            },
            drug: Some(drug),
            every_weeks: drug
                .doses
                .iter()
                .filter_map(|dose| dose.every_weeks)
                .max()
                .map(u16::from),
            holds_with: if drug.holds_with.is_empty() {
                of_reference
            } else {
                drug.holds_with
            },
            windows: windows.collect(),
        }
    }

    /// Its name: the id of its page, or that of a partner.
    pub fn name(&self) -> &'static str {
        self.watched.name
    }

    /// Its class.
    pub fn class(&self) -> MedicineClass {
        self.watched.class
    }

    /// Whether it is held whenever that one is.
    pub fn is_held_with(&self, other: &Self) -> bool {
        let like = other.watched.like.iter().copied();
        let mut names = like.chain([other.name()]);
        names.any(|name| self.holds_with.contains(&name))
    }
}
