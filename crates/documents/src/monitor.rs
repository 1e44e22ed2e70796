//! Monitoring: the clinician's plan, the patient's page, JSON, and a calendar.

mod calendar;
mod clinician;
mod heart;
mod json;
mod overdue;
mod patient;
mod picture;
mod schedule;
#[cfg(test)]
mod tests;
mod words;

use crate::page::Page;
use crate::words::Words;
use her2_pathway::monitoring::{MonitoringPlan, Request};
pub(crate) use schedule::about_schedule;
pub(crate) use words::name as medicine_name;

/// A plan with the request it was made for.
#[derive(Clone, Copy)]
pub struct Monitored<'a> {
    /// What was asked for.
    pub request: &'a Request<'a>,
    /// What follows.
    pub plan: &'a MonitoringPlan,
}

impl Monitored<'_> {
    /// The clinician's page; nothing if there are no words of this language.
    pub fn clinician(&self, lang: &str) -> Option<Page> {
        Some(clinician::page(self, Words::of(lang)?))
    }

    /// The patient's page, without anything that nobody has verified; nothing if there are no words of this language.
    pub fn patient(&self, lang: &str) -> Option<Page> {
        Some(patient::page(self, Words::of(lang)?))
    }

    /// Whether anything is asked of the medicine today: a value is there, or it is on hold.
    fn is_asked_today(&self, at: usize) -> bool {
        self.plan.each[at].is_some() || !self.plan.medicines[at].on_hold.is_empty()
    }

    /// The plan as one JSON object on one line, its notes in this language; nothing if there are no words of it.
    pub fn json(&self, lang: &str) -> Option<String> {
        Some(json::json(self, Words::of(lang)?).to_string())
    }

    /// The tests as a calendar; nothing if there are no words of this language.
    ///
    /// Identifiers and bytes depend on medicines, tests and days alone. Nothing of the patient stands in it. For a patient, what nobody has
    /// verified is left out.
    pub fn calendar(&self, lang: &str, only_checked: bool) -> Option<String> {
        Some(calendar::calendar(self, Words::of(lang)?, only_checked))
    }
}
