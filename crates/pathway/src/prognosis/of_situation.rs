//! Every score for a situation: given, or what is missing, or why not.

use super::predict::{Generation, Hormone, Nodes, PredictInputs, Survival, Treatment, survival};
use super::reader::Reader;
use super::{
    CpsEg, CpsEgInputs, Cts5, Cts5Inputs, Npi, NpiInputs, NuclearPoint, Rcb, RcbInputs, Refusal,
    cps_eg, cts5, npi, rcb,
};
use crate::therapy::Situation;
use her2_case::{Decimal, Grade, Menopause, Question, Response, StageGroup};
use her2_knowledge::prognosis::{self, Predict, Score};

/// What became of a score. Only [`Prognosis::of`] makes one.
#[derive(Debug)]
pub struct Scored<R> {
    score: &'static Score,
    uses: Vec<Question>,
    assumes: Vec<Question>,
    would_add: Vec<Question>,
    outcome: Outcome<R>,
}

/// Given, not yet, or not at all.
#[derive(Debug)]
pub enum Outcome<R> {
    /// The score.
    Given(R),
    /// Not without answers to these.
    Asks(Vec<Question>),
    /// Not for this situation.
    Refused(Vec<Refusal>),
}

impl<R> Scored<R> {
    /// The page.
    pub fn score(&self) -> &'static Score {
        self.score
    }

    /// The questions whose answers were used.
    pub fn uses(&self) -> &[Question] {
        &self.uses
    }

    /// The questions without an answer, for which the score has a value of its own.
    pub fn assumes(&self) -> &[Question] {
        &self.assumes
    }

    /// The questions whose answers would add to what is told.
    pub fn would_add(&self) -> &[Question] {
        &self.would_add
    }

    /// What became of it.
    pub fn outcome(&self) -> &Outcome<R> {
        &self.outcome
    }

    /// The result, if there is one.
    pub fn given(&self) -> Option<&R> {
        match &self.outcome {
            Outcome::Given(result) => Some(result),
            _ => None,
        }
    }

    fn of(
        score: &'static Score,
        reader: Reader<'_>,
        compute: impl FnOnce() -> Option<Result<R, Vec<Refusal>>>,
    ) -> Self {
        let outcome = if !reader.against.is_empty() {
            Outcome::Refused(reader.against)
        } else if !reader.asks.is_empty() {
            Outcome::Asks(reader.asks)
        } else {
            match compute() {
                Some(Ok(result)) => Outcome::Given(result),
                Some(Err(refusals)) => Outcome::Refused(refusals),
                None => Outcome::Asks(Vec::new()),
            }
        };
        Self {
            score,
            uses: reader.uses,
            assumes: reader.assumes,
            would_add: Vec::new(),
            outcome,
        }
    }
}

/// What a step of treatment adds to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// Surgery alone.
    Surgery,
    /// Radiation therapy.
    Radiotherapy,
    /// Hormone therapy of five years.
    Hormone,
    /// Chemotherapy.
    Chemotherapy(Generation),
    /// The medicine against HER2 that the model knows.
    Her2,
    /// A bisphosphonate.
    Bisphosphonate,
    /// Hormone therapy for ten years in place of five.
    HormoneExtended,
}

impl Added {
    /// The name, for the words of a language and for JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Surgery => "surgery",
            Self::Radiotherapy => "radiotherapy",
            Self::Hormone => "hormone",
            Self::Chemotherapy(Generation::Second) => "chemotherapy-second",
            Self::Chemotherapy(Generation::Third) => "chemotherapy-third",
            Self::Her2 => "her2",
            Self::Bisphosphonate => "bisphosphonate",
            Self::HormoneExtended => "hormone-extended",
        }
    }

    /// Every name.
    pub const NAMES: [&'static str; 8] = [
        "surgery",
        "radiotherapy",
        "hormone",
        "chemotherapy-second",
        "chemotherapy-third",
        "her2",
        "bisphosphonate",
        "hormone-extended",
    ];
}

/// A step: what it adds, and survival with it and everything before it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Step {
    /// What it adds.
    pub added: Added,
    /// Survival.
    pub survival: Survival,
}

/// Treatments one on top of the other, once for each kind of chemotherapy that the model knows. The order is the model's own and no advice.
#[derive(Debug)]
#[non_exhaustive]
pub struct Stacks {
    /// For each kind of chemotherapy.
    pub stacks: [Vec<Step>; 2],
}

/// Every score for a situation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Prognosis {
    /// The survival model, each version, the newest first.
    pub predict: Vec<Scored<Stacks>>,
    /// The index of size, grade and nodes.
    pub npi: Scored<Npi>,
    /// The score of late recurrence.
    pub cts5: Scored<Cts5>,
    /// The index of residual disease.
    pub rcb: Scored<Rcb>,
    /// The points of stages, receptor and grade.
    pub cps_eg: Scored<CpsEg>,
}

impl Prognosis {
    /// Every score for what is known.
    pub fn of(known: &Situation) -> Self {
        Self {
            predict: prognosis::predict()
                .iter()
                .map(|model| of_predict(model, known))
                .collect(),
            npi: of_npi(known),
            cts5: of_cts5(known),
            rcb: of_rcb(known),
            cps_eg: of_cps_eg(known),
        }
    }
}

fn of_predict(model: &'static Predict, known: &Situation) -> Scored<Stacks> {
    let mut reader = Reader::of(known);
    reader.surgery_first(false);
    reader.woman();
    let (age, size) = (
        reader.number(Question::Age),
        reader.number(Question::TumourSize),
    );
    let nodes = reader.nodes();
    let micrometastasis = nodes.is_some_and(|nodes| reader.micrometastasis(nodes));
    let er = reader.oestrogen();
    let smokes = model.other.smoking.is_some();
    let smoker = if smokes {
        reader.yes(Question::Smoker)
    } else {
        Some(false)
    };
    let grade = reader.maybe_term();
    let detection = reader.maybe_term();
    let her2_positive = reader.maybe_her2();
    let ki67_high = reader.maybe_above(Question::Ki67, model.ki67_above);
    let pr_positive = if model.knows_progesterone() {
        reader.progesterone()
    } else {
        None
    };
    let menopause = reader.menopause();
    let radiates = model.treatment.radiotherapy_ratio.is_some();
    let heart = known_heart_dose(known).filter(|_| radiates);
    let mut would_add = Vec::new();
    if radiates && heart.is_none() {
        would_add.push(Question::HeartDose);
    }
    if menopause.is_none() {
        would_add.push(Question::Menopause);
    }
    let compute = || {
        let inputs = PredictInputs {
            age: age?,
            size: size?,
            nodes: if micrometastasis {
                Nodes::Micrometastasis
            } else {
                Nodes::Count(nodes?)
            },
            er_positive: er?,
            grade,
            detection,
            her2_positive,
            ki67_high,
            pr_positive,
            smoker: smoker?,
        };
        let stack = |generation| stack(model, &inputs, heart, menopause, generation);
        let both =
            stack(Generation::Second).and_then(|second| Ok([second, stack(Generation::Third)?]));
        Some(both.map(|stacks| Stacks { stacks }))
    };
    let mut scored = Scored::of(&model.score, reader, compute);
    scored.would_add = would_add;
    scored
}

fn known_heart_dose(known: &Situation) -> Option<Decimal> {
    known.amount(Question::HeartDose)?.exact()
}

/// The steps, each on top of the one before, in the order of the model.
fn stack(
    model: &'static Predict,
    inputs: &PredictInputs,
    heart: Option<Decimal>,
    menopause: Option<Menopause>,
    generation: Generation,
) -> Result<Vec<Step>, Vec<Refusal>> {
    let mut treatment = Treatment::default();
    let mut steps = Vec::new();
    let mut step = |added, treatment| {
        let survival = survival(model, inputs, treatment)?;
        steps.push(Step { added, survival });
        Ok::<(), Vec<Refusal>>(())
    };
    step(Added::Surgery, treatment)?;
    if heart.is_some() {
        treatment.radiotherapy = heart;
        step(Added::Radiotherapy, treatment)?;
    }
    if inputs.er_positive {
        treatment.hormone = Some(Hormone::Standard);
        step(Added::Hormone, treatment)?;
    }
    treatment.chemotherapy = Some(generation);
    step(Added::Chemotherapy(generation), treatment)?;
    if inputs.her2_positive == Some(true) {
        treatment.her2 = true;
        step(Added::Her2, treatment)?;
    }
    if menopause == Some(Menopause::Post) {
        treatment.bisphosphonate = true;
        step(Added::Bisphosphonate, treatment)?;
    }
    if inputs.er_positive {
        treatment.hormone = Some(Hormone::Extended);
        step(Added::HormoneExtended, treatment)?;
    }
    Ok(steps)
}

fn of_npi(known: &Situation) -> Scored<Npi> {
    let mut reader = Reader::of(known);
    reader.surgery_first(true);
    let size = reader.number(Question::TumourSize);
    let grade = reader.term::<Grade>();
    let nodes = reader.nodes();
    Scored::of(Npi::score(), reader, || {
        let (size, grade, nodes) = (size?, grade?, nodes?);
        Some(npi(NpiInputs { size, grade, nodes }))
    })
}

fn of_cts5(known: &Situation) -> Scored<Cts5> {
    let mut reader = Reader::of(known);
    reader.surgery_first(true);
    reader.woman();
    let menopause = reader.term::<Menopause>();
    reader.against(menopause == Some(Menopause::Pre), Refusal::BeforeMenopause);
    let er = reader.oestrogen();
    reader.against(er == Some(false), Refusal::ReceptorNegative);
    let years = reader.number(Question::EndocrineYears);
    let enough = prognosis::cts5().endocrine_years;
    let short = years.is_some_and(|years| years < enough);
    reader.against(short, Refusal::EndocrineTooShort);
    if reader.needed_her2() == Some(true) {
        let chemotherapy = reader.yes(Question::HadEarlyChemotherapy);
        reader.against(chemotherapy == Some(true), Refusal::Her2WithChemotherapy);
    }
    let size = reader.number(Question::TumourSize);
    let grade = reader.term::<Grade>();
    let (nodes, age) = (reader.nodes(), reader.number(Question::Age));
    Scored::of(Cts5::score(), reader, || {
        let (size, grade) = (size?, grade?);
        let (nodes, age) = (nodes?, age?);
        Some(cts5(Cts5Inputs {
            size,
            grade,
            nodes,
            age,
        }))
    })
}

fn of_rcb(known: &Situation) -> Scored<Rcb> {
    let mut reader = Reader::of(known);
    reader.after_systemic_therapy();
    let measured = known.known(Question::ResidualCellularity).is_some()
        || known.known(Question::ResidualNodes).is_some();
    let gone = matches!(
        reader.response(),
        Some(Response::Complete | Response::DcisOnly)
    );
    let inputs = if gone && !measured {
        reader.used(Question::Response);
        Some(RcbInputs {
            length: Decimal::ZERO,
            width: Decimal::ZERO,
            cellularity: Decimal::ZERO,
            in_situ: Decimal::ZERO,
            nodes: 0,
            node_size: Decimal::ZERO,
        })
    } else {
        let length = reader.number(Question::ResidualBedLength);
        let width = reader.number(Question::ResidualBedWidth);
        let cellularity = reader.number(Question::ResidualCellularity);
        let in_situ = reader.number(Question::ResidualInSitu);
        let nodes = reader.count(Question::ResidualNodes);
        let node_size = match nodes {
            Some(0) if known.known(Question::ResidualNodeSize).is_none() => Some(Decimal::ZERO),
            _ => reader.number(Question::ResidualNodeSize),
        };
        (|| {
            Some(RcbInputs {
                length: length?,
                width: width?,
                cellularity: cellularity?,
                in_situ: in_situ?,
                nodes: nodes?,
                node_size: node_size?,
            })
        })()
    };
    Scored::of(Rcb::score(), reader, || inputs.map(rcb))
}

fn of_cps_eg(known: &Situation) -> Scored<CpsEg> {
    let mut reader = Reader::of(known);
    reader.after_systemic_therapy();
    let before = reader.term::<StageGroup>();
    let gone = matches!(
        reader.response(),
        Some(Response::Complete | Response::DcisOnly)
    );
    let stated = known.known(Question::StageGroupAfter).is_some();
    let after = if gone && !stated {
        reader.used(Question::Response);
        Some(StageGroup::Zero)
    } else {
        reader.term_of(Question::StageGroupAfter)
    };
    let er = reader.oestrogen();
    let nuclear = reader.only::<Grade>(Question::NuclearGrade);
    let total = known.amount(Question::NottinghamTotal);
    let grade = match (nuclear, total.and_then(|total| total.exact())) {
        (None, Some(total)) => {
            reader.used(Question::NottinghamTotal);
            Some(NuclearPoint::NottinghamTotal(total))
        }
        _ => reader
            .term_of(Question::NuclearGrade)
            .map(NuclearPoint::Nuclear),
    };
    Scored::of(CpsEg::score(), reader, || {
        let (before, after) = (before?, after?);
        let (er_positive, grade) = (er?, grade?);
        Some(cps_eg(CpsEgInputs {
            before,
            after,
            er_positive,
            grade,
        }))
    })
}
