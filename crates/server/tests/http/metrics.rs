//! The counters and the log: routes as templates, nothing of what was asked.

use crate::client::{config, log, report, start};
use her2_server::Config;
use serde_json::Value;

#[test]
fn requests_are_counted_by_the_template_of_their_route() {
    let server = start(config());
    server.get("/api/v1/learn/quonk-of-zyxwilda");
    server.get("/quonk/zyxwilda?name=zyxwilda");
    server.post("/api/v1/read", &report("pending.txt"));
    server.ask("ZYXWILDA /healthz", &[], b"");
    let told = server.get("/metrics");
    assert_eq!(
        told.header("content-type"),
        Some("text/plain; version=0.0.4")
    );
    let has = |line: &str| told.body.lines().any(|of| of == line);
    assert!(
        has("her2_requests_total{route=\"/api/v1/learn/{topic}\",method=\"GET\",status=\"404\"} 1"),
        "{}",
        told.body
    );
    assert!(has(
        "her2_requests_total{route=\"none\",method=\"GET\",status=\"404\"} 1"
    ));
    assert!(has(
        "her2_requests_total{route=\"/api/v1/read\",method=\"POST\",status=\"200\"} 1"
    ));
    assert!(has(
        "her2_requests_total{route=\"/healthz\",method=\"other\",status=\"405\"} 1"
    ));
    assert!(has(
        "her2_request_duration_seconds_bucket{route=\"/api/v1/read\",le=\"+Inf\"} 1"
    ));
    assert!(has(
        "her2_request_duration_seconds_count{route=\"/api/v1/read\"} 1"
    ));
    assert!(has("her2_records_total{format=\"report\"} 1"));
    assert!(has("her2_requests_in_flight 1"), "this one alone");
    assert!(
        told.body
            .contains(&format!("knowledge=\"{}\"", her2::knowledge_version()))
    );
    assert!(!told.body.to_lowercase().contains("zyxwilda") && !told.body.contains("quonk"));
}

#[test]
fn every_line_is_one_that_prometheus_reads() {
    let server = start(config());
    server.get("/api/v1/editions");
    for line in server.get("/metrics").body.lines() {
        if line.starts_with("# HELP ") || line.starts_with("# TYPE ") {
            continue;
        }
        let (name, value) = line.rsplit_once(' ').unwrap();
        assert!(value.parse::<f64>().is_ok(), "{line}");
        let (name, labels) = name.split_once('{').unwrap_or((name, "}"));
        assert!(name.starts_with("her2_"), "{line}");
        assert!(labels.ends_with('}'), "{line}");
    }
}

#[test]
fn refusals_and_faults_are_counted_by_their_reason() {
    let server = start(Config {
        max_body: 100,
        ..config()
    });
    server.post("/api/v1/read", &[b'x'; 200]);
    server.post("/test/panic", b"x");
    server.post("/test/panic-at-work", b"x");
    let told = server.get("/metrics").body;
    assert!(
        told.contains("her2_refused_total{reason=\"size\"} 1\n"),
        "{told}"
    );
    assert!(told.contains("her2_panics_total 2\n"), "{told}");
}

#[test]
fn the_log_has_one_object_a_request_with_its_number() {
    let server = start(config());
    let answer = server.post(
        "/api/v1/explain?for=clinician&lang=en",
        &report("pending.txt"),
    );
    let id = answer.header("x-request-id").unwrap();
    // The line is written when the answer has ended, which the client may see a moment before.
    let found = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        let log = log();
        let lines = log
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.into_iter().find(|line| line["id"] == id)
    });
    let line = found.unwrap();
    assert_eq!(line["method"], "POST");
    assert_eq!(line["route"], "/api/v1/explain");
    assert_eq!(line["status"], 200);
    assert_eq!(line["bytes"], answer.body.len());
    assert_eq!(line["whole"], true);
    let mut keys: Vec<&str> = line
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "bytes",
            "id",
            "level",
            "message",
            "method",
            "micros",
            "route",
            "status",
            "timestamp",
            "whole"
        ]
    );
}

#[test]
fn what_a_client_says_makes_no_line_of_the_log() {
    let server = start(config());
    let head = [
        "x-request-id: a\"}{\"level\":\"ERROR\",\"message\":\"forged\"}",
        "user-agent: forged",
    ];
    let line = "GET /%0a%7b%22message%22:%22forged%22%7d?x=%0aforged";
    assert_eq!(server.ask(line, &head, b"").status, 404);
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(!log().contains("forged"));
}
