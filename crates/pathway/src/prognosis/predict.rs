//! Overall survival after surgery, without and with treatment: two hazards beside each other.

use super::Refusal;
use super::refusal::unless;
use her2_case::{Decimal, Detection, Grade};
use her2_knowledge::prognosis::{BreastHazard, Form, Predict, Range, Summand, Variable};
use std::fmt;

/// Years that are told.
pub const YEARS: usize = 15;

/// Nodes with cancer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Nodes {
    /// So many.
    Count(u32),
    /// One, with a micrometastasis alone.
    Micrometastasis,
}

/// What the model takes. What may be unknown has the model's own value for it.
#[derive(Clone, Copy)]
pub struct PredictInputs {
    /// Age in years at surgery.
    pub age: Decimal,
    /// The largest invasive extent in millimetres.
    pub size: Decimal,
    /// Nodes with cancer.
    pub nodes: Nodes,
    /// Whether the oestrogen receptor is positive.
    pub er_positive: bool,
    /// The grade.
    pub grade: Option<Grade>,
    /// How it was found.
    pub detection: Option<Detection>,
    /// Whether HER2 is positive.
    pub her2_positive: Option<bool>,
    /// Whether Ki-67 is high by the page's bound.
    pub ki67_high: Option<bool>,
    /// Whether the progesterone receptor is positive.
    pub pr_positive: Option<bool>,
    /// Whether the person smokes. A version that does not know smoking does not use it.
    pub smoker: bool,
}

/// How long hormone therapy is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hormone {
    /// Five years.
    Standard,
    /// Ten years.
    Extended,
}

/// Chemotherapy, as the model tells its kinds apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generation {
    /// Second generation.
    Second,
    /// Third generation.
    Third,
}

/// Treatment after surgery. The default is none.
#[derive(Clone, Copy, Default)]
pub struct Treatment {
    /// Radiation therapy, with the mean dose to the heart in gray.
    pub radiotherapy: Option<Decimal>,
    /// Hormone therapy.
    pub hormone: Option<Hormone>,
    /// Chemotherapy.
    pub chemotherapy: Option<Generation>,
    /// The medicine against HER2 that the model knows.
    pub her2: bool,
    /// A bisphosphonate.
    pub bisphosphonate: bool,
}

/// Survival year by year. Only [`survival`] makes one.
#[derive(Clone, Copy)]
pub struct Survival {
    model: &'static Predict,
    overall: [f64; YEARS],
    breast_deaths: [f64; YEARS],
    other_deaths: [f64; YEARS],
}

impl Survival {
    /// Percent alive so many years after surgery; `year` is 1 to [`YEARS`].
    pub fn overall(&self, year: usize) -> f64 {
        self.overall[year - 1]
    }

    /// Percent who have died of breast cancer by then.
    pub fn breast_deaths(&self, year: usize) -> f64 {
        self.breast_deaths[year - 1]
    }

    /// Percent who have died of something else by then.
    pub fn other_deaths(&self, year: usize) -> f64 {
        self.other_deaths[year - 1]
    }

    /// The version.
    pub fn model(&self) -> &'static Predict {
        self.model
    }
}

/// `Debug` shows the version alone: the numbers are patient data.
impl fmt::Debug for Survival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Survival({})", self.model.score.id)
    }
}

/// The nearest float of a decimal.
pub(super) fn float(value: Decimal) -> f64 {
    // A decimal has at most 18 digits; numbers of people have few, and those are exact.
    value.mantissa() as f64 / f64::from(10u32.pow(u32::from(value.scale())))
}

/// Survival with that treatment.
///
/// # Errors
///
/// Numbers outside of what the page takes, and treatment that the version does not know or that acts on a receptor that is not there.
pub fn survival(
    model: &'static Predict,
    inputs: &PredictInputs,
    treatment: Treatment,
) -> Result<Survival, Vec<Refusal>> {
    let outside = |value: Decimal, range: Range| value < range.0 || value > range.1;
    let nodes = match inputs.nodes {
        Nodes::Count(count) => Decimal::whole(count),
        Nodes::Micrometastasis => Decimal::whole(1),
    };
    unless(&[
        (outside(inputs.age, model.ages), Refusal::Age),
        (outside(inputs.size, model.sizes), Refusal::Size),
        (outside(nodes, model.nodes), Refusal::Nodes),
        (
            treatment.radiotherapy.is_some() && model.treatment.radiotherapy_ratio.is_none(),
            Refusal::Treatment,
        ),
        (
            treatment.hormone.is_some() && !inputs.er_positive,
            Refusal::ReceptorNegative,
        ),
        (
            treatment.her2 && inputs.her2_positive != Some(true),
            Refusal::Her2NotPositive,
        ),
    ])?;
    let mut year = Year {
        model,
        inputs,
        year: 0,
    };
    let breast = if inputs.er_positive {
        &model.oestrogen_positive
    } else {
        &model.oestrogen_negative
    };
    let breast_index = year.sum(breast.index) + breast.correction + markers(breast, inputs);
    let other_index = year.sum(model.other.index)
        + model.other.correction
        + smoking(model, inputs)
        + harm(model, treatment);
    let mut told = Survival {
        model,
        overall: [f64::from(100); YEARS],
        breast_deaths: [f64::from(0); YEARS],
        other_deaths: [f64::from(0); YEARS],
    };
    let (zero, one, all) = (f64::from(0), f64::from(1), f64::from(100));
    let (mut breast_hazard, mut other_hazard) = (zero, zero);
    let (mut breast_baseline, mut other_baseline) = (zero, zero);
    let (mut breast_before, mut other_before) = (one, one);
    let (mut of_breast, mut of_other) = (zero, zero);
    for at in 0..YEARS {
        year.year = at + 1;
        let baseline = year.sum(breast.baseline).exp();
        let index = breast_index + her2(breast, inputs, at) + effect(model, treatment, at + 1);
        breast_hazard += (baseline - breast_baseline) * index.exp();
        breast_baseline = baseline;
        let baseline = year.sum(model.other.baseline).exp();
        other_hazard += (baseline - other_baseline) * other_index.exp();
        other_baseline = baseline;

        let (alive_breast, alive_other) = ((-breast_hazard).exp(), (-other_hazard).exp());
        let overall = alive_breast * alive_other;
        let died = breast_before * other_before - overall;
        let by_breast = breast_before - alive_breast;
        let by_other = other_before - alive_other;
        let by_either = by_breast + by_other;
        if by_either > zero {
            of_breast += died * by_breast / by_either;
            of_other += died * by_other / by_either;
        }
        (breast_before, other_before) = (alive_breast, alive_other);
        told.overall[at] = all * overall;
        told.breast_deaths[at] = all * of_breast;
        told.other_deaths[at] = all * of_other;
    }
    Ok(told)
}

/// A year of a person, for the rows of the tables.
struct Year<'a> {
    model: &'static Predict,
    inputs: &'a PredictInputs,
    year: usize,
}

impl Year<'_> {
    fn sum(&self, rows: &[Summand]) -> f64 {
        rows.iter().map(|row| self.row(row)).sum()
    }

    fn row(&self, row: &Summand) -> f64 {
        let v = (self.value(row.of) - row.less) / row.per;
        let formed = match row.form {
            Form::Power(power) => v.powf(power),
            Form::PowerLog(power) => v.powf(power) * v.ln(),
            Form::Saturating => f64::from(1) - (-v).exp(),
        };
        row.coefficient * (formed - row.centre)
    }

    fn value(&self, variable: Variable) -> f64 {
        let inputs = self.inputs;
        let yes = |holds: bool| f64::from(u8::from(holds));
        match variable {
            Variable::One => f64::from(1),
            Variable::Age => float(inputs.age),
            Variable::Size => float(inputs.size),
            Variable::Nodes => match inputs.nodes {
                Nodes::Count(count) => f64::from(count),
                Nodes::Micrometastasis => self.model.micrometastasis_nodes,
            },
            Variable::Grade => inputs.grade.map_or(self.model.unknown_grade, |grade| {
                f64::from(super::npi::grade_number(grade))
            }),
            Variable::GradeTwoOrThree => {
                yes(matches!(inputs.grade, Some(Grade::Two | Grade::Three)))
            }
            Variable::Screen => inputs
                .detection
                .map_or(self.model.unknown_screen, |detection| {
                    yes(detection == Detection::Screening)
                }),
            Variable::Calendar => f64::from(self.model.calendar_year),
            Variable::Year => f64::from(u32::try_from(self.year).expect("there are few years")),
        }
    }
}

/// What is known adds, what is not known adds nothing.
fn marker(known: Option<bool>, adds: (f64, f64)) -> f64 {
    match known {
        Some(true) => adds.0,
        Some(false) => adds.1,
        None => f64::from(0),
    }
}

fn markers(breast: &BreastHazard, inputs: &PredictInputs) -> f64 {
    marker(inputs.ki67_high, breast.ki67) + marker(inputs.pr_positive, breast.pr)
}

fn her2(breast: &BreastHazard, inputs: &PredictInputs, at: usize) -> f64 {
    marker(
        inputs.her2_positive,
        (breast.her2_positive[at], breast.her2_negative[at]),
    )
}

fn smoking(model: &Predict, inputs: &PredictInputs) -> f64 {
    model.other.smoking.map_or(f64::from(0), |(smoker, mean)| {
        let ratio = if inputs.smoker { smoker } else { f64::from(1) };
        (ratio / mean).ln()
    })
}

/// What treatment does to death from other causes.
fn harm(model: &Predict, treatment: Treatment) -> f64 {
    let effects = &model.treatment;
    let log = |ratio: Option<f64>| ratio.map_or(f64::from(0), f64::ln);
    let chemotherapy = treatment.chemotherapy.and(effects.chemotherapy_harm_ratio);
    let heart = treatment.radiotherapy.map_or(f64::from(0), |dose| {
        float(dose) * log(effects.heart_harm_ratio)
    });
    log(chemotherapy) + heart
}

/// What treatment does to death from breast cancer in that year.
fn effect(model: &Predict, treatment: Treatment, year: usize) -> f64 {
    let effects = &model.treatment;
    let given = |holds: bool, effect: f64| if holds { effect } else { f64::from(0) };
    let radiotherapy = treatment.radiotherapy.and(effects.radiotherapy_ratio);
    let late = year >= effects.extended_from_year;
    let extended = treatment.hormone == Some(Hormone::Extended) && late;
    let chemotherapy = match treatment.chemotherapy {
        Some(Generation::Second) => effects.chemotherapy.0,
        Some(Generation::Third) => effects.chemotherapy.1,
        None => f64::from(0),
    };
    radiotherapy.map_or(f64::from(0), f64::ln)
        + given(treatment.hormone.is_some(), effects.hormone)
        + given(extended, effects.hormone_extended)
        + chemotherapy
        + given(treatment.her2, effects.her2)
        + given(treatment.bisphosphonate, effects.bisphosphonate)
}
