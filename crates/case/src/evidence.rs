//! The HER2 evidence of one specimen, brought together for a decision.

use crate::{Amount, Decimal, Fact, Her2Word, IshGroup, Probe, ScoreReading, Site, Stain};

/// Everything on file about HER2 for one specimen. What is absent is absent, never negative.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    /// Whether invasive cancer was tested; absent means that nothing says otherwise.
    pub invasive: Option<Fact<bool>>,
    /// The organ; absent means breast.
    pub site: Option<Fact<Site>>,
    /// Immunohistochemistry.
    pub ihc: Option<IhcEvidence>,
    /// In situ hybridisation.
    pub ish: Option<IshEvidence>,
    /// The blinded recount.
    pub recount: Option<RecountEvidence>,
    /// The group the laboratory settled on after two counts differed.
    pub adjudicated_group: Option<Fact<IshGroup>>,
}

/// Immunohistochemistry of one specimen.
#[derive(Clone, Copy, Debug, Default)]
pub struct IhcEvidence {
    /// The signed score.
    pub score: Option<Fact<ScoreReading>>,
    /// The described staining.
    pub stain: Option<Fact<Stain>>,
    /// Percent of invasive cells with that staining.
    pub percent: Option<Fact<Amount>>,
    /// The signed word.
    pub word: Option<Fact<Her2Word>>,
    /// Present if the test was declared invalid.
    pub rejected: Option<Fact<()>>,
}

/// In situ hybridisation of one specimen.
#[derive(Clone, Copy, Debug, Default)]
pub struct IshEvidence {
    /// One probe or two; absent means two if a ratio or CEP17 is given.
    pub probe: Option<Fact<Probe>>,
    /// Printed ratio.
    pub ratio: Option<Fact<Amount>>,
    /// Printed mean HER2 signals per cell.
    pub her2_copies: Option<Fact<Amount>>,
    /// Printed mean CEP17 signals per cell.
    pub cep17_copies: Option<Fact<Amount>>,
    /// Cells counted.
    pub cells: Option<Fact<u32>>,
    /// Total HER2 signals.
    pub her2_total: Option<Fact<Decimal>>,
    /// Total CEP17 signals.
    pub cep17_total: Option<Fact<Decimal>>,
    /// Cells in which HER2 was counted, if they differ from `cells`.
    pub her2_cells: Option<Fact<u32>>,
    /// Cells in which CEP17 was counted, if they differ from `cells`.
    pub cep17_cells: Option<Fact<u32>>,
    /// Observers.
    pub observers: Option<Fact<u32>>,
    /// Whether the IHC is of the same tissue sample; absent means yes.
    pub same_tissue_as_ihc: Option<Fact<bool>>,
    /// The signed word.
    pub word: Option<Fact<Her2Word>>,
    /// The group as signed.
    pub group: Option<Fact<IshGroup>>,
    /// Present if the test was declared invalid.
    pub rejected: Option<Fact<()>>,
}

/// A second observer's count.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecountEvidence {
    /// Ratio.
    pub ratio: Option<Fact<Amount>>,
    /// Mean HER2 signals per cell.
    pub her2_copies: Option<Fact<Amount>>,
    /// Cells counted.
    pub cells: Option<Fact<u32>>,
    /// Whether the observer did not know the first result.
    pub blinded: Option<Fact<bool>>,
    /// Whether it was somebody else.
    pub different_observer: Option<Fact<bool>>,
}
