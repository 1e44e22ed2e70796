//! The terms of the field, the questions that may be asked of a case, and facts that remember where they were read.
//!
//! This crate knows no threshold, no guideline and no format. It depends on nothing else in the project.

mod amount;
mod assay;
mod care;
mod care_answer;
mod care_prior;
mod care_terms;
mod decimal;
mod evidence;
mod fact;
mod finding_terms;
mod history;
mod map_terms;
mod monitoring_terms;
mod paths;
mod places;
mod problem;
mod question;
mod receptor;
mod record;
mod report_terms;
mod term;
mod testing_terms;
mod timeline_terms;
mod tumor;

pub use amount::Amount;
pub use assay::{
    Assay, Context, Her2Result, Her2Word, IhcScore, IshGroup, Probe, ScoreReading, Stain,
};
pub use care::{CareCase, Known};
pub use care_answer::Answered;
pub use care_prior::{LvefMethod, LvefReading, PriorOutcome, PriorTherapy};
pub use care_terms::{
    BrainMetastases, CtcaeGrade, Detection, DoseAction, HrStatus, Line, Listing, LungInflammation,
    LvefAction, LvefResume, LvefStart, MCategory, Mark, MedicineClass, Menopause, NCategory,
    Response, Setting, Sex, StageGroup, Strength, TCategory, Timing,
};
pub use decimal::{Decimal, DecimalError, Quotient};
pub use evidence::{Evidence, IhcEvidence, IshEvidence, RecountEvidence};
pub use fact::{Fact, Origin, Place, RecordIndex, Span, SpecimenId};
pub use finding_terms::{
    Action, Awaited, Comment, Edition, Flag, Her2Category, Her2Status, IhcResult, IshResult,
    RecordStatus, RecountResult,
};
pub use history::{Course, History, PassedOver};
pub use map_terms::{PathwayBeside, PathwayStep, StepStanding};
pub use monitoring_terms::{Contact, MonitoredTest, MonitoringPhase, MonitoringTopic, Urgency};
pub use paths::{Key, Paths};
pub use problem::{Problem, Severity};
pub use question::{Kind, Question};
pub use receptor::{Receptor, ReceptorResult, ReceptorStatus};
pub use record::{CoursePoint, Preanalytics, Record, RecordKind, Specimen};
pub use report_terms::{
    EditionStanding, Fires, Her2Source, ProbeForm, RatioArithmetic, ReceptorName, ReceptorWord,
    Remark, ScoreForm, SpecimensAgree,
};
pub use term::{Term, TermSet};
pub use testing_terms::{
    Handling, IshCall, IshNumbers, PatternScore, PositiveUnexpected, Retest, Scope,
    SecondPopulation, StainDetail, TestValidity, Unsettled, WordFits,
};
pub use timeline_terms::{
    BetweenSamples, CurrentRule, Discordance, LowOverTime, RetestStanding, SampleRelation,
    SampleReports, SampleState,
};
pub use tumor::{
    Grade, Histology, Laterality, Margin, MetastaticSite, NodeCount, Presence, Procedure, Site,
    TnmPrefix, Tumor,
};
