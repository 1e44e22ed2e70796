//! An empty case with every key and what answers it.

use her2_case::{CareCase, Kind, Question};
use her2_documents::Words;
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
    line(
        "_",
        &json!(
            "Replace null by an answer. Keys that begin with _ are remarks. What is null is not known."
        ),
    );
    for question in questions {
        let ask = words
            .and_then(|words| words.ask(question))
            .unwrap_or_default();
        let answers = match question.kind() {
            Kind::Terms(terms) => format!("One of: {}; or a list of these.", terms.join(", ")),
            Kind::Number { unit } => format!("A number in {unit}, or \">=2\"."),
        };
        line(
            &format!("_{}", question.name()),
            &json!(format!("{ask} {answers}")),
        );
        line(question.name(), &serde_json::Value::Null);
    }
    for (key, remark, value) in OTHERS {
        line(&format!("_{key}"), &json!(remark));
        line(key, &value.parse().unwrap_or(serde_json::Value::Null));
    }
    let kept = out.trim_end().trim_end_matches(',').len();
    out.truncate(kept);
    out.push_str("\n}\n");
    out
}

/// Keys that are no question: each with a remark and a value of which nothing follows.
const OTHERS: [(&str, &str, &str); 6] = [
    (
        "her2",
        "HER2 evidence as for `her2 decide`: {\"ihc\":{\"score\":\"3+\"}}.",
        "null",
    ),
    (
        "prior",
        "Therapies that were given: [{\"medicines\":[\"name\"],\"setting\":\"early\",\"timing\":\"before-surgery\",\"start\":\"2024-01-05\",\"end\":\"2025-01-10\",\"outcome\":\"completed\"}]. Outcome: completed, progressed, toxicity, ongoing, unknown.",
        "[]",
    ),
    (
        "prior-complete",
        "Whether that list is complete: true or false. Without true, counts are lower bounds.",
        "null",
    ),
    (
        "recurrence",
        "The day of the recurrence: 2026-05-01.",
        "null",
    ),
    (
        "prognostic-stage",
        "The prognostic stage as a record states it: IIA.",
        "null",
    ),
    (
        "started",
        "Days of the first doses: {\"name\":\"2026-01-10\"}.",
        "{}",
    ),
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
