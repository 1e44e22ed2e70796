//! What is known about the subject of a diagnostic: for each question an input, and where it was read.

use her2_case::{Fact, Her2Result, Origin, Question, ReceptorResult, Record, Term};
use her2_pages::{Asked, Finding, Input};

/// Answers to questions, with their origins.
#[derive(Clone, Default)]
pub(super) struct Known {
    answers: Vec<Answered>,
}

#[derive(Clone)]
struct Answered {
    question: Question,
    input: Input,
    origins: Vec<Origin>,
}

impl Known {
    /// One answer more, read there.
    pub fn put(&mut self, question: Question, input: impl Into<Input>, origins: &[Origin]) {
        self.answers.push(Answered {
            question,
            input: input.into(),
            origins: origins.to_vec(),
        });
    }

    /// Whether something is so, read there.
    pub fn yes_no(&mut self, question: Question, yes: bool, origin: Option<Origin>) {
        self.put(question, yes, origin.as_slice());
    }

    /// A term, read there.
    pub fn term<T: Term>(&mut self, term: T, origin: Option<Origin>) {
        self.put(T::QUESTION, Input::term(term), origin.as_slice());
    }

    /// A fact that answers the question; nothing is put if there is none.
    pub fn fact<T: Into<Input> + Copy>(&mut self, question: Question, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.put(question, fact.value, &[fact.origin]);
        }
    }

    /// A term as a fact that answers the question; nothing is put if there is none.
    pub fn term_fact<T: Term>(&mut self, question: Question, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.put(question, Input::term(fact.value), &[fact.origin]);
        }
    }

    /// The answers that a finding leaves.
    pub fn finding<T: Term>(&mut self, finding: &Finding<T>) {
        self.put(
            T::QUESTION,
            Input::terms(finding.answers()),
            finding.because(),
        );
    }

    /// These answers and those.
    pub fn and(&self, more: Self) -> Self {
        let mut both = self.clone();
        both.answers.extend(more.answers);
        both
    }

    /// As questions to a table.
    pub fn asked(&self) -> Vec<Asked<'_>> {
        let asked = |known: &'_ Answered| (known.question, known.input);
        self.answers
            .iter()
            .map(|known| {
                let (question, input) = asked(known);
                Asked::new(question, input, None).through(&known.origins)
            })
            .collect()
    }
}

/// What a diagnostic is asked about, with what is known about it.
pub(super) struct Subject<'a> {
    /// The record.
    pub record: &'a Record,
    /// The HER2 results it is about; one for a result, those of the specimen for a specimen, none for the report.
    pub results: Vec<&'a Her2Result>,
    /// The receptor result it is about.
    pub receptor: Option<&'a ReceptorResult>,
    /// What is known.
    pub known: Known,
}

impl<'a> Subject<'a> {
    /// The report.
    pub fn new(record: &'a Record, known: Known) -> Self {
        Self {
            record,
            results: Vec::new(),
            receptor: None,
            known,
        }
    }
}
