//! `read`: what a record says.

use super::cited::{RecordProblem, Span};
use super::shape;
use std::collections::BTreeMap;

shape! {
    /// A patient: the values of the record that counts, the specimens of all, and what stands around them.
    ///
    /// Keys are never left out; a value that is not said is null.
    Read = "read" {
        record: String,
        kind: String,
        site: Option<String>,
        date: Option<String>,
        stated_edition: Option<u16>,
        specimens: Vec<Specimen>,
        tumor: Tumor,
        preanalytics: Preanalytics,
        er: Receptor,
        pr: Receptor,
        ki67: Option<String>,
        her2_status: String,
        spans: BTreeMap<String, Span>,
        quotes: BTreeMap<String, String>,
        remarks: Vec<Remark>,
        problems: Vec<RecordProblem>,
        /// What spans are ranges of: the bytes as given, or a text that was unwrapped from them.
        text: String,
        records: u32,
        sources: Vec<String>,
        course: Course,
        passed_over: Vec<PassedOver>,
    }
}

shape! {
    PassedOver = "passed-over" {
        what: String,
        count: u32,
    }
}

shape! {
    Course = "course" {
        sex: Option<String>,
        born: Option<String>,
        menopause: Option<String>,
        setting: Option<String>,
        hr_status: Option<String>,
        diagnosed: Option<String>,
        recurrence: Option<String>,
        therapies: Vec<ReadTherapy>,
        lvef: Vec<Lvef>,
    }
}

shape! {
    ReadTherapy = "read-therapy" {
        medicines: Vec<String>,
        setting: Option<String>,
        timing: Option<String>,
        started: Option<String>,
        ended: Option<String>,
        outcome: String,
        span: Option<Span>,
    }
}

shape! {
    Lvef = "read-lvef" {
        date: String,
        percent: String,
        method: Option<String>,
        baseline: bool,
        span: Option<Span>,
    }
}

shape! {
    Remark = "remark" {
        remark: String,
        span: Option<Span>,
        quote: Option<String>,
    }
}

shape! {
    Specimen = "read-specimen" {
        id: String,
        label: Option<String>,
        side: Option<String>,
        date: Option<String>,
        procedure: Option<String>,
        her2: Vec<Her2>,
        er: Receptor,
        pr: Receptor,
        ki67: Option<String>,
        /// The name of its source, where there are several.
        #[schemars(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    }
}

shape! {
    /// A HER2 result. Decimals are text and keep their digits.
    Her2 = "read-her2" {
        assay: String,
        probe: Option<String>,
        score: Option<String>,
        percent: Option<String>,
        stain: Option<String>,
        ratio: Option<String>,
        her2_copies: Option<String>,
        cep17_copies: Option<String>,
        her2_total: Option<String>,
        cep17_total: Option<String>,
        cells: Option<u32>,
        observers: Option<u32>,
        group: Option<String>,
        word: Option<String>,
        claimed_category: Option<String>,
        context: String,
        superseded: bool,
        implied: bool,
        tumor: Option<String>,
        span: Option<Span>,
        quote: Option<String>,
        spans: BTreeMap<String, Span>,
    }
}

shape! {
    Receptor = "read-receptor" {
        status: String,
        percent: Option<String>,
        allred: Option<u32>,
        h_score: Option<u32>,
        span: Option<Span>,
        quote: Option<String>,
    }
}

shape! {
    Tumor = "read-tumor" {
        grade: Option<u8>,
        histology: Option<String>,
        size_mm: Option<String>,
        nodes_positive: Option<u32>,
        nodes_examined: Option<u32>,
        #[schemars(rename = "pT")]
        t: Option<String>,
        #[schemars(rename = "pN")]
        n: Option<String>,
        #[schemars(rename = "pM")]
        m: Option<String>,
        tnm_prefix: Option<String>,
        laterality: Option<String>,
        multiple_tumors: Option<bool>,
        invasive: Option<bool>,
        dcis: Option<String>,
        lvi: Option<String>,
        margins: Option<String>,
        treatment_effect: Option<String>,
        metastatic_site: Option<String>,
        spans: BTreeMap<String, Span>,
        quotes: BTreeMap<String, String>,
    }
}

shape! {
    Preanalytics = "read-preanalytics" {
        fixation_hours: Option<String>,
        ischaemia_minutes: Option<String>,
        formalin: Option<bool>,
        decalcified: Option<bool>,
        spans: BTreeMap<String, Span>,
        quotes: BTreeMap<String, String>,
    }
}
