//! Both versions of the survival model, written a second time from their notation: by yearly proportions of deaths, as the published
//! code does it, with the numbers written out here and not read from a page.

use super::decimal;
use her2_case::{Detection, Grade};
use her2_knowledge::prognosis::predict;
use her2_pathway::prognosis::{Generation, Hormone, Nodes, PredictInputs, Treatment, survival};
use proptest::prelude::*;

/// A person as the published code codes one: 9 and 2 stand for unknown.
#[derive(Clone, Debug)]
struct Coded {
    age: f64,
    size: f64,
    nodes: f64,
    grade: u8,
    screen: u8,
    er: bool,
    her2: u8,
    ki67: u8,
    pr: u8,
    smoker: bool,
    chemotherapy: u8,
    hormone: u8,
    against_her2: bool,
    bisphosphonate: bool,
    heart: Option<f64>,
}

impl Coded {
    fn grade(&self) -> f64 {
        if self.grade == 9 {
            2.13
        } else {
            f64::from(self.grade)
        }
    }

    fn screen(&self) -> f64 {
        if self.screen == 2 {
            0.204
        } else {
            f64::from(self.screen)
        }
    }

    /// Log hazard ratio of treatment in a year, without radiation.
    fn rx(&self, year: usize, extended: f64) -> f64 {
        let chemotherapy = [0.0, 0.0, -0.248, -0.446][usize::from(self.chemotherapy)];
        let hormone = if self.er && self.hormone > 0 {
            -0.3857
        } else {
            0.0
        };
        let later = if self.er && self.hormone == 2 && year > 10 {
            extended
        } else {
            0.0
        };
        let her2 = if self.her2 == 1 && self.against_her2 {
            -0.3567
        } else {
            0.0
        };
        let bone = if self.bisphosphonate { -0.198 } else { 0.0 };
        chemotherapy + hormone + later + her2 + bone
    }
}

fn coded(value: u8, positive: f64, negative: f64) -> f64 {
    match value {
        1 => positive,
        0 => negative,
        _ => 0.0,
    }
}

/// Percent alive and dead of breast cancer at each year, from cumulative baselines and indices.
fn told(
    breast: impl Fn(f64) -> f64,
    breast_index: impl Fn(usize) -> f64,
    other: impl Fn(f64) -> f64,
    other_index: f64,
) -> [(f64, f64); 15] {
    let mut told = [(0.0, 0.0); 15];
    let (mut breast_cumulated, mut other_cumulated) = (0.0, 0.0);
    let (mut breast_dead, mut other_dead, mut all_dead) = (0.0, 0.0, 0.0);
    let mut breast_told = 0.0;
    for year in 1..=15 {
        let t = year as f64;
        let before =
            |baseline: &dyn Fn(f64) -> f64| if year == 1 { 0.0 } else { baseline(t - 1.0) };
        breast_cumulated += (breast(t) - before(&breast)) * breast_index(year).exp();
        other_cumulated += (other(t) - before(&other)) * other_index.exp();
        // Cumulative proportions of death from each cause alone, and of each year.
        let (breast_now, other_now) = (
            1.0 - (-breast_cumulated).exp(),
            1.0 - (-other_cumulated).exp(),
        );
        let (breast_year, other_year) = (breast_now - breast_dead, other_now - other_dead);
        let all_now = 1.0 - (1.0 - breast_now) * (1.0 - other_now);
        let share = breast_year / (breast_year + other_year);
        breast_told += (all_now - all_dead) * share;
        (breast_dead, other_dead, all_dead) = (breast_now, other_now, all_now);
        told[year - 1] = (100.0 * (1.0 - all_now), 100.0 * breast_told);
    }
    told
}

fn version_2_2(of: &Coded) -> [(f64, f64); 15] {
    let a = of.age / 10.0;
    let her2 = coded(of.her2, 0.2413, -0.0762);
    let index = if of.er {
        34.53642 * ((1.0 / a / a) - 0.0287449295)
            - 34.20342 * ((1.0 / a / a) * a.ln() - 0.0510121013)
            + 0.7530729 * ((of.size / 100.0).ln() + 1.545233938)
            + 0.7060723 * (((of.nodes + 1.0) / 10.0).ln() + 1.387566896)
            + 0.746655 * of.grade()
            - 0.22763366 * of.screen()
            + her2
            + coded(of.ki67, 0.14904, -0.11333)
    } else {
        let high = if of.grade == 2 || of.grade == 3 {
            1.0
        } else {
            0.0
        };
        0.0089827 * (of.age - 56.3254902)
            + 2.093446 * ((of.size / 100.0).sqrt() - 0.5090456276)
            + 0.6260541 * (((of.nodes + 1.0) / 10.0).ln() + 1.086916249)
            + 1.129091 * high
            + her2
    };
    let breast = |t: f64| {
        if of.er {
            (0.7424402 - 7.527762 / t.sqrt() - 1.812513 * t.ln() / t.sqrt()).exp()
        } else {
            (-1.156036 + 0.4707332 / (t * t) - 3.51355 / t).exp()
        }
    };
    let other = |t: f64| (-6.052919 + 1.079863 * t.ln() + 0.3255321 * t.sqrt()).exp();
    told(
        breast,
        |year| index + of.rx(year, -0.26),
        other,
        0.0698252 * (a * a - 34.23391957),
    )
}

fn version_3_2(of: &Coded) -> [(f64, f64); 15] {
    let x = (of.age - 24.0) / 100.0;
    let her2 = |year: usize| {
        if !of.er {
            return coded(of.her2, 0.2316, -0.08589);
        }
        let positive = [
            0.608, 0.532, 0.457, 0.382, 0.307, 0.231, 0.156, 0.081, 0.006,
        ];
        let negative = [
            -0.053, -0.046, -0.040, -0.033, -0.027, -0.020, -0.014, -0.007,
        ];
        let at = |list: &[f64]| list.get(year - 1).copied().unwrap_or(0.0);
        coded(of.her2, at(&positive), at(&negative))
    };
    let index = if of.er {
        0.1958986203588129 / x.sqrt()
            + 2.929125051895787 * x * x
            + 2.27417420673498 * (1.0 - (-of.size / 20.0).exp())
            + 0.6724828209061207 * (of.nodes + 1.0).ln()
            + 0.7050339629739382 * of.grade()
            - 0.32039363353015476 * of.screen()
            - 0.048251370712776756 * 17.0
            + coded(of.ki67, 0.14904, -0.11333)
            + coded(of.pr, -0.0619, 0.2624)
            + 0.70
    } else {
        1.7560679383953317 * x
            + 4.555274634880487 * x * x.ln()
            + 0.7443277265210039 * of.size.ln()
            + 0.6308590364310884 * (of.nodes + 1.0).ln()
            + 0.3462287839000938 * of.grade()
            - 0.2110969326598672 * of.screen()
            - 0.045504610416172736 * 17.0
            + coded(of.pr, -0.2231, 0.0296)
            + 0.55
    };
    let radiation = if of.heart.is_some() {
        0.82f64.ln()
    } else {
        0.0
    };
    let smoking = if of.smoker {
        (1.25f64 / 1.025).ln()
    } else {
        (1.0f64 / 1.025).ln()
    };
    let harm = of.heart.map_or(0.0, |dose| 1.02f64.ln() * dose)
        + if of.chemotherapy > 0 {
            1.2f64.ln()
        } else {
            0.0
        };
    let others = 4.211443507724736 * x * x * x
        - 31.41202815365277 * x * x * x * x.ln()
        - 0.021186462111818898 * 17.0
        + smoking
        - 0.062
        + harm;
    let breast = |t: f64| {
        let u = t / 10.0;
        if of.er {
            (-2.3193510039281637
                - 3.622538332641392 / u.sqrt()
                - 0.542240944493945 * u.ln() / u.sqrt())
            .exp()
        } else {
            (-3.0153139765165835 - 0.5755380524044251 / u - 0.1028439317178058 * u.ln() / u).exp()
        }
    };
    let other = |t: f64| {
        let u = t / 10.0;
        (-4.845654758283992 + 1.341348310005262 * u.ln() + 0.49539394353046057 * u).exp()
    };
    told(
        breast,
        |year| index + her2(year) + of.rx(year, -0.301) + radiation,
        other,
        others,
    )
}

fn ours(of: &Coded) -> (PredictInputs, Treatment) {
    let known = |value: u8| (value != 9).then_some(value == 1);
    let inputs = PredictInputs {
        age: decimal(&of.age.to_string()),
        size: decimal(&of.size.to_string()),
        nodes: if of.nodes == 0.5 {
            Nodes::Micrometastasis
        } else {
            Nodes::Count(of.nodes as u32)
        },
        er_positive: of.er,
        grade: [Grade::One, Grade::Two, Grade::Three]
            .get(usize::from(of.grade) - 1)
            .copied(),
        detection: [Detection::Symptoms, Detection::Screening]
            .get(usize::from(of.screen))
            .copied(),
        her2_positive: known(of.her2),
        ki67_high: known(of.ki67),
        pr_positive: known(of.pr),
        smoker: of.smoker,
    };
    let treatment = Treatment {
        radiotherapy: of.heart.map(|dose| decimal(&dose.to_string())),
        hormone: match of.hormone {
            _ if !of.er => None,
            1 => Some(Hormone::Standard),
            2 => Some(Hormone::Extended),
            _ => None,
        },
        chemotherapy: [
            None,
            None,
            Some(Generation::Second),
            Some(Generation::Third),
        ][usize::from(of.chemotherapy)],
        her2: of.her2 == 1 && of.against_her2,
        bisphosphonate: of.bisphosphonate,
    };
    (inputs, treatment)
}

fn person() -> impl Strategy<Value = Coded> {
    let unknown = || prop::sample::select(vec![0u8, 1, 9]);
    let first = (
        25u32..=85,
        1u32..=500,
        prop::sample::select(vec![0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 9.0, 25.0, 100.0]),
        prop::sample::select(vec![1u8, 2, 3, 9]),
        0u8..=2,
        any::<bool>(),
        unknown(),
        unknown(),
        unknown(),
    );
    let second = (
        any::<bool>(),
        prop::sample::select(vec![0u8, 2, 3]),
        0u8..=2,
        any::<bool>(),
        any::<bool>(),
        prop::option::of(0u32..=80),
    );
    (first, second).prop_map(|(one, two)| Coded {
        age: f64::from(one.0),
        size: f64::from(one.1),
        nodes: one.2,
        grade: one.3,
        screen: one.4,
        er: one.5,
        her2: one.6,
        ki67: one.7,
        pr: one.8,
        smoker: two.0,
        chemotherapy: two.1,
        hormone: two.2,
        against_her2: two.3,
        bisphosphonate: two.4,
        heart: two.5.map(|tenths| f64::from(tenths) / 10.0),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_second_implementation_by_yearly_proportions_agrees(of in person()) {
        for model in predict() {
            let new = model.treatment.radiotherapy_ratio.is_some();
            let mut of = of.clone();
            if !new {
                of.heart = None;
            }
            let (inputs, treatment) = ours(&of);
            let survival = survival(model, &inputs, treatment).unwrap();
            let theirs = if new { version_3_2(&of) } else { version_2_2(&of) };
            for (year, (overall, breast)) in (1..).zip(theirs) {
                prop_assert!((survival.overall(year) - overall).abs() < 1e-10);
                prop_assert!((survival.breast_deaths(year) - breast).abs() < 1e-9);
                let all = survival.overall(year) + survival.breast_deaths(year) + survival.other_deaths(year);
                prop_assert!((all - 100.0).abs() < 1e-9);
            }
        }
    }
}
