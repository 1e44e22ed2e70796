//! The front door: read a record, decide its HER2 status, write what follows.
//!
//! ```
//! let report = b"SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma. HER2 by IHC: positive (score 3+).";
//! let reading = her2::read("report.txt", report);
//! let case = reading.decide(jiff::civil::date(2026, 11, 22), None);
//! assert_eq!(case.finding().status(), Some(her2::Her2Status::Positive));
//! ```
//!
//! Nothing is decided here; each step is a crate of its own.

pub mod cards;
mod care_case;
mod checked;
mod decide_lines;
mod decided;
pub mod fhir;
mod learn;
mod medicines;
mod monitored;
mod object;
mod planned;
mod reading;
pub mod site;
mod stage_table;

pub use care_case::{CareInput, CareInputError, case_template};
pub use checked::{Checked, SarifRun, explain_diagnostic, list_diagnostics};
pub use decide_lines::LineDecider;
pub use decided::{Decided, Document};
pub use her2_case::{
    Decimal, Edition, Her2Category, Her2Status, Record, RecordStatus, Setting, Severity,
};
pub use her2_documents::{
    AskedQuestion, Converted, DrugsAsked, PacketAsked, Target, Typed, asking_begins,
};
pub use her2_pathway::staging::{LicensedStage, StageTable, StageTableFault};
pub use her2_pathway::testing::CaseFinding;
pub use her2_pathway::timeline::Timeline;
pub use her2_readers::pdf::{PageImage, images as page_images};
pub use her2_readers::table::ColumnMap;
pub use her2_readers::{Format, InputError, Options, Piece, Pieces, pieces};
pub use learn::{learn, nearest_topic, topic_names};
pub use medicines::{NoMedicine, medicine_ids, medicines, medicines_csv, medicines_json};
pub use monitored::{MonitorInput, setting_named};
pub use object::Object;
pub use planned::{PlanWith, Planned, packet_asked};
pub use reading::{
    Identity, Reading, format_of, piece, read, read_each, read_piece, read_recognised,
};
pub use stage_table::stage_table;

use her2_knowledge::testing_editions;

/// The version of the knowledge compiled in: a hash over all of its pages.
pub fn knowledge_version() -> &'static str {
    her2_knowledge::version()
}

/// The edition of that name, if there is one by which a status can be decided.
pub fn edition(name: &str) -> Option<Edition> {
    let mut known = testing_editions().iter().map(|pages| pages.edition);
    known.find(|edition| edition.0 == name)
}

/// The names of the editions of the testing guideline, oldest first.
pub fn editions() -> Vec<&'static str> {
    let names = testing_editions().iter().map(|pages| pages.edition.0);
    names.rev().collect()
}

/// The languages documents can be written in.
pub fn languages() -> Vec<&'static str> {
    her2_knowledge::languages().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_editions_of_the_testing_guideline_can_be_chosen() {
        assert_eq!(
            super::editions(),
            ["asco-cap-2007", "asco-cap-2013", "asco-cap-2018"]
        );
        for other in ["asco-cap-er-2020", "project", "fda-low-ultralow", ""] {
            assert!(super::edition(other).is_none(), "{other}");
        }
    }
}
