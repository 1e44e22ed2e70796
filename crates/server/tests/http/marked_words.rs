//! T5: words of a record never reach the log, the counters, a refusal, or another answer, whatever is done with it and however it fails.

use crate::client::{Running, config, form, log, start};

/// One invented identifier for each class of 45 CFR 164.514(b)(2), and one rare sentence.
const MARKED: [&str; 19] = [
    "Zyxwilda Quonkmarker",
    "77 Marzipanweg",
    "17.03.1947",
    "+1-555-0199-7731",
    "fax 555-0188-4242",
    "zyxwilda@quonk.example",
    "SSN 078-05-1120-QX",
    "MRN QX-44871-ZZ",
    "PLAN-QX-90210-B",
    "ACCT-QX-5550-17",
    "LIC-QX-771-PATH",
    "QX-PLATE-4471",
    "DEV-QX-SERIAL-9",
    "https://quonk.example/qx",
    "10.77.88.99",
    "FINGER-QX-LOOP",
    "PHOTO-QX-FACE.png",
    "ACCESSION-QX-8812",
    "the violet heron sang over seven marzipan bridges",
];
const PARTS: [&str; 7] = [
    "Zyxwilda", "Quonk", "QX-", "-QX", "marzipan", "Marzipan", "heron",
];

#[track_caller]
fn is_quiet(told: &str, what: &str) {
    for word in MARKED.iter().chain(&PARTS) {
        assert!(!told.contains(word), "{what} says {word:?}");
    }
}

/// A record of each format with every marked word in it, and some that are broken.
fn records() -> Vec<(&'static str, Vec<u8>)> {
    let words = MARKED.join(" ");
    let report = format!(
        "SURGICAL PATHOLOGY\nPatient: {words}\nLeft breast, core biopsy {words}: invasive ductal carcinoma, grade 2.\nHER2 by IHC: equivocal (score 2+) {words}.\nEstrogen receptor: positive (90 %). {words}\n"
    );
    let json = serde_json::json!(words);
    let fhir = serde_json::json!({"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": {"resourceType": "Patient", "id": "p", "name": [{"text": words}], "identifier": [{"system": MARKED[13], "value": MARKED[7]}],
            "telecom": [{"value": MARKED[3]}], "address": [{"text": MARKED[1]}], "birthDate": "1947-03-17"}},
        {"resource": {"resourceType": "Observation", "id": MARKED[17], "status": "final", "subject": {"reference": "Patient/p"},
            "code": {"coding": [{"system": "http://loinc.org", "code": "85319-2"}], "text": words}, "valueString": "2+", "note": [{"text": words}]}},
        {"resource": {"resourceType": "DiagnosticReport", "id": "r", "status": "final", "subject": {"reference": "Patient/p"},
            "code": {"text": words}, "conclusion": report}},
    ]});
    let hl7 = format!(
        "MSH|^~\\&|{words}|LAB|||20260101||ORU^R01|QX-1|P|2.5.1\rPID|1||QX-44871^^^LAB^MR||Quonkmarker^Zyxwilda||19470317|F|||{}\rOBR|1|||22637-3^Pathology^LN\rOBX|1|TX|22637-3^{words}^LN||Left breast, core biopsy: invasive carcinoma. HER2 IHC 2+. {words}||||||F\r",
        MARKED[1]
    );
    let naaccr = format!(
        "<?xml version=\"1.0\"?><NaaccrData baseDictionaryUri=\"http://naaccr.org/naaccrxml/naaccr-dictionary-250.xml\" recordType=\"A\" specificationVersion=\"1.8\"><Patient><Item naaccrId=\"patientIdNumber\">QX-44871</Item><Item naaccrId=\"nameLast\">Quonkmarker</Item><Tumor><Item naaccrId=\"primarySite\">C504</Item><Item naaccrId=\"her2OverallSummary\">1</Item><Item naaccrId=\"textPathFormalDx\">{words}</Item></Tumor></Patient></NaaccrData>"
    );
    let csv = format!(
        "patient,her2-ihc-score,{}\n\"{words}\",2+,\"{words}\"\n",
        MARKED[16]
    );
    let case = format!("{{\"setting\":\"metastatic\",\"{}\":{json}}}", MARKED[0]);
    let wrong = format!("{{\"setting\":{json},\"line\":{json}}}");
    let lines = format!(
        "{{\"id\":{json},\"ihc\":{{\"score\":\"2+\"}}}}\n{{\"id\":\"a\",\"ihc\":{{\"score\":{json}}}}}\n{{{json}:1}}\n{words}\n"
    );
    let mut binary = vec![0_u8, 1, 2, 0, 255, 254];
    binary.extend_from_slice(words.as_bytes());
    let cut = fhir.to_string();
    let cut = cut[..cut.len() - 40].to_owned();
    vec![
        ("text", report.clone().into_bytes()),
        ("pdf", pdf(&report)),
        ("fhir", fhir.to_string().into_bytes()),
        ("cut fhir", cut.into_bytes()),
        ("hl7", hl7.into_bytes()),
        ("naaccr", naaccr.clone().into_bytes()),
        ("broken naaccr", naaccr.replace("</Tumor>", "").into_bytes()),
        ("csv", csv.into_bytes()),
        ("case", case.into_bytes()),
        ("wrong case", wrong.into_bytes()),
        ("lines", lines.into_bytes()),
        ("binary", binary),
        (
            "no report",
            format!("{words} a letter about a garden").into_bytes(),
        ),
    ]
}

/// A PDF of one page with these lines.
fn pdf(text: &str) -> Vec<u8> {
    let escaped = |line: &str| {
        line.replace('\\', "\\\\")
            .replace('(', "\\(")
            .replace(')', "\\)")
    };
    let lines: String = text
        .lines()
        .map(|line| format!("({}) Tj T*\n", escaped(line)))
        .collect();
    let content = format!("BT /F1 10 Tf 12 TL 40 780 Td\n{lines}ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = out.len();
    out.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    out.into_bytes()
}

const ROUTES: [&str; 22] = [
    "/api/v1/read",
    "/api/v1/explain",
    "/api/v1/explain?for=clinician",
    "/api/v1/check",
    "/api/v1/plan",
    "/api/v1/plan?prognosis=yes",
    "/api/v1/monitor",
    "/api/v1/decide",
    "/api/v1/convert?to=fhir",
    "/api/v1/convert?to=csv&identifiers=yes",
    "/api/v1/convert?to=naaccr",
    "/",
    "/es/",
    "/clinician",
    "/plan",
    "/fhir/$her2-status",
    "/fhir/$her2-plan",
    "/cds-services/her2-testing",
    "/cds-services/her2-monitoring",
    "/cds-services/her2-testing/feedback",
    "/test/panic",
    "/test/panic-at-work",
];

/// Everything that others can see after a record was sent.
fn look_around(server: &Running, what: &str) {
    for other in [
        server.get("/metrics"),
        server.get("/healthz"),
        server.get("/nothing"),
        server.post("/api/v1/read", b""),
        server.post("/api/v1/plan", b"{\"nonsense\":1}"),
        server.post("/test/panic", b""),
        server.get("/api/v1/learn/nonsense"),
    ] {
        is_quiet(&other.body, &format!("another answer after {what}"));
        is_quiet(&other.head, &format!("another head after {what}"));
    }
}

#[test]
fn t5_words_of_a_record_reach_no_log_no_counter_and_no_refusal() {
    let server = start(config());
    let names: String = MARKED[17].to_owned();
    for (kind, bytes) in records() {
        for route in ROUTES {
            let what = format!("{kind} at {route}");
            let (form_kind, form_body) = form(&[(&names, &bytes)], &[]);
            let both = form(
                &[(&names, &bytes), (MARKED[16], &bytes)],
                &[("text", MARKED[18])],
            );
            let types = [
                "text/plain",
                "application/json",
                "application/x-www-form-urlencoded",
            ];
            let mut told = Vec::new();
            for of_type in types {
                let head = format!("content-type: {of_type}");
                told.push(server.ask(&format!("POST {route}"), &[&head], &bytes));
            }
            told.push(server.ask(&format!("POST {route}"), &[&form_kind], &form_body));
            told.push(server.ask(&format!("POST {route}"), &[&both.0], &both.1));
            for answer in told {
                is_quiet(&answer.head, &format!("the head of {what}"));
                if answer.header("content-type") == Some("application/problem+json") {
                    is_quiet(&answer.body, &format!("the refusal of {what}"));
                }
            }
        }
        look_around(&server, kind);
        is_quiet(&log(), &format!("the log after {kind}"));
    }
    assert!(
        log().contains("a fault of the program"),
        "the panics were told, by their place"
    );
}

#[test]
fn t5_words_in_an_address_or_a_head_reach_no_log() {
    let server = start(config());
    let word = "Zyxwilda-Quonkmarker-QX-44871";
    for line in [
        format!("GET /{word}"),
        format!("GET /?name={word}"),
        format!("GET /api/v1/learn/{word}"),
        format!("GET /api/v1/drugs/{word}"),
        format!("GET /api/v1/drugs?{word}=1"),
        format!("GET /api/v1/drugs?her2={word}"),
        format!("POST /api/v1/plan?answer={word}={word}"),
        format!("POST /api/v1/plan?case={word}"),
        format!("POST /api/v1/monitor?drugs={word}&lvef={word}&held={word}&lln={word}"),
        format!("GET /cds-services/{word}"),
        format!("GET /api/schemas/{word}"),
        format!("{word} /healthz"),
    ] {
        let head = [
            format!("user-agent: {word}"),
            format!("authorization: Bearer {word}"),
            format!("referer: https://{word}.example"),
            format!("cookie: a={word}"),
            format!("x-forwarded-for: {word}"),
            format!("x-request-id: {word}"),
            format!("accept: {word}"),
        ];
        let head: Vec<&str> = head.iter().map(String::as_str).collect();
        let told = server.ask(&line, &head, b"{}");
        is_quiet(&told.head, &line);
        is_quiet(&told.body, &line);
        server.ask(&line, &[], b"{}");
    }
    server.raw(format!("GET /{word} HTTP/1.1\r\n{word}\r\n\r\n").as_bytes());
    look_around(&server, "addresses");
    is_quiet(&log(), "the log");
}
