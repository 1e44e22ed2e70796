//! What a plan promises, over cases of every kind.

#[path = "given/care.rs"]
mod care;
#[path = "given/required.rs"]
mod required;

use care::{TODAY, any_case, fully};
use her2_case::{CareCase, Decimal, Her2Category, Known, Line, Listing, Question, Setting, Term};
use her2_knowledge::{care_tables, regimens};
use her2_pages::Standing;
use her2_pathway::therapy::{CheckKind, Force, Her2Given, Plan, plan};
use proptest::prelude::*;
use required::case_of;
use std::collections::BTreeMap;

fn planned(case: &CareCase) -> Plan {
    plan(Her2Given::of_answers(case), case, TODAY)
}

fn standings(plan: &Plan) -> BTreeMap<&'static str, Standing> {
    let options = plan.options();
    options
        .map(|item| (item.regimen().id, item.standing()))
        .collect()
}

/// Whether everything known before is still known, and nothing contradicts it.
fn agree(before: &Plan, after: &Plan) -> bool {
    CareCase::QUESTIONS.iter().all(|question| {
        let known = |plan: &Plan| plan.situation().known(*question).map(|of| of.known);
        match (known(before), known(after)) {
            (None, _) => true,
            (Some(Known::Terms(before)), Some(Known::Terms(after))) => after & !before == 0,
            (before, after) => before == after,
        }
    })
}

/// A case in which some row holds, and beside it as much as is said of any case.
fn case_of_a_row() -> impl Strategy<Value = CareCase> {
    let rows = care_tables().iter().enumerate().flat_map(|(table, of)| {
        let rows = 0..of.choices.data().rows().len();
        rows.map(move |row| (table, row))
    });
    let rows: Vec<_> = rows.collect();
    (prop::sample::select(rows), any_case(), any::<bool>()).prop_map(
        |((table, row), other, alone)| {
            let mut case = if alone { CareCase::default() } else { other };
            for (question, fact) in case_of(&care_tables()[table], row).answers() {
                case.answer(question, *fact);
            }
            case
        },
    )
}

/// Any case, or one in which some row holds.
fn case() -> impl Strategy<Value = CareCase> {
    prop_oneof![any_case(), case_of_a_row()]
}

const OPENING: [Her2Category; 3] = [
    Her2Category::Positive,
    Her2Category::Low,
    Her2Category::Ultralow,
];

#[test]
fn without_a_her2_result_no_medicine_against_her2_is_named() {
    let case = CareCase::default().with_term(Setting::Metastatic);
    let plan = planned(&case);
    assert!(plan.waiting_for_her2());
    assert!(
        plan.options()
            .all(|item| !item.regimen().is_her2_directed())
    );
    assert_eq!(plan.asks()[0].question, Question::Her2Category);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p9_no_case_without_a_her2_result_that_has_them_is_given_a_medicine_against_her2(case in case()) {
        let plan = planned(&case);
        let known = case.terms::<Her2Category>();
        let has_them = known.is_some_and(|known| known.iter().all(|of| OPENING.contains(&of)));
        let named = plan.options().chain(plan.met()).chain(plan.open()).chain(plan.closed());
        for item in named {
            prop_assert!(has_them || !item.regimen().is_her2_directed());
        }
        for row in plan.met_rows().chain(plan.cautions()) {
            prop_assert!(has_them || !row.regimen().is_her2_directed());
        }
        for regimen in regimens().iter().filter(|of| of.is_her2_directed()) {
            prop_assert!(has_them || plan.option(regimen.id).is_none());
        }
    }

    #[test]
    fn p9_what_was_met_is_not_even_named_once_the_her2_result_is_another(case in case_of_a_row(), other in 0..Her2Category::ALL.len()) {
        let other = Her2Category::ALL[other];
        let mut without = case.clone();
        without.forget(Question::Her2Category);
        let named = |case: &CareCase| {
            let plan = planned(case);
            plan.options().any(|item| item.regimen().is_her2_directed())
        };
        prop_assert!(!named(&without));
        prop_assert_eq!(named(&case.with_term(other)), OPENING.contains(&other));
    }

    #[test]
    fn p9_a_medicine_against_her2_is_met_only_by_a_row_that_asks_for_this_her2_result(case in case()) {
        let plan = planned(&case);
        for item in plan.met().filter(|item| item.regimen().is_her2_directed()) {
            for row in item.rows().filter(|row| row.standing() == Standing::Met) {
                let gate = row.requirements().find(|of| of.question == Question::Her2Category);
                prop_assert!(gate.is_some_and(|of| of.standing == Standing::Met), "{row:?}");
                prop_assert_eq!(row.force(), Force::Now);
            }
        }
    }

    /// Unless the answer contradicts what followed from the others.
    #[test]
    fn an_answer_never_takes_back_what_was_met_or_closed(case in case(), question in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let question = CareCase::QUESTIONS[question.index(CareCase::QUESTIONS.len())];
        let before = planned(&case);
        if before.situation().known(question).is_none() {
            let known = case.clone().with(question, fully(question, seed));
            let after = planned(&known);
            let contradicted = !agree(&before, &after);
            let after = standings(&after);
            let before = standings(&before).into_iter().filter(|_| !contradicted);
            for (id, standing) in before {
                let now = after[id];
                match standing {
                    Standing::Met => prop_assert_ne!(now, Standing::Open, "{} by {}", id, question.name()),
                    Standing::Closed => prop_assert_eq!(now, Standing::Closed, "{} by {}", id, question.name()),
                    Standing::Open => {}
                }
            }
        }
    }

    #[test]
    fn what_is_asked_holds_an_option_open_and_what_is_open_is_asked(case in case()) {
        let plan = planned(&case);
        let asks = plan.asks();
        for item in plan.open() {
            let mut missing = item.rows().flat_map(|row| row.missing());
            prop_assert!(missing.any(|question| asks.iter().any(|ask| ask.question == question)), "{item:?}");
        }
        for ask in &asks {
            let touched = plan.options().filter(|item| {
                let open = item.standing() == Standing::Open;
                let mut missing = item.rows().flat_map(|row| row.missing());
                let mut checks = item.checks();
                (open && missing.any(|question| question == ask.question))
                    || (item.standing() != Standing::Closed
                        && checks.any(|check| check.asks == Some(ask.question)))
            });
            if ask.question != Question::Her2Category || !plan.waiting_for_her2() {
                prop_assert_eq!(touched.count(), ask.options, "{}", ask.question.name());
            }
        }
        let ordered = asks.windows(2).skip(usize::from(plan.waiting_for_her2()));
        for pair in ordered {
            prop_assert!(pair[0].options >= pair[1].options);
        }
    }
}

#[test]
fn a_check_that_is_not_met_closes_and_one_that_is_not_known_is_asked() {
    let unknown = CareCase::default()
        .with_term(Her2Category::Positive)
        .with_term(Setting::Metastatic)
        .with_term(Line::First);
    let plan = planned(&unknown);
    let asks: Vec<_> = plan.asks().iter().map(|ask| ask.question).collect();
    assert!(asks.contains(&Question::Pregnant), "{asks:?}");
    let met = |case: &CareCase| {
        let plan = planned(case);
        let directed = plan.met().filter(|item| item.regimen().is_her2_directed());
        directed.count()
    };
    let pregnant = unknown
        .clone()
        .with(Question::Pregnant, Known::yes_no(true));
    assert_eq!(met(&pregnant), 0);
    let after = planned(&pregnant);
    let closed: Vec<_> = after
        .closed()
        .filter(|item| item.is_closed_by_a_check())
        .collect();
    assert!(!closed.is_empty());
    for item in closed {
        let mut checks = item.checks();
        let failed = checks.find(|check| check.standing == Standing::Closed);
        assert!(failed.is_some_and(|check| check.kind == CheckKind::Pregnancy));
    }
}

#[test]
fn every_option_and_row_says_why() {
    let tables = care_tables();
    assert!(!tables.is_empty());
    let case = CareCase::default()
        .with_term(Her2Category::Positive)
        .with_term(Setting::Metastatic);
    let plan = planned(&case);
    for item in plan.options() {
        let best = item.rows().next().expect("a row lists it");
        assert!(
            best.standing() == item.standing() || item.is_closed_by_a_check(),
            "{item:?}"
        );
        for row in item.rows() {
            let now = row.force() == Force::Now;
            match row.standing() {
                Standing::Met => assert!(now && row.missing().next().is_none()),
                Standing::Open => assert!(now && row.missing().next().is_some(), "{row:?}"),
                Standing::Closed => assert!(!now || row.misses() > 0, "{row:?}"),
            }
            assert!(Listing::from_name(row.listing().name()).is_some());
        }
    }
}

#[test]
fn the_heart_is_looked_at_before_every_antibody_and_conjugate() {
    let case = CareCase::default()
        .with_term(Her2Category::Positive)
        .with_term(Setting::Metastatic);
    let heart = |case: &CareCase, name: &str| -> Vec<Standing> {
        let plan = planned(case);
        let options = plan
            .options()
            .filter(|item| item.regimen().drugs().any(|drug| drug.id == name));
        let checks = options.flat_map(|item| item.checks());
        let mine = checks.filter(|check| {
            let heart = matches!(check.kind, CheckKind::Heart | CheckKind::HeartMeasured);
            heart && check.drug.id == name
        });
        mine.map(|check| check.standing).collect()
    };
    for name in [
        "trastuzumab",
        "trastuzumab-emtansine",
        "trastuzumab-deruxtecan",
        "pertuzumab",
        "margetuximab",
    ] {
        let open = heart(&case, name);
        assert!(!open.is_empty(), "{name}");
        assert!(open.iter().all(|of| *of == Standing::Open), "{name}");
        let sixty = case
            .clone()
            .with(Question::Lvef, Known::number(Decimal::whole(60)));
        let met = heart(&sixty, name);
        assert!(met.iter().all(|of| *of == Standing::Met), "{name}");
    }
}
