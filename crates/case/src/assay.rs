//! HER2 test results as laboratories state them.

use crate::term::terms;
use crate::{Amount, Decimal, Fact, Origin, Span};

terms! {
    /// What was measured.
    Assay answers Assay {
        /// Protein, by immunohistochemistry.
        Ihc = "ihc",
        /// Gene copies, by in situ hybridisation (FISH, CISH, SISH, dual ISH).
        Ish = "ish",
        /// RNA by RT-PCR, as in a multigene score. Never a HER2 status by the guideline.
        Rtpcr = "rtpcr",
        /// The report does not say.
        Unspecified = "unspecified",
    }
}

terms! {
    /// The kind of in situ hybridisation.
    Probe answers Probe {
        /// HER2 and chromosome 17 centromere.
        Dual = "dual",
        /// HER2 alone.
        Single = "single",
    }
}

terms! {
    /// An immunohistochemical score.
    IhcScore answers IhcScore {
        /// Score 0.
        Zero = "0",
        /// Score 1+.
        One = "1+",
        /// Score 2+.
        Two = "2+",
        /// Score 3+.
        Three = "3+",
    }
}

/// A score as printed: one score, or a range whose ends differ (`0/1+`, `1+/2+`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreReading {
    /// The lower end.
    pub low: IhcScore,
    /// The upper end; equal to `low` for a single score.
    pub high: IhcScore,
    /// Whether a zero was printed as `0+`.
    pub zero_plus: bool,
}

impl ScoreReading {
    /// A single score.
    pub fn single(score: IhcScore) -> Self {
        Self {
            low: score,
            high: score,
            zero_plus: false,
        }
    }

    /// The score, if it is one and not a range.
    pub fn exact(self) -> Option<IhcScore> {
        (self.low == self.high).then_some(self.low)
    }
}

impl std::fmt::Display for ScoreReading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use crate::Term;
        match self.exact() {
            Some(IhcScore::Zero) if self.zero_plus => f.write_str("0+"),
            Some(score) => f.write_str(score.name()),
            None => write!(f, "{}/{}", self.low.name(), self.high.name()),
        }
    }
}

terms! {
    /// The membrane staining a report describes.
    Stain answers Stain {
        /// No staining.
        None = "none",
        /// Faint or barely perceptible, incomplete.
        FaintIncomplete = "faint_incomplete",
        /// Weak to moderate, complete.
        WeakModerateComplete = "weak_moderate_complete",
        /// Moderate to intense, incomplete.
        ModerateIntenseIncomplete = "moderate_intense_incomplete",
        /// Intense, complete.
        IntenseComplete = "intense_complete",
    }
}

terms! {
    /// A dual-probe group of the 2018 guideline.
    IshGroup answers IshGroup {
        /// Group 1.
        One = "1",
        /// Group 2.
        Two = "2",
        /// Group 3.
        Three = "3",
        /// Group 4.
        Four = "4",
        /// Group 5.
        Five = "5",
    }
}

terms! {
    /// The word with which a laboratory signs a HER2 result.
    Her2Word answers Her2Word {
        /// Positive.
        Positive = "positive",
        /// Negative.
        Negative = "negative",
        /// Equivocal or borderline.
        Equivocal = "equivocal",
        /// Amplified.
        Amplified = "amplified",
        /// Not amplified.
        NotAmplified = "not_amplified",
        /// Overexpressed.
        Overexpressed = "overexpressed",
        /// Not overexpressed.
        NotOverexpressed = "not_overexpressed",
        /// Weakly positive, an older word for 2+.
        WeaklyPositive = "weakly_positive",
        /// The test gave no usable result.
        Indeterminate = "indeterminate",
        /// Ordered, without a result yet.
        Pending = "pending",
        /// Said not to have been done.
        NotPerformed = "not_performed",
    }
}

/// Whether a result is of the specimen reported on, or of an earlier or outside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Of this report's specimen.
    Current,
    /// Of an earlier biopsy, an outside report, or one that is referred to.
    Prior,
}

/// One HER2 result as a report asserts it.
#[derive(Clone, Debug)]
pub struct Her2Result {
    /// What was measured.
    pub assay: Assay,
    /// One probe or two, for ISH.
    pub probe: Option<Probe>,
    /// IHC score.
    pub score: Option<Fact<ScoreReading>>,
    /// Percent of invasive cells stained.
    pub percent: Option<Fact<Amount>>,
    /// Described staining.
    pub stain: Option<Fact<Stain>>,
    /// HER2/CEP17 ratio.
    pub ratio: Option<Fact<Amount>>,
    /// Mean HER2 signals per cell.
    pub her2_copies: Option<Fact<Amount>>,
    /// Mean CEP17 signals per cell.
    pub cep17_copies: Option<Fact<Amount>>,
    /// Total HER2 signals.
    pub her2_total: Option<Fact<Decimal>>,
    /// Total CEP17 signals.
    pub cep17_total: Option<Fact<Decimal>>,
    /// Cells counted.
    pub cells: Option<Fact<u32>>,
    /// Observers.
    pub observers: Option<Fact<u32>>,
    /// Group as the report states it.
    pub group: Option<Fact<IshGroup>>,
    /// The signed word.
    pub word: Option<Fact<Her2Word>>,
    /// Therapy-oriented words: `HER2-low`, `ultralow`, `null`.
    pub claimed_category: Option<Fact<crate::Her2Category>>,
    /// Of this specimen or an earlier one.
    pub context: Context,
    /// Whether a later addendum or amendment of the same report replaces it.
    pub superseded: bool,
    /// Whether it is only implied (`triple negative`) and not a result of a named test.
    pub implied: bool,
    /// The tumour the report names for it, as a range of the text (`mass #3`, `satellite #1`).
    pub tumor: Option<Span>,
    /// The exact words that say it.
    pub origin: Origin,
}

impl Her2Result {
    /// A result that says nothing yet.
    pub fn empty(assay: Assay, origin: Origin) -> Self {
        Self {
            assay,
            probe: None,
            score: None,
            percent: None,
            stain: None,
            ratio: None,
            her2_copies: None,
            cep17_copies: None,
            her2_total: None,
            cep17_total: None,
            cells: None,
            observers: None,
            group: None,
            word: None,
            claimed_category: None,
            context: Context::Current,
            superseded: false,
            implied: false,
            tumor: None,
            origin,
        }
    }
}
