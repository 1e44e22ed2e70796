//! Whatever the bytes, a table is read to its end without a fault, in time that grows with its length.
#![allow(clippy::unwrap_used)]

#[path = "given/bytes.rs"]
mod given;

use her2_case::Record;
use her2_readers::{Options, pieces};
use proptest::prelude::*;
use std::sync::Arc;

const HEAD: &str = "patient,her2-ihc-score,her2-ish-word,her2-ratio,her2-copies,cells,er-status,t,sample-date,grade\n";
const ROWS: &str = "A,2+ (3+ outside),nicht amplifiziert,\"1,4\",2.9,20,POS 90,pT1c,2024-01-01,G2\n\
                    A,0-1+,,\"1.8 (CN 7.5)\",68,20,<1%,T2,01.02.2024,\"well \"\"differentiated\"\"\"\n";

fn everything(bytes: &[u8]) -> Vec<Record> {
    given::everything("any.csv", bytes)
}

fn within(seconds: u64, bytes: &[u8]) -> Vec<Record> {
    given::within(seconds, "any.csv", bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_below_a_known_header(inside in proptest::collection::vec(any::<u8>(), 0..600)) {
        let mut bytes = HEAD.as_bytes().to_vec();
        bytes.extend(inside);
        everything(&bytes);
    }

    #[test]
    fn any_cells(cells in proptest::collection::vec("[ -~éß\u{2265}\u{ff05}]{0,24}", 10..60)) {
        let mut text = HEAD.to_owned();
        for row in cells.chunks(10) {
            text.push_str(&row.join(","));
            text.push('\n');
        }
        everything(text.as_bytes());
    }

    #[test]
    fn changed_and_cut_bytes(at in 0usize..400, byte: u8, cut in 0usize..400) {
        let mut bytes = format!("{HEAD}{ROWS}").into_bytes();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % length);
        everything(&bytes);
    }

    #[test]
    fn any_objects(inside in "[\\[\\]{}\",:a-z0-9\\\\ +]{0,200}") {
        let text = format!("{{\"patient\":\"A\",\"her2-ihc-score\":\"2+\"}}\n{{\"her2-ihc-score\":{inside}}}\n{{{inside}}}\n");
        everything(text.as_bytes());
    }

    #[test]
    fn any_division_gives_the_same_patients(rows in 0usize..40, gap in 1usize..5) {
        let mut text = HEAD.to_owned();
        for row in 0..rows {
            text.push_str(&format!("P{},1+,,,,,,,,\"a\nb\"\n", row / gap));
        }
        let expected = rows.div_ceil(gap);
        let mut patients = 0;
        let options = Arc::new(Options::default());
        for piece in pieces("t.csv", std::io::Cursor::new(text.into_bytes()), &options).unwrap() {
            piece.unwrap().each(&mut |read| patients += usize::from(read.history.patient.is_some()));
        }
        prop_assert_eq!(patients, expected);
    }
}

#[test]
fn hostile_tables_end_soon() {
    let quotes = format!("{HEAD}{}", "\"".repeat(3_000_000));
    within(20, quotes.as_bytes());
    let open = format!("{HEAD}{}", ",\"\n".repeat(300_000));
    within(30, open.as_bytes());
    let wide = format!("{HEAD}{}\n", ",".repeat(3_000_000));
    within(20, wide.as_bytes());
    let header = format!("her2-ihc-score{}\n2+\n", ",x".repeat(500_000));
    within(20, header.as_bytes());
    let long = format!("{HEAD}A,{},,,,,,,,\n", "2+ ".repeat(1_000_000));
    within(20, long.as_bytes());
    let nested = format!(
        "{{\"her2-ihc-score\":1}}\n{{\"her2-ihc-score\":{}\n",
        "[".repeat(100_000)
    );
    within(20, nested.as_bytes());
    let nested = format!(
        "{{\"her2-ihc-score\":1}}\n{{\"her2-ihc-score\":{}{}}}\n",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    within(20, nested.as_bytes());
    let same = format!("{HEAD}{}", "A,1+,,,,,,,,\n".repeat(20_000));
    within(30, same.as_bytes());
    let wrong: Vec<u8> = format!("{HEAD}{ROWS}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    within(5, &wrong);
    let latin = [HEAD.as_bytes(), b"A,1+,n\xe9gatif,,,,,,,\n"].concat();
    assert_eq!(within(5, &latin)[0].her2_results().count(), 2);
}
