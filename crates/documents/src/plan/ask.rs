//! What to ask next.

use super::{PlanCase, section_of};
use crate::asking::choices;
use crate::page::{Block, Grid, Section};
use crate::sentence::About;
use crate::writer::{Writer, text};
use her2_case::Kind;

/// Questions shown; the others are counted.
const SHOWN: usize = 12;

pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let asks = told.plan.asks();
    if asks.is_empty() {
        return None;
    }
    let rows = asks
        .iter()
        .take(SHOWN)
        .map(|ask| {
            let about = About::NotSaid(ask.question.name());
            let words = writer.words;
            let question = words
                .ask(ask.question)
                .unwrap_or_else(|| words.question(ask.question));
            let answer = match ask.question.kind() {
                Kind::Terms(_) => choices(ask.question).join(", "),
                Kind::Number { .. } => words.unit(ask.question, false),
            };
            let flag = format!("{}: {answer}", ask.question.name());
            vec![
                vec![writer.literal(question, &about)],
                vec![writer.literal(ask.options.to_string(), &about)],
                vec![writer.literal(flag, &about)],
            ]
        })
        .collect();
    let head = ["column-ask", "column-options", "column-answers"];
    let grid = Grid {
        caption: writer.label("caption-plan-asks"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    let mut blocks = vec![Block::Grid(grid)];
    let mut said = Vec::new();
    if asks.len() > SHOWN {
        let more = (asks.len() - SHOWN).to_string();
        let about = About::Frame("plan-asks-more");
        said.extend(writer.say("plan-asks-more", &[text("more", &more)], &about));
    }
    said.extend(writer.frame("plan-asks-how"));
    blocks.push(Block::Paragraph(said));
    section_of("asks", "heading-plan-asks", blocks, writer)
}
