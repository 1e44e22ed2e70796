//! What holds for the Spanish of every page: that it is Spanish, in one register, and easy to read.

use crate::patient::Outcome;
use crate::reading_grade::count;
use crate::samples::samples;
use crate::{Case, Page, Source, clinician_page, patient_page};
use her2_pathway::testing::of_record;
use jiff::civil::date;

/// Fairly easy on the INFLESZ scale, a step above what it calls normal.
pub(crate) const EASE: f64 = 65.0;

fn pages() -> Vec<(&'static str, Outcome, Page, Page)> {
    let page = |sample: &crate::sample::Sample| {
        let as_of = date(2026, 11, 22);
        let finding = of_record(&sample.record, as_of, None);
        let case = Case {
            record: &sample.record,
            source: Source::from(sample.text),
            finding: &finding,
            as_of,
            over: None,
        };
        (
            sample.name,
            Outcome::of(&case.story()),
            patient_page(&case, "es").unwrap(),
            clinician_page(&case, "es").unwrap(),
        )
    };
    samples().iter().map(page).collect()
}

/// The messages of a language: name, words, and whether the words are a part of a message.
fn messages(lang: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (file, source) in her2_knowledge::language(lang) {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((name, words)) if !name.trim().contains(' ') => {
                    all.push((format!("{file}: {}", name.trim()), words.to_owned()));
                }
                _ if line.trim().is_empty() => {}
                _ => {
                    let name = line.trim_end_matches(" =").to_owned();
                    match all.last_mut().filter(|_| line.starts_with(' ')) {
                        Some((_, words)) => *words = format!("{words}\n{}", line.trim()),
                        None => all.push((format!("{file}: {name}"), String::new())),
                    }
                }
            }
        }
    }
    all
}

/// Words without placeholders.
fn plain(words: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    for c in words.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn every_spanish_patient_page_is_fairly_easy_to_read() {
    for (name, _, page, _) in pages() {
        let ease = count(&page, &[her2_knowledge::version()]).ease_of_spanish();
        println!("{name:24} {ease:5.1}");
        assert!(ease >= EASE, "{name}: {ease:.1}");
    }
}

#[test]
fn no_message_is_missing_on_any_spanish_page() {
    for (name, _, patient, clinician) in pages() {
        for page in [patient, clinician] {
            assert_eq!(page.lang, "es");
            for sentence in page.sentences() {
                let words = sentence.words();
                assert!(!words.contains('\u{27e8}'), "{name}: {words}");
            }
        }
    }
}

#[test]
fn no_sentence_is_left_in_english() {
    let english = messages("en");
    let spanish = messages("es");
    assert_eq!(english.len(), spanish.len());
    let mut same = Vec::new();
    for ((name, one), (_, other)) in english.iter().zip(&spanish) {
        let words = plain(one);
        let sentence = words.split_whitespace().count() > 2;
        if one == other && sentence && words.chars().any(char::is_lowercase) {
            same.push((name, one));
        }
    }
    let names = |words: &str| words.split_whitespace().all(|word| word.contains("-"));
    same.retain(|(_, words)| !names(words));
    // Lists of names for the program, and a name of its own.
    same.retain(|(name, _)| {
        ![
            "glossary: glossary",
            "care-team: people-positive",
            "care-team: people-other",
            "site: site-name",
        ]
        .contains(&name.as_str())
    });
    assert!(same.is_empty(), "{same:#?}");
}

#[test]
fn the_reader_is_usted_and_questions_and_quotes_are_whole() {
    for (name, words) in messages("es") {
        let words = plain(&words);
        let padded: String = words
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphabetic() { c } else { ' ' })
            .collect();
        let padded = format!(" {padded} ");
        for familiar in [
            " tú ",
            " tu ",
            " tus ",
            " te ",
            " ti ",
            " contigo ",
            " tuyo ",
            " tienes ",
            " puedes ",
            " eres ",
            " vosotros ",
            " vuestro ",
            " paciente ",
        ] {
            let clinical = familiar == " paciente " && !is_for_patients(&name);
            assert!(!padded.contains(familiar) || clinical, "{name}: {words}");
        }
        for (open, close) in [('¿', '?'), ('“', '”'), ('(', ')')] {
            let times = |sign| words.chars().filter(|c| *c == sign).count();
            assert_eq!(times(open), times(close), "{name}: {words}");
        }
        for other in ['«', '»', '¡', '!', '"'] {
            assert!(!words.contains(other), "{name}: {words}");
        }
    }
}

fn is_for_patients(name: &str) -> bool {
    [
        "also",
        "care-team",
        "costs",
        "glossary",
        "learn",
        "medicines",
        "missing",
        "notices",
        "outcome",
        "questions",
        "tested",
        "watch",
    ]
    .iter()
    .any(|file| name.starts_with(&format!("{file}: ")))
}

#[test]
fn no_spanish_patient_page_speaks_of_survival_or_tells_what_to_take() {
    for (name, _, page, _) in pages() {
        for sentence in page.sentences() {
            let words = sentence.words().to_lowercase();
            for forbidden in [
                "pronóstic",
                "esperanza de vida",
                "debe tomar",
                "debe dejar de",
                "mab ",
                "deruxtec",
                " cura",
                "no se preocupe",
            ] {
                assert!(!words.contains(forbidden), "{name}: {words}");
            }
        }
    }
}

#[test]
fn no_spanish_page_is_flat_where_the_record_speaks_against_it() {
    for (name, says) in [
        ("contradicts", "no concuerdan"),
        ("contradicts-ratio", "no concuerdan"),
        ("discordant", "no coinciden"),
        ("conflict", "no son iguales"),
        ("differs-step", "no muestra todos los pasos"),
        ("differs-numbers", "no concuerdan entre sí"),
        ("differs-number-missing", "no da todos los números"),
        ("differs-invasive", "no encontró ninguno"),
        ("older-edition", "según las reglas de 2018"),
    ] {
        let page = pages().into_iter().find(|of| of.0 == name).unwrap().2;
        let lead = page.lead[0].words();
        assert!(lead.contains(says), "{name}: {lead}");
        assert!(!lead.contains("Su informe muestra"), "{name}: {lead}");
    }
}
