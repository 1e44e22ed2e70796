//! The index of size, grade and nodes.

use super::Refusal;
use super::exact::Exact;
use super::refusal::unless;
use her2_case::{Decimal, Grade, Term};
use her2_knowledge::prognosis::{self, Band, Score};

/// What the index takes.
#[derive(Clone, Copy)]
pub struct NpiInputs {
    /// The largest invasive extent in millimetres.
    pub size: Decimal,
    /// The grade.
    pub grade: Grade,
    /// Nodes with cancer.
    pub nodes: u32,
}

/// A value of the index. Only [`npi`] makes one.
#[derive(Clone, Copy, Debug)]
pub struct Npi {
    value: Exact,
    class: &'static Band<&'static str>,
}

impl Npi {
    /// The value, unrounded.
    pub fn value(self) -> Exact {
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
        &prognosis::npi().score
    }
}

/// The index: a share of the size in centimetres, the grade, and points for nodes.
///
/// # Errors
///
/// A size outside of what the page takes; most often it has another unit.
pub fn npi(inputs: NpiInputs) -> Result<Npi, Vec<Refusal>> {
    let page = prognosis::npi();
    let (least, most) = page.sizes;
    let fits = least <= inputs.size && inputs.size <= most;
    unless(&[(!fits, Refusal::Size)])?;
    let points = points(page.nodes, inputs.nodes);
    let size = Exact::product(&[page.size_per_cm, inputs.size]).tenth();
    let value = size + whole(grade_number(inputs.grade)) + whole(points);
    let class = class(page.classes, |bound| value.compare(bound));
    Ok(Npi { value, class })
}

/// A whole number.
pub(super) fn whole(number: u32) -> Exact {
    Exact::product(&[Decimal::whole(number)])
}

/// 1, 2 or 3.
pub(super) fn grade_number(grade: Grade) -> u32 {
    u32::try_from(grade.index()).expect("three grades") + 1
}

/// The points for that many nodes.
pub(super) fn points(bands: &'static [Band<u32>], nodes: u32) -> u32 {
    let count = Decimal::whole(nodes);
    let mut bands = bands.iter();
    let held = bands.find(|band| band.holds(|bound| count.cmp(&bound)));
    held.expect("the bands of a page hold every number").gives
}

/// The class of a number.
pub(super) fn class(
    bands: &'static [Band<&'static str>],
    compare: impl Fn(Decimal) -> std::cmp::Ordering,
) -> &'static Band<&'static str> {
    let held = bands.iter().find(|band| band.holds(&compare));
    held.expect("the bands of a page hold every number")
}
