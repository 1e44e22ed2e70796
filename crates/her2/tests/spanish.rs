//! Every document in Spanish: no English sentence of the pages or of the messages is left in it, and it says that no clinician has read
//! its words yet.
#![allow(clippy::unwrap_used)]

#[path = "worked/pages.rs"]
mod worked;

use her2::{CareInput, Document, DrugsAsked, MonitorInput, PlanWith};
use jiff::civil::{Date, date};
use std::path::Path;
use worked::worked;

const TODAY: Date = date(2026, 11, 22);

/// Words that are common in English and none in Spanish.
const ENGLISH: [&str; 44] = [
    "the", "and", "of", "your", "with", "without", "is", "are", "was", "were", "this", "that",
    "which", "when", "who", "what", "from", "for", "not", "or", "on", "by", "it", "at", "to", "be",
    "been", "has", "have", "if", "than", "then", "after", "before", "every", "each", "week",
    "weeks", "month", "months", "day", "days", "breast", "disease",
];

/// The texts of a page that are in its own language: not the words of a record, nor titles of sources and names of rows.
fn own_words(html: &str) -> Vec<String> {
    const VOID: [&str; 4] = ["meta", "input", "link", "br"];
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut all = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let name = tag.split_whitespace().next().unwrap_or_default();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop().map(|(name, _)| name).as_deref(), Some(closed));
        } else if !name.starts_with('!') {
            let within = open.last().is_some_and(|(_, foreign)| *foreign);
            let foreign = within || tag.contains("lang=\"en\"") || name == "style";
            for named in ["aria-label=\"", "title=\""] {
                let value = tag
                    .split_once(named)
                    .and_then(|(_, rest)| rest.split_once('"'));
                all.extend(
                    value
                        .filter(|_| !foreign)
                        .map(|(value, _)| value.to_owned()),
                );
            }
            if !VOID.contains(&name) {
                open.push((name.to_owned(), foreign));
            }
        }
        if !open.last().is_some_and(|(_, foreign)| *foreign) {
            all.push(text.to_owned());
        }
    }
    all
}

/// What is English in a document, with the sentences in which it stands.
fn english_of(name: &str, document: &Document, found: &mut Vec<String>) {
    says_so(name, document);
    english_in(name, &document.html(), found);
}

/// Every form of a document says that no clinician has read its words.
fn says_so(name: &str, document: &Document) {
    let html = document.html();
    assert!(html.contains("<html lang=\"es\">"), "{name}");
    let notice = "aún no revisada por un profesional clínico";
    assert!(html.contains(notice), "{name}");
    assert!(document.json().contains(notice), "{name}");
    let text = document.text(100, false);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(notice), "{name}");
}

fn english_in(name: &str, html: &str, found: &mut Vec<String>) {
    for said in own_words(html) {
        let of_english = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            ENGLISH.contains(&word.to_lowercase().as_str())
        };
        // What is typed stands in quotation marks.
        let typed = said.split('“').enumerate().map(|(at, part)| match at {
            0 => part,
            _ => part.split_once('”').map_or("", |(_, rest)| rest),
        });
        let said: String = typed.collect();
        let spanish = her2_knowledge::language_of("es").unwrap();
        let of_page = spanish.said(said.trim()) != said.trim();
        if of_page || said.split_whitespace().any(of_english) || said.contains('\u{27e8}') {
            found.push(format!("{name}: {said}"));
        }
    }
}

fn assert_none(mut found: Vec<String>) {
    found.sort();
    found.dedup_by_key(|line| line.split_once(": ").map(|(_, said)| said.to_owned()));
    let count = found.len();
    assert!(
        found.is_empty(),
        "{count} in English:\n{}",
        found.join("\n")
    );
}

fn reports() -> Vec<(String, Vec<u8>)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut all = Vec::new();
    for folder in [
        "reports",
        "records/fhir",
        "records/hl7v2",
        "records/naaccr",
        "records/table",
    ] {
        for entry in std::fs::read_dir(cases.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_file()
                && !["md", "toml", "expected"]
                    .iter()
                    .any(|end| name.ends_with(end))
            {
                all.push((name, std::fs::read(path).unwrap()));
            }
        }
    }
    all.sort();
    assert!(all.len() > 10);
    all
}

#[test]
fn reports_are_explained_in_spanish() {
    let mut found = Vec::new();
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        let case = reading.decide(TODAY, None);
        english_of(&name, &case.patient("es").unwrap(), &mut found);
        english_of(&name, &case.clinician("es").unwrap(), &mut found);
    }
    assert_none(found);
}

#[test]
fn plans_are_in_spanish() {
    let mut found = Vec::new();
    for (at, case) in worked("therapy").into_iter().enumerate() {
        assert!(case.about.is_empty() && !case.expected.is_empty());
        let input = CareInput::read(case.input.as_bytes()).unwrap();
        let day = input.as_of().unwrap_or(TODAY);
        let planned = input.plan(None, day, None);
        let page = planned.document(PlanWith::default(), "es").unwrap();
        english_in(&case.name, &page.html(), &mut found);
        if at == 0 {
            says_so(&case.name, &page);
        }
    }
    assert_none(found);
}

#[test]
fn monitoring_is_in_spanish() {
    let mut found = Vec::new();
    for case in worked("monitoring") {
        let input = MonitorInput::read(case.input.as_bytes()).unwrap();
        let day = input.as_of().unwrap_or(TODAY);
        let clinician = input.document(day, "es").unwrap();
        english_of(&case.name, &clinician, &mut found);
        let patient = input.patient(day, "es").unwrap();
        english_of(&case.name, &patient, &mut found);
        let calendar = input
            .calendar(day, "es", true)
            .unwrap()
            .replace("\r\n ", "");
        if calendar.contains("BEGIN:VEVENT") {
            assert!(calendar.contains("aún no revisada"), "{}", case.name);
        }
    }
    assert_none(found);
}

#[test]
fn medicines_are_in_spanish() {
    let asked = DrugsAsked::on(TODAY);
    let mut found = Vec::new();
    let table = her2::medicines(None, &asked, "es").unwrap();
    english_of("medicines", &table.unwrap(), &mut found);
    for drug in her2_knowledge::drugs() {
        let page = her2::medicines(Some(drug.id), &asked, "es").unwrap();
        english_of(drug.id, &page.unwrap(), &mut found);
    }
    assert_none(found);
}

#[test]
fn topics_are_in_spanish() {
    let mut found = Vec::new();
    english_of("topics", &her2::learn(None, "es").unwrap(), &mut found);
    for topic in her2::topic_names() {
        let page = her2::learn(Some(topic), "es").unwrap();
        english_of(topic, &page, &mut found);
        let html = page.html();
        assert!(html.contains("<html lang=\"es\">"), "{topic}");
        assert!(
            html.contains("lang=\"en\""),
            "{topic}: titles of sources are English"
        );
        assert!(page.text(80, false).contains("aún no revisada"), "{topic}");
    }
    assert_none(found);
}
