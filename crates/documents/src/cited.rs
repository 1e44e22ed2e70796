//! A source as it is named to a reader.

use crate::page::SourceNote;
use her2_pages::Citation;

/// Publisher, title and place of a source, with a link where it can be read.
pub(crate) fn source_note(cite: Citation) -> SourceNote {
    let Some(edition) = her2_knowledge::edition(cite.edition) else {
        return SourceNote {
            cite,
            words: cite.to_string(),
            link: None,
        };
    };
    let place = edition.anchor(cite.anchor).unwrap_or(cite.anchor);
    let doi = edition
        .doi
        .first()
        .map(|doi| format!("https://doi.org/{doi}"));
    let link = doi.or_else(|| edition.links.first().map(|link| (*link).to_owned()));
    SourceNote {
        cite,
        words: format!(
            "{} {}. {}. {place}",
            edition.body, edition.year, edition.title
        ),
        link,
    }
}
