//! The map of the way through care, and where its steps stand in the picture.

use crate::sentence::Sentence;
use her2_case::PathwayStep;

/// A part of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPart {
    /// Diagnosis, test and result.
    Trunk,
    /// Early disease.
    Early,
    /// Metastatic disease.
    Metastatic,
}

impl MapPart {
    /// Every part, in the order in which they are read.
    pub const ALL: [Self; 3] = [Self::Trunk, Self::Early, Self::Metastatic];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trunk => "trunk",
            Self::Early => "early",
            Self::Metastatic => "metastatic",
        }
    }
}

/// How a step is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapState {
    /// Somebody stands here.
    Here,
    /// Somebody may stand here; what would tell is not known.
    Perhaps,
    /// It may lie on the way.
    Open,
    /// It does not, or nothing against HER2 is listed there.
    Muted,
}

impl MapState {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Perhaps => "perhaps-here",
            Self::Open => "open",
            Self::Muted => "muted",
        }
    }
}

/// A step of the map.
#[derive(Clone)]
pub struct MapStep {
    /// Which one.
    pub step: PathwayStep,
    /// Its name in words.
    pub label: String,
    /// How it is drawn.
    pub state: MapState,
}

/// The map of the way through care.
#[derive(Clone)]
pub struct Map {
    /// The name of the picture.
    pub title: Sentence,
    /// The same in words, for who does not see it.
    pub description: Sentence,
    /// Every step that is drawn, in reading order.
    pub steps: Vec<MapStep>,
    /// The names of the parts that have one.
    pub parts: Vec<(MapPart, String)>,
    /// Over the step somebody has reached: `you are here`.
    pub here: String,
    /// What the signs mean, of those that occur.
    pub legend: Vec<(MapState, String)>,
}

/// Where a step stands: the row from the top, and from where to where of twelve columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub row: usize,
    pub from: usize,
    pub to: usize,
}

/// The columns of the picture.
pub(crate) const COLUMNS: usize = 12;
/// The row of the names of the two branches.
pub(crate) const HEADINGS: usize = 3;
/// How many rows there are.
pub(crate) const ROWS: usize = 9;

/// In which part a step stands, and where; nothing for what is not drawn.
pub(crate) fn place(step: PathwayStep) -> Option<(MapPart, Cell)> {
    use PathwayStep as Step;
    let cell = |row, from, to| Cell { row, from, to };
    let trunk = |row, from, to| Some((MapPart::Trunk, cell(row, from, to)));
    let early = |row, from, to| Some((MapPart::Early, cell(row, from, to)));
    let metastatic = |row| Some((MapPart::Metastatic, cell(row, 6, COLUMNS)));
    match step {
        Step::Diagnosis => trunk(0, 0, COLUMNS),
        Step::Her2Test => trunk(1, 0, COLUMNS),
        Step::ResultPositive => trunk(2, 0, 4),
        Step::ResultLow => trunk(2, 4, 8),
        Step::ResultNull => trunk(2, 8, COLUMNS),
        Step::BeforeSurgery => early(4, 0, 6),
        Step::Surgery => early(5, 0, 6),
        Step::CompleteResponse => early(6, 0, 3),
        Step::ResidualDisease => early(6, 3, 6),
        Step::AfterSurgery => early(7, 0, 6),
        Step::FollowUp => early(8, 0, 6),
        Step::FirstLine => metastatic(4),
        Step::Maintenance => metastatic(5),
        Step::SecondLine => metastatic(6),
        Step::LaterLine => metastatic(7),
        Step::Brain => metastatic(8),
        Step::NotOnTheMap => None,
    }
}

/// Whether an arrow leads to the step from the row above it.
pub(crate) fn follows(step: PathwayStep) -> bool {
    !matches!(step, PathwayStep::Diagnosis | PathwayStep::Brain)
}

impl MapStep {
    /// The label as it is shown: with brackets where the step is muted, with a question mark where somebody may stand.
    pub(crate) fn shown(&self) -> String {
        match self.state {
            MapState::Muted => format!("({})", self.label),
            MapState::Perhaps => format!("{} ?", self.label),
            MapState::Here | MapState::Open => self.label.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use her2_case::Term;

    #[test]
    fn no_step_stands_on_another_and_all_of_them_in_the_picture() {
        let mut taken = Vec::new();
        for step in PathwayStep::ALL {
            let Some((_, cell)) = place(*step) else {
                continue;
            };
            assert!(cell.row < ROWS && cell.row != HEADINGS);
            for column in cell.from..cell.to {
                assert!(!taken.contains(&(cell.row, column)), "{step:?}");
                taken.push((cell.row, column));
            }
        }
        assert_eq!(taken.len(), (ROWS - 1) * COLUMNS, "no hole either");
    }
}
