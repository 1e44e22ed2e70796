//! What is checked before the first dose: the heart, pregnancy, the lung.

use super::{PlanCase, section_of};
use crate::page::{Block, Grid, Section};
use crate::sentence::{About, Sentence};
use crate::words::Value;
use crate::writer::Writer;
use her2_case::{Mark, Question};
use her2_pages::Standing;
use her2_pathway::therapy::{Check, CheckKind, PlanItem, measured_before};

/// The checks of every medicine of the options that are met or open, each once.
pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let mut checks: Vec<Check> = Vec::new();
    let items = told.plan.met().chain(told.plan.open());
    for check in items.flat_map(PlanItem::checks) {
        let same = |known: &Check| known.drug.id == check.drug.id && known.page.id == check.page.id;
        if !checks.iter().any(same) {
            checks.push(check);
        }
    }
    // Medicines of which a page says the same stand in one row.
    let mut groups: Vec<Vec<Check>> = Vec::new();
    checks.sort_by_key(|check| (check.kind, check.page.id, check.drug.id));
    for check in checks {
        match groups.last_mut() {
            Some(group) if group[0].page.id == check.page.id => group.push(check),
            _ => groups.push(vec![check]),
        }
    }
    let rows: Vec<_> = groups
        .iter()
        .map(|group| row(told, group, writer))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = ["column-check", "column-medicines", "column-standing"];
    let grid = Grid {
        caption: writer.label("caption-plan-checks"),
        head: head.into_iter().map(|name| writer.label(name)).collect(),
        rows,
    };
    let note = Block::Paragraph(writer.frame("plan-checks-note"));
    section_of(
        "checks",
        "heading-plan-checks",
        vec![Block::Grid(grid), note],
        writer,
    )
}

fn row(told: &PlanCase<'_>, group: &[Check], writer: &mut Writer<'_>) -> Vec<Vec<Sentence>> {
    let check = &group[0];
    let what = writer.message(kind_message(check.kind), &[]);
    let own = writer.words;
    let names: Vec<&str> = group.iter().map(|check| own.said(check.drug.inn)).collect();
    let frame = About::Frame("check");
    let mut names: Vec<&str> = names;
    names.dedup();
    let standing = standing_words(told, check, writer);
    vec![
        vec![writer.literal(what, &about(check))],
        vec![writer.literal(names.join(", "), &frame)],
        vec![writer.literal(standing, &frame)],
    ]
}

/// The name of the message that says what is looked at.
fn kind_message(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Heart => "check-heart",
        CheckKind::HeartMeasured => "check-heart-measured",
        CheckKind::Pregnancy => "check-pregnancy",
        CheckKind::Lung => "check-lung",
    }
}

/// The name of a kind in JSON.
pub(super) fn kind_name(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Heart => "heart",
        CheckKind::HeartMeasured => "heart-measured",
        CheckKind::Pregnancy => "pregnancy",
        CheckKind::Lung => "lung",
    }
}

fn standing_words(told: &PlanCase<'_>, check: &Check, writer: &Writer<'_>) -> String {
    let question = |question: Question| writer.words.question(question);
    match check.standing {
        Standing::Met => writer.message("check-met", &[]),
        Standing::Open => {
            let asks = check.asks.map(question).unwrap_or_default();
            writer.message("check-open", &[("question", Value::Text(&asks))])
        }
        Standing::Closed => {
            let asked = match check.kind {
                CheckKind::Heart | CheckKind::HeartMeasured => Question::Lvef,
                CheckKind::Pregnancy => Question::Pregnant,
                CheckKind::Lung => Question::LungInflammation,
            };
            let known = super::row::known(told, writer.words, asked).unwrap_or_default();
            let values = [("known", Value::Text(&known))];
            writer.message("check-closed", &values)
        }
    }
}

/// What a check follows: the row that decided, else the page.
pub(super) fn about(check: &Check) -> About {
    let page = check.page;
    let (cite, mark) = match check.row {
        Some(row) => (row.cite(), row.also::<Mark>().iter().max()),
        None if check.kind == CheckKind::HeartMeasured => {
            let entry = measured_before(page);
            let mark = entry.map(|entry| entry.mark);
            (entry.map_or(page.cite, |entry| entry.cite), mark)
        }
        None => {
            let said = page.statements.iter().map(|of| of.mark);
            (page.cite, said.max())
        }
    };
    About::Knowledge {
        page: page.id,
        cite,
        mark: mark.unwrap_or(Mark::Checked),
    }
}

/// The checks that close an option, in sentences.
pub(super) fn closing(
    told: &PlanCase<'_>,
    item: PlanItem<'_>,
    writer: &mut Writer<'_>,
) -> Vec<Sentence> {
    if !item.is_closed_by_a_check() {
        return Vec::new();
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut said = Vec::new();
    for check in item
        .checks()
        .filter(|check| check.standing == Standing::Closed)
    {
        if !seen.contains(&check.page.id) {
            seen.push(check.page.id);
            let what = writer.message(kind_message(check.kind), &[]);
            let standing = standing_words(told, &check, writer);
            let words = format!("{what}: {standing}");
            said.push(writer.literal(words, &about(&check)).ended(";"));
        }
    }
    said
}
