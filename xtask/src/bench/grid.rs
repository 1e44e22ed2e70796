//! Structured cases over the whole width of the guideline: scores, groups, and what is missing.

use her2::LineDecider;
use her2_case::{
    Amount, Decimal, Edition, Evidence, Fact, IhcEvidence, IhcScore, IshEvidence, Origin, Probe,
    ScoreReading, Span, Term,
};
use jiff::civil::date;
use std::fmt::Write;
use std::hint::black_box;

/// Lines in a block that is decided at once.
pub const LINES_A_BLOCK: usize = 1000;

/// Lines of cases.
pub struct Block(Vec<u8>);

fn fact<T>(value: T) -> Fact<T> {
    Fact::new(value, Origin::span(Span::new(0, 1)))
}

const RATIOS: [Option<&str>; 6] = [
    None,
    Some("0.9"),
    Some("1.99"),
    Some("2.0"),
    Some("2.3"),
    Some("5.1"),
];
const COPIES: [Option<&str>; 6] = [
    None,
    Some("2.1"),
    Some("3.99"),
    Some("4.0"),
    Some("5.99"),
    Some("8.2"),
];

fn amount(text: &str) -> Fact<Amount> {
    let value: Decimal = text.parse().expect("the numbers above are decimals");
    fact(Amount::Exactly(value))
}

/// Every score with every pair of numbers.
pub fn cases() -> Vec<Evidence> {
    let scores = IhcScore::ALL.iter().copied().map(Some).chain([None]);
    let mut cases = Vec::new();
    for score in scores {
        for ratio in RATIOS {
            for copies in COPIES {
                let ihc = score.map(|score| IhcEvidence {
                    score: Some(fact(ScoreReading::single(score))),
                    ..IhcEvidence::default()
                });
                let ish = ratio.or(copies).map(|_| IshEvidence {
                    probe: Some(fact(Probe::Dual)),
                    ratio: ratio.map(amount),
                    her2_copies: copies.map(amount),
                    cells: Some(fact(40)),
                    ..IshEvidence::default()
                });
                cases.push(Evidence {
                    ihc,
                    ish,
                    ..Evidence::default()
                });
            }
        }
    }
    cases
}

/// Decides one case.
pub fn decide(evidence: &Evidence) {
    black_box(&her2_pathway::testing::decide(
        evidence,
        Edition("asco-cap-2018"),
    ));
}

/// The same cases as lines.
pub fn lines() -> Vec<Block> {
    let mut text = String::new();
    for number in 0..LINES_A_BLOCK {
        let score = IhcScore::ALL[number % IhcScore::ALL.len()].name();
        let ratio = RATIOS[1 + number % 5].unwrap_or_default();
        let copies = COPIES[1 + number / 5 % 5].unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{{\"id\":\"{number}\",\"ihc\":{{\"score\":\"{score}\"}},\"ish\":{{\"assay\":\"dual\",\"ratio\":\"{ratio}\",\"her2\":\"{copies}\",\"cells\":40}}}}"
        );
    }
    vec![Block(text.into_bytes())]
}

/// Decides a block of lines.
pub fn decide_lines(block: &Block) -> usize {
    let mut out = Vec::with_capacity(block.0.len() * 3);
    LineDecider::new(date(2026, 11, 22), None).block(&block.0, 1, &mut out);
    out.len()
}
