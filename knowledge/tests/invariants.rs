//! The promises of the knowledge, looked for in what was compiled and not in the compiler.

#![allow(clippy::unwrap_used)]

#[path = "../build/written.rs"]
mod written;

use her2_case::Decimal;
use her2_knowledge::{
    EditionStatus, PageKind, citations, cited, edition, editions, pages, stale, tables_data,
};
use her2_pages::compile::{CheckedPage, Given};
use her2_pages::{Bands, Row, TableData};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The pages as they are written, read once more.
fn written() -> Vec<CheckedPage> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let written = written::read(root);
    assert!(written.faults().is_empty());
    written.tables().cloned().collect()
}

fn tables() -> impl Iterator<Item = &'static TableData> {
    tables_data().map(|(data, _)| data)
}

/// The tables with one row for every combination. Tables of options have more combinations than can be walked through; the tests of
/// options look at their rows instead.
fn decisions() -> impl Iterator<Item = &'static TableData> {
    tables_data().filter_map(|(data, options)| (!options).then_some(data))
}

/// What a row concludes.
fn outcome(row: &Row) -> (u8, Vec<(her2_case::Question, u64)>) {
    (row.answer, row.also.to_vec())
}

#[test]
fn k1_every_combination_of_bands_meets_exactly_one_row() {
    assert!(decisions().count() > 0);
    for table in decisions() {
        for cell in table.grid() {
            let rows = table.rows_for(&cell.masks).len();
            let page = table.page();
            assert_eq!(rows, 1, "{page}: {rows} rows for {}", cell.describe());
        }
    }
}

#[test]
fn k1_a_grid_has_every_combination_once() {
    for table in decisions() {
        let cells: Vec<_> = table.grid().map(|cell| cell.describe()).collect();
        let distinct: BTreeSet<_> = cells.iter().collect();
        assert_eq!(cells.len(), table.grid().combinations(), "{}", table.page());
        assert_eq!(cells.len(), distinct.len(), "{}", table.page());
    }
}

#[test]
fn k2_every_row_is_reached_and_every_column_matters() {
    for table in decisions() {
        let mut reached = BTreeSet::new();
        let mut matters = vec![false; table.columns().len()];
        for cell in table.grid() {
            let rows: Vec<_> = table.rows_for(&cell.masks).collect();
            reached.extend(rows.iter().map(|row| row.line()));
            let conclusions =
                |rows: &[&Row]| rows.iter().map(|row| outcome(row)).collect::<Vec<_>>();
            for (at, column) in table.columns().iter().enumerate() {
                matters[at] = matters[at]
                    || (0..column.rows.len()).any(|band| {
                        let beside = cell.masks.with(at, 1 << band);
                        let beside: Vec<_> = table.rows_for(&beside).collect();
                        conclusions(&beside) != conclusions(&rows)
                    });
            }
        }
        assert_eq!(reached.len(), table.rows().len(), "{}", table.page());
        assert!(matters.iter().all(|matters| *matters), "{}", table.page());
    }
}

#[test]
fn k3_every_page_and_row_cites_something_that_resolves_to_a_source() {
    let rows: usize = tables().map(|table| table.rows().len()).sum();
    assert!(citations().len() > rows);
    for (place, cite) in citations() {
        let of = cited(cite).unwrap_or_else(|| panic!("{place}: {cite}"));
        let sources = of.doi.len() + of.pmid.len() + of.links.len();
        let own = edition(cite.edition).is_some_and(|of| of.status == EditionStatus::Project);
        assert!(sources > 0 || own, "{place}: {cite}");
        assert!(!of.title.is_empty() && !of.place.is_empty(), "{cite}");
    }
}

#[test]
fn k4_every_bound_has_a_case_on_it_and_one_in_the_next_band() {
    let pages: BTreeMap<_, _> = written()
        .into_iter()
        .map(|page| (page.id.clone(), page))
        .collect();
    let mut bounds = 0;
    for table in tables() {
        let page = &pages[table.page()];
        for (at, column) in table.columns().iter().enumerate() {
            let Bands::Number(cuts) = column.bands else {
                continue;
            };
            let numbers = page.cases.iter().filter_map(|case| match case.given[at] {
                Given::Number(value) => Some(value),
                _ => None,
            });
            let numbers: Vec<Decimal> = numbers.collect();
            for cut in cuts {
                bounds += 1;
                let near = |value: &Decimal| value.micros().abs_diff(cut.at.micros()) <= 1_000_000;
                let across = |value: &Decimal| match cut.after {
                    true => *value > cut.at,
                    false => *value < cut.at,
                };
                let name = column.question.name();
                assert!(numbers.contains(&cut.at), "{}: {name} {}", page.id, cut.at);
                let beside = numbers.iter().any(|value| near(value) && across(value));
                assert!(beside, "{}: beside {name} {}", page.id, cut.at);
            }
        }
    }
    assert!(bounds > 10);
}

#[test]
fn k5_ids_and_labels_are_unique_and_every_page_is_compiled() {
    let ids: Vec<_> = pages().iter().map(|page| page.id).collect();
    let distinct: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len());
    let constants: BTreeSet<_> = tables()
        .map(|table| table.page().replace(['/', '-'], "_"))
        .collect();
    assert_eq!(constants.len(), tables().count());
    for table in tables() {
        let labels: BTreeSet<_> = table.rows().iter().map(Row::anchor).collect();
        assert_eq!(labels.len(), table.rows().len(), "{}", table.page());
        assert!(ids.contains(&table.page()));
    }
    let written: BTreeSet<_> = written().into_iter().map(|page| page.id).collect();
    let compiled: BTreeSet<_> = tables().map(|table| table.page().to_owned()).collect();
    assert_eq!(written, compiled);
    let counted = pages()
        .iter()
        .filter(|page| page.kind == PageKind::Diagnostic);
    assert_eq!(counted.count(), her2_knowledge::diagnostics().len());
}

#[test]
fn k5_every_anchor_that_is_declared_is_cited() {
    let cited: BTreeSet<String> = (citations().iter())
        .map(|(_, cite)| cite.to_string())
        .collect();
    let declared = editions().iter().flat_map(|edition| {
        let anchors = edition.anchors.iter();
        anchors.map(|(anchor, _)| format!("{}#{anchor}", edition.id))
    });
    let orphans: Vec<_> = declared.filter(|anchor| !cited.contains(anchor)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn k5_every_source_is_cited_by_some_page() {
    let citations = citations();
    let cited: BTreeSet<_> = citations.iter().map(|(_, cite)| cite.edition).collect();
    let sources = her2_knowledge::sources().iter().map(|source| source.id);
    let orphans: Vec<_> = sources.filter(|id| !cited.contains(id)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn k6_on_no_day_are_two_editions_of_one_body_topic_and_kind_in_force() {
    let mut day = date(2000, 1, 1);
    while day < date(2040, 1, 1) {
        let mut bodies = BTreeSet::new();
        for edition in editions().iter().filter(|edition| edition.in_force_on(day)) {
            let kind = format!("{:?}", edition.status);
            let first = bodies.insert((edition.body, edition.topic, kind));
            assert!(first, "{} on {day}", edition.id);
        }
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn k7_a_page_that_was_checked_more_than_twelve_months_ago_is_listed() {
    let oldest = pages().iter().map(|page| page.checked).min().unwrap();
    let newest = pages().iter().map(|page| page.checked).max().unwrap();
    let year_later = |day: Date| date(day.year() + 1, day.month(), day.day());
    assert_eq!(stale(year_later(oldest)).count(), 0);
    let first = stale(year_later(oldest).tomorrow().unwrap()).count();
    let due = pages().iter().filter(|page| page.checked == oldest).count();
    assert_eq!(first, due);
    let all = stale(year_later(newest).tomorrow().unwrap()).count();
    assert_eq!(all, pages().len());
}

#[test]
fn the_version_names_this_knowledge() {
    let version = her2_knowledge::version();
    assert_eq!(version.len(), 16);
    assert!(version.bytes().all(|byte| byte.is_ascii_hexdigit()));
}
