//! The clinician's view of every worked case of therapy, in every rendering.
#![allow(clippy::unwrap_used)]

#[path = "worked/pages.rs"]
mod worked;

use her2::{CareInput, PlanWith, Planned};
use her2_pages::Standing;
use jiff::civil::{Date, date};
use serde_json::Value;
use std::sync::LazyLock;
use worked::worked;

const TODAY: Date = date(2026, 11, 22);

/// The inputs of the worked cases: the page with the heading, and the case.
fn cases() -> Vec<(String, CareInput)> {
    let cases = worked("therapy").into_iter();
    let cases = cases.map(|case| {
        assert!(case.about.is_empty() && !case.expected.is_empty());
        (case.name, CareInput::read(case.input.as_bytes()).unwrap())
    });
    let cases: Vec<_> = cases.collect();
    assert!(cases.len() >= 80, "{}", cases.len());
    cases
}

fn planned(input: CareInput) -> Planned<'static> {
    let day = input.as_of().unwrap_or(TODAY);
    input.plan(None, day, None)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every case with its plan and what is shown of it, made once for all tests.
static ALL: LazyLock<Vec<(String, Planned<'static>, Shown)>> = LazyLock::new(|| {
    let made = cases().into_iter().map(|(name, input)| {
        let planned = planned(input);
        let shown = shown(&planned);
        (name, planned, shown)
    });
    made.collect()
});

struct Shown {
    text: String,
    html: String,
    json: Value,
}

fn shown(planned: &Planned<'_>) -> Shown {
    let document = planned.document(PlanWith::default(), "en").unwrap();
    let html = document
        .html()
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    Shown {
        text: document.text(100, false),
        html,
        json: serde_json::from_str(&document.json()).unwrap(),
    }
}

#[test]
fn no_word_is_missing_in_any_plan() {
    for (name, _, shown) in ALL.iter() {
        for text in [&shown.text, &shown.html] {
            assert!(!text.contains('\u{27e8}'), "{name}");
        }
    }
}

#[test]
fn every_option_stands_in_its_group_in_every_rendering() {
    for (name, planned, shown) in ALL.iter() {
        // Cells of a table are broken into lines: the words are looked for in the page, the text is looked at for headings alone.
        for item in planned.plan().options() {
            let regimen = item.regimen();
            assert!(shown.html.contains(regimen.name), "{name}: {}", regimen.id);
            let group = match item.standing() {
                Standing::Met => "met",
                Standing::Open => "open",
                Standing::Closed => "closed",
            };
            let found = shown.json[group].as_array().unwrap().iter();
            let found = found.filter(|option| option["regimen"] == regimen.id);
            assert_eq!(found.count(), 1, "{name}: {}", regimen.id);
            if item.standing() == Standing::Met {
                assert!(one_line(&shown.text).contains(regimen.name), "{name}");
            }
        }
    }
}

#[test]
fn p8_every_caution_is_in_every_rendering() {
    let mut seen = 0;
    for (name, planned, shown) in ALL.iter() {
        let text = one_line(&shown.text);
        let told = shown.json["cautions"].as_array().unwrap();
        for row in planned.plan().cautions() {
            seen += 1;
            let regimen = row.regimen().name;
            assert!(text.contains(regimen), "{name}: {regimen}");
            assert!(shown.html.contains(regimen), "{name}: {regimen}");
            assert!(
                told.iter().any(|of| of["row"] == row.id()),
                "{name}: {}",
                row.id()
            );
            if let Some(note) = row.note() {
                assert!(text.contains(note), "{name}: {note}");
                assert!(shown.html.contains(note), "{name}: {note}");
            }
        }
    }
    assert!(seen > 10);
}

#[test]
fn p9_while_the_her2_result_is_awaited_no_option_against_her2_is_shown_and_that_is_said() {
    let mut waiting = 0;
    for (name, planned, shown) in ALL.iter() {
        if !planned.plan().waiting_for_her2() {
            continue;
        }
        waiting += 1;
        assert!(
            shown
                .text
                .contains("no option directed against HER2 is shown"),
            "{name}"
        );
        assert_eq!(shown.json["waiting_for_her2"], true);
        for group in ["met", "open", "closed"] {
            let directed = shown.json[group].as_array().unwrap().iter();
            let directed = directed.filter(|option| option["her2_directed"] == true);
            assert_eq!(directed.count(), 0, "{name}");
        }
    }
    assert!(waiting > 0);
}

#[test]
fn every_row_of_an_option_has_its_source_date_and_requirements() {
    for (name, _, shown) in ALL.iter() {
        for group in ["met", "open", "closed"] {
            for option in shown.json[group].as_array().unwrap() {
                let rows = option["rows"].as_array().unwrap();
                assert!(!rows.is_empty(), "{name}");
                for row in rows {
                    let source = &shown.json["sources"][row["source"].as_str().unwrap()];
                    assert!(source["title"].is_string(), "{name}: {row}");
                    assert!(
                        !row["requirements"].as_array().unwrap().is_empty(),
                        "{name}: {row}"
                    );
                    for requirement in row["requirements"].as_array().unwrap() {
                        let needs = requirement["needs"].as_str().unwrap();
                        assert!(!needs.is_empty(), "{name}: {requirement}");
                    }
                }
            }
        }
    }
}

#[test]
fn facts_of_a_report_are_quoted_and_those_of_answers_name_the_question() {
    let report = b"SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma, grade 3. HER2 by IHC: positive (score 3+). Estrogen receptor: positive (95%).";
    let reading = her2::read("report.txt", report);
    let mut input = CareInput::default();
    input.answer("setting", "early").unwrap();
    let planned = input.plan(Some(&reading), TODAY, None);
    let shown = shown(&planned);
    let fact = |question: &str| {
        let all = shown.json["situation"].as_array().unwrap().iter();
        all.clone()
            .find(|of| of["question"] == question)
            .unwrap()
            .clone()
    };
    assert_eq!(fact("setting")["origin"]["kind"], "answer");
    let receptors = fact("hr-status");
    assert_eq!(receptors["origin"]["kind"], "record");
    assert!(
        receptors["origin"]["quote"]
            .as_str()
            .unwrap()
            .contains("strogen receptor")
    );
    assert_eq!(shown.json["her2"]["origin"]["kind"], "record");
    assert!(
        shown.html.contains("score 3+"),
        "the words of the report are quoted"
    );
}

#[test]
fn a_label_that_waits_for_an_answer_is_named_with_an_option_that_is_met() {
    let case = r#"{"her2-category":"HER2_POSITIVE","setting":"early","timing":"after-neoadjuvant",
        "response":"residual-invasive","neoadjuvant-taxane":"yes","neoadjuvant-her2-antibody":"yes",
        "pregnant":"no","lung-inflammation":"none","lvef":"60"}"#;
    let with = |case: &str| {
        let planned = planned(CareInput::read(case.as_bytes()).unwrap());
        one_line(&shown(&planned).text)
    };
    let waits = "indicated by the label, since 2026-05-15, if FDA-listed companion test: yes";
    assert!(with(case).contains(waits));
    let tested = case.replace("\"lvef\"", "\"companion-test\":\"yes\",\"lvef\"");
    assert!(!with(&tested).contains(waits));

    let against = "A source speaks against every medicine against HER2 in this situation.";
    assert!(!with(case).contains(against));
    assert!(with(&case.replace("\"60\"", "\"38\"")).contains(against));
}

#[test]
fn p8_a_contradiction_and_what_was_given_before_are_in_every_rendering() {
    let (mut contradictions, mut given) = (0, 0);
    for (name, planned, shown) in ALL.iter() {
        let text = one_line(&shown.text);
        let found = planned.plan().situation().contradiction().is_some();
        assert_eq!(found, !shown.json["contradiction"].is_null(), "{name}");
        let met = shown.json["met"].as_array().unwrap();
        let list = |option: &Value| option["given_before"].as_array().unwrap().len();
        let before = met.iter().any(|option| list(option) > 0);
        for rendering in [&text, &shown.html] {
            let says = |words| rendering.contains(words);
            assert_eq!(says("contradict each other"), found, "{name}");
            assert_eq!(says("Given before: "), before, "{name}");
        }
        contradictions += usize::from(found);
        given += usize::from(before);
    }
    assert!(contradictions > 0 && given > 3, "{contradictions}, {given}");
}

#[test]
fn what_is_not_against_her2_is_not_closed_by_another_her2_result() {
    let json = r#"{"as_of":"2026-11-22","her2-category":"HER2_LOW","setting":"metastatic","line":"second","germline-brca":"yes","sex":"female"}"#;
    let input = her2::CareInput::read(json.as_bytes()).unwrap();
    let planned = input.plan(None, jiff::civil::date(2026, 11, 22), None);
    let page = planned.page(her2::PlanWith::default(), "en").unwrap();
    let text = page.text(200, false);
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.join(" ");
    assert!(
        words.contains("The sources held here speak of HER2-positive disease only"),
        "{words}"
    );
    let closed = words
        .split_once("speak of HER2-positive disease only")
        .unwrap();
    assert!(closed.1.contains("Geriatric assessment"), "{words}");
    assert!(words.contains("PARP inhibitor Listed by"), "{words}");
}
