//! The clinician's summary as JSON: the same findings, for programs.

use crate::sentence::{About, RowRef};
use crate::told::{Decided, EditionTold, Story, Tested};
use crate::words::Words;
use her2_case::{Comment, Context, Term, TermSet};
use serde_json::{Value, json};

/// The findings of a story as one JSON object on one line, keys in alphabetical order.
pub(crate) fn json(story: &Story<'_>, words: &'static Words) -> String {
    let main = story.main();
    let by_edition: Vec<Value> = story
        .by_edition
        .iter()
        .map(|(told, decided)| {
            let mut value = decision(decided, story, words);
            value["edition"] = edition(told);
            value
        })
        .collect();
    let retest: Vec<Value> = story
        .retest
        .iter()
        .map(|retest| json!({"answer": retest.answer, "rows": retest.rows.iter().map(row).collect::<Vec<_>>()}))
        .collect();
    let problems: Vec<Value> = story
        .record
        .problems
        .iter()
        .map(|problem| {
            let span = problem.origin.and_then(her2_case::Origin::as_span);
            json!({
                "code": problem.code,
                "severity": problem.severity.name(),
                "message": problem.message,
                "span": span.map(|span| [span.start, span.end]),
            })
        })
        .collect();
    let mut value = json!({
        "record": story.record.name,
        "signed": story.record.her2_status.0.name(),
        "edition": edition(&story.edition),
        "finding": main.map(|tested| decision(&tested.decided, story, words)),
        "deciding_specimen": story.deciding.map(|index| index + 1),
        "flags": flags(story, words),
        "actions": names(story.actions),
        "comments": comments(story.comments, words),
        "own_edition": story.own.as_ref().map(|own| json!({"id": own.edition.id.0, "stated": own.stated})),
        "handling": story.handling.as_ref().map(|told| json!({"answer": told.answer, "rows": told.rows.iter().map(row).collect::<Vec<_>>()})),
        "specimens": story.tested.iter().map(|tested| specimen(tested, story, words)).collect::<Vec<_>>(),
        "by_edition": by_edition,
        "retest": retest,
        "problems": problems,
        "knowledge": {"version": story.version, "checked": story.checked.map(|day| day.to_string()).unwrap_or_default(), "stale": story.stale},
    });
    if let Some(over) = &story.over {
        value["timeline"] = crate::timeline::json(words, over, story.sources);
    }
    if let Some(notice) = words.notice() {
        value["lang"] = json!(words.lang());
        value["notice"] = json!(notice);
    }
    value.to_string()
}

fn specimen(tested: &Tested, story: &Story<'_>, words: &'static Words) -> Value {
    let mut value = decision(&tested.decided, story, words);
    let label = tested.tumor.or(tested.label);
    value["label"] = json!(label.map(|span| story.source.quote(span)));
    value["context"] = match tested.context {
        Context::Current => json!("current"),
        Context::Prior => json!("prior"),
    };
    value["implied"] = json!(tested.implied);
    value["signed"] = json!(tested.signed.name());
    value["evidence"] = json!(super::evidence::line(words, tested));
    value
}

fn decision(decided: &Decided, story: &Story<'_>, words: &'static Words) -> Value {
    let change = decided
        .recount_change
        .map(|(from, to)| [from.name(), to.name()]);
    let because: Vec<Value> = decided
        .steps
        .iter()
        .filter_map(|step| {
            let mut value = step.row.as_ref().map(row)?;
            value["question"] = json!(step.question);
            value["answer"] = json!(step.answer);
            Some(value)
        })
        .collect();
    json!({
        "status": decided.status.map(Term::name),
        "possible": names(decided.possible),
        "category": decided.category.map(Term::name),
        "group": decided.group.map(Term::name),
        "awaited": names(decided.awaited),
        "actions": names(decided.actions),
        "comments": comments(decided.comments, words),
        "flags": names(decided.flags),
        "recount_change": change,
        "because": because,
        "quotes": quotes(&decided.status_about, story),
    })
}

fn comments(comments: TermSet<Comment>, words: &'static Words) -> Vec<Value> {
    comments
        .iter()
        .map(|comment| {
            let text = words.get(&format!("text-{}", comment.name()), &[]);
            json!({"id": comment.name(), "text": text.map(|text| text.replace('\n', " "))})
        })
        .collect()
}

fn quotes(about: &About, story: &Story<'_>) -> Vec<Value> {
    about
        .places()
        .into_iter()
        .filter_map(her2_case::Origin::as_span)
        .map(|span| json!({"span": [span.start, span.end], "quote": story.source.quote(span)}))
        .collect()
}

fn flags(story: &Story<'_>, words: &'static Words) -> Vec<Value> {
    story
        .all_flags()
        .iter()
        .map(|flag| {
            let meaning = words.get(&format!("flag-{}", flag.name()), &[]);
            json!({"code": flag.name(), "meaning": meaning})
        })
        .collect()
}

pub(crate) fn row(row: &RowRef) -> Value {
    let edition = her2_knowledge::edition(row.edition);
    let place = edition.and_then(|edition| edition.anchor(row.place));
    json!({
        "page": row.page,
        "row": row.anchor,
        "cite": format!("{}#{}", row.edition, row.place),
        "source": edition.map(|edition| edition.title),
        "place": place,
        "doi": edition.and_then(|edition| edition.doi.first()),
        "basis": if row.project_rule { "project" } else { "source" },
    })
}

fn edition(told: &EditionTold) -> Value {
    json!({
        "id": told.id.0,
        "title": told.title,
        "year": told.year,
        "affirmed": told.affirmed,
    })
}

fn names<T: Term>(terms: TermSet<T>) -> Vec<&'static str> {
    terms.iter().map(Term::name).collect()
}
