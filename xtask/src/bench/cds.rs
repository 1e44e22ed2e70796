//! Cards of CDS Hooks, from the text of a request to the text of its answer, on one core and on all.

use super::clock::median_rate;
use jiff::civil::date;
use serde_json::{Value, json};

/// How many observations that do not matter stand beside those that do.
const OTHERS: [usize; 2] = [0, 100];

/// Prints the rate of each kind of request, and the time of one answer.
pub fn run() -> Result<(), String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{:<44}{:>8}{:>14}{:>14}{:>10}",
        "", "cores", "answers/s", "us/answer", "bytes"
    );
    for others in OTHERS {
        for (service, request) in [
            ("her2-testing", view(others)),
            ("her2-monitoring", select(others)),
        ] {
            let text = request.to_string();
            let today = date(2026, 11, 22);
            let answer = her2_server::cards(service, text.as_bytes(), today);
            let cards = answer.ok_or_else(|| format!("{service} refuses the request"))?;
            if !cards.contains("\"uuid\"") {
                return Err(format!("{service} has no card for the request"));
            }
            for cores in [1, cores] {
                let texts = vec![text.clone(); cores * 256];
                let rate = median_rate(cores, &texts, |text| {
                    her2_server::cards(service, text.as_bytes(), today).map_or(0, |of| of.len())
                });
                let micros = cores as f64 * 1e6 / rate.per_second;
                println!(
                    "{:<44}{cores:>8}{:>14.0}{micros:>14.0}{:>10}",
                    format!("{service}, {others} other observations"),
                    rate.per_second,
                    text.len(),
                );
            }
        }
    }
    Ok(())
}

fn observation(id: &str, code: &str, day: &str, value: Value) -> Value {
    let mut of = json!({
        "resourceType": "Observation", "id": id, "status": "final", "subject": {"reference": "Patient/p"},
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]}, "effectiveDateTime": day,
    });
    let members = value.as_object().cloned().unwrap_or_default();
    members.into_iter().for_each(|(key, value)| of[key] = value);
    of
}

fn bundle(resources: &[Value]) -> Value {
    let entries: Vec<Value> = resources.iter().map(|of| json!({"resource": of})).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "entry": entries})
}

fn quantity(value: &str, unit: &str) -> Value {
    json!({"valueQuantity": {"value": value.parse::<f64>().unwrap_or_default(), "unit": unit, "code": unit,
        "system": "http://unitsofmeasure.org"}})
}

/// One patient with two results, an ejection fraction, a therapy, and so many observations that do not matter.
fn prefetch(others: usize) -> Value {
    let mut observations = vec![
        observation("a", "85319-2", "2026-01-12", json!({"valueString": "2+"})),
        observation("b", "49683-3", "2026-01-20", quantity("2.8", "{ratio}")),
        observation("c", "10230-1", "2026-04-20", quantity("62", "%")),
        observation("d", "10230-1", "2026-11-10", quantity("44", "%")),
    ];
    observations.extend((0..others).map(|at| {
        observation(
            &format!("o{at}"),
            "718-7",
            "2026-03-01",
            quantity("13.1", "g/dL"),
        )
    }));
    let patient = json!({"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1961-04-02"});
    let condition = json!({"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
        "onsetDateTime": "2026-01-10",
        "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C50.412"}]}});
    json!({
        "patient": patient, "observations": bundle(&observations), "reports": bundle(&[]),
        "conditions": bundle(&[condition]), "procedures": null,
        "medicationRequests": bundle(&[medicine("g", "active", Some("2026-05-01"))]),
    })
}

fn medicine(id: &str, status: &str, since: Option<&str>) -> Value {
    let mut of = json!({"resourceType": "MedicationRequest", "id": id, "status": status, "intent": "order",
        "subject": {"reference": "Patient/p"}, "medicationCodeableConcept": {"text": "trastuzumab"}});
    if let Some(since) = since {
        of["authoredOn"] = json!(since);
    }
    of
}

const INSTANCE: &str = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";

fn view(others: usize) -> Value {
    json!({"hook": "patient-view", "hookInstance": INSTANCE, "prefetch": prefetch(others),
        "context": {"userId": "Practitioner/1", "patientId": "p"}})
}

fn select(others: usize) -> Value {
    let draft = bundle(&[medicine("m", "draft", None)]);
    json!({"hook": "order-select", "hookInstance": INSTANCE, "prefetch": prefetch(others),
        "context": {"userId": "Practitioner/1", "patientId": "p", "selections": ["MedicationRequest/m"],
            "draftOrders": draft}})
}
