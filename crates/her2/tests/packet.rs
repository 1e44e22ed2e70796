//! The packet for an appeal or a prior authorisation: it lays out, it claims nothing, and it names no medicine without a result.
#![allow(clippy::unwrap_used)]

#[path = "worked/pages.rs"]
mod worked;

use her2::{CareInput, PacketAsked, Planned, packet_asked};
use her2_case::Mark;
use her2_knowledge::{RegimenKind, drugs, regimens};
use her2_pages::Standing;
use her2_pathway::therapy::PlanRow;
use jiff::civil::{Date, date};
use serde_json::Value;
use worked::{Worked, worked};

const TODAY: Date = date(2026, 11, 22);

const REPORT: &[u8] = b"SURGICAL PATHOLOGY REPORT\nPatient: Quillfeather, Araminta\nMRN: 00-771-23\nSigned: 2026-03-02\n\n\
Liver, core biopsy: metastatic carcinoma of breast origin.\nHER2 by IHC: positive (score 3+) in 95% of tumor cells.\n";

/// The worked cases of therapy.
fn therapy() -> Vec<Worked> {
    let cases = worked("therapy");
    let whole = |case: &Worked| case.about.is_empty() && !case.expected.is_empty();
    assert!(cases.len() >= 80 && cases.iter().all(whole));
    cases
}

fn planned(json: &str) -> Planned<'static> {
    let input = CareInput::read(json.as_bytes()).unwrap();
    let day = input.as_of().unwrap_or(TODAY);
    input.plan(None, day, None)
}

fn text(planned: &Planned<'_>, name: Option<&str>) -> String {
    let packet = planned.packet(packet_asked(name).unwrap(), "en").unwrap();
    one_line(&packet.text(100, false))
}

fn one_line(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| *word != "│");
    words.collect::<Vec<_>>().join(" ")
}

fn tree(planned: &Planned<'_>, lang: &str) -> Value {
    let packet = planned.packet(PacketAsked::Every, lang).unwrap();
    serde_json::from_str(&packet.json()).unwrap()
}

/// Every sentence, in reading order.
fn said(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().flat_map(said).collect(),
        Value::Object(all) => {
            let words = all.get("words").and_then(Value::as_str);
            let words = words.map(str::to_owned).into_iter();
            words.chain(all.values().flat_map(said)).collect()
        }
        _ => Vec::new(),
    }
}

/// The packet of one medicine as a tree.
fn tree_of(planned: &Planned<'_>, name: &str) -> Value {
    let packet = planned
        .packet(packet_asked(Some(name)).unwrap(), "en")
        .unwrap();
    serde_json::from_str(&packet.json()).unwrap()
}

fn sections(tree: &Value) -> Vec<String> {
    let sections = tree["sections"].as_array().unwrap().iter();
    sections
        .map(|section| section["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn p9_without_a_result_no_medicine_against_her2_is_named_and_what_is_missing_is() {
    let waiting = [
        r#"{"setting":"metastatic","line":"second"}"#,
        r#"{"her2":{"ihc":{"score":"2+"}},"setting":"early","timing":"before-surgery"}"#,
        r#"{"her2-category":"UNDETERMINED","setting":"metastatic","line":"first"}"#,
        r#"{"her2-category":"HER2_NULL","setting":"metastatic","line":"second"}"#,
    ];
    let directed = || drugs().iter().filter(|drug| drug.class.is_her2_directed());
    for case in waiting {
        let planned = planned(case);
        let mut asked: Vec<Option<&str>> = vec![None];
        asked.extend(directed().map(|drug| Some(drug.inn)));
        for name in asked {
            let text = text(&planned, name).to_lowercase();
            assert!(
                text.contains("no packet can be laid out"),
                "{case}: {name:?}"
            );
            for drug in directed() {
                for word in std::iter::once(drug.inn).chain(drug.brands.iter().copied()) {
                    assert!(!text.contains(&word.to_lowercase()), "{case}: {word}");
                }
            }
        }
        let sections = sections(&tree(&planned, "en"));
        assert!(sections.contains(&"missing".to_owned()), "{case}");
        assert!(!sections.contains(&"attach".to_owned()), "{case}");
        assert!(
            !regimens()
                .iter()
                .any(|of| sections.iter().any(|id| id == of.id))
        );
    }
}

#[test]
fn the_result_is_quoted_with_place_and_date_and_no_name_of_the_patient() {
    let reading = her2::read("report.txt", REPORT);
    let mut input = CareInput::default();
    input.answer("setting", "metastatic").unwrap();
    input.answer("line", "first").unwrap();
    let planned = input.plan(Some(&reading), TODAY, None);
    let text = text(&planned, None);
    assert!(text.contains("HER2 by IHC: positive (score 3+)"), "{text}");
    assert!(text.contains("(line 7)") && text.contains("2026-03-02"));
    assert!(text.contains("The page of the record with the HER2 result (line 7)."));
    let html = planned.packet(PacketAsked::Every, "en").unwrap().html();
    let json = planned.packet(PacketAsked::Every, "en").unwrap().json();
    for rendering in [&text, &html, &json] {
        for name in ["Quillfeather", "Araminta", "771"] {
            assert!(!rendering.contains(name), "{name}");
        }
    }
    // What is known from an answer alone is a missing piece.
    let missing = "A record of what is known from an answer alone: Line of therapy.";
    assert!(
        said(&tree(&planned, "en"))
            .iter()
            .any(|words| words == missing)
    );
}

#[test]
fn a_requirement_that_is_not_met_is_told_for_a_medicine_that_is_named() {
    let first = planned(
        r#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"first","had-early-her2":"no"}"#,
    );
    let tree = tree_of(&first, "Kadcyla");
    let said = said(&tree);
    let has = |wanted: &str| said.iter().any(|words| words == wanted);
    assert!(has(
        "It does not fit: at least one requirement of every source is not met."
    ));
    assert!(has(
        "No row of a label holds in this situation. The one that comes nearest is shown."
    ));
    let needs = "Line of therapy: second line, third line or later line";
    let at = said.iter().position(|words| words == needs).unwrap();
    assert_eq!(said[at + 1], "not met");
    assert_eq!(said[at + 2], "first line");
    // Of another setting nothing is said where the label has a row for this one.
    assert!(!has("Setting: early"));
}

#[test]
fn a_medicine_without_an_option_is_said_to_have_none() {
    let first =
        planned(r#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"first"}"#);
    let text = text(&first, Some("zanidatamab"));
    assert!(text.contains("No source of this program lists an option with zanidatamab"));
    assert!(!text.contains("WHAT TO ATTACH"));
}

#[test]
fn names_of_medicines_and_options_are_found_and_others_refused() {
    for name in ["Enhertu", "T-DXd", "J9358", "trastuzumab", "THP"] {
        assert!(packet_asked(Some(name)).is_ok(), "{name}");
    }
    let refused = packet_asked(Some("trastuzumap")).unwrap_err();
    assert_eq!(refused.nearest, Some("trastuzumab"));
    assert!(matches!(packet_asked(None), Ok(PacketAsked::Every)));
}

/// Every worked case of therapy, every language: what must hold of every packet.
#[test]
fn packets_of_every_worked_case_lay_out_and_claim_nothing() {
    const CLAIMS: [&str; 9] = [
        "medically necessary",
        "necessity",
        "is needed",
        "must be covered",
        "should be covered",
        "should receive",
        "we request",
        "recommend that",
        "entitled",
    ];
    let mut shown = 0;
    for case in therapy() {
        let planned = planned(&case.input);
        for lang in her2::languages() {
            let tree = tree(&planned, lang);
            let sections = sections(&tree);
            for item in planned.plan().met() {
                let of = item.regimen();
                let expected = of.kind == RegimenKind::Medicines && of.drugs().next().is_some();
                // What others tell of a guideline, and nobody has verified, stands in no packet.
                let mut met = item.rows().filter(|row| row.standing() == Standing::Met);
                let told = |row: PlanRow<'_>| {
                    row.table().drug.is_none() && row.mark() == Some(Mark::LessSure)
                };
                if met.all(told) {
                    continue;
                }
                assert_eq!(
                    sections.iter().any(|id| id == of.id),
                    expected,
                    "{}: {}",
                    case.name,
                    of.id
                );
                shown += usize::from(expected);
            }
            let all = tree.to_string();
            assert!(
                !all.contains('\u{27e8}'),
                "{lang}: {}: words are missing",
                case.name
            );
        }
        let text = text(&planned, None);
        let lower = text.to_lowercase();
        for claim in CLAIMS {
            assert!(!lower.contains(claim), "{}: {claim}", case.name);
        }
    }
    assert!(shown > 100, "{shown}");
}

#[test]
fn p8_what_speaks_against_an_option_stands_in_its_packet() {
    let mut seen = 0;
    for case in therapy() {
        let planned = planned(&case.input);
        let text = text(&planned, None);
        let html = planned.packet(PacketAsked::Every, "en").unwrap().html();
        let html = html.replace("&quot;", "\"").replace("&amp;", "&");
        for item in planned.plan().met() {
            let of = item.regimen();
            if of.kind != RegimenKind::Medicines || of.drugs().next().is_none() {
                continue;
            }
            let mut cautions = item.cautions();
            let notes: Vec<&str> = cautions
                .by_ref()
                .filter(|row| row.standing() == Standing::Met)
                .filter_map(|row| row.note())
                .collect();
            for note in notes {
                assert!(
                    text.contains(note) && html.contains(note),
                    "{}: {note}",
                    case.name
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 3, "{seen}");
}

#[test]
fn rows_to_verify_carry_their_mark() {
    let planned = planned(
        r#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"second","her2-regimens-metastatic":1}"#,
    );
    let tree = tree(&planned, "en").to_string();
    assert!(tree.contains("\"mark\":\"to-verify\""));
    assert!(
        text(&planned, Some("Enhertu"))
            .contains("US label of Enhertu (trastuzumab deruxtecan) (to verify)")
    );
}

#[test]
fn a_packet_as_it_was_read_aloud() {
    let reading = her2::read("report.txt", REPORT);
    let case = r#"{"setting":"metastatic","line":"second","her2-regimens-metastatic":1,"pregnant":"no","lvef":61,"lung-inflammation":"none"}"#;
    let input = CareInput::read(case.as_bytes()).unwrap();
    let planned = input.plan(Some(&reading), TODAY, None);
    let packet = planned
        .packet(packet_asked(Some("T-DM1")).unwrap(), "en")
        .unwrap();
    let text = packet
        .text(80, false)
        .replace(her2::knowledge_version(), "VERSION");
    insta::assert_snapshot!("packet", text);
}

#[test]
fn a_packet_names_the_tests_of_its_claim_and_no_rendering_that_nobody_verified() {
    let case = |category: &str, line: &str, more: &str| {
        let json = format!(
            r#"{{"as_of":"2026-11-22","her2-category":"{category}","companion-test":"yes","setting":"metastatic","line":"{line}","sex":"female","pregnant":"no","lung-inflammation":"none","visceral-crisis":"no","prior-adc-topoisomerase":"no"{more}}}"#
        );
        text(&planned(&json), Some("T-DXd"))
    };
    let second = case(
        "HER2_POSITIVE",
        "second",
        r#","her2-regimens-metastatic":"1""#,
    );
    assert!(second.contains("No test is listed here"), "{second}");
    let first = case("HER2_POSITIVE", "first", r#","had-early-her2":"no""#);
    assert!(first.contains("first line with pertuzumab"), "{first}");
    let low = case("HER2_LOW", "second", r#","chemotherapy-metastatic":"1""#);
    assert!(low.contains("HER2-low, since 2022"), "{low}");
    for (packet, others) in [
        (
            &second,
            &[
                "HER2-low, since",
                "ultralow, since",
                "early disease, since",
                "first line with",
            ][..],
        ),
        (
            &first,
            &["HER2-low, since", "ultralow, since", "early disease, since"],
        ),
        (
            &low,
            &["ultralow, since", "early disease, since", "first line with"],
        ),
    ] {
        for other in others {
            assert!(!packet.contains(other), "{other}: {packet}");
        }
        assert!(
            !packet.contains("Unverified rendering") && !packet.contains("NCCN"),
            "{packet}"
        );
    }
}
