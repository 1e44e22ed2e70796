//! What a decision remembers on its way: the rows that decided, and where the facts were read.

use her2_case::{Origin, Place, Span, Term};
use her2_pages::{Finding, Row};

const MOST_ROWS: usize = 16;
const MOST_ORIGINS: usize = 6;

/// The rows that decided, in the order they were asked.
#[derive(Clone, Copy)]
pub struct Trace {
    rows: [Option<&'static Row>; MOST_ROWS],
    held: u8,
}

impl Trace {
    pub(super) const EMPTY: Self = Self {
        rows: [None; MOST_ROWS],
        held: 0,
    };

    /// Adds every row that a finding left. A row stands once, and beyond the last place none is added.
    pub(super) fn add<A: Term>(&mut self, finding: &Finding<A>) {
        match finding.row() {
            Some(row) => self.add_row(row),
            None => finding.rows().for_each(|row| self.add_row(row)),
        }
    }

    fn holds(&self, row: &'static Row) -> bool {
        let same = |known: &Option<&Row>| known.is_some_and(|known| std::ptr::eq(known, row));
        self.rows[..usize::from(self.held)].iter().any(same)
    }

    fn add_row(&mut self, row: &'static Row) {
        let held = usize::from(self.held);
        if held < MOST_ROWS && !self.holds(row) {
            self.rows[held] = Some(row);
            self.held += 1;
        }
    }

    /// The rows.
    pub fn rows(&self) -> impl Iterator<Item = &'static Row> + '_ {
        self.rows[..usize::from(self.held)]
            .iter()
            .flatten()
            .copied()
    }
}

impl std::fmt::Debug for Trace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Trace({} rows)", self.held)
    }
}

/// Places in a record, without repetition.
#[derive(Clone, Copy)]
pub(super) struct Origins {
    places: [Origin; MOST_ORIGINS],
    held: u8,
}

impl Origins {
    pub(super) const NONE: Self = Self {
        places: [Origin {
            record: 0,
            place: Place::Span(Span { start: 0, end: 0 }),
        }; MOST_ORIGINS],
        held: 0,
    };

    pub(super) fn only(origin: Origin) -> Self {
        let mut origins = Self::NONE;
        origins.places[0] = origin;
        origins.held = 1;
        origins
    }

    pub(super) fn add(&mut self, origins: impl IntoIterator<Item = Origin>) {
        for origin in origins {
            let held = usize::from(self.held);
            if held < MOST_ORIGINS && !self.as_slice().contains(&origin) {
                self.places[held] = origin;
                self.held += 1;
            }
        }
    }

    pub(super) fn as_slice(&self) -> &[Origin] {
        &self.places[..usize::from(self.held)]
    }
}
