//! A case of care: read from JSON, from answers given one by one, and from a record, and put together.
//!
//! Keys that are not known are refused with the nearest one; a number is read from its literal text and never becomes a float; an error
//! names the key and never repeats a value.

mod answer;
mod of_course;
mod of_record;
mod of_tumor;
mod read;
mod template;
mod therapies;

pub(crate) use read::{entries, unquoted};
pub use template::case_template;

use crate::Reading;
use her2_case::{CareCase, Course, Edition, Evidence, Known, Question, Record, Setting};
use her2_pathway::testing::decide;
use her2_pathway::therapy::Her2Given;
use her2_pathway::timeline::Timeline;
use jiff::civil::Date;
use std::fmt;

/// A case of care as it was given.
///
/// `Debug` shows counts only.
#[derive(Clone, Default)]
pub struct CareInput {
    case: CareCase,
    evidence: Option<(Evidence, Option<Edition>)>,
    as_of: Option<Date>,
}

/// Why a case of care, or an answer, cannot be read. Names the key, never a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CareInputError(String);

impl CareInputError {
    pub(crate) fn because(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for CareInputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CareInputError {}

impl CareInput {
    /// Reads one JSON object whose keys are names of questions.
    ///
    /// ```
    /// let json = br#"{"setting":"early","t-category":"T2","her2":{"ihc":{"score":"3+"}}}"#;
    /// let input = her2::CareInput::read(json)?;
    /// assert_eq!(input.case().term(), Some(her2_case::Setting::Early));
    /// # Ok::<(), her2::CareInputError>(())
    /// ```
    pub fn read(json: &[u8]) -> Result<Self, CareInputError> {
        read::read(json)
    }

    /// What a record says of care, each fact with its place in it.
    pub fn of_record(record: &Record) -> Self {
        Self {
            case: of_record::case(record),
            ..Self::default()
        }
    }

    /// What everything that was read of a patient says of care on that day: the record that documents are about, and the course of the disease
    /// around it.
    pub fn of_reading(reading: &Reading<'_>, timeline: &Timeline, as_of: Date) -> Self {
        let main = &reading.records()[timeline.main];
        let mut case = CareCase::default();
        let courses: Vec<&Course> = reading.courses().collect();
        of_course::add(&courses, as_of, &mut case);
        let metastatic = case.term::<Setting>() == Some(Setting::Metastatic);
        let found = of_record::case(main);
        for (question, fact) in found.answers() {
            let of_early_disease = matches!(question, Question::Setting | Question::Timing);
            let contradicts = of_early_disease && fact.value != Known::term(Setting::Metastatic);
            // The report of the primary does not speak of the disease as it is now.
            if !(metastatic && contradicts) {
                case.answer(question, *fact);
            }
        }
        of_record::receptors_of_others(reading.records(), timeline, &mut case);
        Self {
            case,
            ..Self::default()
        }
    }

    /// Answers one question by its name, with a value as it is typed: `metastatic`, `T1c`, `yes`, `62`, `>=2`.
    pub fn answer(&mut self, question: &str, value: &str) -> Result<(), CareInputError> {
        answer::typed(&mut self.case, question, value)
    }

    /// Everything of the other, which counts before what is here.
    pub fn join(&mut self, other: Self) {
        for (question, fact) in other.case.answers() {
            self.case.answer(question, *fact);
        }
        let (here, there) = (&mut self.case, other.case);
        if !there.prior.is_empty() || there.prior_complete.is_some() {
            here.prior = there.prior;
            here.prior_complete = there.prior_complete;
        }
        if !there.lvef.is_empty() {
            here.lvef = there.lvef;
        }
        if !there.started.is_empty() {
            here.started = there.started;
        }
        here.recurrence = there.recurrence.or(here.recurrence);
        here.prognostic_stage = there.prognostic_stage.or(here.prognostic_stage);
        self.evidence = other.evidence.or(self.evidence);
        self.as_of = other.as_of.or(self.as_of);
    }

    /// What is known of the situation.
    pub fn case(&self) -> &CareCase {
        &self.case
    }

    /// The day the case itself names.
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// The HER2 result to start from: as stated, by the given evidence, or the current one of the records, in this order.
    pub fn her2(&self, found: Option<&Timeline>, edition: Edition) -> Her2Given {
        if let stated @ Her2Given::Stated(_) = Her2Given::of_answers(&self.case) {
            return stated;
        }
        match (&self.evidence, found) {
            (Some((evidence, own)), _) => {
                Her2Given::of_decision(&decide(evidence, own.unwrap_or(edition)))
            }
            (None, Some(found)) => Her2Given::of_timeline(found),
            (None, None) => Her2Given::Nothing,
        }
    }
}

impl fmt::Debug for CareInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CareInput({:?})", self.case)
    }
}
