//! Registry abstracts: what codes are read as, and how XML is walked.

use her2_case::{Course, Fact, Her2Result, History, Receptor, Record, Setting, Sex, Term};
use her2_readers::{Options, Read, pieces, read_all};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/records/naaccr")
}

/// Every history of an input with the text its places are ranges of.
fn histories(bytes: &[u8]) -> Vec<(History, Vec<u8>)> {
    let mut all = Vec::new();
    read_all("a.xml", bytes, &mut |Read { history, text }| {
        all.push((history, text.into_owned()));
    });
    all
}

fn one(bytes: &[u8]) -> History {
    let mut all = histories(bytes);
    assert_eq!(all.len(), 1);
    all.remove(0).0
}

fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).expect("the file is part of the project")
}

fn abstract_of(items: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?>\n<NaaccrData baseDictionaryUri=\"http://naaccr.org/naaccrxml/naaccr-dictionary-250.xml\" xmlns=\"http://naaccr.org/naaccrxml\">\n<Patient>\n<Tumor>\n{items}</Tumor>\n</Patient>\n</NaaccrData>\n"
    )
    .into_bytes()
}

fn item(number: &str, value: &str) -> String {
    format!("<Item naaccrNum=\"{number}\">{value}</Item>\n")
}

fn told(result: &Her2Result) -> String {
    let mut words = vec![result.assay.name().to_owned()];
    words.extend(result.probe.map(|probe| probe.name().to_owned()));
    words.extend(result.score.map(|score| score.value.to_string()));
    words.extend(result.ratio.map(|ratio| format!("ratio {}", ratio.value)));
    words.extend(result.her2_copies.map(|of| format!("copies {}", of.value)));
    words.extend(result.word.map(|word| word.value.name().to_owned()));
    words.join(" ")
}

fn codes_of(record: &Record) -> Vec<&'static str> {
    record.problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn codes_are_read_as_the_table_says() {
    let text = String::from_utf8(file("codes.md")).expect("it is text");
    let mut failures = Vec::new();
    let mut count = 0;
    for line in text
        .lines()
        .filter(|line| line.starts_with("| 2") || line.starts_with("| 3"))
    {
        count += 1;
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [items, year, her2, status, problems] = cells[..] else {
            panic!("a row has five cells: {line}");
        };
        let mut all = item("400", "C504") + &item("522", "8500") + &item("523", "3");
        all += &item("390", &format!("{year}0315"));
        for pair in items.split(", ") {
            let (number, code) = pair.split_once('=').expect("an item has a code");
            all += &item(number, code);
        }
        let record = one(&abstract_of(&all)).records.remove(0);
        let found: Vec<String> = record.her2_results().map(told).collect();
        let found = [
            found.join("; "),
            record.her2_status.0.name().to_owned(),
            codes_of(&record).join(", "),
        ];
        if found != [her2, status, problems] {
            failures.push(format!(
                "{items} ({year})\n  expected {:?}\n  told     {found:?}",
                [her2, status, problems]
            ));
        }
    }
    assert!(count >= 45, "only {count} rows were found");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_tumour_of_the_breast_is_a_record_and_the_oldest_comes_first() {
    let (history, text) = histories(&file("two-sides.xml")).remove(0);
    assert_eq!(
        history.patient.as_ref().map(her2_case::Key::as_str),
        Some("00000417")
    );
    let Course {
        sex,
        born,
        setting,
        diagnosed,
        ..
    } = &history.course;
    assert_eq!(sex.map(|sex| sex.value), Some(Sex::Female));
    assert_eq!(
        born.map(|born| born.value.to_string()).as_deref(),
        Some("1961-09-07")
    );
    assert!(setting.is_none());
    assert_eq!(
        diagnosed.map(|day| day.value.to_string()).as_deref(),
        Some("2015-03-02")
    );
    let passed: Vec<_> = history
        .passed_over
        .iter()
        .map(|of| (of.what.as_str(), of.count))
        .collect();
    assert_eq!(passed, [("Item", 1), ("Tumor of another organ", 1)]);

    let [old, new] = &history.records[..] else {
        panic!("two records")
    };
    let quote = |fact: &Fact<_>| {
        let span = fact.origin.as_span().expect("a place is a range");
        String::from_utf8(text[span.range()].to_vec()).expect("it is text")
    };
    let side = |record: &Record| record.specimens[0].side.map(|side| side.name());
    assert_eq!((side(old), side(new)), (Some("right"), Some("left")));
    assert_eq!(
        old.her2_results().map(told).collect::<Vec<_>>(),
        ["ihc 3+", "unspecified positive"]
    );
    assert_eq!(
        new.her2_results().map(told).collect::<Vec<_>>(),
        ["ihc 2+", "ish dual ratio 1.3 copies 2.3 not_amplified"]
    );
    let score = new.specimens[0].her2[0].score.expect("a score");
    assert_eq!(
        text[score.origin.as_span().expect("a range").range()],
        *b"2"
    );
    assert_eq!(
        new.paths.of(score.origin.as_span().expect("a range")),
        Some("Tumor 1, her2IhcSummary")
    );
    let tumor = &new.tumor;
    assert_eq!(
        tumor
            .size_mm
            .as_ref()
            .map(|of| of.value.to_string())
            .as_deref(),
        Some("34")
    );
    assert_eq!(tumor.grade.map(|of| of.value.name()), Some("2"));
    assert_eq!(tumor.histology.map(|of| of.value.name()), Some("lobular"));
    let tnm = [&tumor.t, &tumor.n, &tumor.m].map(|of| of.as_ref().map(|of| of.value.clone()));
    assert_eq!(tnm.map(Option::unwrap_or_default), ["T2", "N2a(sn)", "M0"]);
    assert_eq!(tumor.t.as_ref().map(quote).as_deref(), Some("pT2"));
    assert_eq!(tumor.tnm_prefix.map(|of| of.value.name()), Some("p"));
    assert_eq!(tumor.multiple.map(|of| of.value), Some(true));
    assert_eq!(
        (
            tumor.nodes_positive.map(|of| of.value),
            tumor.nodes_examined.map(|of| of.value)
        ),
        (Some(8), Some(13))
    );
    assert_eq!(
        tumor.ki67.map(|of| of.value.to_string()).as_deref(),
        Some("14.5")
    );
    assert_eq!(
        new.specimens[0].point.map(|point| point.name()),
        Some("primary")
    );
    let receptors: Vec<_> = new.specimens[0]
        .receptors
        .iter()
        .map(|of| {
            let percent = of.percent.map(|percent| percent.value.to_string());
            (of.receptor == Receptor::Er, of.status.name(), percent)
        })
        .collect();
    assert_eq!(
        receptors,
        [
            (true, "positive", Some("91-100".to_owned())),
            (false, "negative", Some("<1".to_owned()))
        ]
    );
    assert_eq!(codes_of(new), ["registry-truncates"]);
    let old_tnm = [&old.tumor.t, &old.tumor.n].map(|of| of.as_ref().map(|of| of.value.as_str()));
    assert_eq!(old_tnm, [Some("T1c"), Some("N0")]);
    assert_eq!(old.tumor.grade.map(|of| of.value.name()), Some("3"));
    assert_eq!(old.tumor.tnm_prefix.map(|of| of.value.name()), Some("c"));
    assert!(codes_of(old).is_empty());
    assert_eq!(
        new.specimens[0].tumor.as_ref().map(her2_case::Key::as_str),
        Some("tumor record 02, C509, side 2, 20230614")
    );
}

#[test]
fn prefixes_extensions_references_and_sections_are_walked_as_xml() {
    let all = histories(&file("prefixed.xml"));
    assert_eq!(
        all.iter()
            .map(|(of, _)| of.name.as_str())
            .collect::<Vec<_>>(),
        ["a.xml#1", "a.xml#2"]
    );
    assert_eq!(codes_of(&all[0].0.records[0]), ["no-tumor"]);
    let (history, text) = &all[1];
    assert!(text.starts_with(b"<n:Patient own") && text.ends_with(b"</n:Patient>"));
    assert_eq!(
        history.patient.as_ref().map(her2_case::Key::as_str),
        Some("A-7")
    );
    assert!(
        history.course.sex.is_none(),
        "an item of another namespace is not read"
    );
    let record = &history.records[0];
    // The score stands in an extension and is none of the tumour's items.
    assert_eq!(
        record.her2_results().map(told).collect::<Vec<_>>(),
        ["unspecified positive"]
    );
    assert_eq!(record.tumor.invasive.map(|of| of.value), Some(false));
    assert!(
        record.tumor.size_mm.is_none(),
        "the size of carcinoma in situ is no invasive size"
    );
    assert!(record.date.is_none());
    assert_eq!(codes_of(record), ["date-incomplete"]);
    let site = record
        .site
        .expect("an organ")
        .origin
        .as_span()
        .expect("a range");
    assert_eq!(text[site.range()], *b"C501");
}

#[test]
fn an_organ_decides_what_is_read() {
    let her2 = item("3855", "1") + &item("3850", "3");
    let other = one(&abstract_of(&(item("400", "C169") + &her2)));
    assert_eq!(codes_of(&other.records[0]), ["other-organ"]);
    assert!(other.records[0].specimens.is_empty());
    for unknown in [String::new(), item("400", "50.4"), item("400", " ")] {
        let history = one(&abstract_of(&(unknown + &her2)));
        assert_eq!(codes_of(&history.records[0]), ["organ-not-known"]);
        assert!(history.records[0].specimens.is_empty());
    }
    let lymphoma = item("400", "C509") + &item("522", "9680") + &item("523", "3") + &her2;
    let record = one(&abstract_of(&lymphoma)).records.remove(0);
    assert_eq!(record.tumor.invasive.map(|of| of.value), Some(false));
    assert_eq!(codes_of(&record), ["not-a-carcinoma"]);
}

#[test]
fn special_codes_are_no_numbers_and_contradictions_are_told() {
    let breast = |items: &[(&str, &str)]| {
        let mut all = item("400", "C504") + &item("523", "3");
        for (number, code) in items {
            all += &item(number, code);
        }
        one(&abstract_of(&all))
    };
    for (positive, examined, expected) in [
        ("00", "12", (Some(0), Some(12))),
        ("95", "95", (None, None)),
        ("97", "96", (None, None)),
        ("98", "00", (None, Some(0))),
        ("99", "99", (None, None)),
        ("90", "90", (None, None)),
    ] {
        let tumor = &breast(&[("820", positive), ("830", examined)]).records[0].tumor;
        let counts = (
            tumor.nodes_positive.map(|of| of.value),
            tumor.nodes_examined.map(|of| of.value),
        );
        assert_eq!(counts, expected, "{positive} of {examined}");
    }
    for (items, code) in [
        (&[("820", "07"), ("830", "03")][..], "nodes-contradict"),
        (&[("3827", "0"), ("3826", "080")], "receptor-contradicts"),
        (&[("3915", "1"), ("3914", "000")], "receptor-contradicts"),
        (&[("1112", "1"), ("1003", "cM0")], "metastasis-contradicts"),
        (&[("3855", "1"), ("3855", "0")], "item-repeated"),
        (&[("3843", "X")], "code-not-valid"),
        (&[("390", "20230230")], "code-not-valid"),
        (&[("390", "2023")], "date-incomplete"),
    ] {
        let history = breast(items);
        assert_eq!(codes_of(&history.records[0]), [code], "{items:?}");
        assert!(history.course.setting.is_none());
    }
    for size in ["000", "989", "990", "998", "999"] {
        assert!(breast(&[("756", size)]).records[0].tumor.size_mm.is_none());
    }
    // The same twice is no contradiction, and a size that is not known leaves room for another.
    let fine = breast(&[("3855", "1"), ("3855", "1"), ("756", "999"), ("752", "021")]);
    assert!(codes_of(&fine.records[0]).is_empty());
    assert_eq!(
        fine.records[0]
            .tumor
            .size_mm
            .map(|of| of.value.to_string())
            .as_deref(),
        Some("21")
    );
    let setting = |items| breast(items).course.setting.map(|of| of.value);
    assert_eq!(setting(&[("1115", "1")]), Some(Setting::Metastatic));
    assert_eq!(
        setting(&[("1003", "pM1"), ("1112", "0")]),
        Some(Setting::Metastatic)
    );
    assert_eq!(setting(&[("1112", "9")]), None);
    let came_back = breast(&[("1860", "20240501"), ("1880", "40")])
        .course
        .recurrence;
    assert!(came_back.is_some());
    assert!(
        breast(&[("1860", "20240501"), ("1880", "70")])
            .course
            .recurrence
            .is_none()
    );
}

#[test]
fn what_is_broken_leaves_the_patients_around_it() {
    let patient = |id: &str, inner: &str| {
        format!("<Patient><Item naaccrId=\"patientIdNumber\">{id}</Item>{inner}</Patient>\n")
    };
    let whole = "<Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">3</Item></Tumor>";
    let file = |patients: &[String]| {
        format!(
            "<NaaccrData baseDictionaryUri=\"x-250.xml\">{}</NaaccrData>",
            patients.concat()
        )
        .into_bytes()
    };
    for broken in [
        "<Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">1</Tumor>",
        "<Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">1</Item>",
        "<Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2IhcSummary\">1</Item></Turnor>",
        "<Tumor><Item naaccrId=\"primarySite\">C504</Item></Item></Patient>",
        "<Tumor><![CDATA[",
        "</Tumor>",
    ] {
        let bytes = file(&[
            patient("1", whole),
            patient("2", broken),
            patient("3", whole),
        ]);
        let all = histories(&bytes);
        let ids: Vec<_> = all
            .iter()
            .filter_map(|(of, _)| of.patient.as_ref())
            .map(|key| key.as_str().to_owned())
            .collect();
        assert_eq!(ids.first().map(String::as_str), Some("1"), "{broken}");
        assert_eq!(ids.last().map(String::as_str), Some("3"), "{broken}");
        let second = all
            .iter()
            .find(|(of, _)| of.patient.as_ref().is_some_and(|key| key.as_str() == "2"));
        let (second, _) = second.expect("the second patient was seen");
        assert!(
            second
                .records
                .iter()
                .any(|record| codes_of(record).contains(&"xml-broken")),
            "{broken}"
        );
        assert_eq!(
            second.records.iter().flat_map(Record::her2_results).count(),
            0,
            "{broken}"
        );
    }
}

#[test]
fn a_large_file_is_cut_between_patients() {
    let head = "<?xml version=\"1.0\"?><!-- <Patient> </Patient> --><NaaccrData baseDictionaryUri=\"x-250.xml\" xmlns=\"http://naaccr.org/naaccrxml\">";
    let mut text = head.to_owned();
    let count = 9000;
    for at in 0..count {
        text += &format!(
            "<Patient><Item naaccrId=\"patientIdNumber\">{at:08}</Item><!-- </Patient> --><Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"textRemarks\"><![CDATA[ </Patient><Patient> ]]></Item><Item naaccrId=\"her2OverallSummary\">{}</Item></Tumor></Patient >\n",
            at % 2
        );
    }
    text += "</NaaccrData>";
    let options = Arc::new(Options::default());
    let all = pieces("big.xml", std::io::Cursor::new(text.into_bytes()), &options)
        .expect("it can be read");
    let (mut ids, mut positive, mut largest, mut parts) = (Vec::new(), 0, 0, 0);
    for piece in all {
        let piece = piece.expect("a piece");
        largest = largest.max(piece.bytes().len());
        parts += 1;
        piece.each(&mut |read| {
            ids.push(read.history.patient.expect("a number").as_str().to_owned());
            positive += read.history.records[0].her2_results().count();
        });
    }
    assert_eq!(
        ids,
        (0..count).map(|at| format!("{at:08}")).collect::<Vec<_>>()
    );
    assert_eq!(positive, count / 2);
    assert!(
        parts > 4 && largest < 400_000,
        "{parts} pieces of at most {largest} bytes"
    );
}

#[test]
fn tumours_of_one_side_are_told_apart_without_a_record_number() {
    let tumor = |site: &str, side: &str, day: &str, more: &str| {
        let items = item("400", site)
            + &item("410", side)
            + &item("390", day)
            + &item("522", "8500")
            + &item("523", "3")
            + more;
        format!("<Tumor>\n{items}</Tumor>\n")
    };
    let file = |tumors: &[String]| {
        let whole = String::from_utf8(abstract_of("")).unwrap();
        whole
            .replace("<Tumor>\n</Tumor>\n", &tumors.concat())
            .into_bytes()
    };
    let keys = |tumors: &[String]| -> Vec<Option<String>> {
        let history = one(&file(tumors));
        let records = history.records.iter();
        records
            .map(|of| {
                of.specimens[0]
                    .tumor
                    .as_ref()
                    .map(|key| key.as_str().to_owned())
            })
            .collect()
    };
    let differ = |tumors: &[String]| {
        let mut all = keys(tumors);
        assert!(all.iter().all(Option::is_some), "{all:?}");
        all.sort();
        all.dedup();
        all.len() == tumors.len()
    };
    assert!(differ(&[
        tumor("C504", "2", "20190301", ""),
        tumor("C508", "2", "20240610", "")
    ]));
    assert!(differ(&[
        tumor("C504", "1", "20240610", ""),
        tumor("C504", "2", "20240610", "")
    ]));
    let sequence = |number: &str| item("380", number);
    assert!(differ(&[
        tumor("C504", "2", "20240610", &sequence("01")),
        tumor("C504", "2", "20240610", &sequence("02"))
    ]));
    // Two registries gave two tumours one number.
    let number = item("60", "01");
    assert!(differ(&[
        tumor("C504", "2", "20190301", &number),
        tumor("C504", "1", "20240610", &number)
    ]));
    // Two abstracts of one tumour are of one tumour.
    assert!(!differ(&[
        tumor("C504", "2", "20240610", &sequence("00")),
        tumor("C504", "2", "20240610", &sequence("01"))
    ]));
}
