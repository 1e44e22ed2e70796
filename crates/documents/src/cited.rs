//! A source as it is named to a reader.

use crate::page::SourceNote;
use crate::words::{Value as Filled, Words};
use her2_knowledge::{Cited, cited};
use her2_pages::Citation;
use serde_json::{Value, json};

/// Publisher, title, date and places of a source, with a link where it can be read.
pub(crate) fn source_note(words: &Words, cites: Vec<Citation>) -> SourceNote {
    let known: Vec<Cited> = cites.iter().filter_map(|cite| cited(*cite)).collect();
    let Some(of) = known.first() else {
        let words = cites.iter().map(ToString::to_string).collect::<Vec<_>>();
        return SourceNote {
            words: words.join(", "),
            title: None,
            cites,
            link: None,
        };
    };
    let publisher = of.publisher.map(|name| format!("{name}. "));
    let date = match &of.date {
        Some(date) => format!(", {}", words.date_of(date)),
        None => undated(words, cites[0]),
    };
    let mut places: Vec<&str> = known.iter().map(|of| words.said(of.place)).collect();
    places.dedup();
    let title = format!("{}{}", publisher.unwrap_or_default(), of.title);
    let foreign = words.foreign(&title);
    let words = format!("{title}{date}: {}", places.join("; "));
    SourceNote {
        cites,
        words,
        title: foreign,
        link: link(of),
    }
}

/// When a source without a date was looked at.
fn undated(words: &Words, cite: Citation) -> String {
    let looked = her2_knowledge::source(cite.edition).map(|source| words.day(source.checked));
    looked
        .and_then(|date| words.get("source-undated", &[("date", Filled::Text(&date))]))
        .map(|said| format!(" ({said})"))
        .unwrap_or_default()
}

/// The source as JSON.
pub(crate) fn source_json(cite: Citation) -> Value {
    match cited(cite) {
        Some(of) => json!({
            "cite": cite.to_string(),
            "publisher": of.publisher,
            "title": of.title,
            "place": of.place,
            "date": of.date,
            "doi": of.doi,
            "pmid": of.pmid,
            "link": link(&of),
        }),
        None => json!({"cite": cite.to_string()}),
    }
}

/// The date of a source, or nothing.
pub(crate) fn date(cite: Citation) -> String {
    cited(cite).and_then(|of| of.date).unwrap_or_default()
}

fn link(of: &Cited) -> Option<String> {
    let doi = of.doi.first().map(|doi| format!("https://doi.org/{doi}"));
    let pubmed = || {
        let pmid = of.pmid.first()?;
        Some(format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/"))
    };
    let other = || of.links.first().map(|link| (*link).to_owned());
    doi.or_else(other).or_else(pubmed)
}
