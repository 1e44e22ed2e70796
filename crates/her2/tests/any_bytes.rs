//! P5: whatever the bytes, reading, deciding, explaining and checking come to an end without a fault, on the stack of a thread.
#![allow(clippy::unwrap_used)]

use jiff::civil::date;
use proptest::prelude::*;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many inputs each test tries; `HER2_CASES=20000 cargo test --release` tries more.
fn cases() -> u32 {
    let asked = std::env::var("HER2_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(192)
}

/// Every step on these bytes. Every quote must lie within them.
fn everything(bytes: &[u8]) {
    let reading = her2::read("any", bytes);
    let (text, json) = (reading.text(), reading.json());
    assert!(!json.contains('\n'), "one record is one line");
    let case = reading.decide(date(2026, 11, 22), None);
    let mut pages = vec![
        text,
        case.check().text(80, true),
        case.check().json(),
        case.check().github(),
        case.check().sarif().finish("0"),
    ];
    for document in [case.patient("en"), case.clinician("en")] {
        let document = document.expect("there are words of English");
        pages.extend([document.text(60, true), document.html(), document.json()]);
        assert!(
            !document.json().trim_end().contains('\n'),
            "one record is one line"
        );
    }
    for target in her2::Target::ALL {
        let written = case.convert(target, true).out;
        if target == her2::Target::Fhir {
            serde_json::from_str::<serde_json::Value>(&written).expect("a bundle is JSON");
        }
        pages.push(written);
    }
    assert!(
        pages
            .iter()
            .all(|page| page.len() < 64 * bytes.len() + 4_000_000)
    );
}

/// The project's own invented reports.
fn reports() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/reports");
    let mut reports: Vec<Vec<u8>> = std::fs::read_dir(folder)
        .expect("the reports are part of the project")
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| std::fs::read(path).unwrap())
        .collect();
    reports.sort();
    assert!(reports.len() >= 8);
    reports
}

/// Pieces that readers stumble over.
const PIECES: [&[u8]; 18] = [
    b"HER2",
    b"HER-2/neu: ",
    b"2+",
    b"0/1+ (",
    b"ratio 99999999999999999999.99999999999",
    b"ratio: 0.0",
    b"FISH <<<>>> ",
    b"\n\n\nADDENDUM\n",
    b"AMENDED REPORT: ",
    b"Tumor #99999999999999999999 ",
    b"0 of 0 nodes, 99999999999 of 3",
    b"\xff\xfe\x00",
    b"\xe2\x82",
    "ﬁ≥≤×µ\u{301}\u{202e}".as_bytes(),
    b"31/31/9999 00/00/0000",
    b"[[[[[[[(((((((",
    b"\r\r\n\x0c\x0b",
    b"pT4b pN3c pM1 grade 4 size 0.000001 cm",
];

/// One change to a report.
#[derive(Clone, Debug)]
enum Change {
    Flip(usize, u8),
    Cut(usize, usize),
    Repeat(usize, usize),
    Insert(usize, usize),
    End(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        (at(), 0..200_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (at(), 0..400_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        (at(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        at().prop_map(Change::End),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let within = |at: usize| at % (bytes.len() + 1);
        match *change {
            Change::Flip(at, byte) => {
                let at = within(at);
                if let Some(old) = bytes.get_mut(at) {
                    *old = byte;
                }
            }
            Change::Cut(at, length) => {
                let (start, end) = (within(at), (within(at) + length).min(bytes.len()));
                bytes.drain(start..end);
            }
            Change::Repeat(at, length) => {
                let (start, end) = (within(at), (within(at) + length).min(bytes.len()));
                let piece = bytes[start..end].to_vec();
                bytes.splice(start..start, piece);
            }
            Change::Insert(at, piece) => {
                let start = within(at);
                bytes.splice(start..start, PIECES[piece].iter().copied());
            }
            Change::End(at) => {
                let end = within(at);
                bytes.truncate(end);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn p5_random_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        everything(&bytes);
    }

    #[test]
    fn p5_random_words_of_reports_are_read_without_a_fault(
        words in prop::collection::vec((0..PIECES.len(), any::<u8>()), 0..60)
    ) {
        let mut bytes = Vec::new();
        for (piece, byte) in words {
            bytes.extend_from_slice(PIECES[piece]);
            bytes.push(if byte < 200 { b' ' } else { byte });
        }
        everything(&bytes);
    }

    #[test]
    fn p5_changed_reports_are_read_without_a_fault(
        which in any::<usize>(),
        changes in prop::collection::vec(change(), 1..12)
    ) {
        let reports = reports();
        everything(&changed(reports[which % reports.len()].clone(), &changes));
    }

    #[test]
    fn p5_any_bytes_as_structured_cases_give_a_finding_or_an_error(
        lines in prop::collection::vec("[ -~]{0,80}|\\PC{0,20}|\\{\"ihc\":\\{\"score\":\"[0-9+/]{1,4}\"\\}\\}", 0..20)
    ) {
        let text = lines.join("\n");
        let mut out = Vec::new();
        let failed = her2::LineDecider::new(date(2026, 11, 22), None).block(text.as_bytes(), 1, &mut out);
        // Only the white space of JSON makes a line blank.
        let lines = text.lines().filter(|line| !line.trim_ascii().is_empty()).count() as u64;
        prop_assert!(failed <= lines);
        let written = out.iter().filter(|byte| **byte == b'\n').count() as u64;
        prop_assert_eq!(written, lines);
    }
}

#[test]
fn p5_long_records_take_time_by_their_length() {
    for piece in PIECES {
        let bytes = piece.repeat(200_000 / piece.len());
        let since = Instant::now();
        everything(&bytes);
        assert!(
            since.elapsed() < Duration::from_secs(60),
            "{} took {:?}",
            String::from_utf8_lossy(piece).escape_debug(),
            since.elapsed()
        );
    }
}

#[test]
fn p6_the_same_input_gives_the_same_bytes() {
    for report in reports() {
        let json = || {
            let reading = her2::read("same", &report);
            let case = reading.decide(date(2026, 11, 22), None);
            let documents = [case.patient("en"), case.clinician("en")].map(|document| {
                let document = document.expect("there are words of English");
                (document.text(80, false), document.html(), document.json())
            });
            (reading.json(), documents, case.check().json())
        };
        assert_eq!(json(), json());
    }
}
