//! Flags of the findings and problems of the record. None is ever left out.

use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::Story;
use crate::writer::{Writer, text};
use her2_case::Term;

pub(super) fn section(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    let heading = writer.label("heading-notices");
    for flag in story.all_flags().iter() {
        let about = flag_about(story, flag);
        let name = format!("notice-{}", flag.name());
        items.push(writer.say(&name, &[], &about));
    }
    for problem in &story.record.problems {
        let about = About::Problem(problem.code, problem.origin);
        let name = format!("problem-{}", problem.code);
        let said = if writer.words.has(&name) {
            writer.say(&name, &[], &about)
        } else {
            let message = crate::read::shown(&problem.message);
            writer.say("problem-any", &[text("message", &message)], &about)
        };
        items.push(said);
    }
    (!items.is_empty()).then_some(Section {
        id: "notices",
        heading,
        blocks: vec![Block::List(items)],
    })
}

/// The finding that carries a flag; of the patient as a whole if no specimen has it.
pub(crate) fn flag_about(story: &Story<'_>, flag: her2_case::Flag) -> About {
    story
        .tested
        .iter()
        .find(|tested| tested.decided.flags.contains(flag))
        .map_or_else(
            || story.status_about(),
            |tested| tested.decided.status_about.clone(),
        )
}
