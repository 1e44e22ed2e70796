//! What was not sent, not understood or not final is never told as whole, settled or negative.

use crate::cds::{fits, rules};
use crate::patients::{
    bundle, condition, draft, lvef, patient, prefetch, report, score, select, sign, view,
};
use crate::send::{FHIR, JSON, ask, post, server};
use axum::http::StatusCode;
use serde_json::{Value, json};

async fn cards(service: &str, body: &Value) -> Vec<Value> {
    let answer = ask(&server(), service, body).await;
    fits(&answer);
    answer.cards()
}

fn found(cards: &[Value]) -> Vec<(String, String)> {
    let words = |of: &Value| of.as_str().unwrap_or_default().to_owned();
    let each = cards.iter();
    each.map(|card| {
        (
            words(&card["source"]["topic"]["code"]),
            words(&card["indicator"]),
        )
    })
    .collect()
}

fn with(mut of: Value, key: &str, value: Value) -> Value {
    of[key] = value;
    of
}

#[tokio::test]
async fn a_medicine_for_another_organ_gets_no_card_about_the_breast() {
    let gastric = json!({"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
        "onsetDateTime": "2026-01-10",
        "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C16.9"}]}});
    let drafts = [draft("m", "trastuzumab")];
    for given in ["3+", "1+"] {
        let records = [patient(), gastric.clone(), score("a", "2026-01-12", given)];
        let told = found(&cards("her2-testing", &sign(&drafts, &records)).await);
        assert!(
            told.iter().all(|(rule, _)| !rule.starts_with("order-")),
            "{given}: {told:?}"
        );
    }
    let breast = [
        patient(),
        condition("2026-01-10"),
        score("a", "2026-01-12", "1+"),
    ];
    let told = found(&cards("her2-testing", &sign(&drafts, &breast)).await);
    assert!(
        told.contains(&("order-not-listed".to_owned(), "critical".to_owned())),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_result_that_is_not_final_settles_nothing() {
    for (state, named) in [("preliminary", "preliminary"), ("unknown", "unknown")] {
        let result = with(score("a", "2026-01-12", "3+"), "status", json!(state));
        let told = cards("her2-testing", &view(&[patient(), result])).await;
        assert_eq!(rules(&told), ["her2-open"], "{state}");
        let summary = told[0]["summary"].as_str().expect("a summary");
        assert!(
            summary.contains(named) && summary.contains("HER2-positive"),
            "{summary}"
        );
        let negative = with(score("a", "2026-01-12", "1+"), "status", json!(state));
        let drafts = [draft("m", "trastuzumab")];
        let told = cards("her2-testing", &sign(&drafts, &[patient(), negative])).await;
        assert!(
            found(&told).iter().all(|(_, how)| how != "critical"),
            "{told:?}"
        );
    }
    // What is only registered has no value yet, whatever stands there.
    let registered = with(
        score("a", "2026-01-12", "3+"),
        "status",
        json!("registered"),
    );
    let told = cards("her2-testing", &view(&[patient(), registered])).await;
    assert_eq!(rules(&told), ["her2-open"]);
    assert!(
        !told[0]["summary"]
            .as_str()
            .expect("a summary")
            .contains("positive")
    );
    for state in ["preliminary", "partial", "registered", "unknown"] {
        let text = b"Breast, left, core biopsy: invasive ductal carcinoma.\nHER2 immunohistochemistry: positive, score 3+.";
        let of = with(report(text, "2026-01-12"), "status", json!(state));
        let told = cards("her2-testing", &view(&[patient(), of])).await;
        assert_eq!(rules(&told), ["her2-open"], "{state}");
        let of = with(report(text, "2026-01-12"), "status", json!("amended"));
        let told = cards("her2-testing", &view(&[patient(), of])).await;
        assert_eq!(rules(&told), ["her2-status"]);
    }
}

#[tokio::test]
async fn a_preliminary_ejection_fraction_is_no_reason_to_hold() {
    let course = |state: &str| {
        [
            patient(),
            score("a", "2026-01-12", "3+"),
            crate::patients::given("g", "trastuzumab", "2026-02-01"),
            lvef("l", "2026-01-20", 62),
            with(lvef("m", "2026-11-10", 40), "status", json!(state)),
        ]
    };
    let drafts = [draft("m", "trastuzumab")];
    let told = cards("her2-monitoring", &select(&drafts, &course("final"))).await;
    assert_eq!(told[0]["indicator"], "critical");
    let told = cards("her2-monitoring", &select(&drafts, &course("preliminary"))).await;
    assert_eq!(told[0]["indicator"], "warning", "{told:?}");
    assert!(
        told[0]["detail"]
            .as_str()
            .expect("a detail")
            .contains("may still change")
    );
    let told = cards("her2-monitoring", &select(&drafts, &course("registered"))).await;
    assert!(!rules(&told).contains(&"lvef-action"));
}

#[tokio::test]
async fn an_unfinished_search_says_neither_nothing_nor_stop() {
    let failed = json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout"}]});
    let mut sent = view(&[patient(), condition("2026-01-10")]);
    sent["prefetch"]["observations"] = bundle(std::slice::from_ref(&failed));
    assert_eq!(
        rules(&cards("her2-testing", &sent).await),
        ["records-incomplete"]
    );
    let mut said = failed.clone();
    said["issue"][0]["severity"] = json!("warning");
    sent["prefetch"]["observations"] = bundle(&[said]);
    assert_eq!(
        rules(&cards("her2-testing", &sent).await),
        ["her2-no-result"]
    );
    let drafts = [draft("m", "trastuzumab")];
    for more in [
        json!({"link": [{"relation": "next", "url": "https://x"}]}),
        json!({"total": 9}),
    ] {
        let mut sent = sign(&drafts, &[patient(), score("a", "2026-01-12", "1+")]);
        for (key, value) in more.as_object().expect("an object") {
            sent["prefetch"]["observations"][key] = value.clone();
        }
        let told = found(&cards("her2-testing", &sent).await);
        assert!(told.iter().all(|(_, how)| how != "critical"), "{told:?}");
        assert!(
            told.iter().any(|(rule, _)| rule == "records-incomplete"),
            "{told:?}"
        );
    }
    let mut whole = sign(&drafts, &[patient(), score("a", "2026-01-12", "1+")]);
    whole["prefetch"]["observations"]["total"] = json!(1);
    assert!(
        found(&cards("her2-testing", &whole).await)
            .iter()
            .any(|(_, how)| how == "critical")
    );
}

#[tokio::test]
async fn a_report_that_cannot_be_read_is_told() {
    let empty = |form: Value| {
        let mut of = report(b"", "2026-01-12");
        of["presentedForm"] = json!([form]);
        of
    };
    let mut named = report(b"", "2026-01-12");
    named
        .as_object_mut()
        .expect("an object")
        .remove("presentedForm");
    named["result"] = json!([{"reference": "Observation/not-sent"}]);
    let forms = [
        empty(json!({"contentType": "application/pdf", "url": "Binary/x"})),
        empty(json!({"contentType": "text/rtf", "data": "e1xydGYxIEhFUjIgMyt9"})),
        empty(json!({"contentType": "application/pdf", "data": "JVBERi0xLjQgYnJva2Vu"})),
        empty(json!({"contentType": "text/plain", "data": "???"})),
        named,
    ];
    for of in forms {
        let sent = view(&[patient(), condition("2026-01-10"), of.clone()]);
        let told = cards("her2-testing", &sent).await;
        assert_eq!(rules(&told), ["records-incomplete"], "{of}");
        assert!(
            told[0]["summary"]
                .as_str()
                .expect("a summary")
                .contains("report")
        );
        let checked = post(
            &server(),
            "/fhir/$her2-check",
            &[FHIR],
            bundle(&[patient(), of]).to_string(),
        )
        .await;
        assert!(
            !checked.text().contains("Nothing to underline"),
            "{}",
            checked.text()
        );
        assert!(
            checked.text().contains("attachment-not-"),
            "{}",
            checked.text()
        );
    }
    let other = json!({"resourceType": "DiagnosticReport", "id": "x", "status": "final", "subject": {"reference": "Patient/p"},
        "code": {"text": "Chest radiograph"}, "presentedForm": [{"contentType": "application/pdf", "url": "Binary/x"}]});
    let sent = view(&[patient(), condition("2026-01-10"), other]);
    assert_eq!(
        rules(&cards("her2-testing", &sent).await),
        ["her2-no-result"]
    );
}

#[tokio::test]
async fn a_resource_that_is_not_understood_is_told() {
    let of = |observation: &str| {
        let sent = view(&[
            patient(),
            condition("2026-01-10"),
            score("a", "2026-01-12", "3+"),
        ]);
        let known = score("a", "2026-01-12", "3+").to_string();
        let text = sent.to_string();
        assert!(text.contains(&known));
        text.replace(&known, observation)
    };
    let known = score("a", "2026-01-12", "3+");
    let twice = known.to_string().replacen('{', r#"{"status":"final","#, 1);
    let odd = with(known.clone(), "code", json!(["Zzyzxmarked"]));
    let odd = odd
        .to_string()
        .replace("[\"Zzyzxmarked\"]", r#"{"coding":[7],"text":"HER2 IHC"}"#);
    for observation in [twice, odd] {
        let app = server();
        let path = "/cds-services/her2-testing";
        let answer = post(&app, path, &[JSON], of(&observation)).await;
        fits(&answer);
        assert_eq!(
            rules(&answer.cards()),
            ["records-incomplete"],
            "{observation}"
        );
    }
}

#[tokio::test]
async fn breast_cancer_without_a_day_is_breast_cancer() {
    let mut undated = condition("2026-01-10");
    undated
        .as_object_mut()
        .expect("an object")
        .remove("onsetDateTime");
    let told = cards("her2-testing", &view(&[patient(), undated])).await;
    assert_eq!(rules(&told), ["her2-no-result"]);
}

#[tokio::test]
async fn orders_behind_many_others_count_and_selections_may_be_written_in_every_way() {
    let records = [
        patient(),
        condition("2026-01-10"),
        score("a", "2026-01-12", "1+"),
    ];
    let mut drafts: Vec<Value> = (0..40)
        .map(|at| draft(&format!("d{at}"), "docetaxel"))
        .collect();
    drafts.push(draft("t", "trastuzumab"));
    let told = found(&cards("her2-testing", &sign(&drafts, &records)).await);
    assert!(
        told.iter().any(|(rule, _)| rule == "order-not-listed"),
        "{told:?}"
    );
    let base = || {
        let drafts = [draft("m", "trastuzumab"), draft("d", "docetaxel")];
        let mut of = select(&drafts, &records);
        of["context"]["draftOrders"]["entry"][0]["fullUrl"] =
            json!("urn:uuid:11111111-1111-4111-8111-111111111111");
        of
    };
    for selection in [
        "MedicationRequest/m",
        "m",
        "MedicationRequest/m/_history/2",
        "https://ehr.example/fhir/MedicationRequest/m",
        "urn:uuid:11111111-1111-4111-8111-111111111111",
        "MedicationRequest/nowhere",
    ] {
        let sent = with(base(), "context", {
            let mut context = base()["context"].clone();
            context["selections"] = json!([selection]);
            context
        });
        let told = cards("her2-monitoring", &sent).await;
        assert!(
            rules(&told).contains(&"order-not-listed"),
            "{selection}: {told:?}"
        );
    }
    let mut other = base();
    other["context"]["selections"] = json!(["MedicationRequest/d"]);
    assert!(cards("her2-monitoring", &other).await.is_empty());
}

#[tokio::test]
async fn what_names_somebody_else_is_refused() {
    let app = server();
    let mut known = patient();
    known["identifier"] = json!([{"system": "urn:mrn", "value": "OWN"}]);
    let of = |subject: Value| {
        let mut sent = view(&[
            known.clone(),
            with(score("a", "2026-01-12", "3+"), "subject", subject),
        ]);
        sent["fhirServer"] = json!("https://ehr.example/fhir");
        sent
    };
    for (subject, right) in [
        (json!({"reference": "Patient/p"}), true),
        (
            json!({"reference": "https://ehr.example/fhir/Patient/p"}),
            true,
        ),
        (json!({"reference": "Patient/p/_history/3"}), true),
        (
            json!({"identifier": {"system": "urn:mrn", "value": "OWN"}}),
            true,
        ),
        (
            json!({"identifier": {"system": "urn:mrn", "value": "OTHER"}}),
            false,
        ),
        (
            json!({"identifier": {"system": "urn:other", "value": "OWN"}}),
            false,
        ),
        (
            json!({"reference": "https://other.example/fhir/Patient/p"}),
            false,
        ),
        (json!({"reference": "Patient/q"}), false),
    ] {
        let answer = ask(&app, "her2-testing", &of(subject.clone())).await;
        let status = if right {
            StatusCode::OK
        } else {
            StatusCode::BAD_REQUEST
        };
        assert_eq!(answer.status, status, "{subject}: {}", answer.text());
        assert!(!answer.text().contains("OTHER"));
    }
    let mut order = draft("m", "trastuzumab");
    order["subject"] = json!({"reference": "Patient/q"});
    let mut sent = sign(&[order], &[patient(), score("a", "2026-01-12", "1+")]);
    let refused = ask(&app, "her2-testing", &sent).await;
    assert_eq!(
        refused.status,
        StatusCode::BAD_REQUEST,
        "{}",
        refused.text()
    );
    assert!(refused.text().contains("draftOrders"));
    sent["prefetch"] = prefetch(&[patient()]);
    sent["context"]["draftOrders"] = bundle(&[draft("m", "trastuzumab")]);
    assert_eq!(
        ask(&app, "her2-testing", &sent).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn an_answer_invents_no_record_and_keeps_what_is_not_final() {
    let app = server();
    let status = async |resources: &[Value]| {
        let body = bundle(resources).to_string();
        post(&app, "/fhir/$her2-status", &[FHIR], body).await
    };
    let nothing = status(&[]).await;
    assert_eq!(
        nothing.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        nothing.text()
    );
    let of = |answer: &Value, kind: &str| -> Vec<Value> {
        let entries = answer["entry"].as_array().expect("entries").clone();
        let resources = entries.into_iter().map(|entry| entry["resource"].clone());
        resources.filter(|of| of["resourceType"] == kind).collect()
    };
    let known = status(&[patient(), condition("2026-01-10")]).await.json();
    assert!(of(&known, "DiagnosticReport").is_empty());
    for made in of(&known, "Condition") {
        assert_eq!(made["meta"]["tag"][0]["code"], "derived");
        assert!(made.get("clinicalStatus").is_none());
    }
    let result = with(
        score("a", "2026-01-12", "3+"),
        "status",
        json!("preliminary"),
    );
    let answer = status(&[patient(), result]).await.json();
    for made in of(&answer, "Observation")
        .iter()
        .chain(&of(&answer, "DiagnosticReport"))
    {
        assert_eq!(made["status"], "preliminary", "{made}");
    }
    for made in of(&answer, "Specimen") {
        assert!(made.get("status").is_none());
    }
    let whence = of(&answer, "Provenance");
    let named = whence
        .iter()
        .flat_map(|of| of["entity"].as_array().expect("entities").clone());
    let mut named = named.filter(|of| of["role"] == "source").peekable();
    assert!(named.peek().is_some());
    assert!(
        named.all(|of| of["what"]["reference"] == "Observation/a" && of.get("extension").is_none())
    );
}
