//! `cargo bench`: reading and deciding, beside a plain scan of the same bytes.

use divan::Bencher;
use divan::counter::BytesCount;
use jiff::civil::date;
use std::path::{Path, PathBuf};

fn main() {
    divan::main();
}

/// Real reports where the data folder is present, the project's own where not.
fn reports() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared =
        std::env::var_os("HER2_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let real = shared.join("data/reports/tcga-brca");
    let folder = if real.is_dir() {
        real
    } else {
        root.join("cases/reports")
    };
    std::fs::read_dir(folder)
        .expect("there is a folder of reports")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| std::fs::read(path).expect("a report can be read"))
        .collect()
}

fn each<O>(bencher: Bencher, work: impl Fn(&[u8]) -> O + Sync) {
    let reports = reports();
    let bytes: usize = reports.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for report in &reports {
            divan::black_box(work(report));
        }
    });
}

#[divan::bench]
fn scan_line_ends(bencher: Bencher) {
    each(bencher, |report| memchr::memchr_iter(b'\n', report).count());
}

#[divan::bench]
fn read(bencher: Bencher) {
    each(bencher, |report| {
        her2::read("bench", report).record().specimens.len()
    });
}

#[divan::bench]
fn read_and_decide(bencher: Bencher) {
    each(bencher, |report| {
        let reading = her2::read("bench", report);
        reading
            .decide(date(2026, 11, 22), None)
            .finding()
            .flags
            .len()
    });
}

#[divan::bench]
fn decide_a_thousand_lines(bencher: Bencher) {
    let lines = "{\"id\":\"a\",\"ihc\":{\"score\":\"2+\"},\"ish\":{\"assay\":\"dual\",\"ratio\":\"1.4\",\"her2\":\"3.1\",\"cells\":40}}\n".repeat(1000);
    let decider = her2::LineDecider::new(date(2026, 11, 22), None);
    bencher
        .counter(divan::counter::ItemsCount::new(1000_usize))
        .bench(|| {
            let mut out = Vec::new();
            decider.block(lines.as_bytes(), 1, &mut out);
            out
        });
}
