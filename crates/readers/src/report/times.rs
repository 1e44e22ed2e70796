//! Columns and rows of a table that tell of an earlier specimen, or of this one.

use super::date;
use super::document::Document;
use super::table::{Cell, cells, each_table, lines};
use super::token::Kind;
use her2_knowledge::lexicon::Concept;

/// The cells of columns for an earlier specimen (`true`) and for this one.
pub fn columns_of_time(document: &Document<'_>) -> Vec<(usize, usize, bool)> {
    each_table(document, |head| {
        let years: Vec<Option<u32>> = head.iter().map(|cell| year(document, *cell)).collect();
        let newest = years.iter().flatten().max().copied();
        head.iter()
            .zip(&years)
            .map(|(cell, year)| {
                if is_earlier(document, *cell) {
                    Some(true)
                } else if is_present(document, *cell) {
                    Some(false)
                } else {
                    let several = years.iter().flatten().count() > 1;
                    year.filter(|_| several).map(|year| Some(year) != newest)
                }
            })
            .collect()
    })
    .into_iter()
    .map(|(cell, earlier)| (cell.first, cell.end, earlier))
    .chain(rows(document))
    .collect()
}

/// The cells of rows that begin with the name of a time, or with days of which some are older.
fn rows(document: &Document<'_>) -> Vec<(usize, usize, bool)> {
    let mut found = Vec::new();
    let mut dated: Vec<(i32, usize, usize)> = Vec::new();
    for line in lines(document) {
        let row = cells(document, line);
        if row.len() > 2 {
            if is_earlier(document, row[0]) {
                found.push((row[1].first, line.1, true));
            } else if is_present(document, row[0]) {
                found.push((row[1].first, line.1, false));
            }
            if let Some(day) = day(document, row[0]) {
                dated.push((day, row[1].first, line.1));
                continue;
            }
        }
        found.extend(by_day(&dated));
        dated.clear();
    }
    found.extend(by_day(&dated));
    found
}

/// Of rows one below the other that begin with a day each: the newest is of this specimen, the others are of earlier ones.
fn by_day(rows: &[(i32, usize, usize)]) -> Vec<(usize, usize, bool)> {
    let newest = rows.iter().map(|(day, _, _)| *day).max();
    let several = rows.iter().any(|(day, _, _)| Some(*day) != newest);
    rows.iter()
        .filter(|_| several)
        .map(|(day, first, end)| (*first, *end, Some(*day) != newest))
        .collect()
}

/// The day or the year at the head of a row, as a number that grows with time.
fn day(document: &Document<'_>, cell: Cell) -> Option<i32> {
    if let Some((date, _)) = date::date(document, cell.first) {
        return Some(
            i32::from(date.year()) * 400 + i32::from(date.month()) * 32 + i32::from(date.day()),
        );
    }
    year(document, cell).and_then(|year| i32::try_from(year * 400).ok())
}

/// `Prior`, `Previous biopsy`, `Prior (2019)`.
fn is_earlier(document: &Document<'_>, cell: Cell) -> bool {
    document.is(cell.first, Concept::Prior)
        && !document.is(cell.first, Concept::Current)
        && cell.end - cell.first <= 8
}

/// `Current`, `This specimen`, `Today`.
fn is_present(document: &Document<'_>, cell: Cell) -> bool {
    (document.is(cell.first, Concept::Current)
        || matches!(
            document.lower(cell.first),
            "current" | "present" | "today" | "now" | "new"
        ))
        && cell.end - cell.first <= 8
}

/// A year alone: `2019`, `(2019)`.
fn year(document: &Document<'_>, cell: Cell) -> Option<u32> {
    let at = (cell.first..cell.end).find(|item| document.items[*item].kind == Kind::Digits)?;
    let year: u32 = document.word(at).parse().ok()?;
    ((1950..2100).contains(&year) && cell.end - cell.first <= 3).then_some(year)
}
