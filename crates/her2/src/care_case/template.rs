//! An empty case with every key and what answers it.

use her2_case::{CareCase, Kind, PriorOutcome, Question};
use her2_documents::{Value, Words};
use serde_json::json;
use std::fmt::Write;

/// An empty case in JSON: each question with a remark before it, all of them not known. It reads as a case of which nothing is known.
pub fn case_template(lang: &str) -> String {
    let words = Words::of(lang);
    let mut questions: Vec<Question> = vec![Question::Her2Category];
    for question in CareCase::QUESTIONS {
        if !questions.contains(question) {
            questions.push(*question);
        }
    }
    let mut out = String::from("{\n");
    let mut line = |key: &str, value: &serde_json::Value| {
        // A string can be written to.
        let _ = writeln!(out, "  {}: {value},", json!(key));
    };
    let say = |name: &str, values: &[(&'static str, Value<'_>)]| {
        let said = words.and_then(|words| words.get(&format!("template-{name}"), values));
        json!(said.unwrap_or_default())
    };
    line("_", &say("how", &[]));
    for question in questions {
        let ask = words
            .and_then(|words| words.ask(question))
            .unwrap_or_default();
        let ask = ("ask", Value::Text(&ask));
        let remark = match question.kind() {
            Kind::Terms(terms) => {
                let terms = terms.join(", ");
                say("one-of", &[ask, ("terms", Value::Text(&terms))])
            }
            Kind::Number { .. } => {
                let unit = words.map(|words| words.unit(question, false));
                let unit = unit.unwrap_or_default();
                let example = ("example", Value::Text("\">=2\""));
                say("number", &[ask, ("unit", Value::Text(&unit)), example])
            }
        };
        line(&format!("_{}", question.name()), &remark);
        line(question.name(), &serde_json::Value::Null);
    }
    let outcomes: Vec<&str> = PriorOutcome::ALL.iter().map(|of| of.name()).collect();
    let outcomes = outcomes.join(", ");
    for (key, example, value) in OTHERS {
        let values = [
            ("example", Value::Text(example)),
            ("terms", Value::Text(&outcomes)),
        ];
        line(&format!("_{key}"), &say(key, &values));
        line(key, &value.parse().unwrap_or(serde_json::Value::Null));
    }
    let kept = out.trim_end().trim_end_matches(',').len();
    out.truncate(kept);
    out.push_str("\n}\n");
    out
}

/// Keys that are no question: each with an example and a value of which nothing follows.
const OTHERS: [(&str, &str, &str); 6] = [
    ("her2", "{\"ihc\":{\"score\":\"3+\"}}", "null"),
    (
        "prior",
        "[{\"medicines\":[\"name\"],\"setting\":\"early\",\"timing\":\"before-surgery\",\"start\":\"2024-01-05\",\"end\":\"2025-01-10\",\"outcome\":\"completed\"}]",
        "[]",
    ),
    ("prior-complete", "true", "null"),
    ("recurrence", "2026-05-01", "null"),
    ("prognostic-stage", "IIA", "null"),
    ("started", "{\"name\":\"2026-01-10\"}", "{}"),
];

#[cfg(test)]
mod tests {
    use super::case_template;
    use crate::CareInput;
    use her2_case::CareCase;

    #[test]
    fn the_template_reads_as_a_case_of_which_nothing_is_known_and_names_every_question() {
        let template = case_template("en");
        let input = CareInput::read(template.as_bytes()).unwrap();
        assert_eq!(input.case().answers().count(), 0);
        assert!(input.case().prior.is_empty());
        for question in CareCase::QUESTIONS {
            let key = format!("\n  \"{}\": null", question.name());
            assert!(template.contains(&key), "{}", question.name());
        }
    }
}
