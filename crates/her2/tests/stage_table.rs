//! A table of stages from a file. Every table here is invented and is nobody's staging.

#![allow(clippy::unwrap_used)]

use her2::{StageTable, stage_table};
use her2_case::{
    CareCase, Grade, Her2Category, HrStatus, Known, MCategory, NCategory, Question, StageGroup,
    TCategory, Term, Timing,
};
use her2_pathway::therapy::{Her2Given, Situation};
use jiff::civil::date;

const TOY: &str = "\
# An invented table for tests. It is nobody's staging.
t,n,m,grade,her2,er,pr,stage
-,-,M1,-,-,-,-,IV
Tis,N0,M0,-,-,-,-,0
Tis,\"N1mi,N1,N2,N3\",M0,-,-,-,-,no-group
T0;T1mi;T1a;T1b;T1c,-,M0,1;2,-,positive,-,IA
T0;T1mi;T1a;T1b;T1c,-,M0,1;2,positive,negative,-,IB
T0;T1mi;T1a;T1b;T1c,-,M0,1;2,negative,negative,-,IIA
T0;T1mi;T1a;T1b;T1c,-,M0,3,-,-,positive,IIA
T0;T1mi;T1a;T1b;T1c,-,M0,3,-,-,negative,IIB
T2;T3;T4;T4d,-,M0,-,-,-,-,IIIA
";

fn toy() -> StageTable {
    stage_table("toy.csv", TOY.as_bytes()).unwrap()
}

fn situation(case: &CareCase) -> Situation {
    Situation::of(&Her2Given::of_answers(case), case, date(2026, 11, 22))
}

fn small() -> CareCase {
    CareCase::default()
        .with_term(TCategory::T1c)
        .with_term(NCategory::N0)
        .with_term(MCategory::M0)
        .with_term(Grade::Two)
        .with_term(Her2Category::Positive)
        .with(Question::ErPositive, Known::yes_no(false))
        .with(Question::PrPositive, Known::yes_no(false))
}

fn faults(text: &str) -> Vec<String> {
    let faults = stage_table("toy.csv", text.as_bytes()).unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_stage_names_the_table_by_file_hash_and_line() {
    let table = toy();
    assert_eq!(table.rows(), 9);
    let known = situation(&small());
    let found = table.stage(&known).unwrap();
    assert_eq!(found.stage(), Some(StageGroup::Ib));
    assert_eq!(found.lines(), [7]);
    assert_eq!(found.table().name(), "toy.csv");
    assert_eq!(found.table().hash().len(), 64);
    assert!(found.asks().is_empty() && !found.because().is_empty());
    let other = stage_table("toy.csv", format!("{TOY}\n").as_bytes()).unwrap();
    assert_ne!(other.hash(), table.hash());
    assert_eq!(
        format!("{found:?}"),
        "LicensedStage(StageTable(toy.csv, 9 rows))"
    );
}

#[test]
fn the_hash_is_the_sha_256_that_other_programs_print() {
    let text = "t,n,m,grade,her2,er,pr,stage\n-,-,-,-,-,-,-,IA\n";
    let table = stage_table("one.csv", text.as_bytes()).unwrap();
    assert_eq!(
        table.hash(),
        "cc8f5cd8361807296778c77ae0722b575cb3d6eb284d085b6915c7e484228702"
    );
}

#[test]
fn what_is_not_known_leaves_every_stage_it_could_be_and_is_asked_for() {
    let table = toy();
    let mut case = small();
    case.forget(Question::Her2Category);
    let known = situation(&case);
    let found = table.stage(&known).unwrap();
    assert_eq!(found.stage(), None);
    let possible: Vec<_> = found.possible().iter().map(Term::name).collect();
    assert_eq!(possible, ["IB", "IIA"]);
    assert_eq!(found.asks(), [Question::Her2Category]);
    assert_eq!(found.lines(), [7, 8]);

    let mut case = small().with(Question::ErPositive, Known::yes_no(true));
    case.forget(Question::Her2Category);
    case.forget(Question::PrPositive);
    let known = situation(&case);
    let found = table.stage(&known).unwrap();
    assert_eq!(
        found.stage(),
        Some(StageGroup::Ia),
        "neither HER2 nor PR matters here"
    );
    assert!(found.asks().is_empty());

    let open = situation(&small().with_term(Her2Category::Undetermined));
    assert_eq!(table.stage(&open).unwrap().possible().len(), 2);
    assert!(table.stage(&situation(&CareCase::default())).is_none());
}

#[test]
fn negative_receptors_together_are_negative_each() {
    let mut case = small()
        .with_term(HrStatus::Negative)
        .with_term(Grade::Three);
    case.forget(Question::ErPositive);
    case.forget(Question::PrPositive);
    let table = toy();
    assert_eq!(
        table.stage(&situation(&case)).unwrap().stage(),
        Some(StageGroup::Iib)
    );
}

#[test]
fn a_table_may_tell_clinical_from_pathological_and_ask_for_a_score() {
    let text = "\
t,n,m,grade,her2,er,pr,prefix,oncotype,stage
-,-,-,-,-,-,-,c,-,IIB
-,-,-,-,-,-,-,p,low,IA
-,-,-,-,-,-,-,p,not-low,IIA
";
    let table = stage_table("toy.csv", text.as_bytes()).unwrap();
    let at = |case: &CareCase| {
        let known = situation(case);
        let found = table.stage(&known).unwrap();
        (found.stage().map(Term::name), found.asks().to_vec())
    };
    let before = small().with_term(Timing::BeforeSurgery);
    assert_eq!(at(&before), (Some("IIB"), vec![]));
    assert_eq!(
        at(&small().with_term(Timing::AfterNeoadjuvant)),
        (Some("IIB"), vec![])
    );
    let after = small().with_term(Timing::AfterSurgery);
    assert_eq!(at(&after), (None, vec![Question::LowGenomicScore]));
    let low = after.with(Question::LowGenomicScore, Known::yes_no(true));
    assert_eq!(at(&low), (Some("IA"), vec![]));
    assert_eq!(
        at(&small()),
        (None, vec![Question::Timing, Question::LowGenomicScore])
    );
}

#[test]
fn a_gap_is_told_with_the_first_combinations() {
    let without = TOY.replace("T0;T1mi;T1a;T1b;T1c,-,M0,3,-,-,negative,IIB\n", "");
    assert_eq!(
        faults(&without),
        [
            "no row for 100 combinations, the first: T0 N0 M0 grade 3 her2 negative er negative pr negative; \
          T0 N0 M0 grade 3 her2 negative er positive pr negative; \
          T0 N0 M0 grade 3 her2 positive er negative pr negative"
        ]
    );
}

#[test]
fn an_overlap_is_told_with_both_lines() {
    let twice = format!("{TOY}T4d,N3,-,-,-,-,-,IIIC\n");
    assert_eq!(
        faults(&twice),
        [
            "line 12: holds like line 11, for example for T4d N3 M0 grade 1 her2 negative er negative pr negative",
            "line 12: holds like line 3, for example for T4d N3 M1 grade 1 her2 negative er negative pr negative",
        ]
    );
}

#[test]
fn columns_and_terms_are_closed_lists() {
    let head = "t,n,m,grade,her2,er,pr,stage\n";
    for (text, told) in [
        (String::new(), vec!["the file is empty"]),
        (head.to_owned(), vec!["the table has no rows"]),
        (
            "t,n,m,grade,her,er,pr,stage\n".to_owned(),
            vec![
                "line 1: no column `her`; is `er` meant?",
                "line 1: columns are missing: her2",
            ],
        ),
        (
            "t,t,n,m,grade,her2,er,pr,stage\n".to_owned(),
            vec!["line 1: column `t` stands twice"],
        ),
        (
            format!("{head}T5,N0,M0,1,-,-,-,IA\n"),
            vec![
                "line 2: `T5` is no term of column `t`; its terms are T0, Tis, T1mi, T1a, T1b, T1c, T2, T3, T4, T4d, several of them with commas between",
            ],
        ),
        (
            format!("{head}-,-,-,-,-,-,-,I\n"),
            vec!["line 2: `I` is no stage: 0, IA, IB, IIA, IIB, IIIA, IIIB, IIIC, IV, no-group"],
        ),
        (
            format!("{head}-,-,,-,-,-,-,IA\n"),
            vec![
                "line 2: `` is no term of column `m`; its terms are M0, M1, several of them with commas between",
            ],
        ),
        (
            format!("{head}-,-,-,-\n"),
            vec!["line 2: the row has 4 cells, the header 8"],
        ),
    ] {
        assert_eq!(faults(&text), told, "{text}");
    }
    let latin = stage_table("toy.csv", b"t,n\n\xe9,1\n").unwrap_err();
    assert_eq!(latin[0].to_string(), "line 2: not UTF-8");
}
