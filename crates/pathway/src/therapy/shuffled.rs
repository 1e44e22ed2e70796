//! The order of the pages changes nothing.

use super::index::Index;
use super::plan::Plan;
use super::{Ask, Her2Given};
use her2_knowledge::care_tables;
use her2_pages::Standing;
use proptest::prelude::*;
use std::sync::LazyLock;

#[path = "../../tests/given/care.rs"]
mod care;

/// The tables as they are, backwards, and torn apart in two ways.
static ORDERS: LazyLock<[Index; 4]> = LazyLock::new(|| {
    let tables = care_tables();
    let torn = |step: usize| {
        let starts = 0..step;
        let orders = starts.flat_map(move |start| (start..tables.len()).step_by(step));
        Index::of(orders.map(move |at| &tables[at]))
    };
    [
        Index::of(tables.iter()),
        Index::of(tables.iter().rev()),
        torn(3),
        torn(7),
    ]
});

type Shown = (&'static str, Standing, Vec<(String, Standing)>);

fn shown(plan: &Plan) -> (Vec<Shown>, Vec<Ask>, Vec<String>) {
    let options = plan.options().map(|item| {
        let rows = item.rows().map(|row| (row.id(), row.standing())).collect();
        (item.regimen().id, item.standing(), rows)
    });
    let mut met: Vec<_> = plan.met_rows().map(|row| row.id()).collect();
    met.extend(plan.cautions().map(|row| row.id()));
    met.sort();
    (options.collect(), plan.asks(), met)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_pages_changes_nothing(case in care::any_case()) {
        let of = |index| {
            let her2 = Her2Given::of_answers(&case);
            shown(&Plan::over(index, her2, &case, care::TODAY))
        };
        let first = of(&ORDERS[0]);
        for other in &ORDERS[1..] {
            prop_assert_eq!(&of(other), &first);
        }
    }
}
