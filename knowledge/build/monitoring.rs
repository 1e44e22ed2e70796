//! The pages under `monitoring/`: what is watched under a medicine, when, what a value asks for, and who is called.

use super::spoken::{self, Spoken};
use super::walk::{self, File};
use her2_pages::compile::{
    CheckedPage, Cite, Decide, Document, Fault, Faults, Sources, TableHead, check_table, nearest,
    read_head,
};
use serde::Deserialize;
use std::path::Path;
use toml::Spanned;
use toml::value::Datetime;

pub mod emit;
mod terms;

use terms::Known;

/// Questions a table of monitoring may answer.
const ANSWERS: &[&str] = &["lvef-action", "lvef-start", "lvef-resume", "dose-action"];

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    Label,
    Guideline,
    Practice,
}

/// Why a page about the heart has no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoTable {
    Partner,
    Unverified,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    topic: Spanned<String>,
    by: By,
    #[serde(default, rename = "for")]
    medicines: Vec<Spanned<String>>,
    #[serde(default)]
    classes: Vec<Spanned<String>>,
    setting: Option<Spanned<String>>,
    question: Option<Spanned<String>>,
    cite: Option<Spanned<String>>,
    checked: Option<Spanned<Datetime>>,
    rule: Option<NoTable>,
    heart_failure: Option<HeartFailure>,
    #[serde(default)]
    schedule: Vec<Schedule>,
    #[serde(default)]
    statement: Vec<Statement>,
    #[serde(default)]
    call: Vec<Call>,
    #[serde(default)]
    scheme: Vec<Scheme>,
}

/// What heart failure with symptoms asks for, whatever the number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HeartFailure {
    action: Spanned<String>,
    mark: Spanned<String>,
    cite: Spanned<String>,
}

/// One test at its times.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Schedule {
    test: Spanned<String>,
    #[serde(default, rename = "for")]
    medicines: Vec<Spanned<String>>,
    setting: Option<Spanned<String>>,
    phase: Spanned<String>,
    #[serde(default)]
    each_dose: bool,
    every_weeks: Option<u16>,
    to_weeks: Option<u16>,
    every_months: Option<u16>,
    from_months: Option<u16>,
    for_months: Option<u16>,
    within_weeks: Option<u16>,
    times: Option<u16>,
    note: Option<Spoken>,
    mark: Spanned<String>,
    cite: Spanned<String>,
}

/// A sentence with its source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Statement {
    text: Spoken,
    #[serde(default, rename = "for")]
    medicines: Vec<Spanned<String>>,
    setting: Option<Spanned<String>>,
    mark: Spanned<String>,
    cite: Spanned<String>,
}

/// A symptom, and who is called for it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Call {
    symptom: Spoken,
    contact: Spanned<String>,
    urgency: Spanned<String>,
    mark: Spanned<String>,
    cite: Spanned<String>,
}

/// Prevention in steps by days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scheme {
    name: Spoken,
    step: Vec<Step>,
    mark: Spanned<String>,
    cite: Spanned<String>,
}

/// One step of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Step {
    from_day: u16,
    to_day: Option<u16>,
    what: Spoken,
}

/// A page of monitoring.
pub struct MonitoringPage {
    /// The id: folder and file.
    pub id: String,
    title: String,
    prose: String,
    head: Head,
    cite: Cite,
    checked: String,
    /// Its table, if it has one.
    pub table: Option<CheckedPage>,
    known: Known,
}

impl MonitoringPage {
    /// Every medicine that the page or a part of it names, with its line.
    pub fn medicines(&self) -> impl Iterator<Item = &Spanned<String>> {
        let schedules = self.head.schedule.iter().flat_map(|part| &part.medicines);
        let statements = self.head.statement.iter().flat_map(|part| &part.medicines);
        self.head
            .medicines
            .iter()
            .chain(schedules)
            .chain(statements)
    }
}

/// Every page of monitoring, and what is wrong with them.
pub struct Monitoring {
    /// The pages, by file.
    pub pages: Vec<MonitoringPage>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> Monitoring {
    let mut all = Monitoring {
        pages: Vec::new(),
        faults: Vec::new(),
        texts: Vec::new(),
    };
    for file in walk::files(root, "monitoring", "md") {
        let mut faults = Faults::of(&file.path);
        let page = page(&file, sources, &mut faults);
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    all
}

/// Medicines that pages name and that are nowhere.
pub fn unknown<'a>(
    monitoring: &Monitoring,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Vec<Fault> {
    let mut found = Vec::new();
    for page in &monitoring.pages {
        let path = format!("knowledge/{}.md", page.id);
        let mut faults = Faults::of(&path);
        for name in page.medicines() {
            let near = nearest(name.get_ref(), known.clone());
            if !known.clone().any(|known| known == name.get_ref()) {
                let hint = near
                    .map(|near| format!("; did you mean `{near}`?"))
                    .unwrap_or_default();
                let message = format!("no medicine `{}`{hint}", name.get_ref());
                faults.add(1, message);
            }
        }
        found.extend(faults.into_vec());
    }
    found
}

fn page(file: &File, sources: &Sources, faults: &mut Faults) -> Option<MonitoringPage> {
    let document = Document::read(&file.text, faults);
    let mut head: Head = read_head(&document, faults)?;
    let id = format!("monitoring/{}", file.stem);
    let known = terms::check(&document, &head, sources, faults);
    shape(&document, &head, faults);
    let checked = her2_pages::compile::date(&document, "checked", head.checked.as_ref(), faults)?;
    let Some(cite) = &head.cite else {
        faults.add(1, "`cite` is missing: the source that the page rests on");
        return None;
    };
    let cite = match sources.resolve(cite.get_ref()) {
        Ok(cite) => cite,
        Err(why) => {
            faults.add(document.line_of(cite), why);
            return None;
        }
    };
    let table = match head.question.take() {
        None => None,
        Some(question) => {
            let table_head = TableHead {
                question,
                decide: Decide::One,
                rank: None,
                carries: Vec::new(),
                otherwise: None,
                cite: head.cite.clone(),
                checked: head.checked.clone(),
            };
            Some(check_table(&id, &document, &table_head, sources, faults)?)
        }
    };
    let prose = document.sections.first().map(|section| section.prose());
    spoken::add(document.title());
    Some(MonitoringPage {
        id,
        title: document.title().to_owned(),
        prose: prose.unwrap_or_default(),
        cite,
        checked: checked.to_string(),
        table,
        known: known?,
        head,
    })
}

/// What the keys of a head must be to each other.
fn shape(document: &Document, head: &Head, faults: &mut Faults) {
    if head.medicines.is_empty() && head.classes.is_empty() {
        faults.add(
            1,
            "the page is about no medicine: neither `for` nor `classes`",
        );
    }
    match (&head.question, head.rule) {
        (Some(question), _) if !ANSWERS.contains(&question.get_ref().as_str()) => faults.add(
            document.line_of(question),
            format!(
                "a table of monitoring answers one of {}",
                ANSWERS.join(", ")
            ),
        ),
        (Some(question), Some(_)) => faults.add(
            document.line_of(question),
            "`rule` says that there is no table; the page has one",
        ),
        _ => {}
    }
    for entry in &head.schedule {
        let rhythms = [
            entry.each_dose,
            entry.every_weeks.is_some(),
            entry.every_months.is_some(),
        ];
        let line = document.line_of(&entry.test);
        if rhythms.iter().filter(|given| **given).count() > 1 {
            faults.add(
                line,
                "one rhythm: `each-dose`, `every-weeks` or `every-months`",
            );
        }
        let zero = [
            entry.every_weeks,
            entry.every_months,
            entry.times,
            entry.for_months,
        ];
        if zero.contains(&Some(0)) {
            faults.add(line, "a rhythm or a number of times is at least 1");
        }
        let before = entry.phase.get_ref() == "before";
        if entry.within_weeks.is_some() && !before {
            faults.add(line, "`within-weeks` belongs to the phase `before`");
        }
        let range = entry.every_weeks.zip(entry.to_weeks);
        if entry.to_weeks.is_some() && range.is_none_or(|(from, to)| from >= to) {
            faults.add(line, "`to-weeks` is more than `every-weeks`");
        }
        if rhythms.iter().any(|given| *given) && (before || entry.phase.get_ref() == "completion") {
            faults.add(line, "what is done once has no rhythm");
        }
    }
    for scheme in &head.scheme {
        let follows = |pair: &[Step]| pair[0].to_day.map(|day| day + 1) == Some(pair[1].from_day);
        if scheme.step.is_empty() || !scheme.step.windows(2).all(follows) {
            let line = document.line_of(&scheme.mark);
            faults.add(line, "each step begins on the day after the one before it");
        }
    }
}
