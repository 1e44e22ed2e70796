//! T5: words of a report never reach stderr, whatever is done with it and however it fails.

use crate::program::{her2, her2_with, report};
use std::fs;

/// One invented identifier for each kind that a report may hold, and one rare sentence.
const MARKED: [&str; 19] = [
    "Zyxwilda Quonkmarker",
    "77 Marzipanweg",
    "17.03.1947",
    "+1-555-0199-7731",
    "fax 555-0188-4242",
    "zyxwilda@quonk.example",
    "SSN 078-05-1120-QX",
    "MRN QX-44871-ZZ",
    "PLAN-QX-90210-B",
    "ACCT-QX-5550-17",
    "LIC-QX-771-PATH",
    "QX-PLATE-4471",
    "DEV-QX-SERIAL-9",
    "https://quonk.example/qx",
    "10.77.88.99",
    "FINGER-QX-LOOP",
    "PHOTO-QX-FACE.png",
    "ACCESSION-QX-8812",
    "the violet heron sang over seven marzipan bridges",
];

fn planted(report: &str) -> String {
    let header: String = MARKED
        .iter()
        .map(|word| format!("Patient note: {word}\n"))
        .collect();
    let woven = report
        .lines()
        .enumerate()
        .map(|(number, line)| format!("{line} {} \n", MARKED[number % MARKED.len()]));
    header + &woven.collect::<String>()
}

fn shapes() -> Vec<(&'static str, Vec<u8>)> {
    let report = planted(&report("prior-and-amended.txt"));
    let words = MARKED.join(" ");
    let mut latin = report.clone().into_bytes();
    latin.extend_from_slice(b" caf\xe9 na\xefve \xb1");
    let mut cut = report.clone().into_bytes();
    cut.extend_from_slice(b"HER2: \xe2\x82");
    let mut binary = vec![0_u8, 1, 2, 0, 255, 254];
    binary.extend_from_slice(words.as_bytes());
    binary.extend(vec![0_u8; 500]);
    vec![
        ("report", report.clone().into_bytes()),
        ("one line", report.replace('\n', " ").into_bytes()),
        ("other report", planted(&crate::program::report("group-2-open.txt")).into_bytes()),
        ("contradiction", format!("{words} Breast core biopsy. HER2 IHC 3+ negative. HER2 IHC: 0. FISH amplified, ratio 1.0").into_bytes()),
        ("latin-1", latin),
        ("cut character", cut),
        ("binary", binary),
        ("no report", format!("{words} a letter about a garden").into_bytes()),
        ("other organ", format!("{words} Stomach, biopsy: adenocarcinoma. HER2 IHC 3+.").into_bytes()),
        ("Spanish", format!("{words} Informe de patologia. Mama izquierda, biopsia: carcinoma ductal infiltrante. HER2 positivo (3+). Receptores de estrogeno negativos.").into_bytes()),
        ("json", format!("{{\"patient\":\"{words}\"").into_bytes()),
    ]
}

fn is_quiet(told: &str, what: &str) {
    for word in MARKED {
        assert!(!told.contains(word), "{what}: stderr says {word:?}");
    }
    for part in [
        "Zyxwilda", "Quonk", "QX-", "-QX", "marzipan", "Marzipan", "heron",
    ] {
        assert!(!told.contains(part), "{what}: stderr says {part:?}");
    }
}

#[test]
fn t5_words_of_a_report_never_reach_stderr() {
    let folder = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 11] = [
        &["read"],
        &["read", "--format", "json"],
        &["explain"],
        &["explain", "--format", "html"],
        &["explain", "--format", "json"],
        &["explain", "--for", "clinician"],
        &[
            "explain",
            "--for",
            "clinician",
            "--format",
            "json",
            "--edition",
            "asco-cap-2013",
        ],
        &["check"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
    ];
    for (shape, bytes) in shapes() {
        let file = folder.path().join("record.txt");
        fs::write(&file, &bytes).unwrap();
        let file = file.to_str().unwrap();
        for command in commands {
            let by_name = her2(&[command, &[file]].concat());
            is_quiet(&by_name.err, &format!("{shape}, {command:?}"));
            let by_stdin = her2_with(&[command, &["-"]].concat(), &bytes);
            is_quiet(&by_stdin.err, &format!("{shape} on stdin, {command:?}"));
        }
        is_quiet(&her2(&["decide", file]).err, &format!("{shape} as cases"));
        let small = her2(&["read", "--max-size", "1", file, "no-such-file"]);
        is_quiet(&small.err, shape);
    }
    let mut large = vec![b' '; 1_100_000];
    large.extend_from_slice(MARKED.join(" ").as_bytes());
    is_quiet(
        &her2_with(&["read", "--max-size", "1", "-"], &large).err,
        "too large",
    );
}

#[test]
fn t5_words_of_a_case_never_reach_stderr() {
    let words = MARKED.join(" ");
    let lines = [
        format!("{{\"id\":\"{words}\",\"ihc\":{{\"score\":\"2+\"}}}}"),
        format!("{{\"id\":\"a\",\"{words}\":1}}"),
        format!("{{\"id\":\"a\",\"ihc\":{{\"score\":\"{words}\"}}}}"),
        format!("{{\"id\":\"a\",\"ish\":{{\"ratio\":\"{words}\",\"rejected\":\"{words}\"}}}}"),
        words.clone(),
    ];
    for line in lines {
        is_quiet(&her2_with(&["decide"], line.as_bytes()).err, "decide");
    }
}
