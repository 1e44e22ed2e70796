//! Every answer of every edition, written out. A change of a page shows here as the combinations that it answers otherwise; once the
//! difference is meant, `INSTA_UPDATE=always cargo test --package her2-knowledge --test grid` takes it over.

use her2_case::Kind;
use her2_knowledge::{editions, tables_data};
use her2_pages::TableData;
use std::collections::BTreeSet;
use std::fmt::Write;

#[test]
fn p7_the_answers_of_each_edition_over_its_whole_grid_are_a_snapshot() {
    for edition in editions() {
        let own = |table: &&TableData| table.page().split('/').next() == Some(edition.id);
        let tables = tables_data().map(|(table, _)| table).filter(own);
        let written: Vec<String> = tables.map(written).collect();
        if !written.is_empty() {
            insta::assert_snapshot!(edition.id, written.join("\n"));
        }
    }
}

/// The grid of a table: a line for each combination of all columns but the last, and in it an answer for each band of the last.
fn written(table: &'static TableData) -> String {
    let mut text = format!("{}\n", table.page());
    let Some((last, others)) = table.columns().split_last() else {
        return text;
    };
    let names = others.iter().map(|column| column.question.name());
    let bands: Vec<_> = (0..last.rows.len())
        .map(|band| last.name_of(band))
        .collect();
    let names: Vec<_> = names.collect();
    let (names, bands) = (names.join(" | "), bands.join(" | "));
    let mut line = |head: &str, answers: &str| {
        let bar = if head.is_empty() { "" } else { " => " };
        writeln!(text, "  {head}{bar}{answers}").expect("a string can be written to");
    };
    line(&names, &format!("{} {bands}", last.question.name()));
    let cells: Vec<_> = table.grid().collect();
    for cells in cells.chunks(last.rows.len()) {
        let head = others.iter().enumerate().map(|(at, column)| {
            let band = cells[0].masks.column(at).trailing_zeros();
            column.name_of(band as usize)
        });
        let head: Vec<_> = head.collect();
        let answers = cells.iter().map(|cell| answer(table, cell));
        let answers: Vec<_> = answers.collect();
        let distinct: BTreeSet<_> = answers.iter().collect();
        let answers = match distinct.len() {
            1 => format!("{} in any", answers[0]),
            _ => answers.join(" | "),
        };
        line(&head.join(" | "), &answers);
    }
    text
}

fn answer(table: &TableData, cell: &her2_pages::Cell) -> String {
    let Kind::Terms(names) = table.question().kind() else {
        return String::new();
    };
    let answers = TableData::answers(table.rows_for(&cell.masks));
    let named = names.iter().enumerate();
    let named = named.filter(|(term, _)| answers & 1 << term != 0);
    let named: Vec<_> = named.map(|(_, name)| *name).collect();
    named.join(" and ")
}
