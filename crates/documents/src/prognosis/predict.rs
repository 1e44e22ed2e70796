//! The survival model: a table for each kind of chemotherapy that it knows.

use super::{about_result, facts, limits, title};
use crate::page::{Block, Grid};
use crate::sentence::Sentence;
use crate::writer::{Writer, text};
use her2_pathway::prognosis::{Added, Generation, Scored, Stacks, Step, Survival, YEARS};
use her2_pathway::therapy::Situation;

/// The years that are shown.
const SHOWN: [usize; 3] = [5, 10, YEARS];

pub(super) fn add(
    writer: &mut Writer<'_>,
    known: &Situation,
    scored: &Scored<Stacks>,
    blocks: &mut Vec<Block>,
) {
    let (Some(given), score) = (scored.given(), scored.score()) else {
        return;
    };
    let about = super::about(score);
    blocks.push(Block::Heading(writer.literal(title(score), &about)));
    let about = about_result(score, "surgery", scored.uses(), known);
    let alone = given.stacks[0].first().map(|step| step.survival);
    let alone = alone.map(|survival| alone_words(writer, &survival, &about));
    blocks.push(facts(writer, known, scored, alone.unwrap_or_default()));
    blocks.push(Block::Paragraph(writer.frame("prognosis-order")));
    for steps in &given.stacks {
        blocks.push(Block::Grid(table(writer, known, scored, steps)));
    }
    limits(writer, score, blocks);
}

fn alone_words(
    writer: &mut Writer<'_>,
    survival: &Survival,
    about: &crate::About,
) -> Vec<Sentence> {
    let [_, year, _] = SHOWN;
    let (alive, breast, other) = (
        percent(survival.overall(year)),
        percent(survival.breast_deaths(year)),
        percent(survival.other_deaths(year)),
    );
    let values = [
        text("alive", &alive),
        text("breast", &breast),
        text("other", &other),
    ];
    writer.say("prognosis-surgery-alone", &values, about)
}

fn table(
    writer: &mut Writer<'_>,
    known: &Situation,
    scored: &Scored<Stacks>,
    steps: &[Step],
) -> Grid {
    let third = steps
        .iter()
        .any(|step| step.added == Added::Chemotherapy(Generation::Third));
    let caption = if third {
        "prognosis-table-third"
    } else {
        "prognosis-table-second"
    };
    let head = [
        "prognosis-column-step",
        "prognosis-column-5",
        "prognosis-column-10",
        "prognosis-column-15",
        "prognosis-column-more",
    ];
    let mut rows = Vec::new();
    let mut before: Option<f64> = None;
    for step in steps {
        let name = step.added.name();
        let about = about_result(scored.score(), name, scored.uses(), known);
        // The heading carries the numbers of the source and of the quotes; a table of them would hide its own.
        let cell = |words: String| Sentence::new(words, about.clone(), Vec::new());
        let name = writer.message(&format!("prognosis-step-{name}"), &[]);
        let mut row = vec![vec![cell(name)]];
        row.extend(SHOWN.map(|year| vec![cell(percent(step.survival.overall(year)))]));
        let now = step.survival.overall(YEARS);
        let more = before.map(|before| format!("{:+.1}", now - before));
        row.push(vec![cell(more.unwrap_or_default())]);
        before = Some(now);
        rows.push(row);
    }
    Grid {
        caption: writer.label(caption),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    }
}

/// One decimal: the model is not surer than that.
fn percent(value: f64) -> String {
    format!("{value:.1}")
}
