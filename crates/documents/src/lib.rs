//! Documents: what was read and found, written for somebody.
//!
//! Nothing is decided here. A document is written from a record and the findings about it; every sentence is about a
//! finding, a fact, or belongs to the frame of the page.

mod asking;
mod card;
mod care_words;
mod case_json;
mod cited;
mod clinician;
mod connect;
mod convert;
mod csv_out;
mod dates;
pub mod diagnostics;
mod drugs;
mod evidence;
mod fhir;
mod hl7v2;
mod html;
#[cfg(test)]
mod knowledge_tests;
#[cfg(test)]
mod language_tests;
#[cfg(test)]
mod lead_tests;
mod learn;
#[cfg(test)]
mod learn_tests;
mod map;
mod money;
mod monitor;
mod naaccr;
mod page;
mod page_json;
#[cfg(test)]
mod page_tests;
mod patient;
#[cfg(test)]
mod patient_care_tests;
mod picture;
mod plan;
mod prognosis;
mod read;
#[cfg(test)]
mod reading_grade;
mod recorded;
mod report_text;
mod requirement;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod samples;
mod sentence;
pub mod site;
#[cfg(test)]
mod snapshots;
mod source;
#[cfg(test)]
mod spanish_tests;
mod text;
mod timeline;
#[cfg(test)]
mod timeline_tests;
mod told;
mod words;
mod writer;

pub use asking::{AskedQuestion, Typed, asking_begins};
pub use card::{
    CARD_SYSTEM, Card, CardRule, Doubts, HeartAsked, Indicator, OrderedFor, OverrideReason,
    SUMMARY_LIMIT,
};
pub use connect::{Case, Over};
pub use convert::{Converted, Export, Target, convert, only_current};
pub use drugs::{DrugsAsked, drug_page, drugs_csv, drugs_json, drugs_page, find_drug};
pub use fhir::{
    CheckedRecord, ToldPlan, fhir_answer, fhir_check, fhir_operation, fhir_operation_url,
    fhir_refusal,
};
pub use html::html;
pub use map::map_page;
pub use monitor::Monitored;
pub use page::{Block, Grid, Labels, Page, Quote, Section, SourceNote, Table};
pub use page_json::page_json;
pub use picture::{
    Gauge, Gauges, Lane, LaneBar, LaneMark, LaneSample, Lanes, Map, MapPart, MapState, MapStep,
    Scale, Stop, Trend, TrendBound, TrendPoint, Zone,
};
pub use plan::{PacketAsked, PlanCase, packet_page, plan_json, plan_page};
pub use read::{read_around, read_json, read_patient_json, read_text};
pub use sentence::{About, Foreign, RowRef, Sentence};
pub use source::{Source, Sources};
pub use text::{TextStyle, text};
pub use words::{Value, Words};

/// A topic of `her2 learn` as a page, in this language; nothing if there is no such topic or there are no words of this language.
pub fn topic_page(topic: &str, lang: &str) -> Option<Page> {
    Some(learn::topic(
        her2_knowledge::topic(topic)?,
        Words::of(lang)?,
    ))
}

/// The list of topics as a page; nothing if there are no words of this language.
pub fn topics_page(lang: &str) -> Option<Page> {
    Some(learn::contents(Words::of(lang)?))
}

/// The page for the patient and the family, in this language; nothing if there are no words of it.
pub fn patient_page(case: &Case<'_>, lang: &str) -> Option<Page> {
    Some(patient::page(&case.story(), Words::of(lang)?))
}

/// The summary for the clinician, in this language; nothing if there are no words of it.
pub fn clinician_page(case: &Case<'_>, lang: &str) -> Option<Page> {
    Some(clinician::page(&case.story(), Words::of(lang)?))
}

/// The summary for the clinician as one JSON object on one line; nothing if there are no words of this language.
pub fn clinician_json(case: &Case<'_>, lang: &str) -> Option<String> {
    Some(clinician::json(&case.story(), Words::of(lang)?))
}
