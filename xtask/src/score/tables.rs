//! How often the status decided from the numbers of a published table agrees with the call it records, and why not where it does not.

mod compare;
mod reason;

use compare::{Compared, Test, compare};
use her2_case::{Edition, Her2Word};
use her2_knowledge::{edition_on, testing, testing_editions};
use jiff::civil::Date;
use reason::{Reason, reason};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// What is taken from a table besides what the reader reads.
struct Table {
    file: &'static str,
    /// The column with the year of the diagnosis, for the edition of its time.
    year: Option<&'static str>,
    /// The edition of its time where the table has no year.
    edition: Edition,
}

/// The MSK cohort was sequenced from 2014 on and its calls are by ASCO as its columns say; days are not in the table.
const TABLES: [Table; 2] = [
    Table {
        file: "tcga-brca-clinical-patient.txt",
        year: Some("initial_pathologic_dx_year"),
        edition: Edition("asco-cap-2007"),
    },
    Table {
        file: "msk-breast-2018.tsv",
        year: None,
        edition: Edition("asco-cap-2013"),
    },
];

/// What came out of one table.
#[derive(Default)]
struct Tally {
    rows: usize,
    compared: BTreeMap<Test, (usize, usize)>,
    reasons: BTreeMap<(Test, Reason), usize>,
    list: String,
}

/// The editions in force in a year, the first one first; none before the first edition.
fn editions_of(year: i16) -> Vec<Edition> {
    let days = [Date::new(year, 1, 15), Date::new(year, 12, 31)];
    let in_force = days.into_iter().flatten().filter_map(|day| {
        let info = edition_on(day)?;
        testing(info.term()).map(|pages| pages.edition)
    });
    let mut editions: Vec<Edition> = in_force.collect();
    editions.dedup();
    editions
}

/// Compares every table that is there, and tells it as text: counts, then the list of disagreements.
///
/// # Errors
///
/// When a table cannot be read.
pub fn score(root: &Path) -> Result<String, String> {
    let (counts, lists) = told(root)?;
    Ok(format!("{counts}{lists}"))
}

/// The counts, and the lists.
///
/// # Errors
///
/// When a table cannot be read.
pub fn told(root: &Path) -> Result<(String, String), String> {
    let shared = std::env::var_os("HER2_SHARED");
    let shared = shared.map_or_else(|| root.join("../shared"), std::path::PathBuf::from);
    let folder = shared.join("data/tables");
    if !folder.is_dir() {
        let skipped = "tables: skipped, because the folder of tables is absent (../shared/data/tables or $HER2_SHARED/data/tables)\n";
        return Ok((skipped.to_owned(), String::new()));
    }
    let (mut counts, mut lists) = (String::new(), String::new());
    for table in &TABLES {
        let path = folder.join(table.file);
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let tally = of_table(table, &bytes);
        counts.push_str(&summary(table, &tally));
        let _ = writeln!(lists, "\n{}: every disagreement", table.file);
        lists.push_str(&tally.list);
    }
    Ok((counts, lists))
}

fn of_table(table: &Table, bytes: &[u8]) -> Tally {
    let header = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let year_column = table.year.and_then(|name| {
        let mut columns = header.split(|byte| *byte == b'\t');
        columns.position(|column| column.trim_ascii() == name.as_bytes())
    });
    let mut tally = Tally::default();
    her2_readers::read_all(table.file, bytes, &mut |read| {
        tally.rows += 1;
        let mut cells = read.text.split(|byte| *byte == b'\t');
        let year = year_column
            .and_then(|at| cells.nth(at))
            .and_then(|cell| std::str::from_utf8(cell).ok()?.trim().parse::<i16>().ok());
        let editions = year.map_or_else(|| vec![table.edition], editions_of);
        for compared in compare(&read.history.records, &editions) {
            let (all, right) = tally.compared.entry(compared.test).or_default();
            *all += 1;
            if compared.agrees() {
                *right += 1;
                continue;
            }
            let why = reason(&compared);
            *tally.reasons.entry((compared.test, why)).or_default() += 1;
            let row = read.history.name.rsplit('#').next().unwrap_or_default();
            let _ = writeln!(tally.list, "  {}", line(row, year, &compared, why));
        }
    });
    tally
}

fn line(row: &str, year: Option<i16>, compared: &Compared<'_>, why: Reason) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    format!(
        "row {row}{year} {}: recorded {}, decided {} from {}: {}",
        compared.test.name(),
        word(compared.recorded),
        compared.decided_name(),
        compared.numbers(),
        why.sentence()
    )
}

fn word(word: Her2Word) -> &'static str {
    her2_case::Term::name(word)
}

fn summary(table: &Table, tally: &Tally) -> String {
    let mut text = format!("\n{}: {} patients\n", table.file, tally.rows);
    for (test, (all, right)) in &tally.compared {
        let open = tally
            .reasons
            .get(&(*test, Reason::NotEnough))
            .copied()
            .unwrap_or_default();
        let settled = all - open;
        let tenths = right * 1000 / settled.max(1);
        let _ = writeln!(
            text,
            "  {:<22} {all:>5} with a call, {open:>4} left open by the numbers, {settled:>5} settled: {right:>5} agree, {:>3}.{} %",
            test.name(),
            tenths / 10,
            tenths % 10
        );
    }
    for ((test, why), count) in &tally.reasons {
        let _ = writeln!(text, "    {count:>4}  {}: {}", test.name(), why.sentence());
    }
    text
}

/// Every edition by which a status can be decided.
fn every_edition() -> impl Iterator<Item = Edition> {
    testing_editions().iter().map(|pages| pages.edition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_disagreement_of_the_tables_has_a_reason_and_the_counts_are_known() {
        let (counts, _) = told(&crate::root()).expect("the tables can be read");
        if counts.starts_with("tables: skipped") {
            eprintln!("{counts}");
            return;
        }
        assert!(!counts.contains(Reason::Unexplained.sentence()), "{counts}");
        assert_eq!(counts, include_str!("tables/counts.txt"));
    }

    #[test]
    fn a_year_may_have_two_editions_and_early_ones_none() {
        assert_eq!(editions_of(2005), []);
        assert_eq!(editions_of(2010), [Edition("asco-cap-2007")]);
        assert_eq!(
            editions_of(2013),
            [Edition("asco-cap-2007"), Edition("asco-cap-2013")]
        );
    }
}
