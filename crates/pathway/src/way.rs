//! The map of the way through care: which step somebody has reached, by the pages of the map. It lists no treatment.

use crate::therapy::Situation;
use her2_case::{PathwayBeside, PathwayStep, Question, StepStanding, Term, TermSet};
use her2_knowledge::way_pages;
use her2_pages::{Asked, Finding};
use std::fmt;

/// Where somebody stands on the way through care.
///
/// `Debug` shows no patient data.
#[derive(Clone)]
pub struct Way {
    step: Finding<PathwayStep>,
    beside: Finding<PathwayBeside>,
    standings: Vec<(PathwayStep, Finding<StepStanding>)>,
}

impl Way {
    /// The way of a situation.
    pub fn of(known: &Situation) -> Self {
        let pages = way_pages();
        let standing = |step: PathwayStep| {
            let mut asked = known.asked().to_vec();
            asked.insert(0, Asked::term(step, None));
            (step, pages.standing.decide(&asked))
        };
        Self {
            step: pages.step.decide(known.asked()),
            beside: pages.beside.decide(known.asked()),
            standings: PathwayStep::ALL.iter().copied().map(standing).collect(),
        }
    }

    /// The step that has been reached, or those it could be, with its row.
    pub fn step(&self) -> &Finding<PathwayStep> {
        &self.step
    }

    /// What stands beside it, with its row. It is told only where a setting is known.
    pub fn beside(&self) -> &Finding<PathwayBeside> {
        &self.beside
    }

    /// Whether metastases in the brain are known to stand beside the step.
    pub fn with_brain(&self) -> bool {
        self.beside.is(PathwayBeside::Brain)
    }

    /// How a step stands to the result and the setting, with its row.
    pub fn standing(&self, step: PathwayStep) -> &Finding<StepStanding> {
        &self.standings[step.index()].1
    }

    /// How a step stands, if it is closed to this result or this setting whatever is still unknown; nothing while it may lie on the way.
    pub fn closed(&self, step: PathwayStep) -> TermSet<StepStanding> {
        let standings = self.standing(step).answers();
        if standings.contains(StepStanding::Open) {
            return TermSet::EMPTY;
        }
        standings
    }

    /// The questions that would tell which step has been reached; none if that is known.
    pub fn asks(&self) -> Vec<Question> {
        self.step.asks().iter().collect()
    }
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Way({} steps)", self.standings.len())
    }
}
