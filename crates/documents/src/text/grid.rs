//! A table whose cells stand side by side, each broken within its column; a list where the width is too small for it.

use super::Lines;
use crate::page::Grid;
use comfy_table::{Cell, ContentArrangement, LineStyle, Table, TableStyle};
use std::fmt::Write;

/// Where a column would be narrower than this on average, the rows are written as a list.
const NARROWEST_COLUMN: usize = 13;

pub(super) fn drawn(grid: &Grid, lines: &Lines) -> String {
    if lines.width < grid.head.len() * NARROWEST_COLUMN {
        return listed(grid, lines);
    }
    let (header, between) = if lines.style.ascii {
        ('=', '-')
    } else {
        ('\u{2500}', '\u{254c}')
    };
    let rule = |fill| LineStyle::none().fill(fill).junction(fill);
    let style = TableStyle::new()
        .header_separator(rule(header))
        .row_separator(rule(between));
    let mut table = Table::new();
    table
        .load_style(style)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(lines.width).unwrap_or(u16::MAX))
        .set_header(
            grid.head
                .iter()
                .map(|name| Cell::new(lines.plain(name.words()))),
        );
    for row in &grid.rows {
        table.add_row(row.iter().map(|cell| Cell::new(lines.unlinked(cell))));
    }
    let mut out = String::new();
    for line in table.lines() {
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// The rows as lines of `name: cell`, the first cell standing out.
fn listed(grid: &Grid, lines: &Lines) -> String {
    let mut out = String::new();
    let bullet = if lines.style.ascii {
        "  * "
    } else {
        "  \u{2022} "
    };
    for row in &grid.rows {
        for (index, (name, cell)) in grid.head.iter().zip(row).enumerate() {
            let words = lines.unlinked(cell);
            if words.is_empty() {
                continue;
            }
            let (words, first) = if index == 0 {
                (words, bullet)
            } else {
                (format!("{}: {words}", lines.plain(name.words())), "      ")
            };
            for line in lines.wrapped(&words, first, "      ") {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}
