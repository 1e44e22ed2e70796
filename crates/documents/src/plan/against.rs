//! What sources speak against in this situation, or would if something were so.

use super::row::{about, body, force, listing, requirements, strength};
use super::{PlanCase, section_of};
use crate::page::{Block, Section};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_case::Strength;
use her2_pages::Standing;
use her2_pathway::therapy::PlanRow;

/// A row that speaks against something, in a sentence.
pub(super) fn spoken(
    told: &PlanCase<'_>,
    row: PlanRow<'_>,
    writer: &mut Writer<'_>,
) -> Vec<Sentence> {
    let words = writer.words;
    let about = about(told, &[row]);
    let line = format!("{}: {}", body(words, row), listing(words, row));
    let line = match row.strength() {
        Some(Strength::NotGraded | Strength::Label) | None => line,
        Some(_) => format!("{line} ({})", strength(words, row)),
    };
    let line = format!("{line}, {}", force(words, row));
    let line = writer.literal(line, &about);
    match row.note() {
        Some(note) => vec![
            line.ended("."),
            writer.page_words(note, &About::Frame("row")),
        ],
        None => vec![line],
    }
}

/// What applies now.
pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let blocks = list(told, Standing::Met, writer);
    section_of("cautions", "heading-plan-cautions", blocks, writer)
}

/// What would apply if something that is not known were so.
pub(super) fn perhaps(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let blocks = list(told, Standing::Open, writer);
    section_of(
        "cautions-open",
        "heading-plan-cautions-open",
        blocks,
        writer,
    )
}

fn list(told: &PlanCase<'_>, standing: Standing, writer: &mut Writer<'_>) -> Vec<Block> {
    let rows = told.plan.cautions();
    let rows: Vec<PlanRow<'_>> = rows.filter(|row| row.standing() == standing).collect();
    let items = items(told, &rows, writer);
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List(items)]
}

/// One item for all options of which a source says the same for the same reason.
fn items(told: &PlanCase<'_>, rows: &[PlanRow<'_>], writer: &mut Writer<'_>) -> Vec<Vec<Sentence>> {
    let words = writer.words;
    let reason = |row: PlanRow<'_>| match row.standing() {
        Standing::Open => requirements(words, row, Some(Standing::Open)),
        _ => requirements(words, row, None),
    };
    let mut groups: Vec<Vec<PlanRow<'_>>> = Vec::new();
    for row in rows {
        let same = |group: &Vec<PlanRow<'_>>| {
            let first = group[0];
            first.note() == row.note()
                && body(words, first) == body(words, *row)
                && reason(first) == reason(*row)
        };
        match groups.iter_mut().find(|group| same(group)) {
            Some(group) => group.push(*row),
            None => groups.push(vec![*row]),
        }
    }
    groups
        .iter()
        .map(|group| {
            let mut names: Vec<String> = group
                .iter()
                .map(|row| words.regimen(row.regimen()))
                .collect();
            names.dedup();
            let names = names.join("; ");
            let why = reason(group[0]);
            let frame = About::Frame("option");
            let values = [text("names", &names), text("why", &why)];
            let name = match group[0].standing() {
                Standing::Open => "plan-against-open",
                _ => "plan-against",
            };
            let mut said = vec![writer.line(name, &values, &frame)];
            said.extend(spoken(told, group[0], writer));
            said
        })
        .collect()
}
