//! What is asked: a whole request of CDS Hooks made from a worked case, and the page.

use super::client::{Load, answer};
use serde_json::{Map, Value, json};
use std::io::BufReader;
use std::net::{SocketAddr, TcpStream};

const SERVICE: &str = "her2-testing";

/// A request to the service about testing, with everything it asks to be fetched before.
pub fn hooks(address: SocketAddr) -> Result<Load, String> {
    let service = service(address)?;
    let patient = bundle()?;
    let mut fetched = Map::new();
    let queries = service["prefetch"].as_object();
    for (key, query) in queries.into_iter().flatten() {
        let kind = query.as_str().unwrap_or_default();
        let kind = kind.split(['?', '/']).next().unwrap_or_default();
        fetched.insert(key.clone(), of_kind(&patient, kind, key == "patient"));
    }
    let request = json!({
        "hook": service["hook"],
        "hookInstance": "6a7bd9f2-3c39-4f0e-9f0f-2a5b1f9f6f10",
        "context": {"userId": "Practitioner/bench", "patientId": fetched["patient"]["id"]},
        "prefetch": fetched,
    });
    Ok(Load::post(
        "a full answer of CDS Hooks",
        &format!("/cds-services/{SERVICE}"),
        "application/json",
        request.to_string().into_bytes(),
    ))
}

fn service(address: SocketAddr) -> Result<Value, String> {
    let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
    let asked = b"GET /cds-services HTTP/1.1\r\nhost: bench\r\n\r\n";
    let (status, body) =
        answer(&mut BufReader::new(stream), asked).map_err(|error| error.to_string())?;
    let told: Value = serde_json::from_slice(&body).unwrap_or_default();
    let services = told["services"].as_array().into_iter().flatten();
    services
        .filter(|service| service["id"] == SERVICE)
        .find(|service| service["prefetch"].is_object())
        .cloned()
        .ok_or_else(|| format!("there is no service {SERVICE} (status {status})"))
}

fn bundle() -> Result<Value, String> {
    let file = crate::root().join("cases/records/fhir/course.json");
    let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_slice(&bytes).map_err(|error| error.to_string())
}

/// The resources of a kind: one as it is, several as the answer to a search.
fn of_kind(bundle: &Value, kind: &str, alone: bool) -> Value {
    let entries = bundle["entry"].as_array().into_iter().flatten();
    let mut found: Vec<Value> = entries
        .filter(|entry| entry["resource"]["resourceType"] == kind)
        .map(|entry| json!({"resource": entry["resource"]}))
        .collect();
    if alone {
        return found
            .pop()
            .map_or(Value::Null, |mut of| of["resource"].take());
    }
    json!({"resourceType": "Bundle", "type": "searchset", "total": found.len(), "entry": found})
}

/// The page of a pasted report.
pub fn page(report: &[u8]) -> Load {
    const CUT: &str = "her2-bench-cut";
    let head = format!("--{CUT}\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\n");
    let foot = format!("\r\n--{CUT}--\r\n");
    Load::post(
        "the page of a pasted report",
        "/record",
        &format!("multipart/form-data; boundary={CUT}"),
        [head.as_bytes(), report, foot.as_bytes()].concat(),
    )
}
