//! Bad input: each kind gets a clear message and its exit status, nothing panics, nothing is invented.

use crate::program::{Run, her2, her2_with, report, reports};
use std::fs;

const COMMANDS: [&[&str]; 5] = [
    &["read"],
    &["read", "--format", "json"],
    &["explain"],
    &["explain", "--for", "clinician"],
    &["check"],
];

/// Runs every command on these bytes; each must end with this status and say this, and none may fall over.
fn every(bytes: &[u8], status: i32, told: &str) -> Vec<Run> {
    COMMANDS
        .iter()
        .map(|command| {
            let run = her2_with(&[command, &["-"][..]].concat(), bytes);
            assert!(
                !run.err.contains("internal error"),
                "{command:?}: {}",
                run.err
            );
            assert!(
                run.err.contains(told),
                "{command:?}: {told} is not in: {}",
                run.err
            );
            assert_eq!(run.status, status, "{command:?}: {}", run.err);
            run
        })
        .collect()
}

/// The status and every result that `read` gives.
fn facts(bytes: &[u8]) -> serde_json::Value {
    let run = her2_with(&["read", "--format", "json", "-"], bytes);
    serde_json::from_str(&run.out).unwrap()
}

fn has_no_result(bytes: &[u8]) {
    let facts = facts(bytes);
    assert_eq!(facts["her2_status"], "not_reported");
    for specimen in facts["specimens"].as_array().unwrap() {
        assert_eq!(
            specimen["her2"].as_array().map_or(0, Vec::len),
            0,
            "{specimen}"
        );
    }
}

#[test]
fn nothing_at_all() {
    every(b"", 1, "error[empty]");
    every(b" \n\t\r\n ", 1, "error[empty]");
    has_no_result(b"");
}

#[test]
fn bytes_that_are_no_text() {
    let bytes: Vec<u8> = (0..50_000_u32)
        .map(|number| ((number * 7919) >> 3) as u8)
        .collect();
    every(&bytes, 1, "error[binary]");
    has_no_result(&bytes);
    let program = fs::read(env!("CARGO_BIN_EXE_her2")).unwrap();
    every(&program[..200_000], 1, "error[binary]");
}

#[test]
fn a_hundred_megabytes() {
    let file = tempfile::NamedTempFile::new().unwrap();
    file.as_file().set_len(100_000_000).unwrap();
    let run = her2(&["read", file.path().to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("larger than 20 MB"), "{}", run.err);
    let spoken = report("pending.txt").repeat(60_000);
    let run = her2_with(&["check", "-"], spoken.as_bytes());
    assert_eq!(run.status, 2);
    assert!(run.err.contains("--max-size"), "{}", run.err);
}

#[test]
fn a_text_that_is_no_pathology_report() {
    let letter = "Dear Anna,\n\nthe garden is in full bloom and the cat has had three kittens. Come and see us in June.\n\nYours, Otto\n";
    every(letter.as_bytes(), 1, "error[not-a-pathology-report]");
    has_no_result(letter.as_bytes());
}

#[test]
fn a_report_of_another_organ() {
    let stomach = "SURGICAL PATHOLOGY REPORT (invented)\nSPECIMEN: Stomach, antrum, biopsy\nDIAGNOSIS: Gastric adenocarcinoma, moderately differentiated, intestinal type.\nHER2 IHC: positive (3+).\n";
    for run in every(stomach.as_bytes(), 1, "other-organ") {
        assert!(!run.out.contains("POSITIVE"), "{}", run.out);
    }
    assert_eq!(facts(stomach.as_bytes())["her2_status"], "not_reported");
}

#[test]
fn a_report_without_her2() {
    let report = "SURGICAL PATHOLOGY REPORT (invented)\nSPECIMEN: Left breast, excision\nDIAGNOSIS: Fibroadenoma. No atypia and no malignancy seen.\n";
    for command in COMMANDS {
        let run = her2_with(&[command, &["-"][..]].concat(), report.as_bytes());
        assert_eq!(run.status, 0, "{command:?}: {}", run.err);
        let told = format!("{}{}", run.out, run.err);
        let says = ["no-her2", "found no HER2 result"];
        assert!(
            says.iter().any(|words| told.contains(words)),
            "{command:?}: {told}"
        );
    }
    has_no_result(report.as_bytes());
}

#[test]
fn a_report_that_contradicts_itself() {
    let report = "SURGICAL PATHOLOGY REPORT (invented)\nLeft breast, core biopsy: invasive ductal carcinoma, grade 2.\nHER2 IHC: 3+, negative.\nHER2 FISH: amplified, HER2/CEP17 ratio 1.1, average HER2 signals per cell 2.1.\n";
    let run = her2_with(&["check", "-"], report.as_bytes());
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(!run.out.is_empty());
}

#[test]
fn a_character_that_is_cut_in_two() {
    let mut bytes = report("positive-3plus.txt").into_bytes();
    bytes.extend_from_slice("≥".as_bytes().split_at(2).0);
    let facts = facts(&bytes);
    assert_eq!(facts["her2_status"], "positive");
}

#[test]
fn latin_1_is_read() {
    let mut bytes = b"Caf\xe9 Hospital, Qu\xe9bec (invented)\n".to_vec();
    bytes.extend_from_slice(report("positive-3plus.txt").as_bytes());
    let facts = facts(&bytes);
    assert_eq!(facts["her2_status"], "positive");
    let her2 = &facts["specimens"][0]["her2"][0];
    let span = |end: usize| her2["span"][end].as_u64().unwrap() as usize;
    assert_eq!(
        bytes[span(0)..span(1)],
        *her2["quote"].as_str().unwrap().as_bytes()
    );
}

#[test]
fn a_report_in_spanish() {
    let report = "INFORME DE ANATOMÍA PATOLÓGICA (inventado)\nMama izquierda, biopsia con aguja gruesa: carcinoma ductal infiltrante, grado 2.\nReceptores de estrógeno: positivos (90 %). Receptores de progesterona: negativos.\nHER2: negativo (1+). La paciente fue informada de los resultados en la consulta.\n";
    every(report.as_bytes(), 1, "error[not-english]");
}

#[test]
fn files_that_are_not_there_do_not_stop_the_others() {
    let there = reports().join("pending.txt");
    let there = there.to_str().unwrap();
    let none = her2(&["read", "no-such-file.txt"]);
    assert_eq!((none.status, none.out.as_str()), (2, ""));
    assert!(
        none.err.contains("no-such-file.txt: no such file"),
        "{}",
        none.err
    );
    let one = her2(&["read", "--format", "json", "no-such-file.txt", there]);
    assert_eq!((one.status, one.out.lines().count()), (1, 1));
    assert!(one.err.contains("no-such-file.txt"));
}

#[test]
fn a_folder_without_a_text_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let run = her2(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("no text file"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::write(closed.join("a.txt"), report("pending.txt")).unwrap();
    fs::write(folder.path().join("b.txt"), report("pending.txt")).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let opened = fs::read_dir(&closed).is_ok();
    let run = her2(&["read", "--format", "json", folder.path().to_str().unwrap()]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    if opened {
        eprintln!("skipped: this user may read every folder");
        return;
    }
    assert_eq!((run.status, run.out.lines().count()), (1, 1));
    assert!(run.err.contains("no permission"), "{}", run.err);
}

#[test]
fn a_line_that_is_no_case_does_not_stop_the_others() {
    let lines = "{\"id\":\"a\",\"ihc\":{\"score\":\"3+\"}}\nnot json\n{\"id\":\"b\",\"colour\":1}\n{\"id\":\"c\",\"ihc\":{\"score\":\"1+\"}}\n";
    let run = her2_with(&["decide"], lines.as_bytes());
    assert_eq!(run.status, 1);
    let out: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(out.len(), 4);
    assert_eq!(out[0]["status"], "POSITIVE");
    assert_eq!(
        (&out[1]["error"]["line"], &out[2]["error"]["line"]),
        (&2.into(), &3.into())
    );
    assert!(
        out[2]["error"]["message"]
            .as_str()
            .unwrap()
            .contains("colour")
    );
    assert_eq!(out[3]["category"], "HER2_LOW");
}
