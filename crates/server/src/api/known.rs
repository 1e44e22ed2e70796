//! What is known without a record: medicines, topics, editions.

use super::answer::{Answer, Form};
use super::asked::Asked;
use super::care::in_form;
use super::records::no_words;
use crate::Stop;
use crate::problem::HttpProblem;
use axum::http::StatusCode;
use her2::{DrugsAsked, Her2Category, NoMedicine};
use serde_json::json;

/// All medicines, or the one that is named.
pub(super) fn drugs(asked: &Asked, _: &Stop) -> Result<Answer, HttpProblem> {
    let with = DrugsAsked {
        as_of: asked.as_of(),
        setting: asked.field("setting").and_then(her2::setting_named),
        her2: asked.field("her2").and_then(category),
        weight: asked.weight(),
        verified_only: asked.field("for") == Some("patient"),
    };
    let (name, lang) = (asked.name.as_deref(), asked.lang());
    let none = |none: NoMedicine| {
        HttpProblem::new(
            StatusCode::NOT_FOUND,
            "there is no such medicine",
            format!("{none}; /api/v1/drugs lists them all"),
        )
    };
    let out = match asked.form {
        Form::Csv => her2::medicines_csv(name, &with, lang),
        Form::Json => her2::medicines_json(name, &with, lang),
        form => {
            her2::medicines(name, &with, lang).map(|page| page.map(|page| in_form(&page, form)))
        }
    };
    let out = out.map_err(none)?.ok_or_else(no_words)?;
    Ok(Answer::new(asked.form, out))
}

fn category(name: &str) -> Option<Her2Category> {
    match name {
        "positive" => Some(Her2Category::Positive),
        "low" => Some(Her2Category::Low),
        "ultralow" => Some(Her2Category::Ultralow),
        _ => None,
    }
}

/// The topics, or the one that is named.
pub(super) fn learn(asked: &Asked, _: &Stop) -> Result<Answer, HttpProblem> {
    let topic = asked.name.as_deref().map(str::to_lowercase);
    let document = her2::learn(topic.as_deref(), asked.lang()).ok_or_else(|| {
        let near = topic.as_deref().and_then(her2::nearest_topic);
        let near = near.map(|near| format!(" Is `{near}` meant?"));
        HttpProblem::new(
            StatusCode::NOT_FOUND,
            "there is no such topic",
            format!("/api/v1/learn lists them.{}", near.unwrap_or_default()),
        )
    })?;
    Ok(Answer::new(asked.form, in_form(&document, asked.form)))
}

/// Names that can be asked for.
pub(super) fn editions(_: &Asked, _: &Stop) -> Result<Answer, HttpProblem> {
    let names = json!({
        "editions": her2::editions(),
        "languages": her2::languages(),
        "topics": her2::topic_names(),
        "knowledge": {"version": her2::knowledge_version()},
    });
    Ok(Answer::new(Form::Json, names.to_string()))
}
