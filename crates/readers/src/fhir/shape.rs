//! The parts of FHIR that are read, as small as they are needed. Everything else is ignored.

use super::token::{Many, Text};
use serde::Deserialize;
use serde_json::value::RawValue;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $of:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Default, Deserialize)]
        #[serde(rename_all = "camelCase", default, bound(deserialize = "'de: 'a"))]
        pub(super) struct $name<'a> { $(#[serde(borrow)] pub(super) $field: $of,)+ }
    )+};
}

shapes! {
    /// A code in a system.
    Coding { system: Option<Text<'a>>, code: Option<Text<'a>>, display: Option<Text<'a>>, }
    /// A concept: codes for the same, and words.
    Concept { coding: Many<Coding<'a>>, text: Option<Text<'a>>, }
    /// A number with its unit.
    Quantity { value: Option<Text<'a>>, comparator: Option<Text<'a>>, unit: Option<Text<'a>>, code: Option<Text<'a>>, }
    /// One number over another.
    Ratio { numerator: Option<Quantity<'a>>, denominator: Option<Quantity<'a>>, }
    /// From one number to another.
    Range { low: Option<Quantity<'a>>, high: Option<Quantity<'a>>, }
    /// From one day to another.
    Period { start: Option<Text<'a>>, end: Option<Text<'a>>, }
    /// An identifier of the world outside.
    Identifier { system: Option<Text<'a>>, value: Option<Text<'a>>, r#type: Option<Concept<'a>>, }
    /// A reference to another resource.
    Reference { reference: Option<Text<'a>>, display: Option<Text<'a>>, r#type: Option<Text<'a>>, identifier: Option<Box<Identifier<'a>>>, }
    /// A note of a person beside a resource.
    Annotation { text: Option<Text<'a>>, }
    /// What stands beside the content of every resource.
    Meta { version_id: Option<Text<'a>>, last_updated: Option<Text<'a>>, tag: Many<Coding<'a>>, }
    /// An attached document.
    Attachment { content_type: Option<Text<'a>>, data: Option<Text<'a>>, url: Option<Text<'a>>, title: Option<Text<'a>>, }
    /// The narrative of a resource.
    Narrative { status: Option<Text<'a>>, div: Option<Text<'a>>, }
    /// An extension, as far as one holds a code or a reference.
    Extension { url: Option<Text<'a>>, value_code: Option<Text<'a>>, value_codeable_concept: Option<Concept<'a>>, value_reference: Option<Reference<'a>>, }

    /// A patient.
    Patient {
        id: Option<Text<'a>>, identifier: Many<Identifier<'a>>, gender: Option<Text<'a>>, birth_date: Option<Text<'a>>,
    }
    /// A measurement or a statement.
    Observation {
        id: Option<Text<'a>>, meta: Option<Meta<'a>>, identifier: Many<Identifier<'a>>, status: Option<Text<'a>>,
        code: Option<Concept<'a>>, subject: Option<Reference<'a>>, focus: Many<Reference<'a>>,
        effective_date_time: Option<Text<'a>>, effective_instant: Option<Text<'a>>, effective_period: Option<Period<'a>>,
        issued: Option<Text<'a>>,
        value_codeable_concept: Option<Concept<'a>>, value_quantity: Option<Quantity<'a>>, value_ratio: Option<Ratio<'a>>,
        value_range: Option<Range<'a>>, value_string: Option<Text<'a>>, value_integer: Option<Text<'a>>,
        value_boolean: Option<Text<'a>>,
        data_absent_reason: Option<Concept<'a>>, interpretation: Many<Concept<'a>>, body_site: Option<Concept<'a>>,
        method: Option<Concept<'a>>, specimen: Option<Reference<'a>>, component: Many<Component<'a>>,
        has_member: Many<Reference<'a>>, derived_from: Many<Reference<'a>>, related: Many<Related<'a>>,
        category: Many<Concept<'a>>, performer: Many<Reference<'a>>, note: Many<Annotation<'a>>, comment: Option<Text<'a>>,
        comments: Option<Text<'a>>, extension: Many<Extension<'a>>, modifier_extension: Many<Extension<'a>>,
        contained: Many<&'a RawValue>,
    }
    /// A part of an observation.
    Component {
        code: Option<Concept<'a>>,
        value_codeable_concept: Option<Concept<'a>>, value_quantity: Option<Quantity<'a>>, value_ratio: Option<Ratio<'a>>,
        value_range: Option<Range<'a>>, value_string: Option<Text<'a>>, value_integer: Option<Text<'a>>,
        value_boolean: Option<Text<'a>>,
        data_absent_reason: Option<Concept<'a>>, interpretation: Many<Concept<'a>>, modifier_extension: Many<Extension<'a>>,
    }
    /// How an observation of an older version is related to another.
    Related { r#type: Option<Text<'a>>, target: Option<Reference<'a>>, }
    /// A report.
    Report {
        id: Option<Text<'a>>, meta: Option<Meta<'a>>, identifier: Many<Identifier<'a>>, status: Option<Text<'a>>,
        category: Many<Concept<'a>>, code: Option<Concept<'a>>, subject: Option<Reference<'a>>,
        effective_date_time: Option<Text<'a>>, effective_period: Option<Period<'a>>, issued: Option<Text<'a>>,
        specimen: Many<Reference<'a>>, result: Many<Reference<'a>>, conclusion: Option<Text<'a>>,
        text: Option<Narrative<'a>>, presented_form: Many<Attachment<'a>>, modifier_extension: Many<Extension<'a>>, contained: Many<&'a RawValue>,
    }
    /// A specimen.
    Specimen {
        id: Option<Text<'a>>, identifier: Many<Identifier<'a>>, accession_identifier: Option<Identifier<'a>>,
        status: Option<Text<'a>>, r#type: Option<Concept<'a>>, subject: Option<Reference<'a>>, collection: Option<Collection<'a>>,
        extension: Many<Extension<'a>>,
    }
    /// How a specimen was taken.
    Collection {
        collected_date_time: Option<Text<'a>>, collected_period: Option<Period<'a>>, method: Option<Concept<'a>>,
        body_site: Option<Concept<'a>>, procedure: Option<Reference<'a>>,
    }
    /// A place of the body, such as a tumour.
    Body {
        id: Option<Text<'a>>, identifier: Many<Identifier<'a>>, patient: Option<Reference<'a>>, location: Option<Concept<'a>>,
        location_qualifier: Many<Concept<'a>>,
    }
    /// A diagnosis.
    Condition {
        id: Option<Text<'a>>, clinical_status: Option<Concept<'a>>, verification_status: Option<Concept<'a>>,
        code: Option<Concept<'a>>, body_site: Many<Concept<'a>>, subject: Option<Reference<'a>>,
        onset_date_time: Option<Text<'a>>, onset_period: Option<Period<'a>>, recorded_date: Option<Text<'a>>,
        asserted_date: Option<Text<'a>>, stage: Many<Stage<'a>>, extension: Many<Extension<'a>>,
    }
    /// A stage of a diagnosis.
    Stage { summary: Option<Concept<'a>>, }
    /// Something that was done.
    Procedure {
        id: Option<Text<'a>>, status: Option<Text<'a>>, code: Option<Concept<'a>>, subject: Option<Reference<'a>>,
        performed_date_time: Option<Text<'a>>, performed_period: Option<Period<'a>>, body_site: Many<Concept<'a>>,
    }
    /// A medicine that was ordered, given or taken.
    Medication {
        id: Option<Text<'a>>, status: Option<Text<'a>>, intent: Option<Text<'a>>, subject: Option<Reference<'a>>,
        medication_codeable_concept: Option<Concept<'a>>, medication_reference: Option<Reference<'a>>,
        authored_on: Option<Text<'a>>, effective_date_time: Option<Text<'a>>, effective_period: Option<Period<'a>>,
        date_asserted: Option<Text<'a>>, when_handed_over: Option<Text<'a>>, when_prepared: Option<Text<'a>>,
        status_reason: Many<Concept<'a>>, do_not_perform: Option<Text<'a>>, not_given: Option<Text<'a>>,
        contained: Many<&'a RawValue>,
    }
    /// What a medicine is.
    Substance { id: Option<Text<'a>>, code: Option<Concept<'a>>, ingredient: Many<Ingredient<'a>>, }
    /// A part of it.
    Ingredient { item_codeable_concept: Option<Concept<'a>>, }
    /// A reference to a document, with its content.
    Document {
        id: Option<Text<'a>>, status: Option<Text<'a>>, doc_status: Option<Text<'a>>, r#type: Option<Concept<'a>>,
        category: Many<Concept<'a>>, subject: Option<Reference<'a>>, date: Option<Text<'a>>, content: Many<Content<'a>>,
        relates_to: Many<RelatesTo<'a>>, contained: Many<&'a RawValue>,
    }
    /// The content of a document.
    Content { attachment: Option<Attachment<'a>>, }
    /// How a document is related to another.
    RelatesTo { code: Option<Text<'a>>, target: Option<Reference<'a>>, }
    /// A file.
    Binary { id: Option<Text<'a>>, content_type: Option<Text<'a>>, data: Option<Text<'a>>, content: Option<Text<'a>>, }

    /// What every resource has.
    Head { resource_type: Option<Text<'a>>, id: Option<Text<'a>>, subject: Option<Reference<'a>>, patient: Option<Reference<'a>>, }
    /// A bundle.
    Bundle { entry: Many<Entry<'a>>, }
    /// Something in a bundle.
    Entry { full_url: Option<Text<'a>>, resource: Option<&'a RawValue>, }
}
