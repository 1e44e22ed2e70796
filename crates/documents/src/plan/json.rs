//! The plan for programs. README names the keys; they do not change without a note.

mod option;

use super::{PlanCase, money, situation};
use crate::cited::source_json;
use crate::connect::Over;
use crate::drugs::{cost, price_json};
use crate::words::Words;
use her2_case::{Answered, Kind, Known, Origin, Question, Term};
use her2_knowledge::Evidence;
use her2_pages::{Citation, Row};
use her2_pathway::prognosis::Prognosis;
use her2_pathway::therapy::PlanItem;
use option::{KnownWords, OptionJson, RowJson};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A part of the whole.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'a> {
    Options(Vec<OptionJson<'a>>),
    Rows(Vec<RowJson<'a>>),
    Value(&'a Value),
}

/// One JSON object on one line, keys in alphabetical order.
pub(super) fn json(told: &PlanCase<'_>, words: &'static Words) -> String {
    let plan = told.plan;
    let asks: Vec<Value> = plan
        .asks()
        .iter()
        .map(|ask| {
            let (terms, unit) = match ask.question.kind() {
                Kind::Terms(terms) => (Some(terms), None),
                Kind::Number { unit } => (None, Some(unit)),
            };
            json!({
                "question": ask.question.name(),
                "ask": words.ask(ask.question),
                "options": ask.options,
                "terms": terms,
                "unit": unit,
            })
        })
        .collect();
    let mut value = json!({
        "as_of": plan.as_of().to_string(),
        "frame": words.get("plan-frame", &[]).map(|said| said.replace('\n', " ")),
        "her2": her2(told),
        "waiting_for_her2": plan.waiting_for_her2(),
        "contradiction": plan
            .situation()
            .contradiction()
            .map(|found| found.questions.map(Question::name)),
        "situation": situation::questions(told)
            .map(|(question, known)| fact(told, words, question, known.known, known.origin, known.derived))
            .collect::<Vec<_>>(),
        "map": crate::map::json(told),
        "stage": stage(told, words),
        "asks": asks,
        "cost": costs(told),
        "knowledge": {"version": her2_knowledge::version()},
    });
    if told.prognosis {
        let scores = Prognosis::of(plan.situation());
        value["prognosis"] = crate::prognosis::json(&scores, words);
    }
    if let Some((record, _)) = told.record {
        value["record"] = json!(record.name);
    }
    if let Some(over) = told.over.and_then(Over::told) {
        let sources = told.over.map(|over| over.sources);
        value["timeline"] = crate::timeline::json(words, &over, sources);
    }
    if let Some(notice) = words.notice() {
        value["lang"] = json!(words.lang());
        value["notice"] = json!(notice);
    }
    named(&mut value, told);
    let known = KnownWords::of(told, words);
    let options = |items: Vec<PlanItem<'_>>| {
        let items = items.into_iter();
        let items = items.map(|item| OptionJson::of(told, item, words, &known));
        Part::Options(items.collect())
    };
    let cautions = plan.cautions().map(|of| RowJson::of(of, words, &known));
    let mut parts: BTreeMap<&str, Part<'_>> = BTreeMap::new();
    parts.insert("met", options(plan.met().collect()));
    parts.insert("open", options(plan.open().collect()));
    parts.insert("closed", options(plan.closed().collect()));
    parts.insert("cautions", Part::Rows(cautions.collect()));
    let rest = value.as_object().into_iter().flatten();
    parts.extend(rest.map(|(key, value)| (key.as_str(), Part::Value(value))));
    serde_json::to_string(&parts).expect("texts, numbers and lists are all there is")
}

/// A source by its name and place; `sources` says what it is.
fn cite_of(cite: Citation) -> String {
    cite.to_string()
}

/// What rows name by their ids, each once: sources by citation, trials by id.
fn named(value: &mut Value, told: &PlanCase<'_>) {
    let mut sources: BTreeMap<String, Value> = BTreeMap::new();
    let mut trials: BTreeMap<&str, Value> = BTreeMap::new();
    let mut cite = |of: Citation| {
        let name = of.to_string();
        sources.entry(name).or_insert_with(|| source_json(of));
    };
    for item in told.plan.options() {
        item.regimen().facts.iter().for_each(|fact| cite(fact.cite));
        for check in item.checks() {
            cite(check.row.map_or(check.page.cite, Row::cite));
        }
        for row in item.rows() {
            cite(row.row().cite());
            for of in row.evidence() {
                trials.entry(of.id).or_insert_with(|| trial(of));
            }
        }
    }
    for row in told.plan.cautions() {
        cite(row.row().cite());
        for of in row.evidence() {
            trials.entry(of.id).or_insert_with(|| trial(of));
        }
    }
    if let her2_pathway::therapy::Her2Given::Found { category, .. } = told.plan.her2() {
        category.rows().for_each(|row| cite(row.cite()));
    }
    if let Some(stage) = told.plan.stage() {
        stage.rows().for_each(|row| cite(row.cite()));
    }
    value["sources"] = json!(sources);
    value["trials"] = json!(trials);
}

fn terms(question: Question, bits: u64) -> Vec<&'static str> {
    let Kind::Terms(names) = question.kind() else {
        return Vec::new();
    };
    let named = names.iter().enumerate();
    let held = named.filter(|(index, _)| bits & 1 << index != 0);
    held.map(|(_, name)| *name).collect()
}

fn her2(told: &PlanCase<'_>) -> Value {
    let her2 = told.plan.her2();
    let because: Vec<Value> = match her2 {
        her2_pathway::therapy::Her2Given::Found { category, .. } => {
            category.rows().map(table_row).collect()
        }
        _ => Vec::new(),
    };
    json!({
        "categories": her2.categories().iter().map(Term::name).collect::<Vec<_>>(),
        "opens_medicines": her2.opens_medicines(),
        "awaited": her2.awaited().iter().map(Term::name).collect::<Vec<_>>(),
        "actions": her2.actions().iter().map(Term::name).collect::<Vec<_>>(),
        "because": because,
        "origin": her2.origin().map(|place| origin(told, place)),
    })
}

fn table_row(row: &'static Row) -> Value {
    json!({
        "row": format!("{}#{}", row.page(), row.anchor()),
        "source": cite_of(row.cite()),
        "basis": if row.is_project_rule() { "project" } else { "source" },
    })
}

fn origin(told: &PlanCase<'_>, origin: Origin) -> Value {
    if let (Some(span), Some((_, source))) = (origin.as_span(), told.record) {
        let several = told.over.map(|over| over.sources);
        let source = several.map_or(source, |sources| sources.text(origin.record));
        let mut value =
            json!({"kind": "record", "span": [span.start, span.end], "quote": source.quote(span)});
        if let Some(path) = source.path(span) {
            value["path"] = json!(path);
        }
        if let Some(sources) = several.filter(|sources| sources.are_several()) {
            value["record"] = json!(sources.name(origin.record));
        }
        return value;
    }
    match Answered::of(origin) {
        Some(Answered::Question(question)) => {
            json!({"kind": "answer", "question": question.name()})
        }
        Some(Answered::Recurrence) => json!({"kind": "answer", "question": "recurrence"}),
        Some(Answered::PriorComplete) => json!({"kind": "answer", "question": "prior-complete"}),
        Some(Answered::Prior(at)) => json!({"kind": "prior", "number": at + 1}),
        Some(Answered::Lvef(at)) => json!({"kind": "lvef", "number": at + 1}),
        None => json!({"kind": "record"}),
    }
}

fn fact(
    told: &PlanCase<'_>,
    words: &Words,
    question: Question,
    known: Known,
    from: Option<Origin>,
    derived: bool,
) -> Value {
    let (terms, amount) = match known {
        Known::Terms(bits) => (Some(terms(question, bits)), None),
        Known::Amount(amount) => (None, Some(amount.to_string())),
    };
    json!({
        "question": question.name(),
        "terms": terms,
        "amount": amount,
        "words": situation::known_words(words, question, known),
        "origin": from.map(|place| origin(told, place)),
        "derived": derived,
    })
}

fn stage(told: &PlanCase<'_>, words: &Words) -> Value {
    let anatomic = told.plan.stage().map(|group| {
        let bits = group.answers().bits();
        json!({
            "groups": terms(Question::StageGroup, bits),
            "because": group.rows().map(table_row).collect::<Vec<_>>(),
            "words": crate::requirement::terms(words, Question::StageGroup, bits),
        })
    });
    let prognostic = told.plan.prognostic_stage();
    let table = told.stage_table;
    let licensed = table
        .and_then(|table| table.stage(told.plan.situation()))
        .map(|stage| {
            json!({
                "groups": stage.possible().iter().map(Term::name).collect::<Vec<_>>(),
                "table": stage.table().name(),
                "sha256": stage.table().hash(),
                "lines": stage.lines(),
                "asks": stage.asks().iter().map(|of| of.name()).collect::<Vec<_>>(),
            })
        });
    json!({
        "anatomic": anatomic,
        "prognostic_as_stated": prognostic.map(|stage| stage.value.name()),
        "licensed": licensed,
    })
}

fn trial(of: &'static Evidence) -> Value {
    let results: Vec<Value> = of
        .results
        .iter()
        .map(|result| {
            json!({
                "endpoint": result.endpoint, "value": result.value, "hr": result.hr,
                "interval": result.interval, "p": result.p, "note": result.note,
                "mark": result.mark.name(),
            })
        })
        .collect();
    json!({"trial": of.trial, "id": of.id, "population": of.population, "n": of.n, "results": results})
}

fn costs(told: &PlanCase<'_>) -> Vec<Value> {
    let asked = money::asked(told);
    money::medicines(told)
        .into_iter()
        .map(|drug| {
            let priced: Vec<Value> = cost::priced(drug, &asked).iter().map(price_json).collect();
            json!({"medicine": drug.id, "doses": priced})
        })
        .collect()
}
