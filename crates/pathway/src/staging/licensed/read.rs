//! Reads the rows of a table and holds them against every combination.

use super::column::Column;
use super::{StageRow, StageTable, StageTableFault};
use her2_case::{StageGroup, Term};
use her2_pages::nearest;

/// Combinations that are named where several meet no row.
const NAMED: usize = 3;

/// What a column of the file is.
enum Role {
    Asks(Column),
    Stage,
}

pub(super) fn table(
    name: &str,
    hash: &str,
    header: &[String],
    rows: &[(u64, Vec<String>)],
) -> Result<StageTable, Vec<StageTableFault>> {
    let roles = roles(header)?;
    let mut faults = Vec::new();
    let mut read = Vec::new();
    for (line, cells) in rows {
        read.extend(row(*line, cells, &roles, &mut faults));
    }
    if rows.is_empty() {
        faults.push(StageTableFault::whole("the table has no rows"));
    }
    if rows.len() > usize::from(u16::MAX) {
        faults.push(StageTableFault::whole("the table has too many rows"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let columns = roles.iter().filter_map(|role| match role {
        Role::Asks(column) => Some(*column),
        Role::Stage => None,
    });
    let columns: Vec<_> = columns.collect();
    let combinations = combinations(&columns, &read)?;
    let rows = read.into_iter().map(|(row, _)| row).collect();
    Ok(StageTable {
        name: name.to_owned(),
        hash: hash.to_owned(),
        columns,
        rows,
        combinations,
    })
}

fn roles(header: &[String]) -> Result<Vec<Role>, Vec<StageTableFault>> {
    let mut faults = Vec::new();
    let mut roles = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for cell in header {
        let name = cell.trim().to_lowercase();
        if seen.contains(&name) {
            faults.push(StageTableFault::at(
                1,
                format!("column `{name}` stands twice"),
            ));
        }
        match Column::ALL.into_iter().find(|column| column.name() == name) {
            Some(column) => roles.push(Role::Asks(column)),
            None if name == "stage" => roles.push(Role::Stage),
            None => {
                let known = Column::ALL.iter().map(|column| column.name());
                let near = nearest(&name, known.chain(["stage"]));
                let hint = near
                    .map(|near| format!("; is `{near}` meant?"))
                    .unwrap_or_default();
                faults.push(StageTableFault::at(1, format!("no column `{name}`{hint}")));
            }
        }
        seen.push(name);
    }
    let required = Column::ALL.iter().filter(|column| column.is_required());
    let required = required.map(|column| column.name()).chain(["stage"]);
    let missing: Vec<_> = required
        .filter(|name| !seen.iter().any(|seen| seen == name))
        .collect();
    if !missing.is_empty() {
        let missing = missing.join(", ");
        faults.push(StageTableFault::at(
            1,
            format!("columns are missing: {missing}"),
        ));
    }
    if faults.is_empty() {
        Ok(roles)
    } else {
        Err(faults)
    }
}

/// A row with the terms that each asking column holds for.
type Masked = (StageRow, Vec<u64>);

fn row(
    line: u64,
    cells: &[String],
    roles: &[Role],
    faults: &mut Vec<StageTableFault>,
) -> Option<Masked> {
    if cells.len() != roles.len() {
        let (has, wants) = (cells.len(), roles.len());
        let message = format!("the row has {has} cells, the header {wants}");
        faults.push(StageTableFault::at(line, message));
        return None;
    }
    let before = faults.len();
    let mut stage = None;
    let mut masks = Vec::new();
    for (role, cell) in roles.iter().zip(cells) {
        let cell = cell.trim();
        match role {
            Role::Asks(column) => match mask(*column, cell) {
                Ok(mask) => masks.push(mask),
                Err(message) => faults.push(StageTableFault::at(line, message)),
            },
            Role::Stage => {
                stage = StageGroup::from_name(cell);
                if stage.is_none() {
                    let names = StageGroup::ALL.iter().map(|stage| stage.name());
                    let names = names.collect::<Vec<_>>().join(", ");
                    let message = format!("`{cell}` is no stage: {names}");
                    faults.push(StageTableFault::at(line, message));
                }
            }
        }
    }
    (faults.len() == before).then_some((
        StageRow {
            line,
            stage: stage?,
        },
        masks,
    ))
}

fn mask(column: Column, cell: &str) -> Result<u64, String> {
    if cell == "-" {
        return Ok(column.every());
    }
    let terms = column.terms();
    let mut bits = 0;
    for name in cell.split([',', ';']).map(str::trim) {
        let at = terms
            .iter()
            .position(|term| term.eq_ignore_ascii_case(name));
        let Some(at) = at else {
            let (column, terms) = (column.name(), terms.join(", "));
            return Err(format!(
                "`{name}` is no term of column `{column}`; its terms are {terms}, several of them with commas between"
            ));
        };
        bits |= 1 << at;
    }
    Ok(bits)
}

/// The row of every combination; every combination meets exactly one.
fn combinations(columns: &[Column], rows: &[Masked]) -> Result<Vec<u16>, Vec<StageTableFault>> {
    let every = columns.iter().map(|column| column.size()).product();
    let mut found = Vec::with_capacity(every);
    let mut values = vec![0; columns.len()];
    let mut missing = Missing::default();
    let mut overlaps: Vec<(u64, u64, String)> = Vec::new();
    for at in 0..every {
        let mut rest = at;
        for (place, column) in columns.iter().enumerate().rev() {
            values[place] = rest % column.size();
            rest /= column.size();
        }
        let holds = |masks: &[u64]| {
            let mut cells = masks.iter().zip(&values);
            cells.all(|(mask, value)| mask & 1 << value != 0)
        };
        let mut held = rows.iter().enumerate().filter(|(_, row)| holds(&row.1));
        match (held.next(), held.next()) {
            (Some((row, _)), None) => found.push(u16::try_from(row).expect("few rows")),
            (None, _) => missing.add(columns, &values),
            (Some((_, one)), Some((_, other))) => {
                let (one, other) = (one.0.line, other.0.line);
                if !overlaps.iter().any(|pair| (pair.0, pair.1) == (one, other)) {
                    overlaps.push((one, other, named(columns, &values)));
                }
            }
        }
    }
    let mut faults: Vec<_> = overlaps
        .into_iter()
        .map(|(one, other, at)| {
            StageTableFault::at(
                other,
                format!("holds like line {one}, for example for {at}"),
            )
        })
        .collect();
    faults.extend(missing.fault());
    if faults.is_empty() {
        Ok(found)
    } else {
        Err(faults)
    }
}

/// Combinations that meet no row.
#[derive(Default)]
struct Missing {
    count: usize,
    first: Vec<String>,
}

impl Missing {
    fn add(&mut self, columns: &[Column], values: &[usize]) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(named(columns, values));
        }
    }

    fn fault(self) -> Option<StageTableFault> {
        let first = self.first.join("; ");
        let count = self.count;
        let message = match count {
            0 => return None,
            1 => format!("no row for {first}"),
            _ => format!("no row for {count} combinations, the first: {first}"),
        };
        Some(StageTableFault::whole(message))
    }
}

fn named(columns: &[Column], values: &[usize]) -> String {
    let cells = columns.iter().zip(values).map(|(column, value)| {
        let term = column.terms()[*value];
        match column {
            Column::T | Column::N | Column::M => term.to_owned(),
            _ => format!("{} {term}", column.name()),
        }
    });
    cells.collect::<Vec<_>>().join(" ")
}
