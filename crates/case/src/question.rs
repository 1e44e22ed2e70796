//! The questions that may be asked. A page's columns are questions; a new topic for a page starts with a line here.

use crate::assay::{Assay, Her2Word, IhcScore, IshGroup, Probe, Stain};
use crate::finding_terms::{
    Action, Awaited, Comment, Flag, Her2Category, Her2Status, IhcResult, IshResult, RecountResult,
};
use crate::report_terms::{
    EditionStanding, Fires, Her2Source, ProbeForm, RatioArithmetic, ReceptorName, ReceptorWord,
    Remark, ScoreForm, SpecimensAgree,
};
use crate::testing_terms::{
    Handling, IshCall, IshNumbers, PatternScore, PositiveUnexpected, Retest, Scope,
    SecondPopulation, StainDetail, TestValidity, Unsettled, WordFits,
};
use crate::tumor::{Grade, Histology, Site};

/// What kind of answer a question has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of these names; the position is the term's index.
    Terms(&'static [&'static str]),
    /// An exact decimal in this unit. Never negative.
    Number {
        /// The unit as shown to people, for example `per cell`.
        unit: &'static str,
    },
}

macro_rules! questions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal: $kind:expr,)+) => {
        /// A question that a page may ask or answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Question { $($(#[$doc])* $variant,)+ }

        impl Question {
            /// Every question.
            pub const ALL: &'static [Question] = &[$(Question::$variant,)+];

            /// The name, as it stands in the header of a column.
            pub const fn name(self) -> &'static str {
                match self { $(Question::$variant => $name,)+ }
            }

            /// What answers it.
            pub const fn kind(self) -> Kind {
                match self { $(Question::$variant => $kind,)+ }
            }

            /// The question's Rust name, for code made from pages.
            pub const fn variant(self) -> &'static str {
                match self { $(Question::$variant => stringify!($variant),)+ }
            }
        }
    };
}

const fn number(unit: &'static str) -> Kind {
    Kind::Number { unit }
}
const YES_NO: Kind = Kind::Terms(&["no", "yes"]);

questions! {
    /// What was measured: protein, gene copies, RNA, or not said.
    Assay = "assay": Kind::Terms(Assay::NAMES),
    /// One probe or two.
    Probe = "probe": Kind::Terms(Probe::NAMES),
    /// The signed immunohistochemical score.
    IhcScore = "ihc-score": Kind::Terms(IhcScore::NAMES),
    /// What IHC contributes to the decision: not done, rejected, or a score.
    IhcResult = "ihc-result": Kind::Terms(IhcResult::NAMES),
    /// The described membrane staining.
    Stain = "stain": Kind::Terms(Stain::NAMES),
    /// The described membrane staining, or that none is described.
    StainDetail = "stain-detail": Kind::Terms(StainDetail::NAMES),
    /// The score that the described staining gives by itself.
    PatternScore = "pattern-score": Kind::Terms(PatternScore::NAMES),
    /// Percent of invasive cells with that staining.
    StainedPercent = "stained-percent": number("%"),
    /// Mean HER2 signals over mean CEP17 signals.
    Her2Cep17Ratio = "her2-cep17-ratio": number(""),
    /// Mean HER2 signals per cell.
    Her2Copies = "her2-copies": number("per cell"),
    /// Mean CEP17 signals per cell.
    Cep17Copies = "cep17-copies": number("per cell"),
    /// Cells counted.
    CellsCounted = "cells-counted": number("cells"),
    /// The dual-probe group of the 2018 guideline.
    IshGroup = "ish-group": Kind::Terms(IshGroup::NAMES),
    /// The group the laboratory settled on after two counts differed.
    AdjudicatedGroup = "adjudicated-group": Kind::Terms(IshGroup::NAMES),
    /// The group of the second observer's recount.
    RecountGroup = "recount-group": Kind::Terms(IshGroup::NAMES),
    /// What ISH contributes to the decision.
    IshResult = "ish-result": Kind::Terms(IshResult::NAMES),
    /// The result of ISH by an edition with three of them.
    IshCall = "ish-call": Kind::Terms(IshCall::NAMES),
    /// Whether the printed numbers of ISH can be used.
    IshNumbers = "ish-numbers": Kind::Terms(IshNumbers::NAMES),
    /// Whether the printed numbers agree with each other, within the decimals printed.
    NumbersAgree = "numbers-agree": YES_NO,
    /// Whether a laboratory declared the test invalid.
    DeclaredInvalid = "declared-invalid": YES_NO,
    /// Whether a test may be used.
    TestValidity = "test-validity": Kind::Terms(TestValidity::NAMES),
    /// Whether the controls stained or hybridised as expected.
    ControlsAsExpected = "controls-as-expected": YES_NO,
    /// Whether artefact involves most of the sample.
    MostlyArtefact = "mostly-artefact": YES_NO,
    /// Whether normal ducts show strong membrane staining.
    NormalDuctsStained = "normal-ducts-stained": YES_NO,
    /// Invasive areas that can be located and counted.
    CountableAreas = "countable-areas": number("areas"),
    /// Percent of signals too weak to be scored.
    WeakSignalPercent = "weak-signal-percent": number("%"),
    /// Percent of signals that lie over cytoplasm.
    CytoplasmicSignalPercent = "cytoplasmic-signal-percent": number("%"),
    /// Whether nuclei can be resolved.
    NucleiResolved = "nuclei-resolved": YES_NO,
    /// Whether autofluorescence is strong.
    StrongAutofluorescence = "strong-autofluorescence": YES_NO,
    /// Percent of tumour cells in a second population with more HER2 signals.
    SecondPopulationPercent = "second-population-percent": number("%"),
    /// What to do with a second population of cells.
    SecondPopulation = "second-population": Kind::Terms(SecondPopulation::NAMES),
    /// What a recount says of the first count.
    RecountResult = "recount-result": Kind::Terms(RecountResult::NAMES),
    /// Whether the second observer did not know the first result.
    RecountBlinded = "recount-blinded": YES_NO,
    /// Whether the recount was done by somebody else.
    RecountOtherObserver = "recount-other-observer": YES_NO,
    /// Whether the guideline speaks of this specimen at all.
    Scope = "scope": Kind::Terms(Scope::NAMES),
    /// Why several statuses are still possible.
    Unsettled = "unsettled": Kind::Terms(Unsettled::NAMES),
    /// Whether the signed word fits what the numbers give.
    WordFits = "word-fits": Kind::Terms(WordFits::NAMES),
    /// Whether IHC and ISH come from one tissue sample.
    SameTissue = "same-tissue": YES_NO,
    /// The status of a hormone receptor.
    ReceptorStatus = "receptor-status": Kind::Terms(crate::ReceptorStatus::NAMES),
    /// The total of an Allred score, 0 to 8.
    AllredTotal = "allred-total": number("points"),
    /// The sum of the three partial scores of a Nottingham grade, 3 to 9.
    NottinghamTotal = "nottingham-total": number("points"),
    /// Whether invasive cancer was tested.
    Invasive = "invasive": YES_NO,
    /// The organ of the primary.
    Site = "site": Kind::Terms(Site::NAMES),
    /// The word a laboratory signed.
    Her2Word = "her2-word": Kind::Terms(Her2Word::NAMES),
    /// The result of the guideline.
    Her2Status = "her2-status": Kind::Terms(Her2Status::NAMES),
    /// The therapy-oriented category beside the status.
    Her2Category = "her2-category": Kind::Terms(Her2Category::NAMES),
    /// What the decision waits for.
    Awaited = "awaited": Kind::Terms(Awaited::NAMES),
    /// What the guideline asks for next.
    Action = "action": Kind::Terms(Action::NAMES),
    /// A comment the report should carry.
    Comment = "comment": Kind::Terms(Comment::NAMES),
    /// Something about the evidence that a reader should see.
    Flag = "flag": Kind::Terms(Flag::NAMES),
    /// Overall histological grade.
    Grade = "grade": Kind::Terms(Grade::NAMES),
    /// Histological type.
    Histology = "histology": Kind::Terms(Histology::NAMES),
    /// Hours in fixative.
    FixationHours = "fixation-hours": number("h"),
    /// Minutes from removal to fixative.
    IschaemiaMinutes = "ischaemia-minutes": number("min"),
    /// How the score is printed.
    ScoreForm = "score-form": Kind::Terms(ScoreForm::NAMES),
    /// Whether the staining is described: pattern, percentage, or a category that needs it.
    StainingStated = "staining-stated": YES_NO,
    /// Whether a percentage of stained cells is printed.
    PercentStated = "percent-stated": YES_NO,
    /// Whether a HER2/CEP17 ratio is printed.
    RatioStated = "ratio-stated": YES_NO,
    /// Whether a mean HER2 copy number is printed or can be had from printed totals.
    CopiesStated = "copies-stated": YES_NO,
    /// Whether the number of cells counted is printed.
    CellsStated = "cells-stated": YES_NO,
    /// Whether the number of observers is printed.
    ObserversStated = "observers-stated": YES_NO,
    /// Which kind of probe is named.
    ProbeForm = "probe-form": Kind::Terms(ProbeForm::NAMES),
    /// The group as the report states it.
    StatedGroup = "stated-group": Kind::Terms(IshGroup::NAMES),
    /// Whether printed ratio and printed means agree.
    RatioArithmetic = "ratio-arithmetic": Kind::Terms(RatioArithmetic::NAMES),
    /// The therapy-oriented category the report claims.
    ClaimedCategory = "claimed-category": Kind::Terms(Her2Category::NAMES),
    /// Whether the report gives a result for what it calls pending.
    ResolvedLater = "resolved-later": YES_NO,
    /// Whether in situ hybridisation is said to be ordered or under way.
    IshOrdered = "ish-ordered": YES_NO,
    /// Whether a second observer's count is described.
    RecountDescribed = "recount-described": YES_NO,
    /// On what the statement about HER2 rests.
    Her2Source = "her2-source": Kind::Terms(Her2Source::NAMES),
    /// How the stated edition stands to the one in force.
    EditionStanding = "edition-standing": Kind::Terms(EditionStanding::NAMES),
    /// Whether specimens agree.
    SpecimensAgree = "specimens-agree": Kind::Terms(SpecimensAgree::NAMES),
    /// Whether a difference between results is discussed.
    DifferenceExplained = "difference-explained": YES_NO,
    /// Whether a new test is advised, planned or discussed.
    RetestMentioned = "retest-mentioned": YES_NO,
    /// Whether the time in fixative is stated, in hours or as meeting the requirements.
    FixationStated = "fixation-stated": YES_NO,
    /// Whether the time to fixation is stated, in minutes or as meeting the requirements.
    IschaemiaStated = "ischaemia-stated": YES_NO,
    /// Whether the fixative is neutral buffered formalin.
    Formalin = "formalin": YES_NO,
    /// Whether the tissue was decalcified.
    Decalcified = "decalcified": YES_NO,
    /// Whether the tissue is of a metastasis.
    Metastasis = "metastasis": YES_NO,
    /// Which hormone receptor.
    ReceptorName = "receptor": Kind::Terms(ReceptorName::NAMES),
    /// The word signed for the receptor.
    ReceptorWord = "receptor-word": Kind::Terms(ReceptorWord::NAMES),
    /// Percent of stained nuclei.
    ReceptorPercent = "receptor-percent": number("%"),
    /// Whether the receptor is quantified: percentage, Allred or H-score.
    ReceptorQuantified = "receptor-quantified": YES_NO,
    /// Whether a low receptor percentage is discussed.
    LowReceptorCommented = "low-receptor-commented": YES_NO,
    /// A statement about the testing that is no result itself.
    Remark = "remark": Kind::Terms(Remark::NAMES),
    /// Whether the report says itself that handling did not meet the requirements, or is not known.
    HandlingNotMet = "handling-not-met": YES_NO,
    /// Whether the tissue was handled within the limits.
    Handling = "handling": Kind::Terms(Handling::NAMES),
    /// Whether the oestrogen receptor is positive.
    ErPositive = "er-positive": YES_NO,
    /// Whether the progesterone receptor is positive.
    PrPositive = "pr-positive": YES_NO,
    /// Whether the histology makes a positive result unexpected.
    PositiveUnexpected = "positive-unexpected": Kind::Terms(PositiveUnexpected::NAMES),
    /// Whether the tissue is a core biopsy.
    CoreBiopsy = "core-biopsy": YES_NO,
    /// Whether another test is asked for.
    Retest = "retest": Kind::Terms(Retest::NAMES),
    /// Whether a diagnostic fires.
    Fires = "fires": Kind::Terms(Fires::NAMES),
}
