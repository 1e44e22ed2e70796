//! Prognostic scores for the clinician. Not for the patient's page.

mod answer;
mod json;
mod predict;
mod small;

use crate::page::{Block, Section};
use crate::sentence::{About, RowRef, Sentence};
use crate::writer::{Writer, text};
use answer::{names, shown};
use her2_case::{Origin, Question};
use her2_knowledge::prognosis::Score;
use her2_pathway::prognosis::{Outcome, Prognosis, Scored};
use her2_pathway::therapy::Situation;
pub(crate) use json::json;

/// The section of every score: those that can be given, and what the others need or why they are not given.
pub(crate) fn section(writer: &mut Writer<'_>, known: &Situation, scores: &Prognosis) -> Section {
    let mut blocks = vec![Block::Note(writer.frame("prognosis-frame"))];
    for scored in &scores.predict {
        predict::add(writer, known, scored, &mut blocks);
    }
    small::add(writer, known, scores, &mut blocks);
    if blocks.len() == 1 {
        blocks.push(Block::Paragraph(writer.frame("prognosis-none")));
    }
    let mut rest = Vec::new();
    for scored in &scores.predict {
        rest.extend(not_given(writer, scored));
    }
    rest.extend(not_given(writer, &scores.npi));
    rest.extend(not_given(writer, &scores.cts5));
    rest.extend(not_given(writer, &scores.rcb));
    rest.extend(not_given(writer, &scores.cps_eg));
    if !rest.is_empty() {
        blocks.push(Block::Heading(writer.label("heading-prognosis-not-given")));
        blocks.push(Block::Facts(rest));
    }
    Section {
        id: "prognosis",
        heading: writer.label("heading-prognosis"),
        blocks,
    }
}

/// What a statement about a score as such is about.
fn about(score: &Score) -> About {
    About::Knowledge {
        page: score.page,
        cite: score.cite,
        mark: score.mark,
    }
}

/// What a result is about: the row of the page, and the answers it was calculated from.
fn about_result(
    score: &'static Score,
    anchor: &'static str,
    uses: &[Question],
    known: &Situation,
) -> About {
    let row = RowRef {
        page: score.page,
        anchor,
        edition: score.cite.edition,
        place: score.cite.anchor,
        project_rule: false,
        mark: score.mark,
    };
    let mut because: Vec<Origin> = Vec::new();
    for question in uses {
        let origin = known.known(*question).and_then(|known| known.origin);
        because.extend(origin.filter(|origin| !because.contains(origin)));
    }
    About::Finding {
        rows: vec![row],
        because,
    }
}

/// The name and the version of a score.
fn title(score: &Score) -> String {
    format!("{} ({})", score.name, score.version)
}

/// What every score that is given is told with: the result, the answers, what is missing, where it comes from.
fn facts<R>(
    writer: &mut Writer<'_>,
    known: &Situation,
    scored: &Scored<R>,
    result: Vec<Sentence>,
) -> Block {
    let score = scored.score();
    let about = about(score);
    let mut facts = Vec::new();
    if !result.is_empty() {
        facts.push((writer.label("prognosis-result"), result));
    }
    let uses = scored.uses().iter().filter_map(|question| {
        let fact = known.known(*question)?;
        let origin = fact
            .origin
            .map_or(About::Frame("prognosis-answer"), About::fact);
        let (name, answer) = (
            writer.words.question(*question),
            shown(writer.words, *question, fact.known),
        );
        let values = [text("question", &name), text("answer", &answer)];
        Some((writer.message("prognosis-answer", &values), origin))
    });
    let uses: Vec<_> = uses.collect();
    let last = uses.len().saturating_sub(1);
    let uses = uses.into_iter().enumerate().map(|(at, (words, origin))| {
        let end = if at == last { "." } else { ";" };
        writer.literal(format!("{words}{end}"), &origin)
    });
    let uses = uses.collect();
    facts.push((writer.label("prognosis-uses"), uses));
    for (list, label, message) in [
        (
            scored.assumes(),
            "prognosis-assumes",
            "prognosis-assumes-said",
        ),
        (scored.would_add(), "prognosis-would-add", "prognosis-asks"),
    ] {
        if list.is_empty() {
            continue;
        }
        let names = names(writer.words, list);
        let not_said = About::NotSaid(list[0].name());
        let said = writer.say(message, &[text("names", &names)], &not_said);
        facts.push((writer.label(label), said));
    }
    let date = writer.words.day(score.checked);
    let values = [
        text("version", score.version),
        text("page", score.page),
        text("date", &date),
    ];
    let version = writer.say("prognosis-version-said", &values, &about);
    facts.push((writer.label("prognosis-version"), version));
    if let Some(licence) = score.licence {
        let licence = writer.literal(format!("{}.", writer.words.said(licence)), &about);
        facts.push((writer.label("prognosis-licence"), vec![licence]));
    }
    Block::Facts(facts)
}

/// The limits of a score.
fn limits(writer: &mut Writer<'_>, score: &'static Score, blocks: &mut Vec<Block>) {
    let said = score.limits.iter().map(|limit| {
        let about = About::Knowledge {
            page: score.page,
            cite: score.cite,
            mark: limit.mark,
        };
        vec![writer.page_words(limit.text, &about)]
    });
    let said = said.collect();
    blocks.push(Block::Paragraph(vec![writer.label("prognosis-limits")]));
    blocks.push(Block::List(said));
}

/// A score that is not given, with what it needs or why.
fn not_given<R>(writer: &mut Writer<'_>, scored: &Scored<R>) -> Option<(Sentence, Vec<Sentence>)> {
    let score = scored.score();
    let about = about(score);
    let said = match scored.outcome() {
        Outcome::Given(_) => return None,
        Outcome::Asks(asks) => {
            let names = names(writer.words, asks);
            writer.say("prognosis-asks", &[text("names", &names)], &about)
        }
        Outcome::Refused(refusals) => {
            let mut said = Vec::new();
            for refusal in refusals {
                let name = format!("prognosis-refusal-{}", refusal.name());
                said.extend(writer.say(&name, &[], &about));
            }
            said
        }
    };
    Some((writer.literal(title(score), &about), said))
}

#[cfg(test)]
#[path = "prognosis/tests.rs"]
mod tests;
