//! Options that an answer could open, and options that are closed, requirement by requirement.

use super::row::{about, about_row, body, force, known, listing, requirement};
use super::{PlanCase, section_of};
use crate::page::{Block, Grid, Section};
use crate::requirement::needed;
use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::{Writer, text};
use her2_case::{Mark, Question};
use her2_pages::{Requirement, Standing};
use her2_pathway::therapy::{Force, PlanItem, PlanRow};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Options that would open, and what must be known for it.
pub(super) fn open(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let rows: Vec<_> = told
        .plan
        .open()
        .map(|item| {
            let rows = item.rows().filter(|row| row.standing() == Standing::Open);
            // The row that waits for the fewest answers comes nearest.
            let row = rows.min_by_key(|row| (row.missing().count(), surest(*row)));
            opens(told, item, row, writer)
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let grid = grid(
        "caption-plan-open",
        ["column-option", "column-opens-if", "column-listed-by"],
        rows,
        writer,
    );
    section_of("open", "heading-plan-open", vec![Block::Grid(grid)], writer)
}

fn opens(
    told: &PlanCase<'_>,
    item: PlanItem<'_>,
    row: Option<PlanRow<'_>>,
    writer: &mut Writer<'_>,
) -> Vec<Vec<Sentence>> {
    let words = writer.words;
    let option = writer.literal(words.regimen(item.regimen()), &About::Frame("option"));
    let Some(row) = row else {
        return vec![vec![option], vec![], vec![]];
    };
    let needs: Vec<String> = row
        .requirements()
        .filter(|of| of.standing == Standing::Open)
        .map(|of| requirement(words, &of))
        .collect();
    let about = about(told, &[row]);
    let by = format!(
        "{}, {}: {}",
        body(words, row),
        force(words, row),
        listing(words, row)
    );
    vec![
        vec![option],
        vec![writer.literal(needs.join("; "), &About::NotSaid("requirements"))],
        vec![writer.literal(by, &about)],
    ]
}

/// Options that are closed: of each the row that comes nearest, with what is met, not met and not known. What belongs to another
/// setting is only named.
pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let mut closed: Vec<(PlanItem<'_>, PlanRow<'_>)> = told
        .plan
        .closed()
        .filter_map(|item| Some((item, nearest(item)?)))
        .collect();
    closed.sort_by_key(|(item, _)| item.misses());
    let (other, here): (Vec<_>, Vec<_>) = closed.into_iter().partition(|(_, row)| elsewhere(*row));
    let waits = told.plan.waiting_for_her2();
    let (waiting, here): (Vec<_>, Vec<_>) = here
        .into_iter()
        .partition(|(_, row)| waits && only_her2(*row));
    let (silent, here): (Vec<_>, Vec<_>) = here.into_iter().partition(|(item, row)| {
        !waits && !item.regimen().is_her2_directed() && of_her2(*row).is_some()
    });
    let rows: Vec<_> = here
        .into_iter()
        .map(|(item, row)| why(told, item, row, writer))
        .collect();
    let mut blocks = Vec::new();
    if !waiting.is_empty() {
        let names = names(writer.words, &waiting);
        let about = super::her2::about(told);
        let said = writer.say("plan-waits-for-her2", &[text("names", &names)], &about);
        blocks.push(Block::Paragraph(said));
    }
    if !rows.is_empty() {
        let head = ["column-option", "column-not-met", "column-other"];
        blocks.push(Block::Paragraph(writer.frame("plan-closed-note")));
        blocks.push(Block::Grid(grid("caption-plan-closed", head, rows, writer)));
    }
    blocks.extend(of_other_result(told, silent, writer));
    if !other.is_empty() {
        let names = names(writer.words, &other);
        let origin = told.plan.situation().known(Question::Setting);
        let origin = origin.and_then(|known| known.origin);
        let about = origin.map_or(about_plain(), About::fact);
        let said = writer.say("plan-other-setting", &[text("names", &names)], &about);
        blocks.push(Block::Paragraph(said));
    }
    section_of("closed", "heading-plan-closed", blocks, writer)
}

/// The HER2 result that a row speaks of, if it is another than the one that is known.
fn of_her2(row: PlanRow<'_>) -> Option<Requirement> {
    let mut needs = row.requirements();
    needs.find(|of| of.question == Question::Her2Category && of.standing == Standing::Closed)
}

/// Options that are not against HER2, and of which the sources speak for another HER2 result only: this closes nothing, they are silent.
fn of_other_result(
    told: &PlanCase<'_>,
    silent: Vec<(PlanItem<'_>, PlanRow<'_>)>,
    writer: &mut Writer<'_>,
) -> Vec<Block> {
    let mut groups: BTreeMap<String, Vec<(PlanItem<'_>, PlanRow<'_>)>> = BTreeMap::new();
    for (item, row) in silent {
        let needs = of_her2(row);
        let needs = needs.map(|of| needed(writer.words, of.question, of.needs));
        let group = groups.entry(needs.unwrap_or_default()).or_default();
        group.push((item, row));
    }
    let about = super::her2::about(told);
    let said = groups.iter().map(|(needs, options)| {
        let names = names(writer.words, options);
        let values = [text("needs", needs), text("names", &names)];
        Block::Paragraph(writer.say("plan-other-her2", &values, &about))
    });
    said.collect()
}

/// The options by name, in the order of their names.
fn names(words: &Words, options: &[(PlanItem<'_>, PlanRow<'_>)]) -> String {
    let mut names: Vec<String> = options
        .iter()
        .map(|(item, _)| words.regimen(item.regimen()))
        .collect();
    names.sort();
    names.join("; ")
}

/// Whether nothing but the HER2 result is in the way.
fn only_her2(row: PlanRow<'_>) -> bool {
    row.requirements()
        .filter(|of| of.standing == Standing::Closed)
        .all(|of| of.question == Question::Her2Category)
}

/// The row that comes nearest: of this setting, with the fewest requirements that are not met, in force, and surest.
fn nearest(item: PlanItem<'_>) -> Option<PlanRow<'_>> {
    item.rows().min_by_key(|row| distance(*row))
}

/// How far a row is from the situation: the smaller, the nearer.
pub(super) fn distance(row: PlanRow<'_>) -> impl Ord + use<> {
    let not_now = !matches!(row.force(), Force::Now);
    (
        elsewhere(row),
        row.misses() + usize::from(not_now),
        not_now,
        surest(row),
    )
}

/// Whether the row belongs to another setting.
fn elsewhere(row: PlanRow<'_>) -> bool {
    row.requirements()
        .any(|of| of.question == Question::Setting && of.standing == Standing::Closed)
}

/// Among rows that stand alike, the one that is known best and longest.
fn surest(row: PlanRow<'_>) -> (Option<Mark>, Option<Date>) {
    (row.mark(), row.row().from())
}

fn why(
    told: &PlanCase<'_>,
    item: PlanItem<'_>,
    row: PlanRow<'_>,
    writer: &mut Writer<'_>,
) -> Vec<Vec<Sentence>> {
    let words = writer.words;
    let by = body(words, row);
    let about = about_row(row);
    let option = writer
        .literal(words.regimen(item.regimen()), &About::Frame("option"))
        .ended(":");
    let who = writer.literal(by, &about);
    let mut not_met: Vec<Sentence> = super::checks::closing(told, item, writer);
    if !matches!(row.force(), Force::Now) {
        let when = force(words, row);
        not_met.push(writer.literal(when, &about_plain()).ended(";"));
    }
    let of = |standing: Standing| -> Vec<Requirement> {
        row.requirements()
            .filter(|of| of.standing == standing)
            .collect()
    };
    for needs in of(Standing::Closed) {
        let needed = requirement(words, &needs);
        let is = known(told, words, needs.question).unwrap_or_default();
        let origin = told.plan.situation().known(needs.question);
        let origin = origin.and_then(|known| known.origin);
        let about = origin.map_or(about_plain(), About::fact);
        let values = [text("needed", &needed), text("known", &is)];
        not_met.push(writer.line("plan-not-met", &values, &about).ended(";"));
    }
    if let Some(last) = not_met.pop() {
        not_met.push(last.ended(""));
    }
    let mut other = Vec::new();
    for (standing, message) in [
        (Standing::Open, "plan-not-known"),
        (Standing::Met, "plan-is-met"),
    ] {
        let names: Vec<String> = of(standing)
            .iter()
            .map(|of| words.question(of.question))
            .collect();
        if !names.is_empty() {
            let names = names.join(", ");
            other.push(writer.line(message, &[text("names", &names)], &about_plain()));
        }
    }
    vec![vec![option, who], not_met, other]
}

fn about_plain() -> About {
    About::Frame("requirement")
}

fn grid(
    caption: &'static str,
    head: [&'static str; 3],
    rows: Vec<Vec<Vec<Sentence>>>,
    writer: &mut Writer<'_>,
) -> Grid {
    Grid {
        caption: writer.label(caption),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    }
}
