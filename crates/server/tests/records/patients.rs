//! Invented patients, and the requests about them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

pub const INSTANCE: &str = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";

pub fn patient() -> Value {
    json!({"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1961-04-02",
        "name": [{"family": "Zzyzxmarked", "given": ["Quux"]}]})
}

pub fn bundle(resources: &[Value]) -> Value {
    let entries: Vec<Value> = resources.iter().map(|of| json!({"resource": of})).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "entry": entries})
}

pub fn condition(onset: &str) -> Value {
    json!({"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"}, "onsetDateTime": onset,
        "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C50.412"}]}})
}

fn observation(id: &str, code: &str, day: &str, rest: Value) -> Value {
    let mut of = json!({"resourceType": "Observation", "id": id, "status": "final", "subject": {"reference": "Patient/p"},
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]}, "effectiveDateTime": day});
    for (key, value) in rest.as_object().expect("an object") {
        of[key] = value.clone();
    }
    of
}

/// A score of immunohistochemistry.
pub fn score(id: &str, day: &str, score: &str) -> Value {
    observation(id, "85319-2", day, json!({"valueString": score}))
}

/// An ejection fraction.
pub fn lvef(id: &str, day: &str, percent: u32) -> Value {
    let quantity =
        json!({"value": percent, "unit": "%", "system": "http://unitsofmeasure.org", "code": "%"});
    observation(id, "10230-1", day, json!({"valueQuantity": quantity}))
}

/// A medicine that is given since that day.
pub fn given(id: &str, name: &str, since: &str) -> Value {
    json!({"resourceType": "MedicationRequest", "id": id, "status": "active", "intent": "order",
        "subject": {"reference": "Patient/p"}, "authoredOn": since, "medicationCodeableConcept": {"text": name}})
}

/// An order that is being written.
pub fn draft(id: &str, name: &str) -> Value {
    json!({"resourceType": "MedicationRequest", "id": id, "status": "draft", "intent": "order",
        "subject": {"reference": "Patient/p"}, "medicationCodeableConcept": {"text": name}})
}

/// The same by the code of an ingredient.
pub fn draft_coded(id: &str, code: &str) -> Value {
    let coding = json!({"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": code});
    json!({"resourceType": "MedicationRequest", "id": id, "status": "draft", "intent": "order",
        "subject": {"reference": "Patient/p"}, "medicationCodeableConcept": {"coding": [coding]}})
}

/// A report in text.
pub fn report(text: &[u8], day: &str) -> Value {
    json!({"resourceType": "DiagnosticReport", "id": "r", "status": "final", "subject": {"reference": "Patient/p"},
        "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": "PAT"}]}],
        "code": {"text": "Surgical pathology report"}, "effectiveDateTime": day,
        "presentedForm": [{"contentType": "text/plain", "data": STANDARD.encode(text)}]})
}

/// Sorts resources into the answers to the prefetch queries.
pub fn prefetch(resources: &[Value]) -> Value {
    let of = |kind: &str| {
        let found: Vec<Value> = resources
            .iter()
            .filter(|of| of["resourceType"] == kind)
            .cloned()
            .collect();
        bundle(&found)
    };
    json!({
        "patient": resources.iter().find(|of| of["resourceType"] == "Patient").cloned().unwrap_or_else(patient),
        "observations": of("Observation"),
        "reports": of("DiagnosticReport"),
        "conditions": of("Condition"),
        "procedures": of("Procedure"),
        "specimens": of("Specimen"),
        "medicationRequests": of("MedicationRequest"),
        "medicationAdministrations": of("MedicationAdministration"),
        "medicationStatements": of("MedicationStatement"),
    })
}

pub fn view(resources: &[Value]) -> Value {
    json!({"hook": "patient-view", "hookInstance": INSTANCE, "context": {"userId": "Practitioner/1", "patientId": "p"},
        "prefetch": prefetch(resources)})
}

pub fn select(drafts: &[Value], resources: &[Value]) -> Value {
    let selections: Vec<String> = drafts
        .iter()
        .map(|of| format!("MedicationRequest/{}", of["id"].as_str().expect("an id")))
        .collect();
    json!({"hook": "order-select", "hookInstance": INSTANCE, "prefetch": prefetch(resources),
        "context": {"userId": "Practitioner/1", "patientId": "p", "selections": selections, "draftOrders": bundle(drafts)}})
}

pub fn sign(drafts: &[Value], resources: &[Value]) -> Value {
    json!({"hook": "order-sign", "hookInstance": INSTANCE, "prefetch": prefetch(resources),
        "context": {"userId": "Practitioner/1", "patientId": "p", "draftOrders": bundle(drafts)}})
}
