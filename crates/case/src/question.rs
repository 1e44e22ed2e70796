//! The questions that may be asked. A page's columns are questions; a new topic for a page starts with a line here.

use crate::assay::{Assay, Her2Word, IhcScore, IshGroup, Probe, Stain};
use crate::care_terms::{
    BrainMetastases, CtcaeGrade, Detection, DoseAction, HrStatus, Line, Listing, LungInflammation,
    LvefAction, LvefResume, LvefStart, MCategory, Mark, MedicineClass, Menopause, NCategory,
    Response, Setting, Sex, StageGroup, Strength, TCategory, Timing,
};
use crate::finding_terms::{
    Action, Awaited, Comment, Flag, Her2Category, Her2Status, IhcResult, IshResult, RecountResult,
};
use crate::map_terms::{PathwayBeside, PathwayStep, StepStanding};
use crate::monitoring_terms::{Contact, MonitoredTest, MonitoringPhase, MonitoringTopic, Urgency};
use crate::report_terms::{
    EditionStanding, Fires, Her2Source, ProbeForm, RatioArithmetic, ReceptorName, ReceptorWord,
    Remark, ScoreForm, SpecimensAgree,
};
use crate::testing_terms::{
    Handling, IshCall, IshNumbers, PatternScore, PositiveUnexpected, Retest, Scope,
    SecondPopulation, StainDetail, TestValidity, Unsettled, WordFits,
};
use crate::timeline_terms::{
    BetweenSamples, CurrentRule, Discordance, LowOverTime, RetestStanding, SampleRelation,
    SampleReports, SampleState,
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
    /// How many reports tell of the samples.
    SampleReports = "sample-reports": Kind::Terms(SampleReports::NAMES),
    /// What samples of a metastasis or recurrence give together.
    SpreadSamples = "spread-samples": Kind::Terms(SampleState::NAMES),
    /// What all other samples give together.
    PrimarySamples = "primary-samples": Kind::Terms(SampleState::NAMES),
    /// What is known to lie between two samples.
    BetweenSamples = "between-samples": Kind::Terms(BetweenSamples::NAMES),
    /// Which sample gives the current result.
    CurrentRule = "current-rule": Kind::Terms(CurrentRule::NAMES),
    /// How two results belong together.
    SampleRelation = "sample-relation": Kind::Terms(SampleRelation::NAMES),
    /// What two results that contradict each other are.
    Discordance = "discordance": Kind::Terms(Discordance::NAMES),
    /// Whether metastatic disease is known.
    SpreadKnown = "spread-known": YES_NO,
    /// Whether the excision of the same tumour has been tested.
    ExcisionTested = "excision-tested": YES_NO,
    /// What has become of an advice to test again.
    RetestStanding = "retest-standing": Kind::Terms(RetestStanding::NAMES),
    /// Whether another sample is low or ultralow.
    OtherLow = "other-low": YES_NO,
    /// Whether another sample is positive, or shows no staining at all.
    OtherNotLow = "other-not-low": YES_NO,
    /// How low and ultralow expression behaved from sample to sample.
    LowOverTime = "low-over-time": Kind::Terms(LowOverTime::NAMES),
    /// A step on the way through care.
    PathwayStep = "pathway-step": Kind::Terms(PathwayStep::NAMES),
    /// What stands beside the step somebody has reached.
    PathwayBeside = "pathway-beside": Kind::Terms(PathwayBeside::NAMES),
    /// How a step stands to a HER2 result and a setting.
    StepStanding = "step-standing": Kind::Terms(StepStanding::NAMES),
    /// Early or metastatic.
    Setting = "setting": Kind::Terms(Setting::NAMES),
    /// Where somebody stands on the way through early disease.
    Timing = "timing": Kind::Terms(Timing::NAMES),
    /// The line of therapy for metastatic disease that is being chosen.
    Line = "line": Kind::Terms(Line::NAMES),
    /// The T category: clinical before systemic therapy, pathological if surgery came first.
    TCategory = "t-category": Kind::Terms(TCategory::NAMES),
    /// The N category, of the same time.
    NCategory = "n-category": Kind::Terms(NCategory::NAMES),
    /// The M category.
    MCategory = "m-category": Kind::Terms(MCategory::NAMES),
    /// The anatomic stage group.
    StageGroup = "stage-group": Kind::Terms(StageGroup::NAMES),
    /// Hormone receptors together.
    HrStatus = "hr-status": Kind::Terms(HrStatus::NAMES),
    /// What surgery after systemic therapy found.
    Response = "response": Kind::Terms(Response::NAMES),
    /// Whether nodes held cancer after systemic therapy.
    NodesPositiveAfter = "nodes-positive-after": YES_NO,
    /// Whether the cancer could not be operated on when it was found.
    InoperableAtDiagnosis = "inoperable-at-diagnosis": YES_NO,
    /// Whether the treating team judges the risk of recurrence to be high.
    HighRisk = "high-risk": YES_NO,
    /// Menopause.
    Menopause = "menopause": Kind::Terms(Menopause::NAMES),
    /// Sex.
    Sex = "sex": Kind::Terms(Sex::NAMES),
    /// Age in years.
    Age = "age": number("years"),
    /// Body weight.
    Weight = "weight": number("kg"),
    /// Whether somebody is pregnant.
    Pregnant = "pregnant": YES_NO,
    /// Whether somebody is breastfeeding.
    Breastfeeding = "breastfeeding": YES_NO,
    /// Metastases in the brain.
    BrainMetastases = "brain-metastases": Kind::Terms(BrainMetastases::NAMES),
    /// Whether the disease outside the brain is stable.
    ExtracranialStable = "extracranial-stable": YES_NO,
    /// Whether there are symptoms that may come from the brain.
    NeurologicalSymptoms = "neurological-symptoms": YES_NO,
    /// Whether metastases are so few that each could be treated locally.
    Oligometastatic = "oligometastatic": YES_NO,
    /// Whether therapy against HER2 for early disease was stopped before its end because of side effects.
    StoppedForToxicity = "stopped-for-toxicity": YES_NO,
    /// Whether a harmful inherited change in BRCA1 or BRCA2 is known.
    GermlineBrca = "germline-brca": YES_NO,
    /// Inflammation of the lung.
    LungInflammation = "lung-inflammation": Kind::Terms(LungInflammation::NAMES),
    /// Whether organs fail fast because of metastases.
    VisceralCrisis = "visceral-crisis": YES_NO,
    /// Whether the HER2 test is one that is listed as companion test of the medicine for this claim.
    CompanionTest = "companion-test": YES_NO,
    /// Regimens against HER2 that were given for metastatic disease.
    Her2RegimensMetastatic = "her2-regimens-metastatic": number("regimens"),
    /// Regimens against HER2 that were given at all.
    Her2Regimens = "her2-regimens": number("regimens"),
    /// Regimens of chemotherapy that were given for metastatic disease.
    ChemotherapyMetastatic = "chemotherapy-metastatic": number("regimens"),
    /// Lines of endocrine therapy for metastatic disease after which the cancer grew.
    EndocrineMetastatic = "endocrine-metastatic": number("lines"),
    /// Whether therapy against HER2 was given for early disease.
    HadEarlyHer2 = "had-early-her2": YES_NO,
    /// Months from the end of therapy against HER2 for early disease to the recurrence; 0 during it.
    MonthsSinceEarlyHer2 = "months-since-early-her2": number("months"),
    /// Whether chemotherapy was given for early disease.
    HadEarlyChemotherapy = "had-early-chemotherapy": YES_NO,
    /// Months from the end of chemotherapy for early disease to the recurrence; 0 during it.
    MonthsSinceEarlyChemotherapy = "months-since-early-chemotherapy": number("months"),
    /// Whether a taxane was given.
    PriorTaxane = "prior-taxane": YES_NO,
    /// Whether an anthracycline was given.
    PriorAnthracycline = "prior-anthracycline": YES_NO,
    /// Whether an antibody against HER2 was given (its outer domain IV; in any form).
    PriorHer2Antibody = "prior-her2-antibody": YES_NO,
    /// Whether the cancer grew on such an antibody.
    ProgressionOnHer2Antibody = "progression-on-her2-antibody": YES_NO,
    /// Whether an antibody that keeps HER2 from pairing was given.
    PriorDimerisationAntibody = "prior-dimerisation-antibody": YES_NO,
    /// Whether a conjugate with a poison of microtubules was given.
    PriorAdcMicrotubule = "prior-adc-microtubule": YES_NO,
    /// Whether a conjugate with a poison of topoisomerase I was given.
    PriorAdcTopoisomerase = "prior-adc-topoisomerase": YES_NO,
    /// Whether a tablet that blocks the HER2 kinase was given.
    PriorHer2KinaseInhibitor = "prior-her2-kinase-inhibitor": YES_NO,
    /// Whether a taxane was part of therapy before surgery.
    NeoadjuvantTaxane = "neoadjuvant-taxane": YES_NO,
    /// Whether an antibody against HER2 was part of therapy before surgery.
    NeoadjuvantHer2Antibody = "neoadjuvant-her2-antibody": YES_NO,
    /// Left ventricular ejection fraction.
    Lvef = "lvef": number("%"),
    /// Points below the value before treatment; 0 if it is not lower.
    LvefDrop = "lvef-drop": number("points"),
    /// Whether it is below the laboratory's lower limit of normal.
    LvefBelowLln = "lvef-below-lln": YES_NO,
    /// Whether the laboratory has a lower limit of normal of its own.
    LvefLocalLimit = "lvef-local-limit": YES_NO,
    /// Whether it is higher than when the medicine was held.
    LvefImproved = "lvef-improved": YES_NO,
    /// The grade of the fall of left ventricular function.
    LvefGrade = "lvef-grade": Kind::Terms(CtcaeGrade::NAMES),
    /// Whether heart failure causes symptoms.
    SymptomaticHeartFailure = "symptomatic-heart-failure": YES_NO,
    /// Weeks on hold for the heart.
    WeeksHeld = "weeks-held": number("weeks"),
    /// How often the medicine has been held for the heart.
    TimesHeld = "times-held": number("holds"),
    /// What is done about left ventricular function.
    LvefAction = "lvef-action": Kind::Terms(LvefAction::NAMES),
    /// Whether it meets what a label wants before the first dose.
    LvefStart = "lvef-start": Kind::Terms(LvefStart::NAMES),
    /// What may be done while a medicine is held.
    LvefResume = "lvef-resume": Kind::Terms(LvefResume::NAMES),
    /// Alanine or aspartate transaminase, the higher one, as a multiple of the upper limit of normal.
    TransaminaseUln = "transaminase-uln": number("times the upper limit"),
    /// Total bilirubin as a multiple of the upper limit of normal.
    BilirubinUln = "bilirubin-uln": number("times the upper limit"),
    /// Platelets.
    Platelets = "platelets": number("per nL"),
    /// Neutrophils.
    Neutrophils = "neutrophils": number("per nL"),
    /// Whether there is fever with low neutrophils.
    FebrileNeutropenia = "febrile-neutropenia": YES_NO,
    /// The grade of diarrhoea.
    DiarrhoeaGrade = "diarrhoea-grade": Kind::Terms(CtcaeGrade::NAMES),
    /// Whether a full course of medicine against diarrhoea was given.
    AntidiarrhoealGiven = "antidiarrhoeal-given": YES_NO,
    /// Whether diarrhoea comes with dehydration, fever or low blood pressure.
    ComplicatedDiarrhoea = "complicated-diarrhoea": YES_NO,
    /// Days the diarrhoea has lasted at this grade.
    DiarrhoeaDays = "diarrhoea-days": number("days"),
    /// Days on hold until diarrhoea was grade 1 or less.
    DiarrhoeaRecoveryDays = "diarrhoea-recovery-days": number("days"),
    /// The grade of inflammation of the lung.
    IldGrade = "ild-grade": Kind::Terms(CtcaeGrade::NAMES),
    /// Days until inflammation of the lung was gone.
    IldDays = "ild-days": number("days"),
    /// What is done about a side effect or a laboratory value.
    DoseAction = "dose-action": Kind::Terms(DoseAction::NAMES),
    /// The organ or the matter that is watched.
    MonitoringTopic = "monitoring-topic": Kind::Terms(MonitoringTopic::NAMES),
    /// What is done to watch it.
    MonitoredTest = "monitored-test": Kind::Terms(MonitoredTest::NAMES),
    /// When it is done.
    MonitoringPhase = "monitoring-phase": Kind::Terms(MonitoringPhase::NAMES),
    /// Who is called.
    Contact = "contact": Kind::Terms(Contact::NAMES),
    /// How soon.
    Urgency = "urgency": Kind::Terms(Urgency::NAMES),
    /// A grade by CTCAE.
    CtcaeGrade = "ctcae-grade": Kind::Terms(CtcaeGrade::NAMES),
    /// The class of a medicine.
    MedicineClass = "medicine-class": Kind::Terms(MedicineClass::NAMES),
    /// How a source lists an option.
    Listing = "listing": Kind::Terms(Listing::NAMES),
    /// How strongly a body recommends.
    Strength = "strength": Kind::Terms(Strength::NAMES),
    /// How sure this project is of a statement.
    Mark = "mark": Kind::Terms(Mark::NAMES),
    /// How the cancer was found.
    Detection = "detection": Kind::Terms(Detection::NAMES),
    /// The largest invasive extent of the primary tumour.
    TumourSize = "tumour-size": number("mm"),
    /// Regional nodes with cancer, found at surgery that came first; isolated tumour cells alone do not count.
    PositiveNodes = "positive-nodes": number("nodes"),
    /// Cells that divide, by Ki-67.
    Ki67 = "ki67": number("%"),
    /// Whether somebody smokes now.
    Smoker = "smoker": YES_NO,
    /// The mean dose that radiation therapy gives the heart.
    HeartDose = "heart-dose": number("Gy"),
    /// Years of endocrine therapy that were completed without recurrence.
    EndocrineYears = "endocrine-years": number("years"),
    /// The grade of the nuclei alone.
    NuclearGrade = "nuclear-grade": Kind::Terms(Grade::NAMES),
    /// The anatomic stage group by what surgery found after systemic therapy.
    StageGroupAfter = "stage-group-after": Kind::Terms(StageGroup::NAMES),
    /// The prognostic stage, as a record states it or a table that was loaded gives it.
    PrognosticStage = "prognostic-stage": Kind::Terms(StageGroup::NAMES),
    /// Whether a genomic score lies below the bound that a table of prognostic stages names; no if none was measured.
    LowGenomicScore = "low-genomic-score": YES_NO,
    /// The largest dimension of the bed of the tumour after systemic therapy.
    ResidualBedLength = "residual-bed-length": number("mm"),
    /// The dimension across it.
    ResidualBedWidth = "residual-bed-width": number("mm"),
    /// Percent of that bed that is cancer, in situ included.
    ResidualCellularity = "residual-cellularity": number("%"),
    /// Percent of that cancer that is in situ.
    ResidualInSitu = "residual-in-situ": number("%"),
    /// Nodes with cancer after systemic therapy.
    ResidualNodes = "residual-nodes": number("nodes"),
    /// The largest metastasis in a node after systemic therapy.
    ResidualNodeSize = "residual-node-size": number("mm"),
}
