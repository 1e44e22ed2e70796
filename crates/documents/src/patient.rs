//! The page for the patient and the family: what the report says about HER2, in plain words.

mod also;
mod excerpt;
mod glossary;
mod meaning;
mod medicines;
mod missing;
mod notices;
mod outcome;
mod people;
mod pictures;
mod questions;
mod rules;
mod tested;
mod watch;

use crate::page::{Page, Section};
use crate::sentence::About;
use crate::timeline;
use crate::told::Story;
use crate::words::Words;
use crate::writer::{Parts, Writer, text};
#[cfg(test)]
pub(crate) use excerpt::ALL as EXCERPTS;
pub(crate) use excerpt::{COSTS_APPEAL, blocks as excerpt};
pub(crate) use glossary::every_word;
pub(crate) use meaning::result_name;
pub(crate) use notices::flag_about;
pub(crate) use outcome::Outcome;
pub(crate) use tested::replaced;

/// The patient's page of a story, in the words of a language.
pub(crate) fn page(story: &Story<'_>, words: &'static Words) -> Page {
    let mut writer = Writer::for_record(words, story.source, story.record)
        .of_sources(story.sources)
        .plainly();
    let outcome = Outcome::of(story);
    let title = writer.label("page-title");
    let lead = meaning::lead(&mut writer, story, outcome);
    let several = story.over.as_ref().is_some_and(|over| over.records > 1);
    let frame = if several {
        "frame-patient-several"
    } else {
        "frame-patient"
    };
    let frame = writer.frame(frame);
    let mut sections: Vec<Section> = [
        timeline::patient(&mut writer, story),
        tested::section(&mut writer, story, outcome),
        meaning::section(&mut writer, story, outcome),
        missing::section(&mut writer, story, outcome),
        notices::section(&mut writer, story),
        also::section(&mut writer, story, outcome),
        rules::section(&mut writer, story, outcome),
        questions::section(&mut writer, story, outcome),
    ]
    .into_iter()
    .flatten()
    .collect();
    let kinds = medicines::kinds(story, outcome);
    sections.extend(medicines::without_kinds(
        &mut writer,
        story,
        outcome,
        &kinds,
    ));
    let mut writer = writer.citing();
    let care = [
        medicines::with_kinds(&mut writer, outcome, &kinds),
        watch::section(&mut writer, outcome, &kinds),
        watch::call(&mut writer, outcome, &kinds),
        people::section(&mut writer, outcome),
        people::second(&mut writer, outcome),
        people::costs(&mut writer, outcome),
    ];
    sections.extend(care.into_iter().flatten());
    sections.extend(glossary::section(&mut writer));
    let quotes_heading = writer.label("heading-quotes");
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

fn foot(writer: &mut Writer<'_>, story: &Story<'_>) -> Vec<crate::Sentence> {
    let mut foot = writer.frame("foot-made");
    foot.extend(writer.frame("foot-limits"));
    foot.extend(writer.frame("foot-device"));
    let version = &[text("version", story.version)];
    foot.extend(writer.say("foot-version", version, &About::Frame("foot-version")));
    let checked = crate::clinician::checked(writer, story);
    let checked = &[text("date", &checked)];
    foot.extend(writer.say("foot-checked", checked, &About::Frame("foot-checked")));
    foot
}
