//! `plan`: options, requirement by requirement.

use super::cited::{KnowledgeVersion, Price, Source, Span};
use super::clinician::Timeline;
use super::shape;
use serde_json::Value;
use std::collections::BTreeMap;

shape! {
    /// What labels and guidelines list for a situation. Nothing is chosen for one person.
    Plan = "plan" {
        #[schemars(skip_serializing_if = "Option::is_none")]
        record: Option<String>,
        as_of: String,
        frame: Option<String>,
        her2: Her2,
        waiting_for_her2: bool,
        /// Two answers that cannot both be true.
        contradiction: Option<[String; 2]>,
        situation: Vec<Known>,
        stage: Stage,
        map: Way,
        asks: Vec<Ask>,
        met: Vec<PlanOption>,
        open: Vec<PlanOption>,
        closed: Vec<PlanOption>,
        cautions: Vec<ListRow>,
        cost: Vec<MedicineCost>,
        /// What `source` and `cite` name, by citation.
        sources: BTreeMap<String, Source>,
        /// What `evidence` names, by id.
        trials: BTreeMap<String, Trial>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        prognosis: Option<Prognosis>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        timeline: Option<Timeline>,
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
    /// The HER2 result that the plan starts from.
    Her2 = "plan-her2" {
        categories: Vec<String>,
        opens_medicines: bool,
        awaited: Vec<String>,
        actions: Vec<String>,
        because: Vec<Because>,
        origin: Option<Origin>,
    }
}

shape! {
    Because = "because" {
        row: String,
        source: String,
        basis: String,
    }
}

shape! {
    /// Where an answer comes from.
    Origin = "origin" optional {
        kind: String,
        span: Option<Span>,
        quote: Option<String>,
        path: Option<String>,
        record: Option<String>,
        question: Option<String>,
        number: Option<u32>,
    }
}

shape! {
    /// What is known, or follows from what is known.
    Known = "known" {
        question: String,
        terms: Option<Vec<String>>,
        amount: Option<String>,
        words: String,
        origin: Option<Origin>,
        derived: bool,
    }
}

shape! {
    Stage = "stage" {
        anatomic: Option<Anatomic>,
        prognostic_as_stated: Option<String>,
        licensed: Option<Licensed>,
    }
}

shape! {
    /// Where on the way through care the situation stands.
    Way = "way" {
        here: Option<String>,
        one_of: Vec<String>,
        beside: Option<String>,
        rows: Vec<String>,
        asks: Vec<String>,
        steps: Vec<WayStep>,
    }
}

shape! {
    WayStep = "way-step" {
        step: String,
        state: String,
        standing: Vec<String>,
        rows: Vec<String>,
    }
}

shape! {
    Anatomic = "anatomic-stage" {
        groups: Vec<String>,
        because: Vec<Because>,
        words: String,
    }
}

shape! {
    Licensed = "licensed-stage" {
        groups: Vec<String>,
        table: String,
        sha256: String,
        lines: Vec<u64>,
        asks: Vec<String>,
    }
}

shape! {
    /// An open question, and how many options it would settle.
    Ask = "ask" {
        question: String,
        ask: Option<String>,
        options: u32,
        terms: Option<Vec<String>>,
        unit: Option<String>,
    }
}

shape! {
    PlanOption = "option" {
        regimen: String,
        name: String,
        abbreviation: Option<String>,
        medicines: Vec<String>,
        partners: Vec<Partner>,
        her2_directed: bool,
        standing: String,
        closed_by_check: bool,
        rows: Vec<ListRow>,
        cautions: Vec<String>,
        checks: Vec<Check>,
        facts: Vec<Fact>,
        given_before: Vec<GivenBefore>,
    }
}

shape! {
    Partner = "partner" {
        any_of: Vec<String>,
        class: Option<String>,
        note: Option<String>,
    }
}

shape! {
    GivenBefore = "given-before" {
        medicine: String,
        outcome: Option<String>,
    }
}

shape! {
    Fact = "regimen-fact" {
        text: String,
        source: String,
        mark: String,
    }
}

shape! {
    Check = "check-before" {
        kind: String,
        medicine: String,
        page: String,
        row: Option<String>,
        standing: String,
        asks: Option<String>,
        mark: String,
        source: String,
    }
}

shape! {
    /// A row of a label or a guideline that lists a regimen.
    ListRow = "list-row" {
        row: String,
        regimen: Option<String>,
        listed_by: String,
        listing: String,
        standing: String,
        force: String,
        day: Option<String>,
        strength: Vec<String>,
        requirements: Vec<Requirement>,
        note: Option<String>,
        evidence: Vec<String>,
        source: String,
        mark: String,
    }
}

shape! {
    Requirement = "requirement" {
        question: String,
        needs: String,
        known: Option<String>,
        standing: String,
    }
}

shape! {
    MedicineCost = "medicine-cost" {
        medicine: String,
        doses: Vec<Price>,
    }
}

shape! {
    Trial = "trial" {
        id: String,
        trial: String,
        population: String,
        n: Option<Value>,
        results: Vec<TrialResult>,
    }
}

shape! {
    TrialResult = "trial-result" {
        endpoint: String,
        value: Option<String>,
        hr: Option<String>,
        interval: Option<String>,
        p: Option<String>,
        note: Option<String>,
        mark: String,
    }
}

shape! {
    /// Prognostic scores, for research and not for treatment decisions.
    Prognosis = "prognosis" {
        frame: Option<String>,
        r#use: String,
        scores: Vec<Score>,
    }
}

shape! {
    /// A score: its result, what it asks for, or why it is refused.
    Score = "score" {
        id: String,
        name: String,
        version: Option<String>,
        page: String,
        cite: String,
        mark: String,
        licence: Option<String>,
        limits: Vec<Limit>,
        uses: Vec<String>,
        assumes: Vec<String>,
        would_add: Vec<String>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        result: Option<ScoreResult>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        asks: Option<ScoreAsks>,
        #[schemars(skip_serializing_if = "Option::is_none")]
        refused: Option<Vec<String>>,
    }
}

shape! {
    Limit = "score-limit" {
        text: String,
        mark: String,
    }
}

shape! {
    ScoreAsks = "score-asks" {
        questions: Vec<String>,
        words: String,
    }
}

shape! {
    ScoreResult = "score-result" optional {
        value: Option<String>,
        class: Option<String>,
        points: Option<Value>,
        stacks: Option<Vec<Vec<SurvivalStep>>>,
    }
}

shape! {
    /// Percent alive, and dead of either cause, at the end of each year.
    SurvivalStep = "survival-step" {
        added: String,
        alive: Vec<f64>,
        breast_cancer_deaths: Vec<f64>,
        other_deaths: Vec<f64>,
    }
}
