//! Printed numbers: which of them count, when they contradict each other, and what is said while one is missing.

#[path = "given/evidence.rs"]
mod evidence;

use evidence::{
    NEWEST, OF_2007, OF_2013, amount, both, dual, fact, ihc, line, signed, single, status,
};
use her2_case::{
    Amount, Decimal, Flag, Her2Word, IhcEvidence, IhcScore, IshEvidence, IshGroup, ScoreReading,
    Term,
};
use her2_pathway::testing::decide;

fn group(ish: IshEvidence) -> Option<&'static str> {
    decide(&both("", ish), NEWEST).ish_group().map(Term::name)
}

fn flags(ish: IshEvidence) -> String {
    let decision = decide(&both("", ish), NEWEST);
    let names: Vec<_> = decision.flags().iter().map(Term::name).collect();
    names.join(",")
}

fn totals(her2: u32, cep17: u32, cells: u32) -> IshEvidence {
    IshEvidence {
        her2_total: Some(fact(Decimal::whole(her2))),
        cep17_total: Some(fact(Decimal::whole(cep17))),
        cells: Some(fact(cells)),
        ..dual("", "")
    }
}

fn with_means(ratio: &str, her2: &str, cep17: &str) -> IshEvidence {
    IshEvidence {
        cep17_copies: Some(amount(cep17)),
        ..dual(ratio, her2)
    }
}

#[test]
fn totals_come_first_then_the_printed_ratio_then_the_means() {
    // 79 / 40 = 1.975 and 79 / 20 = 3.95: group 5, although 2.0 and 4.0 are printed.
    assert_eq!(group(totals(79, 40, 20)), Some("5"));
    let printed = IshEvidence {
        ratio: Some(amount("2.0")),
        her2_copies: Some(amount("4.0")),
        ..totals(79, 40, 20)
    };
    assert_eq!(group(printed), Some("5"));
    assert_eq!(flags(printed), "ROUNDING_CROSSES_CUTOFF");
    let on_the_same_side = IshEvidence {
        ratio: Some(amount("1.98")),
        her2_copies: Some(amount("3.95")),
        ..totals(79, 40, 20)
    };
    assert_eq!(flags(on_the_same_side), "");
    // 80 / 40 = 2 exactly.
    assert_eq!(group(totals(80, 40, 20)), Some("1"));
    // A printed ratio before the quotient of the means: 5.1 / 2.6 = 1.96.
    assert_eq!(group(with_means("2.0", "5.1", "2.6")), Some("1"));
    assert_eq!(flags(with_means("2.0", "5.1", "2.6")), "");
    assert_eq!(group(with_means("", "5.1", "2.6")), Some("4"));
    assert_eq!(group(with_means("", "5.2", "2.6")), Some("1"));
}

#[test]
fn totals_of_different_cells_are_not_divided_by_each_other() {
    let ish = IshEvidence {
        her2_cells: Some(fact(120)),
        cep17_cells: Some(fact(60)),
        cells: None,
        ..totals(511, 188, 20)
    };
    // 4.26 / 3.13 = 1.36, not 2.72.
    assert_eq!(group(ish), Some("4"));
    let printed = |ratio| IshEvidence {
        ratio: Some(amount(ratio)),
        ..ish
    };
    assert_eq!(flags(printed("1.36")), "");
    assert_eq!(flags(printed("2.72")), "NUMERIC_INCONSISTENCY");
    let same = IshEvidence {
        cep17_cells: Some(fact(120)),
        ..ish
    };
    assert_eq!(group(same), Some("1"));
    // Where only one count is known, nothing says that they are the same.
    let unknown = IshEvidence {
        cep17_cells: None,
        ..ish
    };
    assert_eq!(group(unknown), None);
}

#[test]
fn numbers_that_contradict_each_other_wait_for_the_laboratory() {
    let wrong = with_means("2.4", "5.1", "2.6");
    let by = |score| line(&decide(&both(score, wrong), NEWEST));
    let open = "PENDING UNDETERMINED group=- pending=NUMERIC_CLARIFICATION \
                actions=ASK_LAB_TO_CORRECT_NUMBERS comments= flags=NUMERIC_INCONSISTENCY";
    for score in ["", "0", "1+", "2+"] {
        assert_eq!(by(score), open, "{score}");
    }
    // Whatever the numbers are, 3+ stays positive.
    assert_eq!(
        by("3+"),
        "POSITIVE HER2_POSITIVE group=- pending= actions=ASK_LAB_TO_CORRECT_NUMBERS comments= \
         flags=NUMERIC_INCONSISTENCY"
    );
    for (ratio, her2, cep17, agree) in [
        ("2.0", "5.1", "2.6", true),
        ("2.00", "5.10", "2.60", false),
        ("1.4", "3.4", "2.4", true),
        ("1.3", "2.3", "1.8", true),
        ("5.0", "14.9", "1.9", false),
        ("7.8", "14.9", "1.9", true),
    ] {
        let found = flags(with_means(ratio, her2, cep17));
        assert_eq!(found.is_empty(), agree, "{ratio} {her2} {cep17} {found}");
    }
}

#[test]
fn numbers_that_no_tissue_gives_wait_for_the_laboratory() {
    let open = |ish| {
        status(&both("1+", ish), NEWEST) == "PENDING" && flags(ish) == "NUMERIC_INCONSISTENCY"
    };
    // A total in the place of the mean.
    let total = IshEvidence {
        cep17_copies: Some(amount("49")),
        ..dual("", "79")
    };
    assert!(open(total));
    assert!(open(dual("31", "60")));
    assert!(open(dual("0.1", "2.0")));
    assert!(open(dual("1.5", "61")));
    assert!(open(dual("1.5", "0.4")));
    assert!(open(single("61")));
    for plausible in [
        dual("30", "60"),
        dual("0.2", "0.5"),
        single("60"),
        single("0.5"),
    ] {
        assert_eq!(flags(plausible), "");
    }
    let cells = |cells| IshEvidence {
        cells: Some(fact(cells)),
        ..dual("1.2", "2.4")
    };
    assert!(open(cells(1001)));
    assert_eq!(flags(cells(1000)), "");
    assert_eq!(flags(cells(19)), "ISH_REJECTED");
    assert_eq!(flags(cells(5)), "ISH_REJECTED");
}

#[test]
fn without_a_copy_number_the_signed_word_stands_unverified() {
    use Her2Word::{Amplified, Equivocal, NotAmplified};
    let by = |score, ish| line(&decide(&both(score, ish), NEWEST));
    let ask = "actions=ASK_LAB_TO_CORRECT_NUMBERS";
    assert_eq!(
        by("2+", signed(dual("1.4", ""), NotAmplified)),
        format!(
            "NEGATIVE HER2_LOW group=- pending= {ask} comments=C_2023_FOOTNOTE flags=COPY_NUMBER_MISSING"
        )
    );
    assert_eq!(
        by("2+", signed(dual("5.0", ""), Amplified)),
        format!(
            "POSITIVE HER2_POSITIVE group=- pending= {ask} comments= flags=COPY_NUMBER_MISSING"
        )
    );
    assert_eq!(
        by("", signed(dual("", ""), Amplified)),
        format!(
            "POSITIVE HER2_POSITIVE group=- pending= {ask} comments= flags=COPY_NUMBER_MISSING"
        )
    );
    let open = format!(
        "PENDING UNDETERMINED group=- pending=NUMERIC_CLARIFICATION {ask} comments= flags=COPY_NUMBER_MISSING"
    );
    assert_eq!(by("2+", signed(dual("", ""), Equivocal)), open);
    assert_eq!(by("2+", dual("1.4", "")), open);
    assert_eq!(by("2+", dual("2.4", "")), open);
    assert_eq!(by("", dual("", "")), open);
    // Groups 3, 4 and 5 agree beside 0 or 1+, and beside 3+ every group does.
    assert!(by("1+", dual("1.4", "")).starts_with("NEGATIVE HER2_LOW group=-"));
    assert!(by("1+", dual("2.4", "")).starts_with("PENDING"));
    assert!(by("3+", dual("2.4", "")).starts_with("POSITIVE"));
    // A ratio above 4.0 belongs to group 1: a word that denies it is not taken.
    assert_eq!(
        by("2+", signed(dual("5.0", ""), NotAmplified)),
        format!(
            "PENDING UNDETERMINED group=- pending=NUMERIC_CLARIFICATION {ask} comments= \
             flags=COPY_NUMBER_MISSING,INTERPRETATION_CONFLICT"
        )
    );
    // The word of one edition is not carried into another without numbers; there only the ratio decides.
    let evidence = both("", dual("2.3", ""));
    assert_eq!(status(&evidence, OF_2013), "POSITIVE");
    assert_eq!(status(&evidence, OF_2007), "POSITIVE");
    assert_eq!(status(&both("", dual("1.9", "")), OF_2013), "PENDING");
}

#[test]
fn copies_without_a_ratio_leave_two_groups() {
    let copies = |text| both("", dual("", text));
    let open = |text| {
        let decision = decide(&copies(text), NEWEST);
        assert!(
            !decision.flags().contains(Flag::CopyNumberMissing),
            "{text}"
        );
        assert_eq!(decision.ish_group(), None);
        decision.her2_status().name()
    };
    assert_eq!(open("6.5"), "PENDING");
    assert_eq!(open("4.5"), "PENDING");
    assert_eq!(open("3.0"), "PENDING");
    assert_eq!(
        status(&both("1+", dual("", "3.0")), NEWEST),
        "NEGATIVE",
        "groups 2 and 5"
    );
    // Nobody said which probe: single or dual, below four copies and 1+ are negative.
    let unsaid = |text| IshEvidence {
        probe: None,
        ..dual("", text)
    };
    assert_eq!(status(&both("1+", unsaid("3.0")), NEWEST), "NEGATIVE");
    assert_eq!(status(&both("", unsaid("6.5")), NEWEST), "PENDING");
    assert_eq!(status(&both("3+", unsaid("6.5")), NEWEST), "POSITIVE");
}

#[test]
fn a_word_against_the_numbers_is_shown_and_overwrites_nothing() {
    use Her2Word::{Amplified, Equivocal, NotAmplified};
    let conflict = |ish| {
        let decision = decide(&both("", ish), NEWEST);
        let plain = IshEvidence { word: None, ..ish };
        assert_eq!(
            decision.her2_status(),
            decide(&both("", plain), NEWEST).her2_status()
        );
        decision.flags().contains(Flag::InterpretationConflict)
    };
    let values = [
        ("2.5", "6.0"),
        ("2.5", "3.0"),
        ("1.5", "6.5"),
        ("1.5", "4.5"),
        ("1.5", "3.0"),
    ];
    let by = |word| values.map(|(ratio, copies)| conflict(signed(dual(ratio, copies), word)));
    assert_eq!(by(Amplified), [false, false, false, false, true]);
    assert_eq!(by(NotAmplified), [true, false, false, false, false]);
    assert_eq!(by(Equivocal), [true, false, false, false, true]);
    assert!(conflict(signed(single("6.5"), NotAmplified)));
    assert!(!conflict(signed(single("4.5"), NotAmplified)));
    assert!(conflict(signed(single("3.5"), Amplified)));
}

#[test]
fn a_signed_group_stands_where_numbers_are_missing_and_is_compared_where_they_are_not() {
    let with = |ish, group| IshEvidence {
        group: Some(fact(group)),
        ..ish
    };
    let five = decide(&both("2+", with(dual("", ""), IshGroup::Five)), NEWEST);
    assert_eq!(five.her2_status().name(), "NEGATIVE");
    assert_eq!(five.ish_group(), Some(IshGroup::Five));
    let four = decide(&both("2+", with(dual("1.5", ""), IshGroup::Four)), NEWEST);
    assert!(line(&four).contains("pending=RECOUNT"));
    assert!(flags(with(dual("1.5", "3.0"), IshGroup::Four)).contains("INTERPRETATION_CONFLICT"));
    assert_eq!(flags(with(dual("1.5", "4.5"), IshGroup::Four)), "");
}

#[test]
fn a_bound_or_a_range_is_read_as_everything_it_allows() {
    let amount = |amount| Some(fact(amount));
    let of = |text: &str| text.parse::<Decimal>().expect("a decimal");
    let ish = |ratio, copies| IshEvidence {
        ratio: amount(ratio),
        her2_copies: amount(copies),
        ..dual("", "")
    };
    assert_eq!(
        group(ish(Amount::Above(of("10")), Amount::Above(of("20")))),
        Some("1")
    );
    assert_eq!(
        group(ish(Amount::Below(of("1.8")), Amount::Below(of("4")))),
        Some("5")
    );
    assert_eq!(
        group(ish(Amount::Below(of("2.2")), Amount::Exactly(of("3.0")))),
        None
    );
    assert_eq!(
        group(ish(
            Amount::Between(of("1.2"), of("1.6")),
            Amount::Exactly(of("4.2"))
        )),
        Some("4")
    );
    let range = |low, high| {
        let score = ScoreReading {
            low,
            high,
            zero_plus: false,
        };
        her2_case::Evidence {
            ihc: Some(IhcEvidence {
                score: Some(fact(score)),
                ..IhcEvidence::default()
            }),
            ..ihc("")
        }
    };
    let one_or_two = range(IhcScore::One, IhcScore::Two);
    assert_eq!(status(&one_or_two, NEWEST), "PENDING");
    assert!(line(&decide(&one_or_two, NEWEST)).contains("pending=ISH"));
    let with = |evidence, ish| her2_case::Evidence {
        ish: Some(ish),
        ..evidence
    };
    assert_eq!(
        status(&with(one_or_two, dual("1.2", "2.4")), NEWEST),
        "NEGATIVE"
    );
    assert_eq!(
        status(&with(one_or_two, dual("2.5", "6.0")), NEWEST),
        "POSITIVE"
    );
    let two_or_three = range(IhcScore::Two, IhcScore::Three);
    assert_eq!(
        status(&with(two_or_three, dual("1.2", "2.4")), NEWEST),
        "PENDING"
    );
    assert_eq!(
        status(&with(two_or_three, dual("2.5", "6.0")), NEWEST),
        "POSITIVE"
    );
}
