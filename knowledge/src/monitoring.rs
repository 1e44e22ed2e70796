//! Monitoring: what is watched under a medicine, when, what a value asks for, and who is called.

use crate::registry;
use her2_case::{
    Contact, DoseAction, LvefAction, LvefResume, LvefStart, Mark, MedicineClass, MonitoredTest,
    MonitoringPhase, MonitoringTopic, Setting, Term, Urgency,
};
use her2_pages::{Citation, Table, TableData};
use jiff::civil::Date;

/// Whose rule a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MonitoringBy {
    /// The label of the medicine.
    Label,
    /// A guideline, never merged with a label.
    Guideline,
    /// What is usually done.
    Practice,
}

/// The table of a page, by what it answers.
#[derive(Clone, Copy, Debug)]
pub enum MonitoringRule {
    /// What a value of the heart asks for.
    LvefAction(&'static Table<LvefAction>),
    /// Whether the heart meets what is asked before the first dose.
    LvefStart(&'static Table<LvefStart>),
    /// What may be done while a medicine is held for the heart.
    LvefResume(&'static Table<LvefResume>),
    /// What a side effect or a laboratory value asks for.
    DoseAction(&'static Table<DoseAction>),
    /// The source names no rule; that of the partner applies.
    OfPartner,
    /// There is a rule that nobody has compared with its source: nothing may be derived from it.
    Unverified,
    /// The page has none.
    None,
}

/// A page of monitoring.
#[derive(Debug)]
pub struct MonitoringPage {
    /// The id: folder and file.
    pub id: &'static str,
    /// The title.
    pub title: &'static str,
    /// What it says before its table.
    pub prose: &'static str,
    /// What is watched.
    pub topic: MonitoringTopic,
    /// Whose rule it is.
    pub by: MonitoringBy,
    /// The medicines it is about: ids of drugs, or names of partners.
    pub medicines: &'static [&'static str],
    /// The classes it is about.
    pub classes: &'static [MedicineClass],
    /// The setting it is about, if only one.
    pub setting: Option<Setting>,
    /// Its table.
    pub rule: MonitoringRule,
    /// What heart failure with symptoms asks for, whatever the number.
    pub heart_failure: Option<HeartFailure>,
    /// Tests and their times.
    pub schedules: &'static [Schedule],
    /// What else it says.
    pub statements: &'static [MonitoringStatement],
    /// Who is called for what.
    pub calls: &'static [Call],
    /// Prevention in steps.
    pub schemes: &'static [Scheme],
    /// Its source.
    pub cite: Citation,
    /// When somebody last compared it with its source.
    pub checked: Date,
}

/// What heart failure with symptoms asks for.
#[derive(Clone, Copy, Debug)]
pub struct HeartFailure {
    /// What is done.
    pub action: LvefAction,
    /// How sure it is.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// How often a test is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Once.
    Once,
    /// Before or at each dose.
    EachDose,
    /// Every so many weeks; up to so many, where the source names a range.
    Weeks {
        /// The weeks from one to the next.
        every: u16,
        /// The most weeks, if a range is named.
        to: Option<u16>,
    },
    /// Every so many months.
    Months {
        /// The months from one to the next.
        every: u16,
    },
    /// As the situation asks for; no interval is named.
    AsNeeded,
}

/// One test at its times.
#[derive(Debug)]
pub struct Schedule {
    /// The test.
    pub test: MonitoredTest,
    /// The medicines it is for, if not all of the page.
    pub medicines: &'static [&'static str],
    /// The setting it is for, if only one.
    pub setting: Option<Setting>,
    /// When.
    pub phase: MonitoringPhase,
    /// How often.
    pub rhythm: Rhythm,
    /// Months from the beginning of the phase to the first; 0 for one interval after it.
    pub from_months: u16,
    /// For how many months.
    pub for_months: Option<u16>,
    /// Before the first dose: at most so many weeks old.
    pub within_weeks: Option<u16>,
    /// How many times.
    pub times: Option<u16>,
    /// What else is said of it.
    pub note: Option<&'static str>,
    /// How sure it is.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// A sentence with its source.
#[derive(Debug)]
pub struct MonitoringStatement {
    /// The sentence.
    pub text: &'static str,
    /// The medicines it is about, if not all of the page.
    pub medicines: &'static [&'static str],
    /// The setting it is about, if only one.
    pub setting: Option<Setting>,
    /// How sure it is.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// A symptom, and who is called for it. That it is a warning sign rests on the source; how soon to call is this project's caution.
#[derive(Debug)]
pub struct Call {
    /// The symptom, in plain words.
    pub symptom: &'static str,
    /// Who is called.
    pub contact: Contact,
    /// How soon.
    pub urgency: Urgency,
    /// How sure it is.
    pub mark: Mark,
    /// The source that names the risk.
    pub cite: Citation,
}

/// Prevention in steps by days from the first dose, which is day 1.
#[derive(Debug)]
pub struct Scheme {
    /// Its name.
    pub name: &'static str,
    /// The steps, one after the other.
    pub steps: &'static [SchemeStep],
    /// How sure it is.
    pub mark: Mark,
    /// Its source.
    pub cite: Citation,
}

/// A step of a scheme.
#[derive(Debug)]
pub struct SchemeStep {
    /// The first day.
    pub from_day: u16,
    /// The last day, unless it goes on.
    pub to_day: Option<u16>,
    /// What is taken.
    pub what: &'static str,
}

/// A medicine as pages of monitoring name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The id of its page, or the name of a partner.
    pub name: &'static str,
    /// What it is a biosimilar of.
    pub like: Option<&'static str>,
    /// Its class.
    pub class: MedicineClass,
}

impl Watched {
    fn is_among(&self, names: &[&str]) -> bool {
        let named = |name: &str| names.contains(&name);
        named(self.name) || self.like.is_some_and(named)
    }
}

impl MonitoringPage {
    /// Whether it is about this medicine in this setting; any setting if none is known.
    pub fn covers(&self, medicine: &Watched, setting: Option<Setting>) -> bool {
        let about = medicine.is_among(self.medicines) || self.classes.contains(&medicine.class);
        about && fits(self.setting, setting)
    }

    /// The schedules for this medicine in this setting.
    pub fn schedules_for<'a>(
        &'static self,
        medicine: &'a Watched,
        setting: Option<Setting>,
    ) -> impl Iterator<Item = &'static Schedule> + 'a {
        let all = self.schedules.iter();
        all.filter(move |part| applies(part.medicines, part.setting, medicine, setting))
    }

    /// The statements about this medicine in this setting.
    pub fn statements_for<'a>(
        &'static self,
        medicine: &'a Watched,
        setting: Option<Setting>,
    ) -> impl Iterator<Item = &'static MonitoringStatement> + 'a {
        let all = self.statements.iter();
        all.filter(move |part| applies(part.medicines, part.setting, medicine, setting))
    }

    /// Every statement of the head with its mark and its source.
    pub fn facts(&self) -> Vec<(String, Mark, Citation)> {
        let schedules = self.schedules.iter();
        let schedules = schedules.map(|of| {
            let (test, phase) = (of.test.name(), of.phase.name());
            (format!("schedule: {test}, {phase}"), of.mark, of.cite)
        });
        let statements = self.statements.iter();
        let statements = statements.map(|of| (of.text.to_owned(), of.mark, of.cite));
        let calls = self.calls.iter();
        let calls = calls.map(|of| (format!("call: {}", of.symptom), of.mark, of.cite));
        let schemes = self.schemes.iter();
        let schemes = schemes.map(|of| (format!("prevention: {}", of.name), of.mark, of.cite));
        let failure = self.heart_failure.iter();
        let failure =
            failure.map(|of| ("heart failure with symptoms".to_owned(), of.mark, of.cite));
        let all = schedules.chain(statements).chain(calls);
        all.chain(schemes).chain(failure).collect()
    }

    /// Its table, whatever it answers.
    pub fn table(&self) -> Option<&'static TableData> {
        match self.rule {
            MonitoringRule::LvefAction(table) => Some(table.data()),
            MonitoringRule::LvefStart(table) => Some(table.data()),
            MonitoringRule::LvefResume(table) => Some(table.data()),
            MonitoringRule::DoseAction(table) => Some(table.data()),
            MonitoringRule::OfPartner | MonitoringRule::Unverified | MonitoringRule::None => None,
        }
    }
}

fn fits(of: Option<Setting>, asked: Option<Setting>) -> bool {
    match (of, asked) {
        (Some(of), Some(asked)) => of == asked,
        _ => true,
    }
}

fn applies(
    names: &[&str],
    of: Option<Setting>,
    medicine: &Watched,
    setting: Option<Setting>,
) -> bool {
    (names.is_empty() || medicine.is_among(names)) && fits(of, setting)
}

/// Every page of monitoring, by file.
pub fn monitoring() -> &'static [MonitoringPage] {
    registry::MONITORING
}

/// The pages about this medicine in this setting, labels first.
pub fn monitoring_of(
    medicine: &Watched,
    setting: Option<Setting>,
) -> impl Iterator<Item = &'static MonitoringPage> + use<> {
    let medicine = *medicine;
    let of = move |by| {
        let pages = monitoring().iter();
        pages.filter(move |page| page.by == by && page.covers(&medicine, setting))
    };
    [
        MonitoringBy::Label,
        MonitoringBy::Guideline,
        MonitoringBy::Practice,
    ]
    .into_iter()
    .flat_map(of)
}
