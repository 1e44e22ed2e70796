//! Everything as it is written: the pages of every folder, read and held against each other.

#![allow(
    dead_code,
    reason = "heads are written as source by their Debug, which the compiler does not count"
)]

pub mod care;
pub mod codes;
pub mod diagnostics;
pub mod drugs;
pub mod evidence;
pub mod fact;
pub mod guidelines;
pub mod learn;
pub mod monitoring;
pub mod naaccr;
pub mod partners;
pub mod prices;
pub mod prognosis;
pub mod regimens;
pub mod sources;
pub mod spoken;
pub mod walk;

use care::{CarePage, Named};
use codes::CodePages;
use diagnostics::Diagnostics;
use drugs::DrugPages;
use evidence::EvidencePages;
use guidelines::Guidelines;
use her2_pages::compile::{CheckedPage, Fault, Sources};
use learn::Topics;
use monitoring::Monitoring;
use naaccr::RegistryPages;
use partners::PartnerPages;
use prices::PricePages;
use prognosis::Prognosis;
use regimens::RegimenPages;
use sources::SourcePages;
use std::path::Path;

/// The folders whose pages are compiled here.
pub const FOLDERS: [&str; 12] = [
    "guidelines",
    "diagnostics",
    "sources",
    "evidence",
    "drugs",
    "partners",
    "regimens",
    "prices",
    "prognosis",
    "monitoring",
    "learn",
    "codes",
];

/// Every page.
pub struct Written {
    /// Editions and their pages.
    pub guidelines: Guidelines,
    /// What the report checker looks for.
    pub diagnostics: Diagnostics,
    /// What may be cited besides editions.
    pub sources: SourcePages,
    /// Trials.
    pub evidence: EvidencePages,
    /// Medicines.
    pub drugs: DrugPages,
    /// Medicines without a page of their own.
    pub partners: PartnerPages,
    /// What is given together.
    pub regimens: RegimenPages,
    /// Lists of prices.
    pub prices: PricePages,
    /// Prognostic scores.
    pub prognosis: Prognosis,
    /// What is watched.
    pub monitoring: Monitoring,
    /// What a newcomer may want to learn.
    pub topics: Topics,
    /// What codes are read as.
    pub codes: CodePages,
    /// Items and codes of cancer registries.
    pub registry: RegistryPages,
    /// What the tables of options name.
    pub care: Vec<CarePage>,
    /// What is wrong between pages.
    between: Vec<Fault>,
}

/// Reads and checks everything.
pub fn read(root: &Path) -> Written {
    let sources = sources::read(root);
    let evidence = evidence::read(root);
    let mut between = Vec::new();
    let cited = citable(&sources, &evidence, &mut between);
    let guidelines = guidelines::read(root, cited);
    let all = &guidelines.sources;
    between.extend(evidence::unresolved(&evidence, all));
    let diagnostics = diagnostics::read(root, all);
    let drugs = drugs::read(root, all);
    let partners = partners::read(root);
    let regimens = regimens::read(root, all, &drugs, &partners.pages);
    let prices = prices::read(root, all);
    let prognosis = prognosis::read(root, all);
    let monitoring = monitoring::read(root, all);
    let ids = drugs.pages.iter().map(|page| page.drug.id.as_str());
    let others = partners.pages.iter().flat_map(|page| &page.medicines.0);
    let known = ids.chain(others.map(|medicine| medicine.inn.as_str()));
    if drugs.faults.is_empty() && partners.faults.is_empty() {
        between.extend(monitoring::unknown(&monitoring, known));
    }
    let topics = learn::read(root, all, &sources.pages);
    let codes = codes::read(root, all);
    let registry = naaccr::read(root, all);
    spoken_titles(&guidelines);
    let mut written = Written {
        guidelines,
        diagnostics,
        sources,
        evidence,
        drugs,
        partners,
        regimens,
        prices,
        prognosis,
        monitoring,
        topics,
        codes,
        registry,
        care: Vec::new(),
        between,
    };
    // What rows name is looked for only where every page that can be named was read.
    let named = [
        &written.regimens.faults,
        &written.evidence.faults,
        &written.drugs.faults,
    ];
    if named.iter().all(|faults| faults.is_empty()) {
        let mut faults = Vec::new();
        written.care = written.read_care(&mut faults);
        written.between.extend(faults);
    }
    written
}

/// Titles of the pages of questions, and what the anchors of editions stand for.
fn spoken_titles(guidelines: &Guidelines) {
    for page in &guidelines.pages {
        spoken::add(&page.title);
    }
    for edition in &guidelines.editions {
        for (_, place) in &edition.anchors {
            spoken::add(place);
        }
    }
}

/// The sources and the trials, as they may be cited.
fn citable(sources: &SourcePages, evidence: &EvidencePages, faults: &mut Vec<Fault>) -> Sources {
    let mut citable = Sources::default();
    for source in &sources.pages {
        let (id, anchors) = (source.id.as_str(), source.anchors.0.keys().cloned());
        citable.add_page(id, &format!("sources/{id}.md"), anchors.collect());
    }
    for trial in &evidence.pages {
        let (id, results) = (trial.id.as_str(), trial.results.0.iter());
        let mut anchors: Vec<_> = results
            .map(|result| result.id.as_str().to_owned())
            .collect();
        anchors.push(evidence::PUBLICATION.to_owned());
        let file = format!("evidence/{id}.md");
        if citable.add_page(id, &file, anchors) {
            faults.push(Fault {
                page: format!("knowledge/{file}"),
                line: 1,
                message: format!("`{id}` is the name of a source under `sources/` too"),
            });
        }
    }
    citable
}

impl Written {
    /// Every page that has a table.
    pub fn tables(&self) -> impl Iterator<Item = &CheckedPage> {
        let checks = self.diagnostics.pages.iter().map(|of| &of.page);
        let labels = self.drugs.pages.iter().flat_map(|of| &of.tables);
        let watched = self.monitoring.pages.iter();
        let watched = watched.filter_map(|of| of.table.as_ref());
        let questions = self.guidelines.pages.iter();
        questions.chain(checks).chain(labels).chain(watched)
    }

    /// Everything that is wrong.
    pub fn faults(&self) -> Vec<Fault> {
        let all = [
            &self.guidelines.faults,
            &self.diagnostics.faults,
            &self.sources.faults,
            &self.evidence.faults,
            &self.drugs.faults,
            &self.partners.faults,
            &self.regimens.faults,
            &self.prices.faults,
            &self.prognosis.faults,
            &self.monitoring.faults,
            &self.topics.faults,
            &self.codes.faults,
            &self.registry.faults,
            &self.between,
        ];
        all.into_iter().flatten().cloned().collect()
    }

    /// Path and text of every file read.
    pub fn texts(&self) -> impl Iterator<Item = &(String, String)> {
        let all = [
            &self.guidelines.texts,
            &self.diagnostics.texts,
            &self.sources.texts,
            &self.evidence.texts,
            &self.drugs.texts,
            &self.partners.texts,
            &self.regimens.texts,
            &self.prices.texts,
            &self.prognosis.texts,
            &self.monitoring.texts,
            &self.topics.texts,
            &self.codes.texts,
            &self.registry.texts,
        ];
        all.into_iter().flatten()
    }

    fn read_care(&self, faults: &mut Vec<Fault>) -> Vec<CarePage> {
        let named = Named {
            regimens: &self.regimens.pages,
            evidence: &self.evidence.pages,
        };
        let mut care = Vec::new();
        for page in self
            .guidelines
            .pages
            .iter()
            .filter(|page| care::is_care(page))
        {
            let path = format!("knowledge/guidelines/{}.md", page.id);
            let folder = page.id.split('/').next();
            let mut editions = self.guidelines.editions.iter();
            let edition = editions.position(|edition| Some(edition.id.as_str()) == folder);
            care.push(care::read(page, &path, edition, None, &named, faults));
        }
        for (at, drug) in self.drugs.pages.iter().enumerate() {
            let path = format!("knowledge/drugs/{}.md", drug.drug.id.as_str());
            for page in &drug.tables {
                care.push(care::read(page, &path, None, Some(at), &named, faults));
            }
        }
        care.sort_by(|one, other| one.page.cmp(&other.page));
        care
    }
}
