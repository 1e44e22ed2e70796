//! What is no evidence of this patient's tumour is not read, and that is said. Expectations are from the definitions of the elements in FHIR R4.

#![allow(clippy::unwrap_used)]

use her2_case::Term;
use her2_readers::{Options, pieces};
use serde_json::{Value, json};
use std::io::Cursor;
use std::sync::Arc;

/// What is read of resources beside a patient: each result in a word, and the codes of what is odd.
fn told(resources: &[Value]) -> (Vec<String>, Vec<&'static str>) {
    let patient = json!({"resourceType": "Patient", "id": "p", "identifier": [{"system": "urn:mrn", "value": "M-1"}]});
    let entries: Vec<Value> = std::iter::once(&patient)
        .chain(resources)
        .map(|resource| {
            let url = match resource["url"].as_str() {
                Some(url) => url.to_owned(),
                None => format!(
                    "https://lab.example/fhir/{}/{}",
                    resource["resourceType"].as_str().unwrap(),
                    resource["id"].as_str().unwrap()
                ),
            };
            json!({"fullUrl": url, "resource": resource})
        })
        .collect();
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
    let bytes = bundle.to_string().into_bytes();
    let mut said = Vec::new();
    let mut problems = Vec::new();
    for piece in pieces("record", Cursor::new(bytes), &Arc::new(Options::default())).unwrap() {
        piece.unwrap().each(&mut |read| {
            for record in &read.history.records {
                problems.extend(record.problems.iter().map(|problem| problem.code));
                for specimen in &record.specimens {
                    for of in &specimen.her2 {
                        let score = of.score.map(|of| format!(" {}", of.value));
                        let word = of.word.map(|of| format!(" {}", of.value.name()));
                        let percent = of.percent.map(|of| format!(" {}%", of.value));
                        let ratio = of.ratio.map(|of| format!(" ratio {}", of.value));
                        let copies = of.her2_copies.map(|of| format!(" copies {}", of.value));
                        let parts = [score, percent, ratio, copies, word].into_iter().flatten();
                        said.push(format!("{}{}", of.assay.name(), parts.collect::<String>()));
                    }
                    for of in &specimen.receptors {
                        let percent = of
                            .percent
                            .map_or(String::new(), |of| format!(" {}%", of.value));
                        said.push(format!("{:?} {}{percent}", of.receptor, of.status.name()));
                    }
                    said.extend(specimen.ki67.map(|of| format!("ki67 {}%", of.value)));
                }
            }
            said.extend(
                read.history
                    .course
                    .menopause
                    .map(|of| of.value.name().to_owned()),
            );
        });
    }
    (said, problems)
}

fn merged(mut base: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        if value.is_null() {
            base.as_object_mut().unwrap().remove(key);
        } else {
            base[key] = value.clone();
        }
    }
    base
}

/// A score of 3+ with its code, and more.
fn score(more: Value) -> Value {
    let base = json!({
        "resourceType": "Observation", "id": "a", "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]},
        "subject": {"reference": "Patient/p"}, "effectiveDateTime": "2024-05-01",
        "valueCodeableConcept": {"text": "3+"},
    });
    merged(base, &more)
}

fn of_code(code: &str, more: Value) -> Value {
    let code = json!({"code": {"coding": [{"system": "http://loinc.org", "code": code}]}, "valueCodeableConcept": null});
    merged(score(code), &more)
}

/// An observation is refused, with this problem.
fn refused(resources: &[Value], problem: &str) {
    let (said, problems) = told(resources);
    assert!(said.is_empty(), "{said:?} of {resources:?}");
    assert!(problems.contains(&problem), "{problems:?} of {resources:?}");
}

/// An observation is read as this, without anything odd.
fn is_read(resources: &[Value], expected: &str) {
    let (said, problems) = told(resources);
    assert_eq!(said, [expected], "{resources:?}");
    assert!(problems.is_empty(), "{problems:?} of {resources:?}");
}

#[test]
fn a_value_with_a_reason_for_none_is_no_value() {
    let reason = json!({"coding": [{"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "error"}]});
    refused(
        &[score(json!({"dataAbsentReason": reason}))],
        "values-clash",
    );
    refused(&[score(json!({"valueString": "0"}))], "values-clash");
    is_read(&[score(json!({}))], "ihc 3+");
}

#[test]
fn a_result_about_somebody_else_is_not_the_patients() {
    let focus = |to: Value| score(json!({"focus": [to]}));
    refused(
        &[focus(json!({"reference": "RelatedPerson/mother"}))],
        "result-of-another",
    );
    refused(
        &[focus(json!({"reference": "Device/control-block"}))],
        "result-of-another",
    );
    refused(
        &[focus(json!({"reference": "Patient/fetus"}))],
        "result-of-another",
    );
    refused(&[focus(json!({"display": "Fetus"}))], "result-of-another");
    refused(
        &[focus(
            json!({"reference": "urn:uuid:0b7c9a1e-0000-4000-8000-000000000001"}),
        )],
        "result-of-another",
    );
    refused(
        &[focus(
            json!({"type": "Device", "identifier": {"value": "7"}}),
        )],
        "result-of-another",
    );
    let code = json!({"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/observation-focusCode", "valueCodeableConcept": {"text": "fetus"}}]});
    refused(&[score(code)], "result-of-another");
    // Markers of mCODE have the cancer or the tumour as their focus.
    is_read(&[focus(json!({"reference": "Condition/cancer"}))], "ihc 3+");
    is_read(&[focus(json!({"reference": "Patient/p"}))], "ihc 3+");
    is_read(&[focus(json!({"display": "Mass at 3 o'clock"}))], "ihc 3+");
    let urn = "urn:uuid:0b7c9a1e-0000-4000-8000-000000000002";
    let body = json!({"resourceType": "BodyStructure", "id": "b", "url": urn, "patient": {"reference": "Patient/p"}});
    is_read(&[body, focus(json!({"reference": urn}))], "ihc 3+");
}

#[test]
fn a_result_of_a_device_is_no_patients() {
    let control = score(json!({"subject": {"reference": "Device/stainer"}}));
    let (said, _) = told(&[control]);
    assert!(said.is_empty(), "{said:?}");
    let other = score(json!({"subject": {"identifier": {"system": "urn:mrn", "value": "M-2"}}}));
    let (said, _) = told(&[other]);
    assert!(said.is_empty(), "{said:?}");
    let own = score(json!({"subject": {"identifier": {"system": "urn:mrn", "value": "M-1"}}}));
    is_read(&[own], "ihc 3+");
}

#[test]
fn what_a_patient_tells_is_no_result_of_a_laboratory() {
    let by = |who: &str| json!({"performer": [{"reference": who}]});
    refused(&[score(by("Patient/p"))], "result-by-patient");
    refused(&[score(by("RelatedPerson/sister"))], "result-by-patient");
    refused(
        &[score(by("https://lab.example/fhir/Patient/p"))],
        "result-by-patient",
    );
    is_read(&[score(by("Organization/lab"))], "ihc 3+");
    let survey = |code: &str| json!({"category": [{"coding": [{"code": code}]}]});
    refused(&[score(survey("survey"))], "result-by-patient");
    refused(&[score(survey("social-history"))], "result-by-patient");
    is_read(&[score(survey("laboratory"))], "ihc 3+");
    // The patient knows her menopause best.
    let told = of_code(
        "75327-9",
        merged(
            by("Patient/p"),
            &json!({"code": {"text": "Menopausal status"}, "valueCodeableConcept": {"text": "Postmenopausal"}, "category": [{"coding": [{"code": "survey"}]}]}),
        ),
    );
    is_read(&[told], "post");
}

#[test]
fn a_result_that_a_note_takes_back_is_not_read() {
    let note = |text: &str| score(json!({"note": [{"text": text}]}));
    refused(
        &[note("Reported in error, see amended report.")],
        "result-withdrawn",
    );
    refused(&[note("WRONG PATIENT")], "result-withdrawn");
    is_read(
        &[note(
            "Corrected; the previous result was reported in error.",
        )],
        "ihc 3+",
    );
    is_read(&[note("Fixation time 12 h.")], "ihc 3+");
    let report = |status: &str| json!({"resourceType": "DiagnosticReport", "id": "r", "status": status, "code": {"text": "Surgical pathology"}, "subject": {"reference": "Patient/p"}, "result": [{"reference": "Observation/a"}]});
    refused(
        &[report("entered-in-error"), score(json!({}))],
        "result-withdrawn",
    );
    is_read(&[report("final"), score(json!({}))], "ihc 3+");
    let both = [
        report("entered-in-error"),
        merged(report("corrected"), &json!({"id": "s"})),
        score(json!({})),
    ];
    is_read(&both, "ihc 3+");
    for status in ["entered-in-error", "cancelled"] {
        let (said, _) = told(&[score(json!({"status": status}))]);
        assert!(said.is_empty(), "{status}: {said:?}");
    }
}

#[test]
fn a_modifier_that_is_not_known_turns_the_meaning() {
    let modified = json!({"modifierExtension": [{"url": "https://lab.example/not-found", "valueBoolean": true}]});
    refused(&[score(modified.clone())], "modifier-not-understood");
    let part = merged(
        json!({"code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]}, "valueString": "3+"}),
        &modified,
    );
    refused(
        &[of_code("48676-1", json!({"component": [part]}))],
        "modifier-not-understood",
    );
}

#[test]
fn codes_words_and_interpretations_that_differ_are_not_read() {
    let loinc = |code: &str, display: &str, text: &str| json!({"coding": [{"system": "http://loinc.org", "code": code, "display": display}], "text": text});
    let status = |value: Value| of_code("48676-1", json!({"valueCodeableConcept": value}));
    refused(
        &[status(loinc("LA6576-8", "Negative", "Negative"))],
        "answers-disagree",
    );
    refused(
        &[status(loinc("LA6576-8", "Negative", "Positive"))],
        "answers-disagree",
    );
    refused(
        &[status(loinc("LA6576-8", "Positive", "HER2 negative"))],
        "answers-disagree",
    );
    is_read(
        &[status(loinc("LA6576-8", "Positive", "Positive"))],
        "unspecified positive",
    );
    let flag = |code: &str| json!([{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "code": code}]}]);
    let flagged = |word: &str, code: &str| {
        of_code(
            "48676-1",
            json!({"valueCodeableConcept": {"text": word}, "interpretation": flag(code)}),
        )
    };
    refused(&[flagged("Positive", "NEG")], "answers-disagree");
    is_read(&[flagged("Positive", "POS")], "unspecified positive");
    let er = |code: &str| {
        of_code(
            "85329-1",
            json!({"valueQuantity": {"value": 90, "unit": "%", "code": "%"}, "interpretation": flag(code)}),
        )
    };
    refused(&[er("NEG")], "answers-disagree");
    is_read(&[er("POS")], "Er positive 90%");
    let snomed = |text: &str| {
        of_code(
            "16112-5",
            json!({"valueCodeableConcept": {"coding": [{"system": "https://github.com/her2-in-focus/her2", "code": "er-positive"}], "text": text}}),
        )
    };
    refused(&[snomed("Negative")], "answers-disagree");
}

#[test]
fn a_percentage_is_read_by_its_unit() {
    let ki67 = |value: Value| of_code("85330-9", value);
    let quantity = |value: f64, unit: &str, code: &str| {
        ki67(json!({"valueQuantity": {"value": value, "unit": unit, "code": code}}))
    };
    is_read(&[quantity(20.0, "%", "%")], "ki67 20.0%");
    is_read(&[quantity(0.2, "1", "1")], "ki67 20%");
    let of = |value: Value| ki67(json!({"valueQuantity": value}));
    is_read(&[of(json!({"value": 15}))], "ki67 15%");
    // Nothing says whether it is a fraction.
    refused(&[of(json!({"value": 0.2}))], "value-not-understood");
    refused(
        &[of(json!({"value": 20, "unit": "1", "code": "1"}))],
        "value-not-understood",
    );
    refused(
        &[of(json!({"value": 20, "unit": "/mm2", "code": "/mm2"}))],
        "value-not-understood",
    );
    refused(
        &[ki67(json!({"valueString": "0.2"}))],
        "value-not-understood",
    );
    is_read(&[ki67(json!({"valueString": "0.2%"}))], "ki67 0.2%");
    is_read(
        &[ki67(
            json!({"valueRatio": {"numerator": {"value": 20}, "denominator": {"value": 100}}}),
        )],
        "ki67 20%",
    );
    let er = of_code(
        "85329-1",
        json!({"valueQuantity": {"value": 0.95, "unit": "1", "code": "1"}}),
    );
    is_read(&[er], "Er positive 95%");
    let ratio = |value: Value| {
        of_code(
            "85318-4",
            json!({"code": {"coding": [{"system": "http://loinc.org", "code": "49683-6"}]}, "valueQuantity": value}),
        )
    };
    let (said, _) = told(&[ratio(
        json!({"value": 5.2, "unit": "signals per cell", "code": "{signals}/{cell}"}),
    )]);
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_contained_result_is_read_and_another_patient_is_another() {
    let inner = merged(
        score(json!({})),
        &json!({"id": "inner", "subject": {"reference": "#pat"}}),
    );
    let report = json!({"resourceType": "DiagnosticReport", "id": "r", "status": "final", "code": {"text": "Surgical pathology"}, "subject": {"reference": "Patient/p"}, "contained": [inner], "result": [{"reference": "#inner"}]});
    is_read(&[report], "ihc 3+");
    let mine = merged(
        score(json!({})),
        &json!({"id": "b", "subject": {"reference": "Patient/q"}, "valueCodeableConcept": {"text": "0"}}),
    );
    let (said, _) = told(&[score(json!({})), mine]);
    assert_eq!(said, ["ihc 3+", "ihc 0"]);
}

#[test]
fn numbers_of_two_panels_are_of_two_tests() {
    let member = |id: &str, code: &str, value: f64| {
        merged(
            of_code(code, json!({"valueQuantity": {"value": value}})),
            &json!({"id": id}),
        )
    };
    let panel = |id: &str, members: &[&str]| {
        let members: Vec<Value> = members
            .iter()
            .map(|of| json!({"reference": format!("Observation/{of}")}))
            .collect();
        merged(
            of_code("74885-5", json!({"hasMember": members})),
            &json!({"id": id}),
        )
    };
    let (said, _) = told(&[
        panel("p1", &["r1"]),
        panel("p2", &["r2", "c2"]),
        member("r1", "49683-6", 1.2),
        member("c2", "74860-8", 7.5),
        member("r2", "49683-6", 2.5),
    ]);
    assert_eq!(said, ["ish ratio 1.2", "ish ratio 2.5 copies 7.5"]);
}

#[test]
fn two_values_of_one_test_in_one_observation_are_both_kept() {
    let part = |text: &str| json!({"code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]}, "valueString": text});
    let both = of_code("48676-1", json!({"component": [part("1+"), part("3+")]}));
    let (said, _) = told(&[both]);
    assert_eq!(said, ["ihc 1+", "ihc 3+"]);
}

#[test]
fn what_a_report_says_of_a_tumour_stays_with_that_report() {
    let of = |id: &str, value: &str| {
        merged(
            score(json!({})),
            &json!({"id": id, "valueCodeableConcept": {"text": value}, "specimen": {"display": id}}),
        )
    };
    let size = |id: &str, value: u32| {
        merged(
            of_code(
                "21889-1",
                json!({"valueQuantity": {"value": value, "unit": "mm"}}),
            ),
            &json!({"id": id}),
        )
    };
    let report = |id: &str, of: &[&str]| {
        let of: Vec<Value> = of
            .iter()
            .map(|of| json!({"reference": format!("Observation/{of}")}))
            .collect();
        json!({"resourceType": "DiagnosticReport", "id": id, "status": "final", "code": {"text": "Surgical pathology"}, "subject": {"reference": "Patient/p"}, "effectiveDateTime": "2024-05-01", "result": of})
    };
    let resources = [
        report("r1", &["a1", "s1"]),
        report("r2", &["a2", "s2"]),
        of("a1", "3+"),
        of("a2", "0"),
        size("s2", 22),
        size("s1", 9),
    ];
    let patient = json!({"resourceType": "Patient", "id": "p"});
    let entries: Vec<Value> = std::iter::once(&patient)
        .chain(&resources)
        .map(|of| json!({"resource": of}))
        .collect();
    let bytes = json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
        .to_string()
        .into_bytes();
    let mut said = Vec::new();
    for piece in pieces("record", Cursor::new(bytes), &Arc::new(Options::default())).unwrap() {
        piece.unwrap().each(&mut |read| {
            for record in &read.history.records {
                let score = record.specimens[0].her2[0].score.unwrap().value;
                said.push(format!("{score} {}", record.tumor.size_mm.unwrap().value));
            }
        });
    }
    said.sort();
    assert_eq!(said, ["0 22", "3+ 9"]);
}

#[test]
fn a_method_of_another_test_than_the_code_gives_nothing() {
    let by = |method: &str| score(json!({"method": {"text": method}}));
    refused(&[by("FISH")], "codes-disagree");
    is_read(&[by("Immunohistochemistry")], "ihc 3+");
    is_read(&[by("Ventana benchmark")], "ihc 3+");
}

#[test]
fn a_patient_who_is_contained_is_the_one_with_the_same_identifier() {
    let of = |id: &str, number: &str, code: &str, value: &str| {
        let patient = json!({"resourceType": "Patient", "id": "x", "identifier": [{"system": "urn:mrn", "value": number}]});
        let more = json!({"id": id, "subject": {"reference": "#x"}, "contained": [patient], "valueString": value});
        of_code(code, more)
    };
    let resources = [
        of("a", "A", "85319-2", "2+"),
        of("b", "A", "85318-4", "Amplified"),
        of("c", "B", "85319-2", "0"),
    ];
    let entries: Vec<Value> = resources.iter().map(|of| json!({"resource": of})).collect();
    let bytes = json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
        .to_string()
        .into_bytes();
    let mut counts = Vec::new();
    for piece in pieces("record", Cursor::new(bytes), &Arc::new(Options::default())).unwrap() {
        piece.unwrap().each(&mut |read| {
            let results = read
                .history
                .records
                .iter()
                .map(|record| record.her2_results().count());
            counts.push(results.sum::<usize>());
        });
    }
    assert_eq!(counts, [2, 1]);
}
