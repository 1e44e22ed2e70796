//! A table as text: one row after the other, each cell under its column's name, so that it fits any width.

use super::Lines;
use crate::page::Table;
use std::fmt::Write;

/// The rows as lines of `name: cell`, the first cell standing out.
pub(super) fn drawn(table: &Table, lines: &Lines) -> String {
    let mut out = String::new();
    let bullet = if lines.style.ascii { "  * " } else { "  • " };
    for row in &table.rows {
        for (index, (name, cell)) in table.head.iter().zip(row).enumerate() {
            if cell.words().is_empty() {
                continue;
            }
            let words = lines.joined(std::slice::from_ref(cell));
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
