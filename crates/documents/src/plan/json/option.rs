//! Options and their rows, the larger part of a plan, written without a tree of values in between.

use super::super::PlanCase;
use super::super::before::given_before;
use super::super::checks;
use super::super::row::{body, known};
use super::cite_of;
use crate::requirement::needed;
use crate::words::Words;
use her2_case::{Mark, Question, Term};
use her2_pages::{Row, Standing};
use her2_pathway::therapy::{Check, Force, PlanItem, PlanRow};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An option; keys in alphabetical order, as everywhere.
#[derive(Serialize)]
pub(super) struct OptionJson<'a> {
    abbreviation: Option<&'static str>,
    cautions: Vec<String>,
    checks: Vec<Value>,
    closed_by_check: bool,
    facts: Vec<Value>,
    given_before: Vec<Value>,
    her2_directed: bool,
    medicines: Vec<&'static str>,
    name: &'static str,
    partners: Vec<Value>,
    regimen: &'static str,
    rows: Vec<RowJson<'a>>,
    standing: &'static str,
}

/// A row.
#[derive(Serialize)]
pub(super) struct RowJson<'a> {
    day: Option<String>,
    evidence: Vec<&'static str>,
    force: &'static str,
    listed_by: String,
    listing: &'static str,
    mark: &'static str,
    note: Option<&'static str>,
    regimen: &'static str,
    requirements: Vec<RequirementJson<'a>>,
    row: String,
    source: String,
    standing: &'static str,
    strength: Vec<&'static str>,
}

#[derive(Serialize)]
struct RequirementJson<'a> {
    known: Option<&'a str>,
    needs: String,
    question: &'static str,
    standing: &'static str,
}

/// What is known of each question, in words, put once.
pub(super) struct KnownWords(BTreeMap<Question, String>);

impl KnownWords {
    pub(super) fn of(told: &PlanCase<'_>, words: &Words) -> Self {
        let asked = told.plan.situation().asked().iter();
        let said = asked.filter_map(|asked| {
            let question = asked.question();
            Some((question, known(told, words, question)?))
        });
        Self(said.collect())
    }
}

pub(super) fn standing(of: Standing) -> &'static str {
    match of {
        Standing::Met => "met",
        Standing::Open => "open",
        Standing::Closed => "closed",
    }
}

impl<'a> OptionJson<'a> {
    pub(super) fn of(
        told: &PlanCase<'_>,
        item: PlanItem<'_>,
        words: &Words,
        known: &'a KnownWords,
    ) -> Self {
        let regimen = item.regimen();
        let partners = regimen
            .partners
            .iter()
            .map(|of| json!({"any_of": of.any_of, "class": of.class.name(), "note": of.note.map(|note| words.said(note))}));
        let facts = regimen
            .facts
            .iter()
            .map(|of| json!({"text": words.said(of.text), "mark": of.mark.name(), "source": cite_of(of.cite)}));
        Self {
            abbreviation: regimen.abbreviation.map(|short| words.said(short)),
            cautions: item.cautions().map(PlanRow::id).collect(),
            checks: item.checks().map(|of| check(&of)).collect(),
            closed_by_check: item.is_closed_by_a_check(),
            facts: facts.collect(),
            given_before: given_before(told.case, regimen)
                .map(|of| json!({"medicine": of.medicine, "outcome": of.outcome.name()}))
                .collect(),
            her2_directed: regimen.is_her2_directed(),
            medicines: regimen.drugs().map(|drug| drug.id).collect(),
            name: words.said(regimen.name),
            partners: partners.collect(),
            regimen: regimen.id,
            rows: item
                .rows()
                .map(|of| RowJson::of(of, words, known))
                .collect(),
            standing: standing(item.standing()),
        }
    }
}

impl<'a> RowJson<'a> {
    pub(super) fn of(of: PlanRow<'_>, words: &Words, known: &'a KnownWords) -> Self {
        let (force, day) = match of.force() {
            Force::Now => ("now", of.row().from()),
            Force::From(day) => ("not-yet", Some(day)),
            Force::Ended(day) => ("ended", Some(day)),
        };
        let requirements = of.requirements().map(|needs| RequirementJson {
            known: known.0.get(&needs.question).map(String::as_str),
            needs: needed(words, needs.question, needs.needs),
            question: needs.question.name(),
            standing: standing(needs.standing),
        });
        Self {
            day: day.map(|day| day.to_string()),
            evidence: of.evidence().map(|of| of.id).collect(),
            force,
            listed_by: body(words, of),
            listing: of.listing().name(),
            mark: of.mark().unwrap_or(Mark::Checked).name(),
            note: of.note().map(|note| words.said(note)),
            regimen: of.regimen().id,
            requirements: requirements.collect(),
            row: of.id(),
            source: cite_of(of.row().cite()),
            standing: standing(of.standing()),
            strength: of.strengths().iter().map(Term::name).collect(),
        }
    }
}

fn check(of: &Check) -> Value {
    let cite = of.row.map_or(of.page.cite, Row::cite);
    json!({
        "kind": checks::kind_name(of.kind),
        "medicine": of.drug.id,
        "page": of.page.id,
        "row": of.row.map(|row| format!("{}#{}", row.page(), row.anchor())),
        "standing": standing(of.standing),
        "asks": of.asks.map(Question::name),
        "mark": checks::about(of).mark().name(),
        "source": cite_of(cite),
    })
}
