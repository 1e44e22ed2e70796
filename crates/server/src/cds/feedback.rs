//! What became of cards: counted by service, outcome and reason, and nothing of it kept.

use super::ask::{Refusal, is_uuid};
use her2::Object;
use her2::cards::{CARD_SYSTEM, OverrideReason};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

/// The most cards of one call.
const MOST: usize = 100;

/// What became of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Accepted,
    Overridden,
}

/// Why it was set aside, if somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    NotSaid,
    Ours(OverrideReason),
    Other,
}

#[derive(Deserialize)]
struct Sent<'a> {
    #[serde(borrow)]
    feedback: Vec<Object<One<'a>>>,
}

#[derive(Deserialize)]
struct One<'a> {
    #[serde(borrow)]
    card: Cow<'a, str>,
    #[serde(borrow)]
    outcome: Cow<'a, str>,
    #[serde(borrow, rename = "outcomeTimestamp")]
    at: Cow<'a, str>,
    #[serde(borrow, rename = "overrideReason")]
    why: Option<Overridden<'a>>,
    #[serde(borrow, rename = "acceptedSuggestions")]
    suggestions: Option<Vec<Suggestion<'a>>>,
}

#[derive(Deserialize)]
struct Overridden<'a> {
    #[serde(borrow)]
    reason: Option<Reason<'a>>,
}

#[derive(Deserialize)]
struct Reason<'a> {
    #[serde(borrow)]
    system: Option<Cow<'a, str>>,
    #[serde(borrow)]
    code: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Suggestion<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

/// Reads what became of cards. Comments are not looked at.
pub(crate) fn read(body: &[u8]) -> Result<Vec<(Outcome, Why)>, Refusal> {
    let Object(sent): Object<Sent<'_>> = serde_json::from_slice(body).map_err(|error| {
        let detail = format!(
            "line {}, column {}: send `{{\"feedback\": [{{\"card\", \"outcome\", \"outcomeTimestamp\"}}]}}`",
            error.line(),
            error.column()
        );
        Refusal::wrong("the body is no feedback of CDS Hooks", detail)
    })?;
    if sent.feedback.is_empty() || sent.feedback.len() > MOST {
        let detail = format!("`feedback` must hold 1 to {MOST} cards");
        return Err(Refusal::wrong("the feedback is empty or too long", detail));
    }
    sent.feedback.iter().map(|of| one(&of.0)).collect()
}

fn one(of: &One<'_>) -> Result<(Outcome, Why), Refusal> {
    let wrong = |what: &str| Err(Refusal::wrong("the feedback cannot be counted", what));
    if !is_uuid(&of.card) {
        return wrong("`card` must be the `uuid` of a card");
    }
    if of.at.parse::<jiff::Timestamp>().is_err() {
        return wrong("`outcomeTimestamp` must be a time, as 2026-01-31T12:00:00Z");
    }
    let outcome = match &*of.outcome {
        "accepted" => Outcome::Accepted,
        "overridden" => Outcome::Overridden,
        _ => return wrong("`outcome` must be `accepted` or `overridden`"),
    };
    // No card of these services suggests anything, so a list may be missing; one that is there must hold ids.
    let named = of
        .suggestions
        .iter()
        .flatten()
        .all(|one| !one.id.is_empty());
    if !named {
        return wrong("each of `acceptedSuggestions` must have an `id`");
    }
    if outcome == Outcome::Accepted && of.why.is_some() {
        return wrong("`overrideReason` belongs to `overridden`");
    }
    let reason = of.why.as_ref().and_then(|why| why.reason.as_ref());
    Ok((outcome, reason.map_or(Why::NotSaid, why)))
}

fn why(reason: &Reason<'_>) -> Why {
    let ours = reason.system.as_deref().is_none_or(|of| of == CARD_SYSTEM);
    let mut known = OverrideReason::ALL.into_iter().filter(|_| ours);
    let known = known.find(|of| Some(of.name()) == reason.code.as_deref());
    known.map_or(Why::Other, Why::Ours)
}

/// How often cards were accepted and set aside, by service.
#[derive(Debug, Default)]
pub(crate) struct Feedback(Mutex<BTreeMap<(&'static str, Outcome, Why), u64>>);

impl Feedback {
    /// Counts what became of the cards of a service.
    pub(crate) fn count(&self, service: &'static str, told: &[(Outcome, Why)]) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (outcome, why) in told {
            *counts.entry((service, *outcome, *why)).or_default() += 1;
        }
    }

    /// The counts as Prometheus reads them. Every label is one of a few words of this program.
    pub(crate) fn text(&self, out: &mut String) {
        const NAME: &str = "her2_cds_feedback_total";
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.is_empty() {
            return;
        }
        let _ = writeln!(out, "# HELP {NAME} Cards accepted and set aside.");
        let _ = writeln!(out, "# TYPE {NAME} counter");
        for ((service, outcome, why), count) in counts.iter() {
            let outcome = match outcome {
                Outcome::Accepted => "accepted",
                Outcome::Overridden => "overridden",
            };
            let why = match why {
                Why::NotSaid => "not-said",
                Why::Ours(reason) => reason.name(),
                Why::Other => "other",
            };
            let _ = writeln!(
                out,
                "{NAME}{{service=\"{service}\",outcome=\"{outcome}\",reason=\"{why}\"}} {count}"
            );
        }
    }
}
