//! What there is to ask.

use super::answer::{Answer, Form};
use super::asked::Asked;
use super::{care, known, records};
use crate::Stop;
use crate::problem::HttpProblem;
use axum::routing::MethodFilter;

/// One interface.
pub(super) struct Interface {
    pub(super) method: Verb,
    pub(super) path: &'static str,
    /// Its name in the OpenAPI document.
    pub(super) id: &'static str,
    pub(super) summary: &'static str,
    /// What may be asked besides, in the query or as fields of a form.
    pub(super) fields: &'static [Field],
    pub(super) takes: Takes,
    /// The forms of the answer; the first is that of those who do not say. None where a field says it.
    pub(super) forms: &'static [Form],
    /// The schema of the answer in JSON, and of each line.
    pub(super) schema: Option<&'static str>,
    pub(super) work: fn(&Asked, &Stop) -> Result<Answer, HttpProblem>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Get,
    Post,
}

impl Verb {
    pub(super) fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
        }
    }
}

/// What the body is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// There is none.
    Nothing,
    /// A record of any format, or several files of one patient.
    Records,
    /// Structured HER2 results, one object a line.
    Cases,
    /// A record, or a case of care in JSON.
    RecordOrCase,
    /// The same, or nothing.
    PerhapsRecordOrCase,
}

/// Something that may be asked besides.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) help: &'static str,
}

/// What a field may be.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A day, `2026-11-22`.
    Day,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A language there are words of.
    Language,
    /// An edition of the testing guideline.
    Edition,
    /// A weight in kg.
    Weight,
    /// Anything short.
    Text,
    /// Anything short, again for each.
    Texts,
}

const YES: Kind = Kind::OneOf(&["yes", "no"]);

const AS_OF: Field = Field {
    name: "as-of",
    kind: Kind::Day,
    help: "The day for which to answer; today where it is not given",
};
const EDITION: Field = Field {
    name: "edition",
    kind: Kind::Edition,
    help: "The edition of the testing guideline; the newest in force on the day where it is not given",
};
const LANG: Field = Field {
    name: "lang",
    kind: Kind::Language,
    help: "The language of the words",
};
const READER: Field = Field {
    name: "for",
    kind: Kind::OneOf(&["patient", "clinician"]),
    help: "Who reads it",
};
const EVEN_SO: Field = Field {
    name: "even-so",
    kind: YES,
    help: "Go on though the files sent together name different patients",
};
const ANSWER: Field = Field {
    name: "answer",
    kind: Kind::Texts,
    help: "An answer to a question of care, QUESTION=VALUE",
};
const WEIGHT: Field = Field {
    name: "weight",
    kind: Kind::Weight,
    help: "Body weight in kg for doses and cost; 70 where it is not given",
};
const SETTING: Field = Field {
    name: "setting",
    kind: Kind::OneOf(&["early", "metastatic"]),
    help: "Early or metastatic disease",
};

const DOCUMENT: &[Form] = &[Form::Json, Form::Lines, Form::Html, Form::Text];

/// Everything there is to ask.
pub(super) const INTERFACES: &[Interface] = &[
    Interface {
        method: Verb::Post,
        path: "/api/v1/read",
        id: "read",
        summary: "What a record says: specimens, HER2, receptors, tumour, each value with its place",
        fields: &[EVEN_SO],
        takes: Takes::Records,
        forms: &[Form::Json, Form::Lines, Form::Text],
        schema: Some("read"),
        work: records::read,
    },
    Interface {
        method: Verb::Post,
        path: "/api/v1/decide",
        id: "decide",
        summary: "The HER2 status of structured results, one object a line in, one a line out",
        fields: &[AS_OF, EDITION],
        takes: Takes::Cases,
        forms: &[Form::Lines, Form::Json],
        schema: Some("decide"),
        work: records::decide,
    },
    Interface {
        method: Verb::Post,
        path: "/api/v1/explain",
        id: "explain",
        summary: "What a record means: the page for the patient, or the findings for a clinician",
        fields: &[READER, LANG, AS_OF, EDITION, EVEN_SO],
        takes: Takes::Records,
        forms: DOCUMENT,
        schema: Some("explain"),
        work: records::explain,
    },
    Interface {
        method: Verb::Post,
        path: "/api/v1/check",
        id: "check",
        summary: "What a reviewer would underline in a record",
        fields: &[LANG, AS_OF, EDITION, EVEN_SO],
        takes: Takes::Records,
        forms: &[Form::Lines, Form::Sarif, Form::Text],
        schema: Some("check"),
        work: records::check,
    },
    Interface {
        method: Verb::Post,
        path: "/api/v1/convert",
        id: "convert",
        summary: "The same patients in another format",
        fields: &[
            Field {
                name: "to",
                kind: Kind::OneOf(&["fhir", "json", "csv", "hl7v2", "naaccr", "text"]),
                help: "The format to write; it has to be given",
            },
            Field {
                name: "identifiers",
                kind: YES,
                help: "Write the identifiers of patients and specimens as the records have them, too",
            },
            AS_OF,
            EDITION,
            EVEN_SO,
        ],
        takes: Takes::Records,
        forms: &[],
        schema: None,
        work: records::convert,
    },
    Interface {
        method: Verb::Post,
        path: "/api/v1/plan",
        id: "plan",
        summary: "What labels and guidelines list for a situation, requirement by requirement",
        fields: &[
            ANSWER,
            WEIGHT,
            Field {
                name: "prognosis",
                kind: YES,
                help: "Add prognostic scores, for research and not for treatment decisions",
            },
            Field {
                name: "case",
                kind: Kind::Text,
                help: "A case in JSON that adds to the record, and counts before it",
            },
            LANG,
            AS_OF,
            EDITION,
            EVEN_SO,
        ],
        takes: Takes::RecordOrCase,
        forms: DOCUMENT,
        schema: Some("plan"),
        work: care::plan,
    },
    Interface {
        method: Verb::Get,
        path: "/api/v1/plan/template",
        id: "planTemplate",
        summary: "An empty case with every question and what answers it",
        fields: &[LANG],
        takes: Takes::Nothing,
        forms: &[Form::Json],
        schema: None,
        work: care::template,
    },
    Interface {
        method: Verb::Post,
        path: "/api/v1/monitor",
        id: "monitor",
        summary: "What is watched under medicines and when, and what the measured heart asks for",
        fields: &[
            Field {
                name: "drugs",
                kind: Kind::Texts,
                help: "The medicines, with commas between them or again for each",
            },
            SETTING,
            Field {
                name: "start",
                kind: Kind::Day,
                help: "The day of the first dose",
            },
            Field {
                name: "end",
                kind: Kind::Day,
                help: "The day of the last dose, given or planned",
            },
            Field {
                name: "lvef",
                kind: Kind::Texts,
                help: "A measured ejection fraction, DATE=PERCENT; again for each",
            },
            Field {
                name: "lln",
                kind: Kind::Text,
                help: "The laboratory's lower limit of normal in percent, or `none`",
            },
            Field {
                name: "held",
                kind: Kind::Texts,
                help: "A time on hold for the heart, FROM..UNTIL, or FROM while it lasts; again for each",
            },
            ANSWER,
            READER,
            LANG,
            AS_OF,
        ],
        takes: Takes::PerhapsRecordOrCase,
        forms: &[Form::Json, Form::Html, Form::Text, Form::Calendar],
        schema: Some("monitored"),
        work: care::monitor,
    },
    Interface {
        method: Verb::Get,
        path: "/api/v1/drugs",
        id: "drugs",
        summary: "The HER2 medicines: makers, labels on a day, doses, warnings, cost",
        fields: DRUGS,
        takes: Takes::Nothing,
        forms: &[Form::Json, Form::Csv, Form::Html, Form::Text],
        schema: Some("drugs"),
        work: known::drugs,
    },
    Interface {
        method: Verb::Get,
        path: "/api/v1/drugs/{name}",
        id: "drug",
        summary: "One medicine, by name, brand, abbreviation or billing code",
        fields: DRUGS,
        takes: Takes::Nothing,
        forms: &[Form::Json, Form::Csv, Form::Html, Form::Text],
        schema: Some("drugs"),
        work: known::drugs,
    },
    Interface {
        method: Verb::Get,
        path: "/api/v1/learn",
        id: "learnTopics",
        summary: "The topics for newcomers",
        fields: &[LANG],
        takes: Takes::Nothing,
        forms: &[Form::Json, Form::Html, Form::Text],
        schema: Some("page"),
        work: known::learn,
    },
    Interface {
        method: Verb::Get,
        path: "/api/v1/learn/{topic}",
        id: "learn",
        summary: "One topic, in plain words",
        fields: &[LANG],
        takes: Takes::Nothing,
        forms: &[Form::Json, Form::Html, Form::Text],
        schema: Some("page"),
        work: known::learn,
    },
    Interface {
        method: Verb::Get,
        path: "/api/v1/editions",
        id: "editions",
        summary: "The editions of the testing guideline, the languages and the topics there are",
        fields: &[],
        takes: Takes::Nothing,
        forms: &[Form::Json],
        schema: Some("editions"),
        work: known::editions,
    },
];

const DRUGS: &[Field] = &[
    SETTING,
    Field {
        name: "her2",
        kind: Kind::OneOf(&["positive", "low", "ultralow"]),
        help: "Only what is labelled for this HER2 result on that day",
    },
    WEIGHT,
    READER,
    LANG,
    AS_OF,
];
