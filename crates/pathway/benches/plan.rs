//! How many full plans of care one core makes: `cargo bench -p her2-pathway --bench plan`.

#[path = "../tests/given/situations.rs"]
mod situations;

use divan::{Bencher, black_box, counter::ItemsCount};
use her2_case::CareCase;
use her2_pathway::therapy::{Her2Given, plan};
use situations::{TODAY, situations};

fn main() {
    divan::main();
}

fn bench(bencher: Bencher<'_, '_>, of: impl Fn(&CareCase)) {
    let cases = situations();
    bencher
        .counter(ItemsCount::new(cases.len()))
        .bench_local(|| cases.iter().for_each(&of));
}

/// Every option weighed against every row of every label and care page.
#[divan::bench]
fn full_plans(bencher: Bencher<'_, '_>) {
    bench(bencher, |case| {
        black_box(plan(Her2Given::of_answers(case), black_box(case), TODAY));
    });
}

/// The same with what to ask.
#[divan::bench]
fn full_plans_and_what_to_ask(bencher: Bencher<'_, '_>) {
    bench(bencher, |case| {
        black_box(plan(Her2Given::of_answers(case), black_box(case), TODAY).asks());
    });
}
