//! Records, written short.
#![allow(dead_code, reason = "each test uses its part")]

use her2_case::{
    Amount, Assay, Context, Fact, Her2Result, Her2Word, IhcScore, Origin, Procedure, Record,
    RecordKind, ScoreReading, Span, Specimen, Term,
};

/// A place of its own for each thing said.
pub fn at(start: usize) -> Origin {
    Origin::span(Span::new(start, start + 1))
}

pub fn said<T>(value: T, start: usize) -> Fact<T> {
    Fact::new(value, at(start))
}

pub fn record(specimens: Vec<Specimen>) -> Record {
    Record {
        specimens,
        ..Record::empty("made up", RecordKind::Report)
    }
}

pub fn specimen(her2: Vec<Her2Result>) -> Specimen {
    Specimen {
        label: None,
        side: None,
        procedure: None,
        date: None,
        her2,
        receptors: Vec::new(),
        ki67: None,
        ..Specimen::default()
    }
}

pub fn taken_by(procedure: Procedure, her2: Vec<Her2Result>) -> Specimen {
    Specimen {
        procedure: Some(procedure),
        ..specimen(her2)
    }
}

pub fn ihc(score: &str, start: usize) -> Her2Result {
    let score = IhcScore::from_name(score).expect("a score");
    Her2Result {
        score: Some(said(ScoreReading::single(score), start)),
        ..Her2Result::empty(Assay::Ihc, at(start))
    }
}

pub fn ish(ratio: &str, copies: &str, start: usize) -> Her2Result {
    let number = |text: &str| {
        (!text.is_empty()).then(|| said(Amount::Exactly(text.parse().expect("a decimal")), start))
    };
    Her2Result {
        ratio: number(ratio),
        her2_copies: number(copies),
        ..Her2Result::empty(Assay::Ish, at(start))
    }
}

pub fn word(assay: Assay, word: Her2Word, start: usize) -> Her2Result {
    with_word(Her2Result::empty(assay, at(start)), word, start)
}

pub fn with_word(result: Her2Result, word: Her2Word, start: usize) -> Her2Result {
    Her2Result {
        word: Some(said(word, start)),
        ..result
    }
}

pub fn prior(result: Her2Result) -> Her2Result {
    Her2Result {
        context: Context::Prior,
        ..result
    }
}

pub fn superseded(result: Her2Result) -> Her2Result {
    Her2Result {
        superseded: true,
        ..result
    }
}

pub fn implied(result: Her2Result) -> Her2Result {
    Her2Result {
        implied: true,
        ..result
    }
}

pub fn of_tumor(result: Her2Result, start: usize) -> Her2Result {
    Her2Result {
        tumor: Some(Span::new(start, start + 5)),
        ..result
    }
}
