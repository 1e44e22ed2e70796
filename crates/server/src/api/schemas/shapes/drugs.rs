//! `drugs`: the medicines.

use super::cited::{KnowledgeVersion, Price, Source};
use super::shape;

shape! {
    /// The medicines as of a day, each statement with its source and how sure it is.
    Drugs = "drugs" {
        as_of: String,
        setting: Option<String>,
        her2: Option<String>,
        weight_kg: Option<String>,
        verified_only: bool,
        medicines: Vec<Drug>,
        knowledge: KnowledgeVersion,
        /// The language of the words, where they were not yet reviewed by a clinician.
        #[schemars(skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        /// That they were not.
        #[schemars(skip_serializing_if = "Option::is_none")]
        notice: Option<String>,
    }
}

shape! {
    Drug = "drug" {
        id: String,
        statements_left_out: u32,
        inn: String,
        us_name: Option<String>,
        brands: Vec<String>,
        abbreviation: Option<String>,
        class: String,
        target: String,
        kind: String,
        reference: Option<String>,
        route: String,
        breast_indication: bool,
        checked: String,
        key_facts: Option<Statement>,
        makers: Vec<Maker>,
        approvals: Vec<Approval>,
        indications: Vec<Indication>,
        doses: Vec<LabelDose>,
        boxed_warnings: Vec<Boxed>,
        contraception: Vec<Contraception>,
        interactions: Vec<Statement>,
        reactions: Vec<Statement>,
        companion_tests: Vec<CompanionTest>,
        codes: Vec<Code>,
        cost: Vec<Price>,
    }
}

shape! {
    Statement = "statement" {
        text: String,
        source: Source,
        mark: String,
    }
}

shape! {
    Maker = "maker" {
        name: String,
        role: String,
        from: Option<String>,
        until: Option<String>,
        source: Source,
        mark: String,
    }
}

shape! {
    Approval = "approval" {
        date: String,
        what: String,
        source: Source,
        mark: String,
    }
}

shape! {
    Indication = "indication" {
        row: String,
        setting: Option<String>,
        regimen: Option<String>,
        regimen_name: Option<String>,
        listing: String,
        her2: Vec<String>,
        from: Option<String>,
        until: Option<String>,
        in_force: bool,
        requires: Vec<Needs>,
        source: Source,
        mark: String,
    }
}

shape! {
    Needs = "needs" {
        question: String,
        needs: String,
    }
}

shape! {
    LabelDose = "label-dose" {
        setting: Option<String>,
        loading: Option<String>,
        amount: String,
        unit: String,
        every_weeks: Option<u32>,
        per_day: Option<u32>,
        duration: Option<String>,
        note: Option<String>,
        source: Source,
        mark: String,
    }
}

shape! {
    Boxed = "boxed-warning" {
        topic: String,
        source: Source,
        mark: String,
    }
}

shape! {
    Contraception = "contraception" {
        who: String,
        months: Option<u32>,
        weeks: Option<u32>,
        source: Source,
        mark: String,
    }
}

shape! {
    CompanionTest = "companion-test" {
        test: String,
        claim: String,
        source: Source,
        mark: String,
    }
}

shape! {
    Code = "code" {
        system: String,
        code: String,
        per: Option<String>,
        note: Option<String>,
        source: Source,
        mark: String,
    }
}
