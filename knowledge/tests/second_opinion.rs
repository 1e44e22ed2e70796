//! What the compiled tables answer, held against a second and slower way to answer: every combination of plain values, and the rows
//! of the pages as they are written, looked at one by one. No band and no mask is used here. Tables of options are held against theirs in
//! `options.rs`.

#![allow(clippy::unwrap_used)]

#[path = "../build/written.rs"]
mod written;

use her2_case::{Amount, Decimal, Kind};
use her2_knowledge::tables_data;
use her2_pages::compile::{Bound, CheckedPage, Decide, Given, Holds, PageRow};
use her2_pages::{Asked, Input, TableData};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// At most this many combinations of plain values are looked at for one question to a table.
const MOST: usize = 20_000;

/// Each table with its page as written and, for each column, plain values: every term; every bound, the numbers a hundredth beside it,
/// and the numbers a millionth beside those.
struct Pair {
    table: &'static TableData,
    page: CheckedPage,
    values: Vec<Vec<Given>>,
}

static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let written = written::read(root);
    let pages = written.tables().filter(|page| page.decide == Decide::One);
    let pairs = pages.cloned().map(|page| {
        let mut tables = tables_data().map(|(table, _)| table);
        let table = tables.find(|table| table.page() == page.id).unwrap();
        let columns = 0..page.columns.len();
        let values = columns.map(|at| plain_values(&page, at)).collect();
        Pair {
            table,
            page,
            values,
        }
    });
    pairs.collect()
});

fn plain_values(page: &CheckedPage, at: usize) -> Vec<Given> {
    if let Kind::Terms(names) = page.columns[at].question.kind() {
        return (0..names.len())
            .map(|term| Given::Terms(1 << term))
            .collect();
    }
    let mut numbers = BTreeSet::from([Decimal::ZERO]);
    for row in &page.rows {
        let Holds::Numbers { low, high } = row.cells[at] else {
            continue;
        };
        for Bound { at, .. } in low.into_iter().chain(high) {
            let bound = u64::try_from(at.micros()).unwrap();
            for printed in [bound.saturating_sub(10_000), bound, bound + 10_000] {
                let beside = [printed.saturating_sub(1), printed, printed + 1];
                numbers.extend(beside.map(|micros| Decimal::new(micros, 6)));
            }
        }
    }
    numbers.into_iter().map(Given::Number).collect()
}

fn asked(pair: &Pair, given: &[Given]) -> Vec<Asked<'static>> {
    let columns = pair.page.columns.iter().zip(given);
    let asked = columns.filter_map(|(column, given)| {
        let input = match *given {
            Given::Unknown => return None,
            Given::Terms(terms) => Input::Terms(terms),
            Given::Number(value) => Input::Number(value),
        };
        Some(Asked::new(column.question, input, None))
    });
    asked.collect()
}

fn holds(row: &PageRow, given: &[Given]) -> bool {
    row.cells
        .iter()
        .zip(given)
        .all(|(cell, given)| match *given {
            Given::Unknown => panic!("only plain values are looked at"),
            Given::Terms(terms) => cell.holds_some(terms),
            Given::Number(value) => cell.holds_number(value),
        })
}

/// Every way to put plain values in the place of what is unknown.
fn every_way(pair: &Pair, given: &[Given]) -> Vec<Vec<Given>> {
    let mut ways = vec![Vec::new()];
    for (at, given) in given.iter().enumerate() {
        let values = match given {
            Given::Unknown => pair.values[at].clone(),
            known => vec![*known],
        };
        let longer = ways.iter().flat_map(|way| {
            values.iter().map(|value| {
                let mut way = way.clone();
                way.push(*value);
                way
            })
        });
        ways = longer.collect();
    }
    ways
}

/// The lines of the rows and the answers left, looked for one combination at a time.
fn slowly(pair: &Pair, given: &[Given]) -> (BTreeSet<u32>, u64) {
    let (mut lines, mut answers) = (BTreeSet::new(), 0);
    for way in every_way(pair, given) {
        for row in pair.page.rows.iter().filter(|row| holds(row, &way)) {
            lines.insert(row.line);
            answers |= 1 << row.answer;
        }
    }
    (lines, answers)
}

fn quickly(pair: &Pair, given: &[Given]) -> (BTreeSet<u32>, u64) {
    let rows = pair.table.rows_for(&pair.table.masks(&asked(pair, given)));
    (
        rows.map(|row| row.line()).collect(),
        TableData::answers(rows),
    )
}

/// A table, and for each of its columns a plain value or nothing.
fn questions() -> impl Strategy<Value = (usize, Vec<Given>)> {
    let table = 0..PAIRS.len();
    table.prop_flat_map(|at| {
        let pair = &PAIRS[at];
        let columns: Vec<_> = pair
            .values
            .iter()
            .map(|values| {
                let value = proptest::sample::select(values.clone());
                prop_oneof![1 => Just(Given::Unknown), 2 => value]
            })
            .collect();
        (Just(at), columns)
    })
}

fn is_small(pair: &Pair, given: &[Given]) -> bool {
    let open = given
        .iter()
        .zip(&pair.values)
        .filter(|(given, _)| **given == Given::Unknown);
    open.map(|(_, values)| values.len()).product::<usize>() <= MOST
}

#[test]
fn every_worked_case_is_answered_as_it_expects() {
    for pair in PAIRS.iter() {
        for case in &pair.page.cases {
            let (_, answers) = quickly(pair, &case.given);
            assert_eq!(answers, case.expects, "{}:{}", pair.page.id, case.line);
        }
    }
}

#[test]
fn every_row_is_compiled_as_it_is_written() {
    for pair in PAIRS.iter() {
        assert_eq!(pair.table.rows().len(), pair.page.rows.len());
        for (row, written) in pair.table.rows().iter().zip(&pair.page.rows) {
            assert_eq!(row.page(), pair.page.id);
            assert_eq!(
                (row.anchor(), row.line()),
                (written.anchor.as_str(), written.line)
            );
            let cite = (row.cite().edition, row.cite().anchor);
            assert_eq!(
                cite,
                (written.cite.edition.as_str(), written.cite.anchor.as_str())
            );
            assert_eq!(row.is_project_rule(), written.project);
            for (question, terms) in &written.also {
                assert_eq!(row.also_bits(*question), *terms, "{}", row.anchor());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, max_global_rejects: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn unknown_is_the_union_of_everything_that_could_be_known((at, given) in questions()) {
        let pair = &PAIRS[at];
        prop_assume!(is_small(pair, &given));
        prop_assert_eq!(quickly(pair, &given), slowly(pair, &given), "{}", pair.page.id);
    }

    #[test]
    fn p2_making_an_unknown_input_known_never_adds_an_answer((at, given) in questions(), which: proptest::sample::Index, value: proptest::sample::Index) {
        let pair = &PAIRS[at];
        let column = which.index(given.len());
        let (mut given, mut known) = (given.clone(), given);
        given[column] = Given::Unknown;
        known[column] = pair.values[column][value.index(pair.values[column].len())];
        let (rows, answers) = quickly(pair, &given);
        let (fewer_rows, fewer_answers) = quickly(pair, &known);
        prop_assert!(fewer_rows.is_subset(&rows));
        prop_assert_eq!(fewer_answers & !answers, 0);
        prop_assert!(fewer_answers != 0);
    }

    #[test]
    fn p2_fewer_bands_never_give_more_answers(at in 0..PAIRS.len(), wider: [u64; her2_pages::MOST_COLUMNS], narrower: [u64; her2_pages::MOST_COLUMNS]) {
        let table = PAIRS[at].table;
        let (mut wide, mut narrow) = (table.unknown(), table.unknown());
        for (column, of) in table.columns().iter().enumerate() {
            let every = of.every_band();
            let some = Some(wider[column] & every).filter(|bands| *bands != 0).unwrap_or(every);
            let fewer = Some(some & narrower[column]).filter(|bands| *bands != 0).unwrap_or(some);
            (wide, narrow) = (wide.with(column, some), narrow.with(column, fewer));
        }
        let (more, less) = (table.rows_for(&wide), table.rows_for(&narrow));
        let lines: BTreeSet<_> = more.map(|row| row.line()).collect();
        prop_assert!(less.into_iter().all(|row| lines.contains(&row.line())));
        prop_assert_eq!(TableData::answers(less) & !TableData::answers(more), 0);
        prop_assert!(!less.is_empty());
    }

    #[test]
    fn a_question_is_asked_only_if_some_answer_to_it_would_leave_less((at, given) in questions()) {
        let pair = &PAIRS[at];
        prop_assume!(is_small(pair, &given));
        let (_, now) = slowly(pair, &given);
        let asks = pair.table.asks(&pair.table.masks(&asked(pair, &given)));
        for column in 0..given.len() {
            let helps = given[column] == Given::Unknown && pair.values[column].iter().any(|value| {
                let mut known = given.clone();
                known[column] = *value;
                slowly(pair, &known).1 != now
            });
            prop_assert_eq!(asks & 1 << column != 0, helps, "{} column {}", pair.page.id, column);
        }
    }

    #[test]
    fn a_printed_bound_leaves_what_the_numbers_within_it_leave((at, given) in questions(), which: proptest::sample::Index, bound: proptest::sample::Index, form in 0..5) {
        let pair = &PAIRS[at];
        prop_assume!(is_small(pair, &given));
        let numeric = |at: &usize| matches!(pair.values[*at].first(), Some(Given::Number(_)));
        let columns: Vec<_> = (0..given.len()).filter(numeric).collect();
        prop_assume!(!columns.is_empty());
        let column = columns[which.index(columns.len())];
        let numbers: Vec<Decimal> = pair.values[column].iter().filter_map(|value| match value {
            Given::Number(value) => Some(*value),
            _ => None,
        }).collect();
        let printed: Vec<_> = numbers.iter().filter(|value| value.mantissa() % 10_000 == 0).collect();
        let bound = *printed[bound.index(printed.len())];
        let (amount, within): (Amount, Box<dyn Fn(Decimal) -> bool>) = match form {
            0 => (Amount::Below(bound), Box::new(move |value| value < bound)),
            1 => (Amount::AtMost(bound), Box::new(move |value| value <= bound)),
            2 => (Amount::Above(bound), Box::new(move |value| value > bound)),
            3 => (Amount::AtLeast(bound), Box::new(move |value| value >= bound)),
            _ => (Amount::Exactly(bound), Box::new(move |value| value == bound)),
        };
        let inside: Vec<_> = numbers.iter().copied().filter(|value| within(*value)).collect();
        prop_assume!(!inside.is_empty());
        let mut expected = 0;
        for value in inside {
            let mut known = given.clone();
            known[column] = Given::Number(value);
            expected |= slowly(pair, &known).1;
        }
        let mut open = given.clone();
        open[column] = Given::Unknown;
        let mut asked = asked(pair, &open);
        asked.push(Asked::new(pair.page.columns[column].question, amount, None));
        let rows = pair.table.rows_for(&pair.table.masks(&asked));
        prop_assert_eq!(TableData::answers(rows), expected, "{} {:?}", pair.page.id, amount);
    }
}
