//! Whose a resource is: the patient of the request, or somebody else.

use super::ask::Asked;
use her2::Object;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The most bundles within bundles that are looked into.
const DEEPEST: usize = 4;

#[derive(Deserialize)]
struct Of<'a> {
    #[serde(borrow, rename = "resourceType")]
    kind: Option<Cow<'a, str>>,
    #[serde(borrow)]
    subject: Option<&'a RawValue>,
    #[serde(borrow)]
    patient: Option<&'a RawValue>,
    #[serde(borrow)]
    entry: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    resource: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Reference<'a> {
    #[serde(borrow)]
    reference: Option<Cow<'a, str>>,
    #[serde(borrow)]
    identifier: Option<Object<Identifier<'a>>>,
}

#[derive(Deserialize)]
struct Identifier<'a> {
    #[serde(borrow)]
    system: Option<Cow<'a, str>>,
    #[serde(borrow)]
    value: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Patient<'a> {
    #[serde(borrow)]
    identifier: Option<Vec<&'a RawValue>>,
}

/// The patient of a request, as resources may name them.
pub(super) struct Whose<'a> {
    id: &'a str,
    server: Option<&'a str>,
    identifiers: Vec<Identifier<'a>>,
}

impl<'a> Whose<'a> {
    /// The patient whom the request is about, by the Patient that was sent.
    pub(super) fn of(asked: &'a Asked<'_>, patient: &'a str) -> Self {
        let sent: Option<Object<Patient<'a>>> = serde_json::from_str(patient).ok();
        let identifiers = sent.and_then(|Object(of)| of.identifier);
        let identifiers = identifiers.into_iter().flatten();
        let read = |raw: &'a RawValue| serde_json::from_str::<Object<Identifier<'a>>>(raw.get());
        Self {
            id: &asked.patient,
            server: asked.server.as_deref().map(|of| of.trim_end_matches('/')),
            identifiers: identifiers
                .filter_map(|raw| Some(read(raw).ok()?.0))
                .collect(),
        }
    }

    /// Whether a resource, and each in it if it is a bundle, names nobody else. What is not understood is nobody's: nothing is read from it.
    pub(super) fn is_of(&self, resource: &str) -> bool {
        self.within(resource, 0)
    }

    fn within(&self, resource: &str, depth: usize) -> bool {
        let Ok(Object(of)) = serde_json::from_str::<Object<Of<'_>>>(resource) else {
            return true;
        };
        if of.kind.as_deref() == Some("Bundle") && depth < DEEPEST {
            let entries = of.entry.into_iter().flatten();
            let mut resources = entries.filter_map(|entry| {
                let entry: Object<Entry<'_>> = serde_json::from_str(entry.get()).ok()?;
                entry.0.resource
            });
            return resources.all(|of| self.within(of.get(), depth + 1));
        }
        [of.subject, of.patient]
            .into_iter()
            .flatten()
            .all(|of| self.is_named(of.get()))
    }

    fn is_named(&self, reference: &str) -> bool {
        let Ok(Object(of)) = serde_json::from_str::<Object<Reference<'_>>>(reference) else {
            return true;
        };
        match (of.reference, of.identifier) {
            (Some(reference), _) => self.is_referred(&reference),
            (None, Some(Object(identifier))) => self.is_identified(&identifier),
            (None, None) => true,
        }
    }

    /// By `Patient/a`, or the same below the server of the request. Names within a bundle are looked at where the bundle is read.
    fn is_referred(&self, reference: &str) -> bool {
        let plain = reference.split("/_history/").next().unwrap_or(reference);
        if plain.starts_with('#') || plain.starts_with("urn:") {
            return true;
        }
        let Some((base, id)) = plain.rsplit_once("Patient/") else {
            return false;
        };
        let base = base.trim_end_matches('/');
        id == self.id && (base.is_empty() || self.server.is_none_or(|server| server == base))
    }

    /// By an identifier that the patient has. A system that one of the two does not name is not compared.
    fn is_identified(&self, by: &Identifier<'_>) -> bool {
        let same = |of: &Identifier<'_>| {
            let systems = of.system.as_deref().zip(by.system.as_deref());
            of.value.is_some() && of.value == by.value && systems.is_none_or(|(a, b)| a == b)
        };
        by.value.is_none() || self.identifiers.iter().any(same)
    }
}
