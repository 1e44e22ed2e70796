//! The JSON API: the same documents as the command line, and refusals that say what to do.

use crate::client::{Running, cases, config, form, report, start};
use serde_json::Value;
use std::fs;

const CASE: &str = r#"{"id":"e4","ish":{"assay":"dual","ratio":"2.3","her2":"3.2","cells":20}}"#;

#[test]
fn read_is_what_the_front_door_reads() {
    let server = start(config());
    let bytes = report("positive-3plus.txt");
    let told = server.post("/api/v1/read", &bytes);
    assert_eq!(told.header("content-type"), Some("application/json"));
    assert_eq!(told.body.trim_end(), her2::read("record", &bytes).json());
    assert_eq!(told.json()["her2_status"], "positive");
}

#[test]
fn explain_is_the_document_of_the_command_line_in_every_form() {
    let server = start(config());
    let bytes = report("group-2-open.txt");
    let reading = her2::read("record", &bytes);
    let decided = reading.decide(jiff::civil::date(2026, 11, 22), None);
    let patient = decided.patient("en").unwrap();
    let clinician = decided.clinician("en").unwrap();
    let asked = |path: &str, accept: &str| {
        let accept = format!("accept: {accept}");
        server.ask(&format!("POST {path}"), &[&accept], &bytes)
    };
    let path = "/api/v1/explain";
    assert_eq!(
        asked(path, "application/json").body.trim_end(),
        patient.json()
    );
    assert_eq!(
        asked(path, "text/html").body.trim_end(),
        patient.html().trim_end()
    );
    let path = "/api/v1/explain?for=clinician&edition=asco-cap-2018";
    assert_eq!(asked(path, "*/*").body.trim_end(), clinician.json());
    assert_eq!(
        asked(path, "text/plain").body.trim_end(),
        clinician.text(80, false).trim_end()
    );
    asked(path, "image/png").is_problem(406);
}

#[test]
fn decide_takes_lines_or_one_case() {
    let server = start(config());
    let lines = format!("{CASE}\n\n{{\"id\":\"x\",\"nonsense\":1}}\n{CASE}\n");
    let told = server.post("/api/v1/decide", lines.as_bytes());
    assert_eq!(told.header("content-type"), Some("application/x-ndjson"));
    let lines: Vec<Value> = (told.body.lines())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["status"], "PENDING");
    assert_eq!(lines[1]["error"]["line"], 3);
    assert_eq!(lines.len(), 3);
    let json = ["accept: application/json"];
    let pretty = CASE.replace(',', ",\n");
    let one = server.ask("POST /api/v1/decide", &json, pretty.as_bytes());
    assert_eq!(one.json()["group"], 2);
    let wrong = server.ask("POST /api/v1/decide", &json, b"{\"nonsense\":1}");
    wrong.is_problem(422);
    assert!(
        wrong.body.contains("nonsense"),
        "the key is named: {}",
        wrong.body
    );
    server.post("/api/v1/decide", b"\n \n").is_problem(422);
}

#[test]
fn what_is_said_to_be_json_is_one_whole_of_it() {
    let server = start(config());
    let said = ["content-type: application/json; charset=utf-8"];
    let ask = |path: &str, body: &[u8]| server.ask(&format!("POST {path}"), &said, body);
    let pretty = CASE.replace(',', ",\n");
    let one = ask("/api/v1/decide", pretty.as_bytes());
    assert_eq!(one.header("content-type"), Some("application/x-ndjson"));
    assert_eq!(one.json()["group"], 2);
    for wrong in [
        &b"gt"[..],
        b"[]",
        b"{",
        b"7",
        b"\"a\"",
        b"{\"ihc\":[\"3+\"]}",
    ] {
        ask("/api/v1/decide", wrong).is_problem(422);
        ask("/api/v1/plan", wrong).is_problem(422);
    }
    ask("/api/v1/explain", b"FINAL DIAGNOSIS: breast, HER2 3+").is_problem(422);
    let bundle = b"{\"resourceType\":\"Bundle\",\"type\":\"collection\"}";
    assert_eq!(ask("/api/v1/read", bundle).status, 200);
}

#[test]
fn check_tells_lines_or_sarif() {
    let server = start(config());
    let bytes = report("group-2-open.txt");
    let lines = server.post("/api/v1/check", &bytes);
    let codes: Vec<Value> = (lines.body.lines())
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["code"].clone())
        .collect();
    assert!(
        codes.contains(&"ish-group-2-to-4-without-ihc".into()),
        "{codes:?}"
    );
    let sarif = ["accept: application/sarif+json"];
    let sarif = server.ask("POST /api/v1/check", &sarif, &bytes).json();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(!sarif["runs"][0]["results"].as_array().unwrap().is_empty());
}

#[test]
fn plan_takes_a_record_or_a_case_and_answers() {
    let server = start(config());
    let case = br#"{"her2-category":"HER2_POSITIVE","setting":"metastatic","line":"first"}"#;
    let plan = server.post("/api/v1/plan", case).json();
    assert_eq!(plan["waiting_for_her2"], false);
    let path = "/api/v1/plan?answer=setting=metastatic&answer=line=first&weight=82.5";
    let of_record = server.post(path, &report("positive-3plus.txt")).json();
    let situation = of_record["situation"].to_string();
    assert!(situation.contains("metastatic") && situation.contains("82.5"));
    server
        .post("/api/v1/plan?answer=nonsense=1", case)
        .is_problem(422);
    server.post("/api/v1/plan?weight=7", case).is_problem(400);
    server
        .post("/api/v1/plan", b"{\"nonsense\":1}")
        .is_problem(422);
    assert!(server.get("/api/v1/plan/template").json().is_object());
}

#[test]
fn monitor_takes_fields_alone() {
    let server = start(config());
    let medicine = her2_known(&server);
    let path = format!(
        "/api/v1/monitor?drugs={medicine}&setting=early&start=2026-06-01&lvef=2026-05-20=62&lvef=2026-11-01=44&lln=50"
    );
    let plan = server.post(&path, b"").json();
    assert_eq!(plan["lvef"]["drop"], "18");
    let calendar = ["accept: text/calendar"];
    let calendar = server.ask(&format!("POST {path}"), &calendar, b"");
    assert!(
        calendar.body.starts_with("BEGIN:VCALENDAR"),
        "{}",
        calendar.body
    );
    server.post("/api/v1/monitor", b"").is_problem(422);
    server
        .post("/api/v1/monitor?drugs=nonsense", b"")
        .is_problem(422);
}

fn her2_known(server: &Running) -> String {
    let drugs = server
        .get("/api/v1/drugs?for=clinician&her2=positive")
        .json();
    drugs["medicines"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn drugs_and_topics_go_by_name() {
    let server = start(config());
    let medicine = her2_known(&server);
    let one = server.get(&format!("/api/v1/drugs/{medicine}")).json();
    assert_eq!(one["medicines"].as_array().unwrap().len(), 1);
    server.get("/api/v1/drugs/nonsense").is_problem(404);
    let csv = server.ask("GET /api/v1/drugs", &["accept: text/csv"], b"");
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    let topics = server.get("/api/v1/editions").json();
    for topic in topics["topics"].as_array().unwrap() {
        let page = server.get(&format!("/api/v1/learn/{}", topic.as_str().unwrap()));
        assert_eq!(page.json()["lang"], "en");
    }
    server.get("/api/v1/learn/nonsense").is_problem(404);
}

#[test]
fn convert_writes_every_format_and_names_what_has_no_place() {
    let server = start(config());
    let bytes = report("positive-3plus.txt");
    for (to, kind) in [
        ("fhir", "application/fhir+json"),
        ("json", "application/x-ndjson"),
        ("csv", "text/csv; charset=utf-8"),
        ("hl7v2", "x-application/hl7-v2+er7"),
        ("naaccr", "application/xml"),
        ("text", "text/plain; charset=utf-8"),
    ] {
        let told = server.post(&format!("/api/v1/convert?to={to}"), &bytes);
        assert_eq!(told.status, 200, "{to}: {}", told.body);
        assert_eq!(told.header("content-type"), Some(kind));
        let again = server.post("/api/v1/read", told.body.as_bytes());
        assert!(
            to == "json" || again.json()["her2_status"] == "positive",
            "{to}: {}",
            again.body
        );
    }
    let csv = server.post("/api/v1/convert?to=csv", &bytes);
    assert!(csv.header("her2-not-expressed").is_some());
    server.post("/api/v1/convert", &bytes).is_problem(400);
    server
        .post("/api/v1/convert?to=pdf", &bytes)
        .is_problem(400);
}

#[test]
fn files_sent_together_are_of_one_patient_or_refused() {
    let server = start(config());
    let folder = cases("records/fhir");
    let course = fs::read(folder.join("course.json")).unwrap();
    let text = report("positive-3plus.txt");
    let (kind, body) = form(&[("a.txt", &text), ("b.txt", &report("pending.txt"))], &[]);
    let together = server.ask("POST /api/v1/read", &[&kind], &body);
    assert_eq!(together.json()["records"], 2);
    let (kind, body) = form(
        &[("a.json", &course), ("b.txt", &text)],
        &[("for", "clinician")],
    );
    let told = server.ask("POST /api/v1/explain", &[&kind], &body).json();
    assert!(
        told["specimens"].is_array(),
        "the field of the form was read"
    );
    let hl7 = |id: &str| {
        format!(
            "MSH|^~\\&|LAB|LAB|||20260101||ORU^R01|1|P|2.5.1\rPID|1||{id}^^^LAB^MR\rOBR|1|||22637-3^Pathology^LN\rOBX|1|TX|22637-3^Pathology^LN||Left breast, core biopsy: invasive carcinoma. HER2 IHC 3+.||||||F\r"
        )
    };
    let (one, other) = (hl7("1"), hl7("2"));
    let files: [(&str, &[u8]); 2] = [("a.hl7", one.as_bytes()), ("b.hl7", other.as_bytes())];
    let (kind, body) = form(&files, &[]);
    let refused = server.ask("POST /api/v1/read", &[&kind], &body);
    refused.is_problem(422);
    assert!(refused.body.contains("even-so"));
    let (kind, body) = form(&files, &[("even-so", "yes")]);
    assert_eq!(
        server.ask("POST /api/v1/read", &[&kind], &body).json()["records"],
        2
    );
}

#[test]
fn several_patients_are_told_a_line_each() {
    let server = start(config());
    let bulk = fs::read(cases("records/fhir/bulk.ndjson")).unwrap();
    server.post("/api/v1/read", &bulk).is_problem(422);
    let lines = ["accept: application/x-ndjson"];
    let told = server.ask("POST /api/v1/read", &lines, &bulk);
    assert!(told.body.lines().count() > 1);
    let told = server.ask("POST /api/v1/explain?for=clinician", &lines, &bulk);
    assert!(told.body.lines().count() > 1);
}

#[test]
fn fields_that_are_not_there_are_refused_without_their_values() {
    let server = start(config());
    let bytes = report("pending.txt");
    for path in [
        "/api/v1/read?lang=en",
        "/api/v1/explain?for=zyxwilda",
        "/api/v1/explain?lang=zyxwilda",
        "/api/v1/explain?as-of=zyxwilda",
        "/api/v1/explain?as-of=2026-11-22T00:00:00Z",
        "/api/v1/explain?edition=zyxwilda",
        "/api/v1/explain?zyxwilda=1",
        "/api/v1/explain?lang=en&lang=en",
    ] {
        let told = server.post(path, &bytes);
        told.is_problem(400);
        assert!(!told.body.contains("zyxwilda"), "{}", told.body);
    }
}

#[test]
fn what_is_no_record_is_told_what_it_may_be() {
    let server = start(config());
    server.post("/api/v1/read", b"").is_problem(422);
    let json = server.post("/api/v1/read", CASE.as_bytes());
    json.is_problem(422);
    assert!(json.body.contains("/api/v1/decide"));
    let html = ["accept: text/html"];
    server
        .ask("POST /api/v1/explain", &html, b"a letter about a garden")
        .is_problem(422);
    server
        .ask(
            "POST /api/v1/read",
            &["content-type: multipart/form-data"],
            b"x",
        )
        .is_problem(400);
    assert_eq!(server.get("/api/v1/read").status, 405);
    assert_eq!(server.get("/api/v1/read").header("allow"), Some("post"));
}

#[test]
fn bombs_are_problems_and_no_end() {
    let server = start(config());
    let mut laughs = String::from("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
    for n in 1..10 {
        let before = format!("&l{};", n - 1).repeat(10);
        laughs.push_str(&format!("<!ENTITY l{n} \"{before}\">"));
    }
    laughs.push_str("]><NaaccrData baseDictionaryUri=\"x\"><Patient>&l9;</Patient></NaaccrData>");
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><NaaccrData><Patient><Item naaccrId=\"x\">&x;</Item></Patient></NaaccrData>";
    let deep_xml = format!("<NaaccrData>{}", "<a>".repeat(200_000));
    let deep_json = format!(
        "{{\"resourceType\":\"Bundle\",\"entry\":{}",
        "[".repeat(200_000)
    );
    let deep_case = format!("{{\"setting\":{}", "[".repeat(200_000));
    let packed = packed_zeros();
    let bombs: [&[u8]; 6] = [
        laughs.as_bytes(),
        outside.as_bytes(),
        deep_xml.as_bytes(),
        deep_json.as_bytes(),
        deep_case.as_bytes(),
        &packed,
    ];
    for (at, bomb) in bombs.iter().enumerate() {
        for path in [
            "read",
            "explain",
            "check",
            "plan",
            "convert?to=fhir",
            "monitor",
            "decide",
        ] {
            let told = server.post(&format!("/api/v1/{path}"), bomb);
            assert!(
                told.status == 200 || told.status == 422,
                "bomb {at} at {path}: {} {}",
                told.status,
                told.body
            );
            assert!(!told.body.contains("root:") && told.body.len() < 4_000_000);
        }
    }
    assert_eq!(server.get("/healthz").status, 200);
}

/// A gzip file of one gigabyte of zeros, as stored blocks of distance one would unpack it.
fn packed_zeros() -> Vec<u8> {
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..256 {
        packed.write_all(&zeros).unwrap();
    }
    packed.finish().unwrap()
}
