//! The pages under `drugs/`: one medicine each, with the facts of its head and up to two tables of what its label lists.

use super::fact::{
    Cited, Day, Exact, List, Name, Number, TermOf, When, check_cites, check_id, resolve, text,
    words,
};
use super::spoken::{self, Spoken};
use super::walk::{self, File};
use her2_case::{Her2Category, Mark, MedicineClass, Setting, Sex};
use her2_pages::compile::{
    CheckedPage, Decide, Document, Fault, Faults, Section, Sources, TableHead, check_table,
    constant_name, read_head,
};
use serde::Deserialize;
use std::fmt;
use std::path::Path;
use toml::Spanned;
use toml::value::Datetime;

words! {
    /// How a medicine stands to others.
    DrugKind { Originator, Biosimilar, Subcutaneous, Beside }
    /// How it is given.
    Route { Intravenous, Subcutaneous, Oral }
    /// What a company has to do with it.
    MakerRole { Holder, Seller, Former }
    /// For which setting a dose is.
    DoseSetting { Early, Metastatic, Any }
}

/// A medicine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Drug {
    pub id: Name,
    pub inn: Name,
    pub us_name: Option<Name>,
    #[serde(default)]
    pub brands: List<Name>,
    pub abbreviation: Option<Name>,
    pub class: TermOf<MedicineClass>,
    target: Spoken,
    pub kind: DrugKind,
    pub reference: Option<Name>,
    route: Route,
    breast: bool,
    pub checked: Day,
    summary: Spoken,
    summary_mark: TermOf<Mark>,
    summary_cite: Cited,
    #[serde(default, rename = "maker")]
    makers: List<Maker>,
    #[serde(default, rename = "dose")]
    doses: List<Dose>,
    #[serde(default, rename = "vial")]
    vials: List<Vial>,
    #[serde(default, rename = "code")]
    codes: List<Code>,
    #[serde(default, rename = "boxed-warning")]
    boxed_warnings: List<BoxedWarning>,
    #[serde(default)]
    contraception: List<Contraception>,
    #[serde(default, rename = "interaction")]
    interactions: List<Statement>,
    #[serde(default, rename = "reaction")]
    reactions: List<Statement>,
    #[serde(default, rename = "approval")]
    approvals: List<Approval>,
    #[serde(default, rename = "companion")]
    companions: List<Companion>,
    #[serde(default)]
    holds_with: List<Name>,
    early: Option<LabelTable>,
    metastatic: Option<LabelTable>,
    #[serde(skip)]
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Maker {
    name: String,
    role: MakerRole,
    mark: TermOf<Mark>,
    cite: Cited,
    from: Option<When>,
    until: Option<When>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Dose {
    setting: Option<DoseSetting>,
    loading: Option<Number>,
    amount: Number,
    unit: String,
    every_weeks: Option<u8>,
    per_day: Option<u8>,
    loading_hcpcs_units: Option<u16>,
    hcpcs_units: Option<u16>,
    duration: Option<Spoken>,
    note: Option<Spoken>,
    mark: TermOf<Mark>,
    cite: Cited,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Vial {
    mg: Exact,
    note: Option<Spoken>,
    mark: TermOf<Mark>,
    cite: Cited,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Code {
    system: String,
    code: Number,
    per: Option<String>,
    note: Option<Spoken>,
    mark: TermOf<Mark>,
    cite: Cited,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct BoxedWarning {
    topic: String,
    mark: TermOf<Mark>,
    cite: Cited,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Contraception {
    who: TermOf<Sex>,
    months: Option<u8>,
    weeks: Option<u8>,
    mark: TermOf<Mark>,
    cite: Cited,
}

/// Something said in a sentence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Statement {
    text: Spoken,
    mark: TermOf<Mark>,
    cite: Cited,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Approval {
    date: Day,
    what: Spoken,
    mark: TermOf<Mark>,
    cite: Cited,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Companion {
    test: String,
    claim: Spoken,
    her2: TermOf<Her2Category>,
    setting: Option<TermOf<Setting>>,
    option: Option<Name>,
    mark: TermOf<Mark>,
    cite: Cited,
}

/// What the head says of one of the two tables. Its `Debug` is the static compiled from it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LabelTable {
    cite: Option<Spanned<String>>,
    otherwise: Option<Spanned<String>>,
    #[serde(skip)]
    page: String,
}

impl fmt::Debug for LabelTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "&crate::tables::{}", constant_name(&self.page))
    }
}

/// A medicine with its tables.
pub struct DrugPage {
    /// The medicine.
    pub drug: Drug,
    /// What its label lists, by setting.
    pub tables: Vec<CheckedPage>,
}

/// Every medicine, and what is wrong with them.
#[derive(Default)]
pub struct DrugPages {
    /// The medicines, by id.
    pub pages: Vec<DrugPage>,
    /// The names of all files, those with faults too.
    pub ids: Vec<String>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> DrugPages {
    let mut all = DrugPages::default();
    for file in walk::files(root, "drugs", "md") {
        let mut faults = Faults::of(&file.path);
        let page = drug(&file, sources, &mut faults);
        all.ids.push(file.stem.clone());
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    let unknown = references(&all);
    all.faults.extend(unknown);
    all
}

/// Medicines that others name and that are nowhere.
fn references(all: &DrugPages) -> Vec<Fault> {
    let mut found = Vec::new();
    if !all.faults.is_empty() {
        return found;
    }
    let ids = all.ids.iter().map(String::as_str);
    for (page, (path, text)) in all.pages.iter().zip(&all.texts) {
        let mut faults = Faults::of(path);
        let document = Document::read(text, &mut Faults::of(path));
        for name in page.drug.reference.iter().chain(&page.drug.holds_with.0) {
            resolve("medicine", name, ids.clone(), &document, &mut faults);
        }
        found.extend(faults.into_vec());
    }
    found
}

const SETTINGS: [(&str, &str, &str); 2] = [
    ("early", "Early disease", "Cases: early disease"),
    (
        "metastatic",
        "Metastatic disease",
        "Cases: metastatic disease",
    ),
];

fn drug(file: &File, sources: &Sources, faults: &mut Faults) -> Option<DrugPage> {
    let document = Document::read(&file.text, faults);
    let mut drug: Drug = read_head(&document, faults)?;
    check_id(&document, &drug.id, &file.stem, faults);
    check_cites(&document, sources, faults);
    drug.text = text(&document);
    spoken::add_prose(&drug.text);
    for name in [Some(&drug.inn), drug.us_name.as_ref()]
        .into_iter()
        .flatten()
    {
        spoken::add(name.as_str());
    }
    if drug.kind == DrugKind::Biosimilar && drug.reference.is_none() {
        faults.add(
            1,
            "`reference` is missing: the medicine that a biosimilar is like",
        );
    }
    for dose in &drug.doses.0 {
        let amounts = dose.loading.iter().chain([&dose.amount]);
        for Number(amount) in amounts {
            if amount
                .split('/')
                .any(|part| part.trim().parse::<her2_case::Decimal>().is_err())
            {
                faults.add(
                    1,
                    format!(
                        "`{amount}` is no amount: a decimal number, or several with `/` between"
                    ),
                );
            }
        }
        if dose.every_weeks.is_some() == dose.per_day.is_some() {
            faults.add(1, "a `[[dose]]` has either `every-weeks` or `per-day`");
        }
    }
    let checked = Spanned::new(0..0, checked(&drug));
    let mut tables = Vec::new();
    for (setting, heading, cases) in SETTINGS {
        let of = match setting {
            "early" => &mut drug.early,
            _ => &mut drug.metastatic,
        };
        let part = part(&document, heading, cases);
        if part.is_none() && of.is_some() {
            faults.add(
                1,
                format!("`[{setting}]` without a table under `## {heading}`"),
            );
        }
        let Some(part) = part else { continue };
        let of = of.get_or_insert_default();
        of.page = format!("drugs/{}-{setting}", file.stem);
        let head = TableHead {
            question: Spanned::new(0..0, "listing".to_owned()),
            decide: Decide::All,
            rank: Some(Spanned::new(0..0, "rank".to_owned())),
            carries: carried(&part),
            otherwise: of.otherwise.clone(),
            cite: of.cite.clone(),
            checked: Some(checked.clone()),
        };
        tables.extend(check_table(&of.page, &part, &head, sources, faults));
    }
    Some(DrugPage { drug, tables })
}

fn checked(drug: &Drug) -> Datetime {
    let day = drug.checked.0.to_string();
    day.parse().expect("a day is written as TOML writes one")
}

/// Besides the regimen, a table may carry the trials it rests on and a remark.
fn carried(part: &Document) -> Vec<Spanned<String>> {
    let tables = part.sections.iter().flat_map(Section::tables);
    let header: Vec<&String> = tables.flat_map(|table| &table.header).collect();
    let columns = ["option", "evidence", "note"].into_iter();
    let there =
        columns.filter(|column| *column == "option" || header.iter().any(|of| of == column));
    there
        .map(|column| Spanned::new(0..0, column.to_owned()))
        .collect()
}

/// The page as it would be with this table alone.
fn part(document: &Document, heading: &str, cases: &str) -> Option<Document> {
    document.section(heading)?;
    let named = |section: &&Section| section.heading == heading || section.heading == cases;
    let sections = document.sections.iter().filter(named).cloned();
    let title = format!("{}: {}", document.title(), heading.to_lowercase());
    let renamed = sections.map(|section| Section {
        heading: if section.heading == cases {
            "Cases".to_owned()
        } else {
            title.clone()
        },
        ..section
    });
    Some(Document {
        head: document.head.clone(),
        sections: renamed.collect(),
    })
}
