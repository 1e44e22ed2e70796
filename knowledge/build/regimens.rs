//! The pages under `regimens/`: what is given together, and what is done that is no medicine.

use super::drugs::{DrugPages, Statement};
use super::fact::{Day, List, Name, TermOf, check_cites, check_id, resolve, text, words};
use super::partners::Partners;
use super::spoken::Spoken;
use super::walk::{self, File};
use her2_case::MedicineClass;
use her2_pages::compile::{Document, Fault, Faults, Sources, hint, read_head};
use serde::Deserialize;
use std::fmt;
use std::path::Path;

words! {
    /// What kind of thing it is.
    RegimenKind { Medicines, Measure }
}

/// A regimen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Regimen {
    pub id: Name,
    pub name: Spoken,
    abbreviation: Option<Spoken>,
    kind: RegimenKind,
    #[serde(default)]
    medicines: Positions,
    #[serde(default, rename = "choice")]
    choices: List<RegimenChoice>,
    #[serde(default, rename = "partner")]
    partners: List<RegimenPartner>,
    then: Option<Next>,
    #[serde(default, rename = "fact")]
    facts: List<Statement>,
    pub checked: Day,
    /// Whether it is against HER2: found from its medicines and from what follows it; said only of a measure.
    #[serde(default)]
    pub her2_directed: bool,
    #[serde(skip)]
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RegimenChoice {
    any_of: Positions,
    role: Spoken,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RegimenPartner {
    any_of: List<Name>,
    class: TermOf<MedicineClass>,
    note: Option<Spoken>,
}

/// The regimen that follows; in the source, its position.
#[derive(Deserialize)]
#[serde(transparent)]
struct Next {
    name: Name,
    #[serde(skip)]
    at: usize,
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.fmt(f)
    }
}

/// Pages named in a head; in the source, their positions.
#[derive(Default, Deserialize)]
#[serde(from = "Vec<Name>")]
struct Positions {
    names: Vec<Name>,
    at: Vec<usize>,
}

impl From<Vec<Name>> for Positions {
    fn from(names: Vec<Name>) -> Self {
        let at = Vec::new();
        Self { names, at }
    }
}

impl fmt::Debug for Positions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "&{:?}", self.at)
    }
}

impl Positions {
    fn resolve<'a>(
        &mut self,
        what: &str,
        known: impl Iterator<Item = &'a str> + Clone,
        document: &Document,
        faults: &mut Faults,
    ) {
        let names = self.names.iter();
        let found = names.map(|name| resolve(what, name, known.clone(), document, faults));
        self.at = found.flatten().collect();
    }
}

/// Every regimen, and what is wrong with them.
#[derive(Default)]
pub struct RegimenPages {
    /// The regimens, by id.
    pub pages: Vec<Regimen>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all.
pub fn read(
    root: &Path,
    sources: &Sources,
    drugs: &DrugPages,
    partners: &[Partners],
) -> RegimenPages {
    let mut all = RegimenPages::default();
    let files = walk::files(root, "regimens", "md");
    let ids: Vec<String> = files.iter().map(|file| file.stem.clone()).collect();
    let known = Known {
        drugs,
        partners,
        ids: &ids,
    };
    for file in files {
        let mut faults = Faults::of(&file.path);
        let page = regimen(&file, sources, &known, &mut faults);
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    follow(&mut all.pages);
    all
}

/// What is followed by a regimen against HER2 is against HER2 too.
fn follow(pages: &mut [Regimen]) {
    for _ in 0..pages.len() {
        let directed: Vec<String> = (pages.iter().filter(|page| page.her2_directed))
            .map(|page| page.id.as_str().to_owned())
            .collect();
        for page in &mut *pages {
            let next = page.then.as_ref().map(|next| next.name.as_str());
            page.her2_directed |= next.is_some_and(|next| directed.iter().any(|of| of == next));
        }
    }
}

struct Known<'a> {
    drugs: &'a DrugPages,
    partners: &'a [Partners],
    ids: &'a [String],
}

fn regimen(
    file: &File,
    sources: &Sources,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Option<Regimen> {
    let document = Document::read(&file.text, faults);
    let mut regimen: Regimen = read_head(&document, faults)?;
    check_id(&document, &regimen.id, &file.stem, faults);
    check_cites(&document, sources, faults);
    regimen.text = text(&document);
    let drugs = known.drugs.ids.iter().map(String::as_str);
    let ids = known.ids.iter().map(String::as_str);
    if let Some(next) = &mut regimen.then {
        let found = resolve("regimen", &next.name, ids, &document, faults);
        next.at = found.unwrap_or_default();
    }
    regimen
        .medicines
        .resolve("medicine", drugs.clone(), &document, faults);
    for choice in &mut regimen.choices.0 {
        choice
            .any_of
            .resolve("medicine", drugs.clone(), &document, faults);
    }
    for partner in &regimen.partners.0 {
        check_partner(partner, known, &document, faults);
    }
    let choices = regimen
        .choices
        .0
        .iter()
        .flat_map(|choice| &choice.any_of.at);
    let given: Vec<_> = regimen.medicines.at.iter().chain(choices).collect();
    let drugs = &known.drugs.pages;
    let directed = |at: &&usize| {
        let page = drugs.get(**at);
        page.is_some_and(|page| page.drug.class.0.is_her2_directed())
    };
    if regimen.her2_directed && regimen.kind == RegimenKind::Medicines {
        faults.add(
            1,
            "`her2-directed` is said of measures alone; of medicines it is known",
        );
    }
    regimen.her2_directed |= given.iter().any(directed);
    let nothing = given.is_empty() && regimen.partners.0.is_empty();
    if (regimen.kind == RegimenKind::Medicines) == nothing && faults.is_empty() {
        faults.add(
            1,
            "a regimen of kind `medicines` names some, a `measure` none",
        );
    }
    Some(regimen)
}

fn check_partner(
    partner: &RegimenPartner,
    known: &Known<'_>,
    document: &Document,
    faults: &mut Faults,
) {
    let (partners, drugs) = (known.partners.iter(), known.drugs.pages.iter());
    let names = partners.flat_map(|page| page.medicines.0.iter().map(|of| of.inn.as_str()));
    let drugs = drugs.filter(|page| !page.drug.class.0.is_her2_directed());
    let names: Vec<&str> = names
        .chain(drugs.map(|page| page.drug.inn.as_str()))
        .collect();
    if partner.class.0.is_her2_directed() {
        faults.add(
            1,
            "a medicine against HER2 is no partner: it belongs to `medicines` or to a `[[choice]]`",
        );
    }
    for name in &partner.any_of.0 {
        if !names.contains(&name.as_str()) {
            let (line, name) = (document.line_of(&name.0), name.as_str());
            let hint = hint(name, names.iter().copied());
            faults.add(
                line,
                format!("no medicine `{name}` under `partners/` or `drugs/`{hint}"),
            );
        }
    }
}
