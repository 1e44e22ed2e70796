//! The Rust source of a compiled table.

use super::columns::PageBands;
use super::load::holding;
use super::page::{CheckedPage, InputColumn, PageRow};
use super::{Cite, Decide};
use jiff::civil::Date;
use std::fmt::Write;

/// The name of the static made from the page of that id: `edition/question` becomes `EDITION_QUESTION`.
pub fn constant_name(id: &str) -> String {
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_uppercase()
        } else {
            '_'
        }
    };
    id.chars().map(letter).collect()
}

/// The source of a static that holds the page's table.
pub fn table_source(page: &CheckedPage) -> String {
    let mut out = String::new();
    let name = constant_name(&page.id);
    let answers = page.question.variant();
    let kind = match page.decide {
        Decide::One => "Table",
        Decide::All => "Choices",
    };
    let (id, title) = (&page.id, &page.title);
    let mut line = |text: String| writeln!(out, "{text}").expect("a string can be written to");
    line(format!("/// {title} (`{id}`)."));
    line(format!(
        "pub static {name}: ::her2_pages::{kind}<::her2_case::{answers}> = ::her2_pages::{kind}::of_page(::her2_pages::TableData {{"
    ));
    line(format!(
        "    page: {id:?}, title: {title:?}, question: ::her2_case::Question::{answers},"
    ));
    line("    columns: &[".to_owned());
    for (at, column) in page.columns.iter().enumerate() {
        line(column_source(column, at, &page.rows));
    }
    line("    ],\n    rows: &[".to_owned());
    for row in &page.rows {
        line(row_source(id, row));
    }
    let otherwise = &page.otherwise;
    line(format!("    ],\n    otherwise: {otherwise:?},\n}});"));
    out
}

fn column_source(column: &InputColumn, at: usize, rows: &[PageRow]) -> String {
    let bands = match &column.bands {
        PageBands::Terms(bands) => format!("Terms(&{bands:?})"),
        PageBands::Number(cuts) => {
            let cuts = cuts.iter().map(|cut| {
                let (mantissa, scale, after) = (cut.at.mantissa(), cut.at.scale(), cut.after);
                format!("::her2_pages::Cut::new(::her2_case::Decimal::new({mantissa}, {scale}), {after})")
            });
            format!("Number(&[{}])", cuts.collect::<Vec<_>>().join(", "))
        }
    };
    let holding = holding(column, at, rows);
    let question = column.question.variant();
    format!(
        "        ::her2_pages::Column::new(::her2_case::Question::{question}, ::her2_pages::Bands::{bands}, &{holding:?}),"
    )
}

fn row_source(page: &str, row: &PageRow) -> String {
    let also = row.also.iter().map(|(question, bits)| {
        let question = question.variant();
        format!("(::her2_case::Question::{question}, {bits})")
    });
    let also = also.collect::<Vec<_>>().join(", ");
    let PageRow {
        line,
        anchor,
        project,
        rank,
        answer,
        carried,
        ..
    } = row;
    let (from, until) = (day_source(row.from), day_source(row.until));
    let cite = cite_source(&row.cite);
    format!(
        "        ::her2_pages::Row {{ page: {page:?}, line: {line}, anchor: {anchor:?}, cite: {cite}, project: {project}, rank: {rank}, answer: {answer}, also: &[{also}], carried: &{carried:?}, from: {from}, until: {until} }},"
    )
}

fn day_source(day: Option<Date>) -> String {
    day.map_or_else(
        || "None".to_owned(),
        |day| {
            let (year, month, day) = (day.year(), day.month(), day.day());
            format!("Some(::jiff::civil::date({year}, {month}, {day}))")
        },
    )
}

/// The source of a citation.
pub fn cite_source(cite: &Cite) -> String {
    let Cite { edition, anchor } = cite;
    format!("::her2_pages::Citation {{ edition: {edition:?}, anchor: {anchor:?} }}")
}
