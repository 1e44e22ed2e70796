//! How many structured cases one core decides: `cargo bench -p her2-pathway`.

#[path = "../tests/given/evidence.rs"]
mod evidence;

use divan::{Bencher, black_box, counter::ItemsCount};
use evidence::{NEWEST, OF_2007, OF_2013, both, dual, ihc, recount, recounted, single, stained};
use her2_case::{Edition, Evidence, Stain};
use her2_pathway::testing::decide;

fn main() {
    divan::main();
}

/// Cases as a laboratory has them: most settled by the score, some by the gene test, a few with work left.
fn cases() -> Vec<Evidence> {
    vec![
        ihc("0"),
        stained("0", Stain::FaintIncomplete, Some("5")),
        ihc("1+"),
        ihc("1+"),
        ihc("3+"),
        ihc("2+"),
        both("2+", dual("1.2", "2.4")),
        both("2+", dual("2.4", "5.1")),
        both("", dual("4.5", "9.0")),
        both("2+", dual("2.3", "3.2")),
        recounted(both("2+", dual("1.5", "4.6")), recount("1.6", "4.4")),
        both("1+", single("4.5")),
    ]
}

#[divan::bench(args = [NEWEST.0, OF_2013.0, OF_2007.0])]
fn mixed_cases(bencher: Bencher<'_, '_>, edition: &'static str) {
    let cases = cases();
    let edition = Edition(edition);
    bencher
        .counter(ItemsCount::new(cases.len()))
        .bench_local(|| {
            for case in &cases {
                black_box(decide(black_box(case), edition));
            }
        });
}

#[divan::bench(args = 0..12)]
fn one_case(bencher: Bencher<'_, '_>, at: usize) {
    let cases = cases();
    bencher
        .counter(ItemsCount::new(1usize))
        .bench_local(|| decide(black_box(&cases[at]), NEWEST));
}
