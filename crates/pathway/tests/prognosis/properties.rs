//! What the formulas promise, for any person they are made for.

use super::decimal;
use her2_case::{Decimal, Grade};
use her2_knowledge::prognosis::{Predict, predict};
use her2_pathway::prognosis::{
    Cts5Inputs, Generation, Hormone, Nodes, NpiInputs, PredictInputs, RcbInputs, Refusal,
    Treatment, YEARS, cts5, npi, rcb, survival,
};
use proptest::prelude::*;

/// A person made up here, who may be printed.
#[derive(Clone, Copy)]
struct Person(PredictInputs);

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of = &self.0;
        let nodes = match of.nodes {
            Nodes::Count(count) => count,
            Nodes::Micrometastasis => 1,
        };
        let size = (of.age.to_string(), of.size.to_string(), nodes);
        let known = (
            of.er_positive,
            of.grade,
            of.her2_positive,
            of.ki67_high,
            of.pr_positive,
        );
        write!(f, "{size:?} {known:?} {}", of.smoker)
    }
}

fn inputs() -> impl Strategy<Value = Person> {
    let known = || prop::option::of(any::<bool>());
    (
        (25u32..=85, 1u32..=499, 0u32..=99, any::<bool>()),
        (
            prop::option::of(0usize..3),
            known(),
            known(),
            known(),
            any::<bool>(),
        ),
    )
        .prop_map(|((age, size, nodes, er_positive), rest)| {
            Person(PredictInputs {
                age: Decimal::whole(age),
                size: Decimal::whole(size),
                nodes: Nodes::Count(nodes),
                er_positive,
                grade: rest.0.map(|at| [Grade::One, Grade::Two, Grade::Three][at]),
                detection: None,
                her2_positive: rest.1,
                ki67_high: rest.2,
                pr_positive: rest.3,
                smoker: rest.4,
            })
        })
}

fn alive(model: &'static Predict, inputs: &PredictInputs, treatment: Treatment) -> Vec<f64> {
    let survival = survival(model, inputs, treatment).unwrap();
    (1..=YEARS).map(|year| survival.overall(year)).collect()
}

fn never_above(lower: &[f64], upper: &[f64]) -> bool {
    lower
        .iter()
        .zip(upper)
        .all(|(lower, upper)| *lower <= upper + 1e-9)
}

proptest! {
    #[test]
    fn survival_is_a_percentage_that_never_rises_with_the_years(Person(of) in inputs()) {
        for model in predict() {
            let alive = alive(model, &of, Treatment::default());
            prop_assert!(alive.iter().all(|percent| (0.0..=100.0).contains(percent)));
            prop_assert!(alive.windows(2).all(|pair| pair[1] <= pair[0]));
        }
    }

    #[test]
    fn more_nodes_and_a_larger_cancer_never_raise_survival(Person(of) in inputs()) {
        for model in predict() {
            let here = alive(model, &of, Treatment::default());
            let Nodes::Count(nodes) = of.nodes else { unreachable!() };
            let more = PredictInputs { nodes: Nodes::Count(nodes + 1), ..of };
            prop_assert!(never_above(&alive(model, &more, Treatment::default()), &here));
            let larger = PredictInputs { size: Decimal::whole(of.size.to_whole().unwrap() + 1), ..of };
            prop_assert!(never_above(&alive(model, &larger, Treatment::default()), &here));
        }
    }

    /// Radiation and chemotherapy carry harm in the newest version and may cost more than they gain; nothing else may.
    #[test]
    fn treatment_without_harm_never_lowers_survival(Person(of) in inputs(), chemotherapy in any::<bool>()) {
        for model in predict() {
            let mut step = Treatment {
                chemotherapy: chemotherapy.then_some(Generation::Second),
                ..Treatment::default()
            };
            let mut before = alive(model, &of, step);
            let mut check = |step: Treatment| {
                let now = alive(model, &of, step);
                let kept = never_above(&before, &now);
                before = now;
                kept
            };
            if of.er_positive {
                step.hormone = Some(Hormone::Standard);
                prop_assert!(check(step));
                step.hormone = Some(Hormone::Extended);
                prop_assert!(check(step));
            }
            if of.her2_positive == Some(true) {
                step.her2 = true;
                prop_assert!(check(step));
            }
            step.bisphosphonate = true;
            prop_assert!(check(step));
            if chemotherapy {
                step.chemotherapy = Some(Generation::Third);
                prop_assert!(check(step));
            }
        }
    }

    #[test]
    fn radiation_and_chemotherapy_always_lower_deaths_from_breast_cancer_alone(Person(of) in inputs()) {
        for model in predict() {
            let hazard_free = |survival: &dyn Fn(usize) -> f64| (1..=YEARS).map(survival).collect::<Vec<_>>();
            let none = survival(model, &of, Treatment::default()).unwrap();
            let chemotherapy = Treatment { chemotherapy: Some(Generation::Third), ..Treatment::default() };
            let treated = survival(model, &of, chemotherapy).unwrap();
            let (before, after) = (
                hazard_free(&|year| none.breast_deaths(year)),
                hazard_free(&|year| treated.breast_deaths(year)),
            );
            prop_assert!(never_above(&after, &before));
        }
    }

    #[test]
    fn the_small_scores_rise_with_nodes_and_grade(size in 1u32..=299, nodes in 0u32..=30, age in 25u32..=99) {
        let size = Decimal::whole(size);
        let index = |size, grade, nodes| npi(NpiInputs { size, grade, nodes }).unwrap().value();
        let here = index(size, Grade::Two, nodes);
        prop_assert!(index(size, Grade::Two, nodes + 1) >= here);
        prop_assert!(index(size, Grade::Three, nodes) > here);
        prop_assert!(index(Decimal::whole(size.to_whole().unwrap() + 1), Grade::Two, nodes) > here);
        let late = |size, grade, nodes| {
            cts5(Cts5Inputs { size, grade, nodes, age: Decimal::whole(age) }).unwrap().value()
        };
        let here = late(size, Grade::Two, nodes);
        prop_assert!(late(size, Grade::Two, nodes + 1) >= here);
        prop_assert!(late(size, Grade::Three, nodes) > here);
        prop_assert!(late(Decimal::whole(size.to_whole().unwrap() + 1), Grade::Two, nodes) >= here);
    }

    #[test]
    fn residual_disease_rises_with_each_measurement(
        length in 1u32..100, width in 1u32..100, percent in 1u32..=99, nodes in 1u32..20, metastasis in 1u32..40,
    ) {
        let of = RcbInputs {
            length: Decimal::whole(length),
            width: Decimal::whole(width),
            cellularity: Decimal::whole(percent),
            in_situ: Decimal::ZERO,
            nodes,
            node_size: Decimal::whole(metastasis),
        };
        let value = |of: RcbInputs| rcb(of).unwrap().value();
        let here = value(of);
        prop_assert!(here > 0.0);
        for more in [
            RcbInputs { length: Decimal::whole(length + 1), ..of },
            RcbInputs { cellularity: Decimal::whole(percent + 1), ..of },
            RcbInputs { nodes: nodes + 1, ..of },
            RcbInputs { node_size: Decimal::whole(metastasis + 1), ..of },
        ] {
            prop_assert!(value(more) > here);
        }
        let in_situ = value(RcbInputs { in_situ: Decimal::whole(1), ..of });
        prop_assert!(in_situ < here);
    }
}

#[test]
fn what_a_version_does_not_take_is_refused() {
    let of = PredictInputs {
        age: decimal("60"),
        size: decimal("20"),
        nodes: Nodes::Count(0),
        er_positive: false,
        grade: None,
        detection: None,
        her2_positive: None,
        ki67_high: None,
        pr_positive: None,
        smoker: false,
    };
    let refused = |model: &'static Predict, of: PredictInputs, treatment| {
        survival(model, &of, treatment).unwrap_err()
    };
    let none = Treatment::default();
    for model in predict() {
        for (age, size, nodes, why) in [
            ("24.9", "20", 0, Refusal::Age),
            ("85.1", "20", 0, Refusal::Age),
            ("60", "0.9", 0, Refusal::Size),
            ("60", "500.1", 0, Refusal::Size),
            ("60", "20", 101, Refusal::Nodes),
        ] {
            let (age, size, nodes) = (decimal(age), decimal(size), Nodes::Count(nodes));
            assert_eq!(
                refused(
                    model,
                    PredictInputs {
                        age,
                        size,
                        nodes,
                        ..of
                    },
                    none
                ),
                [why]
            );
        }
        let hormone = Treatment {
            hormone: Some(Hormone::Standard),
            ..none
        };
        assert_eq!(refused(model, of, hormone), [Refusal::ReceptorNegative]);
        for her2_positive in [None, Some(false)] {
            let against = Treatment { her2: true, ..none };
            assert_eq!(
                refused(
                    model,
                    PredictInputs {
                        her2_positive,
                        ..of
                    },
                    against
                ),
                [Refusal::Her2NotPositive]
            );
        }
    }
    let radiation = Treatment {
        radiotherapy: Some(decimal("1")),
        ..none
    };
    let older = &predict()[1];
    assert_eq!(older.score.id, "predict-v2-2");
    assert_eq!(refused(older, of, radiation), [Refusal::Treatment]);
}

/// Where nobody gave hormone therapy, nothing extends it: the published code of the older version adds an effect there.
#[test]
fn extended_hormone_therapy_starts_in_year_eleven() {
    let of = PredictInputs {
        age: decimal("50"),
        size: decimal("20"),
        nodes: Nodes::Count(2),
        er_positive: true,
        grade: Some(Grade::Two),
        detection: None,
        her2_positive: Some(false),
        ki67_high: None,
        pr_positive: None,
        smoker: false,
    };
    for model in predict() {
        let of_years = |hormone| {
            alive(
                model,
                &of,
                Treatment {
                    hormone: Some(hormone),
                    ..Treatment::default()
                },
            )
        };
        let (five, ten) = (of_years(Hormone::Standard), of_years(Hormone::Extended));
        assert_eq!(five[..10], ten[..10]);
        assert!(
            five[10..]
                .iter()
                .zip(&ten[10..])
                .all(|(five, ten)| ten > five)
        );
    }
}
