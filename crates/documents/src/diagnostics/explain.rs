//! The page of one diagnostic, as text.

use super::wrap::wrapped;
use her2_case::Severity;
use std::fmt::Write;

/// A diagnostic's page, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The stable name of the diagnostic.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub title: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Why it matters.
    pub why: &'static str,
    /// What the guideline asks for.
    pub what_to_do: &'static str,
    /// The id of the source.
    pub cite: String,
    /// The source in words.
    pub source: String,
    /// The columns of the table; the last one is the answer.
    pub columns: Vec<String>,
    /// The rows of the table, cell by cell.
    pub rows: Vec<Vec<String>>,
    /// Reports on which it fires.
    pub fires: Vec<&'static str>,
    /// Reports on which it does not.
    pub silent: Vec<&'static str>,
}

/// The narrowest screen that is written for, and the widest.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=98;

/// The page as text for a screen of this width: what it says, why, what to do, the table that decides, a report on which it fires and one on which it does not.
pub fn explain(page: &Page, width: usize) -> String {
    let width = width.clamp(*WIDTHS.start(), *WIDTHS.end()) - 2;
    let mut out = String::new();
    let mut line = |text: &str| writeln!(out, "{text}").expect("a string can be written to");
    line(&format!(
        "{}[{}]: {}",
        page.severity.name(),
        page.code,
        page.title
    ));
    for (heading, prose) in [("Why", page.why), ("What to do", page.what_to_do)] {
        line(&format!("\n{heading}\n"));
        for (at, paragraph) in prose.trim().split("\n\n").enumerate() {
            if at > 0 {
                line("");
            }
            wrapped(paragraph, width)
                .iter()
                .for_each(|text| line(&format!("  {text}")));
        }
    }
    line("\nTable\n");
    table(page, width).iter().for_each(|text| line(text));
    line("\nSource\n");
    for text in wrapped(&format!("{} [{}]", page.source, page.cite), width) {
        line(&format!("  {text}"));
    }
    let examples = [("Fires on", &page.fires), ("Silent on", &page.silent)];
    for (heading, reports) in examples {
        for report in reports {
            line(&format!("\n{heading}\n"));
            for text in report.trim_end().lines() {
                for text in wrapped(text, width - 2) {
                    line(&format!("  | {text}"));
                }
            }
        }
    }
    out
}

fn table(page: &Page, most: usize) -> Vec<String> {
    let inputs = page.columns.len().saturating_sub(1).max(1);
    let widest = (most - 2 * inputs - "=> fires".len()) / inputs;
    let cells: Vec<Vec<Vec<String>>> = std::iter::once(&page.columns)
        .chain(&page.rows)
        .map(|row| row.iter().map(|cell| wrapped(cell, widest)).collect())
        .collect();
    let width = |column: usize| {
        let of = |row: &Vec<Vec<String>>| {
            let lines = row.get(column).into_iter().flatten();
            lines.map(|line| line.chars().count()).max().unwrap_or(0)
        };
        cells.iter().map(of).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..page.columns.len()).map(width).collect();
    let mut out = Vec::new();
    for (at, row) in cells.iter().enumerate() {
        let height = row.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let cells = row.iter().zip(&widths).map(|(cell, width)| {
                let text = cell.get(line).map_or("", String::as_str);
                format!("{text:width$}")
            });
            let text = cells.collect::<Vec<_>>().join("  ");
            out.push(format!("  {}", text.trim_end()));
        }
        if at == 0 {
            let rules = widths.iter().map(|width| "-".repeat(*width));
            out.push(format!("  {}", rules.collect::<Vec<_>>().join("  ")));
        }
    }
    out
}

/// Every diagnostic in a line: severity, code and title.
pub fn list(pages: &[Page]) -> String {
    let widest = pages.iter().map(|page| page.code.len()).max().unwrap_or(0);
    let line = |page: &Page| {
        let (severity, code) = (page.severity.name(), page.code);
        format!("{severity:8} {code:widest$}  {}\n", page.title)
    };
    pages.iter().map(line).collect()
}
