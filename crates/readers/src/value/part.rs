//! What a value says, part by part.

use her2_case::{Amount, Assay, Decimal, Her2Category, Her2Word, IshGroup, ScoreReading};
use std::ops::Range;

/// One thing that a value says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Said {
    /// A score of immunohistochemistry.
    Score(ScoreReading),
    /// A signed word.
    Word(Her2Word),
    /// Positive in few cells, of a receptor.
    LowPositive,
    /// A therapy-oriented word.
    Category(Her2Category),
    /// Percent.
    Percent(Amount),
    /// The ratio of HER2 to CEP17.
    Ratio(Amount),
    /// Mean HER2 signals per cell.
    Copies(Amount),
    /// Mean CEP17 signals per cell.
    Cep17(Amount),
    /// Total HER2 signals.
    TotalHer2(Decimal),
    /// Total CEP17 signals.
    TotalCep17(Decimal),
    /// Cells counted.
    Cells(u32),
    /// A dual-probe group.
    Group(IshGroup),
    /// An Allred total.
    Allred(u32),
    /// An H-score.
    HScore(u32),
    /// A length in millimetres.
    Millimetres(Amount),
    /// How strong the staining is, 1 to 3.
    Intensity(u8),
    /// `+`, `++` or `+++` by itself.
    Plus(u8),
    /// A number of which the text does not say what it is.
    Number(Amount),
}

/// Of what a part is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Of the specimen.
    Here,
    /// Of another laboratory's or an earlier specimen.
    Outside,
    /// Of a part of the tumour.
    Focal,
    /// Of the in situ component.
    InSitu,
}

/// A part of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    /// What it says.
    pub(crate) said: Said,
    /// Of which test, where the text says so.
    pub(crate) assay: Option<Assay>,
    /// Of what.
    pub(crate) beside: Beside,
    /// Where it stands in the text.
    pub(crate) range: Range<usize>,
}

impl Part {
    /// Whether it is a result by itself.
    pub(crate) fn is_here(&self) -> bool {
        self.beside == Beside::Here
    }
}
