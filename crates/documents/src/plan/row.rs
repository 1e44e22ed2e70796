//! A row of a plan: who says it, how, since when, and what it rests on.

use super::PlanCase;
use crate::requirement::needed;
use crate::sentence::{About, RowRef, Sentence};
use crate::words::{Value, Words};
use crate::writer::Writer;
use her2_case::{Mark, Origin, Question, Term};
use her2_knowledge::EditionStatus;
use her2_pages::{Requirement, Standing};
use her2_pathway::therapy::{Force, PlanRow};

/// The row as sentences refer to it.
pub(super) fn row_ref(row: PlanRow<'_>) -> RowRef {
    let of = row.row();
    RowRef {
        page: row.page(),
        anchor: row.anchor(),
        edition: of.cite().edition,
        place: of.cite().anchor,
        project_rule: of.is_project_rule(),
        mark: row.mark().unwrap_or(Mark::Checked),
    }
}

/// About rows, and the facts that their requirements look at.
pub(super) fn about(told: &PlanCase<'_>, rows: &[PlanRow<'_>]) -> About {
    let mut because: Vec<Origin> = Vec::new();
    for row in rows {
        for requirement in row.requirements() {
            let known = told.plan.situation().known(requirement.question);
            let origin = known.and_then(|known| known.origin);
            because.extend(origin.filter(|origin| !because.contains(origin)));
        }
    }
    About::Finding {
        rows: rows.iter().map(|row| row_ref(*row)).collect(),
        because,
    }
}

/// About the row alone, without the places of the facts.
pub(super) fn about_row(row: PlanRow<'_>) -> About {
    About::Finding {
        rows: vec![row_ref(row)],
        because: Vec::new(),
    }
}

/// Who lists it: a body with the year of its edition, or the label of a medicine.
pub(super) fn body(words: &Words, row: PlanRow<'_>) -> String {
    let table = row.table();
    if let Some(edition) = table.edition {
        if edition.status == EditionStatus::Project {
            return words.get("plan-by-project", &[]).unwrap_or_default();
        }
        return format!("{} {}", edition.body, edition.year);
    }
    match table.drug {
        Some(drug) => {
            let name = drug.brands.first().copied().unwrap_or(words.said(drug.inn));
            words
                .get("plan-label-of", &[("name", Value::Text(name))])
                .unwrap_or_default()
        }
        None => table.page.to_owned(),
    }
}

/// Since when it counts, or that it does not on the day of the plan.
pub(super) fn force(words: &Words, row: PlanRow<'_>) -> String {
    let say = |name: &str, day: String| {
        words
            .get(name, &[("date", Value::Text(&day))])
            .unwrap_or_default()
    };
    match row.force() {
        Force::From(day) => say("plan-from", words.day(day)),
        Force::Ended(day) => say("plan-ended", words.day(day)),
        Force::Now => {
            let edition = row.table().edition.map(|edition| edition.in_force_from);
            match row.row().from().max(edition) {
                Some(day) => say("plan-since", words.day(day)),
                None => String::new(),
            }
        }
    }
}

/// How it is listed.
pub(super) fn listing(words: &Words, row: PlanRow<'_>) -> String {
    words.term(Question::Listing, row.listing().name())
}

/// How strongly; a label's strength is told by its listing.
pub(super) fn strength(words: &Words, row: PlanRow<'_>) -> String {
    let strengths = row.strengths();
    let named = strengths
        .iter()
        .filter(|strength| *strength != her2_case::Strength::Label)
        .map(|strength| words.term(Question::Strength, strength.name()));
    named.collect::<Vec<_>>().join(", ")
}

/// A requirement in words: `Line of therapy: first line`.
pub(super) fn requirement(words: &Words, requirement: &Requirement) -> String {
    let question = words.question(requirement.question);
    let needs = needed(words, requirement.question, requirement.needs);
    format!("{question}: {needs}")
}

/// What is known of the question of a requirement, in words; nothing if it is not known.
pub(super) fn known(told: &PlanCase<'_>, words: &Words, question: Question) -> Option<String> {
    let known = told.plan.situation().known(question)?;
    Some(super::situation::known_words(words, question, known.known))
}

/// The trials of a row by name.
pub(super) fn trials(row: PlanRow<'_>, writer: &mut Writer<'_>) -> Option<Sentence> {
    let names: Vec<&str> = row
        .evidence()
        .map(|trial| writer.words.said(trial.trial))
        .collect();
    let names = (!names.is_empty()).then(|| names.join(", "))?;
    let values = [("trials", Value::Text(&names))];
    Some(writer.line("plan-trials", &values, &About::Frame("trial")))
}

/// The requirements of a row in words, all of them or those that stand so.
pub(super) fn requirements(words: &Words, row: PlanRow<'_>, only: Option<Standing>) -> String {
    let wanted = |of: &Requirement| only.is_none_or(|standing| of.standing == standing);
    let said = row.requirements().filter(wanted);
    said.map(|of| requirement(words, &of))
        .collect::<Vec<_>>()
        .join("; ")
}
