//! What a format has no place for.

use std::collections::BTreeMap;

/// Names of facts that were not written, with how often. Never values.
#[derive(Debug, Default)]
pub(crate) struct LeftOut(BTreeMap<&'static str, u32>);

impl LeftOut {
    /// A fact was not written.
    pub fn add(&mut self, what: &'static str) {
        self.add_if(true, what);
    }

    /// A fact was not written, if there is one.
    pub fn add_if(&mut self, is_there: bool, what: &'static str) {
        if is_there {
            *self.0.entry(what).or_default() += 1;
        }
    }

    /// Sorted by name.
    pub fn into_list(self) -> Vec<(&'static str, u32)> {
        self.0.into_iter().collect()
    }
}
