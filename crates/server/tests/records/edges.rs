//! CDS Hooks 2.0: what is refused, what became of cards, and who may ask from a browser.

use crate::cds::{fits, rules};
use crate::patients::{INSTANCE, bundle, patient, score, view};
use crate::send::{FHIR, JSON, ask, config, get, post, send, server};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use her2_server::Config;
use serde_json::{Value, json};

#[tokio::test]
async fn missing_data_are_412_with_their_names() {
    let app = server();
    let whole = view(&[patient(), score("a", "2026-01-12", "3+")]);
    for missing in ["patient", "observations", "reports"] {
        for stands in [
            None,
            Some(
                json!({"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout"}]}),
            ),
        ] {
            let mut body = whole.clone();
            let prefetch = body["prefetch"].as_object_mut().expect("an object");
            match stands {
                None => drop(prefetch.remove(missing)),
                Some(outcome) => prefetch[missing] = outcome,
            }
            let answer = ask(&app, "her2-testing", &body).await;
            assert_eq!(answer.status, StatusCode::PRECONDITION_FAILED, "{missing}");
            assert_eq!(answer.json()["missing"], json!([missing]));
        }
    }
    let mut body = whole.clone();
    body.as_object_mut().expect("an object").remove("prefetch");
    let answer = ask(&app, "her2-testing", &body).await;
    assert_eq!(
        answer.json()["missing"],
        json!(["patient", "observations", "reports"])
    );
    let mut body = whole.clone();
    body["prefetch"]["reports"] = Value::Null;
    body["prefetch"]["conditions"] = Value::Null;
    body["prefetch"]
        .as_object_mut()
        .expect("an object")
        .remove("procedures");
    assert_eq!(
        rules(&ask(&app, "her2-testing", &body).await.cards()),
        ["her2-status"]
    );
    let mut body = whole;
    body["prefetch"]["patient"] = Value::Null;
    assert_eq!(
        ask(&app, "her2-testing", &body).await.status,
        StatusCode::PRECONDITION_FAILED
    );
}

#[tokio::test]
async fn a_request_that_is_none_is_400_and_nothing_of_it_comes_back() {
    let app = server();
    let good = view(&[patient()]);
    let with = |path: &str, value: Value| {
        let mut body = good.clone();
        *body.pointer_mut(path).expect("it is there") = value;
        body.to_string()
    };
    let bodies = [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        "\"Zzyzxmarked\"".to_owned(),
        with("/hook", json!("Zzyzxmarked")),
        with("/hook", json!("order-select")),
        with("/hookInstance", json!("Zzyzxmarked")),
        with("/context/patientId", json!("../Zzyzxmarked")),
        with("/context/patientId", json!("another")),
        with("/context/userId", json!("")),
        with("/context", json!("Zzyzxmarked")),
        with("/prefetch/observations", json!("Zzyzxmarked")),
        with("/prefetch/observations", json!([1])),
        with("/context", json!(["Practitioner/1", "p"])),
        json!(["patient-view", INSTANCE, {"userId": "Practitioner/1", "patientId": "p"}])
            .to_string(),
        with(
            "/prefetch/patient",
            json!({"resourceType": "Bundle", "id": "p"}),
        ),
        with(
            "/prefetch/observations",
            bundle(&[
                json!({"resourceType": "Observation", "id": "x", "status": "final",
            "subject": {"reference": "Patient/other"}, "valueString": "3+",
            "code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}]}}),
            ]),
        ),
    ];
    for body in bodies {
        let answer = post(&app, "/cds-services/her2-testing", &[JSON], body.clone()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert!(!answer.text().contains("Zzyzxmarked"), "{}", answer.text());
        assert!(
            answer.json()["detail"]
                .as_str()
                .is_some_and(|of| of.len() > 10)
        );
    }
    let latin = post(
        &app,
        "/cds-services/her2-testing",
        &[JSON],
        vec![b'{', 0xff, b'}'],
    )
    .await;
    assert_eq!(latin.status, StatusCode::BAD_REQUEST);
    let kind = [("content-type", "text/plain")];
    let plain = post(&app, "/cds-services/her2-testing", &kind, good.to_string()).await;
    assert_eq!(plain.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let unknown = ask(&app, "her2-nothing", &good).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn links_lead_to_the_page_only_where_others_reach_it() {
    let body = view(&[patient(), score("a", "2026-01-12", "3+")]);
    let cards = ask(&server(), "her2-testing", &body).await.cards();
    assert!(cards[0].get("links").is_none());
    let public = Config {
        public_url: Some("https://her2.example".to_owned()),
        ..config()
    };
    let answer = ask(&her2_server::router(public), "her2-testing", &body).await;
    fits(&answer);
    assert_eq!(
        answer.cards()[0]["links"][0]["url"],
        "https://her2.example/"
    );
}

#[tokio::test]
async fn feedback_is_checked_and_only_counted() {
    let app = server();
    let path = "/cds-services/her2-testing/feedback";
    let said = |more: Value| {
        let mut one = json!({"card": INSTANCE, "outcome": "overridden", "outcomeTimestamp": "2026-11-22T10:00:00Z"});
        for (key, value) in more.as_object().expect("an object") {
            one[key] = value.clone();
        }
        json!({"feedback": [one]}).to_string()
    };
    let reason = json!({"reason": {"code": "done-elsewhere", "system": "https://github.com/her2-in-focus/her2/card"},
        "userComment": "Zzyzxmarked"});
    let good = [
        said(json!({})),
        said(json!({"overrideReason": reason})),
        said(
            json!({"overrideReason": {"reason": {"code": "Zzyzxmarked", "system": "http://other"}}}),
        ),
        said(json!({"outcome": "accepted", "acceptedSuggestions": [{"id": INSTANCE}]})),
    ];
    for body in good {
        let answer = post(&app, path, &[JSON], body).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.is_empty());
    }
    let bad = [
        "{}".to_owned(),
        json!({"feedback": []}).to_string(),
        said(json!({"card": "Zzyzxmarked"})),
        said(json!({"outcome": "Zzyzxmarked"})),
        said(json!({"outcomeTimestamp": "yesterday"})),
        said(json!({"outcome": "accepted", "acceptedSuggestions": [{"id": ""}]})),
    ];
    for body in bad {
        let answer = post(&app, path, &[JSON], body.clone()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        assert!(!answer.text().contains("Zzyzxmarked"));
    }
    let metrics = get(&app, "/metrics", &[]).await;
    assert!(metrics.text().contains("her2_cds_feedback_total{service=\"her2-testing\",outcome=\"overridden\",reason=\"done-elsewhere\"} 1"), "{}", metrics.text());
    assert!(!metrics.text().contains("Zzyzxmarked"));
}

#[tokio::test]
async fn pages_of_known_origins_may_ask_and_others_may_not() {
    let known = Config {
        allow_origin: vec!["https://ehr.example".to_owned()],
        ..config()
    };
    let app = her2_server::router(known);
    for (origin, allowed) in [
        ("https://ehr.example", "https://ehr.example"),
        ("https://evil.example", ""),
    ] {
        let preflight = Request::options("/cds-services/her2-testing")
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header(
                "access-control-request-headers",
                "authorization,content-type",
            )
            .body(Body::empty())
            .expect("a request");
        let answer = send(&app, preflight).await;
        assert_eq!(answer.header("access-control-allow-origin"), allowed);
        let headers = [JSON, ("origin", origin)];
        let answer = post(
            &app,
            "/cds-services/her2-testing",
            &headers,
            view(&[patient()]).to_string(),
        )
        .await;
        assert_eq!(answer.header("access-control-allow-origin"), allowed);
    }
}

#[tokio::test]
async fn a_search_that_went_on_is_told() {
    let app = server();
    let rules_of = async |sent: &Value| {
        let answer = ask(&app, "her2-testing", sent).await;
        fits(&answer);
        let cards = answer.cards();
        let found: Vec<String> = rules(&cards).into_iter().map(str::to_owned).collect();
        (found, answer.text().to_owned())
    };
    let next = json!([
        {"relation": "self", "url": "https://ehr.example/Observation?page=1"},
        {"relation": "next", "url": "https://ehr.example/Observation?page=2"},
    ]);
    let mut sent = view(&[patient(), score("a", "2026-01-12", "1+")]);
    sent["prefetch"]["reports"]["link"] =
        json!([{"relation": "self", "url": "https://ehr.example"}]);
    assert_eq!(rules_of(&sent).await.0, ["her2-status"]);
    sent["prefetch"]["reports"]["link"] = next.clone();
    let (found, text) = rules_of(&sent).await;
    assert_eq!(found, ["records-incomplete", "her2-status"]);
    assert!(text.contains("reports") && !text.contains("ehr.example"));
    // A patient of whom nothing is said, and no breast cancer is known, gets no card for it.
    let mut other = view(&[patient()]);
    other["prefetch"]["reports"]["link"] = next.clone();
    assert_eq!(rules_of(&other).await.0, [""; 0]);
    // The word in a resource is no page.
    let mut word = view(&[patient(), score("a", "2026-01-12", "1+")]);
    word["prefetch"]["reports"]["entry"] =
        json!([{"link": next, "resource": {"resourceType": "DiagnosticReport"}}]);
    assert_eq!(rules_of(&word).await.0, ["her2-status"]);
}

#[tokio::test]
async fn what_the_standards_allow_is_taken() {
    let app = server();
    let path = "/cds-services/her2-testing";
    let mut sent = view(&[patient(), score("a", "2026-01-12", "3+")]);
    sent["hookInstance"] = json!(format!("urn:uuid:{INSTANCE}"));
    let headers = [JSON, ("content-encoding", "identity")];
    let marked = format!("\u{feff}{sent}");
    let answer = post(&app, path, &headers, marked.into_bytes()).await;
    assert_eq!(rules(&answer.cards()), ["her2-status"]);
    let gzip = [JSON, ("content-encoding", "identity, gzip")];
    let packed = post(&app, path, &gzip, sent.to_string()).await;
    assert_eq!(packed.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let told = json!({"feedback": [{"card": INSTANCE, "outcome": "overridden", "outcomeTimestamp": "2026-11-22T10:00:00Z",
        "overrideReason": {"reason": {"display": "Zzyzxmarked"}}}]});
    let feedback = format!("{path}/feedback");
    let answer = post(&app, &feedback, &[JSON], told.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn a_page_that_may_ask_can_read_why_it_is_refused() {
    let known = Config {
        allow_origin: vec!["https://ehr.example/".to_owned()],
        max_body: 10,
        ..config()
    };
    let headers = [JSON, ("origin", "https://ehr.example")];
    let path = "/cds-services/her2-testing";
    let answer = post(&her2_server::router(known), path, &headers, "x".repeat(99)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let allowed = answer.header("access-control-allow-origin");
    assert_eq!(allowed, "https://ehr.example");
    let shown = answer.header("access-control-expose-headers");
    assert!(
        shown.contains("retry-after") && shown.contains("x-request-id"),
        "{shown}"
    );
}

#[tokio::test]
async fn operations_say_what_they_take_and_what_is_incomplete() {
    let app = server();
    let path = "/fhir/$her2-check";
    let records = bundle(&[patient(), score("a", "2026-01-12", "3+")]);
    let parameters = |more: &[Value]| {
        let mut all = vec![json!({"name": "records", "resource": records})];
        all.extend(more.iter().cloned());
        json!({"resourceType": "Parameters", "parameter": all}).to_string()
    };
    let day = json!({"name": "as-of", "valueDate": "2026-02-01"});
    let other = json!({"name": "asof", "valueDate": "2026-02-01"});
    for (more, status) in [
        (vec![day.clone()], StatusCode::OK),
        (vec![day.clone(), day.clone()], StatusCode::BAD_REQUEST),
        (vec![other], StatusCode::BAD_REQUEST),
    ] {
        let answer = post(&app, path, &[FHIR], parameters(&more)).await;
        assert_eq!(answer.status, status, "{}", answer.text());
    }
    let definition = get(&app, "/fhir/OperationDefinition/her2-check", &[]).await;
    let found = definition.json();
    let mut parameters = found["parameter"].as_array().expect("parameters").iter();
    let as_of = parameters
        .find(|of| of["name"] == "as-of")
        .expect("it is there");
    assert_eq!(
        (as_of["min"].as_u64(), as_of["type"].as_str()),
        (Some(0), Some("date"))
    );
    let accept = [("accept", "application/fhir+xml")];
    let xml = get(&app, "/fhir/OperationDefinition/her2-check", &accept).await;
    assert_eq!(xml.status, StatusCode::NOT_ACCEPTABLE);
    let mut cut = records.clone();
    cut["link"] = json!([{"relation": "next", "url": "https://x"}]);
    for path in [
        "/fhir/$her2-check",
        "/fhir/$her2-status",
        "/fhir/$her2-plan",
    ] {
        let answer = post(&app, path, &[FHIR], cut.to_string()).await;
        assert!(answer.text().contains("\"code\":\"incomplete\""), "{path}");
        let whole = post(&app, path, &[FHIR], records.to_string()).await;
        assert!(!whole.text().contains("\"code\":\"incomplete\""), "{path}");
    }
}

#[tokio::test]
async fn forms_of_answers_are_asked_for_in_every_way_fhir_names() {
    let app = server();
    for (query, accept, status) in [
        (
            "?_format=application%2Fjson%3Bcharset%3Dutf-8",
            "*/*",
            StatusCode::OK,
        ),
        ("?_format=text/json", "*/*", StatusCode::OK),
        (
            "?_format=",
            "application/fhir+json; fhirVersion=4.0",
            StatusCode::OK,
        ),
        (
            "",
            "application/fhir+json; fhirVersion=3.0",
            StatusCode::NOT_ACCEPTABLE,
        ),
        (
            "",
            "application/fhir+json;q=0.0000",
            StatusCode::NOT_ACCEPTABLE,
        ),
        ("", "application/fhir+json;q=0.1", StatusCode::OK),
    ] {
        let path = format!("/fhir/metadata{query}");
        let answer = get(&app, &path, &[("accept", accept)]).await;
        assert_eq!(answer.status, status, "{query} {accept}");
    }
    let old = [("content-type", "application/fhir+json; fhirVersion=3.0")];
    let answer = post(
        &app,
        "/fhir/$her2-check",
        &old,
        bundle(&[patient()]).to_string(),
    )
    .await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let root = get(&app, "/fhir/", &[]).await;
    assert_eq!(root.status, StatusCode::NOT_FOUND);
    assert_eq!(root.json()["issue"][0]["code"], "not-found");
}

#[tokio::test]
async fn why_tokens_are_refused_is_counted_and_not_told() {
    let kept = Config {
        cds_keys: vec![her2_server::IssuerKeys {
            issuer: "https://ehr.example".to_owned(),
            file: "/nowhere/keys.json".into(),
            jwks: json!({"keys": []}).to_string(),
        }],
        ..config()
    };
    let app = her2_server::router(kept);
    let path = "/cds-services/her2-testing";
    let body = view(&[patient()]).to_string();
    let with = [JSON, ("authorization", "Bearer Zzyzxmarked")];
    for headers in [&with[..1], &with[..]] {
        let answer = post(&app, path, headers, body.clone()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.body.is_empty());
    }
    let metrics = get(&app, "/metrics", &[]).await;
    for (reason, count) in [("missing", 1), ("unreadable", 1), ("used", 0)] {
        let line = format!("her2_tokens_refused_total{{reason=\"{reason}\"}} {count}\n");
        assert!(metrics.text().contains(&line), "{line}");
    }
    assert!(!metrics.text().contains("Zzyzxmarked"));
}
