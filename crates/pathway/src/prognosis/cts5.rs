//! The score of late recurrence.

use super::Refusal;
use super::exact::Exact;
use super::npi::{class, grade_number, points};
use super::refusal::unless;
use her2_case::{Decimal, Grade};
use her2_knowledge::prognosis::{self, Band, Score};

/// What the score takes.
#[derive(Clone, Copy)]
pub struct Cts5Inputs {
    /// The largest invasive extent in millimetres.
    pub size: Decimal,
    /// The grade.
    pub grade: Grade,
    /// Nodes with cancer.
    pub nodes: u32,
    /// Age in years when endocrine therapy began.
    pub age: Decimal,
}

/// A value of the score. Only [`cts5`] makes one.
#[derive(Clone, Copy, Debug)]
pub struct Cts5 {
    value: Exact,
    class: &'static Band<&'static str>,
}

impl Cts5 {
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
        &prognosis::cts5().score
    }
}

/// The score: points for nodes, and size, its square, grade and age together. Beyond a bound the size counts no further.
///
/// # Errors
///
/// A size or an age outside of what the page takes.
pub fn cts5(inputs: Cts5Inputs) -> Result<Cts5, Vec<Refusal>> {
    let page = prognosis::cts5();
    let outside = |value: Decimal, range: (Decimal, Decimal)| value < range.0 || value > range.1;
    unless(&[
        (outside(inputs.size, page.sizes), Refusal::Size),
        (outside(inputs.age, page.ages), Refusal::Age),
    ])?;
    let size = inputs.size.min(page.largest_size);
    let grade = Decimal::whole(grade_number(inputs.grade));
    let clinical = page.clinical_weight;
    let part = |factors: &[Decimal]| {
        let mut all = vec![clinical];
        all.extend(factors);
        Exact::product(&all)
    };
    let nodes = Decimal::whole(points(page.nodes, inputs.nodes));
    let value = Exact::product(&[page.nodes_weight, nodes])
        + part(&[page.size_weight, size])
        + part(&[page.grade_weight, grade])
        + part(&[page.age_weight, inputs.age])
        - part(&[page.size_squared_less, size, size]);
    let class = class(page.classes, |bound| value.compare(bound));
    Ok(Cts5 { value, class })
}
