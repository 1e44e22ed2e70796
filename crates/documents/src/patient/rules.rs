//! By which year's rules the page was made, and how other years read the same test.

use super::meaning::result_name;
use super::outcome::Outcome;
use crate::page::{Block, Section};
use crate::sentence::About;
use crate::told::Story;
use crate::writer::{Writer, text};

pub(super) fn section(
    writer: &mut Writer<'_>,
    story: &Story<'_>,
    outcome: Outcome,
) -> Option<Section> {
    if matches!(outcome, Outcome::Unreadable | Outcome::NotBreast) {
        return None;
    }
    let heading = writer.label("heading-rules");
    let edition = &story.edition;
    let about = story.status_about();
    let about = match about {
        About::Finding { .. } => about,
        _ => About::Frame("rules-chosen"),
    };
    let mut said = writer.say(
        "rules-chosen",
        &[text("body", edition.body), text("year", &edition.year)],
        &about,
    );
    if let Some(year) = &edition.affirmed {
        said.extend(writer.say("rules-affirmed", &[text("year", year)], &about));
    }
    let mut blocks = vec![Block::Paragraph(said)];
    if let Some(own) = story
        .own
        .as_ref()
        .filter(|own| own.edition.id != edition.id)
    {
        let name = if own.stated {
            "rules-stated"
        } else {
            "rules-by-date"
        };
        let values = [
            text("body", own.edition.body),
            text("year", &own.edition.year),
        ];
        blocks.push(Block::Paragraph(writer.say(name, &values, &own.about)));
        let status = story.main().and_then(|tested| tested.decided.status);
        let reading = story
            .by_edition
            .iter()
            .find(|(other, decided)| other.id == own.edition.id && decided.status != status);
        if let Some((other, decided)) = reading {
            let result = writer.message(result_name(decided.status), &[]);
            let values = [text("year", &other.year), text("result", &result)];
            let mut said = writer.say("rules-reading", &values, &decided.status_about);
            said.extend(writer.frame("rules-signed-stays"));
            said.extend(writer.frame("rules-ask"));
            blocks.push(Block::Paragraph(said));
        }
    }
    Some(Section {
        id: "rules",
        heading,
        blocks,
    })
}
