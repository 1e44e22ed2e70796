//! A table of prognostic stages under somebody's licence, loaded at run time. This project ships none.
//!
//! The rows are checked like those of a page: every combination of what the columns ask meets exactly one of them. A stage found in the
//! table names the table, by its file and by the hash of its bytes, and the line.

mod column;
mod fault;
mod read;

pub use fault::StageTableFault;

use crate::therapy::Situation;
use column::Column;
use her2_case::{MCategory, NCategory, Origin, Question, StageGroup, TCategory, TermSet};
use std::fmt;

/// A table that was read and checked.
///
/// `Debug` shows its name and its size: what stands in it may be under a licence.
#[derive(Clone)]
pub struct StageTable {
    name: String,
    hash: String,
    columns: Vec<Column>,
    rows: Vec<StageRow>,
    /// The row of every combination, the last column turning fastest.
    combinations: Vec<u16>,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
struct StageRow {
    line: u64,
    stage: StageGroup,
}

impl StageTable {
    /// Checks the rows of a file, each with its line. `name` and `hash` say which file it was.
    ///
    /// The columns are `t`, `n`, `m`, `grade`, `her2`, `er`, `pr` and `stage`, in any order; `oncotype` and `prefix` may be added. A cell
    /// holds one term, several with commas or semicolons between them, or `-` for any.
    ///
    /// # Errors
    ///
    /// Every fault of the table: columns, terms, combinations that meet no row or several.
    pub fn of_rows(
        name: &str,
        hash: &str,
        header: &[String],
        rows: &[(u64, Vec<String>)],
    ) -> Result<Self, Vec<StageTableFault>> {
        read::table(name, hash, header, rows)
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The hash of its bytes.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The stage of a situation; nothing if no category of size, nodes or spread is known.
    pub fn stage(&self, known: &Situation) -> Option<LicensedStage<'_>> {
        let of_any = known.terms::<TCategory>().is_some()
            || known.terms::<NCategory>().is_some()
            || known.term() == Some(MCategory::M1);
        if !of_any {
            return None;
        }
        let given: Vec<_> = self
            .columns
            .iter()
            .map(|column| column.known(known))
            .collect();
        let bits: Vec<u64> = given.iter().map(|given| given.0).collect();
        let mut found = LicensedStage {
            table: self,
            possible: TermSet::EMPTY,
            lines: Vec::new(),
            asks: Vec::new(),
            because: given.iter().filter_map(|given| given.1).collect(),
        };
        found.because.dedup();
        let mut differs = vec![false; self.columns.len()];
        self.each(&bits, &mut |at, row| {
            found.possible = found.possible.with(row.stage);
            if !found.lines.contains(&row.line) {
                found.lines.push(row.line);
            }
            for (place, column) in self.columns.iter().enumerate() {
                let step = self.step(place);
                let next = at + step;
                let value = at / step % column.size();
                let neighbour = (value + 1..column.size())
                    .zip((0..).map(|by| next + by * step))
                    .find(|(value, _)| bits[place] & 1 << value != 0);
                if let Some((_, other)) = neighbour {
                    differs[place] |= self.row(other).stage != row.stage;
                }
            }
        });
        found.lines.sort_unstable();
        let open = self.columns.iter().zip(&bits).zip(differs);
        let open = open.filter(|((_, bits), differs)| bits.count_ones() > 1 && *differs);
        found.asks = open.map(|((column, _), _)| column.question()).collect();
        Some(found)
    }

    /// How far apart neighbours of a column stand among the combinations.
    fn step(&self, place: usize) -> usize {
        self.columns[place + 1..]
            .iter()
            .map(|column| column.size())
            .product()
    }

    fn row(&self, combination: usize) -> &StageRow {
        &self.rows[usize::from(self.combinations[combination])]
    }

    /// Every combination that these terms leave.
    fn each(&self, bits: &[u64], told: &mut impl FnMut(usize, &StageRow)) {
        for at in 0..self.combinations.len() {
            let held = self.columns.iter().enumerate().all(|(place, column)| {
                let value = at / self.step(place) % column.size();
                bits[place] & 1 << value != 0
            });
            if held {
                told(at, self.row(at));
            }
        }
    }
}

impl fmt::Debug for StageTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StageTable({}, {} rows)", self.name, self.rows.len())
    }
}

/// What a table says of a situation. Only [`StageTable::stage`] makes one.
#[derive(Clone)]
pub struct LicensedStage<'a> {
    table: &'a StageTable,
    possible: TermSet<StageGroup>,
    lines: Vec<u64>,
    asks: Vec<Question>,
    because: Vec<Origin>,
}

impl LicensedStage<'_> {
    /// The table.
    pub fn table(&self) -> &StageTable {
        self.table
    }

    /// The stage, if it is settled.
    pub fn stage(&self) -> Option<StageGroup> {
        self.possible.single()
    }

    /// Every stage that is still possible.
    pub fn possible(&self) -> TermSet<StageGroup> {
        self.possible
    }

    /// The lines of the file that say so.
    pub fn lines(&self) -> &[u64] {
        &self.lines
    }

    /// What would narrow it.
    pub fn asks(&self) -> &[Question] {
        &self.asks
    }

    /// Where the facts behind it were read.
    pub fn because(&self) -> &[Origin] {
        &self.because
    }
}

/// `Debug` shows the table alone: the stage is patient data.
impl fmt::Debug for LicensedStage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LicensedStage({:?})", self.table)
    }
}
