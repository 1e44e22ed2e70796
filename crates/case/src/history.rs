//! What one source says of one patient: the records it holds, and the course of the disease around them.

use crate::{
    Fact, HrStatus, Key, LvefReading, Menopause, PriorTherapy, Record, RecordKind, Setting, Sex,
};
use jiff::civil::Date;
use std::fmt;

/// What is known of a patient beside the laboratory's records. Absent is not known.
///
/// `Debug` shows counts only.
#[derive(Clone, Default)]
pub struct Course {
    /// Sex.
    pub sex: Option<Fact<Sex>>,
    /// Day of birth.
    pub born: Option<Fact<Date>>,
    /// Menopausal state.
    pub menopause: Option<Fact<Menopause>>,
    /// Early or metastatic disease, where the source says so.
    pub setting: Option<Fact<Setting>>,
    /// Hormone receptors, where only both together are stated.
    pub hr_status: Option<Fact<HrStatus>>,
    /// When the cancer was first found.
    pub diagnosed: Option<Fact<Date>>,
    /// When it came back, or spread.
    pub recurrence: Option<Fact<Date>>,
    /// Therapies that were given, in the order of their first days. A list that may not be complete.
    pub therapies: Vec<Fact<PriorTherapy>>,
    /// Measured ejection fractions, in the order of their days.
    pub lvef: Vec<Fact<LvefReading>>,
}

impl Course {
    /// Says that everything was read from the source at this position.
    pub fn set_source(&mut self, source: u16) {
        fn set<T>(fact: &mut Option<Fact<T>>, source: u16) {
            if let Some(fact) = fact {
                fact.origin.record = source;
            }
        }
        set(&mut self.sex, source);
        set(&mut self.born, source);
        set(&mut self.menopause, source);
        set(&mut self.setting, source);
        set(&mut self.hr_status, source);
        set(&mut self.diagnosed, source);
        set(&mut self.recurrence, source);
        for therapy in &mut self.therapies {
            therapy.origin.record = source;
        }
        for reading in &mut self.lvef {
            reading.origin.record = source;
        }
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.sex.is_none()
            && self.born.is_none()
            && self.menopause.is_none()
            && self.setting.is_none()
            && self.hr_status.is_none()
            && self.diagnosed.is_none()
            && self.recurrence.is_none()
            && self.therapies.is_empty()
            && self.lvef.is_empty()
    }
}

impl fmt::Debug for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Course")
            .field("therapies", &self.therapies.len())
            .field("lvef", &self.lvef.len())
            .finish_non_exhaustive()
    }
}

/// Things of one kind that a reader passed over: it does not read them, or they do not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassedOver {
    /// What they are in the terms of the format: `Encounter`, `OBX ED`, `Observation (entered-in-error)`. Never a value.
    pub what: String,
    /// How many.
    pub count: u32,
}

/// What one source says of one patient.
///
/// A record is what one laboratory report says at one time. A report in text is one record; a bundle, a registry abstract or a row
/// may hold several. `Debug` shows counts only.
#[derive(Clone)]
pub struct History {
    /// The name of the source as given; where it holds several patients with the number of this one: `cohort.ndjson#12`.
    pub name: String,
    /// The format.
    pub kind: RecordKind,
    /// The patient's identifier, where the format has one.
    pub patient: Option<Key>,
    /// The records, at least one, oldest first; undated ones in the order of the source. The first carries what is odd about the source as a whole.
    pub records: Vec<Record>,
    /// The course around them.
    pub course: Course,
    /// What was passed over, sorted by name.
    pub passed_over: Vec<PassedOver>,
}

impl History {
    /// One record and nothing around it.
    pub fn of(record: Record) -> Self {
        Self {
            name: record.name.clone(),
            kind: record.kind,
            patient: None,
            records: vec![record],
            course: Course::default(),
            passed_over: Vec::new(),
        }
    }
}

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("History")
            .field("kind", &self.kind)
            .field("records", &self.records)
            .field("course", &self.course)
            .finish_non_exhaustive()
    }
}
