//! A checked page as a table at once, without the Rust source in between: for tests and tools that read pages while they run.

use super::columns::PageBands;
use super::page::{CheckedPage, InputColumn, PageRow};
use crate::{Bands, Citation, Column, Row, TableData};

/// The table of the page. It is kept until the program ends.
pub fn load(page: &CheckedPage) -> TableData {
    let columns = page.columns.iter().enumerate();
    let columns: Vec<_> = columns
        .map(|(at, column)| load_column(column, at, &page.rows))
        .collect();
    let rows: Vec<_> = page
        .rows
        .iter()
        .map(|row| load_row(&page.id, row))
        .collect();
    TableData {
        page: keep(&page.id),
        title: keep(&page.title),
        question: page.question,
        columns: columns.leak(),
        rows: rows.leak(),
        otherwise: page.otherwise.as_deref().map(keep),
    }
}

fn load_column(column: &InputColumn, at: usize, rows: &[PageRow]) -> Column {
    let bands = match &column.bands {
        PageBands::Terms(bands) => Bands::Terms(bands.clone().leak()),
        PageBands::Number(cuts) => Bands::Number(cuts.clone().leak()),
    };
    Column::new(column.question, bands, holding(column, at, rows).leak())
}

/// For each band of the column, the rows that hold for it.
pub(super) fn holding(column: &InputColumn, at: usize, rows: &[PageRow]) -> Vec<u128> {
    let of_band = |band: usize| {
        let rows = rows.iter().enumerate();
        let rows = rows.filter(|(_, row)| row.masks[at] & 1 << band != 0);
        rows.fold(0, |bits, (row, _)| bits | 1 << row)
    };
    (0..column.bands.count()).map(of_band).collect()
}

fn load_row(page: &str, row: &PageRow) -> Row {
    Row {
        page: keep(page),
        line: row.line,
        anchor: keep(&row.anchor),
        cite: Citation {
            edition: keep(&row.cite.edition),
            anchor: keep(&row.cite.anchor),
        },
        project: row.project,
        rank: row.rank,
        answer: row.answer as u8,
        also: row.also.clone().leak(),
        carried: load_carried(row).leak(),
        from: row.from,
        until: row.until,
    }
}

fn load_carried(row: &PageRow) -> Vec<(&'static str, &'static str)> {
    let carried = row.carried.iter();
    carried
        .map(|(column, text)| (keep(column), keep(text)))
        .collect()
}

fn keep(text: &str) -> &'static str {
    text.to_owned().leak()
}
