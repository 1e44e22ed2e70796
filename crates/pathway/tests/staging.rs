//! The anatomic group of every combination of categories, held against the groups written out a second time.

use her2_case::{
    CareCase, Known, MCategory, NCategory, Question, Setting, StageGroup, TCategory, Term, Timing,
};
use her2_pathway::therapy::{Her2Given, Plan, plan};
use jiff::civil::date;

fn planned(case: &CareCase) -> Plan {
    plan(Her2Given::Nothing, case, date(2026, 11, 22))
}

/// The groups in words: whatever has spread is IV, every N3 IIIC, every other T4 IIIB.
fn by_hand(t: TCategory, n: NCategory, m: MCategory) -> StageGroup {
    use {NCategory as N, StageGroup as G, TCategory as T};
    let size = match t {
        T::Tis => None,
        T::T0 => Some(0),
        T::T1mi | T::T1a | T::T1b | T::T1c => Some(1),
        T::T2 => Some(2),
        T::T3 => Some(3),
        T::T4 | T::T4d => Some(4),
    };
    match (size, n) {
        _ if m == MCategory::M1 => G::Iv,
        (_, N::N3) => G::Iiic,
        (None, N::N0) => G::Zero,
        (None, _) => G::NoGroup,
        (Some(4), _) => G::Iiib,
        (_, N::N2) => G::Iiia,
        (Some(3), N::N0) => G::Iib,
        (Some(3), _) => G::Iiia,
        (Some(2), N::N0) => G::Iia,
        (Some(2), _) => G::Iib,
        (Some(_), N::N1) => G::Iia,
        (Some(_), N::N1mi) => G::Ib,
        (Some(0), _) => G::NoGroup,
        (Some(_), _) => G::Ia,
    }
}

#[test]
fn every_combination_of_categories_gives_its_group() {
    for t in TCategory::ALL {
        for n in NCategory::ALL {
            for m in MCategory::ALL {
                let case = CareCase::default()
                    .with_term(*t)
                    .with_term(*n)
                    .with_term(*m);
                let plan = planned(&case);
                let stage = plan.stage().expect("categories are known");
                let names = (t.name(), n.name(), m.name());
                assert_eq!(stage.one(), Some(by_hand(*t, *n, *m)), "{names:?}");
                assert!(stage.row().is_some() && !stage.because().is_empty());
            }
        }
    }
}

#[test]
fn while_a_category_is_missing_every_group_is_left_that_it_could_be() {
    let case = CareCase::default()
        .with_term(TCategory::T2)
        .with_term(NCategory::N0);
    let groups = |case: &CareCase| {
        let plan = planned(case);
        plan.situation()
            .terms::<StageGroup>()
            .map(|groups| groups.iter().map(Term::name).collect::<Vec<_>>())
    };
    assert_eq!(groups(&case), Some(vec!["IIA", "IV"]));
    let early = case.clone().with_term(Timing::BeforeSurgery);
    assert_eq!(groups(&early), Some(vec!["IIA"]));
    let small = Known::Terms(0b111100);
    let early = CareCase::default()
        .with(Question::TCategory, small)
        .with_term(NCategory::N0)
        .with_term(Setting::Early);
    assert_eq!(groups(&early), Some(vec!["IA"]));
    assert_eq!(
        groups(&CareCase::default().with_term(MCategory::M1)),
        Some(vec!["IV"])
    );
    assert_eq!(groups(&CareCase::default().with_term(Setting::Early)), None);
}

#[test]
fn a_group_that_is_given_counts_before_the_categories() {
    let case = CareCase::default()
        .with_term(TCategory::T2)
        .with_term(NCategory::N0)
        .with_term(MCategory::M0)
        .with_term(StageGroup::Iiia);
    let plan = planned(&case);
    assert_eq!(
        plan.situation().term::<StageGroup>(),
        Some(StageGroup::Iiia)
    );
    assert!(plan.stage().is_none());
}
