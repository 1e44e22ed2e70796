//! Sources: the editions that may be cited, and the anchors declared in each.

use super::EditionPage;
use crate::nearest::hint;
use std::collections::BTreeMap;

/// Every edition with its anchors.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    anchors: BTreeMap<String, Vec<String>>,
}

/// A citation that was found in the sources.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cite {
    /// The folder of the edition.
    pub edition: String,
    /// The anchor in it.
    pub anchor: String,
}

impl Sources {
    /// One edition more.
    pub fn add(&mut self, edition: &EditionPage) {
        let anchors = edition.anchors.iter().map(|(anchor, _)| anchor.clone());
        self.anchors.insert(edition.id.clone(), anchors.collect());
    }

    /// The citation, or why there is none.
    pub fn resolve(&self, cite: &str) -> Result<Cite, String> {
        let Some((edition, anchor)) = cite.split_once('#') else {
            return Err(format!(
                "`{cite}` is not a citation: write an edition and an anchor, `edition#anchor`"
            ));
        };
        let Some(anchors) = self.anchors.get(edition) else {
            let hint = hint(edition, self.anchors.keys().map(String::as_str));
            return Err(format!("citation `{cite}`: no edition `{edition}`{hint}"));
        };
        if !anchors.iter().any(|known| known == anchor) {
            let hint = hint(anchor, anchors.iter().map(String::as_str));
            return Err(format!(
                "citation `{cite}`: no anchor `{anchor}` in {edition}/edition.md{hint}"
            ));
        }
        Ok(Cite {
            edition: edition.to_owned(),
            anchor: anchor.to_owned(),
        })
    }
}
