//! Any bytes as FHIR: never a panic, always an end, and time that grows with the length alone.

#![allow(clippy::unwrap_used)]

use her2_readers::read_all;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const PANEL: &str = include_str!("../../../cases/records/fhir/panel.json");
const COURSE: &str = include_str!("../../../cases/records/fhir/course.json");
const NARRATIVE: &str = include_str!("../../../cases/records/fhir/narrative.json");

/// Reads everything; every place must be within its text.
fn read(bytes: &[u8]) -> usize {
    let mut patients = 0;
    read_all("any", bytes, &mut |read| {
        patients += 1;
        for record in &read.history.records {
            record.clone().each_origin(&mut |origin| {
                let span = origin.as_span().unwrap();
                assert!(span.start <= span.end && span.end as usize <= read.text.len());
            });
        }
    });
    patients
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_read_to_an_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut whole = b"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Observation\",\"code\":{\"text\":\"HER2\"},".to_vec();
        whole.extend(bytes);
        prop_assert!(read(&whole) > 0);
    }

    #[test]
    fn a_record_cut_off_anywhere_is_read_to_an_end(of in 0..3_usize, at in any::<prop::sample::Index>()) {
        let bytes = [PANEL, COURSE, NARRATIVE][of].as_bytes();
        prop_assert!(read(&bytes[..at.index(bytes.len())]) > 0);
    }

    #[test]
    fn a_record_with_other_bytes_in_it_is_read_to_an_end(of in 0..3_usize, at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = [PANEL, COURSE, NARRATIVE][of].as_bytes().to_vec();
        for (place, byte) in at {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        prop_assert!(read(&bytes) > 0);
    }

    #[test]
    fn a_record_with_a_part_repeated_is_read_to_an_end(of in 0..3_usize, from in any::<prop::sample::Index>(), length in 1..200_usize, times in 1..30_usize) {
        let text = [PANEL, COURSE, NARRATIVE][of].as_bytes();
        let from = from.index(text.len());
        let part = &text[from..(from + length).min(text.len())];
        let whole = [&text[..from], &part.repeat(times), &text[from..]].concat();
        prop_assert!(read(&whole) > 0);
    }
}

#[test]
fn deep_nesting_is_no_fault() {
    let deep =
        |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    for nested in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        "[".repeat(100_000),
        "{\"resource\":".repeat(100_000),
    ] {
        for whole in [
            format!(
                "{{\"resourceType\":\"Observation\",\"code\":{{\"text\":\"HER2 IHC\"}},\"x\":{nested},\"valueString\":\"3+\"}}"
            ),
            format!(
                "{{\"resourceType\":\"Observation\",\"code\":{{\"text\":\"HER2 IHC\",\"coding\":{nested}}},\"valueString\":\"3+\"}}"
            ),
            format!("{{\"id\":{nested},\"resourceType\":\"Bundle\",\"entry\":[]}}"),
            format!("{{\"resourceType\":\"Bundle\",\"entry\":[{{\"resource\":{nested}}}]}}"),
        ] {
            assert!(read(whole.as_bytes()) > 0);
        }
    }
    // Bundles within bundles, with the type last.
    let whole = format!(
        "{}{{\"resourceType\":\"Observation\"}}{}",
        "{\"a\":1,\"entry\":[{\"resource\":".repeat(5_000),
        "}],\"resourceType\":\"Bundle\"}".repeat(5_000)
    );
    assert!(read(whole.as_bytes()) > 0);
}

#[test]
fn other_encodings_are_told() {
    let latin: Vec<u8> = PANEL
        .replace("Left", "Br\u{fc}st")
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect();
    let mut codes = Vec::new();
    read_all("latin", &latin, &mut |read| {
        codes.extend(
            read.history
                .records
                .iter()
                .flat_map(|record| record.problems.iter().map(|problem| problem.code)),
        );
    });
    assert!(codes.contains(&"not-utf-8"));
    let marked = format!("\u{feff}{PANEL}");
    let mut results = 0;
    read_all("marked", marked.as_bytes(), &mut |read| {
        results += read.history.records[0].her2_results().count();
    });
    assert_eq!(results, 2);
}

/// A bundle of so many resources of one patient, every tenth about a marker.
fn bundle(count: usize) -> String {
    let mut text = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[".to_owned();
    for at in 0..count {
        let (code, value) = if at % 10 == 0 {
            ("85319-2", "2+")
        } else {
            ("718-7", "13")
        };
        let day = at / 10 % 28 + 1;
        let year = 1990 + at / 3_000 % 30;
        write!(
            text,
            "{}{{\"resource\":{{\"resourceType\":\"Observation\",\"id\":\"o{at}\",\"status\":\"final\",\"code\":{{\"coding\":[{{\"system\":\"http://loinc.org\",\"code\":\"{code}\"}}]}},\"subject\":{{\"reference\":\"Patient/p\"}},\"effectiveDateTime\":\"{year}-01-{day:02}\",\"valueString\":\"{value}\"}}}}",
            if at == 0 { "" } else { "," }
        )
        .unwrap();
    }
    text.push_str("]}");
    text
}

#[test]
fn time_grows_with_the_length_alone() {
    let best = |text: &str| {
        let once = |_| {
            let since = Instant::now();
            her2_readers::pieces(
                "big",
                std::io::Cursor::new(text.as_bytes().to_vec()),
                &large(),
            )
            .unwrap()
            .for_each(|piece| {
                piece
                    .unwrap()
                    .each(&mut |read| assert!(!read.history.records.is_empty()));
            });
            since.elapsed()
        };
        (0..3).map(once).min().unwrap()
    };
    let (small, large) = (best(&bundle(10_000)), best(&bundle(100_000)));
    // The bound of the promise is 12; the machine may be busy with other things.
    assert!(
        large < small * 20 + Duration::from_millis(50),
        "{small:?} and {large:?}"
    );
}

fn large() -> std::sync::Arc<her2_readers::Options> {
    std::sync::Arc::new(her2_readers::Options {
        max_record: 1_000_000_000,
        ..her2_readers::Options::default()
    })
}
