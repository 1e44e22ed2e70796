//! Every document of every worked case is what its schema says, and the OpenAPI document names what there is.

use crate::client::{Running, cases, config, start};
use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn schema(server: &Running, name: &str) -> Validator {
    let schema = server.get(&format!("/api/schemas/{name}.json")).json();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// Every record of the worked cases.
fn records() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    walk(&cases("reports"), &mut files);
    walk(&cases("records"), &mut files);
    files.sort();
    let known = ["txt", "json", "ndjson", "jsonl", "hl7", "xml", "csv"];
    files.retain(|file| {
        let ending = file.extension().and_then(|of| of.to_str());
        ending.is_some_and(|of| known.contains(&of))
    });
    let read = |file: PathBuf| (file.display().to_string(), fs::read(&file).unwrap());
    files.into_iter().map(read).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

#[track_caller]
fn holds(schema: &Validator, document: &Value, what: &str) {
    let mut faults = schema
        .iter_errors(document)
        .map(|fault| format!("{} at {}", fault.schema_path, fault.instance_path));
    let fault = faults.next();
    assert!(fault.is_none(), "{what}: {fault:?}");
}

#[test]
fn every_document_of_every_record_is_what_its_schema_says() {
    let server = start(config());
    let lines = ["accept: application/x-ndjson"];
    let documents = [
        ("read", "/api/v1/read"),
        ("page", "/api/v1/explain"),
        ("explain", "/api/v1/explain?lang=es"),
        ("explain", "/api/v1/explain?lang=es&for=clinician"),
        ("clinician", "/api/v1/explain?for=clinician"),
        ("check", "/api/v1/check"),
        ("plan", "/api/v1/plan?prognosis=yes"),
        ("plan", "/api/v1/plan?prognosis=yes&lang=es"),
        (
            "plan",
            "/api/v1/plan?answer=setting=metastatic&answer=line=first&weight=82.5",
        ),
    ];
    let mut seen = 0;
    for (name, path) in documents {
        let schema = schema(&server, name);
        for (file, bytes) in records() {
            let told = server.ask(&format!("POST {path}"), &lines, &bytes);
            // A case of care is no record.
            if told.status == 422 && her2::format_of(&bytes) == her2::Format::Json {
                continue;
            }
            assert_eq!(told.status, 200, "{file} at {path}: {}", told.body);
            for line in told.body.lines() {
                let document: Value = serde_json::from_str(line).unwrap();
                holds(&schema, &document, &format!("{file} at {path}"));
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen} documents");
}

#[test]
fn every_case_to_decide_is_what_its_schemas_say() {
    let server = start(config());
    let (takes, gives) = (schema(&server, "decide-input"), schema(&server, "decide"));
    let mut lines = String::new();
    for entry in fs::read_dir(cases("testing")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let inputs = text.split("```json input\n").skip(1);
        for line in inputs.filter_map(|input| input.lines().next()) {
            let Ok(case) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            holds(&takes, &case, line);
            lines.push_str(line);
            lines.push('\n');
        }
    }
    lines.push_str("{\"id\":1,\"nonsense\":2}\n");
    let told = server.post("/api/v1/decide", lines.as_bytes());
    let mut seen = 0;
    for line in told.body.lines() {
        holds(&gives, &serde_json::from_str(line).unwrap(), line);
        seen += 1;
    }
    assert!(seen > 10, "{seen} lines");
}

/// What the schema takes and what the reader takes are the same, value by value.
#[test]
fn a_case_is_decided_if_and_only_if_its_schema_takes_it() {
    let server = start(config());
    let takes = schema(&server, "decide-input");
    let values = [
        "null",
        "true",
        "\"\"",
        "\"a\"",
        "0",
        "1",
        "5",
        "6",
        "20",
        "2.5",
        "-1",
        "101",
        "1e3",
        "\"0\"",
        "\"1\"",
        "\"6\"",
        "\"2.5\"",
        "\"20.0\"",
        "\" 1\"",
        "\"1,5\"",
        "\"-1\"",
        "\".5\"",
        "\"5.\"",
        "\"0+\"",
        "\"0/1+\"",
        "\"3+\"",
        "\"4+\"",
        "\"none\"",
        "\"faint_incomplete\"",
        "\"weak_moderate_complete\"",
        "\"moderate_intense_incomplete\"",
        "\"intense_complete\"",
        "\"dual\"",
        "\"single\"",
        "\"amplified\"",
        "\"not_amplified\"",
        "\"equivocal\"",
        "\"positive\"",
        "\"breast\"",
        "\"asco-cap-2013\"",
        "[]",
        "{}",
        "[\"3+\"]",
        "{\"a\":1}",
        "{\"cep17_total\":\"1\"}",
        "1000000000000",
        "\"1000000000000\"",
    ];
    let keys = [
        (
            "",
            "id edition invasive site ihc ish recount adjudicated_group nonsense",
        ),
        ("ihc", "score stain pct rejected nonsense"),
        (
            "ish",
            "assay ratio her2 cep17 cells her2_total cep17_total her2_cells cep17_cells observers same_tissue_as_ihc \
            interpretation rejected",
        ),
        (
            "recount",
            "ratio her2 cep17 cells her2_total blinded different_observer",
        ),
    ];
    let (mut cases, mut lines) = (vec!["[]".to_owned(), "7".to_owned()], String::new());
    for (part, keys) in keys {
        for key in keys.split_whitespace() {
            cases.extend(values.iter().map(|value| match part {
                "" => format!("{{\"{key}\":{value}}}"),
                part => format!("{{\"{part}\":{{\"{key}\":{value}}}}}"),
            }));
        }
    }
    for case in &cases {
        lines.push_str(case);
        lines.push('\n');
    }
    let told = server.post("/api/v1/decide", lines.as_bytes());
    let (mut told, mut differ) = (told.body.lines(), Vec::new());
    for case in &cases {
        let decided = !told.next().unwrap().starts_with("{\"error\"");
        let value: Value = serde_json::from_str(case).unwrap();
        // A schema does not know how a number is written.
        if case.contains("1e3") {
            continue;
        }
        if takes.is_valid(&value) != decided {
            differ.push(format!("{case}: decided {decided}"));
        }
    }
    assert_eq!(told.next(), None);
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn medicines_topics_and_monitoring_are_what_their_schemas_say() {
    let server = start(config());
    let drugs = server.get("/api/v1/drugs").json();
    let of_drugs = schema(&server, "drugs");
    holds(&of_drugs, &drugs, "drugs");
    let (monitored, page) = (schema(&server, "monitored"), schema(&server, "page"));
    let monitor = schema(&server, "monitor");
    for drug in drugs["medicines"].as_array().unwrap() {
        let id = drug["id"].as_str().unwrap();
        for rest in [
            "for=patient&as-of=2022-08-04",
            "lang=es&setting=early&weight=82.5",
        ] {
            let one = server.get(&format!("/api/v1/drugs/{id}?{rest}"));
            holds(&of_drugs, &one.json(), id);
        }
        for rest in [
            "",
            "&setting=early&start=2026-01-10&lvef=2026-01-02=62&lvef=2026-11-01=44&lln=50",
            "&lang=es&setting=metastatic&start=2025-01-10&end=2026-12-01&lvef=2025-01-02=62&lvef=2025-06-01=44&held=2025-06-02..2025-07-01&held=2026-10-01",
        ] {
            let path = format!("/api/v1/monitor?drugs={id}{rest}");
            let told = server.post(&path, b"");
            if told.status == 200 {
                holds(&monitor, &told.json(), &path);
                let patient = server.post(&format!("{path}&for=patient"), b"").json();
                holds(&page, &patient, &path);
                holds(&monitored, &patient, &path);
            }
        }
    }
    let names = server.get("/api/v1/editions").json();
    holds(&schema(&server, "editions"), &names, "editions");
    for topic in names["topics"].as_array().unwrap() {
        let topic = topic.as_str().unwrap();
        for lang in her2::languages() {
            let told = server.get(&format!("/api/v1/learn/{topic}?lang={lang}"));
            holds(&page, &told.json(), topic);
        }
    }
    for lang in her2::languages() {
        let told = server.get(&format!("/api/v1/learn?lang={lang}"));
        holds(&page, &told.json(), "topics");
    }
    holds(
        &schema(&server, "health"),
        &server.get("/healthz").json(),
        "health",
    );
    let problem = server.get("/nothing");
    problem.is_problem(404);
    let problem = serde_json::from_str(&problem.body).unwrap();
    holds(&schema(&server, "problem"), &problem, "problem");
}

#[test]
fn every_schema_is_one_and_refers_to_nothing_outside() {
    let server = start(config());
    let listed = server.get("/api/schemas").json();
    let listed = listed["schemas"].as_array().unwrap();
    assert!(listed.len() >= 18);
    for path in listed {
        let schema = server.get(path.as_str().unwrap()).json();
        assert!(jsonschema::meta::is_valid(&schema), "{path}");
        refers_within(&schema, path);
    }
    server.get("/api/schemas/nonsense.json").is_problem(404);
}

fn refers_within(value: &Value, what: &Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(to)) = map.get("$ref") {
                assert!(to.starts_with('#'), "{what} refers to {to}");
            }
            map.values().for_each(|value| refers_within(value, what));
        }
        Value::Array(list) => list.iter().for_each(|value| refers_within(value, what)),
        _ => {}
    }
}

#[test]
fn the_openapi_document_names_what_there_is() {
    let server = start(config());
    let openapi = server.get("/api/openapi.json").json();
    assert_eq!(openapi["openapi"], "3.1.0");
    refers_within(&openapi, &"openapi".into());
    let components = openapi["components"]["schemas"].as_object().unwrap();
    each_reference(&openapi, &mut |to| {
        let name = to.strip_prefix("#/components/schemas/").unwrap_or_default();
        assert!(components.contains_key(name), "{to} leads nowhere");
    });
    let paths = openapi["paths"].as_object().unwrap();
    for path in [
        "/cds-services",
        "/cds-services/her2-testing",
        "/cds-services/her2-testing-order-sign",
        "/cds-services/her2-monitoring/feedback",
        "/fhir/metadata",
        "/fhir/$her2-status",
        "/fhir/$her2-plan",
        "/fhir/$her2-check",
    ] {
        assert!(paths.contains_key(path), "{path}");
    }
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().unwrap() {
            let line = format!("{} {}", method.to_uppercase(), path.replace(['{', '}'], ""));
            let told = server.ask(&line, &[], b"");
            assert_ne!(told.status, 405, "{line}");
            let status = told.status.to_string();
            assert!(
                operation["responses"][&status].is_object(),
                "{line} gave {status}"
            );
            // What stands as an example is answered, and as the document says.
            let kinds = operation["requestBody"]["content"].as_object();
            for (kind, content) in kinds.into_iter().flatten() {
                let example = &content["example"];
                if example.is_null() {
                    continue;
                }
                let kind = format!("content-type: {kind}");
                let told = server.ask(&line, &[&kind], example.to_string().as_bytes());
                assert_eq!(told.status, 200, "{line}: {}", told.body);
                let taken = within(&openapi, &content["schema"]);
                holds(&taken, example, &line);
                let mut answers = operation["responses"]["200"]["content"]
                    .as_object()
                    .into_iter()
                    .flatten();
                if let Some((_, answer)) = answers.next() {
                    holds(&within(&openapi, &answer["schema"]), &told.json(), &line);
                }
            }
        }
    }
}

/// A schema of the document, with what it refers to.
fn within(openapi: &Value, schema: &Value) -> Validator {
    let mut whole = schema.clone();
    whole["components"] = openapi["components"].clone();
    jsonschema::draft202012::new(&whole).unwrap()
}

fn each_reference(value: &Value, each: &mut dyn FnMut(&str)) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(to)) = map.get("$ref") {
                each(to);
            }
            map.values().for_each(|value| each_reference(value, each));
        }
        Value::Array(list) => list.iter().for_each(|value| each_reference(value, each)),
        _ => {}
    }
}
