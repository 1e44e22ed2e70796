//! Tables of bands: bounds on the left, what they give on the right. Every number lies in exactly one band.

use super::keys::decimal;
use her2_case::{Decimal, Question};
use her2_pages::compile::{Bound, Document, Faults, Holds, TableText};

/// A table under this heading with exactly these columns.
pub fn table<'a>(
    document: &'a Document,
    heading: &str,
    columns: &[&str],
    faults: &mut Faults,
) -> Option<&'a TableText> {
    let tables = document.section(heading).into_iter();
    let mut tables = tables.flat_map(|section| section.tables());
    let Some(table) = tables.next() else {
        faults.add(1, format!("no table under `## {heading}`"));
        return None;
    };
    if table.header != columns {
        let wants = columns.join(" | ");
        faults.add(table.line, format!("the columns are `{wants}`"));
        return None;
    }
    if let Some(second) = tables.next() {
        faults.add(second.line, "a second table under one heading");
    }
    Some(table)
}

/// The bands of a table, as Rust source, each giving what `gives` makes of the second cell.
pub fn source(
    document: &Document,
    heading: &str,
    columns: [&str; 2],
    gives: impl Fn(&str) -> Option<String>,
    faults: &mut Faults,
) -> Option<String> {
    let table = table(document, heading, &columns, faults)?;
    let mut bands = Vec::new();
    for (line, cells) in &table.rows {
        // Any question of a number reads bounds alike.
        let read = Holds::read(Question::TumourSize, &cells[0]);
        let (low, high) = match read {
            Ok(Holds::Numbers { low, high }) => (low, high),
            Ok(_) => (None, None),
            Err(why) => {
                faults.add(*line, why);
                continue;
            }
        };
        match gives(&cells[1]) {
            Some(gives) => bands.push((*line, low, high, gives)),
            None => faults.add(*line, format!("`{}` cannot be read", cells[1])),
        }
    }
    check(table.line, &bands, faults);
    let bands = bands.iter().map(|(line, low, high, gives)| {
        let (low, high) = (bound(*low), bound(*high));
        format!("Band {{ low: {low}, high: {high}, gives: {gives}, line: {line} }}")
    });
    Some(format!("&[{}]", bands.collect::<Vec<_>>().join(", ")))
}

type Read = (u32, Option<Bound>, Option<Bound>, String);

/// From nothing to any number without a gap and without an overlap, in the order of the table.
fn check(line: u32, bands: &[Read], faults: &mut Faults) {
    let zero = |low: Bound| low.at == Decimal::ZERO && low.inclusive;
    match bands.first() {
        Some((_, low, ..)) if low.is_none_or(zero) => {}
        _ => faults.add(line, "the first band does not start at nothing"),
    }
    if bands.last().is_none_or(|(_, _, high, _)| high.is_some()) {
        faults.add(line, "the last band ends");
    }
    for pair in bands.windows(2) {
        let meet = matches!(
            (pair[0].2, pair[1].1),
            (Some(high), Some(low)) if high.at == low.at && high.inclusive != low.inclusive
        );
        if !meet {
            faults.add(
                pair[1].0,
                "the band does not start where the one before it ends",
            );
        }
    }
}

fn bound(bound: Option<Bound>) -> String {
    let Some(Bound { at, inclusive }) = bound else {
        return "None".to_owned();
    };
    let at = decimal(&at.to_string()).expect("a decimal prints as one");
    format!("Some(Bound {{ at: {at}, inclusive: {inclusive} }})")
}
