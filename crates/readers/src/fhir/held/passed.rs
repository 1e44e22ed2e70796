//! Counts of what is passed over.

use her2_case::PassedOver;
use std::collections::BTreeMap;

/// Counts of what is passed over, by name.
#[derive(Default)]
pub(in crate::fhir) struct Passed(BTreeMap<String, u32>);

impl Passed {
    /// One more of a type, and why.
    pub(in crate::fhir) fn add(&mut self, kind: &str, why: &str) {
        let known =
            !kind.is_empty() && kind.len() <= 40 && kind.bytes().all(|b| b.is_ascii_alphabetic());
        let kind = if known {
            kind
        } else {
            "resource of no known type"
        };
        let count = match why {
            "" => match self.0.get_mut(kind) {
                Some(count) => count,
                None => self.0.entry(kind.to_owned()).or_default(),
            },
            why => self.0.entry(format!("{kind} ({why})")).or_default(),
        };
        *count = count.saturating_add(1);
    }

    /// In order of their names.
    pub(in crate::fhir) fn list(self) -> Vec<PassedOver> {
        let all = self.0.into_iter();
        all.map(|(what, count)| PassedOver { what, count })
            .collect()
    }
}
