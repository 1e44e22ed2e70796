//! The tables of options, held against the rows of their pages as they are written, looked at cell by cell and value by value. No band and
//! no mask is used here.

#![allow(clippy::unwrap_used)]

#[path = "../build/written.rs"]
mod written;

use her2_case::{Decimal, Her2Category, Kind, Listing, Mark, Question, Strength, Term};
use her2_knowledge::{
    CareTable, Regimen, RegimenKind, care_table, care_tables, evidence, medicine_named, regimen,
    tables_data,
};
use her2_pages::compile::{Bound, CheckedPage, Decide, Given, Holds};
use her2_pages::{Asked, Input, Known, Standing, Weighed};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// A table with its page as written and, for each column, plain values: every term; every bound and the numbers beside it.
struct Pair {
    table: &'static CareTable,
    page: CheckedPage,
    values: Vec<Vec<Given>>,
}

static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let written = written::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let pages = written.tables().filter(|page| written::care::is_care(page));
    let pairs = pages.cloned().map(|page| Pair {
        table: care_table(&page.id).unwrap_or_else(|| panic!("{}", page.id)),
        values: (0..page.columns.len())
            .map(|at| values(&page, at))
            .collect(),
        page,
    });
    pairs.collect()
});

fn values(page: &CheckedPage, at: usize) -> Vec<Given> {
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
            let beside = [bound.saturating_sub(1), bound, bound + 1];
            numbers.extend(beside.map(|micros| Decimal::new(micros, 6)));
        }
    }
    numbers.into_iter().map(Given::Number).collect()
}

fn holds(cell: Holds, given: Given) -> bool {
    match given {
        Given::Unknown => panic!("only plain values are looked at"),
        Given::Terms(terms) => cell.holds_some(terms),
        Given::Number(value) => cell.holds_number(value),
    }
}

/// The plain values that what is given can still be.
fn left(pair: &Pair, at: usize, given: Given) -> Vec<Given> {
    match given {
        Given::Unknown => pair.values[at].clone(),
        Given::Terms(terms) => {
            let within = |value: &&Given| matches!(value, Given::Terms(one) if one & terms != 0);
            pair.values[at].iter().filter(within).copied().collect()
        }
        Given::Number(_) => vec![given],
    }
}

fn slowly(pair: &Pair, row: usize, given: &[Given]) -> Standing {
    let cells = pair.page.rows[row].cells.iter().enumerate();
    let standings = cells.map(|(at, cell)| {
        let left = left(pair, at, given[at]);
        let held = left.iter().filter(|value| holds(*cell, **value)).count();
        match held {
            0 => Standing::Closed,
            held if held == left.len() => Standing::Met,
            _ => Standing::Open,
        }
    });
    standings.max().unwrap_or(Standing::Met)
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

fn quickly(pair: &Pair, given: &[Given]) -> Weighed<Listing> {
    let asked = asked(pair, given);
    pair.table.choices.weigh(&Known::of(&asked))
}

/// A table, and for each of its columns a plain value, several terms, or nothing.
fn questions() -> impl Strategy<Value = (usize, Vec<Given>)> {
    (0..PAIRS.len()).prop_flat_map(|at| {
        let columns = PAIRS[at].values.iter().map(|values| {
            let value = proptest::sample::select(values.clone());
            let other = proptest::sample::select(values.clone());
            let both = (value.clone(), other).prop_map(|both| match both {
                (Given::Terms(one), Given::Terms(other)) => Given::Terms(one | other),
                (one, _) => one,
            });
            prop_oneof![1 => Just(Given::Unknown), 3 => value, 1 => both]
        });
        (Just(at), columns.collect::<Vec<_>>())
    })
}

#[test]
fn every_page_of_options_is_a_care_table_and_every_care_table_a_page() {
    let written: BTreeSet<_> = PAIRS.iter().map(|pair| pair.page.id.as_str()).collect();
    let tables: BTreeSet<_> = care_tables().iter().map(|table| table.page).collect();
    assert!(written.len() > 20);
    assert_eq!(written, tables);
    for pair in PAIRS.iter() {
        assert_eq!(pair.page.decide, Decide::All);
        assert_eq!(
            pair.table.edition.is_some(),
            pair.table.drug.is_none(),
            "{}",
            pair.page.id
        );
    }
    let ids: Vec<_> = tables_data().map(|(data, _)| data.page()).collect();
    assert!(tables.iter().all(|page| ids.contains(page)));
}

#[test]
fn every_row_is_compiled_as_it_is_written() {
    for Pair { table, page, .. } in PAIRS.iter() {
        let rows = table.choices.data().rows();
        assert_eq!(rows.len(), page.rows.len());
        for (at, (row, written)) in rows.iter().zip(&page.rows).enumerate() {
            let place = format!("{}:{}", page.id, written.line);
            assert_eq!(
                (row.anchor(), row.line()),
                (written.anchor.as_str(), written.line)
            );
            let cite = format!("{}#{}", written.cite.edition, written.cite.anchor);
            assert_eq!(row.cite().to_string(), cite, "{place}");
            assert_eq!(
                (row.from(), row.until()),
                (written.from, written.until),
                "{place}"
            );
            assert_eq!(row.rank(), written.rank, "{place}");
            for (question, terms) in &written.also {
                assert_eq!(row.also_bits(*question), *terms, "{place}");
            }
            for (column, text) in &written.carried {
                assert_eq!(row.carried(column), Some(text.as_str()), "{place}");
            }
            assert_eq!(row.carried("option"), Some(table.regimen(at).id), "{place}");
            assert!(std::ptr::eq(
                table.regimen(at),
                regimen(table.regimen(at).id).unwrap()
            ));
            let trials: Vec<_> = table.evidence(at).map(|trial| trial.id).collect();
            let named = row.carried("evidence").unwrap_or_default();
            assert_eq!(trials.join(", "), named, "{place}");
            assert!(trials.iter().all(|id| evidence(id).unwrap().id == *id));
            assert!(row.also::<Mark>().single().is_some(), "{place}");
            let strength = row.also::<Strength>().single().unwrap();
            assert_eq!(strength == Strength::Label, table.drug.is_some(), "{place}");
        }
    }
}

#[test]
fn every_worked_case_leaves_exactly_the_rows_that_hold_cell_by_cell() {
    for pair in PAIRS.iter() {
        for case in &pair.page.cases {
            let weighed = quickly(pair, &case.given);
            for row in 0..pair.page.rows.len() {
                let slow = slowly(pair, row, &case.given);
                assert_eq!(
                    weighed.standing(row),
                    slow,
                    "{}:{}",
                    pair.page.id,
                    case.line
                );
            }
        }
    }
}

#[test]
fn p9_without_a_her2_result_for_it_no_row_lists_a_medicine_against_her2() {
    let allowed = [
        Her2Category::Positive,
        Her2Category::Low,
        Her2Category::Ultralow,
    ];
    let mut closed = 0;
    for table in care_tables() {
        for category in Her2Category::ALL.iter().filter(|of| !allowed.contains(of)) {
            let asked = [Asked::term(*category, None)];
            let weighed = table.choices.weigh(&Known::of(&asked));
            for (row, of) in weighed.rows() {
                let known = weighed.finding(row, &Known::of(&asked));
                if known.is(Listing::AdvisedAgainst) || !table.regimen(row).is_her2_directed() {
                    continue;
                }
                let (page, anchor) = (of.page(), of.anchor());
                assert_eq!(weighed.standing(row), Standing::Closed, "{page}#{anchor}");
                closed += 1;
            }
        }
        let nothing = table.choices.weigh(&Known::of(&[]));
        for (row, of) in nothing
            .rows()
            .filter(|(row, _)| table.regimen(*row).is_her2_directed())
        {
            let against = of.answer == Listing::AdvisedAgainst.index() as u8;
            assert!(
                against || nothing.standing(row) != Standing::Met,
                "{}",
                of.anchor()
            );
        }
    }
    assert!(closed > 100, "{closed}");
}

#[test]
fn a_regimen_is_against_her2_exactly_if_one_of_its_medicines_or_what_follows_is() {
    for regimen in her2_knowledge::regimens() {
        let some = regimen.drugs().any(|drug| drug.class.is_her2_directed());
        let next = regimen.then().is_some_and(Regimen::is_her2_directed);
        let directed = regimen.is_her2_directed();
        if regimen.kind == RegimenKind::Medicines {
            assert_eq!(directed, some || next, "{}", regimen.id);
        }
        let drugs = regimen.partners.iter().flat_map(|of| of.any_of);
        let partners = drugs.filter_map(|name| medicine_named(name));
        assert!(
            partners.clone().count() > 0 || regimen.partners.is_empty(),
            "{}",
            regimen.id
        );
        for partner in partners {
            assert!(
                !partner.class.is_her2_directed(),
                "{}: {}",
                regimen.id,
                partner.inn
            );
        }
        let partners = regimen.partners.iter();
        assert!(
            !partners.clone().any(|of| of.class.is_her2_directed()),
            "{}",
            regimen.id
        );
    }
    let directed = her2_knowledge::regimens()
        .iter()
        .filter(|of| of.is_her2_directed());
    assert!(directed.count() > 10);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn k1_weighing_agrees_with_the_rows_as_they_are_written((at, given) in questions()) {
        let pair = &PAIRS[at];
        let weighed = quickly(pair, &given);
        for (row, of) in weighed.rows() {
            prop_assert_eq!(weighed.standing(row), slowly(pair, row, &given), "{}#{}", of.page(), of.anchor());
            let most = weighed.requirements(row).map(|of| of.standing).max();
            prop_assert_eq!(most.unwrap_or(Standing::Met), weighed.standing(row));
        }
    }

    #[test]
    fn p2_to_learn_something_never_turns_met_into_closed_or_closed_into_met((at, given) in questions(), which: prop::sample::Index, value: prop::sample::Index) {
        let pair = &PAIRS[at];
        let column = which.index(given.len());
        let left = left(pair, column, given[column]);
        let mut known = given.clone();
        known[column] = left[value.index(left.len())];
        let (before, after) = (quickly(pair, &given), quickly(pair, &known));
        prop_assert_eq!(before.met() & !after.met(), 0);
        prop_assert_eq!(before.closed() & !after.closed(), 0);
    }

    #[test]
    fn the_order_of_what_is_known_changes_nothing((at, given) in questions()) {
        let pair = &PAIRS[at];
        let mut asked = asked(pair, &given);
        let one = pair.table.choices.weigh(&Known::of(&asked));
        asked.reverse();
        asked.push(Asked::new(Question::HighRisk, Input::Unknown, None));
        let other = pair.table.choices.weigh(&Known::of(&asked));
        prop_assert_eq!((one.met(), one.open()), (other.met(), other.open()));
    }
}

#[test]
fn what_is_asked_for_could_settle_an_open_row() {
    for pair in PAIRS.iter() {
        let weighed = pair.table.choices.weigh(&Known::of(&[]));
        let asks: Vec<_> = weighed.asks().map(|(question, _)| question).collect();
        let columns: Vec<_> = pair
            .page
            .columns
            .iter()
            .map(|column| column.question)
            .collect();
        assert_eq!(
            asks, columns,
            "{}: with nothing known every column is asked for",
            pair.page.id
        );
    }
}
