//! `explain` for a clinician: findings with their rows.

use super::cited::{Quote, RecordProblem, Row, Ruled, Span, Therapy};
use super::shape;

shape! {
    /// The findings of a patient, each with the rows that decided it.
    Clinician = "clinician" {
        record: String,
        /// The status as signed.
        signed: String,
        edition: Edition,
        finding: Option<Finding>,
        deciding_specimen: Option<u32>,
        flags: Vec<Flag>,
        actions: Vec<String>,
        comments: Vec<Comment>,
        own_edition: Option<OwnEdition>,
        handling: Option<Ruled>,
        specimens: Vec<Specimen>,
        by_edition: Vec<ByEdition>,
        retest: Vec<Ruled>,
        problems: Vec<RecordProblem>,
        knowledge: Knowledge,
        #[schemars(skip_serializing_if = "Option::is_none")]
        timeline: Option<Timeline>,
        /// The language of the words, where they were not yet reviewed by a clinician.
        #[schemars(skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        /// That they were not.
        #[schemars(skip_serializing_if = "Option::is_none")]
        notice: Option<String>,
    }
}

shape! {
    /// The version of the knowledge, when it was last compared with its sources, and what is overdue.
    Knowledge = "knowledge" {
        version: String,
        checked: String,
        stale: Vec<String>,
    }
}

shape! {
    Edition = "edition" {
        id: String,
        title: String,
        year: String,
        affirmed: Option<String>,
    }
}

shape! {
    OwnEdition = "own-edition" {
        id: String,
        stated: bool,
    }
}

shape! {
    Flag = "flag" {
        code: String,
        meaning: Option<String>,
    }
}

shape! {
    Comment = "comment" {
        id: String,
        text: Option<String>,
    }
}

shape! {
    /// A step: what was asked, what it gave, and the row.
    Step = "step" {
        question: String,
        answer: String,
        page: String,
        row: String,
        cite: String,
        source: Option<String>,
        place: Option<String>,
        doi: Option<String>,
        basis: String,
    }
}

shape! {
    Finding = "finding" {
        status: Option<String>,
        category: Option<String>,
        group: Option<String>,
        possible: Vec<String>,
        awaited: Vec<String>,
        actions: Vec<String>,
        comments: Vec<Comment>,
        flags: Vec<String>,
        recount_change: Option<[String; 2]>,
        because: Vec<Step>,
        quotes: Vec<Quote>,
    }
}

shape! {
    Specimen = "specimen" {
        status: Option<String>,
        category: Option<String>,
        group: Option<String>,
        possible: Vec<String>,
        awaited: Vec<String>,
        actions: Vec<String>,
        comments: Vec<Comment>,
        flags: Vec<String>,
        recount_change: Option<[String; 2]>,
        because: Vec<Step>,
        quotes: Vec<Quote>,
        label: Option<String>,
        context: String,
        implied: bool,
        evidence: String,
        signed: String,
    }
}

shape! {
    /// The same results by another edition.
    ByEdition = "by-edition" {
        edition: Edition,
        status: Option<String>,
        category: Option<String>,
        group: Option<String>,
        possible: Vec<String>,
        awaited: Vec<String>,
        actions: Vec<String>,
        comments: Vec<Comment>,
        flags: Vec<String>,
        recount_change: Option<[String; 2]>,
        because: Vec<Step>,
        quotes: Vec<Quote>,
    }
}

shape! {
    /// The patient over time, where there are several samples.
    Timeline = "timeline" {
        records: u32,
        samples: Vec<Sample>,
        tumors: Vec<Tumor>,
        current: Option<Current>,
        conflicts: Vec<Conflict>,
        advice: Vec<Advice>,
        low: Option<Ruled>,
        therapies: Vec<Therapy>,
    }
}

shape! {
    Sample = "sample" {
        number: u32,
        current: bool,
        record: String,
        date: Option<String>,
        day_of: Option<String>,
        point: Option<String>,
        side: Option<String>,
        procedure: Option<String>,
        status: Option<String>,
        category: Option<String>,
        evidence: String,
        own_edition: Option<SampleEdition>,
        quoted: bool,
        superseded_by: Option<u32>,
        quotes: Vec<SampleQuote>,
    }
}

shape! {
    SampleEdition = "sample-edition" {
        edition: String,
        status: Option<String>,
        category: Option<String>,
    }
}

shape! {
    SampleQuote = "sample-quote" {
        source: String,
        span: Span,
        quote: String,
        #[schemars(skip_serializing_if = "Option::is_none")]
        path: Option<String>,
    }
}

shape! {
    Tumor = "tumor" {
        of: String,
        side: Option<String>,
        samples: Vec<u32>,
    }
}

shape! {
    /// Which sample counts today.
    Current = "current" {
        answer: String,
        rows: Vec<Row>,
        sample: u32,
        last_settled: Option<u32>,
        awaited: Option<u32>,
    }
}

shape! {
    /// Samples that contradict each other.
    Conflict = "conflict" {
        answer: String,
        flag: Option<String>,
        rows: Vec<Row>,
        samples: Vec<u32>,
    }
}

shape! {
    Advice = "advice" {
        answer: String,
        rows: Vec<Row>,
        sample: Option<u32>,
    }
}
