//! What codes are read as.

#![allow(clippy::unwrap_used)]

use her2_case::{Her2Word, IhcScore, Laterality, Mark, ReceptorStatus};
use her2_knowledge::codes::{
    CodeSystem, CodedAnswer, Item, Meaning, all_codes, answer, code, codes_for, codes_of, item,
    medicine_coded,
};

#[test]
fn the_codes_that_are_easily_exchanged_are_not() {
    let of = |code| item(CodeSystem::Loinc, code);
    assert_eq!(of("85319-2"), Some(Item::Her2IhcScore));
    assert_eq!(of("85318-4"), Some(Item::Her2IshCall));
    assert_eq!(of("74860-8"), Some(Item::Her2Copies));
    assert_eq!(of("74861-6"), Some(Item::Cep17Copies));
    assert_eq!(of("49683-6"), Some(Item::Her2Ratio));
    assert_eq!(of("85319"), None);
    assert_eq!(item(CodeSystem::Snomed, "85319-2"), None);
}

#[test]
fn answers_say_what_they_say() {
    let score = answer(CodeSystem::Loinc, "LA11842-4");
    assert_eq!(score, Some(CodedAnswer::Score(IhcScore::Two)));
    let not_known = answer(CodeSystem::DataAbsentReason, "error");
    assert_eq!(not_known, Some(CodedAnswer::NotKnown));
    assert_eq!(answer(CodeSystem::Loinc, "48676-1"), None);
}

#[test]
fn a_longer_diagnosis_is_one_kind_of_a_shorter_one() {
    let of = |code| answer(CodeSystem::Icd10Cm, code);
    let left = CodedAnswer::BreastCancer(Some(Laterality::Left));
    assert_eq!(of("C50.412"), Some(left));
    assert_eq!(of("C50.9"), Some(CodedAnswer::BreastCancer(None)));
    assert!(matches!(of("C79.51"), Some(CodedAnswer::Metastasis(_))));
    assert_eq!(of("C5"), None);
    assert_eq!(of("Z17.3"), None);
    assert_eq!(of("Z17.329"), None, "a status has no kinds");
}

#[test]
fn a_status_says_only_what_it_names() {
    let Some(CodedAnswer::Status(of)) = answer(CodeSystem::Icd10Cm, "Z17.410") else {
        panic!("it is a status");
    };
    assert_eq!(of.her2, Some(Her2Word::Positive));
    assert_eq!((of.er, of.pr), (None, None));
    assert_eq!(of.hormone_receptors, Some(true));
    let Some(CodedAnswer::Status(of)) = answer(CodeSystem::Icd10Cm, "Z17.421") else {
        panic!("it is a status");
    };
    assert_eq!(of.pr, Some(ReceptorStatus::Negative));
}

#[test]
fn writers_find_the_code_to_write() {
    let first = |item| codes_of(item).next().unwrap().code;
    assert_eq!(first(Item::Her2Status), "48676-1");
    assert_eq!(first(Item::Her2IhcScore), "85319-2");
    assert_eq!(first(Item::Her2IshCall), "85318-4");
    assert_eq!(first(Item::ErStatus), "16112-5");
    let three = CodedAnswer::Score(IhcScore::Three);
    let mut codes = codes_for(CodeSystem::Loinc, three);
    assert_eq!(codes.next().unwrap().code, "LA11843-2");
}

#[test]
fn medicines_are_found_by_their_codes() {
    let known = all_codes().iter().filter_map(|row| match row.meaning {
        Meaning::Answer(CodedAnswer::Medicine(name)) => Some((row, name)),
        _ => None,
    });
    for (row, name) in known {
        let medicine = medicine_coded(row.system, row.code);
        assert!(medicine.is_some(), "{}: no medicine `{name}`", row.code);
    }
}

#[test]
fn every_row_is_found_by_its_code_and_lists_its_source() {
    for row in all_codes() {
        let found = code(row.system, row.code).unwrap();
        assert_eq!((found.page, found.line), (row.page, row.line));
        assert!(her2_knowledge::cited(row.cite).is_some(), "{}", row.code);
        if row.system == CodeSystem::Snomed {
            assert_eq!(row.display, None, "SNOMED CT: numbers only");
        }
    }
    let sure = all_codes().iter().filter(|row| row.mark == Mark::Checked);
    assert!(sure.count() > 60);
}

#[test]
fn systems_are_known_by_their_names() {
    assert_eq!(
        CodeSystem::from_uri("http://loinc.org"),
        Some(CodeSystem::Loinc)
    );
    let oid = "urn:oid:2.16.840.1.113883.6.96";
    assert_eq!(CodeSystem::from_uri(oid), Some(CodeSystem::Snomed));
    assert_eq!(CodeSystem::from_hl7_name("LN"), Some(CodeSystem::Loinc));
    assert_eq!(CodeSystem::from_hl7_name("99LAB"), None);
    assert_eq!(CodeSystem::from_uri(""), None);
}
