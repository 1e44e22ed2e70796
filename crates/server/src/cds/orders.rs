//! The medicines that are ordered, of those that are chosen.

use super::ask::{Asked, Refusal};
use super::whose::Whose;
use her2::Object;
use her2::cards::{OrderedMedicine, ordered};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Bundle<'a> {
    #[serde(borrow)]
    entry: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow, rename = "fullUrl")]
    full: Option<Cow<'a, str>>,
    #[serde(borrow)]
    resource: Option<Object<Resource<'a>>>,
}

#[derive(Deserialize)]
struct Resource<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
}

/// The ordered medicines that act through HER2, of the orders that are chosen where the hook tells. A selection that names no draft chooses
/// nothing that could be told apart: then all of them count.
pub(super) fn of(asked: &Asked<'_>) -> Result<Vec<OrderedMedicine>, Refusal> {
    let Some(bundle) = asked.orders else {
        return Ok(Vec::new());
    };
    let patient = asked.prefetch.get("patient").map_or("", |of| of.get());
    if !Whose::of(asked, patient).is_of(bundle) {
        return Err(Refusal::wrong(
            "the orders are for another patient",
            "whom a resource of `context.draftOrders` names must be the patient of `context.patientId`",
        ));
    }
    let chosen = asked.selections.as_deref();
    let chosen = chosen.and_then(|selections| chosen_of(bundle, selections));
    let mut all = ordered(chosen.as_deref().unwrap_or(bundle));
    all.retain(|of| of.class.is_her2_directed());
    Ok(all)
}

/// The bundle without the orders that are not chosen; nothing if some selection names none of them.
fn chosen_of(bundle: &str, selections: &[Cow<'_, str>]) -> Option<String> {
    let Object(sent): Object<Bundle<'_>> = serde_json::from_str(bundle).ok()?;
    let mut named = vec![false; selections.len()];
    let mut kept = Vec::new();
    for raw in sent.entry.into_iter().flatten() {
        let entry = serde_json::from_str::<Object<Entry<'_>>>(raw.get());
        let entry = entry.map(|Object(entry)| entry).ok();
        let mut chosen = false;
        for (selection, named) in selections.iter().zip(&mut named) {
            let is = entry
                .as_ref()
                .is_some_and(|entry| is_named(selection, entry));
            *named |= is;
            chosen |= is;
        }
        let resource = entry.and_then(|entry| entry.resource);
        // What an order points at stands beside the orders.
        let is_order =
            resource.is_none_or(|Object(of)| of.kind.as_deref() == Some("MedicationRequest"));
        if chosen || !is_order {
            kept.push(raw.get());
        }
    }
    let kept = kept.join(",");
    let whole = || format!(r#"{{"resourceType":"Bundle","type":"collection","entry":[{kept}]}}"#);
    named.iter().all(|named| *named).then(whole)
}

/// Whether a selection names the resource of an entry: `MedicationRequest/1`, the same with its version or below an address, its id alone, or
/// the address of the entry.
fn is_named(selection: &str, entry: &Entry<'_>) -> bool {
    let plain = selection.split("/_history/").next().unwrap_or(selection);
    if entry.full.as_deref() == Some(plain) {
        return true;
    }
    let Some(Object(of)) = &entry.resource else {
        return false;
    };
    let (Some(kind), Some(id)) = (of.kind.as_deref(), of.id.as_deref()) else {
        return false;
    };
    let mut parts = plain.rsplitn(3, '/');
    parts.next() == Some(id) && parts.next().is_none_or(|named| named == kind)
}
