//! The index of what is left after systemic therapy.

use super::Refusal;
use super::npi::class;
use super::predict::float;
use super::refusal::unless;
use her2_case::Decimal;
use her2_knowledge::prognosis::{self, Band, Score};

/// What the index takes.
#[derive(Clone, Copy)]
pub struct RcbInputs {
    /// The largest dimension of the bed of the tumour in millimetres.
    pub length: Decimal,
    /// The dimension across it in millimetres.
    pub width: Decimal,
    /// Percent of the bed that is cancer, in situ included.
    pub cellularity: Decimal,
    /// Percent of that cancer that is in situ.
    pub in_situ: Decimal,
    /// Nodes with cancer.
    pub nodes: u32,
    /// The largest metastasis in a node in millimetres.
    pub node_size: Decimal,
}

/// A value of the index. Only [`rcb`] makes one.
#[derive(Clone, Copy)]
pub struct Rcb {
    value: f64,
    class: &'static Band<&'static str>,
}

impl Rcb {
    /// The value, unrounded.
    pub fn value(self) -> f64 {
        self.value
    }

    /// The class.
    pub fn class(self) -> &'static str {
        self.class.gives
    }

    /// The row of the classes on the page.
    pub fn row(self) -> &'static Band<&'static str> {
        self.class
    }

    /// The page.
    pub fn score() -> &'static Score {
        &prognosis::rcb().score
    }
}

/// `Debug` shows nothing of the number: it is patient data.
impl std::fmt::Debug for Rcb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rcb")
    }
}

/// The index: a term of the breast and a term of the nodes. A term whose base is nothing is nothing.
///
/// # Errors
///
/// Measurements that contradict each other: the formula would leave a part out in silence.
pub fn rcb(inputs: RcbInputs) -> Result<Rcb, Vec<Refusal>> {
    let none = |value: Decimal| value == Decimal::ZERO;
    let hundred = Decimal::whole(100);
    let no_bed = none(inputs.length) && none(inputs.width);
    unless(&[
        (
            inputs.cellularity > hundred || inputs.in_situ > hundred,
            Refusal::Percent,
        ),
        (
            (inputs.nodes > 0) == none(inputs.node_size),
            Refusal::NodesWithoutSize,
        ),
        (
            none(inputs.length) != none(inputs.width),
            Refusal::BedWithoutWidth,
        ),
        (
            no_bed && !none(inputs.cellularity),
            Refusal::CancerWithoutBed,
        ),
    ])?;
    let page = prognosis::rcb();
    let percent = |value: Decimal| float(value) / f64::from(100);
    let invasive = (f64::from(1) - percent(inputs.in_situ)) * percent(inputs.cellularity);
    let extent = (float(inputs.length) * float(inputs.width)).sqrt();
    let left = f64::from(1) - page.nodal_base.powf(f64::from(inputs.nodes));
    let nodal = page.nodal_factor * left * float(inputs.node_size);
    let term = |base: f64| {
        if base > f64::from(0) {
            base.powf(page.exponent)
        } else {
            f64::from(0)
        }
    };
    let value = page.primary_factor * term(invasive * extent) + term(nodal);
    let class = class(page.classes, |bound| value.total_cmp(&float(bound)));
    Ok(Rcb { value, class })
}
