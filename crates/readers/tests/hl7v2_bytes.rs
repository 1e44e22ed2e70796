//! Messages of HL7 version 2 with any bytes: read to the end, without a fault, in a time that grows with their length.

#![allow(clippy::unwrap_used, reason = "a test may")]

use her2_readers::{Options, read_all};
use proptest::prelude::*;
use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

const MESSAGE: &str = "MSH|^~\\&|LAB|X|||20260110101010||ORU^R01^ORU_R01|1|P|2.5.1\r\
PID|1||555^^^HOSP^MR||Test^Anna||19610203|F\r\
DG1|1||C50.412^Breast cancer^I10C||20251203\r\
OBR|1||S26-100^LAB|11529-5^Surgical Pathology Study Report^LN|||20260105|||||||||||||||20260110||SP|F\r\
OBX|1|FT|22637-3^Path report.final diagnosis^LN|1|Left breast, core biopsy:\\.br\\Invasive ductal carcinoma \\T\\ DCIS, grade 2.||||||F\r\
OBX|2|CWE|85319-2^HER2 IHC^LN||LA11842-4^2+^LN||||||F\r\
NTE|1||Reflex FISH was ordered.\r\
OBX|3|SN|49683-6^HER2 ratio^LN||^1.4^:^1||||||F\r\
OBX|4|ED|PDF^Report^L||^AP^PDF^Base64^JVBERi0xLjQK||||||F\r\
SPM|1|^SP1&LAB||TISS^Tissue^HL70487\r";

/// How many patients and records an input gives; every place of them must lie in the text.
fn read(bytes: &[u8]) -> (usize, usize) {
    let (mut patients, mut records) = (0, 0);
    read_all("bytes", bytes, &mut |read| {
        patients += 1;
        records += read.history.records.len();
        let length = read.text.len();
        for mut record in read.history.records {
            record.each_origin(&mut |origin| {
                let span = origin.as_span().expect("a place is a range of the text");
                assert!(
                    span.start <= span.end && span.end as usize <= length,
                    "{span:?} of {length}"
                );
            });
            for (span, _) in record.paths.iter() {
                assert!(
                    span.start <= span.end && span.end as usize <= length,
                    "{span:?} of {length}"
                );
            }
        }
    });
    (patients, records)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_behind_a_header_are_read(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        read(&[b"MSH|^~\\&|".as_slice(), &bytes].concat());
    }

    #[test]
    fn a_message_cut_off_anywhere_is_read(end in 4..MESSAGE.len()) {
        read(&MESSAGE.as_bytes()[..end]);
    }

    #[test]
    fn a_message_with_other_bytes_in_it_is_read(
        changes in prop::collection::vec((4..MESSAGE.len(), any::<u8>()), 1..20),
    ) {
        let mut bytes = MESSAGE.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        read(&bytes);
    }

    #[test]
    fn a_message_with_parts_moved_is_read(from in 0..MESSAGE.len(), length in 1..200_usize, to in 0..MESSAGE.len()) {
        let mut bytes = MESSAGE.as_bytes().to_vec();
        let part: Vec<u8> = bytes.drain(from..(from + length).min(bytes.len())).collect();
        let to = to.min(bytes.len());
        bytes.splice(to..to, part);
        read(&bytes);
    }
}

#[test]
fn framing_line_ends_marks_and_batches_do_not_matter() {
    let told = |bytes: &[u8]| {
        let mut told = Vec::new();
        read_all("x", bytes, &mut |read| {
            for record in &read.history.records {
                told.push(format!(
                    "{:?} {} {:?} {:?}",
                    record.her2_status.0,
                    record.her2_results().count(),
                    record.date.map(|date| date.value),
                    record.tumor.grade.map(|grade| grade.value),
                ));
            }
        });
        told
    };
    let plain = told(MESSAGE.as_bytes());
    assert_eq!(plain.len(), 1);
    assert!(plain[0].contains('2'), "{plain:?}");
    for bytes in [
        MESSAGE.replace('\r', "\n"),
        MESSAGE.replace('\r', "\r\n"),
        format!("\u{0B}{MESSAGE}\u{1C}\r"),
        format!("\u{0B}{MESSAGE}\u{1C}\r\n"),
        format!("\u{FEFF}{MESSAGE}"),
        format!("FHS|^~\\&|A\rBHS|^~\\&|B\r{MESSAGE}BTS|1\rFTS|1\r"),
        format!("{}\r\r\n", MESSAGE.trim_end()),
        MESSAGE.replace('|', "#"),
    ] {
        assert_eq!(told(bytes.as_bytes()), plain, "{}", &bytes[..20]);
    }
}

#[test]
fn many_segments_take_a_time_that_grows_with_them() {
    let message = |segments: usize| {
        let mut text = MESSAGE.to_owned();
        for at in 0..segments {
            let line = match at % 4 {
                0 => format!("OBX|{at}|CWE|85319-2^HER2 IHC^LN|{at}|LA11842-4^2+^LN||||||F\r"),
                1 => format!("OBX|{at}|TX|X{at}^Text^L|{at}|Nothing of note.||||||C\r"),
                2 => format!("OBR|{at}||S{at}|85319-2^HER2^LN|||||||||||||||||||||F\r"),
                _ => format!(
                    "OBX|{at}|NM|74860-8^HER2 copies^LN|{at}|{}.{at}||||||F\r",
                    at % 20
                ),
            };
            text.push_str(&line);
        }
        text
    };
    let time = |text: &str| {
        let begun = Instant::now();
        read(text.as_bytes());
        begun.elapsed()
    };
    let few = time(&message(10_000)).max(Duration::from_millis(20));
    let many = time(&message(100_000));
    assert!(
        many < few * 25,
        "{few:?} for 10,000 segments, {many:?} for 100,000"
    );
}

#[test]
fn one_question_repeated_without_end_comes_to_an_end() {
    for line in [
        "OBX|1|CWE|85319-2^HER2 IHC^LN|1|LA11842-4^2+^LN||||||F\r",
        "OBX|1|ST|85319-2^HER2 IHC^LN|1|what?||||||F\r",
        "OBX|1|TX|22637-3^DX^LN|1|HER2 3+||||||C\r",
        "PID|1||1^^^A\r",
        "MSH|^~\\&\r",
        "OBX|1|TX|X^Y^L|1|\\\\\\\\\\\\\\\\||||||F\r",
    ] {
        read(format!("{MESSAGE}{}", line.repeat(20_000)).as_bytes());
    }
    read(
        format!(
            "{MESSAGE}OBX|1|TX|X^Y^L|1|{}||||||F\r",
            "~^&|".repeat(100_000)
        )
        .as_bytes(),
    );
}

#[test]
fn an_input_is_divided_between_patients_and_never_within_one() {
    let message = |patient: usize, number: usize| {
        MESSAGE
            .replace("555^^^HOSP", &format!("{patient}^^^HOSP"))
            .replace("S26-100", &format!("S26-{number}"))
    };
    // Three messages of each patient, one after the other.
    let patients = 1_500;
    let text: String = (0..patients * 3)
        .map(|number| message(number / 3, number))
        .collect();
    let options = Arc::new(Options::default());
    let pieces: Vec<_> = her2_readers::pieces(
        "many.hl7",
        std::io::Cursor::new(text.into_bytes()),
        &options,
    )
    .unwrap()
    .map(Result::unwrap)
    .collect();
    assert!(pieces.len() > 2, "{}", pieces.len());
    let mut names = Vec::new();
    for piece in &pieces {
        assert!(piece.bytes().len() < 400_000);
        piece.each(&mut |read| {
            assert_eq!(read.history.records.len(), 3, "{}", read.history.name);
            assert_eq!(
                read.history.patient.as_ref().unwrap().as_str(),
                names.len().to_string()
            );
            names.push(read.history.name);
        });
    }
    assert_eq!(names.len(), patients);
    assert_eq!(names[0], "many.hl7#1");
    assert_eq!(names[patients - 1], format!("many.hl7#{patients}"));
}

#[test]
fn an_input_without_end_is_not_held_in_memory() {
    // A patient whose messages are larger than a record may be is refused, and so is a segment without end.
    let endless = std::io::Cursor::new(MESSAGE).chain(std::io::repeat(b'x').take(200_000_000));
    let options = Arc::new(Options {
        max_record: 1_000_000,
        ..Options::default()
    });
    let told: Vec<_> = her2_readers::pieces("endless", endless, &options)
        .unwrap()
        .collect();
    assert!(told.iter().any(Result::is_err));
}
