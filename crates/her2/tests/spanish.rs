//! Every document in Spanish: no English sentence of the pages or of the messages is left in it, and it says that no clinician has read
//! its words yet.
#![allow(clippy::unwrap_used)]

#[path = "worked/pages.rs"]
mod worked;

use her2::cards::{Card, OrderedMedicine, read_resources};
use her2::site::{Given, ReplyKind, Shown, Visit, visit};
use her2::{CareInput, Document, DrugsAsked, MonitorInput, PacketAsked, PlanWith};
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

#[test]
fn packets_are_in_spanish() {
    let mut found = Vec::new();
    for case in worked("therapy") {
        let input = CareInput::read(case.input.as_bytes()).unwrap();
        let day = input.as_of().unwrap_or(TODAY);
        let planned = input.plan(None, day, None);
        let packet = planned.packet(PacketAsked::Every, "es").unwrap();
        english_in(&case.name, &packet.html(), &mut found);
    }
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        for medicine in ["Enhertu", "Kadcyla", "Herceptin"] {
            let planned = CareInput::default().plan(Some(&reading), TODAY, None);
            let asked = her2::packet_asked(Some(medicine)).unwrap();
            let packet = planned.packet(asked, "es").unwrap();
            says_so(&name, &packet);
            english_in(&name, &packet.html(), &mut found);
        }
    }
    assert_none(found);
}

#[test]
fn cards_are_in_spanish() {
    let mut found = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let drugs = her2_knowledge::drugs().iter();
    let ordered: Vec<OrderedMedicine> = drugs
        .filter(|drug| drug.class.is_her2_directed())
        .map(|drug| OrderedMedicine {
            order: None,
            name: drug.inn.to_owned(),
            class: drug.class,
        })
        .collect();
    let mut look = |name: &str, cards: &[Card]| {
        for card in cards {
            seen.insert(card.rule.name());
            english_in(name, &her2_documents::html(card.page()), &mut found);
            let labels = card.reasons.iter().map(|(_, words)| words.as_str());
            for words in labels.chain([card.topic.as_str(), card.summary.as_str()]) {
                english_in(name, &format!("<p>{words}</p>"), &mut found);
            }
        }
    };
    let mut look_at = |name: &str, reading: &her2::Reading<'_>| {
        let decided = reading.decide(TODAY, None);
        let doubts = decided.doubts(&[]);
        look(name, &decided.testing_cards(&doubts, "es").unwrap());
        look(name, &decided.order_cards(&ordered, &doubts, "es").unwrap());
        look(name, &decided.heart_cards(&ordered, &doubts, "es").unwrap());
        let cut = decided
            .incomplete_card(&decided.doubts(&["reports"]), true, "es")
            .unwrap();
        look(name, &[cut]);
    };
    for (name, bytes) in reports() {
        look_at(&name, &her2::read(&name, &bytes));
    }
    // The heart, before and under a medicine.
    let given = |percent: &str| {
        format!(
            r#"{{"resourceType":"Bundle","entry":[
            {{"resource":{{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-01-02","valueQuantity":{{"value":62,"unit":"%"}},
            "code":{{"coding":[{{"system":"http://loinc.org","code":"10230-1"}}]}}}}}},
            {{"resource":{{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-02","valueQuantity":{{"value":{percent},"unit":"%"}},
            "code":{{"coding":[{{"system":"http://loinc.org","code":"10230-1"}}]}}}}}},
            {{"resource":{{"resourceType":"MedicationRequest","status":"active","intent":"order","authoredOn":"2026-01-10",
            "medicationCodeableConcept":{{"text":"trastuzumab"}}}}}}]}}"#
        )
    };
    for percent in ["61", "44", "30"] {
        read_resources(&[&given(percent)], &mut |reading| {
            look_at(percent, &reading)
        });
    }
    assert!(seen.len() >= 8, "{seen:?}");
    assert_none(found);
}

#[test]
fn the_site_is_in_spanish() {
    let mut found = Vec::new();
    let mut look = |path: &str, fields: &[(&str, &str)], given: Vec<Given>| {
        let owned = fields
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        let reply = visit(&Visit {
            path,
            root: "/",
            fields: owned.collect(),
            given,
            today: TODAY,
            shown: Shown::Server,
        });
        assert_eq!(reply.lang, "es", "{path}");
        if reply.kind == ReplyKind::Html {
            english_in(path, &reply.body, &mut found);
        }
    };
    let (looked_at, posted_to) = her2::site::paths();
    for path in looked_at {
        look(&format!("/es{path}"), &[], Vec::new());
    }
    for path in ["/es/nothing", "/es/learn/tests", "/es/medicines/tucatinib"] {
        look(path, &[], Vec::new());
    }
    let broken: [&[u8]; 5] = [
        b"",
        b"a letter about a garden",
        b"%PDF-1.7\n",
        b"{\"resourceType\":\"Bundle\"}",
        b"MSH|^~\\&|x",
    ];
    let broken = broken.map(|bytes| ("a".to_owned(), bytes.to_vec()));
    for (name, bytes) in reports().into_iter().chain(broken) {
        for path in posted_to {
            let given = || Given {
                name: name.clone(),
                bytes: bytes.clone(),
            };
            let path = format!("/es{path}");
            look(&path, &[], vec![given()]);
            look(
                &path,
                &[
                    ("medicine", "trastuzumab"),
                    ("start", "2026-01-02"),
                    ("ratio", "x"),
                    ("lln", "y"),
                ],
                vec![given(), given()],
            );
        }
    }
    for path in posted_to {
        look(&format!("/es{path}"), &[], Vec::new());
        look(
            &format!("/es{path}"),
            &[
                ("score", "2+"),
                ("ratio", "0"),
                ("her2", "a"),
                ("lvef-date", "b"),
            ],
            Vec::new(),
        );
    }
    assert_none(found);
}

#[test]
fn what_the_checker_says_is_in_spanish() {
    let mut found = Vec::new();
    let mut codes = std::collections::BTreeSet::new();
    for (name, bytes) in reports() {
        let reading = her2::read(&name, &bytes);
        for checked in reading.decide(TODAY, None).check_each() {
            let checked = checked.in_language("es").unwrap();
            for of in checked.shown() {
                codes.insert(of.code);
                for words in [of.title, &*of.why, &*of.what_to_do, &of.source] {
                    let words = words.replace(['<', '>'], "");
                    english_in(of.code, &format!("<p>{words}</p>"), &mut found);
                }
            }
            let text = checked.text(100, false);
            for word in [
                "warning[",
                "note[",
                "= why",
                "= do:",
                "= source",
                "a rule of",
            ] {
                assert!(!text.contains(word), "{name}: {word}");
            }
        }
    }
    assert!(codes.len() >= 10, "{codes:?}");
    assert_none(found);
}
