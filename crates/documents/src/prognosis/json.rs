//! Prognostic scores for programs. Survival is given to four decimals: more would be noise.

use super::answer::names;
use crate::words::Words;
use her2_case::{Question, Term};
use her2_knowledge::prognosis::Score;
use her2_pathway::prognosis::{Outcome, Prognosis, Scored, Stacks, Step, YEARS};
use serde_json::{Value, json};

/// Every score, given or not, and the words that say what they are for.
pub(crate) fn json(scores: &Prognosis, words: &Words) -> Value {
    let mut all: Vec<Value> = scores
        .predict
        .iter()
        .map(|scored| one(scored, words, |given| json!({"stacks": stacks(given)})))
        .collect();
    all.push(one(
        &scores.npi,
        words,
        |given| json!({"value": given.value().to_string(), "class": given.class()}),
    ));
    all.push(one(
        &scores.cts5,
        words,
        |given| json!({"value": given.value().to_string(), "class": given.class()}),
    ));
    all.push(one(
        &scores.rcb,
        words,
        |given| json!({"value": four(given.value()), "class": given.class()}),
    ));
    all.push(one(
        &scores.cps_eg,
        words,
        |given| json!({"points": given.points()}),
    ));
    let frame = words.get("prognosis-frame", &[]);
    json!({
        "frame": frame.map(|said| said.replace('\n', " ")),
        "use": "research",
        "scores": all,
    })
}

fn one<R>(scored: &Scored<R>, words: &Words, given: impl FnOnce(&R) -> Value) -> Value {
    let Score {
        id,
        page,
        name,
        version,
        cite,
        mark,
        licence,
        limits,
        ..
    } = scored.score();
    let questions = |list: &[Question]| list.iter().map(|of| of.name()).collect::<Vec<_>>();
    let limits: Vec<Value> = limits
        .iter()
        .map(|limit| json!({"text": limit.text, "mark": limit.mark.name()}))
        .collect();
    let mut value = json!({
        "id": id,
        "name": name,
        "version": version,
        "page": page,
        "cite": cite.to_string(),
        "mark": mark.name(),
        "licence": licence,
        "limits": limits,
        "uses": questions(scored.uses()),
        "assumes": questions(scored.assumes()),
        "would_add": questions(scored.would_add()),
    });
    let (key, said) = match scored.outcome() {
        Outcome::Given(result) => ("result", given(result)),
        Outcome::Asks(asks) => (
            "asks",
            json!({"questions": questions(asks), "words": names(words, asks)}),
        ),
        Outcome::Refused(refusals) => {
            let refusals = refusals.iter().map(|refusal| refusal.name());
            ("refused", refusals.collect())
        }
    };
    value[key] = said;
    value
}

fn stacks(given: &Stacks) -> Value {
    let steps = |steps: &Vec<Step>| steps.iter().map(step).collect::<Vec<_>>();
    given.stacks.iter().map(steps).collect()
}

/// Percent alive, and dead of either cause, at the end of each year.
fn step(step: &Step) -> Value {
    let survival = &step.survival;
    let years = |of: &dyn Fn(usize) -> f64| (1..=YEARS).map(|at| four(of(at))).collect::<Vec<_>>();
    json!({
        "added": step.added.name(),
        "alive": years(&|year| survival.overall(year)),
        "breast_cancer_deaths": years(&|year| survival.breast_deaths(year)),
        "other_deaths": years(&|year| survival.other_deaths(year)),
    })
}

fn four(value: f64) -> f64 {
    const UNIT: f64 = 10_000.0;
    (value * UNIT).round() / UNIT
}
