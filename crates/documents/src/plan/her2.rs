//! The HER2 result the plan starts from.

use super::{PlanCase, section_of};
use crate::page::{Block, Section};
use crate::sentence::{About, RowRef, Sentence};
use crate::writer::{Writer, text};
use her2_case::{Answered, Mark, Question, Term};
use her2_pages::Finding;
use her2_pathway::therapy::Her2Given;

/// What is known of HER2, and what it means for this page.
pub(super) fn lead(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let about = about(told);
    let plan = told.plan;
    if plan.waiting_for_her2() {
        return writer.say("plan-lead-waiting", &[], &about);
    }
    let result = words(told, writer);
    let values = [text("result", &result)];
    if plan.her2().rules_out_medicines() {
        return writer.say("plan-lead-ruled-out", &values, &about);
    }
    writer.say("plan-lead-her2", &values, &about)
}

/// The categories that are still possible, in words.
pub(super) fn words(told: &PlanCase<'_>, writer: &Writer<'_>) -> String {
    let categories = told.plan.her2().categories();
    if categories.is_empty() {
        return writer.message("term-not-known", &[]);
    }
    crate::requirement::terms(writer.words, Question::Her2Category, categories.bits())
}

/// What the result rests on.
pub(super) fn about(told: &PlanCase<'_>) -> About {
    match told.plan.her2() {
        Her2Given::Nothing => About::NotSaid("her2-category"),
        Her2Given::Stated(fact) => About::fact(fact.origin),
        Her2Given::Found { category, .. } => finding(category),
    }
}

/// About a finding of any table.
pub(super) fn finding<A: Term>(finding: &Finding<A>) -> About {
    let rows = finding
        .rows()
        .map(|row| RowRef {
            page: row.page(),
            anchor: row.anchor(),
            edition: row.cite().edition,
            place: row.cite().anchor,
            project_rule: row.is_project_rule(),
            mark: row.also::<Mark>().iter().max().unwrap_or(Mark::Checked),
        })
        .collect();
    About::Finding {
        rows,
        because: finding.because().to_vec(),
    }
}

pub(super) fn section(told: &PlanCase<'_>, writer: &mut Writer<'_>) -> Option<Section> {
    let about = about(told);
    let her2 = told.plan.her2();
    let result = words(told, writer);
    let mut facts = vec![(
        writer.label("plan-her2-result"),
        vec![writer.literal(result, &about)],
    )];
    let basis = match her2 {
        Her2Given::Nothing => "plan-her2-nothing",
        Her2Given::Stated(fact) => match Answered::of(fact.origin) {
            Some(_) => "plan-her2-stated",
            None => "plan-her2-read",
        },
        Her2Given::Found { .. } => "plan-her2-found",
    };
    let said = writer.say(basis, &[], &about);
    facts.push((writer.label("plan-her2-basis"), said));
    let awaited: Vec<Sentence> = her2
        .awaited()
        .iter()
        .map(|awaited| {
            let name = format!("awaited-{}", awaited.name());
            writer.line(&name, &[], &about).ended(";")
        })
        .collect();
    if !awaited.is_empty() {
        facts.push((writer.label("plan-her2-awaited"), awaited));
    }
    let actions: Vec<Sentence> = her2
        .actions()
        .iter()
        .flat_map(|action| writer.say(&format!("action-{}", action.name()), &[], &about))
        .collect();
    if !actions.is_empty() {
        facts.push((writer.label("plan-her2-actions"), actions));
    }
    let mut blocks = vec![Block::Facts(facts)];
    if told.plan.waiting_for_her2() {
        blocks.push(Block::Note(writer.say("plan-waiting", &[], &about)));
    }
    section_of("her2", "heading-plan-her2", blocks, writer)
}
