//! What documents cite: sources, rows, quotes, prices, and what was odd about a record.

use super::shape;

/// First byte, and one past the last.
pub(super) type Span = [u32; 2];

shape! {
    /// What is cited.
    Source = "source" {
        /// Its id and place, `source#place`.
        cite: String,
        publisher: Option<String>,
        title: String,
        place: Option<String>,
        date: Option<String>,
        doi: Vec<String>,
        pmid: Vec<String>,
        link: Option<String>,
    }
}

shape! {
    /// The row of a table that decided something.
    Row = "row" {
        page: String,
        row: String,
        cite: String,
        source: Option<String>,
        place: Option<String>,
        doi: Option<String>,
        /// `source`: it encodes a source. `project`: it is a rule of this project.
        basis: String,
    }
}

shape! {
    /// What follows, and the rows that decided it.
    Ruled = "ruled" {
        answer: String,
        rows: Vec<Row>,
    }
}

shape! {
    /// Words of a record, and where they stand in it.
    Quote = "quote" {
        span: Span,
        quote: String,
    }
}

shape! {
    /// Something odd about a record.
    RecordProblem = "record-problem" {
        code: String,
        /// `note`, `warning` or `error`.
        severity: String,
        message: String,
        span: Option<Span>,
    }
}

shape! {
    /// The version of the knowledge compiled in.
    KnowledgeVersion = "knowledge-version" {
        version: String,
    }
}

shape! {
    /// A therapy that was or is given.
    Therapy = "therapy" {
        medicines: String,
        started: Option<String>,
        ended: Option<String>,
        outcome: String,
    }
}

shape! {
    /// What a dose costs by the payment limit.
    Dose = "dose-cost" {
        mg: Option<String>,
        billing_units: u32,
        usd: String,
        whole_vials: Option<Vials>,
    }
}

shape! {
    /// The same in whole vials.
    Vials = "vials" {
        mg: String,
        billing_units: u32,
        usd: String,
    }
}

shape! {
    /// A dose with its payment limit. No price that a patient pays.
    Price = "price" {
        basis: String,
        hcpcs: String,
        unit: String,
        limit_usd: String,
        from: String,
        until: String,
        setting: Option<String>,
        weight_kg: Option<String>,
        every_weeks: Option<u32>,
        first_dose: Option<Dose>,
        dose: Dose,
        doses_in_52_weeks: u32,
        usd_in_52_weeks: String,
        source: Source,
        mark: String,
    }
}
