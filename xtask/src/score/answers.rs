//! A label and what was read, side by side, for every field.

use super::gold::{Gold, GoldReceptor};
use her2_case::{
    Amount, Assay, Decimal, Fact, Her2Result, ReceptorResult, Record, RecordStatus, Term,
};
use serde_json::Value;

/// One field of one report.
pub struct Answer {
    /// The field.
    pub field: &'static str,
    /// The labels; for a status, all that count as right.
    pub expected: Vec<String>,
    /// What was read.
    pub read: Vec<String>,
    /// Whether the field is a list of which each item counts.
    list: bool,
}

impl Answer {
    fn one(field: &'static str, expected: Option<String>, read: Option<String>) -> Self {
        Self {
            field,
            expected: expected.into_iter().collect(),
            read: read.into_iter().collect(),
            list: false,
        }
    }

    /// How many values there are to be read.
    pub fn there(&self) -> usize {
        if self.list {
            self.expected.len()
        } else {
            usize::from(!self.expected.is_empty())
        }
    }

    /// How many values were given.
    pub fn given(&self) -> usize {
        self.read.len()
    }

    /// How many of them are right.
    pub fn given_right(&self) -> usize {
        if self.list {
            let mut open = self.expected.clone();
            return self
                .read
                .iter()
                .filter(|value| {
                    open.iter()
                        .position(|other| other == *value)
                        .map(|at| open.remove(at))
                        .is_some()
                })
                .count();
        }
        self.read
            .iter()
            .filter(|value| self.expected.iter().any(|other| same(other, value)))
            .count()
    }

    /// Whether the field is read as labelled.
    pub fn right(&self) -> bool {
        if self.expected.is_empty() || self.read.is_empty() {
            return self.expected.is_empty() && self.read.is_empty();
        }
        self.given_right() == self.given() && (!self.list || self.given() == self.there())
    }
}

/// Equal as text, or as a number with bounds left out (`>95` and `95`).
fn same(expected: &str, read: &str) -> bool {
    let bare = |text: &str| {
        text.trim_start_matches(['<', '>', '=', '~'])
            .trim_end_matches('%')
            .to_owned()
    };
    let (one, other) = (bare(expected), bare(read));
    one == other
        || matches!((one.parse::<Decimal>(), other.parse::<Decimal>()), (Ok(one), Ok(other)) if one == other)
}

/// Every field of one report.
pub fn answers(gold: &Gold, record: &Record) -> Vec<Answer> {
    let tumor = &record.tumor;
    let results: Vec<&Her2Result> = record
        .her2_results()
        .filter(|result| !result.implied)
        .collect();
    let status = Answer {
        field: "her2 status",
        expected: stated(gold.her2_final_accept.clone()),
        read: stated(vec![if record.her2_status.0 == RecordStatus::NotReported {
            "not_reported".to_owned()
        } else {
            record.her2_status.0.name().to_owned()
        }]),
        list: false,
    };
    let count = |fact: &Option<Fact<u32>>| fact.map(|fact| fact.value.to_string());
    let text = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    vec![
        status,
        list(
            "her2 ihc score",
            unique(gold.her2.iter().filter_map(|result| result.score.clone())),
            unique(
                results
                    .iter()
                    .filter_map(|result| result.score.map(|score| plain(score.value))),
            ),
        ),
        list(
            "her2 ish ratio",
            unique(
                gold.her2
                    .iter()
                    .filter_map(|result| number(result.ratio.as_ref())),
            ),
            unique(results.iter().filter_map(|result| exact(result.ratio))),
        ),
        list(
            "her2 copies",
            unique(
                gold.her2
                    .iter()
                    .filter_map(|result| number(result.her2_copies.as_ref())),
            ),
            unique(
                results
                    .iter()
                    .filter_map(|result| exact(result.her2_copies)),
            ),
        ),
        list(
            "her2 results",
            gold.her2
                .iter()
                .map(|result| {
                    describe(
                        &result.assay,
                        result.score.clone(),
                        number(result.ratio.as_ref()),
                        result.word.clone(),
                    )
                })
                .collect(),
            results
                .iter()
                .map(|result| {
                    describe(
                        assay(result),
                        result.score.map(|score| plain(score.value)),
                        exact(result.ratio),
                        result.word.map(|word| word.value.name().to_owned()),
                    )
                })
                .collect(),
        ),
        receptor("er status", &gold.er, record.er.as_ref()),
        receptor("pr status", &gold.pr, record.pr.as_ref()),
        percent("er percent", &gold.er, record.er.as_ref()),
        percent("pr percent", &gold.pr, record.pr.as_ref()),
        Answer::one(
            "ki67",
            number(gold.ki67.as_ref()),
            tumor.ki67.map(|fact| amount(fact.value)),
        ),
        Answer::one(
            "grade",
            number(gold.grade.as_ref()),
            tumor.grade.map(|fact| fact.value.name().to_owned()),
        ),
        Answer::one(
            "histology",
            gold.histology.clone(),
            tumor.histology.map(|fact| fact.value.reported().to_owned()),
        ),
        size(gold, record),
        Answer::one(
            "nodes positive",
            number(gold.nodes_positive.as_ref()),
            count(&tumor.nodes_positive),
        ),
        Answer::one(
            "nodes examined",
            number(gold.nodes_examined.as_ref()),
            count(&tumor.nodes_examined),
        ),
        Answer::one("pT", gold.t.clone(), text(&tumor.t)),
        Answer::one("pN", gold.n.clone(), text(&tumor.n)),
        Answer::one("pM", gold.m.clone(), text(&tumor.m)),
        Answer::one(
            "laterality",
            gold.laterality.clone(),
            tumor.laterality.map(|fact| fact.value.name().to_owned()),
        ),
        Answer::one(
            "multiple tumours",
            gold.multiple_tumors.map(|value| value.to_string()),
            Some(tumor.multiple.is_some_and(|fact| fact.value).to_string()),
        ),
    ]
}

/// `not_reported` is no value.
fn stated(values: Vec<String>) -> Vec<String> {
    if values.len() > 1 {
        values
    } else {
        values
            .into_iter()
            .filter(|value| value != "not_reported")
            .collect()
    }
}

fn list(field: &'static str, expected: Vec<String>, read: Vec<String>) -> Answer {
    Answer {
        field,
        expected,
        read,
        list: true,
    }
}

fn unique(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = values.collect();
    found.sort();
    found.dedup();
    found
}

fn assay(result: &Her2Result) -> &'static str {
    match result.assay {
        Assay::Rtpcr => "rtpcr",
        assay => assay.name(),
    }
}

fn describe(
    assay: &str,
    score: Option<String>,
    ratio: Option<String>,
    word: Option<String>,
) -> String {
    [Some(assay.to_owned()), score, ratio, word]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A score as the labels write it: `0+` is 0.
fn plain(score: her2_case::ScoreReading) -> String {
    her2_case::ScoreReading {
        zero_plus: false,
        ..score
    }
    .to_string()
}

fn exact(fact: Option<Fact<Amount>>) -> Option<String> {
    fact.and_then(|fact| fact.value.exact()).map(trimmed)
}

/// Without the noughts that end a fraction.
fn trimmed(value: Decimal) -> String {
    let text = value.to_string();
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn number(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::Number(number) => Some(
            number
                .to_string()
                .parse::<Decimal>()
                .map_or_else(|_| number.to_string(), trimmed),
        ),
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn amount(value: Amount) -> String {
    value.exact().map_or_else(|| value.to_string(), trimmed)
}

fn receptor(field: &'static str, gold: &GoldReceptor, read: Option<&ReceptorResult>) -> Answer {
    Answer {
        field,
        expected: stated(vec![gold.status.clone()]),
        read: stated(vec![Record::receptor_status(read).name().to_owned()]),
        list: false,
    }
}

fn percent(field: &'static str, gold: &GoldReceptor, read: Option<&ReceptorResult>) -> Answer {
    Answer::one(
        field,
        number(gold.percent.as_ref()),
        read.and_then(|read| read.percent)
            .map(|fact| amount(fact.value)),
    )
}

/// Sizes agree within half a millimetre.
fn size(gold: &Gold, record: &Record) -> Answer {
    let expected = number(gold.size_mm.as_ref());
    let read = record.tumor.size_mm.map(|fact| trimmed(fact.value));
    let near = match (
        expected
            .as_ref()
            .and_then(|text| text.parse::<Decimal>().ok()),
        record.tumor.size_mm,
    ) {
        (Some(expected), Some(read)) => expected.micros().abs_diff(read.value.micros()) <= 500_000,
        _ => false,
    };
    Answer::one("size", expected.clone(), if near { expected } else { read })
}
