//! Points for the stages before and after systemic therapy, the receptor and the grade.

use super::Refusal;
use super::refusal::unless;
use her2_case::{Decimal, Grade, StageGroup};
use her2_knowledge::prognosis::{self, Score, StagePoints};

/// By what the grade is judged.
#[derive(Clone, Copy)]
pub enum NuclearPoint {
    /// The grade of the nuclei.
    Nuclear(Grade),
    /// The Nottingham total, where that grade is not known.
    NottinghamTotal(Decimal),
}

/// What the score takes. Both stages are anatomic groups, never prognostic stages.
#[derive(Clone, Copy)]
pub struct CpsEgInputs {
    /// The clinical group before systemic therapy.
    pub before: StageGroup,
    /// The pathological group after it.
    pub after: StageGroup,
    /// Whether the oestrogen receptor is positive.
    pub er_positive: bool,
    /// The grade.
    pub grade: NuclearPoint,
}

/// A value of the score. Only [`cps_eg`] makes one.
#[derive(Clone, Copy)]
pub struct CpsEg {
    points: u32,
    before: &'static StagePoints,
    after: &'static StagePoints,
}

impl CpsEg {
    /// The points.
    pub fn points(self) -> u32 {
        self.points
    }

    /// The rows of the two stages on the page.
    pub fn rows(self) -> [&'static StagePoints; 2] {
        [self.before, self.after]
    }

    /// The page.
    pub fn score() -> &'static Score {
        &prognosis::cps_eg().score
    }
}

/// `Debug` shows nothing of the points: they are patient data.
impl std::fmt::Debug for CpsEg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CpsEg")
    }
}

/// The sum of the points.
///
/// # Errors
///
/// A stage for which the score is not made.
pub fn cps_eg(inputs: CpsEgInputs) -> Result<CpsEg, Vec<Refusal>> {
    let page = prognosis::cps_eg();
    let row = |stage| {
        let mut rows = page.stages.iter();
        rows.find(|row| row.stage == stage)
            .expect("every stage has a row")
    };
    let (before, after) = (row(inputs.before), row(inputs.after));
    let (Some(clinical), Some(pathological)) = (before.before, after.after) else {
        return Err(vec![Refusal::Stage]);
    };
    if let NuclearPoint::NottinghamTotal(total) = inputs.grade {
        unless(&[(total > page.nottingham_total, Refusal::Grade)])?;
    }
    let high = match inputs.grade {
        NuclearPoint::Nuclear(grade) => grade == Grade::Three,
        NuclearPoint::NottinghamTotal(total) => total == page.nottingham_total,
    };
    let of = |holds: bool, points: u32| if holds { points } else { 0 };
    let points = clinical
        + pathological
        + of(!inputs.er_positive, page.receptor_negative)
        + of(high, page.grade_three);
    Ok(CpsEg {
        points,
        before,
        after,
    })
}
