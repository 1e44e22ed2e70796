//! FHIR operations: bundles in, bundles and outcomes out. Nothing that is written is an order.

mod cut;
mod subject;

use crate::{Decided, PlanWith, Planned, Reading};
use her2_documents::{CheckedRecord, Export, ToldPlan};
use her2_pathway::review::{review, review_over_time};
use her2_pathway::timeline::Timeline;
use jiff::civil::Date;

pub use cut::is_cut;
pub use her2_documents::fhir_refusal as refusal;
pub use subject::subject;

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// The status, and what it follows from.
    Status,
    /// The same with the plan.
    Plan,
    /// What a reviewer would underline in the records.
    Check,
}

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 3] = [Self::Status, Self::Plan, Self::Check];

    /// Its name, without the sign before it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Status => "her2-status",
            Self::Plan => "her2-plan",
            Self::Check => "her2-check",
        }
    }

    /// What it does, in English, as its definition says.
    pub fn said(self) -> &'static str {
        match self {
            Self::Status => {
                "Reads the records of one patient and gives the HER2 status of each specimen by the testing guideline, with what it follows from."
            }
            Self::Plan => {
                "The same, with what labels and guidelines list for the situation, requirement by requirement. For professionals; no order and no advice."
            }
            Self::Check => {
                "Reads the records of one patient and gives what a reviewer would underline in them, each with its place."
            }
        }
    }

    /// The address by which it is known, wherever it runs.
    pub fn url(self) -> String {
        her2_documents::fhir_operation_url(self.name())
    }

    /// Its definition, as one resource on one line.
    pub fn definition(self) -> String {
        let title = match self {
            Self::Status => "Her2Status",
            Self::Plan => "Her2Plan",
            Self::Check => "Her2Check",
        };
        her2_documents::fhir_operation(self.name(), title, self.said(), &self.url())
    }
}

fn export<'a>(
    reading: &'a Reading<'_>,
    timeline: &'a Timeline,
    subject: Option<&'a str>,
    as_of: Date,
) -> Export<'a> {
    Export {
        name: reading.name(),
        records: reading.records(),
        courses: reading.courses().collect(),
        timeline,
        patient: reading.patient_key(),
        subject,
        as_of,
        identifiers: false,
    }
}

impl Decided<'_> {
    /// The answer of the operation for the status: one bundle on one line. `subject` is how the sender refers to the patient; `cut` that the
    /// records are not the whole answer to a search.
    pub fn fhir(&self, subject: Option<&str>, cut: bool) -> String {
        let export = export(self.reading(), self.timeline(), subject, self.as_of());
        her2_documents::fhir_answer(&export, None, cut)
    }

    /// The answer of the operation that checks: one outcome on one line.
    pub fn fhir_check(&self, cut: bool) -> String {
        let reading = self.reading();
        let over_time = review_over_time(reading.records(), self.timeline());
        let records = reading.records().iter().zip(&self.timeline().records);
        let shown: Vec<Vec<_>> = records
            .enumerate()
            .map(|(at, (record, finding))| {
                let fired = review(record, finding);
                let over = over_time.iter().filter(|(of, _)| *of == at);
                let fired = fired.iter().chain(over.map(|(_, fired)| fired));
                fired.map(her2_documents::diagnostics::Shown::of).collect()
            })
            .collect();
        let checked = reading.records().iter().zip(&shown);
        let checked: Vec<_> = checked
            .map(|(record, shown)| CheckedRecord {
                record,
                source: reading.source_of(record),
                shown,
            })
            .collect();
        her2_documents::fhir_check(&checked, cut)
    }
}

impl Planned<'_> {
    /// The answer of the operation for the plan: one bundle on one line. Nothing without a record, or without words of this language.
    pub fn fhir(
        &self,
        with: PlanWith<'_>,
        subject: Option<&str>,
        cut: bool,
        lang: &str,
    ) -> Option<String> {
        let (reading, timeline) = (self.reading()?, self.timeline()?);
        let export = export(reading, timeline, subject, self.plan().as_of());
        let page = self.plan_page(with, lang)?;
        let json = self.json(with, lang)?;
        let plan = ToldPlan {
            page: &page,
            json: &json,
        };
        Some(her2_documents::fhir_answer(&export, Some(plan), cut))
    }
}
