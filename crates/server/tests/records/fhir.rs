//! FHIR operations.

use crate::patients::{bundle, condition, given, lvef, patient, score};
use crate::send::{Answer, FHIR, get, post, server};
use axum::http::StatusCode;
use serde_json::{Value, json};

fn records() -> Value {
    bundle(&[
        patient(),
        condition("2026-01-10"),
        score("a", "2026-01-12", "2+"),
        lvef("l", "2026-04-20", 62),
        given("g", "trastuzumab", "2026-05-01"),
    ])
}

async fn operation(name: &str, body: &Value) -> Answer {
    post(
        &server(),
        &format!("/fhir/${name}"),
        &[FHIR],
        body.to_string(),
    )
    .await
}

fn kinds(bundle: &Value) -> Vec<&str> {
    let entries = bundle["entry"].as_array().expect("entries").iter();
    entries
        .map(|entry| entry["resource"]["resourceType"].as_str().expect("a type"))
        .collect()
}

/// An OperationOutcome with this code, and nothing of what was sent.
fn refused(answer: &Answer, status: StatusCode, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    assert!(
        answer
            .header("content-type")
            .starts_with("application/fhir+json")
    );
    let body = answer.json();
    assert_eq!(body["resourceType"], "OperationOutcome");
    assert_eq!(body["issue"][0]["code"], code, "{body}");
    assert!(
        body["issue"][0]["diagnostics"]
            .as_str()
            .is_some_and(|of| of.len() > 10)
    );
    assert!(!answer.text().contains("Zzyzxmarked"), "{}", answer.text());
}

#[tokio::test]
async fn the_statement_lists_the_operations_and_each_has_a_definition() {
    let app = server();
    let answer = get(&app, "/fhir/metadata", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(
        answer
            .header("content-type")
            .starts_with("application/fhir+json")
    );
    let statement = answer.json();
    assert_eq!(statement["resourceType"], "CapabilityStatement");
    assert_eq!(statement["kind"], "instance");
    assert_eq!(statement["fhirVersion"], "4.0.1");
    let operations = statement["rest"][0]["operation"]
        .as_array()
        .expect("operations");
    let names: Vec<_> = operations
        .iter()
        .map(|of| of["name"].as_str().expect("a name"))
        .collect();
    assert_eq!(names, ["her2-status", "her2-plan", "her2-check"]);
    for operation in operations {
        let definition = operation["definition"].as_str().expect("an address");
        let path = definition
            .find("/fhir/")
            .map(|at| &definition[at..])
            .expect("below the base");
        let answer = get(&app, path, &[]).await;
        let body = answer.json();
        assert_eq!(body["resourceType"], "OperationDefinition");
        assert_eq!(body["code"], operation["name"]);
        assert_eq!(body["affectsState"], false);
    }
    refused(
        &get(&app, "/fhir/OperationDefinition/other", &[]).await,
        StatusCode::NOT_FOUND,
        "not-found",
    );
}

#[tokio::test]
async fn the_status_comes_with_its_report_its_results_where_they_were_read_and_how_it_went() {
    let answer = operation("her2-status", &records()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let body = answer.json();
    assert_eq!(body["resourceType"], "Bundle");
    let kinds = kinds(&body);
    for kind in [
        "DiagnosticReport",
        "Observation",
        "Provenance",
        "OperationOutcome",
    ] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    assert!(!kinds.contains(&"MedicationRequest"), "no order is written");
    let entries = body["entry"].as_array().expect("entries");
    let conclusion = entries
        .iter()
        .find_map(|of| of["resource"]["conclusion"].as_str());
    assert!(
        conclusion.is_some_and(|said| said.contains("equivocal")),
        "{conclusion:?}"
    );
    assert!(!answer.text().contains("Zzyzxmarked"), "no name is written");
}

#[tokio::test]
async fn the_patient_is_called_as_the_sender_calls_it() {
    for (called, comes_along) in [
        ("Patient/p", false),
        ("https://ehr.example/fhir/Patient/p", false),
        ("urn:uuid:6f0c5f6e-0a3c-4b39-9d6c-2a2f2f3f1f11", true),
    ] {
        let mut sent = records();
        for entry in sent["entry"].as_array_mut().expect("entries") {
            if entry["resource"]["resourceType"] == "Patient" {
                entry["fullUrl"] = json!(called);
            }
            for key in ["subject", "patient"] {
                if entry["resource"][key].is_object() {
                    entry["resource"][key]["reference"] = json!(called);
                }
            }
        }
        for operation_name in ["her2-status", "her2-plan"] {
            let answer = operation(operation_name, &sent).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
            let body = answer.json();
            let mut subjects = 0;
            for entry in body["entry"].as_array().expect("entries") {
                let resource = &entry["resource"];
                if let Some(subject) = resource["subject"]["reference"].as_str() {
                    assert_eq!(subject, called);
                    subjects += 1;
                }
                if resource["resourceType"] == "Patient" {
                    assert_eq!(entry["fullUrl"], called);
                }
            }
            assert!(subjects > 2, "{subjects}");
            assert_eq!(kinds(&body).contains(&"Patient"), comes_along, "{called}");
        }
    }
}

#[tokio::test]
async fn the_plan_is_a_report_for_professionals_and_no_order() {
    let answer = operation("her2-plan", &records()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let body = answer.json();
    assert!(!kinds(&body).contains(&"MedicationRequest"));
    let entries = body["entry"].as_array().expect("entries").iter();
    let plan = entries
        .map(|of| &of["resource"])
        .find(|of| of["code"]["coding"][0]["code"] == "her2-plan");
    let plan = plan.expect("a plan");
    assert_eq!(plan["resourceType"], "DiagnosticReport");
    assert_eq!(plan["presentedForm"].as_array().map(Vec::len), Some(2));
    assert!(plan["conclusion"].as_str().is_some_and(|of| of.len() > 20));
}

#[tokio::test]
async fn the_same_bundle_in_parameters_gives_the_same_answer_and_a_day_may_be_named() {
    let app = server();
    let wrapped = json!({"resourceType": "Parameters", "parameter": [{"name": "records", "resource": records()}]});
    let (one, other) = (
        operation("her2-status", &records()).await,
        operation("her2-status", &wrapped).await,
    );
    assert_eq!(one.text(), other.text());
    let mut dated = wrapped.clone();
    dated["parameter"]
        .as_array_mut()
        .expect("a list")
        .push(json!({"name": "as-of", "valueDate": "2014-06-01"}));
    let dated = post(&app, "/fhir/$her2-status", &[FHIR], dated.to_string()).await;
    assert!(
        dated.text().contains("asco-cap-2013"),
        "the edition of that day"
    );
    let encoded = post(&app, "/fhir/%24her2-status", &[FHIR], records().to_string()).await;
    assert_eq!(encoded.text(), one.text());
}

#[tokio::test]
async fn a_check_gives_an_outcome_with_expressions() {
    let odd = bundle(&[
        patient(),
        score("a", "2026-01-12", "3+"),
        score("b", "2026-01-12", "1+"),
    ]);
    let answer = operation("her2-check", &odd).await;
    assert_eq!(answer.status, StatusCode::OK);
    let body = answer.json();
    assert_eq!(body["resourceType"], "OperationOutcome");
    let issues = body["issue"].as_array().expect("issues");
    let expressions = issues.iter().filter_map(|of| of["expression"][0].as_str());
    let expressions: Vec<_> = expressions.collect();
    assert!(
        expressions
            .iter()
            .any(|of| of.starts_with("Bundle.entry.resource.ofType(Observation).where(id = '")),
        "{body}"
    );
}

#[tokio::test]
async fn what_cannot_be_answered_is_an_outcome_with_the_right_code() {
    let app = server();
    let path = "/fhir/$her2-status";
    let bad = StatusCode::BAD_REQUEST;
    for (body, code) in [
        (String::new(), "structure"),
        ("{\"Zzyzxmarked\"".to_owned(), "structure"),
        ("[]".to_owned(), "structure"),
        ("{}".to_owned(), "invalid"),
        (json!({"resourceType": "Zzyzxmarked"}).to_string(), "invalid"),
        (json!({"resourceType": "Parameters"}).to_string(), "required"),
        (json!({"resourceType": "Parameters", "parameter": [{"name": "a", "resource": patient()}]}).to_string(), "required"),
        (json!({"resourceType": "Parameters", "parameter": [{"name": "as-of", "valueDate": "Zzyzxmarked"},
            {"name": "a", "resource": records()}]}).to_string(), "value"),
    ] {
        refused(&post(&app, path, &[FHIR], body).await, bad, code);
    }
    let two = bundle(&[
        patient(),
        score("a", "2026-01-12", "3+"),
        json!({"resourceType": "Observation", "id": "x",
        "status": "final", "subject": {"reference": "Patient/other"}, "valueString": "1+",
        "code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]}}),
    ]);
    refused(
        &post(&app, path, &[FHIR], two.to_string()).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        "multiple-matches",
    );
    refused(
        &get(&app, path, &[]).await,
        StatusCode::METHOD_NOT_ALLOWED,
        "not-supported",
    );
    refused(
        &get(&app, "/fhir/Patient/Zzyzxmarked", &[]).await,
        StatusCode::NOT_FOUND,
        "not-found",
    );
}

#[tokio::test]
async fn only_json_is_read_and_written() {
    let app = server();
    let path = "/fhir/$her2-status";
    let body = records().to_string();
    let xml = [("content-type", "application/fhir+xml")];
    refused(
        &post(&app, path, &xml, "<Bundle/>").await,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not-supported",
    );
    for accept in [
        "application/fhir+xml",
        "text/html",
        "application/fhir+json;q=0",
    ] {
        let answer = post(&app, path, &[FHIR, ("accept", accept)], body.clone()).await;
        refused(&answer, StatusCode::NOT_ACCEPTABLE, "not-supported");
    }
    for accept in [
        "application/fhir+json",
        "application/json",
        "*/*",
        "text/html, application/*;q=0.5",
    ] {
        let answer = post(&app, path, &[FHIR, ("accept", accept)], body.clone()).await;
        assert_eq!(answer.status, StatusCode::OK, "{accept}");
    }
    let xml = get(&app, "/fhir/metadata?_format=xml", &[]).await;
    refused(&xml, StatusCode::NOT_ACCEPTABLE, "not-supported");
    let json = get(
        &app,
        "/fhir/metadata?_format=json",
        &[("accept", "text/html")],
    )
    .await;
    assert_eq!(json.status, StatusCode::OK);
}

#[tokio::test]
async fn what_the_limits_refuse_is_an_outcome_too() {
    let small = her2_server::Config {
        max_body: 100,
        ..crate::send::config()
    };
    let app = her2_server::router(small);
    let answer = post(&app, "/fhir/$her2-status", &[FHIR], records().to_string()).await;
    refused(&answer, StatusCode::PAYLOAD_TOO_LARGE, "too-long");
}
