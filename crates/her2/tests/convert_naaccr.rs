//! A registry's XML as it is written: by the registry's rules, and read back as what an item can say.

use her2::{Reading, Target};
use her2_case::{Amount, Receptor, Record, Term};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const DAY: Date = date(2026, 11, 22);

/// The file, and what could not be expressed.
fn written(readings: &[Reading<'_>]) -> (String, Vec<&'static str>) {
    let mut out = Target::Naaccr.head();
    let mut left_out = Vec::new();
    for reading in readings {
        let converted = reading.decide(DAY, None).convert(Target::Naaccr, true);
        out += &converted.out;
        left_out.extend(converted.left_out.iter().map(|(what, _)| *what));
    }
    (out + Target::Naaccr.tail(), left_out)
}

fn of_report(report: &str) -> (String, Vec<&'static str>) {
    let text = format!(
        "SURGICAL PATHOLOGY REPORT. Left breast, core biopsy: invasive ductal carcinoma, grade 2. {report}"
    );
    written(&[her2::read("report.txt", text.as_bytes())])
}

fn value<'a>(xml: &'a str, id: &str) -> Option<&'a str> {
    let start = xml.find(&format!("naaccrId=\"{id}\""))?;
    let rest = &xml[start..];
    let from = rest.find('>')? + 1;
    Some(&rest[from..from + rest[from..].find('<')?])
}

#[test]
fn a_status_is_written_as_the_code_the_registry_has_for_it() {
    for (report, overall, ihc, ish) in [
        ("HER2 by IHC: positive (score 3+).", "1", Some("3"), None),
        ("HER2 by IHC: negative (score 0).", "0", Some("0"), None),
        ("HER2 by IHC: negative (score 1+).", "0", Some("1"), None),
        ("HER2 by IHC: equivocal (score 2+).", "0", Some("2"), None),
        (
            "HER2 by IHC: equivocal (score 2+). HER2 FISH: pending.",
            "7",
            Some("2"),
            Some("7"),
        ),
        (
            "HER2 by IHC: equivocal (score 2+). HER2 FISH: not amplified, HER2/CEP17 ratio 1.2, average HER2 signals per cell 2.4.",
            "0",
            Some("2"),
            Some("0"),
        ),
        (
            "HER2 by IHC: equivocal (score 2+). HER2 FISH: amplified, HER2/CEP17 ratio 2.8, average HER2 signals per cell 6.4.",
            "1",
            Some("2"),
            Some("3"),
        ),
        ("HER2 by IHC: pending.", "7", Some("7"), None),
    ] {
        let (xml, _) = of_report(report);
        assert_eq!(
            value(&xml, "her2OverallSummary"),
            Some(overall),
            "{report}\n{xml}"
        );
        assert_eq!(value(&xml, "her2IhcSummary"), ihc, "{report}");
        assert_eq!(value(&xml, "her2IshSummary"), ish, "{report}");
        assert_eq!(value(&xml, "primarySite"), Some("C509"));
        assert_eq!(value(&xml, "laterality"), Some("2"));
    }
}

#[test]
fn numbers_are_cut_and_what_has_no_code_is_told() {
    let (xml, left_out) = of_report(
        "HER2 FISH: not amplified, HER2/CEP17 ratio 1.99, average HER2 signals per cell 3.98, average CEP17 signals per cell 2.00, 40 cells counted. \
         Estrogen receptor: positive (95%). Progesterone receptor: negative (0%).",
    );
    assert_eq!(value(&xml, "her2IshDualProbeRatio"), Some("1.9"), "{xml}");
    assert_eq!(value(&xml, "her2IshDualProbeCopyNumber"), Some("3.9"));
    assert_eq!(value(&xml, "estrogenReceptorSummary"), Some("1"));
    assert_eq!(value(&xml, "estrogenReceptorPercntPosOrRange"), Some("095"));
    assert_eq!(value(&xml, "progesteroneRecepSummary"), Some("0"));
    assert_eq!(value(&xml, "progesteroneRecepPrcntPosOrRange"), Some("000"));
    for what in ["decimals after the first", "CEP17 copies", "cells counted"] {
        assert!(left_out.contains(&what), "{what} in {left_out:?}");
    }
    let (xml, left_out) = of_report("HER2 by IHC: negative (score 0-1+).");
    assert_eq!(value(&xml, "her2IhcSummary"), None);
    assert!(
        left_out.contains(&"a HER2 score given as a range"),
        "{left_out:?}"
    );
    let (xml, left_out) = of_report("HER2 by RT-PCR (Oncotype DX): Her2 score 10.2, negative.");
    assert_eq!(
        value(&xml, "her2OverallSummary"),
        None,
        "a multigene score is never written: {xml}"
    );
    assert!(!left_out.is_empty());
}

#[test]
fn the_word_of_a_named_test_is_kept_beside_the_summary_that_was_decided_on() {
    for code in ["4", "7"] {
        let first = file(&[vec![
            ("her2IhcSummary", code),
            ("her2OverallSummary", "1"),
            ("dateOfDiagnosis", "20180101"),
        ]]);
        let (second, _) = written(&[her2::read("one.xml", first.as_bytes())]);
        assert_eq!(value(&second, "her2IhcSummary"), Some(code), "{second}");
        assert_eq!(value(&second, "her2OverallSummary"), Some("1"), "{second}");
    }
    // A summary alone names no test.
    let summary = file(&[vec![("her2OverallSummary", "1")]]);
    let (xml, _) = written(&[her2::read("one.xml", summary.as_bytes())]);
    assert_eq!(value(&xml, "her2IhcSummary"), None, "{xml}");
}

#[test]
fn more_than_an_item_can_count_is_written_as_its_bound() {
    let (xml, _) = of_report("\nLymph nodes: 3 positive of 95 examined.");
    assert_eq!(value(&xml, "regionalNodesExamined"), Some("90"), "{xml}");
    assert_eq!(value(&xml, "regionalNodesPositive"), Some("03"), "{xml}");
}

/// A code of each item, or none.
fn codes() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    const ITEMS: [(&str, &[&str]); 24] = [
        ("her2IhcSummary", &["", "0", "1", "2", "3", "4", "7", "9"]),
        ("her2IshSummary", &["", "0", "2", "3", "7", "9"]),
        (
            "her2IshDualProbeRatio",
            &[
                "", "0.9", "1.2", "1.9", "2.0", "2.3", "99.9", "XX.2", "XX.3", "XX.7", "XX.9",
            ],
        ),
        (
            "her2IshDualProbeCopyNumber",
            &[
                "", "1.8", "3.9", "4.0", "5.9", "6.0", "25.5", "XX.1", "XX.9",
            ],
        ),
        ("her2OverallSummary", &["", "0", "1", "7", "9"]),
        ("estrogenReceptorSummary", &["", "0", "1", "7", "9"]),
        (
            "estrogenReceptorPercntPosOrRange",
            &[
                "", "000", "001", "010", "100", "R10", "R50", "R99", "XX7", "XX9",
            ],
        ),
        (
            "estrogenReceptorTotalAllredScore",
            &["", "00", "03", "08", "X9"],
        ),
        ("progesteroneRecepSummary", &["", "0", "1", "7", "9"]),
        (
            "progesteroneRecepPrcntPosOrRange",
            &["", "000", "001", "065", "R20", "XX9"],
        ),
        (
            "progesteroneRecepTotalAllredScor",
            &["", "00", "02", "07", "X8"],
        ),
        ("ki67", &["", "0.0", "5.5", "100.0", "XXX.7"]),
        ("laterality", &["", "1", "2", "4", "9"]),
        (
            "histologicTypeIcdO3",
            &[
                "8500", "8520", "8522", "8480", "8211", "8575", "8503", "8010",
            ],
        ),
        ("gradePathological", &["", "1", "2", "3", "B", "9"]),
        ("tumorSizeSummary", &["", "000", "001", "017", "988", "999"]),
        ("regionalNodesExamined", &["", "12", "89", "98"]),
        ("regionalNodesPositive", &["", "00", "03", "12", "97"]),
        ("lymphVascularInvasion", &["", "0", "1", "9"]),
        (
            "ajccTnmPathT",
            &["", "pT1mi", "pT1c", "pT2", "pT4d", "pTX", "88"],
        ),
        (
            "ajccTnmPathN",
            &["", "pN0", "pN0(i+)", "pN1mi", "pN2a", "pNX"],
        ),
        ("ajccTnmPathNSuffix", &["", "(sn)", "(f)"]),
        ("ajccTnmPathM", &["", "cM0", "pM1", "88"]),
        ("dateOfDiagnosis", &["20180101", "20231130", "20260214"]),
    ];
    ITEMS
        .into_iter()
        .map(|(id, codes)| (Just(id), prop::sample::select(codes)))
        .collect::<Vec<_>>()
}

fn file(tumors: &[Vec<(&str, &str)>]) -> String {
    let mut xml = "<NaaccrData baseDictionaryUri=\"x-250.xml\"><Patient><Item naaccrId=\"patientIdNumber\">00000009</Item><Item naaccrId=\"sex\">2</Item>".to_owned();
    for (at, tumor) in tumors.iter().enumerate() {
        xml += &format!(
            "<Tumor><Item naaccrId=\"tumorRecordNumber\">{:02}</Item><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"behaviorCodeIcdO3\">3</Item>",
            at + 1
        );
        for (id, code) in tumor {
            xml += &format!("<Item naaccrId=\"{id}\">{code}</Item>");
        }
        xml += "</Tumor>";
    }
    xml + "</Patient></NaaccrData>"
}

/// What a record says of the things that items have codes for.
fn facts(record: &Record) -> Vec<String> {
    let mut all = Vec::new();
    let amount = |amount: Amount| amount.to_string();
    for result in record.her2_results() {
        let assay = result.assay.name();
        if assay == "unspecified" {
            // Its code is decided anew from the single tests.
            continue;
        }
        all.extend(result.score.map(|of| format!("{assay} score {}", of.value)));
        all.extend(
            result
                .ratio
                .map(|of| format!("{assay} ratio {}", amount(of.value))),
        );
        all.extend(
            result
                .her2_copies
                .map(|of| format!("{assay} copies {}", amount(of.value))),
        );
        all.extend(result.word.map(|of| format!("{assay} {}", of.value.name())));
    }
    for of in record.specimens.iter().flat_map(|of| &of.receptors) {
        let name = if of.receptor == Receptor::Er {
            "ER"
        } else {
            "PR"
        };
        // Contradicting items have no code of their own.
        if !matches!(of.status.name(), "conflict" | "not_reported") {
            all.push(format!("{name} {}", of.status.name()));
            all.extend(
                of.percent
                    .map(|of| format!("{name} percent {}", amount(of.value))),
            );
            all.extend(of.allred.map(|of| format!("{name} total {}", of.value)));
        }
    }
    let tumor = &record.tumor;
    all.extend(tumor.ki67.map(|of| format!("Ki-67 {}", amount(of.value))));
    all.extend(tumor.laterality.map(|of| of.value.name().to_owned()));
    all.extend(tumor.histology.map(|of| of.value.name().to_owned()));
    all.extend(tumor.grade.map(|of| format!("grade {}", of.value.name())));
    all.extend(tumor.size_mm.map(|of| format!("{} mm", of.value)));
    all.extend(
        tumor
            .nodes_positive
            .map(|of| format!("{} positive", of.value)),
    );
    all.extend(
        tumor
            .nodes_examined
            .map(|of| format!("{} examined", of.value)),
    );
    all.extend(tumor.lvi.map(|of| format!("vessels {}", of.value.name())));
    for category in [&tumor.t, &tumor.n, &tumor.m].into_iter().flatten() {
        all.push(category.value.clone());
    }
    all.extend(record.date.map(|date| date.value.to_string()));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_was_read_is_written_and_read_back(codes in codes()) {
        let first = file(&[codes]);
        let reading = her2::read("one.xml", first.as_bytes());
        let (second, _) = written(std::slice::from_ref(&reading));
        let again = her2::read("two.xml", second.as_bytes());
        let is_odd = |record: &Record| record.problems.iter().any(|problem| matches!(problem.code, "code-not-valid" | "xml-broken" | "item-repeated"));
        prop_assert!(!again.records().iter().any(is_odd), "{}", second);
        let before: Vec<_> = reading.records().iter().flat_map(facts).collect();
        let after: Vec<_> = again.records().iter().flat_map(facts).collect();
        prop_assert_eq!(&before, &after, "{}\n{}", first, second);
        // Once it is the project's own, it stays as it is.
        prop_assert_eq!(&second, &written(&[again]).0);
    }
}
