//! Prognostic scores: coefficients, points, classes, limits and sources, compiled from the pages of `prognosis/`.
//!
//! Coefficients of hazards are floats, here and in the formulas that use them. Whatever is compared with a bound is an exact decimal.

use her2_case::{Decimal, Mark, StageGroup};
use her2_pages::Citation;
use jiff::civil::Date;
use std::cmp::Ordering;

/// What every page of a score says.
#[derive(Debug)]
pub struct Score {
    /// The id: the name of the file. The page is `prognosis/<id>`.
    pub id: &'static str,
    /// The page.
    pub page: &'static str,
    /// The name under which the score is known.
    pub name: &'static str,
    /// Its version, or the year of its publication.
    pub version: &'static str,
    /// Where it comes from.
    pub cite: Citation,
    /// How sure this project is of the formula.
    pub mark: Mark,
    /// When somebody last compared the page with its source.
    pub checked: Date,
    /// The licence of its numbers, where they have one.
    pub licence: Option<&'static str>,
    /// For whom it is not made, and what it does not know.
    pub limits: &'static [Limit],
}

/// Something a score does not cover.
#[derive(Debug)]
pub struct Limit {
    /// What.
    pub text: &'static str,
    /// How sure this project is.
    pub mark: Mark,
}

/// A bound of a band.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// The number.
    pub at: Decimal,
    /// Whether the number itself is within.
    pub inclusive: bool,
}

/// The numbers between two bounds, and what they give. The bands of a table hold every number once.
#[derive(Debug)]
pub struct Band<T> {
    /// From here.
    pub low: Option<Bound>,
    /// To here.
    pub high: Option<Bound>,
    /// What it gives.
    pub gives: T,
    /// Its line on the page.
    pub line: u32,
}

impl<T> Band<T> {
    /// Whether a number is within, told by how it compares with a bound.
    pub fn holds(&self, compare: impl Fn(Decimal) -> Ordering) -> bool {
        let above = |bound: Bound| match compare(bound.at) {
            Ordering::Greater => true,
            Ordering::Equal => bound.inclusive,
            Ordering::Less => false,
        };
        let below = |bound: Bound| match compare(bound.at) {
            Ordering::Less => true,
            Ordering::Equal => bound.inclusive,
            Ordering::Greater => false,
        };
        self.low.is_none_or(above) && self.high.is_none_or(below)
    }
}

/// From the first to the second, both included.
pub type Range = (Decimal, Decimal);

/// What goes into a row of an index or a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// The number one.
    One,
    /// Age in years.
    Age,
    /// Size in millimetres.
    Size,
    /// Nodes with cancer.
    Nodes,
    /// Grade.
    Grade,
    /// One for grade 2 or 3, else nothing.
    GradeTwoOrThree,
    /// One if found by screening, nothing if by symptoms.
    Screen,
    /// The calendar year, which the score fixes.
    Calendar,
    /// Years since surgery.
    Year,
}

/// What is done with the shifted and scaled variable `v`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// `v` to this power.
    Power(f64),
    /// `v` to this power, times its logarithm.
    PowerLog(f64),
    /// One less the exponential of `-v`.
    Saturating,
}

/// A row of an index or a baseline: `coefficient * (form((variable - less) / per) - centre)`.
#[derive(Debug)]
pub struct Summand {
    /// The variable.
    pub of: Variable,
    /// What is subtracted from it.
    pub less: f64,
    /// What that is divided by.
    pub per: f64,
    /// The form.
    pub form: Form,
    /// The coefficient.
    pub coefficient: f64,
    /// What is subtracted from the form.
    pub centre: f64,
}

/// The breast cancer hazard for one state of the oestrogen receptor.
#[derive(Debug)]
pub struct BreastHazard {
    /// The index.
    pub index: &'static [Summand],
    /// The logarithm of the cumulative baseline.
    pub baseline: &'static [Summand],
    /// What high and low Ki-67 add.
    pub ki67: (f64, f64),
    /// What a positive and a negative progesterone receptor add.
    pub pr: (f64, f64),
    /// What positive HER2 adds in each year.
    pub her2_positive: [f64; 15],
    /// What negative HER2 adds in each year.
    pub her2_negative: [f64; 15],
    /// A correction of the baseline.
    pub correction: f64,
}

/// The hazard of other causes.
#[derive(Debug)]
pub struct OtherHazard {
    /// The index.
    pub index: &'static [Summand],
    /// The logarithm of the cumulative baseline.
    pub baseline: &'static [Summand],
    /// A correction of the baseline.
    pub correction: f64,
    /// The relative hazard of a smoker and of everybody, if smoking counts.
    pub smoking: Option<(f64, f64)>,
}

/// What treatment does to the breast cancer hazard: logarithms of hazard ratios, and ratios where so named.
#[derive(Debug)]
pub struct TreatmentEffects {
    /// The hazard ratio of radiation therapy, if it counts.
    pub radiotherapy_ratio: Option<f64>,
    /// Hormone therapy.
    pub hormone: f64,
    /// What extended hormone therapy adds.
    pub hormone_extended: f64,
    /// From this year on.
    pub extended_from_year: usize,
    /// Chemotherapy of the second and of the third generation.
    pub chemotherapy: (f64, f64),
    /// A medicine against HER2.
    pub her2: f64,
    /// A bisphosphonate.
    pub bisphosphonate: f64,
    /// The ratio by which chemotherapy raises the hazard of other causes, if it counts.
    pub chemotherapy_harm_ratio: Option<f64>,
    /// The ratio by which each gray to the heart raises it, if it counts.
    pub heart_harm_ratio: Option<f64>,
}

/// A version of the survival model.
#[derive(Debug)]
pub struct Predict {
    /// What the page says.
    pub score: Score,
    /// Ages for which it is given.
    pub ages: Range,
    /// Sizes in millimetres for which it is given.
    pub sizes: Range,
    /// Numbers of nodes for which it is given.
    pub nodes: Range,
    /// The calendar year at which the model stands; 0 where it knows none.
    pub calendar_year: u32,
    /// Stands in for an unknown way of detection.
    pub unknown_screen: f64,
    /// Stands in for an unknown grade.
    pub unknown_grade: f64,
    /// As how many nodes a single one with a micrometastasis alone counts.
    pub micrometastasis_nodes: f64,
    /// Ki-67 above this is high.
    pub ki67_above: Decimal,
    /// Breast cancer with a positive oestrogen receptor.
    pub oestrogen_positive: BreastHazard,
    /// Breast cancer with a negative one.
    pub oestrogen_negative: BreastHazard,
    /// Other causes.
    pub other: OtherHazard,
    /// What treatment does.
    pub treatment: TreatmentEffects,
}

impl Predict {
    /// Whether the progesterone receptor counts.
    pub fn knows_progesterone(&self) -> bool {
        let adds = |of: &BreastHazard| of.pr != (0.0, 0.0);
        adds(&self.oestrogen_positive) || adds(&self.oestrogen_negative)
    }
}

/// An index of size, grade and nodes.
#[derive(Debug)]
pub struct Npi {
    /// What the page says.
    pub score: Score,
    /// What a centimetre counts.
    pub size_per_cm: Decimal,
    /// Sizes in millimetres for which it is given.
    pub sizes: Range,
    /// Points for nodes.
    pub nodes: &'static [Band<u32>],
    /// The classes.
    pub classes: &'static [Band<&'static str>],
}

/// A score of late recurrence.
#[derive(Debug)]
pub struct Cts5 {
    /// What the page says.
    pub score: Score,
    /// What a point for nodes counts.
    pub nodes_weight: Decimal,
    /// What the rest counts together.
    pub clinical_weight: Decimal,
    /// What a millimetre counts.
    pub size_weight: Decimal,
    /// What a square millimetre takes off.
    pub size_squared_less: Decimal,
    /// What a step of grade counts.
    pub grade_weight: Decimal,
    /// What a year of age counts.
    pub age_weight: Decimal,
    /// The size counts up to here.
    pub largest_size: Decimal,
    /// Years of endocrine therapy after which it is given.
    pub endocrine_years: Decimal,
    /// Sizes in millimetres for which it is given.
    pub sizes: Range,
    /// Ages for which it is given.
    pub ages: Range,
    /// Points for nodes.
    pub nodes: &'static [Band<u32>],
    /// The classes.
    pub classes: &'static [Band<&'static str>],
}

/// An index of what is left after systemic therapy.
#[derive(Debug)]
pub struct Rcb {
    /// What the page says.
    pub score: Score,
    /// The factor of the term of the breast.
    pub primary_factor: f64,
    /// The power of both terms.
    pub exponent: f64,
    /// The factor of the term of the nodes.
    pub nodal_factor: f64,
    /// The number whose powers the nodes are.
    pub nodal_base: f64,
    /// The classes.
    pub classes: &'static [Band<&'static str>],
}

/// Points for an anatomic stage before and after systemic therapy; absent where the score is not made for it.
#[derive(Debug)]
pub struct StagePoints {
    /// The stage.
    pub stage: StageGroup,
    /// Before.
    pub before: Option<u32>,
    /// After.
    pub after: Option<u32>,
    /// The line on the page.
    pub line: u32,
}

/// Points for stages before and after systemic therapy, receptor and grade.
#[derive(Debug)]
pub struct CpsEg {
    /// What the page says.
    pub score: Score,
    /// For a negative oestrogen receptor.
    pub receptor_negative: u32,
    /// For nuclear grade 3.
    pub grade_three: u32,
    /// The Nottingham total that gives the point of the grade where the nuclear grade is not known.
    pub nottingham_total: Decimal,
    /// For stages, one row for each.
    pub stages: &'static [StagePoints],
}

/// The versions of the survival model, the newest first.
pub fn predict() -> &'static [Predict] {
    statics::PREDICT
}

/// The index of size, grade and nodes.
pub fn npi() -> &'static Npi {
    &statics::NPI
}

/// The score of late recurrence.
pub fn cts5() -> &'static Cts5 {
    &statics::CTS5
}

/// The index of what is left after systemic therapy.
pub fn rcb() -> &'static Rcb {
    &statics::RCB
}

/// The points for stages, receptor and grade.
pub fn cps_eg() -> &'static CpsEg {
    &statics::CPS_EG
}

/// Every score there is a page of.
pub fn scores() -> impl Iterator<Item = &'static Score> {
    let small = [&npi().score, &cts5().score, &rcb().score, &cps_eg().score];
    let models = predict().iter().map(|predict| &predict.score);
    models.chain(small)
}

#[rustfmt::skip]
mod statics {
    #[allow(clippy::wildcard_imports)]
    use super::*;
    use jiff::civil::date;

    include!(concat!(env!("OUT_DIR"), "/prognosis.rs"));
}
