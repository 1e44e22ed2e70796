//! P7: the answers of each edition over its whole grid are a snapshot, to be read by a person when a page changes.
//!
//! Write it anew with `HER2_UPDATE_SNAPSHOTS=1 cargo test -p her2-pathway --test grid_snapshot` and look at the difference.

#[path = "given/evidence.rs"]
mod evidence;

use evidence::{
    EDITIONS, NEWEST, both, dual, fact, ihc, line, recount, recounted, signed, single, stained,
};
use her2_case::{Edition, Evidence, Her2Word, IhcEvidence, IshEvidence, Stain, Term};
use her2_pathway::testing::decide;
use std::fmt::Write;
use std::path::Path;

fn scores() -> Vec<(&'static str, Evidence)> {
    let mut rejected = ihc("");
    rejected.ihc = Some(IhcEvidence {
        rejected: Some(fact(())),
        ..IhcEvidence::default()
    });
    let mut all = vec![("no IHC", ihc("")), ("IHC rejected", rejected)];
    all.extend(["0", "0/1+", "1+", "2+", "3+"].map(|score| (score, ihc(score))));
    all
}

fn tests() -> Vec<(String, Option<IshEvidence>)> {
    let mut all = vec![("no ISH".to_owned(), None)];
    let too_few = IshEvidence {
        cells: Some(fact(19)),
        ..dual("2.5", "5.0")
    };
    all.push(("19 cells".to_owned(), Some(too_few)));
    for ratio in ["1.79", "1.8", "1.99", "2.0", "2.2", "2.21"] {
        for copies in ["3.99", "4.0", "5.99", "6.0"] {
            all.push((
                format!("ratio {ratio} copies {copies}"),
                Some(dual(ratio, copies)),
            ));
        }
        all.push((format!("ratio {ratio}"), Some(dual(ratio, ""))));
    }
    for copies in ["3.99", "4.0", "5.99", "6.0", "6.01"] {
        all.push((format!("single {copies}"), Some(single(copies))));
    }
    for word in [
        Her2Word::Amplified,
        Her2Word::NotAmplified,
        Her2Word::Equivocal,
    ] {
        all.push((
            format!("signed {}", word.name()),
            Some(signed(dual("", ""), word)),
        ));
    }
    let contradictory = IshEvidence {
        cep17_copies: Some(evidence::amount("2.6")),
        ..dual("2.4", "5.1")
    };
    all.push(("numbers disagree".to_owned(), Some(contradictory)));
    all
}

fn grid(edition: Edition) -> String {
    let mut text = String::new();
    let mut add = |name: &str, evidence: &Evidence| {
        writeln!(text, "{name}: {}", line(&decide(evidence, edition))).expect("a string grows");
    };
    for (test, ish) in tests() {
        for (score, evidence) in scores() {
            add(&format!("{score}, {test}"), &Evidence { ish, ..evidence });
        }
    }
    let other_tissue = |ish| IshEvidence {
        same_tissue_as_ihc: Some(fact(false)),
        ..ish
    };
    for (name, ish) in [
        ("group 2", dual("2.3", "3.0")),
        ("single 4.5", single("4.5")),
    ] {
        for score in ["0", "2+", "3+"] {
            add(
                &format!("{score} of other tissue, {name}"),
                &both(score, other_tissue(ish)),
            );
        }
    }
    if edition == NEWEST {
        let counts = [
            ("2.5", "5.0"),
            ("2.5", "3.0"),
            ("1.5", "6.5"),
            ("1.5", "4.5"),
            ("1.5", "3.0"),
        ];
        for first in &counts[1..4] {
            for second in counts {
                let again = recount(second.0, second.1);
                let name = format!("2+, {first:?} counted again {second:?}");
                add(&name, &recounted(both("2+", dual(first.0, first.1)), again));
            }
        }
    }
    for stain in Stain::ALL {
        for percent in [
            None,
            Some("9.9"),
            Some("10"),
            Some("10.1"),
            Some("30"),
            Some("30.1"),
        ] {
            for score in ["0", "1+", "2+", "3+"] {
                let name = format!("{score}, {} {}", stain.name(), percent.unwrap_or("-"));
                add(&name, &stained(score, *stain, percent));
            }
        }
    }
    text
}

#[test]
fn p7_the_answers_of_each_edition_over_its_grid_are_as_they_were_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    for edition in EDITIONS {
        let path = folder.join(format!("{}.txt", edition.0));
        let now = grid(edition);
        if std::env::var_os("HER2_UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &now).expect("a snapshot can be written");
        }
        let known = std::fs::read_to_string(&path).expect("the snapshot is there");
        for (known, now) in known.lines().zip(now.lines()) {
            assert_eq!(now, known, "{}", edition.0);
        }
        assert_eq!(now.lines().count(), known.lines().count());
    }
}
