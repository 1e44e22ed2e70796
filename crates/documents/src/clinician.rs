//! The summary for the clinician: the finding, and for each part of it the words, the row and the source.

mod evidence;
mod findings;
mod handling;
mod json;
mod result;

use crate::page::{Page, Section};
use crate::sentence::{About, Sentence};
use crate::timeline;
use crate::told::Story;
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
pub(crate) use evidence::line;
#[cfg(test)]
pub(crate) use findings::vocabularies;
pub(crate) use findings::{answer_words, flags, row_cells};
pub(crate) use json::{json, row as row_json};
pub(crate) use result::{category_words, lead, rules_applied, status_words, warnings};

/// The clinician's summary of a story, in the words of a language.
pub(crate) fn page(story: &Story<'_>, words: &'static Words) -> Page {
    let mut writer =
        Writer::for_record(words, story.source, story.record).of_sources(story.sources);
    let title = writer.label("clinician-title");
    let lead = result::lead(&mut writer, story);
    let several = story.over.as_ref().is_some_and(|over| over.records > 1);
    let frame = if several {
        "clinician-frame-several"
    } else {
        "clinician-frame"
    };
    let frame = writer.frame(frame);
    let sections: Vec<Section> = [
        result::section(&mut writer, story),
        story
            .over
            .as_ref()
            .and_then(|over| timeline::clinician(&mut writer, over)),
        result::specimens(&mut writer, story),
        findings::missing(&mut writer, story),
        findings::actions(&mut writer, story),
        findings::comments(&mut writer, story),
        findings::flags(&mut writer, story),
        findings::section(&mut writer, story),
        result::editions(&mut writer, story),
        handling::retest(&mut writer, story),
        handling::section(&mut writer, story),
        handling::tumor(&mut writer, story),
    ]
    .into_iter()
    .flatten()
    .collect();
    let quotes_heading = writer.label("clinician-heading-quotes");
    let foot = foot(&mut writer, story);
    writer.page(Parts {
        title,
        lead,
        frame,
        sections,
        quotes_heading,
        foot,
    })
}

fn foot(writer: &mut Writer<'_>, story: &Story<'_>) -> Vec<Sentence> {
    let frame = About::Frame("clinician-version");
    let mut foot = writer.say(
        "clinician-version",
        &[text("version", story.version)],
        &frame,
    );
    let checked = checked(writer, story);
    foot.extend(writer.say("clinician-checked", &[text("date", &checked)], &frame));
    if !story.stale.is_empty() {
        let pages = story.stale.join(", ");
        foot.extend(writer.say("clinician-stale", &[text("pages", &pages)], &frame));
    }
    foot
}

/// The day on which the page compared longest ago was compared with its source.
pub(crate) fn checked(writer: &Writer<'_>, story: &Story<'_>) -> String {
    let day = story.checked.map(|day| writer.words.day(day));
    day.unwrap_or_default()
}

/// A section, unless it has nothing in it.
fn section_of(
    id: &'static str,
    heading: Sentence,
    blocks: Vec<crate::page::Block>,
) -> Option<Section> {
    (!blocks.is_empty()).then_some(Section {
        id,
        heading,
        blocks,
    })
}
