//! The pages under `diagnostics/`: what the report checker looks for, why, and what to do about it.

use super::spoken::{self, Spoken};
use super::walk::{self, File};
use her2_pages::compile::{
    CheckedPage, Decide, Document, Fault, Faults, Sources, TableHead, check_table, nearest,
    read_head,
};
use serde::Deserialize;
use std::path::Path;
use toml::Spanned;
use toml::value::Datetime;

/// What a diagnostic can point at.
const PLACES: &[&str] = &[
    "score",
    "ratio",
    "copies",
    "word",
    "group",
    "percent",
    "cells",
    "tissue",
    "result",
    "histology",
    "report",
];

/// The kinds of fenced blocks that hold a record.
const RECORDS: &[&str] = &["report", "fhir", "hl7", "csv", "naaccr"];

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Error,
    Warning,
    Note,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    code: Spanned<String>,
    title: Spoken,
    severity: Severity,
    cite: Option<Spanned<String>>,
    checked: Option<Spanned<Datetime>>,
    points_at: Spanned<String>,
    /// Whether it is asked of written reports only, of which more is expected than of a result in a field.
    #[serde(default)]
    of_reports_only: bool,
}

/// A diagnostic's page.
pub struct DiagnosticPage {
    /// Its code.
    pub code: String,
    /// What it says in a line.
    pub title: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What it points at.
    pub points_at: String,
    /// Whether it is asked of written reports only.
    pub of_reports_only: bool,
    /// Why it matters.
    pub why: String,
    /// What to do about it.
    pub what_to_do: String,
    /// When it fires.
    pub page: CheckedPage,
    /// Reports in which it fires.
    pub fires: Vec<String>,
    /// Reports in which it does not.
    pub silent: Vec<String>,
}

/// Every diagnostic, and what is wrong with them.
pub struct Diagnostics {
    /// The pages, by code.
    pub pages: Vec<DiagnosticPage>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Path and text of every file read.
    pub texts: Vec<(String, String)>,
}

/// Reads and checks them all.
pub fn read(root: &Path, sources: &Sources) -> Diagnostics {
    let mut all = Diagnostics {
        pages: Vec::new(),
        faults: Vec::new(),
        texts: Vec::new(),
    };
    for file in walk::files(root, "diagnostics", "md") {
        let mut faults = Faults::of(&file.path);
        let page = diagnostic(&file, sources, &mut faults);
        match page.filter(|_| faults.is_empty()) {
            Some(page) => all.pages.push(page),
            None => all.faults.extend(faults.into_vec()),
        }
        all.texts.push((file.path, file.text));
    }
    all
}

fn diagnostic(file: &File, sources: &Sources, faults: &mut Faults) -> Option<DiagnosticPage> {
    let document = Document::read(&file.text, faults);
    let head: Head = read_head(&document, faults)?;
    let code = head.code.get_ref();
    if *code != file.stem {
        let line = document.line_of(&head.code);
        faults.add(
            line,
            format!("`code` is `{code}`, but the file is `{}`", file.stem),
        );
    }
    let place = head.points_at.get_ref();
    if !PLACES.contains(&place.as_str()) {
        let near = nearest(place, PLACES.iter().copied());
        let hint = near
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_default();
        let line = document.line_of(&head.points_at);
        faults.add(line, format!("`points-at` knows no `{place}`{hint}"));
    }
    let (why, what_to_do) = (
        prose(&document, "Why", faults),
        prose(&document, "What to do", faults),
    );
    let fires = examples(&document, "Fires", faults);
    let silent = examples(&document, "Silent", faults);
    let id = format!("diagnostics/{}", file.stem);
    let table_head = TableHead {
        question: Spanned::new(0..0, "fires".to_owned()),
        decide: Decide::One,
        rank: None,
        carries: Vec::new(),
        otherwise: None,
        cite: head.cite,
        checked: head.checked,
    };
    if table_head.cite.is_none() {
        faults.add(
            1,
            "`cite` is missing: the source that a diagnostic rests on",
        );
    }
    let page = check_table(&id, &document, &table_head, sources, faults)?;
    Some(DiagnosticPage {
        code: head.code.into_inner(),
        title: head.title.0,
        severity: head.severity,
        points_at: head.points_at.into_inner(),
        of_reports_only: head.of_reports_only,
        why,
        what_to_do,
        page,
        fires,
        silent,
    })
}

fn prose(document: &Document, heading: &str, faults: &mut Faults) -> String {
    let prose = document.section(heading).map(|section| section.prose());
    let prose = prose.unwrap_or_default();
    spoken::add_prose(&prose);
    if prose.is_empty() {
        faults.add(1, format!("nothing is said under `## {heading}`"));
    }
    prose
}

fn examples(document: &Document, heading: &str, faults: &mut Faults) -> Vec<String> {
    let of_kind = |kind: &&str| -> Vec<String> {
        let section = document.section(heading).into_iter();
        let blocks = section.flat_map(|section| section.fences(kind));
        blocks.map(|(_, text)| text.to_owned()).collect()
    };
    let records: Vec<String> = RECORDS.iter().flat_map(of_kind).collect();
    if records.is_empty() {
        let kinds = RECORDS.join("`, `");
        let fault = format!("no example under `## {heading}`: a fenced block of kind `{kinds}`");
        faults.add(1, fault);
    }
    records
}
