//! Whatever the bytes, a registry's XML is read to its end without a fault, in time that grows with its length.
#![allow(clippy::unwrap_used)]

#[path = "given/bytes.rs"]
mod given;

use her2_case::Record;
use her2_readers::{Options, pieces, read_all};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const ROOT: &str =
    "<NaaccrData baseDictionaryUri=\"http://naaccr.org/naaccrxml/naaccr-dictionary-250.xml\">";

fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/records/naaccr");
    fs::read(folder.join(name)).unwrap()
}

fn everything(bytes: &[u8]) -> Vec<Record> {
    let all = given::everything("any.xml", bytes);
    assert!(!all.is_empty() || bytes.is_empty(), "an input is told of");
    all
}

fn within(seconds: u64, bytes: &[u8]) -> Vec<Record> {
    given::within(seconds, "any.xml", bytes)
}

fn codes(records: &[Record]) -> Vec<&'static str> {
    let problems = records.iter().flat_map(|record| &record.problems);
    problems.map(|problem| problem.code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_the_root(inside in proptest::collection::vec(any::<u8>(), 0..600)) {
        let mut bytes = ROOT.as_bytes().to_vec();
        bytes.extend(inside);
        everything(&bytes);
    }

    #[test]
    fn elements_in_any_order(parts in proptest::collection::vec(0..18usize, 0..60)) {
        const PARTS: [&str; 18] = [
            "<Patient>", "</Patient>", "<Patient/>", "<Tumor>", "</Tumor>", "<Item naaccrId=\"primarySite\">C504</Item>",
            "<Item naaccrId=\"her2IhcSummary\">", "3", "</Item>", "<!-- ", " -->", "<![CDATA[", "]]>", "&#x33;", "&her2;", "<x:y a='", "'>", "\u{e9}",
        ];
        let inside: String = parts.iter().map(|part| PARTS[*part]).collect();
        everything(format!("{ROOT}{inside}</NaaccrData>").as_bytes());
    }

    #[test]
    fn a_valid_file_cut_anywhere(which in 0..2usize, at in any::<prop::sample::Index>()) {
        let bytes = sample(["two-sides.xml", "prefixed.xml"][which]);
        everything(&bytes[..at.index(bytes.len())]);
    }

    #[test]
    fn a_valid_file_with_other_bytes(
        which in 0..2usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = sample(["two-sides.xml", "prefixed.xml"][which]);
        let length = bytes.len();
        for (at, byte) in changes {
            bytes[at.index(length)] = byte;
        }
        everything(&bytes);
    }

    #[test]
    fn pieces_and_the_whole_say_the_same(count in 1..40usize, padding in 0..20_000usize) {
        let text = file(count, padding);
        let options = Arc::new(Options::default());
        let mut of_pieces = Vec::new();
        for piece in pieces("any.xml", std::io::Cursor::new(text.clone().into_bytes()), &options).unwrap() {
            piece.unwrap().each(&mut |read| of_pieces.push((read.history.name.clone(), read.history.patient.clone())));
        }
        let mut of_whole = Vec::new();
        let whole = her2_readers::Piece::whole("any.xml", text.into_bytes(), &options);
        whole.each(&mut |read| of_whole.push((read.history.name.clone(), read.history.patient.clone())));
        prop_assert_eq!(of_pieces.len(), count);
        prop_assert_eq!(of_pieces, of_whole);
    }
}

/// Patients that are as long as the padding says.
fn file(count: usize, padding: usize) -> String {
    let mut text = ROOT.to_owned();
    for at in 0..count {
        let spaces = " ".repeat(padding);
        text += &format!(
            "<Patient><Item naaccrId=\"patientIdNumber\">{at:08}</Item>{spaces}<Tumor><Item naaccrId=\"primarySite\">C504</Item></Tumor></Patient>"
        );
    }
    text + "</NaaccrData>"
}

#[test]
fn entities_are_never_expanded() {
    let laughs: String = (1..10)
        .map(|at| {
            format!(
                "<!ENTITY lol{at} \"{}\">",
                format!("&lol{};", at - 1).repeat(10)
            )
        })
        .collect();
    let bytes = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol0 \"lol\">{laughs}<!ENTITY file SYSTEM \"file:///etc/passwd\">]>{ROOT}<Patient><Item naaccrId=\"patientIdNumber\">&lol9;</Item><Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">&file;</Item><Item naaccrId=\"her2OverallSummary\">&#49;</Item></Tumor></Patient></NaaccrData>"
    );
    let records = within(5, bytes.as_bytes());
    assert_eq!(codes(&records), ["entity-not-expanded", "doctype-ignored"]);
    assert_eq!(records[0].her2_results().count(), 1);
}

#[test]
fn deep_elements_and_long_items_take_time_in_proportion_only() {
    let in_patient = |inner: &str| {
        format!(
            "{ROOT}<Patient>{inner}<Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">3</Item></Tumor></Patient></NaaccrData>"
        )
    };
    let deep = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    let records = within(10, in_patient(&deep).as_bytes());
    assert_eq!(codes(&records), ["too-deep"]);
    assert_eq!(records[0].her2_results().count(), 1);
    // Items in items, patients in patients, and elements without an end.
    for open in [
        "<Item naaccrId=\"sex\">",
        "<Patient>",
        "<Tumor>",
        "<a b=\"",
        "<![CDATA[",
        "<!-- ",
        "<?",
        "</Patient ",
        "&#",
    ] {
        within(
            20,
            format!("{ROOT}<Patient>{}", open.repeat(100_000)).as_bytes(),
        );
    }
    let long = format!(
        "<Item naaccrId=\"textRemarks\">{}</Item><Item naaccrId=\"sex\">{}</Item>",
        "x".repeat(1_000_000),
        "2".repeat(1_000_000)
    );
    let records = within(10, in_patient(&long).as_bytes());
    assert_eq!(records[0].her2_results().count(), 1);
}

#[test]
fn encodings_other_than_utf_8_give_codes_or_say_that_they_do_not() {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><NaaccrData baseDictionaryUri=\"x-250.xml\"><Patient><Item naaccrId=\"nameLast\">M\u{fc}ller</Item><Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">3</Item></Tumor></Patient></NaaccrData>";
    let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
    let records = everything(&latin);
    assert_eq!(codes(&records), ["encoding-odd"]);
    assert_eq!(records[0].her2_results().count(), 1);
    let mark = [0xef_u8, 0xbb, 0xbf];
    let marked = [&mark, text.as_bytes()].concat();
    let records = everything(&marked);
    assert!(codes(&records).is_empty());
    let score = records[0].her2_results().next().unwrap().score.unwrap();
    assert_eq!(marked[score.origin.as_span().unwrap().range()], *b"3");
    for little in [true, false] {
        let mut wide = if little {
            vec![0xff, 0xfe]
        } else {
            vec![0xfe, 0xff]
        };
        for unit in text.encode_utf16() {
            wide.extend(if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            });
        }
        let records = everything(&wide);
        assert_eq!(codes(&records), ["encoding-not-read"]);
        assert_eq!(records[0].her2_results().count(), 0);
    }
}

#[test]
fn a_patient_larger_than_the_limit_ends_the_reading_and_is_told() {
    let options = Arc::new(Options {
        max_record: 600_000,
        ..Options::default()
    });
    let text = format!(
        "{ROOT}<Patient>{}</Patient></NaaccrData>",
        " ".repeat(2_000_000)
    );
    let all = pieces(
        "large.xml",
        std::io::Cursor::new(text.into_bytes()),
        &options,
    )
    .unwrap();
    let all: Vec<_> = all.collect();
    assert_eq!(all.len(), 1);
    assert!(all[0].is_err());
}

#[test]
fn ten_times_the_patients_take_about_ten_times_as_long() {
    let time = |count: usize| {
        let text = file(count, 100).into_bytes();
        let best = (0..3).map(|_| {
            let since = Instant::now();
            let mut seen = 0;
            read_all("any.xml", &text, &mut |_| seen += 1);
            assert_eq!(seen, count);
            since.elapsed()
        });
        best.min().unwrap()
    };
    let (small, large) = (time(2_000), time(20_000));
    // A machine that is busy with something else may take longer at any time.
    assert!(
        large < small * 30 + Duration::from_millis(500),
        "{small:?}, {large:?}"
    );
}
