//! Flags of the findings and problems of the record. None is ever left out.

use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::told::Story;
use crate::writer::{Writer, text};
use her2_case::{Origin, Problem, Term};

pub(super) fn section(writer: &mut Writer<'_>, story: &Story<'_>) -> Option<Section> {
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    let heading = writer.label("heading-notices");
    for flag in story.all_flags().iter() {
        let about = flag_about(story, flag);
        let name = format!("notice-{}", flag.name());
        items.push(writer.say(&name, &[], &about));
    }
    let mut told: Vec<&str> = Vec::new();
    for problem in &story.record.problems {
        let name = format!("problem-{}", problem.code);
        if !writer.words.has(&name) {
            let about = About::Problem(problem.code, problem.origin);
            let message = crate::read::shown(&problem.message);
            items.push(any(writer, message, &about));
        } else if !told.contains(&problem.code) {
            told.push(problem.code);
            items.push(writer.say(&name, &[], &all_of(story, problem)));
        }
    }
    (!items.is_empty()).then_some(Section {
        id: "notices",
        heading,
        blocks: vec![Block::List(items)],
    })
}

/// A problem with every other of its kind: the same words are said once, and rest on all their places.
fn all_of(story: &Story<'_>, problem: &Problem) -> About {
    let alike = (story.record.problems.iter()).filter(|other| other.code == problem.code);
    let places: Vec<Origin> = alike.filter_map(|other| other.origin).collect();
    match places.as_slice() {
        [] => About::Problem(problem.code, None),
        [place] => About::Problem(problem.code, Some(*place)),
        _ => About::Facts(places),
    }
}

/// A problem without words of its own: the message is English and stands by itself where the page is not.
fn any(writer: &mut Writer<'_>, message: String, about: &About) -> Vec<Sentence> {
    if writer.words.language().is_source {
        return writer.say("problem-any", &[text("message", &message)], about);
    }
    let mut said = writer.say("problem-any", &[text("message", "")], about);
    said.push(writer.english(message, about));
    said
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
