//! Options whose every requirement is met, with everybody who lists them.

use super::against::spoken;
use super::row::{about, body, force, listing, requirements, strength, trials};
use super::{PlanCase, before, section_of};
use crate::evidence::trial_line;
use crate::page::{Block, Grid, Section};
use crate::sentence::{About, Sentence};
use crate::writer::{Writer, text};
use her2_knowledge::{DrugKind, RegimenKind};
use her2_pages::Standing;
use her2_pathway::therapy::{Force, PlanItem, PlanRow};

/// Options of medicines.
pub(super) fn met(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let mut blocks = of_kind(told, RegimenKind::Medicines, writer);
    if blocks.is_empty() {
        let name = if told.plan.waiting_for_her2() {
            "plan-none-waiting"
        } else {
            "plan-none"
        };
        blocks.push(Block::Paragraph(writer.frame(name)));
    } else {
        let mut before = vec![Block::Note(writer.frame("plan-listed-means"))];
        before.extend(against_every(told, writer).map(Block::Note));
        blocks.splice(0..0, before);
    }
    section_of("options", "heading-plan-met", blocks, writer)
}

/// Everything else that is listed: surgery, tests, referrals, waiting.
pub(super) fn measures(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let blocks = of_kind(told, RegimenKind::Measure, writer);
    section_of("measures", "heading-plan-measures", blocks, writer)
}

fn of_kind(told: &PlanCase<'_>, kind: RegimenKind, writer: &mut Writer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for item in told.plan.met().filter(|item| item.regimen().kind == kind) {
        option(told, item, writer, &mut blocks);
    }
    blocks
}

fn option(
    told: &PlanCase<'_>,
    item: PlanItem<'_>,
    writer: &mut Writer<'_>,
    blocks: &mut Vec<Block>,
) {
    let regimen = item.regimen();
    let rows: Vec<PlanRow<'_>> = item
        .rows()
        .filter(|row| row.standing() == Standing::Met)
        .collect();
    let frame = About::Frame("option");
    blocks.push(Block::Heading(
        writer.literal(writer.words.regimen(regimen), &frame),
    ));
    blocks.push(Block::Grid(grid_of(told, &rows, writer)));
    blocks.extend(listed_if(told, item, writer));
    let against: Vec<PlanRow<'_>> = item
        .cautions()
        .filter(|row| row.standing() == Standing::Met)
        .collect();
    if !against.is_empty() {
        let mut said = writer.frame("plan-disagree");
        said.extend(against.iter().flat_map(|row| spoken(told, *row, writer)));
        blocks.push(Block::Note(said));
    }
    let before = before::said(told, regimen, writer);
    if !before.is_empty() {
        blocks.push(Block::Note(before));
    }
    let mut items = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for trial in rows.iter().flat_map(|row| row.evidence()) {
        if !seen.contains(&trial.id) {
            seen.push(trial.id);
            let line = trial_line(trial, writer);
            items.extend((!line.is_empty()).then_some(line));
        }
    }
    for fact in regimen.facts {
        let about = About::Knowledge {
            page: regimen.id,
            cite: fact.cite,
            mark: fact.mark,
        };
        items.push(vec![writer.page_words(fact.text, &about)]);
    }
    if !items.is_empty() {
        blocks.push(Block::List(items));
    }
}

/// Who lists it, how and for what, one line for rows that say the same.
pub(super) fn grid_of(told: &PlanCase<'_>, rows: &[PlanRow<'_>], writer: &mut Writer<'_>) -> Grid {
    let head = ["column-listed-by", "column-listed", "column-met"];
    Grid {
        caption: writer.label("caption-plan-listed"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows: alike(writer, rows)
            .iter()
            .map(|rows| listed(told, rows, writer))
            .collect(),
    }
}

/// What a source says against every medicine of this section at once, before any of them is named.
pub(super) fn against_every(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Vec<Sentence>> {
    let rows: Vec<PlanRow<'_>> = told
        .plan
        .cautions()
        .filter(|row| row.standing() == Standing::Met && speaks_of_every_medicine(*row))
        .collect();
    let mut said = (!rows.is_empty()).then(|| writer.frame("plan-against-every"))?;
    said.extend(rows.iter().flat_map(|row| spoken(told, *row, writer)));
    Some(said)
}

/// A measure against HER2 that names no medicine stands for all of them.
fn speaks_of_every_medicine(row: PlanRow<'_>) -> bool {
    let of = row.regimen();
    of.kind == RegimenKind::Measure && of.is_her2_directed() && of.drugs().next().is_none()
}

/// Who else lists it if what is not known turns out so: a label must not vanish behind a source that asks for less.
fn listed_if(told: &PlanCase<'_>, item: PlanItem<'_>, writer: &mut Writer<'_>) -> Option<Block> {
    let rows: Vec<PlanRow<'_>> = item
        .rows()
        .filter(|row| row.standing() == Standing::Open && row.force() == Force::Now)
        .filter(|row| {
            row.table()
                .drug
                .is_none_or(|drug| drug.kind == DrugKind::Originator)
        })
        .collect();
    let items: Vec<Vec<Sentence>> = rows
        .iter()
        .map(|row| vec![if_line(told, *row, writer)])
        .collect();
    (!items.is_empty()).then_some(Block::List(items))
}

/// That a row lists it as well, if what it waits for turns out so.
pub(super) fn if_line(told: &PlanCase<'_>, row: PlanRow<'_>, writer: &mut Writer<'_>) -> Sentence {
    let words = writer.words;
    let (by, how) = (body(words, row), listing(words, row));
    let (since, why) = (
        force(words, row),
        requirements(words, row, Some(Standing::Open)),
    );
    let values = [
        text("by", &by),
        text("listing", &how),
        text("since", &since),
        text("why", &why),
    ];
    writer.line("plan-listed-if", &values, &about(told, &[row]))
}

/// Rows that say the same of the same situation stand together, such as those of a label and of the labels that are like it.
pub(super) fn alike<'a>(writer: &Writer<'_>, rows: &[PlanRow<'a>]) -> Vec<Vec<PlanRow<'a>>> {
    let words = writer.words;
    let mut groups: Vec<Vec<PlanRow<'a>>> = Vec::new();
    let same = |one: &PlanRow<'a>, other: &PlanRow<'a>| {
        let label = |row: &PlanRow<'a>| row.table().drug.is_some();
        label(one)
            && label(other)
            && one.note() == other.note()
            && one.listing() == other.listing()
            && requirements(words, *one, None) == requirements(words, *other, None)
    };
    for row in rows {
        match groups.iter_mut().find(|group| same(&group[0], row)) {
            Some(group) => group.push(*row),
            None => groups.push(vec![*row]),
        }
    }
    for group in &mut groups {
        group.sort_by_key(|row| {
            let kind = row.table().drug.map(|drug| drug.kind);
            (
                kind != Some(DrugKind::Originator),
                row.mark(),
                row.row().from(),
            )
        });
    }
    groups
}

/// Who lists it, how strongly and since when, and for what situation.
fn listed(
    told: &PlanCase<'_>,
    rows: &[PlanRow<'_>],
    writer: &mut Writer<'_>,
) -> Vec<Vec<Sentence>> {
    let words = writer.words;
    let frame = About::Frame("row");
    let (row, others) = (rows[0], &rows[1..]);
    let by = about(told, &[row]);
    let mut who = vec![writer.literal(body(words, row), &by).ended(",")];
    let since = writer.literal(force(words, row), &frame);
    if others.is_empty() {
        who.push(since);
    } else {
        who.push(since.ended(";"));
        let names: Vec<&str> = others
            .iter()
            .filter_map(|row| row.table().drug)
            .map(|drug| drug.brands.first().copied().unwrap_or(words.said(drug.inn)))
            .collect();
        let names = names.join(", ");
        let about = about(told, others);
        who.push(writer.line("plan-labels-like", &[text("names", &names)], &about));
    }
    let strong = strength(words, row);
    let listed = writer.literal(listing(words, row), &frame);
    let mut how = match strong.as_str() {
        "" => vec![listed],
        _ => vec![listed.ended(";"), writer.literal(strong, &frame)],
    };
    if let Some(trials) = trials(row, writer) {
        let last = how.pop().map(|said| said.ended("."));
        how.extend(last);
        how.push(trials);
    }
    let situation = writer.literal(requirements(words, row, None), &frame);
    let situation = match row.note() {
        Some(note) => vec![situation.ended("."), writer.page_words(note, &frame)],
        None => vec![situation],
    };
    vec![who, how, situation]
}
