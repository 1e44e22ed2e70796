//! Whether a bundle is the whole answer to a search.

use crate::Object;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Bundle<'a> {
    #[serde(borrow)]
    link: Option<Vec<Object<Link<'a>>>>,
    #[serde(borrow)]
    total: Option<&'a RawValue>,
    #[serde(borrow)]
    entry: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Link<'a> {
    #[serde(borrow)]
    relation: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    search: Option<Object<Search<'a>>>,
    #[serde(borrow)]
    resource: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Search<'a> {
    #[serde(borrow)]
    mode: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Outcome<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    issue: Option<Vec<Object<Issue<'a>>>>,
}

#[derive(Deserialize)]
struct Issue<'a> {
    #[serde(borrow)]
    severity: Option<Cow<'a, str>>,
}

/// Whether a bundle names a next page, counts more matches than it holds, or tells of an error in the search.
pub fn is_cut(bundle: &str) -> bool {
    // Most say nothing of the kind, and need not be read for it.
    let may = ["next", "OperationOutcome", "total"];
    if !may.iter().any(|word| bundle.contains(word)) {
        return false;
    }
    let Ok(Object(bundle)) = serde_json::from_str::<Object<Bundle<'_>>>(bundle) else {
        return false;
    };
    let mut links = bundle.link.iter().flatten().map(|Object(link)| link);
    if links.any(|link| link.relation.as_deref() == Some("next")) {
        return true;
    }
    let mut matches = 0_u64;
    for raw in bundle.entry.iter().flatten() {
        if raw.get().contains("OperationOutcome") && is_error(raw.get()) {
            return true;
        }
        // Only what says that it is something else is no match.
        let beside = raw.get().contains("\"search\"") && is_beside(raw.get());
        matches += u64::from(!beside);
    }
    let total = bundle.total.and_then(|of| of.get().parse::<u64>().ok());
    total.is_some_and(|total| total > matches)
}

fn is_beside(entry: &str) -> bool {
    let entry: Option<Object<Entry<'_>>> = serde_json::from_str(entry).ok();
    let mode = entry.and_then(|of| of.0.search?.0.mode);
    mode.is_some_and(|mode| mode != "match")
}

fn is_error(entry: &str) -> bool {
    let resource = || {
        let Object(entry): Object<Entry<'_>> = serde_json::from_str(entry).ok()?;
        let Object(of): Object<Outcome<'_>> = serde_json::from_str(entry.resource?.get()).ok()?;
        (of.kind? == "OperationOutcome").then_some(of.issue)
    };
    let issues = resource().flatten().unwrap_or_default();
    let mut severities = issues.iter().filter_map(|of| of.0.severity.as_deref());
    severities.any(|of| matches!(of, "error" | "fatal"))
}
