//! The pages under `codes/`: what the codes of a code system are read as.

#[path = "course.rs"]
mod course;
#[path = "names.rs"]
mod names;

use super::fact::{Day, Name, check_id};
use super::walk::{self, File};
use her2_case::{
    Grade, Her2Word, Histology, IhcScore, Mark, Menopause, Probe, ReceptorStatus, Term,
};
use her2_pages::compile::{
    Document, Fault, Faults, Section, Sources, cite_source, hint, read_head,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The head of a page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    id: Name,
    system: String,
    checked: Day,
}

/// A page of codes.
pub struct CodePage {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When somebody last looked at it.
    pub checked: Day,
    system: &'static str,
    rows: Vec<CodeRow>,
}

struct CodeRow {
    line: u32,
    code: String,
    meaning: String,
    display: Option<String>,
    mark: Mark,
    cite: String,
}

/// Every page, and what is wrong with them.
#[derive(Default)]
pub struct CodePages {
    /// The pages, by id.
    pub pages: Vec<CodePage>,
    /// The source of the names of observations without a code.
    names: String,
    /// The source of what words and days of a course say.
    course: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// The systems, by the name in a head and in Rust.
const SYSTEMS: [(&str, &str); 8] = [
    ("loinc", "Loinc"),
    ("snomed", "Snomed"),
    ("rxnorm", "RxNorm"),
    ("icd-10-cm", "Icd10Cm"),
    ("interpretation", "Interpretation"),
    ("data-absent-reason", "DataAbsentReason"),
    ("cancer-staging", "CancerStaging"),
    ("her2-in-focus", "Own"),
];

const HEADER: [&str; 5] = ["code", "is", "display", "mark", "cite"];

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> CodePages {
    let mut all = CodePages::default();
    for file in walk::files(root, "codes", "md") {
        // Other tables of values stand in the same folder; a page of codes names its system.
        if !file.text.lines().any(|line| line.starts_with("system = ")) {
            continue;
        }
        let mut faults = Faults::of(&file.path);
        let page = page(&file, sources, &mut faults);
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    twice(&mut all);
    if root.join("codes").is_dir() {
        match names::source(root) {
            Ok(names) => all.names = names,
            Err(fault) => all.faults.push(fault),
        }
        match course::source(root, sources) {
            Ok(course) => all.course = course,
            Err(fault) => all.faults.push(fault),
        }
    }
    all
}

/// A code that stands on two pages of a system.
fn twice(all: &mut CodePages) {
    let mut seen = BTreeMap::new();
    for page in &all.pages {
        for row in &page.rows {
            if let Some(other) = seen.insert((page.system, row.code.clone()), &page.id) {
                let page = format!("knowledge/codes/{}.md", page.id);
                let message = format!("`{}` stands on `{other}` too", row.code);
                let line = row.line;
                all.faults.push(Fault {
                    page,
                    line,
                    message,
                });
            }
        }
    }
}

fn page(file: &File, sources: &Sources, faults: &mut Faults) -> Option<CodePage> {
    let document = Document::read(&file.text, faults);
    let head: Head = read_head(&document, faults)?;
    check_id(&document, &head.id, &file.stem, faults);
    let mut systems = SYSTEMS.iter();
    let Some((_, system)) = systems.find(|(name, _)| *name == head.system) else {
        let hint = hint(&head.system, SYSTEMS.iter().map(|(name, _)| *name));
        faults.add(1, format!("no code system `{}`{hint}", head.system));
        return None;
    };
    let mut tables = document.sections.iter().flat_map(Section::tables);
    let Some(table) = tables.find(|table| table.header == HEADER) else {
        let header = HEADER.join(" | ");
        faults.add(1, format!("no table with the columns `{header}`"));
        return None;
    };
    let mut rows = Vec::new();
    for (line, cells) in &table.rows {
        match row(*line, cells, sources) {
            Ok(row) => rows.push(row),
            Err(why) => faults.add(*line, why),
        }
    }
    Some(CodePage {
        id: head.id.as_str().to_owned(),
        title: document.title().to_owned(),
        checked: head.checked,
        system,
        rows,
    })
}

fn row(line: u32, cells: &[String], sources: &Sources) -> Result<CodeRow, String> {
    let words = |cell: &String| Some(cell.clone()).filter(|words| words != "-");
    let mark = Mark::from_name(&cells[3]).ok_or_else(|| {
        let hint = hint(&cells[3], Mark::ALL.iter().map(|mark| mark.name()));
        format!("`{}` is no mark{hint}", cells[3])
    })?;
    Ok(CodeRow {
        line,
        code: cells[0].clone(),
        meaning: meaning(&cells[1])?,
        display: words(&cells[2]),
        mark,
        cite: cite_source(&sources.resolve(&cells[4])?),
    })
}

/// The source of what a code is read as.
fn meaning(cell: &str) -> Result<String, String> {
    if let Some(item) = cell.strip_prefix("item ") {
        return Ok(format!("Meaning::Item(Item::{})", camel(item)));
    }
    let (kind, value) = cell.split_once(' ').unwrap_or((cell, ""));
    let answer = match kind {
        "score" => format!("Score({})", term::<IhcScore>("IhcScore", value)?),
        "word" => format!("Word({})", term::<Her2Word>("Her2Word", value)?),
        "present" => "Present".to_owned(),
        "absent" => "Absent".to_owned(),
        "not-known" => "NotKnown".to_owned(),
        "grade" => format!("Grade({})", term::<Grade>("Grade", value)?),
        "histology" => format!("Histology({})", term::<Histology>("Histology", value)?),
        "probe" => format!("Probe({})", term::<Probe>("Probe", value)?),
        "menopause" => format!("Menopause({})", term::<Menopause>("Menopause", value)?),
        "side" => format!("Side({})", side(value)?),
        "procedure" => {
            let names = [
                "core_biopsy",
                "excision",
                "mastectomy",
                "nodes",
                "metastasis",
            ];
            format!("Procedure({})", one_of("Procedure", &names, value)?)
        }
        "t" => format!("T({value:?})"),
        "n" => format!("N({value:?})"),
        "m" => format!("M({value:?})"),
        "stage" => format!("Stage({value:?})"),
        "medicine" => format!("Medicine({value:?})"),
        "breast-cancer" if value.is_empty() => "BreastCancer(None)".to_owned(),
        "breast-cancer" => format!("BreastCancer(Some({}))", side(value)?),
        "breast-in-situ" => "BreastInSitu".to_owned(),
        "metastasis" => {
            let names = [
                "bone",
                "liver",
                "lung",
                "brain",
                "skin",
                "distant_nodes",
                "other",
            ];
            format!("Metastasis({})", one_of("MetastaticSite", &names, value)?)
        }
        "her2" | "er" | "pr" | "hr-positive" | "hr-negative" | "triple-negative" => {
            format!("Status({})", status(cell)?)
        }
        _ => return Err(format!("`{cell}` is nothing that a code can be read as")),
    };
    Ok(format!("Meaning::Answer(CodedAnswer::{answer})"))
}

fn side(value: &str) -> Result<String, String> {
    one_of("Laterality", &["left", "right", "bilateral"], value)
}

/// A status of a tumour: the marker and its word, one or several.
fn status(cell: &str) -> Result<String, String> {
    let (mut her2, mut er, mut pr, mut hr) = (None, None, None, None);
    let mut words = cell.split(' ');
    while let Some(word) = words.next() {
        match word {
            "triple-negative" => {
                (her2, er, pr) = (Some("negative"), Some("negative"), Some("negative"));
                hr = Some(false);
            }
            "hr-positive" => hr = Some(true),
            "hr-negative" => (hr, er, pr) = (Some(false), Some("negative"), Some("negative")),
            "her2" => her2 = words.next(),
            "er" => er = words.next(),
            "pr" => pr = words.next(),
            _ => return Err(format!("`{word}` is no marker")),
        }
    }
    let receptor = |word: Option<&str>| match word {
        Some(word) => Ok(format!(
            "Some({})",
            term::<ReceptorStatus>("ReceptorStatus", word)?
        )),
        None => Ok::<_, String>("None".to_owned()),
    };
    let her2 = match her2 {
        Some(word) => format!("Some({})", term::<Her2Word>("Her2Word", word)?),
        None => "None".to_owned(),
    };
    let (er, pr) = (receptor(er)?, receptor(pr)?);
    Ok(format!(
        "StatedStatus {{ her2: {her2}, er: {er}, pr: {pr}, hormone_receptors: {hr:?} }}"
    ))
}

fn term<T: Term>(of: &str, value: &str) -> Result<String, String> {
    let term = T::from_name(value).ok_or_else(|| {
        let hint = hint(value, T::ALL.iter().map(|term| term.name()));
        format!("`{value}` is no term of {}{hint}", T::QUESTION.name())
    })?;
    Ok(format!("::her2_case::{of}::{term:?}"))
}

fn one_of(of: &str, names: &[&str], value: &str) -> Result<String, String> {
    if !names.contains(&value) {
        let hint = hint(value, names.iter().copied());
        return Err(format!(
            "`{value}` is not one of {}{hint}",
            names.join(", ")
        ));
    }
    Ok(format!("::her2_case::{of}::{}", camel(value)))
}

/// `her2-ihc-percent` as `Her2IhcPercent`.
fn camel(name: &str) -> String {
    let parts = name.split(['-', '_']).map(|part| {
        let mut letters = part.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    parts.collect()
}

/// The source of the rows: every system with its rows sorted by code, and the order in which the pages have them; of the names; and of the course.
pub fn source(all: &CodePages) -> (String, &str, &str) {
    let pages = &all.pages;
    let mut text = String::new();
    let push = |text: &mut String, more: std::fmt::Arguments<'_>| {
        text.write_fmt(more).expect("a string can be written to");
    };
    let mut in_order = Vec::new();
    for (_, system) in SYSTEMS {
        let of_system = pages.iter().filter(|page| page.system == system);
        let mut rows: Vec<_> = of_system
            .flat_map(|page| {
                page.rows
                    .iter()
                    .enumerate()
                    .map(move |(at, row)| (&page.id, at, row))
            })
            .collect();
        rows.sort_by(|one, other| one.2.code.cmp(&other.2.code));
        push(
            &mut text,
            format_args!("static {}: &[CodeRow] = &[\n", system.to_uppercase()),
        );
        for (at, (page, place, row)) in rows.iter().enumerate() {
            in_order.push(((*page).clone(), *place, system, at));
            let CodeRow {
                line,
                code,
                meaning,
                display,
                mark,
                cite,
            } = row;
            push(
                &mut text,
                format_args!(
                    "    CodeRow {{ system: CodeSystem::{system}, code: {code:?}, meaning: {meaning}, display: {display:?}, \
                 mark: ::her2_case::Mark::{mark:?}, cite: {cite}, page: \"codes/{page}\", line: {line} }},\n"
                ),
            );
        }
        text.push_str("];\n");
    }
    in_order.sort();
    text.push_str("static IN_ORDER: &[&CodeRow] = &[\n");
    for (_, _, system, at) in in_order {
        push(
            &mut text,
            format_args!("    &{}[{at}],\n", system.to_uppercase()),
        );
    }
    text.push_str("];\n");
    (text, &all.names, &all.course)
}
