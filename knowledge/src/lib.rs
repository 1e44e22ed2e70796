//! Everything clinical that the project knows, compiled from the pages of this folder and checked while it is compiled.
//!
//! There is no clinical line in this source: it only gives access to the pages.

mod care;
mod cited;
pub mod codes;
mod diagnostic;
mod drug;
mod edition;
mod evidence;
mod fact;
mod language;
mod learn;
pub mod lexicon;
mod medicine;
mod monitoring;
mod naaccr;
mod over_time;
mod page;
mod price;
pub mod prognosis;
pub mod reading;
mod regimen;
mod source;
mod table_map;
mod testing;
mod way;
mod words;

pub use care::{CareTable, care_table, care_tables};
pub use cited::{Cited, cited};
pub use diagnostic::{Diagnostic, diagnostic, diagnostics};
pub use drug::{
    Approval, BoxedWarning, Code, Companion, Contraception, Dose, DoseSetting, Drug, DrugKind,
    Maker, MakerRole, Route, Statement, Vial, drug, drugs,
};
pub use edition::{Affirmation, EditionInfo, EditionStatus, edition, edition_on, editions};
pub use evidence::{Arm, Evidence, Publication, TrialResult, all_evidence, evidence};
pub use fact::{Fact, ToVerify, citations, facts, to_verify};
pub use language::{Days, Language, every_language, language, language_of, languages, spoken};
pub use learn::{Said, Topic, TopicBlock, TopicSection, TopicShows, nearest_topic, topic, topics};
pub use medicine::{Medicine, PartnerMedicine, Partners, medicine_named, medicine_names, partners};
pub use monitoring::{
    Call, HeartFailure, MonitoringBy, MonitoringPage, MonitoringRule, MonitoringStatement, Rhythm,
    Schedule, Scheme, SchemeStep, Watched, monitoring, monitoring_of,
};
pub use naaccr::{RegistryItem, RegistryMeaning, RegistryParent};
pub use over_time::{OverTimePages, over_time};
pub use page::{PageInfo, PageKind, choices, pages, stale, table, tables_data, version};
pub use price::{Price, PriceList, price_list_on, price_lists};
pub use regimen::{Regimen, RegimenChoice, RegimenKind, RegimenPartner, regimen, regimens};
pub use source::{Source, SourceKind, source, sources};
pub use table_map::{
    Columns, DateOrder, Dictionary, PatientRows, SampleColumns, TableItem, TableMap, TableMapFault,
};
pub use testing::{IshReading, TestingPages, testing, testing_editions};
pub use way::{WayPages, way_pages};
pub use words::{Word, words};

/// One static for each page, named by its id: `edition/question` is `EDITION_QUESTION`.
#[rustfmt::skip]
pub mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

mod registry {
    use crate::diagnostic::Diagnostic;
    use crate::edition::{EditionInfo, EditionStatus};
    use crate::medicine::NamedMedicine;
    use crate::monitoring::{
        Call, HeartFailure, MonitoringBy, MonitoringPage, MonitoringRule, MonitoringStatement,
        Rhythm, Schedule, Scheme, SchemeStep,
    };
    use crate::page::{Entry, PageInfo, PageKind};
    use crate::tables;
    #[allow(unused_imports)]
    use crate::{
        Approval, Arm, BoxedWarning, CareTable, Code, Companion, Contraception, Dose, Drug,
        Evidence, Maker, PartnerMedicine, Partners, Price, PriceList, Publication, Regimen,
        RegimenChoice, RegimenPartner, Source, Statement, TrialResult, Vial,
    };
    use jiff::civil::date;

    include!(concat!(env!("OUT_DIR"), "/registry.rs"));
}

/// The maps of tables that are known, name and TOML.
pub fn table_maps() -> &'static [(&'static str, &'static str)] {
    include!(concat!(env!("OUT_DIR"), "/table_maps.rs"))
}
