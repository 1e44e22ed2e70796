//! Worked cases: each is checked against the rows as they are written, not against what was compiled from them.

use super::cell::Holds;
use super::columns::{Beside, Role, cuts, roles};
use super::page::{CheckedPage, InputColumn, PageRow, answer};
use super::{Decide, Document, Faults, TableText};
use crate::Cut;
use crate::band::members;
use crate::nearest::hint;
use her2_case::{Decimal, Kind, Question};
use std::collections::BTreeSet;

/// What a case gives for a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// Nothing.
    Unknown,
    /// One of these terms.
    Terms(u64),
    /// This number.
    Number(Decimal),
}

impl Given {
    fn meets(self, cell: Holds) -> bool {
        match self {
            Self::Unknown => true,
            Self::Terms(terms) => cell.holds_some(terms),
            Self::Number(value) => cell.holds_number(value),
        }
    }
}

/// A worked case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its line.
    pub line: u32,
    /// What it gives for each column.
    pub given: Vec<Given>,
    /// The answers it expects, one bit a term.
    pub expects: u64,
}

/// Reads every case and holds it against the table; then looks for bounds and rows without a case.
pub(super) fn check(page: &CheckedPage, document: &Document, faults: &mut Faults) -> Vec<Case> {
    let sections = document.sections.iter();
    let sections = sections.filter(|section| section.heading == "Cases");
    let tables: Vec<_> = sections.flat_map(|section| section.tables()).collect();
    if tables.is_empty() {
        faults.add(
            1,
            "no cases: a table under `## Cases`, each bound with a case on it and one beside it",
        );
        return Vec::new();
    }
    let mut cases = Vec::new();
    for table in tables {
        if let Some(reader) = Reader::of(page, table, faults) {
            cases.extend(reader.read(table, faults));
        }
    }
    boundaries(page, &cases, faults);
    for row in &page.rows {
        let met = |case: &Case| match page.decide {
            Decide::One => settled(page, case).is_some_and(|other| other.line == row.line),
            Decide::All => holds_throughout(row, case),
        };
        if !cases.iter().any(met) {
            let anchor = &row.anchor;
            let how = match page.decide {
                Decide::One => "reaches",
                Decide::All => "gives all that is needed for",
            };
            faults.add(row.line, format!("no case {how} row `{anchor}`"));
        }
    }
    cases
}

/// The rows that hold for a case, looked for one by one.
fn reached<'a>(page: &'a CheckedPage, case: &'a Case) -> impl Iterator<Item = &'a PageRow> {
    let meets = |row: &&PageRow| {
        row.cells
            .iter()
            .zip(&case.given)
            .all(|(cell, given)| given.meets(*cell))
    };
    page.rows.iter().filter(meets)
}

/// Whether the row holds whatever the case leaves open.
fn holds_throughout(row: &PageRow, case: &Case) -> bool {
    let mut cells = row.cells.iter().zip(&case.given);
    cells.all(|(cell, given)| match *given {
        Given::Unknown => *cell == Holds::Any,
        Given::Terms(terms) => cell.holds_each(terms),
        Given::Number(value) => cell.holds_number(value),
    })
}

/// The row that holds for a case, if there is only one.
fn settled<'a>(page: &'a CheckedPage, case: &'a Case) -> Option<&'a PageRow> {
    let mut rows = reached(page, case);
    rows.next().filter(|_| rows.next().is_none())
}

struct Reader<'a> {
    page: &'a CheckedPage,
    roles: Vec<Role>,
}

impl<'a> Reader<'a> {
    fn of(page: &'a CheckedPage, table: &TableText, faults: &mut Faults) -> Option<Self> {
        let roles = roles(table, &Beside::default(), faults)?;
        let known = page.rows.first().map_or(&[][..], |row| &row.also);
        for role in &roles {
            let (name, fits) = match role {
                Role::Asks(question) => {
                    let asked = page
                        .columns
                        .iter()
                        .any(|column| column.question == *question);
                    (question.name(), asked)
                }
                Role::Answers(question) => {
                    let also = known.iter().any(|(other, _)| other == question);
                    (question.name(), *question == page.question || also)
                }
                Role::At => ("at", true),
                Role::Cite => ("cite", false),
                Role::Basis => ("basis", false),
                Role::Rank | Role::Carries(_) | Role::From | Role::Until => ("", false),
            };
            if !fits {
                faults.add(
                    table.line,
                    format!("cases have a column `{name}`, the table has none"),
                );
                return None;
            }
        }
        if page.decide == Decide::All {
            if !roles.contains(&Role::At) {
                let message =
                    "cases without a column `at`: the labels of the rows that hold or may hold";
                faults.add(table.line, message);
                return None;
            }
        } else if !roles.contains(&Role::Answers(page.question)) {
            let name = page.question.name();
            faults.add(table.line, format!("cases without a column `=> {name}`"));
            return None;
        }
        Some(Self { page, roles })
    }

    fn read(&self, table: &TableText, faults: &mut Faults) -> Vec<Case> {
        let mut cases = Vec::new();
        for (line, cells) in &table.rows {
            match self.case(*line, cells) {
                Ok((case, expected)) => {
                    for (question, bits) in expected {
                        self.compare(&case, question, bits, faults);
                    }
                    let at = self.roles.iter().position(|role| *role == Role::At);
                    match at.map(|at| &cells[at]) {
                        Some(labels) if self.page.decide == Decide::All => {
                            self.compare_labels(&case, labels, faults);
                        }
                        Some(label) if label != "-" => self.compare_label(&case, label, faults),
                        _ => {}
                    }
                    cases.push(case);
                }
                Err(why) => faults.add(*line, why),
            }
        }
        cases
    }

    /// The case, and what it expects of each answered question.
    fn case(&self, line: u32, cells: &[String]) -> Result<(Case, Vec<(Question, u64)>), String> {
        let mut given = vec![Given::Unknown; self.page.columns.len()];
        let mut expected = Vec::new();
        for (role, cell) in self.roles.iter().zip(cells) {
            match role {
                Role::Asks(question) => {
                    let mut columns = self.page.columns.iter();
                    let at = columns.position(|column| column.question == *question);
                    given[at.expect("the header was checked")] = read_given(*question, cell)?;
                }
                Role::Answers(question) => expected.push((*question, answer(*question, cell)?)),
                _ => {}
            }
        }
        let own = expected
            .iter()
            .find(|(question, _)| *question == self.page.question);
        let mut case = Case {
            line,
            given,
            expects: own.map_or(0, |own| own.1),
        };
        if own.is_none() {
            let answers = reached(self.page, &case).map(|row| 1 << row.answer);
            case.expects = answers.fold(0, |all, answer: u64| all | answer);
        }
        Ok((case, expected))
    }

    fn compare(&self, case: &Case, question: Question, expects: u64, faults: &mut Faults) {
        let gives = |row: &PageRow| match row.also.iter().find(|(other, _)| *other == question) {
            _ if question == self.page.question => 1 << row.answer,
            Some((_, bits)) => *bits,
            None => 0,
        };
        let rows: Vec<_> = reached(self.page, case).collect();
        let gives = rows.iter().fold(0, |bits, row| bits | gives(row));
        if gives != expects && (!rows.is_empty() || self.page.decide == Decide::All) {
            let labels: Vec<_> = rows.iter().map(|row| format!("`{}`", row.anchor)).collect();
            let message = format!(
                "the case {} expects {} {}, the table gives {} (row {})",
                describe(&self.page.columns, case),
                question.name(),
                names(question, expects),
                names(question, gives),
                labels.join(", ")
            );
            faults.add(case.line, message);
        }
    }

    /// Among options the case names every row that holds or may hold, and no other.
    fn compare_labels(&self, case: &Case, labels: &str, faults: &mut Faults) {
        let expected: BTreeSet<&str> = match labels {
            "-" => BTreeSet::new(),
            labels => labels.split(',').map(str::trim).collect(),
        };
        let rows = reached(self.page, case).map(|row| row.anchor.as_str());
        let rows: BTreeSet<&str> = rows.collect();
        let list = |labels: Vec<&str>| format!("`{}`", labels.join("`, `"));
        let missing: Vec<_> = rows.difference(&expected).copied().collect();
        let wrong: Vec<_> = expected.difference(&rows).copied().collect();
        let mut told = Vec::new();
        if !missing.is_empty() {
            told.push(format!(
                "does not name {}, which the table gives",
                list(missing)
            ));
        }
        for label in wrong {
            let anchors = self.page.rows.iter().map(|row| row.anchor.as_str());
            let known = anchors.clone().any(|anchor| anchor == label);
            let hint = match known {
                true => String::new(),
                false => format!(", which is no row{}", hint(label, anchors)),
            };
            told.push(format!(
                "names `{label}`{hint}, which the table does not give"
            ));
        }
        if !told.is_empty() {
            let case_text = describe(&self.page.columns, case);
            let message = format!("the case {case_text} {}", told.join("; "));
            faults.add(case.line, message);
        }
    }

    fn compare_label(&self, case: &Case, label: &str, faults: &mut Faults) {
        let rows: Vec<_> = reached(self.page, case)
            .map(|row| row.anchor.as_str())
            .collect();
        if !rows.contains(&label) {
            let case_text = describe(&self.page.columns, case);
            let rows = rows.join("`, `");
            let message =
                format!("the case {case_text} expects row `{label}`, the table gives `{rows}`");
            faults.add(case.line, message);
        }
    }
}

fn read_given(question: Question, cell: &str) -> Result<Given, String> {
    match question.kind() {
        _ if cell == "-" => Ok(Given::Unknown),
        Kind::Terms(names) => super::cell::terms(question, names, cell).map(Given::Terms),
        Kind::Number { .. } => cell.parse().map(Given::Number).map_err(|_| {
            let name = question.name();
            format!("`{cell}` is no {name} of a case: write a number, or `-` for unknown")
        }),
    }
}

fn describe(columns: &[InputColumn], case: &Case) -> String {
    let given = columns
        .iter()
        .zip(&case.given)
        .filter_map(|(column, given)| {
            let name = column.question.name();
            match given {
                Given::Unknown => None,
                Given::Terms(terms) => Some(format!("{name} {}", names(column.question, *terms))),
                Given::Number(value) => Some(format!("{name} {value}")),
            }
        });
    given.collect::<Vec<_>>().join(", ")
}

fn names(question: Question, bits: u64) -> String {
    let Kind::Terms(names) = question.kind() else {
        return String::new();
    };
    let names: Vec<_> = members(bits)
        .filter_map(|term| names.get(term).copied())
        .collect();
    if names.is_empty() {
        "-".to_owned()
    } else {
        names.join(", ")
    }
}

/// Each bound has a case on it and one just beside it, in the next band.
fn boundaries(page: &CheckedPage, cases: &[Case], faults: &mut Faults) {
    for (at, column) in page.columns.iter().enumerate() {
        let mut seen: Vec<Cut> = Vec::new();
        for row in &page.rows {
            for cut in cuts(row.cells[at]) {
                if seen.contains(&cut) {
                    continue;
                }
                seen.push(cut);
                let name = column.question.name();
                let case_at = |wanted: &dyn Fn(Decimal) -> bool| {
                    cases.iter().any(|case| {
                        matches!(case.given[at], Given::Number(value) if wanted(value))
                            && turns(page, case, at, cut)
                    })
                };
                if !case_at(&|value| value == cut.at) {
                    let bound = cut.at;
                    faults.add(
                        row.line,
                        format!("no case on the bound: {name} {bound}, decided by that bound"),
                    );
                }
                let beside = |value| is_beside(column, cut, value);
                if !case_at(&beside) {
                    let (side, bound) = (if cut.after { "above" } else { "below" }, cut.at);
                    let step = step(column.question);
                    let message = format!(
                        "no case just {side} the bound: {name} within {step} {side} {bound}, decided by that bound"
                    );
                    faults.add(row.line, message);
                }
            }
        }
    }
}

/// Whether a row that the case reaches ends at the cut; among options the cut need not be the case's own.
fn turns(page: &CheckedPage, case: &Case, at: usize, cut: Cut) -> bool {
    page.decide == Decide::All
        || settled(page, case).is_some_and(|row| cuts(row.cells[at]).any(|own| own == cut))
}

/// How far beside a bound a case may stand.
fn step(question: Question) -> Decimal {
    match question.kind() {
        Kind::Number { unit } if unit.is_empty() || unit.starts_with("per ") => Decimal::new(1, 1),
        _ => Decimal::whole(1),
    }
}

/// Whether the value lies across the cut, in the next band, and no further than a step from the bound.
fn is_beside(column: &InputColumn, cut: Cut, value: Decimal) -> bool {
    let super::columns::PageBands::Number(cuts) = &column.bands else {
        return false;
    };
    let (bound, value_at, step) = (
        cut.at.micros(),
        value.micros(),
        step(column.question).micros(),
    );
    let within = if cut.after {
        value_at > bound && value_at - bound <= step
    } else {
        value_at < bound && bound - value_at <= step
    };
    let band_of = |above: &dyn Fn(&Cut) -> bool| cuts.iter().filter(|cut| above(cut)).count();
    let band = band_of(&|cut| value > cut.at || value == cut.at && !cut.after);
    let position = cuts.iter().position(|other| *other == cut);
    let next = position.map(|position| if cut.after { position + 1 } else { position });
    within && next == Some(band)
}
