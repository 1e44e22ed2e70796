//! Messages as laboratories send them, and what is no result in them. Invented; expectations are from the segments' definitions in HL7 2.5.1.

#![allow(clippy::unwrap_used, reason = "a test may")]

use her2_case::{History, Term};
use her2_readers::{Options, pieces, read_all};
use std::fmt::Write as _;
use std::io::Cursor;
use std::sync::Arc;

fn histories(text: &str) -> Vec<History> {
    let mut all = Vec::new();
    read_all("x.hl7", text.as_bytes(), &mut |read| all.push(read.history));
    all
}

/// Every specimen with its results, and the codes of what is odd.
fn told(text: &str) -> (Vec<String>, Vec<&'static str>) {
    let mut said = Vec::new();
    let mut problems = Vec::new();
    for record in histories(text).iter().flat_map(|history| &history.records) {
        problems.extend(record.problems.iter().map(|problem| problem.code));
        for specimen in &record.specimens {
            let mut line = String::new();
            for of in &specimen.her2 {
                write!(line, "{}", of.assay.name()).unwrap();
                let parts = [
                    of.score.map(|of| of.value.to_string()),
                    of.percent.map(|of| format!("{}%", of.value)),
                    of.ratio.map(|of| format!("ratio {}", of.value)),
                    of.her2_copies.map(|of| format!("copies {}", of.value)),
                    of.word.map(|of| of.value.name().to_owned()),
                ];
                for part in parts.into_iter().flatten() {
                    write!(line, " {part}").unwrap();
                }
                line.push(';');
            }
            for of in &specimen.receptors {
                write!(line, "{:?} {}", of.receptor, of.status.name()).unwrap();
                if let Some(percent) = of.percent {
                    write!(line, " {}%", percent.value).unwrap();
                }
                line.push(';');
            }
            if let Some(ki67) = specimen.ki67 {
                write!(line, "ki67 {}%;", ki67.value).unwrap();
            }
            said.push(line);
        }
    }
    said.retain(|line| !line.is_empty());
    (said, problems)
}

fn message(patient: &str, segments: &[&str]) -> String {
    let head = [
        "MSH|^~\\&|LAB|H|EHR|H|20260110||ORU^R01^ORU_R01|1|P|2.5.1".to_owned(),
        format!("PID|1||{patient}^^^H^MR|||||F"),
        "OBR|1||S26-1^LAB|11529-5^Surgical pathology study^LN|||20260105|||||||||||||||20260110||SP|F"
            .to_owned(),
    ];
    let rest = segments.iter().map(|&segment| segment.to_owned());
    let mut all: Vec<String> = head.into_iter().chain(rest).collect();
    all.push(String::new());
    all.join("\r")
}

const SCORE: &str = "85319-2^HER2 [Presence] in Breast cancer specimen by Immune stain^LN";

fn score(sub: &str, value: &str, more: &str) -> String {
    format!("OBX|1|ST|{SCORE}|{sub}|{value}||||||{more}")
}

#[test]
fn numbers_of_an_order_that_group_results_tell_specimens_apart() {
    let percent = |sub: &str, value: &str| {
        format!("OBX|1|NM|85329-1^Cells.estrogen receptor/100 cells^LN|{sub}|{value}|%|||||F")
    };
    let (a, b) = (score("1", "3+", "F"), score("2", "0", "F"));
    // The second specimen has a receptor, the first none.
    let (said, _) = told(&message("1", &[&a, &percent("2", "90"), &b]));
    assert_eq!(said, ["ihc 3+;", "ihc 0;Er positive 90%;"]);
    let dotted = [
        score("1.1", "3+", "F"),
        percent("1.2", "5"),
        score("2.1", "1+", "F"),
        percent("2.2", "90"),
    ];
    let dotted: Vec<&str> = dotted.iter().map(String::as_str).collect();
    let (said, _) = told(&message("1", &dotted));
    assert_eq!(
        said,
        ["ihc 3+;Er low_positive 5%;", "ihc 1+;Er positive 90%;"]
    );
    // Numbers that count lines group nothing.
    let (said, _) = told(&message(
        "1",
        &[&score("1", "3+", "F"), &percent("2", "90")],
    ));
    assert_eq!(said, ["ihc 3+;Er positive 90%;"]);
}

#[test]
fn a_correction_finds_its_patient_behind_others_in_a_batch() {
    let first = message("1", &[&score("1", "3+", "F")]);
    let other = message("2", &[&score("1", "2+", "F")]);
    let later = message("1", &[&score("1", "1+", "C")]);
    let batch = format!("FHS|^~\\&\rBHS|^~\\&\r{first}{other}{later}BTS|3\rFTS|1\r");
    let (said, _) = told(&batch);
    assert_eq!(said, ["ihc 1+;", "ihc 2+;"]);
    // Two people of one number are not one person.
    let born = |text: &str, day: &str| text.replace("^MR|||||F", &format!("^MR||||{day}|F"));
    let twins = format!(
        "{}{}{}",
        born(&first, "19500101"),
        other,
        born(&later, "19700202")
    );
    assert_eq!(histories(&twins).len(), 3);
}

#[test]
fn a_correction_beyond_the_window_is_told() {
    let first = message("1", &[&score("1", "3+", "F")]);
    let later = message("1", &[&score("1", "1+", "C")]);
    let long = format!(
        "OBX|2|TX|22636-5^Clinical^LN||{}||||||F",
        "x".repeat(1_000_000)
    );
    let mut batch = first;
    for patient in 2..14 {
        batch.push_str(&message(&patient.to_string(), &[&long]));
    }
    batch.push_str(&later);
    let mut problems = Vec::new();
    let mut count = 0;
    for piece in pieces(
        "x.hl7",
        Cursor::new(batch.into_bytes()),
        &Arc::new(Options::default()),
    )
    .unwrap()
    {
        piece.unwrap().each(&mut |read| {
            count += 1;
            problems.extend(
                read.history.records[0]
                    .problems
                    .iter()
                    .map(|problem| problem.code),
            );
        });
    }
    assert_eq!(count, 14);
    assert!(problems.contains(&"messages-apart"), "{problems:?}");
}

#[test]
fn prose_that_is_sent_anew_replaces_all_of_the_old() {
    let line = |sub: u32, text: &str, state: &str| {
        format!("OBX|{sub}|TX|22637-3^Path report.final diagnosis^LN|{sub}|{text}||||||{state}")
    };
    let old = [
        line(
            1,
            "Left breast, core biopsy: invasive ductal carcinoma.",
            "F",
        ),
        line(2, "HER2 by IHC: Positive (3+).", "F"),
    ];
    let new = [line(
        1,
        "Left breast, core biopsy: invasive ductal carcinoma. HER2 by IHC: Negative (1+).",
        "C",
    )];
    let old: Vec<&str> = old.iter().map(String::as_str).collect();
    let new: Vec<&str> = new.iter().map(String::as_str).collect();
    let (said, _) = told(&format!("{}{}", message("1", &old), message("1", &new)));
    assert_eq!(said, ["ihc 1+ negative;"]);
}

#[test]
fn what_does_not_stand_is_no_result() {
    for state in ["W", "D", "X", "N", "O"] {
        let (said, _) = told(&message("1", &[&score("1", "3+", state)]));
        assert!(said.is_empty(), "{state}: {said:?}");
    }
    let noted = [
        score("1", "3+", "F"),
        "NTE|1|L|Reported in error, please see corrected report.".to_owned(),
    ];
    let noted: Vec<&str> = noted.iter().map(String::as_str).collect();
    assert!(told(&message("1", &noted)).0.is_empty());
    let fine = [
        score("1", "3+", "C"),
        "NTE|1|L|Corrected: the previous result was reported in error.".to_owned(),
    ];
    let fine: Vec<&str> = fine.iter().map(String::as_str).collect();
    assert_eq!(told(&message("1", &fine)).0, ["ihc 3+;"]);
    let order = ["NTE|1|L|WRONG PATIENT", &score("1", "3+", "F")];
    assert!(told(&message("1", &order)).0.is_empty());
    let control = [
        &score("1", "3+", "F"),
        "SPM|1|C1^Q||119376003^Tissue^SCT|||||||Q",
    ];
    assert!(told(&message("1", &control)).0.is_empty());
}

#[test]
fn codes_names_and_flags_that_differ_give_nothing() {
    let named = "OBX|1|NM|85319-2^CEP17 mean signals per cell^LN||2|||||||F";
    let (said, problems) = told(&message("1", &[named]));
    assert!(
        said.is_empty() && problems.contains(&"codes-disagree"),
        "{said:?} {problems:?}"
    );
    let of = |code: &str, kind: &str, value: &str, units: &str, flag: &str| {
        let segment = format!("OBX|1|{kind}|{code}||{value}|{units}||{flag}|||F");
        told(&message("1", &[&segment]))
    };
    let status = "48676-1^HER2 [Interpretation] in Tissue^LN";
    assert_eq!(
        of(status, "CWE", "LA6576-8^Positive^LN", "", "POS").0,
        ["unspecified positive;"]
    );
    for (value, flag) in [
        ("LA6576-8^Positive^LN", "NEG"),
        ("LA6576-8^Negative^LN", ""),
    ] {
        let (said, problems) = of(status, "CWE", value, "", flag);
        assert!(
            said.is_empty() && problems.contains(&"value-not-understood"),
            "{value} {flag}"
        );
    }
    let er = "85329-1^Cells.estrogen receptor/100 cells^LN";
    assert_eq!(of(er, "NM", "90", "%", "POS").0, ["Er positive 90%;"]);
    assert!(of(er, "NM", "90", "%", "NEG").0.is_empty());
    assert_eq!(of(er, "NM", "0.9", "1", "").0, ["Er positive 90%;"]);
    assert!(of(er, "NM", "0.9", "", "").0.is_empty());
    assert!(of(er, "NM", "90", "mm2", "").0.is_empty());
    assert_eq!(of(er, "SN", ">^95", "%", "").0, ["Er positive >95%;"]);
    let ratio = "49683-6^ERBB2/CEP17^LN";
    assert_eq!(of(ratio, "SN", "^36^:^20", "", "").0.len(), 0);
    assert_eq!(of(ratio, "SN", "^1.8^:^1", "", "").0, ["ish ratio 1.8;"]);
}

#[test]
fn other_dividing_characters_and_escapes_mean_the_same() {
    let plain = message("1", &[&score("1", "3+\\.br\\(\\T\\ complete)", "F")]);
    let other = plain.replace('\\', "!").replace('^', "@");
    assert_eq!(told(&other).0, ["ihc 3+;"]);
    assert_eq!(told(&plain).0, told(&other).0);
    let repeated = message("1", &[&score("1", "2+~3+", "F")]);
    assert_eq!(told(&repeated).0, ["ihc 2+;", "ihc 3+;"]);
}

#[test]
fn notes_of_an_order_are_read_and_those_before_it_are_counted() {
    let noted = [
        "NTE|1|L|HER2 by IHC: Equivocal (2+) in the left breast core biopsy with invasive ductal carcinoma.",
        "OBX|1|TX|22637-3^Path report.final diagnosis^LN||Left breast, core biopsy: invasive ductal carcinoma.||||||F",
    ];
    assert_eq!(told(&message("1", &noted)).0, ["ihc 2+ equivocal;"]);
    let before = message("1", &[&score("1", "3+", "F")])
        .replace("\rOBR", "\rNTE|1|P|Patient prefers calls.\rOBR");
    let all = histories(&before);
    assert!(
        all[0]
            .passed_over
            .iter()
            .any(|of| of.what == "NTE before an order")
    );
}
