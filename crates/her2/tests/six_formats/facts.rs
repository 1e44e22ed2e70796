//! A case as a tree without places, to be compared.

use her2::Reading;
use her2_documents::read_json;
use serde_json::Value;

/// Every fact of every record.
pub fn facts(bare: &Reading<'_>) -> Value {
    let records = bare.records().iter();
    let mut all: Value = records
        .map(|record| {
            let json = read_json(record, bare.source_of(record));
            serde_json::from_str::<Value>(&json).expect("it is JSON")
        })
        .collect();
    // No organ named is the breast.
    for record in all.as_array_mut().into_iter().flatten() {
        if record["site"] == "breast" {
            record["site"] = Value::Null;
        }
    }
    without(
        &mut all,
        &[
            "record", "kind", "span", "spans", "quote", "quotes", "label", "problems",
        ],
    );
    all
}

/// Takes keys out of every object.
fn without(value: &mut Value, keys: &[&str]) {
    match value {
        Value::Object(object) => {
            object.retain(|key, _| !keys.contains(&key.as_str()));
            object.values_mut().for_each(|value| without(value, keys));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| without(item, keys)),
        _ => {}
    }
}

/// Where two trees differ: the path, what is there, and what should be.
pub fn differences(value: &Value, expected: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(value, expected, "", &mut found);
    found
}

fn compare(value: &Value, expected: &Value, path: &str, found: &mut Vec<String>) {
    match (value, expected) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, expected) in b {
                let value = a.get(key).unwrap_or(&Value::Null);
                compare(value, expected, &format!("{path}.{key}"), found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (value, expected)) in a.iter().zip(b).enumerate() {
                compare(value, expected, &format!("{path}[{at}]"), found);
            }
        }
        _ if value == expected => {}
        _ => found.push(format!("{path} is {value}, not {expected}")),
    }
}
