use super::*;
use her2_case::{CoursePoint, Grade, IhcScore, Laterality, ReceptorStatus, TnmPrefix};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn exactly(text: &str) -> Amount {
    Amount::Exactly(decimal(text))
}

fn shown(text: &str) -> Option<String> {
    score(text).map(|read| read.value.to_string())
}

#[test]
fn a_score_is_read_however_it_is_written() {
    for (text, expected) in [
        ("2+", "2+"),
        ("2", "2+"),
        ("2.0", "2+"),
        (" 3 +", "3+"),
        ("Score 2+", "2+"),
        ("Score: 2", "2+"),
        ("IHC 1+", "1+"),
        ("IHC2+", "2+"),
        ("HER2 2+", "2+"),
        ("HER-2/neu: 3+ (positive)", "3+"),
        ("1+ (negative)", "1+"),
        ("negative (1+)", "1+"),
        ("Negative (Score 0)", "0"),
        ("Negativ (Score 1+)", "1+"),
        ("0+", "0+"),
        ("0-1+", "0/1+"),
        ("0 - 1+", "0/1+"),
        ("0/1+", "0/1+"),
        ("1+ to 2+", "1+/2+"),
        ("2+/3+", "2+/3+"),
        ("1+ bis 2+", "1+/2+"),
        ("weakly positive (2+)", "2+"),
        ("equivocal 2+", "2+"),
        ("2+/equivocal", "2+"),
        ("strongly positive (3+)", "3+"),
        ("+++", "3+"),
        ("++", "2+"),
        ("2+ (3+ outside)", "2+"),
        ("1+ (focally 2+)", "1+"),
        ("2+ (30%)", "2+"),
        ("2+ (FISH negative)", "2+"),
        ("IHC 2+, FISH ratio 1.4 (not amplified)", "2+"),
        ("stark positiv (3+)", "3+"),
        ("positivo (3+)", "3+"),
    ] {
        assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
    }
    for text in [
        "",
        "4+",
        "H-score 200",
        "3+ (DCIS)",
        "2+ 3+",
        "left 3+, right 1+",
        "+",
        "positive",
        "30%",
        ">2",
        "2+ perhaps",
        "3/17",
        "1.5",
        "2+?",
        "12.03.2020",
        "-1",
        "NA",
        "200",
    ] {
        assert_eq!(shown(text), None, "{text}");
    }
}

#[test]
fn what_stands_beside_a_score_is_kept_apart() {
    let text = "2+ (3+ outside)";
    let read = score(text).unwrap();
    assert_eq!(&text[read.range.clone()], "2+");
    assert_eq!((read.beside, read.also.len()), (Beside::Here, 1));
    assert_eq!(read.also[0].beside, Beside::Outside);
    assert_eq!(&text[read.also[0].range.clone()], "3+");
    assert_eq!(
        read.also[0].said,
        Said::Score(ScoreReading::single(IhcScore::Three))
    );
    let read = her2_word("Negative (outside)").unwrap();
    assert_eq!(
        (read.value, read.beside),
        (Her2Word::Negative, Beside::Outside)
    );
    let read = her2_word("Negative (Outside Positive)").unwrap();
    assert_eq!(
        (read.value, read.beside),
        (Her2Word::Negative, Beside::Here)
    );
    assert_eq!(read.also[0].beside, Beside::Outside);
}

#[test]
fn a_word_about_the_gene_is_read_with_its_negation() {
    use Her2Word::*;
    for (text, expected) in [
        ("Amplified", Amplified),
        ("not amplified", NotAmplified),
        ("Non-amplified", NotAmplified),
        ("nonamplified", NotAmplified),
        ("no amplification", NotAmplified),
        ("No HER2 gene amplification detected", NotAmplified),
        ("amplification not detected", NotAmplified),
        ("HER2/neu amplification: NOT detected", NotAmplified),
        ("amplification (not detected)", NotAmplified),
        ("Negative for amplification", NotAmplified),
        ("positive for amplification", Amplified),
        ("amplification detected", Amplified),
        ("amplification absent", NotAmplified),
        ("Negative (not amplified)", NotAmplified),
        ("Positive (amplified)", Amplified),
        ("HER2 amplification - negative", NotAmplified),
        ("Nicht amplifiziert", NotAmplified),
        ("Keine Amplifikation nachweisbar", NotAmplified),
        ("amplifiziert", Amplified),
        ("pas d'amplification", NotAmplified),
        ("non amplifié", NotAmplified),
        ("Absence d’amplification", NotAmplified),
        ("no amplificado", NotAmplified),
        ("sin amplificación", NotAmplified),
        ("non amplificato", NotAmplified),
        ("niet geamplificeerd", NotAmplified),
        ("négatif", Negative),
        ("positivo", Positive),
        ("zweifelhaft", Equivocal),
        ("grenzwertig", Equivocal),
        ("Test Failure", Indeterminate),
        ("nicht beurteilbar", Indeterminate),
        ("FISH: equivocal", Equivocal),
        ("pending", Pending),
        ("not performed", NotPerformed),
        ("Positve", Positive),
        ("amplifed", Amplified),
        ("FISH-", Negative),
        ("not detected", Negative),
    ] {
        assert_eq!(
            ish_word(text).map(|read| read.value),
            Some(expected),
            "{text}"
        );
    }
    for text in [
        "not positive",
        "not negative",
        "Positive (not amplified)",
        "no",
        "amplified?",
        "positive/negative",
        "",
        "NA",
        "possibly amplified",
        "HER2 overexpression",
        "not",
    ] {
        assert_eq!(ish_word(text).map(|read| read.value), None, "{text}");
    }
}

#[test]
fn a_word_of_several_tests_keeps_its_test() {
    let parts = her2("IHC 2+, FISH ratio 1.4 (not amplified)").unwrap();
    let said: Vec<_> = parts.iter().map(|part| (part.said, part.assay)).collect();
    assert_eq!(
        said,
        [
            (
                Said::Score(ScoreReading::single(IhcScore::Two)),
                Some(Assay::Ihc)
            ),
            (Said::Ratio(exactly("1.4")), Some(Assay::Ish)),
            (Said::Word(Her2Word::NotAmplified), Some(Assay::Ish)),
        ]
    );
    let parts = her2("2+/ISH-").unwrap();
    assert_eq!(
        (parts[1].said, parts[1].assay),
        (Said::Word(Her2Word::Negative), Some(Assay::Ish))
    );
    let parts = her2("negative by IHC, positive by FISH").unwrap();
    assert_eq!(
        (parts[0].said, parts[0].assay),
        (Said::Word(Her2Word::Negative), Some(Assay::Ihc))
    );
    assert_eq!(
        (parts[1].said, parts[1].assay),
        (Said::Word(Her2Word::Positive), Some(Assay::Ish))
    );
    let parts = her2("Average count: HER2: 14.9, D17Z1: 1.9").unwrap_or_default();
    let said: Vec<_> = parts.iter().map(|part| part.said).collect();
    assert_eq!(
        said,
        [Said::Copies(exactly("14.9")), Said::Cep17(exactly("1.9"))]
    );
    let parts = her2("HER2/CEP17 = 4.26/3.13 = 1.36").unwrap();
    let said: Vec<_> = parts.iter().map(|part| part.said).collect();
    assert_eq!(
        said,
        [
            Said::Copies(exactly("4.26")),
            Said::Cep17(exactly("3.13")),
            Said::Ratio(exactly("1.36"))
        ]
    );
}

#[test]
fn an_amount_keeps_its_bound() {
    for (text, expected) in [
        ("1.8", exactly("1.8")),
        ("1,8", exactly("1.8")),
        (".8", exactly("0.8")),
        ("0,125", exactly("0.125")),
        ("<1.8", Amount::Below(decimal("1.8"))),
        ("less than 1.8", Amount::Below(decimal("1.8"))),
        ("kleiner als 1,8", Amount::Below(decimal("1.8"))),
        ("≥2.0", Amount::AtLeast(decimal("2.0"))),
        (">=2.0", Amount::AtLeast(decimal("2.0"))),
        ("=>2.0", Amount::AtLeast(decimal("2.0"))),
        ("</=2.0", Amount::AtMost(decimal("2.0"))),
        (">10%", Amount::Above(decimal("10"))),
        ("50-75", Amount::Between(decimal("50"), decimal("75"))),
        ("50–75 %", Amount::Between(decimal("50"), decimal("75"))),
        ("50% to 75%", Amount::Between(decimal("50"), decimal("75"))),
        ("~10%", exactly("10")),
        ("2.1:1", exactly("2.1")),
        ("ratio 1.04", exactly("1.04")),
        ("HER2/CEP17 ratio: 1.04", exactly("1.04")),
        ("1.04 (ratio)", exactly("1.04")),
    ] {
        assert_eq!(
            amount(text).map(|read| read.value),
            Some(expected),
            "{text}"
        );
    }
    for text in [
        "1,800",
        "1.2.3",
        "a lot",
        "-5",
        "75-50",
        "2.1 3.4",
        "",
        "NA",
        "CEP17/HER2 ratio 0.5",
        "1.8?",
    ] {
        assert_eq!(amount(text).map(|read| read.value), None, "{text}");
    }
    assert_eq!(percent("95").map(|read| read.value), Some(exactly("95")));
    assert_eq!(percent("950").map(|read| read.value), None);
    assert_eq!(count("20 cells").map(|read| read.value), Some(20));
    assert_eq!(count("20.0").map(|read| read.value), Some(20));
    assert_eq!(count("20.5").map(|read| read.value), None);
    assert_eq!(
        millimetres("2.3 cm", false).map(|read| read.value),
        Some(decimal("23"))
    );
    assert_eq!(
        millimetres("2.3", true).map(|read| read.value),
        Some(decimal("23"))
    );
    assert_eq!(
        millimetres("18 mm", true).map(|read| read.value),
        Some(decimal("18"))
    );
}

#[test]
fn a_ratio_with_copies_beside_it_gives_both() {
    let text = "1.8 (CN 7.5)";
    let read = ratio(text).unwrap();
    assert_eq!(read.value, exactly("1.8"));
    assert_eq!(&text[read.range.clone()], "1.8");
    assert_eq!(read.also[0].said, Said::Copies(exactly("7.5")));
    assert_eq!(&text[read.also[0].range.clone()], "7.5");
    assert_eq!(copies("not amplified").map(|read| read.value), None);
}

#[test]
fn a_receptor_is_read_from_words_and_numbers() {
    use ReceptorStatus::*;
    let of = |text: &str| receptor(text).and_then(|read| read.status);
    for (text, expected) in [
        ("Positive", Positive),
        ("Positve", Positive),
        ("POS 90", Positive),
        ("ER+", Positive),
        ("ER-", Negative),
        ("(+)", Positive),
        ("95%", Positive),
        ("<1%", Negative),
        ("0%", Negative),
        ("5%", LowPositive),
        ("low positive", LowPositive),
        ("neg", Negative),
        ("Allred 8", Positive),
        ("positiv 80 %", Positive),
        ("Positive, 95%, strong", Positive),
        ("pending", Pending),
    ] {
        assert_eq!(of(text), Some(expected), "{text}");
    }
    for text in [
        "<10%",
        "1",
        "0",
        "equivocal",
        "-",
        "",
        "positive negative",
        "amplified",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
    assert_eq!(
        receptor("POS 90").unwrap().percent.unwrap().0,
        exactly("90")
    );
    assert_eq!(receptor("Positive 5").unwrap().percent, None);
    // The answers of the College's electronic checklist.
    let told = |text: &str| receptor(text).and_then(|read| read.status);
    for (text, status) in [
        (
            "Positive (greater than 10% of cells demonstrate nuclear positivity)",
            ReceptorStatus::Positive,
        ),
        (
            "Low Positive (1-10% of cells with nuclear positivity)",
            ReceptorStatus::LowPositive,
        ),
        ("Negative (less than 1%)", ReceptorStatus::Negative),
    ] {
        assert_eq!(told(text), Some(status), "{text}");
    }
}

#[test]
fn a_choice_is_one_of_a_few() {
    let of = |text: &str| grade(text).map(|read| read.value);
    for text in [
        "2",
        "G2",
        "Grade II",
        "2/3",
        "7/9",
        "moderately differentiated",
        "II  Intermediate Grade (Moderately Differentiated)",
        "Grad 2",
    ] {
        assert_eq!(of(text), Some(Grade::Two), "{text}");
    }
    for text in [
        "3.0",
        "III (High)",
        "high",
        "III High Grade (Poorly Differentiated)",
        "schlecht differenziert",
    ] {
        assert_eq!(of(text), Some(Grade::Three), "{text}");
    }
    for text in ["I (Low)", "I  Low Grade (Well Differentiated)", "low"] {
        assert_eq!(of(text), Some(Grade::One), "{text}");
    }
    for text in ["4", "G2-3", "GX", "", "2?", "unknown"] {
        assert_eq!(of(text), None, "{text}");
    }
    assert_eq!(
        laterality("Left").map(|read| read.value),
        Some(Laterality::Left)
    );
    assert_eq!(
        laterality("linke Mamma").map(|read| read.value),
        Some(Laterality::Left)
    );
    assert_eq!(
        laterality("derecha").map(|read| read.value),
        Some(Laterality::Right)
    );
    assert_eq!(laterality("left/right").map(|read| read.value), None);
    assert_eq!(
        point("Post-Treatment Primary").map(|read| read.value),
        Some(CoursePoint::AfterNeoadjuvant)
    );
}

#[test]
fn a_missing_value_says_why() {
    use Missing::*;
    for (text, expected) in [
        ("", NotKnown),
        ("-", NotKnown),
        (".", NotKnown),
        ("?", NotKnown),
        ("NA", NotKnown),
        ("N/A", NotKnown),
        ("[Not Available]", NotKnown),
        ("[Unknown]", NotKnown),
        ("Unk/ND", NotKnown),
        ("None", NotKnown),
        ("unbekannt", NotKnown),
        ("non renseigné", NotKnown),
        ("[Not Evaluated]", NotDone),
        ("not done", NotDone),
        ("Not performed", NotDone),
        ("nicht durchgeführt", NotDone),
        ("[Not Applicable]", NotApplicable),
        ("pending", Pending),
        ("ausstehend", Pending),
    ] {
        assert_eq!(missing(text), Some(expected), "{text}");
    }
    for text in ["negative", "0", "2+", "+", "no", "something", "%"] {
        assert_eq!(missing(text), None, "{text}");
    }
}

#[test]
fn a_category_of_the_stage_is_a_whole_value() {
    let of = |text: &str, letter: char| category(text, letter).map(|found| found.text);
    assert_eq!(of("T1c", 'T').as_deref(), Some("T1c"));
    assert_eq!(of("pT2", 'T').as_deref(), Some("T2"));
    assert_eq!(of("T1C", 'T').as_deref(), Some("T1c"));
    assert_eq!(of("2", 'T').as_deref(), Some("T2"));
    assert_eq!(of("1mi", 'N').as_deref(), Some("N1mi"));
    assert_eq!(of("N0 (i-)", 'N').as_deref(), Some("N0(i-)"));
    assert_eq!(of("NX", 'N').as_deref(), Some("NX"));
    assert_eq!(of("cM0 (i+)", 'M').as_deref(), Some("M0"));
    assert_eq!(
        category("cM0", 'M').unwrap().prefix,
        Some(TnmPrefix::Clinical)
    );
    assert_eq!(
        category("ypT1a", 'T').unwrap().prefix,
        Some(TnmPrefix::AfterTreatment)
    );
    assert_eq!(of("Tis", 'T').as_deref(), Some("Tis"));
    for text in ["T5", "banana", "", "T1c or T2", "[Not Available]"] {
        assert_eq!(of(text, 'T'), None, "{text}");
    }
}

#[test]
fn every_phrase_of_the_vocabulary_is_read_as_itself() {
    for (phrase, word) in her2_knowledge::words() {
        let tokens = lex::lex(phrase).unwrap();
        let kinds: Vec<_> = tokens.iter().map(|token| token.kind).collect();
        assert_eq!(kinds, [lex::Kind::Word(*word)], "{phrase}");
    }
}
