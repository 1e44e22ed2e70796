//! Editions: who said it, when, and for how long it was in force.

use crate::registry;
use her2_case::Her2Status;
use jiff::civil::Date;
use std::sync::LazyLock;

/// What kind of source an edition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionStatus {
    /// A guideline of a body.
    Guideline,
    /// The label of a product or a test.
    Label,
    /// A consensus of experts.
    Consensus,
    /// Engineering rules of this project.
    Project,
}

/// An affirmation of an edition without a change of its rules.
#[derive(Clone, Copy, Debug)]
pub struct Affirmation {
    /// When.
    pub date: Date,
    /// Where it was published.
    pub doi: Option<&'static str>,
    /// What it added.
    pub note: Option<&'static str>,
}

/// An edition of a guideline, a label, a consensus, or the rules of this project.
#[derive(Debug)]
pub struct EditionInfo {
    /// The name of its folder.
    pub id: &'static str,
    /// Who issued it.
    pub body: &'static str,
    /// What it is about, if its body issues several guidelines side by side; testing otherwise.
    pub topic: Option<&'static str>,
    /// The year by which it is called.
    pub year: u16,
    /// Its title.
    pub title: &'static str,
    /// What kind of source it is.
    pub status: EditionStatus,
    /// Its DOIs.
    pub doi: &'static [&'static str],
    /// Its PubMed numbers.
    pub pmid: &'static [&'static str],
    /// Other places where it stands.
    pub links: &'static [&'static str],
    /// The first day on which it was in force.
    pub in_force_from: Date,
    /// The last day on which it was in force, if it is no longer.
    pub in_force_to: Option<Date>,
    /// The edition it replaced.
    pub supersedes: Option<&'static str>,
    /// When it was affirmed.
    pub affirmed: &'static [Affirmation],
    /// When somebody last compared its page with the source.
    pub checked: Date,
    /// Each anchor that may be cited, with what it stands for.
    pub anchors: &'static [(&'static str, &'static str)],
}

impl EditionInfo {
    /// Whether it was in force on that day.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.in_force_from <= day && self.in_force_to.is_none_or(|last| day <= last)
    }

    /// What an anchor stands for.
    pub fn anchor(&self, anchor: &str) -> Option<&'static str> {
        let mut anchors = self.anchors.iter();
        anchors
            .find(|(name, _)| *name == anchor)
            .map(|(_, words)| *words)
    }

    /// The same edition, as the terms name it.
    pub fn term(&self) -> her2_case::Edition {
        her2_case::Edition(self.id)
    }
}

/// Every edition, by the name of its folder.
pub fn editions() -> &'static [EditionInfo] {
    registry::EDITIONS
}

/// The edition of that name.
pub fn edition(id: &str) -> Option<&'static EditionInfo> {
    editions().iter().find(|edition| edition.id == id)
}

/// The newest guideline of HER2 testing in force on that day; none before the first. It is one that decides the status.
pub fn edition_on(day: Date) -> Option<&'static EditionInfo> {
    // Which editions decide depends on no day, and this is asked of every record.
    static DECIDING: LazyLock<Vec<&'static EditionInfo>> = LazyLock::new(|| {
        let decides = |id: &str| crate::table::<Her2Status>(&format!("{id}/her2-status")).is_some();
        let guidelines = editions()
            .iter()
            .filter(|edition| edition.status == EditionStatus::Guideline);
        guidelines.filter(|edition| decides(edition.id)).collect()
    });
    let all = DECIDING.iter().copied();
    all.filter(|edition| edition.in_force_on(day))
        .max_by_key(|edition| edition.in_force_from)
}
