//! The Rust source of everything compiled.

use super::medicines::Named;
use super::written::diagnostics::DiagnosticPage;
use super::written::fact::Day;
use super::written::{FOLDERS, Written};
use her2_pages::compile::{
    CheckedPage, Decide, EditionPage, Fault, cite_source, constant_name, table_source,
};
use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::path::Path;

/// Writes `tables.rs`, the statics, and `registry.rs`, the lists of them.
pub fn write(out: &Path, written: &Written, names: &BTreeMap<String, Named>) {
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let mut pages: Vec<&CheckedPage> = written.tables().collect();
    pages.sort_by(|one, other| one.id.cmp(&other.id));

    let tables: Vec<_> = pages.iter().map(|page| table_source(page)).collect();
    write_file(&out.join("tables.rs"), &tables.join("\n"));

    let mut text = String::new();
    let editions = &written.guidelines.editions;
    let diagnostics = written.diagnostics.pages.iter().map(diagnostic);
    list(
        &mut text,
        "EDITIONS",
        "EditionInfo",
        editions.iter().map(edition),
    );
    list(&mut text, "DIAGNOSTICS", "Diagnostic", diagnostics);
    list(
        &mut text,
        "TABLES",
        "Entry",
        pages.iter().map(|page| entry(page)),
    );
    let about = editions.iter().map(edition_about);
    let about = about.chain(pages.iter().map(|page| page_about(page)));
    list(
        &mut text,
        "PAGES",
        "PageInfo",
        about.chain(written_about(written)),
    );
    let drugs = written.drugs.pages.iter().map(|page| source(&page.drug));
    list(
        &mut text,
        "SOURCES",
        "Source",
        written.sources.pages.iter().map(source),
    );
    list(
        &mut text,
        "EVIDENCE",
        "Evidence",
        written.evidence.pages.iter().map(source),
    );
    list(&mut text, "DRUGS", "Drug", drugs);
    list(
        &mut text,
        "PARTNERS",
        "Partners",
        written.partners.pages.iter().map(source),
    );
    list(
        &mut text,
        "REGIMENS",
        "Regimen",
        written.regimens.pages.iter().map(source),
    );
    list(
        &mut text,
        "PRICE_LISTS",
        "PriceList",
        written.prices.pages.iter().map(source),
    );
    list(
        &mut text,
        "MONITORING",
        "MonitoringPage",
        super::written::monitoring::emit::source(&written.monitoring),
    );
    list(
        &mut text,
        "CARE",
        "CareTable",
        written.care.iter().map(|page| page.source()),
    );
    let names = names.iter().map(|(name, named)| named.source(name));
    list(&mut text, "MEDICINE_NAMES", "NamedMedicine", names);
    let texts = written.texts();
    let version = version(texts.flat_map(|(path, text)| [path.as_str(), text.as_str()]));
    writeln!(text, "pub(crate) static VERSION: &str = {version:?};")
        .expect("a string can be written to");
    write_file(&out.join("registry.rs"), &text);
    let (codes, names, course) = super::written::codes::source(&written.codes);
    write_file(&out.join("codes.rs"), &codes);
    write_file(&out.join("names.rs"), names);
    write_file(&out.join("course.rs"), course);
    write_file(&out.join("prognosis.rs"), &written.prognosis.statics);
}

/// What was read from a head, as source.
fn source(of: &impl Debug) -> String {
    format!("{of:?}")
}

/// Pages whose ids differ and whose statics would not.
pub fn same_names(written: &Written) -> Vec<Fault> {
    let ids = written.tables().map(|page| &page.id);
    let mut names: BTreeMap<String, &String> = BTreeMap::new();
    let same = ids.filter_map(|id| {
        let other = names.insert(constant_name(id), id)?;
        Some(Fault {
            page: format!("knowledge/{id}.md"),
            line: 1,
            message: format!("its name is too like that of `{other}`: both become one static"),
        })
    });
    same.collect()
}

/// Writes a file of the build.
pub fn write_file(path: &Path, text: &str) {
    std::fs::write(path, text)
        .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
}

fn list(text: &mut String, name: &str, of: &str, items: impl Iterator<Item = String>) {
    writeln!(text, "pub(crate) static {name}: &[{of}] = &[").expect("a string can be written to");
    for item in items {
        writeln!(text, "    {item},").expect("a string can be written to");
    }
    text.push_str("];\n");
}

fn edition(edition: &EditionPage) -> String {
    let EditionPage {
        id,
        body,
        topic,
        year,
        title,
        status,
        doi,
        pmid,
        links,
        anchors,
        ..
    } = edition;
    let from = day(edition.in_force_from);
    let to = maybe(edition.in_force_to.map(day));
    let supersedes = edition.supersedes.as_ref().map(|(_, id)| id);
    let affirmed = edition.affirmed.iter().map(|of| {
        let (date, doi, note) = (day(of.date), &of.doi, &of.note);
        format!("crate::Affirmation {{ date: {date}, doi: {doi:?}, note: {note:?} }}")
    });
    let affirmed = affirmed.collect::<Vec<_>>().join(", ");
    let checked = day(edition.checked);
    format!(
        "EditionInfo {{ id: {id:?}, body: {body:?}, topic: {topic:?}, year: {year}, title: {title:?}, status: EditionStatus::{status:?}, \
         doi: &{doi:?}, pmid: &{pmid:?}, links: &{links:?}, in_force_from: {from}, in_force_to: {to}, \
         supersedes: {supersedes:?}, affirmed: &[{affirmed}], checked: {checked}, anchors: &{anchors:?} }}"
    )
}

fn diagnostic(diagnostic: &DiagnosticPage) -> String {
    let DiagnosticPage {
        code,
        title,
        severity,
        points_at,
        of_reports_only,
        why,
        what_to_do,
        page,
        fires,
        silent,
    } = diagnostic;
    let cite = page.cite.as_ref().map(cite_source);
    let cite = cite.expect("a diagnostic without a source was refused");
    let checked = day(page.checked);
    let table = constant_name(&page.id);
    format!(
        "Diagnostic {{ code: {code:?}, title: {title:?}, severity: ::her2_case::Severity::{severity:?}, points_at: {points_at:?}, \
         of_reports_only: {of_reports_only}, why: {why:?}, what_to_do: {what_to_do:?}, cite: {cite}, checked: {checked}, table: &tables::{table}, \
         fires: &{fires:?}, silent: &{silent:?} }}"
    )
}

fn entry(page: &CheckedPage) -> String {
    let (id, table) = (&page.id, constant_name(&page.id));
    let choices = page.decide == Decide::All;
    format!(
        "Entry {{ id: {id:?}, data: tables::{table}.data(), table: &tables::{table}, choices: {choices} }}"
    )
}

fn edition_about(edition: &EditionPage) -> String {
    let (id, title, checked) = (
        format!("{}/edition", edition.id),
        &edition.title,
        day(edition.checked),
    );
    format!(
        "PageInfo {{ id: {id:?}, title: {title:?}, kind: PageKind::Edition, checked: {checked}, cite: None }}"
    )
}

fn page_about(page: &CheckedPage) -> String {
    let (id, title, checked) = (&page.id, &page.title, day(page.checked));
    let kind = match id.split('/').next() {
        Some("diagnostics") => "Diagnostic",
        Some("drugs") => "Label",
        _ => "Question",
    };
    let cite = maybe(page.cite.as_ref().map(cite_source));
    format!(
        "PageInfo {{ id: {id:?}, title: {title:?}, kind: PageKind::{kind}, checked: {checked}, cite: {cite} }}"
    )
}

/// Pages without a table of their own.
fn written_about(written: &Written) -> Vec<String> {
    let mut about = Vec::new();
    let mut add = |folder: &str, id: &str, title: &str, kind: &str, checked: Day| {
        let (id, checked) = (format!("{folder}/{id}"), day(checked.0));
        about.push(format!(
            "PageInfo {{ id: {id:?}, title: {title:?}, kind: PageKind::{kind}, checked: {checked}, cite: None }}"
        ));
    };
    for page in &written.sources.pages {
        add(
            "sources",
            page.id.as_str(),
            &page.title,
            "Source",
            page.checked,
        );
    }
    for page in &written.evidence.pages {
        add(
            "evidence",
            page.id.as_str(),
            &page.trial,
            "Evidence",
            page.checked,
        );
    }
    for page in &written.drugs.pages {
        let (drug, kind) = (&page.drug, "Drug");
        add(
            "drugs",
            drug.id.as_str(),
            drug.inn.as_str(),
            kind,
            drug.checked,
        );
    }
    for page in &written.partners.pages {
        add("partners", page.id(), page.id(), "Partners", page.checked);
    }
    for page in &written.regimens.pages {
        add(
            "regimens",
            page.id.as_str(),
            &page.name.0,
            "Regimen",
            page.checked,
        );
    }
    for page in &written.prices.pages {
        add(
            "prices",
            page.id.as_str(),
            &page.title,
            "PriceList",
            page.checked,
        );
    }
    for topic in &written.topics.pages {
        add(
            "learn",
            topic.id.as_str(),
            &topic.title,
            "Topic",
            topic.checked,
        );
    }
    for page in &written.codes.pages {
        add("codes", &page.id, &page.title, "Codes", page.checked);
    }
    for page in &written.registry.pages {
        let id = page.id.as_str();
        add("codes/naaccr", id, &page.title, "Codes", page.checked);
    }
    for page in &written.prognosis.pages {
        let (id, title, checked) = (&page.id, &page.title, day(page.checked));
        let cite = cite_source(&page.cite);
        about.push(format!(
            "PageInfo {{ id: {id:?}, title: {title:?}, kind: PageKind::Score, checked: {checked}, cite: Some({cite}) }}"
        ));
    }
    about
}

fn day(day: impl std::fmt::Display) -> String {
    let text = day.to_string();
    let parts = text.split('-').map(|part| part.trim_start_matches('0'));
    format!("date({})", parts.collect::<Vec<_>>().join(", "))
}

fn maybe(source: Option<String>) -> String {
    source.map_or_else(|| "None".to_owned(), |source| format!("Some({source})"))
}

/// A name for the knowledge as it is: 64 bits of FNV-1a over every path and text.
fn version<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let bytes = parts.flat_map(|part| part.bytes().chain([0]));
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, step))
}
