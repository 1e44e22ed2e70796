//! Sources: the editions and other pages that may be cited, and the anchors declared in each.

use super::EditionPage;
use crate::nearest::hint;
use std::collections::BTreeMap;

/// Every page that may be cited, with its anchors.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pages: BTreeMap<String, SourcePage>,
}

#[derive(Clone, Debug)]
struct SourcePage {
    /// The file that declares the anchors.
    file: String,
    anchors: Vec<String>,
}

/// A citation that was found in the sources.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cite {
    /// The edition or other source.
    pub edition: String,
    /// The anchor in it.
    pub anchor: String,
}

impl Sources {
    /// One edition more.
    pub fn add(&mut self, edition: &EditionPage) {
        let anchors = edition.anchors.iter().map(|(anchor, _)| anchor.clone());
        let file = format!("{}/edition.md", edition.id);
        self.add_page(&edition.id, &file, anchors.collect());
    }

    /// Another page that may be cited, declared in that file. Whether the name was taken.
    pub fn add_page(&mut self, id: &str, file: &str, anchors: Vec<String>) -> bool {
        let file = file.to_owned();
        let page = SourcePage { file, anchors };
        self.pages.insert(id.to_owned(), page).is_some()
    }

    /// The citation, or why there is none.
    pub fn resolve(&self, cite: &str) -> Result<Cite, String> {
        let Some((edition, anchor)) = cite.split_once('#') else {
            return Err(format!(
                "`{cite}` is not a citation: write a source and an anchor, `source#anchor`"
            ));
        };
        let Some(SourcePage { file, anchors }) = self.pages.get(edition) else {
            let hint = hint(edition, self.pages.keys().map(String::as_str));
            return Err(format!("citation `{cite}`: no source `{edition}`{hint}"));
        };
        if !anchors.iter().any(|known| known == anchor) {
            let hint = hint(anchor, anchors.iter().map(String::as_str));
            return Err(format!(
                "citation `{cite}`: no anchor `{anchor}` in {file}{hint}"
            ));
        }
        Ok(Cite {
            edition: edition.to_owned(),
            anchor: anchor.to_owned(),
        })
    }
}
