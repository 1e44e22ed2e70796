//! Trials with their results, as rows of a table or as lines.

use crate::sentence::{About, Sentence};
use crate::words::Words;
use crate::writer::Writer;
use her2_case::Mark;
use her2_knowledge::{Evidence, TrialResult};
use her2_pages::Citation;

/// A row for each trial: name, population, results. A trial of which nothing may be shown has none.
pub(crate) fn trial_rows(
    trials: &[&'static Evidence],
    verified_only: bool,
    writer: &mut Writer<'_>,
) -> Vec<Vec<Vec<Sentence>>> {
    let mut rows = Vec::new();
    for trial in trials {
        let results = result_sentences(trial, verified_only, usize::MAX, writer);
        if results.is_empty() {
            continue;
        }
        let frame = About::Frame("trial");
        let n = trial.n.map(|n| writer.words.said(n));
        let n = n.map(|n| format!(", n = {n}")).unwrap_or_default();
        let name = match trial.nct {
            Some(nct) => format!("{} ({nct}{n})", writer.words.said(trial.trial)),
            None => format!("{}{n}", writer.words.said(trial.trial)),
        };
        rows.push(vec![
            vec![writer.literal(name, &frame)],
            vec![writer.page_words(trial.population, &frame)],
            results,
        ]);
    }
    rows
}

/// How many results of a trial stand in a line.
const SHORT: usize = 3;

/// A trial with its first results in a line; nothing if there is none.
pub(crate) fn trial_line(trial: &'static Evidence, writer: &mut Writer<'_>) -> Vec<Sentence> {
    let mut results = result_sentences(trial, false, SHORT, writer);
    if results.is_empty() {
        return results;
    }
    let n = trial.n.map(|n| writer.words.said(n));
    let n = n.map(|n| format!(" (n = {n})")).unwrap_or_default();
    let name = format!(
        "{}{n}, {}",
        writer.words.said(trial.trial),
        writer.words.said(trial.population)
    );
    let name = writer.literal(name, &About::Frame("trial")).ended(":");
    results.insert(0, name);
    results
}

/// The results of a trial, a statement each, at most so many.
pub(crate) fn result_sentences(
    trial: &'static Evidence,
    verified_only: bool,
    most: usize,
    writer: &mut Writer<'_>,
) -> Vec<Sentence> {
    let shown: Vec<&TrialResult> = trial
        .results
        .iter()
        .filter(|result| !verified_only || result.mark == Mark::Checked)
        .take(most)
        .collect();
    let last = shown.len().saturating_sub(1);
    shown
        .into_iter()
        .enumerate()
        .map(|(index, result)| {
            let about = about(trial, result);
            let said = writer.literal(result_words(writer.words, result), &about);
            said.ended(if index < last { ";" } else { "" })
        })
        .collect()
}

/// A result about its trial, or about where it was read.
pub(crate) fn about(trial: &'static Evidence, result: &TrialResult) -> About {
    About::Knowledge {
        page: trial.id,
        cite: result.cite.unwrap_or(Citation {
            edition: trial.id,
            anchor: "publication",
        }),
        mark: result.mark,
    }
}

/// `progression-free survival 18.5 vs 12.4 months, HR 0.62 (0.51-0.75)`.
pub(crate) fn result_words(own: &Words, result: &TrialResult) -> String {
    let mut words = own.said(result.endpoint).to_owned();
    if let Some(value) = result.value {
        words = format!("{words} {}", own.said(value));
    }
    if let Some(hr) = result.hr {
        let comma = if result.value.is_some() { "," } else { "" };
        words = format!("{words}{comma} HR {hr}");
    }
    if let Some(interval) = result.interval {
        words = format!("{words} ({interval})");
    }
    if let Some(p) = result.p {
        words = format!("{words}, p {p}");
    }
    if let Some(note) = result.note {
        words = format!("{words} [{}]", own.said(note));
    }
    words
}
