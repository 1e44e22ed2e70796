//! Every page of the report checker carries reports on which it fires and reports on which it does not: read by the real reader,
//! decided by the real pages.

use her2_knowledge::{Diagnostic, diagnostics};
use her2_pathway::review::{Fired, review};
use her2_pathway::testing::of_record;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeSet;

const AS_OF: Date = date(2026, 11, 22);

fn fired(report: &[u8]) -> Vec<Fired> {
    let record = her2_readers::read("example", report);
    let finding = of_record(&record, AS_OF, None);
    review(&record, &finding)
}

/// What the checker says of an example, whatever its format: of each record, and of all of them together.
fn codes(example: &str) -> Vec<&'static str> {
    let reading = her2::read("example", example.as_bytes());
    let decided = reading.decide(AS_OF, None);
    let each = decided.check_each();
    let codes = each.flat_map(|checked| {
        let shown = checked.shown().iter();
        shown.map(|shown| shown.code).collect::<Vec<_>>()
    });
    codes.collect()
}

/// The examples that do not do what their page says.
fn disobedient(
    examples: impl Fn(&Diagnostic) -> &'static [&'static str],
    fires: bool,
) -> Vec<String> {
    let mut complaints = Vec::new();
    for diagnostic in diagnostics() {
        for report in examples(diagnostic) {
            let codes = codes(report);
            if codes.contains(&diagnostic.code) != fires {
                complaints.push(format!("{}: {codes:?} on\n{report}", diagnostic.code));
            }
        }
    }
    complaints
}

#[test]
fn every_diagnostic_fires_on_its_examples() {
    let silent = disobedient(|diagnostic| diagnostic.fires, true);
    assert!(
        silent.is_empty(),
        "{} are silent:\n{}",
        silent.len(),
        silent.join("\n")
    );
}

#[test]
fn every_diagnostic_is_silent_on_its_counterexamples() {
    let loud = disobedient(|diagnostic| diagnostic.silent, false);
    assert!(loud.is_empty(), "{} fire:\n{}", loud.len(), loud.join("\n"));
}

#[test]
fn every_page_has_a_firing_and_a_silent_example_and_its_own_code() {
    assert!(diagnostics().len() >= 30, "{} pages", diagnostics().len());
    let codes: BTreeSet<_> = diagnostics()
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    assert_eq!(codes.len(), diagnostics().len());
    for diagnostic in diagnostics() {
        let Diagnostic {
            code,
            fires,
            silent,
            why,
            what_to_do,
            ..
        } = diagnostic;
        assert!(!fires.is_empty() && !silent.is_empty(), "{code}");
        assert!(
            !why.trim().is_empty() && !what_to_do.trim().is_empty(),
            "{code}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is cut out of, put into or turned round in an example, the review ends, and it points into the report.
    #[test]
    fn review_never_panics_and_points_into_the_report(
        page in 0usize..1000,
        edits in proptest::collection::vec((0usize..600, 0usize..40, proptest::collection::vec(any::<u8>(), 0..12)), 0..6),
    ) {
        let page = &diagnostics()[page % diagnostics().len()];
        let mut bytes = page.fires[0].as_bytes().to_vec();
        for (at, length, put) in edits {
            let from = at.min(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, put);
        }
        for fired in fired(&bytes) {
            for origin in fired.at() {
                let span = origin.as_span().expect("read from a text");
                prop_assert!(span.start <= span.end && span.end as usize <= bytes.len());
            }
        }
    }
}
