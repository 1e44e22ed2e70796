//! The same values under each edition, and the scores of described patterns: the tables of the reference, value by value.

#[path = "given/evidence.rs"]
mod evidence;

use evidence::{
    EDITIONS, NEWEST, OF_2007, OF_2013, both, category, dual, ihc, line, recount, recounted,
    single, stained, status,
};
use her2_case::{Flag, IshCall, IshGroup, PatternScore, Question, Stain, Term};
use her2_knowledge::{IshReading, testing};
use her2_pages::Asked;
use her2_pathway::testing::decide;

/// Ratio, copies, the call of 2007, the call of 2013, the group of 2018.
const VALUES: &[(&str, &str, &str, &str, &str)] = &[
    ("2.1", "3.5", "equivocal", "positive", "2"),
    ("1.8", "4.5", "equivocal", "equivocal", "4"),
    ("1.9", "6.5", "equivocal", "positive", "3"),
    ("2.3", "3.0", "positive", "positive", "2"),
    ("2.2", "5.0", "equivocal", "positive", "1"),
    ("1.7", "5.0", "negative", "equivocal", "4"),
    ("1.5", "6.0", "negative", "positive", "3"),
    ("2.0", "4.0", "equivocal", "positive", "1"),
    ("2.0", "3.99", "equivocal", "positive", "2"),
    ("1.99", "4.0", "equivocal", "equivocal", "4"),
    ("1.99", "3.9", "equivocal", "negative", "5"),
    ("1.91", "3.2", "equivocal", "negative", "5"),
    ("1.8", "3.0", "equivocal", "negative", "5"),
    ("1.79", "3.9", "negative", "negative", "5"),
    ("2.28", "4.5", "positive", "positive", "1"),
];

fn as_call(status: &str) -> &'static str {
    match status {
        "POSITIVE" => "positive",
        "NEGATIVE" => "negative",
        "EQUIVOCAL" => "equivocal",
        other => panic!("{other} is no call"),
    }
}

#[test]
fn the_same_numbers_under_each_edition() {
    for (ratio, copies, of_2007, of_2013, group) in VALUES {
        let evidence = both("", dual(ratio, copies));
        assert_eq!(
            as_call(status(&evidence, OF_2007)),
            *of_2007,
            "2007 {ratio} {copies}"
        );
        assert_eq!(
            as_call(status(&evidence, OF_2013)),
            *of_2013,
            "2013 {ratio} {copies}"
        );
        let decision = decide(&evidence, NEWEST);
        let found = decision.ish_group().map(Term::name);
        assert_eq!(found, Some(*group), "2018 {ratio} {copies}");
        for older in [OF_2007, OF_2013] {
            assert_eq!(decide(&evidence, older).ish_group(), None);
        }
    }
}

#[test]
fn the_groups_end_by_the_score_of_the_same_tissue() {
    for (ratio, copies, _, _, group) in VALUES {
        let by = |score| status(&both(score, dual(ratio, copies)), NEWEST);
        let expected = match *group {
            "1" => ["POSITIVE", "POSITIVE", "POSITIVE", "POSITIVE"],
            "5" => ["NEGATIVE", "NEGATIVE", "NEGATIVE", "POSITIVE"],
            _ => ["NEGATIVE", "NEGATIVE", "PENDING", "POSITIVE"],
        };
        assert_eq!(
            ["0", "1+", "2+", "3+"].map(by),
            expected,
            "{ratio} {copies}"
        );
        let confirmed = recounted(both("2+", dual(ratio, copies)), recount(ratio, copies));
        let expected = if matches!(*group, "1" | "3") {
            "POSITIVE"
        } else {
            "NEGATIVE"
        };
        assert_eq!(
            status(&confirmed, NEWEST),
            expected,
            "{ratio} {copies} confirmed"
        );
    }
}

#[test]
fn single_probes_under_each_edition() {
    for (copies, of_2007, of_2013, of_2018) in [
        ("6.0", "EQUIVOCAL", "POSITIVE", "POSITIVE"),
        ("6.01", "POSITIVE", "POSITIVE", "POSITIVE"),
        ("5.99", "EQUIVOCAL", "EQUIVOCAL", "PENDING"),
        ("4.0", "EQUIVOCAL", "EQUIVOCAL", "PENDING"),
        ("3.99", "NEGATIVE", "NEGATIVE", "NEGATIVE"),
    ] {
        let evidence = both("", single(copies));
        let found = [OF_2007, OF_2013, NEWEST].map(|edition| status(&evidence, edition));
        assert_eq!(found, [of_2007, of_2013, of_2018], "{copies}");
    }
    let by = |score| status(&both(score, single("4.5")), NEWEST);
    assert_eq!(
        ["0", "1+", "2+", "3+"].map(by),
        ["NEGATIVE", "NEGATIVE", "EQUIVOCAL", "POSITIVE"]
    );
}

fn pattern(edition: her2_case::Edition, stain: Stain, percent: &str) -> Option<PatternScore> {
    let pages = testing(edition).expect("a known edition");
    let percent: her2_case::Decimal = percent.parse().expect("a decimal");
    let asked = [
        Asked::term(stain, None),
        Asked::new(Question::StainedPercent, percent, None),
    ];
    pages.pattern_score.decide(&asked).one()
}

#[test]
fn the_same_staining_under_each_edition() {
    use PatternScore::{AskPathologist, One, Three, Two, Zero};
    for (stain, percent, of_2007, of_2013, of_2018) in [
        (Stain::IntenseComplete, "25", Two, Three, Three),
        (Stain::IntenseComplete, "30", Two, Three, Three),
        (Stain::IntenseComplete, "31", Three, Three, Three),
        (Stain::IntenseComplete, "10", Two, Two, Two),
        (Stain::FaintIncomplete, "5", One, Zero, Zero),
        (Stain::FaintIncomplete, "40", One, One, One),
        (
            Stain::ModerateIntenseIncomplete,
            "40",
            AskPathologist,
            Two,
            Two,
        ),
        (
            Stain::WeakModerateComplete,
            "10",
            Two,
            AskPathologist,
            AskPathologist,
        ),
    ] {
        let found = [OF_2007, OF_2013, NEWEST].map(|edition| pattern(edition, stain, percent));
        assert_eq!(
            found,
            [of_2007, of_2013, of_2018].map(Some),
            "{stain:?} {percent}"
        );
    }
}

#[test]
fn the_check_values_of_the_patterns() {
    let of = |stain, percent| pattern(NEWEST, stain, percent).unwrap().name();
    assert_eq!(of(Stain::FaintIncomplete, "10"), "0");
    assert_eq!(of(Stain::FaintIncomplete, "10.1"), "1+");
    assert_eq!(of(Stain::FaintIncomplete, "0.5"), "0");
    assert_eq!(of(Stain::IntenseComplete, "10"), "2+");
    assert_eq!(of(Stain::IntenseComplete, "11"), "3+");
    assert_eq!(of(Stain::WeakModerateComplete, "11"), "2+");
    assert_eq!(of(Stain::ModerateIntenseIncomplete, "40"), "2+");
    assert_eq!(of(Stain::IntenseComplete, "8"), "2+");
    assert_eq!(of(Stain::WeakModerateComplete, "30"), "2+");
    let zero = |percent| category(&stained("0", Stain::FaintIncomplete, Some(percent)), NEWEST);
    assert_eq!(zero("10"), "HER2_ULTRALOW");
    assert_eq!(zero("0.5"), "HER2_ULTRALOW");
}

#[test]
fn a_pattern_is_compared_with_the_score_and_never_overwrites_it() {
    let mismatch = |score, stain, percent| {
        let decision = decide(&stained(score, stain, percent), NEWEST);
        decision.flags().contains(Flag::ScorePatternMismatch)
    };
    assert!(mismatch("1+", Stain::FaintIncomplete, Some("10")));
    assert!(!mismatch("1+", Stain::FaintIncomplete, Some("10.1")));
    assert!(mismatch("3+", Stain::IntenseComplete, Some("10")));
    assert!(!mismatch("3+", Stain::IntenseComplete, Some("11")));
    assert!(mismatch("2+", Stain::IntenseComplete, Some("40")));
    assert!(
        !mismatch("2+", Stain::WeakModerateComplete, Some("8")),
        "a gap: ask, do not score"
    );
    assert!(
        !mismatch("0", Stain::FaintIncomplete, None),
        "0 or 1+, so 0 may be right"
    );
    assert!(!mismatch("1+", Stain::FaintIncomplete, None));
    assert!(mismatch("2+", Stain::FaintIncomplete, None));
    assert!(!mismatch("0/1+", Stain::FaintIncomplete, Some("40")));
    assert!(
        !mismatch("1+", Stain::IntenseComplete, Some("0")),
        "a template line: no such cell"
    );
    let decision = decide(&stained("1+", Stain::IntenseComplete, Some("60")), NEWEST);
    assert_eq!(decision.her2_status().name(), "NEGATIVE");
    assert!(decision.flags().contains(Flag::ScorePatternMismatch));
}

#[test]
fn a_score_of_2007_is_not_todays_score() {
    let of = |evidence| category(&evidence, OF_2007);
    assert_eq!(of(ihc("1+")), "UNRESOLVED_0_VS_1PLUS");
    assert_eq!(
        of(stained("1+", Stain::FaintIncomplete, Some("40"))),
        "HER2_LOW"
    );
    assert_eq!(
        of(stained("1+", Stain::FaintIncomplete, Some("10"))),
        "HER2_ULTRALOW"
    );
    assert_eq!(of(stained("0", Stain::None, None)), "HER2_ZERO_UNSPECIFIED");
    assert_eq!(
        category(&stained("0", Stain::None, None), NEWEST),
        "HER2_NULL"
    );
    let two = |percent| stained("2+", Stain::IntenseComplete, Some(percent));
    let with_ish = |evidence| her2_case::Evidence {
        ish: Some(dual("1.2", "2.4")),
        ..evidence
    };
    assert_eq!(of(with_ish(two("25"))), "UNDETERMINED");
    assert_eq!(of(with_ish(two("8"))), "HER2_LOW");
}

#[test]
fn an_equivocal_gene_test_of_2013_ends_by_the_score() {
    let by = |score| status(&both(score, dual("1.8", "4.5")), OF_2013);
    assert_eq!(
        ["", "0", "1+", "2+", "3+"].map(by),
        ["EQUIVOCAL", "NEGATIVE", "NEGATIVE", "EQUIVOCAL", "POSITIVE"]
    );
}

#[test]
fn wrong_statements_found_in_public_do_not_hold() {
    // "ratio > 2.0 and copies > 4.0": the bounds are included.
    assert_eq!(status(&both("2+", dual("2.0", "4.0")), NEWEST), "POSITIVE");
    // "4.0 <= copies > 6.0": the middle band ends below 6.0.
    let group = |ratio, copies| decide(&both("", dual(ratio, copies)), NEWEST).ish_group();
    assert_eq!(group("1.5", "5.99"), Some(IshGroup::Four));
    assert_eq!(group("1.5", "6.0"), Some(IshGroup::Three));
    // Group 3 with 2+ that stays group 3 is positive; no change of group decides by itself.
    let first = both("2+", dual("1.5", "6.5"));
    assert_eq!(
        status(&recounted(first, recount("1.6", "6.1")), NEWEST),
        "POSITIVE"
    );
    for changed in [("2.1", "6.5"), ("1.5", "5.0"), ("1.5", "3.0")] {
        let again = recounted(first, recount(changed.0, changed.1));
        assert_eq!(status(&again, NEWEST), "PENDING");
        assert!(line(&decide(&again, NEWEST)).contains("pending=ADJUDICATION"));
    }
    // A ratio below 2.0 with six copies or more is group 3, not 2.
    assert_eq!(group("1.9", "6.0"), Some(IshGroup::Three));
    // A single probe from 4 to below 6 is not equivocal by itself in 2018.
    assert_eq!(status(&both("1+", single("4.5")), NEWEST), "NEGATIVE");
    assert_eq!(status(&both("", single("4.5")), NEWEST), "PENDING");
    // Group 2 is not positive by itself in 2018; in 2013 it was.
    assert_eq!(status(&both("1+", dual("2.3", "3.0")), NEWEST), "NEGATIVE");
    assert_eq!(status(&both("1+", dual("2.3", "3.0")), OF_2013), "POSITIVE");
}

#[test]
fn every_edition_reads_ish_by_its_own_pages() {
    for edition in EDITIONS {
        let pages = testing(edition).unwrap();
        let folder = |page: &str| page.split('/').next() == Some(edition.0);
        assert!(folder(pages.status.data().page()));
        match pages.ish {
            IshReading::Groups { group, .. } => assert!(folder(group.data().page())),
            IshReading::Calls { call, .. } => assert!(folder(call.data().page())),
        }
    }
    assert!(IshCall::from_name("amplified").is_none());
}
