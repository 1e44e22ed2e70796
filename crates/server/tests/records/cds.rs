//! CDS Hooks 2.0, rule by rule.

use crate::patients::{
    bundle, condition, draft, draft_coded, given, lvef, patient, score, select, sign, view,
};
use crate::send::{Answer, JSON, ask, get, post, server};
use axum::http::StatusCode;
use serde_json::{Value, json};

const RULES: [&str; 15] = [
    "her2-status",
    "her2-no-result",
    "her2-open",
    "her2-differs",
    "her2-discordance",
    "her2-retest",
    "order-no-result",
    "order-open",
    "order-not-listed",
    "lvef-before",
    "lvef-start",
    "lvef-overdue",
    "lvef-action",
    "lvef-next",
    "records-incomplete",
];

pub fn rules(cards: &[Value]) -> Vec<&str> {
    let code = |card: &'_ Value| card["source"]["topic"]["code"].as_str().map(str::to_owned);
    let mut all: Vec<&str> = Vec::new();
    for card in cards {
        let code = code(card).expect("each card names its rule");
        all.push(
            RULES
                .iter()
                .find(|of| **of == code)
                .expect("a rule that is known"),
        );
    }
    all
}

/// What the specification asks of every card.
pub fn fits(answer: &Answer) {
    let body = answer.json();
    no_nothing(&body);
    for card in body["cards"].as_array().expect("cards") {
        let summary = card["summary"].as_str().expect("a summary");
        assert!(
            summary.chars().count() < 140 && !summary.is_empty(),
            "{summary}"
        );
        let indicator = card["indicator"].as_str().expect("an indicator");
        assert!(["info", "warning", "critical"].contains(&indicator));
        assert!(
            card["source"]["label"]
                .as_str()
                .is_some_and(|of| !of.is_empty())
        );
        assert!(
            card["source"]["topic"]["code"].is_string()
                && card["source"]["topic"]["system"].is_string()
        );
        assert_eq!(card["uuid"].as_str().map(str::len), Some(36));
        assert!(
            card.get("suggestions").is_none(),
            "no card suggests treatment"
        );
        for link in card["links"].as_array().into_iter().flatten() {
            assert_eq!(link["type"], "absolute");
        }
        for reason in card["overrideReasons"].as_array().into_iter().flatten() {
            assert!(
                reason["code"].is_string()
                    && reason["display"].is_string()
                    && reason["system"].is_string()
            );
        }
        assert!(
            !card["detail"]
                .as_str()
                .expect("a detail")
                .contains('\u{27e8}'),
            "a message is missing"
        );
        assert!(!summary.contains('\u{27e8}'), "{summary}");
    }
}

/// No member is null or empty.
fn no_nothing(value: &Value) {
    match value {
        Value::Null => panic!("a member is null"),
        Value::String(text) => assert!(!text.is_empty(), "a string is empty"),
        Value::Object(members) => members.values().for_each(no_nothing),
        Value::Array(items) => items.iter().for_each(no_nothing),
        _ => {}
    }
}

#[tokio::test]
async fn discovery_lists_each_service_with_its_hook_and_its_queries() {
    let answer = get(&server(), "/cds-services", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/json");
    let body = answer.json();
    no_nothing(&body);
    let services = body["services"].as_array().expect("services");
    let listed: Vec<_> = services
        .iter()
        .map(|of| (of["id"].as_str(), of["hook"].as_str()))
        .collect();
    assert_eq!(
        listed,
        [
            (Some("her2-testing"), Some("patient-view")),
            (Some("her2-testing-order-sign"), Some("order-sign")),
            (Some("her2-monitoring"), Some("order-select")),
        ]
    );
    for service in services {
        for member in ["title", "description", "usageRequirements"] {
            assert!(service[member].is_string(), "{member}");
        }
        let prefetch = service["prefetch"].as_object().expect("prefetch");
        assert_eq!(prefetch["patient"], "Patient/{{context.patientId}}");
        for query in prefetch.values() {
            assert!(
                query
                    .as_str()
                    .expect("a query")
                    .contains("{{context.patientId}}")
            );
        }
        let observations = prefetch["observations"].as_str().expect("a query");
        assert!(
            observations.contains("http://loinc.org|85319-2"),
            "{observations}"
        );
    }
}

#[tokio::test]
async fn a_settled_result_is_shown_with_quote_row_and_source() {
    let body = view(&[
        patient(),
        condition("2026-01-10"),
        score("a", "2026-01-12", "3+"),
    ]);
    let answer = ask(&server(), "her2-testing", &body).await;
    fits(&answer);
    let cards = answer.cards();
    assert_eq!(rules(&cards), ["her2-status"]);
    let card = &cards[0];
    assert_eq!(card["indicator"], "info");
    assert_eq!(card["summary"], "HER2-positive by ASCO/CAP 2018");
    let detail = card["detail"].as_str().expect("a detail");
    for part in ["3+", "Observation/a", "asco-cap-2018/", "](<https://"] {
        assert!(detail.contains(part), "{part}: {detail}");
    }
    assert!(
        card["source"]["url"]
            .as_str()
            .is_some_and(|url| url.starts_with("https://"))
    );
    assert!(!detail.contains("Zzyzxmarked"));
}

#[tokio::test]
async fn an_equivocal_score_waits_and_says_for_what() {
    let body = view(&[patient(), score("a", "2026-01-12", "2+")]);
    let answer = ask(&server(), "her2-testing", &body).await;
    fits(&answer);
    let cards = answer.cards();
    assert_eq!(rules(&cards), ["her2-open"]);
    assert_eq!(cards[0]["indicator"], "warning");
    assert!(
        cards[0]["summary"]
            .as_str()
            .expect("a summary")
            .contains("ISH")
    );
    assert!(
        cards[0]["overrideReasons"]
            .as_array()
            .is_some_and(|of| !of.is_empty())
    );
}

#[tokio::test]
async fn where_nothing_is_to_be_said_there_is_no_card() {
    let app = server();
    let healthy = ask(&app, "her2-testing", &view(&[patient()])).await;
    assert!(healthy.cards().is_empty());
    let known = ask(
        &app,
        "her2-testing",
        &view(&[patient(), condition("2026-01-10")]),
    )
    .await;
    assert_eq!(rules(&known.cards()), ["her2-no-result"]);
    fits(&known);
    let other = sign(
        &[draft("m", "acetaminophen 325 mg")],
        &[patient(), score("a", "2026-01-12", "2+")],
    );
    assert!(ask(&app, "her2-testing", &other).await.cards().is_empty());
    let none = select(&[draft("m", "acetaminophen 325 mg")], &[patient()]);
    assert!(ask(&app, "her2-monitoring", &none).await.cards().is_empty());
}

#[tokio::test]
async fn the_same_request_gives_the_same_uuid_and_another_patient_another() {
    let app = server();
    let body = view(&[patient(), score("a", "2026-01-12", "3+")]);
    let one = ask(&app, "her2-testing", &body).await.cards();
    let mut again = body.clone();
    again["hookInstance"] = json!("11111111-dfbe-44ad-ba6d-3e05e953b2ea");
    let again = ask(&server(), "her2-testing", &again).await.cards();
    assert_eq!(one[0]["uuid"], again[0]["uuid"]);
    let other = body
        .to_string()
        .replace("Patient/p\"", "Patient/q\"")
        .replace("\"patientId\":\"p\"", "\"patientId\":\"q\"");
    let mut other: Value = serde_json::from_str(&other).expect("JSON");
    other["prefetch"]["patient"]["id"] = json!("q");
    let other = ask(&app, "her2-testing", &other).await.cards();
    assert_ne!(one[0]["uuid"], other[0]["uuid"]);
    let changed = view(&[patient(), score("a", "2026-01-12", "1+")]);
    let changed = ask(&app, "her2-testing", &changed).await.cards();
    assert_ne!(one[0]["uuid"], changed[0]["uuid"]);
}

#[tokio::test]
async fn an_order_without_a_result_is_told_by_name_and_by_code() {
    let app = server();
    let trastuzumab = her2::cards::ordered(&bundle(&[draft("m", "trastuzumab")]).to_string());
    assert_eq!(trastuzumab.len(), 1);
    for order in [draft("m", "trastuzumab 440 mg"), draft_coded("m", "224905")] {
        let answer = ask(&app, "her2-monitoring", &select(&[order], &[patient()])).await;
        fits(&answer);
        let cards = answer.cards();
        assert_eq!(rules(&cards), ["order-no-result", "lvef-before"]);
        assert!(
            cards[0]["detail"]
                .as_str()
                .expect("a detail")
                .contains("HER2-positive")
        );
    }
}

#[tokio::test]
async fn an_order_that_the_label_does_not_list_is_critical_and_an_open_result_is_not() {
    let app = server();
    for (result, rule, indicator) in [
        ("1+", "order-not-listed", "critical"),
        ("0", "order-not-listed", "critical"),
        ("2+", "order-open", "warning"),
    ] {
        let records = [
            patient(),
            score("a", "2026-01-12", result),
            lvef("l", "2026-11-01", 62),
        ];
        let answer = ask(
            &app,
            "her2-monitoring",
            &select(&[draft("m", "trastuzumab")], &records),
        )
        .await;
        fits(&answer);
        let cards = answer.cards();
        assert_eq!(rules(&cards), [rule], "{result}");
        assert_eq!(cards[0]["indicator"], indicator, "{result}");
    }
    let records = [
        patient(),
        score("a", "2026-01-12", "3+"),
        lvef("l", "2026-11-01", 62),
    ];
    let fine = ask(
        &app,
        "her2-monitoring",
        &select(&[draft("m", "trastuzumab")], &records),
    )
    .await;
    assert!(fine.cards().is_empty());
    let low = [
        patient(),
        score("a", "2026-01-12", "1+"),
        lvef("l", "2026-11-01", 62),
    ];
    let conjugate = ask(
        &app,
        "her2-monitoring",
        &select(&[draft("m", "Enhertu")], &low),
    )
    .await;
    assert!(
        !rules(&conjugate.cards()).contains(&"order-not-listed"),
        "labelled for low in metastatic disease"
    );
    let mut metastasis = score("b", "2026-06-01", "1+");
    metastasis["specimen"] = json!({"reference": "Specimen/s"});
    let specimen = json!({"resourceType": "Specimen", "id": "s", "subject": {"reference": "Patient/p"},
        "collection": {"collectedDateTime": "2026-06-01", "bodySite": {"text": "Liver, segment IV"}}});
    let both = [
        patient(),
        score("a", "2024-01-12", "3+"),
        metastasis,
        specimen,
        lvef("l", "2026-11-01", 62),
    ];
    let request = select(&[draft("m", "trastuzumab")], &both);
    let differ = ask(&app, "her2-monitoring", &request).await;
    assert_eq!(
        rules(&differ.cards()),
        ["order-open"],
        "another sample is positive"
    );
}

#[tokio::test]
async fn the_heart_is_told_before_during_and_when_it_falls() {
    let app = server();
    let her2 = score("a", "2025-11-12", "3+");
    let order = [draft("m", "trastuzumab")];
    let on = |more: &[Value]| {
        let mut all = vec![
            patient(),
            her2.clone(),
            given("g", "trastuzumab", "2026-05-01"),
        ];
        all.extend(more.iter().cloned());
        all
    };
    let all = on(&[lvef("l", "2026-04-20", 62)]);
    let cards = ask(&app, "her2-monitoring", &select(&order, &all)).await;
    fits(&cards);
    let cards = cards.cards();
    assert_eq!(rules(&cards), ["lvef-overdue"]);
    assert_eq!(cards[0]["indicator"], "warning");

    let all = on(&[lvef("l", "2026-04-20", 62), lvef("n", "2026-11-10", 61)]);
    let cards = ask(&app, "her2-monitoring", &select(&order, &all))
        .await
        .cards();
    assert_eq!(rules(&cards), ["lvef-next"]);
    assert_eq!(cards[0]["indicator"], "info");

    let all = on(&[lvef("l", "2026-04-20", 62), lvef("n", "2026-11-10", 44)]);
    let cards = ask(&app, "her2-monitoring", &select(&order, &all)).await;
    fits(&cards);
    let cards = cards.cards();
    assert_eq!(rules(&cards)[0], "lvef-action");
    assert_eq!(cards[0]["indicator"], "critical");
    let detail = cards[0]["detail"].as_str().expect("a detail");
    assert!(
        detail.contains("44%") && detail.contains("Observation/n"),
        "{detail}"
    );

    let all = on(&[lvef("n", "2026-11-10", 61)]);
    let cards = ask(&app, "her2-monitoring", &select(&order, &all))
        .await
        .cards();
    assert!(
        rules(&cards).contains(&"lvef-before"),
        "{:?}",
        rules(&cards)
    );
}

#[tokio::test]
async fn only_what_is_chosen_counts() {
    let mut body = select(
        &[draft("m", "trastuzumab"), draft("n", "acetaminophen")],
        &[patient()],
    );
    body["context"]["selections"] = json!(["MedicationRequest/n"]);
    assert!(
        ask(&server(), "her2-monitoring", &body)
            .await
            .cards()
            .is_empty()
    );
}

#[tokio::test]
async fn the_patient_may_come_along_with_every_search() {
    let mut body = view(&[patient(), score("a", "2026-01-12", "3+")]);
    let entry = json!({"resource": patient(), "search": {"mode": "include"}});
    body["prefetch"]["observations"]["entry"]
        .as_array_mut()
        .expect("entries")
        .push(entry);
    assert_eq!(
        rules(&ask(&server(), "her2-testing", &body).await.cards()),
        ["her2-status"]
    );
}

#[tokio::test]
async fn order_sign_is_answered_under_both_names() {
    let app = server();
    let body = sign(
        &[draft("m", "trastuzumab")],
        &[patient(), score("a", "2026-01-12", "1+")],
    );
    for service in ["her2-testing", "her2-testing-order-sign"] {
        let answer = ask(&app, service, &body).await;
        fits(&answer);
        assert_eq!(rules(&answer.cards()), ["order-not-listed", "her2-status"]);
    }
    let view = view(&[patient()]);
    assert_eq!(
        ask(&app, "her2-testing-order-sign", &view).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn cards_are_written_in_the_language_that_is_asked_for() {
    let body = view(&[patient(), score("a", "2026-01-12", "3+")]);
    let headers = [JSON, ("accept-language", "es-MX,es;q=0.9")];
    let answer = post(
        &server(),
        "/cds-services/her2-testing",
        &headers,
        body.to_string(),
    )
    .await;
    fits(&answer);
    assert_eq!(answer.header("content-language"), "es");
    assert_eq!(
        answer.cards()[0]["summary"],
        "HER2 positivo según ASCO/CAP 2018"
    );
    let listed = get(&server(), "/cds-services", &[("accept-language", "es")]).await;
    assert_eq!(
        listed.json()["services"][0]["title"],
        "HER2 in Focus: estado de HER2"
    );
}
