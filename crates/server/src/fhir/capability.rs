//! What this server can do, as a CapabilityStatement.

use super::KIND;
use crate::Shared;
use her2::fhir::Operation;
use serde_json::{Value, json};

/// The statement, as JSON.
pub(super) fn statement(shared: &Shared) -> String {
    let base = format!("{}/fhir", shared.config().url());
    let operations: Vec<Value> = Operation::ALL
        .iter()
        .map(|operation| {
            json!({
                "name": operation.name(),
                "definition": format!("{base}/OperationDefinition/{}", operation.name()),
                "documentation": operation.said(),
            })
        })
        .collect();
    let mut rest = json!({
        "mode": "server",
        "documentation": "Operations on records that are sent. Nothing that is sent is stored, read again or searched.",
        "resource": [{
            "type": "OperationDefinition",
            "interaction": [{"code": "read"}],
        }],
        "operation": operations,
    });
    if !shared.config().cds_keys.is_empty() {
        rest["security"] = json!({
            "service": [{"text": "JSON Web Token as a bearer token"}],
            "cors": !shared.config().allow_origin.is_empty(),
            "description": "A JSON Web Token signed with RS384 or ES384 by a known issuer, as CDS Hooks 2.0 has them.",
        });
    }
    json!({
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": "2026-11-22",
        "kind": "instance",
        "software": {"name": "HER2 in Focus", "version": env!("CARGO_PKG_VERSION")},
        "implementation": {"description": "HER2 in Focus", "url": base},
        "fhirVersion": "4.0.1",
        "format": [KIND, "json"],
        "rest": [rest],
    })
    .to_string()
}
