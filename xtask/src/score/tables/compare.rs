//! A recorded call beside the status that its numbers give.

use super::every_edition;
use her2_case::{
    Amount, Assay, Context, Edition, Evidence, Her2Result, Her2Status, Her2Word, IhcEvidence,
    IshEvidence, Problem, Record,
};
use her2_pathway::testing::{Her2Decision, decide};
use std::fmt::Write as _;

/// Which call is compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    /// The word of immunohistochemistry with its score.
    Ihc,
    /// The word of in situ hybridisation with its numbers.
    Ish,
    /// The overall status with score, numbers and the word of in situ hybridisation.
    Overall,
}

impl Test {
    /// For the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ihc => "IHC call by score",
            Self::Ish => "ISH call by numbers",
            Self::Overall => "overall call by both",
        }
    }
}

/// A call and what is decided from the numbers beside it.
pub struct Compared<'a> {
    /// Which.
    pub test: Test,
    /// The call.
    pub recorded: Her2Word,
    /// What the numbers are.
    pub evidence: Evidence,
    /// By the editions of its time; by the oldest one if there was none yet.
    pub decided: Vec<Her2Decision>,
    /// Whether an edition was in force.
    pub has_edition: bool,
    /// The result of in situ hybridisation of the same sample.
    pub ish: Option<&'a Her2Result>,
    /// Calls of the patient's other samples.
    pub elsewhere: Vec<Her2Word>,
    /// What the reader found odd.
    pub problems: &'a [Problem],
}

/// Whether a status is what a word says.
pub fn is(status: Her2Status, word: Her2Word) -> bool {
    matches!(
        (status, word),
        (
            Her2Status::Positive,
            Her2Word::Positive | Her2Word::Amplified
        ) | (
            Her2Status::Negative,
            Her2Word::Negative | Her2Word::NotAmplified
        ) | (Her2Status::Equivocal, Her2Word::Equivocal)
    )
}

impl Compared<'_> {
    /// Whether an edition of its time gives the call.
    pub fn agrees(&self) -> bool {
        self.decided
            .iter()
            .any(|decided| is(decided.her2_status(), self.recorded))
    }

    /// The status that is shown.
    pub fn decided_name(&self) -> &'static str {
        let first = self.decided.first();
        first.map_or("nothing", |decided| {
            her2_case::Term::name(decided.her2_status())
        })
    }

    /// The numbers in short.
    pub fn numbers(&self) -> String {
        let mut text = String::new();
        let mut add = |what: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(
                    text,
                    "{}{what} {value}",
                    if text.is_empty() { "" } else { ", " }
                );
            }
        };
        let amount = |amount: Option<Amount>| amount.map(|amount| amount.to_string());
        if let Some(ihc) = &self.evidence.ihc {
            add("score", ihc.score.map(|score| score.value.to_string()));
        }
        if let Some(ish) = &self.evidence.ish {
            add("ratio", amount(ish.ratio.map(|fact| fact.value)));
            add("copies", amount(ish.her2_copies.map(|fact| fact.value)));
            add("CEP17", amount(ish.cep17_copies.map(|fact| fact.value)));
            add(
                "total HER2",
                ish.her2_total.map(|fact| fact.value.to_string()),
            );
            add(
                "total CEP17",
                ish.cep17_total.map(|fact| fact.value.to_string()),
            );
            add("cells", ish.cells.map(|fact| fact.value.to_string()));
            add(
                "word",
                ish.word
                    .map(|fact| her2_case::Term::name(fact.value).to_owned()),
            );
        }
        text
    }
}

fn result(record: &Record, assay: Assay) -> Option<&Her2Result> {
    record
        .her2_results()
        .find(|result| result.assay == assay && result.context == Context::Current)
}

fn ish_evidence(result: &Her2Result, with_word: bool) -> IshEvidence {
    IshEvidence {
        probe: None,
        ratio: result.ratio,
        her2_copies: result.her2_copies,
        cep17_copies: result.cep17_copies,
        cells: result.cells,
        her2_total: result.her2_total,
        cep17_total: result.cep17_total,
        word: result.word.filter(|_| with_word),
        ..IshEvidence::default()
    }
}

fn has_numbers(result: &Her2Result) -> bool {
    result.ratio.is_some() || result.her2_copies.is_some() || result.her2_total.is_some()
}

/// A call that says positive, negative or equivocal.
fn call(result: &Her2Result) -> Option<Her2Word> {
    let word = result.word?.value;
    let says = matches!(
        word,
        Her2Word::Positive
            | Her2Word::Negative
            | Her2Word::Equivocal
            | Her2Word::Amplified
            | Her2Word::NotAmplified
    );
    says.then_some(word)
}

/// Every call of a patient that has numbers beside it.
pub fn compare<'a>(records: &'a [Record], editions: &[Edition]) -> Vec<Compared<'a>> {
    let mut found = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let (ihc, ish) = (result(record, Assay::Ihc), result(record, Assay::Ish));
        let status = result(record, Assay::Unspecified);
        let score = ihc.and_then(|result| result.score);
        let others = records.iter().enumerate().filter(|(other, _)| *other != at);
        let elsewhere: Vec<Her2Word> = others
            .flat_map(|(_, other)| other.her2_results().filter_map(call))
            .collect();
        let outside = record
            .her2_results()
            .filter(|result| result.context == Context::Prior);
        let elsewhere: Vec<Her2Word> = elsewhere
            .into_iter()
            .chain(outside.filter_map(call))
            .collect();
        let mut add = |test: Test, recorded: Option<Her2Word>, evidence: Evidence| {
            let Some(recorded) = recorded else { return };
            let oldest = every_edition().last();
            let decided_by = if editions.is_empty() {
                oldest.as_slice()
            } else {
                editions
            };
            let decided = decided_by.iter().map(|edition| decide(&evidence, *edition));
            found.push(Compared {
                test,
                recorded,
                decided: decided.collect(),
                evidence,
                has_edition: !editions.is_empty(),
                ish,
                elsewhere: elsewhere.clone(),
                problems: &record.problems,
            });
        };
        let of_score = score.map(|score| IhcEvidence {
            score: Some(score),
            ..IhcEvidence::default()
        });
        if of_score.is_some() {
            let evidence = Evidence {
                ihc: of_score,
                ..Evidence::default()
            };
            add(Test::Ihc, ihc.and_then(call), evidence);
        }
        let numbers = ish.filter(|result| has_numbers(result));
        if let Some(numbers) = numbers {
            let evidence = Evidence {
                ish: Some(ish_evidence(numbers, false)),
                ..Evidence::default()
            };
            add(Test::Ish, call(numbers), evidence);
        }
        if of_score.is_some() || numbers.is_some() {
            let evidence = Evidence {
                ihc: of_score,
                ish: ish
                    .filter(|result| has_numbers(result) || call(result).is_some())
                    .map(|result| ish_evidence(result, true)),
                ..Evidence::default()
            };
            add(Test::Overall, status.and_then(call), evidence);
        }
    }
    found
}
